#pragma once

#include "core/result.h"
#include "store/rundata.h"

#include <QHash>
#include <QVariant>

namespace store {

class SqlConnection;

/// What the journal knows of when the choices were made that were written: one by one, with the item that wrote them,
/// and what was taken over from runs. What changes something is called within a transaction. Private to this room.
class AppliedTable
{
public:
    explicit AppliedTable(SqlConnection &sql) : m_sql(sql) {}

    core::Result<RowTimes> timesOf(const QString &organization, const QString &table, const QStringList &rowIds);

    /// What the item of the journal wrote.
    core::Result<core::Nothing> remember(qint64 item);
    core::Result<core::Nothing> merge(const QString &organization, QList<AppliedRow> rows);
    /// What items settled before this wrote is known without them from then on.
    core::Result<core::Nothing> detach(qint64 settledBefore);
    core::Result<core::Nothing> forget(const QString &organization, const QString &table, const QStringList &rowIds);
    /// All that is known of the rows of this person's items.
    core::Result<core::Nothing> forgetPerson(const QString &person);

    /// After something was rolled back.
    void forgetNames();

private:
    struct Place {
        QString organization;
        QString table;
        bool operator==(const Place &) const = default;
        friend size_t qHash(const Place &place, size_t seed = 0)
        {
            return qHashMulti(seed, place.organization, place.table);
        }
    };

    core::Result<core::Nothing> takeBack(const QString &organization, const QList<AppliedRow> &rows);
    core::Result<core::Nothing> addWritten(const Place &place, const QStringList &rowIds, RowTimes &times);
    core::Result<core::Nothing> addMerged(const Place &place, const QStringList &rowIds, RowTimes &times);
    /// 0 when it is not known.
    core::Result<qint64> idOf(const Place &place);
    core::Result<qint64> makeIdOf(const Place &place);
    core::Result<qint64> setOf(const QStringList &columns);
    core::Result<QStringList> columnsOf(qint64 id);

    SqlConnection &m_sql;
    QHash<Place, qint64> m_places;
    QHash<QString, qint64> m_setIds;
    QHash<qint64, QStringList> m_sets;
};

} // namespace store
