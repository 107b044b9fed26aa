#include "cli/binaryworld.h"
#include "cli/exitcode.h"
#include "store/postgres.h"
#include "store/runfile.h"
#include "store/runjournal.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using support::BinaryWorld;

namespace {

constexpr int people = 1'200;
constexpr int workers = 3;
const QString lease = u"20"_s; ///< Seconds; long enough for a worker that lives to renew it on a slow machine.
constexpr int patience = 600'000;
const QStringList smallParts{u"--rows-per-request"_s, u"10"_s, u"--connections"_s, u"2"_s};

QString addressOf(const store::RunPlace &place)
{
    QUrlQuery query;
    query.addQueryItem(u"host"_s, place.host);
    query.addQueryItem(u"user"_s, place.user);
    query.addQueryItem(u"schema"_s, place.schema);
    query.addQueryItem(u"connect_timeout"_s, u"60"_s);
    return u"postgresql:///%1?%2"_s.arg(place.database, query.toString(QUrl::FullyEncoded));
}

QString nameOf(int worker)
{
    return u"worker%1"_s.arg(worker);
}

} // namespace

/// One plan in PostgreSQL, carried out by several processes of the real program, one of which is killed.
class TestWorkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shareARunAlsoWhenOneIsKilled_data();
    void shareARunAlsoWhenOneIsKilled();
    void refusesWhatIsNoPlace_data();
    void refusesWhatIsNoPlace();

private:
    std::unique_ptr<Postgres> m_postgres;
};

void TestWorkers::init()
{
    if (!m_postgres)
        m_postgres = std::make_unique<Postgres>();
    if (!m_postgres->isRunning())
        QSKIP(qPrintable(m_postgres->missing()));
}

void TestWorkers::shareARunAlsoWhenOneIsKilled_data()
{
    QTest::addColumn<BinaryWorld::Mode>("mode");
    QTest::newRow("contacts") << BinaryWorld::Mode::Contacts;
    QTest::newRow("consents") << BinaryWorld::Mode::Consents;
}

void TestWorkers::shareARunAlsoWhenOneIsKilled()
{
    QFETCH(const BinaryWorld::Mode, mode);
    const auto [unbroken, expected] = BinaryWorld::unbrokenRun(mode, people);
    QVERIFY(expected.size() > people / 2);
    BinaryWorld world(mode, people);
    QVERIFY(world.connect());
    const store::RunPlace place = m_postgres->newPlace();
    const QString address = addressOf(place);
    QVERIFY(world.plan(address));
    const auto file = store::RunFile::open(place);
    QVERIFY(file);
    QCOMPARE((*file)->state().valueOr(store::RunState::Planning), store::RunState::Planned);
    store::RunJournal journal(**file);

    QVERIFY(world.world().sandbox().setFault(u"slow"_s, u"dataverse:150"_s));
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < workers; ++i) {
        processes.push_back(world.program(
            world.running(u"run"_s, address,
                          smallParts + QStringList{u"--worker"_s, u"--worker-name"_s, nameOf(i), u"--lease"_s, lease}),
            nameOf(i)));
        processes.back()->start();
    }
    // Killed while it is writing: it has written some of a batch, and has not settled it. Others are at work too.
    store::RunBatch left;
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto open = journal.unsettled();
            if (open && !open->isEmpty())
                left = open->constFirst();
            return left.id > 0;
        },
        patience));
    const int victim = left.worker.section(u'-', 0, 0).mid(nameOf(0).size() - 1).toInt();
    QVERIFY(left.worker.startsWith(nameOf(victim) + u'-'));
    QTest::qWait(QRandomGenerator::global()->bounded(800));
    processes[victim]->kill();
    QVERIFY(processes[victim]->waitForFinished(patience));
    world.world().sandbox().clearFaults();
    const auto open = journal.unsettled();
    QVERIFY(open);
    const bool isLeftBehind = std::any_of(open->cbegin(), open->cend(),
                                          [&](const store::RunBatch &batch) { return batch.worker == left.worker; });
    const auto state = (*file)->state();
    QVERIFY2(isLeftBehind || (state && *state == store::RunState::Running), "killed too late");

    for (int i = 0; i < workers; ++i) {
        if (i == victim)
            continue;
        QVERIFY(QTest::qWaitFor([&] { return processes[i]->state() == QProcess::NotRunning; }, patience));
        const QJsonObject last = BinaryWorld::lastLineOf(*processes[i]);
        QCOMPARE(last[u"exit_code"].toInt(), int(cli::ExitCode::Done));
        QCOMPARE(last[u"result"].toString(), u"done"_s);
    }
    QCOMPARE((*file)->state().valueOr(store::RunState::Planning), store::RunState::Done);
    const auto counts = journal.counts();
    QVERIFY(counts && counts->reconciles());
    QCOMPARE(counts->open + counts->notReached, 0);
    QCOMPARE(journal.unsettled().valueOr({left}).size(), 0);
    for (const auto &[word, count] :
         {std::pair(u"created"_s, counts->created), std::pair(u"updated"_s, counts->updated),
          std::pair(u"unchanged"_s, counts->unchanged), std::pair(u"rejected"_s, counts->rejected),
          std::pair(u"conflict"_s, counts->conflict)})
        QCOMPARE(count, unbroken[u"counts"][word].toInteger());
    QVERIFY(counts->created > 0);
    QCOMPARE(world.endState(), expected);

    // Started anew by its scheduler, by the same name: all is done, and it says so.
    const QJsonObject again = world.run(
        world.running(u"run"_s, address, {u"--worker"_s, u"--worker-name"_s, nameOf(victim), u"--lease"_s, lease}));
    QCOMPARE(again[u"exit_code"].toInt(), int(cli::ExitCode::Done));
    QCOMPARE(again[u"counts"], unbroken[u"counts"]);
}

