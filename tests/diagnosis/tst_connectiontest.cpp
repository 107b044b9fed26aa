#include "diagnosis/connectiontest.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using diagnosis::ConnectionTest;
using diagnosis::Step;

/// The connection test against the sandbox, whole and broken in each place.
class TestConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void passes();
    void announcesEachStep();
    void failsWhereItIsBroken_data();
    void failsWhereItIsBroken();
    void checksTheInputFirst_data();
    void checksTheInputFirst();
    void judgesColumns_data();
    void judgesColumns();
    void warnsOfUnknownDidomiIds();
    void refusesAForeignOrganization();
    void survivesADeadHost();
    void stops();
    void mayBeDeletedAnyTime();
    void judgesAsTheWorst_data();
    void judgesAsTheWorst();

private:
    QList<Step> run();
    std::unique_ptr<support::World> m_world;
    profile::Profile m_profile;
    bridge::Secrets m_secrets;
};

void TestConnectionTest::initTestCase()
{
    m_world = std::make_unique<support::World>();
}

void TestConnectionTest::init()
{
    m_world->sandbox().clearFaults();
    m_profile = m_world->profile;
    m_secrets = m_world->secrets;
}

QList<Step> TestConnectionTest::run()
{
    auto *test = new ConnectionTest(m_world->network(), m_profile, m_secrets, core::Clock::system(), this);
    const auto steps = support::finishOf(static_cast<core::Job<QList<Step>> *>(test), 60'000);
    return steps.valueOr({});
}

void TestConnectionTest::passes()
{
    const QList<Step> steps = run();
    QCOMPARE(steps.size(), 8);
    for (int index = 0; index < steps.size(); ++index) {
        const Step &step = steps.at(index);
        QCOMPARE(int(step.id), index);
        QVERIFY2(step.state == Step::State::Passed, qPrintable(diagnosis::stepWord(step.id) + u": "_s + step.evidence));
        QVERIFY(!step.evidence.isEmpty());
        QVERIFY(step.problem.message.isEmpty());
        QVERIFY(step.place.isEmpty());
    }
    QCOMPARE(diagnosis::verdictOf(steps), Step::State::Passed);
    QVERIFY(steps.at(int(Step::Id::Token)).evidence.contains(m_profile.integration.instance));
    QVERIFY(steps.at(int(Step::Id::WhoAmI)).evidence.contains(u"9."_s));
    QVERIFY(steps.at(int(Step::Id::DidomiOrganization)).evidence.contains(m_profile.didomi.organizationId));
}

void TestConnectionTest::announcesEachStep()
{
    auto *test = new ConnectionTest(m_world->network(), m_profile, m_secrets, core::Clock::system(), this);
    for (const Step &step : test->steps())
        QCOMPARE(step.state, Step::State::Waiting);
    QHash<int, QList<Step::State>> states;
    connect(test, &ConnectionTest::stepChanged, this,
            [&](int index) { states[index] << test->steps().at(index).state; });
    QVERIFY(support::finishOf(static_cast<core::Job<QList<Step>> *>(test)));
    for (int index = 0; index < 8; ++index)
        QCOMPARE(states.value(index), QList<Step::State>({Step::State::Running, Step::State::Passed}));
}

void TestConnectionTest::failsWhereItIsBroken_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("failing");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *fault, const char *value, Step::Id step, Error::Kind kind) {
        QTest::addRow("%s=%s", fault, value)
            << QString::fromLatin1(fault) << QString::fromLatin1(value) << int(step) << int(kind);
    };
    row("secret", "wrong", Step::Id::Token, Error::Kind::SignIn);
    row("secret", "expired", Step::Id::Token, Error::Kind::SignIn);
    row("tenant", "unknown", Step::Id::Token, Error::Kind::SignIn);
    row("client", "unknown", Step::Id::Token, Error::Kind::SignIn);
    row("conditional-access", "blocked", Step::Id::Token, Error::Kind::SignIn);
    row("application-user", "missing", Step::Id::WhoAmI, Error::Kind::Forbidden);
    row("unavailable", "1000", Step::Id::WhoAmI, Error::Kind::Server);
    row("column-missing", "new_newsletterconsent", Step::Id::Columns, Error::Kind::Invalid);
    row("key", "building", Step::Id::Match, Error::Kind::Invalid);
    row("key", "failed", Step::Id::Match, Error::Kind::Invalid);
    row("didomi-key", "wrong", Step::Id::DidomiSession, Error::Kind::SignIn);
    row("didomi-organization", "unknown", Step::Id::DidomiOrganization, Error::Kind::Forbidden);
}

