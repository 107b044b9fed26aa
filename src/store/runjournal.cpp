#include "store/runjournal.h"

#include "core/lowercase.h"
#include "store/bulkinsert.h"
#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runfile.h"
#include "store/runrows.h"
#include "store/runstate.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;
using namespace runrows;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::Run)
};

constexpr auto ofItem = "w.id >= i.first_write AND w.id < i.first_write + i.writes"_L1;

Error notInBatch()
{
    return {.kind = Error::Kind::Invalid,
            .message = Text::tr("A write ended that was not in the batch."),
            .field = u"write"_s};
}

QString numbersOf(const QList<Outcome> &outcomes)
{
    QStringList numbers;
    for (const Outcome outcome : outcomes)
        numbers << QString::number(int(fateOf(outcome)));
    return numbers.join(u", "_s);
}

} // namespace

// --- claiming --------------------------------------------------------------------------------------------------------

Result<QList<RunItem>> RunJournal::itemsWhere(const QString &from, const QVariantList &values)
{
    QList<RunItem> items;
    std::optional<Error> problem;
    const auto read =
        m_file.database().each(u"SELECT %1, %2 FROM %3 ORDER BY w.id"_s.arg(writeColumns(), itemColumns(), from),
                               values, [&](const QSqlQuery &row) {
                                   const auto write = writeFrom(row, 0, m_file.dictionary());
                                   if (!write) {
                                       problem = write.error();
                                       return;
                                   }
                                   if (items.isEmpty() || items.constLast().id != write->item) {
                                       const auto item = itemFrom(row, writeWidth, m_file.dictionary());
                                       if (!item) {
                                           problem = item.error();
                                           return;
                                       }
                                       items << *item;
                                   }
                                   items.last().writes << *write;
                               });
    if (!read)
        return read.error();
    if (problem)
        return *problem;
    return items;
}

Result<QList<RunItem>> RunJournal::itemsOf(qint64 batch, const QVariant &first, const QVariant &last)
{
    if (first.isNull())
        return itemsWhere(u"retries r JOIN writes w ON w.id = r.write_id JOIN items i ON i.id = w.item "
                          "WHERE r.batch = ?"_s,
                          {batch});
    return itemsWhere(u"writes w JOIN items i ON i.id = w.item WHERE w.id >= ? AND w.id <= ? AND "_s +
                          runstate::isToBeSent(),
                      {first, last});
}

Result<RunBatch> RunJournal::claim(const QString &worker, int writes, std::chrono::milliseconds lease)
{
    return m_file.database().transaction([&]() -> Result<RunBatch> {
        auto batch = claimNext(worker, std::max(writes, 1), lease.count());
        if (!batch || !batch->items.isEmpty())
            return batch;
        return claimRetries(worker, std::max(writes, 1), lease.count());
    });
}

Result<RunBatch> RunJournal::claimNext(const QString &worker, int writes, qint64 lease)
{
    RunDatabase &database = m_file.database();
    QString state;
    qint64 claimed = 0;
    RunBatch batch{.worker = worker};
    const auto read = database.each(u"SELECT state, claimed, next_batch FROM progress"_s + database.forUpdate(), {},
                                    [&](const QSqlQuery &row) {
                                        state = row.value(0).toString();
                                        claimed = row.value(1).toLongLong();
                                        batch.id = row.value(2).toLongLong();
                                    });
    if (!read)
        return read.error();
    if (state != runStateWord(RunState::Running))
        return Error{.kind = Error::Kind::Conflict,
                     .message = Text::tr("Nothing is written now: the run is not running."),
                     .detail = state};
    auto items = itemsWhere(u"(SELECT * FROM writes w WHERE w.id > ? AND %1 ORDER BY w.id LIMIT ?) w "
                            "JOIN items i ON i.id = w.item"_s.arg(runstate::isToBeSent()),
                            {claimed, writes});
    if (!items)
        return items.error();
    if (items->isEmpty())
        return batch;
    RunItem &last = items->last();
    if (last.writeCount > last.writes.size()) { // perhaps the limit cut it
        const auto rest = itemsWhere(
            u"items i JOIN writes w ON %1 WHERE i.id = ? AND w.id > ? AND %2"_s.arg(ofItem, runstate::isToBeSent()),
            {last.id, last.writes.constLast().id});
        if (!rest)
            return rest.error();
        for (const RunItem &more : *rest)
            last.writes += more.writes;
    }
    batch.items = *items;
    const qint64 from = batch.items.constFirst().writes.constFirst().id;
    const qint64 to = batch.items.constLast().writes.constLast().id;
    if (const auto moved = database.command(u"UPDATE progress SET claimed = ?"_s, {to}); !moved)
        return moved.error();
    if (const auto written = writeBatch(batch, from, to, lease); !written)
        return written.error();
    return batch;
}

