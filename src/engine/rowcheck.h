#pragma once

#include "dataverse/client.h"

namespace engine {

/// How many rows to ask for: one is the row, two are a conflict, and more would tell nothing new.
inline constexpr int enoughToSeeSeveral = 2;

/// True when the row says what each of these cells would write. False for a column that was not read.
bool rowSays(const mapping::Table &table, const dataverse::Row &row, const QList<mapping::Cell> &cells);

/// The cells of a request's body, as the journal keeps it; members that are no column of the table are Kind::Storage.
core::Result<QList<mapping::Cell>> cellsOf(const mapping::Table &table, const QByteArray &body);

/// The columns of the cells, each once.
QStringList columnsOf(const QList<mapping::Cell> &cells);

} // namespace engine
