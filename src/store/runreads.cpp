// What a run has done: for undo, for reports, and for what else wants to know which choice is the newest.
#include "core/lowercase.h"
#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runfile.h"
#include "store/runjournal.h"
#include "store/runrows.h"
#include "store/runstate.h"
#include "store/sqllist.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;
using namespace runrows;
using core::Error;
using core::Nothing;
using core::Result;
using runstate::WriteState;

namespace {

/// A write with what its item says.
struct Known {
    RunWrite write;
    QString person;
    QDateTime eventTime;
};

Result<QList<Known>> read(RunFile &file, const QString &rest, const QVariantList &values)
{
    QList<Known> writes;
    std::optional<Error> problem;
    const auto done = file.database().each(
        u"SELECT %1, i.person, i.event_time FROM writes w JOIN items i ON i.id = w.item %2"_s.arg(writeColumns(), rest),
        values, [&](const QSqlQuery &row) {
            const auto write = writeFrom(row, 0, file.dictionary());
            if (!write)
                problem = write.error();
            else
                writes << Known{*write, row.value(writeWidth).toString(), toMoment(row.value(writeWidth + 1))};
        });
    if (!done)
        return done.error();
    if (problem)
        return *problem;
    return writes;
}

Result<QHash<qint64, WriteState>> statesOf(RunFile &file, const QList<Known> &writes)
{
    QList<qint64> items; // of those that are to be sent: of the others the plan itself tells the end
    for (const Known &one : writes) {
        if (one.write.action != RunWrite::Action::None && (items.isEmpty() || items.constLast() != one.write.item))
            items << one.write.item;
    }
    QHash<qint64, WriteState> states;
    const auto add = [&](const QString &condition, const QVariantList &values) -> Result<Nothing> {
        const auto found = runstate::statesOf(file, condition, values);
        if (!found)
            return found.error();
        for (const WriteState &state : *found)
            states.insert(state.write, state);
        return Nothing{};
    };
    if (items.isEmpty())
        return states;
    const auto [first, last] = std::minmax_element(items.cbegin(), items.cend());
    if (*last - *first < 4 * items.size()) { // neighbours are asked for as such
        const auto added = add(u"i.id >= ? AND i.id <= ?"_s, {*first, *last});
        return added ? Result<QHash<qint64, WriteState>>(states) : added.error();
    }
    for (qsizetype from = 0; from < items.size(); from += sqllist::most) {
        QVariantList ids;
        for (const qint64 item : items.mid(from, sqllist::most))
            ids << item;
        const auto added = add(u"i.id IN "_s + sqllist::placeholders(ids.size()), sqllist::padded(ids));
        if (!added)
            return added.error();
    }
    return states;
}

/// Outcome of a write; none when it is not known, or there is none.
std::optional<Outcome> outcomeOf(const QHash<qint64, WriteState> &states, qint64 write)
{
    const auto state = states.constFind(write);
    return state != states.cend() && state->fate ? store::outcomeOf(*state->fate, state->action) : std::nullopt;
}

/// What was written, or found there: empty when neither is so.
Result<QList<AppliedRow>> appliedOf(RunFile &file, const QList<Known> &writes)
{
    const auto states = statesOf(file, writes);
    if (!states)
        return states.error();
    QList<AppliedRow> rows;
    for (const auto &[write, person, eventTime] : writes) {
        QStringList columns;
        if (write.action == RunWrite::Action::None) {
            if (write.outcome == Outcome::Unchanged)
                columns = columnsOf(write.same);
        } else {
            switch (outcomeOf(*states, write.id).value_or(Outcome::Rejected)) {
            case Outcome::Created:
            case Outcome::Updated:
            case Outcome::Unchanged:
                columns = columnsOf(write.after) + columnsOf(write.same);
                // What every new row gets nobody has chosen: no choice that comes late is held against it.
                columns.removeIf([&fixed = write.fixed](const QString &column) { return fixed.contains(column); });
                break;
            case Outcome::Skipped:
            case Outcome::Invalid:
            case Outcome::Rejected:
            case Outcome::Conflict:
                break;
            }
        }
        const QString told = states->value(write.id).rowId;
        const QString rowId = told.isEmpty() ? core::lowerCase(write.rowId) : told;
        if (!columns.isEmpty() && !rowId.isEmpty() && eventTime.isValid())
            rows << AppliedRow{write.id, write.table, rowId, columns, eventTime};
    }
    return rows;
}

} // namespace

