#include "rig.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const httpd::Headers mustExist{{"If-Match", "*"}};
const httpd::Headers mustNotExist{{"If-None-Match", "*"}};
const httpd::Headers showRow{{"Prefer", "return=representation"}};
constexpr char nobody[] = "contacts(11111111-2222-4333-8444-555555555555)";
} // namespace

class TestSimRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void creates()
    {
        Rig rig;
        const qsizetype before = rig.dataverse.contactCount();
        const Answer made = rig.post("contacts", json("{'firstname':'Ann','lastname':'Lee','new_didomiuserid':'u-1'}"));
        QCOMPARE(made.status(), 204);
        QVERIFY(made.response.body.isEmpty());
        QCOMPARE(rig.dataverse.contactCount(), before + 1);
        const QByteArray address = made.header("OData-EntityId");
        QVERIFY(address.startsWith("http://127.0.0.1:9/api/data/v9.2/contacts("));
        const Answer read = rig.get(address.sliced(QByteArray("http://127.0.0.1:9").size()));
        QCOMPARE(read["fullname"_L1].toString(), u"Ann Lee"_s);
        QCOMPARE(read["createdon"_L1].toString(), u"2026-11-20T10:00:00Z"_s);
        QCOMPARE(read["followemail"_L1].toBool(), true); // the one consent column that starts at yes
        QCOMPARE(read["donotbulkemail"_L1].toBool(true), false);
        QCOMPARE(read["statecode"_L1].toInt(-1), 0);
        QCOMPARE(read["_ownerid_value"_L1].toString(), sandbox::Dataverse::userId());
        QVERIFY(rig.dataverse.contact(u"U-1 "_s)); // by key, as the service compares
    }

    void honoursAChosenId()
    {
        Rig rig;
        const QByteArray body = json("{'contactid':'aaaaaaaa-0000-4000-8000-000000000001','lastname':'Lee'}");
        const Answer made = rig.post("contacts?$select=lastname", body, showRow);
        QCOMPARE(made.status(), 201);
        QCOMPARE(made["contactid"_L1].toString(), u"aaaaaaaa-0000-4000-8000-000000000001"_s);
        QCOMPARE(made.header("Preference-Applied"), "return=representation");
        QCOMPARE(rig.post("contacts", body).code(), u"0x80040237"_s); // sent again: the row is there already
        QCOMPARE(rig.post("contacts", body).status(), 412);
        const Answer byKey = rig.patch("contacts(new_didomiuserid='chosen')",
                                       json("{'contactid':'aaaaaaaa-0000-4000-8000-000000000002'}"));
        QCOMPARE(byKey.status(), 204);
        QVERIFY(rig.dataverse.contact(u"aaaaaaaa-0000-4000-8000-000000000002"_s));
        QCOMPARE(rig.patch(nobody, body).status(), 400); // two ids for one row
    }

    void patchFollowsItsConditions_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::addColumn<bool>("byKey");
        QTest::addColumn<QByteArray>("condition"); // "header: value"
        QTest::addColumn<bool>("showsRow");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("upsert, there") << true << false << QByteArray() << false << 204 << QString();
        QTest::newRow("upsert, there, by key") << true << true << QByteArray() << false << 204 << QString();
        QTest::newRow("upsert, missing") << false << false << QByteArray() << false << 204 << QString();
        QTest::newRow("upsert, missing, by key") << false << true << QByteArray() << false << 204 << QString();
        QTest::newRow("upsert, there, shown") << true << true << QByteArray() << true << 200 << QString();
        QTest::newRow("upsert, missing, shown") << false << true << QByteArray() << true << 201 << QString();
        QTest::newRow("update only, there") << true << true << QByteArray("If-Match: *") << false << 204 << QString();
        QTest::newRow("update only, there, shown")
            << true << true << QByteArray("If-Match: *") << true << 200 << QString();
        QTest::newRow("update only, missing")
            << false << false << QByteArray("If-Match: *") << false << 404 << u"0x80040217"_s;
        QTest::newRow("update only, missing, by key")
            << false << true << QByteArray("If-Match: *") << false << 404 << u"0x80060891"_s;
        QTest::newRow("create only, there")
            << true << true << QByteArray("If-None-Match: *") << false << 412 << u"0x80040237"_s;
        QTest::newRow("create only, missing")
            << false << true << QByteArray("If-None-Match: *") << false << 204 << QString();
        QTest::newRow("the word null is no condition")
            << true << true << QByteArray("If-None-Match: null") << false << 204 << QString();
        QTest::newRow("stale version") << true << false << QByteArray("If-Match: W/\"1\"") << false << 412
                                       << u"0x80060882"_s;
        QTest::newRow("version of a missing row")
            << false << false << QByteArray("If-Match: W/\"1\"") << false << 404 << u"0x80040217"_s;
    }

    void patchFollowsItsConditions()
    {
        QFETCH(bool, exists);
        QFETCH(bool, byKey);
        QFETCH(QByteArray, condition);
        QFETCH(bool, showsRow);
        QFETCH(int, status);
        QFETCH(QString, code);
        Rig rig;
        const qsizetype before = rig.dataverse.contactCount();
        const QByteArray address = exists  ? (byKey ? rig.byKey() : rig.byId())
                                   : byKey ? QByteArray("contacts(new_didomiuserid='new%20one')")
                                           : QByteArray(nobody);
        httpd::Headers headers;
        if (!condition.isEmpty())
            headers.emplaceBack(condition.left(condition.indexOf(':')), condition.mid(condition.indexOf(':') + 2));
        if (showsRow)
            headers += showRow;
        const Answer answer = rig.patch(address, json("{'jobtitle':'Baker'}"), headers);
        QCOMPARE(answer.status(), status);
        QCOMPARE(answer.code(), code);
        const bool isCreated = !exists && status < 400;
        QCOMPARE(rig.dataverse.contactCount(), before + (isCreated ? 1 : 0));
        QCOMPARE(rig.stored(u"jobtitle"_s).toString(), exists && status < 400 ? u"Baker"_s : QString());
        if (status < 400)
            QCOMPARE(answer.header("OData-EntityId"),
                     "http://127.0.0.1:9/api/data/v9.2/" + address); // the form that was asked
        if (isCreated && byKey)
            QVERIFY(rig.dataverse.contact(u"new one"_s)); // the address gave the key column
        if (showsRow)
            QCOMPARE(answer["jobtitle"_L1].toString(), u"Baker"_s);
    }

    void aMatchingVersionUpdatesOnce()
    {
        Rig rig;
        const QByteArray version = rig.get(rig.byId())["@odata.etag"_L1].toString().toUtf8();
        const httpd::Headers condition{{"If-Match", version}};
        QCOMPARE(rig.patch(rig.byId(), json("{'jobtitle':'A'}"), condition).status(), 204);
        QCOMPARE(rig.patch(rig.byId(), json("{'jobtitle':'B'}"), condition).status(), 412);
        QCOMPARE(rig.stored(u"jobtitle"_s).toString(), u"A"_s);
        QCOMPARE(rig.send("DELETE", rig.byId(), {}, condition).status(), 412);
    }

    void anUnchangedRowIsNotSentAgain()
    {
        Rig rig;
        const Answer first = rig.get(rig.byId());
        QCOMPARE(first.header("ETag"), first["@odata.etag"_L1].toString().toUtf8());
        QCOMPARE(rig.get(rig.byId(), {{"If-None-Match", first.header("ETag")}}).status(), 304);
        QCOMPARE(rig.get(rig.byId(), {{"If-None-Match", "null"}}).status(), 200);
    }

    void keyColumnsInTheBody()
    {
        Rig rig;
        // A row that exists: ignored, whatever they say.
        QCOMPARE(rig.patch(rig.byKey(), json("{'new_didomiuserid':'other','contactid':'aaaaaaaa-0000-4000-8000-"
                                             "000000000009','jobtitle':'A'}"))
                     .status(),
                 204);
        QCOMPARE(rig.stored(u"new_didomiuserid"_s).toString(), rig.contact().didomiId);
        QCOMPARE(rig.stored(u"jobtitle"_s).toString(), u"A"_s);
        // A row that is made: the body wins.
        QCOMPARE(rig.patch("contacts(new_didomiuserid='a')", json("{'new_didomiuserid':'b'}")).status(), 204);
        QVERIFY(!rig.dataverse.contact(u"a"_s));
        QVERIFY(rig.dataverse.contact(u"b"_s));
        // By id the key can be changed; the id cannot.
        QCOMPARE(rig.patch(rig.byId(), json("{'new_didomiuserid':'moved'}")).status(), 204);
        QVERIFY(rig.dataverse.contact(u"moved"_s));
        QVERIFY(!rig.dataverse.contact(rig.contact().didomiId));
        QCOMPARE(rig.patch(rig.byId(), json("{'contactid':'aaaaaaaa-0000-4000-8000-000000000009'}")).status(), 400);
    }

    void theKeyIsUnique_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("status");
        const QString taken = Rig().contact(1).didomiId;
        QTest::newRow("taken") << taken << 412;
        QTest::newRow("in other letters") << taken.toUpper() << 412;
        QTest::newRow("with blanks behind") << taken + u"  "_s << 412;
        QTest::newRow("free") << taken + u'x' << 204;
        QTest::newRow("null is not constrained") << QString() << 204;
    }

    void theKeyIsUnique()
    {
        QFETCH(QString, value);
        QFETCH(int, status);
        Rig rig;
        const QJsonValue key = value.isEmpty() ? QJsonValue() : QJsonValue(value);
        const QByteArray body = QJsonDocument(QJsonObject{{u"new_didomiuserid"_s, key}}).toJson();
        const Answer changed = rig.patch(rig.byId(0), body);
        QCOMPARE(changed.status(), status);
        QCOMPARE(changed.code(), status == 412 ? u"0x80060892"_s : QString());
        QCOMPARE(rig.post("contacts", body).status(),
                 status == 204 && !key.isNull() ? 412 : status); // now ours is in the way
        QCOMPARE(rig.patch(rig.byId(0), body).status(), status); // its own value is no duplicate
    }

    void keysFindRowsAsTheServiceCompares()
    {
        Rig rig;
        QVERIFY(rig.patch("contacts(new_didomiuserid='Mixed Case')", "{}").status() == 204);
        QCOMPARE(rig.get("contacts(new_didomiuserid='mixed%20cASE')?$select=contactid").status(), 200);
        QCOMPARE(rig.get("contacts(new_didomiuserid=%27MIXED%20CASE%27)?$select=contactid").status(), 200);
        QCOMPARE(rig.patch("contacts(new_didomiuserid='O%27%27Neil')", "{}").status(), 204);
        QVERIFY(rig.dataverse.contact(u"O'Neil"_s));
        QCOMPARE(rig.get("contacts(new_didomiuserid='O''Neil')").status(), 200);
        QCOMPARE(rig.get("contacts(contactid=" + rig.id() + ")").status(), 200);
    }

    void addressesThatNameNoRow_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown id") << QByteArray(nobody) << 404 << u"0x80040217"_s;
        QTest::newRow("unknown key") << QByteArray("contacts(new_didomiuserid='nobody')") << 404 << u"0x80060891"_s;
        QTest::newRow("no key of the table") << QByteArray("contacts(emailaddress1='a')") << 400 << u"0x80060890"_s;
        QTest::newRow("a failed key") << QByteArray("contacts(employeeid='E-1')") << 400 << u"0x80060890"_s;
        QTest::newRow("a key being built")
            << QByteArray("contacts(_new_favouritebrand_value=11111111-2222-4333-8444-555555555555,new_counter=1)")
            << 400 << u"0x80060890"_s;
        QTest::newRow("too many columns")
            << QByteArray("contacts(new_didomiuserid='a',employeeid='b')") << 400 << u"0x80060890"_s;
        QTest::newRow("no column") << QByteArray("contacts(nothing='a')") << 400 << u"0x80060888"_s;
        QTest::newRow("a lookup by its bare name")
            << QByteArray("contacts(new_favouritebrand=11111111-2222-4333-8444-555555555555,new_counter=1)") << 400
            << u"0x80060888"_s;
        QTest::newRow("a number for a text") << QByteArray("contacts(new_didomiuserid=42)") << 400 << u"0x80060888"_s;
        QTest::newRow("a quoted id") << QByteArray("contacts('11111111-2222-4333-8444-555555555555')") << 400
                                     << u"0x80060888"_s;
        QTest::newRow("a value alone") << QByteArray("contacts('a')") << 400 << u"0x80060888"_s;
        QTest::newRow("open quote") << QByteArray("contacts(new_didomiuserid='a)") << 400 << u"0x80060888"_s;
        QTest::newRow("broken escape") << QByteArray("contacts(new_didomiuserid='a%zz')") << 400 << u"0x80060888"_s;
        QTest::newRow("no UTF-8") << QByteArray("contacts(new_didomiuserid='%ff')") << 400 << u"0x80060888"_s;
        for (const char c : QByteArray("/<>*%&:\\?+"))
            QTest::addRow("key value with %c", c)
                << "contacts(new_didomiuserid='a" + QByteArray(1, c).toPercentEncoding() + "b')" << 400
                << u"0x80060888"_s;
        QTest::newRow("bare slash") << QByteArray("contacts(new_didomiuserid='a/b')") << 400 << u"0x80060888"_s;
        QTest::newRow("bare plus") << QByteArray("contacts(new_didomiuserid='a+b')") << 400 << u"0x80060888"_s;
        QTest::newRow("user by a named id")
            << QByteArray("systemusers(systemuserid=11111111-2222-4333-8444-555555555555)") << 400 << u"0x80060890"_s;
        QTest::newRow("unknown set") << QByteArray("people(11111111-2222-4333-8444-555555555555)") << 404
                                     << u"0x8006088a"_s;
        QTest::newRow("set in capitals") << QByteArray("Contacts") << 404 << u"0x8006088a"_s;
        QTest::newRow("unknown property") << QByteArray(nobody) + "/nothing" << 404 << u"0x8006088a"_s;
    }

    void addressesThatNameNoRow()
    {
        QFETCH(QByteArray, address);
        QFETCH(int, status);
        QFETCH(QString, code);
        Rig rig;
        for (const QByteArray method : {"GET", "PATCH"}) {
            if (method == "PATCH" &&
                (address == "Contacts" || address.startsWith("systemusers") || address.contains("nothing")))
                continue;
            const Answer answer = rig.send(method, address, method == "PATCH" ? QByteArray("{}") : QByteArray(),
                                           method == "PATCH" ? mustExist : httpd::Headers());
            QCOMPARE(answer.status(), status);
            QCOMPARE(answer.code(), code);
            QVERIFY(!answer.message().isEmpty());
        }
    }

    void deletes()
    {
        Rig rig;
        QCOMPARE(rig.send("DELETE", rig.byKey()).status(), 204);
        QCOMPARE(rig.get(rig.byId()).status(), 404);
        QCOMPARE(rig.send("DELETE", rig.byId()).code(), u"0x80040217"_s);
        QCOMPARE(rig.patch("contacts(new_didomiuserid='" + QUrl::toPercentEncoding(rig.contact().didomiId) + "')", "{}",
                           mustNotExist)
                     .status(),
                 204);
    }

    void singleProperties()
    {
        Rig rig;
        QCOMPARE(rig.send("PUT", rig.byId() + "/donotemail", json("{'value':true}")).status(), 204);
        QCOMPARE(rig.stored(u"donotemail"_s).toBool(), true);
        QCOMPARE(rig.get(rig.byId() + "/donotemail")["value"_L1].toBool(), true);
        QCOMPARE(rig.send("PUT", rig.byId() + "/donotemail", json("{'value':1}")).code(), u"0x80048d19"_s);
        QCOMPARE(rig.send("PUT", rig.byId() + "/donotemail", json("{'donotemail':true}")).status(), 400);
        QCOMPARE(rig.send("PUT", rig.byId() + "/description", json("{'value':'x'}")).status(), 204);
        QCOMPARE(rig.send("DELETE", rig.byId() + "/description").status(), 204);
        QVERIFY(rig.stored(u"description"_s).isUndefined());
        QCOMPARE(rig.get(rig.byId() + "/description").status(), 204);
        QCOMPARE(rig.send("DELETE", rig.byId() + "/_parentcustomerid_value").status(), 400);
        QCOMPARE(rig.send("PUT", QByteArray(nobody) + "/donotemail", json("{'value':true}")).status(), 404);
    }

    void lookupsThroughTheirNavigation()
    {
        Rig rig;
        const QJsonObject brand = rig.get("new_brands?$filter=new_code%20eq%20'green'").rows().at(0).toObject();
        const QByteArray id = brand.value(u"new_brandid"_s).toString().toUtf8();
        QCOMPARE(rig.send("PUT", rig.byId() + "/new_FavouriteBrand/$ref",
                          json("{'@odata.id':'http://127.0.0.1:9/api/data/v9.2/new_brands(" + id + ")'}"))
                     .status(),
                 204);
        QCOMPARE(rig.stored(u"_new_favouritebrand_value"_s).toString().toUtf8(), id);
        QVERIFY(rig.get(rig.byId() + "/new_FavouriteBrand/$ref")["@odata.id"_L1].toString().endsWith(
            QString::fromUtf8("new_brands(" + id + ')')));
        QCOMPARE(rig.get(rig.byId() + "/new_FavouriteBrand?$select=new_name")["new_name"_L1],
                 brand.value(u"new_name"_s));
        QCOMPARE(rig.send("DELETE", rig.byId() + "/new_FavouriteBrand/$ref").status(), 204);
        QCOMPARE(rig.get(rig.byId() + "/new_FavouriteBrand").status(), 204);
        QCOMPARE(rig.get(rig.byId() + "/new_favouritebrand").status(), 404);
    }

    void wrongVerbs_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<int>("status");
        QTest::newRow("post a row") << QByteArray("POST") << Rig().byId() << 405;
        QTest::newRow("put a row") << QByteArray("PUT") << Rig().byId() << 405;
        QTest::newRow("patch a set") << QByteArray("PATCH") << QByteArray("contacts") << 405;
        QTest::newRow("delete a set") << QByteArray("DELETE") << QByteArray("contacts") << 405;
        QTest::newRow("post a count") << QByteArray("POST") << QByteArray("contacts/$count") << 405;
        QTest::newRow("post a function") << QByteArray("POST") << QByteArray("WhoAmI") << 404;
        QTest::newRow("get a batch") << QByteArray("GET") << QByteArray("$batch") << 405;
        QTest::newRow("post the root") << QByteArray("POST") << QByteArray() << 405;
    }

    void wrongVerbs()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, address);
        QFETCH(int, status);
        Rig rig;
        QCOMPARE(rig.send(method, address, method == "GET" ? QByteArray() : QByteArray("{}")).status(), status);
    }

    void everyWriteIsANewVersion()
    {
        Rig rig;
        const qint64 before = rig.stored(u"versionnumber"_s).toInteger();
        rig.clock.advance(std::chrono::hours(1));
        QCOMPARE(rig.patch(rig.byId(), "{}").status(), 204);
        QVERIFY(rig.stored(u"versionnumber"_s).toInteger() > before);
        QCOMPARE(rig.stored(u"modifiedon"_s).toString(), u"2026-11-20T11:00:00Z"_s);
    }

    void aRefusedWriteChangesNothing()
    {
        Rig rig;
        const auto before = rig.dataverse.contact(QString::fromUtf8(rig.id()));
        QCOMPARE(rig.patch(rig.byId(), json("{'jobtitle':'A','donotemail':'yes'}")).status(), 400);
        QCOMPARE(rig.patch(rig.byId() + "?$select=nothing", json("{'jobtitle':'A'}"), showRow).status(), 400);
        QCOMPARE(rig.dataverse.contact(QString::fromUtf8(rig.id())), before);
    }

    void theSameRequestsGetTheSameAnswers()
    {
        Rig first;
        Rig second;
        for (Rig *rig : {&first, &second})
            rig->post("contacts", json("{'lastname':'Lee'}"));
        QCOMPARE(first.get("contacts").response.body, second.get("contacts").response.body);
        QVERIFY(first.get("contacts").header("x-ms-service-request-id") !=
                first.get("contacts").header("x-ms-service-request-id"));
    }
};

QTEST_GUILESS_MAIN(TestSimRows)
#include "tst_simrows.moc"
