#include "dataverse/client.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Client;
using dataverse::Criterion;
using dataverse::Row;
using dataverse::Write;
using dataverse::WriteReply;
using support::answer;
using support::finishOf;
using support::ScriptServer;

namespace {

const QString guid = u"7c0f0000-0000-4000-8000-000000000003"_s;

/// Hands out "Bearer token-1", and a next one for each that is refused.
class CountingAuthorizer final : public net::Authorizer
{
public:
    core::Job<core::Secret> *authorization(const core::Secret &refused, QObject *parent) override
    {
        if (refused == current())
            ++m_number;
        return new core::ReadyJob<core::Secret>(current(), parent);
    }

private:
    core::Secret current() const { return core::Secret("Bearer token-" + QByteArray::number(m_number)); }
    int m_number = 1;
};

QByteArray odata(const QByteArray &code)
{
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"words\"}}";
}

mapping::Column column(const QString &name, mapping::ColumnType type)
{
    mapping::Column made;
    made.logicalName = made.displayName = name;
    made.type = type;
    made.isValidForRead = true;
    return made;
}

mapping::Table contacts()
{
    using mapping::ColumnType;
    mapping::Table table;
    table.logicalName = table.displayName = u"contact"_s;
    table.entitySet = u"contacts"_s;
    table.primaryId = u"contactid"_s;
    mapping::Column hidden = column(u"new_writeonly"_s, ColumnType::Text);
    hidden.isValidForRead = false;
    table.columns = {column(u"contactid"_s, ColumnType::UniqueId),     column(u"emailaddress1"_s, ColumnType::Text),
                     column(u"new_brandid"_s, ColumnType::Lookup),     column(u"new_extno"_s, ColumnType::Integer),
                     column(u"new_topics"_s, ColumnType::MultiChoice), hidden};
    return table;
}

QByteArray rowJson(const QByteArray &id = "7C0F0000-0000-4000-8000-000000000003")
{
    return "{\"@odata.etag\":\"W/\\\"8123456\\\"\",\"contactid\":\"" + id + "\",\"emailaddress1\":null}";
}

Write update()
{
    return {.entitySet = u"contacts"_s,
            .rowId = guid,
            .condition = Write::Condition::UpdateOnly,
            .primaryId = u"contactid"_s,
            .cells = {{.column = u"donotbulkemail"_s, .member = "donotbulkemail", .json = "false"},
                      {.column = u"new_note"_s, .member = "new_note", .json = "\"é\""}}};
}

/// What the metadata requests of a small table answer, by the request's target.
QByteArray metadata(const QByteArray &target)
{
    const QByteArray path = target.left(target.indexOf('?')).mid(target.indexOf("EntityDefinitions"));
    if (path == "EntityDefinitions(LogicalName='contact')")
        return "{\"LogicalName\":\"contact\",\"EntitySetName\":\"contacts\",\"PrimaryIdAttribute\":\"contactid\"}";
    if (path == "EntityDefinitions")
        return "{\"value\":[{\"LogicalName\":\"new_brand\",\"EntitySetName\":\"new_brands\","
               "\"PrimaryIdAttribute\":\"new_brandid\",\"Keys\":["
               "{\"LogicalName\":\"k1\",\"KeyAttributes\":[\"new_number\"],\"EntityKeyIndexStatus\":\"Active\"},"
               "{\"LogicalName\":\"k2\",\"KeyAttributes\":[\"new_code\"],\"EntityKeyIndexStatus\":\"Failed\"},"
               "{\"LogicalName\":\"k3\",\"KeyAttributes\":[\"a\",\"b\"],\"EntityKeyIndexStatus\":\"Active\"}]}]}";
    if (path == "EntityDefinitions(LogicalName='new_brand')/Attributes")
        return "{\"value\":[{\"LogicalName\":\"new_number\",\"AttributeType\":\"Integer\"},"
               "{\"LogicalName\":\"new_code\",\"AttributeType\":\"String\",\"AttributeTypeName\":"
               "{\"Value\":\"StringType\"}}]}";
    if (path.endsWith("/Attributes"))
        return "{\"value\":[{\"LogicalName\":\"new_brandid\",\"AttributeType\":\"Lookup\"},{\"LogicalName\":\"note\","
               "\"AttributeType\":\"Memo\"}]}";
    if (path.endsWith(".MemoAttributeMetadata"))
        return "{\"value\":[{\"LogicalName\":\"note\",\"MaxLength\":2000}]}";
    if (path.endsWith(".LookupAttributeMetadata"))
        return "{\"value\":[{\"LogicalName\":\"new_brandid\",\"Targets\":[\"new_brand\"]}]}";
    if (path.endsWith("/ManyToOneRelationships"))
        return "{\"value\":[{\"ReferencingAttribute\":\"new_brandid\",\"ReferencedEntity\":\"new_brand\","
               "\"ReferencingEntityNavigationPropertyName\":\"new_BrandId\"}]}";
    return "{\"value\":[]}";
}

} // namespace

