#pragma once

#include "profile/profile.h"

namespace sandbox {

struct Credentials;

/// An integration that links the two ends of a sandbox: match by the alternate key, and one mapping of each kind worth
/// seeing. Its id is the same for the same sandbox address; its secret references are empty.
profile::Profile practiceProfile(const Credentials &credentials);

/// The same in Current mode: an integration of its own, with currentMappings() and the usual contact points.
profile::Profile currentPracticeProfile(const Credentials &credentials);

/// Mappings of the same kind for Current mode: a purpose and one of its topics, as the sandbox has them at the start.
QList<profile::Mapping> currentMappings();

} // namespace sandbox
