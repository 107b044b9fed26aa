#include "net/completeness.h"

#include <QTest>

using net::Reply;

class TestCompleteness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every beginning of a JSON text is cut off; the whole of it is not.
    void noticesEveryCutOfJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("object") << QByteArray("{\"a\":{\"b\":[1,2,{\"c\":null}]},\"d\":\"x\"}");
        QTest::newRow("array") << QByteArray("[{},[],\"\",[[{\"a\":-1.5e3}]]]");
        QTest::newRow("brackets in strings") << QByteArray("{\"]}\":\"}]\\\"}\\\\\",\"e\":\"\\\\\\\"\"}");
    }

    void noticesEveryCutOfJson()
    {
        QFETCH(QByteArray, json);
        const net::Headers headers{{"Content-Type", "application/json; odata.metadata=minimal"}};
        for (qsizetype size = 1; size < json.size(); ++size)
            QVERIFY2(net::isCutOff("GET", {.status = 200, .headers = headers, .body = json.left(size)}),
                     json.left(size).constData());
        QVERIFY(!net::isCutOff("GET", {.status = 200, .headers = headers, .body = json}));
        QVERIFY(!net::isCutOff("GET", {.status = 200, .headers = headers, .body = "\xef\xbb\xbf " + json + "\r\n"}));
    }

    void leavesTheRestAlone_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<bool>("isCutOff");
        const net::Headers hundred{{"Content-Length", "100"}};
        QTest::newRow("shorter than announced")
            << QByteArray("GET") << Reply{.status = 200, .headers = hundred, .body = "{}"} << true;
        QTest::newRow("as announced") << QByteArray("GET")
                                      << Reply{.status = 200, .headers = hundred, .body = QByteArray(100, '{')}
                                      << false;
        QTest::newRow("HEAD") << QByteArray("HEAD") << Reply{.status = 200, .headers = hundred} << false;
        QTest::newRow("304") << QByteArray("GET") << Reply{.status = 304, .headers = hundred} << false;
        QTest::newRow("nothing") << QByteArray("GET")
                                 << Reply{.status = 200, .headers = {{"Content-Type", "application/json"}}} << false;
        QTest::newRow("a word") << QByteArray("GET")
                                << Reply{.status = 200,
                                         .headers = {{"Content-Type", "application/json"}},
                                         .body = "true"}
                                << false;
        QTest::newRow("a page") << QByteArray("GET")
                                << Reply{.status = 200, .headers = {{"Content-Type", "text/html"}}, .body = "<p>{"}
                                << false;
        const net::Headers parts{{"Content-Type", "multipart/mixed; boundary=\"Bat_1\""}};
        QTest::newRow("parts") << QByteArray("POST")
                               << Reply{.status = 200, .headers = parts, .body = "--Bat_1\r\n\r\n--Bat_1--\r\n"}
                               << false;
        QTest::newRow("parts, open") << QByteArray("POST")
                                     << Reply{.status = 200, .headers = parts, .body = "--Bat_1\r\n\r\n--Bat_1"}
                                     << true;
    }

    void leavesTheRestAlone()
    {
        QFETCH(QByteArray, method);
        QFETCH(Reply, reply);
        QFETCH(bool, isCutOff);
        QCOMPARE(net::isCutOff(method, reply), isCutOff);
    }
};

QTEST_GUILESS_MAIN(TestCompleteness)
#include "tst_completeness.moc"
