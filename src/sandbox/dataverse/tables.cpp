#include "sandbox/dataverse/tables.h"

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

/// The columns that every table has.
QList<Column> systemColumns()
{
    return {
        moment(u"CreatedOn", u"Created On", u"UserLocal").readOnly(),
        moment(u"ModifiedOn", u"Modified On", u"UserLocal").readOnly(),
        bigInteger(u"VersionNumber", u"Version Number").readOnly(),
    };
}

} // namespace

Table smallTable(QStringView schemaName, QStringView entitySet, QStringView label, QStringView idSchemaName,
                 int typeCode, const QList<Column> &columns)
{
    Table table{.name = schemaName.toString().toLower(),
                .schemaName = schemaName.toString(),
                .entitySet = entitySet.toString(),
                .label = label.toString(),
                .pluralLabel = label.toString() + u's',
                .privilege = schemaName.toString(),
                .ownership = u"OrganizationOwned"_s,
                .typeCode = typeCode};
    Column id = identifier(idSchemaName, label).required(u"SystemRequired");
    id.isForUpdate = false;
    table.columns << id;
    table.columns += columns;
    table.columns += systemColumns();
    if (columns.front().type == Type::String)
        table.primaryName = columns.front().name;
    return table;
}

Link linkOf(QStringView name, QStringView intersect, QStringView first, QStringView second)
{
    const auto end = [&](QStringView table) {
        return Link::End{
            .table = table.toString(), .attribute = table.toString() + u"id"_s, .navigation = name.toString()};
    };
    return {.name = name.toString(), .intersect = intersect.toString(), .first = end(first), .second = end(second)};
}

} // namespace sandbox::webapi
