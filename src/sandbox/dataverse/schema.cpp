#include "sandbox/dataverse/schema.h"

#include "sandbox/people.h"

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

template <typename List, typename Test>
auto find(const List &list, Test test) -> decltype(&list.front())
{
    const auto found = std::find_if(list.cbegin(), list.cend(), test);
    return found == list.cend() ? nullptr : &*found;
}

/// The columns that every table has.
QList<Column> systemColumns()
{
    return {
        moment(u"CreatedOn", u"Created On", u"UserLocal").readOnly(),
        moment(u"ModifiedOn", u"Modified On", u"UserLocal").readOnly(),
        bigInteger(u"VersionNumber", u"Version Number").readOnly(),
    };
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

QList<Table> buildTables()
{
    Table account = smallTable(u"Account", u"accounts", u"Account", u"AccountId", 1,
                               {text(u"Name", u"Account Name", 160), text(u"AccountNumber", u"Account Number", 20)});
    account.ownership = u"UserOwned"_s;

    Table brand = smallTable(u"new_Brand", u"new_brands", u"Brand", u"new_BrandId", 10412,
                             {text(u"new_Name", u"Name", 100), text(u"new_Code", u"Code", 20)});
    brand.keys = {{u"new_brandcode"_s, u"new_BrandCode"_s, u"Brand code"_s, {u"new_code"_s}, u"Active"_s}};

    Table currency =
        smallTable(u"TransactionCurrency", u"transactioncurrencies", u"Currency", u"TransactionCurrencyId", 9105,
                   {text(u"CurrencyName", u"Currency Name", 100), text(u"ISOCurrencyCode", u"Currency Code", 5),
                    text(u"CurrencySymbol", u"Currency Symbol", 13),
                    number(Type::Decimal, u"ExchangeRate", u"Exchange Rate", 1e-10, 1e11, 10)});
    currency.pluralLabel = u"Currencies"_s;

    Table user = smallTable(
        u"SystemUser", u"systemusers", u"User", u"SystemUserId", 8,
        {text(u"FullName", u"Full Name", 200).readOnly(), text(u"DomainName", u"User Name", 1024),
         identifier(u"ApplicationId", u"Application ID"), identifier(u"AzureActiveDirectoryObjectId", u"Object ID"),
         yesNo(u"IsDisabled", u"Status", u"Disabled", u"Enabled").readOnly(),
         choice(u"AccessMode", u"Access Mode", u"0=Read-Write|1=Administrative|2=Read|4=Non-interactive")});
    user.privilege = u"User"_s;
    user.ownership = u"BusinessOwned"_s;

    Table team = smallTable(u"Team", u"teams", u"Team", u"TeamId", 9, {text(u"Name", u"Team Name", 160)});
    team.ownership = u"BusinessOwned"_s;

    Table organization =
        smallTable(u"Organization", u"organizations", u"Organization", u"OrganizationId", 1019,
                   {text(u"Name", u"Organization Name", 160),
                    integer(u"ExpireChangeTrackingInDays", u"Days to Expire Change Tracking Deleted Records", 0, 365),
                    integer(u"MaxUploadFileSize", u"Max Upload File Size", 0, 131072)});

    Table message =
        smallTable(u"SdkMessage", u"sdkmessages", u"Sdk Message", u"SdkMessageId", 4606, {text(u"Name", u"Name", 256)});
    Table filter =
        smallTable(u"SdkMessageFilter", u"sdkmessagefilters", u"Sdk Message Filter", u"SdkMessageFilterId", 4607,
                   {text(u"Name", u"Name", 256), text(u"PrimaryObjectTypeCode", u"Primary Object Type Code", 64),
                    lookup(u"SdkMessageId", u"SDK Message",
                           {{u"sdkmessageid"_s, {u"sdkmessage"_s}, u"sdkmessageid_sdkmessagefilter"_s}})});

    return {contactTable(), account, brand, currency, user, team, organization, message, filter};
}

} // namespace

const Column *Table::column(QStringView logicalName) const
{
    return find(columns, [&](const Column &column) { return column.name == logicalName; });
}

const Column *Table::columnOfProperty(QStringView property) const
{
    if (!property.startsWith(u'_'))
        return find(columns, [&](const Column &column) { return !column.isLookup() && column.name == property; });
    return find(columns, [&](const Column &column) { return column.isLookup() && column.property() == property; });
}

std::pair<const Column *, const Navigation *> Table::navigation(QStringView property) const
{
    for (const Column &column : columns) {
        if (const auto *found = find(column.navigations, [&](const Navigation &n) { return n.property == property; }))
            return {&column, found};
    }
    return {nullptr, nullptr};
}

const Schema &Schema::standard()
{
    static const Schema schema = [] {
        Schema built;
        built.m_tables = buildTables();
        for (Table &table : built.m_tables) {
            QList<Column> twins;
            for (const Column &column : std::as_const(table.columns))
                twins += twinsOf(column);
            table.columns += twins;
        }
        return built;
    }();
    return schema;
}

Schema Schema::withFaults(const Faults &faults) const
{
    const QStringList hidden = faults.list("column-missing"_L1);
    const QString key = faults.value("key"_L1);
    Schema seen = *this;
    if (hidden.isEmpty() && key.isEmpty())
        return seen;
    for (Table &table : seen.m_tables) {
        if (table.name != u"contact")
            continue;
        table.columns.removeIf([&](const Column &column) {
            return hidden.contains(column.name) || hidden.contains(column.attributeOf) ||
                   hidden.contains(column.calculationOf);
        });
        table.keys.removeIf([&](const Key &one) {
            return std::any_of(one.columns.cbegin(), one.columns.cend(),
                               [&](const QString &column) { return hidden.contains(column); });
        });
        for (Key &one : table.keys) {
            if (!key.isEmpty() && one.isActive())
                one.status = key == u"failed" ? u"Failed"_s : u"InProgress"_s;
        }
    }
    return seen;
}

const Table *Schema::table(QStringView logicalName) const
{
    return find(m_tables, [&](const Table &table) { return table.name == logicalName; });
}

const Table *Schema::tableOfSet(QStringView entitySet) const
{
    return find(m_tables, [&](const Table &table) { return table.entitySet == entitySet; });
}

const Table &Schema::at(QStringView logicalName) const
{
    const Table *found = table(logicalName);
    Q_ASSERT(found);
    return *found;
}

QUuid stableId(const QString &words)
{
    static const QUuid space(0x0f1d0a52, 0x6c1e, 0x4d0a, 0x9b, 0x36, 0x21, 0x7d, 0x53, 0x0c, 0xe4, 0x18);
    return QUuid::createUuidV5(space, words);
}

} // namespace sandbox::webapi
