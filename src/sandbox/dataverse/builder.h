#pragma once

#include "sandbox/dataverse/store.h"

namespace sandbox::webapi {

/// Writes rows of the start, with what every row has.
class Builder
{
public:
    using Values = QHash<QString, QJsonValue>;
    using Targets = QHash<QString, QString>; ///< By lookup column: the table that it points to.

    explicit Builder(Store &store) : m_store(store) {}

    /// Columns that are not named get their initial values; a lookup's only target need not be named.
    QUuid add(const QString &tableName, const QUuid &id, const Values &values, const Targets &targets = {});

    /// A row of a small table, whose id follows from its name.
    QUuid named(const QString &tableName, const QString &name, Values values = {});

private:
    Store &m_store;
};

} // namespace sandbox::webapi
