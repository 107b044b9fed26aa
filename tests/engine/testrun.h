#pragma once

#include "engine/world.h"
#include "store/runjournal.h"

namespace support {

/// The write that puts `after` (a JSON object of columns) into the row, as it is found now; `columns` of `before` are
/// all of these.
store::RunWrite updateOf(const mapping::Table &table, const dataverse::Row &row, const QByteArray &after);

/// An item with one write or several.
store::RunItem itemOf(const QString &person, const QDateTime &time, const QList<store::RunWrite> &writes,
                      store::Effects effects = {});

/// Finishes planning where need be, sends all that is to be sent, each write by itself, and settles it. False (with a
/// warning) when anything but a conflict stands in the way.
bool carryOut(World &world, store::RunFile &file);

/// A row as somebody else sees it now; without id when it is gone.
dataverse::Row rowWith(World &world, const mapping::Table &table, const QString &rowId, const QStringList &columns);

/// Somebody else deletes a row.
bool deleteRow(World &world, const mapping::Table &table, const QString &rowId);

/// All items with their writes.
QList<store::RunItem> itemsIn(store::RunFile &file);

} // namespace support