Result<RunBatch> RunJournal::claimRetries(const QString &worker, int writes, qint64 lease)
{
    RunDatabase &database = m_file.database();
    RunBatch batch{.worker = worker};
    const auto next = database.value(u"SELECT next_batch FROM progress"_s);
    if (!next)
        return next.error();
    batch.id = next->toLongLong();
    QVariantList waiting;
    const auto read =
        database.each(u"SELECT write_id, attempt FROM retries WHERE batch IS NULL ORDER BY write_id LIMIT ?"_s +
                          database.forUpdateSkipLocked(),
                      {writes}, [&waiting](const QSqlQuery &row) { waiting << row.value(0) << row.value(1); });
    if (!read)
        return read.error();
    if (waiting.isEmpty())
        return batch;
    for (qsizetype i = 0; i < waiting.size(); i += 2) {
        const auto taken = database.command(u"UPDATE retries SET batch = ? WHERE write_id = ? AND attempt = ?"_s,
                                            {batch.id, waiting[i], waiting[i + 1]});
        if (!taken)
            return taken.error();
    }
    // The rest of the last item's: its end depends on all of them.
    const auto rest = database.command(
        u"UPDATE retries SET batch = ? WHERE batch IS NULL AND write_id IN (SELECT w.id FROM writes y JOIN items i "
        "ON i.id = y.item JOIN writes w ON %1 WHERE y.id = ?)"_s.arg(ofItem),
        {batch.id, waiting[waiting.size() - 2]});
    if (!rest)
        return rest.error();
    const auto items = itemsOf(batch.id, {}, {});
    if (!items)
        return items.error();
    batch.items = *items;
    const QVariant none(QMetaType::fromType<qint64>());
    if (const auto written = writeBatch(batch, none, none, lease); !written)
        return written.error();
    return batch;
}

Result<Nothing> RunJournal::writeBatch(RunBatch &batch, const QVariant &first, const QVariant &last, qint64 lease)
{
    RunDatabase &database = m_file.database();
    const auto now = database.now();
    if (!now)
        return now.error();
    batch.claimedAt = QDateTime::fromMSecsSinceEpoch(*now, Qt::UTC);
    batch.leaseUntil = batch.claimedAt.addMSecs(lease);
    const qint64 creates = std::count_if(batch.items.cbegin(), batch.items.cend(),
                                         [](const RunItem &item) { return item.planned == Planned::Create; });
    const auto made = database.command(
        u"INSERT INTO batches (id, first_write, last_write, creates, updates, worker, takeovers, claimed_at, "
        "lease_until) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)"_s,
        {batch.id, first, last, creates, batch.items.size() - creates, text(batch.worker), *now, *now + lease});
    if (!made)
        return made.error();
    const auto counted = database.command(u"UPDATE progress SET next_batch = ?"_s, {batch.id + 1});
    if (!counted)
        return counted.error();
    return Nothing{};
}

Result<Nothing> RunJournal::renew(const QString &worker, std::chrono::milliseconds lease)
{
    const auto now = m_file.database().now();
    if (!now)
        return now.error();
    const auto done =
        m_file.database().command(u"UPDATE batches SET lease_until = ? WHERE settled_at IS NULL AND worker = ?"_s,
                                  {qint64(*now + lease.count()), text(worker)});
    if (!done)
        return done.error();
    return Nothing{};
}

