#include "dataverse/errors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using Kind = core::Error::Kind;

namespace {

net::Reply reply(int status, const QByteArray &body, const net::Headers &headers = {})
{
    return {.status = status, .headers = headers, .body = body};
}

QByteArray odata(const QByteArray &code, const QByteArray &message = "words of the server")
{
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}";
}

} // namespace

class TestDataverseErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCodesInEachForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<quint32>("number");
        QTest::newRow("hex") << u"0x80040220"_s << 0x80040220u;
        QTest::newRow("hex, other letter case") << u"0X8004F501"_s << 0x8004f501u;
        QTest::newRow("negative decimal") << u"-2147220960"_s << 0x80040220u;
        QTest::newRow("positive decimal") << u"2147746336"_s << 0x80040220u;
        QTest::newRow("zero") << u"0x0"_s << 0u;
        QTest::newRow("empty") << QString() << 0u;
        QTest::newRow("word") << u"NotFound"_s << 0u;
        QTest::newRow("too long") << u"0x800402200"_s << 0u;
        QTest::newRow("too large") << u"99999999999"_s << 0u;
    }
    void readsCodesInEachForm()
    {
        QFETCH(QString, text);
        QFETCH(quint32, number);
        QCOMPARE(dataverse::readCode(text), number);
    }

    void namesTheReaction_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, int status, const QByteArray &body, Kind kind, const QString &code) {
            QTest::newRow(name) << status << body << int(kind) << code;
        };
        row("no application user", 403, odata("0x80072560"), Kind::Forbidden, u"0x80072560"_s);
        row("no role", 403, odata("0x80042f09"), Kind::Forbidden, u"0x80042f09"_s);
        row("disabled user answered as 401", 401, odata("0x80040225"), Kind::Forbidden, u"0x80040225"_s);
        row("environment disabled", 500, odata("0x8004a104"), Kind::Forbidden, u"0x8004a104"_s);
        row("no such row", 404, odata("0x80040217"), Kind::NotFound, u"0x80040217"_s);
        row("no such table", 404, odata("0x8006088a"), Kind::NotFound, u"0x8006088a"_s);
        row("key is not unique", 400, odata("0x8006089d"), Kind::Conflict, u"0x8006089d"_s);
        row("key is not defined", 400, odata("0x80060890"), Kind::Rejected, u"0x80060890"_s);
        row("duplicate key", 412, odata("0x80060892"), Kind::Conflict, u"0x80060892"_s);
        row("duplicate detection, older tenants", 500, odata("0x80040333"), Kind::Conflict, u"0x80040333"_s);
        row("stale version", 412, odata("0x80060882"), Kind::Conflict, u"0x80060882"_s);
        row("text too long", 400, odata("0x80044331"), Kind::Rejected, u"0x80044331"_s);
        row("plug-in refuses", 400, odata("0x80040265"), Kind::Rejected, u"0x80040265"_s);
        row("throttled, hex", 429, odata("0x80072322"), Kind::Throttled, u"0x80072322"_s);
        row("throttled, decimal", 429, odata("-2147015903"), Kind::Throttled, u"0x80072321"_s);
        row("throttled, without a body", 429, {}, Kind::Throttled, {});
        row("deadlock", 500, odata("0x80044150", "Sql error: 1205"), Kind::Server, u"0x80044150"_s);
        row("unexpected, as 400", 400, odata("0x80040216"), Kind::Server, u"0x80040216"_s);
        row("unknown property", 400, odata("0x0"), Kind::Rejected, {});
        row("unknown code", 400, odata("0x8abcdef0"), Kind::Rejected, u"0x8abcdef0"_s);
        row("unknown code of a 403", 403, odata("0x8abcdef0"), Kind::Forbidden, u"0x8abcdef0"_s);
        row("401 without a body", 401, {}, Kind::SignIn, {});
        row("gateway", 502, "<html><body>Bad gateway</body></html>", Kind::Server, {});
        row("service unavailable", 503, "{\"Message\":\"down\"}", Kind::Server, {});
        row("page of a proxy", 403, "<html>blocked</html>", Kind::Forbidden, {});
        row("sign-in page", 302, {}, Kind::BadReply, {});
        row("wrong verb", 405, odata("0x80060888"), Kind::Rejected, u"0x80060888"_s);
    }
    void namesTheReaction()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        QFETCH(QString, code);
        const Error error = dataverse::readError(reply(status, body));
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(error.code, code);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(!error.message.isEmpty());
        QVERIFY(!error.fix.isEmpty());
        QVERIFY(!error.message.contains(u'%'));
    }

    void keepsTheServersWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail");
        QTest::newRow("OData") << odata("0x80040265", "Consent is frozen.") << u"Consent is frozen."_s;
        QTest::newRow("gateway's JSON") << QByteArray("{\"Message\":\"No HTTP resource\"}") << u"No HTTP resource"_s;
        QTest::newRow("other JSON") << QByteArray("{\"oops\":1}") << u"{\"oops\":1}"_s;
        QTest::newRow("page") << QByteArray(
                                     "<html><head><style>b{c:d}</style></head><body>Bad\n <b>gateway</b></body></html>")
                              << u"Bad gateway"_s;
        QTest::newRow("cut JSON") << QByteArray("{\"error\":{\"code\":\"0x8004") << u"{\"error\":{\"code\":\"0x8004"_s;
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void keepsTheServersWords()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, detail);
        QCOMPARE(dataverse::readError(reply(400, body)).detail, detail);
    }

    void keepsHugeAnswersShort()
    {
        QVERIFY(dataverse::readError(reply(500, QByteArray(5'000'000, 'x'))).detail.size() < 1'000);
        QVERIFY(dataverse::readError(reply(500, odata("", QByteArray(5'000'000, 'x')))).detail.size() < 10'000);
    }

    void namesTheMissingPrivilege()
    {
        const Error error = dataverse::readError(reply(
            403, odata("0x80040220", "Principal user (Id=b2, type=8) is missing prvWriteContact privilege (Id=1)")));
        QVERIFY2(error.fix.contains(u"prvWriteContact"_s), qPrintable(error.fix));
    }

    void survivesAMissingPrivilegeWithoutAName()
    {
        const Error error = dataverse::readError(reply(403, odata("0x80040220", "Nope.")));
        QCOMPARE(error.kind, Kind::Forbidden);
        QVERIFY(!error.fix.contains(u"prv"_s));
    }

    void hintsAtTheColumn_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("field");
        QTest::newRow("length") << QByteArray(
                                       "The length of the 'firstname' attribute of the 'contact' entity exceeded 50.")
                                << u"firstname"_s;
        QTest::newRow("undeclared") << QByteArray("The property 'new_gone' does not exist on type 'contact'.")
                                    << u"new_gone"_s;
        QTest::newRow("nothing") << QByteArray("Something is wrong with 'this'.") << QString();
    }
    void hintsAtTheColumn()
    {
        QFETCH(QByteArray, words);
        QFETCH(QString, field);
        QCOMPARE(dataverse::readError(reply(400, odata("0x80044331", words))).field, field);
    }

    void givesRequestIdAndDelay()
    {
        const Error error = dataverse::readError(
            reply(429, odata("0x80072322"), {{"x-ms-service-request-id", "5c1d"}, {"Retry-After", "37"}}));
        QCOMPARE(error.requestId, u"5c1d"_s);
        QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(37s));
    }

    void tellsAMissingRowFromOtherMissingThings_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isMissing");
        QTest::newRow("by id") << 404 << odata("0x80040217") << true;
        QTest::newRow("by key") << 404 << odata("0x80060891") << true;
        QTest::newRow("by key, decimal") << 404 << odata("-2147088239") << true;
        QTest::newRow("documented, empty code") << 404 << odata("") << true;
        QTest::newRow("unknown table") << 404 << odata("0x8006088a") << false;
        QTest::newRow("unreadable address") << 404 << odata("0x80060888") << false;
        QTest::newRow("zero") << 404 << odata("0x0") << false;
        QTest::newRow("page") << 404 << QByteArray("<html>Not found</html>") << false;
        QTest::newRow("gateway") << 404 << QByteArray("{\"Message\":\"No HTTP resource was found\"}") << false;
        QTest::newRow("empty") << 404 << QByteArray() << false;
        QTest::newRow("other status") << 400 << odata("0x80040217") << false;
    }
    void tellsAMissingRowFromOtherMissingThings()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, isMissing);
        QCOMPARE(dataverse::saysRowIsMissing(reply(status, body)), isMissing);
    }
};

QTEST_GUILESS_MAIN(TestDataverseErrors)
#include "tst_dataverseerrors.moc"
