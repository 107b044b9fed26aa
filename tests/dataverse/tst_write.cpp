#include "dataverse/client.h"
#include "dataverse/writejob.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::KeyPart;
using dataverse::Write;
using dataverse::WriteReply;
using Condition = Write::Condition;
using Effect = WriteReply::Effect;

namespace {

const QString guid = u"7c0f0000-0000-4000-8000-000000000003"_s;

QByteArray odata(const QByteArray &code)
{
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"words\"}}";
}

Write byId(Condition condition)
{
    return {.entitySet = u"contacts"_s,
            .rowId = guid,
            .condition = condition,
            .etag = condition == Condition::IfUnchanged ? u"W/\"8123456\""_s : QString(),
            .primaryId = u"contactid"_s,
            .cells = {{.column = u"donotbulkemail"_s, .member = "donotbulkemail", .json = "false"}}};
}

Write byKey(Condition condition)
{
    Write write = byId(condition);
    write.rowId.clear();
    write.key = {{.column = u"new_didomiuserid"_s, .value = u"u-4711"_s}};
    return write;
}

QString effectName(Effect effect)
{
    switch (effect) {
    case Effect::Created:
        return u"created"_s;
    case Effect::Updated:
        return u"updated"_s;
    case Effect::Missing:
        return u"missing"_s;
    case Effect::AlreadyThere:
        return u"already there"_s;
    case Effect::Changed:
        return u"changed"_s;
    }
    return {};
}

/// "created", "updated", … or "error 3" with the kind's number.
QString became(const Result<WriteReply> &outcome)
{
    return outcome ? effectName(outcome->effect) : u"error %1"_s.arg(int(outcome.error().kind));
}

QString error(Error::Kind kind)
{
    return u"error %1"_s.arg(int(kind));
}

} // namespace

class TestWrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses()
    {
        QCOMPARE(byId(Condition::Upsert).address(), u"contacts(%1)"_s.arg(guid));
        QCOMPARE(byKey(Condition::Upsert).address(), u"contacts(new_didomiuserid='u-4711')"_s);
        Write write = byKey(Condition::Upsert);
        write.key[0].value = u"O'Neil é"_s;
        QCOMPARE(write.address(), u"contacts(new_didomiuserid='O%27%27Neil%20%C3%A9')"_s);
        write.key[0] = {.column = u"new_number"_s, .value = u"42"_s, .form = KeyPart::Form::Bare};
        QCOMPARE(write.address(), u"contacts(new_number=42)"_s);
        write.key << KeyPart{.column = u"new_brand"_s, .value = guid, .form = KeyPart::Form::RowId}
                  << KeyPart{.column = u"new_name"_s, .value = u"a=1,b='2'"_s};
        QCOMPARE(write.address(), u"contacts(new_number=42,_new_brand_value=%1,"
                                  "new_name='a%3D1%2Cb%3D%27%272%27%27')"_s.arg(guid));
    }

    /// What an address was made of can be read out of it again, for runs that are taken up after the program ended.
    void readsKeysOutOfAddresses_data()
    {
        QTest::addColumn<QList<KeyPart>>("parts");
        using Form = KeyPart::Form;
        QTest::newRow("text") << QList<KeyPart>{{.column = u"new_id"_s, .value = u"u-1"_s}};
        QTest::newRow("quotes, commas, parentheses") << QList<KeyPart>{
            {.column = u"new_id"_s, .value = u"''x',new_b='y')('"_s}, {.column = u"new_b"_s, .value = u" é\"#|=@ "_s}};
        QTest::newRow("many forms") << QList<KeyPart>{
            {.column = u"new_no"_s, .value = u"-1.50"_s, .form = Form::Bare},
            {.column = u"new_brand"_s, .value = guid, .form = Form::RowId},
            {.column = u"new_day"_s, .value = u"2026-11-20"_s, .form = Form::Bare},
            {.column = u"_odd_value"_s, .value = u"1"_s}};
    }
    void readsKeysOutOfAddresses()
    {
        QFETCH(QList<KeyPart>, parts);
        Write write = byKey(Condition::Upsert);
        write.key = parts;
        QVERIFY(!write.problem());
        const auto read = dataverse::partsOfAddress(write.address());
        QVERIFY(read);
        // A text column may be called like a lookup's way of being read; the quotes tell.
        QCOMPARE(*read, parts);
    }

    void readsNoKeysOutOfOtherAddresses()
    {
        for (const QString &address :
             {QString(), u"contacts"_s, u"contacts()"_s, u"contacts(%1)"_s.arg(guid), u"contacts(a='x"_s,
              u"contacts(a='x)"_s, u"contacts(a='x',)"_s, u"contacts(a='x',a='y')"_s, u"contacts(a=b c)"_s,
              u"contacts(='x')"_s, u"contacts(a='x')b='y')"_s})
            QVERIFY2(!dataverse::partsOfAddress(address), qPrintable(address));
    }

    void refusesWhatMustNotBeSent_data()
    {
        QTest::addColumn<Write>("write");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("by id") << byId(Condition::UpdateOnly) << true;
        QTest::newRow("by key") << byKey(Condition::Upsert) << true;
        QTest::newRow("unchanged") << byId(Condition::IfUnchanged) << true;
        Write write = byId(Condition::UpdateOnly);
        write.entitySet.clear();
        QTest::newRow("no table") << write << false;
        write = byId(Condition::UpdateOnly);
        write.entitySet = u"contacts(1)/x"_s;
        QTest::newRow("a path for a table") << write << false;
        write = byId(Condition::UpdateOnly);
        write.rowId = u"u-4711"_s;
        QTest::newRow("no GUID") << write << false;
        write = byId(Condition::UpdateOnly);
        write.rowId.clear();
        QTest::newRow("no row") << write << false;
        write = byKey(Condition::UpdateOnly);
        write.key[0].value.clear();
        QTest::newRow("empty key") << write << false;
        write = byKey(Condition::UpdateOnly);
        write.key[0].value = u"a+b@x.fr"_s;
        QTest::newRow("key with plus") << write << false;
        write = byKey(Condition::Upsert);
        write.key << KeyPart{.column = u"new_no"_s, .value = u"42"_s, .form = KeyPart::Form::Bare}
                  << KeyPart{.column = u"new_brand"_s, .value = guid, .form = KeyPart::Form::RowId};
        QTest::newRow("by key of three columns") << write << true;
        write.key[1].value = u"42,new_x='y'"_s;
        QTest::newRow("a number that goes on") << write << false;
        write.key[1].value = u"42"_s;
        write.key[2].value = u"u-1"_s;
        QTest::newRow("a lookup's part that is no GUID") << write << false;
        write.key[2] = write.key[1];
        QTest::newRow("one column twice") << write << false;
        write.key[2] = {.column = u"new x"_s, .value = u"1"_s};
        QTest::newRow("no column's name") << write << false;
        write.key[2] = {.column = u"new_day"_s, .value = u"2026-11-20T00:00:00Z"_s, .form = KeyPart::Form::Bare};
        QTest::newRow("a moment, whose colons addresses refuse") << write << false;
        write = byId(Condition::IfUnchanged);
        write.etag.clear();
        QTest::newRow("unchanged since when") << write << false;
        write.etag = u"W/\"1\"\r\nX-Evil: 1"_s;
        QTest::newRow("version with a line break") << write << false;
        write.etag = u"*"_s;
        QTest::newRow("any version") << write << false;
    }
    void refusesWhatMustNotBeSent()
    {
        QFETCH(Write, write);
        QFETCH(bool, isFine);
        const std::optional<Error> problem = write.problem();
        QCOMPARE(!problem, isFine);
        if (problem)
            QCOMPARE(problem->kind, Error::Kind::Invalid);
    }

    void readsWhatBecameOfIt_data()
    {
        QTest::addColumn<Write>("write");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("outcome");
        using Kind = Error::Kind;
        const QByteArray row = "{\"contactid\":\"7c0f0000-0000-4000-8000-000000000003\"}";

        QTest::newRow("updated") << byId(Condition::UpdateOnly) << 200 << row << u"updated"_s;
        QTest::newRow("updated, silent") << byId(Condition::UpdateOnly) << 204 << QByteArray() << u"updated"_s;
        QTest::newRow("upsert creates") << byKey(Condition::Upsert) << 201 << row << u"created"_s;
        QTest::newRow("upsert updates") << byKey(Condition::Upsert) << 200 << row << u"updated"_s;
        QTest::newRow("create, silent") << byId(Condition::CreateOnly) << 204 << QByteArray() << u"created"_s;
        QTest::newRow("page of a portal")
            << byId(Condition::UpdateOnly) << 200 << QByteArray("<html>Sign in</html>") << error(Kind::BadReply);
        QTest::newRow("redirect") << byId(Condition::UpdateOnly) << 302 << QByteArray() << error(Kind::BadReply);

        QTest::newRow("missing by id") << byId(Condition::UpdateOnly) << 404 << odata("0x80040217") << u"missing"_s;
        QTest::newRow("missing by key") << byKey(Condition::UpdateOnly) << 404 << odata("0x80060891") << u"missing"_s;
        QTest::newRow("missing, empty code") << byKey(Condition::UpdateOnly) << 404 << odata("") << u"missing"_s;
        QTest::newRow("wrong table") << byId(Condition::UpdateOnly) << 404 << odata("0x8006088a")
                                     << error(Kind::NotFound);
        QTest::newRow("somebody else's 404")
            << byId(Condition::UpdateOnly) << 404 << QByteArray("<html>404</html>") << error(Kind::NotFound);
        QTest::newRow("missing, but an upsert")
            << byId(Condition::Upsert) << 404 << odata("0x80040217") << error(Kind::NotFound);
        QTest::newRow("missing, but with a version")
            << byId(Condition::IfUnchanged) << 404 << odata("0x80040217") << error(Kind::NotFound);
        Write bound = byId(Condition::UpdateOnly);
        bound.cells.append(
            {.column = u"new_brandid"_s, .member = "new_BrandId@odata.bind", .json = "\"/new_brands(1)\""});
        QTest::newRow("row or target of its lookup") << bound << 404 << odata("0x80040217") << error(Kind::NotFound);

        QTest::newRow("changed") << byId(Condition::IfUnchanged) << 412 << odata("0x80060882") << u"changed"_s;
        QTest::newRow("unchanged, but key taken")
            << byId(Condition::IfUnchanged) << 412 << odata("0x80060892") << error(Kind::Conflict);
        QTest::newRow("there by id") << byId(Condition::CreateOnly) << 412 << odata("0x80040237") << u"already there"_s;
        QTest::newRow("there by key") << byKey(Condition::CreateOnly) << 412 << odata("0x80060892")
                                      << u"already there"_s;
        QTest::newRow("there, by version")
            << byId(Condition::CreateOnly) << 412 << odata("0x80060882") << u"already there"_s;
        QTest::newRow("another row has the key")
            << byId(Condition::CreateOnly) << 412 << odata("0x80060892") << error(Kind::Conflict);
        QTest::newRow("duplicate rule") << byId(Condition::CreateOnly) << 412 << odata("0x80040333")
                                        << error(Kind::Conflict);
        QTest::newRow("update meets a duplicate")
            << byId(Condition::UpdateOnly) << 412 << odata("0x80060892") << error(Kind::Conflict);
        QTest::newRow("upsert meets a duplicate")
            << byKey(Condition::Upsert) << 412 << odata("0x80040237") << error(Kind::Conflict);
        QTest::newRow("412 from elsewhere")
            << byId(Condition::IfUnchanged) << 412 << QByteArray("<html>412</html>") << error(Kind::Conflict);
        QTest::newRow("plug-in") << byId(Condition::UpdateOnly) << 400 << odata("0x80040265") << error(Kind::Rejected);
        QTest::newRow("privilege") << byId(Condition::UpdateOnly) << 403 << odata("0x80040220")
                                   << error(Kind::Forbidden);
    }
    void readsWhatBecameOfIt()
    {
        QFETCH(Write, write);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, outcome);
        QCOMPARE(became(dataverse::readWriteReply(write, {.status = status, .body = body})), outcome);
    }

    void findsTheRowsId_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("id");
        const QByteArray set = "https://acme.crm4.dynamics.com/api/data/v9.2/contacts";
        QTest::newRow("representation") << QByteArray("{\"contactid\":\"7C0F0000-0000-4000-8000-000000000003\"}")
                                        << QByteArray() << guid;
        QTest::newRow("header") << QByteArray() << QByteArray(set + "(7c0f0000-0000-4000-8000-000000000003)") << guid;
        QTest::newRow("header echoes the key")
            << QByteArray() << QByteArray(set + "(new_didomiuserid='u-4711')") << QString();
        QTest::newRow("neither") << QByteArray() << QByteArray() << QString();
    }
    void findsTheRowsId()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, header);
        QFETCH(QString, id);
        const Result<WriteReply> outcome = dataverse::readWriteReply(
            byKey(Condition::Upsert),
            {.status = 200, .headers = {{"OData-EntityId", header}, {"REQ_ID", "r-1"}}, .body = body, .attempts = 2});
        QVERIFY(outcome);
        QCOMPARE(outcome->rowId, id);
        QCOMPARE(outcome->attempts, 2);
        QCOMPARE(outcome->requestId, u"r-1"_s);
    }
};

QTEST_GUILESS_MAIN(TestWrite)
#include "tst_write.moc"
