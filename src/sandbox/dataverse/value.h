#pragma once

#include "sandbox/dataverse/column.h"

#include <QJsonValue>

namespace sandbox::webapi {

/// Checks one JSON value of a request body against its column and brings it into the form that rows store.
///
/// Refuses what the service refuses: another JSON type, too long, out of range, an unknown option, no moment at all.
/// `table` is only for the messages; `isLongText` allows 64-bit and decimal numbers as text (IEEE754Compatible).
QJsonValue storable(const QString &table, const Column &column, const QJsonValue &value, bool isLongText);

} // namespace sandbox::webapi