Result<RunBatch> RunJournal::takeOver(const QString &worker, std::chrono::milliseconds lease, Whose whose)
{
    RunDatabase &database = m_file.database();
    return database.transaction([&]() -> Result<RunBatch> {
        RunBatch batch{.worker = worker, .isTakenOver = true};
        const auto now = database.now();
        if (!now)
            return now.error();
        QVariant first;
        QVariant last;
        const auto found = database.each(
            u"SELECT id, first_write, last_write, claimed_at FROM batches WHERE settled_at IS NULL AND worker <> ? "
            "AND lease_until < ? ORDER BY id LIMIT 1"_s +
                database.forUpdateSkipLocked(),
            {text(worker), whose == Whose::Expired ? *now : std::numeric_limits<qint64>::max()},
            [&](const QSqlQuery &row) {
                batch.id = row.value(0).toLongLong();
                first = row.value(1);
                last = row.value(2);
                batch.claimedAt = toMoment(row.value(3));
            });
        if (!found)
            return found.error();
        if (batch.id == 0)
            return batch;
        batch.leaseUntil = QDateTime::fromMSecsSinceEpoch(*now + lease.count(), Qt::UTC);
        const auto taken = database.command(
            u"UPDATE batches SET worker = ?, lease_until = ?, takeovers = takeovers + 1 WHERE id = ?"_s,
            {text(worker), qint64(*now + lease.count()), batch.id});
        if (!taken)
            return taken.error();
        const auto items = itemsOf(batch.id, first, last);
        if (!items)
            return items.error();
        batch.items = *items;
        return batch;
    });
}

Result<QList<RunBatch>> RunJournal::unsettled()
{
    RunDatabase &database = m_file.database();
    return database.snapshot([&]() -> Result<QList<RunBatch>> {
        QList<RunBatch> batches;
        QVariantList ends;
        const auto read = database.each(
            u"SELECT id, first_write, last_write, worker, claimed_at, lease_until, takeovers FROM batches WHERE "
            "settled_at IS NULL ORDER BY id"_s,
            {}, [&](const QSqlQuery &row) {
                ends << row.value(1) << row.value(2);
                batches << RunBatch{.id = row.value(0).toLongLong(),
                                    .worker = row.value(3).toString(),
                                    .claimedAt = toMoment(row.value(4)),
                                    .leaseUntil = toMoment(row.value(5)),
                                    .isTakenOver = row.value(6).toInt() > 0};
            });
        if (!read)
            return read.error();
        for (qsizetype i = 0; i < batches.size(); ++i) {
            const auto items = itemsOf(batches[i].id, ends[2 * i], ends[2 * i + 1]);
            if (!items)
                return items.error();
            batches[i].items = *items;
        }
        return batches;
    });
}

// --- settling --------------------------------------------------------------------------------------------------------

Result<bool> RunJournal::endWhenDone()
{
    RunDatabase &database = m_file.database();
    return database.transaction([&]() -> Result<bool> {
        QString state;
        qint64 claimed = 0;
        // Nobody claims while this row is locked.
        const auto read = database.each(u"SELECT state, claimed FROM progress"_s + database.forUpdate(), {},
                                        [&](const QSqlQuery &row) {
                                            state = row.value(0).toString();
                                            claimed = row.value(1).toLongLong();
                                        });
        if (!read)
            return read.error();
        if (state != runStateWord(RunState::Running))
            return state == runStateWord(RunState::Done);
        // In this order: what was settled just now may have been given back, and that is seen only afterwards.
        const std::pair<QString, QVariantList> leftOvers[] = {
            {u"SELECT id FROM batches WHERE settled_at IS NULL LIMIT 1"_s, {}},
            {u"SELECT write_id FROM retries WHERE batch IS NULL LIMIT 1"_s, {}},
            {u"SELECT w.id FROM writes w WHERE w.id > ? AND %1 LIMIT 1"_s.arg(runstate::isToBeSent()), {claimed}},
        };
        for (const auto &[statement, values] : leftOvers) {
            const auto found = database.value(statement, values);
            if (!found)
                return found.error();
            if (found->isValid())
                return false;
        }
        const auto ended = m_file.setState(RunState::Done);
        return ended ? Result<bool>(true) : ended.error();
    });
}

Result<RunJournal::Batch> RunJournal::lock(qint64 id, const QString &worker)
{
    RunDatabase &database = m_file.database();
    Batch batch;
    const auto read = database.each(
        u"SELECT id, first_write, last_write, creates, updates, worker, settled_at FROM batches WHERE id = ?"_s +
            database.forUpdate(),
        {id}, [&batch](const QSqlQuery &row) {
            batch = {.id = row.value(0).toLongLong(),
                     .first = row.value(1),
                     .last = row.value(2),
                     .creates = row.value(3).toLongLong(),
                     .updates = row.value(4).toLongLong(),
                     .worker = row.value(5).toString(),
                     .isSettled = !row.value(6).isNull()};
        });
    if (!read)
        return read.error();
    if (batch.id == 0)
        return Error{.kind = Error::Kind::NotFound, .message = Text::tr("The run has no batch %1.").arg(id)};
    if (batch.isSettled)
        return Error{.kind = Error::Kind::Conflict,
                     .message = Text::tr("How batch %1 of the run ended is already known.").arg(id)};
    if (batch.worker != worker)
        return Error{.kind = Error::Kind::Conflict,
                     .message = Text::tr("Batch %1 of the run was taken over by another worker.").arg(id)};
    return batch;
}

