#include "entra/tokensource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using Kind = core::Error::Kind;
using net::Reply;

namespace {

/// JSON written with single quotes: moc does not understand raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray body(int number, const QString &error, const QString &words = u"The server's own words."_s)
{
    return QJsonDocument(QJsonObject{
                             {u"error"_s, error},
                             {u"error_codes"_s, QJsonArray{number}},
                             {u"timestamp"_s, u"2026-11-20 10:15:00Z"_s},
                             {u"error_description"_s,
                              u"AADSTS%1: %2\r\nTrace ID: 5c-1\r\nCorrelation ID: 8d-1"_s.arg(number).arg(words)},
                             {u"trace_id"_s, u"5c-1"_s},
                             {u"correlation_id"_s, u"8d-1"_s},
                         })
        .toJson();
}

} // namespace

class TestTokenError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsMicrosoftsNumbers_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("error");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("field");
        const auto add = [](std::initializer_list<int> numbers, const char *error, Kind kind, const char *field) {
            for (const int number : numbers)
                QTest::addRow("%d", number)
                    << number << QString::fromLatin1(error) << kind << QString::fromLatin1(field);
        };
        add({7000215, 7000222, 7000218, 70002}, "invalid_client", Kind::SignIn, "authentication.client_secret");
        add({700025}, "invalid_client", Kind::SignIn, "authentication.client_id");
        add({700027, 50012}, "invalid_client", Kind::SignIn, "credential.certificate_file");
        add({700016, 700011, 70001, 7000112, 7000229}, "unauthorized_client", Kind::SignIn, "authentication.client_id");
        add({90002, 900023, 90038, 900382, 900432, 9001023, 50194}, "invalid_request", Kind::SignIn,
            "authentication.tenant_id");
        add({500011, 50001, 650052}, "invalid_resource", Kind::SignIn, "authentication.instance");
        add({650057}, "invalid_client", Kind::SignIn, "authentication.client_id");
        add({70011, 700022, 1002012}, "invalid_scope", Kind::SignIn, "authentication.instance");
        add({900144, 90014}, "invalid_request", Kind::SignIn, "");
        add({70003}, "unsupported_grant_type", Kind::SignIn, "");
        add({53003, 530032, 530035}, "access_denied", Kind::SignIn, "");
        add({65001, 50034}, "invalid_grant", Kind::SignIn, "");
        add({90033, 90006, 90024, 90012, 90090}, "temporarily_unavailable", Kind::Server, "");
        add({90055}, "", Kind::Throttled, "");
    }

    void knowsMicrosoftsNumbers()
    {
        QFETCH(int, number);
        QFETCH(QString, error);
        QFETCH(Kind, kind);
        QFETCH(QString, field);
        const Error result = entra::readTokenError({.status = 400, .body = body(number, error)});
        QCOMPARE(result.kind, kind);
        QCOMPARE(result.field, field);
        QCOMPARE(result.code, u"AADSTS%1"_s.arg(number));
        QCOMPARE(result.requestId, u"8d-1"_s);
        QCOMPARE(result.httpStatus, 400);
        QVERIFY(result.detail.contains(u"The server's own words."_s));
        QVERIFY(result.detail.contains(u"5c-1"_s));
        QVERIFY(result.detail.contains(u"2026-11-20 10:15:00Z"_s));
        QVERIFY(!result.fix.isEmpty());
        // What is known says more than what is said of the unknown.
        const Error unknown = entra::readTokenError({.status = 400, .body = body(1234567, u"invalid_request"_s)});
        QVERIFY(result.message != unknown.message);
    }

    void tellsSimilarNumbersApart()
    {
        const auto message = [](int number) {
            return entra::readTokenError({.status = 400, .body = body(number, u"invalid_request"_s)}).message;
        };
        QVERIFY(message(90002) != message(900023)); // one is the beginning of the other
        QVERIFY(message(7000215) != message(7000222));
        QVERIFY(message(70001) != message(700011) || message(70001) != message(7000112));
        QVERIFY(message(500011) != message(50001));
    }

    void readsTheNumberFromTheTextWhenItIsOnlyThere()
    {
        QByteArray text = json("{'error':'invalid_request','error_description':'AADSTS900023: Specified tenant "
                               "identifier `AADSTS90002` is neither'}");
        QCOMPARE(entra::readTokenError({.status = 400, .body = text}).code, u"AADSTS900023"_s);
        text = json("{'error':'invalid_client','error_codes':['7000215'],'error_description':'x'}");
        QCOMPARE(entra::readTokenError({.status = 401, .body = text}).code, u"AADSTS7000215"_s);
        text =
            json("{'error':'invalid_request','error_description':'Something about AADSTS7000215.'}"); // not at the
                                                                                                      // beginning: not
                                                                                                      // its number
        QCOMPARE(entra::readTokenError({.status = 400, .body = text}).code, u"invalid_request"_s);
    }

    void isHonestAboutWhatItDoesNotKnow_data()
    {
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown number") << Reply{.status = 400, .body = body(1234567, u"invalid_request"_s)}
                                        << Kind::SignIn << u"AADSTS1234567"_s << u"own words"_s;
        QTest::newRow("no number") << Reply{.status = 401,
                                            .body =
                                                json("{'error':'invalid_client','error_description':'Bad client.'}")}
                                   << Kind::SignIn << u"invalid_client"_s << u"Bad client."_s;
        QTest::newRow("only a word") << Reply{.status = 400, .body = json("{'error':'odd_error'}")} << Kind::SignIn
                                     << u"odd_error"_s << u"odd_error"_s;
        QTest::newRow("transient word") << Reply{.status = 400, .body = json("{'error':'temporarily_unavailable'}")}
                                        << Kind::Server << u"temporarily_unavailable"_s << u"temporarily"_s;
        QTest::newRow("unknown number, server failed") << Reply{.status = 500, .body = body(1234567, u"server_error"_s)}
                                                       << Kind::Server << u"AADSTS1234567"_s << u"own words"_s;
        QTest::newRow("429") << Reply{.status = 429, .headers = {{"Retry-After", "7"}}, .body = "{}"} << Kind::Throttled
                             << QString() << QString();
        QTest::newRow("503 page") << Reply{.status = 503,
                                           .body =
                                               "<html><style>p{}</style><body><h1>Service&nbsp;down</h1></body></html>"}
                                  << Kind::Server << QString() << u"Service"_s;
        QTest::newRow("page") << Reply{.status = 403, .body = "<html><body>Blocked by <b>proxy</b></body></html>"}
                              << Kind::BadReply << QString() << u"Blocked by proxy"_s;
        QTest::newRow("empty") << Reply{.status = 401} << Kind::BadReply << QString() << QString();
        QTest::newRow("cut off") << Reply{.status = 400, .body = json("{'error':'invalid_cli")} << Kind::BadReply
                                 << QString() << QString();
        QTest::newRow("array") << Reply{.status = 400, .body = "[1,2]"} << Kind::BadReply << QString() << QString();
        QTest::newRow("wrong types") << Reply{.status = 400,
                                              .body =
                                                  json("{'error':{'code':1},'error_codes':{},'error_description':7}")}
                                     << Kind::BadReply << QString() << QString();
        QTest::newRow("empty codes") << Reply{.status = 400, .body = json("{'error':'invalid_grant','error_codes':[]}")}
                                     << Kind::SignIn << u"invalid_grant"_s << QString();
        QTest::newRow("redirect") << Reply{.status = 302, .headers = {{"Location", "https://elsewhere.example/"}}}
                                  << Kind::BadReply << QString() << QString();
        QTest::newRow("404 of another server")
            << Reply{.status = 404, .body = "Not Found"} << Kind::BadReply << QString() << u"Not Found"_s;
    }

    void isHonestAboutWhatItDoesNotKnow()
    {
        QFETCH(Reply, reply);
        QFETCH(Kind, kind);
        QFETCH(QString, code);
        QFETCH(QString, words);
        const Error error = entra::readTokenError(reply);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.code, code);
        QVERIFY2(error.detail.contains(words), qPrintable(error.detail));
        QVERIFY(!error.detail.contains(u'<'));
        QVERIFY(!error.message.isEmpty());
        QVERIFY(!error.fix.isEmpty());
        QCOMPARE(error.httpStatus, reply.status);
        QCOMPARE(error.isTransient(), kind == Kind::Server || kind == Kind::Throttled);
    }

    void carriesHowLongToWait()
    {
        QCOMPARE(entra::readTokenError({.status = 429, .headers = {{"Retry-After", "7"}}}).retryAfter,
                 std::optional(std::chrono::milliseconds(7s)));
        QVERIFY(!entra::readTokenError({.status = 400}).retryAfter);
    }

    void takesTheRequestIdFromTheHeadersToo()
    {
        QCOMPARE(entra::readTokenError({.status = 400, .headers = {{"x-ms-request-id", "h-1"}}}).requestId, u"h-1"_s);
    }

    void keepsPersonsAndTokensOutOfTheDetails()
    {
        const Error error = entra::readTokenError(
            {.status = 400,
             .body = body(50034, u"invalid_grant"_s,
                          u"The user canary.person@example.org sent client_secret=canarysecret"_s)});
        QVERIFY(!error.detail.contains(u"canary.person"_s));
        QVERIFY(!error.detail.contains(u"canarysecret"_s));
    }

    void cutsWhatIsTooLong()
    {
        const Error error =
            entra::readTokenError({.status = 400, .body = body(7000215, QString(5'000, u'x'), QString(100'000, u'y'))});
        QVERIFY(error.detail.size() <= 2'000);
        QVERIFY(entra::readTokenError({.status = 400, .body = "{\"error\":\"" + QByteArray(5'000, 'x') + "\"}"})
                    .code.size() <= 100);
    }
};

QTEST_GUILESS_MAIN(TestTokenError)
#include "tst_tokenerror.moc"
