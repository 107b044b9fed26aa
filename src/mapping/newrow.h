#pragma once

#include "core/result.h"
#include "mapping/cell.h"
#include "mapping/column.h"
#include "profile/profile.h"

namespace mapping {

/// The cell that gives `column` of a new row this text, as the integration's settings have it: checked like a mapping's
/// literal, and the column must be writable on create. Of yes/no columns "true" and "false" are stored as they stand,
/// whatever the column's name says.
///
/// A lookup's text names its row: "7c0f…" or "account(7c0f…)" by id, "new_brand(new_code=FR)" by an alternate key;
/// quotes around the value may stand there, as in "new_brand(new_code='FR')". The cell then has a target to look up.
core::Result<Cell> constantCell(const Column &column, const QString &text);

/// The cells that a new row gets beside those of `given`, in order: a column that is given already is left out. Fails
/// with the first constant that cannot be written, the column as field.
core::Result<QList<Cell>> newRowCells(const QList<profile::Constant> &constants, const Table &table,
                                      const QStringList &given);

} // namespace mapping