Result<Nothing> RunJournal::settle(qint64 id, const QString &worker, Fate fate, const QList<WriteEnd> &others)
{
    RunDatabase &database = m_file.database();
    const auto settled = database.transaction([&]() -> Result<Nothing> {
        const auto batch = lock(id, worker);
        if (!batch)
            return batch.error();
        const auto now = database.now();
        if (!now)
            return now.error();
        const auto ended =
            database.command(u"UPDATE batches SET settled_at = ?, fate = ? WHERE id = ?"_s, {*now, int(fate), id});
        if (!ended)
            return ended.error();
        if (batch->first.isNull()) { // of these writes other ends were known before
            const auto told = database.command(
                u"UPDATE progress SET resettled = resettled + 1, merged = CASE WHEN merged >= (SELECT min(r.write_id) "
                "FROM retries r WHERE r.batch = ?) THEN (SELECT min(r.write_id) - 1 FROM retries r WHERE r.batch = ?) "
                "ELSE merged END"_s,
                {id, id});
            if (!told)
                return told.error();
        }
        if (const auto noted = noteResults(*batch, others); !noted)
            return noted;
        if (fate == Fate::NotSent) {
            if (const auto given = giveBackRest(*batch); !given)
                return given;
        }
        return endItems(*batch, fate, others);
    });
    if (!settled)
        m_file.dictionary().forget();
    return settled;
}

Result<Nothing> RunJournal::noteResults(const Batch &batch, const QList<WriteEnd> &others)
{
    RunDatabase &database = m_file.database();
    BulkInsert results(
        database, u"results"_s,
        {u"write_id"_s, u"attempt"_s, u"fate"_s, u"reason"_s, u"note"_s, u"code"_s, u"request_id"_s, u"row_id"_s});
    BulkInsert again(database, u"retries"_s, {u"write_id"_s, u"attempt"_s});
    QList<WriteEnd> sorted = others; // so that two workers note new reasons in the same order, and none waits for ever
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const WriteEnd &a, const WriteEnd &b) { return a.reason < b.reason; });
    QSet<qint64> seen;
    for (const WriteEnd &end : std::as_const(sorted)) {
        const auto attempt =
            batch.first.isNull()
                ? database.value(u"SELECT attempt FROM retries WHERE batch = ? AND write_id = ?"_s,
                                 {batch.id, end.write})
                : database.value(u"SELECT 0 FROM writes w WHERE w.id = ? AND w.id >= ? AND w.id <= ? AND "_s +
                                     runstate::isToBeSent(),
                                 {end.write, batch.first, batch.last});
        if (!attempt)
            return attempt.error();
        if (!attempt->isValid() || seen.contains(end.write))
            return notInBatch();
        seen << end.write;
        const auto reason = m_file.dictionary().reasonOf(end.reason);
        if (!reason)
            return reason.error();
        results << end.write << *attempt << int(end.fate) << *reason << (*reason == 0 ? text(end.reason) : u""_s)
                << text(end.code) << text(end.requestId) << text(core::lowerCase(end.rowId));
        if (end.fate == Fate::NotSent)
            again << end.write << attempt->toInt() + 1;
    }
    if (const auto done = results.run(); !done)
        return done;
    return again.run();
}

Result<Nothing> RunJournal::giveBackRest(const Batch &batch)
{
    const auto given =
        batch.first.isNull()
            ? m_file.database().command(
                  u"INSERT INTO retries (write_id, attempt) SELECT r.write_id, r.attempt + 1 FROM retries r WHERE "
                  "r.batch = ? AND NOT EXISTS (SELECT 1 FROM results x WHERE x.write_id = r.write_id AND x.attempt = "
                  "r.attempt)"_s,
                  {batch.id})
            : m_file.database().command(
                  u"INSERT INTO retries (write_id, attempt) SELECT w.id, 1 FROM writes w WHERE w.id >= ? AND w.id <= ? "
                  "AND %1 AND NOT EXISTS (SELECT 1 FROM results x WHERE x.write_id = w.id AND x.attempt = 0)"_s.arg(
                      runstate::isToBeSent()),
                  {batch.first, batch.last});
    if (!given)
        return given.error();
    return Nothing{};
}

