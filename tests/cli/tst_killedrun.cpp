#include "cli/binaryworld.h"
#include "cli/exitcode.h"
#include "store/runfile.h"
#include "store/runjournal.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using support::BinaryWorld;

namespace {

constexpr int patience = 600'000;
constexpr int peopleOfOneKill = 60; ///< So that there is something left to write when it is killed.

/// How often it is killed in each mode; more with the variable, for a long run.
int kills()
{
    const int wanted = qEnvironmentVariableIntValue("CB_SOAK");
    return wanted > 0 ? wanted : 6;
}

} // namespace

/// The real program, killed again and again while it carries out a plan.
class TestKilledRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAsAnUnbrokenOne_data();
    void endsAsAnUnbrokenOne();

private:
    QRandomGenerator m_random{2026};
};

void TestKilledRun::endsAsAnUnbrokenOne_data()
{
    QTest::addColumn<BinaryWorld::Mode>("mode");
    QTest::newRow("contacts") << BinaryWorld::Mode::Contacts;
    QTest::newRow("consents") << BinaryWorld::Mode::Consents;
}

void TestKilledRun::endsAsAnUnbrokenOne()
{
    QFETCH(const BinaryWorld::Mode, mode);
    const int people = std::max(10, kills()) * peopleOfOneKill;
    const auto [unbroken, expected] = BinaryWorld::unbrokenRun(mode, people);
    QVERIFY(expected.size() > people / 2);
    BinaryWorld world(mode, people);
    QVERIFY(world.connect());
    const QString path = world.pathOf(u"plan.cbplan"_s);
    QVERIFY(world.plan(path));

    const QStringList smallParts{u"--rows-per-request"_s, u"5"_s, u"--connections"_s, u"2"_s};
    QVERIFY(world.world().sandbox().setFault(u"slow"_s, u"dataverse:40"_s));
    int killed = 0;
    int killedWriting = 0;
    for (int round = 0; killed < kills() && round < 4 * kills(); ++round) {
        const auto process = world.program(world.running(round == 0 ? u"run"_s : u"resume"_s, path, smallParts));
        process->start();
        QVERIFY(process->waitForStarted(patience));
        // Anywhere while it starts, or anywhere once it writes.
        if (round % 3 != 0) {
            QByteArray told;
            while (!told.contains("\"writing\"") && process->waitForReadyRead(patience))
                told += process->readAllStandardOutput();
        }
        if (process->waitForFinished(m_random.bounded(600))) {
            QCOMPARE(process->exitCode(), int(cli::ExitCode::Done));
            break;
        }
        process->kill(); // SIGKILL
        QVERIFY(process->waitForFinished(patience));
        ++killed;
        const auto file = store::RunFile::open(store::RunPlace::file(path));
        QVERIFY(file);
        store::RunJournal journal(**file);
        const auto counts = journal.counts();
        QVERIFY(counts && counts->reconciles());
        killedWriting += counts->open > 0 ? 1 : 0;
    }
    QVERIFY(killed > 0);
    QVERIFY(killedWriting > 0);
    qInfo("killed %d times, %d of them while it was writing", killed, killedWriting);
    world.world().sandbox().clearFaults();

    const QJsonObject end = world.run(world.running(u"resume"_s, path));
    QCOMPARE(end[u"exit_code"].toInt(), int(cli::ExitCode::Done));
    QCOMPARE(end[u"counts"], unbroken[u"counts"]);
    QVERIFY(unbroken[u"counts"][u"created"].toInt() > 0);
    QCOMPARE(world.endState(), expected);
}

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", kills() > 20 ? "7200000" : "1500000");
    QCoreApplication app(argc, argv);
    TestKilledRun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedrun.moc"
