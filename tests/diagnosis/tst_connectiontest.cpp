#include "diagnosis/connectiontest.h"
#include "diagnosis/reportjson.h"
#include "sandbox/practice.h"
#include "sandbox/rehearsal.h"
#include "sandbox/sandbox.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using diagnosis::ConnectionTest;
using diagnosis::Step;
using diagnosis::TestReport;
using diagnosis::TestRequest;

namespace {

/// What one fault must look like.
struct Expectation {
    QStringList faults = {};
    void (*edit)(TestRequest &) = nullptr;
    Step::Id step = Step::Id::DynamicsInput;
    Step::State state = Step::State::Failed;
    QString code = {};  ///< Of the problem, where it has one.
    QString words = {}; ///< In cause or fix.
    QString place = {}; ///< In the place.
    std::optional<Step::Id> alsoWarns = {};
};

QString told(const Step &step)
{
    return diagnosis::stepWord(step.id) + u' ' + diagnosis::stateWord(step.state) + u": "_s + step.evidence;
}

/// True when `id` cannot be reached once `lost` has failed. Hosts that are one fail as one.
bool needs(const profile::Profile &profile, Step::Id id, Step::Id lost)
{
    using Id = Step::Id;
    QList<Id> direct = diagnosis::needsOf(id);
    const QUrl login(profile.options.authority);
    const bool isInstanceSame = QUrl(profile.integration.instance).authority() == login.authority();
    const bool isDidomiSame = QUrl(profile.didomi.apiUrl).authority() == login.authority();
    const std::tuple<Id, Id, bool> twins[] = {
        {Id::InstanceName, Id::LoginName, isInstanceSame},     {Id::DidomiName, Id::LoginName, isDidomiSame},
        {Id::InstanceReach, Id::LoginReach, isInstanceSame},   {Id::DidomiReach, Id::LoginReach, isDidomiSame},
        {Id::InstanceSecure, Id::LoginSecure, isInstanceSame}, {Id::DidomiSecure, Id::LoginSecure, isDidomiSame}};
    for (const auto &[step, twin, isSame] : twins) {
        if (id == step && isSame)
            direct << twin;
    }
    return std::any_of(direct.cbegin(), direct.cend(),
                       [&](Id one) { return one == lost || needs(profile, one, lost); });
}

} // namespace

Q_DECLARE_METATYPE(Expectation)

/// The connection test against the sandbox, whole and broken in each place.
class TestConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void passes_data();
    void passes();
    void announcesEachStep();
    void failsInOnePlace_data();
    void failsInOnePlace();
    void furtherUsersAreTestedToo();
    void furtherUsersFailInOnePlace_data();
    void furtherUsersFailInOnePlace();
    void showsEveryRehearsalInItsStep_data();
    void showsEveryRehearsalInItsStep();
    void signsInWithACertificate();
    void checksEachHalfOfTheInput_data();
    void checksEachHalfOfTheInput();
    void recognisesTheEnvironment();
    void runsOneStepWithWhatItNeeds_data();
    void runsOneStepWithWhatItNeeds();
    void stopsAtEveryStep_data();
    void stopsAtEveryStep();
    void mayBeDeletedAnyTime();
    void degradesAtForeignServers();
    void writesNothing();
    void judgesAsTheWorst_data();
    void judgesAsTheWorst();
    void readsItsOwnReport();

private:
    TestReport run();
    void useTls();
    void addFurtherUsers(); ///< "Day shift" and "Night shift".

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::Network> m_network;
    QTemporaryDir m_folder;
    TestRequest m_request;
};

