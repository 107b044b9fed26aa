#include "store/appliedtable.h"

#include "core/lowercase.h"
#include "store/sqlconnection.h"
#include "store/sqllist.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;
using core::Nothing;
using core::Result;

namespace {

constexpr QChar columnBreak = u'\n';
constexpr qsizetype rowsAtOnce = 64; ///< Inserted with one statement.

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

/// The column that a member of a body writes. Lookups are written through "<navigation property>@odata.bind".
QString columnOf(const QString &member)
{
    return member.section(u'@', 0, 0).toLower();
}

/// How a row's id, in lower case, stands in the table "merged".
QVariant keyOf(const QString &rowId)
{
    const QUuid guid = QUuid::fromString(rowId);
    return guid.isNull() || guid.toString(QUuid::WithoutBraces) != rowId ? QVariant(rowId) : guid.toRfc4122();
}

QString rowOf(const QVariant &key)
{
    return key.typeId() == QMetaType::QByteArray ? QUuid::fromRfc4122(key.toByteArray()).toString(QUuid::WithoutBraces)
                                                 : key.toString();
}

/// As SQLite sorts them: texts before bytes.
bool isBefore(const QVariant &a, const QVariant &b)
{
    const bool isGuid = a.typeId() == QMetaType::QByteArray;
    if (isGuid != (b.typeId() == QMetaType::QByteArray))
        return !isGuid;
    return isGuid ? a.toByteArray() < b.toByteArray() : a.toString() < b.toString();
}

QDateTime toMoment(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

} // namespace

void AppliedTable::forgetNames()
{
    m_places.clear();
    m_setIds.clear();
    m_sets.clear();
}

// --- names -----------------------------------------------------------------------------------------------------------

Result<qint64> AppliedTable::idOf(const Place &place)
{
    if (const auto known = m_places.constFind(place); known != m_places.cend())
        return *known;
    const auto id = m_sql.value(u"SELECT id FROM places WHERE dataverse_organization = ? AND table_name = ?"_s,
                                {text(place.organization), text(place.table)});
    if (!id)
        return id.error();
    if (id->isValid())
        m_places.insert(place, id->toLongLong());
    return id->toLongLong();
}

Result<qint64> AppliedTable::makeIdOf(const Place &place)
{
    const auto id = idOf(place);
    if (!id || *id > 0)
        return id;
    if (const auto made = m_sql.command(u"INSERT INTO places (dataverse_organization, table_name) VALUES (?, ?)"_s,
                                        {text(place.organization), text(place.table)});
        !made)
        return made.error();
    return idOf(place);
}

Result<qint64> AppliedTable::setOf(const QStringList &columns)
{
    const QString names = columns.join(columnBreak);
    if (const auto known = m_setIds.constFind(names); known != m_setIds.cend())
        return *known;
    if (const auto made = m_sql.command(u"INSERT INTO column_sets (names) VALUES (?) ON CONFLICT (names) DO NOTHING"_s,
                                        {text(names)});
        !made)
        return made.error();
    const auto id = m_sql.value(u"SELECT id FROM column_sets WHERE names = ?"_s, {text(names)});
    if (!id)
        return id.error();
    m_setIds.insert(names, id->toLongLong());
    return id->toLongLong();
}

Result<QStringList> AppliedTable::columnsOf(qint64 id)
{
    if (const auto known = m_sets.constFind(id); known != m_sets.cend())
        return *known;
    const auto names = m_sql.value(u"SELECT names FROM column_sets WHERE id = ?"_s, {id});
    if (!names)
        return names.error();
    return *m_sets.insert(id, names->toString().split(columnBreak, Qt::SkipEmptyParts));
}

// --- asking ----------------------------------------------------------------------------------------------------------

Result<RowTimes> AppliedTable::timesOf(const QString &organization, const QString &table, const QStringList &rowIds)
{
    RowTimes times;
    QStringList rows;
    rows.reserve(rowIds.size());
    for (const QString &rowId : rowIds)
        rows << core::lowerCase(rowId);
    std::sort(rows.begin(), rows.end()); // neighbours in the tables are read together
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const Place place{organization, table};
    if (const auto added = addWritten(place, rows, times); !added)
        return added.error();
    if (const auto added = addMerged(place, rows, times); !added) // later: what is detached meanwhile is there
        return added.error();
    return times;
}

Result<Nothing> AppliedTable::addWritten(const Place &place, const QStringList &rowIds, RowTimes &times)
{
    const auto isAny = m_sql.value(u"SELECT EXISTS (SELECT 1 FROM applied)"_s);
    if (!isAny)
        return isAny.error();
    if (!isAny->toBool())
        return Nothing{};
    for (qsizetype from = 0; from < rowIds.size(); from += sqllist::most) {
        QVariantList rows;
        for (const QString &row : rowIds.mid(from, sqllist::most))
            rows << text(row);
        const auto query = m_sql.run(
            u"SELECT row_id, column_name, event_time FROM applied WHERE dataverse_organization = ? AND table_name = ? AND row_id IN "_s +
                sqllist::placeholders(rows.size()),
            QVariantList{text(place.organization), text(place.table)} + sqllist::padded(rows));
        if (!query)
            return query.error();
        while ((*query)->next())
            addTime(times, (*query)->value(0).toString(), (*query)->value(1).toString(), toMoment((*query)->value(2)));
        if (const auto read = m_sql.finished(**query); !read)
            return read;
    }
    return Nothing{};
}

Result<Nothing> AppliedTable::addMerged(const Place &place, const QStringList &rowIds, RowTimes &times)
{
    const auto id = idOf(place);
    if (!id)
        return id.error();
    if (*id == 0)
        return Nothing{};
    struct Found {
        QString row;
        qint64 columns = 0;
        QDateTime time;
    };
    for (qsizetype from = 0; from < rowIds.size(); from += sqllist::most) {
        QVariantList rows;
        for (const QString &row : rowIds.mid(from, sqllist::most))
            rows << keyOf(text(row));
        const auto query =
            m_sql.run(u"SELECT row_id, columns, event_time FROM merged WHERE place = ? AND row_id IN "_s +
                          sqllist::placeholders(rows.size()),
                      QVariantList{*id} + sqllist::padded(rows));
        if (!query)
            return query.error();
        QList<Found> found;
        while ((*query)->next())
            found << Found{rowOf((*query)->value(0)), (*query)->value(1).toLongLong(), toMoment((*query)->value(2))};
        if (const auto read = m_sql.finished(**query); !read)
            return read;
        for (const Found &one : std::as_const(found)) {
            const auto columns = columnsOf(one.columns);
            if (!columns)
                return columns.error();
            for (const QString &column : *columns)
                addTime(times, one.row, column, one.time);
        }
    }
    return Nothing{};
}

// --- remembering -----------------------------------------------------------------------------------------------------

Result<Nothing> AppliedTable::remember(qint64 itemId)
{
    const auto found = m_sql.run(
        u"SELECT runs.dataverse_organization, items.table_name, "
        "lower(CASE WHEN settled_row_id <> '' THEN settled_row_id ELSE row_id END), items.event_time, items.after "
        "FROM items JOIN runs ON runs.id = items.run_id WHERE items.id = ?"_s,
        {itemId});
    if (!found)
        return found.error();
    QSqlQuery &item = **found;
    item.next();
    const QVariant organization = item.value(0);
    const QVariant table = item.value(1);
    const QString rowId = item.value(2).toString();
    const QVariant eventTime = item.value(3);
    const QJsonObject after = QJsonDocument::fromJson(item.value(4).toByteArray()).object();
    item.finish();
    if (rowId.isEmpty() || eventTime.isNull())
        return Nothing{};
    for (const QString &member : after.keys()) {
        // The write that was intended last is the one that counts, in whatever order their ends become known.
        const auto done = m_sql.command(
            u"INSERT INTO applied (dataverse_organization, table_name, row_id, column_name, event_time, item_id) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET event_time = excluded.event_time, item_id = "
            "excluded.item_id WHERE excluded.item_id >= applied.item_id"_s,
            {organization, table, rowId, columnOf(member), eventTime, itemId});
        if (!done)
            return done;
    }
    return Nothing{};
}

/// The choice that an undo took back is not written any more, in whichever columns of the row it was.
Result<Nothing> AppliedTable::takeBack(const QString &organization, const QList<AppliedRow> &rows)
{
    for (const AppliedRow &row : rows) {
        if (!row.takesBack || row.rowId.isEmpty() || !row.eventTime.isValid())
            continue;
        const auto place = makeIdOf({organization, row.table});
        if (!place)
            return place.error();
        const qint64 time = row.eventTime.toMSecsSinceEpoch();
        const qint64 choice = time + undoneBy.count();
        const auto merged =
            m_sql.command(u"UPDATE merged SET event_time = ? WHERE place = ? AND row_id = ? AND event_time = ?"_s,
                          {time, *place, keyOf(core::lowerCase(row.rowId)), choice});
        if (!merged)
            return merged;
        const auto written =
            m_sql.command(u"UPDATE applied SET event_time = ? WHERE dataverse_organization = ? AND "
                          "table_name = ? AND row_id = ? AND event_time = ?"_s,
                          {time, text(organization), text(row.table), core::lowerCase(row.rowId), choice});
        if (!written)
            return written;
    }
    return Nothing{};
}

Result<Nothing> AppliedTable::merge(const QString &organization, QList<AppliedRow> rows)
{
    struct Entry {
        qint64 place = 0;
        QVariant row;
        qint64 columns = 0;
        qint64 time = 0;
    };
    if (const auto lowered = takeBack(organization, rows); !lowered)
        return lowered;
    QList<Entry> entries;
    entries.reserve(rows.size());
    for (AppliedRow &row : rows) {
        if (row.rowId.isEmpty() || row.columns.isEmpty() || !row.eventTime.isValid())
            continue;
        const auto place = makeIdOf({organization, row.table});
        if (!place)
            return place.error();
        for (QString &column : row.columns)
            column = columnOf(column);
        std::sort(row.columns.begin(), row.columns.end());
        row.columns.erase(std::unique(row.columns.begin(), row.columns.end()), row.columns.end());
        const auto columns = setOf(row.columns);
        if (!columns)
            return columns.error();
        entries << Entry{*place, keyOf(core::lowerCase(row.rowId)), *columns, row.eventTime.toMSecsSinceEpoch()};
    }
    // In the order of the table, so that each of its pages is written once.
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        if (a.place != b.place)
            return a.place < b.place;
        if (isBefore(a.row, b.row) || isBefore(b.row, a.row))
            return isBefore(a.row, b.row);
        return a.columns < b.columns;
    });
    for (qsizetype from = 0; from < entries.size();) {
        const qsizetype count = entries.size() - from >= rowsAtOnce ? rowsAtOnce : 1;
        QVariantList values;
        values.reserve(4 * count);
        for (const Entry &entry : entries.mid(from, count))
            values << entry.place << entry.row << entry.columns << entry.time;
        const auto done = m_sql.command(
            u"INSERT INTO merged (place, row_id, columns, event_time) VALUES %1 ON CONFLICT DO UPDATE SET event_time = "
            "excluded.event_time WHERE excluded.event_time > merged.event_time"_s.arg(
                QStringList(count, u"(?, ?, ?, ?)"_s).join(u", "_s)),
            values);
        if (!done)
            return done;
        from += count;
    }
    return Nothing{};
}

