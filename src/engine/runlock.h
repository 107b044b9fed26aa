#pragma once

#include "core/result.h"

#include <QLockFile>

#include <memory>

namespace engine {

/// Claims a plan's file for as long as the result lives, for who plans into it or carries it out alone: a second one
/// would take over what the first has on its way. Kind::Conflict when another program, or another part of this one, has
/// it; one that was killed has not.
core::Result<std::unique_ptr<QLockFile>> lockRun(const QString &path);

} // namespace engine
