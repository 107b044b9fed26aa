#include "dataverse/bulkwrite.h"
#include "support/fakeclock.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using core::Result;
using dataverse::BulkAnswer;
using dataverse::BulkMessages;
using dataverse::BulkOptions;
using dataverse::BulkReply;
using dataverse::BulkTable;
using dataverse::BulkWay;
using dataverse::BulkWriteJob;
using dataverse::Write;
using dataverse::WriteReply;
using support::answer;
using support::finishOf;
using support::Play;
using support::ScriptServer;
using Condition = Write::Condition;
using Effect = WriteReply::Effect;
using Fate = BulkAnswer::Fate;
using Received = ScriptServer::Received;

namespace {

constexpr BulkMessages allMessages{.create = true, .update = true, .upsert = true};
const BulkTable contacts{.logicalName = u"contact"_s, .entitySet = u"contacts"_s, .primaryId = u"contactid"_s};

class TestAuthorizer final : public net::Authorizer
{
public:
    bool isRefused = false;

    core::Job<core::Secret> *authorization(const core::Secret &, QObject *parent) override
    {
        if (isRefused)
            return new core::ReadyJob<core::Secret>(
                Error{.kind = Error::Kind::SignIn, .message = u"no"_s, .httpStatus = 400}, parent);
        return new core::ReadyJob<core::Secret>(core::Secret("Bearer token"), parent);
    }
};

QString guid(int number)
{
    return u"7c0f0000-0000-4000-8000-%1"_s.arg(number, 12, 10, '0'_L1);
}

mapping::Cell cell(const QString &column, const QByteArray &json)
{
    return {.column = column, .member = column.toLatin1(), .json = json};
}

Write update(int number)
{
    return {.entitySet = u"contacts"_s, .rowId = guid(number), .cells = {cell(u"donotemail"_s, "true")}};
}

QList<Write> updates(int count)
{
    QList<Write> writes;
    for (int i = 0; i < count; ++i)
        writes << update(i);
    return writes;
}

QList<Write> creations(int count)
{
    QList<Write> writes = updates(count);
    for (Write &write : writes)
        write.condition = Condition::CreateOnly;
    return writes;
}

QList<Write> guarded(QList<Write> writes)
{
    for (Write &write : writes) {
        write.condition = Condition::IfUnchanged;
        write.etag = u"W/\"17\""_s;
    }
    return writes;
}

QByteArray refusal(const QByteArray &code)
{
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"words\"}}";
}

bool isBatch(const Received &request)
{
    return request.target().endsWith("$batch");
}

bool isMessage(const Received &request)
{
    return request.target().contains("Microsoft.Dynamics.CRM.");
}

/// How many rows a request is about.
int rowsOf(const Received &request)
{
    if (isMessage(request))
        return int(QJsonDocument::fromJson(request.body).object().value(u"Targets"_s).toArray().size());
    return isBatch(request) ? int(request.body.count("PATCH ")) : 1;
}

Play batchAnswer(const QByteArrayList &parts, int status = 200)
{
    QByteArray body;
    for (const QByteArray &part : parts)
        body += "--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 " + part + "\r\n";
    return answer(status, body + "--b--\r\n", {"Content-Type: multipart/mixed; boundary=b"});
}

const QByteArray done = "204 No Content\r\n\r\n";

QByteArray refused(int status, const QByteArray &code)
{
    return QByteArray::number(status) + " X\r\nContent-Type: application/json\r\n\r\n" + refusal(code);
}

/// As a service that likes everything.
Play agree(const Received &request)
{
    if (request.target().contains("CreateMultiple"))
        return answer(200, "{\"Ids\":[]}");
    return isBatch(request) ? batchAnswer(QByteArrayList(rowsOf(request), done)) : answer(204);
}

QList<int> sizes(const ScriptServer &server)
{
    QList<int> result;
    for (const Received &request : server.requests())
        result << rowsOf(request);
    return result;
}

int count(const BulkReply &reply, Fate fate)
{
    return int(std::count_if(reply.answers.cbegin(), reply.answers.cend(),
                             [fate](const BulkAnswer &one) { return one.fate == fate; }));
}

} // namespace

