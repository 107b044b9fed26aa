#include "net/network.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using core::Secret;
using net::Reply;
using support::answer;
using support::finishOf;
using support::ScriptServer;

namespace {

/// Hands out "Bearer 1", "Bearer 2", … and remembers what came back.
class Counter final : public net::Authorizer
{
public:
    core::Job<Secret> *authorization(const Secret &notAgain, QObject *parent) override
    {
        refused << notAgain.reveal();
        if (failsAt > 0 && refused.size() >= failsAt)
            return new core::ReadyJob<Secret>(Error{.kind = Error::Kind::SignIn, .message = u"no"_s}, parent);
        return new core::ReadyJob<Secret>(Secret("Bearer " + QByteArray::number(refused.size())), parent);
    }

    QList<QByteArray> refused;
    int failsAt = 0;
};

class OpenJob final : public core::Job<Secret>
{
public:
    explicit OpenJob(QObject *parent) : Job(parent) {}
    void end(const core::Result<Secret> &result) { finish(result); }
};

/// Answers when the test says so.
class Late final : public net::Authorizer
{
public:
    core::Job<Secret> *authorization(const Secret &, QObject *parent) override { return job = new OpenJob(parent); }
    QPointer<OpenJob> job;
};

} // namespace

class TestAuthorizedCall : public QObject
{
    Q_OBJECT

private:
    net::Network m_network;
    std::unique_ptr<net::Service> m_service = m_network.service({.name = u"Test"_s, .retry = {.maxTries = 1}});

    static QList<QByteArray> authorizations(const ScriptServer &server)
    {
        QList<QByteArray> headers;
        for (const ScriptServer::Received &request : server.requests())
            headers << request.header("Authorization");
        return headers;
    }

private Q_SLOTS:
    void sendsTheHeader()
    {
        ScriptServer server;
        Counter counter;
        const core::Result<Reply> reply = finishOf(net::sendAuthorized(
            *m_service, counter,
            {.method = "PATCH", .url = server.url(), .headers = {{"authorization", "Bearer old"}}, .body = "{}"},
            this));
        QVERIFY(reply);
        QCOMPARE(authorizations(server), QList<QByteArray>{"Bearer 1"});
        QCOMPARE(server.requests().first().body, "{}");
        QCOMPARE(counter.refused, QList<QByteArray>{""});
    }

    void renewsOnceAfter401()
    {
        ScriptServer server;
        server.add(answer(401, {}, {"WWW-Authenticate: Bearer authorization_uri=https://login/x, resource_id=y"}));
        server.add(answer(200, "fine"));
        Counter counter;
        const core::Result<Reply> reply =
            finishOf(net::sendAuthorized(*m_service, counter, {.url = server.url()}, this));
        QVERIFY(reply);
        QCOMPARE(reply->body, "fine");
        QCOMPARE(authorizations(server), (QList<QByteArray>{"Bearer 1", "Bearer 2"}));
        QCOMPARE(counter.refused, (QList<QByteArray>{"", "Bearer 1"}));
    }

    void handsOutTheSecond401()
    {
        ScriptServer server;
        server.always(answer(401, "still no"));
        Counter counter;
        const core::Result<Reply> reply =
            finishOf(net::sendAuthorized(*m_service, counter, {.url = server.url()}, this));
        QVERIFY(reply);
        QCOMPARE(reply->status, 401);
        QCOMPARE(reply->body, "still no");
        QCOMPARE(server.requests().size(), 2);
    }

    void renewsForNothingElse()
    {
        for (const int status : {400, 403, 404, 407 + 1, 500}) {
            ScriptServer server;
            server.always(answer(status));
            Counter counter;
            const core::Result<Reply> reply =
                finishOf(net::sendAuthorized(*m_service, counter, {.url = server.url()}, this));
            QVERIFY(reply);
            QCOMPARE(reply->status, status);
            QCOMPARE(counter.refused.size(), 1);
        }
    }

    void endsWithTheAuthorizersError_data()
    {
        QTest::addColumn<int>("failsAt");
        QTest::newRow("at once") << 1;
        QTest::newRow("at the renewal") << 2;
    }

    void endsWithTheAuthorizersError()
    {
        QFETCH(int, failsAt);
        ScriptServer server;
        server.always(answer(401));
        Counter counter;
        counter.failsAt = failsAt;
        const core::Result<Reply> reply =
            finishOf(net::sendAuthorized(*m_service, counter, {.url = server.url()}, this));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::SignIn);
        QCOMPARE(server.requests().size(), failsAt - 1);
    }

    void cancelsWhileWaitingForTheToken()
    {
        ScriptServer server;
        Late late;
        core::Job<Reply> *job = net::sendAuthorized(*m_service, late, {.url = server.url()}, this);
        QVERIFY(late.job);
        job->cancel();
        QVERIFY(late.job.isNull());
        const core::Result<Reply> reply = finishOf(job);
        QCOMPARE(reply.error().kind, Error::Kind::Cancelled);
        QCOMPARE(server.connections(), 0);
    }

    void cancelsWhileSending()
    {
        ScriptServer server;
        server.always({});
        Counter counter;
        core::Job<Reply> *job = net::sendAuthorized(*m_service, counter, {.url = server.url()}, this);
        QTRY_COMPARE(server.requests().size(), 1);
        job->cancel();
        QCOMPARE(finishOf(job).error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void survivesTheServicesEndWhileWaitingForTheToken()
    {
        auto service = m_network.service({.name = u"Short"_s});
        ScriptServer server;
        Late late;
        core::Job<Reply> *job = net::sendAuthorized(*service, late, {.url = server.url()}, this);
        service.reset();
        late.job->end(Secret("Bearer 1"));
        QCOMPARE(finishOf(job).error().kind, Error::Kind::Cancelled);
        QCOMPARE(server.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestAuthorizedCall)
#include "tst_authorizedcall.moc"