void TestWorkers::refusesWhatIsNoPlace_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("told");
    QTest::newRow("password") << u"postgresql://u:hidden-word@h/d?schema=s"_s << QStringList() << u"password"_s;
    QTest::newRow("password behind") << u"postgresql:///d?schema=s&password=hidden-word"_s << QStringList()
                                     << u"password"_s;
    QTest::newRow("no schema") << u"postgresql:///d?host=h"_s << QStringList() << u"schema"_s;
    QTest::newRow("long schema") << u"postgresql:///d?schema="_s + QString(64, u's') << QStringList() << u"63"_s;
    QTest::newRow("no database") << u"postgresql://h/?schema=s"_s << QStringList() << u"database"_s;
    QTest::newRow("port") << u"postgresql:///d?schema=s&port=99999"_s << QStringList() << u"65535"_s;
    QTest::newRow("unknown") << u"postgresql:///d?schema=s&dbname=x"_s << QStringList() << u"dbname"_s;
    QTest::newRow("nearly") << u"postgres:/u:hidden-word@h/d"_s << QStringList() << u"schema"_s;
    QTest::newRow("reference") << u"postgresql:///d?schema=s"_s
                               << QStringList{u"--database-password"_s, u"keychain:x"_s} << u"env:NAME"_s;
    QTest::newRow("worker of a file") << u"plan.cbplan"_s << QStringList{u"--worker"_s} << u"plan"_s;
}

/// Nothing of these is asked for, and no password is repeated.
void TestWorkers::refusesWhatIsNoPlace()
{
    QFETCH(const QString, address);
    QFETCH(const QStringList, more);
    QFETCH(const QString, told);
    QProcess program;
    program.start(QStringLiteral(CB_CLI), QStringList{u"run"_s, address} + more);
    QVERIFY(program.waitForFinished(patience));
    const QString said = QString::fromUtf8(program.readAllStandardError() + program.readAllStandardOutput());
    QVERIFY(program.exitCode() == int(cli::ExitCode::Usage) || program.exitCode() == int(cli::ExitCode::Invalid));
    QVERIFY2(said.contains(told), qPrintable(said));
    QVERIFY(!said.contains(u"hidden-word"_s));
}

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "1500000");
    QCoreApplication app(argc, argv);
    TestWorkers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workers.moc"
