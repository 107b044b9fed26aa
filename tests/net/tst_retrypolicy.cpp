#include "net/message.h"
#include "net/retrypolicy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using net::Reply;
using net::RetryPolicy;
using std::chrono::milliseconds;

namespace {

const QDateTime now({2026, 11, 20}, {10, 0}, Qt::UTC);
constexpr qint64 never = -1;
constexpr qint64 absent = -1;

qint64 count(const std::optional<milliseconds> &delay)
{
    return delay ? qint64(delay->count()) : never;
}

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("delay");
        constexpr qint64 year = 365LL * 24 * 3600 * 1000;
        QTest::newRow("seconds") << QByteArray("37") << 37'000LL;
        QTest::newRow("spaces") << QByteArray(" 37 ") << 37'000LL;
        QTest::newRow("zero") << QByteArray("0") << 0LL;
        QTest::newRow("date") << QByteArray("Fri, 20 Nov 2026 10:00:37 GMT") << 37'000LL;
        QTest::newRow("old date form") << QByteArray("Friday, 20-Nov-26 10:00:37 GMT") << 37'000LL;
        QTest::newRow("C date form") << QByteArray("Fri Nov 20 10:00:37 2026") << 37'000LL;
        QTest::newRow("C date form, one digit") << QByteArray("Tue Dec  1 10:00:00 2026") << 11LL * 24 * 3600 * 1000;
        QTest::newRow("past") << QByteArray("Fri, 20 Nov 2020 10:00:37 GMT") << 0LL;
        QTest::newRow("far future") << QByteArray("Fri, 20 Nov 2099 10:00:37 GMT") << year;
        QTest::newRow("huge") << QByteArray("99999999999999999999999") << year;
        QTest::newRow("overflow in ms") << QByteArray("9223372036854775807") << year;
        QTest::newRow("empty") << QByteArray("") << absent;
        QTest::newRow("negative") << QByteArray("-5") << absent;
        QTest::newRow("words") << QByteArray("soon") << absent;
        QTest::newRow("no such day") << QByteArray("Fri, 32 Nov 2026 10:00:37 GMT") << absent;
    }

    void readsRetryAfter()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, delay);
        QCOMPARE(count(net::retryAfter(Reply{.headers = {{"retry-AFTER", value}}}, now)), delay);
        QCOMPARE(count(net::retryAfter(Reply{}, now)), absent);
    }

    void decidesOnReplies_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<int>("tries");
        QTest::addColumn<int>("throttles");
        QTest::addColumn<qint64>("delay"); // with jitter 1

        for (const int final : {200, 204, 302, 400, 401, 403, 404, 408, 409, 412, 413, 415, 501, 505})
            QTest::addRow("%d", final) << final << QByteArray() << 1 << 0 << never;
        QTest::newRow("404 with Retry-After") << 404 << QByteArray("5") << 1 << 0 << never;

        QTest::newRow("429 asks") << 429 << QByteArray("7") << 1 << 1 << 7'000LL;
        QTest::newRow("429 asks with a date")
            << 429 << QByteArray("Fri, 20 Nov 2026 10:00:07 GMT") << 1 << 1 << 7'000LL;
        QTest::newRow("429 asks for the last time") << 429 << QByteArray("7") << 20 << 20 << 7'000LL;
        QTest::newRow("429 too often") << 429 << QByteArray("7") << 21 << 21 << never;
        QTest::newRow("429 says nothing") << 429 << QByteArray() << 1 << 1 << 1'000LL;
        QTest::newRow("429 says nothing again") << 429 << QByteArray() << 3 << 3 << 4'000LL;
        QTest::newRow("429 says nothing, capped") << 429 << QByteArray() << 20 << 20 << 30'000LL;
        QTest::newRow("429 says zero") << 429 << QByteArray("0") << 1 << 1 << 1'000LL;
        QTest::newRow("429 asks for the most") << 429 << QByteArray("600") << 1 << 1 << 600'000LL;
        QTest::newRow("429 asks for too much") << 429 << QByteArray("601") << 1 << 1 << never;
        QTest::newRow("429 asks for a century") << 429 << QByteArray("3000000000") << 1 << 1 << never;

        for (const int outage : {502, 503, 504}) {
            QTest::addRow("%d first", outage) << outage << QByteArray() << 1 << 0 << 500LL;
            QTest::addRow("%d second", outage) << outage << QByteArray() << 2 << 0 << 1'000LL;
            QTest::addRow("%d third", outage) << outage << QByteArray() << 3 << 0 << 2'000LL;
            QTest::addRow("%d last", outage) << outage << QByteArray() << 4 << 0 << never;
        }
        QTest::newRow("503 asks") << 503 << QByteArray("12") << 1 << 0 << 12'000LL;
        QTest::newRow("503 asks too often") << 503 << QByteArray("12") << 4 << 0 << never;
        QTest::newRow("500 once") << 500 << QByteArray() << 1 << 0 << 5'000LL;
        QTest::newRow("500 not twice") << 500 << QByteArray() << 2 << 0 << never;
    }

    void decidesOnReplies()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, asked);
        QFETCH(int, tries);
        QFETCH(int, throttles);
        QFETCH(qint64, delay);
        Reply reply{.status = status};
        if (!asked.isEmpty())
            reply.headers << std::pair<QByteArray, QByteArray>("Retry-After", asked);
        const RetryPolicy policy;
        QCOMPARE(count(policy.afterReply(reply, {.tries = tries, .throttles = throttles}, 1.0, now)), delay);
    }

    void decidesOnErrors_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("again");
        QTest::newRow("network") << Error::Kind::Network << true;
        QTest::newRow("timeout") << Error::Kind::Timeout << true;
        QTest::newRow("tls") << Error::Kind::Tls << false;
        QTest::newRow("bad reply") << Error::Kind::BadReply << false;
        QTest::newRow("invalid") << Error::Kind::Invalid << false;
        QTest::newRow("cancelled") << Error::Kind::Cancelled << false;
    }

    void decidesOnErrors()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(bool, again);
        const RetryPolicy policy;
        const Error error{.kind = kind};
        QCOMPARE(count(policy.afterError(error, {.tries = 1}, 1.0)), again ? 500LL : never);
        QCOMPARE(count(policy.afterError(error, {.tries = 3}, 1.0)), again ? 2'000LL : never);
        QCOMPARE(count(policy.afterError(error, {.tries = 4}, 1.0)), never);
    }

    void jitterStaysBetweenHalfAndWhole()
    {
        const RetryPolicy policy;
        const Reply reply{.status = 503};
        QCOMPARE(count(policy.afterReply(reply, {.tries = 2}, 0.0)), 500LL);
        QCOMPARE(count(policy.afterReply(reply, {.tries = 2}, 0.5)), 750LL);
        QCOMPARE(count(policy.afterReply(reply, {.tries = 2}, 1.0)), 1'000LL);
        QCOMPARE(count(policy.afterReply(reply, {.tries = 2}, 7.0)), 1'000LL);
        const Reply asked{.status = 429, .headers = {{"Retry-After", "3"}}};
        QCOMPARE(count(policy.afterReply(asked, {.tries = 1, .throttles = 1}, 0.0)),
                 3'000LL); // never earlier than asked
    }

    void ownLimitsCount()
    {
        const RetryPolicy once{.maxTries = 1, .maxThrottles = 0};
        QCOMPARE(count(once.afterReply({.status = 503}, {.tries = 1}, 1.0)), never);
        QCOMPARE(count(once.afterReply({.status = 500}, {.tries = 1}, 1.0)), never);
        QCOMPARE(count(once.afterReply({.status = 429}, {.tries = 1, .throttles = 1}, 1.0)), never);
        const RetryPolicy many{.maxTries = 100, .longestDelay = 4s};
        QCOMPARE(count(many.afterReply({.status = 503}, {.tries = 99}, 1.0)), 4'000LL);
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
