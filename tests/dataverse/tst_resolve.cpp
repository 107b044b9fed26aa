#include "dataverse/resolve.h"
#include "entra/tokensource.h"
#include "sandbox/sandbox.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QJsonDocument>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Criterion;
using dataverse::Resolved;
using dataverse::ResolveJob;
using dataverse::Row;
using sandbox::Person;
using support::answer;
using support::finishOf;
using support::ScriptServer;
using Kind = Criterion::Kind;

namespace {

constexpr int contactCount = 1'200;
const QString externalId = u"externaluseridentifier"_s;
const QString nickname = u"nickname"_s;
const QStringList readColumns{u"donotbulkemail"_s, u"ownerid"_s};

class NoAuthorizer final : public net::Authorizer
{
public:
    core::Job<core::Secret> *authorization(const core::Secret &, QObject *parent) override
    {
        return new core::ReadyJob<core::Secret>(core::Secret("Bearer token"), parent);
    }
};

Criterion by(Kind kind, const QString &column, const QString &value)
{
    return {.kind = kind, .parts = {{.column = column, .value = value}}};
}

QStringList idsOf(const Resolved &found)
{
    QStringList ids;
    for (const Row &row : found ? *found : QList<Row>())
        ids << row.id;
    ids.sort();
    return ids;
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// An answer to a batch of `count` questions, each with that status and body.
support::Play batchAnswer(const QList<std::pair<int, QByteArray>> &parts)
{
    QByteArray body;
    for (const auto &[status, json] : parts)
        body += "--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 " + QByteArray::number(status) +
                " X\r\nContent-Type: application/json\r\n\r\n" + json + "\r\n";
    return answer(200, body + "--b--\r\n", {"Content-Type: multipart/mixed; boundary=b"});
}

QByteArray page(const QList<std::pair<QByteArray, QByteArray>> &rows, const QByteArray &next = {})
{
    QByteArray json = "{\"value\":[";
    for (const auto &[id, value] : rows)
        json += (json.endsWith('[') ? "" : ",") + QByteArray("{\"@odata.etag\":\"W/\\\"7\\\"\",\"contactid\":\"") + id +
                "\",\"nickname\":\"" + value + "\"}";
    return json + ']' + (next.isEmpty() ? QByteArray() : ",\"@odata.nextLink\":\"" + next + '"') + '}';
}

} // namespace

/// Many rows looked up at once.
class TestResolve : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QList<Person> m_people;
    QList<sandbox::Contact> m_contacts; ///< One of each plain person.
    mapping::Table m_contact;
    std::unique_ptr<ScriptServer> m_server;
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_signIn;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<entra::TokenSource> m_tokens;
    NoAuthorizer m_authorizer;

    QUrl api() const { return QUrl(m_sandbox->credentials().dataverse + u"/api/data/v9.2/"_s); }

    Result<QList<Resolved>> resolve(const QList<Criterion> &criteria, const QStringList &columns = readColumns)
    {
        return finishOf<QList<Resolved>>(
            new ResolveJob(*m_service, *m_tokens, api(), m_contact, criteria, columns, this));
    }

    Result<QList<Resolved>> resolveFromScript(const QStringList &values)
    {
        QList<Criterion> criteria;
        for (const QString &value : values)
            criteria << by(Kind::Column, nickname, value);
        return finishOf<QList<Resolved>>(new ResolveJob(*m_service, m_authorizer, m_server->url(u"/api/data/v9.2/"_s),
                                                        m_contact, criteria, {}, this));
    }

    int calls() const
    {
        const QList<net::Call> all = m_network->log().calls();
        return int(std::count_if(all.cbegin(), all.cend(),
                                 [](const net::Call &call) { return call.purpose == u"Look up many rows"_s; }));
    }

