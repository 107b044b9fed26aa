#include "runsamples.h"
#include "store/inbox.h"
#include "store/runfile.h"
#include "store/runjournal.h"
#include "store/runlibrary.h"
#include "support/fakeclock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace runsamples;
using namespace store;
using core::Error;

namespace {

const QString organization = u"org-1"_s;
const QString person = someItem(1).person;

/// The bytes of all files in a folder.
QByteArray bytesIn(const QString &folder)
{
    QByteArray all;
    const QDir place(folder);
    for (const QString &name : place.entryList(QDir::Files)) {
        QFile file(place.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class TestRunLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = Paths::below(m_folder->path());
        auto journal = Journal::open(m_paths.journal(), m_clock);
        QVERIFY(journal);
        m_journal = std::move(*journal);
        m_library = std::make_unique<RunLibrary>(m_paths, m_clock);
    }

    void namesPlansAnew()
    {
        QSet<QString> paths;
        for (int i = 0; i < 3; ++i) {
            const auto path = m_library->newPath(u"a/b ü"_s);
            QVERIFY(path);
            QVERIFY(!QFileInfo::exists(*path));
            QCOMPARE(QFileInfo(*path).absolutePath(), m_paths.runs());
            QVERIFY(path->endsWith(u".cbplan"_s));
            QVERIFY(RunFile::create(RunPlace::file(*path), {}, m_clock));
            paths << *path;
        }
        QCOMPARE(paths.size(), 3);
        QCOMPARE(m_library->runs().size(), 3);
    }

    void listsTheNewestFirst()
    {
        QCOMPARE(m_library->runs().size(), 0);
        makeRun(u"p1"_s, RunState::Done);
        m_clock.advance(std::chrono::minutes(1));
        makeRun(u"p2"_s, RunState::Planned);
        m_clock.advance(std::chrono::minutes(1));
        const QString newest = makeRun(u"p1"_s, RunState::Planning);
        QFile damaged(m_paths.runs() + u"/damaged.cbplan"_s);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("nonsense") > 0);
        damaged.close();
        QFile other(m_paths.runs() + u"/notes.txt"_s);
        QVERIFY(other.open(QIODevice::WriteOnly));

        QList<RunEntry> all = m_library->runs();
        QCOMPARE(all.size(), 4);
        const auto broken =
            std::find_if(all.cbegin(), all.cend(), [](const RunEntry &run) { return run.problem.has_value(); });
        QVERIFY(broken != all.cend());
        QCOMPARE(broken->path, damaged.fileName());
        QCOMPARE(broken->size, 8);
        QVERIFY(!broken->problem->message.isEmpty());
        all.erase(broken);
        QCOMPARE(all[0].path, newest);
        QCOMPARE(int(all[0].state), int(RunState::Planning));
        QCOMPARE(all[1].head.profileId, u"p2"_s);
        QCOMPARE(int(all[2].state), int(RunState::Done));
        QCOMPARE(all[2].counts.planned, 7);
        QCOMPARE(all[2].counts.updated, 2);
        QVERIFY(all[2].course.endedAt.isValid());
        QVERIFY(all[2].changedAt.isValid());
        QVERIFY(all[2].size > 1000);
        QCOMPARE(m_library->runs(u"p1"_s).size(), 3); // and the damaged one, whose owner is not known
    }

    void findsAPersonEverywhere()
    {
        const QString done = makeRun(u"p1"_s, RunState::Done);
        m_clock.advance(std::chrono::minutes(1));
        const QString planned = makeRun(u"p2"_s, RunState::Planned);
        push(person.toUpper());
        push(u"somebody else"_s);
        QFile damaged(m_paths.runs() + u"/damaged.cbplan"_s);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("nonsense") > 0);
        damaged.close();

        const auto found = m_library->find(person.toUpper(), *m_journal);
        QCOMPARE(found.runs.size(), 2);
        QCOMPARE(found.runs[0].run.path, planned);
        QCOMPARE(found.runs[0].item.person, person);
        QVERIFY(!found.runs[0].item.ended);
        QCOMPARE(found.runs[1].run.path, done);
        QCOMPARE(found.runs[1].item.ended, Outcome::Updated);
        QCOMPARE(found.runs[1].attempts.size(), 1);
        QCOMPARE(found.runs[1].attempts[0].size(), 1);
        QCOMPARE(found.items.size(), 1);
        QCOMPARE(found.items[0].intent.person, person.toUpper());
        QCOMPARE(found.problems.size(), 1);
        QCOMPARE(found.problems[0].path, damaged.fileName());

        const auto nobody = m_library->find(u"person-"_s, *m_journal); // only whole ids
        QCOMPARE(nobody.runs.size(), 0);
        QCOMPARE(nobody.items.size(), 0);
    }

