#include "sandbox/dataverse/store.h"

#include <cmath>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

/// Empty when a key column is null: such rows are not constrained.
QString keyEntry(const Key &key, const QHash<QString, QJsonValue> &values)
{
    QString entry = key.name;
    for (const QString &column : key.columns) {
        const QJsonValue value = values.value(column);
        if (value.isNull())
            return {};
        entry += u'\n' + folded(value.toVariant().toString());
    }
    return entry;
}

/// "creditlimit_base" is "creditlimit" in the organization's own currency.
void convertMoney(const Table &table, Row &row)
{
    const double rate = row.value(u"exchangerate"_s).toDouble(1);
    for (const Column &column : table.columns) {
        if (column.calculationOf.isEmpty())
            continue;
        const QJsonValue own = row.value(column.calculationOf);
        row.set(column.name, own.isNull() ? own : QJsonValue(std::round(own.toDouble() / rate * 10000) / 10000));
    }
}

/// Whether rows of a table say who may do what.
bool isSecurityTable(QStringView table)
{
    return table == u"systemuser" || table == u"team" || table == u"businessunit" || table == u"role" ||
           table == u"privilege";
}

} // namespace

QString folded(const QString &text)
{
    qsizetype length = text.size();
    while (length > 0 && text.at(length - 1) == u' ')
        --length;
    return text.first(length).toCaseFolded();
}

const Row *Store::row(const QString &table, const QUuid &id) const
{
    const QMap<QUuid, Row> &all = rows(table);
    const auto found = all.constFind(id);
    return found == all.cend() ? nullptr : &*found;
}

const QMap<QUuid, Row> &Store::rows(const QString &table) const
{
    static const QMap<QUuid, Row> none;
    const auto found = m_tables.constFind(table);
    return found == m_tables.cend() ? none : found->byId;
}

QList<QUuid> Store::rowsByKey(const Table &table, const Key &key, const QHash<QString, QJsonValue> &values) const
{
    const QString entry = keyEntry(key, values);
    return entry.isEmpty() ? QList<QUuid>() : m_tables.value(table.name).byKey.values(entry);
}

const Row &Store::put(const Table &table, Row row)
{
    takeOut(table, row.id);
    row.version = ++m_version;
    row.set(table.primaryId(), row.id.toString(QUuid::WithoutBraces));
    row.set(u"versionnumber"_s, row.version);
    if (table.compute)
        table.compute(row);
    convertMoney(table, row);

    Rows &rows = m_tables[table.name];
    for (const Key &key : table.keys) {
        if (const QString entry = keyEntry(key, row.values); !entry.isEmpty())
            rows.byKey.insert(entry, row.id);
    }
    return *rows.byId.insert(row.id, row);
}

void Store::remove(const Table &table, const QUuid &id)
{
    takeOut(table, id);
    for (auto &pairs : m_links) {
        pairs.remove(id);
        for (auto &seconds : pairs)
            seconds.remove(id);
    }
}

void Store::takeOut(const Table &table, const QUuid &id)
{
    if (isSecurityTable(table.name))
        ++m_securityRevision;
    Rows &rows = m_tables[table.name];
    const auto found = rows.byId.constFind(id);
    if (found == rows.byId.cend())
        return;
    for (const Key &key : table.keys) {
        if (const QString entry = keyEntry(key, found->values); !entry.isEmpty())
            rows.byKey.remove(entry, id);
    }
    rows.byId.remove(id);
}

bool Store::link(const Link &link, const QUuid &first, const QUuid &second, int value)
{
    QMap<QUuid, int> &seconds = m_links[link.name][first];
    if (seconds.contains(second))
        return false;
    seconds.insert(second, value);
    ++m_securityRevision;
    return true;
}

bool Store::unlink(const Link &link, const QUuid &first, const QUuid &second)
{
    ++m_securityRevision;
    return m_links[link.name][first].remove(second) > 0;
}

QMap<QUuid, int> Store::linked(const Link &link, const QUuid &first) const
{
    return m_links.value(link.name).value(first);
}

QList<const Row *> Store::rows(const Collection &collection, const QUuid &from) const
{
    QList<const Row *> found;
    const auto pairs = collection.link ? m_links.value(collection.link->name) : QMap<QUuid, QMap<QUuid, int>>();
    for (const Row &row : rows(collection.target->name)) {
        const bool isThere = !collection.link          ? QUuid::fromString(row.text(collection.lookup->name)) == from
                             : collection.isFromSecond ? pairs.value(row.id).contains(from)
                                                       : pairs.value(from).contains(row.id);
        if (isThere)
            found << &row;
    }
    return found;
}

QUuid Store::nextId(const QString &table)
{
    return stableId(u"row %1 %2"_s.arg(table).arg(++m_created));
}

} // namespace sandbox::webapi
