#include "net/network.h"
#include "support/connectproxy.h"
#include "support/finish.h"
#include "support/scriptserver.h"
#include "support/threads.h"

#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using core::Secret;
using net::Reply;
using net::Route;
using support::answer;
using support::ConnectProxy;
using support::finishOf;
using support::Identity;
using support::makeIdentity;
using support::ScriptServer;

namespace {

constexpr std::chrono::seconds day = 24h;
const QUrl acme(u"https://acme.test/contacts"_s);

Route through(const ConnectProxy &proxy, const QString &user = {}, const QByteArray &password = {})
{
    return {.proxy = Route::Proxy::Manual,
            .host = u"127.0.0.1"_s,
            .port = proxy.serverPort(),
            .user = user,
            .password = Secret(password)};
}

/// What a program without our rules would do with a route: it may send plain http through a proxy.
class Factory final : public QNetworkProxyFactory
{
public:
    explicit Factory(const Route &route) : m_route(route) {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return net::proxiesFor(query, m_route);
    }

private:
    const Route m_route;
};

} // namespace

/// How requests leave this computer: through a real proxy, past it, and with a company's own authority.
class TestRoute : public QObject
{
    Q_OBJECT

private:
    const Identity m_authority = makeIdentity({.commonName = u"Test Authority"_s, .names = {}, .isAuthority = true});
    const Identity m_acme = makeIdentity({.names = {u"DNS:acme.test"_s}, .issuer = &m_authority});
    QTemporaryDir m_folder;
    int m_threads = 0;

    core::Result<Reply> get(const QUrl &url, Route route, bool isAuthorityKnown = true)
    {
        net::Network network;
        if (isAuthorityKnown)
            route.authorities << m_authority.certificate;
        const auto service = network.service({.name = u"Test"_s, .retry = {.maxTries = 1}, .route = route});
        return finishOf(
            service->send({.url = url, .headers = {{"Authorization", "Bearer canary-token"}}}, service.get()));
    }

    QString fileOf(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"authorities.pem"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        net::proxyNameFor(acme, {}); // some systems keep a thread for this
        bool isLookedUp = false;     // and Qt the one that looks names up
        QHostInfo::lookupHost(u"localhost"_s, this, [&isLookedUp](const QHostInfo &) { isLookedUp = true; });
        QTRY_VERIFY(isLookedUp);
        m_threads = support::threadCount();
    }
    void cleanupTestCase()
    {
        // Two names that were looked up at once had two threads, which Qt keeps for half a minute.
        QTRY_VERIFY(support::threadCount() <= m_threads);
    }

    void goesThroughTheProxyByTunnel()
    {
        ScriptServer server(m_acme);
        ConnectProxy proxy;
        proxy.lead("acme.test", server.serverPort());
        server.always(answer(200, "through"));
        const auto reply = get(acme, through(proxy));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
        QCOMPARE(reply->body, "through");
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(proxy.passed().size(), 1);
        QCOMPARE(proxy.passed()[0].requestLine(), "CONNECT acme.test:443 HTTP/1.1");
        QVERIFY(!proxy.passed()[0].head.contains("canary"));
        QVERIFY(proxy.passed()[0].toServer > 0 && proxy.passed()[0].fromServer > 0);
    }

    void tellsTheProxyNothingButTheHost()
    {
        // What was asked of the server, and with which token, stands inside of the tunnel only.
        ScriptServer server(m_acme);
        ConnectProxy proxy;
        proxy.lead("acme.test", server.serverPort());
        QVERIFY(get(acme, through(proxy)));
        QCOMPARE(server.requests().value(0).header("Authorization"), "Bearer canary-token");
        QVERIFY(server.requests().value(0).header("Proxy-Authorization").isEmpty());
        QVERIFY(!proxy.passed()[0].head.contains("contacts"));
    }

    void signsInAtTheProxy()
    {
        ScriptServer server(m_acme);
        ConnectProxy proxy;
        proxy.lead("acme.test", server.serverPort());
        proxy.askForSignIn("clerk", "pass:word");
        const auto reply = get(acme, through(proxy, u"clerk"_s, "pass:word"));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
        QCOMPARE(proxy.passed().last().status, 200);
        QVERIFY(server.requests().value(0).header("Proxy-Authorization").isEmpty()); // the proxy's business alone
    }

