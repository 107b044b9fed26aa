#include "net/network.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using net::Reply;
using net::Request;
using support::answer;
using support::finishOf;
using support::Play;
using support::ScriptServer;

namespace {

/// Nothing is repeated: each attempt's own outcome is seen.
const net::RetryPolicy never{.maxTries = 1, .maxThrottles = 0};

/// gzip of `size` zero bytes, made by Qt's zlib: qCompress() gives a zlib stream, which "deflate" names.
QByteArray deflated(qsizetype size)
{
    return qCompress(QByteArray(size, '\0'), 9).mid(4);
}

} // namespace

/// One attempt at a time, over real connections.
class TestService : public QObject
{
    Q_OBJECT

private:
    net::Network m_network;
    std::unique_ptr<net::Service> m_service = m_network.service({.name = u"Test"_s, .retry = never});

    core::Result<Reply> send(const Request &request) { return finishOf(m_service->send(request, this)); }

private Q_SLOTS:
    void sendsBytesAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target :
             {"/contacts(key=%27a%2Fb%27)", "/a%20b?$filter=x%20eq%20%27O%27%27Hara%2B%23%27&$select=a,b",
              "/x?$skiptoken=%3Ccookie%20pagenumber=%222%22%20/%3E", "/a+b?c+d", "/%E2%82%AC", "/?", "/a//b/.c./...",
              "/(a)!*;:@&=$,'", "/a%252Fb"})
            QTest::newRow(target) << QByteArray(target);
    }

    void sendsBytesAsTheyAre()
    {
        QFETCH(QByteArray, target);
        ScriptServer server;
        QVERIFY(send({.url = QUrl::fromEncoded(server.origin() + target, QUrl::StrictMode)}));
        QCOMPARE(server.requests().first().target(), target);
    }

    void sendsMethodHeadersAndBody_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentType");
        QTest::newRow("GET") << QByteArray("GET") << QByteArray() << QByteArray();
        QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray() << QByteArray();
        QTest::newRow("POST") << QByteArray("POST") << QByteArray("a=1\r\n\0b", 7) << QByteArray("text/x");
        QTest::newRow("POST without body")
            << QByteArray("POST") << QByteArray() << QByteArray("application/octet-stream");
        QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("{}") << QByteArray("application/json; charset=utf-8");
        QTest::newRow("PATCH") << QByteArray("PATCH") << QByteArray(100'000, 'x') << QByteArray("application/json");
        QTest::newRow("PATCH untyped") << QByteArray("PATCH") << QByteArray("x")
                                       << QByteArray("application/octet-stream");
        QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray() << QByteArray();
    }

    void sendsMethodHeadersAndBody()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentType);
        ScriptServer server;
        Request request{
            .method = method, .url = server.url(), .headers = {{"If-Match", "*"}, {"MSCRM.X", "a b"}}, .body = body};
        if (contentType != "application/octet-stream" && !contentType.isEmpty())
            request.headers << std::pair<QByteArray, QByteArray>("Content-Type", contentType);
        const core::Result<Reply> reply = send(request);
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        const ScriptServer::Received got = server.requests().first();
        QCOMPARE(got.requestLine(), method + " / HTTP/1.1");
        QCOMPARE(got.header("If-Match"), "*");
        QCOMPARE(got.header("MSCRM.X"), "a b");
        QCOMPARE(got.header("Content-Type"), contentType);
        QCOMPARE(got.body, body);
        QVERIFY(got.header("User-Agent").startsWith("ConsentBridge/"));
        QVERIFY(got.header("Cookie").isEmpty());
    }

    void handsOutEveryStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        for (const int status : {200, 201, 400, 401, 403, 404, 405, 407 + 1, 409, 412, 413, 415, 429, 500, 501, 503})
            QTest::addRow("%d", status) << status << QByteArray("{\"error\":{\"code\":\"0x0\"}}");
        QTest::newRow("204") << 204 << QByteArray();
        QTest::newRow("304") << 304 << QByteArray();
        QTest::newRow("404 without body") << 404 << QByteArray();
    }

    void handsOutEveryStatus()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        ScriptServer server;
        server.add(
            answer(status, body, {"WWW-Authenticate: Bearer authorization_uri=https://x/", "x-ms-request-id: r1"}));
        const core::Result<Reply> reply = send({.url = server.url()});
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
        QCOMPARE(reply->status, status);
        QCOMPARE(reply->body, body);
        QCOMPARE(reply->requestId(), u"r1"_s);
        QCOMPARE(reply->attempts, 1);
        QCOMPARE(server.requests().size(), 1);
    }

    void followsNoRedirect_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%d", status) << status << QByteArray("GET");
            QTest::addRow("%d, a write that goes once", status) << status << QByteArray("PATCH");
        }
    }

    void followsNoRedirect()
    {
        QFETCH(int, status);
        ScriptServer elsewhere;
        ScriptServer server;
        server.add(answer(status, "moved", {"Location: " + elsewhere.origin() + "/there"}));
        QFETCH(const QByteArray, method);
        const bool isWrite = method != "GET";
        const core::Result<Reply> reply = send({.method = method,
                                                .url = server.url(),
                                                .headers = {{"Authorization", "Bearer canary"}},
                                                .body = isWrite ? QByteArray("{}") : QByteArray(),
                                                .isRepeatable = !isWrite});
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
        QCOMPARE(reply->header("location"), elsewhere.origin() + "/there");
        QTest::qWait(20);
        QCOMPARE(elsewhere.connections(), 0);
        QCOMPARE(server.requests().size(), 1);
    }

    void keepsNoCookies()
    {
        ScriptServer server;
        server.add(answer(200, {}, {"Set-Cookie: ARRAffinity=canary; Path=/"}));
        QVERIFY(send({.url = server.url()}));
        QVERIFY(send({.url = server.url()}));
        QVERIFY(server.requests().last().header("Cookie").isEmpty());
    }

    void reusesConnections()
    {
        ScriptServer server;
        for (int i = 0; i < 5; ++i)
            QVERIFY(send({.url = server.url()}));
        QCOMPARE(server.connections(), 1);
    }

    void undoesCompression()
    {
        ScriptServer server;
        const QByteArray packed = deflated(100'000);
        server.add(answer(200, packed, {"Content-Encoding: deflate"}));
        const core::Result<Reply> reply = send({.url = server.url()});
        QVERIFY(server.requests().first().header("Accept-Encoding").contains("gzip"));
        QVERIFY(reply);
        QCOMPARE(reply->body, QByteArray(100'000, '\0'));
    }

    void readsChunks()
    {
        ScriptServer server;
        server.add(
            {.bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nab\r\n\r\n3\r\ncde\r\n0\r\n\r\n"});
        const core::Result<Reply> reply = send({.url = server.url()});
        QVERIFY(reply);
        QCOMPARE(reply->body, "ab\r\ncde");
    }

    void refusesTooMuch_data()
    {
        QTest::addColumn<Play>("play");
        QTest::newRow("announced") << Play{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\nab"};
        QTest::newRow("sent") << answer(200, QByteArray(2'000'000, 'x'));
        QTest::newRow("chunked") << Play{.bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1e8480\r\n" +
                                                  QByteArray(2'000'000, 'x')};
        QTest::newRow("until the end") << Play{.bytes = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" +
                                                        QByteArray(2'000'000, 'x'),
                                               .then = Play::Then::Close};
        QTest::newRow("unpacked a little over") << answer(200, deflated(1'000'001), {"Content-Encoding: deflate"});
        QTest::newRow("bomb") << answer(200, deflated(200'000'000), {"Content-Encoding: deflate"});
        QTest::newRow("error page") << answer(500, QByteArray(2'000'000, 'x'));
    }

    void refusesTooMuch()
    {
        QFETCH(Play, play);
        ScriptServer server;
        server.add(play);
        const core::Result<Reply> reply = send({.url = server.url(), .maxReplyBytes = 1'000'000});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::BadReply);
        QVERIFY2(reply.error().message.contains(u"larger than"_s),
                 qPrintable(reply.error().message + reply.error().detail));
        QVERIFY(send({.url = server.url()})); // and goes on
    }

    void takesWhatIsJustAllowed()
    {
        ScriptServer server;
        server.add(answer(200, QByteArray(1'000'000, 'x')));
        server.add(answer(200, deflated(1'000'000), {"Content-Encoding: deflate"}));
        for (int i = 0; i < 2; ++i) {
            const core::Result<Reply> reply = send({.url = server.url(), .maxReplyBytes = 1'000'000});
            QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().detail));
            QCOMPARE(reply->body.size(), 1'000'000);
        }
    }

    void takesHighlyCompressedAnswersBelowTheLimit()
    {
        ScriptServer server; // more than Qt's own threshold of 10 MB, at a ratio of 1 to 1000
        server.add(answer(200, deflated(20'000'000), {"Content-Encoding: deflate"}));
        const core::Result<Reply> reply = send({.url = server.url()});
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().detail));
        QCOMPARE(reply->body.size(), 20'000'000);
    }

    void noticesWhatIsBroken_data()
    {
        QTest::addColumn<Play>("play");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        using Then = Play::Then;
        QTest::newRow("shorter than announced")
            << Play{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"value\":[", Then::Close} << Error::Kind::Network
            << u"Truncated"_s;
        const QByteArray chunked =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n";
        QTest::newRow("chunks without end")
            << Play{chunked + "b\r\n{\"a\":\"}\\\"}\r\n", Then::Close} << Error::Kind::Network << u"Truncated"_s;
        QTest::newRow("end in a chunk") << Play{chunked + "5\r\n[{}", Then::Reset} << Error::Kind::Network
                                        << u"Truncated"_s;
        QTest::newRow("parts without end")
            << Play{"HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=b_1\r\nTransfer-Encoding: "
                    "chunked\r\n\r\n7\r\n--b_1\r\n\r\n",
                    Then::Close}
            << Error::Kind::Network << u"Truncated"_s;
        const QByteArray packed = qCompress("{\"value\":[" + QByteArray(10'000, ' ') + "]}").mid(4);
        QTest::newRow("compressed, without end")
            << Play{"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: "
                    "deflate\r\nContent-Length: " +
                        QByteArray::number(packed.size()) + "\r\n\r\n" + packed.chopped(12),
                    Then::Close}
            << Error::Kind::Network << u"Truncated"_s;
        QTest::newRow("reset in the body")
            << Play{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"value\":[", Then::Reset} << Error::Kind::Network
            << u"Truncated"_s;
        QTest::newRow("no body at all") << Play{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", Then::Close}
                                        << Error::Kind::Network << u"Truncated"_s;
        QTest::newRow("end in the headers")
            << Play{"HTTP/1.1 200 OK\r\nContent-Le", Then::Close} << Error::Kind::Network << u"ConnectionLost"_s;
        QTest::newRow("end in the status line")
            << Play{"HTTP/1.", Then::Close} << Error::Kind::Network << u"ConnectionLost"_s;
        QTest::newRow("reset") << Play{"", Then::Reset} << Error::Kind::Network << u"ConnectionLost"_s;
        QTest::newRow("closed") << Play{"", Then::Close} << Error::Kind::Network << u"ConnectionLost"_s;
        QTest::newRow("no HTTP") << Play{"SSH-2.0-OpenSSH_9.2p1 Debian\r\n\r\n"} << Error::Kind::Network
                                 << u"ConnectionLost"_s;
        QTest::newRow("no HTTP, closed") << Play{"hello\r\n", Then::Close} << Error::Kind::Network
                                         << u"ConnectionLost"_s;
        QTest::newRow("compression broken")
            << answer(200, "this is no gzip stream", {"Content-Encoding: gzip"}) << Error::Kind::BadReply << QString();
    }

    void noticesWhatIsBroken()
    {
        QFETCH(Play, play);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, code);
        ScriptServer server;
        server.always(play);
        const core::Result<Reply> reply = send({.url = server.url(), .deadline = 5s});
        QVERIFY2(!reply, reply ? reply->body.constData() : "");
        QVERIFY2(reply.error().kind == kind,
                 qPrintable(QString::number(int(reply.error().kind)) + reply.error().message + reply.error().detail));
        QCOMPARE(reply.error().code, code);
        QVERIFY(!reply.error().fix.isEmpty());
        QVERIFY(!reply.error().message.contains(u"%"_s));
    }

    void keepsARefusalWhoseTextIsCutOff()
    {
        ScriptServer server;
        server.add({.bytes = "HTTP/1.1 403 X\r\nContent-Length: 100\r\n\r\n{\"error\":{", .then = Play::Then::Close});
        const core::Result<Reply> reply = send({.url = server.url()});
        QVERIFY(reply);
        QCOMPARE(reply->status, 403);
    }

    void endsAtTheDeadline_data()
    {
        QTest::addColumn<Play>("play");
        QTest::newRow("silence") << Play{};
        QTest::newRow("silence after the headers") << Play{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"};
        QTest::newRow("a byte now and then")
            << Play{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + QByteArray(1'000, 'x'), .dripMs = 10};
    }

    void endsAtTheDeadline()
    {
        QFETCH(Play, play);
        ScriptServer server;
        server.add(play);
        const core::Result<Reply> reply = send({.url = server.url(), .deadline = 150ms});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Timeout);
        QVERIFY(reply.error().message.contains(u"127.0.0.1"_s));
        QTRY_COMPARE(server.openConnections(), 0); // it is aborted, not forgotten
    }

    void cancellingIsNoTimeout()
    {
        ScriptServer server;
        server.always({});
        core::Job<Reply> *job = m_service->send({.url = server.url()}, this);
        QSignalSpy arrived(&server, &ScriptServer::received);
        QVERIFY(arrived.wait(support::patienceMs));
        job->cancel();
        const core::Result<Reply> reply = finishOf(job);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void qtItselfSendsAgainWhenAConnectionCloses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("isRepeatable");
        for (const char *method : {"GET", "PATCH", "POST"})
            QTest::newRow(method) << QByteArray(method) << true;
        QTest::newRow("PATCH once") << QByteArray("PATCH") << false;
        QTest::newRow("POST once") << QByteArray("POST") << false;
    }

    /// Not our wish, but a fact that every write has to live with: one job, one attempt, and the server gets the
    /// request twice.
    void qtItselfSendsAgainWhenAConnectionCloses()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, isRepeatable);
        ScriptServer server;
        server.add(answer(200, "first"));
        server.add({.then = Play::Then::Close});
        server.add(answer(200, "third"));
        QVERIFY(send({.url = server.url()}));
        const QByteArray body = method == "GET" ? QByteArray() : QByteArray(100'000, 'x');
        const core::Result<Reply> reply =
            send({.method = method, .url = server.url(), .body = body, .isRepeatable = isRepeatable});
        QCOMPARE(bool(reply), isRepeatable);
        if (isRepeatable) {
            QCOMPARE(reply->body, "third");
            QCOMPARE(reply->attempts, 1);
            QCOMPARE(server.requests().at(1).requestLine(), server.requests().at(2).requestLine());
        } else {
            QCOMPARE(reply.error().kind, Error::Kind::Network);
            QCOMPARE(reply.error().code, u"ConnectionLost"_s);
        }
        QCOMPARE(server.requests().size(), isRepeatable ? 3 : 2);
        QCOMPARE(server.requests().at(1).body, body);
    }

    void refusesAddresses_data()
    {
        QTest::addColumn<QByteArray>("address");
        for (const char *address :
             {"http://example.org/", "http://127.0.0.1.example.org/", "http://localhost.example.org/",
              "http://10.0.0.1/", "http://0.0.0.0/", "http://[2001:db8::1]/", "ftp://127.0.0.1/", "file:///etc/passwd",
              "https:///path", "", "relative/path", "https://someone:hunter22@127.0.0.1/", "https://127.0.0.1/a/../b",
              "https://127.0.0.1/users/..", "https://127.0.0.1/users/%2E%2E", "http://127.0.0.1/./a",
              "data:text/plain,hi", "http://user@localhost:1/"})
            QTest::newRow(address) << QByteArray(address);
    }

    void refusesAddresses()
    {
        QFETCH(QByteArray, address);
        const qsizetype before = m_network.log().calls().size();
        const core::Result<Reply> reply = send({.url = QUrl::fromEncoded(address)});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Invalid);
        QVERIFY(!reply.error().message.isEmpty() && !reply.error().fix.isEmpty());
        QVERIFY(!reply.error().message.contains(u"hunter22"_s));
        QCOMPARE(m_network.log().calls().size(), before); // nothing was even tried
    }

    void takesPlainHttpToThisMachine_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("number") << QByteArray("127.0.0.1");
        QTest::newRow("name") << QByteArray("localhost");
        QTest::newRow("capitals") << QByteArray("LOCALHOST");
    }

    void takesPlainHttpToThisMachine()
    {
        QFETCH(QByteArray, host);
        ScriptServer server;
        const core::Result<Reply> reply =
            send({.url = QUrl::fromEncoded("http://" + host + ':' + QByteArray::number(server.serverPort()) + '/')});
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message));
    }

    void refusesSmuggledHeaders_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("line break") << QByteArray("If-Match") << QByteArray("*\r\nX-Evil: 1");
        QTest::newRow("bare line feed") << QByteArray("If-Match") << QByteArray("*\nX-Evil: 1");
        QTest::newRow("zero byte") << QByteArray("If-Match") << QByteArray("a\0b", 3);
        QTest::newRow("in the name") << QByteArray("If-Match: *\r\nX") << QByteArray("1");
        QTest::newRow("no name") << QByteArray() << QByteArray("1");
    }

    void refusesSmuggledHeaders()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        ScriptServer server;
        const core::Result<Reply> reply = send({.url = server.url(), .headers = {{name, value}}});
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Invalid);
        QCOMPARE(server.connections(), 0);
        QVERIFY(!send({.method = "GET / HTTP/1.1\r\nX:", .url = server.url()}));
        QCOMPARE(server.connections(), 0);
    }

    void saysWhyNothingAnswers()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString port = QString::number(closed.serverPort());
        closed.close();
        const core::Result<Reply> refused = send({.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(port))});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Network);
        QCOMPARE(refused.error().code, u"ConnectionRefused"_s);
        QVERIFY(refused.error().message.contains(u"127.0.0.1:"_s + port));

        // ".invalid" never exists, by RFC 2606; without any name server that is still what is found.
        const core::Result<Reply> unknown = send({.url = QUrl(u"https://no-such-host.invalid/"_s)});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, Error::Kind::Network);
        QVERIFY2(unknown.error().code == u"HostNotFound"_s || unknown.error().code == u"Proxy"_s,
                 qPrintable(unknown.error().code));
        QVERIFY(unknown.error().message.contains(u"no-such-host.invalid"_s));
    }

    void finishesFromTheEventLoopOnly()
    {
        bool finished = false;
        m_service->send({.url = QUrl(u"ftp://x/"_s)}, this)->whenDone(this, [&finished](const core::Result<Reply> &) {
            finished = true;
        });
        QVERIFY(!finished);
        QTRY_VERIFY(finished);
    }
};

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"
