#pragma once

#include "dataverse/client.h"
#include "store/rundata.h"

namespace engine {

/// How many rows to ask for: one is the row, two are a conflict, and more would tell nothing new.
inline constexpr int enoughToSeeSeveral = 2;

/// True when the row says what each of these cells would write. False for a column that was not read.
bool rowSays(const mapping::Table &table, const dataverse::Row &row, const QList<mapping::Cell> &cells);

/// The columns of the cells that the row does not say, each once; those that were not read among them.
QStringList differingColumns(const mapping::Table &table, const dataverse::Row &row, const QList<mapping::Cell> &cells);

/// What a cell of a request's body writes, for people: "Do Not Allow (true)", the id of a lookup's row, "" for null.
QString shownCell(const mapping::Column &column, const mapping::Cell &cell);

/// `later` in the place of those of `cells` that are about the same columns, and behind the others.
QList<mapping::Cell> mergedCells(QList<mapping::Cell> cells, const QList<mapping::Cell> &later);

/// The cells of a request's body, as the journal keeps it; members that are no column of the table are Kind::Storage.
core::Result<QList<mapping::Cell>> cellsOf(const mapping::Table &table, const QByteArray &body);

/// Where the row of a run's write is found: by its id, or by the key that it was addressed by. Kind::Invalid when it
/// tells neither.
core::Result<dataverse::Criterion> criterionOf(const mapping::Table &table, const store::RunWrite &write);

/// The members of `object` whose names are in `names`; fastest when these are sorted.
QJsonObject onlyMembers(const QJsonObject &object, const QStringList &names);

/// The columns of the cells, each once.
QStringList columnsOf(const QList<mapping::Cell> &cells);

} // namespace engine
