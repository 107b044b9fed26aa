#pragma once

#include "core/result.h"
#include "store/rundata.h"

#include <QVariant>

class QSqlQuery;

namespace store {

class RunDictionary;

/// How items and writes stand in the tables of a plan. Private to this room.
namespace runrows {

QString text(const QString &value);        ///< Never null: a null text would be bound as NULL.
QByteArray bytes(const QByteArray &value); ///< Likewise.
QVariant moment(const QDateTime &time);    ///< Milliseconds since 1970; NULL when invalid.
QDateTime toMoment(const QVariant &value);

/// What people are told apart by. An id cannot begin with a line break, so nobody is mistaken for somebody.
QString keyOf(const RunItem &item);

/// The rare parts of an item: the reason when it is none of the dictionary's, and what is shared. NULL when there is
/// none.
QVariant extraOf(const RunItem &item, bool hasOwnReason);
QVariant extraOf(const RunWrite &write);

inline constexpr int itemWidth = 8;
/// Of the table "i", in the order in which itemFrom() wants them.
QString itemColumns();
/// `from`: the number of the first of itemColumns() in the row.
core::Result<RunItem> itemFrom(const QSqlQuery &row, int from, RunDictionary &dictionary);

inline constexpr int writeWidth = 10;
/// Of the table "w".
QString writeColumns();
core::Result<RunWrite> writeFrom(const QSqlQuery &row, int from, RunDictionary &dictionary);

/// The names of the members of a JSON object, without "@odata.bind", in lower case: the columns that it writes. Empty
/// when it is no object.
QStringList columnsOf(const QByteArray &object);

} // namespace runrows

} // namespace store
