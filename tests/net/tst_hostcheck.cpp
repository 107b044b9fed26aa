#include "net/hostcheck.h"
#include "net/network.h"
#include "support/connectproxy.h"
#include "support/fakeclock.h"
#include "support/finish.h"
#include "support/scriptserver.h"
#include "support/threads.h"

#include <QHostInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using core::Secret;
using net::greet;
using net::Greeting;
using net::NameAnswer;
using net::Reached;
using net::Route;
using support::answer;
using support::ConnectProxy;
using support::FakeClock;
using support::finishOf;
using support::Identity;
using support::makeIdentity;
using support::Play;
using support::ScriptServer;

namespace {

constexpr std::chrono::seconds day = 24h;
constexpr auto soon = 300ms; ///< A deadline that is meant to pass.

Route through(const ConnectProxy &proxy)
{
    return {.proxy = Route::Proxy::Manual, .host = u"127.0.0.1"_s, .port = proxy.serverPort()};
}

/// A port where nobody listens.
quint16 closedPort()
{
    QTcpServer gone;
    if (!gone.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
    return gone.serverPort();
}

/// Takes connections and treats them as it is told.
class Peer : public QTcpServer
{
    Q_OBJECT

public:
    enum class Manner { Silent, Resets, SpeaksPlainly, HangsUp };

    explicit Peer(Manner manner)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        connect(this, &QTcpServer::newConnection, this, [this, manner] {
            QTcpSocket *socket = nextPendingConnection();
            ++m_open;
            connect(socket, &QTcpSocket::disconnected, this, [this] { --m_open; });
            connect(socket, &QTcpSocket::readyRead, socket, [socket, manner] {
                if (manner == Manner::SpeaksPlainly)
                    socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                else if (manner == Manner::Resets)
                    socket->abort(); // with what it did not read, which makes it a reset
                else if (manner == Manner::HangsUp)
                    socket->disconnectFromHost();
            });
        });
    }

    int open() const { return m_open; }
    QUrl url() const { return QUrl(u"https://127.0.0.1:%1/"_s.arg(serverPort())); }

private:
    int m_open = 0;
};

} // namespace

/// The way to a host, one piece at a time, with real servers good and bad at the other end.
class TestHostCheck : public QObject
{
    Q_OBJECT

private:
    const Identity m_authority = makeIdentity({.commonName = u"Test Authority"_s, .names = {}, .isAuthority = true});
    const Route m_trusting{.proxy = Route::Proxy::None, .authorities = {m_authority.certificate}};
    int m_threads = 0;

    Identity identity(support::IdentityOptions options = {})
    {
        options.issuer = &m_authority;
        return makeIdentity(options);
    }

private Q_SLOTS:
    void initTestCase()
    {
        net::proxyNameFor(QUrl(u"https://acme.test"_s), {}); // some systems keep a thread for this
        bool isLookedUp = false;                             // and Qt the one that looks names up
        QHostInfo::lookupHost(u"localhost"_s, this, [&isLookedUp](const QHostInfo &) { isLookedUp = true; });
        QTRY_VERIFY(isLookedUp);
        m_threads = support::threadCount();
    }
    void cleanupTestCase()
    {
        // Two names that were looked up at once had two threads, which Qt keeps for half a minute.
        QTRY_VERIFY(support::threadCount() <= m_threads);
    }

