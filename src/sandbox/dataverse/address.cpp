#include "sandbox/dataverse/address.h"

#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/refusal.h"

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuseKey(const Table &table)
{
    refuse(code::keyNotDefined,
           u"The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.%1'. Ensure that the names "
           u"and number "
           "of key properties match the declared key properties for the resource 'Microsoft.Dynamics.CRM.%1'."_s.arg(
               table.name));
}

QJsonValue keyValue(const Table &table, const QString &property, const QString &text)
{
    const Column *column = table.columnOfProperty(property);
    if (!column)
        refuse(code::query, u"Could not find a property named '%1' on type 'Microsoft.Dynamics.CRM.%2'."_s.arg(
                                property, table.name));
    const Literal literal = parseLiteral(text);
    if (literal.kind == Literal::Kind::Null || !literal.fits(column->edm()))
        refuse(code::query, u"The key value of '%1' is not of type '%2'."_s.arg(property, edmName(column->edm())));
    if (literal.kind == Literal::Kind::Text) {
        const QString value = literal.value.toString();
        if (std::any_of(value.cbegin(), value.cend(), [](QChar c) { return u"/<>*%&:\\?+"_s.contains(c); }))
            refuse(code::query, u"A potentially dangerous Request.Path value was detected from the client."_s);
    }
    return literal.value;
}

} // namespace

QList<Segment> parseSegments(const QByteArray &path)
{
    QList<Segment> segments;
    for (const QByteArray &piece : path.split('/')) {
        if (piece.isEmpty())
            continue;
        Segment segment{.encoded = piece};
        const QString text = decoded(piece, false);
        const qsizetype open = text.indexOf(u'(');
        segment.name = open < 0 ? text : text.first(open);
        if (open >= 0) {
            if (!text.endsWith(u')'))
                refuse(code::query, u"Bad Request - Error in query syntax."_s);
            segment.inner = text.sliced(open + 1, text.size() - open - 2).trimmed();
        }
        segments << segment;
    }
    return segments;
}

RowAddress parseRowAddress(const Table &table, const QString &inner)
{
    RowAddress address;
    address.id = parseGuid(inner);
    if (address.id)
        return address;

    QStringList columns;
    for (const QString &part : splitOutside(inner, u',')) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals <= 0)
            refuse(code::query, u"Bad Request - Error in query syntax."_s);
        const QString property = part.first(equals).trimmed();
        const QString value = part.sliced(equals + 1).trimmed();
        // A user or a team has no named key: only the bare id finds it.
        if (property == table.primaryId() && table.name != u"systemuser" && table.name != u"team") {
            address.id = parseGuid(value);
            if (!address.id || inner.contains(u','))
                refuseKey(table);
            return address;
        }
        const QJsonValue stored = keyValue(table, property, value);
        const QString column = table.columnOfProperty(property)->name;
        if (columns.contains(column))
            refuseKey(table);
        columns << column;
        address.keyValues.insert(column, stored);
    }
    columns.sort();
    for (const Key &key : table.keys) {
        QStringList expected = key.columns;
        expected.sort();
        if (expected == columns && key.isActive())
            address.key = &key;
    }
    if (!address.key)
        refuseKey(table);
    return address;
}

const Row *findRow(const Store &store, const Table &table, const RowAddress &address)
{
    if (address.id)
        return store.row(table.name, *address.id);
    const QList<QUuid> found = store.rowsByKey(table, *address.key, address.keyValues);
    if (found.size() > 1)
        refuse(code::multipleRecordsByKey,
               u"More than one record exists for entity %1 with the specified key values."_s.arg(table.name));
    return found.isEmpty() ? nullptr : store.row(table.name, found.front());
}

void refuseMissing(const Table &table, const RowAddress &address)
{
    if (address.id)
        refuse(code::objectDoesNotExist,
               u"Entity '%1' With Id = %2 Does Not Exist"_s.arg(table.schemaName, guidText(*address.id)));
    refuse(code::recordNotFoundByKey,
           u"A record with the specified key values does not exist in %1 entity"_s.arg(table.name));
}

QHash<QString, QString> parseParameters(const QString &inner, const QHash<QString, QString> &aliases)
{
    QHash<QString, QString> result;
    for (const QString &part : splitOutside(inner, u',')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf(u'=');
        if (equals <= 0)
            refuse(code::query, u"Bad Request - Error in query syntax."_s);
        QString value = part.sliced(equals + 1).trimmed();
        if (value.startsWith(u'@'))
            value = aliases.value(value);
        result.insert(part.first(equals).trimmed(), value);
    }
    return result;
}

} // namespace sandbox::webapi
