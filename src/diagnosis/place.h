#pragma once

#include "diagnosis/step.h"

namespace diagnosis {

/// Where to click about a problem of a step, as the portals name it: "Microsoft Entra admin center → App registrations
/// → …".
QString placeOf(Step::Id id, const core::Error &problem);

} // namespace diagnosis
