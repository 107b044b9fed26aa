#pragma once

#include "diagnosis/step.h"

namespace diagnosis {

/// Where a problem of a step is set right: by its code, where the catalogue knows it; else by what the step is about.
catalogue::Portal portalOf(Step::Id id, const core::Error &problem);

} // namespace diagnosis
