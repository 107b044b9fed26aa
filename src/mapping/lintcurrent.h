#pragma once

#include "mapping/lint.h"

namespace mapping {

/// What can be said of one mapping's value table in Current mode: what a push would refuse, such as a refusal that is
/// not written as opted out, and "not set" where nobody has answered. With the click that sets it right. Nothing for a
/// mapping that is not about a consent.
QList<LintFinding> lintConsentAnswers(const profile::Mapping &mapping);

/// What can be said of an integration in Current mode as a whole: where addresses come from, consent providers that
/// make rows count for nothing. Nothing in Legacy mode.
QList<LintFinding> lintCurrent(const profile::Profile &profile, const LintInput &input);

} // namespace mapping