    void looksANameUp_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("name") << u"localhost"_s;
        QTest::newRow("IPv4") << u"127.0.0.1"_s;
        QTest::newRow("IPv6") << u"::1"_s;
    }

    void looksANameUp()
    {
        QFETCH(QString, host);
        net::Network network;
        const auto found = finishOf(net::lookUp(network, host, this));
        QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
        QVERIFY(!found->addresses.isEmpty());
        for (const QHostAddress &address : found->addresses)
            QVERIFY2(address.isLoopback(), qPrintable(address.toString()));
    }

    void saysThatANameIsUnknown()
    {
        net::Network network;
        const auto found = finishOf(net::lookUp(network, u"acme.crm4.dynamics.invalid"_s, this));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Network);
        QCOMPARE(found.error().code, u"HostNotFound"_s);
        QVERIFY(found.error().message.contains(u"acme.crm4.dynamics.invalid"_s));
        QVERIFY(!found.error().fix.isEmpty());
    }

    void reachesAnOpenPort()
    {
        net::Network network;
        ScriptServer server;
        const auto reached = finishOf(net::reach(network, server.url(), {}, this));
        QVERIFY2(reached, qPrintable(reached ? QString() : reached.error().message));
        QCOMPARE(reached->peer, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(reached->port, server.serverPort());
        QCOMPARE(reached->proxy, QString());
        QTRY_COMPARE(server.openConnections(), 0); // it hung up
        QCOMPARE(server.requests().size(), 0);
    }

    void saysThatAPortIsClosed()
    {
        net::Network network;
        const QUrl url(u"https://127.0.0.1:%1/"_s.arg(closedPort()));
        for (const auto &error :
             {finishOf(net::reach(network, url, {}, this)).error(), finishOf(greet(network, url, {}, this)).error()}) {
            QCOMPARE(error.kind, Error::Kind::Network);
            QCOMPARE(error.code, u"ConnectionRefused"_s);
            QVERIFY(error.message.contains(u"127.0.0.1"_s) && !error.fix.isEmpty());
            QVERIFY(error.field.isEmpty());
        }
    }

    void saysThatTheNameIsUnknownWhenItConnects()
    {
        net::Network network;
        const auto reached =
            finishOf(net::reach(network, QUrl(u"https://acme.invalid/"_s), {.proxy = Route::Proxy::None}, this));
        QVERIFY(!reached);
        QCOMPARE(reached.error().code, u"HostNotFound"_s);
    }

    void reachesThroughAProxy()
    {
        net::Network network;
        ScriptServer server;
        ConnectProxy proxy;
        proxy.lead("acme.test", server.serverPort());
        proxy.askForSignIn("clerk", "right");
        Route route = through(proxy);
        route.user = u"clerk"_s;
        route.password = Secret("right");
        const auto reached = finishOf(net::reach(network, QUrl(u"https://acme.test/secret?x=1"_s), route, this));
        QVERIFY2(reached, qPrintable(reached ? QString() : reached.error().message));
        QCOMPARE(reached->proxy, u"127.0.0.1:%1"_s.arg(proxy.serverPort()));
        QVERIFY(reached->peer.isNull()); // only the proxy knows
        QCOMPARE(reached->port, quint16(443));
        QCOMPARE(proxy.passed().last().requestLine(), "CONNECT acme.test:443 HTTP/1.1");
        QCOMPARE(proxy.passed().last().status, 200);
        QTRY_COMPARE(proxy.openConnections(), 0);
    }

    void explainsABadProxy_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        QTest::newRow("wants a sign-in") << u"sign-in"_s << u"ProxySignIn"_s << u"network.proxy_user"_s;
        QTest::newRow("refuses the sign-in") << u"password"_s << u"ProxySignIn"_s << u"network.proxy_password"_s;
        QTest::newRow("is not there") << u"gone"_s << u"Proxy"_s << u"network.proxy_host"_s;
        QTest::newRow("has an unknown name") << u"name"_s << u"Proxy"_s << u"network.proxy_host"_s;
        QTest::newRow("reaches nobody") << u"lost"_s << u"Proxy"_s << u"network.proxy_host"_s;
        QTest::newRow("is no proxy") << u"plain"_s << u"Proxy"_s << u"network.proxy_host"_s;
    }

    void explainsABadProxy()
    {
        QFETCH(QString, trouble);
        QFETCH(QString, code);
        QFETCH(QString, field);
        net::Network network;
        ScriptServer server;
        ConnectProxy proxy;
        Peer mail(Peer::Manner::HangsUp);
        Route route = through(proxy);
        if (trouble != "lost"_L1)
            proxy.lead("acme.test", server.serverPort());
        if (trouble == "sign-in"_L1 || trouble == "password"_L1)
            proxy.askForSignIn("clerk", "right");
        if (trouble == "password"_L1) {
            route.user = u"clerk"_s;
            route.password = Secret("canary-password");
        }
        if (trouble == "gone"_L1)
            route.port = closedPort();
        if (trouble == "name"_L1)
            route.host = u"proxy.invalid"_s;
        if (trouble == "plain"_L1)
            route.port = mail.serverPort();
        const QUrl url(u"https://acme.test/"_s);
        for (const auto &error : {finishOf(net::reach(network, url, route, this)).error(),
                                  finishOf(greet(network, url, route, this)).error()}) {
            QCOMPARE(error.kind, Error::Kind::Network);
            QCOMPARE(error.code, code);
            QCOMPARE(error.field, field);
            QVERIFY(!error.fix.isEmpty());
            QVERIFY(!error.message.contains(u"canary"_s) && !error.detail.contains(u"canary"_s));
        }
        QCOMPARE(server.connections(), 0);
        QTRY_COMPARE(proxy.openConnections(), 0);
    }

    void doesNotWaitForASilentProxy()
    {
        net::Network network;
        ConnectProxy proxy;
        proxy.setSilent(true);
        const auto reached = finishOf(net::reach(network, QUrl(u"https://acme.test/"_s), through(proxy), this, soon));
        QVERIFY(!reached);
        QCOMPARE(reached.error().kind, Error::Kind::Timeout);
        QCOMPARE(proxy.connections(), 1);
        QTRY_COMPARE(proxy.openConnections(), 0);
    }

    void tellsOfAGoodHandshake()
    {
        net::Network network;
        const Identity mine = identity({.commonName = u"Good Server"_s});
        ScriptServer server(mine);
        const auto greeting = finishOf(greet(network, server.url(), m_trusting, this));
        QVERIFY2(greeting, qPrintable(greeting ? QString() : greeting.error().message));
        QVERIFY(greeting->isEncrypted);
        QCOMPARE(greeting->protocol, u"TLS 1.3"_s);
        QVERIFY(greeting->cipher.startsWith(u"TLS_"_s));
        QCOMPARE(greeting->certificate, mine.certificate);
        QCOMPARE(greeting->certificate.subjectDisplayName(), u"Good Server"_s);
        QCOMPARE(greeting->certificate.issuerDisplayName(), u"Test Authority"_s);
        QCOMPARE(greeting->certificate.expiryDate(), mine.certificate.expiryDate());
        QVERIFY(!greeting->chain.isEmpty());
        QCOMPARE(greeting->chain.constFirst(), mine.certificate);
        QCOMPARE(greeting->status, 200);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void tellsNobodyWhoWeAre()
    {
        net::Network network;
        ScriptServer server(identity());
        QUrl url = server.url(u"/path?query=1"_s);
        url.setUserInfo(u"user:canary"_s);
        QVERIFY(finishOf(greet(network, url, m_trusting, this)));
        QCOMPARE(server.requests().size(), 1);
        const auto request = server.requests().constFirst();
        QCOMPARE(request.requestLine(), "HEAD / HTTP/1.1");
        QCOMPARE(request.header("Host"), "127.0.0.1:" + QByteArray::number(server.serverPort()));
        for (const char *name : {"Authorization", "Cookie", "Proxy-Authorization"})
            QVERIFY(request.header(name).isEmpty());
        QVERIFY(!request.head.contains("canary"));
    }

    void greetsPlainlyOnThisMachine()
    {
        FakeClock clock;
        net::Network network(clock);
        ScriptServer server;
        server.always(answer(404, {}, {"Date: Fri, 20 Nov 2026 10:00:00 GMT"}));
        const auto greeting = finishOf(greet(network, server.url(), {}, this));
        QVERIFY(greeting);
        QVERIFY(!greeting->isEncrypted);
        QVERIFY(greeting->certificate.isNull() && greeting->protocol.isEmpty());
        QCOMPARE(greeting->status, 404);
        QVERIFY(greeting->serverTime.isValid());
    }

    void greetsThroughAProxy()
    {
        net::Network network;
        const Identity mine = identity({.names = {u"DNS:acme.test"_s}});
        ScriptServer server(mine);
        ConnectProxy proxy;
        proxy.lead("acme.test", server.serverPort());
        Route route = through(proxy);
        route.authorities = m_trusting.authorities;
        const auto greeting = finishOf(greet(network, QUrl(u"https://acme.test/"_s), route, this));
        QVERIFY2(greeting, qPrintable(greeting ? QString() : greeting.error().message));
        QVERIFY(greeting->isEncrypted);
        QCOMPARE(greeting->certificate, mine.certificate);
        QCOMPARE(greeting->status, 200);
        QCOMPARE(server.requests().value(0).header("Host"), "acme.test");
        QTRY_COMPARE(proxy.openConnections(), 0);
    }

    void readsTheServersClock_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<bool>("isValid");
        QTest::addColumn<int>("seconds");
        QTest::newRow("same") << QByteArray("Date: Fri, 20 Nov 2026 10:00:00 GMT") << true << 0;
        QTest::newRow("ahead") << QByteArray("Date: Fri, 20 Nov 2026 10:07:30 GMT") << true << 450;
        QTest::newRow("behind") << QByteArray("date:Thu, 19 Nov 2026 10:00:00 GMT") << true << -86'400;
        QTest::newRow("garbage") << QByteArray("Date: yesterday") << false << 0;
        QTest::newRow("no such day") << QByteArray("Date: Fri, 31 Nov 2026 10:00:00 GMT") << false << 0;
        QTest::newRow("none") << QByteArray("X-Date: Fri, 20 Nov 2026 10:07:30 GMT") << false << 0;
    }

    void readsTheServersClock()
    {
        QFETCH(QByteArray, date);
        QFETCH(bool, isValid);
        QFETCH(int, seconds);
        FakeClock clock; // 2026-11-20 10:00 UTC
        net::Network network(clock);
        // The certificate's dates are held against the system's clock, not against ours.
        ScriptServer server(identity());
        server.always(answer(200, {}, {date}));
        const auto greeting = finishOf(greet(network, server.url(), m_trusting, this));
        QVERIFY(greeting);
        QCOMPARE(greeting->status, 200);
        QCOMPARE(greeting->serverTime.isValid(), isValid);
        QCOMPARE(greeting->clockSkew, std::chrono::milliseconds(std::chrono::seconds(seconds)));
        if (isValid)
            QCOMPARE(greeting->serverTime, clock.now().addSecs(seconds));
    }

    void explainsEachFlaw_data()
    {
        QTest::addColumn<Identity>("identity");
        QTest::addColumn<bool>("isAuthorityKnown");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("expired") << identity({.validFrom = -20 * day, .validTo = -10 * day}) << true << u"TlsExpired"_s
                                 << u"expired on"_s;
        QTest::newRow("not yet valid") << identity({.validFrom = 10 * day, .validTo = 20 * day}) << true
                                       << u"TlsNotYetValid"_s << u"valid only from"_s;
        QTest::newRow("wrong host") << identity({.names = {u"DNS:other.example"_s}}) << true << u"TlsWrongHost"_s
                                    << u"other.example"_s;
        QTest::newRow("unknown authority") << identity() << false << u"TlsUnknownAuthority"_s << u"does not know"_s;
        QTest::newRow("self-signed") << makeIdentity() << true << u"TlsSelfSigned"_s << u"nobody but itself"_s;
        QTest::newRow("two at once") << identity({.names = {u"DNS:other.example"_s},
                                                  .validFrom = -20 * day,
                                                  .validTo = -10 * day})
                                     << true << QString() << u"expired on"_s;
    }

    void explainsEachFlaw()
    {
        QFETCH(Identity, identity);
        QFETCH(bool, isAuthorityKnown);
        QFETCH(QString, code);
        QFETCH(QString, words);
        net::Network network;
        ScriptServer server(identity);
        const auto greeting = finishOf(greet(network, server.url(), isAuthorityKnown ? m_trusting : Route(), this));
        QVERIFY(!greeting);
        QCOMPARE(greeting.error().kind, Error::Kind::Tls);
        if (!code.isEmpty())
            QCOMPARE(greeting.error().code, code);
        else // every flaw is told
            QVERIFY2(greeting.error().message.contains(u"other.example"_s), qPrintable(greeting.error().message));
        QVERIFY2(greeting.error().message.contains(words), qPrintable(greeting.error().message));
        QVERIFY(greeting.error().message.contains(u"127.0.0.1"_s));
        QVERIFY(!greeting.error().fix.isEmpty());
        QCOMPARE(server.requests().size(), 0); // not a byte to somebody who is somebody else
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void holdsBackNothingOfItsTrust()
    {
        // What Network::trust() says counts here as for requests.
        net::Network network;
        network.trust({m_authority.certificate});
        ScriptServer server(identity());
        QVERIFY(finishOf(greet(network, server.url(), {}, this)));
    }

    void explainsABadPeer_data()
    {
        QTest::addColumn<int>("manner");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        using Manner = Peer::Manner;
        using Kind = Error::Kind;
        QTest::newRow("silent") << int(Manner::Silent) << int(Kind::Timeout) << QString();
        QTest::newRow("resets") << int(Manner::Resets) << int(Kind::Network) << u"ConnectionLost"_s;
        QTest::newRow("hangs up") << int(Manner::HangsUp) << int(Kind::Network) << u"ConnectionLost"_s;
        QTest::newRow("speaks no TLS") << int(Manner::SpeaksPlainly) << int(Kind::Tls) << u"TlsHandshake"_s;
    }

    void explainsABadPeer()
    {
        QFETCH(int, manner);
        QFETCH(int, kind);
        QFETCH(QString, code);
        net::Network network;
        Peer peer{Peer::Manner(manner)};
        const auto deadline = peer.isListening() && manner == int(Peer::Manner::Silent) ? soon : 10s;
        const auto greeting = finishOf(greet(network, peer.url(), {}, this, deadline));
        QVERIFY(!greeting);
        QCOMPARE(int(greeting.error().kind), kind);
        QCOMPARE(greeting.error().code, code);
        QVERIFY(greeting.error().message.contains(u"127.0.0.1"_s));
        QVERIFY(!greeting.error().fix.isEmpty());
        QTRY_COMPARE(peer.open(), 0);
    }

    void anAnswerIsAGift_data()
    {
        QTest::addColumn<Play>("play");
        QTest::addColumn<int>("status");
        Play held = answer(200);
        held.isHeld = true;
        const QByteArray whole = answer(200, {}, {"Date: Fri, 20 Nov 2026 10:00:00 GMT"}).bytes;
        QTest::newRow("slow") << Play{.bytes = whole, .dripMs = 1} << 200;
        QTest::newRow("too slow") << held << 0;
        QTest::newRow("half and then nothing") << Play{.bytes = whole.left(20)} << 200;
        QTest::newRow("reset") << Play{.then = Play::Then::Reset} << 0;
        QTest::newRow("closed") << Play{.then = Play::Then::Close} << 0;
        QTest::newRow("no HTTP") << Play{.bytes = "220 mail.example ESMTP\r\n\r\n"} << 0;
        QTest::newRow("endless head") << Play{.bytes = "HTTP/1.1 200 X\r\nX: " + QByteArray(100'000, 'x')} << 200;
    }

    /// The handshake is what was asked about: it counts, whatever comes after it.
    void anAnswerIsAGift()
    {
        QFETCH(Play, play);
        QFETCH(int, status);
        net::Network network;
        ScriptServer server(identity());
        server.always(play);
        const bool isWaiting = play.isHeld || (play.then == Play::Then::KeepOpen && play.bytes.size() == 20);
        const auto greeting = finishOf(greet(network, server.url(), m_trusting, this, isWaiting ? 1s : 10s));
        QVERIFY2(greeting, qPrintable(greeting ? QString() : greeting.error().message));
        QVERIFY(greeting->isEncrypted && !greeting->certificate.isNull());
        QCOMPARE(greeting->status, status);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void cancellingLeavesNothingRunning_data()
    {
        QTest::addColumn<bool>("isDeleted");
        QTest::newRow("cancelled") << false;
        QTest::newRow("deleted") << true;
    }

    void cancellingLeavesNothingRunning()
    {
        QFETCH(bool, isDeleted);
        net::Network network;
        Peer silent(Peer::Manner::Silent);
        ConnectProxy proxy;
        proxy.setSilent(true);
        ScriptServer holding(identity());
        Play held = answer(200);
        held.isHeld = true;
        holding.always(held);
        const QList<core::JobBase *> jobs{
            greet(network, silent.url(), {}, this),                                   // in the handshake
            greet(network, holding.url(), m_trusting, this),                          // waiting for an answer
            net::reach(network, QUrl(u"https://acme.test/"_s), through(proxy), this), // before the tunnel
        };
        int cancelled = 0;
        for (core::JobBase *job : jobs)
            connect(job, &core::JobBase::finished, this, [&cancelled] { ++cancelled; });
        QTRY_COMPARE(silent.open(), 1);
        QTRY_COMPARE(holding.held(), 1);
        QTRY_COMPARE(proxy.openConnections(), 1);
        for (core::JobBase *job : jobs) {
            if (isDeleted)
                delete job;
            else
                job->cancel();
        }
        QCOMPARE(cancelled, 0); // never inside of the call
        QTRY_COMPARE(silent.open(), 0);
        QTRY_COMPARE(holding.openConnections(), 0);
        QTRY_COMPARE(proxy.openConnections(), 0);
        QTRY_COMPARE(cancelled, isDeleted ? 0 : 3);
        QVERIFY(findChildren<core::JobBase *>().isEmpty() || !isDeleted);
    }

    void cancellingAtOnceConnectsNobody()
    {
        net::Network network;
        ScriptServer server;
        auto *job = net::reach(network, server.url(), {}, this);
        job->cancel();
        const auto reached = finishOf(job);
        QVERIFY(!reached);
        QCOMPARE(reached.error().kind, Error::Kind::Cancelled);
        auto *lookUp = net::lookUp(network, u"localhost"_s, this);
        lookUp->cancel();
        const auto found = finishOf(lookUp);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void aResultThatComesTooLateIsNone_data()
    {
        QTest::addColumn<QString>("end");
        QTest::newRow("cancelled") << u"cancelled"_s;
        QTest::newRow("deleted") << u"deleted"_s;
        QTest::newRow("the network goes") << u"network"_s;
    }

    /// The worker is done, and its word on the way, when nobody wants it any more.
    void aResultThatComesTooLateIsNone()
    {
        QFETCH(QString, end);
        const QUrl closed(u"https://127.0.0.1:%1/"_s.arg(closedPort()));
        auto network = std::make_unique<net::Network>();
        QPointer<core::Job<Reached>> reach = net::reach(*network, closed, {}, this);
        QPointer<core::Job<Greeting>> greeting = greet(*network, closed, {}, this);
        QTest::qSleep(200); // without events of ours
        if (end == "deleted"_L1) {
            delete reach;
            delete greeting;
            QTest::qWait(50);
            return;
        }
        if (end == "cancelled"_L1) {
            reach->cancel();
            greeting->cancel();
        } else {
            network.reset();
        }
        QCOMPARE(finishOf(reach.get()).error().kind, Error::Kind::Cancelled);
        QTRY_VERIFY(!greeting);
    }

    void endsWithItsNetwork()
    {
        Peer silent(Peer::Manner::Silent);
        auto network = std::make_unique<net::Network>();
        auto *job = greet(*network, silent.url(), {}, this);
        auto *lookUp = net::lookUp(*network, u"acme.invalid"_s, this);
        QTRY_COMPARE(silent.open(), 1);
        network.reset();
        const auto greeting = finishOf(job);
        QVERIFY(!greeting);
        QCOMPARE(greeting.error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE(silent.open(), 0);
        Q_UNUSED(lookUp); // ends with either word; the leak checker looks at it
    }
};

QTEST_GUILESS_MAIN(TestHostCheck)
#include "tst_hostcheck.moc"
