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

QList<Column> stateColumns(QStringView statuses)
{
    Column state = choice(u"StateCode", u"Status", u"0=Active|1=Inactive").required(u"SystemRequired").startingAt(0);
    state.type = Type::State;
    state.isForCreate = false;
    Column status = choice(u"StatusCode", u"Status Reason", statuses).startingAt(1);
    status.type = Type::Status;
    return {state, status};
}

QList<Column> ownershipColumns(const QString &table)
{
    const auto user = [&](QStringView schemaName, QStringView label) {
        const QString name = schemaName.toString().toLower();
        return lookup(schemaName, label, {{name, {u"systemuser"_s}, u"lk_%1_%2"_s.arg(table, name)}}).readOnly();
    };
    return {
        lookup(u"OwnerId", u"Owner", {{u"ownerid"_s, {u"systemuser"_s, u"team"_s}, u"owner_"_s + table}}, Type::Owner)
            .required(u"SystemRequired"),
        lookup(u"OwningBusinessUnit", u"Owning Business Unit",
               {{u"owningbusinessunit"_s, {u"businessunit"_s}, u"business_unit_"_s + table}})
            .readOnly(),
        user(u"CreatedBy", u"Created By"), user(u"ModifiedBy", u"Modified By")};
}

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
