#include "postgres.h"
#include "runsamples.h"
#include "store/appliedtimes.h"
#include "store/mergeruns.h"
#include "store/paths.h"
#include "store/runfile.h"
#include "store/runjournal.h"
#include "store/sqljournal.h"
#include "support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace runsamples;
using namespace store;
using core::Error;

namespace {

const QString organization = u"org-1"_s;
const QString worker = u"w"_s;

/// What the run itself says of all rows that its items may have written.
RowTimes timesIn(RunFile &file, int items)
{
    QStringList rows;
    for (int i = 0; i < items; ++i)
        rows << someWrite(i).rowId;
    const auto times = RunJournal(file).timesOf(u"contact"_s, rows);
    return times.valueOr({});
}

RowTimes timesIn(Journal &journal, int items)
{
    QStringList rows;
    for (int i = 0; i < items; ++i)
        rows << someWrite(i).rowId;
    const auto times = journal.timesOf(organization, u"contact"_s, rows);
    return times.valueOr({});
}

} // namespace

class TestMergeRuns : public QObject
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
        m_journal.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = isShared ? m_postgres->newPlace() : RunPlace::file(m_folder->filePath(u"plan.cbplan"_s));
        m_journal = openJournal();
    }

    void takesOverAllThatWasApplied()
    {
        QFETCH_GLOBAL(bool, isShared);
        constexpr int items = 5000; // more than one page
        begin(someItems(0, items));
        QVERIFY(rememberUnmerged(*m_file, *m_journal));
        QCOMPARE(m_journal->unmerged()->size(), isShared ? 0 : 1);
        QVERIFY(mergeRun(*m_file, *m_journal)); // nothing is settled yet
        QCOMPARE(timesIn(*m_journal, items).size(), 0);

        RunJournal journal(*m_file);
        const auto first = journal.claim(worker, 300, std::chrono::minutes(1));
        const auto second = journal.claim(worker, 300, std::chrono::minutes(1));
        QVERIFY(journal.settle(second->id, worker, Fate::AsPlanned));
        QVERIFY(mergeRun(*m_file, *m_journal)); // what comes before is open
        QCOMPARE(timesIn(*m_journal, items).size(), 0);
        QVERIFY(journal.settle(first->id, worker, Fate::AsPlanned));
        QVERIFY(mergeRun(*m_file, *m_journal));
        const RowTimes settled = timesIn(*m_journal, items);
        RowTimes both = timesIn(*m_file, items);
        QCOMPARE(settled.size(), 800);         // and of each three, one that was found the same
        QVERIFY(both.size() > settled.size()); // the run itself knows also what it has yet to come to
        addTimes(both, settled);
        QVERIFY(both == timesIn(*m_file, items));

        carryOut();
        QVERIFY(m_file->setState(RunState::Done));
        QVERIFY(mergeRun(*m_file, *m_journal));
        QVERIFY(timesIn(*m_journal, items) == timesIn(*m_file, items));
        QVERIFY(timesIn(*m_journal, items).size() > items / 2);
        QCOMPARE(m_journal->unmerged()->size(), 0);
        RunMerge again(*m_file, *m_journal);
        QCOMPARE(again.step().valueOr(true), isShared); // a shared run is taken over by each machine
    }

    void isDoneInSteps()
    {
        begin(someItems(0, 5000));
        carryOut();
        int steps = 0;
        for (;;) { // always another object, as after a kill
            RunMerge merge(*m_file, *m_journal);
            bool isMore = true;
            for (int i = 0; i < 100 && isMore; ++i) {
                const auto more = merge.step();
                QVERIFY(more);
                isMore = *more;
                ++steps;
            }
            if (!isMore)
                break;
        }
        QVERIFY(steps > 3);
        QVERIFY(timesIn(*m_journal, 5000) == timesIn(*m_file, 5000));
    }

    void neverLowersATime()
    {
        begin(someItems(0, 7));
        carryOut();
        const RunItem item = someItem(0);
        const QDateTime later = item.eventTime.addDays(1);
        QVERIFY(m_journal->mergeApplied(organization, {{.table = u"contact"_s,
                                                        .rowId = item.writes[0].rowId,
                                                        .columns = {u"donotbulkemail"_s},
                                                        .eventTime = later}}));
        QVERIFY(mergeRun(*m_file, *m_journal));
        QCOMPARE(*m_journal->lastApplied(organization, u"contact"_s, item.writes[0].rowId, u"donotbulkemail"_s), later);
        QCOMPARE(*m_journal->lastApplied(organization, u"contact"_s, item.writes[0].rowId, u"donotphone"_s),
                 item.eventTime);
    }

    void takesWhatWasTriedAgain()
    {
        begin(someItems(0, 70));
        RunJournal journal(*m_file);
        const auto batch = journal.claim(worker, 1000, std::chrono::minutes(1));
        const RunWrite write = batch->items[5].writes[0];
        const RunWrite lost = batch->items[9].writes[0];
        QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned,
                               {{.write = write.id, .fate = Fate::Rejected, .reason = u"No."_s},
                                {.write = lost.id, .fate = Fate::NotSent}}));
        RunMerge merge(*m_file, *m_journal);
        while (merge.step().valueOr(false)) {
        }
        const auto isKnown = [&](const RunWrite &one) {
            return m_journal->lastApplied(organization, u"contact"_s, one.rowId, u"donotbulkemail"_s)->isValid();
        };
        QVERIFY(!isKnown(write));
        QVERIFY(!isKnown(lost));
        QCOMPARE(*journal.retryFailed(), 1);
        carryOut();
        while (merge.step().valueOr(false)) {
        }
        QVERIFY(isKnown(write));
        QVERIFY(isKnown(lost));
        QVERIFY(timesIn(*m_journal, 70) == timesIn(*m_file, 70));
    }

    void noticesWhatChangesBetweenItsSteps()
    {
        begin(someItems(0, 70));
        RunJournal journal(*m_file);
        const auto batch = journal.claim(worker, 1000, std::chrono::minutes(1));
        const RunWrite write = batch->items[5].writes[0];
        QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned, {{.write = write.id, .fate = Fate::Rejected}}));
        const RunItem forgotten = batch->items[7];
        RunMerge merge(*m_file, *m_journal);
        QVERIFY(merge.step().valueOr(false));
        QVERIFY(merge.step().valueOr(false)); // it is collected now
        QCOMPARE(*journal.retryFailed(), 1);
        carryOut();
        QCOMPARE(*m_file->erasePerson(forgotten.person), 1);
        while (merge.step().valueOr(false)) {
        }
        QVERIFY(m_journal->lastApplied(organization, u"contact"_s, write.rowId, u"donotbulkemail"_s)->isValid());
        QVERIFY(!m_journal->lastApplied(organization, u"contact"_s, forgotten.writes[0].rowId, u"donotbulkemail"_s)
                     ->isValid());
        QVERIFY(timesIn(*m_journal, 70) == timesIn(*m_file, 70));
    }

    void ofARunThatWasCancelledOnlyWhatWasDone()
    {
        begin(someItems(0, 700));
        QVERIFY(rememberUnmerged(*m_file, *m_journal));
        RunJournal journal(*m_file);
        const auto batch = journal.claim(worker, 10, std::chrono::minutes(1));
        QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned));
        const auto open = journal.claim(worker, 10, std::chrono::minutes(1));
        QVERIFY(m_file->setState(RunState::Cancelled));
        QVERIFY(mergeRun(*m_file, *m_journal));
        QCOMPARE(timesIn(*m_journal, 700).size(), 13); // three were found the same
        if (!m_place.isShared())
            QCOMPARE(m_journal->unmerged()->size(), 1); // something is on its way
        QVERIFY(journal.settle(open->id, worker, Fate::NotSent));
        QVERIFY(mergeRun(*m_file, *m_journal));
        QCOMPARE(timesIn(*m_journal, 700).size(), 16); // three more
        QCOMPARE(m_journal->unmerged()->size(), 0);
    }

    void aPlanIsNotTakenOver()
    {
        auto file = RunFile::create(m_place, {.dataverseOrganization = organization}, m_clock);
        QVERIFY((*file)->append(someItems(0, 70), {}));
        QVERIFY(mergeRun(**file, *m_journal));
        QVERIFY((*file)->finishPlanning());
        QVERIFY(mergeRun(**file, *m_journal));
        QVERIFY((*file)->setState(RunState::Running));
        QCOMPARE(timesIn(*m_journal, 70).size(), 0);
    }

    void goesOnWhereverItBreaks_data()
    {
        QTest::addColumn<bool>("isJournal");
        QTest::newRow("the run's file") << false;
        QTest::newRow("the journal") << true;
    }

    void goesOnWhereverItBreaks()
    {
        QFETCH(bool, isJournal);
        begin(someItems(0, 140));
        QVERIFY(rememberUnmerged(*m_file, *m_journal));
        carryOut();
        QVERIFY(m_file->setState(RunState::Done));
        const RowTimes all = timesIn(*m_file, 140);
        m_file.reset();
        const QString copy = m_folder->filePath(u"copy"_s);
        QVERIFY(m_place.isShared() || QFile::copy(m_place.path, copy));
        // These outlive the loop: so does the last journal.
        int failAt = 1;
        int count = 0;
        bool isArmed = false;
        bool hasFailed = false;
        const auto breaks = [&](int) {
            if (!isArmed || ++count != failAt)
                return false;
            return hasFailed = true;
        };
        for (;; ++failAt) {
            // Each time from the start, into a journal that knows nothing.
            m_journal.reset();
            QVERIFY(m_place.isShared() || (QFile::remove(m_place.path) && QFile::copy(copy, m_place.path)));
            QVERIFY(QFile::remove(m_folder->filePath(u"journal.sqlite"_s)));
            hasFailed = false;
            count = 0;
            m_journal = openJournal(isJournal ? SqlConnection::Saboteur(breaks) : SqlConnection::Saboteur());
            const auto file =
                RunFile::open(m_place, m_clock, isJournal ? RunFile::Saboteur() : RunFile::Saboteur(breaks));
            QVERIFY(file);
            QVERIFY(rememberUnmerged(**file, *m_journal));
            isArmed = true;
            RunMerge merge(**file, *m_journal);
            auto more = merge.step();
            while (more.valueOr(false))
                more = merge.step();
            isArmed = false;
            if (!hasFailed) {
                QVERIFY(more);
                break;
            }
            QVERIFY(!more);
            // What is not in the journal yet, the file is still asked for.
            AppliedTimes times(*m_journal, organization);
            if (m_place.isShared())
                times.add(**file);
            QCOMPARE(times.addUnmerged(Paths::below(m_folder->path()).runs())->size(), 0);
            for (auto row = all.cbegin(); row != all.cend(); ++row)
                QCOMPARE(*times.lastApplied(u"contact"_s, row.key(), u"donotphone"_s), row->value(u"donotphone"_s));
            if (failAt % 2 == 0) { // the same object goes on, or another one
                for (more = merge.step(); more.valueOr(false);)
                    more = merge.step();
                QVERIFY(more);
            } else {
                QVERIFY(mergeRun(**file, *m_journal));
            }
            QVERIFY(timesIn(*m_journal, 140) == all);
            QCOMPARE(m_journal->unmerged()->size(), 0);
        }
        QVERIFY(failAt > 8);
        QVERIFY(timesIn(*m_journal, 140) == all);
        m_journal.reset();
    }

