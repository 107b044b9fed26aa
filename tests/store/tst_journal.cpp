#include "smalldisk.h"
#include "store/journalschema.h"
#include "store/sqljournal.h"
#include "support/fakeclock.h"

#include <QDir>
#include <QProcess>
#include <QScopeGuard>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstdlib>
#include <thread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace store;
using core::Error;

namespace {

const QString organization = u"org-1"_s;
const QString row = u"0A0A0A0A-0000-0000-0000-000000000001"_s;
const QDateTime choiceTime({2026, 11, 19}, {8, 30, 0, 123}, Qt::UTC);

RunRecord someRun()
{
    return {.profileId = u"p1"_s,
            .kind = u"push"_s,
            .dataverseOrganization = organization,
            .didomiOrganization = u"acme"_s};
}

Intent someIntent(const QString &person = u"jane"_s)
{
    return {.person = person,
            .regulation = u"gdpr"_s,
            .eventTime = choiceTime,
            .sourceId = u"event-1"_s,
            .table = u"contact"_s,
            .entitySet = u"contacts"_s,
            .address = u"contacts(0A0A0A0A-0000-0000-0000-000000000001)"_s,
            .rowId = row,
            .isCreate = false,
            .before = "{\"donotbulkemail\":true}",
            .after = "{\"donotbulkemail\":false,\"Cb_Ref@odata.bind\":\"/accounts(1)\"}",
            .condition = u"If-Match: *"_s};
}

Settlement updated()
{
    return {.outcome = Outcome::Updated, .reason = {}, .code = {}, .requestId = u"r1"_s, .rowId = row.toLower()};
}

/// A connection of nobody's journal.
class RawDatabase
{
public:
    explicit RawDatabase(const QString &path) : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("the database could not be opened");
    }
    ~RawDatabase()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"raw"_s);
    }
    Q_DISABLE_COPY_MOVE(RawDatabase)

    QVariant run(const QString &statement)
    {
        QSqlQuery query(m_database);
        if (!query.exec(statement))
            qFatal("%s", qPrintable(query.lastError().text()));
        return query.next() ? query.value(0) : QVariant();
    }

private:
    QSqlDatabase m_database;
};

std::unique_ptr<SqlJournal> opened(const QString &path, core::Clock &clock, const SqlJournal::Settings &settings = {})
{
    auto journal = SqlJournal::open(path, clock, settings);
    if (!journal)
        qFatal("%s", qPrintable(journal.error().message));
    return std::move(*journal);
}

