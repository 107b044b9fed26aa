#include "dataverse/bulkwrite.h"
#include "entra/tokensource.h"
#include "sandbox/sandbox.h"
#include "support/fakeclock.h"
#include "support/finish.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QUuid>

#include <atomic>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::BulkAnswer;
using dataverse::BulkMessages;
using dataverse::BulkOptions;
using dataverse::BulkReply;
using dataverse::BulkTable;
using dataverse::BulkWriteJob;
using dataverse::Write;
using dataverse::WriteReply;
using support::finishOf;
using Condition = Write::Condition;
using Effect = WriteReply::Effect;
using Fate = BulkAnswer::Fate;

namespace {

constexpr int contactCount = 1'200;
constexpr BulkMessages allMessages{.create = true, .update = true, .upsert = true};
const BulkTable contacts{.logicalName = u"contact"_s, .entitySet = u"contacts"_s, .primaryId = u"contactid"_s};

mapping::Cell cell(const QString &column, const QByteArray &json)
{
    return {.column = column, .member = column.toLatin1(), .json = json};
}

QByteArray text(int number)
{
    return "\"n" + QByteArray::number(number) + '"';
}

QString newGuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

/// Many rows at once, against the simulated service over real connections.
class TestBulkSandbox : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QStringList m_ids; ///< Of contacts that exist.
    support::FakeClock m_clock;
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_signIn;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<entra::TokenSource> m_tokens;
    int m_turn = 0; ///< So that each test writes other values.

    QUrl api() const { return QUrl(m_sandbox->credentials().dataverse + u"/api/data/v9.2/"_s); }

    Write update(const QString &rowId, int number) const
    {
        return {.entitySet = contacts.entitySet,
                .rowId = rowId,
                .cells = {cell(u"nickname"_s, text(number)), cell(u"donotbulkemail"_s, "true")}};
    }

    Write creation(const QString &rowId, int number) const
    {
        Write write = update(rowId, number);
        write.condition = Condition::CreateOnly;
        write.cells << cell(u"lastname"_s, "\"Doe\"");
        return write;
    }

    QList<Write> updates(int count)
    {
        QList<Write> writes;
        for (int i = 0; i < count; ++i)
            writes << update(m_ids.at(i), ++m_turn);
        return writes;
    }

    BulkReply run(const QList<Write> &writes, const BulkOptions &options)
    {
        const Result<BulkReply> reply =
            finishOf<BulkReply>(new BulkWriteJob(*m_service, *m_tokens, api(), contacts, writes, options, this));
        if (!reply)
            qFatal("%s", qPrintable(reply.error().toLine()));
        if (reply->answers.size() != writes.size())
            qFatal("answers: %d", int(reply->answers.size()));
        return *reply;
    }

    QString stored(const QString &rowId, const QString &column = u"nickname"_s) const
    {
        const std::optional<QJsonObject> row = m_sandbox->contact(rowId);
        return row ? row->value(column).toString() : u"(none)"_s;
    }

    QString expected(const Write &write) const
    {
        return QString::fromUtf8(write.cells.constFirst().json.mid(1)).chopped(1);
    }

