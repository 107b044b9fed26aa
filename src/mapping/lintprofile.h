#pragma once

#include "mapping/lint.h"

namespace mapping {

/// What can be said about an integration's mappings as a whole, in no row's place. Private to this room.
QList<LintFinding> lintProfile(const profile::Profile &profile, const LintInput &input);

} // namespace mapping