/// What a program does that is killed while a write is on its way.
int dieAfterIntent(const QString &path)
{
    auto journal = Journal::open(path);
    if (!journal)
        return 1;
    const auto run = (*journal)->beginRun(someRun());
    if (!run || !(*journal)->intend(*run, someIntent()))
        return 2;
    std::_Exit(3);
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"data/journal.sqlite"_s);
    }

    void keepsAnItemFromIntentToEnd()
    {
        auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        QVERIFY(run);
        const auto id = journal->intend(*run, someIntent());
        QVERIFY(id);

        auto open = journal->unsettled(u"p1"_s);
        QCOMPARE(open->size(), 1);
        const JournalItem &item = open->first();
        QCOMPARE(item.id, *id);
        QCOMPARE(item.runId, *run);
        QCOMPARE(item.intent.person, u"jane"_s);
        QCOMPARE(item.intent.eventTime, choiceTime);
        QCOMPARE(item.intent.eventTime.timeSpec(), Qt::UTC);
        QCOMPARE(item.intent.before, someIntent().before);
        QCOMPARE(item.intent.after, someIntent().after);
        QCOMPARE(item.intent.address, someIntent().address);
        QCOMPARE(item.intent.condition, u"If-Match: *"_s);
        QCOMPARE(item.sentAt, m_clock.now());
        QVERIFY(!item.settlement);
        QVERIFY(journal->unsettled(u"p2"_s)->isEmpty());
        QVERIFY(!journal->lastApplied(organization, u"contact"_s, row, u"donotbulkemail"_s)->isValid());

        m_clock.advance(5s);
        QVERIFY(journal->settle(*id, updated()));
        QVERIFY(journal->unsettled(u"p1"_s)->isEmpty());
        const auto items = journal->items(u"p1"_s, 0, 10);
        QCOMPARE(items->size(), 1);
        QVERIFY(items->first().settlement->outcome == Outcome::Updated);
        QCOMPARE(items->first().settlement->requestId, u"r1"_s);
        QCOMPARE(items->first().settledAt, m_clock.now());
        QVERIFY(journal->endRun(*run));
    }

    void remembersTheTimeOfEachWrittenColumn()
    {
        auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        QVERIFY(journal->settle(*journal->intend(*run, someIntent()), updated()));
        const auto last = [&](const QString &column, const QString &rowId = row, const QString &table = u"contact"_s,
                              const QString &org = organization) {
            return *journal->lastApplied(org, table, rowId, column);
        };
        QCOMPARE(last(u"donotbulkemail"_s), choiceTime);
        QCOMPARE(last(u"donotbulkemail"_s, row.toLower()), choiceTime);
        QCOMPARE(last(u"cb_ref"_s), choiceTime);
        QCOMPARE(last(u"Cb_Ref@odata.bind"_s), choiceTime);
        QVERIFY(!last(u"donotphone"_s).isValid());
        QVERIFY(!last(u"donotbulkemail"_s, u"other"_s).isValid());
        QVERIFY(!last(u"donotbulkemail"_s, row, u"lead"_s).isValid());
        QVERIFY(!last(u"donotbulkemail"_s, row, u"contact"_s, u"org-2"_s).isValid());
    }

    void onlySuccessIsRemembered_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("isRemembered");
        QTest::newRow("created") << Outcome::Created << true;
        QTest::newRow("updated") << Outcome::Updated << true;
        QTest::newRow("unchanged") << Outcome::Unchanged << true;
        QTest::newRow("skipped") << Outcome::Skipped << false;
        QTest::newRow("invalid") << Outcome::Invalid << false;
        QTest::newRow("rejected") << Outcome::Rejected << false;
        QTest::newRow("conflict") << Outcome::Conflict << false;
    }

    void onlySuccessIsRemembered()
    {
        QFETCH(Outcome, outcome);
        auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        const auto id = journal->note(*run, someIntent(), {.outcome = outcome, .reason = u"why"_s});
        QVERIFY(id);
        const auto items = journal->items(u"p1"_s, 0, 1);
        QVERIFY(items->first().settlement->outcome == outcome);
        QCOMPARE(items->first().settlement->reason, u"why"_s);
        QVERIFY(!items->first().sentAt.isValid());
        QTEST(journal->lastApplied(organization, u"contact"_s, row, u"donotbulkemail"_s)->isValid(), "isRemembered");
        QVERIFY(outcomeFromWord(outcomeWord(outcome)) == outcome);
        QVERIFY(!outcomeText(outcome).isEmpty());
        QVERIFY(!outcomeFromWord(u"?"_s));
    }

    void theLastIntentCounts()
    {
        auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        Intent second = someIntent();
        second.eventTime = choiceTime.addDays(1);
        const auto firstId = journal->intend(*run, someIntent());
        const auto secondId = journal->intend(*run, second);
        QVERIFY(journal->settle(*secondId, updated()));
        QVERIFY(journal->settle(*firstId, updated())); // found out later, after a restart
        QCOMPARE(*journal->lastApplied(organization, u"contact"_s, row, u"donotbulkemail"_s), second.eventTime);
    }

    void createsUseTheRowThatTheServerTold()
    {
        auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        Intent create = someIntent();
        create.isCreate = true;
        create.rowId.clear();
        create.before = {};
        const auto id = journal->intend(*run, create);
        QVERIFY(id);
        QVERIFY(journal->unsettled(u"p1"_s)->first().intent.isCreate);
        QVERIFY(journal->settle(*id, {.outcome = Outcome::Created, .rowId = u"FFFF"_s}));
        QVERIFY(journal->lastApplied(organization, u"contact"_s, u"ffff"_s, u"donotbulkemail"_s)->isValid());
    }

    void settlesOnce()
    {
        auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        const auto id = journal->intend(*run, someIntent());
        QVERIFY(journal->settle(*id, updated()));
        const auto again = journal->settle(*id, {.outcome = Outcome::Rejected});
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
        QVERIFY(journal->items(u"p1"_s, 0, 1)->first().settlement->outcome == Outcome::Updated);
    }

    void refusesWhatItDoesNotKnow()
    {
        auto journal = opened(m_path, m_clock);
        QCOMPARE(journal->settle(1, updated()).error().kind, Error::Kind::NotFound);
        QCOMPARE(journal->intend(1, someIntent()).error().kind, Error::Kind::NotFound);
        QCOMPARE(journal->note(1, someIntent(), updated()).error().kind, Error::Kind::NotFound);
        QCOMPARE(journal->endRun(1).error().kind, Error::Kind::NotFound);
        QCOMPARE(journal->erasePerson({}).error().kind, Error::Kind::Invalid);
        const auto run = journal->beginRun(someRun());
        Intent broken = someIntent();
        broken.after = "{\"a\":";
        QCOMPARE(journal->intend(*run, broken).error().kind, Error::Kind::Invalid);
        QVERIFY(journal->items(u"p1"_s, 0, 10)->isEmpty());
    }

    void pagesByKey()
    {
        auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        for (int i = 0; i < 25; ++i)
            QVERIFY(journal->note(*run, someIntent(QString::number(i)), {.outcome = Outcome::Skipped}));
        QStringList seen;
        qint64 before = 0;
        for (int page = 0; page < 4; ++page) {
            const auto items = journal->items(u"p1"_s, before, 10);
            QVERIFY(items);
            for (const JournalItem &item : *items)
                seen << item.intent.person;
            before = items->isEmpty() ? 1 : items->last().id;
        }
        QCOMPARE(seen.size(), 25);
        QCOMPARE(seen.first(), u"24"_s);
        QCOMPARE(seen.last(), u"0"_s);
        QVERIFY(journal->items(u"p1"_s, 0, 0)->isEmpty());
        QVERIFY(journal->items(u"p2"_s, 0, 10)->isEmpty());
    }

    void survivesAKill()
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(u"data"_s)));
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--die-after-intent"_s, m_path});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 3);
        auto journal = opened(m_path, m_clock);
        const auto open = journal->unsettled(u"p1"_s);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().intent.person, u"jane"_s);
        QVERIFY(journal->settle(open->first().id, updated()));
        QVERIFY(journal->unsettled(u"p1"_s)->isEmpty());
    }

    void severalProgramsShareIt()
    {
        auto first = opened(m_path, m_clock);
        auto second = opened(m_path, m_clock);
        const auto run = first->beginRun(someRun());
        const auto id = second->intend(*run, someIntent());
        QVERIFY(id);
        QCOMPARE(first->unsettled(u"p1"_s)->size(), 1);
        QVERIFY(first->settle(*id, updated()));
        QCOMPARE(second->settle(*id, updated()).error().kind, Error::Kind::Conflict);
    }

    void severalThreadsWriteAtOnce()
    {
        constexpr int each = 60;
        std::atomic<int> good = 0;
        const auto work = [this, &good] {
            auto journal = opened(m_path, core::Clock::system()); // also the first opening is a race
            const auto run = journal->beginRun(someRun());
            for (int i = 0; run && i < each; ++i) {
                const auto id = journal->intend(*run, someIntent());
                if (id && journal->settle(*id, updated()))
                    ++good;
            }
        };
        std::thread one(work);
        std::thread two(work);
        one.join();
        two.join();
        QCOMPARE(good.load(), 2 * each);
        QCOMPARE(opened(m_path, m_clock)->items(u"p1"_s, 0, 1000)->size(), 2 * each);
    }

    void saysWhenAnotherProgramIsWriting()
    {
        auto journal = opened(m_path, m_clock, {.patience = 20ms});
        const auto run = journal->beginRun(someRun());
        const auto id = journal->intend(*run, someIntent());
        {
            RawDatabase other(m_path);
            other.run(u"BEGIN IMMEDIATE"_s);
            const auto refused = journal->intend(*run, someIntent());
            QCOMPARE(refused.error().kind, Error::Kind::Storage);
            QVERIFY2(refused.error().message.contains(u"Another program"_s), qPrintable(refused.error().message));
            QVERIFY(refused.error().message.contains(QDir::toNativeSeparators(m_path)));
            QVERIFY(!journal->settle(*id, updated()));
            QCOMPARE(journal->unsettled(u"p1"_s)->size(), 1); // reading goes on
            other.run(u"ROLLBACK"_s);
        }
        QVERIFY(journal->settle(*id, updated()));
        QCOMPARE(journal->items(u"p1"_s, 0, 10)->size(), 1);
    }

    void nothingIsHalfWrittenWhereverItBreaks()
    {
        int brokenAt = 1;
        for (;; ++brokenAt) {
            QTemporaryDir folder;
            const QString path = folder.filePath(u"journal.sqlite"_s);
            bool hasBroken = false;
            const SqlJournal::Settings settings{.patience = 1s, .saboteur = [&hasBroken, brokenAt](int number) {
                                                    hasBroken = hasBroken || number == brokenAt;
                                                    return number == brokenAt;
                                                }};
            QSet<qint64> settled;
            int intended = 0;
            int noted = 0;
            bool isErased = false;
            bool eraseFailed = false;
            if (auto journal = SqlJournal::open(path, m_clock, settings)) {
                const auto run = (*journal)->beginRun(someRun());
                const auto id = (*journal)->intend(run.valueOr(0), someIntent());
                intended += id ? 1 : 0;
                if (id && (*journal)->settle(*id, updated()))
                    settled << *id;
                Intent other = someIntent(u"joe"_s);
                other.rowId = u"2"_s;
                noted += (*journal)->note(run.valueOr(0), other, {.outcome = Outcome::Unchanged}) ? 1 : 0;
                Intent third = someIntent(u"gone"_s);
                third.rowId = u"3"_s;
                const bool isThird =
                    (*journal)->note(run.valueOr(0), third, {.outcome = Outcome::Unchanged}).hasValue();
                noted += isThird ? 1 : 0;
                isErased = (*journal)->erasePerson(u"gone"_s).hasValue();
                eraseFailed = isThird && !isErased;
            }

            auto after = opened(path, m_clock); // works again, whatever broke
            const auto items = after->items(u"p1"_s, 0, 10);
            QCOMPARE(items->size(), intended + noted);
            QCOMPARE(after->unsettled(u"p1"_s)->size(), intended - settled.size());
            const auto isKnown = [&](const QString &rowId) {
                return after->lastApplied(organization, u"contact"_s, rowId, u"donotbulkemail"_s)->isValid();
            };
            QCOMPARE(isKnown(row), !settled.isEmpty());
            for (const JournalItem &item : *items) {
                if (item.intent.person == "joe"_L1 || item.intent.person == "gone"_L1)
                    QVERIFY(item.settlement && isKnown(item.intent.rowId));
                if (item.intent.person.isEmpty())
                    QVERIFY(item.intent.after.isEmpty() && item.intent.address.isEmpty() && !isKnown(u"3"_s));
                QVERIFY(!(isErased && item.intent.person == "gone"_L1));
            }
            if (eraseFailed) // then it can be done again
                QVERIFY(after->erasePerson(u"gone"_s));
            QVERIFY(after->beginRun(someRun()));
            if (!hasBroken)
                break;
        }
        QVERIFY(brokenAt > 25); // it was really broken somewhere
    }

    void survivesAFullDisk()
    {
        if (!SmallDisk::isPossible)
            QSKIP("this system cannot limit the size of files");
        auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        const auto id = journal->intend(*run, someIntent());
        QVERIFY(id);
        Intent large = someIntent(u"large"_s);
        large.before = "{\"a\":\"" + QByteArray(400'000, 'x') + "\"}";
        {
            const SmallDisk disk(150'000);
            const auto refused = journal->intend(*run, large);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Storage);
            QVERIFY2(refused.error().message.contains(u"disk"_s),
                     qPrintable(refused.error().message + refused.error().code));
        }
        QVERIFY(journal->settle(*id, updated()));
        QVERIFY(journal->intend(*run, large));
        QCOMPARE(journal->items(u"p1"_s, 0, 10)->size(), 2);
    }

    void belongsToItsOwnerOnly()
    {
#ifdef Q_OS_UNIX
        const mode_t before = umask(0);
        const auto restore = qScopeGuard([before] { umask(before); });
        auto journal = opened(m_path, m_clock);
        QVERIFY(journal->beginRun(someRun()));
        const QFileDevice::Permissions others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        for (const QString &name : {m_path, m_path + u"-wal"_s, m_path + u"-shm"_s}) {
            QVERIFY2(QFile::exists(name), qPrintable(name));
            QVERIFY2(!(QFile::permissions(name) & others), qPrintable(name));
        }
        QVERIFY(!(QFile::permissions(m_folder->filePath(u"data"_s)) & others));
        journal.reset();

        QVERIFY(QFile::setPermissions(m_path, QFile::permissions(m_path) | others));
        journal = opened(m_path, m_clock);
        QVERIFY(!(QFile::permissions(m_path) & others));
#endif
    }

    void forgetsAPerson()
    {
        auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        int janes = 0;
        for (int i = 0; i < 400; ++i) {
            const bool isJane = i % 3 == 0;
            Intent intent = someIntent(isJane ? u"canary@acme.test"_s : u"joe%1@acme.test"_s.arg(i));
            intent.rowId = isJane ? u"canary-row"_s : u"row-%1"_s.arg(i);
            if (isJane) {
                intent.address = u"contacts(emailaddress1='canary@acme.test')"_s;
                intent.sourceId = u"canary-event"_s;
                intent.before = "{\"a\":\"canary-before" + QByteArray(i * 5, 'c') + "\"}";
                intent.after = "{\"a\":\"canary-after" + QByteArray(i * 3, 'c') + "\"}";
                ++janes;
            }
            if (i % 5 == 0)
                QVERIFY(journal->intend(*run, intent));
            else
                QVERIFY(journal->note(
                    *run, intent,
                    {.outcome = Outcome::Unchanged, .reason = u"about "_s + intent.person, .rowId = intent.rowId}));
        }
        const auto erased = journal->erasePerson(u"canary@acme.test"_s);
        QVERIFY2(erased, erased ? "" : qPrintable(erased.error().message));
        QCOMPARE(*erased, janes);
        QCOMPARE(*journal->erasePerson(u"canary@acme.test"_s), 0);

        const auto items = journal->items(u"p1"_s, 0, 1000);
        QCOMPARE(items->size(), 400);
        for (const JournalItem &item : *items)
            QVERIFY(item.settlement || !item.intent.person.isEmpty()); // nothing of hers is left open
        QVERIFY(!journal->lastApplied(organization, u"contact"_s, u"canary-row"_s, u"a"_s)->isValid());
        QVERIFY(journal->lastApplied(organization, u"contact"_s, u"row-1"_s, u"donotbulkemail"_s)->isValid());

        for (int round = 0; round < 2; ++round) { // with the journal open, and closed
            for (const QFileInfo &info : QDir(m_folder->filePath(u"data"_s)).entryInfoList(QDir::Files)) {
                QFile file(info.filePath());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains("canary"), qPrintable(info.fileName()));
            }
            journal.reset();
        }
    }

    void tellsPeopleApartWithoutLetterCase()
    {
        const auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        for (const QString &person : {u"ZOË"_s, u"other"_s, u"zoë"_s})
            QVERIFY(journal->settle(*journal->intend(*run, someIntent(person)), updated()));
        const auto items = journal->itemsOf(u"Zoë"_s);
        QCOMPARE(items->size(), 2);
        QCOMPARE(items->constFirst().intent.person, u"zoë"_s); // newest first
        QCOMPARE(*journal->erasePerson(u"zOË"_s), 2);
        QCOMPARE(journal->itemsOf(u"Zoë"_s)->size(), 0);
        QCOMPARE(journal->itemsOf(u"other"_s)->size(), 1);
    }

    void forgetsWhatIsOldOnceAllIsKnownWithoutIt()
    {
        {
            const auto journal = opened(m_path, m_clock);
            const auto run = journal->beginRun(someRun());
            QVERIFY(journal->settle(*journal->intend(*run, someIntent()), updated()));
            QVERIFY(journal->endRun(*run));
            const auto other = journal->beginRun(someRun());
            QVERIFY(journal->intend(*other, someIntent(u"open"_s)));
            QVERIFY(journal->mergeApplied(organization, {{.table = u"contact"_s,
                                                          .rowId = row,
                                                          .columns = {u"donotphone"_s},
                                                          .eventTime = choiceTime.addSecs(60)}}));
        }
        m_clock.advance(24h);
        const auto isKnown = [](Journal &journal) {
            const auto times = journal.timesOf(organization, u"contact"_s, {row}).valueOr({}).value(row.toLower());
            return times.value(u"donotbulkemail"_s) == choiceTime && times.value(u"cb_ref"_s) == choiceTime &&
                   times.value(u"donotphone"_s) == choiceTime.addSecs(60);
        };
        int failAt = 1;
        for (;; ++failAt) {
            bool isArmed = false;
            bool hasFailed = false;
            int count = 0;
            const auto journal = opened(m_path, m_clock, {.saboteur = [&](int) {
                                            if (!isArmed || ++count != failAt)
                                                return false;
                                            return hasFailed = true;
                                        }});
            isArmed = true;
            const auto forgotten = journal->forgetSettled(m_clock.now().addSecs(-60));
            isArmed = false;
            QVERIFY(isKnown(*journal));
            if (!hasFailed) {
                QCOMPARE(*forgotten, 1);
                break;
            }
            QVERIFY(!forgotten);
            QCOMPARE(journal->itemsOf(u"jane"_s)->size(), 1);
        }
        QVERIFY(failAt > 6);
        const auto journal = opened(m_path, m_clock);
        QCOMPARE(journal->itemsOf(u"jane"_s)->size(), 0);
        QCOMPARE(int(journal->run(1).error().kind), int(Error::Kind::NotFound));
        QCOMPARE(journal->unsettled(u"p1"_s)->size(), 1); // what is open stays
        QVERIFY(journal->run(2));
        QCOMPARE(*journal->forgetSettled({}), 0);
    }

    void saysWhenTracesAreLeft()
    {
        auto journal = opened(m_path, m_clock, {.patience = 20ms});
        const auto run = journal->beginRun(someRun());
        QVERIFY(journal->intend(*run, someIntent()));
        {
            RawDatabase other(m_path);
            other.run(u"BEGIN"_s);
            QCOMPARE(other.run(u"SELECT count(*) FROM items"_s).toInt(), 1); // holds the log as it is
            const auto erased = journal->erasePerson(u"jane"_s);
            QVERIFY(!erased);
            QVERIFY2(erased.error().message.contains(u"traces"_s), qPrintable(erased.error().message));
            other.run(u"COMMIT"_s);
        }
        QCOMPARE(*journal->erasePerson(u"jane"_s), 0);
    }

    void refusesADamagedFile()
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(u"data"_s)));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray garbage = QByteArray("this is no database ").repeated(500);
        file.write(garbage);
        file.close();
        const auto journal = Journal::open(m_path, m_clock);
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, Error::Kind::Storage);
        QVERIFY2(journal.error().message.contains(u"damaged"_s), qPrintable(journal.error().message));
        QVERIFY(journal.error().message.contains(QDir::toNativeSeparators(m_path)));
        QVERIFY(!journal.error().fix.isEmpty());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), garbage);
    }

    void noticesADamagedPage()
    {
        auto journal = opened(m_path, m_clock);
        const auto run = journal->beginRun(someRun());
        for (int i = 0; i < 500; ++i)
            QVERIFY(journal->note(*run, someIntent(QString::number(i)), {.outcome = Outcome::Skipped}));
        journal.reset();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 9; page < file.size() / 4096; ++page) {
            file.seek(page * 4096);
            file.write(QByteArray(4096, '\x7f'));
        }
        file.close();
        journal = opened(m_path, m_clock);
        const auto items = journal->items(u"p1"_s, 0, 1000);
        QVERIFY(!items); // not simply fewer
        QCOMPARE(items.error().kind, Error::Kind::Storage);
    }

    void refusesANewerLayout()
    {
        opened(m_path, m_clock).reset();
        {
            RawDatabase raw(m_path);
            QCOMPARE(raw.run(u"PRAGMA user_version"_s).toInt(), int(journalMigrations().size()));
            QCOMPARE(raw.run(u"PRAGMA application_id"_s).toInt(), journalApplicationId);
            QCOMPARE(raw.run(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
            raw.run(u"PRAGMA user_version = 99"_s);
        }
        const auto journal = Journal::open(m_path, m_clock);
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, Error::Kind::Storage);
        QVERIFY2(journal.error().message.contains(u"newer version"_s), qPrintable(journal.error().message));
        QCOMPARE(RawDatabase(m_path).run(u"PRAGMA user_version"_s).toInt(), 99);
    }

    void refusesAnotherProgramsDatabase()
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(u"data"_s)));
        RawDatabase(m_path).run(u"CREATE TABLE theirs (a)"_s);
        const auto journal = Journal::open(m_path, m_clock);
        QVERIFY(!journal);
        QVERIFY2(journal.error().message.contains(u"another program"_s), qPrintable(journal.error().message));
        QCOMPARE(RawDatabase(m_path).run(u"SELECT count(*) FROM sqlite_master"_s).toInt(), 1);
    }

    void saysWhereItCannotWrite()
    {
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto below = Journal::open(m_folder->filePath(u"file/journal.sqlite"_s), m_clock);
        QVERIFY(!below);
        QCOMPARE(below.error().kind, Error::Kind::Storage);
        QVERIFY(below.error().message.contains(m_folder->filePath(u"file"_s)));
        QVERIFY(!Journal::open(m_folder->path(), m_clock)); // a folder
    }

    void saysWhenTheFolderIsReadOnly()
    {
        const QString folder = m_folder->filePath(u"locked"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const auto restore = qScopeGuard([&folder] {
            QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        });
        if (QFileInfo(folder).isWritable())
            QSKIP("this user may write everywhere");
        const auto journal = Journal::open(folder + u"/journal.sqlite"_s, m_clock);
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, Error::Kind::Storage);
        QVERIFY(!journal.error().fix.isEmpty());
    }

private:
    support::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "--die-after-intent"_L1)
        return dieAfterIntent(arguments[2]);
    TestJournal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_journal.moc"
