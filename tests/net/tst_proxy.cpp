#include "net/network.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using net::Reply;
using support::answer;
using support::finishOf;
using support::ScriptServer;

/// The system's proxy, given as the environment variable that every system reads.
class TestProxy : public QObject
{
    Q_OBJECT

private:
    net::Network m_network;
    std::unique_ptr<net::Service> m_service = m_network.service({.name = u"Test"_s, .retry = {.maxTries = 1}});

    static void useProxy(const QByteArray &address)
    {
        for (const char *name : {"https_proxy", "http_proxy", "HTTPS_PROXY", "HTTP_PROXY"})
            qputenv(name, address);
        qunsetenv("no_proxy");
        qunsetenv("NO_PROXY");
    }

private Q_SLOTS:
    void goesThroughTheSystemsProxy()
    {
        ScriptServer proxy;
        proxy.always(answer(403, "not here"));
        useProxy(proxy.origin());
        QVERIFY(!finishOf(m_service->send(
            {.url = QUrl(u"https://acme.invalid/secret?x=1"_s), .headers = {{"Authorization", "Bearer canary"}}},
            this)));
        QVERIFY(!proxy.requests().isEmpty());
        QCOMPARE(proxy.requests().first().requestLine(),
                 "CONNECT acme.invalid:443 HTTP/1.1"); // the tunnel, and nothing of the request
        QVERIFY(!proxy.requests().first().head.contains("canary"));
    }

    void saysThatTheProxyWantsASignIn()
    {
        ScriptServer proxy;
        proxy.always(answer(407, {}, {"Proxy-Authenticate: Basic realm=\"x\""}));
        useProxy(proxy.origin());
        const core::Result<Reply> reply = finishOf(m_service->send({.url = QUrl(u"https://acme.invalid/"_s)}, this));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Network);
        QCOMPARE(reply.error().code, u"ProxySignIn"_s);
        QVERIFY(reply.error().message.contains(u"acme.invalid"_s));
    }

    void saysThatTheProxyIsGone()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        useProxy("http://127.0.0.1:" + QByteArray::number(closed.serverPort()));
        closed.close();
        const core::Result<Reply> reply = finishOf(m_service->send({.url = QUrl(u"https://acme.invalid/"_s)}, this));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Network);
        QCOMPARE(reply.error().code, u"Proxy"_s);
        QVERIFY(reply.error().fix.contains(u"proxy"_s));
    }

    void neverAsksAProxyForThisMachine_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("number") << u"127.0.0.1"_s;
        QTest::newRow("name") << u"localhost"_s;
    }

    void neverAsksAProxyForThisMachine()
    {
        QFETCH(QString, host);
        ScriptServer proxy;
        ScriptServer server;
        useProxy(proxy.origin());
        QUrl url = server.url();
        url.setHost(host);
        QVERIFY(finishOf(m_service->send({.url = url}, this)));
        QCOMPARE(proxy.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
