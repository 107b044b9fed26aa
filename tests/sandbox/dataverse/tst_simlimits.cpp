#include "rig.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int requestLimit = 6000;

int requestsLeft(const Answer &answer)
{
    return answer.header("x-ms-ratelimit-burst-remaining-xrm-requests").toInt();
}

double secondsLeft(const Answer &answer)
{
    return answer.header("x-ms-ratelimit-time-remaining-xrm-requests").toDouble();
}

} // namespace

class TestSimLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerTells_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("fault");
        QTest::newRow("who am I") << QByteArray("GET") << QByteArray("WhoAmI") << QString();
        QTest::newRow("rows") << QByteArray("GET") << QByteArray("contacts?$top=1") << QString();
        QTest::newRow("no such thing") << QByteArray("GET") << QByteArray("nothing") << QString();
        QTest::newRow("no user") << QByteArray("GET") << QByteArray("WhoAmI") << u"application-user=missing"_s;
        QTest::newRow("batch") << QByteArray("POST") << QByteArray("$batch") << QString();
    }

    void everyAnswerTells()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, address);
        QFETCH(QString, fault);
        Rig rig;
        if (!fault.isEmpty())
            QVERIFY(rig.faults.set(fault));
        const Answer first = rig.send(method, address);
        const Answer second = rig.send(method, address);
        QCOMPARE(requestsLeft(first), requestLimit - 1);
        QCOMPARE(requestsLeft(second), requestLimit - 2);
        QVERIFY(secondsLeft(first) > 1100 && secondsLeft(second) <= secondsLeft(first));
        QVERIFY(first.header("x-ms-dop-hint").toInt() > 0);
    }

    void nearlyUsedUp()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"limits"_s, u"low"_s));
        const Answer answer = rig.get("WhoAmI");
        QCOMPARE(answer.status(), 200);
        QVERIFY(requestsLeft(answer) > 0 && requestsLeft(answer) < requestLimit / 50);
        QVERIFY(secondsLeft(answer) > 0 && secondsLeft(answer) < 1200.0 / 50);
    }

    void tooManyRequests()
    {
        Rig rig;
        for (int i = 0; i < requestLimit; ++i) {
            if (i == requestLimit / 2)
                rig.clock.advance(100s);
            if (const Answer answer = rig.get("WhoAmI"); answer.status() != 200)
                QFAIL(qPrintable(u"Request %1 was refused."_s.arg(i)));
        }
        const Answer refused = rig.get("WhoAmI");
        QCOMPARE(refused.status(), 429);
        QCOMPARE(refused.code(), u"0x80072322"_s);
        QVERIFY(refused.message().startsWith(u"Number of requests exceeded"));
        QCOMPARE(requestsLeft(refused), 0);
        QCOMPARE(refused.header("Retry-After"), "200"); // when the first half leaves the window
        QCOMPARE(rig.post("$batch", "x").status(), 429);

        rig.clock.advance(199s);
        QCOMPARE(rig.get("WhoAmI").status(), 429);
        QCOMPARE(rig.get("WhoAmI").header("Retry-After"), "1");
        rig.clock.advance(1s);
        const Answer again = rig.get("WhoAmI");
        QCOMPARE(again.status(), 200);
        // Those that were refused count as well.
        QCOMPARE(requestsLeft(again), requestLimit / 2 - 5);
        rig.clock.advance(300s);
        QCOMPARE(requestsLeft(rig.get("WhoAmI")), requestLimit - 1);
    }

    void tooMuchTime()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"slow"_s, u"400000"_s)); // the wait is the caller's; here only the time counts
        for (int i = 0; i < 3; ++i)
            QCOMPARE(rig.get("WhoAmI").status(), 200);
        const Answer refused = rig.get("WhoAmI");
        QCOMPARE(refused.status(), 429);
        QCOMPARE(refused.code(), u"0x80072321"_s);
        QCOMPARE(secondsLeft(refused), 0.0);
        QVERIFY(requestsLeft(refused) > requestLimit - 10);
        rig.faults.clear();
        QCOMPARE(rig.get("WhoAmI").status(), 429); // what has been used is used
        rig.clock.advance(300s);
        QCOMPARE(rig.get("WhoAmI").status(), 200);
    }

    void tooManyAtOnce()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"slow"_s, u"2500"_s));
        for (int i = 0; i < 52; ++i)
            QCOMPARE(rig.get("WhoAmI").status(), 200);
        const Answer refused = rig.get("WhoAmI");
        QCOMPARE(refused.status(), 429);
        QCOMPARE(refused.code(), u"0x80072326"_s);
        QCOMPARE(refused.header("Retry-After"), "3");
        rig.clock.advance(2499ms);
        QCOMPARE(rig.get("WhoAmI").status(), 429);
        rig.clock.advance(1ms);
        QCOMPARE(rig.get("WhoAmI").status(), 200);
        const sandbox::webapi::LimitTally tally = rig.dataverse.limitTally();
        QCOMPARE(tally.admitted, 53);
        QCOMPARE(tally.tooManyAtOnce, 2);
        QCOMPARE(tally.refused(), 2);
    }

    void aBatchIsOneRequestOfManyOperations()
    {
        Rig rig;
        QByteArray body;
        for (int i = 0; i < 10; ++i)
            body += "--b\r\nContent-Type: application/http\r\n\r\nGET /api/data/v9.2/WhoAmI HTTP/1.1\r\n\r\n\r\n";
        const Answer batch = rig.post("$batch", body + "--b--\r\n", {{"Content-Type", "multipart/mixed;boundary=b"}});
        QCOMPARE(batch.status(), 200);
        QCOMPARE(requestsLeft(batch), requestLimit - 1);
        const Answer one = rig.get("WhoAmI");
        QVERIFY(1200 - secondsLeft(batch) > 5 * (secondsLeft(batch) - secondsLeft(one)));
    }
};

QTEST_GUILESS_MAIN(TestSimLimits)
#include "tst_simlimits.moc"
