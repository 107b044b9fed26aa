#include "httpd/server.h"

#include <QElapsedTimer>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace httpd;

namespace {

/// An answer as a client with its own eyes reads it.
struct Answer {
    int status = 0;
    QByteArray head;
    QByteArray body;
    bool isWhole = false; ///< As much body came as was announced.
};

/// A client that writes what no well-behaved one would.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_isConnected = m_socket.waitForConnected();
    }

    bool isConnected() const { return m_isConnected; }
    QTcpSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) {
        }
    }

    Answer read()
    {
        Answer answer;
        qsizetype end = -1;
        while ((end = m_seen.indexOf("\r\n\r\n")) < 0) {
            if (!more())
                return answer;
        }
        answer.head = m_seen.first(end);
        m_seen.remove(0, end + 4);
        answer.status = answer.head.mid(9, 3).toInt();
        const qsizetype length = header(answer, "content-length").toInt();
        while (m_seen.size() < length && more()) {
        }
        answer.isWhole = m_seen.size() >= length;
        answer.body = m_seen.first(qMin(length, m_seen.size()));
        m_seen.remove(0, answer.body.size());
        return answer;
    }

    bool isClosedByServer()
    {
        while (more()) {
        }
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }

    static QByteArray header(const Answer &answer, const QByteArray &name)
    {
        for (const QByteArray &line : answer.head.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && line.first(colon).toLower() == name)
                return line.sliced(colon + 1).trimmed();
        }
        return {};
    }

private:
    bool more()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(10000))
            return false;
        m_seen += m_socket.readAll();
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_seen;
    bool m_isConnected = false;
};

QByteArray get(const QByteArray &target, const QByteArray &more = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

/// Answers with what it was asked: method, path, query and size of the body, one per line.
Response echo(const Request &request)
{
    return {.headers = {{"Content-Type", "text/plain"}},
            .body = request.method + '\n' + request.path + '\n' + request.query + '\n' +
                    QByteArray::number(request.body.size())};
}

std::unique_ptr<Server> serve(const ServerOptions &options, Server::Handler handler)
{
    auto server = Server::listen(options, std::move(handler));
    return server ? std::move(server).value() : nullptr;
}

QByteArray pem(auto write)
{
    BIO *memory = BIO_new(BIO_s_mem());
    write(memory);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    const QByteArray text(bytes, size);
    BIO_free(memory);
    return text;
}

Certificate selfSigned()
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    Certificate result{
        .chainPem = pem([&](BIO *out) { PEM_write_bio_X509(out, certificate); }),
        .keyPem = pem([&](BIO *out) { PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr); })};
    X509_free(certificate);
    EVP_PKEY_free(key);
    return result;
}

} // namespace

class TestServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheRequestAsItCame_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("plain") << "/a/b"_ba
                               << "/a/b"_ba
                               << ""_ba;
        QTest::newRow("encoded slash") << "/c(id='a%2Fb')"_ba
                                       << "/c(id='a%2Fb')"_ba
                                       << ""_ba;
        QTest::newRow("query untouched") << "/a?$filter=x%20eq%20'%2B'&a+b=%41"_ba
                                         << "/a"_ba
                                         << "$filter=x%20eq%20'%2B'&a+b=%41"_ba;
        QTest::newRow("second question mark") << "/a?b?c"_ba
                                              << "/a"_ba
                                              << "b?c"_ba;
        QTest::newRow("empty query") << "/a?"_ba
                                     << "/a"_ba
                                     << ""_ba;
        QTest::newRow("absolute form") << "http://other.example/p%2Fq?x=1"_ba
                                       << "/p%2Fq"_ba
                                       << "x=1"_ba;
        QTest::newRow("absolute form without a path") << "http://other.example"_ba
                                                      << "/"_ba
                                                      << ""_ba;
        QTest::newRow("encoded nul") << "/a%00b"_ba
                                     << "/a%00b"_ba
                                     << ""_ba;
    }

    void givesTheRequestAsItCame()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        const auto server = serve({}, &echo);
        QVERIFY(server);
        RawClient client(server->port());
        client.send(get(target));
        const Answer answer = client.read();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "GET\n" + path + '\n' + query + "\n0");
    }

    void givesHeadersAndBody()
    {
        Request seen;
        auto server = serve({}, [&](const Request &request) {
            seen = request;
            return Response::json(201, "{}", {{"OData-EntityId", "x"}});
        });
        QVERIFY(server);
        RawClient client(server->port());
        client.send(
            "PATCH /x HTTP/1.1\r\nHost: localhost:99\r\nIf-Match: *\r\nX-Twice: 1\r\nX-Twice: 2\r\nContent-Length: 5\r\n\r\nhe\0lo"_ba);
        const Answer answer = client.read();
        server.reset(); // the handler has run
        QCOMPARE(answer.status, 201);
        QCOMPARE(RawClient::header(answer, "odata-entityid"), "x"_ba);
        QCOMPARE(RawClient::header(answer, "content-type"), "application/json; charset=utf-8"_ba);
        QCOMPARE(seen.method, "PATCH"_ba);
        QCOMPARE(seen.body, "he\0lo"_ba);
        QCOMPARE(seen.header("if-match"), "*"_ba);
        QCOMPARE(seen.header("X-TWICE"), "1"_ba);
        QCOMPARE(seen.header("absent"), QByteArray());
        QCOMPARE(seen.headers.size(), 5);
        QCOMPARE(seen.origin(), "http://localhost:99"_ba);
    }

    void answersHeadersThatComeInPieces()
    {
        const auto server = serve({}, &echo);
        RawClient client(server->port());
        for (const char byte : "POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody"_ba)
            client.send(QByteArray(1, byte));
        QCOMPARE(client.read().body, "POST\n/slow\n\n4"_ba);
    }

    void answersManyRequestsOnOneConnection()
    {
        const auto server = serve({}, &echo);
        RawClient client(server->port());
        client.send(get("/1") + get("/2") + "POST /3 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi" +
                    get("/4")); // pipelined
        QCOMPARE(client.read().body, "GET\n/1\n\n0"_ba);
        QCOMPARE(client.read().body, "GET\n/2\n\n0"_ba);
        QCOMPARE(client.read().body, "POST\n/3\n\n2"_ba);
        QCOMPARE(client.read().body, "GET\n/4\n\n0"_ba);
        for (int i = 0; i < 100; ++i) {
            client.send(get("/again"));
            QCOMPARE(client.read().status, 200);
        }
        client.send(get("/last", "Connection: close\r\n"));
        QCOMPARE(client.read().status, 200);
        QVERIFY(client.isClosedByServer());
    }

    void takesChunkedBodies()
    {
        const auto server = serve({}, &echo);
        RawClient client(server->port());
        client.send("POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                    "chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n");
        QCOMPARE(client.read().body, "POST\n/c\n\n13"_ba);
    }

    void invitesABodyThatWaitsForIt()
    {
        const auto server = serve({}, &echo);
        RawClient client(server->port());
        client.send("POST /c HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QCOMPARE(client.read().status, 100);
        client.send("hi");
        QCOMPARE(client.read().body, "POST\n/c\n\n2"_ba);
    }

    void refusesHugeBodies_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("sent");
        QTest::newRow("a byte too many") << "Content-Length: 1001\r\n"_ba << 1001;
        QTest::newRow("announced, never sent") << "Content-Length: 10000000000\r\n"_ba << 0;
        QTest::newRow("announced, waits for its invitation")
            << "Content-Length: 1500\r\nExpect: 100-continue\r\n"_ba << 0;
    }

    void refusesHugeBodies()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, sent);
        std::atomic<int> handled = 0;
        const auto server = serve({.maxBodyBytes = 1000}, [&](const Request &request) {
            ++handled;
            return echo(request);
        });
        RawClient client(server->port());
        client.send("POST /big HTTP/1.1\r\nHost: a\r\n" + head + "\r\n" + QByteArray(sent, 'x'));
        QCOMPARE(client.read().status, 413);
        QCOMPARE(handled.load(), 0);

        RawClient after(server->port());
        after.send("POST /fits HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n" + QByteArray(1000, 'x'));
        QCOMPARE(after.read().body, "POST\n/fits\n\n1000"_ba);
    }

    void refusesHugeChunkedBodies()
    {
        const auto server = serve({.maxBodyBytes = 1000}, &echo);
        RawClient polite(server->port());
        polite.send("POST /big HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4b0\r\n" +
                    QByteArray(0x4b0, 'x') + "\r\n0\r\n\r\n");
        QCOMPARE(polite.read().status, 413);

        RawClient endless(server->port());
        endless.send("POST /big HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 100 && endless.socket().state() == QAbstractSocket::ConnectedState; ++i)
            endless.send("400\r\n" + QByteArray(0x400, 'x') + "\r\n");
        QVERIFY(endless.isClosedByServer());
    }

    void refusesBadHeads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("statuses"); // 0 = closed without a word
        QTest::newRow("length and chunked")
            << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba
            << QList{400};
        QTest::newRow("two lengths")
            << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde"_ba << QList{400};
        QTest::newRow("two encodings")
            << "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba
            << QList{400};
        QTest::newRow("foreign encoding")
            << "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n"_ba << QList{400, 501};
        QTest::newRow("two hosts") << "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"_ba << QList{400};
        QTest::newRow("no host") << "GET / HTTP/1.1\r\n\r\n"_ba << QList{400};
        QTest::newRow("negative length") << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -4\r\n\r\n"_ba
                                         << QList{0, 400};
        QTest::newRow("length in words") << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: four\r\n\r\n"_ba
                                         << QList{0, 400};
        QTest::newRow("length beyond 64 bits")
            << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n"_ba << QList{0, 400, 413};
        QTest::newRow("endless head") << "GET / HTTP/1.1\r\nHost: a\r\nX: "_ba + QByteArray(200 * 1024, 'x')
                                      << QList{0, 413, 414, 431};
        QTest::newRow("endless target") << "GET /"_ba + QByteArray(200 * 1024, 'x') << QList{0, 413, 414, 431};
        QTest::newRow("space before the colon") << "POST / HTTP/1.1\r\nHost : a\r\n\r\n"_ba << QList{0, 400};
        QTest::newRow("nonsense") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << QList{0, 400};
        QTest::newRow("second version of HTTP") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << QList{0, 400, 505};
    }

    void refusesBadHeads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, statuses);
        std::atomic<int> handled = 0;
        const auto server = serve({.idleTimeout = 2s}, [&](const Request &request) {
            ++handled;
            return echo(request);
        });
        RawClient client(server->port());
        client.send(bytes);
        const int status = client.read().status;
        QVERIFY2(statuses.contains(status), qPrintable(QString::number(status)));
        QCOMPARE(handled.load(), 0);

        RawClient after(server->port());
        after.send(get("/alive"));
        QCOMPARE(after.read().status, 200);
    }

    void closesIdleConnections()
    {
        const auto server = serve({.idleTimeout = 1s}, &echo);
        RawClient silent(server->port());
        RawClient half(server->port());
        half.send("GET / HTTP/1.1\r\nHo");
        QVERIFY(silent.isClosedByServer());
        QVERIFY(half.isClosedByServer());
    }

    void cutsOffRequestsThatTrickle()
    {
        const auto server = serve({.idleTimeout = 30s, .requestTimeout = 1s}, &echo);
        RawClient client(server->port());
        client.send("GET / HTTP/1.1\r\nX: ");
        QElapsedTimer clock;
        clock.start();
        while (client.socket().state() == QAbstractSocket::ConnectedState && clock.elapsed() < 20000) {
            client.send("x");
            client.socket().waitForReadyRead(50);
        }
        QCOMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
    }

    void letsOthersPassADelayedAnswer()
    {
        std::atomic<bool> isSlowHandled = false;
        const auto server = serve({}, [&](const Request &request) {
            Response response = echo(request);
            if (request.path == "/slow") {
                response.delay = 1500ms;
                isSlowHandled = true;
            }
            return response;
        });
        RawClient slow(server->port());
        slow.send(get("/slow"));
        QTRY_VERIFY(isSlowHandled.load());
        RawClient quick(server->port());
        for (int i = 0; i < 20; ++i) {
            quick.send(get("/quick"));
            QCOMPARE(quick.read().status, 200);
        }
        QCOMPARE(slow.socket().bytesAvailable(), 0);
        QCOMPARE(slow.read().body, "GET\n/slow\n\n0"_ba);
    }

    void survivesClientsThatLeaveBeforeALateAnswer()
    {
        const auto server = serve({}, [](const Request &request) {
            Response response = echo(request);
            response.delay = request.path == "/slow" ? 200ms : 0ms;
            return response;
        });
        for (int i = 0; i < 20; ++i) {
            RawClient leaving(server->port());
            leaving.send(get("/slow"));
        }
        RawClient staying(server->port());
        staying.send(get("/slow"));
        QCOMPARE(staying.read().status, 200);
    }

    void stopsWithAnswersStillWaiting()
    {
        std::atomic<int> handled = 0;
        auto server = serve({}, [&](const Request &request) {
            Response response = echo(request);
            response.delay = 1h;
            ++handled;
            return response;
        });
        RawClient one(server->port());
        RawClient two(server->port());
        one.send(get("/1"));
        two.send(get("/2"));
        QTRY_COMPARE(handled.load(), 2);
        server.reset();
        QVERIFY(one.isClosedByServer());
    }

    void playsFaultsOfTheWire()
    {
        const auto server = serve({}, [](const Request &request) {
            Response response{.body = QByteArray(100000, 'x')};
            response.wire = request.path == "/half" ? Response::Wire::Truncate : Response::Wire::Reset;
            return response;
        });
        RawClient half(server->port());
        half.send(get("/half"));
        const Answer answer = half.read();
        QCOMPARE(answer.status, 200);
        QCOMPARE(RawClient::header(answer, "content-length"), "100000"_ba);
        QCOMPARE(answer.body.size(), 50000);
        QVERIFY(!answer.isWhole);
        QVERIFY(half.isClosedByServer());

        RawClient gone(server->port());
        gone.send(get("/gone"));
        QCOMPARE(gone.read().status, 0);
        QVERIFY(gone.isClosedByServer());
    }

    void turnsAnExceptionIntoA500()
    {
        const auto server = serve({}, [](const Request &) -> Response { throw std::runtime_error("secret detail"); });
        RawClient client(server->port());
        client.send(get("/"));
        const Answer answer = client.read();
        QCOMPARE(answer.status, 500);
        QVERIFY(!answer.body.contains("secret"));
    }

    void sendsNoBodyWithEmptyAnswers()
    {
        const auto server = serve({}, [](const Request &) { return Response::empty(204, {{"ETag", "W/\"1\""}}); });
        RawClient client(server->port());
        client.send(get("/1") + get("/2"));
        for (int i = 0; i < 2; ++i) {
            const Answer answer = client.read();
            QCOMPARE(answer.status, 204);
            QCOMPARE(RawClient::header(answer, "etag"), "W/\"1\""_ba);
        }
    }

    void servesManyConnectionsAtOnce()
    {
        const auto server = serve({.maxConnections = 300}, [](const Request &request) {
            Response response = echo(request);
            response.delay = 50ms;
            return response;
        });
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 200; ++i)
            clients.push_back(std::make_unique<RawClient>(server->port()));
        for (size_t i = 0; i < clients.size(); ++i)
            clients[i]->send("POST /" + QByteArray::number(i) +
                             " HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n" + QByteArray(20000, 'x'));
        for (size_t i = 0; i < clients.size(); ++i)
            QCOMPARE(clients[i]->read().body, "POST\n/" + QByteArray::number(i) + "\n\n20000");
    }

    void speaksTls()
    {
        const Certificate certificate = selfSigned();
        Request seen;
        auto server = serve({.certificate = certificate}, [&](const Request &request) {
            seen = request;
            return echo(request);
        });
        QVERIFY(server);
        QSslSocket socket;
        QSslConfiguration configuration = socket.sslConfiguration();
        configuration.setCaCertificates({QSslCertificate(certificate.chainPem)});
        socket.setSslConfiguration(configuration);
        socket.setPeerVerifyName(u"localhost"_s);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, server->port());
        QVERIFY2(socket.waitForEncrypted(), qPrintable(socket.errorString()));
        socket.write(get("/secure"));
        QByteArray bytes;
        while (!bytes.endsWith("/secure\n\n0") && socket.waitForReadyRead(5000))
            bytes += socket.readAll();
        QVERIFY(bytes.startsWith("HTTP/1.1 200"));
        socket.abort();
        RawClient inClear(server->port());
        inClear.send(get("/"));
        QCOMPARE(inClear.read().status, 0);
        server.reset();
        QVERIFY(seen.isTls);
        QCOMPARE(seen.origin(), "https://localhost"_ba);
    }

    void saysWhyItCannotStart()
    {
        const auto first = serve({}, &echo);
        QVERIFY(first);
        const auto second = Server::listen({.port = first->port()}, &echo);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, core::Error::Kind::Network);
        QVERIFY(second.error().message.contains(QString::number(first->port())));
        QVERIFY(second.error().fix.contains(QString::number(first->port())));

        const auto third = Server::listen({.certificate = Certificate{"no certificate", "no key"}}, &echo);
        QVERIFY(!third);
        QVERIFY(third.error().fix.contains(u"certificate"_s));
    }

    void listensOnLoopbackOnly()
    {
        const auto server = serve({}, &echo);
        const auto v6 = serve({.address = QHostAddress::LocalHostIPv6}, &echo);
        if (v6) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), v6->port());
            QVERIFY(socket.waitForConnected());
        }
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(u"127.0.0.2"_s), server->port());
        QVERIFY(!socket.waitForConnected(2000));
    }
};

QTEST_GUILESS_MAIN(TestServer)

#include "tst_server.moc"
