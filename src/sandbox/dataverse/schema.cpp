#include "sandbox/dataverse/schema.h"

#include "sandbox/dataverse/tables.h"

#include <algorithm>
#include <array>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

template <typename List, typename Test>
auto find(const List &list, Test test) -> decltype(&list.front())
{
    const auto found = std::find_if(list.cbegin(), list.cend(), test);
    return found == list.cend() ? nullptr : &*found;
}

QList<Table> buildTables()
{
    Table currency =
        smallTable(u"TransactionCurrency", u"transactioncurrencies", u"Currency", u"TransactionCurrencyId", 9105,
                   {text(u"CurrencyName", u"Currency Name", 100), text(u"ISOCurrencyCode", u"Currency Code", 5),
                    text(u"CurrencySymbol", u"Currency Symbol", 13),
                    number(Type::Decimal, u"ExchangeRate", u"Exchange Rate", 1e-10, 1e11, 10)});
    currency.pluralLabel = u"Currencies"_s;

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

    Table email = smallTable(u"Email", u"emails", u"Email", u"ActivityId", 4202, {text(u"Subject", u"Subject", 800)});
    email.privilege = u"Activity"_s;
    email.ownership = u"UserOwned"_s;

    return QList<Table>{contactTable()} + otherTables() + QList<Table>{currency, organization, message, filter, email} +
           securityTables() + consentTables();
}

constexpr std::array verbs = {u"Create", u"Read", u"Write", u"Delete", u"Append", u"AppendTo", u"Assign", u"Share"};

/// What a privilege is on: what follows the verb.
bool isOn(const Table &table, QStringView privilege)
{
    if (!privilege.startsWith(u"prv"))
        return false;
    const QStringView rest = privilege.sliced(3);
    return std::any_of(verbs.cbegin(), verbs.cend(), [&](QStringView verb) {
        return rest.startsWith(verb) && rest.sliced(verb.size()) == table.privilege;
    });
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
        built.m_links = securityLinks() + consentLinks();
        return built;
    }();
    return schema;
}

Schema Schema::withFaults(const Faults &faults) const
{
    const QString consent = faults.value("consent-tables"_L1);
    const QStringList hidden = faults.list("column-missing"_L1);
    const QStringList readOnly = faults.list("column-readonly"_L1);
    const QStringList secured = faults.list("column-secured"_L1);
    const QString key = faults.value("key"_L1);
    Schema seen = *this;
    seen.m_tables.removeIf([&](const Table &table) {
        return (table.name == QStringView(newerConsentTable) && consent != u"newer") ||
               (isConsentTable(table.name) && consent == u"missing");
    });
    seen.m_links.removeIf(
        [&](const Link &link) { return !seen.table(link.first.table) || !seen.table(link.second.table); });
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
        for (Column &column : table.columns) {
            if (readOnly.contains(column.name))
                column = column.readOnly();
            if (secured.contains(column.name))
                column = column.secured();
        }
        for (Key &one : table.keys) {
            if (!key.isEmpty() && one.isActive())
                one.status = key == u"failed" ? u"Failed"_s : u"InProgress"_s;
        }
    }
    return seen;
}

std::optional<Collection> Schema::collection(const Table &from, QStringView property) const
{
    for (const Link &link : m_links) {
        if (link.first.table == from.name && link.first.navigation == property)
            return Collection{.target = table(link.second.table), .link = &link};
        if (link.second.table == from.name && link.second.navigation == property)
            return Collection{.target = table(link.first.table), .link = &link, .isFromSecond = true};
    }
    for (const Table &target : m_tables) {
        for (const Column &column : target.columns) {
            for (const Navigation &navigation : column.navigations) {
                if (navigation.relationship == property && navigation.targets.contains(from.name))
                    return Collection{.target = &target, .lookup = &column};
            }
        }
    }
    return {};
}

bool Schema::knowsPrivilege(const QString &name) const
{
    const auto isOnOne = [&](const QList<Table> &tables) {
        return std::any_of(tables.cbegin(), tables.cend(), [&](const Table &table) { return isOn(table, name); });
    };
    return isOnOne(m_tables) || !isOnOne(standard().m_tables);
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

QStringList privilegeVerbs()
{
    QStringList result;
    for (const QStringView verb : verbs)
        result << verb.toString();
    return result;
}

QUuid stableId(const QString &words)
{
    static const QUuid space(0x0f1d0a52, 0x6c1e, 0x4d0a, 0x9b, 0x36, 0x21, 0x7d, 0x53, 0x0c, 0xe4, 0x18);
    return QUuid::createUuidV5(space, words);
}

} // namespace sandbox::webapi
