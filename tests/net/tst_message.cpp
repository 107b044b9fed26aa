#include "net/message.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using net::Reply;
using net::Request;

namespace {

/// The words that a real shell makes of `command`, with $TOKEN set to "tok".
QList<QByteArray> shellWords(const QString &command)
{
    QProcess shell;
    shell.start(
        u"/bin/sh"_s,
        {u"-c"_s, u"TOKEN=tok; curl() { for word in \"$@\"; do printf '%s\\001' \"$word\"; done; }\n"_s + command});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return {"the shell failed: " + shell.readAllStandardError()};
    QList<QByteArray> words = shell.readAllStandardOutput().split('\001');
    words.removeLast();
    return words;
}

} // namespace

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsHeadersInAnyLetterCase()
    {
        const Reply reply{.headers = {{"Retry-After", "7"}, {"retry-after", "8"}, {"ETag", "W/\"1\""}}};
        QCOMPARE(reply.header("RETRY-AFTER"), "7");
        QCOMPARE(reply.header("etag"), "W/\"1\"");
        QVERIFY(reply.header("etagg").isNull());
    }

    void readsTheRequestId_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"x-ms-service-request-id", "REQ_ID", "x-ms-request-id", "request-id", "X-Request-Id",
                                 "x-ms-correlation-request-id", "x-correlation-id", "correlation-id"})
            QTest::newRow(name) << QByteArray(name);
    }

    void readsTheRequestId()
    {
        QFETCH(QByteArray, name);
        QCOMPARE((Reply{.headers = {{"Date", "x"}, {name, " 5c-1 "}}}.requestId()), u"5c-1"_s);
    }

    void prefersTheServicesOwnRequestId()
    {
        const Reply reply{
            .headers = {{"x-ms-correlation-request-id", "chain"}, {"REQ_ID", "b"}, {"x-ms-service-request-id", "a"}}};
        QCOMPARE(reply.requestId(), u"a"_s);
        QVERIFY(Reply().requestId().isEmpty());
        QVERIFY((Reply{.headers = {{"REQ_ID", QByteArray(100'000, 'x')}}}.requestId().size() <= 200));
    }

    void curlReachesTheProgramAsMeant()
    {
        const QByteArray body = "{\"name\":\"O'Hara $HOME `id` \\\\ \\\"x\\\" é\",\r\n \"b\":\"@file\"}";
        const Request request{
            .method = "PATCH",
            .url = QUrl::fromEncoded(
                "https://acme.crm4.dynamics.com/api/data/v9.2/contacts(key=%27a%2Fb%27)?$select=a,b&x='y'"),
            .headers = {{"If-Match", "*"},
                        {"Content-Type", "application/json"},
                        {"X-Odd", "it's; rm -rf \"$HOME\""},
                        {"X-Empty", ""}},
            .body = body};
        const QList<QByteArray> words = shellWords(net::asCurl(request));
        const QList<QByteArray> expected{
            "--globoff",  "-X",
            "PATCH",      "https://acme.crm4.dynamics.com/api/data/v9.2/contacts(key=%27a%2Fb%27)?$select=a,b&x='y'",
            "-H",         "Authorization: Bearer tok",
            "-H",         "If-Match: *",
            "-H",         "Content-Type: application/json",
            "-H",         "X-Odd: it's; rm -rf \"$HOME\"",
            "-H",         "X-Empty;",
            "--data-raw", body};
        QCOMPARE(words, expected);
    }

    void curlSurvivesHostileParts()
    {
        const Request request{.method = "GET'; touch x; '",
                              .url = QUrl::fromEncoded("https://acme.example/$(id)`id`"),
                              .headers = {{"X: a\r\nEvil", "1"}, {"X-Break", "a\r\nEvil: 1"}, {"@file", "x"}},
                              .body = "@/etc/passwd"};
        const QList<QByteArray> expected{"--globoff",
                                         "-X",
                                         "GET'; touch x; '",
                                         "https://acme.example/$(id)%60id%60",
                                         "-H",
                                         "Authorization: Bearer tok",
                                         "-H",
                                         "Content-Type: application/octet-stream",
                                         "--data-raw",
                                         "@/etc/passwd"};
        QCOMPARE(shellWords(net::asCurl(request)), expected);
    }

    void curlDoesNotMangleBytesThatAreNoText()
    {
        const Request request{
            .method = "POST", .url = QUrl(u"https://acme.example/"_s), .body = QByteArray("\xff\x00\x01", 3)};
        QVERIFY(shellWords(net::asCurl(request)).contains("@body.bin"));
    }

    void noTextHoldsAuthorization()
    {
        const Request request{
            .url = QUrl(u"https://someone:hunter22@acme.example/a"_s),
            .headers = {{"authorization", "Bearer eyJsecret"}, {"Cookie", "session=canary"}, {"Accept", "a/b"}}};
        const QString texts[] = {net::asCurl(request), net::asHttpText(request)};
        for (const QString &text : texts) {
            QVERIFY(!text.contains(u"eyJsecret"_s));
            QVERIFY(!text.contains(u"canary"_s));
            QVERIFY(!text.contains(u"hunter22"_s));
            QVERIFY(text.contains(u"Accept: a/b"_s));
        }
        QVERIFY(texts[0].contains(u"-H \"Authorization: Bearer $TOKEN\""_s));
        QVERIFY(!texts[1].contains(u"uthorization"_s));
    }

    void httpTextReadsAsOnTheWire()
    {
        const Request request{
            .method = "PATCH",
            .url = QUrl::fromEncoded("https://acme.example:8443/contacts(k=%27a%2Fb%27)?$select=a%20b#top"),
            .headers = {{"If-Match", "*"}},
            .body = "{\"a\":\"é\"}"};
        QCOMPARE(net::asHttpText(request),
                 u"PATCH /contacts(k=%27a%2Fb%27)?$select=a%20b HTTP/1.1\nHost: acme.example:8443\n"
                 "If-Match: *\n\n{\"a\":\"é\"}"_s);
        QVERIFY(net::asHttpText({.url = QUrl(u"https://acme.example"_s)})
                    .startsWith(u"GET / HTTP/1.1\nHost: acme.example\n"_s));
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
