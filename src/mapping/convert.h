#pragma once

#include "consent/valuepath.h"
#include "core/result.h"
#include "mapping/cell.h"
#include "mapping/column.h"
#include "profile/integration.h"

#include <optional>

namespace mapping {

/// Turns what a path found into what its column takes; nothing when nothing is to be written ("no choice").
///
/// Length, range, option, precision and date limits are checked; a value is never cut or rounded silently. Fails with
/// Kind::Invalid and the column as field. A negating yes/no column without a confirmed polarity is refused: guessing it
/// would e-mail somebody who said no. Source of the literals: dataverse-api section 4.4.
core::Result<std::optional<Cell>> convert(const consent::Finding &finding, const profile::Mapping &mapping,
                                          const Column &column);

/// True when the column's name says that `true` forbids: it starts with or holds "donot", "optout", "unsub".
bool looksNegating(const Column &column);

/// True when the row's current JSON value already means what `cell` would write (dates by moment, multi-choice as a set,
/// numbers by value, text exactly).
bool isSame(const Column &column, const QJsonValue &now, const Cell &cell);

/// A current JSON value for people: "Do Not Allow (true)", "" for null.
QString shownValue(const Column &column, const QJsonValue &now);

/// The literal of plain text for a column, as when a new row's match column is filled. Same checks as convert().
core::Result<Cell> textCell(const Column &column, const QString &text);

} // namespace mapping
