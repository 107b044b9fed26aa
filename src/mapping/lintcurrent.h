#pragma once

#include "mapping/lint.h"

namespace mapping {

/// What can be said of an integration in Current mode as a whole: where addresses come from, value tables that a
/// push would refuse, consent providers that make rows count for nothing. Nothing in Legacy mode.
QList<LintFinding> lintCurrent(const profile::Profile &profile, const LintInput &input);

} // namespace mapping