private:
    std::unique_ptr<SqlJournal> openJournal(const SqlConnection::Saboteur &saboteur = {})
    {
        auto journal = SqlJournal::open(m_folder->filePath(u"journal.sqlite"_s), m_clock, {.saboteur = saboteur});
        if (!journal)
            qFatal("%s", qPrintable(journal.error().message));
        return std::move(*journal);
    }

    /// A run that goes on. Unchanged items have looked at a row too.
    void begin(QList<RunItem> items)
    {
        for (RunItem &item : items) {
            if (item.planned != Planned::Unchanged)
                continue;
            RunWrite same = someWrite(int(item.eventTime.toMSecsSinceEpoch() - 1'790'000'000'000));
            same.action = RunWrite::Action::None;
            same.after.clear();
            same.same = "{\"donotbulkemail\":false,\"donotphone\":false}";
            item.writes << same;
        }
        auto file = RunFile::create(m_place, {.dataverseOrganization = organization}, m_clock);
        QVERIFY(file);
        QVERIFY((*file)->append(items, {}));
        QVERIFY((*file)->finishPlanning());
        QVERIFY((*file)->setState(RunState::Running));
        m_file = std::move(*file);
    }

    void carryOut()
    {
        RunJournal journal(*m_file);
        for (;;) {
            const auto batch = journal.claim(worker, 500, std::chrono::minutes(1));
            QVERIFY(batch);
            if (batch->items.isEmpty())
                break;
            QVERIFY(journal.settle(batch->id, worker, Fate::AsPlanned));
        }
    }

    support::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Postgres> m_postgres;
    std::unique_ptr<SqlJournal> m_journal;
    std::unique_ptr<RunFile> m_file;
    RunPlace m_place;
};

QTEST_GUILESS_MAIN(TestMergeRuns)
#include "tst_mergeruns.moc"
