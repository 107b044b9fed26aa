#include "store/runstate.h"

#include "store/bulkinsert.h"
#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runfile.h"
#include "store/runschema.h"

#include <algorithm>

namespace store::runstate {

using namespace Qt::StringLiterals;
using core::Nothing;
using core::Result;

namespace {

/// From what must be looked at to what is of no interest.
constexpr Outcome worstFirst[] = {Outcome::Rejected, Outcome::Conflict,  Outcome::Invalid, Outcome::Updated,
                                  Outcome::Created,  Outcome::Unchanged, Outcome::Skipped};

} // namespace

QString classesLeftOut()
{
    return u"SELECT o.id FROM classes o WHERE o.left_out <> 0"_s;
}

QString isLeftOut(const QString &item, const QString &kind)
{
    return u"(CASE WHEN %2 IN (%3) THEN NOT EXISTS (SELECT 1 FROM exceptions u WHERE u.item = %1) "
           "ELSE EXISTS (SELECT 1 FROM exceptions u WHERE u.item = %1) END)"_s.arg(item, kind, classesLeftOut());
}

QString isItemLeftOut()
{
    // Its class is looked up only where there is such a rule.
    return isLeftOut(
        u"w.item"_s,
        u"(CASE WHEN EXISTS (%1) THEN (SELECT n.class FROM items n WHERE n.id = w.item) END)"_s.arg(classesLeftOut()));
}

Result<qint64> setTicked(RunDatabase &database, qint64 item, qint64 kind, bool ticked)
{
    const auto isClassLeftOut = database.value(u"SELECT left_out FROM classes WHERE id = ?"_s, {kind});
    if (!isClassLeftOut)
        return isClassLeftOut.error();
    const auto changed =
        ticked == (isClassLeftOut->toInt() != 0)
            ? database.command(u"INSERT INTO exceptions (item) VALUES (?) ON CONFLICT (item) DO NOTHING"_s, {item})
            : database.command(u"DELETE FROM exceptions WHERE item = ?"_s, {item});
    if (!changed)
        return changed;
    const auto counted = database.command(u"UPDATE totals SET unticked = unticked + ? WHERE block = ? AND class = ?"_s,
                                          {ticked ? -*changed : *changed, item / itemsOfBlock, kind});
    return counted ? changed : counted;
}

QString isToBeSent()
{
    return u"w.shape IN (SELECT s.id FROM shapes s WHERE s.action <> 0) AND NOT "_s + isItemLeftOut();
}

Result<QList<WriteState>> statesOf(RunFile &file, const QString &condition, const QVariantList &values)
{
    // The last attempt is the newest retry, else the first batch that holds the write. First batches do not overlap:
    // only the nearest one can.
    const QString statement =
        u"SELECT w.id, w.item, s.action, i.class, coalesce(r.attempt, 0), b.id, "
        "CASE WHEN b.settled_at IS NULL THEN NULL ELSE coalesce(x.fate, b.fate) END, e.outcome, x.row_id "
        "FROM items i JOIN writes w ON w.id >= i.first_write AND w.id < i.first_write + i.writes "
        "JOIN shapes s ON s.id = w.shape "
        "LEFT JOIN ended e ON e.item = i.id "
        "LEFT JOIN retries r ON r.write_id = w.id AND "
        "r.attempt = (SELECT max(q.attempt) FROM retries q WHERE q.write_id = w.id) "
        "LEFT JOIN batches b ON b.id = CASE WHEN r.write_id IS NULL "
        "THEN (SELECT c.id FROM batches c WHERE c.first_write <= w.id ORDER BY c.first_write DESC LIMIT 1) "
        "ELSE r.batch END AND (r.write_id IS NOT NULL OR b.last_write >= w.id) "
        "LEFT JOIN results x ON x.write_id = w.id AND x.attempt = coalesce(r.attempt, 0) "
        "WHERE s.action <> 0 AND NOT %1 AND %2 ORDER BY w.id"_s.arg(isLeftOut(u"i.id"_s, u"i.class"_s), condition);
    QList<WriteState> states;
    std::optional<core::Error> problem;
    const auto read = file.database().each(statement, values, [&](const QSqlQuery &row) {
        WriteState state;
        state.write = row.value(0).toLongLong();
        state.item = row.value(1).toLongLong();
        state.action = RunWrite::Action(row.value(2).toInt());
        const auto kind = file.dictionary().classWith(row.value(3).toLongLong());
        if (!kind)
            problem = kind.error();
        else
            state.planned = kind->planned;
        state.attempt = row.value(4).toInt();
        state.isClaimed = !row.value(5).isNull();
        if (!row.value(6).isNull())
            state.fate = Fate(row.value(6).toInt());
        if (!row.value(7).isNull())
            state.ended = row.value(7).toInt();
        state.rowId = row.value(8).toString();
        states << state;
    });
    if (!read)
        return read.error();
    if (problem)
        return *problem;
    return states;
}

QString isOneOf(const QString &column, const QList<qint64> &numbers)
{
    if (numbers.isEmpty())
        return u"1 = 0"_s;
    QStringList texts;
    for (const qint64 one : numbers)
        texts << QString::number(one);
    return column + u" IN ("_s + texts.join(u", "_s) + u')';
}

int endOf(const QList<std::optional<Outcome>> &outcomes)
{
    if (std::any_of(outcomes.cbegin(), outcomes.cend(), [](const auto &one) { return !one; }))
        return 0;
    for (const Outcome outcome : worstFirst) {
        if (outcomes.contains(outcome))
            return int(fateOf(outcome));
    }
    return 0;
}

int plannedEnd(Planned planned)
{
    switch (planned) {
    case Planned::Create:
        return int(Fate::Created);
    case Planned::Update:
        return int(Fate::Updated);
    case Planned::Unchanged:
        return int(Fate::Unchanged);
    case Planned::Skipped:
        return int(Fate::Skipped);
    case Planned::Invalid:
        return int(Fate::Invalid);
    case Planned::Conflict:
        return int(Fate::Conflict);
    }
    return 0;
}

Result<Nothing> addTally(RunDatabase &database, const QString &worker, const Tally &tally)
{
    BulkInsert rows(database, u"tally"_s, {u"worker"_s, u"outcome"_s, u"items"_s},
                    u"ON CONFLICT (worker, outcome) DO UPDATE SET items = tally.items + excluded.items"_s);
    for (auto it = tally.cbegin(); it != tally.cend(); ++it) {
        if (it.key() != 0 && *it != 0)
            rows << worker << it.key() << *it;
    }
    return rows.run();
}

Result<Nothing> setEnd(RunDatabase &database, const WriteState &state, int end, Tally &tally)
{
    const auto noted =
        end == plannedEnd(state.planned)
            ? database.command(u"DELETE FROM ended WHERE item = ?"_s, {state.item})
            : database.command(u"INSERT INTO ended (item, outcome) VALUES (?, ?) ON CONFLICT (item) DO UPDATE SET "
                               "outcome = excluded.outcome"_s,
                               {state.item, end});
    if (!noted)
        return noted.error();
    ++tally[end];
    --tally[state.ended.value_or(0)];
    return Nothing{};
}

} // namespace store::runstate
