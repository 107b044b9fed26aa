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

/// The cell that writes yes or no.
Cell cellOfBoolean(const Column &column, bool value);

} // namespace mapping
