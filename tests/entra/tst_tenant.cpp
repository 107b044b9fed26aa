#include "entra/tenant.h"
#include "support/fakeclock.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using Kind = core::Error::Kind;
using core::Secret;
using entra::Tenant;
using support::answer;
using support::finishOf;
using support::Play;
using support::ScriptServer;

namespace {

const QString home = u"2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55"_s;

/// JSON written with single quotes: moc does not understand raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

Play good(const QByteArray &text)
{
    return answer(200, json(text), {"Content-Type: application/json"});
}

Secret tokenOf(const QByteArray &claims)
{
    const auto segment = [](const QByteArray &bytes) {
        return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return Secret(segment(json("{'alg':'RS256'}")) + '.' + segment(json(claims)) + ".c2lnbmF0dXJl");
}

} // namespace

/// What can be known of a tenant before anybody signs in, and of a token that somebody else signed.
class TestTenant : public QObject
{
    Q_OBJECT

private:
    support::FakeClock m_clock;
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<ScriptServer> m_server;

    core::Result<Tenant> ask(const QString &tenant, const QString &path = {})
    {
        return finishOf(entra::readTenant(*m_service, m_server->url(path), tenant, this));
    }

private Q_SLOTS:
    void init()
    {
        m_clock.setJumping(true);
        m_network = std::make_unique<net::Network>(m_clock);
        m_service = m_network->service({.name = u"Entra ID"_s, .retry = {.maxTries = 1}});
        m_server = std::make_unique<ScriptServer>();
    }
    void cleanup()
    {
        m_service.reset();
        m_network.reset();
        m_server.reset();
    }

    void readsTheConfiguration()
    {
        m_server->always(good("{'token_endpoint':'https://login.microsoftonline.com/" + home.toLatin1() +
                              "/oauth2/v2.0/token','issuer':'https://login.microsoftonline.com/" + home.toLatin1() +
                              "/v2.0','tenant_region_scope':'EU','cloud_instance_name':'microsoftonline.com'}"));
        const auto tenant = ask(u"acme.example"_s);
        QVERIFY2(tenant, qPrintable(tenant ? QString() : tenant.error().message));
        QCOMPARE(tenant->id, home); // although it was asked for by domain
        QCOMPARE(tenant->tokenEndpoint, QUrl(u"https://login.microsoftonline.com/%1/oauth2/v2.0/token"_s.arg(home)));
        QCOMPARE(tenant->issuer, u"https://login.microsoftonline.com/%1/v2.0"_s.arg(home));
        QCOMPARE(tenant->cloudHost, u"microsoftonline.com"_s);
        QCOMPARE(tenant->region, u"EU"_s);
        const auto request = m_server->requests().constFirst();
        QCOMPARE(request.requestLine(), "GET /acme.example/v2.0/.well-known/openid-configuration HTTP/1.1");
        QVERIFY(request.header("Authorization").isEmpty());
    }

    void readsWhatLittleIsThere()
    {
        m_server->always(good("{'token_endpoint':'https://login.example/token','issuer':'https://login.example'}"));
        const auto tenant = ask(home);
        QVERIFY(tenant);
        QCOMPARE(tenant->id, QString()); // nobody said, so nobody is accused of another one
        QCOMPARE(tenant->region, QString());
    }

    void tellsTheTenantThatItIs()
    {
        // A domain that moved, or another company's: the caller compares.
        m_server->always(good("{'token_endpoint':'https://login.example/t','issuer':"
                              "'https://sts.windows.net/0D1E2F3A-0000-4000-8000-00000000000A/'}"));
        const auto tenant = ask(home);
        QVERIFY(tenant);
        QCOMPARE(tenant->id, u"0d1e2f3a-0000-4000-8000-00000000000a"_s);
    }

    void joinsTheAddress_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("slash") << u"/"_s << u"t"_s << QByteArray("/t/v2.0/");
        QTest::newRow("path") << u"/entra/"_s << u"t"_s << QByteArray("/entra/t/v2.0/");
        QTest::newRow("query") << u"/?x=1#y"_s << u"t"_s << QByteArray("/t/v2.0/");
        QTest::newRow("umlaut") << QString() << u"müller.de"_s << QByteArray("/m%C3%BCller.de/v2.0/");
        QTest::newRow("slash inside") << QString() << u"a/b"_s << QByteArray("/a%2Fb/v2.0/");
    }

    void joinsTheAddress()
    {
        QFETCH(QString, path);
        QFETCH(QString, tenant);
        QFETCH(QByteArray, start);
        (void)ask(tenant, path);
        QCOMPARE(m_server->requests().size(), 1);
        QCOMPARE(m_server->requests().constFirst().target(), start + ".well-known/openid-configuration");
    }