Result<Nothing> RunJournal::endItems(const Batch &batch, Fate fate, const QList<WriteEnd> &others)
{
    using runstate::WriteState;
    QList<WriteState> states;
    const auto add = [&](const QString &condition, const QVariantList &values) -> Result<Nothing> {
        const auto more = runstate::statesOf(m_file, condition, values);
        if (!more)
            return more.error();
        states += *more;
        return Nothing{};
    };
    const auto itemOf = [&](const QVariant &write) {
        return m_file.database().value(u"SELECT item FROM writes WHERE id = ?"_s, {write});
    };

    const bool areMostAsPlanned = !batch.first.isNull() && fate == Fate::AsPlanned;
    if (areMostAsPlanned) { // only the others need a look
        QSet<qint64> items;
        for (const WriteEnd &end : others) {
            if (end.fate == Fate::AsPlanned)
                continue;
            const auto item = itemOf(end.write);
            if (!item)
                return item.error();
            if (items.contains(item->toLongLong()))
                continue;
            items << item->toLongLong();
            if (const auto added = add(u"i.id = ?"_s, {*item}); !added)
                return added;
        }
    } else if (batch.first.isNull()) {
        const auto added =
            add(u"i.id IN (SELECT y.item FROM retries z JOIN writes y ON y.id = z.write_id WHERE z.batch = ?)"_s,
                {batch.id});
        if (!added)
            return added;
    } else {
        const auto first = itemOf(batch.first);
        const auto last = itemOf(batch.last);
        if (!first || !last)
            return first ? last.error() : first.error();
        if (const auto added = add(u"i.id >= ? AND i.id <= ?"_s, {*first, *last}); !added)
            return added;
    }

    runstate::Tally tally;
    qint64 creates = 0;
    qint64 updates = 0;
    for (qsizetype from = 0; from < states.size();) {
        QList<std::optional<Outcome>> outcomes;
        const WriteState &item = states[from];
        qsizetype to = from;
        for (; to < states.size() && states[to].item == item.item; ++to)
            outcomes << (states[to].fate ? outcomeOf(*states[to].fate, states[to].action) : std::nullopt);
        if (const auto set = runstate::setEnd(m_file.database(), item, runstate::endOf(outcomes), tally); !set)
            return set;
        ++(item.planned == Planned::Create ? creates : updates);
        from = to;
    }
    if (areMostAsPlanned) {
        tally[int(Fate::Created)] += batch.creates - creates;
        tally[int(Fate::Updated)] += batch.updates - updates;
    }
    return runstate::addTally(m_file.database(), batch.worker, tally);
}