Result<QList<WriteAttempt>> RunJournal::attempts(qint64 write)
{
    RunDatabase &database = m_file.database();
    return database.snapshot([&]() -> Result<QList<WriteAttempt>> {
        QList<WriteAttempt> attempts;
        std::optional<Error> problem;
        const auto done = database.each(
            u"SELECT a.attempt, b.id, b.worker, b.settled_at, coalesce(x.fate, b.fate), x.reason, x.note, x.code, "
            "x.request_id, x.row_id FROM ("
            "SELECT 0 AS attempt, (SELECT c.id FROM batches c WHERE c.first_write <= ? ORDER BY c.first_write DESC "
            "LIMIT 1) AS batch UNION ALL SELECT attempt, batch FROM retries WHERE write_id = ?) a "
            "JOIN batches b ON b.id = a.batch AND (a.attempt > 0 OR b.last_write >= ?) "
            "LEFT JOIN results x ON x.write_id = ? AND x.attempt = a.attempt "
            "WHERE b.settled_at IS NOT NULL ORDER BY a.attempt"_s,
            {write, write, write, write}, [&](const QSqlQuery &row) {
                const auto reason = m_file.dictionary().reason(row.value(5).toLongLong());
                if (!reason) {
                    problem = reason.error();
                    return;
                }
                attempts << WriteAttempt{.attempt = row.value(0).toInt(),
                                         .batch = row.value(1).toLongLong(),
                                         .worker = row.value(2).toString(),
                                         .endedAt = toMoment(row.value(3)),
                                         .end = {.write = write,
                                                 .fate = Fate(row.value(4).toInt()),
                                                 .reason = reason->isEmpty() ? row.value(6).toString() : *reason,
                                                 .code = row.value(7).toString(),
                                                 .requestId = row.value(8).toString(),
                                                 .rowId = row.value(9).toString()}};
            });
        if (!done)
            return done.error();
        if (problem)
            return *problem;
        return attempts;
    });
}

Result<QList<DoneWrite>> RunJournal::done(qint64 afterWrite, int limit)
{
    return m_file.database().snapshot([&]() -> Result<QList<DoneWrite>> {
        QList<DoneWrite> found;
        for (qint64 after = afterWrite; found.isEmpty();) { // a page in which all failed is not the end
            const auto writes = read(m_file,
                                     u"WHERE w.id > ? AND w.id <= (SELECT claimed FROM progress) AND %1 ORDER BY w.id "
                                     "LIMIT ?"_s.arg(runstate::isToBeSent()),
                                     {after, std::max(limit, 1)});
            if (!writes)
                return writes.error();
            if (writes->isEmpty())
                break;
            after = writes->constLast().write.id;
            const auto states = statesOf(m_file, *writes);
            if (!states)
                return states.error();
            for (const Known &one : *writes) {
                const auto outcome = outcomeOf(*states, one.write.id);
                if (outcome != Outcome::Created && outcome != Outcome::Updated)
                    continue;
                DoneWrite done{
                    .write = one.write, .person = one.person, .eventTime = one.eventTime, .outcome = *outcome};
                if (const QString told = states->value(one.write.id).rowId; !told.isEmpty())
                    done.write.rowId = told;
                found << done;
            }
        }
        return found;
    });
}

Result<QDateTime> RunJournal::lastApplied(const QString &table, const QString &rowId, const QString &column)
{
    const auto times = timesOf(table, {rowId});
    if (!times)
        return times.error();
    return times->value(core::lowerCase(rowId)).value(column.section(u'@', 0, 0).toLower());
}

Result<RowTimes> RunJournal::timesOf(const QString &table, const QStringList &rowIds)
{
    return m_file.database().snapshot([&]() -> Result<RowTimes> {
        RowTimes times;
        const auto state = m_file.state();
        if (!state)
            return state.error();
        if (*state == RunState::Planning || *state == RunState::Planned)
            return times;
        for (qsizetype from = 0; from < rowIds.size(); from += sqllist::most) {
            QVariantList ids;
            for (const QString &rowId : rowIds.mid(from, sqllist::most))
                ids << text(core::lowerCase(rowId));
            ids = sqllist::padded(ids);
            const auto writes = read(m_file,
                                     u"WHERE w.id IN (SELECT y.id FROM writes y WHERE lower(y.row_id) IN %1 UNION "
                                     "SELECT x.write_id FROM results x WHERE x.row_id IN %1 AND x.row_id <> '') "
                                     "ORDER BY w.id"_s.arg(sqllist::placeholders(ids.size())),
                                     ids + ids);
            if (!writes)
                return writes.error();
            const auto rows = appliedOf(m_file, *writes);
            if (!rows)
                return rows.error();
            const QSet<QString> wanted = [&ids] {
                QSet<QString> all;
                for (const QVariant &id : std::as_const(ids))
                    all << id.toString();
                return all;
            }();
            for (const AppliedRow &row : *rows) {
                if (row.table != table || !wanted.contains(row.rowId)) // a write that ended at another row than planned
                    continue;
                for (const QString &column : row.columns)
                    addTime(times, row.rowId, column, row.eventTime);
            }
        }
        return times;
    });
}

Result<RunJournal::AppliedPage> RunJournal::applied(qint64 afterWrite, int limit, qint64 upTo)
{
    return m_file.database().snapshot([&]() -> Result<AppliedPage> {
        const auto writes = read(
            m_file, u"WHERE w.id > ? AND w.id <= ? AND NOT %1 ORDER BY w.id LIMIT ?"_s.arg(runstate::isItemLeftOut()),
            {afterWrite, upTo, std::max(limit, 1)});
        if (!writes)
            return writes.error();
        if (writes->isEmpty())
            return AppliedPage{};
        const auto rows = appliedOf(m_file, *writes);
        if (!rows)
            return rows.error();
        return AppliedPage{.rows = *rows, .last = writes->constLast().write.id};
    });
}

} // namespace store
