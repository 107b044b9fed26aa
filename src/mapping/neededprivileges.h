#pragma once

#include "mapping/column.h"
#include "profile/profile.h"

#include <QHash>

namespace mapping {

/// Logical names of the tables whose privileges an integration needs: for asking their schema names.
QStringList tablesOfPrivileges(const profile::Profile &profile, const Table &table);

/// The privileges that an integration's mapping uses, no more (dataverse-api section 8.2, dynamics-consent-tables
/// section 13): "prvReadContact". `schemaNames` by logical name.
QStringList neededPrivileges(const profile::Profile &profile, const Table &table,
                             const QHash<QString, QString> &schemaNames);

} // namespace mapping
