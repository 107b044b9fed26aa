#include "cli/binaryworld.h"
#include "cli/exitcode.h"
#include "store/runfile.h"
#include "store/runjournal.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using support::BinaryWorld;

namespace {

constexpr int people = 600; ///< Of whom a run claims some hundreds at a time.

/// Reads on until a line of what a run tells says so; false when it ends before.
template <typename Test>
bool waitFor(QProcess &process, const Test &test)
{
    QByteArray told;
    QElapsedTimer running;
    running.start();
    while (running.elapsed() < support::patienceMs) {
        while (process.canReadLine()) {
            if (test(QJsonDocument::fromJson(process.readLine()).object()))
                return true;
        }
        if (!process.waitForReadyRead(1'000) && process.state() == QProcess::NotRunning)
            return false;
    }
    return false;
}

QJsonObject progressOf(const QJsonObject &line)
{
    return line.contains(u"progress"_s) ? line.value(u"progress"_s).toObject() : line;
}

} // namespace

/// The real program, whose network is cut in the middle of a run.
class TestNetworkStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOn_data();
    void goesOn();
};

void TestNetworkStop::goesOn_data()
{
    QTest::addColumn<BinaryWorld::Mode>("mode");
    QTest::addColumn<QString>("then");
    for (const auto &[name, mode] :
         {std::pair("contacts", BinaryWorld::Mode::Contacts), std::pair("consents", BinaryWorld::Mode::Consents)}) {
        for (const char *then : {"comes back", "is stopped", "is killed"})
            QTest::addRow("%s, %s", name, then) << mode << QString::fromLatin1(then);
    }
}

/// It waits, and says so, until the network is back; or it is stopped while it waits, and goes on later. Either way it
/// ends as if nothing had been.
void TestNetworkStop::goesOn()
{
    QFETCH(const BinaryWorld::Mode, mode);
    QFETCH(const QString, then);
    const auto [unbroken, expected] = BinaryWorld::unbrokenRun(mode, people);
    QVERIFY(expected.size() > people / 2);
    BinaryWorld world(mode, people);
    QVERIFY(world.connect());
    const QString path = world.pathOf(u"plan.cbplan"_s);
    QVERIFY(world.plan(path));
    sandbox::Sandbox &sandbox = world.world().sandbox();
    QVERIFY(sandbox.setFault(u"slow"_s, u"dataverse:60"_s));

    const auto process =
        world.program(world.running(u"run"_s, path, {u"--rows-per-request"_s, u"10"_s, u"--connections"_s, u"2"_s}));
    process->start();
    QVERIFY(waitFor(*process, [](const QJsonObject &line) { return progressOf(line)[u"people"].toInt() > 0; }));
    QVERIFY(sandbox.setOffline(true));
    QVERIFY(waitFor(*process,
                    [](const QJsonObject &line) { return !progressOf(line)[u"waiting_for"].toString().isEmpty(); }));
    QCOMPARE(process->state(), QProcess::Running);

    QJsonObject end;
    if (then == "comes back"_L1) {
        QVERIFY(sandbox.setOffline(false));
        sandbox.clearFaults();
        QVERIFY(process->waitForFinished(support::patienceMs));
        end = BinaryWorld::lastLineOf(*process);
    } else {
        if (then == "is stopped"_L1)
            process->terminate();
        else
            process->kill();
        QVERIFY(process->waitForFinished(support::patienceMs));
        if (then == "is stopped"_L1) {
            QCOMPARE(process->exitStatus(), QProcess::NormalExit);
            const auto code = cli::ExitCode(process->exitCode());
            QVERIFY2(code == cli::ExitCode::Interrupted || code == cli::ExitCode::Unreachable,
                     qPrintable(QString::number(process->exitCode())));
        }
        {
            const auto file = store::RunFile::open(store::RunPlace::file(path));
            QVERIFY(file);
            const auto counts = store::RunJournal(**file).counts();
            QVERIFY(counts && counts->reconciles());
            QVERIFY(counts->created + counts->updated > 0); // it was cut in the middle
            QVERIFY(counts->notReached > 0);
        }
        // Without a network it does not go on, says why, and loses nothing.
        const QJsonObject early = world.run(world.running(u"resume"_s, path));
        QCOMPARE(early[u"exit_code"].toInt(), int(cli::ExitCode::Unreachable));
        QVERIFY(sandbox.setOffline(false));
        sandbox.clearFaults();
        end = world.run(world.running(u"resume"_s, path));
    }
    QCOMPARE(end[u"exit_code"].toInt(), int(cli::ExitCode::Done));
    QCOMPARE(end[u"counts"], unbroken[u"counts"]);
    QCOMPARE(world.endState(), expected);
}

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "1500000"); // all its rows together
    QCoreApplication app(argc, argv);
    TestNetworkStop test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_networkstop.moc"
