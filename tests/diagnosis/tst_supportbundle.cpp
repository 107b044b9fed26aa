#include "core/redactor.h"
#include "core/secret.h"
#include "diagnosis/supportbundle.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using diagnosis::Step;
using diagnosis::SupportBundle;
using diagnosis::TestReport;
using profile::SecretRef;

namespace {

const QDateTime madeAt({2026, 11, 20}, {10, 15, 30}, Qt::UTC);

// None of these may ever be seen.
const QString clientSecret = u"canary~client/secret+1"_s;
const QString didomiSecret = u"canary-didomi-secret"_s;
const QString person = u"canary.person@example.net"_s;
const QString proxyUser = u"canary-proxy-user"_s;
const QString file = u"/home/canary/app.pem"_s;

profile::Profile acme()
{
    profile::Profile profile = profile::newProfile(u"Acme EU"_s);
    profile.integration.tenantId = u"11111111-2222-4333-8444-555555555555"_s;
    profile.integration.clientId = u"66666666-7777-4888-8999-000000000000"_s;
    profile.integration.instance = u"https://acme.crm4.dynamics.com"_s;
    profile.clientSecret = {SecretRef::Kind::File, u"/home/canary/client.secret"_s};
    profile.credential.secretExpiresOn = QDate(2027, 3, 31);
    profile.credential.nextSecret = {SecretRef::Kind::Keychain, u"canary-entry"_s};
    profile.credential.certificateFile = file;
    profile.network = {.proxy = profile::NetworkOptions::Proxy::Manual,
                       .proxyHost = u"proxy.acme.example"_s,
                       .proxyPort = 3128,
                       .proxyUser = proxyUser,
                       .proxyPassword = {SecretRef::Kind::Env, u"CANARY_VARIABLE"_s},
                       .authorityFile = file};
    profile.didomi.organizationId = u"acme"_s;
    profile.didomi.keyId = u"key-of-canary"_s;
    profile.didomi.secret = {SecretRef::Kind::Env, u"CANARY_VARIABLE"_s};
    return profile;
}

TestReport good()
{
    TestReport report{.startedAt = madeAt.addDays(-2), .duration = std::chrono::milliseconds(900)};
    for (const Step::Id id : diagnosis::allSteps())
        report.steps << Step{.id = id, .state = Step::State::Passed, .evidence = u"fine"_s};
    report.steps[int(Step::Id::LoginSecure)].facts = {{u"certificate.issuer"_s, {u"Public CA"_s}}};
    return report;
}

TestReport broken()
{
    TestReport report = good();
    report.startedAt = madeAt.addSecs(-60);
    report.steps[int(Step::Id::LoginSecure)].facts = {{u"certificate.issuer"_s, {u"Company CA"_s}}};
    Step &token = report.steps[int(Step::Id::Token)];
    token.state = Step::State::Failed;
    token.evidence = u"The client secret is wrong."_s;
    token.problem = {.kind = core::Error::Kind::SignIn,
                     .message = u"The client secret is wrong."_s,
                     .fix = u"Enter the value, not the Secret ID."_s,
                     .code = u"AADSTS7000215"_s,
                     .detail = u"Invalid client secret provided."_s,
                     .httpStatus = 401,
                     .requestId = u"b3000000-0000-0000-0000-000000000001"_s};
    token.place = {.text = u"Entra ID → Certificates & secrets"_s};
    return report;
}

net::Call call()
{
    return {.id = 1,
            .startedAt = madeAt.addSecs(-59),
            .service = u"Entra ID"_s,
            .method = "POST",
            .url = u"https://login.microsoftonline.com/t/oauth2/v2.0/token"_s,
            .status = 401,
            .requestId = u"b3000000-0000-0000-0000-000000000001"_s,
            .duration = std::chrono::milliseconds(120)};
}

SupportBundle whole()
{
    return {.profile = acme(),
            .report = broken(),
            .lastGreen = good(),
            .brokenSince = madeAt.addDays(-1),
            .calls = {call()},
            .keychainName = u"GNOME Keyring"_s,
            .madeAt = madeAt};
}

} // namespace

/// What goes into a ticket, and what must not.
class TestSupportBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatSupportNeeds_data();
    void tellsWhatSupportNeeds();
    void hasStableNames();
    void worksWithoutATest();
    void saysWhenNothingChanged();
    void showsNoSecretAndNobody_data();
    void showsNoSecretAndNobody();
    void tellsWhereSecretsAreKeptButNotTheirNames();
};

