#include "engine/exports.h"
#include "engine/resyncworld.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sandbox::Person;
using std::chrono::milliseconds;

/// Under the service's real limits: 6,000 requests in any five minutes. Time passes only while everything waits, so
/// that what is counted does not depend on how quick this machine is.
class TestThrottledRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aStreamOfCalls();
    void aRun_data();
    void aRun();

private:
    void makeWorld(int contacts);
    void call(int count);
    void checkFigures(qint64 leastAdmitted);

    void passTime();

    std::unique_ptr<support::FakeClock> m_clock;
    std::unique_ptr<support::World> m_world;
    QTimer m_timer;
};

void TestThrottledRun::init()
{
    m_clock = std::make_unique<support::FakeClock>();
    m_clock->setJumping(true); // for what is asked before
    m_timer.callOnTimeout(this, &TestThrottledRun::passTime);
    m_timer.start(2ms);
}

void TestThrottledRun::cleanup()
{
    m_timer.stop();
    m_timer.disconnect();
    m_world.reset();
}

/// Until what everything waits for.
void TestThrottledRun::passTime()
{
    if (!m_world)
        return;
    const net::ServiceState &state = m_world->link().dataverseService().state();
    if (state.inFlight > 0 || !state.waitingUntil.isValid())
        return;
    const qint64 wait = m_clock->now().msecsTo(state.waitingUntil);
    if (wait > 0)
        m_clock->advance(milliseconds(wait));
}

void TestThrottledRun::makeWorld(int contacts)
{
    auto world = std::make_unique<support::World>(
        sandbox::Options{.contacts = contacts, .didomiRequestLimit = 0, .clock = m_clock.get()});
    world->profile.integration.mappings.resize(2); // the newsletter, and not being written to in bulk
    QVERIFY(world->connect());
    m_clock->setJumping(false);
    m_world = std::move(world);
}

void TestThrottledRun::call(int count)
{
    QObject owner;
    int done = 0;
    int good = 0;
    for (int i = 0; i < count; ++i)
        m_world->link().dataverse().whoAmI(&owner)->whenDone(this, [&](const core::Result<dataverse::WhoAmI> &whoAmI) {
            ++done;
            good += whoAmI.hasValue();
        });
    QTRY_COMPARE(done, count);
    QCOMPARE(good, count);
}

/// Less than one in a hundred refused, and at least 95 % of what the limit allows used: by how long the limit itself
/// would make so many requests take.
void TestThrottledRun::checkFigures(qint64 leastAdmitted)
{
    const sandbox::webapi::LimitTally tally = m_world->sandbox().limitTally();
    QVERIFY(tally.admitted >= leastAdmitted);
    QVERIFY(tally.refused() > 0); // the limit was met
    const auto needed = 300s * ((tally.admitted - 1) / 6'000);
    const double used = double(milliseconds(needed).count()) / double(m_clock->monotonic().count());
    const QByteArray figures = u"%1 admitted, %2 refused, %3 s for what needs %4 s"_s.arg(tally.admitted)
                                   .arg(tally.refused())
                                   .arg(m_clock->monotonic().count() / 1'000)
                                   .arg(needed.count())
                                   .toUtf8();
    QVERIFY2(double(tally.refused()) < 0.01 * double(tally.admitted), figures);
    QVERIFY2(used >= 0.95, figures);
    QVERIFY2(used <= 1, figures);
}

void TestThrottledRun::aStreamOfCalls()
{
    makeWorld(40);
    call(13'000);
    checkFigures(13'000);
}

void TestThrottledRun::aRun_data()
{
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("rowsPerMessage");
    QTest::addColumn<int>("callsBefore");
    QTest::newRow("single writes") << 6'600 << 1 << 0;
    QTest::newRow("messages of two") << 3'000 << 2 << 5'200;
}

void TestThrottledRun::aRun()
{
    QFETCH(const int, people);
    QFETCH(const int, rowsPerMessage);
    QFETCH(const int, callsBefore);
    makeWorld(people);
    QByteArray lines;
    qint64 plain = 0;
    for (const Person &person : m_world->people()) {
        if (person.kind != Person::Case::Plain)
            continue;
        ++plain;
        lines += support::userLine(person.organizationUserId.toUtf8(),
                                   person.contacts.constFirst().newsletter ? "false" : "true");
    }
    support::ResyncBench bench(*m_world);
    QVERIFY(support::writeFile(bench.pathOf(u"export.jsonl"_s), lines));
    const engine::Scope scope{.files = {bench.pathOf(u"export.jsonl"_s)}};
    const auto file = bench.create(u"plan.db"_s, scope);
    QVERIFY(file);
    const auto made = bench.plan(**file, scope);
    QVERIFY2(made, made ? "" : qPrintable(made.error().toLine()));
    call(callsBefore);

    engine::RunOptions options = support::ResyncBench::confirmed();
    options.rowsPerMessage = rowsPerMessage;
    options.askAgain = false;
    auto *job = engine::RunJob::start(bench.workplace(), **file, options, this);
    std::optional<core::Result<engine::RunEnd>> end;
    job->whenDone(this, [&end](const core::Result<engine::RunEnd> &ended) { end = ended; });
    QTRY_VERIFY_WITH_TIMEOUT(end, 240'000);
    QVERIFY2(end->hasValue(), end->hasValue() ? "" : qPrintable(end->error().toLine()));
    QVERIFY(!(*end)->stop);
    QCOMPARE((*end)->state, store::RunState::Done);
    QCOMPARE((*end)->counts.updated, plain);
    checkFigures(6'001);
}

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "1500000"); // all its rows together
    QCoreApplication app(argc, argv);
    TestThrottledRun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_throttledrun.moc"
