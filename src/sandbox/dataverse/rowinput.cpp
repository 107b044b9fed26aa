#include "sandbox/dataverse/rowinput.h"

#include "sandbox/dataverse/environment.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/refusal.h"
#include "sandbox/dataverse/value.h"

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuseUndeclared(const Table &table, const QString &property)
{
    refuse(code::payload,
           u"Error identified in Payload provided by the user for Entity :'%1', InnerException : "
           u"Microsoft.OData.ODataException: "
           "An undeclared property '%2' was found in the payload. Only declared properties and navigation properties "
           "of type "
           "'Microsoft.Dynamics.CRM.%3' can be used, in the letter case in which they are declared."_s.arg(
               table.entitySet, property, table.name));
}

} // namespace

void RowInput::apply(const QJsonObject &body, Row &row, Purpose purpose) const
{
    const Row before = row;
    for (auto member = body.constBegin(); member != body.constEnd(); ++member)
        applyProperty(member.key(), member.value(), row, purpose);
    if (purpose == Purpose::Create)
        checkRequired(row);
    checkState(before, body, row);
    checkCurrency(row);
}

void RowInput::checkRequired(const Row &row) const
{
    for (const Column &column : m_table.columns) {
        const bool isOurs = column.isForCreate && column.name != m_table.primaryId() && column.type != Type::Owner;
        if (isOurs && column.requiredLevel == u"SystemRequired" && row.value(column.name).isNull())
            refuse(code::requiredMissing, u"Attribute '%1' cannot be NULL"_s.arg(column.name));
    }
}

void RowInput::applyProperty(const QString &name, const QJsonValue &value, Row &row, Purpose purpose) const
{
    const qsizetype at = name.indexOf(u'@');
    if (at == 0)
        return; // @odata.type, @odata.etag … say something of the row, not of a column
    if (at > 0) {
        const QString annotated = name.first(at);
        if (name.sliced(at + 1) == u"odata.bind")
            return bind(annotated, value, row);
        if (!m_table.columnOfProperty(annotated))
            refuseUndeclared(m_table, annotated);
        return; // a formatted value sent back, for instance
    }

    const Column *column = m_table.columnOfProperty(name);
    if (!column || column->type == Type::Virtual || !column->attributeOf.isEmpty())
        refuseUndeclared(m_table, name);
    if (column->isLookup())
        refuse(
            code::query,
            u"CRM do not support direct update of Entity Reference properties, Use Navigation properties instead."_s);
    const bool isCreate = purpose == Purpose::Create;
    if (column->name == m_table.primaryId()) {
        if (isCreate || value.isNull())
            return; // the caller of this has taken it already
        if (parseGuid(value.toString()) != row.id)
            refuse(code::invalidArgument, u"The primary key '%1' of a row cannot be changed."_s.arg(name));
        return;
    }
    const QJsonValue stored = storable(m_table.name, *column, value, m_call.sendsLongText());
    if (!(isCreate ? column->isForCreate : column->isForUpdate))
        return;
    if (column->isSecured)
        refuse(isCreate ? code::secureCreateDenied : code::secureUpdateDenied,
               u"Caller user with Id %1 does not have %2 permissions to the '%3' secured attribute(s) on the '%4' "
               "entity. The requested operation could not be completed."_s.arg(guidText(m_call.privileges.user()),
                                                                               isCreate ? u"create"_s : u"update"_s,
                                                                               column->name, m_table.name));
    row.set(column->name, stored);
}

void RowInput::bind(const QString &navigationName, const QJsonValue &address, Row &row) const
{
    const auto [column, navigation] = m_table.navigation(navigationName);
    if (!column || !(column->isForCreate || column->isForUpdate))
        refuseUndeclared(m_table, navigationName);
    if (address.isNull()) {
        if (column->requiredLevel == u"SystemRequired")
            refuse(code::requiredMissing, u"Attribute '%1' cannot be NULL"_s.arg(column->name));
        row.set(column->name, {});
        row.targets.remove(column->name);
        return;
    }
    if (!address.isString())
        refuse(code::payload, u"The value of '%1@odata.bind' must be the address of one row."_s.arg(navigationName));

    const auto [target, rowAddress] = parseReference(m_call, address.toString());
    if (!target)
        refuse(code::payload,
               u"The address '%1' of '%2@odata.bind' names no row."_s.arg(address.toString(), navigationName));
    if (!navigation->targets.contains(target->name))
        refuse(code::payload, u"A row of '%1' was given for '%2', which takes rows of '%3'."_s.arg(
                                  target->name, navigationName, navigation->targets.join(u", "_s)));
    const Row *other = findRow(m_store, *target, rowAddress);
    if (!other)
        refuseMissing(*target, rowAddress);
    if (column->type == Type::Owner) {
        m_call.privileges.require(m_table, u"Assign");
    } else {
        m_call.privileges.require(m_table, u"Append");
        m_call.privileges.require(m_store, *target, u"AppendTo", *other);
    }
    row.set(column->name, guidText(other->id));
    row.targets.insert(column->name, target->name);
}

std::pair<const Table *, RowAddress> parseReference(const Call &call, const QString &address)
{
    QByteArray path = address.toUtf8(); // what counts begins at the entity set
    const QByteArray root = call.root.toUtf8();
    if (path.startsWith(root))
        path.remove(0, root.size());
    else if (const QByteArray base = serviceRoot(path); !base.isEmpty())
        path.remove(0, base.size());
    const QList<Segment> segments = parseSegments(path);
    const Table *target = segments.size() == 1 ? call.schema.tableOfSet(segments.front().name) : nullptr;
    if (!target || !segments.front().inner)
        return {nullptr, {}};
    return {target, parseRowAddress(*target, *segments.front().inner)};
}

void RowInput::checkState(const Row &before, const QJsonObject &body, Row &row) const
{
    const Column *statusColumn = m_table.column(u"statuscode");
    if (!statusColumn)
        return;
    const int state = row.value(u"statecode"_s).toInt();
    if (state != before.value(u"statecode"_s).toInt() && !body.contains(u"statuscode"_s)) {
        const auto usual = std::find_if(statusColumn->options.cbegin(), statusColumn->options.cend(),
                                        [&](const Option &option) { return option.state == state; });
        row.set(u"statuscode"_s, usual->value);
    }
    const Option *status = statusColumn->option(row.value(u"statuscode"_s).toInt());
    if (!status || status->state != state)
        refuse(code::stateStatusMismatch, u"%1 is not a valid status code for state code %2 on %3 with Id %4."_s
                                              .arg(row.value(u"statuscode"_s).toInt())
                                              .arg(state)
                                              .arg(m_table.name, guidText(row.id)));
}

void RowInput::checkCurrency(Row &row) const
{
    const Row *currency =
        m_store.row(u"transactioncurrency"_s, QUuid::fromString(row.text(u"transactioncurrencyid"_s)));
    const bool hasMoney = std::any_of(m_table.columns.cbegin(), m_table.columns.cend(), [&](const Column &column) {
        return column.type == Type::Money && column.calculationOf.isEmpty() && !row.value(column.name).isNull();
    });
    if (hasMoney && !currency)
        refuse(code::currencyMissing,
               u"The currency cannot be null, because the row of '%1' has money values."_s.arg(m_table.name));
    if (m_table.column(u"transactioncurrencyid"))
        row.set(u"exchangerate"_s, currency ? currency->value(u"exchangerate"_s) : QJsonValue());
}

} // namespace sandbox::webapi