void TestConnectionTest::initTestCase()
{
    auto started =
        sandbox::Sandbox::start({.contacts = 40, .withTls = true, .didomiRequestLimit = 100'000, .furtherUsers = 2});
    QVERIFY(started);
    m_sandbox = std::move(*started);
    m_network = std::make_unique<net::Network>();
}

void TestConnectionTest::init()
{
    m_sandbox->clearFaults();
    const sandbox::Credentials &credentials = m_sandbox->plainCredentials();
    m_request = {.profile = sandbox::practiceProfile(credentials),
                 .secrets = {.clientSecret = credentials.clientSecret, .didomiSecret = credentials.didomiSecret}};
}

TestReport TestConnectionTest::run()
{
    auto *test = new ConnectionTest(*m_network, m_request, core::Clock::system(), this);
    return support::finishOf<TestReport>(test, 60'000).valueOr({});
}

void TestConnectionTest::useTls()
{
    m_request.profile = sandbox::practiceProfile(m_sandbox->credentials());
    QFile authority(m_folder.filePath(u"authority.pem"_s));
    QVERIFY(authority.open(QIODevice::WriteOnly) && authority.write(m_sandbox->credentials().authorityPem) > 0);
    m_request.profile.network.authorityFile = authority.fileName();
}

void TestConnectionTest::passes_data()
{
    QTest::addColumn<bool>("withTls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TestConnectionTest::passes()
{
    QFETCH(const bool, withTls);
    if (withTls)
        useTls();
    const TestReport report = run();
    QCOMPARE(report.steps.size(), diagnosis::stepsOf(m_request.profile).size());
    for (int index = 0; index < report.steps.size(); ++index) {
        const Step &step = report.steps.at(index);
        QCOMPARE(int(step.id), index);
        const bool isOfCurrentMode = step.id == Step::Id::ConsentTables || step.id == Step::Id::ConsentTree;
        QVERIFY2(step.state == (isOfCurrentMode ? Step::State::Skipped : Step::State::Passed), qPrintable(told(step)));
        QVERIFY2(!step.evidence.isEmpty(), qPrintable(told(step)));
        QVERIFY(step.problem.message.isEmpty());
        QVERIFY(step.place.text.isEmpty());
        QVERIFY(step.startedAfter + step.duration <= report.duration);
    }
    QCOMPARE(report.verdict(), Step::State::Passed);
    QCOMPARE(report.instance, m_request.profile.integration.instance);
    QVERIFY(!report.organizationId.isEmpty());
    QVERIFY(report.steps.at(int(Step::Id::Server)).evidence.contains(u"9."_s));
    QCOMPARE(report.steps.at(int(Step::Id::InstanceSecure)).evidence.contains(u"TLS"_s), withTls);
}

void TestConnectionTest::announcesEachStep()
{
    auto *test = new ConnectionTest(*m_network, m_request, core::Clock::system(), this);
    for (const Step &step : test->steps())
        QCOMPARE(step.state, Step::State::Waiting);
    QHash<int, QList<Step::State>> states;
    connect(test, &ConnectionTest::stepChanged, this,
            [&](int index) { states[index] << test->steps().at(index).state; });
    QVERIFY(support::finishOf<TestReport>(test));
    for (int index = 0; index < diagnosis::stepsOf(m_request.profile).size(); ++index) {
        QCOMPARE(states.value(index).size(), 2);
        QCOMPARE(states.value(index).constFirst(), Step::State::Running);
    }
}

void TestConnectionTest::failsInOnePlace_data()
{
    using Id = Step::Id;
    using State = Step::State;
    QTest::addColumn<Expectation>("expected");
    const auto row = [](const char *name, const Expectation &expected) { QTest::newRow(name) << expected; };

    row("unknown host", {.edit = [](TestRequest &r) { r.profile.options.authority = u"https://login.invalid"_s; },
                         .step = Id::LoginName,
                         .code = u"HostNotFound"_s,
                         .words = u"login.invalid"_s});
    row("closed port", {.edit = [](TestRequest &r) { r.profile.options.authority = u"http://127.0.0.1:9"_s; },
                        .step = Id::LoginReach,
                        .code = u"ConnectionRefused"_s,
                        .words = u"127.0.0.1:9"_s});
    row("Didomi's host unknown", {.edit = [](TestRequest &r) { r.profile.didomi.apiUrl = u"https://api.invalid/v1"_s; },
                                  .step = Id::DidomiName,
                                  .code = u"HostNotFound"_s,
                                  .alsoWarns = Id::DidomiInput});
    row("Didomi's port closed", {.edit = [](TestRequest &r) { r.profile.didomi.apiUrl = u"http://127.0.0.1:9/v1"_s; },
                                 .step = Id::DidomiReach,
                                 .code = u"ConnectionRefused"_s});
    row("tenant unknown",
        {.faults = {u"tenant=unknown"_s}, .step = Id::Tenant, .code = u"AADSTS90002"_s, .place = u"Tenant"_s});
    row("secret wrong", {.faults = {u"secret=wrong"_s},
                         .step = Id::Token,
                         .code = u"AADSTS7000215"_s,
                         .words = u"Secret ID"_s,
                         .place = u"Certificates & secrets"_s});
    row("secret expired", {.faults = {u"secret=expired"_s},
                           .step = Id::Token,
                           .code = u"AADSTS7000222"_s,
                           .words = u"new secret"_s,
                           .place = u"Certificates & secrets"_s});
    row("app unknown", {.faults = {u"client=unknown"_s}, .step = Id::Token, .code = u"AADSTS700016"_s});
    row("app disabled", {.faults = {u"client=disabled"_s},
                         .step = Id::Token,
                         .code = u"AADSTS7000112"_s,
                         .place = u"Enterprise applications"_s});
    row("Conditional Access", {.faults = {u"conditional-access=blocked"_s},
                               .step = Id::Token,
                               .code = u"AADSTS53003"_s,
                               .place = u"Conditional Access"_s});
    row("secret ends soon",
        {.edit = [](TestRequest &r) { r.profile.credential.secretExpiresOn = QDate::currentDate().addDays(5); },
         .step = Id::Credential,
         .state = State::Warning,
         .words = u"5 day"_s,
         .place = u"Certificates & secrets"_s});
    row("secret over by the date",
        {.edit = [](TestRequest &r) { r.profile.credential.secretExpiresOn = QDate::currentDate().addDays(-1); },
         .step = Id::Credential,
         .state = State::Warning,
         .words = u"expired on"_s});
    row("token short",
        {.faults = {u"token-lifetime=120"_s}, .step = Id::TokenContent, .state = State::Warning, .words = u"minute"_s});
    row("no application user", {.faults = {u"application-user=missing"_s},
                                .step = Id::WhoAmI,
                                .code = u"0x80072560"_s,
                                .words = u"application user"_s,
                                .place = u"Application users"_s});
    row("user disabled",
        {.faults = {u"application-user=disabled"_s}, .step = Id::WhoAmI, .place = u"Application users"_s});
    row("read missing", {.faults = {u"privilege=read"_s},
                         .step = Id::Privileges,
                         .code = u"MissingPrivilege"_s,
                         .words = u"prvReadContact"_s,
                         .place = u"Security roles"_s});
    row("write missing", {.faults = {u"privilege=write"_s},
                          .step = Id::Privileges,
                          .code = u"MissingPrivilege"_s,
                          .words = u"prvWriteContact"_s,
                          .place = u"Security roles"_s});
    row("table missing",
        {.edit = [](TestRequest &r) { r.profile.options.table = u"new_nothing"_s; }, .step = Id::Table});
    row("column missing", {.faults = {u"column-missing=new_newsletterconsent"_s},
                           .step = Id::Columns,
                           .words = u"new_newsletterconsent"_s,
                           .place = u"Columns"_s});
    row("polarity not confirmed", {.edit =
                                       [](TestRequest &r) {
                                           for (profile::Mapping &mapping : r.profile.integration.mappings)
                                               mapping.polarity = profile::Mapping::Polarity::Unset;
                                       },
                                   .step = Id::Columns,
                                   .words = u"donotbulkemail"_s,
                                   .place = u"Mappings page"_s});
    row("key building", {.faults = {u"key=building"_s}, .step = Id::Match, .place = u"Keys"_s});
    row("key failed", {.faults = {u"key=failed"_s}, .step = Id::Match, .place = u"Keys"_s});
    row("Didomi's key", {.faults = {u"didomi-key=wrong"_s}, .step = Id::DidomiSession, .place = u"API keys"_s});
    row("Didomi's organization", {.edit = [](TestRequest &r) { r.profile.didomi.organizationId = u"somebody-else"_s; },
                                  .step = Id::DidomiOrganization,
                                  .code = u"OrganizationNotSeen"_s});
    row("no Consents API", {.faults = {u"didomi-contract=missing"_s},
                            .step = Id::DidomiConsents,
                            .words = u"contract"_s,
                            .alsoWarns = Id::DidomiContract});
    row("unknown purpose mapped", {.edit =
                                       [](TestRequest &r) {
                                           r.profile.integration.mappings
                                               << profile::Mapping{.column = u"new_consentnote"_s,
                                                                   .value = u"consents_purposes_long-gone_enabled"_s};
                                           r.profile.integration.mappings.removeIf([](const profile::Mapping &mapping) {
                                               return mapping.column == u"new_smsconsent"_s;
                                           });
                                           r.profile.integration.mappings.last().column = u"new_smsconsent"_s;
                                       },
                                   .step = Id::DidomiCatalogue,
                                   .state = State::Warning,
                                   .words = u"long-gone"_s});
    row("rows found by nothing", {.edit =
                                      [](TestRequest &r) {
                                          r.profile.match = {.kind = profile::MatchRule::Kind::Column,
                                                             .column = u"lastname"_s};
                                      },
                                  .step = Id::SampleUsers,
                                  .state = State::Warning,
                                  .words = u"organization_user_id"_s});
    row("throttled", {.faults = {u"throttle=1000"_s}, .step = Id::Environment});
    row("unavailable", {.faults = {u"unavailable=1000"_s}, .step = Id::Environment});
    row("another page", {.faults = {u"html=1000"_s}, .step = Id::Environment});
    row("cut connections", {.faults = {u"reset=1000"_s}, .step = Id::Environment});
}

void TestConnectionTest::failsInOnePlace()
{
    QFETCH(const Expectation, expected);
    for (const QString &fault : expected.faults)
        QVERIFY(m_sandbox->setFault(fault.section(u'=', 0, 0), fault.section(u'=', 1)));
    if (expected.edit)
        expected.edit(m_request);
    const TestReport report = run();
    QCOMPARE(report.steps.size(), diagnosis::stepsOf(m_request.profile).size());
    for (const Step &step : report.steps) {
        const QByteArray line = told(step).toUtf8();
        if (step.id == expected.step) {
            QVERIFY2(step.state == expected.state, line.constData());
            if (!expected.code.isEmpty())
                QCOMPARE(step.problem.code, expected.code);
            const QString words = step.problem.message + u' ' + step.problem.fix;
            QVERIFY2(words.contains(expected.words), qPrintable(words));
            QVERIFY2(step.place.text.contains(expected.place), qPrintable(step.place.text));
            QVERIFY(!step.problem.message.isEmpty());
            QVERIFY2(!step.problem.fix.isEmpty(), line.constData());
            QVERIFY(!step.place.text.isEmpty());
        } else if (expected.state == Step::State::Failed && needs(m_request.profile, step.id, expected.step)) {
            QVERIFY2(step.state == Step::State::NotReached, line.constData());
        } else if (step.id == expected.alsoWarns) {
            QVERIFY2(step.state == Step::State::Warning, line.constData());
        } else {
            QVERIFY2(step.state == Step::State::Passed || step.state == Step::State::Skipped, line.constData());
        }
    }
    QCOMPARE(report.verdict(), expected.state);
    const QByteArray json = QJsonDocument(diagnosis::asJson(report)).toJson();
    QVERIFY(!json.contains(m_request.secrets.clientSecret.reveal()));
    QVERIFY(!json.contains(m_request.secrets.didomiSecret.reveal()));
    for (const sandbox::SamplePerson &person : m_sandbox->people())
        QVERIFY2(!json.contains(person.organizationUserId.toUtf8()), "a person's id is in the report");
}

void TestConnectionTest::addFurtherUsers()
{
    const QStringList labels{u"Day shift"_s, u"Night shift"_s};
    for (const sandbox::Application &one : m_sandbox->plainCredentials().furtherApplications) {
        const qsizetype index = m_request.profile.furtherUsers.size();
        m_request.profile.furtherUsers << profile::FurtherUser{
            .label = labels.at(index),
            .clientId = one.clientId,
            .clientSecret = {.kind = profile::SecretRef::Kind::Env, .name = u"SECRET_%1"_s.arg(index)}};
        m_request.secrets.further << bridge::FurtherSecrets{.clientSecret = one.clientSecret};
    }
}

void TestConnectionTest::furtherUsersAreTestedToo()
{
    addFurtherUsers();
    const TestReport report = run();
    QCOMPARE(report.verdict(), Step::State::Passed);
    QCOMPARE(report.steps.size(), diagnosis::allSteps().size());
    for (const Step &step : report.steps) {
        if (diagnosis::endOf(step.id) != Step::End::FurtherUsers)
            continue;
        QVERIFY2(step.state == Step::State::Passed, qPrintable(told(step)));
        QVERIFY2(step.evidence.contains(u'2'), qPrintable(told(step)));
        QCOMPARE(step.details.size(), 2);
        QVERIFY(step.details.constFirst().contains(u"Day shift"_s));
        QVERIFY(step.details.constLast().contains(u"Night shift"_s));
    }
}

void TestConnectionTest::furtherUsersFailInOnePlace_data()
{
    using Id = Step::Id;
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isUnreadable");
    QTest::addColumn<Id>("step");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("field");
    QTest::newRow("secret refused") << u"refused"_s << false << Id::FurtherToken << u"AADSTS7000215"_s << u"Day shift"_s
                                    << u"further_users[0].client_secret"_s;
    QTest::newRow("secret not there") << QString() << true << Id::FurtherToken << QString() << u"Night shift"_s
                                      << u"further_users[1].client_secret"_s;
    QTest::newRow("no such user") << u"missing"_s << false << Id::FurtherWhoAmI << u"0x80072560"_s << u"Day shift"_s
                                  << u"further_users[0].client_id"_s;
    QTest::newRow("lesser role") << u"basic-role"_s << false << Id::FurtherPrivileges << u"MissingPrivilege"_s
                                 << u"Day shift"_s << u"further_users[0].client_id"_s;
}

void TestConnectionTest::furtherUsersFailInOnePlace()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, isUnreadable);
    QFETCH(const Step::Id, step);
    QFETCH(const QString, code);
    QFETCH(const QString, who);
    QFETCH(const QString, field);
    addFurtherUsers();
    if (!fault.isEmpty())
        QVERIFY(m_sandbox->setFault(u"further-user"_s, fault));
    if (isUnreadable)
        m_request.secrets.further[1] = {.problem = core::Error{.kind = core::Error::Kind::Keychain,
                                                               .message = u"The keychain is locked."_s,
                                                               .fix = u"Unlock it."_s,
                                                               .field = field}};
    const TestReport report = run();
    for (const Step &one : report.steps) {
        if (one.id == step) {
            QVERIFY2(one.state == Step::State::Failed, qPrintable(told(one)));
            QVERIFY2(one.problem.message.contains(who), qPrintable(one.problem.message));
            QVERIFY(!one.problem.fix.isEmpty());
            QCOMPARE(one.problem.code, code);
            QCOMPARE(one.problem.field, field);
            QVERIFY(!one.place.text.isEmpty());
        } else if (needs(m_request.profile, one.id, step)) {
            QVERIFY2(one.state == Step::State::NotReached, qPrintable(told(one)));
        } else {
            QVERIFY2(one.state == Step::State::Passed || one.state == Step::State::Skipped, qPrintable(told(one)));
        }
    }
}

void TestConnectionTest::showsEveryRehearsalInItsStep_data()
{
    QTest::addColumn<QString>("id");
    for (const sandbox::Rehearsal &rehearsal : sandbox::rehearsals({}, {}))
        QTest::newRow(qPrintable(rehearsal.id)) << rehearsal.id;
}

void TestConnectionTest::showsEveryRehearsalInItsStep()
{
    QFETCH(const QString, id);
    useTls();
    const QList<sandbox::Rehearsal> all = sandbox::rehearsals(m_sandbox->credentials(), m_folder.path());
    const auto rehearsal = std::find_if(all.cbegin(), all.cend(), [&id](const auto &one) { return one.id == id; });
    QVERIFY(!rehearsal->title.isEmpty());
    const auto expected = diagnosis::stepFromWord(rehearsal->step);
    QVERIFY(expected);
    QVERIFY(sandbox::prepareRehearsal(*m_sandbox, *rehearsal, m_folder.path()));
    if (rehearsal->edit)
        rehearsal->edit(m_request.profile);
    const TestReport report = run();
    int red = 0;
    for (const Step &step : report.steps) {
        red += step.state == Step::State::Failed;
        if (step.id == *expected) {
            QVERIFY2(step.state == (rehearsal->isWarning ? Step::State::Warning : Step::State::Failed),
                     qPrintable(told(step)));
            QVERIFY(!step.problem.message.isEmpty());
            QVERIFY2(!step.problem.fix.isEmpty(), qPrintable(told(step)));
            QVERIFY2(!step.place.text.isEmpty(), qPrintable(told(step)));
        } else {
            QVERIFY2(step.state != Step::State::Failed, qPrintable(told(step)));
        }
    }
    QCOMPARE(red, rehearsal->isWarning ? 0 : 1);
    QCOMPARE(report.verdict(), rehearsal->isWarning ? Step::State::Warning : Step::State::Failed);
}

void TestConnectionTest::signsInWithACertificate()
{
    const auto pem = m_sandbox->clientCertificate();
    QVERIFY(pem);
    QFile file(m_folder.filePath(u"application.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pem) == pem->size());
    file.close();
    m_request.profile.credential = {.kind = profile::Credential::Kind::Certificate, .certificateFile = file.fileName()};
    m_request.secrets.clientSecret = {};
    const TestReport report = run();
    QCOMPARE(report.verdict(), Step::State::Passed);
    QVERIFY(report.steps.at(int(Step::Id::Token)).evidence.contains(u"certificate"_s));
    QVERIFY(report.steps.at(int(Step::Id::Credential)).details.join(u' ').contains(u"Thumbprint"_s));
}

void TestConnectionTest::checksEachHalfOfTheInput_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("isDidomis");
    QTest::newRow("client id") << u"client"_s << u"authentication.client_id"_s << false;
    QTest::newRow("instance") << u"instance"_s << u"authentication.instance"_s << false;
    QTest::newRow("client secret") << u"secret"_s << u"authentication.client_secret"_s << false;
    QTest::newRow("certificate") << u"certificate"_s << u"credential.certificate_file"_s << false;
    QTest::newRow("Didomi secret") << u"didomi"_s << u"didomi.secret"_s << true;
    QTest::newRow("organization") << u"organization"_s << u"didomi.organization_id"_s << true;
}

void TestConnectionTest::checksEachHalfOfTheInput()
{
    QFETCH(const QString, what);
    QFETCH(const QString, field);
    QFETCH(const bool, isDidomis);
    profile::Profile &profile = m_request.profile;
    if (what == "client"_L1)
        profile.integration.clientId = u"my app"_s;
    else if (what == "instance"_L1)
        profile.integration.instance.clear();
    else if (what == "secret"_L1)
        m_request.secrets.clientSecret = {};
    else if (what == "certificate"_L1)
        profile.credential = {.kind = profile::Credential::Kind::Certificate, .certificateFile = u"/nowhere.pem"_s};
    else if (what == "didomi"_L1)
        m_request.secrets.didomiSecret = {};
    else
        profile.didomi.organizationId.clear();
    const TestReport report = run();
    const Step::Id broken = isDidomis ? Step::Id::DidomiInput : Step::Id::DynamicsInput;
    const Step &input = report.steps.at(int(broken));
    QCOMPARE(input.state, Step::State::Failed);
    QCOMPARE(input.problem.field, field);
    QVERIFY(!input.place.text.isEmpty());
    for (const Step &step : report.steps) {
        if (step.id == broken)
            continue;
        const bool isLost =
            isDidomis ? needs(m_request.profile, step.id, broken) : [&] { // the other end is another's business
                const Step::End end = diagnosis::endOf(step.id);
                return end != Step::End::Didomi && step.id != Step::Id::DidomiInput;
            }();
        QVERIFY2((step.state == Step::State::NotReached) == isLost, qPrintable(told(step)));
    }
}

void TestConnectionTest::recognisesTheEnvironment()
{
    const TestReport first = run();
    m_request.pinnedOrganization = first.organizationId;
    QCOMPARE(run().verdict(), Step::State::Passed);
    m_request.pinnedOrganization = u"00000000-1111-2222-3333-444444444444"_s;
    const TestReport changed = run();
    const Step &step = changed.steps.at(int(Step::Id::Organization));
    QCOMPARE(step.state, Step::State::Failed);
    QCOMPARE(step.problem.code, u"OrganizationChanged"_s);
    QCOMPARE(changed.steps.at(int(Step::Id::Table)).state, Step::State::NotReached);
    QCOMPARE(changed.organizationId, first.organizationId);
}

void TestConnectionTest::runsOneStepWithWhatItNeeds_data()
{
    QTest::addColumn<int>("id");
    for (const Step::Id id : diagnosis::allSteps())
        QTest::newRow(qPrintable(diagnosis::stepWord(id))) << int(id);
}

void TestConnectionTest::runsOneStepWithWhatItNeeds()
{
    QFETCH(const int, id);
    m_request.only = Step::Id(id);
    const TestReport report = run();
    QVERIFY(!report.steps.isEmpty());
    QCOMPARE(int(report.steps.constLast().id), id);
    for (const Step &step : report.steps) {
        QVERIFY2(step.state == Step::State::Passed || step.state == Step::State::Skipped, qPrintable(told(step)));
        QVERIFY(int(step.id) == id || needs(m_request.profile, Step::Id(id), step.id));
    }
}

void TestConnectionTest::stopsAtEveryStep_data()
{
    QTest::addColumn<int>("id");
    for (const Step::Id id : diagnosis::stepsOf({}))
        QTest::newRow(qPrintable(diagnosis::stepWord(id))) << int(id);
}

void TestConnectionTest::stopsAtEveryStep()
{
    QFETCH(const int, id);
    auto *test = new ConnectionTest(*m_network, m_request, core::Clock::system(), this);
    connect(test, &ConnectionTest::stepChanged, test, [test, id](int index) {
        if (index == id && test->steps().at(index).state == Step::State::Running)
            test->cancel();
    });
    const auto result = support::finishOf<TestReport>(test);
    QVERIFY(result);
    QVERIFY(result->isStopped);
    QCOMPARE(result->verdict(), Step::State::Skipped);
    for (const Step &step : result->steps) {
        QVERIFY2(step.state == Step::State::Passed || step.state == Step::State::Skipped, qPrintable(told(step)));
        QVERIFY(!step.evidence.isEmpty());
    }
    // Nothing goes on: what was asked is taken back, and nothing new is asked.
    QTRY_VERIFY(findChildren<core::JobBase *>().isEmpty());
    QTest::qWait(50); // what was on its way is told to the log as it is taken back
    const QList<net::Call> calls = m_network->log().calls();
    const qint64 last = calls.isEmpty() ? 0 : calls.constLast().id;
    QTest::qWait(50);
    QVERIFY(m_network->log().callsAfter(last).isEmpty());
}

void TestConnectionTest::mayBeDeletedAnyTime()
{
    for (int events = 0; events < 8; ++events) {
        auto *test = new ConnectionTest(*m_network, m_request, core::Clock::system(), this);
        for (int event = 0; event < events; ++event)
            QTest::qWait(3);
        delete test;
    }
    QCOMPARE(run().verdict(), Step::State::Passed);
}

void TestConnectionTest::degradesAtForeignServers()
{
    // Knows the sign-in, WhoAmI and contacts, as much as a simple simulator would.
    support::ScriptServer server;
    server.decide([](const support::ScriptServer::Received &request) {
        const QByteArray target = request.target();
        if (target.endsWith("/oauth2/v2.0/token"))
            return support::answer(200,
                                   R"({"token_type":"Bearer","expires_in":3599,"access_token":"opaque-token-1234"})");
        if (target.endsWith("/WhoAmI"))
            return support::answer(
                200,
                R"({"UserId":"b2000000-0000-0000-0000-000000000001","BusinessUnitId":"a1000000-0000-0000-0000-000000000001","OrganizationId":"c3000000-0000-0000-0000-000000000001"})");
        if (target.contains("/contacts"))
            return support::answer(200, R"({"value":[]})");
        if (target == "/v1/sessions")
            return support::answer(200, R"({"access_token":"eyJh.e30.c2ln"})");
        if (target == "/api/data/v9.2/")
            return support::answer(200, R"({"value":[]})");
        return support::answer(404, "<html><body>Not found</body></html>", {"Content-Type: text/html"});
    });
    const QString origin = QString::fromLatin1(server.origin());
    m_request.profile.integration.instance = origin;
    m_request.profile.options.authority = origin;
    m_request.profile.didomi.apiUrl = origin + u"/v1"_s;
    const TestReport report = run();
    using Id = Step::Id;
    for (const Id id : {Id::Tenant, Id::Environment, Id::Server, Id::ApplicationUser, Id::Administrator, Id::Table,
                        Id::Privileges, Id::Rows, Id::Columns, Id::Match, Id::Limits}) {
        const Step &step = report.steps.at(int(id));
        QVERIFY2(step.state == Step::State::Skipped, qPrintable(told(step)));
        QVERIFY2(step.evidence.contains(u"Not available here"_s), qPrintable(told(step)));
    }
    for (const Id id : {Id::Token, Id::TokenContent, Id::WhoAmI, Id::Organization})
        QVERIFY2(report.steps.at(int(id)).state == Step::State::Passed, qPrintable(told(report.steps.at(int(id)))));
}

void TestConnectionTest::writesNothing()
{
    const QList<net::Call> before = m_network->log().calls();
    m_request.profile.integration.upsertMode = true;
    const TestReport report = run();
    QCOMPARE(report.verdict(), Step::State::Passed);
    const QList<net::Call> calls = m_network->log().callsAfter(before.isEmpty() ? 0 : before.constLast().id);
    QVERIFY(!calls.isEmpty());
    int signIns = 0;
    for (const net::Call &call : calls) {
        if (call.method == "GET")
            continue;
        QCOMPARE(call.method, "POST");
        QVERIFY2(call.url.endsWith(u"/oauth2/v2.0/token"_s) || call.url.endsWith(u"/sessions"_s), qPrintable(call.url));
        ++signIns;
    }
    QVERIFY(signIns >= 2);
}

void TestConnectionTest::judgesAsTheWorst_data()
{
    using State = Step::State;
    QTest::addColumn<QList<int>>("states");
    QTest::addColumn<int>("verdict");
    QTest::newRow("all passed") << QList<int>{int(State::Passed), int(State::Passed)} << int(State::Passed);
    QTest::newRow("skipped with a reason") << QList<int>{int(State::Passed), int(State::Skipped)} << int(State::Passed);
    QTest::newRow("a warning") << QList<int>{int(State::Passed), int(State::Warning), int(State::Skipped)}
                               << int(State::Warning);
    QTest::newRow("a failure") << QList<int>{int(State::Warning), int(State::Failed), int(State::NotReached)}
                               << int(State::Failed);
    QTest::newRow("not finished") << QList<int>{int(State::Passed), int(State::Running)} << int(State::Skipped);
    QTest::newRow("nothing") << QList<int>{} << int(State::Skipped);
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

void TestConnectionTest::readsItsOwnReport()
{
    QVERIFY(m_sandbox->setFault(u"secret"_s, u"expired"_s));
    const TestReport report = run();
    const QByteArray json = QJsonDocument(diagnosis::asJson(report)).toJson();
    const auto again = diagnosis::readReport(json);
    QVERIFY(again);
    QCOMPARE(QJsonDocument(diagnosis::asJson(*again)).toJson(), json);
    QCOMPARE(again->verdict(), Step::State::Failed);
    QVERIFY(!diagnosis::readReport("{}"));
    QVERIFY(!diagnosis::readReport("no JSON"));
}

QTEST_GUILESS_MAIN(TestConnectionTest)

#include "tst_connectiontest.moc"
