#pragma once

#include <QStringList>

namespace store {

class RunDatabase;

/// Marks an SQLite file as a plan, in its header ("CBR1").
inline constexpr int runApplicationId = 0x43425231;

/// The same in a schema of PostgreSQL.
inline constexpr char runApplication[] = "consent-bridge-run";

/// So many neighbouring items are counted together (RunFile::blockOf()).
inline constexpr int itemsOfBlock = 2048;

/// The statements that take a plan from one layout to the next: the n-th list makes layout n + 1 from n.
QList<QStringList> runMigrations(const RunDatabase &database);

} // namespace store
