#pragma once

#include "core/result.h"
#include "mapping/cell.h"
#include "mapping/column.h"

namespace mapping {

/// Where a text comes from, which decides whether an error may repeat it.
enum class TextOrigin {
    Settings, ///< The mapping: may be shown.
    Person,   ///< Somebody's data: never shown.
};

/// The cell that writes `text` into `column`, checked for length, range, precision, options and dates. Says nothing
/// about whether the column may be written. Empty text clears text and choice columns; others refuse it.
core::Result<Cell> cellOfText(const Column &column, const QString &text, TextOrigin origin);

/// The cell that empties `column`: `null`, for lookups of the way to their target. Refused where Dataverse requires the
/// column (dataverse-api section 4.4: SystemRequired), and for lookups of several tables, of which it is not known
/// which way empties them.
core::Result<Cell> cellOfNothing(const Column &column);

/// The cell that writes yes or no.
Cell cellOfBoolean(const Column &column, bool value);

} // namespace mapping
