#pragma once

#include "core/result.h"

#include <QLockFile>

#include <memory>

namespace engine {

/// Claims the work on one integration's arrivals, for as long as the result lives: two workers would write one person
/// out of order. Kind::Conflict when another program has it; one that was killed has not.
core::Result<std::unique_ptr<QLockFile>> lockLive(const QString &inboxPath, const QString &profileId);

} // namespace engine
