#include "store/inbox.h"
#include "support/fakeclock.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using store::Arrival;
using store::Inbox;

namespace {

const QString profileId = u"p1"_s;

Arrival someArrival(const QString &person, const QString &key)
{
    return {.profileId = profileId,
            .source = u"webhook"_s,
            .key = key,
            .person = person,
            .arrivedAt = {},
            .changedAt = QDateTime({2026, 11, 20}, {9, 0}, Qt::UTC),
            .body = "{\"id\":\"" + key.toUtf8() + "\"}"};
}

QStringList keysOf(const core::Result<QList<Arrival>> &arrivals)
{
    QStringList keys;
    for (const Arrival &one : arrivals.valueOr({}))
        keys << one.key;
    return keys;
}

/// Takes arrivals, says so, and is killed at once.
int dieAfterAdding(const QString &path)
{
    auto inbox = Inbox::open(path);
    if (!inbox)
        return 1;
    for (int number = 0; number < 20; ++number) {
        if (!(*inbox)->add({someArrival(u"jane"_s, u"k%1"_s.arg(number))}))
            return 1;
    }
    std::puts("added");
    std::fflush(stdout);
    std::abort(); // nothing is closed or flushed
}

} // namespace

/// The queue of what arrived.
class TestInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"data/inbox.sqlite"_s);
        m_inbox = opened();
        QVERIFY(m_inbox);
    }

    void takesEachArrivalOnce()
    {
        const auto first = m_inbox->add({someArrival(u"jane"_s, u"a"_s), someArrival(u"john"_s, u"b"_s)});
        QVERIFY(first);
        QCOMPARE(first->added, 2);
        QCOMPARE(first->known, 0);
        const auto again = m_inbox->add({someArrival(u"jane"_s, u"a"_s), someArrival(u"john"_s, u"c"_s)});
        QCOMPARE(again->added, 1);
        QCOMPARE(again->known, 1);
        QVERIFY(again->lastId > first->lastId);
        QCOMPARE(m_inbox->counts(profileId)->waiting, 3);

        // Also when it is done meanwhile; and another integration's are its own.
        QVERIFY(m_inbox->settle({m_inbox->next(profileId, 1)->constFirst().id}, u"updated"_s));
        QCOMPARE(m_inbox->add({someArrival(u"jane"_s, u"a"_s)})->known, 1);
        Arrival other = someArrival(u"jane"_s, u"a"_s);
        other.profileId = u"p2"_s;
        QCOMPARE(m_inbox->add({other})->added, 1);
        QCOMPARE(m_inbox->counts(profileId)->waiting, 2);
        QCOMPARE(m_inbox->counts(u"p2"_s)->waiting, 1);
    }

    void takesAllOrNothing()
    {
        Arrival nameless = someArrival(u"jane"_s, {});
        const auto added = m_inbox->add({someArrival(u"jane"_s, u"a"_s), nameless});
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Error::Kind::Invalid);
        QCOMPARE(m_inbox->counts(profileId)->waiting, 0);
    }

    void givesThePersonsInOrder()
    {
        QVERIFY(m_inbox->add({someArrival(u"jane@acme.test"_s, u"j1"_s), someArrival(u"Jane@Acme.test"_s, u"j2"_s),
                              someArrival(u"john"_s, u"h1"_s), someArrival({}, u"n1"_s), someArrival({}, u"n2"_s)}));
        QCOMPARE(keysOf(m_inbox->next(profileId, 10)), QStringList({u"j1"_s, u"h1"_s, u"n1"_s, u"n2"_s}));
        QCOMPARE(keysOf(m_inbox->next(profileId, 2)), QStringList({u"j1"_s, u"h1"_s}));
        const Arrival first = m_inbox->next(profileId, 1)->constFirst();
        QCOMPARE(keysOf(m_inbox->openOf(first, 10)), QStringList({u"j1"_s, u"j2"_s}));
        QVERIFY(m_inbox->settle({first.id}, u"updated"_s));
        QCOMPARE(keysOf(m_inbox->next(profileId, 10)), QStringList({u"j2"_s, u"h1"_s, u"n1"_s, u"n2"_s}));
    }

    void keepsLaterOnesBehindARetry()
    {
        QVERIFY(m_inbox->add(
            {someArrival(u"jane"_s, u"j1"_s), someArrival(u"jane"_s, u"j2"_s), someArrival(u"john"_s, u"h1"_s)}));
        const Arrival first = m_inbox->next(profileId, 1)->constFirst();
        const QDateTime due = m_clock.now().addSecs(30);
        QVERIFY(m_inbox->retryLater(first.id, due, u"It was busy."_s));
        QCOMPARE(keysOf(m_inbox->next(profileId, 10)), QStringList({u"h1"_s}));
        QVERIFY(m_inbox->settle({m_inbox->next(profileId, 10)->constFirst().id}, u"updated"_s));
        QCOMPARE(*m_inbox->nextDue(profileId), due);
        m_clock.advance(31s);
        const auto again = m_inbox->next(profileId, 10);
        QCOMPARE(keysOf(again), QStringList({u"j1"_s}));
        QCOMPARE(again->constFirst().attempts, 1);
        QCOMPARE(again->constFirst().problem, u"It was busy."_s);
    }

    void parksAndSendsOnItsWayAgain()
    {
        QVERIFY(m_inbox->add({someArrival(u"jane"_s, u"j1"_s), someArrival(u"jane"_s, u"j2"_s)}));
        const Arrival first = m_inbox->next(profileId, 1)->constFirst();
        QVERIFY(m_inbox->park(first.id, u"It was refused."_s));
        QCOMPARE(keysOf(m_inbox->next(profileId, 10)), QStringList({u"j2"_s})); // is not held up
        QCOMPARE(m_inbox->counts(profileId)->parked, 1);
        const auto parked = m_inbox->parked(profileId, 0, 10);
        QCOMPARE(keysOf(parked), QStringList({u"j1"_s}));
        QCOMPARE(parked->constFirst().problem, u"It was refused."_s);
        QVERIFY(!parked->constFirst().body.isEmpty());

        QCOMPARE(*m_inbox->redrive(u"p2"_s, {first.id}), 0); // of another integration
        QCOMPARE(*m_inbox->redrive(profileId, {first.id}), 1);
        QCOMPARE(*m_inbox->redrive(profileId, {first.id}), 0);                  // waits already
        QCOMPARE(keysOf(m_inbox->next(profileId, 10)), QStringList({u"j1"_s})); // in its old place
        QCOMPARE(m_inbox->next(profileId, 10)->constFirst().attempts, 0);
        QCOMPARE(m_inbox->counts(profileId)->parked, 0);
        QCOMPARE(m_inbox->counts(profileId)->waiting, 2);

        QVERIFY(m_inbox->park(first.id, u"Again."_s));
        QCOMPARE(*m_inbox->redrive(profileId, {}), 1);
    }

    void forgetsWhatIsDone()
    {
        QVERIFY(m_inbox->add({someArrival(u"jane"_s, u"j1"_s)}));
        const Arrival first = m_inbox->next(profileId, 1)->constFirst();
        QVERIFY(m_inbox->settle({first.id}, u"updated"_s));
        const auto done = m_inbox->arrival(first.id);
        QVERIFY(done);
        QCOMPARE(done->state, Arrival::State::Done);
        QCOMPARE(done->outcome, u"updated"_s);
        QVERIFY(done->body.isEmpty());
        QVERIFY(done->person.isEmpty());

        m_clock.advance(1h);
        QCOMPARE(*m_inbox->forgetDone(m_clock.now().addSecs(-7200)), 0);
        QCOMPARE(*m_inbox->forgetDone(m_clock.now().addSecs(-1800)), 1);
        QCOMPARE(m_inbox->arrival(first.id).error().kind, Error::Kind::NotFound);
        QCOMPARE(m_inbox->add({someArrival(u"jane"_s, u"j1"_s)})->added, 1);
    }

    void forgetsAPerson()
    {
        QVERIFY(m_inbox->add(
            {someArrival(u"jane"_s, u"j1"_s), someArrival(u"JANE"_s, u"j2"_s), someArrival(u"john"_s, u"h1"_s)}));
        QCOMPARE(*m_inbox->erasePerson(u"Jane"_s), 2);
        QCOMPARE(keysOf(m_inbox->next(profileId, 10)), QStringList({u"h1"_s}));
        QCOMPARE(m_inbox->counts(profileId)->waiting, 1);
        QVERIFY(!m_inbox->erasePerson(u" "_s));
        m_inbox.reset();
        for (const QString &suffix : {u""_s, u"-wal"_s}) {
            QFile file(m_path + suffix);
            if (file.open(QIODevice::ReadOnly))
                QVERIFY(!file.readAll().contains("jane"));
        }
    }

    void remembersWhatADryRunHasShown()
    {
        QVERIFY(m_inbox->add({someArrival(u"jane"_s, u"j1"_s), someArrival(u"jane"_s, u"j2"_s)}));
        const auto shown = m_inbox->nextToRehearse(profileId, 10);
        QCOMPARE(keysOf(shown), QStringList({u"j1"_s, u"j2"_s}));
        QVERIFY(m_inbox->markRehearsed({shown->constFirst().id}));
        QCOMPARE(keysOf(m_inbox->nextToRehearse(profileId, 10)), QStringList({u"j2"_s}));
        QCOMPARE(keysOf(m_inbox->next(profileId, 10)), QStringList({u"j1"_s})); // still to be written
    }

    void tellsTheNewest()
    {
        for (int number = 0; number < 10; ++number)
            QVERIFY(m_inbox->add({someArrival(u"p%1"_s.arg(number), u"k%1"_s.arg(number))}));
        QCOMPARE(keysOf(m_inbox->newestAfter(profileId, 0, 3)), QStringList({u"k7"_s, u"k8"_s, u"k9"_s}));
        const qint64 last = m_inbox->newestAfter(profileId, 0, 1)->constFirst().id;
        QVERIFY(m_inbox->newestAfter(profileId, last, 3)->isEmpty());
    }

    void remembersMarks()
    {
        QCOMPARE(*m_inbox->mark(profileId, u"poll"_s), QString());
        QVERIFY(m_inbox->setMark(profileId, u"poll"_s, u"here"_s));
        QVERIFY(m_inbox->setMark(profileId, u"poll"_s, u"there"_s));
        m_inbox = opened();
        QCOMPARE(*m_inbox->mark(profileId, u"poll"_s), u"there"_s);
    }

    void survivesAKill()
    {
        m_inbox.reset();
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--die-after-adding"_s, m_path});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        QVERIFY(program.readAllStandardOutput().contains("added"));
        m_inbox = opened();
        QCOMPARE(m_inbox->counts(profileId)->waiting, 20);
        QStringList order;
        while (true) {
            const auto next = m_inbox->next(profileId, 1);
            QVERIFY(next);
            if (next->isEmpty())
                break;
            order << next->constFirst().key;
            QVERIFY(m_inbox->settle({next->constFirst().id}, u"updated"_s));
        }
        QCOMPARE(order.size(), 20);
        for (int number = 0; number < 20; ++number)
            QCOMPARE(order.at(number), u"k%1"_s.arg(number));
    }

    void isSharedByThreads()
    {
        constexpr int each = 100;
        const auto work = [this](int which) {
            auto inbox = Inbox::open(m_path);
            for (int number = 0; inbox && number < each; ++number) {
                if (!(*inbox)->add({someArrival(u"person %1"_s.arg(number % 7), u"%1-%2"_s.arg(which).arg(number))}))
                    qWarning("an arrival was not taken");
            }
        };
        std::thread one([&] { work(1); });
        std::thread two([&] { work(2); });
        one.join();
        two.join();
        QCOMPARE(m_inbox->counts(profileId)->waiting, 2 * each);
        QCOMPARE(m_inbox->next(profileId, 100)->size(), 7);
    }

    void explainsWhatItCannotUse_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("said");
        QTest::newRow("newer") << u"PRAGMA user_version = 99"_s << u"newer version"_s;
        QTest::newRow("foreign") << u"PRAGMA application_id = 77"_s << u"another program"_s;
        QTest::newRow("damaged") << QString() << u"damaged"_s;
    }

    void explainsWhatItCannotUse()
    {
        QFETCH(QString, change);
        QFETCH(QString, said);
        m_inbox.reset();
        if (change.isEmpty()) {
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.write(QByteArray(8192, 'x')) > 0);
        } else {
            QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
            raw.setDatabaseName(m_path);
            QVERIFY(raw.open());
            QVERIFY(QSqlQuery(raw).exec(change));
            raw.close();
            raw = QSqlDatabase();
            QSqlDatabase::removeDatabase(u"raw"_s);
        }
        const auto again = Inbox::open(m_path, m_clock);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Storage);
        QVERIFY2(again.error().message.contains(said), qPrintable(again.error().message));
        QVERIFY(again.error().message.contains(u"inbox.sqlite"_s));
        QVERIFY(!again.error().fix.isEmpty());
    }

    void canBeInMemory()
    {
        auto inbox = Inbox::inMemory(m_clock);
        QVERIFY(inbox);
        QCOMPARE((*inbox)->add({someArrival(u"jane"_s, u"a"_s)})->added, 1);
        QCOMPARE((*Inbox::inMemory(m_clock))->counts(profileId)->waiting, 0);
    }

    /// What is next is found as fast with many waiting as with few.
    void staysQuickWithManyWaiting()
    {
        QList<Arrival> many;
        for (int number = 0; number < 20'000; ++number)
            many << someArrival(u"person %1"_s.arg(number % 5), u"k%1"_s.arg(number));
        QVERIFY(m_inbox->add(many));
        for (int round = 0; round < 500; ++round) {
            const auto next = m_inbox->next(profileId, 20);
            QCOMPARE(next->size(), 5);
            QVERIFY(m_inbox->settle({next->constFirst().id}, u"updated"_s));
        }
        QCOMPARE(m_inbox->counts(profileId)->waiting, 19'500);
    }

private:
    std::unique_ptr<Inbox> opened()
    {
        auto inbox = Inbox::open(m_path, m_clock);
        return inbox ? std::move(*inbox) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    support::FakeClock m_clock;
    std::unique_ptr<Inbox> m_inbox;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "--die-after-adding"_L1)
        return dieAfterAdding(arguments[2]);
    TestInbox test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_inbox.moc"