class TestDataverseClient : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<ScriptServer> m_server;
    std::unique_ptr<CountingAuthorizer> m_authorizer;
    std::unique_ptr<Client> m_client;

    QByteArray target(int index = 0) const { return m_server->requests().value(index).target(); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptServer>();
        m_network = std::make_unique<net::Network>();
        m_service = m_network->service({.name = u"Dataverse"_s, .retry = {.firstDelay = std::chrono::milliseconds(1)}});
        m_authorizer = std::make_unique<CountingAuthorizer>();
        m_client = std::make_unique<Client>(*m_service, *m_authorizer, m_server->url(u"/api/data/v9.2/"_s),
                                            u"consent bridge&more"_s);
    }

    void cleanup()
    {
        m_client.reset();
        m_service.reset();
        m_network.reset();
        m_server.reset();
    }

    void asksWithEveryHeader()
    {
        m_server->add(answer(200,
                             "{\"UserId\":\"B2000000-0000-4000-8000-000000000001\",\"BusinessUnitId\":\"a1000000-0000-"
                             "4000-8000-000000000001\","
                             "\"OrganizationId\":\"c3000000-0000-4000-8000-000000000001\"}",
                             {"x-ms-dop-hint: 24"}));
        const Result<dataverse::WhoAmI> who = finishOf(m_client->whoAmI(this));
        QVERIFY(who);
        QCOMPARE(who->userId, u"b2000000-0000-4000-8000-000000000001"_s);
        QCOMPARE(who->organizationId, u"c3000000-0000-4000-8000-000000000001"_s);
        QCOMPARE(who->parallelismHint, 24);

        const ScriptServer::Received request = m_server->requests().value(0);
        QCOMPARE(request.requestLine(), QByteArray("GET /api/data/v9.2/WhoAmI HTTP/1.1"));
        QCOMPARE(request.header("Authorization"), QByteArray("Bearer token-1"));
        QCOMPARE(request.header("Accept"), QByteArray("application/json"));
        QCOMPARE(request.header("OData-Version"), QByteArray("4.0"));
        QCOMPARE(request.header("OData-MaxVersion"), QByteArray("4.0"));
        QCOMPARE(request.header("If-None-Match"), QByteArray("null"));
        QVERIFY(!QUuid::fromString(QString::fromLatin1(request.header("x-ms-client-request-id"))).isNull());
    }

    void takesAnAddressWithoutItsLastSlash()
    {
        Client client(*m_service, *m_authorizer, m_server->url(u"/api/data/v9.2"_s), {});
        m_server->add(answer(200, "{\"Version\":\"9.2.25111.00152\"}"));
        const Result<QString> version = finishOf(client.version(this));
        QVERIFY(version);
        QCOMPARE(*version, u"9.2.25111.00152"_s);
        QCOMPARE(target(), QByteArray("/api/data/v9.2/RetrieveVersion"));
    }

    void refusesAnswersThatAreNotDataverses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("page") << 200 << QByteArray("<html>Sign in</html>");
        QTest::newRow("other object") << 200 << QByteArray("{}");
        QTest::newRow("array") << 200 << QByteArray("[]");
        QTest::newRow("empty") << 200 << QByteArray();
        QTest::newRow("cut") << 200 << QByteArray("{\"UserId\":\"b2");
        QTest::newRow("no ids") << 200 << QByteArray("{\"UserId\":\"me\",\"OrganizationId\":1}");
        QTest::newRow("redirect") << 302 << QByteArray();
    }
    void refusesAnswersThatAreNotDataverses()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        m_server->add(answer(status, body, {"Location: https://login.example.com/"}));
        const Result<dataverse::WhoAmI> who = finishOf(m_client->whoAmI(this));
        QVERIFY(!who);
        QCOMPARE(who.error().kind, Error::Kind::BadReply);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void renewsARefusedTokenOnce()
    {
        m_server->add(answer(401));
        m_server->add(answer(200, "{\"Version\":\"9.2\"}"));
        QVERIFY(finishOf(m_client->version(this)));
        QCOMPARE(m_server->requests().value(1).header("Authorization"), QByteArray("Bearer token-2"));

        m_server->always(answer(401));
        const Result<QString> version = finishOf(m_client->version(this));
        QVERIFY(!version);
        QCOMPARE(version.error().kind, Error::Kind::SignIn);
        QCOMPARE(m_server->requests().size(), 4);
    }

    void looksRowsUp_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char *name, Criterion::Kind kind, const QString &column, const QString &value,
                            const QByteArray &target) {
            QTest::newRow(name) << int(kind) << column << value << target;
        };
        using Kind = Criterion::Kind;
        const QByteArray select = "?$select=contactid,emailaddress1,_new_brandid_value";
        row("row id", Kind::RowId, {}, u"{7C0F0000-0000-4000-8000-000000000003}"_s,
            "contacts(7c0f0000-0000-4000-8000-000000000003)" + select);
        row("key", Kind::AlternateKey, u"emailaddress1"_s, u"O'Neil@x.fr"_s,
            "contacts(emailaddress1='O%27%27Neil%40x.fr')" + select);
        row("key of numbers", Kind::AlternateKey, u"new_extno"_s, u"42"_s, "contacts(new_extno=42)" + select);
        row("key with a refused character", Kind::AlternateKey, u"emailaddress1"_s, u"a+b/c@x.fr"_s,
            "contacts" + select + "&$filter=emailaddress1%20eq%20'a%2Bb%2Fc%40x.fr'&$top=2");
        row("column", Kind::Column, u"emailaddress1"_s, u"100%_&#é"_s,
            "contacts" + select + "&$filter=emailaddress1%20eq%20'100%25_%26%23%C3%A9'&$top=2");
        row("column of numbers", Kind::Column, u"new_extno"_s, u"42"_s,
            "contacts" + select + "&$filter=new_extno%20eq%2042&$top=2");
        row("lookup", Kind::Column, u"new_brandid"_s, guid,
            "contacts" + select + "&$filter=_new_brandid_value%20eq%207c0f0000-0000-4000-8000-000000000003&$top=2");
    }
    void looksRowsUp()
    {
        QFETCH(int, kind);
        QFETCH(QString, column);
        QFETCH(QString, value);
        QFETCH(QByteArray, target);
        const bool isList = target.contains("$filter");
        m_server->add(answer(200, isList ? "{\"value\":[" + rowJson() + "]}" : rowJson()));
        const Criterion criterion{.kind = Criterion::Kind(kind), .parts = {{.column = column, .value = value}}};
        const QStringList columns{u"emailaddress1"_s, u"new_brandid"_s, u"contactid"_s, u"emailaddress1"_s,
                                  u"new_writeonly"_s};
        const Result<QList<Row>> rows = finishOf(m_client->find(contacts(), criterion, columns, 2, this));
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().id, guid);
        QCOMPARE(rows->first().etag, u"W/\"8123456\""_s);
        QVERIFY(rows->first().values.value(u"emailaddress1"_s).isNull());
        QCOMPARE(m_server->requests().value(0).requestLine(), "GET /api/data/v9.2/" + target + " HTTP/1.1");
    }

    void looksUpByKeysOfSeveralColumns_data()
    {
        QTest::addColumn<QList<dataverse::KeyPart>>("parts");
        QTest::addColumn<QByteArray>("target");
        const QByteArray select = "?$select=contactid";
        using Parts = QList<dataverse::KeyPart>;
        QTest::newRow("texts, a number, a lookup")
            << Parts{{.column = u"emailaddress1"_s, .value = u"it's@x.fr"_s},
                     {.column = u"new_extno"_s, .value = u" 007"_s},
                     {.column = u"new_brandid"_s, .value = u"{7C0F0000-0000-4000-8000-000000000003}"_s}}
            << "contacts(emailaddress1='it%27%27s%40x.fr',new_extno=7,_new_brandid_value=" + guid.toLatin1() + ')' +
                   select;
        QTest::newRow("a character that addresses refuse, in the second")
            << Parts{{.column = u"new_extno"_s, .value = u"42"_s}, {.column = u"emailaddress1"_s, .value = u"a+b"_s}}
            << "contacts" + select + "&$filter=new_extno%20eq%2042%20and%20emailaddress1%20eq%20'a%2Bb'&$top=2";
        QTest::newRow("a quote and more with it")
            << Parts{{.column = u"emailaddress1"_s, .value = u"x' or '1' eq '1/"_s},
                     {.column = u"new_extno"_s, .value = u"42"_s}}
            << "contacts" + select +
                   "&$filter=emailaddress1%20eq%20'x%27%27%20or%20%27%271%27%27%20eq%20%27%271%2F'%20and%20"
                   "new_extno%20eq%2042&$top=2";
    }
    void looksUpByKeysOfSeveralColumns()
    {
        QFETCH(QList<dataverse::KeyPart>, parts);
        QFETCH(QByteArray, target);
        m_server->add(answer(200, target.contains("$filter") ? "{\"value\":[" + rowJson() + "]}" : rowJson()));
        const Criterion criterion{.kind = Criterion::Kind::AlternateKey, .parts = parts};
        const Result<QList<Row>> rows = finishOf(m_client->find(contacts(), criterion, {}, 2, this));
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(m_server->requests().value(0).requestLine(), "GET /api/data/v9.2/" + target + " HTTP/1.1");
    }

    void looksNothingUpByHalfAKey_data()
    {
        QTest::addColumn<QList<dataverse::KeyPart>>("parts");
        QTest::addColumn<QString>("field");
        using Parts = QList<dataverse::KeyPart>;
        const dataverse::KeyPart mail{.column = u"emailaddress1"_s, .value = u"a@x.fr"_s};
        QTest::newRow("no parts") << Parts() << QString();
        QTest::newRow("an empty one") << Parts{mail, {.column = u"new_extno"_s}} << u"new_extno"_s;
        QTest::newRow("no number") << Parts{mail, {.column = u"new_extno"_s, .value = u"42)/x"_s}} << u"new_extno"_s;
        QTest::newRow("no GUID") << Parts{mail, {.column = u"new_brandid"_s, .value = u"FR"_s}} << u"new_brandid"_s;
        QTest::newRow("no column") << Parts{mail, {.column = u"gone"_s, .value = u"1"_s}} << u"gone"_s;
    }
    void looksNothingUpByHalfAKey()
    {
        QFETCH(QList<dataverse::KeyPart>, parts);
        QFETCH(QString, field);
        for (const Criterion::Kind kind : {Criterion::Kind::AlternateKey, Criterion::Kind::Column}) {
            const Result<QList<Row>> rows =
                finishOf(m_client->find(contacts(), {.kind = kind, .parts = parts}, {}, 2, this));
            QVERIFY(!rows);
            QCOMPARE(rows.error().kind, Error::Kind::Invalid);
            QCOMPARE(rows.error().field, field);
        }
        QVERIFY(m_server->requests().isEmpty());
    }

    void refusesLookUpsThatCannotMatch_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<QString>("field");
        using Kind = Criterion::Kind;
        QTest::newRow("no GUID") << int(Kind::RowId) << QString() << u"u-4711"_s << QStringList() << u"contactid"_s;
        QTest::newRow("no number") << int(Kind::Column) << u"new_extno"_s << u"u-1"_s << QStringList()
                                   << u"new_extno"_s;
        QTest::newRow("nothing") << int(Kind::Column) << u"emailaddress1"_s << QString() << QStringList()
                                 << u"emailaddress1"_s;
        QTest::newRow("no such column") << int(Kind::AlternateKey) << u"gone"_s << u"u-1"_s << QStringList()
                                        << u"gone"_s;
        QTest::newRow("cannot be searched")
            << int(Kind::Column) << u"new_topics"_s << u"1"_s << QStringList() << u"new_topics"_s;
        QTest::newRow("cannot be read") << int(Kind::Column) << u"emailaddress1"_s << u"u-1"_s << QStringList{u"gone"_s}
                                        << u"gone"_s;
    }
    void refusesLookUpsThatCannotMatch()
    {
        QFETCH(int, kind);
        QFETCH(QString, column);
        QFETCH(QString, value);
        QFETCH(QStringList, columns);
        QFETCH(QString, field);
        const Criterion criterion{.kind = Criterion::Kind(kind), .parts = {{.column = column, .value = value}}};
        const Result<QList<Row>> rows = finishOf(m_client->find(contacts(), criterion, columns, 2, this));
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Error::Kind::Invalid);
        QCOMPARE(rows.error().field, field);
        QVERIFY(m_server->requests().isEmpty());
    }

    void tellsNobodyFromNoTable()
    {
        const Criterion byId{.kind = Criterion::Kind::RowId, .parts = {{.value = guid}}};
        const Criterion byColumn{.kind = Criterion::Kind::Column,
                                 .parts = {{.column = u"emailaddress1"_s, .value = u"a"_s}}};
        m_server->add(answer(404, odata("0x80040217")));
        m_server->add(answer(404, odata("0x8006088a")));
        m_server->add(answer(404, odata("0x80040217")));
        m_server->add(answer(200, "{\"value\":[]}"));

        const Result<QList<Row>> nobody = finishOf(m_client->find(contacts(), byId, {}, 2, this));
        QVERIFY(nobody);
        QVERIFY(nobody->isEmpty());
        const Result<QList<Row>> noTable = finishOf(m_client->find(contacts(), byId, {}, 2, this));
        QVERIFY(!noTable);
        QCOMPARE(noTable.error().kind, Error::Kind::NotFound);
        QVERIFY(!finishOf(m_client->find(contacts(), byColumn, {}, 2, this))); // a list is never missing
        const Result<QList<Row>> noMatch = finishOf(m_client->find(contacts(), byColumn, {}, 2, this));
        QVERIFY(noMatch);
        QVERIFY(noMatch->isEmpty());
    }

    void givesNoMoreRowsThanAsked()
    {
        m_server->add(answer(200, "{\"value\":[" + rowJson() + ',' + rowJson() + ',' + rowJson() + "]}"));
        const Criterion criterion{.kind = Criterion::Kind::Column,
                                  .parts = {{.column = u"emailaddress1"_s, .value = u"a"_s}}};
        const Result<QList<Row>> rows = finishOf(m_client->find(contacts(), criterion, {}, 2, this));
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
    }

    void refusesRowsWithoutAnId()
    {
        m_server->add(answer(200, "{\"value\":[{\"emailaddress1\":\"a\"}]}"));
        const Criterion criterion{.kind = Criterion::Kind::Column,
                                  .parts = {{.column = u"emailaddress1"_s, .value = u"a"_s}}};
        const Result<QList<Row>> rows = finishOf(m_client->find(contacts(), criterion, {}, 2, this));
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Error::Kind::BadReply);
    }

    void sendsWhatItShows_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        using Condition = Write::Condition;
        QTest::newRow("update only") << int(Condition::UpdateOnly) << QByteArray("If-Match") << QByteArray("*");
        QTest::newRow("if unchanged") << int(Condition::IfUnchanged) << QByteArray("If-Match")
                                      << QByteArray("W/\"8123456\"");
        QTest::newRow("create only") << int(Condition::CreateOnly) << QByteArray("If-None-Match") << QByteArray("*");
        QTest::newRow("upsert") << int(Condition::Upsert) << QByteArray() << QByteArray();
    }
    void sendsWhatItShows()
    {
        QFETCH(int, condition);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        Write write = update();
        write.condition = Write::Condition(condition);
        write.etag = u"W/\"8123456\""_s;
        const net::Request shown = m_client->requestFor(write);
        QCOMPARE(shown, m_client->requestFor(write)); // a preview can be compared

        m_server->add(answer(200, rowJson()));
        QVERIFY(finishOf(m_client->write(write, this)));
        const ScriptServer::Received sent = m_server->requests().value(0);
        QCOMPARE(sent.requestLine(), QByteArray("PATCH /api/data/v9.2/contacts(7c0f0000-0000-4000-8000-000000000003)"
                                                "?$select=contactid&tag=consent%20bridge%26more HTTP/1.1"));
        QCOMPARE(sent.body, QByteArray("{\"donotbulkemail\":false,\"new_note\":\"\xc3\xa9\"}"));
        QCOMPARE(sent.body, shown.body);
        QCOMPARE(sent.header("Content-Type"), QByteArray("application/json; charset=utf-8"));
        QCOMPARE(sent.header("Prefer"), QByteArray("return=representation"));
        QCOMPARE(sent.header("Authorization"), QByteArray("Bearer token-1"));
        for (const auto &[name, expected] : shown.headers)
            QCOMPARE(sent.header(name), expected);
        QVERIFY(net::headerOf(shown.headers, "Authorization").isEmpty());
        for (const QByteArray &name : {QByteArray("If-Match"), QByteArray("If-None-Match")})
            QCOMPARE(sent.header(name), name == header ? value : QByteArray());
    }

    void writesWithoutAPrimaryIdAndTag()
    {
        Client client(*m_service, *m_authorizer, m_server->url(u"/api/data/v9.2/"_s), {});
        Write write = update();
        write.primaryId.clear();
        m_server->add(answer(204));
        const Result<WriteReply> outcome = finishOf(client.write(write, this));
        QVERIFY(outcome);
        QCOMPARE(outcome->effect, WriteReply::Effect::Updated);
        QCOMPARE(target(), QByteArray("/api/data/v9.2/contacts(7c0f0000-0000-4000-8000-000000000003)"));
        QVERIFY(m_server->requests().value(0).header("Prefer").isEmpty());
    }

    void sendsNothingThatIsIncomplete()
    {
        Write write = update();
        write.condition = Write::Condition::IfUnchanged; // without a version it would overwrite whatever is there
        const Result<WriteReply> outcome = finishOf(m_client->write(write, this));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::Invalid);
        QVERIFY(m_server->requests().isEmpty());
    }

    void doesNotForgetACancelledWrite()
    {
        m_server->add({.bytes = answer(200, rowJson()).bytes, .isHeld = true});
        core::Job<WriteReply> *job = m_client->write(update(), this);
        QSignalSpy received(m_server.get(), &ScriptServer::received);
        QVERIFY(received.wait(support::patienceMs));
        job->cancel();
        m_server->release();
        const Result<WriteReply> outcome = finishOf(job);
        QVERIFY(outcome);
        QCOMPARE(outcome->effect, WriteReply::Effect::Updated);
    }

    void tellsThatAWriteWasRepeated()
    {
        m_server->add(answer(503));
        m_server->always(answer(412, odata("0x80060882")));
        Write write = update();
        write.condition = Write::Condition::IfUnchanged;
        write.etag = u"W/\"1\""_s;
        const Result<WriteReply> outcome = finishOf(m_client->write(write, this));
        QVERIFY(outcome);
        QCOMPARE(outcome->effect, WriteReply::Effect::Changed);
        QCOMPARE(outcome->attempts, 2);
    }

    void readsATable()
    {
        m_server->decide([](const ScriptServer::Received &request) { return answer(200, metadata(request.target())); });
        qint64 done = 0;
        qint64 total = 0;
        core::Job<mapping::Table> *job = m_client->table(u"contact"_s, this);
        connect(job, &core::JobBase::progressed, this, [&](qint64 now, qint64 all) {
            done = now;
            total = all;
        });
        const Result<mapping::Table> table = finishOf(job);
        QVERIFY(table);
        QCOMPARE(table->columns.size(), 2);
        QCOMPARE(table->column(u"note"_s)->maxLength, 2000);
        const QList<mapping::LookupTarget> targets = table->column(u"new_brandid"_s)->targets;
        QCOMPARE(targets.size(), 1);
        QCOMPARE(targets.first().entitySet, u"new_brands"_s);
        QCOMPARE(targets.first().navigationProperty, u"new_BrandId"_s);
        QCOMPARE(targets.first().primaryId, u"new_brandid"_s);
        using Status = mapping::Key::Status;
        const QList<mapping::TargetKey> keys{
            {.column = u"new_number"_s, .type = mapping::ColumnType::Integer, .status = Status::Active},
            {.column = u"new_code"_s, .type = mapping::ColumnType::Text, .status = Status::Failed}};
        QVERIFY(targets.first().keys);
        QCOMPARE(*targets.first().keys, keys);
        QCOMPARE(done, total);
        QCOMPARE(total, m_server->requests().size());
        const QByteArray last = m_server->requests().last().target();
        QVERIFY2(last.endsWith("EntityDefinitions(LogicalName='new_brand')/Attributes?$select=LogicalName,"
                               "AttributeType,AttributeTypeName&$filter=LogicalName%20eq%20'new_number'%20or%20"
                               "LogicalName%20eq%20'new_code'"),
                 last);
    }

    /// Lookups can still be written by row id.
    void readsATableWithoutItsTargetsKeys()
    {
        m_server->decide([](const ScriptServer::Received &request) {
            const bool isRefused = request.target().contains("$expand=Keys");
            return isRefused ? answer(400, odata("0x80060888")) : answer(200, metadata(request.target()));
        });
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Alternate keys of tables.*0x80060888"_s));
        const Result<mapping::Table> table = finishOf(m_client->table(u"contact"_s, this));
        QVERIFY(table);
        const QList<mapping::LookupTarget> targets = table->column(u"new_brandid"_s)->targets;
        QCOMPARE(targets.size(), 1);
        QVERIFY(!targets.first().keys);
    }

    void readsATableWithoutWhatIsRefused()
    {
        m_server->decide([](const ScriptServer::Received &request) {
            const bool isRefused = request.target().contains(".MemoAttributeMetadata");
            return isRefused ? answer(400, odata("0x80060888")) : answer(200, metadata(request.target()));
        });
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"MemoAttributeMetadata.*0x80060888"_s));
        const Result<mapping::Table> table = finishOf(m_client->table(u"contact"_s, this));
        QVERIFY(table);
        QCOMPARE(table->column(u"note"_s)->maxLength, 0);
        QCOMPARE(table->column(u"new_brandid"_s)->targets.size(), 1);
    }

    void readsNoHalfTable_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("no such table") << QByteArray("(LogicalName='contact')?") << 404 << odata("0x80040217")
                                       << int(Error::Kind::NotFound);
        QTest::newRow("columns refused") << QByteArray("/Attributes?") << 400 << odata("0x80060888")
                                         << int(Error::Kind::Rejected);
        QTest::newRow("details not allowed")
            << QByteArray(".MemoAttributeMetadata") << 403 << odata("0x80040220") << int(Error::Kind::Forbidden);
        QTest::newRow("details not JSON")
            << QByteArray(".MemoAttributeMetadata") << 200 << QByteArray("<html>") << int(Error::Kind::BadReply);
        QTest::newRow("keys fail") << QByteArray("/Keys?") << 501 << QByteArray() << int(Error::Kind::Server);
    }
    void readsNoHalfTable()
    {
        QFETCH(QByteArray, part);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        m_server->decide([&](const ScriptServer::Received &request) {
            return request.target().contains(part) ? answer(status, body) : answer(200, metadata(request.target()));
        });
        const Result<mapping::Table> table = finishOf(m_client->table(u"contact"_s, this));
        QVERIFY(!table);
        QCOMPARE(int(table.error().kind), kind);
    }

    void stopsReadingATable()
    {
        m_server->always({.bytes = answer(200).bytes, .isHeld = true});
        core::Job<mapping::Table> *job = m_client->table(u"contact"_s, this);
        QSignalSpy received(m_server.get(), &ScriptServer::received);
        QVERIFY(received.wait(support::patienceMs));
        job->cancel();
        const Result<mapping::Table> table = finishOf(job);
        QVERIFY(!table);
        QCOMPARE(table.error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestDataverseClient)
#include "tst_dataverseclient.moc"
