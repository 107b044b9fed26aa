#pragma once

#include "store/runfile.h"

namespace engine {

/// After the run of a plan that takes another run back: where it came to its end, the other is noted as undone. Does
/// nothing for other plans, and where the other is not there any more.
core::Result<core::Nothing> noteUndone(store::RunFile &undo, core::Clock &clock);

} // namespace engine
