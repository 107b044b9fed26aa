#pragma once

#include "cli/arguments.h"
#include "engine/scope.h"

#include <functional>

namespace cli {

/// The options that say whom a resync is about and where their consents come from.
void addScope(Arguments &arguments);

/// True when at least one of them is set.
bool hasScope(const Arguments &arguments);

/// What they say; paths are made absolute, as a plan may be gone on with elsewhere. Kind::Invalid with a sentence for
/// standard error when they contradict each other or cannot be read. With --since-last-run the scope's `since` is left
/// to the caller.
core::Result<engine::Scope> readScope(const Arguments &arguments,
                                      const std::function<core::Result<QByteArray>(const QString &path)> &read);

/// "2026-11-20" (from midnight, of this machine), "2026-11-20T10:00" or with a zone; UTC. Invalid when it is none.
QDateTime readMoment(const QString &text);

} // namespace cli
