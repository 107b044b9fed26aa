#include "postgres.h"
#include "runsamples.h"
#include "store/runfile.h"
#include "store/runjournal.h"
#include "store/runpages.h"
#include "store/runticks.h"
#include "support/fakeclock.h"

#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSet>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace runsamples;
using namespace store;
using core::Error;

namespace {

RunHead someHead()
{
    return {.dataverseOrganization = u"org-1"_s,
            .didomiOrganization = u"acme"_s,
            .profileId = u"p1"_s,
            .profileName = u"Acme “EU”"_s,
            .host = u"org1234.crm4.dynamics.com"_s,
            .table = u"contact"_s,
            .mode = u"legacy"_s,
            .regulation = u"gdpr"_s,
            .madeAt = QDateTime({2026, 11, 20}, {9, 0, 0, 123}, Qt::UTC),
            .scope = "{\"people\":[\"jane\",\"joe\"]}",
            .source = u"Everybody, from Didomi."_s,
            .fingerprint = QByteArray("\x00\xff\x17", 3),
            .kind = u"undo"_s,
            .undoes = u"earlier.cbplan"_s};
}

/// Runs a statement on a file that nobody has open.
void change(const QString &path, const QString &statement)
{
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(statement));
        database.close();
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
}

qint64 itemsIn(RunFile &file)
{
    qint64 items = 0;
    const auto groups = file.groups();
    for (const RunGroup &group : groups.valueOr({}))
        items += group.items;
    return items;
}

} // namespace

