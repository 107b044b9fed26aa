#include "net/network.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::Error;
using net::Reply;
using support::answer;
using support::Play;
using support::ScriptServer;

/// Everything that can go away while requests are under way, in every order. The sanitizers judge.
class TestLifetimes : public QObject
{
    Q_OBJECT

private:
    /// Jobs at every stage: with three permits some run, some are queued.
    static QList<QPointer<core::Job<Reply>>> startMany(net::Service &service, const ScriptServer &server,
                                                       QObject *parent, int &finished, int &cancelled)
    {
        QList<QPointer<core::Job<Reply>>> jobs;
        for (int i = 0; i < 8; ++i) {
            auto *job = service.send({.url = server.url()}, parent);
            job->whenDone(job, [&finished, &cancelled](const core::Result<Reply> &reply) {
                ++finished;
                cancelled += !reply && reply.error().kind == Error::Kind::Cancelled;
            });
            jobs << job;
        }
        return jobs;
    }

private Q_SLOTS:
    void anyOrderOfDestruction_data()
    {
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("stage");
        QString order = u"JNS"_s; // jobs, network, service
        do {
            for (const char *stage : {"fresh", "running", "answered"})
                QTest::addRow("%s %s", qPrintable(order), stage) << order << QString::fromLatin1(stage);
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void anyOrderOfDestruction()
    {
        QFETCH(QString, order);
        QFETCH(QString, stage);
        ScriptServer server;
        Play held = answer(200);
        held.isHeld = true;
        server.always(held);
        auto network = std::make_unique<net::Network>();
        auto service = network->service({.name = u"Test"_s, .maxInFlight = 3});
        auto owner = std::make_unique<QObject>();
        int finished = 0;
        int cancelled = 0;
        const auto jobs = startMany(*service, server, owner.get(), finished, cancelled);
        if (stage != u"fresh"_s)
            QTRY_COMPARE(server.held(), 3);
        if (stage == u"answered"_s)
            server.release(); // the answers meet the destruction half-way

        for (const QChar what : order) {
            if (what == u'J')
                owner.reset();
            else if (what == u'N')
                network.reset();
            else
                service.reset();
            if (what == u'J' && order.startsWith(u'J'))
                QCOMPARE(finished, 0);
        }
        QTRY_COMPARE(server.openConnections(), 0);
        for (const auto &job : jobs)
            QVERIFY(job.isNull());
        QCOMPARE(cancelled, finished);
    }

    void jobsOfAServiceThatGoesFinishAsCancelled_data()
    {
        QTest::addColumn<bool>("networkGoes");
        QTest::newRow("service") << false;
        QTest::newRow("network") << true;
    }

    void jobsOfAServiceThatGoesFinishAsCancelled()
    {
        QFETCH(bool, networkGoes);
        ScriptServer server;
        Play held = answer(200);
        held.isHeld = true;
        server.always(held);
        auto network = std::make_unique<net::Network>();
        auto service = network->service({.name = u"Test"_s, .maxInFlight = 3});
        QObject owner;
        int finished = 0;
        int cancelled = 0;
        startMany(*service, server, &owner, finished, cancelled);
        QTRY_COMPARE(server.held(), 3);
        if (networkGoes)
            network.reset();
        else
            service.reset();
        QCOMPARE(finished, 0); // never inside the call
        QTRY_COMPARE(finished, 8);
        QCOMPARE(cancelled, 8);
        if (service) { // what is left of it still answers
            const core::Result<Reply> late = support::finishOf(service->send({.url = server.url()}, &owner));
            QVERIFY(!late);
            QCOMPARE(late.error().kind, Error::Kind::Cancelled);
            service->pause();
            service->resume();
        }
    }

    void aHandlerMayDestroyEverything()
    {
        ScriptServer server;
        auto network = std::make_unique<net::Network>();
        auto service = network->service({.name = u"Test"_s, .maxInFlight = 3});
        auto owner = std::make_unique<QObject>();
        bool called = false;
        for (int i = 0; i < 6; ++i) {
            service->send({.url = server.url()}, owner.get())->whenDone(this, [&](const core::Result<Reply> &) {
                called = true;
                owner.reset();
                service.reset();
                network.reset();
            });
        }
        QTRY_VERIFY(called);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void aHandlerMaySendAgain()
    {
        ScriptServer server;
        net::Network network;
        const auto service = network.service({.name = u"Test"_s, .maxInFlight = 1});
        int left = 20;
        std::function<void()> next = [&] {
            service->send({.url = server.url()}, this)->whenDone(this, [&](const core::Result<Reply> &reply) {
                QVERIFY(reply);
                if (--left > 0)
                    next();
            });
        };
        next();
        QTRY_COMPARE(left, 0);
    }

    void aJobMayBelongToItsService()
    {
        ScriptServer server;
        server.always({});
        net::Network network;
        auto service = network.service({.name = u"Test"_s});
        QPointer<core::Job<Reply>> job = service->send({.url = server.url()}, service.get());
        QTRY_COMPARE(server.requests().size(), 1);
        service.reset();
        QVERIFY(job.isNull());
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void aNetworkMayLiveForAMoment()
    {
        for (int i = 0; i < 20; ++i) {
            net::Network network;
            const auto service = network.service({.name = u"Test"_s});
            Q_UNUSED(service)
        }
        const net::Network unused;
        Q_UNUSED(unused)
    }
};

QTEST_GUILESS_MAIN(TestLifetimes)
#include "tst_lifetimes.moc"
