#pragma once

#include <QStringList>

namespace sandbox {

/// The stand-alone program: starts a sandbox, says in one line of JSON how to reach it, and serves until it is told to
/// stop.
///
/// Returns 0 after SIGTERM or SIGINT, 1 when it could not start, 2 for arguments that it does not understand.
int run(const QStringList &arguments);

} // namespace sandbox