    void removesWhatNobodyNeeds()
    {
        const QString done = makeRun(u"p1"_s, RunState::Done);
        const QString running = makeRun(u"p1"_s, RunState::Running);
        const QString unmerged = makeRun(u"p1"_s, RunState::Cancelled);
        QVERIFY(m_journal->addUnmerged({unmerged, organization}));
        QVERIFY(m_library->remove(done, *m_journal));
        QVERIFY(!QFileInfo::exists(done));
        for (const QString &path : {running, unmerged}) {
            const auto removed = m_library->remove(path, *m_journal);
            QVERIFY(!removed);
            QCOMPARE(int(removed.error().kind), int(Error::Kind::Conflict));
            QVERIFY(QFileInfo::exists(path));
        }
        for (const QString &path : {m_paths.journal(), done, m_folder->filePath(u"x.cbplan"_s)})
            QCOMPARE(int(m_library->remove(path, *m_journal).error().kind), int(Error::Kind::Invalid));
        QFile damaged(m_paths.runs() + u"/damaged.cbplan"_s);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("nonsense") > 0);
        damaged.close();
        QVERIFY(m_library->remove(damaged.fileName(), *m_journal));
        QCOMPARE(QDir(m_paths.runs()).entryList(QDir::Files).filter(u"damaged"_s), QStringList());
    }

    void sweepsWhatIsOldAndEnded_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("isOpen");
        QTest::addColumn<bool>("isUnmerged");
        QTest::addColumn<bool>("goes");
        QTest::newRow("planned") << int(RunState::Planned) << false << false << true;
        QTest::newRow("done") << int(RunState::Done) << false << false << true;
        QTest::newRow("cancelled") << int(RunState::Cancelled) << false << false << true;
        QTest::newRow("undone") << int(RunState::Undone) << false << false << true;
        QTest::newRow("paused") << int(RunState::Paused) << false << false << false;
        QTest::newRow("running") << int(RunState::Running) << false << false << false;
        QTest::newRow("cancelled, with open writes") << int(RunState::Cancelled) << true << false << false;
        QTest::newRow("done, but not merged") << int(RunState::Done) << false << true << false;
    }

    void sweepsWhatIsOldAndEnded()
    {
        QFETCH(int, state);
        QFETCH(bool, isOpen);
        QFETCH(bool, isUnmerged);
        QFETCH(bool, goes);
        const QString path = makeRun(u"p1"_s, RunState(state), isOpen);
        if (isUnmerged)
            QVERIFY(m_journal->addUnmerged({path, organization}));
        push(u"old"_s);
        m_clock.advance(std::chrono::hours(24 * 30));
        push(u"new"_s);
        const QString recent = makeRun(u"p1"_s, RunState::Done);

        QCOMPARE(m_library->sweep(31, *m_journal).files, 0);
        QCOMPARE(m_library->sweep(-1, *m_journal).files, 0);
        const auto swept = m_library->sweep(29, *m_journal);
        QCOMPARE(swept.files, goes ? 1 : 0);
        QCOMPARE(swept.problems.size(), isUnmerged ? 1 : 0);
        QCOMPARE(QFileInfo::exists(path), !goes);
        QVERIFY(QFileInfo::exists(recent));
        QCOMPARE(swept.journalItems, 1);
        QCOMPARE(m_journal->itemsOf(u"old"_s)->size(), 0);
        QCOMPARE(m_journal->itemsOf(u"new"_s)->size(), 1);
        // When the choice was written is known for ever.
        QVERIFY(m_journal->lastApplied(organization, u"contact"_s, u"row-old"_s, u"donotbulkemail"_s)->isValid());
        QVERIFY(m_journal->lastApplied(organization, u"contact"_s, u"row-new"_s, u"donotbulkemail"_s)->isValid());
    }

    void openItemsOfTheJournalAreNeverSwept()
    {
        const auto run = m_journal->beginRun(someRun());
        QVERIFY(m_journal->intend(*run, {.person = u"jane"_s, .table = u"contact"_s, .rowId = u"row"_s}));
        m_clock.advance(std::chrono::hours(24 * 30));
        QCOMPARE(m_library->sweep(1, *m_journal).journalItems, 0);
        QCOMPARE(m_journal->unsettled(u"p1"_s)->size(), 1);
    }

    void erasesAPersonEverywhere()
    {
        makeRun(u"p1"_s, RunState::Done);
        const QString open = makeRun(u"p1"_s, RunState::Running, true);
        makeRun(u"p2"_s, RunState::Planned);
        QFile damaged(m_paths.runs() + u"/damaged.cbplan"_s);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("nonsense") > 0);
        damaged.close();
        push(person);
        push(person.toUpper());
        const RunItem item = someItem(1);
        QVERIFY(m_journal->mergeApplied(
            organization,
            {{.table = u"contact"_s, .rowId = item.writes[0].rowId, .columns = {u"a"_s}, .eventTime = item.eventTime},
             {.table = u"contact"_s, .rowId = u"other"_s, .columns = {u"a"_s}, .eventTime = item.eventTime}}));
        const auto inbox = Inbox::open(m_paths.inbox(), m_clock);
        Arrival arrival;
        arrival.profileId = u"p1"_s;
        arrival.source = u"poll"_s;
        arrival.key = u"k"_s;
        arrival.person = person;
        arrival.body = "{}";
        QVERIFY((*inbox)->add({arrival}));

        auto erased = m_library->erase(person.toUpper(), *m_journal, inbox->get());
        QCOMPARE(erased.runs, 2);
        QCOMPARE(erased.journalItems, 2);
        QCOMPARE(erased.arrivals, 1);
        QStringList left;
        for (const RunProblem &problem : erased.problems)
            left << problem.path;
        left.sort();
        QStringList expected{open, damaged.fileName()};
        expected.sort();
        QCOMPARE(left, expected);
        QVERIFY(!m_journal->lastApplied(organization, u"contact"_s, item.writes[0].rowId, u"a"_s)->isValid());
        QVERIFY(m_journal->lastApplied(organization, u"contact"_s, u"other"_s, u"a"_s)->isValid());

        { // the run goes on, and then it can be done
            const auto file = RunFile::open(RunPlace::file(open), m_clock);
            RunJournal journal(**file);
            const auto batches = journal.unsettled();
            for (const RunBatch &batch : *batches)
                QVERIFY(journal.settle(batch.id, batch.worker, Fate::AsPlanned));
        }
        QVERIFY(bytesIn(m_paths.runs()).contains(person.toUtf8()));
        erased = m_library->erase(person, *m_journal, nullptr);
        QCOMPARE(erased.runs, 1);
        QCOMPARE(erased.problems.size(), 1);
        QVERIFY(!bytesIn(m_paths.runs()).contains(person.toUtf8()));
        QVERIFY(!bytesIn(m_paths.runs()).contains(item.writes[0].rowId.toUtf8()));
        QCOMPARE(m_library->find(person, *m_journal).runs.size(), 0);
        QCOMPARE(m_library->erase(u" "_s, *m_journal, nullptr).problems.size(), 1);
    }

