#pragma once

#include "sandbox/dataverse/schema.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sandbox::webapi {

/// A table's properties, without its navigation properties.
QJsonObject tableJson(const Table &table);

/// A column with all properties of its concrete type; "OptionSet" and "GlobalOptionSet" are navigation properties, and
/// given apart by optionSetJson().
QJsonObject columnJson(const Table &table, const Column &column);

/// "Microsoft.Dynamics.CRM.BooleanAttributeMetadata"; columns without a type of their own have the common parent's.
QString metadataType(const Column &column);

/// True for a property that every column has, whatever its type.
bool isCommonColumnProperty(const QString &name);

/// Null for a column without options.
QJsonValue optionSetJson(const Table &table, const Column &column);

QJsonObject keyJson(const Table &table, const Key &key);

/// Every lookup of the table, one for each table that it points to through a navigation property of its own.
QJsonArray relationshipsJson(const Table &table);

/// A many-to-many relationship.
QJsonObject linkJson(const Link &link);

} // namespace sandbox::webapi