Q_DECLARE_METATYPE(dataverse::Write)

/// Many rows at once, against a service that does what services rarely do.
class TestBulkWrite : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ScriptServer> m_server;
    support::FakeClock m_clock;
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_service;
    TestAuthorizer m_authorizer;

    BulkWriteJob *start(const QList<Write> &writes, const BulkOptions &options)
    {
        return new BulkWriteJob(*m_service, m_authorizer, m_server->url(u"/api/data/v9.2/"_s), contacts, writes,
                                options, this);
    }

    BulkReply run(const QList<Write> &writes, const BulkOptions &options)
    {
        const Result<BulkReply> reply = finishOf<BulkReply>(start(writes, options));
        if (!reply || reply->answers.size() != writes.size())
            qFatal("the job broke its promise");
        return *reply;
    }

private Q_SLOTS:
    void init()
    {
        m_clock.setJumping(true);
        m_server = std::make_unique<ScriptServer>();
        m_server->decide(agree);
        m_network = std::make_unique<net::Network>(m_clock);
        m_service = m_network->service({.name = u"Dataverse"_s, .retry = {.maxTries = 2}});
        m_authorizer.isRefused = false;
    }

    void cleanup()
    {
        m_service.reset();
        m_network.reset();
        m_server.reset();
    }

    void choosesTheWay_data()
    {
        QTest::addColumn<Write>("write");
        QTest::addColumn<BulkWay>("way");
        const auto with = [](Condition condition, auto change) {
            Write write = update(1);
            write.condition = condition;
            change(write);
            return write;
        };
        const auto asIs = [](Write &) {};
        const auto byKey = [](Write &write) {
            write.rowId.clear();
            write.key = {{.column = u"new_id"_s, .value = u"u-1"_s}};
        };
        QTest::newRow("update by id") << with(Condition::UpdateOnly, asIs) << BulkWay::UpdateMultiple;
        QTest::newRow("create by id") << with(Condition::CreateOnly, asIs) << BulkWay::CreateMultiple;
        QTest::newRow("upsert by id") << with(Condition::Upsert, asIs) << BulkWay::UpsertMultiple;
        QTest::newRow("if unchanged") << with(Condition::IfUnchanged, [](Write &write) { write.etag = u"W/\"1\""_s; })
                                      << BulkWay::Batch;
        QTest::newRow("update by key") << with(Condition::UpdateOnly, byKey) << BulkWay::Batch;
        QTest::newRow("create by key") << with(Condition::CreateOnly, byKey) << BulkWay::Batch;
        QTest::newRow("upsert by key") << with(Condition::Upsert, byKey) << BulkWay::UpsertMultiple;
        QTest::newRow("upsert by a key that must be encoded") << with(Condition::Upsert, [&](Write &write) {
            byKey(write);
            write.key[0].value = u"O'Neil"_s;
        }) << BulkWay::Batch;
        QTest::newRow("upsert that repeats its key") << with(Condition::Upsert, [&](Write &write) {
            byKey(write);
            write.cells << cell(u"new_id"_s, "\"u-1\"");
        }) << BulkWay::Batch;
        QTest::newRow("upsert that asks what it did")
            << with(Condition::Upsert, [](Write &write) { write.primaryId = u"contactid"_s; }) << BulkWay::Batch;
        QTest::newRow("another table") << with(Condition::UpdateOnly, [](Write &write) {
            write.entitySet = u"leads"_s;
        }) << BulkWay::Batch;
        QTest::newRow("its id among the columns")
            << with(Condition::UpdateOnly, [](Write &write) { write.cells << cell(u"contactid"_s, "\"x\""); })
            << BulkWay::Batch;
        QTest::newRow("no columns") << with(Condition::UpdateOnly, [](Write &write) { write.cells.clear(); })
                                    << BulkWay::Batch;
    }

    void choosesTheWay()
    {
        QFETCH(const Write, write);
        QFETCH(const BulkWay, way);
        QCOMPARE(wayOf(write, contacts, allMessages), way);
        QCOMPARE(wayOf(write, contacts, {}), BulkWay::Batch);
    }

    void sendsWhatIsDocumented()
    {
        QList<Write> writes{update(1), update(2)};
        writes[1].cells << mapping::Cell{.column = u"x"_s, .member = "new_X@odata.bind", .json = "\"/new_xs(1)\""};
        writes << update(3) << update(4) << update(5) << update(6);
        writes[2].condition = writes[3].condition = Condition::CreateOnly;
        writes[4].condition = writes[5].condition = Condition::Upsert;
        writes[5].rowId.clear();
        writes[5].key = {{.column = u"new_id"_s, .value = u"u-1"_s},
                         {.column = u"new_no"_s, .value = u"42"_s, .form = dataverse::KeyPart::Form::Bare}};
        const BulkReply reply = run(writes, {.messages = allMessages,
                                             .tag = u"didomi push"_s,
                                             .headers = {{"MSCRM.BypassBusinessLogicExecution", "CustomSync"}}});
        QCOMPARE(reply.requests, 3);
        const QList<Received> &sent = m_server->requests();
        QCOMPARE(sent.at(0).requestLine(), "POST /api/data/v9.2/contacts/Microsoft.Dynamics.CRM.UpdateMultiple"
                                           "?tag=didomi%20push HTTP/1.1");
        QCOMPARE(sent.at(0).header("MSCRM.BypassBusinessLogicExecution"), "CustomSync");
        QCOMPARE(sent.at(0).header("Content-Type"), "application/json; charset=utf-8");
        QCOMPARE(sent.at(0).body, "{\"Targets\":[{\"@odata.type\":\"Microsoft.Dynamics.CRM.contact\",\"contactid\":\"" +
                                      guid(1).toLatin1() +
                                      "\",\"donotemail\":true},{\"@odata.type\":\"Microsoft.Dynamics.CRM.contact\"," +
                                      "\"contactid\":\"" + guid(2).toLatin1() +
                                      "\",\"donotemail\":true,\"new_X@odata.bind\":\"/new_xs(1)\"}]}");
        QVERIFY(sent.at(1).target().startsWith("/api/data/v9.2/contacts/Microsoft.Dynamics.CRM.CreateMultiple"));
        QVERIFY(sent.at(2).target().startsWith("/api/data/v9.2/contacts/Microsoft.Dynamics.CRM.UpsertMultiple"));
        QVERIFY(sent.at(2).body.contains("\"@odata.id\":\"contacts(new_id='u-1',new_no=42)\",\"donotemail\":true"));
        QCOMPARE(reply.answers.at(2).reply.effect, Effect::Created);
        QCOMPARE(reply.answers.at(0).reply.effect, Effect::Updated);
    }

    void sendsSinglesAsTheyWouldGoAlone()
    {
        QList<Write> writes = updates(2);
        writes[0].condition = Condition::IfUnchanged;
        writes[0].etag = u"W/\"17\""_s;
        writes[1].condition = Condition::CreateOnly;
        const BulkReply reply = run(writes, {.tag = u"t"_s, .headers = {{"MSCRM.X", "y"}}});
        QCOMPARE(reply.requests, 1);
        const Received &sent = m_server->requests().constFirst();
        QVERIFY(sent.header("Content-Type").startsWith("multipart/mixed; boundary="));
        QCOMPARE(sent.header("Prefer"), "odata.continue-on-error");
        QVERIFY(sent.body.contains("If-Match: W/\"17\"\r\nMSCRM.X: y\r\n\r\n{\"donotemail\":true}\r\n"));
        QVERIFY(sent.body.contains("If-None-Match: *\r\n"));
        QVERIFY(sent.body.contains("PATCH /api/data/v9.2/contacts(" + guid(0).toLatin1() + ")?tag=t HTTP/1.1\r\n"));
        QVERIFY(!sent.body.contains("Bearer"));
    }

    /// Rows that the service is slow with, or that are too many: less at once, and the size is remembered.
    void sendsLessAtOnce_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<BulkMessages>("messages");
        for (const auto &[name, messages] : {std::pair("message", allMessages), std::pair("batch", BulkMessages())}) {
            QTest::addRow("too large, %s", name) << 413 << QByteArray("") << messages;
        }
        QTest::newRow("SQL's time-out") << 500 << QByteArray("0x80044151") << allMessages;
        QTest::newRow("a plug-in's time-out") << 400 << QByteArray("-2147204751") << allMessages;
    }

    void sendsLessAtOnce()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        QFETCH(const BulkMessages, messages);
        m_server->decide([&](const Received &request) {
            return rowsOf(request) > 30 ? answer(status, refusal(code)) : agree(request);
        });
        const BulkReply reply = run(updates(100), {.messages = messages});
        QVERIFY(!reply.stop);
        QCOMPARE(count(reply, Fate::Done), 100);
        QCOMPARE(messages.update ? reply.rowsPerMessage : reply.rowsPerBatch, 25);
    }

    void isolatesARowThatTheServerFailsAt()
    {
        m_server->decide([](const Received &request) {
            const bool hasPoison = request.body.contains(guid(7).toLatin1());
            if (!isBatch(request))
                return hasPoison ? answer(500, refusal("0x80040216")) : agree(request);
            QByteArrayList parts(rowsOf(request), done);
            const qsizetype at = request.body.indexOf(guid(7).toLatin1());
            if (at >= 0)
                parts[request.body.first(at).count("PATCH ") - 1] = refused(500, "0x80040216");
            return batchAnswer(parts);
        });
        const BulkReply reply = run(updates(100), {.messages = allMessages, .rowsPerMessage = 100, .rowsPerBatch = 30});
        QVERIFY(!reply.stop);
        QCOMPARE(count(reply, Fate::Done), 99);
        QCOMPARE(reply.answers.at(7).fate, Fate::Refused);
        QCOMPARE(reply.answers.at(7).error.kind, Error::Kind::Server);
        QCOMPARE(reply.rowsPerMessage, 25);
    }

    /// It may have been carried out: only what is refused when it comes a second time is sent again, in smaller parts.
    void leavesOpenWhatNobodyAnswered_data()
    {
        QTest::addColumn<Play>("play");
        QTest::addColumn<BulkMessages>("messages");
        for (const auto &[name, messages] : {std::pair("message", allMessages), std::pair("batch", BulkMessages())}) {
            QTest::addRow("silence, %s", name) << Play{.isHeld = true} << messages;
            QTest::addRow("gateway's time-out, %s", name) << answer(504) << messages;
            QTest::addRow("a proxy's fault, %s", name) << answer(500, "<html>") << messages;
        }
    }

    void leavesOpenWhatNobodyAnswered()
    {
        QFETCH(const Play, play);
        QFETCH(const BulkMessages, messages);
        m_server->decide([play](const Received &request) { return rowsOf(request) > 30 ? play : agree(request); });
        const BulkReply open = run(updates(100), {.messages = messages, .deadline = 500ms});
        QVERIFY(!open.stop);
        QCOMPARE(count(open, Fate::Unknown), 100);
        QCOMPARE(sizes(*m_server), QList<int>{100});
        QCOMPARE(messages.update ? open.rowsPerMessage : open.rowsPerBatch, 50); // for whoever sends them again

        const BulkReply reply = run(guarded(updates(100)), {.messages = messages, .deadline = 500ms});
        QVERIFY(!reply.stop);
        QCOMPARE(count(reply, Fate::Done), 100);
        QCOMPARE(reply.rowsPerBatch, 25);
        QCOMPARE(sizes(*m_server).count(25), 4);
    }

    /// Rows that may be there by now are not made by a message that one of them would have refused as a whole.
    void looksTwiceAtRowsThatMayBeThere()
    {
        m_server->decide([](const Received &request) {
            Play play = agree(request);
            play.isHeld = isMessage(request);
            if (isBatch(request))
                play = batchAnswer(QByteArrayList(rowsOf(request), refused(412, "0x80040237")));
            return play;
        });
        const BulkReply reply = run(creations(10), {.messages = allMessages, .deadline = 500ms});
        QCOMPARE(sizes(*m_server), (QList<int>{10, 10}));
        for (const BulkAnswer &one : reply.answers) {
            QCOMPARE(one.fate, Fate::Done);
            QCOMPARE(one.reply.effect, Effect::AlreadyThere);
            QCOMPARE(one.reply.attempts, 2);
        }
    }

    void givesUpWhenNothingIsAnswered()
    {
        m_server->decide([](const Received &) { return Play{.isHeld = true}; });
        const BulkReply reply = run(updates(100), {.messages = allMessages, .rowsPerMessage = 50, .deadline = 30ms});
        QVERIFY(reply.stop);
        QCOMPARE(reply.stop->kind, Error::Kind::Timeout);
        QCOMPARE(sizes(*m_server), (QList<int>{50, 25, 12}));
        QCOMPARE(count(reply, Fate::Unknown), 50 + 25 + 12);
        QCOMPARE(count(reply, Fate::NotSent), 13);
        QCOMPARE(reply.answers.at(0).error.kind, Error::Kind::Timeout);
    }

    void tellsThatALostConnectionLeavesDoubt_data()
    {
        QTest::addColumn<BulkMessages>("messages");
        QTest::addColumn<int>("rows");
        QTest::newRow("message") << allMessages << 10;
        QTest::newRow("batch") << BulkMessages() << 10;
        QTest::newRow("alone") << BulkMessages() << 1;
    }

    void tellsThatALostConnectionLeavesDoubt()
    {
        QFETCH(const BulkMessages, messages);
        QFETCH(const int, rows);
        m_server->decide([](const Received &) { return Play{.then = Play::Then::Reset}; });
        const BulkReply reply =
            run(updates(rows) + updates(1), {.messages = messages, .rowsPerMessage = rows, .rowsPerBatch = rows});
        QVERIFY(reply.stop);
        QCOMPARE(reply.stop->kind, Error::Kind::Network);
        for (int i = 0; i < rows; ++i)
            QCOMPARE(reply.answers.at(i).fate, Fate::Unknown);
        QCOMPARE(reply.answers.constLast().fate, Fate::NotSent);
        QCOMPARE(reply.requests, 1);
    }

    void stopsForEverybody_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("isDoubtful");
        const QByteArray nothing = "{}";
        QTest::newRow("signed out") << 401 << nothing << Error::Kind::SignIn << false;
        QTest::newRow("not a user there") << 403 << refusal("0x80072560") << Error::Kind::Forbidden << false;
        QTest::newRow("a disabled user") << 403 << refusal("0x80040225") << Error::Kind::Forbidden << false;
        // It was sent again and again:
        QTest::newRow("throttled for ever") << 429 << nothing << Error::Kind::Throttled << true;
        QTest::newRow("not available") << 503 << nothing << Error::Kind::Server << true;
    }

    void stopsForEverybody()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, isDoubtful);
        m_server->decide([status, body](const Received &) { return answer(status, body); });
        for (const BulkMessages messages : {allMessages, BulkMessages()}) {
            const BulkReply reply = run(updates(25), {.messages = messages, .rowsPerMessage = 10, .rowsPerBatch = 10});
            QVERIFY(reply.stop);
            QCOMPARE(reply.stop->kind, kind);
            QCOMPARE(reply.requests, 1);
            QCOMPARE(count(reply, Fate::Unknown), isDoubtful ? 10 : 0);
            QCOMPARE(count(reply, Fate::NotSent), isDoubtful ? 15 : 25);
        }
        if (!isDoubtful) {
            const BulkReply alone = run(updates(3), {.rowsPerMessage = 1, .rowsPerBatch = 1});
            QVERIFY(alone.stop);
            QCOMPARE(alone.stop->kind, kind);
            QCOMPARE(count(alone, Fate::NotSent), 3);
        }
    }

    void sendsNothingWithoutAToken()
    {
        m_authorizer.isRefused = true;
        for (const int rows : {5, 1}) {
            const BulkReply reply =
                run(updates(5), {.messages = allMessages, .rowsPerMessage = rows, .rowsPerBatch = 1});
            QVERIFY(reply.stop);
            QCOMPARE(reply.stop->kind, Error::Kind::SignIn);
            QCOMPARE(count(reply, Fate::NotSent), 5);
            QVERIFY(m_server->requests().isEmpty());
        }
    }

    void isNotTakenInByAPage()
    {
        m_server->decide([](const Received &) { return answer(200, "<html>Sign in</html>"); });
        for (const BulkMessages messages : {allMessages, BulkMessages()}) {
            const BulkReply reply = run(updates(3), {.messages = messages});
            QVERIFY(reply.stop);
            QCOMPARE(reply.stop->kind, Error::Kind::BadReply);
            QCOMPARE(count(reply, Fate::Unknown), 3);
        }
    }

    /// Parts of a batch that only wait for better times are sent again alone, where the scheduler is patient.
    void asksAgainForWhatPasses()
    {
        int alone = 0;
        m_server->decide([&alone](const Received &request) {
            if (!isBatch(request))
                return ++alone == 1 ? answer(429, refusal("0x80072326"), {"Retry-After: 3"}) : answer(204);
            return batchAnswer({done, refused(429, "0x80072326"), refused(500, "0x80044150"),
                                refused(400, "0x80044331"), refused(401, "")});
        });
        const BulkReply reply = run(updates(5), {});
        QVERIFY(!reply.stop);
        QCOMPARE(count(reply, Fate::Done), 4);
        QCOMPARE(reply.answers.at(3).fate, Fate::Refused);
        QCOMPARE(reply.answers.at(3).error.code, u"0x80044331"_s);
        QCOMPARE(reply.requests, 4);
        QVERIFY(m_clock.waits().contains(3s));
    }

    void asksAgainForPartsThatAreMissing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isGuarded");
        QTest::newRow("stopped at a failure") << 400 << false;
        QTest::newRow("lost, guarded") << 200 << true;
        QTest::newRow("lost") << 200 << false;
    }

    void asksAgainForPartsThatAreMissing()
    {
        QFETCH(const int, status);
        QFETCH(const bool, isGuarded);
        m_server->decide([status](const Received &request) {
            const int rows = rowsOf(request);
            if (!isBatch(request) || rows < 3)
                return agree(request);
            return batchAnswer({done, refused(400, "0x80044331")}, status);
        });
        const BulkReply reply = run(isGuarded ? guarded(updates(7)) : updates(7), {});
        QVERIFY(!reply.stop);
        if (status == 200 && !isGuarded) { // these may have been carried out
            QCOMPARE(sizes(*m_server), QList<int>{7});
            QCOMPARE(count(reply, Fate::Unknown), 5);
            return;
        }
        QCOMPARE(sizes(*m_server), (QList<int>{7, 5, 3, 1}));
        QCOMPARE(count(reply, Fate::Refused), 3);
        QCOMPARE(count(reply, Fate::Done), 4);
    }

    void goesAloneWhereBatchesAreRefused()
    {
        m_server->decide([](const Received &request) {
            return isBatch(request) ? answer(400, refusal("0x80048d19")) : agree(request);
        });
        const BulkReply reply = run(updates(6), {.rowsPerBatch = 3});
        QCOMPARE(sizes(*m_server), (QList<int>{3, 1, 1, 1, 1, 1, 1}));
        QCOMPARE(count(reply, Fate::Done), 6);
        QCOMPARE(reply.rowsPerBatch, 1);
    }

    void goesByBatchWhereAMessageIsNot()
    {
        m_server->decide([](const Received &request) {
            return isMessage(request) ? answer(404, refusal("0x8006088a")) : agree(request);
        });
        const BulkReply reply = run(updates(30), {.messages = allMessages, .rowsPerMessage = 10});
        QCOMPARE(count(reply, Fate::Done), 30);
        QVERIFY(!reply.messages.update);
        QVERIFY(reply.messages.create);
        QCOMPARE(sizes(*m_server), (QList<int>{10, 10, 20}));
    }

    /// A change whose end is not known is not followed by a later one of the same row: it might come second.
    void doesNotOvertakeItself()
    {
        m_server->decide([](const Received &request) {
            Play play = agree(request);
            play.isHeld = request.target().contains(guid(1).toLatin1());
            return play;
        });
        const BulkReply reply = run({update(1), update(2), update(1), update(2)},
                                    {.messages = allMessages, .rowsPerMessage = 1, .deadline = 500ms});
        QVERIFY(!reply.stop);
        QCOMPARE(reply.answers.at(0).fate, Fate::Unknown);
        QCOMPARE(reply.answers.at(0).error.kind, Error::Kind::Timeout);
        QCOMPARE(reply.answers.at(1).fate, Fate::Done);
        QCOMPARE(reply.answers.at(2).fate, Fate::NotSent);
        QCOMPARE(reply.answers.at(2).error.kind, Error::Kind::Conflict);
        QCOMPARE(reply.answers.at(3).fate, Fate::Done);
    }

    void cancellingWaitsForWhatRuns()
    {
        m_server->decide([](const Received &request) {
            Play play = agree(request);
            play.isHeld = true;
            return play;
        });
        BulkWriteJob *job = start(updates(30), {.messages = allMessages, .rowsPerMessage = 10});
        QTRY_COMPARE(m_server->held(), 1);
        m_server->release();
        QTRY_COMPARE(m_server->held(), 1);
        job->cancel();
        QTest::qWait(20);
        QVERIFY(!job->isSettled());
        m_server->release();
        const Result<BulkReply> reply = finishOf<BulkReply>(job);
        QVERIFY(reply);
        QCOMPARE(count(*reply, Fate::Done), 20);
        QCOMPARE(count(*reply, Fate::NotSent), 10);
        QCOMPARE(reply->stop->kind, Error::Kind::Cancelled);
        QCOMPARE(reply->answers.constLast().error.kind, Error::Kind::Cancelled);
    }

    void canBeDeletedWhileItRuns()
    {
        m_server->decide([](const Received &) { return Play{.isHeld = true}; });
        for (const BulkMessages messages : {allMessages, BulkMessages()}) {
            const QPointer<BulkWriteJob> job = start(updates(30), {.messages = messages});
            QTRY_VERIFY(m_server->held() > 0);
            delete job;
            m_server->release();
        }
        QTRY_COMPARE(m_service->state().inFlight, 0);
    }

    void tellsHowFarItIs()
    {
        BulkWriteJob *job = start(updates(30), {.messages = allMessages, .rowsPerMessage = 10});
        QList<qint64> steps;
        connect(job, &core::JobBase::progressed, this, [&steps](qint64 settled, qint64 total) {
            QCOMPARE(total, 30);
            steps << settled;
        });
        QVERIFY(finishOf<BulkReply>(job));
        QCOMPARE(steps, (QList<qint64>{10, 20}));
    }
};

QTEST_GUILESS_MAIN(TestBulkWrite)
#include "tst_bulkwrite.moc"