    int callsOf(const char *address) const
    {
        const QList<net::Call> calls = m_network->log().calls();
        return int(std::count_if(calls.cbegin(), calls.cend(), [&](const net::Call &call) {
            return call.service == u"Dataverse"_s && call.url.contains(QLatin1StringView(address));
        }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto started = sandbox::Sandbox::start({.contacts = contactCount});
        QVERIFY(started);
        m_sandbox = std::move(*started);
        for (const sandbox::Person &person : sandbox::generatePeople(sandbox::Options().seed, contactCount)) {
            for (const sandbox::Contact &contact : person.contacts)
                m_ids << contact.id.toString(QUuid::WithoutBraces);
        }
        QVERIFY(m_ids.size() >= 1'100);
        m_clock.setJumping(true);
    }

    void init()
    {
        const sandbox::Credentials &access = m_sandbox->credentials();
        m_network = std::make_unique<net::Network>(m_clock);
        m_signIn = m_network->service({.name = u"Entra ID"_s});
        m_service = m_network->service({.name = u"Dataverse"_s});
        m_tokens = std::make_unique<entra::TokenSource>(*m_signIn,
                                                        entra::Credentials{.authority = QUrl(access.authority),
                                                                           .tenant = access.tenant,
                                                                           .clientId = access.clientId,
                                                                           .clientSecret = access.clientSecret,
                                                                           .scope = access.dataverse + u"/.default"_s});
    }

    void cleanup()
    {
        m_sandbox->clearFaults();
        m_tokens.reset();
        m_service.reset();
        m_signIn.reset();
        m_network.reset();
    }

    void probesWhatATableSupports()
    {
        const auto probe = [this](const QString &table) {
            return finishOf(dataverse::probeBulkMessages(*m_service, *m_tokens, api(), table, this));
        };
        const Result<BulkMessages> there = probe(u"contact"_s);
        QVERIFY(there);
        QCOMPARE(*there, allMessages);
        QVERIFY(m_sandbox->setFault(u"bulk"_s, u"missing"_s));
        const Result<BulkMessages> missing = probe(u"contact"_s);
        QVERIFY(missing);
        QCOMPARE(*missing, BulkMessages());
        const Result<BulkMessages> unknown = probe(u"new_nonesuch"_s);
        QVERIFY(unknown);
        QCOMPARE(*unknown, BulkMessages());
        for (const QString &bad : {QString(), u"Contact"_s, u"contact' or 1 eq 1"_s})
            QCOMPARE(probe(bad).error().kind, Error::Kind::Invalid);
        QVERIFY(m_sandbox->setFault(u"application-user"_s, u"missing"_s));
        QCOMPARE(probe(u"contact"_s).error().httpStatus, 403);
    }

    void updatesManyInOneRequest()
    {
        const QList<Write> writes = updates(1'000);
        const BulkReply reply = run(writes, {.messages = allMessages, .tag = u"test"_s, .rowsPerMessage = 1'000});
        QCOMPARE(reply.requests, 1);
        QCOMPARE(callsOf("UpdateMultiple?tag"), 1);
        QVERIFY(!reply.stop);
        for (int i = 0; i < writes.size(); ++i) {
            QCOMPARE(reply.answers.at(i).fate, Fate::Done);
            QCOMPARE(reply.answers.at(i).reply.effect, Effect::Updated);
            QCOMPARE(reply.answers.at(i).reply.rowId, m_ids.at(i));
            QCOMPARE(stored(m_ids.at(i)), expected(writes.at(i)));
        }
    }

    /// Exactly the bad rows are refused, each with its own reason, and all others are written.
    void bearsPoisonRows_data()
    {
        QTest::addColumn<BulkMessages>("messages");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("bad");
        QTest::addColumn<int>("rowsPerMessage");
        QTest::addColumn<int>("rowsPerBatch");
        QTest::addColumn<int>("mostRequests");
        QTest::newRow("1 in 1,000, batches of 1,000") << allMessages << 1'000 << 1 << 1'000 << 1'000 << 2;
        QTest::newRow("1 in 1,000, batches of 100") << allMessages << 1'000 << 1 << 1'000 << 100 << 9;
        QTest::newRow("1 in 1,000, batches of 10") << allMessages << 1'000 << 1 << 1'000 << 10 << 24;
        QTest::newRow("1 in 1,000, no batches") << allMessages << 1'000 << 1 << 1'000 << 1 << 40;
        QTest::newRow("10 in 1,000, messages of 100") << allMessages << 1'000 << 10 << 100 << 100 << 20;
        QTest::newRow("all of them") << allMessages << 150 << 150 << 100 << 50 << 6;
        QTest::newRow("only batches") << BulkMessages() << 1'000 << 10 << 1'000 << 250 << 4;
        QTest::newRow("only single writes") << BulkMessages() << 60 << 3 << 1'000 << 1 << 60;
    }

    void bearsPoisonRows()
    {
        QFETCH(const BulkMessages, messages);
        QFETCH(const int, rows);
        QFETCH(const int, bad);
        QFETCH(const int, rowsPerMessage);
        QFETCH(const int, rowsPerBatch);
        QFETCH(const int, mostRequests);
        QRandomGenerator random(quint32(rows + bad + rowsPerBatch));
        for (int round = 0; round < 3; ++round) {
            QList<Write> writes = updates(rows);
            QList<int> poison(rows, 0);
            for (int left = bad; left > 0;) {
                const int at = random.bounded(rows);
                if (poison.at(at) != 0)
                    continue;
                --left;
                poison[at] = 1 + random.bounded(3);
                switch (poison.at(at)) {
                case 1: // too long
                    writes[at].cells << cell(u"firstname"_s, '"' + QByteArray(80, 'x') + '"');
                    break;
                case 2: // no such option
                    writes[at].cells << cell(u"gendercode"_s, "77");
                    break;
                default: // no such row
                    writes[at].rowId = newGuid();
                }
            }
            const BulkReply reply =
                run(writes, {.messages = messages, .rowsPerMessage = rowsPerMessage, .rowsPerBatch = rowsPerBatch});
            QVERIFY(!reply.stop);
            QVERIFY2(reply.requests <= mostRequests, qPrintable(QString::number(reply.requests)));
            for (int i = 0; i < rows; ++i) {
                const BulkAnswer &answer = reply.answers.at(i);
                switch (poison.at(i)) {
                case 1:
                    QCOMPARE(answer.fate, Fate::Refused);
                    QCOMPARE(answer.error.code, u"0x80044331"_s);
                    QVERIFY(stored(m_ids.at(i)) != expected(writes.at(i)));
                    break;
                case 2:
                    QCOMPARE(answer.fate, Fate::Refused);
                    QCOMPARE(answer.error.code, u"0x8004431a"_s);
                    QVERIFY(stored(m_ids.at(i)) != expected(writes.at(i)));
                    break;
                case 3:
                    QCOMPARE(answer.fate, Fate::Done);
                    QCOMPARE(answer.reply.effect, Effect::Missing);
                    QVERIFY(!m_sandbox->contact(writes.at(i).rowId)); // and not made
                    break;
                default:
                    QCOMPARE(answer.fate, Fate::Done);
                    QCOMPARE(answer.reply.effect, Effect::Updated);
                    QCOMPARE(answer.reply.attempts, 1);
                    QCOMPARE(stored(m_ids.at(i)), expected(writes.at(i)));
                }
            }
        }
    }

    void createsUnderItsOwnIds()
    {
        QList<Write> writes;
        for (int i = 0; i < 100; ++i)
            writes << creation(newGuid(), ++m_turn);
        const BulkReply reply = run(writes, {.messages = allMessages});
        QCOMPARE(reply.requests, 1);
        QCOMPARE(callsOf("CreateMultiple"), 1);
        for (int i = 0; i < writes.size(); ++i) {
            QCOMPARE(reply.answers.at(i).fate, Fate::Done);
            QCOMPARE(reply.answers.at(i).reply.effect, Effect::Created);
            QCOMPARE(stored(writes.at(i).rowId), expected(writes.at(i)));
        }

        // All of it once more, with a new one: nothing is made twice, and it is told that it may have been us.
        writes << creation(newGuid(), ++m_turn);
        const BulkReply again = run(writes, {.messages = allMessages, .rowsPerMessage = 200});
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(again.answers.at(i).fate, Fate::Done);
            QCOMPARE(again.answers.at(i).reply.effect, Effect::AlreadyThere);
            QVERIFY(again.answers.at(i).reply.attempts > 1);
        }
        QCOMPARE(again.answers.constLast().reply.effect, Effect::Created);
    }

    void keepsEachWritesCondition()
    {
        const QString key = m_sandbox->credentials().alternateKey;
        const auto byKey = [&](const QString &value, Condition condition) {
            Write write = update({}, ++m_turn);
            write.key = {{.column = key, .value = value}};
            write.condition = condition;
            return write;
        };
        const QString known = stored(m_ids.at(3), key);
        QVERIFY(!known.isEmpty());
        const QString fresh = u"fresh-%1"_s.arg(++m_turn);

        QList<Write> writes{update(m_ids.at(0), ++m_turn), creation(newGuid(), ++m_turn), update(m_ids.at(1), ++m_turn),
                            update(m_ids.at(2), ++m_turn)};
        writes[2].condition = Condition::IfUnchanged;
        writes[2].etag = u"W/\"1\""_s;
        writes[3].condition = Condition::Upsert;
        writes << byKey(u"nobody-there"_s, Condition::UpdateOnly) << byKey(known, Condition::UpdateOnly)
               << byKey(fresh, Condition::Upsert) << byKey(known, Condition::CreateOnly);
        writes[6].cells << cell(u"lastname"_s, "\"Doe\"");
        writes << byKey(u"déjà vu"_s, Condition::Upsert);
        writes[8].primaryId = u"contactid"_s;
        const QString before = stored(m_ids.at(1));

        const BulkReply reply = run(writes, {.messages = allMessages});
        const QList<Effect> effects{Effect::Updated, Effect::Created,      Effect::Changed,
                                    Effect::Updated, Effect::Missing,      Effect::Updated,
                                    Effect::Updated, Effect::AlreadyThere, Effect::Created};
        for (int i = 0; i < effects.size(); ++i) {
            QVERIFY2(reply.answers.at(i).fate == Fate::Done, qPrintable(reply.answers.at(i).error.toLine()));
            QCOMPARE(reply.answers.at(i).reply.effect, effects.at(i));
        }
        QCOMPARE(stored(m_ids.at(1)), before);
        QCOMPARE(stored(m_ids.at(2)), expected(writes.at(3)));
        QCOMPARE(stored(fresh), expected(writes.at(6)));
        QCOMPARE(stored(u"déjà vu"_s), expected(writes.at(8)));
        // The second one of the same key was written after the first.
        QCOMPARE(stored(m_ids.at(3)), expected(writes.at(5)));
    }

    void writesARowsChangesInTheirOrder()
    {
        QList<Write> writes;
        for (int i = 0; i < 5; ++i) {
            for (int row = 0; row < 20; ++row)
                writes << update(row % 2 == 0 ? m_ids.at(row) : m_ids.at(row).toUpper(), ++m_turn);
        }
        const BulkReply reply = run(writes, {.messages = allMessages, .rowsPerMessage = 1'000});
        QCOMPARE(reply.requests, 5);
        for (int row = 0; row < 20; ++row)
            QCOMPARE(stored(m_ids.at(row)), expected(writes.at(80 + row)));
    }

    void refusesItselfWhatMustNotBeSent()
    {
        QList<Write> writes = updates(3);
        writes[1].rowId = u"no-guid"_s;
        const BulkReply reply = run(writes, {.messages = allMessages});
        QCOMPARE(reply.answers.at(1).fate, Fate::Refused);
        QCOMPARE(reply.answers.at(1).error.kind, Error::Kind::Invalid);
        QCOMPARE(reply.answers.at(0).fate, Fate::Done);
        QCOMPARE(reply.answers.at(2).fate, Fate::Done);
        QVERIFY(run({}, {}).answers.isEmpty());
    }

    /// Whatever happens on the way: when only what was certainly not written is sent again, everything is written, and
    /// no row is changed twice.
    void bearsFaults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("value");
        QTest::addColumn<BulkMessages>("messages");
        for (const auto &[name, messages] : {std::pair("message", allMessages), std::pair("batch", BulkMessages())}) {
            for (const char *fault :
                 {"throttle", "unavailable", "server-error", "truncate", "reset", "lost-answer", "token-rejected"})
                QTest::addRow("%s, %s", fault, name)
                    << QString::fromLatin1(fault) << (qstrcmp(fault, "throttle") == 0 ? u"3"_s : u"1"_s) << messages;
        }
        QTest::newRow("no messages any more") << u"bulk"_s << u"missing"_s << allMessages;
    }

    void bearsFaults()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, value);
        QFETCH(const BulkMessages, messages);
        QList<Write> writes = updates(60);
        for (int i = 0; i < 60; ++i)
            writes << creation(newGuid(), ++m_turn);
        const BulkOptions options{.messages = messages, .rowsPerMessage = 30, .rowsPerBatch = 30};
        run(updates(2), options); // has a token, and a connection that can be lost

        QVERIFY(m_sandbox->setFault(fault, value));
        const qint64 changesBefore = m_sandbox->changes();
        BulkReply reply;
        int runs = 0;
        for (QList<Write> open = writes; !open.isEmpty(); ++runs) {
            QVERIFY(runs < 4);
            reply = run(open, options);
            QList<Write> left;
            for (qsizetype i = 0; i < open.size(); ++i) {
                const Write &write = open.at(i);
                const BulkAnswer &answer = reply.answers.at(i);
                const bool isWritten = stored(write.rowId) == expected(write);
                QVERIFY2(answer.fate != Fate::Refused || answer.error.kind == Error::Kind::Server,
                         qPrintable(answer.error.toLine()));
                if (answer.fate == Fate::NotSent)
                    QVERIFY(!isWritten);
                if (!isWritten)
                    left << write;
                if (answer.fate != Fate::Done)
                    continue;
                QVERIFY(isWritten);
                if (write.condition != Condition::CreateOnly)
                    QCOMPARE(answer.reply.effect, Effect::Updated);
                else
                    QVERIFY(answer.reply.effect == Effect::Created ||
                            (answer.reply.effect == Effect::AlreadyThere && answer.reply.attempts > 1) ||
                            fault == u"lost-answer"_s);
            }
            open = left;
        }
        QCOMPARE(m_sandbox->changes() - changesBefore, writes.size());
        const bool isSeen = fault == u"throttle"_s || fault == u"token-rejected"_s || fault == u"bulk"_s;
        if (isSeen) // nothing was done: it goes again by itself
            QCOMPARE(runs, 1);
        if (fault == u"bulk"_s)
            QCOMPARE(reply.messages, (BulkMessages{.upsert = true}));
    }

    /// Whatever is mixed and whatever goes wrong: a row holds what the last of its writes that says "done" wrote, or
    /// one after it that says "unknown", and never what a refused or unsent one would have.
    void whatItSaysIsWhatIsThere_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 25; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void whatItSaysIsWhatIsThere()
    {
        QFETCH(const quint32, seed);
        run(updates(1), {}); // has a token
        QRandomGenerator random(seed);
        QStringList pool;
        for (int i = 0; i < 40; ++i)
            pool << (random.bounded(3) > 0 ? m_ids.at(random.bounded(int(m_ids.size()))) : newGuid());
        pool.removeDuplicates();
        QHash<QString, QString> before;
        for (const QString &id : std::as_const(pool))
            before.insert(id, stored(id));

        QList<Write> writes;
        for (int count = random.bounded(1, 300); count > 0; --count) {
            Write write = update(pool.at(random.bounded(int(pool.size()))), ++m_turn);
            switch (random.bounded(6)) {
            case 0:
                write = creation(write.rowId, m_turn);
                break;
            case 1:
                write.condition = Condition::Upsert;
                write.cells << cell(u"lastname"_s, "\"Doe\"");
                break;
            case 2:
                write.condition = Condition::IfUnchanged;
                write.etag = u"W/\"1\""_s; // of no row
                break;
            default:
                break;
            }
            if (random.bounded(40) == 0)
                write.cells << cell(u"gendercode"_s, "77"); // no such option
            writes << write;
        }
        const BulkOptions options{.messages = {.create = random.bounded(4) > 0,
                                               .update = random.bounded(4) > 0,
                                               .upsert = random.bounded(4) > 0},
                                  .rowsPerMessage = random.bounded(1, 200),
                                  .rowsPerBatch = random.bounded(1, 200)};
        static const QStringList faults{u"throttle"_s, u"unavailable"_s, u"server-error"_s, u"truncate"_s,
                                        u"reset"_s,    u"lost-answer"_s, u"html"_s,         u"token-rejected"_s};
        for (int count = random.bounded(3); count > 0; --count)
            QVERIFY(m_sandbox->setFault(faults.at(random.bounded(int(faults.size()))), u"1"_s));
        const BulkReply reply = run(writes, options);

        QHash<QString, QString> expectedNow = before;
        QHash<QString, QString> perhaps; // written by what says "unknown"
        for (int i = 0; i < writes.size(); ++i) {
            const Write &write = writes.at(i);
            const BulkAnswer &answer = reply.answers.at(i);
            QString &now = expectedNow[write.rowId];
            const bool isThere = now != u"(none)"_s;
            const bool isPoison = write.cells.constLast().column == u"gendercode"_s;
            if (answer.fate == Fate::Refused) {
                if (answer.error.kind == Error::Kind::NotFound)
                    QVERIFY(!isThere && write.condition == Condition::IfUnchanged);
                else
                    QVERIFY(isPoison && answer.error.code == u"0x8004431a"_s);
                continue;
            }
            QVERIFY(reply.stop || answer.fate != Fate::NotSent || perhaps.contains(write.rowId));
            if (answer.fate == Fate::Unknown)
                perhaps.insert(write.rowId, expected(write));
            if (answer.fate != Fate::Done)
                continue;
            QVERIFY(!perhaps.contains(write.rowId)); // it might come first
            switch (answer.reply.effect) {
            case Effect::Created:
            case Effect::Updated:
                QVERIFY(!isPoison);
                QCOMPARE(answer.reply.effect == Effect::Created, write.condition == Condition::CreateOnly);
                now = expected(write);
                break;
            case Effect::Missing:
                QCOMPARE(write.condition, Condition::UpdateOnly);
                QVERIFY(!isThere);
                break;
            case Effect::AlreadyThere:
                QCOMPARE(write.condition, Condition::CreateOnly);
                if (!isThere) // our own work, whose answer was lost
                    now = expected(write);
                break;
            case Effect::Changed:
                QCOMPARE(write.condition, Condition::IfUnchanged);
                QVERIFY(isThere);
                break;
            }
        }
        for (auto [id, value] : expectedNow.asKeyValueRange()) {
            const QString there = stored(id);
            if (!perhaps.contains(id) || there != perhaps.value(id))
                QCOMPARE(there, value);
        }
    }

    /// More single writes than the service allows in five minutes: it waits as long as it is told to, next to nothing
    /// is sent in vain, and everything is written.
    void keepsWithinTheServicesLimits()
    {
        constexpr int rows = 6'300; // 6,000 are allowed
        constexpr int sideBySide = 30;
        std::atomic<int> sent = 0;
        std::atomic<int> inVain = 0;
        support::FakeClock clock; // of both ends
        clock.setJumping(true);
        auto started = sandbox::Sandbox::start({.contacts = 250, .clock = &clock});
        QVERIFY(started);
        const sandbox::Credentials &access = (*started)->credentials();
        net::Network network(clock);
        const auto signIn = network.service({.name = u"Entra ID"_s});
        const auto service =
            network.service({.name = u"Dataverse"_s, .permits = {.start = 4, .most = 52, .growAfterAnswers = 20}});
        entra::TokenSource tokens(*signIn, {.authority = QUrl(access.authority),
                                            .tenant = access.tenant,
                                            .clientId = access.clientId,
                                            .clientSecret = access.clientSecret,
                                            .scope = access.dataverse + u"/.default"_s});
        connect(
            &network.log(), &net::CallLog::added, &network.log(),
            [&](qint64 id) {
                ++sent;
                const QList<net::Call> calls = network.log().callsAfter(id - 1);
                if (!calls.isEmpty() && calls.constFirst().status == 429)
                    ++inVain;
            },
            Qt::DirectConnection);
        int mostPermits = 0;
        int written = 0;
        int finished = 0;
        QObject owner; // the first to go
        connect(service.get(), &net::Service::stateChanged, &owner,
                [&] { mostPermits = qMax(mostPermits, service->state().permits); });

        for (int job = 0; job < sideBySide; ++job) {
            QList<Write> writes;
            for (int i = 0; i < rows / sideBySide; ++i)
                writes << update(m_ids.at(job), ++m_turn);
            auto *bulk = new BulkWriteJob(*service, tokens, QUrl(access.dataverse + u"/api/data/v9.2/"_s), contacts,
                                          writes, {.rowsPerBatch = 1}, &owner);
            bulk->whenDone(&owner, [&](const Result<BulkReply> &reply) {
                ++finished;
                for (const BulkAnswer &answer : reply->answers)
                    written += answer.fate == Fate::Done && answer.reply.effect == Effect::Updated ? 1 : 0;
            });
        }
        QTRY_COMPARE(finished, sideBySide);
        QCOMPARE(written, rows);
        QVERIFY(mostPermits > 8); // it rose
        QVERIFY(inVain > 0);
        QVERIFY2(inVain * 100 < sent, qPrintable(QString::number(inVain)));
        QVERIFY(clock.waits().contains(std::chrono::seconds(300)));
    }

    void stopsWhenNobodyMayEnter()
    {
        for (const BulkMessages messages : {allMessages, BulkMessages()}) {
            QVERIFY(m_sandbox->setFault(u"application-user"_s, u"missing"_s));
            const QList<Write> writes = updates(300);
            const BulkReply reply = run(writes, {.messages = messages});
            QVERIFY(reply.stop);
            QCOMPARE(reply.stop->httpStatus, 403);
            QVERIFY(reply.requests <= 2);
            for (const BulkAnswer &answer : reply.answers)
                QCOMPARE(answer.fate, Fate::NotSent);
        }
    }

    void tellsAMissingPrivilegeOfEachRow()
    {
        QVERIFY(m_sandbox->setFault(u"privilege"_s, u"write"_s));
        const BulkReply reply = run(updates(50), {.messages = allMessages});
        for (const BulkAnswer &answer : reply.answers) {
            QCOMPARE(answer.fate, Fate::Refused);
            QCOMPARE(answer.error.kind, Error::Kind::Forbidden);
            QVERIFY(answer.error.fix.contains(u"prvWriteContact"_s));
        }
        QCOMPARE(reply.requests, 2);
    }
};

QTEST_GUILESS_MAIN(TestBulkSandbox)
#include "tst_bulksandbox.moc"
