#include "net/network.h"
#include "support/fakeclock.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using net::Reply;
using net::Request;
using support::answer;
using support::FakeClock;
using support::finishOf;
using support::Play;
using support::ScriptServer;
using Waits = QList<std::chrono::milliseconds>;

namespace {

net::ServiceOptions options(int maxInFlight = 6)
{
    return {.name = u"Dataverse"_s, .maxInFlight = maxInFlight, .jitter = [] { return 1.0; }};
}

QList<QByteArray> targets(const ScriptServer &server)
{
    QList<QByteArray> result;
    for (const ScriptServer::Received &request : server.requests())
        result << request.target();
    return result;
}

/// What it does now, whatever it has done so far.
net::ServiceState uncounted(const net::Service &service)
{
    net::ServiceState state = service.state();
    state.answers = 0;
    state.throttled = 0;
    return state;
}

} // namespace

/// Who is sent when, and how often.
class TestScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAsManyAtOnceAsPermitted_data()
    {
        QTest::addColumn<int>("permits");
        for (const int permits : {1, 5, 6, 7, 13, 52})
            QTest::addRow("%d", permits) << permits;
    }

    void sendsAsManyAtOnceAsPermitted()
    {
        QFETCH(int, permits);
        net::Network network;
        const auto service = network.service(options(permits));
        ScriptServer server;
        Play held = answer(200);
        held.isHeld = true;
        server.always(held);

        const int total = permits + 20;
        int done = 0;
        QObject owner;
        for (int i = 0; i < total; ++i) {
            service->send({.url = server.url(u"/%1"_s.arg(i))}, &owner)
                ->whenDone(this, [&done](const core::Result<Reply> &reply) {
                    QVERIFY(reply);
                    ++done;
                });
        }
        QTRY_COMPARE(server.held(), permits);
        QTRY_COMPARE(service->state().inFlight, permits);
        QTRY_COMPARE(service->state().queued, 20);
        QTest::qWait(50);
        QCOMPARE(server.held(), permits); // and not one more
        while (done < total) {
            QVERIFY(server.held() <= permits);
            const int before = done;
            QTRY_VERIFY(server.held() > 0 || done == total);
            server.release();
            QTRY_VERIFY(done > before || done == total);
        }
        QVERIFY(server.connections() <= (permits + 5) / 6 * 6);
        QTRY_COMPARE(uncounted(*service), net::ServiceState());
    }

    void servicesDoNotHoldUpOneAnother()
    {
        net::Network network;
        const auto slow = network.service(options(6));
        const auto quick = network.service(options(6));
        ScriptServer server;
        QObject owner;
        server.decide([](const ScriptServer::Received &request) {
            Play play = answer(200);
            play.isHeld = request.target() == "/slow";
            return play;
        });
        for (int i = 0; i < 10; ++i)
            slow->send({.url = server.url(u"/slow"_s)}, &owner);
        QTRY_COMPARE(server.held(), 6);
        for (int i = 0; i < 10; ++i)
            QVERIFY(finishOf(quick->send({.url = server.url(u"/quick"_s)}, this)));
    }

    void servesInOrder()
    {
        net::Network network;
        const auto service = network.service(options(1));
        ScriptServer server;
        QList<QByteArray> expected;
        core::Job<Reply> *last = nullptr;
        for (int i = 0; i < 20; ++i) {
            expected << "/" + QByteArray::number(i);
            last = service->send({.url = server.url(u"/%1"_s.arg(i))}, this);
        }
        QVERIFY(finishOf(last));
        QCOMPARE(targets(server), expected);
    }

    void waitsAsLongAsAsked_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("429 seconds") << 429 << QByteArray("Retry-After: 37") << 37'000;
        QTest::newRow("429 date") << 429 << QByteArray("Retry-After: Fri, 20 Nov 2026 10:01:00 GMT") << 60'000;
        QTest::newRow("429 without") << 429 << QByteArray("X-None: 1") << 1'000;
        QTest::newRow("503 seconds") << 503 << QByteArray("Retry-After: 9") << 9'000;
        QTest::newRow("503 without") << 503 << QByteArray("X-None: 1") << 500;
        QTest::newRow("500") << 500 << QByteArray("X-None: 1") << 5'000;
    }

    void waitsAsLongAsAsked()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, asked);
        QFETCH(int, milliseconds);
        FakeClock clock;
        net::Network network(clock);
        const auto service = network.service(options());
        ScriptServer server;
        server.add(answer(status, "{}", {asked}));
        server.add(answer(200, "done"));

        core::Job<Reply> *job = service->send({.url = server.url()}, this);
        QTRY_COMPARE(clock.waits(), Waits{std::chrono::milliseconds(milliseconds)});
        QTRY_COMPARE(service->state().waitingUntil, clock.now().addMSecs(milliseconds));
        QVERIFY(service->state().waitingReason.contains(u"Dataverse"_s));
        QVERIFY(service->state().waitingReason.contains(QString::number(status)));
        QCOMPARE(service->state().queued, 1);
        QCOMPARE(service->state().inFlight, 0);
        clock.advance(std::chrono::milliseconds(milliseconds - 1));
        QTest::qWait(30);
        QCOMPARE(server.requests().size(), 1); // not a moment earlier
        clock.advance(1ms);
        const core::Result<Reply> reply = finishOf(job);
        QVERIFY(reply);
        QCOMPARE(reply->body, "done");
        QCOMPARE(reply->attempts, 2);
        QTRY_COMPARE(uncounted(*service), net::ServiceState());
    }

    void retryAfterHoldsBackTheWholeService()
    {
        FakeClock clock;
        net::Network network(clock);
        const auto service = network.service(options(1));
        const auto other = network.service(options(1));
        ScriptServer server;
        server.add(answer(429, {}, {"Retry-After: 10"}));
        core::Job<Reply> *first = service->send({.url = server.url(u"/first"_s)}, this);
        QTRY_VERIFY(service->state().waitingUntil.isValid());
        core::Job<Reply> *second = service->send({.url = server.url(u"/second"_s)}, this);
        QVERIFY(finishOf(other->send({.url = server.url(u"/other"_s)}, this))); // another budget
        QCOMPARE(targets(server), (QList<QByteArray>{"/first", "/other"}));
        clock.advance(10s);
        QVERIFY(finishOf(second));
        QCOMPARE(targets(server), (QList<QByteArray>{"/first", "/other", "/first", "/second"})); // by age
        QVERIFY(first);
    }

    void theLongestRetryAfterCounts()
    {
        FakeClock clock;
        net::Network network(clock);
        const auto service = network.service(options(3));
        ScriptServer server;
        Play held = answer(429, {}, {"Retry-After: 20"});
        held.isHeld = true;
        server.add(held);
        server.add(answer(429, {}, {"Retry-After: 5"}));
        core::Job<Reply> *slow = service->send({.url = server.url(u"/a"_s)}, this);
        QTRY_COMPARE(server.held(), 1);
        core::Job<Reply> *job = service->send({.url = server.url(u"/b"_s)}, this);
        QTRY_COMPARE(clock.waits(), Waits{5s});
        clock.advance(4s);
        server.release();
        QTRY_COMPARE(clock.waits(), (Waits{5s, 20s}));
        clock.advance(19'999ms);
        QTest::qWait(30);
        QCOMPARE(server.requests().size(), 2);
        clock.advance(1ms);
        QVERIFY(finishOf(job));
        QCOMPARE(server.requests().size(), 4);
        QVERIFY(slow);
    }

    void givesUpOnAServiceThatAsksForTooMuch()
    {
        FakeClock clock;
        net::Network network(clock);
        const auto service = network.service(options());
        ScriptServer server;
        server.add(answer(429, "later", {"Retry-After: 86400"}));
        const core::Result<Reply> reply = finishOf(service->send({.url = server.url()}, this));
        QVERIFY(reply);
        QCOMPARE(reply->status, 429);
        QCOMPARE(reply->body, "later");
        QVERIFY(clock.waits().isEmpty());
    }

    void repeatsWithGrowingDelays_data()
    {
        QTest::addColumn<Play>("play");
        QTest::addColumn<Waits>("waits");
        QTest::addColumn<int>("status"); // of what is handed out in the end; 0 = none
        const Waits doubling{500ms, 1s, 2s};
        QTest::newRow("502") << answer(502) << doubling << 502;
        QTest::newRow("503") << answer(503) << doubling << 503;
        QTest::newRow("504") << answer(504) << doubling << 504;
        QTest::newRow("500 once") << answer(500) << Waits{5s} << 500;
        QTest::newRow("connection lost") << Play{.then = Play::Then::Reset} << doubling << 0;
        QTest::newRow("truncated") << Play{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab", Play::Then::Close}
                                   << doubling << 0;
        QTest::newRow("no answer in time") << Play{} << doubling << 0;
        QTest::newRow("no HTTP") << Play{"hello there, this is no HTTP\r\n\r\n"} << doubling << 0;
        QTest::newRow("too large") << answer(200, QByteArray(2'000, 'x')) << Waits{} << 0;
        QTest::newRow("400") << answer(400) << Waits{} << 400;
        QTest::newRow("404") << answer(404) << Waits{} << 404;
        QTest::newRow("412") << answer(412) << Waits{} << 412;
        QTest::newRow("302") << answer(302, {}, {"Location: /b"}) << Waits{} << 302;
    }

    void repeatsWithGrowingDelays()
    {
        QFETCH(Play, play);
        QFETCH(Waits, waits);
        QFETCH(int, status);
        FakeClock clock;
        clock.setJumping(true);
        net::Network network(clock);
        const auto service = network.service(options());
        ScriptServer server;
        server.always(play);
        const core::Result<Reply> reply = finishOf(service->send(
            {.method = "PATCH", .url = server.url(), .body = "{}", .deadline = 200ms, .maxReplyBytes = 1'000}, this));
        QCOMPARE(clock.waits(), waits);
        QCOMPARE(reply ? reply->status : 0, status);
        if (reply)
            QCOMPARE(reply->attempts, int(waits.size()) + 1);
        QCOMPARE(network.log().calls().size(), waits.size() + 1);
    }

    void countsEachKindOfFailureOnItsOwn()
    {
        FakeClock clock;
        clock.setJumping(true);
        net::Network network(clock);
        const auto service = network.service(options());
        ScriptServer server;
        for (const int status : {503, 429, 503, 429, 500, 503, 429, 429, 429, 429})
            server.add(answer(status, {}, status == 429 ? QList<QByteArray>{"Retry-After: 3"} : QList<QByteArray>{}));
        const core::Result<Reply> reply = finishOf(service->send({.url = server.url()}, this));
        QVERIFY(reply);
        QCOMPARE(reply->status, 200); // throttling costs no tries
        QCOMPARE(clock.waits(), (Waits{500ms, 3s, 1s, 3s, 5s, 2s, 3s, 3s, 3s, 3s}));
    }

    void sendsOnceWhatMayNotBeRepeated_data()
    {
        QTest::addColumn<Play>("play");
        QTest::newRow("503") << answer(503);
        QTest::newRow("500") << answer(500);
        QTest::newRow("502") << answer(502);
        QTest::newRow("reset") << Play{.then = Play::Then::Reset};
        QTest::newRow("silence") << Play{};
    }

    void sendsOnceWhatMayNotBeRepeated()
    {
        QFETCH(Play, play);
        FakeClock clock;
        clock.setJumping(true);
        net::Network network(clock);
        const auto service = network.service(options());
        ScriptServer server;
        server.always(play);
        const core::Result<Reply> reply = finishOf(service->send(
            {.method = "POST", .url = server.url(), .body = "x", .deadline = 200ms, .isRepeatable = false}, this));
        QVERIFY(!reply || reply->attempts == 1);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(clock.waits().isEmpty());
    }

    /// A refusal and a connection that never was are no doing: these go again.
    void sendsAgainWhatWasCertainlyNotDone()
    {
        FakeClock clock;
        clock.setJumping(true);
        net::Network network(clock);
        const auto service = network.service(options());
        ScriptServer server;
        server.add(answer(429, {}, {"Retry-After: 3"}));
        server.add(answer(200));
        const net::Request request{.method = "POST", .url = server.url(), .body = "x", .isRepeatable = false};
        const core::Result<Reply> reply = finishOf(service->send(request, this));
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->attempts, 2);
        QCOMPARE(clock.waits(), (Waits{3s}));

        net::Request elsewhere = request;
        elsewhere.url = ScriptServer().url(); // it is gone at once
        const core::Result<Reply> refused = finishOf(service->send(elsewhere, this));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"ConnectionRefused"_s);
        QCOMPARE(clock.waits().size(), 1 + net::RetryPolicy().maxTries - 1);
    }

    /// What may not go again is handed out, and what the service asks for holds for everything else.
    void waitsAsAskedThoughItIsHandedOut()
    {
        FakeClock clock;
        clock.setJumping(true);
        net::Network network(clock);
        const auto service = network.service(options());
        ScriptServer server;
        server.add(answer(503, {}, {"Retry-After: 7"}));
        server.add(answer(200));
        const core::Result<Reply> reply =
            finishOf(service->send({.method = "POST", .url = server.url(), .body = "x", .isRepeatable = false}, this));
        QVERIFY(reply);
        QCOMPARE(reply->status, 503);
        QVERIFY(finishOf(service->send({.url = server.url()}, this)));
        QCOMPARE(clock.waits(), (Waits{7s}));
    }

    void oneFailureHoldsUpNobodyElse()
    {
        FakeClock clock;
        net::Network network(clock);
        const auto service = network.service(options(1));
        ScriptServer server;
        server.add(answer(503));
        core::Job<Reply> *failing = service->send({.url = server.url(u"/failing"_s)}, this);
        QTRY_COMPARE(clock.waits().size(), 1);
        QVERIFY(finishOf(service->send({.url = server.url(u"/fine"_s)}, this)));
        clock.advance(500ms);
        QVERIFY(finishOf(failing));
    }

    void pauseHoldsBackAndResumeGoesOn()
    {
        net::Network network;
        const auto service = network.service(options(2));
        ScriptServer server;
        Play held = answer(200);
        held.isHeld = true;
        server.add(held);
        core::Job<Reply> *running = service->send({.url = server.url(u"/running"_s)}, this);
        QTRY_COMPARE(server.held(), 1);
        service->pause();
        core::Job<Reply> *waiting = service->send({.url = server.url(u"/waiting"_s)}, this);
        QTRY_VERIFY(service->state().isPausedByUser);
        server.release();
        QVERIFY(finishOf(running)); // what is on its way arrives
        QTRY_COMPARE(uncounted(*service), (net::ServiceState{.queued = 1, .isPausedByUser = true}));
        QTest::qWait(30);
        QCOMPARE(server.requests().size(), 1);
        QSignalSpy changed(service.get(), &net::Service::stateChanged);
        service->resume();
        QVERIFY(finishOf(waiting));
        QTRY_COMPARE(uncounted(*service), net::ServiceState());
        QCOMPARE(service->state().answers, 2);
        QVERIFY(!changed.isEmpty());
    }

    void pauseOutlivesAWait()
    {
        FakeClock clock;
        net::Network network(clock);
        const auto service = network.service(options(1));
        ScriptServer server;
        server.add(answer(429, {}, {"Retry-After: 10"}));
        core::Job<Reply> *job = service->send({.url = server.url()}, this);
        QTRY_VERIFY(service->state().waitingUntil.isValid());
        service->pause();
        QTRY_VERIFY(service->state().isPausedByUser);
        clock.advance(10s);
        QTRY_VERIFY(!service->state().waitingUntil.isValid());
        QCOMPARE(server.requests().size(), 1);
        service->resume();
        QVERIFY(finishOf(job));
    }

    void cancels_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<bool>("byDeleting");
        for (const char *when : {"queued", "running", "throttled", "backing off", "paused", "at once"}) {
            QTest::addRow("cancel %s", when) << QString::fromLatin1(when) << false;
            QTest::addRow("delete %s", when) << QString::fromLatin1(when) << true;
        }
    }

    void cancels()
    {
        QFETCH(QString, when);
        QFETCH(bool, byDeleting);
        FakeClock clock;
        net::Network network(clock);
        const auto service = network.service(options(1));
        ScriptServer server;
        Play held = answer(200);
        held.isHeld = true;
        QPointer<core::Job<Reply>> blocker;
        if (when == u"queued"_s) {
            server.add(held);
            blocker = service->send({.url = server.url(u"/blocker"_s)}, this);
            QTRY_COMPARE(server.held(), 1);
        }
        if (when == u"running"_s)
            server.add(held);
        if (when == u"throttled"_s)
            server.add(answer(429, {}, {"Retry-After: 10"}));
        if (when == u"backing off"_s)
            server.add(answer(503));
        if (when == u"paused"_s)
            service->pause();
        auto *job = service->send({.url = server.url(u"/job"_s)}, this);
        if (when == u"queued"_s)
            QTRY_COMPARE(service->state().queued, 1);
        if (when == u"running"_s)
            QTRY_COMPARE(server.held(), 1);
        if (when == u"throttled"_s || when == u"backing off"_s)
            QTRY_VERIFY(service->state().waitingUntil.isValid());
        if (when == u"paused"_s)
            QTRY_COMPARE(service->state().queued, 1);
        const qsizetype seen = server.requests().size();

        if (byDeleting) {
            delete job;
        } else {
            job->cancel();
            const core::Result<Reply> result = finishOf(job);
            QVERIFY(!result);
            QCOMPARE(result.error().kind, Error::Kind::Cancelled);
        }
        if (blocker)
            server.release();
        if (when == u"paused"_s)
            service->resume();
        clock.advance(60s);
        QTRY_COMPARE(service->state().queued, 0);
        QTRY_COMPARE(service->state().inFlight, 0);
        QTest::qWait(20);
        QCOMPARE(server.requests().size(), when == u"at once"_s ? server.requests().size() : seen);
        // The permit is free again.
        QVERIFY(finishOf(service->send({.url = server.url(u"/next"_s)}, this)));
    }

    void aManagerIsNeverOverfull()
    {
        // Fifty-two at once must not wait for one another inside Qt: all are answered although the first to arrive is
        // answered last.
        net::Network network;
        const auto service = network.service(options(52));
        ScriptServer server;
        Play held = answer(200);
        held.isHeld = true;
        server.always(held);
        int done = 0;
        for (int i = 0; i < 52; ++i)
            service->send({.url = server.url()}, this)->whenDone(this, [&done](const core::Result<Reply> &) {
                ++done;
            });
        QTRY_COMPARE(server.held(), 52);
        QCOMPARE(server.connections(), 52);
        server.release();
        QTRY_COMPARE(done, 52);
    }

    void survivesAThousandOfEverything()
    {
        FakeClock clock;
        clock.setJumping(true);
        net::Network network(clock);
        const auto service = network.service(options(20));
        ScriptServer server;
        int count = 0;
        server.decide([&count](const ScriptServer::Received &) {
            switch (++count % 50) {
            case 7:
                return answer(429, {}, {"Retry-After: 2"});
            case 19:
                return answer(503);
            case 23:
                return Play{.then = Play::Then::Reset};
            case 31:
                return Play{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab", Play::Then::Close};
            default:
                return answer(204);
            }
        });
        int good = 0;
        int done = 0;
        for (int i = 0; i < 1'000; ++i) {
            auto *job = service->send({.method = "PATCH", .url = server.url(u"/%1"_s.arg(i)), .body = "{}"}, this);
            job->whenDone(this, [&](const core::Result<Reply> &reply) {
                ++done;
                good += reply && reply->status == 204;
            });
        }
        QTRY_COMPARE(done, 1'000);
        QCOMPARE(good, 1'000);
        QTRY_COMPARE(uncounted(*service), net::ServiceState());
    }
};

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