    void explainsARefusedSignIn_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QString>("field");
        QTest::newRow("none") << QString() << QByteArray() << u"network.proxy_user"_s;
        QTest::newRow("wrong password") << u"clerk"_s << QByteArray("canary-password") << u"network.proxy_password"_s;
        QTest::newRow("no password") << u"clerk"_s << QByteArray() << u"network.proxy_password"_s;
        QTest::newRow("wrong user") << u"guest"_s << QByteArray("right") << u"network.proxy_password"_s;
    }

    void explainsARefusedSignIn()
    {
        QFETCH(QString, user);
        QFETCH(QByteArray, password);
        QFETCH(QString, field);
        ScriptServer server(m_acme);
        ConnectProxy proxy;
        proxy.lead("acme.test", server.serverPort());
        proxy.askForSignIn("clerk", "right");
        const auto reply = get(acme, through(proxy, user, password));
        QVERIFY(!reply);
        const Error error = reply.error();
        QCOMPARE(error.kind, Error::Kind::Network);
        QCOMPARE(error.code, u"ProxySignIn"_s);
        QCOMPARE(error.field, field);
        QVERIFY(error.message.contains(u"proxy"_s) && !error.fix.isEmpty());
        QVERIFY(!error.message.contains(u"canary"_s) && !error.detail.contains(u"canary"_s));
        QCOMPARE(server.connections(), 0);
    }

    void forgetsTheSignInOfAnotherRoute()
    {
        // The same proxy, the same host, one network: only who has the password gets through, in whichever order.
        ScriptServer server(m_acme);
        ConnectProxy proxy;
        proxy.lead("acme.test", server.serverPort());
        proxy.askForSignIn("clerk", "right");
        net::Network network;
        network.trust({m_authority.certificate});
        const auto with = network.service(
            {.name = u"With"_s, .retry = {.maxTries = 1}, .route = through(proxy, u"clerk"_s, "right")});
        const auto without = network.service({.name = u"Without"_s, .retry = {.maxTries = 1}, .route = through(proxy)});
        QVERIFY(finishOf(with->send({.url = acme}, this)));
        const auto refused = finishOf(without->send({.url = acme}, this));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"ProxySignIn"_s);
        QVERIFY(finishOf(with->send({.url = acme}, this)));
    }

    void saysThatTheProxyIsNotThere()
    {
        Route route;
        {
            const ConnectProxy gone;
            route = through(gone);
        }
        const auto reply = get(acme, route);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Network);
        QCOMPARE(reply.error().code, u"Proxy"_s);
        QCOMPARE(reply.error().field, u"network.proxy_host"_s);
        QVERIFY(!reply.error().fix.isEmpty());
    }

    void saysThatTheProxysNameIsUnknown()
    {
        const auto reply = get(acme, {.proxy = Route::Proxy::Manual, .host = u"proxy.invalid"_s, .port = 8080});
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, u"Proxy"_s);
        QCOMPARE(reply.error().field, u"network.proxy_host"_s);
    }

    void saysThatTheProxyIsNone()
    {
        ScriptServer mailServer;
        mailServer.always({.bytes = "220 mail.example ESMTP\r\n", .then = support::Play::Then::Close});
        const auto reply =
            get(acme, {.proxy = Route::Proxy::Manual, .host = u"127.0.0.1"_s, .port = mailServer.serverPort()});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Network);
        QCOMPARE(reply.error().code, u"Proxy"_s);
        QCOMPARE(reply.error().field, u"network.proxy_host"_s);
    }

    void saysThatTheProxyReachesNobody()
    {
        ConnectProxy proxy; // knows no name
        const auto reply = get(acme, through(proxy));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Network);
        QCOMPARE(proxy.passed().value(0).status, 502);
        QVERIFY2(reply.error().message.contains(u"acme.test"_s), qPrintable(reply.error().message));
    }

    void isTheTlsOfTheServerNotOfTheProxy()
    {
        ScriptServer server(makeIdentity({.names = {u"DNS:other.test"_s}, .issuer = &m_authority}));
        ConnectProxy proxy;
        proxy.lead("acme.test", server.serverPort());
        const auto reply = get(acme, through(proxy));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Tls);
        QCOMPARE(reply.error().code, u"TlsWrongHost"_s);
        QVERIFY(reply.error().field.isEmpty());
        QCOMPARE(server.requests().size(), 0);
    }

    void goesPastTheProxyToThisMachine_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("number") << u"127.0.0.1"_s;
        QTest::newRow("name") << u"localhost"_s;
    }

    void goesPastTheProxyToThisMachine()
    {
        QFETCH(QString, host);
        ScriptServer server;
        ConnectProxy proxy;
        QUrl url = server.url();
        url.setHost(host);
        QVERIFY(get(url, through(proxy)));
        QCOMPARE(proxy.connections(), 0);
        QCOMPARE(net::proxyNameFor(url, through(proxy)), QString());
    }

    void noneMeansNone()
    {
        ConnectProxy proxy;
        for (const char *name : {"https_proxy", "HTTPS_PROXY"})
            qputenv(name, proxy.url().toEncoded());
        QVERIFY(!get(QUrl(u"https://acme.invalid/"_s), {.proxy = Route::Proxy::None}));
        const int direct = proxy.connections();
        const QString systems = net::proxyNameFor(acme, {});
        for (const char *name : {"https_proxy", "HTTPS_PROXY"})
            qunsetenv(name);
        QCOMPARE(direct, 0);
        QCOMPARE(systems, u"127.0.0.1:%1"_s.arg(proxy.serverPort())); // so there was one to go past
        QCOMPARE(net::proxyNameFor(acme, {.proxy = Route::Proxy::None}), QString());
    }

    void namesTheProxyWithoutTheSignIn()
    {
        const Route route{.proxy = Route::Proxy::Manual,
                          .host = u"proxy.example"_s,
                          .port = 3128,
                          .user = u"clerk"_s,
                          .password = Secret("canary")};
        QCOMPARE(net::proxyNameFor(acme, route), u"proxy.example:3128"_s);
    }

    void plainHttpNeverLeaves()
    {
        ConnectProxy proxy;
        const auto reply = get(QUrl(u"http://acme.test/contacts"_s), through(proxy));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Invalid);
        QCOMPARE(proxy.connections(), 0);
    }

    void theProxiesOfARouteAreARealProxys_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("GET") << QByteArray();
        QTest::newRow("POST") << QByteArray(200'000, 'x');
    }

    /// Qt's own manager, with what proxiesFor() says: a plain request stands in the proxy's hand whole.
    void theProxiesOfARouteAreARealProxys()
    {
        QFETCH(QByteArray, body);
        ScriptServer server;
        server.always(answer(200, "plain"));
        ConnectProxy proxy;
        proxy.lead("plain.test", server.serverPort());
        proxy.askForSignIn("clerk", "right");
        QNetworkAccessManager manager;
        manager.setProxyFactory(new Factory(through(proxy, u"clerk"_s, "right")));
        QNetworkRequest request(QUrl(u"http://plain.test/path?a=b"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
        const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? manager.get(request) : manager.post(request, body));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->readAll(), "plain");
        QCOMPARE(proxy.passed().last().requestLine(),
                 (body.isEmpty() ? QByteArray("GET") : QByteArray("POST")) + " http://plain.test/path?a=b HTTP/1.1");
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests()[0].target(), "/path?a=b");
        QCOMPARE(server.requests()[0].body, body);
        QVERIFY(server.requests()[0].header("Proxy-Authorization").isEmpty());
    }

    void twoRoutesDoNotMixUp()
    {
        // Two integrations at once: each has its proxy and its authority, and neither profits of the other's.
        const Identity other = makeIdentity({.commonName = u"Other Authority"_s, .names = {}, .isAuthority = true});
        ScriptServer first(m_acme);
        ScriptServer second(makeIdentity({.names = {u"DNS:acme.test"_s}, .issuer = &other}));
        first.always(answer(200, "first"));
        second.always(answer(200, "second"));
        ConnectProxy toFirst;
        ConnectProxy toSecond;
        toFirst.lead("acme.test", first.serverPort());
        toSecond.lead("acme.test", second.serverPort());
        net::Network network;
        const auto service = [&network](const ConnectProxy &proxy, const Identity &authority) {
            Route route = through(proxy);
            route.authorities = {authority.certificate};
            return network.service({.name = u"Test"_s, .maxInFlight = 8, .retry = {.maxTries = 1}, .route = route});
        };
        const auto a = service(toFirst, m_authority);
        const auto b = service(toSecond, other);
        const auto wrong = service(toSecond, m_authority);
        QList<QByteArray> bodies;
        int refused = 0;
        for (int i = 0; i < 8; ++i) {
            for (const auto &[one, expected] : {std::pair{a.get(), "first"}, std::pair{b.get(), "second"}}) {
                one->send({.url = acme}, this)
                    ->whenDone(this, [&bodies, expected = QByteArray(expected)](const core::Result<Reply> &reply) {
                        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
                        QCOMPARE(reply->body, expected);
                        bodies << reply->body;
                    });
            }
            wrong->send({.url = acme}, this)->whenDone(this, [&refused](const core::Result<Reply> &reply) {
                QVERIFY(!reply);
                QCOMPARE(reply.error().code, u"TlsUnknownAuthority"_s);
                ++refused;
            });
        }
        QTRY_COMPARE(bodies.size(), 16);
        QTRY_COMPARE(refused, 8);
        QCOMPARE(bodies.count("first"), 8);
        QCOMPARE(first.requests().size(), 8);
        QCOMPARE(second.requests().size(), 8);
    }

    void believesInTheFileOfAuthorities()
    {
        ScriptServer server(makeIdentity({.issuer = &m_authority}));
        const auto before = get(server.url(), {}, false);
        QVERIFY(!before);
        QCOMPARE(before.error().code, u"TlsUnknownAuthority"_s);

        const Identity other = makeIdentity({.commonName = u"Other"_s, .names = {}, .isAuthority = true});
        const auto authorities =
            net::readAuthorities(fileOf("Our company\n" + other.certificatePem + m_authority.certificatePem));
        QVERIFY(authorities);
        QCOMPARE(authorities->size(), 2);
        const auto reply = get(server.url(), {.authorities = *authorities}, false);
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
    }

    void anAuthorityDoesNotExcuseTheRest()
    {
        ScriptServer server(makeIdentity({.validFrom = -20 * day, .validTo = -10 * day, .issuer = &m_authority}));
        const auto reply = get(server.url(), {});
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, u"TlsExpired"_s);
    }

    void explainsABadFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const Identity server = makeIdentity({.issuer = &m_authority});
        const Identity expired = makeIdentity({.commonName = u"Old Authority"_s,
                                               .names = {},
                                               .validFrom = -20 * day,
                                               .validTo = -10 * day,
                                               .isAuthority = true});
        const QByteArray whole = m_authority.certificatePem;
        QTest::newRow("empty") << QByteArray() << u"holds no certificate"_s;
        QTest::newRow("not PEM") << QByteArray("\x30\x82\x00garbage\x00\xff", 13) << u"holds no certificate"_s;
        QTest::newRow("cut off") << whole.left(whole.size() / 2) << u"holds no certificate"_s;
        QTest::newRow("a key") << m_authority.keyPem << u"holds no certificate"_s;
        QTest::newRow("a server's") << server.certificatePem << u"not an authority’s"_s;
        QTest::newRow("expired") << expired.certificatePem << u"expired on"_s;
        QTest::newRow("good and expired") << whole + expired.certificatePem << u"Old Authority"_s;
    }

    void explainsABadFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const auto authorities = net::readAuthorities(fileOf(bytes));
        QVERIFY(!authorities);
        QCOMPARE(authorities.error().kind, Error::Kind::Invalid);
        QCOMPARE(authorities.error().field, u"network.authority_file"_s);
        QVERIFY2(authorities.error().message.contains(words), qPrintable(authorities.error().message));
        QVERIFY(!authorities.error().fix.isEmpty());
        QVERIFY(!authorities.error().message.contains(u'%'));
    }

    void explainsAMissingFile()
    {
        for (const QString &path : {m_folder.filePath(u"nowhere.pem"_s), m_folder.path()}) {
            const auto authorities = net::readAuthorities(path);
            QVERIFY(!authorities);
            QCOMPARE(authorities.error().kind, Error::Kind::Storage);
            QCOMPARE(authorities.error().field, u"network.authority_file"_s);
            QVERIFY(authorities.error().message.contains(path));
            QVERIFY(!authorities.error().fix.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