Result<Nothing> AppliedTable::detach(qint64 settledBefore)
{
    const QString old = u"item_id IN (SELECT id FROM items WHERE outcome IS NOT NULL AND settled_at < ?)"_s;
    QHash<QString, QList<AppliedRow>> rows; // by organization
    {
        const auto query = m_sql.run(u"SELECT dataverse_organization, table_name, row_id, column_name, event_time FROM "
                                     u"applied WHERE %1 ORDER BY "
                                     "dataverse_organization, table_name, row_id, event_time"_s.arg(old),
                                     {settledBefore});
        if (!query)
            return query.error();
        while ((*query)->next()) {
            QList<AppliedRow> &ofOrganization = rows[(*query)->value(0).toString()];
            const AppliedRow row{.table = (*query)->value(1).toString(),
                                 .rowId = (*query)->value(2).toString(),
                                 .columns = {(*query)->value(3).toString()},
                                 .eventTime = toMoment((*query)->value(4))};
            if (!ofOrganization.isEmpty() && ofOrganization.constLast().rowId == row.rowId &&
                ofOrganization.constLast().table == row.table && ofOrganization.constLast().eventTime == row.eventTime)
                ofOrganization.last().columns += row.columns;
            else
                ofOrganization << row;
        }
        if (const auto read = m_sql.finished(**query); !read)
            return read;
    }
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        if (const auto merged = merge(it.key(), *it); !merged)
            return merged;
    }
    return m_sql.command(u"DELETE FROM applied WHERE "_s + old, {settledBefore});
}

