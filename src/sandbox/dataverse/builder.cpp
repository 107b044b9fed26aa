#include "sandbox/dataverse/builder.h"

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr auto longAgo = "2025-03-03T09:00:00Z"_L1; ///< When everything at the start was made.

} // namespace

QUuid Builder::add(const QString &tableName, const QUuid &id, const Values &values, const Targets &targets)
{
    const Table &table = Schema::standard().at(tableName);
    Row row{.id = id, .targets = targets};
    for (const Column &column : table.columns)
        row.set(column.name, column.initial);
    row.set(u"createdon"_s, QString(longAgo));
    row.set(u"modifiedon"_s, QString(longAgo));
    for (auto [name, value] : values.asKeyValueRange()) {
        row.set(name, value);
        const Column *column = table.column(name);
        if (column && column->isLookup() && !row.targets.contains(name))
            row.targets.insert(name, column->targets().front());
    }
    m_store.put(table, row);
    return id;
}

QUuid Builder::named(const QString &tableName, const QString &name, Values values)
{
    values.insert(Schema::standard().at(tableName).primaryName, name);
    return add(tableName, stableId(tableName + u' ' + name), values);
}

} // namespace sandbox::webapi