    void write(const QString &rowId, const QString &column, const QString &value)
    {
        dataverse::Client client(*m_service, *m_tokens, api(), {});
        const dataverse::Write change{
            .entitySet = u"contacts"_s,
            .rowId = rowId,
            .cells = {{.column = column, .member = column.toLatin1(), .json = mapping::jsonString(value)}}};
        QVERIFY(finishOf(client.write(change, this)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto started = sandbox::Sandbox::start({.contacts = contactCount});
        QVERIFY(started);
        m_sandbox = std::move(*started);
        m_people = sandbox::generatePeople(sandbox::Options().seed, contactCount);
        for (const Person &person : std::as_const(m_people)) {
            if (person.contacts.size() == 1)
                m_contacts << person.contacts.constFirst();
        }
    }

    void init()
    {
        const sandbox::Credentials &access = m_sandbox->credentials();
        const net::RetryPolicy retry{.firstDelay = std::chrono::milliseconds(1)};
        m_server = std::make_unique<ScriptServer>();
        m_network = std::make_unique<net::Network>();
        m_signIn = m_network->service({.name = u"Entra ID"_s, .retry = retry});
        m_service = m_network->service({.name = u"Dataverse"_s, .retry = retry});
        m_tokens = std::make_unique<entra::TokenSource>(*m_signIn,
                                                        entra::Credentials{.authority = QUrl(access.authority),
                                                                           .tenant = access.tenant,
                                                                           .clientId = access.clientId,
                                                                           .clientSecret = access.clientSecret,
                                                                           .scope = access.dataverse + u"/.default"_s});
        if (!m_contact.columns.isEmpty())
            return;
        dataverse::Client client(*m_service, *m_tokens, api(), {});
        const Result<mapping::Table> table = finishOf(client.table(u"contact"_s, this));
        QVERIFY(table);
        m_contact = *table;
    }

    void cleanup()
    {
        m_sandbox->clearFaults();
        m_tokens.reset();
        m_service.reset();
        m_signIn.reset();
        m_network.reset();
        m_server.reset();
    }

    /// Everybody, in one go: what each finds, and nothing else.
    void findsEverybody_data()
    {
        QTest::addColumn<Criterion::Kind>("kind");
        QTest::addColumn<QString>("column");
        QTest::newRow("by column") << Kind::Column << externalId;
        QTest::newRow("by alternate key") << Kind::AlternateKey << u"new_didomiuserid"_s;
        QTest::newRow("by row id") << Kind::RowId << QString();
    }

    void findsEverybody()
    {
        QFETCH(const Criterion::Kind, kind);
        QFETCH(const QString, column);
        QHash<QString, QStringList> rows; // by value
        QStringList values;
        for (const Person &person : m_people) {
            for (const sandbox::Contact &contact : person.contacts) {
                const QString value = kind == Kind::RowId          ? idText(contact.id)
                                      : kind == Kind::AlternateKey ? contact.didomiId
                                                                   : contact.externalId;
                if (value.isEmpty())
                    continue;
                values << value;
                rows[value] << idText(contact.id);
            }
            values << person.organizationUserId + u"-unknown"_s;
        }
        QVERIFY(values.size() > 2'000);
        QList<Criterion> criteria;
        for (const QString &value : std::as_const(values))
            criteria << by(kind, column, value);

        const Result<QList<Resolved>> found = resolve(criteria);
        QVERIFY2(found, found ? "" : qPrintable(found.error().toLine() + found.error().detail));
        QCOMPARE(found->size(), values.size());
        for (int i = 0; i < values.size(); ++i) {
            QStringList expected = rows.value(values.at(i));
            expected.sort();
            QCOMPARE(idsOf(found->at(i)), expected);
            if (kind == Kind::RowId && expected.isEmpty()) {
                QCOMPARE(found->at(i).error().kind, Error::Kind::Invalid); // no GUID
                continue;
            }
            for (const Row &row : *found->at(i)) {
                QVERIFY(row.values.contains(u"donotbulkemail"_s));
                QVERIFY(row.values.contains(u"_ownerid_value"_s));
                QVERIFY(row.etag.startsWith(u"W/"_s));
            }
        }
        QVERIFY2(calls() <= 2, qPrintable(QString::number(calls())));
    }

    void findsWhateverStandsInAValue()
    {
        const QStringList values{u"o'neil"_s,       u"a+b/c%&#?<*:\\"_s, u"élan vital"_s, u"日本語 🙂"_s,
                                 u"x' or 1 eq 1"_s, u"50% of_it"_s,      u"\"quoted\""_s, u"BIG"_s,
                                 u"(a,b)"_s,        u"tab\tand $batch"_s};
        QList<Criterion> criteria;
        for (int i = 0; i < values.size(); ++i) {
            write(idText(m_contacts.at(i + 20).id), nickname, values.at(i));
            criteria << by(Kind::Column, nickname, i == 7 ? u"big"_s : values.at(i));
        }
        const Result<QList<Resolved>> found = resolve(criteria);
        QVERIFY2(found, found ? "" : qPrintable(found.error().toLine() + found.error().detail));
        for (int i = 0; i < values.size(); ++i)
            QCOMPARE(idsOf(found->at(i)), QStringList{idText(m_contacts.at(i + 20).id)});
        QCOMPARE(calls(), 1);
    }

    void keepsWhatIsAlikeApart()
    {
        const QString first = idText(m_contacts.at(40).id);
        const QString second = idText(m_contacts.at(41).id);
        write(first, nickname, u"Zoë"_s);
        write(second, nickname, u"zoe"_s);
        const Result<QList<Resolved>> found =
            resolve({by(Kind::Column, nickname, u"zoë"_s), by(Kind::Column, nickname, u"ZOE"_s),
                     by(Kind::Column, nickname, u"zoë"_s)});
        QVERIFY(found);
        QCOMPARE(idsOf(found->at(0)), QStringList{first}); // the sandbox tells accents apart
        QCOMPARE(idsOf(found->at(1)), QStringList{second});
        QCOMPARE(idsOf(found->at(2)), QStringList{first});
        QCOMPARE(calls(), 1);
    }

    void findsByAllPartsOfAKey()
    {
        const sandbox::Contact &one = m_contacts.at(50);
        const sandbox::Contact &other = m_contacts.at(51);
        const auto both = [](const QString &email, const QString &lastName) {
            return Criterion{.kind = Kind::Column,
                             .parts = {{.column = u"emailaddress1"_s, .value = email},
                                       {.column = u"lastname"_s, .value = lastName}}};
        };
        const Result<QList<Resolved>> found =
            resolve({both(one.email, one.lastName), both(other.email, other.lastName.toUpper()),
                     both(one.email, other.lastName + u'x'), by(Kind::RowId, {}, idText(other.id))});
        QVERIFY2(found, found ? "" : qPrintable(found.error().toLine() + found.error().detail));
        QVERIFY(idsOf(found->at(0)).contains(idText(one.id)));
        QVERIFY(idsOf(found->at(1)).contains(idText(other.id)));
        QVERIFY(idsOf(found->at(2)).isEmpty());
        QCOMPARE(idsOf(found->at(3)), QStringList{idText(other.id)});
    }

    void findsByOtherTypes()
    {
        const QString id = idText(m_contacts.at(60).id);
        dataverse::Client client(*m_service, *m_tokens, api(), {});
        const dataverse::Write change{
            .entitySet = u"contacts"_s,
            .rowId = id,
            .cells = {{.column = u"numberofchildren"_s, .member = "numberofchildren", .json = "77"},
                      {.column = u"address1_latitude"_s, .member = "address1_latitude", .json = "12.5"},
                      {.column = u"birthdate"_s, .member = "birthdate", .json = "\"1971-02-03\""},
                      {.column = u"new_consentdate"_s, .member = "new_consentdate", .json = "\"1999-01-02T03:04:05Z\""},
                      {.column = u"msgdpr_gdprischild"_s, .member = "msgdpr_gdprischild", .json = "true"}}};
        QVERIFY(finishOf(client.write(change, this)));
        const auto values = std::to_array<std::pair<QString, QString>>({
            {u"numberofchildren"_s, u"77"_s},
            {u"address1_latitude"_s, u"12.50"_s},
            {u"birthdate"_s, u"1971-02-03"_s},
            {u"new_consentdate"_s, u"1999-01-02T03:04:05.000Z"_s},
            {u"msgdpr_gdprischild"_s, u"true"_s},
        });
        for (const auto &[column, value] : values) {
            const int before = calls();
            // Beside another value, so that the row must be recognised.
            const QString other = column == u"birthdate"            ? u"1801-01-01"_s
                                  : column == u"new_consentdate"    ? u"1801-01-01T00:00:00Z"_s
                                  : column == u"msgdpr_gdprischild" ? u"no"_s
                                                                    : u"3"_s;
            const Result<QList<Resolved>> found =
                resolve({by(Kind::Column, column, other), by(Kind::Column, column, value)});
            QVERIFY2(found, found ? "" : qPrintable(found.error().toLine() + found.error().detail));
            QVERIFY2(idsOf(found->at(1)).contains(id), qPrintable(column));
            QCOMPARE(calls() - before, 1);
        }
    }

    void tellsWhatCannotBeFound()
    {
        const Result<QList<Resolved>> found = resolve(
            {by(Kind::RowId, {}, u"no guid"_s), by(Kind::Column, nickname, QString()),
             by(Kind::Column, nickname, QString(9'000, u'x')), by(Kind::Column, u"numberofchildren"_s, u"seven"_s),
             by(Kind::RowId, {}, u'{' + idText(m_contacts.at(20).id).toUpper() + u'}')});
        QVERIFY(found);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(found->at(i).error().kind, Error::Kind::Invalid);
        QCOMPARE(idsOf(found->at(4)).size(), 1);

        QCOMPARE(resolve({by(Kind::Column, u"nonesuch"_s, u"x"_s)}).error().field, u"nonesuch"_s);
        QCOMPARE(resolve({by(Kind::Column, nickname, u"x"_s)}, {u"nonesuch"_s}).error().field, u"nonesuch"_s);
        QCOMPARE(resolve({Criterion{.kind = Kind::Column}}).error().kind, Error::Kind::Invalid);
        QVERIFY(resolve({}).valueOr({Resolved(QList<Row>())}).isEmpty());
    }

    void tellsRefusals()
    {
        QVERIFY(m_sandbox->setFault(u"privilege"_s, u"read"_s));
        const Result<QList<Resolved>> found = resolve({by(Kind::Column, nickname, u"x"_s)});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Forbidden);
        QList<Criterion> many;
        for (int i = 0; i < 500; ++i)
            many << by(Kind::Column, nickname, u"value-%1"_s.arg(i));
        QCOMPARE(resolve(many).error().kind, Error::Kind::Forbidden);
    }

    void followsPages()
    {
        const QByteArray next = m_server->origin() + "/api/data/v9.2/contacts?$skiptoken=%3Ccookie%20x=%22a%2Bb%22/%3E";
        m_server->add(answer(200, page({{"7c0f0000-0000-4000-8000-000000000001", "a"}}, next)));
        m_server->add(answer(200, page({{"7c0f0000-0000-4000-8000-000000000002", "b"},
                                        {"7c0f0000-0000-4000-8000-000000000003", "A "}})));
        const Result<QList<Resolved>> found = resolveFromScript({u"a"_s, u"b"_s, u"c"_s});
        QVERIFY(found);
        QCOMPARE(found->at(0)->size(), 2);
        QCOMPARE(found->at(1)->size(), 1);
        QCOMPARE(found->at(2)->size(), 0);
        QCOMPARE(m_server->requests().size(), 2);
        QVERIFY(next.endsWith(m_server->requests().at(1).target())); // verbatim
    }

    void doesNotFollowElsewhere()
    {
        for (const QByteArray next :
             {"http://127.0.0.2:1/api/data/v9.2/contacts?x", "https://evil.example.com/contacts", "::"}) {
            m_server->add(answer(200, page({{"7c0f0000-0000-4000-8000-000000000001", "a"}}, next)));
            const Result<QList<Resolved>> found = resolveFromScript({u"a"_s});
            QVERIFY(!found);
            QCOMPARE(found.error().kind, Error::Kind::BadReply);
        }
        QCOMPARE(m_server->requests().size(), 3);
    }

    /// A value that half the table has is no match.
    void givesUpOnFillers()
    {
        QList<std::pair<QByteArray, QByteArray>> rows(5'001, {"7c0f0000-0000-4000-8000-000000000001", "unknown"});
        const QByteArray next = m_server->origin() + "/api/data/v9.2/contacts?more";
        m_server->decide([&](const ScriptServer::Received &request) {
            const bool hasUnknown = request.target().contains("unknown") || request.target().contains("more");
            if (request.body.contains("unknown")) // one by one, in a batch
                return batchAnswer(
                    {{200, page(rows, next)}, {200, page({{"7c0f0000-0000-4000-8000-000000000002", "b"}})}});
            return answer(200, hasUnknown ? page(rows, next) : page({}));
        });
        const Result<QList<Resolved>> found = resolveFromScript({u"unknown"_s, u"b"_s});
        QVERIFY2(found, found ? "" : qPrintable(found.error().toLine()));
        QCOMPARE(found->at(0).error().kind, Error::Kind::Conflict);
        QCOMPARE(found->at(1)->size(), 1);
    }

    void asksOneByOneWhenARowBelongsToNobody()
    {
        m_server->add(answer(200, page({{"7c0f0000-0000-4000-8000-000000000001", "strasse"}})));
        m_server->add(
            batchAnswer({{200, page({{"7c0f0000-0000-4000-8000-000000000001", "strasse"}})}, {200, page({})}}));
        const Result<QList<Resolved>> found = resolveFromScript({u"stra\u2602e"_s, u"b"_s});
        QVERIFY(found);
        QCOMPARE(found->at(0)->size(), 1);
        QCOMPARE(found->at(1)->size(), 0);
        QVERIFY(m_server->isScriptOver());
    }

    void asksWithoutBatchesWhereTheyAreRefused()
    {
        m_server->decide([](const ScriptServer::Received &request) {
            if (request.target().endsWith("$batch"))
                return answer(400, "{\"error\":{\"code\":\"0x80048d19\",\"message\":\"no\"}}");
            return answer(200, page({}));
        });
        QStringList values;
        for (int i = 0; i < 350; ++i)
            values << u"value-%1-%2"_s.arg(i).arg(QString(50, u'é'));
        const Result<QList<Resolved>> found = resolveFromScript(values);
        QVERIFY(found);
        QCOMPARE(found->size(), 350);
        QVERIFY(m_server->requests().size() > 4);
        for (const ScriptServer::Received &request : m_server->requests())
            QVERIFY(request.target().size() < 7'000);
    }

    void isPatientWithPartsThatPass_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {401, 429, 500, 503})
            QTest::addRow("%d", status) << status;
    }

    void isPatientWithPartsThatPass()
    {
        QFETCH(const int, status);
        m_server->add(
            batchAnswer({{200, page({{"7c0f0000-0000-4000-8000-000000000005", "value-5"}})}, {status, "{}"}}));
        m_server->add(answer(200, page({{"7c0f0000-0000-4000-8000-000000000006", "value-105"}})));
        QStringList values;
        for (int i = 0; i < 150; ++i)
            values << u"value-%1"_s.arg(i);
        const Result<QList<Resolved>> found = resolveFromScript(values);
        QVERIFY2(found, found ? "" : qPrintable(found.error().toLine()));
        QCOMPARE(found->at(5)->size(), 1);
        QCOMPARE(found->at(105)->size(), 1);
        QVERIFY(m_server->isScriptOver());
    }

    /// One value that the service refuses does not keep the others from being found.
    void findsTheOthersBesideARefusedOne()
    {
        int asked = 0;
        m_server->decide([&asked](const ScriptServer::Received &request) {
            const auto answerTo = [&asked](const QByteArray &address) -> std::pair<int, QByteArray> {
                ++asked;
                if (address.contains("'poison'"))
                    return {400, "{\"error\":{\"code\":\"0x80060888\",\"message\":\"bad literal\"}}"};
                return {200,
                        address.contains("'v7'") ? page({{"7c0f0000-0000-4000-8000-000000000007", "v7"}}) : page({})};
            };
            if (!request.target().endsWith("$batch")) {
                const auto [status, body] = answerTo(request.target());
                return answer(status, body);
            }
            QList<std::pair<int, QByteArray>> parts;
            for (qsizetype at = request.body.indexOf("GET "); at >= 0; at = request.body.indexOf("GET ", at + 1))
                parts << answerTo(request.body.mid(at, request.body.indexOf('\n', at) - at));
            return batchAnswer(parts);
        });
        QStringList values{u"poison"_s};
        for (int i = 0; i < 99; ++i)
            values << u"v%1"_s.arg(i);
        const Result<QList<Resolved>> found = resolveFromScript(values);
        QVERIFY2(found, found ? "" : qPrintable(found.error().toLine()));
        QCOMPARE(found->at(0).error().code, u"0x80060888"_s);
        QCOMPARE(found->at(8)->size(), 1);
        QCOMPARE(found->at(9)->size(), 0);
        QVERIFY(asked < 20);

        // What is refused whatever is asked is not about a value.
        m_server->decide({});
        m_server->always(answer(400, "{\"error\":{\"code\":\"0x80060888\",\"message\":\"no such column\"}}"));
        const qsizetype before = m_server->requests().size();
        QCOMPARE(resolveFromScript(values).error().code, u"0x80060888"_s);
        QVERIFY(m_server->requests().size() - before < 20);
    }

    void survivesNonsense_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a page") << QByteArray("<html></html>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no list") << QByteArray("{\"value\":7}");
        QTest::newRow("rows without ids") << QByteArray("{\"value\":[{\"nickname\":\"a\"}]}");
        QTest::newRow("rows that are none") << QByteArray("{\"value\":[1,null]}");
    }

    void survivesNonsense()
    {
        QFETCH(const QByteArray, body);
        m_server->always(answer(200, body));
        QCOMPARE(resolveFromScript({u"a"_s, u"b"_s}).error().kind, Error::Kind::BadReply);
        m_server->always(batchAnswer({{200, body}}));
        QStringList values;
        for (int i = 0; i < 150; ++i)
            values << u"value-%1"_s.arg(i);
        QCOMPARE(resolveFromScript(values).error().kind, Error::Kind::BadReply);
    }
};

QTEST_GUILESS_MAIN(TestResolve)
#include "tst_resolve.moc"
