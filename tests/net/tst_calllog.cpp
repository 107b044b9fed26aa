#include "core/redactor.h"
#include "core/secret.h"
#include "net/network.h"
#include "support/fakeclock.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::Call;
using net::CallLog;
using net::Reply;
using support::answer;
using support::FakeClock;
using support::finishOf;
using support::Play;
using support::ScriptServer;

namespace {

/// Everything that a call says, as one text.
QString everything(const Call &call)
{
    QString text = call.service + call.purpose + QString::fromLatin1(call.method) + call.url + call.replyExcerpt +
                   call.requestId + call.error;
    for (const net::Headers &headers : {call.requestHeaders, call.replyHeaders}) {
        for (const auto &[name, value] : headers)
            text += QString::fromUtf8(name + ": " + value + '\n');
    }
    return text;
}

} // namespace

class TestCallLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLastCalls()
    {
        CallLog log(3);
        QSignalSpy added(&log, &CallLog::added);
        for (int i = 1; i <= 5; ++i)
            log.add({.purpose = QString::number(i)});
        QCOMPARE(log.calls().size(), 3);
        QCOMPARE(log.calls().first().purpose, u"3"_s);
        QCOMPARE(log.calls().last().id, 5);
        QCOMPARE(added.size(), 5);
        QCOMPARE(log.callsAfter(0).size(), 3);
        QCOMPARE(log.callsAfter(4).size(), 1);
        QCOMPARE(log.callsAfter(4).first().id, 5);
        QVERIFY(log.callsAfter(5).isEmpty());
        log.clear();
        QVERIFY(log.calls().isEmpty());
        log.add({});
        QCOMPARE(log.callsAfter(5).first().id, 6);
    }

    void takesCallsFromManyThreads()
    {
        CallLog log(100);
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([&log] {
                for (int j = 0; j < 500; ++j) {
                    log.add({});
                    QVERIFY(log.calls().size() <= 100);
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            thread->wait();
        QCOMPARE(log.calls().last().id, 2'000);
        QCOMPARE(log.calls().size(), 100);
    }

    void tellsOfEveryAttempt()
    {
        FakeClock clock;
        clock.setJumping(true);
        net::Network network(clock);
        const auto service = network.service({.name = u"Dataverse"_s, .jitter = [] { return 1.0; }});
        ScriptServer server;
        server.add({"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab", Play::Then::Close});
        server.add(answer(503, "sorry"));
        server.add(answer(204, {}, {"REQ_ID: r-3"}));
        QVERIFY(finishOf(service->send({.method = "PATCH",
                                        .url = server.url(u"/contacts"_s),
                                        .headers = {{"If-Match", "*"}},
                                        .body = "{\"a\":1}",
                                        .purpose = u"Update contact"_s},
                                       this)));
        const QList<Call> calls = network.log().calls();
        QCOMPARE(calls.size(), 3);
        QCOMPARE(calls[0].status, 0);
        QVERIFY(!calls[0].error.isEmpty());
        QCOMPARE(calls[1].status, 503);
        QCOMPARE(calls[1].replyExcerpt, u"sorry"_s);
        QCOMPARE(calls[1].replyBytes, 5);
        QCOMPARE(calls[2].status, 204);
        QCOMPARE(calls[2].requestId, u"r-3"_s);
        QCOMPARE(calls[2].attempt, 3);
        for (const Call &call : calls) {
            QCOMPARE(call.service, u"Dataverse"_s);
            QCOMPARE(call.purpose, u"Update contact"_s);
            QCOMPARE(call.method, "PATCH");
            QCOMPARE(call.url, server.url(u"/contacts"_s).toString());
            QCOMPARE(call.requestBytes, 7);
            QCOMPARE(net::headerOf(call.requestHeaders, "if-match"), "*");
            QCOMPARE(call.startedAt.timeSpec(), Qt::UTC);
        }
        QCOMPARE(calls[0].startedAt.msecsTo(calls[1].startedAt), 500);
    }

    void tellsOfWhatWasStopped()
    {
        net::Network network;
        const auto service = network.service({.name = u"Test"_s});
        ScriptServer server;
        server.always({});
        core::Job<Reply> *job = service->send({.url = server.url()}, this);
        QTRY_COMPARE(server.requests().size(), 1);
        job->cancel();
        QTRY_COMPARE(network.log().calls().size(), 1);
        QVERIFY(!network.log().calls().first().error.isEmpty());
    }

    /// A secret, a token and an address of a person, sent and echoed in every way there is: none of it stays.
    void keepsNothingItShouldNot()
    {
        const core::Secret secret(QByteArray("Q8~canary/secret+value="));
        const core::Secret token(QByteArray("opaque-canary-token-0123456789"));
        core::redactor::remember(secret);
        core::redactor::remember(token);
        const QByteArray mail = "canary.person@example.org";
        const QByteArray encodedSecret = QUrl::toPercentEncoding(QString::fromUtf8(secret.reveal()));

        net::Network network;
        const auto service = network.service({.name = u"Test"_s, .retry = {.maxTries = 1}});
        ScriptServer server;
        const QByteArray echo = "<p>" + secret.reveal() + ' ' + encodedSecret + ' ' + token.reveal() +
                                " {\"client_secret\":\"" + secret.reveal() + "\",\"access_token\":\"" + token.reveal() +
                                "\"} " + mail + "</p>";
        server.always(
            answer(400, echo,
                   {"Set-Cookie: session=canary-cookie", "X-Echo: " + token.reveal(), "REQ_ID: " + token.reveal(),
                    "Location: https://x/?code=1&access_token=" + token.reveal()}));
        const QUrl url = QUrl::fromEncoded(
            server.origin() + "/contacts(emailaddress1=%27" + QUrl::toPercentEncoding(QString::fromUtf8(mail)) +
            "%27)?$filter=x%20eq%20%27" + mail + "%27&organization_user_id=canary-id&s=" + encodedSecret);
        const core::Result<Reply> reply =
            finishOf(service->send({.method = "POST",
                                    .url = url,
                                    .headers = {{"Authorization", "Bearer " + token.reveal()},
                                                {"Cookie", "canary-cookie"},
                                                {"X-Person", mail}},
                                    .body = "client_secret=" + encodedSecret + "&mail=" + mail,
                                    .purpose = u"Echo"_s},
                                   this));
        QVERIFY(reply);
        QVERIFY(reply->body.contains(secret.reveal())); // the caller gets what was answered

        QTcpServer closed; // an address in an error without an answer
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        QUrl dead = url;
        dead.setPort(closed.serverPort());
        closed.close();
        QVERIFY(!finishOf(service->send({.url = dead}, this)));

        const QList<Call> calls = network.log().calls();
        QCOMPARE(calls.size(), 2);
        for (const Call &call : calls) {
            const QString text = everything(call);
            QVERIFY(text.size() > 50);
            for (const char *canary : {"canary/secret", "canary%2Fsecret", "canary%2fsecret", "canary-token",
                                       "canary-cookie", "canary.person", "canary-id"})
                QVERIFY2(!text.contains(QString::fromLatin1(canary)), canary);
        }
    }

    void cutsLongAnswersWithoutHalvingASecret_data()
    {
        QTest::addColumn<int>("at");
        for (const int at : {0, 1'990, 2'000, 16'370, 16'384, 40'000})
            QTest::addRow("%d", at) << at;
    }

    void cutsLongAnswersWithoutHalvingASecret()
    {
        QFETCH(int, at);
        const QByteArray canary = "canary-of-forty-letters-0123456789-abcdef";
        core::redactor::remember(core::Secret(canary));
        net::Network network;
        const auto service = network.service({.name = u"Test"_s, .retry = {.maxTries = 1}});
        ScriptServer server;
        server.add(answer(500, QByteArray(at, '.') + canary + QByteArray(100, '.')));
        QVERIFY(finishOf(service->send({.url = server.url()}, this)));
        const QString excerpt = network.log().calls().last().replyExcerpt;
        QVERIFY(excerpt.size() <= 2'000);
        QVERIFY(!excerpt.contains(u"canary"_s));
    }

    void keepsNoBodyOfWhatWorked()
    {
        net::Network network;
        const auto service = network.service({.name = u"Test"_s});
        ScriptServer server;
        server.add(answer(200, "personal"));
        QVERIFY(finishOf(service->send({.url = server.url()}, this)));
        QVERIFY(network.log().calls().last().replyExcerpt.isEmpty());
        QCOMPARE(network.log().calls().last().replyBytes, 8);
    }
};

QTEST_GUILESS_MAIN(TestCallLog)
#include "tst_calllog.moc"
