#pragma once

#include "core/result.h"
#include "store/rundata.h"

#include <QMap>
#include <QVariant>

namespace store {

class RunDatabase;
class RunFile;

/// What is known of writes that were, or are to be, sent; and how items end because of it. Private to this room.
namespace runstate {

/// Whether an item is ticked out; `item` and `kind`: its id and its class, as the statement names them.
QString isLeftOut(const QString &item, const QString &kind);
/// The same of the item of a write, table "w".
QString isItemLeftOut();
/// The classes that are left out but for exceptions.
QString classesLeftOut();

/// Only writes that are to be sent: of table "w".
QString isToBeSent();

/// How far one write has come.
struct WriteState {
    qint64 write = 0;
    qint64 item = 0;
    RunWrite::Action action = RunWrite::Action::Update;
    Planned planned = Planned::Update; ///< Of the item.
    int attempt = 0;                   ///< The last one.
    bool isClaimed = false;            ///< Its last attempt is, or was, some worker's.
    std::optional<Fate> fate = {};     ///< Of the last attempt; none while it is not known.
    QString rowId = {};                ///< As the server told at its last attempt; empty when it did not.
    std::optional<int> ended = {};     ///< What the table "ended" says of the item.
};

/// The states of all writes that are to be sent of the items that `condition` on "i" names, in their order.
core::Result<QList<WriteState>> statesOf(RunFile &file, const QString &condition, const QVariantList &values);

/// Ticks one item of that class in or out. Returns how many changed: 1 or 0.
core::Result<qint64> setTicked(RunDatabase &database, qint64 item, qint64 kind, bool ticked);

/// The numbers in a list for SQL: "i.id IN (1, 2)".
QString isOneOf(const QString &column, const QList<qint64> &numbers);

/// How an item ends whose writes ended so, as a number of Fate; 0 while one of them is not known. The worst counts.
int endOf(const QList<std::optional<Outcome>> &outcomes);

/// Outcomes as they stand in the tables: of planned items.
int plannedEnd(Planned planned);

/// Changes of the counts of items by how they ended.
using Tally = QMap<int, qint64>;
core::Result<core::Nothing> addTally(RunDatabase &database, const QString &worker, const Tally &tally);

/// Notes how an item ended (0: it is open again), and adds the change to `tally`.
core::Result<core::Nothing> setEnd(RunDatabase &database, const WriteState &state, int end, Tally &tally);

} // namespace runstate

} // namespace store
