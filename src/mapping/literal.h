#pragma once

#include "core/result.h"
#include "mapping/cell.h"
#include "mapping/column.h"
#include "profile/mapping.h"

namespace mapping {

/// Where a text comes from, which decides whether an error may repeat it.
enum class TextOrigin {
    Settings, ///< The mapping: may be shown.
    Person,   ///< Somebody's data: never shown.
};

/// The cell that writes `text` into `column`, checked for length, range, precision, options and dates. Says nothing
/// about whether the column may be written. Empty text clears text and choice columns; others refuse it.
///
/// `by` says how the text names a lookup's row: by its id ("account:7c0f…" where the table is not told), or by the
/// value of an alternate key; the cell then has a target to look up (Cell::target).
core::Result<Cell> cellOfText(const Column &column, const QString &text, TextOrigin origin,
                              const profile::LookupBy &by = {});

/// The cell that empties `column`: `null`, for lookups of the way to their target. Refused where Dataverse requires the
/// column (dataverse-api section 4.4: SystemRequired), and for lookups of several tables when `by` names none, as it is
/// not known then which way empties them.
core::Result<Cell> cellOfNothing(const Column &column, const profile::LookupBy &by = {});

/// The cell that writes yes or no.
Cell cellOfBoolean(const Column &column, bool value);

} // namespace mapping