void TestSupportBundle::initTestCase()
{
    core::redactor::remember(core::Secret(clientSecret.toUtf8()));
    core::redactor::remember(core::Secret(didomiSecret.toUtf8()));
}

void TestSupportBundle::tellsWhatSupportNeeds_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("our version") << u"" CB_VERSION ""_s;
    QTest::newRow("Qt") << QString::fromLatin1(qVersion());
    QTest::newRow("made at") << u"2026-11-20T10:15:30Z"_s;
    QTest::newRow("keychain") << u"GNOME Keyring"_s;
    QTest::newRow("name") << u"Acme EU"_s;
    QTest::newRow("tenant") << u"11111111-2222-4333-8444-555555555555"_s;
    QTest::newRow("application") << u"66666666-7777-4888-8999-000000000000"_s;
    QTest::newRow("environment") << u"https://acme.crm4.dynamics.com"_s;
    QTest::newRow("proxy") << u"proxy.acme.example:3128"_s;
    QTest::newRow("end of the secret") << u"2027-03-31"_s;
    QTest::newRow("cause") << u"The client secret is wrong."_s;
    QTest::newRow("fix") << u"Enter the value, not the Secret ID."_s;
    QTest::newRow("code") << u"AADSTS7000215"_s;
    QTest::newRow("the server's words") << u"Invalid client secret provided."_s;
    QTest::newRow("status") << u"401"_s;
    QTest::newRow("request id") << u"b3000000-0000-0000-0000-000000000001"_s;
    QTest::newRow("place") << u"Entra ID → Certificates & secrets"_s;
    QTest::newRow("since when") << u"2026-11-19T10:15:30Z"_s;
    QTest::newRow("last good test") << u"2026-11-18T10:15:30Z"_s;
    QTest::newRow("what changed") << u"The certificate’s issuer changed from Public CA to Company CA."_s;
    QTest::newRow("what broke") << u"“Sign in to Entra ID” worked before."_s;
    QTest::newRow("calls") << u"https://login.microsoftonline.com/t/oauth2/v2.0/token"_s;
}

void TestSupportBundle::tellsWhatSupportNeeds()
{
    QFETCH(const QString, text);
    QVERIFY2(diagnosis::asText(whole()).contains(text), qPrintable(diagnosis::asText(whole())));
    QVERIFY2(QString::fromUtf8(diagnosis::asJson(whole())).contains(text), diagnosis::asJson(whole()).constData());
}

void TestSupportBundle::hasStableNames()
{
    const QJsonObject json = QJsonDocument::fromJson(diagnosis::asJson(whole())).object();
    QCOMPARE(json.keys(), QStringList({u"broken_since"_s, u"calls"_s, u"changes"_s, u"integration"_s, u"keychain"_s,
                                       u"last_good_test"_s, u"made_at"_s, u"report"_s, u"versions"_s}));
    QCOMPARE(json[u"report"][u"verdict"].toString(), u"failed"_s);
    QCOMPARE(json[u"report"][u"steps"].toArray().size(), diagnosis::allSteps().size());
    QCOMPARE(json[u"changes"][0][u"step"].toString(), u"login_secure"_s);
    QCOMPARE(json[u"changes"].toArray().size(), 2);
    QCOMPARE(json[u"calls"].toArray().size(), 1);
    for (const char *name : {"consent_bridge", "qt", "tls", "system", "kernel", "architecture", "locale"})
        QVERIFY2(json[u"versions"][QLatin1StringView(name)].isString(), name);
    for (const char *name : {"name", "environment", "mode", "instance", "tenant_id", "client_id", "credential",
                             "client_secret", "next_secret", "proxy", "authority_file", "table", "match"})
        QVERIFY2(!json[u"integration"][QLatin1StringView(name)].toString().isEmpty(), name);
}

void TestSupportBundle::worksWithoutATest()
{
    const SupportBundle bundle{.profile = acme(), .madeAt = madeAt};
    QVERIFY(diagnosis::asText(bundle).contains(u"Acme EU"_s));
    const QJsonObject json = QJsonDocument::fromJson(diagnosis::asJson(bundle)).object();
    QVERIFY(json[u"report"].isNull());
    QVERIFY(json[u"broken_since"].isNull());
    QVERIFY(json[u"last_good_test"].isNull());
    QVERIFY(json[u"changes"].toArray().isEmpty());
    QVERIFY(json[u"calls"].toArray().isEmpty());
    QVERIFY(!diagnosis::asJson({}).isEmpty());
    QVERIFY(!diagnosis::asText({}).isEmpty());
}

