#include "net/network.h"
#include "net/permits.h"
#include "support/fakeclock.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::PermitRule;
using net::Permits;
using net::Reply;
using support::answer;
using support::FakeClock;
using support::Play;
using support::ScriptServer;

/// How many requests at once, where the service's answers decide.
class TestPermits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAtTheHint_data()
    {
        QTest::addColumn<int>("hint");
        QTest::addColumn<int>("count");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("senseless") << -3 << 0;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("usual") << 5 << 5;
        QTest::newRow("the most") << 52 << 52;
        QTest::newRow("more than that") << 500 << 52;
    }

    void beginsAtTheHint()
    {
        QFETCH(const int, hint);
        QFETCH(const int, count);
        QCOMPARE(Permits({.start = hint}, 0ms).count(), count);
        QCOMPARE(Permits({.start = hint}, 0ms).isSteered(), count > 0);
    }

    void isNotSteeredWithoutAHint()
    {
        Permits permits({}, 0ms);
        permits.throttled(0ms, 1ms);
        permits.answered(true, 100'000ms);
        QCOMPARE(permits.count(), 0);
    }

    void risesByOneAfterManyGoodAnswers()
    {
        Permits permits({.start = 4, .most = 6, .growAfterAnswers = 10}, 0ms);
        for (int i = 0; i < 9; ++i)
            permits.answered(true, 1ms);
        QCOMPARE(permits.count(), 4);
        permits.answered(true, 1ms);
        QCOMPARE(permits.count(), 5);
        for (int i = 0; i < 100; ++i)
            permits.answered(true, 1ms);
        QCOMPARE(permits.count(), 6); // and no more
    }

    void risesByOneAfterAMinute()
    {
        Permits permits({.start = 4}, 0ms);
        permits.answered(true, 59'999ms);
        QCOMPARE(permits.count(), 4);
        permits.answered(true, 60'000ms);
        QCOMPARE(permits.count(), 5);
        permits.answered(true, 60'001ms);
        QCOMPARE(permits.count(), 5);
        permits.throttled(100'000ms, 100'000ms);
        QCOMPARE(permits.count(), 2);
        permits.answered(true, 159'999ms); // a minute since the 429
        QCOMPARE(permits.count(), 2);
        permits.answered(true, 160'000ms);
        QCOMPARE(permits.count(), 3);
    }

    /// What was never used up proves nothing.
    void doesNotRiseUnused()
    {
        Permits permits({.start = 4, .growAfterAnswers = 10}, 0ms);
        for (int i = 0; i < 1'000; ++i)
            permits.answered(false, 1ms * i * 1'000);
        QCOMPARE(permits.count(), 4);
    }

    void halvesDownToOne()
    {
        Permits permits({.start = 13}, 0ms);
        QList<int> counts;
        for (int i = 1; i <= 5; ++i) {
            permits.throttled(i * 1'000ms, i * 1'000ms + 10ms);
            counts << permits.count();
        }
        QCOMPARE(counts, (QList<int>{6, 3, 1, 1, 1}));
    }

    /// Forty that were sent together and refused together are one event.
    void halvesOnceForWhatWasSentTogether()
    {
        Permits permits({.start = 40}, 0ms);
        for (int i = 0; i < 40; ++i)
            permits.throttled(100ms, 200ms + i * 1ms);
        QCOMPARE(permits.count(), 20);
        permits.throttled(300ms, 301ms); // sent afterwards
        QCOMPARE(permits.count(), 10);
    }

    void aServiceKeepsToIt()
    {
        FakeClock clock;
        net::Network network(clock);
        const auto service = network.service(
            {.name = u"Dataverse"_s, .maxInFlight = 2, .permits = {.start = 8, .most = 9, .growAfterAnswers = 1'000}});
        ScriptServer server;
        Play held = answer(200);
        held.isHeld = true;
        server.always(held);
        Play throttled = answer(429, "{}", {"Retry-After: 7"});
        throttled.isHeld = true;
        for (int i = 0; i < 8; ++i)
            server.add(throttled);

        QObject owner;
        int done = 0;
        for (int i = 0; i < 30; ++i)
            service->send({.url = server.url(u"/%1"_s.arg(i))}, &owner)
                ->whenDone(this, [&done](const core::Result<Reply> &reply) {
                    QVERIFY(reply && reply->isSuccess());
                    ++done;
                });
        QTRY_COMPARE(server.held(), 8);
        QTRY_COMPARE(service->state().permits, 8);
        QTRY_COMPARE(service->state().inFlight, 8);

        clock.advance(1s);
        server.release();
        QTRY_COMPARE(service->state().permits, 4);
        QTRY_COMPARE(service->state().inFlight, 0);
        QVERIFY(service->state().waitingReason.contains(u"429"_s));
        QCOMPARE(service->state().waitingUntil, clock.now().addSecs(7));
        clock.advance(6'999ms);
        QTest::qWait(30);
        QCOMPARE(server.requests().size(), 8); // to the second
        clock.advance(1ms);
        QTRY_COMPARE(server.held(), 4);
        QTRY_COMPARE(service->state().inFlight, 4);
        QVERIFY(!service->state().waitingUntil.isValid());

        clock.advance(60s);
        while (done < 30) {
            const int before = done;
            QTRY_VERIFY(server.held() > 0 || done == 30);
            QVERIFY(server.held() <= 9);
            server.release();
            QTRY_VERIFY(done > before || done == 30);
        }
        QTRY_COMPARE(service->state().permits, 5); // a minute later, one more
    }

    void othersAreAsTheyWere()
    {
        net::Network network;
        const auto service = network.service({.name = u"Dataverse"_s, .maxInFlight = 3});
        ScriptServer server;
        Play held = answer(200);
        held.isHeld = true;
        server.always(held);
        QObject owner;
        for (int i = 0; i < 10; ++i)
            service->send({.url = server.url()}, &owner);
        QTRY_COMPARE(server.held(), 3);
        QTRY_COMPARE(service->state().inFlight, 3);
        QCOMPARE(service->state().permits, 0);
    }

    /// A request that does not want to be tried again when it was late.
    void handsOutATimeoutWhenAskedTo()
    {
        FakeClock clock;
        clock.setJumping(true);
        net::Network network(clock);
        const auto service = network.service({.name = u"Dataverse"_s, .retry = {.maxTries = 3}});
        ScriptServer server;
        Play held = answer(200);
        held.isHeld = true;
        server.always(held);
        net::Request request{.url = server.url(), .deadline = 50ms};
        QVERIFY(!support::finishOf(service->send(request, this)));
        QCOMPARE(server.requests().size(), 3);
        request.isTriedAgainWhenLate = false;
        const core::Result<Reply> late = support::finishOf(service->send(request, this));
        QVERIFY(!late);
        QCOMPARE(late.error().kind, core::Error::Kind::Timeout);
        QCOMPARE(server.requests().size(), 4);
        request.deadline = 10s;
        server.always(answer(200));
        server.add(answer(503)); // that is tried again all the same
        QVERIFY(support::finishOf(service->send(request, this)));
        QCOMPARE(server.requests().size(), 6);
    }
};

QTEST_GUILESS_MAIN(TestPermits)
#include "tst_permits.moc"