void TestConnectionTest::failsWhereItIsBroken()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, value);
    QFETCH(const int, failing);
    QFETCH(const int, kind);
    QVERIFY(m_world->sandbox().setFault(fault, value));
    const QList<Step> steps = run();
    QCOMPARE(steps.size(), 8);
    const Step::End end = steps.at(failing).end;
    for (const Step &step : steps) {
        const QString told =
            diagnosis::stepWord(step.id) + u" "_s + diagnosis::stateWord(step.state) + u": "_s + step.evidence;
        if (int(step.id) == failing) {
            QVERIFY2(step.state == Step::State::Failed, qPrintable(told));
            QCOMPARE(int(step.problem.kind), kind);
            QVERIFY(!step.problem.message.isEmpty());
            QVERIFY(!step.problem.fix.isEmpty());
            QVERIFY(!step.place.isEmpty());
        } else if (step.end == end && int(step.id) > failing) {
            QVERIFY2(step.state == Step::State::NotReached, qPrintable(told));
        } else {
            QVERIFY2(step.state == Step::State::Passed, qPrintable(told)); // the other end is not its business
        }
    }
    QCOMPARE(diagnosis::verdictOf(steps), Step::State::Failed);
}

void TestConnectionTest::checksTheInputFirst_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("field");
    QTest::newRow("client id") << u"client"_s << u"authentication.client_id"_s;
    QTest::newRow("instance") << u"instance"_s << u"authentication.instance"_s;
    QTest::newRow("client secret") << u"secret"_s << u"authentication.client_secret"_s;
    QTest::newRow("Didomi secret") << u"didomi"_s << u"didomi.secret"_s;
    QTest::newRow("organization") << u"organization"_s << u"didomi.organization_id"_s;
}

void TestConnectionTest::checksTheInputFirst()
{
    QFETCH(const QString, what);
    QFETCH(const QString, field);
    if (what == "client"_L1)
        m_profile.integration.clientId = u"my app"_s;
    else if (what == "instance"_L1)
        m_profile.integration.instance.clear();
    else if (what == "secret"_L1)
        m_secrets.clientSecret = {};
    else if (what == "didomi"_L1)
        m_secrets.didomiSecret = {};
    else
        m_profile.didomi.organizationId.clear();
    const qint64 last =
        m_world->network().log().calls().isEmpty() ? 0 : m_world->network().log().calls().constLast().id;
    const QList<Step> steps = run();
    QCOMPARE(steps.constFirst().state, Step::State::Failed);
    QCOMPARE(steps.constFirst().problem.field, field);
    QVERIFY(!steps.constFirst().place.isEmpty());
    for (const Step &step : steps.mid(1))
        QCOMPARE(step.state, Step::State::NotReached);
    QVERIFY(m_world->network().log().callsAfter(last).isEmpty());
}

void TestConnectionTest::judgesColumns_data()
{
    QTest::addColumn<QList<profile::Mapping>>("mappings");
    QTest::addColumn<int>("state");
    const QString path = u"consents_purposes_newsletter_enabled"_s;
    QTest::newRow("nothing mapped") << QList<profile::Mapping>() << int(Step::State::Skipped);
    QTest::newRow("fine") << QList<profile::Mapping>{{.column = u"new_newsletterconsent"_s, .value = path}}
                          << int(Step::State::Passed);
    QTest::newRow("polarity not confirmed")
        << QList<profile::Mapping>{{.column = u"donotbulkemail"_s, .value = path}} << int(Step::State::Failed);
    QTest::newRow("no such column") << QList<profile::Mapping>{{.column = u"new_nothing"_s, .value = path}}
                                    << int(Step::State::Failed);
    QTest::newRow("wrong type") << QList<profile::Mapping>{{.column = u"birthdate"_s, .value = path}}
                                << int(Step::State::Failed);
    QTest::newRow("unusual") << QList<profile::Mapping>{{.column = u"donotbulkemail"_s,
                                                         .value = path,
                                                         .polarity = profile::Mapping::Polarity::Direct}}
                             << int(Step::State::Warning);
}

