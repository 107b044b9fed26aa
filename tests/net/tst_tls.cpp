#include "net/network.h"
#include "support/finish.h"
#include "support/scriptserver.h"
#include "support/threads.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using net::Reply;
using support::finishOf;
using support::Identity;
using support::makeIdentity;
using support::ScriptServer;

namespace {

constexpr std::chrono::seconds day = 24h;

} // namespace

/// Certificates, good and bad, over real handshakes.
class TestTls : public QObject
{
    Q_OBJECT

private:
    const Identity m_authority = makeIdentity({.commonName = u"Test Authority"_s, .names = {}, .isAuthority = true});

    static core::Result<Reply> get(net::Service &service, const ScriptServer &server)
    {
        return finishOf(
            service.send({.url = server.url(), .headers = {{"Authorization", "Bearer canary-token"}}}, &service));
    }

    int m_threads = 0;

private Q_SLOTS:
    void initTestCase() { m_threads = support::threadCount(); }
    void cleanupTestCase() { QTRY_VERIFY(support::threadCount() <= m_threads); }

    void trustsWhatItIsTold()
    {
        net::Network network;
        network.trust({m_authority.certificate});
        const auto service = network.service({.name = u"Test"_s});
        ScriptServer server(makeIdentity({.issuer = &m_authority}));
        const core::Result<Reply> reply = get(*service, server);
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
        QCOMPARE(reply->status, 200);
    }

    void trustsASelfSignedCertificateThatItIsTold()
    {
        const Identity identity = makeIdentity();
        net::Network network;
        network.trust({identity.certificate});
        const auto service = network.service({.name = u"Test"_s});
        ScriptServer server(identity);
        const core::Result<Reply> reply = get(*service, server);
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
    }

    void learnsToTrustWhileRunning()
    {
        net::Network network;
        const auto service = network.service({.name = u"Test"_s});
        ScriptServer server(makeIdentity({.issuer = &m_authority}));
        QVERIFY(!get(*service, server));
        network.trust({m_authority.certificate});
        const core::Result<Reply> reply = get(*service, server);
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
    }

    void whatRunsSurvivesANewTrust()
    {
        net::Network network;
        const auto service = network.service({.name = u"Test"_s});
        ScriptServer plain;
        support::Play held = support::answer(200);
        held.isHeld = true;
        plain.add(held);
        core::Job<Reply> *running = service->send({.url = plain.url()}, this);
        QTRY_COMPARE(plain.held(), 1);
        network.trust({m_authority.certificate});
        ScriptServer server(makeIdentity({.issuer = &m_authority}));
        QVERIFY(get(*service, server));
        plain.release();
        QVERIFY(finishOf(running));
    }

    void explainsEachFlaw_data()
    {
        QTest::addColumn<Identity>("identity");
        QTest::addColumn<bool>("isAuthorityKnown");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("code");
        const QString host = u"127.0.0.1"_s;
        QTest::newRow("expired") << makeIdentity({.validFrom = -20 * day, .validTo = -10 * day, .issuer = &m_authority})
                                 << true << QStringList{host, u"expired on"_s} << u"TlsExpired"_s;
        QTest::newRow("not yet valid") << makeIdentity(
                                              {.validFrom = 10 * day, .validTo = 20 * day, .issuer = &m_authority})
                                       << true << QStringList{host, u"valid only from"_s} << u"TlsNotYetValid"_s;
        QTest::newRow("unknown authority") << makeIdentity({.issuer = &m_authority}) << false
                                           << QStringList{host, u"does not know"_s} << u"TlsUnknownAuthority"_s;
        QTest::newRow("wrong host") << makeIdentity({.names = {u"DNS:other.example"_s, u"DNS:more.example"_s},
                                                     .issuer = &m_authority})
                                    << true << QStringList{host, u"another server"_s, u"other.example"_s}
                                    << u"TlsWrongHost"_s;
        QTest::newRow("wrong host, common name")
            << makeIdentity({.commonName = u"old.example"_s, .names = {}, .issuer = &m_authority}) << true
            << QStringList{host, u"old.example"_s} << u"TlsWrongHost"_s;
        QTest::newRow("self-signed") << makeIdentity() << false << QStringList{host, u"nobody but itself"_s}
                                     << u"TlsSelfSigned"_s;
        QTest::newRow("several") << makeIdentity({.names = {u"DNS:other.example"_s},
                                                  .validFrom = -20 * day,
                                                  .validTo = -10 * day,
                                                  .issuer = &m_authority})
                                 << true << QStringList{u"expired on"_s, u"other.example"_s} << QString();
    }

    void explainsEachFlaw()
    {
        QFETCH(Identity, identity);
        QFETCH(bool, isAuthorityKnown);
        QFETCH(QStringList, words);
        QFETCH(QString, code);
        net::Network network;
        if (isAuthorityKnown)
            network.trust({m_authority.certificate});
        const auto service = network.service({.name = u"Test"_s});
        ScriptServer server(identity);
        const core::Result<Reply> reply = get(*service, server);
        QVERIFY(!reply);
        const Error error = reply.error();
        QCOMPARE(error.kind, Error::Kind::Tls);
        for (const QString &word : words)
            QVERIFY2(error.message.contains(word), qPrintable(error.message));
        if (!code.isEmpty())
            QCOMPARE(error.code, code);
        QVERIFY(!error.fix.isEmpty());
        QVERIFY(!error.message.contains(u"%"_s) && !error.fix.contains(u"%"_s));
        QCOMPARE(server.requests().size(), 0);     // not a byte of the request
        QCOMPARE(network.log().calls().size(), 1); // and no second try
    }

    void saysThatNoHandshakeWasPossible()
    {
        net::Network network;
        const auto service = network.service({.name = u"Test"_s, .retry = {.maxTries = 1}});
        QTcpServer plain; // answers a handshake with HTTP
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this, [&plain] {
            QTcpSocket *socket = plain.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket,
                    [socket] { socket->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
        });
        const core::Result<Reply> reply =
            finishOf(service->send({.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(plain.serverPort()))}, this));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Tls);
        QCOMPARE(reply.error().code, u"TlsHandshake"_s);
        QVERIFY(!reply.error().detail.isEmpty());
    }

    void manyAtOnceAllFailAlike()
    {
        net::Network network;
        const auto service = network.service({.name = u"Test"_s, .maxInFlight = 13});
        ScriptServer server(makeIdentity());
        int failed = 0;
        for (int i = 0; i < 13; ++i) {
            service->send({.url = server.url()}, this)->whenDone(this, [&failed](const core::Result<Reply> &reply) {
                QVERIFY(!reply);
                QCOMPARE(reply.error().kind, Error::Kind::Tls);
                QCOMPARE(reply.error().code, u"TlsSelfSigned"_s);
                ++failed;
            });
        }
        QTRY_COMPARE(failed, 13);
        QCOMPARE(server.requests().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