    void explainsBadAnswers_data()
    {
        QTest::addColumn<Play>("play");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const QString authority = u"options.authority"_s;
        QTest::newRow("no such tenant")
            << answer(400, json("{'error':'invalid_tenant','error_codes':[90002],'error_description':"
                                "'AADSTS90002: Tenant not found.','correlation_id':'8d'}"))
            << int(Kind::SignIn) << u"AADSTS90002"_s << u"authentication.tenant_id"_s;
        QTest::newRow("no name of a tenant") << answer(400, json("{'error':'invalid_request','error_codes':[900023]}"))
                                             << int(Kind::SignIn) << u"AADSTS900023"_s << u"authentication.tenant_id"_s;
        QTest::newRow("page") << answer(200, "<html>Sign in to the hotel's network</html>") << int(Kind::BadReply)
                              << QString() << authority;
        QTest::newRow("nothing") << answer(200) << int(Kind::BadReply) << QString() << authority;
        QTest::newRow("array") << good("[1]") << int(Kind::BadReply) << QString() << authority;
        QTest::newRow("without an issuer")
            << good("{'token_endpoint':'https://login.example/t'}") << int(Kind::BadReply) << QString() << authority;
        QTest::newRow("without an endpoint")
            << good("{'issuer':'https://login.example'}") << int(Kind::BadReply) << QString() << authority;
        QTest::newRow("members of wrong types")
            << good("{'issuer':1,'token_endpoint':{'a':1}}") << int(Kind::BadReply) << QString() << authority;
        QTest::newRow("no such address") << answer(404, "<html>Not found</html>") << int(Kind::NotFound) << QString()
                                         << QString();
        QTest::newRow("no such method") << answer(405) << int(Kind::NotFound) << QString() << QString();
        QTest::newRow("busy") << answer(429) << int(Kind::Throttled) << QString() << QString();
        QTest::newRow("down") << answer(503, "<html>down</html>") << int(Kind::Server) << QString() << QString();
        QTest::newRow("cut off") << Play{"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", Play::Then::Close}
                                 << int(Kind::Network) << u"Truncated"_s << QString();
    }

    void explainsBadAnswers()
    {
        QFETCH(Play, play);
        QFETCH(int, kind);
        QFETCH(QString, code);
        QFETCH(QString, field);
        m_server->always(play);
        const auto tenant = ask(home);
        QVERIFY(!tenant);
        QCOMPARE(int(tenant.error().kind), kind);
        QCOMPARE(tenant.error().code, code);
        QCOMPARE(tenant.error().field, field);
        QVERIFY(!tenant.error().message.isEmpty());
        if (kind != int(Kind::NotFound)) // not available there: nothing to mend
            QVERIFY(!tenant.error().fix.isEmpty());
    }

    void cancellingStopsIt()
    {
        m_server->always({});
        auto *job = entra::readTenant(*m_service, m_server->url(QString()), home, this);
        QTRY_COMPARE(m_server->requests().size(), 1);
        job->cancel();
        QCOMPARE(finishOf(job).error().kind, Kind::Cancelled);
        QTRY_COMPARE(m_server->openConnections(), 0);
    }

    void readsClaims()
    {
        const auto claims =
            entra::readClaims(tokenOf("{'aud':'https://acme.crm4.dynamics.com','tid':'" + home.toLatin1() +
                                      "','appid':'c3a1','appidacr':'2','nbf':1763632800,'exp':1763636700}"));
        QVERIFY(claims);
        QCOMPARE(claims->audience, u"https://acme.crm4.dynamics.com"_s);
        QCOMPARE(claims->tenantId, home);
        QCOMPARE(claims->applicationId, u"c3a1"_s);
        QCOMPARE(claims->credential, u"2"_s);
        QCOMPARE(claims->notBefore, QDateTime({2025, 11, 20}, {10, 0}, Qt::UTC));
        QCOMPARE(claims->expiresAt, QDateTime({2025, 11, 20}, {11, 5}, Qt::UTC));
    }

    void readsClaimsOfTheNewerForm()
    {
        const auto claims = entra::readClaims(tokenOf("{'azp':'c3a1','azpacr':'1'}"));
        QVERIFY(claims);
        QCOMPARE(claims->applicationId, u"c3a1"_s);
        QCOMPARE(claims->credential, u"1"_s);
        QVERIFY(!claims->expiresAt.isValid());
    }

    void claimsOfWrongTypesAreAbsent()
    {
        const auto claims = entra::readClaims(tokenOf("{'aud':['a'],'tid':5,'exp':'tomorrow','nbf':null}"));
        QVERIFY(claims);
        QCOMPARE(claims->audience, QString());
        QCOMPARE(claims->tenantId, QString());
        QVERIFY(!claims->expiresAt.isValid() && !claims->notBefore.isValid());
    }

    void readsNothingOfGarbage_data()
    {
        QTest::addColumn<QByteArray>("token");
        const QByteArray whole = tokenOf("{'aud':'a'}").reveal();
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("opaque") << QByteArray("abcdef0123456789");
        QTest::newRow("two parts") << whole.left(whole.lastIndexOf('.'));
        QTest::newRow("four parts") << whole + ".x";
        QTest::newRow("no base64") << QByteArray("a.!!!!.c");
        QTest::newRow("no JSON") << QByteArray("a.") + QByteArray("hello").toBase64(QByteArray::OmitTrailingEquals) +
                                        ".c";
        QTest::newRow("array") << QByteArray("a.") + QByteArray("[1]").toBase64() + ".c";
        QTest::newRow("empty middle") << QByteArray("a..c");
    }

    void readsNothingOfGarbage()
    {
        QFETCH(QByteArray, token);
        QVERIFY(!entra::readClaims(Secret(token)));
    }
};

QTEST_GUILESS_MAIN(TestTenant)
#include "tst_tenant.moc"