void TestSupportBundle::saysWhenNothingChanged()
{
    SupportBundle bundle = whole();
    bundle.report = good();
    bundle.brokenSince = {};
    QVERIFY(diagnosis::asText(bundle).contains(u"Nothing that was looked at has changed."_s));
    QVERIFY(!diagnosis::asText(bundle).contains(u"Broken since"_s));
}

void TestSupportBundle::showsNoSecretAndNobody_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where : {"evidence", "details", "facts", "message", "fix", "detail", "name", "instance", "url",
                              "error", "table", "organization", "authority", "key id"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

/// Whatever servers and people write, and wherever it is kept.
void TestSupportBundle::showsNoSecretAndNobody()
{
    QFETCH(const QString, where);
    const QString leak = u"%1 %2 %3 Bearer canary-token-1234567"_s.arg(clientSecret, didomiSecret, person);
    SupportBundle bundle = whole();
    Step &token = bundle.report->steps[int(Step::Id::Token)];
    if (where == "evidence"_L1)
        token.evidence = leak;
    else if (where == "details"_L1)
        token.details = {leak};
    else if (where == "facts"_L1)
        bundle.report->steps[int(Step::Id::LoginSecure)].facts = {{u"certificate.issuer"_s, {leak}}};
    else if (where == "message"_L1)
        token.problem.message = leak;
    else if (where == "fix"_L1)
        token.problem.fix = leak;
    else if (where == "detail"_L1)
        token.problem.detail = leak;
    else if (where == "name"_L1)
        bundle.profile.name = leak;
    else if (where == "instance"_L1)
        bundle.profile.integration.instance = leak;
    else if (where == "url"_L1)
        bundle.calls[0].url = u"https://acme.crm4.dynamics.com/contacts?q="_s + leak;
    else if (where == "error"_L1) {
        bundle.calls[0].status = 0;
        bundle.calls[0].error = leak;
    } else if (where == "table"_L1)
        bundle.profile.options.table = leak;
    else if (where == "organization"_L1)
        bundle.profile.didomi.organizationId = leak;
    else if (where == "authority"_L1)
        bundle.profile.options.authority = leak;
    else
        token.evidence = u"Signed in with key "_s + bundle.profile.didomi.keyId;
    const QString text = diagnosis::asText(bundle);
    const QString json = QString::fromUtf8(diagnosis::asJson(bundle));
    QVERIFY(!QJsonDocument::fromJson(json.toUtf8()).isNull());
    for (const QString &bad : {text, json})
        QVERIFY2(!bad.contains(u"canary"_s, Qt::CaseInsensitive),
                 qPrintable(bad.mid(bad.indexOf(u"canary"_s) - 80, 160)));
}

void TestSupportBundle::tellsWhereSecretsAreKeptButNotTheirNames()
{
    const QJsonObject json = QJsonDocument::fromJson(diagnosis::asJson(whole())).object();
    const QJsonValue settings = json[u"integration"];
    QCOMPARE(settings[u"client_secret"].toString(), u"file"_s);
    QCOMPARE(settings[u"next_secret"].toString(), u"keychain"_s);
    QCOMPARE(settings[u"didomi_secret"].toString(), u"environment variable"_s);
    QCOMPARE(settings[u"authority_file"].toString(), u"yes"_s);
    QCOMPARE(settings[u"proxy_sign_in"].toString(), u"yes"_s);
    QCOMPARE(settings[u"secret_expires_on"].toString(), u"2027-03-31"_s);
    SupportBundle bare{.profile = profile::newProfile(u"Bare"_s), .madeAt = madeAt};
    const QJsonValue none = QJsonDocument::fromJson(diagnosis::asJson(bare))[u"integration"];
    QCOMPARE(none[u"client_secret"].toString(), u"none"_s);
    QCOMPARE(none[u"proxy"].toString(), u"system"_s);
    QCOMPARE(none[u"authority_file"].toString(), u"no"_s);
}

QTEST_GUILESS_MAIN(TestSupportBundle)

#include "tst_supportbundle.moc"