private:
    static RunRecord someRun()
    {
        return {.profileId = u"p1"_s,
                .kind = u"push"_s,
                .dataverseOrganization = organization,
                .didomiOrganization = u"acme"_s};
    }

    void push(const QString &whom)
    {
        const auto run = m_journal->beginRun(someRun());
        const auto item = m_journal->intend(*run, {.person = whom,
                                                   .eventTime = m_clock.now(),
                                                   .table = u"contact"_s,
                                                   .rowId = u"row-"_s + whom,
                                                   .after = "{\"donotbulkemail\":true}"});
        QVERIFY(m_journal->settle(*item, {.outcome = Outcome::Updated}));
        QVERIFY(m_journal->endRun(*run));
    }

    /// Seven items, of which two are updated and one is created.
    QString makeRun(const QString &profile, RunState state, bool isOpen = false)
    {
        const auto path = m_library->newPath(profile);
        auto file = RunFile::create(RunPlace::file(*path),
                                    {.dataverseOrganization = organization, .profileId = profile}, m_clock);
        if (!file || !(*file)->append(someItems(0, 7), {}))
            qFatal("no plan");
        if (state == RunState::Planning)
            return *path;
        if (!(*file)->finishPlanning())
            qFatal("not finished");
        if (state == RunState::Planned)
            return *path;
        RunJournal journal(**file);
        const bool hasBegun = (*file)->setState(RunState::Running).hasValue();
        const auto batch = journal.claim(u"w"_s, 100, std::chrono::minutes(1));
        if (!hasBegun || !batch || (!isOpen && !journal.settle(batch->id, u"w"_s, Fate::AsPlanned)) ||
            !(*file)->setState(state))
            qFatal("not run");
        return *path;
    }

    support::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    Paths m_paths;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<RunLibrary> m_library;
};

QTEST_GUILESS_MAIN(TestRunLibrary)
#include "tst_runlibrary.moc"