void TestConnectionTest::judgesColumns()
{
    QFETCH(const QList<profile::Mapping>, mappings);
    QFETCH(const int, state);
    m_profile.integration.mappings = mappings;
    const QList<Step> steps = run();
    const Step &columns = steps.at(int(Step::Id::Columns));
    QCOMPARE(int(columns.state), state);
    QVERIFY(!columns.evidence.isEmpty());
    QCOMPARE(columns.problem.message.isEmpty(),
             columns.state == Step::State::Passed || columns.state == Step::State::Skipped);
    QCOMPARE(steps.at(int(Step::Id::Match)).state,
             columns.state == Step::State::Failed ? Step::State::NotReached : Step::State::Passed);
}

void TestConnectionTest::warnsOfUnknownDidomiIds()
{
    m_profile.integration.mappings << profile::Mapping{.column = u"new_smsconsent"_s,
                                                       .value = u"consents_purposes_long-gone_enabled"_s};
    m_profile.integration.mappings.removeIf(
        [](const profile::Mapping &mapping) { return mapping.value.contains(u"sms_marketing"_s); });
    const QList<Step> steps = run();
    const Step &organization = steps.constLast();
    QCOMPARE(organization.state, Step::State::Warning);
    QVERIFY2(organization.problem.message.contains(u"long-gone"_s), qPrintable(organization.problem.message));
    QVERIFY(!organization.place.isEmpty());
    QCOMPARE(diagnosis::verdictOf(steps), Step::State::Warning);
}

void TestConnectionTest::refusesAForeignOrganization()
{
    m_profile.didomi.organizationId = u"somebody-else"_s;
    const QList<Step> steps = run();
    QCOMPARE(steps.constLast().state, Step::State::Failed);
    QCOMPARE(steps.constLast().problem.field, u"didomi.organization_id"_s);
    QVERIFY(steps.constLast().problem.fix.contains(m_world->profile.didomi.organizationId)); // what the key does see
}

void TestConnectionTest::survivesADeadHost()
{
    m_profile.integration.instance = u"http://127.0.0.1:9"_s;
    const QList<Step> steps = run();
    // The sign-in does not know that address either; whichever end tells first, nothing hangs and Didomi is fine.
    QCOMPARE(diagnosis::verdictOf(steps), Step::State::Failed);
    QCOMPARE(steps.constLast().state, Step::State::Passed);
}

void TestConnectionTest::stops()
{
    QVERIFY(m_world->sandbox().setFault(u"slow"_s, u"20000"_s));
    auto *test = new ConnectionTest(m_world->network(), m_profile, m_secrets, core::Clock::system(), this);
    QSignalSpy changed(test, &ConnectionTest::stepChanged);
    QTRY_VERIFY(test->steps().at(int(Step::Id::Token)).state == Step::State::Running);
    test->cancel();
    const auto steps = support::finishOf(static_cast<core::Job<QList<Step>> *>(test));
    QVERIFY(steps);
    QCOMPARE(steps->constFirst().state, Step::State::Passed);
    for (const Step &step : steps->mid(1)) {
        QCOMPARE(step.state, Step::State::Skipped);
        QVERIFY(!step.evidence.isEmpty());
    }
}

void TestConnectionTest::mayBeDeletedAnyTime()
{
    for (int events = 0; events < 4; ++events) {
        auto *test = new ConnectionTest(m_world->network(), m_profile, m_secrets, core::Clock::system(), this);
        for (int event = 0; event < events; ++event)
            QTest::qWait(1);
        delete test;
    }
    QCOMPARE(diagnosis::verdictOf(run()), Step::State::Passed);
}

void TestConnectionTest::judgesAsTheWorst_data()
{
    using State = Step::State;
    QTest::addColumn<QList<int>>("states");
    QTest::addColumn<int>("verdict");
    QTest::newRow("all passed") << QList<int>{int(State::Passed), int(State::Passed)} << int(State::Passed);
    QTest::newRow("a warning") << QList<int>{int(State::Passed), int(State::Warning), int(State::Skipped)}
                               << int(State::Warning);
    QTest::newRow("a failure") << QList<int>{int(State::Warning), int(State::Failed), int(State::NotReached)}
                               << int(State::Failed);
    QTest::newRow("stopped") << QList<int>{int(State::Passed), int(State::Skipped)} << int(State::Skipped);
}

void TestConnectionTest::judgesAsTheWorst()
{
    QFETCH(const QList<int>, states);
    QFETCH(const int, verdict);
    QList<Step> steps;
    for (const int state : states)
        steps << Step{.state = Step::State(state)};
    QCOMPARE(int(diagnosis::verdictOf(steps)), verdict);
}

QTEST_GUILESS_MAIN(TestConnectionTest)

#include "tst_connectiontest.moc"