// --- forgetting ------------------------------------------------------------------------------------------------------

Result<Nothing> AppliedTable::forget(const QString &organization, const QString &table, const QStringList &rowIds)
{
    const auto place = idOf(Place{organization, table});
    if (!place)
        return place.error();
    if (*place == 0)
        return Nothing{};
    for (const QString &row : rowIds) {
        const auto gone = m_sql.command(u"DELETE FROM merged WHERE place = ? AND row_id = ?"_s,
                                        {*place, keyOf(text(core::lowerCase(row)))});
        if (!gone)
            return gone;
    }
    return Nothing{};
}

Result<Nothing> AppliedTable::forgetPerson(const QString &person)
{
    QHash<Place, QStringList> rows;
    const auto query = m_sql.run(
        u"SELECT DISTINCT runs.dataverse_organization, items.table_name, items.row_id, items.settled_row_id FROM items "
        "JOIN runs ON runs.id = items.run_id WHERE items.person = ?"_s,
        {person});
    if (!query)
        return query.error();
    while ((*query)->next()) {
        QStringList &ofPlace = rows[{(*query)->value(0).toString(), (*query)->value(1).toString()}];
        for (const int column : {2, 3}) {
            if (const QString row = (*query)->value(column).toString(); !row.isEmpty())
                ofPlace << row;
        }
    }
    if (const auto read = m_sql.finished(**query); !read)
        return read;
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        if (const auto gone = forget(it.key().organization, it.key().table, *it); !gone)
            return gone;
    }
    return m_sql.command(u"DELETE FROM applied WHERE item_id IN (SELECT id FROM items WHERE person = ?)"_s, {person});
}

} // namespace store
