#pragma once

#include "consent/valuepath.h"
#include "core/result.h"
#include "mapping/cell.h"
#include "mapping/column.h"
#include "mapping/transform.h"
#include "profile/integration.h"

#include <optional>

namespace mapping {

/// Turns what a path found into what its column takes; nothing when nothing is to be written ("no choice").
///
/// Length, range, option, precision and date limits are checked; a value is never cut or rounded silently. Fails with
/// Kind::Invalid and the column as field. A negating yes/no column without a confirmed polarity is refused: guessing it
/// would e-mail somebody who said no. Errors never hold a person's text; ids of picked values they do. Fractions of a
/// second, which Dataverse does not keep, are left out. Source of the literals: dataverse-api section 4.4.
///
/// The mapping's value table (Mapping::actionOn()) decides: as usual, a literal, clear, or nothing. Texts go through
/// the mapping's transforms first, which may name `facts`. A finding that is untold writes nothing at all, whatever
/// the table says. Yes/no columns cannot store "no choice" or "pending", and where true forbids they are only emptied
/// for who gave consent: an empty one allows. An empty text clears text and choice columns. The direction is not
/// asked: who plans a push leaves rows alone that do not go to Dynamics. For a lookup by another table's key the cell
/// has a target that must be looked up first (Cell::target).
core::Result<std::optional<Cell>> convert(const consent::Finding &finding, const profile::Mapping &mapping,
                                          const Column &column, const Facts &facts = {});

/// Which row of the value table `finding` asks for; nothing for texts, and for what is untold.
std::optional<profile::Mapping::State> stateOf(const consent::Finding &finding);

/// True when the column's name says that `true` forbids: it holds "donot", "dont", "optout", "optedout", "unsub",
/// "disable" or "suppress", underscores aside. Labels are not asked: they are localised (dynamics-consent-tables
/// section 2).
bool looksNegating(const Column &column);

/// True when convert() refuses this mapping until somebody has said which way round the column is written: a yes/no
/// column, or a text column that would get a plain "true" or "false", with a negating name. `isChoice`: what the path
/// finds.
bool needsPolarity(const profile::Mapping &mapping, const Column &column, bool isChoice);

/// True when the row's current JSON value already means what `cell` would write (dates by moment, multi-choice as a
/// set, numbers by value, text exactly).
bool isSame(const Column &column, const QJsonValue &now, const Cell &cell);

/// A current JSON value for people: "Do Not Allow (true)", "" for null.
QString shownValue(const Column &column, const QJsonValue &now);

/// The literal of plain text for a column, as when a new row's match column is filled; the primary id is taken here
/// too. Same checks as convert(), but the column must be writable on create. Empty text is refused.
core::Result<Cell> textCell(const Column &column, const QString &text);

} // namespace mapping