class TestRunFile : public QObject
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
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = isShared ? m_postgres->newPlace() : RunPlace::file(m_folder->filePath(u"plan.cbplan"_s));
    }

    void keepsWhatItWasMadeFrom()
    {
        {
            const auto made = RunFile::create(m_place, someHead(), m_clock);
            QVERIFY(made);
            QCOMPARE(int((*made)->state().valueOr(RunState::Done)), int(RunState::Planning));
            QVERIFY((*made)->append(someItems(0, 3), u"cursor-3"_s));
        }
        const auto file = RunFile::open(m_place, m_clock);
        QVERIFY(file);
        QCOMPARE(*(*file)->head(), someHead());
        QCOMPARE(*(*file)->mark(), u"cursor-3"_s);
        QVERIFY(!(*file)->setState(RunState::Running)); // it is not finished
        QVERIFY((*file)->finishPlanning());
        QVERIFY((*file)->finishPlanning());
        QVERIFY((*file)->setState(RunState::Running));
        QCOMPARE(int(*(*file)->state()), int(RunState::Running));
        QVERIFY(!(*file)->setState(RunState::Planning));
    }

    void tellsWhenItRanAndWhyItStopped()
    {
        const auto file = RunFile::create(m_place, someHead(), m_clock);
        QVERIFY((*file)->finishPlanning());
        QCOMPARE(*(*file)->course(), RunCourse());
        QVERIFY((*file)->setState(RunState::Running));
        const RunCourse begun = *(*file)->course();
        QVERIFY(begun.startedAt.isValid());
        QVERIFY(!begun.endedAt.isValid());
        QVERIFY((*file)->setStop(u"The network is gone."_s));
        QVERIFY((*file)->setState(RunState::Paused));
        QCOMPARE((*file)->course()->stop, u"The network is gone."_s);
        QVERIFY(!(*file)->course()->endedAt.isValid());
        m_clock.advance(std::chrono::hours(1));
        QVERIFY((*file)->setState(RunState::Running)); // goes on
        QCOMPARE(*(*file)->course(), begun);
        QVERIFY((*file)->setState(RunState::Done));
        const RunCourse done = *(*file)->course();
        QCOMPARE(done.startedAt, begun.startedAt);
        QVERIFY(done.endedAt.isValid());
        QVERIFY((*file)->setState(RunState::Undone));
        QCOMPARE((*file)->course()->endedAt, done.endedAt);
    }

    void opensWhileAnotherProgramWrites()
    {
        QFETCH_GLOBAL(bool, isShared);
        if (isShared)
            QSKIP("A file only.");
        const auto made = RunFile::create(m_place, someHead(), m_clock);
        auto raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        raw.setDatabaseName(m_place.path);
        QVERIFY(raw.open());
        QVERIFY(QSqlQuery(raw).exec(u"BEGIN IMMEDIATE"_s));
        const auto file = RunFile::open(m_place, m_clock);
        const bool isOpen = file.hasValue();
        const bool isRead = isOpen && (*file)->head().hasValue();
        QVERIFY(QSqlQuery(raw).exec(u"COMMIT"_s));
        raw = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"raw"_s);
        QVERIFY(isOpen);
        QVERIFY(isRead);
    }

    void neverOverwrites()
    {
        QVERIFY(RunFile::create(m_place, someHead(), m_clock));
        const auto again = RunFile::create(m_place, {}, m_clock);
        QVERIFY(!again);
        QCOMPARE(int(again.error().kind), int(Error::Kind::Conflict));
        const auto file = RunFile::open(m_place, m_clock);
        QCOMPARE(*(*file)->head(), someHead());
    }

    void saysWhenThereIsNone()
    {
        const auto file = RunFile::open(m_place, m_clock);
        QVERIFY(!file);
        QCOMPARE(int(file.error().kind), int(Error::Kind::NotFound));
        QVERIFY(!file.error().message.isEmpty());
    }

    void keepsAllOfAnItem()
    {
        RunItem item = someItem(1);
        item.person = u"Zoë O'Neil; 'DROP'"_s;
        item.effects = Effect::NewlyPermits | Effect::HasWarning;
        item.reason = u"Ümlaut “reason”."_s;
        item.shared = {u"zoe@example.com"_s, u"+33 1"_s};
        RunWrite byKey = someWrite(2);
        byKey.rowId.clear();
        byKey.address = u"contacts(new_id='O%27%27Neil')"_s;
        byKey.condition = RunWrite::Condition::Upsert;
        byKey.action = RunWrite::Action::Create;
        byKey.isIdDrawn = true;
        byKey.permits = true;
        byKey.absent = R"({"emailaddress1":"zoe@example.com", "cb_number": 9007199254740993})";
        RunWrite none = someWrite(3);
        none.action = RunWrite::Action::None;
        none.after.clear();
        none.outcome = Outcome::Conflict;
        none.reason = u"Two rows."_s;
        item.writes << byKey << none;
        item.writeCount = 3;

        const auto file = RunFile::create(m_place, someHead(), m_clock);
        QVERIFY((*file)->append({someItem(0), item}, {}));
        const auto found = (*file)->itemOf(u"ZOË o'neil; 'drop'"_s);
        QVERIFY(found);
        QVERIFY(*found);
        RunItem expected = item;
        expected.id = (*found)->id;
        for (qsizetype i = 0; i < expected.writes.size(); ++i) {
            QVERIFY((*found)->writes.value(i).id > 0);
            expected.writes[i].id = (*found)->writes.value(i).id;
            expected.writes[i].item = expected.id;
        }
        QVERIFY(**found == expected);
        QVERIFY(*(*file)->item(expected.id) == expected);
        QCOMPARE(int((*file)->item(999).error().kind), int(Error::Kind::NotFound));
        QVERIFY(!*(*file)->itemOf(u"nobody"_s));
    }

    void plansEverybodyOnce()
    {
        const auto file = RunFile::create(m_place, someHead(), m_clock);
        QVERIFY((*file)->append({someItem(0)}, {}));
        QList<RunItem> items = someItems(1, 70); // more than one statement takes
        items[40].person = items[3].person.toUpper();
        items[50].person = someItem(0).person;
        RunItem nameless = someItem(100, Planned::Invalid);
        nameless.person.clear();
        items << nameless << nameless;
        const auto appended = (*file)->append(items, u"next"_s);
        QVERIFY(appended);
        QCOMPARE(appended->refused, (QList<int>{40, 50}));
        QCOMPARE(appended->added, 70);
        QCOMPARE(itemsIn(**file), 71);
        QCOMPARE((*(*file)->itemOf(items[3].person))->person, items[3].person);
        QCOMPARE((*(*file)->itemOf(items[69].person))->writes.size(), items[69].writes.size());
        QCOMPARE(*(*file)->mark(), u"next"_s);
    }

    void refusesContradictions_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("an update without a write") << 0;
        QTest::newRow("a skipped one with a write") << 1;
        QTest::newRow("no row") << 2;
        QTest::newRow("no body") << 3;
        QTest::newRow("no JSON object") << 4;
    }
    void refusesContradictions()
    {
        QFETCH(int, what);
        RunItem item = someItem(1);
        RunWrite &write = item.writes.last();
        switch (what) {
        case 0:
            item.writes.clear();
            break;
        case 1:
            item.planned = Planned::Skipped;
            break;
        case 2:
            write.rowId.clear();
            write.address.clear();
            break;
        case 3:
            write.after.clear();
            break;
        default:
            write.before = "[1]";
            break;
        }
        const auto file = RunFile::create(m_place, someHead(), m_clock);
        const auto appended = (*file)->append({someItem(0), item}, u"next"_s);
        QVERIFY(!appended);
        QCOMPARE(int(appended.error().kind), int(Error::Kind::Invalid));
        QVERIFY(!appended.error().field.isEmpty());
        QVERIFY(!appended.error().message.contains(item.person));
        QCOMPARE(itemsIn(**file), 0);
        QCOMPARE(*(*file)->mark(), QString());
    }

    void reasonsMayAllDiffer()
    {
        const auto file = RunFile::create(m_place, someHead(), m_clock);
        QList<RunItem> items;
        for (int i = 0; i < 1200; ++i) {
            items << someItem(i, Planned::Invalid);
            items.last().reason = u"The value %1 is too long."_s.arg(i);
        }
        QVERIFY((*file)->append(items, {}));
        const auto groups = (*file)->groups();
        QVERIFY(groups->size() <= 1001); // counts stay quick
        QCOMPARE(itemsIn(**file), 1200);
        for (const int i : {0, 999, 1000, 1199})
            QCOMPARE((*(*file)->itemOf(items[i].person))->reason, items[i].reason);
    }

    void aFinishedPlanStaysAsItIs()
    {
        const auto file = RunFile::create(m_place, someHead(), m_clock);
        QVERIFY((*file)->finishPlanning());
        const auto appended = (*file)->append({someItem(0)}, {});
        QVERIFY(!appended);
        QCOMPARE(int(appended.error().kind), int(Error::Kind::Conflict));
    }

    void ticksOneOrMany()
    {
        const auto file = RunFile::create(m_place, someHead(), m_clock);
        QVERIFY((*file)->append(someItems(0, 700), {}));
        const auto tickedIn = [&file](Planned planned) {
            qint64 ticked = 0;
            const auto groups = (*file)->groups();
            for (const RunGroup &group : *groups)
                ticked += group.planned == planned ? group.ticked : 0;
            return ticked;
        };
        QCOMPARE(tickedIn(Planned::Update), 200);
        qint64 rows = 0;
        const auto all = someItems(0, 700);
        for (const RunItem &item : all)
            rows += std::count_if(item.writes.cbegin(), item.writes.cend(),
                                  [](const RunWrite &write) { return write.action != RunWrite::Action::None; });
        QVERIFY(rows >= 300);
        QCOMPARE(*(*file)->rowsToWrite(), rows);
        const qint64 id = (*(*file)->itemOf(someItems(0, 1).constFirst().person))->id;
        QCOMPARE(*(*file)->setTicked(id, false), 1);
        QCOMPARE(*(*file)->setTicked(id, false), 0);
        QVERIFY(!(*file)->item(id)->isTicked);
        QCOMPARE(tickedIn(Planned::Update), 199);
        QVERIFY(*(*file)->rowsToWrite() < rows);
        QCOMPARE(*(*file)->setTicked(RunFilter{.planned = {Planned::Update}}, false), 199);
        QCOMPARE(tickedIn(Planned::Update), 0);
        QCOMPARE(tickedIn(Planned::Create), 100);
        QCOMPARE(*(*file)->setTicked(RunFilter{.isTicked = false, .person = u"PERSON-00"_s}, true) > 0, true);
        QVERIFY(tickedIn(Planned::Update) > 0);
        QVERIFY(tickedIn(Planned::Update) < 200);
        QCOMPARE(tickedIn(Planned::Create), 100);
        QVERIFY((*file)->setTicked(RunFilter{}, true));
        QCOMPARE(tickedIn(Planned::Update), 200);
        QVERIFY((*file)->setTicked(RunFilter{}, false));
        QCOMPARE(*(*file)->rowsToWrite(), 0);
        QCOMPARE(tickedIn(Planned::Update) + tickedIn(Planned::Create) + tickedIn(Planned::Skipped), 0);
        QCOMPARE(int((*file)->setTicked(5000, true).error().kind), int(Error::Kind::NotFound));
    }

    void ticksOfAFinishedPlanAreAsIfOneByOne()
    {
        const auto file = RunFile::create(m_place, someHead(), m_clock);
        auto items = someItems(0, 2600); // of two blocks
        for (qsizetype i = 0; i < items.size(); ++i)
            items[i].effects |= i % 3 == 0 ? Effect::NewlyPermits : i % 5 == 0 ? Effect::HasWarning : Effects();
        QVERIFY((*file)->append(items, {}));
        QVERIFY((*file)->finishPlanning());
        for (qsizetype i = 0; i < items.size(); ++i)
            items[i].id = i + 1;
        QSet<qint64> forgotten;
        const auto tick = [&](RunItem &item, bool ticked) {
            if (item.isTicked == ticked || (!ticked && forgotten.contains(item.id)))
                return 0;
            item.isTicked = ticked;
            return 1;
        };
        QRandomGenerator random(11);
        const QList<Planned> outcomes[] = {
            {}, {}, {Planned::Update}, {Planned::Create}, {Planned::Create, Planned::Update}, {Planned::Skipped}};
        const QString people[] = {{}, {}, {}, u"PERSON-00"_s, u"7"_s, u"nobody"_s};
        for (int step = 0; step < 120; ++step) {
            const bool ticked = random.bounded(2) == 0;
            if (step % 30 == 17) {
                RunItem &item = items[random.bounded(int(items.size()))];
                QCOMPARE(*(*file)->erasePerson(item.person), 1);
                item.isTicked = true; // it counts as skipped by itself
                item.person.clear();
                if (isWrite(item.planned))
                    forgotten << item.id;
            } else if (step % 3 == 0) {
                QList<qint64> several;
                qint64 changed = 0;
                for (int i = 0; i < 20; ++i) {
                    RunItem &item = items[random.bounded(int(items.size()))];
                    if (forgotten.contains(item.id))
                        continue;
                    if (i < 10) {
                        QCOMPARE(*(*file)->setTicked(item.id, ticked), tick(item, ticked));
                    } else {
                        several << item.id;
                        changed += tick(item, ticked);
                    }
                }
                QVERIFY(!setTicked(**file, several + QList<qint64>{1'000'000}, !ticked)); // then none of them
                QCOMPARE(*setTicked(**file, several, ticked), changed);
            } else {
                RunFilter filter{.planned = outcomes[random.bounded(int(std::size(outcomes)))],
                                 .person = people[random.bounded(int(std::size(people)))]};
                if (random.bounded(3) == 0)
                    filter.effects = Effect::NewlyPermits;
                if (random.bounded(3) == 0)
                    filter.isTicked = random.bounded(2) == 0;
                qint64 changed = 0;
                for (RunItem &item : items) {
                    if ((filter.planned.isEmpty() || filter.planned.contains(item.planned)) &&
                        (item.effects & filter.effects) == filter.effects &&
                        (!filter.isTicked || *filter.isTicked == item.isTicked) &&
                        item.person.contains(filter.person, Qt::CaseInsensitive))
                        changed += tick(item, ticked);
                }
                QCOMPARE(*(*file)->setTicked(filter, ticked), changed);
            }
            const auto groups = (*file)->groups();
            for (const RunGroup &group : *groups) {
                const qint64 expected = std::count_if(items.cbegin(), items.cend(), [&group](const RunItem &item) {
                    return item.isTicked && item.planned == group.planned && item.effects == group.effects;
                });
                QVERIFY2(group.ticked == expected, qPrintable(u"step %1"_s.arg(step)));
            }
            RunPages pages(**file, {});
            const auto shown = pages.page(0, int(items.size()));
            QCOMPARE(shown->size(), items.size());
            for (qsizetype i = 0; i < items.size(); ++i)
                QVERIFY2(shown->at(i).isTicked == items[i].isTicked, qPrintable(u"step %1"_s.arg(step)));
            const RunItem &one = items[random.bounded(int(items.size()))];
            QCOMPARE((*file)->item(one.id)->isTicked, one.isTicked);
        }
        // A rule with exceptions, both ways.
        QVERIFY((*file)->setTicked(RunFilter{.planned = {Planned::Update}}, false));
        QVERIFY((*file)->setTicked(RunFilter{.planned = {Planned::Create}}, true));
        for (RunItem &item : items)
            item.isTicked =
                item.planned == Planned::Create || item.planned != Planned::Update || forgotten.contains(item.id);
        for (int i = 0; i < 40; ++i) {
            RunItem &item = items[random.bounded(int(items.size()))];
            if (!forgotten.contains(item.id) && isWrite(item.planned)) {
                QCOMPARE(*(*file)->setTicked(item.id, !item.isTicked), 1);
                item.isTicked = !item.isTicked;
            }
        }
        QSet<qint64> expected;
        for (const RunItem &item : std::as_const(items)) {
            if (isWrite(item.planned) && item.isTicked && !forgotten.contains(item.id))
                expected << item.id;
        }
        QVERIFY(expected.size() > 100);
        QCOMPARE(*(*file)->rowsToWrite(), expected.size());
        QVERIFY((*file)->setState(RunState::Running));
        RunJournal journal(**file);
        QSet<qint64> claimed;
        for (;;) {
            const auto batch = journal.claim(u"w"_s, 70, std::chrono::minutes(1));
            QVERIFY(batch);
            if (batch->items.isEmpty())
                break;
            for (const RunItem &item : batch->items)
                claimed << item.id;
            QVERIFY(journal.settle(batch->id, u"w"_s, Fate::AsPlanned));
        }
        QCOMPARE(claimed, expected);
        QVERIFY(*journal.endWhenDone());
        const RunCounts counts = *journal.counts();
        QVERIFY(counts.reconciles());
        QCOMPARE(counts.notReached, 0);
        QCOMPARE(counts.created + counts.updated, expected.size());
    }

    void ticksOfAnOlderFileStay()
    {
        QFETCH_GLOBAL(bool, isShared);
        if (isShared)
            QSKIP("A file only.");
        {
            const auto file = RunFile::create(m_place, someHead(), m_clock);
            QVERIFY((*file)->append(someItems(0, 70), {}));
            QVERIFY((*file)->finishPlanning());
            QVERIFY((*file)->setTicked(RunFilter{.person = u"person-00"_s}, false));
            QVERIFY((*file)->setTicked(1, false));
        }
        for (const QString &statement : {u"ALTER TABLE classes DROP COLUMN left_out"_s,
                                         u"ALTER TABLE exceptions RENAME TO unticked"_s, u"PRAGMA user_version = 1"_s})
            change(m_place.path, statement);
        const auto file = RunFile::open(m_place, m_clock);
        QVERIFY(file);
        QList<qint64> written;
        for (qint64 id = 1; id <= 70; ++id) {
            const auto item = (*file)->item(id);
            QCOMPARE(item->isTicked, id != 1 && !item->person.startsWith(u"person-00"_s));
            if (item->isTicked && isWrite(item->planned))
                written << id;
        }
        QVERIFY(written.size() < 30);
        QVERIFY((*file)->setState(RunState::Running));
        const auto batch = RunJournal(**file).claim(u"w"_s, 100, std::chrono::minutes(1));
        QList<qint64> claimed;
        for (const RunItem &item : batch->items)
            claimed << item.id;
        QCOMPARE(claimed, written);
    }

    void ticksAreForBeforeTheRun()
    {
        const auto file = RunFile::create(m_place, someHead(), m_clock);
        QVERIFY((*file)->append(someItems(0, 7), {}));
        QVERIFY((*file)->finishPlanning());
        QVERIFY((*file)->setState(RunState::Running));
        RunJournal journal(**file);
        QVERIFY(journal.claim(u"w"_s, 1, std::chrono::minutes(1)));
        QCOMPARE(int((*file)->setTicked(1, false).error().kind), int(Error::Kind::Conflict));
        QCOMPARE(int((*file)->setTicked(RunFilter{}, false).error().kind), int(Error::Kind::Conflict));
    }

    void forgetsAPerson()
    {
        QFETCH_GLOBAL(bool, isShared);
        const QByteArray secrets[] = {
            "jane",   "0a0a0a0a-0000-0000-0000-000000000777", "Secret Name", "mail-777", "value-777", "user-777",
            "key-777"};
        {
            const auto file = RunFile::create(m_place, someHead(), m_clock);
            RunItem jane = someItem(777);
            jane.person = u"Jane"_s;
            jane.shared = {u"mail-777"_s};
            jane.writes.last().rowName = u"Secret Name"_s;
            jane.writes.last().before = "{\"x\":\"value-777\"}";
            RunWrite more = someWrite(778);
            more.rowId.clear();
            more.address = u"contacts(id='key-777')"_s;
            jane.writes << more;
            QVERIFY((*file)->append(someItems(0, 20) << jane, {}));
            QVERIFY((*file)->finishPlanning());
            QVERIFY((*file)->setState(RunState::Running));
            RunJournal journal(**file);
            const RunCounts before = *journal.counts();
            QVERIFY(before.reconciles());
            const auto batch = journal.claim(u"w"_s, 100, std::chrono::minutes(1));
            QCOMPARE(int((*file)->erasePerson(u"jane"_s).error().kind), int(Error::Kind::Conflict));
            const qint64 write = batch->items.constLast().writes.constFirst().id;
            QVERIFY(journal.settle(batch->id, u"w"_s, Fate::AsPlanned,
                                   {{.write = write,
                                     .fate = Fate::Rejected,
                                     .reason = u"Jane has no value-777."_s,
                                     .rowId = jane.writes.constFirst().rowId}}));
            QVERIFY(*journal.retryFailed() == 1);
            QCOMPARE(*(*file)->erasePerson(u"JANE"_s), 1);
            QCOMPARE(*(*file)->erasePerson(u"jane"_s), 0);
            QCOMPARE(int((*file)->erasePerson(u" "_s).error().kind), int(Error::Kind::Invalid));
            QVERIFY(!*(*file)->itemOf(u"jane"_s));
            const RunCounts after = *journal.counts();
            QVERIFY(after.reconciles());
            QCOMPARE(after.planned, before.planned);
            QCOMPARE(after.notReached, 0);
            QCOMPARE(after.rejected, 1);
            QVERIFY(journal.claim(u"w"_s, 10, std::chrono::minutes(1))->items.isEmpty());
            QCOMPARE((*file)->head()->scope, QByteArray("{\"people\":[\"\",\"joe\"]}"));
            QVERIFY(!isShared || !(*file)->item(21)->writes.isEmpty());
        }
        if (isShared)
            return;
        for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files)) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll().toLower();
            for (const QByteArray &secret : secrets)
                QVERIFY2(!content.contains(secret.toLower()), secret.constData());
        }
    }

    void whoIsForgottenBeforeTheRunIsNotWritten()
    {
        const auto file = RunFile::create(m_place, someHead(), m_clock);
        QVERIFY((*file)->append({someItem(0), someItem(1), someItem(2, Planned::Create)}, {}));
        QVERIFY((*file)->finishPlanning());
        QVERIFY((*file)->setTicked(2, false));
        QCOMPARE(*(*file)->erasePerson(someItem(1).person), 1);
        QCOMPARE(*(*file)->erasePerson(someItem(2).person), 1);
        QVERIFY((*file)->setTicked(RunFilter{}, false));
        QVERIFY((*file)->setTicked(RunFilter{}, true));
        QVERIFY((*file)->setState(RunState::Running));
        RunJournal journal(**file);
        const auto batch = journal.claim(u"w"_s, 10, std::chrono::minutes(1));
        QCOMPARE(batch->items.size(), 1);
        QVERIFY(journal.settle(batch->id, u"w"_s, Fate::AsPlanned));
        const auto counts = journal.counts();
        QCOMPARE(counts->updated, 1);
        QCOMPARE(counts->skipped, 2);
        QCOMPARE(counts->notReached, 0);
        QVERIFY(counts->reconciles());
    }

    void allOrNothingWhereverItBreaks()
    {
        { // known before
            const auto file = RunFile::create(m_place, someHead(), m_clock);
            QVERIFY((*file)->append(someItems(0, 5), u"five"_s));
        }
        int failAt = 1;
        for (;; ++failAt) {
            bool hasFailed = false;
            bool isArmed = false;
            int count = 0;
            const auto file = RunFile::open(m_place, m_clock, [&](int) {
                if (!isArmed || ++count != failAt)
                    return false;
                hasFailed = true;
                return true;
            });
            QVERIFY(file);
            isArmed = true;
            auto items = someItems(5, 40);
            items[20].person = items[2].person;
            items[30].reason = u"A new reason."_s;
            const auto appended = (*file)->append(items, u"more"_s);
            isArmed = false;
            if (!hasFailed) {
                QVERIFY(appended);
                break;
            }
            QVERIFY(!appended);
            QCOMPARE(itemsIn(**file), 5);
            QCOMPARE(*(*file)->mark(), u"five"_s);
        }
        QVERIFY(failAt > 8);
        const auto file = RunFile::open(m_place, m_clock);
        QCOMPARE(itemsIn(**file), 44);
    }

    void refusesNewerLayouts()
    {
        QFETCH_GLOBAL(bool, isShared);
        if (isShared)
            QSKIP("A file only.");
        QVERIFY(RunFile::create(m_place, someHead(), m_clock));
        change(m_place.path, u"PRAGMA user_version = 99"_s);
        const auto file = RunFile::open(m_place, m_clock);
        QVERIFY(!file);
        QCOMPARE(int(file.error().kind), int(Error::Kind::Storage));
        QVERIFY(file.error().message.contains(u"99"_s));
    }

    void refusesOtherFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a text") << QByteArray("organization_user_id\n").repeated(200);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another program's database") << QByteArray("SQLite");
    }
    void refusesOtherFiles()
    {
        QFETCH_GLOBAL(bool, isShared);
        if (isShared)
            QSKIP("A file only.");
        QFETCH(QByteArray, content);
        if (content == "SQLite") {
            change(m_place.path, u"CREATE TABLE theirs (x)"_s);
        } else {
            QFile file(m_place.path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        const auto bytes = [this] {
            QFile file(m_place.path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
        };
        const QByteArray before = bytes();
        const auto file = RunFile::open(m_place, m_clock);
        QVERIFY(!file);
        QCOMPARE(int(file.error().kind), int(Error::Kind::Storage));
        QVERIFY(!file.error().fix.isEmpty());
        QCOMPARE(bytes(), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }

    void saysWhenItIsDamaged()
    {
        QFETCH_GLOBAL(bool, isShared);
        if (isShared)
            QSKIP("A file only.");
        {
            const auto made = RunFile::create(m_place, someHead(), m_clock);
            QVERIFY((*made)->append(someItems(0, 3000), {}));
        }
        QFile raw(m_place.path);
        QVERIFY(raw.open(QIODevice::ReadWrite));
        const qint64 size = raw.size();
        for (qint64 at = 8192; at + 4096 <= size; at += 8192) {
            raw.seek(at);
            raw.write(QByteArray(4096, '\x5a'));
        }
        raw.close();
        const auto file = RunFile::open(m_place, m_clock);
        if (!file) {
            QCOMPARE(int(file.error().kind), int(Error::Kind::Storage));
            return;
        }
        bool isNoticed = !(*file)->groups();
        for (qint64 id = 1; id <= 3000 && !isNoticed; ++id)
            isNoticed = !(*file)->item(id);
        QVERIFY(isNoticed);
    }

    void belongsToItsOwnerOnly()
    {
        QFETCH_GLOBAL(bool, isShared);
        if (isShared)
            QSKIP("A file only.");
        const auto file = RunFile::create(m_place, someHead(), m_clock);
        QVERIFY((*file)->append(someItems(0, 10), {}));
        for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files)) {
            const auto others =
                QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
            QVERIFY2(!(QFile::permissions(m_folder->filePath(name)) & others), qPrintable(name));
        }
    }

private:
    support::FakeClock m_clock;
    std::unique_ptr<Postgres> m_postgres;
    std::unique_ptr<QTemporaryDir> m_folder;
    RunPlace m_place;
};

QTEST_GUILESS_MAIN(TestRunFile)
#include "tst_runfile.moc"
