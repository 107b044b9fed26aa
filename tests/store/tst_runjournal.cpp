#include "postgres.h"
#include "runsamples.h"
#include "store/runjournal.h"
#include "store/runpages.h"
#include "support/fakeclock.h"

#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace runsamples;
using namespace store;
using core::Error;

namespace {

const QString worker = u"worker-1"_s;

/// Counts all items of a plan, one by one.
RunCounts look(RunFile &file)
{
    RunCounts counts;
    RunPages pages(file, {});
    const auto items = pages.page(0, 1'000'000);
    for (const RunItem &item : items.valueOr({})) {
        ++counts.planned;
        if (isWrite(item.planned) && !item.isTicked) {
            ++counts.tickedOut;
            ++counts.skipped;
            continue;
        }
        if (!item.ended) {
            ++counts.notReached;
            continue;
        }
        switch (*item.ended) {
        case Outcome::Created:
            ++counts.created;
            break;
        case Outcome::Updated:
            ++counts.updated;
            break;
        case Outcome::Unchanged:
            ++counts.unchanged;
            break;
        case Outcome::Skipped:
            ++counts.skipped;
            break;
        case Outcome::Invalid:
            ++counts.invalid;
            break;
        case Outcome::Rejected:
            ++counts.rejected;
            break;
        case Outcome::Conflict:
            ++counts.conflict;
            break;
        }
    }
    return counts;
}

} // namespace

class TestRunJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isShared");
        QTest::newRow("SQLite") << false;
        QTest::newRow("PostgreSQL") << true;
    }

    void init()
    {
        QFETCH_GLOBAL(bool, isShared);
        if (isShared && !m_postgres)
            m_postgres = std::make_unique<Postgres>();
        if (isShared && !m_postgres->isRunning())
            QSKIP(qPrintable(m_postgres->missing()));
        m_file.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = isShared ? m_postgres->newPlace() : RunPlace::file(m_folder->filePath(u"plan.cbplan"_s));
    }

    void givesEachWriteOnce()
    {
        begin(someItems(0, 70)); // 30 to be written
        RunJournal journal(*m_file);
        QSet<qint64> writes;
        qint64 lastId = 0;
        for (;;) {
            const auto batch = journal.claim(worker, 7, 1min);
            QVERIFY(batch);
            if (batch->items.isEmpty())
                break;
            QVERIFY(batch->id > lastId);
            lastId = batch->id;
            QCOMPARE(batch->worker, worker);
            QVERIFY(batch->leaseUntil == batch->claimedAt.addSecs(60));
            QVERIFY(batch->writeCount() <= 7);
            for (const RunItem &item : batch->items) {
                QVERIFY(isWrite(item.planned));
                QVERIFY(!item.person.isEmpty());
                for (const RunWrite &write : item.writes) {
                    QVERIFY(!writes.contains(write.id));
                    writes << write.id;
                    QVERIFY(write.action != RunWrite::Action::None);
                    QVERIFY(!write.after.isEmpty());
                }
            }
            QCOMPARE(journal.counts()->open, batch->items.size());
            QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned));
        }
        QCOMPARE(writes.size(), 30);
        const RunCounts counts = *journal.counts();
        QCOMPARE(counts.updated, 20);
        QCOMPARE(counts.created, 10);
        QCOMPARE(counts.notReached, 0);
        QCOMPARE(counts.open, 0);
        QCOMPARE(counts, look(*m_file));
    }

    void writesOfAPersonStayTogether()
    {
        QList<RunItem> items;
        for (int i = 0; i < 5; ++i) {
            RunItem item = someItem(i);
            RunWrite none = someWrite(1000 + i);
            none.action = RunWrite::Action::None;
            none.after.clear();
            item.writes.prepend(none);
            for (int more = 0; more < 4; ++more)
                item.writes << someWrite(100 + 10 * i + more);
            items << item;
        }
        begin(items);
        RunJournal journal(*m_file);
        QList<int> sizes;
        for (auto batch = journal.claim(worker, 3, 1min); !batch->items.isEmpty();
             batch = journal.claim(worker, 3, 1min)) {
            for (const RunItem &item : batch->items)
                QCOMPARE(item.writes.size(), 5); // without the one that is not sent
            sizes << int(batch->items.size());
        }
        QCOMPARE(sizes, (QList<int>{1, 1, 1, 1, 1}));
    }

    void theWorstOfTheRowsCounts_data()
    {
        QTest::addColumn<QList<int>>("fates");
        QTest::addColumn<int>("outcome");
        const auto row = [](const char *name, const QList<Fate> &fates, Outcome outcome) {
            QList<int> numbers;
            for (const Fate fate : fates)
                numbers << int(fate);
            QTest::newRow(name) << numbers << int(outcome);
        };
        row("all done", {Fate::AsPlanned, Fate::AsPlanned, Fate::AsPlanned}, Outcome::Updated);
        row("one rejected", {Fate::AsPlanned, Fate::Rejected, Fate::Conflict}, Outcome::Rejected);
        row("one changed meanwhile", {Fate::Unchanged, Fate::Conflict, Fate::AsPlanned}, Outcome::Conflict);
        row("some there already", {Fate::Unchanged, Fate::Unchanged, Fate::Updated}, Outcome::Updated);
        row("all there already", {Fate::Unchanged, Fate::Unchanged, Fate::Unchanged}, Outcome::Unchanged);
        row("made after all", {Fate::Created, Fate::Created, Fate::Created}, Outcome::Created);
    }
    void theWorstOfTheRowsCounts()
    {
        QFETCH(QList<int>, fates);
        QFETCH(int, outcome);
        RunItem item = someItem(1);
        item.writes << someWrite(2) << someWrite(3);
        begin({someItem(0), item, someItem(5)});
        RunJournal journal(*m_file);
        const auto batch = journal.claim(worker, 10, 1min);
        QList<WriteEnd> ends;
        for (int i = 0; i < 3; ++i)
            ends << WriteEnd{.write = batch->items[1].writes[i].id, .fate = Fate(fates[i])};
        QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned, ends));
        RunPages pages(*m_file, {});
        QVERIFY(pages.page(1, 1)->constFirst().ended == Outcome(outcome));
        QCOMPARE(*journal.counts(), look(*m_file));
    }

    void aBatchEndsOnceAndForItsWorkerOnly()
    {
        begin(someItems(0, 20));
        RunJournal journal(*m_file);
        const auto batch = journal.claim(worker, 3, 1min);
        const auto next = journal.claim(u"other"_s, 3, 1min);
        const auto kindOf = [](const auto &result) { return int(result.error().kind); };
        QCOMPARE(kindOf(journal.settle(batch->id, u"other"_s, Fate::AsPlanned)), int(Error::Kind::Conflict));
        QCOMPARE(kindOf(journal.settle(99, worker, Fate::AsPlanned)), int(Error::Kind::NotFound));
        const WriteEnd foreign{.write = next->items.constFirst().writes.constFirst().id, .fate = Fate::Rejected};
        QCOMPARE(kindOf(journal.settle(batch->id, worker, Fate::AsPlanned, {foreign})), int(Error::Kind::Invalid));
        QCOMPARE(journal.unsettled()->size(), 2);
        QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned));
        QCOMPARE(kindOf(journal.settle(batch->id, worker, Fate::Rejected)), int(Error::Kind::Conflict));
        QCOMPARE(journal.unsettled()->size(), 1);
        QCOMPARE(journal.unsettled()->constFirst().items, next->items);
        QCOMPARE(*journal.counts(), [&] {
            RunCounts counts = look(*m_file);
            counts.open = 3;
            return counts;
        }());
    }

    void aWholeBatchMayFail()
    {
        begin(someItems(0, 20));
        RunJournal journal(*m_file);
        const auto batch = journal.claim(worker, 6, 1min);
        const qint64 good = batch->items[1].writes.constFirst().id;
        QVERIFY(journal.settle(batch->id, worker, Fate::Rejected, {{.write = good, .fate = Fate::AsPlanned}}));
        QCOMPARE(journal.counts()->rejected, batch->items.size() - 1);
        QCOMPARE(*journal.counts(), look(*m_file));
        QCOMPARE(*journal.retryFailed(), batch->items.size() - 1);
        QCOMPARE(journal.counts()->rejected, 0);
        QCOMPARE(*journal.counts(), look(*m_file));
        QCOMPARE(*journal.retryFailed(), 0);
    }

    void whatWasNotSentComesAgain()
    {
        begin(someItems(0, 20));
        RunJournal journal(*m_file);
        const auto batch = journal.claim(worker, 4, 1min);
        const qint64 sent = batch->items[2].writes.constFirst().id;
        QVERIFY(journal.settle(batch->id, worker, Fate::NotSent, {{.write = sent, .fate = Fate::Updated}}));
        QCOMPARE(*journal.counts(), look(*m_file));
        const auto second = journal.claim(worker, 100, 1min); // the others first
        QVERIFY(journal.settle(second->id, worker, Fate::AsPlanned,
                               {{.write = second->items[0].writes[0].id, .fate = Fate::NotSent}}));
        QCOMPARE(*journal.counts(), look(*m_file));
        QSet<qint64> again;
        const auto third = journal.claim(worker, 100, 1min);
        for (const RunItem &item : third->items)
            again << item.writes.constFirst().id;
        QCOMPARE(again.size(), 4);
        QVERIFY(!again.contains(sent));
        QVERIFY(again.contains(second->items[0].writes[0].id));
        QVERIFY(journal.settle(third->id, worker, Fate::NotSent));
        const auto fourth = journal.claim(worker, 100, 1min);
        QCOMPARE(fourth->items, third->items);
        QVERIFY(journal.settle(fourth->id, worker, Fate::AsPlanned));
        QVERIFY(journal.claim(worker, 100, 1min)->items.isEmpty());
        QCOMPARE(journal.counts()->notReached, 0);
        QCOMPARE(*journal.counts(), look(*m_file));
    }

    void failuresAreTriedAgainAndRemembered()
    {
        begin({someItem(0), someItem(1), someItem(2, Planned::Create)});
        RunJournal journal(*m_file);
        const auto batch = journal.claim(worker, 10, 1min);
        const qint64 bad = batch->items[1].writes[0].id;
        const qint64 moved = batch->items[2].writes[0].id;
        const WriteEnd rejected{.write = bad,
                                .fate = Fate::Rejected,
                                .reason = u"Too long."_s,
                                .code = u"0x80044331"_s,
                                .requestId = u"r1"_s};
        QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned,
                               {rejected, {.write = moved, .fate = Fate::Conflict, .reason = u"Changed."_s}}));
        QCOMPARE(journal.counts()->rejected, 1);
        QVERIFY(!journal.retryFailed({Outcome::Updated}));
        QCOMPARE(*journal.retryFailed(), 1);
        const auto again = journal.claim(u"other"_s, 10, 1min);
        QCOMPARE(again->items.size(), 1);
        QCOMPARE(again->items[0].writes[0].id, bad);
        QCOMPARE(journal.counts()->open, 1);
        QVERIFY(journal.settle(again->id, u"other"_s, Fate::Rejected));
        QCOMPARE(journal.counts()->rejected, 1);
        QCOMPARE(*journal.counts(), look(*m_file));
        QCOMPARE(*journal.retryFailed({Outcome::Rejected, Outcome::Conflict}), 2);
        const auto third = journal.claim(worker, 10, 1min);
        QCOMPARE(third->writeCount(), 2);
        QVERIFY(journal.settle(third->id, worker, Fate::AsPlanned));
        const RunCounts counts = *journal.counts();
        QCOMPARE(counts.rejected + counts.conflict, 0);
        QCOMPARE(counts.updated, 2);
        QCOMPARE(counts.created, 1);
        QCOMPARE(counts, look(*m_file));

        const auto attempts = journal.attempts(bad);
        QCOMPARE(attempts->size(), 3);
        QCOMPARE(attempts->at(0).end, rejected);
        QCOMPARE(attempts->at(0).worker, worker);
        QVERIFY(attempts->at(1).end.fate == Fate::Rejected);
        QCOMPARE(attempts->at(1).worker, u"other"_s);
        QVERIFY(attempts->at(2).end.fate == Fate::AsPlanned);
        QVERIFY(journal.attempts(9999)->isEmpty());
    }

    void aDeadWorkersBatchIsTakenOver()
    {
        begin(someItems(0, 30));
        RunJournal journal(*m_file);
        const auto dead = journal.claim(u"dead"_s, 4, -1s); // its lease is over at once
        const auto alive = journal.claim(u"alive"_s, 4, 1min);
        const auto taken = journal.takeOver(worker, 1min);
        QVERIFY(taken);
        QCOMPARE(taken->id, dead->id);
        QVERIFY(taken->isTakenOver);
        QCOMPARE(taken->items, dead->items);
        QVERIFY(journal.takeOver(worker, 1min)->items.isEmpty());
        QCOMPARE(int(journal.settle(dead->id, u"dead"_s, Fate::AsPlanned).error().kind), int(Error::Kind::Conflict));
        QVERIFY(journal.settle(taken->id, worker, Fate::AsPlanned));
        QCOMPARE(journal.takeOver(worker, 1min, RunJournal::Whose::Anybody)->id, alive->id);
        QVERIFY(journal.takeOver(worker, 1min, RunJournal::Whose::Anybody)->items.isEmpty());

        const auto slow = journal.claim(u"slow"_s, 4, -1s);
        QVERIFY(journal.renew(u"slow"_s, 1min));
        QVERIFY(journal.takeOver(worker, 1min)->items.isEmpty());
        QVERIFY(journal.settle(slow->id, u"slow"_s, Fate::AsPlanned));
    }

    void theLastWorkerEndsIt()
    {
        begin(someItems(0, 30));
        RunJournal journal(*m_file);
        const auto state = [this] { return m_file->state().valueOr(RunState::Planning); };
        const auto one = journal.claim(worker, 4, 1min);
        const auto other = journal.claim(u"other"_s, 1000, 1min);
        QVERIFY(journal.claim(worker, 4, 1min)->items.isEmpty());
        QVERIFY(!*journal.endWhenDone()); // both are at work
        QVERIFY(journal.settle(one->id, worker, Fate::AsPlanned));
        QVERIFY(!*journal.endWhenDone());
        QVERIFY(journal.settle(other->id, u"other"_s, Fate::NotSent));
        QVERIFY(!*journal.endWhenDone()); // what was given back is not done
        QVERIFY(state() == RunState::Running);
        const auto again = journal.claim(worker, 1000, 1min);
        QCOMPARE(again->items.size(), other->items.size());
        QVERIFY(journal.settle(again->id, worker, Fate::AsPlanned));
        QVERIFY(*journal.endWhenDone());
        QVERIFY(state() == RunState::Done);
        QVERIFY(*journal.endWhenDone()); // by whomever
        QVERIFY(m_file->setState(RunState::Cancelled));
        QVERIFY(!*journal.endWhenDone());
        QVERIFY(state() == RunState::Cancelled);
    }

    void whatNobodyClaimedIsNotDone()
    {
        begin(someItems(0, 30));
        RunJournal journal(*m_file);
        const auto one = journal.claim(worker, 4, 1min);
        QVERIFY(journal.settle(one->id, worker, Fate::AsPlanned));
        QVERIFY(!*journal.endWhenDone());
    }

    void givesNothingUnlessItRuns()
    {
        begin(someItems(0, 20));
        RunJournal journal(*m_file);
        for (const RunState state : {RunState::Paused, RunState::Cancelled, RunState::Done}) {
            QVERIFY(m_file->setState(state));
            QCOMPARE(int(journal.claim(worker, 5, 1min).error().kind), int(Error::Kind::Conflict));
        }
        QVERIFY(m_file->setState(RunState::Running));
        QCOMPARE(journal.claim(worker, 5, 1min)->writeCount(), 5);
    }

    void leavesOutWhatIsTickedOut()
    {
        begin(someItems(0, 70), [this] { QVERIFY(m_file->setTicked(RunFilter{.planned = {Planned::Create}}, false)); });
        RunJournal journal(*m_file);
        const auto batch = journal.claim(worker, 1000, 1min);
        QCOMPARE(batch->items.size(), 20);
        QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned));
        QVERIFY(journal.claim(worker, 1000, 1min)->items.isEmpty());
        const RunCounts counts = *journal.counts();
        QCOMPARE(counts.tickedOut, 10);
        QCOMPARE(counts.notReached, 0);
        QVERIFY(counts.reconciles());
        QCOMPARE(counts, look(*m_file));
    }

    void tellsWhatWasDoneForAnUndo()
    {
        begin(someItems(0, 70));
        RunJournal journal(*m_file);
        const auto batch = journal.claim(worker, 12, 1min);
        const RunItem &bad = batch->items[5];
        const RunItem &renamed = batch->items[6];
        const QString given = u"BBBBBBBB-0000-0000-0000-000000000001"_s;
        QVERIFY(journal.settle(
            batch->id, worker, Fate::AsPlanned,
            {{.write = bad.writes[0].id, .fate = Fate::Rejected}, {.write = renamed.writes[0].id, .rowId = given}}));
        QVERIFY(journal.claim(worker, 5, 1min)); // these may, or may not, be done
        QList<DoneWrite> done;
        for (qint64 after = 0;;) {
            const auto page = journal.done(after, 5);
            QVERIFY(page);
            if (page->isEmpty())
                break;
            after = page->constLast().write.id;
            done += *page;
        }
        QCOMPARE(done.size(), batch->items.size() - 1);
        for (const DoneWrite &one : std::as_const(done)) {
            const auto item = std::find_if(batch->items.cbegin(), batch->items.cend(),
                                           [&one](const RunItem &candidate) { return candidate.id == one.write.item; });
            QVERIFY(item != batch->items.cend());
            QCOMPARE(one.person, item->person);
            QCOMPARE(one.write.before, item->writes[0].before);
            QCOMPARE(one.write.after, item->writes[0].after);
            QVERIFY(one.outcome == (item->planned == Planned::Create ? Outcome::Created : Outcome::Updated));
            QCOMPARE(one.write.rowId, item->id == renamed.id ? given.toLower() : item->writes[0].rowId);
        }
    }

    void remembersTheNewestChoice()
    {
        RunItem item = someItem(1);
        item.writes[0].after =
            "{\"donotbulkemail\":false,\"Cb_Ref@odata.bind\":\"/accounts(1)\",\"n\":{\"x\":[1,{\"y\":\"z\"}]}}";
        RunItem unchanged = someItem(2, Planned::Unchanged);
        RunWrite same = someWrite(2);
        same.action = RunWrite::Action::None;
        same.after.clear();
        unchanged.writes << same;
        RunItem byKey = someItem(3, Planned::Create);
        byKey.writes[0].rowId.clear();
        byKey.writes[0].address = u"contacts(new_id='3')"_s;
        RunItem bad = someItem(4);
        begin({item, unchanged, byKey, bad});
        RunJournal journal(*m_file);
        const QString row = item.writes[0].rowId.toLower();
        QVERIFY(!journal.lastApplied(u"contact"_s, row, u"donotbulkemail"_s)->isValid());
        const auto batch = journal.claim(worker, 10, 1min);
        QVERIFY(!journal.lastApplied(u"contact"_s, row, u"donotbulkemail"_s)->isValid());
        const QString made = u"cccccccc-0000-0000-0000-000000000003"_s;
        QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned,
                               {{.write = batch->items[1].writes[0].id, .rowId = made.toUpper()},
                                {.write = batch->items[2].writes[0].id, .fate = Fate::Conflict}}));
        QCOMPARE(*journal.lastApplied(u"contact"_s, row, u"donotbulkemail"_s), item.eventTime);
        QCOMPARE(*journal.lastApplied(u"contact"_s, row.toUpper(), u"DoNotPhone"_s), item.eventTime);
        QCOMPARE(*journal.lastApplied(u"contact"_s, row, u"cb_ref@odata.bind"_s), item.eventTime);
        QCOMPARE(*journal.lastApplied(u"contact"_s, same.rowId, u"donotphone"_s), unchanged.eventTime);
        QCOMPARE(*journal.lastApplied(u"contact"_s, made, u"donotbulkemail"_s), byKey.eventTime);
        QVERIFY(!journal.lastApplied(u"account"_s, row, u"donotbulkemail"_s)->isValid());
        QVERIFY(!journal.lastApplied(u"contact"_s, row, u"x"_s)->isValid());
        QVERIFY(!journal.lastApplied(u"contact"_s, bad.writes[0].rowId, u"donotbulkemail"_s)->isValid());

        QList<AppliedRow> rows;
        for (qint64 after = 0;;) {
            const auto page = journal.applied(after, 2);
            QVERIFY(page);
            rows += page->rows;
            after = page->last;
            if (after == 0)
                break;
        }
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[2].rowId, made);
        QCOMPARE(rows[0].rowId, row);
        QCOMPARE(rows[0].columns, (QStringList{u"donotbulkemail"_s, u"cb_ref"_s, u"n"_s, u"donotphone"_s}));
        QCOMPARE(rows[1].columns, QStringList{u"donotphone"_s});
        QCOMPARE(rows[1].eventTime, unchanged.eventTime);
    }

    void countersAlwaysReconcile()
    {
        // Anything in any order; a plain look at each item must say the same as the counters.
        QList<RunItem> items = someItems(0, 400);
        for (qsizetype i = 0; i < items.size(); i += 5) {
            if (isWrite(items[i].planned))
                items[i].writes << someWrite(int(10'000 + i)) << someWrite(int(20'000 + i));
        }
        QRandomGenerator random(7);
        begin(items, [&] {
            QVERIFY(m_file->setTicked(RunFilter{.planned = {Planned::Create}}, false));
            for (int i = 0; i < 30; ++i)
                QVERIFY(m_file->setTicked(1 + random.bounded(400), random.bounded(2) == 0));
        });
        RunJournal journal(*m_file);
        QMap<qint64, RunBatch> open;
        constexpr Fate fates[] = {Fate::AsPlanned, Fate::AsPlanned, Fate::Created,  Fate::Updated,  Fate::Unchanged,
                                  Fate::Skipped,   Fate::Invalid,   Fate::Rejected, Fate::Conflict, Fate::NotSent};
        const auto someFate = [&] { return fates[random.bounded(int(std::size(fates)))]; };
        for (int step = 0; step < 150; ++step) {
            const int what = random.bounded(10);
            if (what < 4 || open.isEmpty()) {
                const auto batch = journal.claim(u"w%1"_s.arg(random.bounded(3)), 1 + random.bounded(30), -1s);
                QVERIFY(batch);
                if (!batch->items.isEmpty())
                    open.insert(batch->id, *batch);
            } else if (what < 8) {
                const RunBatch batch = open.first();
                QList<WriteEnd> ends;
                for (const RunItem &item : batch.items) {
                    for (const RunWrite &write : item.writes) {
                        if (random.bounded(4) == 0)
                            ends << WriteEnd{.write = write.id, .fate = someFate(), .reason = u"Because."_s};
                    }
                }
                QVERIFY(journal.settle(batch.id, batch.worker, random.bounded(3) ? Fate::AsPlanned : someFate(), ends));
                open.remove(batch.id);
            } else if (what == 8) {
                QVERIFY(journal.retryFailed(random.bounded(2) ? QList{Outcome::Rejected}
                                                              : QList{Outcome::Conflict, Outcome::Invalid}));
            } else {
                const auto taken = journal.takeOver(u"w9"_s, -1s);
                QVERIFY(taken);
                if (taken->id > 0) {
                    QCOMPARE(taken->items, open.value(taken->id).items);
                    open[taken->id].worker = taken->worker;
                }
            }
            if (step % 40 == 20) {
                const QString person = items[random.bounded(400)].person;
                const auto erased = m_file->erasePerson(person);
                QVERIFY(erased || erased.error().kind == Error::Kind::Conflict);
            }
            RunCounts seen = look(*m_file);
            const auto counts = journal.counts();
            QVERIFY(counts->reconciles());
            seen.open = counts->open;
            QVERIFY2(*counts == seen, qPrintable(u"step %1"_s.arg(step)));
        }
        for (const RunBatch &batch : std::as_const(open))
            QVERIFY(journal.settle(batch.id, batch.worker, Fate::AsPlanned));
        for (auto batch = journal.claim(worker, 50, 1min); !batch->items.isEmpty();
             batch = journal.claim(worker, 50, 1min))
            QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned));
        QCOMPARE(journal.counts()->notReached, 0);
        QCOMPARE(*journal.counts(), look(*m_file));
    }

    void severalWorkersShareARun()
    {
        begin(someItems(0, 2800));
        std::mutex mutex;
        QMap<qint64, int> times;
        QStringList problems;
        const auto work = [&](int number) {
            const QString name = u"w%1"_s.arg(number);
            auto file = RunFile::open(m_place, m_clock);
            if (!file) {
                const std::lock_guard lock(mutex);
                problems << file.error().toLine();
                return;
            }
            RunJournal journal(**file);
            for (;;) {
                const auto batch = journal.claim(name, 20, 1min);
                if (!batch || batch->items.isEmpty()) {
                    const std::lock_guard lock(mutex);
                    if (!batch)
                        problems << batch.error().toLine() + batch.error().detail;
                    return;
                }
                const qint64 bad = batch->items.constFirst().writes.constFirst().id;
                const auto settled =
                    journal.settle(batch->id, name, Fate::AsPlanned,
                                   {{.write = bad, .fate = Fate::Rejected, .reason = u"Bad %1."_s.arg(bad % 50)}});
                const std::lock_guard lock(mutex);
                if (!settled)
                    problems << settled.error().toLine() + settled.error().detail;
                for (const RunItem &item : batch->items)
                    ++times[item.id];
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i)
            threads.emplace_back(work, i);
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY2(problems.isEmpty(), qPrintable(problems.value(0)));
        QCOMPARE(times.size(), 1200);
        for (const int count : std::as_const(times))
            QCOMPARE(count, 1);
        RunJournal journal(*m_file);
        QCOMPARE(*journal.counts(), look(*m_file));
        QVERIFY(journal.counts()->rejected >= 60);
    }

    void nothingIsHalfSettledWhereverItBreaks()
    {
        begin(someItems(0, 2000));
        m_file.reset();
        int failAt = 1;
        for (;; ++failAt) {
            bool isArmed = false;
            bool hasFailed = false;
            int count = 0;
            const auto file = RunFile::open(m_place, m_clock, [&](int) {
                if (!isArmed || ++count != failAt)
                    return false;
                return hasFailed = true;
            });
            QVERIFY(file);
            RunJournal journal(**file);
            const RunCounts before = *journal.counts();
            isArmed = true;
            const auto batch = journal.claim(worker, 8, 1min);
            isArmed = false;
            if (!batch) {
                QVERIFY(hasFailed);
                QCOMPARE(*journal.counts(), before);
                continue;
            }
            QCOMPARE(batch->writeCount(), 8);
            const RunCounts claimed = *journal.counts();
            QCOMPARE(claimed.open, 8);
            isArmed = true;
            const auto settled = journal.settle(batch->id, worker, Fate::AsPlanned,
                                                {{.write = batch->items[3].writes[0].id,
                                                  .fate = Fate::Rejected,
                                                  .reason = u"Number %1."_s.arg(failAt)}});
            isArmed = false;
            if (!settled) {
                QCOMPARE(*journal.counts(), claimed);
                QVERIFY(journal.settle(batch->id, worker, Fate::NotSent));
                continue;
            }
            QVERIFY(!hasFailed);
            QCOMPARE(journal.counts()->rejected, before.rejected + 1);
            QCOMPARE(*journal.counts(), look(**file));
            break;
        }
        QVERIFY(failAt > 10);
    }

private:
    /// A plan that runs.
    void begin(const QList<RunItem> &items, const std::function<void()> &review = {})
    {
        auto made = RunFile::create(m_place, {}, m_clock);
        QVERIFY(made);
        m_file = std::move(*made);
        QVERIFY(m_file->append(items, {}));
        QVERIFY(m_file->finishPlanning());
        if (review)
            review();
        QVERIFY(m_file->setState(RunState::Running));
    }

    support::FakeClock m_clock;
    std::unique_ptr<Postgres> m_postgres;
    std::unique_ptr<QTemporaryDir> m_folder;
    RunPlace m_place;
    std::unique_ptr<RunFile> m_file;
};

QTEST_GUILESS_MAIN(TestRunJournal)
#include "tst_runjournal.moc"
