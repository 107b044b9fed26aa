#pragma once

#include "mapping/column.h"

#include <QJsonValue>
#include <QString>

namespace dataverse {

/// Equal for texts that Dataverse may take for equal: without case, accents and blanks at the end.
QString likeness(const QString &text);

/// The same for a value of a column: what is alike for Dataverse is alike here. GUIDs are compared bare, other types as
/// they stand.
QString likeness(const mapping::Column &column, const QString &value);

/// The same for a value as Dataverse gave it.
QString likeness(const mapping::Column &column, const QJsonValue &value);

} // namespace dataverse
