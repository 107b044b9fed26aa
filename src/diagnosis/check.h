#pragma once

#include "core/job.h"
#include "diagnosis/context.h"
#include "diagnosis/finding.h"

namespace diagnosis {

/// One step's work: asks what it must and finishes with what it found; it never fails. Nothing of it runs any more
/// once it is deleted.
using Check = core::Job<Finding>;

/// Starts the check of a step.
Check *startCheck(Step::Id id, Context &context, QObject *parent);

} // namespace diagnosis
