#include "didomi/errors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using Kind = core::Error::Kind;

namespace {

QByteArray envelope(int status, const QByteArray &name, const QByteArray &errors = "{}")
{
    return "{\"code\":" + QByteArray::number(status) + ",\"name\":\"" + name +
           "\",\"message\":\"words\",\"errors\":" + errors + '}';
}

} // namespace

class TestDidomiErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheReaction_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("kindOfSession");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, int status, const QByteArray &body, Kind kind, Kind session,
                            const QString &code) {
            QTest::newRow(name) << status << body << int(kind) << int(session) << code;
        };
        row("bad request", 400, envelope(400, "BadRequest"), Kind::Rejected, Kind::SignIn, u"BadRequest"_s);
        row("token", 401, envelope(401, "NotAuthenticated"), Kind::SignIn, Kind::SignIn, u"NotAuthenticated"_s);
        row("contract", 403, envelope(403, "Forbidden"), Kind::Forbidden, Kind::SignIn, u"Forbidden"_s);
        row("unknown", 404, envelope(404, "NotFound"), Kind::NotFound, Kind::NotFound, u"NotFound"_s);
        row("version", 409, envelope(409, "Conflict"), Kind::Conflict, Kind::Conflict, u"Conflict"_s);
        row("too many", 429, envelope(429, "TooManyRequests"), Kind::Throttled, Kind::Throttled, u"TooManyRequests"_s);
        row("fault", 500, envelope(500, "GeneralError"), Kind::Server, Kind::Server, u"GeneralError"_s);
        row("gateway", 502, "<html>Bad gateway</html>", Kind::Server, Kind::Server, {});
        row("proxy's page", 403, "<html>blocked</html>", Kind::Forbidden, Kind::SignIn, {});
        row("empty", 404, {}, Kind::NotFound, Kind::NotFound, {});
        row("redirect", 301, {}, Kind::BadReply, Kind::BadReply, {});
        row("cut", 400, "{\"code\":400,\"na", Kind::Rejected, Kind::SignIn, {});
        row("array", 400, "[1]", Kind::Rejected, Kind::SignIn, {});
    }
    void namesTheReaction()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        QFETCH(int, kindOfSession);
        QFETCH(QString, code);
        const net::Reply reply{.status = status, .body = body};
        const Error error = didomi::readError(reply);
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(int(didomi::readSessionError(reply).kind), kindOfSession);
        QCOMPARE(error.code, code);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(!error.message.isEmpty() && !error.fix.isEmpty());
        QVERIFY(!error.message.contains(u'%'));
    }

    void keepsDidomisWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail");
        QTest::newRow("message") << envelope(400, "BadRequest") << u"words"_s;
        QTest::newRow("list of errors") << envelope(400, "BadRequest", "[{\"path\":\"consents\"}]")
                                        << u"words\n[\n    {\n        \"path\": \"consents\"\n    }\n]"_s;
        QTest::newRow("object of errors")
            << envelope(400, "BadRequest", "{\"id\":\"unknown\"}") << u"words\n{\n    \"id\": \"unknown\"\n}"_s;
        QTest::newRow("page") << QByteArray("<html><b>No</b> such\n host</html>") << u"No such host"_s;
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void keepsDidomisWords()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, detail);
        QCOMPARE(didomi::readError({.status = 400, .body = body}).detail, detail);
    }

    void givesTheDelay()
    {
        const Error error = didomi::readError(
            {.status = 429, .headers = {{"Retry-After", "2"}}, .body = envelope(429, "TooManyRequests")});
        QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(2s));
    }

    void tellsNobodyFromNothing()
    {
        QVERIFY(didomi::saysNotFound({.status = 404, .body = envelope(404, "NotFound")}));
        QVERIFY(!didomi::saysNotFound({.status = 404, .body = "<html>404</html>"}));
        QVERIFY(!didomi::saysNotFound({.status = 404}));
        QVERIFY(!didomi::saysNotFound({.status = 400, .body = envelope(404, "NotFound")}));
    }
};

QTEST_GUILESS_MAIN(TestDidomiErrors)
#include "tst_didomierrors.moc"
