#pragma once

#include "core/error.h"
#include "mapping/column.h"

#include <optional>

namespace mapping {

/// Why nothing can be written into `column`; nothing when it can. `forCreate`: into a new row.
std::optional<core::Error> whyNotWritable(const Column &column, bool forCreate);

/// Logical names of the columns that a new row must get from us, of that requiredness, and that are not in `given`:
/// those that Dataverse fills by itself are not asked for.
QStringList missingForCreate(const Table &table, Column::Required required, const QStringList &given);

/// An error about what a column is given: Kind::Invalid, the column as field.
core::Error refusal(const Column &column, const QString &message, const QString &fix);

} // namespace mapping
