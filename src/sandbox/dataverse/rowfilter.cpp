#include "sandbox/dataverse/rowfilter.h"

#include "sandbox/dataverse/refusal.h"
#include "sandbox/dataverse/rowjson.h"

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

Predicate parseRowFilter(const QString &filter, const Schema &schema, const Table &table,
                         const QHash<QString, QString> &aliases)
{
    const auto resolve = [&](const QString &name) -> Property {
        const qsizetype slash = name.indexOf(u'/');
        if (slash < 0) {
            const Column &column = columnOrRefuse(table, name);
            return {column.isSecured ? QString() : column.name, column.edm()};
        }
        const auto [lookup, navigation] = table.navigation(name.first(slash));
        if (!lookup)
            refuse(code::query, u"Could not find a property named '%1' on type 'Microsoft.Dynamics.CRM.%2'."_s.arg(
                                    name.first(slash), table.name));
        const Column &column = columnOrRefuse(schema.at(navigation->targets.front()), name.sliced(slash + 1));
        return {lookup->name + u'/' + column.name, column.edm()};
    };
    // In a query function a lookup goes by its logical name.
    const auto resolveEither = [&](const QString &name) -> Property {
        const Column *lookup = table.column(name);
        return lookup && lookup->isLookup() ? resolve(lookup->property()) : resolve(name);
    };
    return parseFilter(filter, {.inExpression = resolve, .inFunction = resolveEither}, aliases);
}

Reader readerOf(const Store &store, const Row &row)
{
    return [&store, &row](const QString &path) -> QJsonValue {
        const qsizetype slash = path.indexOf(u'/');
        if (slash < 0)
            return row.value(path);
        const QString lookup = path.first(slash);
        const Row *other = store.row(row.targets.value(lookup), QUuid::fromString(row.text(lookup)));
        return other ? other->value(path.sliced(slash + 1)) : QJsonValue();
    };
}

} // namespace sandbox::webapi
