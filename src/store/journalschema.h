#pragma once

#include <QStringList>

namespace store {

/// Marks an SQLite file as ours, in its header ("CBJ1").
inline constexpr int journalApplicationId = 0x43424a31;

/// The statements that take the journal from one layout to the next: the n-th list makes user_version n + 1 from n.
const QList<QStringList> &journalMigrations();

} // namespace store
