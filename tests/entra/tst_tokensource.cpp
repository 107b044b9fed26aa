#include "core/redactor.h"
#include "entra/tenant.h"
#include "entra/tokensource.h"
#include "support/certificate.h"
#include "support/fakeclock.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using Kind = core::Error::Kind;
using core::Secret;
using entra::Token;
using entra::TokenSource;
using support::answer;
using support::FakeClock;
using support::finishOf;
using support::Play;
using support::ScriptServer;

namespace {

/// JSON written with single quotes: moc does not understand raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

Play grant(const QByteArray &token, const QByteArray &expiresIn = "3599")
{
    return answer(200,
                  "{\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn +
                      ",\"ext_expires_in\":3599,\"access_token\":\"" + token + "\"}",
                  {"Content-Type: application/json"});
}

QByteArray bytesOf(const core::Result<Token> &token)
{
    return token ? token->accessToken.reveal() : "error: " + token.error().message.toUtf8();
}

QByteArray bytesOf(const core::Result<Secret> &header)
{
    return header ? header->reveal() : "error: " + header.error().message.toUtf8();
}

} // namespace

class TestTokenSource : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<ScriptServer> m_server;

    entra::Credentials credentials() const
    {
        return {.authority = m_server->url(u""_s),
                .tenant = u"2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55"_s,
                .clientId = u"c3a1"_s,
                .clientSecret = Secret("Q8~x/y+z =&%ü"),
                .scope = u"https://acme.crm4.dynamics.com/.default"_s};
    }

    static entra::Certificate certificate()
    {
        static const support::Identity identity = support::makeIdentity({.rsaBits = 2048});
        return entra::Certificate::read(identity.keyPem + identity.certificatePem, {}).value();
    }

    std::unique_ptr<TokenSource> source() { return std::make_unique<TokenSource>(*m_service, credentials(), *m_clock); }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_clock->setJumping(true);
        m_network = std::make_unique<net::Network>(*m_clock);
        m_service = m_network->service({.name = u"Entra ID"_s, .jitter = [] { return 1.0; }});
        m_server = std::make_unique<ScriptServer>();
    }

    void cleanup()
    {
        m_service.reset();
        m_network.reset();
        m_server.reset();
    }

    void asksAsDocumented()
    {
        m_server->add(grant("token-1"));
        const auto tokens = source();
        const core::Result<Token> token = finishOf(tokens->token(this));
        QCOMPARE(bytesOf(token), "token-1");
        QCOMPARE(token->expiresAt, m_clock->now().addSecs(3599));
        const ScriptServer::Received request = m_server->requests().first();
        QCOMPARE(request.requestLine(), "POST /2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55/oauth2/v2.0/token HTTP/1.1");
        QCOMPARE(request.header("Content-Type"), "application/x-www-form-urlencoded");
        QCOMPARE(request.body,
                 "grant_type=client_credentials&client_id=c3a1&client_secret=Q8~x%2Fy%2Bz%20%3D%26%25%C3%BC"
                 "&scope=https%3A%2F%2Facme.crm4.dynamics.com%2F.default");
    }

    void joinsTheAddress_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("slash") << u"/"_s << u"acme.onmicrosoft.com"_s
                               << QByteArray("/acme.onmicrosoft.com/oauth2/v2.0/token");
        QTest::newRow("path") << u"/entra/"_s << u"t"_s << QByteArray("/entra/t/oauth2/v2.0/token");
        QTest::newRow("query") << u"/?x=1#y"_s << u"t"_s << QByteArray("/t/oauth2/v2.0/token");
        QTest::newRow("umlaut") << QString() << u"müller.de"_s << QByteArray("/m%C3%BCller.de/oauth2/v2.0/token");
    }

    void joinsTheAddress()
    {
        QFETCH(QString, path);
        QFETCH(QString, tenant);
        QFETCH(QByteArray, target);
        m_server->add(grant("token"));
        entra::Credentials odd = credentials();
        odd.authority = m_server->url(path);
        odd.tenant = tenant;
        TokenSource tokens(*m_service, odd, *m_clock);
        QVERIFY(finishOf(tokens.token(this)));
        QCOMPARE(m_server->requests().first().target(), target);
    }

    void refusesWhatIsMissing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("tenant") << u"authentication.tenant_id"_s << QString();
        QTest::newRow("tenant with a slash") << u"authentication.tenant_id"_s << u"a/b"_s;
        QTest::newRow("tenant of dots") << u"authentication.tenant_id"_s << u".."_s;
        QTest::newRow("tenant with a query") << u"authentication.tenant_id"_s << u"a?b"_s;
        QTest::newRow("client id") << u"authentication.client_id"_s << u" "_s;
        QTest::newRow("secret") << u"authentication.client_secret"_s << QString();
        QTest::newRow("authority") << u"authority"_s << QString();
    }

    void refusesWhatIsMissing()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        entra::Credentials incomplete = credentials();
        if (field.endsWith(u"tenant_id"_s))
            incomplete.tenant = value;
        else if (field.endsWith(u"client_id"_s))
            incomplete.clientId = value;
        else if (field.endsWith(u"client_secret"_s))
            incomplete.clientSecret = Secret::fromText(value);
        else
            incomplete.authority = QUrl(value);
        TokenSource tokens(*m_service, incomplete, *m_clock);
        const core::Result<Token> token = finishOf(tokens.token(this));
        QVERIFY(!token);
        QCOMPARE(token.error().kind, Kind::Invalid);
        QCOMPARE(token.error().field, field);
        QVERIFY(!token.error().fix.isEmpty());
        QCOMPARE(m_server->connections(), 0);
    }

    void signsInWithACertificate()
    {
        FakeClock clock(QDateTime::currentDateTimeUtc()); // within the certificate's time
        m_server->always(answer(200, json("{'token_type':'Bearer','expires_in':60,'access_token':'token-1'}")));
        entra::Credentials certified = credentials();
        certified.certificate = certificate();
        TokenSource tokens(*m_service, certified, clock);
        QCOMPARE(bytesOf(finishOf(tokens.token(this))), "token-1");
        clock.advance(60s);
        QVERIFY(finishOf(tokens.token(this)));
        QCOMPARE(m_server->requests().size(), 2);
        QStringList assertions;
        for (const ScriptServer::Received &request : m_server->requests()) {
            const QUrlQuery form(QString::fromLatin1(request.body));
            const auto value = [&form](const QString &name) { return form.queryItemValue(name, QUrl::FullyDecoded); };
            QCOMPARE(value(u"grant_type"_s), u"client_credentials"_s);
            QCOMPARE(value(u"client_id"_s), u"c3a1"_s);
            QCOMPARE(value(u"client_assertion_type"_s), u"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"_s);
            QCOMPARE(value(u"scope"_s), u"https://acme.crm4.dynamics.com/.default"_s);
            QVERIFY(!form.hasQueryItem(u"client_secret"_s)); // not beside it either
            const Secret assertion(value(u"client_assertion"_s).toLatin1());
            const auto claims = entra::readClaims(assertion);
            QVERIFY(claims);
            QCOMPARE(claims->audience, QString::fromLatin1(m_server->origin() + request.target()));
            assertions << QString::fromLatin1(assertion.reveal());
        }
        QVERIFY(assertions[0] != assertions[1]); // a fresh one each time
        for (const net::Call &call : m_network->log().calls())
            QVERIFY(!(call.url + call.replyExcerpt + call.error).contains(assertions[0]));
    }

    void doesNotSendACertificateOutOfItsTime_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("words");
        QTest::newRow("expired") << 3 << u"expired on"_s;
        QTest::newRow("not yet valid") << -3 << u"valid only from"_s;
    }

    void doesNotSendACertificateOutOfItsTime()
    {
        QFETCH(int, days);
        QFETCH(QString, words);
        FakeClock clock(QDateTime::currentDateTimeUtc().addDays(days));
        entra::Credentials certified = credentials();
        certified.certificate = certificate();
        TokenSource tokens(*m_service, certified, clock);
        const core::Result<Token> token = finishOf(tokens.token(this));
        QVERIFY(!token);
        QCOMPARE(token.error().kind, Kind::SignIn);
        QCOMPARE(token.error().field, u"credential.certificate_file"_s);
        QVERIFY2(token.error().message.contains(words), qPrintable(token.error().message));
        QVERIFY(!token.error().fix.isEmpty());
        QCOMPARE(m_server->connections(), 0);
    }

    void needsNoSecretBesideACertificate()
    {
        FakeClock clock(QDateTime::currentDateTimeUtc()); // within the certificate's time
        m_server->always(answer(401, json("{'error':'invalid_client','error_codes':[700027],'error_description':'"
                                          "AADSTS700027: The certificate is not registered.'}")));
        entra::Credentials certified = credentials();
        certified.clientSecret = {};
        certified.certificate = certificate();
        TokenSource tokens(*m_service, certified, clock);
        const core::Result<Token> token = finishOf(tokens.token(this));
        QVERIFY(!token);
        QCOMPARE(m_server->requests().size(), 1);
        QCOMPARE(token.error().kind, Kind::SignIn);
        QCOMPARE(token.error().code, u"AADSTS700027"_s);
        QCOMPARE(token.error().field, u"credential.certificate_file"_s);
    }

    void sendsNoSecretInTheClear()
    {
        entra::Credentials clear = credentials();
        clear.authority = QUrl(u"http://login.example.org"_s);
        TokenSource tokens(*m_service, clear, *m_clock);
        QCOMPARE(finishOf(tokens.token(this)).error().kind, Kind::Invalid);
    }

    void keepsATokenUntilShortlyBeforeItsEnd_data()
    {
        QTest::addColumn<QByteArray>("expiresIn");
        QTest::addColumn<int>("goodFor"); // seconds
        QTest::newRow("number") << QByteArray("3600") << 3'300;
        QTest::newRow("text") << QByteArray("\"3600\"") << 3'300;
        QTest::newRow("fraction") << QByteArray("3600.9") << 3'300;
        QTest::newRow("short-lived") << QByteArray("60") << 45;
        QTest::newRow("absurd") << QByteArray("1e300") << 86'400 - 300;
        QTest::newRow("words") << QByteArray("\"an hour\"") << 225;
        QTest::newRow("null") << QByteArray("null") << 225;
    }

    void keepsATokenUntilShortlyBeforeItsEnd()
    {
        QFETCH(QByteArray, expiresIn);
        QFETCH(int, goodFor);
        m_server->add(grant("token-1", expiresIn));
        m_server->add(grant("token-2"));
        const auto tokens = source();
        QCOMPARE(bytesOf(finishOf(tokens->token(this))), "token-1");
        m_clock->advance(std::chrono::seconds(goodFor - 1));
        QCOMPARE(bytesOf(finishOf(tokens->token(this))), "token-1");
        QCOMPARE(m_server->requests().size(), 1);
        m_clock->advance(1s);
        QCOMPARE(bytesOf(finishOf(tokens->token(this))), "token-2");
        QCOMPARE(m_server->requests().size(), 2);
    }

    void doesNotKeepATokenWithoutALife_data()
    {
        QTest::addColumn<QByteArray>("expiresIn");
        QTest::newRow("zero") << QByteArray("0");
        QTest::newRow("negative") << QByteArray("-5");
    }

    void doesNotKeepATokenWithoutALife()
    {
        QFETCH(QByteArray, expiresIn);
        m_server->add(grant("token-1", expiresIn));
        m_server->add(grant("token-2"));
        const auto tokens = source();
        QCOMPARE(bytesOf(finishOf(tokens->token(this))), "token-1");
        QCOMPARE(bytesOf(finishOf(tokens->token(this))), "token-2");
    }

    void countsTheLifeFromTheQuestion()
    {
        m_clock->setJumping(false);
        Play late = grant("token-1", "3600");
        late.isHeld = true;
        m_server->add(late);
        const auto tokens = source();
        core::Job<Token> *job = tokens->token(this);
        QTRY_COMPARE(m_server->held(), 1);
        const QDateTime asked = m_clock->now();
        m_clock->advance(20s);
        m_server->release();
        const core::Result<Token> token = finishOf(job);
        QVERIFY(token);
        QCOMPARE(token->expiresAt, asked.addSecs(3600));
    }

    void allCallersShareOneRequest()
    {
        Play held = grant("token-1");
        held.isHeld = true;
        m_server->add(held);
        const auto tokens = source();
        QList<QByteArray> got;
        QPointer<core::Job<Token>> cancelled;
        QPointer<core::Job<Token>> deleted;
        for (int i = 0; i < 50; ++i) {
            core::Job<Token> *job = tokens->token(this);
            job->whenDone(this, [&got](const core::Result<Token> &token) {
                got << (token ? bytesOf(token) : QByteArray("none"));
            });
            if (i == 0)
                cancelled = job; // the one that began it
            if (i == 1)
                deleted = job;
        }
        QTRY_COMPARE(m_server->held(), 1);
        cancelled->cancel();
        delete deleted;
        QTRY_COMPARE(got, QList<QByteArray>{"none"});
        m_server->release();
        QTRY_COMPARE(got.size(), 49);
        QCOMPARE(got.count("token-1"), 48);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void isReadyForTheNextWhenAllHaveLeft()
    {
        Play held = grant("token-1");
        held.isHeld = true;
        m_server->add(held);
        const auto tokens = source();
        core::Job<Token> *only = tokens->token(this);
        QTRY_COMPARE(m_server->held(), 1);
        delete only;
        core::Job<Token> *next = tokens->token(this);
        m_server->release();
        QCOMPARE(bytesOf(finishOf(next)), "token-1");
        QCOMPARE(m_server->requests().size(), 1);
    }

    void allCallersShareOneFailure()
    {
        m_server->always(answer(401, json("{'error':'invalid_client','error_codes':[7000215],'error_description':'"
                                          "AADSTS7000215: no','correlation_id':'8d'}")));
        const auto tokens = source();
        int refused = 0;
        for (int i = 0; i < 10; ++i) {
            tokens->token(this)->whenDone(this, [&refused](const core::Result<Token> &token) {
                QVERIFY(!token);
                QCOMPARE(token.error().code, u"AADSTS7000215"_s);
                ++refused;
            });
        }
        QTRY_COMPARE(refused, 10);
        QCOMPARE(m_server->requests().size(), 1);
        m_server->add(grant("token-1")); // the secret was corrected over there: nothing is remembered against it
        QCOMPARE(bytesOf(finishOf(tokens->token(this))), "token-1");
    }

    void neverHandsOutARefusedTokenAgain()
    {
        for (const char *token : {"token-1", "token-2", "token-1", "token-2", "token-3"})
            m_server->add(grant(token));
        const auto tokens = source();
        const core::Result<Secret> first = finishOf(tokens->authorization({}, this));
        QCOMPARE(bytesOf(first), "Bearer token-1");
        QCOMPARE(bytesOf(finishOf(tokens->authorization({}, this))), "Bearer token-1");
        QCOMPARE(m_server->requests().size(), 1);

        const core::Result<Secret> second = finishOf(tokens->authorization(*first, this));
        QCOMPARE(bytesOf(second), "Bearer token-2");
        // Somebody else's call was refused with the old token; the new one is as good for it.
        QCOMPARE(bytesOf(finishOf(tokens->authorization(*first, this))), "Bearer token-2");
        QCOMPARE(m_server->requests().size(), 2);

        const core::Result<Secret> again =
            finishOf(tokens->authorization(*second, this)); // the server gives the first one again
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Kind::SignIn);
        QVERIFY(!finishOf(tokens->authorization({}, this))); // and the second one
        QCOMPARE(bytesOf(finishOf(tokens->authorization({}, this))), "Bearer token-3");
    }

    void manyRefusalsAtOnceRenewOnce()
    {
        m_server->add(grant("token-1"));
        const auto tokens = source();
        const core::Result<Secret> first = finishOf(tokens->authorization({}, this));
        Play held = grant("token-2");
        held.isHeld = true;
        m_server->add(held);
        QList<QByteArray> got;
        for (int i = 0; i < 20; ++i)
            tokens->authorization(*first, this)->whenDone(this, [&got](const core::Result<Secret> &header) {
                got << bytesOf(header);
            });
        QTRY_COMPARE(m_server->held(), 1);
        m_server->release();
        QTRY_COMPARE(got.size(), 20);
        QCOMPARE(got.count("Bearer token-2"), 20);
        QCOMPARE(m_server->requests().size(), 2);
    }

    void worksWithAuthorizedCalls()
    {
        m_server->decide([n = 0](const ScriptServer::Received &request) mutable {
            if (request.target().endsWith("/token"))
                return grant("token-" + QByteArray::number(++n));
            return request.header("Authorization") == "Bearer token-1" ? answer(401)
                                                                       : answer(200, request.header("Authorization"));
        });
        const auto tokens = source();
        const core::Result<net::Reply> reply =
            finishOf(net::sendAuthorized(*m_service, *tokens, {.url = m_server->url(u"/api"_s)}, this));
        QVERIFY(reply);
        QCOMPARE(reply->body, "Bearer token-2");
    }

    void readsBadAnswers_data()
    {
        QTest::addColumn<Play>("play");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("requests");
        const auto good = [](const QByteArray &text) { return answer(200, text, {"Content-Type: application/json"}); };
        QTest::newRow("page") << answer(200, "<html>Sign in to the hotel's network</html>") << Kind::BadReply << 1;
        QTest::newRow("empty") << answer(200) << Kind::BadReply << 1;
        QTest::newRow("array") << good("[]") << Kind::BadReply << 1;
        QTest::newRow("no token") << good(json("{'token_type':'Bearer','expires_in':3599}")) << Kind::BadReply << 1;
        QTest::newRow("empty token") << good(json("{'access_token':''}")) << Kind::BadReply << 1;
        QTest::newRow("token of a wrong type") << good(json("{'access_token':{'a':1}}")) << Kind::BadReply << 1;
        QTest::newRow("token that smuggles")
            << good(json("{'access_token':'a\\r\\nX-Evil: 1'}")) << Kind::BadReply << 1;
        QTest::newRow("other kind of token")
            << good(json("{'token_type':'pop','access_token':'abcdef'}")) << Kind::BadReply << 1;
        QTest::newRow("redirect") << answer(302, {}, {"Location: https://login.example/"}) << Kind::BadReply << 1;
        QTest::newRow("wrong secret") << answer(401, json("{'error':'invalid_client','error_codes':[7000215]}"))
                                      << Kind::SignIn << 1;
        QTest::newRow("busy tenant") << answer(400, json("{'error':'x','error_codes':[90055]}")) << Kind::Throttled
                                     << 1;
        QTest::newRow("503") << answer(503, "<html>down</html>") << Kind::Server << 4;
        QTest::newRow("cut off") << Play{"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"access_token\":\"abc",
                                         Play::Then::Close}
                                 << Kind::Network << 4;
        QTest::newRow("too large") << answer(200, QByteArray(2'000'000, ' ')) << Kind::BadReply << 1;
    }

    void readsBadAnswers()
    {
        QFETCH(Play, play);
        QFETCH(Kind, kind);
        QFETCH(int, requests);
        m_server->always(play);
        const auto tokens = source();
        const core::Result<Token> token = finishOf(tokens->token(this));
        QVERIFY(!token);
        QVERIFY2(token.error().kind == kind, qPrintable(token.error().message));
        QVERIFY(!token.error().message.isEmpty());
        QVERIFY(!token.error().fix.isEmpty());
        QCOMPARE(m_server->requests().size(), requests);
    }

    void keepsSecretsToItself()
    {
        const QByteArray secret = "canary~secret/of+entra=";
        const QByteArray token = "canary-opaque-access-token-4711";
        entra::Credentials canary = credentials();
        canary.clientSecret = Secret(secret);
        m_server->add(answer(400, "{\"error\":\"invalid_request\",\"error_description\":\"You sent " + secret + " or " +
                                      QUrl::toPercentEncoding(QString::fromUtf8(secret)) + "\"}"));
        m_server->add(grant(token));
        TokenSource tokens(*m_service, canary, *m_clock);
        const core::Result<Token> refused = finishOf(tokens.token(this));
        QVERIFY(!refused);
        QVERIFY(!refused.error().detail.contains(u"canary"_s));
        QVERIFY(finishOf(tokens.token(this)));
        QVERIFY(!core::redactor::redacted(u"got canary-opaque-access-token-4711."_s).contains(u"canary"_s));
        const QList<net::Call> calls = m_network->log().calls();
        QCOMPARE(calls.size(), 2);
        for (const net::Call &call : calls)
            QVERIFY(!(call.url + call.replyExcerpt + call.error).contains(u"canary"_s));
    }

    void mayGoAwayAtAnyTime()
    {
        m_server->always({});
        QObject owner;
        int finished = 0;
        auto tokens = source();
        tokens->token(&owner)->whenDone(this, [&finished](const core::Result<Token> &token) {
            QVERIFY(!token);
            QCOMPARE(token.error().kind, Kind::Cancelled);
            ++finished;
        });
        tokens->authorization({}, &owner)->whenDone(this, [&finished](const core::Result<Secret> &) { ++finished; });
        QTRY_COMPARE(m_server->requests().size(), 1);
        tokens.reset();
        QCOMPARE(finished, 0);
        QTRY_COMPARE(finished, 2);
        QTRY_COMPARE(m_server->openConnections(), 0); // its request went with it
    }

    void survivesItsServicesEnd()
    {
        m_server->always({});
        auto tokens = source();
        core::Job<Token> *job = tokens->token(this);
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_service.reset();
        QCOMPARE(finishOf(job).error().kind, Kind::Cancelled);
        tokens.reset();
    }

    void aHandlerMayDestroyIt()
    {
        m_server->add(grant("token-1"));
        auto tokens = source();
        bool called = false;
        for (int i = 0; i < 3; ++i) {
            tokens->token(this)->whenDone(this, [&](const core::Result<Token> &) {
                called = true;
                tokens.reset();
            });
        }
        QTRY_VERIFY(called);
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(TestTokenSource)
#include "tst_tokensource.moc"
