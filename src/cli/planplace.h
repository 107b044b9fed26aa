#pragma once

#include "cli/arguments.h"
#include "core/clock.h"
#include "store/runplace.h"

namespace cli {

/// Whether it names a plan in a database rather than a file. Then it is not a path: nothing in it is to be changed.
bool isSharedPlace(const QString &text);

/// "postgresql://USER@HOST:PORT/DATABASE?schema=NAME&sslmode=verify-full", as libpq writes it; user, host and port may
/// stand behind the "?" too, as for a folder with the server's socket. `schema` is ours: the name of the plan.
///
/// Kind::Invalid when something lacks or is not known. A password there is refused and never repeated: other users of
/// the machine would see it.
core::Result<store::RunPlace> sharedPlace(const QString &text);

/// --database-password
void addPlanPlace(Arguments &arguments);

/// Where a plan is that an argument names: in a database, with its password, or a file. Without the option libpq looks
/// for the password: in PGPASSWORD, then in ~/.pgpass. Kind::NotFound when the option's secret is not there.
core::Result<store::RunPlace> planPlace(const Arguments &arguments, const QString &text);

/// The text as it may be printed, kept and opened again.
QString planName(const QString &text);

/// Whether there is something already.
core::Result<bool> isThere(const store::RunPlace &place, core::Clock &clock);

} // namespace cli
