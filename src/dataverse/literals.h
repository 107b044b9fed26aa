#pragma once

#include "core/result.h"
#include "mapping/column.h"

#include <QByteArray>

namespace dataverse {

/// A value as it stands in a key or a $filter on that column, percent-encoded: text in quotes, numbers and GUIDs bare
/// (dataverse-api sections 4.1 and 4.8).
///
/// Fails with Kind::Invalid when no row can have that value in such a column, and for types that cannot be searched.
core::Result<QByteArray> columnLiteral(const mapping::Column &column, const QString &value);

/// Letters, digits and underscores, and no digit first: what tables, sets and columns are called.
bool isName(QStringView text);

/// A GUID, bare and in lower case; empty when `text` is none. Braces are tolerated.
QString bareGuid(const QString &text);

} // namespace dataverse