Result<qint64> RunJournal::retryFailed(const QList<Outcome> &outcomes)
{
    for (const Outcome outcome : outcomes) {
        if (outcome != Outcome::Rejected && outcome != Outcome::Conflict && outcome != Outcome::Invalid)
            return Error{.kind = Error::Kind::Invalid,
                         .message = Text::tr("Only what failed can be tried again."),
                         .field = u"outcome"_s};
    }
    if (outcomes.isEmpty())
        return qint64(0);
    RunDatabase &database = m_file.database();
    const QString failed = numbersOf(outcomes);
    return database.transaction([&]() -> Result<qint64> {
        if (const auto locked = database.value(u"SELECT id FROM progress"_s + database.forUpdate()); !locked)
            return locked.error();
        qint64 writes = 0;
        for (const QString &statement :
             {// those of which more is known than of their batch
              u"INSERT INTO retries (write_id, attempt) SELECT x.write_id, x.attempt + 1 FROM results x WHERE x.fate "
              u"IN "
              "(%1) AND NOT EXISTS (SELECT 1 FROM retries r WHERE r.write_id = x.write_id AND r.attempt > x.attempt)"_s,
              // those that failed with all of their batch, the first time …
              u"INSERT INTO retries (write_id, attempt) SELECT w.id, 1 FROM batches b JOIN writes w ON w.id >= "
              "b.first_write AND w.id <= b.last_write WHERE b.fate IN (%1) AND %2 AND NOT EXISTS (SELECT 1 FROM "
              "results x WHERE x.write_id = w.id AND x.attempt = 0) AND NOT EXISTS (SELECT 1 FROM retries r WHERE "
              "r.write_id = w.id)"_s,
              // … or later
              u"INSERT INTO retries (write_id, attempt) SELECT q.write_id, q.attempt + 1 FROM retries q JOIN batches b "
              "ON b.id = q.batch WHERE b.fate IN (%1) AND NOT EXISTS (SELECT 1 FROM results x WHERE x.write_id = "
              "q.write_id AND x.attempt = q.attempt) AND NOT EXISTS (SELECT 1 FROM retries r WHERE r.write_id = "
              "q.write_id AND r.attempt > q.attempt)"_s}) {
            QString whole = statement;
            whole.replace(u"%1"_s, failed).replace(u"%2"_s, runstate::isToBeSent());
            const auto added = database.command(whole);
            if (!added)
                return added;
            writes += *added;
        }
        const QString waiting = u"outcome <> 0 AND item IN (SELECT w.item FROM retries r JOIN writes w ON w.id = "
                                "r.write_id WHERE r.batch IS NULL)"_s;
        runstate::Tally tally;
        const auto counted =
            database.each(u"SELECT outcome, count(*) FROM ended WHERE %1 GROUP BY outcome"_s.arg(waiting), {},
                          [&tally](const QSqlQuery &row) { tally[row.value(0).toInt()] -= row.value(1).toLongLong(); });
        if (!counted)
            return counted.error();
        if (const auto opened = database.command(u"UPDATE ended SET outcome = 0 WHERE "_s + waiting); !opened)
            return opened;
        if (const auto added = runstate::addTally(database, u""_s, tally); !added)
            return added.error();
        return writes;
    });
}

// --- what came of it -------------------------------------------------------------------------------------------------

Result<RunCounts> RunJournal::counts()
{
    RunDatabase &database = m_file.database();
    return database.snapshot([&]() -> Result<RunCounts> {
        RunCounts counts;
        qint64 toWrite = 0;
        const auto groups = m_file.groups();
        if (!groups)
            return groups.error();
        for (const RunGroup &group : *groups) {
            counts.planned += group.items;
            switch (group.planned) {
            case Planned::Create:
            case Planned::Update:
                toWrite += group.ticked;
                counts.tickedOut += group.items - group.ticked;
                break;
            case Planned::Unchanged:
                counts.unchanged += group.items;
                break;
            case Planned::Skipped:
                counts.skipped += group.items;
                break;
            case Planned::Invalid:
                counts.invalid += group.items;
                break;
            case Planned::Conflict:
                counts.conflict += group.items;
                break;
            }
        }
        counts.skipped += counts.tickedOut;
        const auto tallied = database.each(u"SELECT outcome, CAST(sum(items) AS BIGINT) FROM tally GROUP BY outcome"_s,
                                           {}, [&](const QSqlQuery &row) {
                                               const qint64 items = row.value(1).toLongLong();
                                               toWrite -= items;
                                               switch (Fate(row.value(0).toInt())) {
                                               case Fate::Created:
                                                   counts.created += items;
                                                   break;
                                               case Fate::Updated:
                                                   counts.updated += items;
                                                   break;
                                               case Fate::Unchanged:
                                                   counts.unchanged += items;
                                                   break;
                                               case Fate::Skipped:
                                                   counts.skipped += items;
                                                   break;
                                               case Fate::Invalid:
                                                   counts.invalid += items;
                                                   break;
                                               case Fate::Rejected:
                                                   counts.rejected += items;
                                                   break;
                                               case Fate::Conflict:
                                                   counts.conflict += items;
                                                   break;
                                               case Fate::AsPlanned:
                                               case Fate::NotSent:
                                                   break;
                                               }
                                           });
        if (!tallied)
            return tallied.error();
        counts.notReached = toWrite;
        const auto open =
            database.value(u"SELECT CAST(sum(creates + updates) AS BIGINT) FROM batches WHERE settled_at IS NULL"_s);
        if (!open)
            return open.error();
        counts.open = open->toLongLong();
        return counts;
    });
}

} // namespace store
