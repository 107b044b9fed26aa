#include "rig.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSimValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesWhatFits_data()
    {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QJsonValue>("stored"); // undefined: null
        const QJsonValue nothing(QJsonValue::Undefined);
        QTest::newRow("text") << QByteArray("jobtitle") << QByteArray("'Bäcker'") << QJsonValue(u"Bäcker"_s);
        QTest::newRow("text of the full length")
            << QByteArray("new_consentnote") << QByteArray("'12345678901234567890'")
            << QJsonValue(u"12345678901234567890"_s);
        QTest::newRow("empty text is null") << QByteArray("jobtitle") << QByteArray("''") << nothing;
        QTest::newRow("null") << QByteArray("birthdate") << QByteArray("null") << nothing;
        QTest::newRow("memo with lines") << QByteArray("description") << QByteArray("'a\\nb'") << QJsonValue(u"a\nb"_s);
        QTest::newRow("integer") << QByteArray("new_counter") << QByteArray("1000") << QJsonValue(1000);
        QTest::newRow("64 bits") << QByteArray("new_bigcounter") << QByteArray("9007199254740993")
                                 << QJsonValue(9007199254740993LL);
        QTest::newRow("decimal, rounded") << QByteArray("new_score") << QByteArray("12.345678") << QJsonValue(12.35);
        QTest::newRow("double, rounded") << QByteArray("new_ratio") << QByteArray("0.123456") << QJsonValue(0.1235);
        QTest::newRow("money") << QByteArray("new_spend") << QByteArray("99.95") << QJsonValue(99.95);
        QTest::newRow("boolean") << QByteArray("new_newsletterconsent") << QByteArray("true") << QJsonValue(true);
        QTest::newRow("choice") << QByteArray("new_newsletterchoice") << QByteArray("100000001")
                                << QJsonValue(100000001);
        QTest::newRow("several choices") << QByteArray("new_channels") << QByteArray("'9,1, 9'")
                                         << QJsonValue(u"1,9"_s);
        QTest::newRow("no choices") << QByteArray("new_channels") << QByteArray("''") << nothing;
        QTest::newRow("moment") << QByteArray("new_consentdate") << QByteArray("'2026-11-20T09:58:12Z'")
                                << QJsonValue(u"2026-11-20T09:58:12Z"_s);
        QTest::newRow("moment elsewhere")
            << QByteArray("new_consentdate") << QByteArray("'2026-11-20T09:58:12.5+02:00'")
            << QJsonValue(u"2026-11-20T07:58:12Z"_s);
        QTest::newRow("clock on the wall")
            << QByteArray("new_consentclock") << QByteArray("'2026-11-20T09:58:12+02:00'")
            << QJsonValue(u"2026-11-20T09:58:12Z"_s);
        QTest::newRow("day") << QByteArray("new_consentday") << QByteArray("'2026-11-20'")
                             << QJsonValue(u"2026-11-20"_s);
        QTest::newRow("column nobody may write")
            << QByteArray("new_reachableby") << QByteArray("'x'") << QJsonValue(u"e-mail"_s);
        QTest::newRow("formatted value sent back")
            << QByteArray("jobtitle@OData.Community.Display.V1.FormattedValue") << QByteArray("'x'") << nothing;
    }

    void storesWhatFits()
    {
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, sent);
        QFETCH(QJsonValue, stored);
        Rig rig; // contact 0 has a currency
        const Answer answer = rig.patch(rig.byId(), json("{'" + column + "':" + sent + '}'));
        QVERIFY2(answer.status() == 204, answer.response.body.constData());
        QCOMPARE(rig.stored(QString::fromUtf8(column)), stored);
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *body, const char *code) {
            QTest::newRow(name) << json(body) << QString::fromLatin1(code);
        };
        row("text too long", "{'new_consentnote':'123456789012345678901'}", "0x80044331");
        row("control character", "{'jobtitle':'a\\u0001b'}", "0x80040278");
        row("number for a text", "{'jobtitle':42}", "0x80048d19");
        row("text for a boolean", "{'donotemail':'true'}", "0x80048d19");
        row("number for a boolean", "{'donotemail':1}", "0x80048d19");
        row("integer below", "{'new_counter':-1}", "0x8004432f");
        row("integer above", "{'new_counter':1001}", "0x8004432f");
        row("fraction for an integer", "{'new_counter':1.5}", "0x80048d19");
        row("text for an integer", "{'new_counter':'1'}", "0x80048d19");
        row("more than 32 bits", "{'numberofchildren':99999999999}", "0x80048d19");
        row("text for 64 bits", "{'new_bigcounter':'1'}", "0x80048d19");
        row("decimal above", "{'new_score':100.5}", "0x80044330");
        row("double below", "{'new_ratio':-0.1}", "0x80044330");
        row("money above", "{'new_spend':1e9}", "0x80044330");
        row("unknown option", "{'new_newsletterchoice':3}", "0x8004431a");
        row("label for an option", "{'new_newsletterchoice':'Given'}", "0x80048d19");
        row("boolean for an option", "{'new_newsletterchoice':true}", "0x80048d19");
        row("one unknown of several", "{'new_channels':'1,2,3'}", "0x8004431a");
        row("list for several options", "{'new_channels':[1,2]}", "0x80048d19");
        row("number for several options", "{'new_channels':1}", "0x80048d19");
        row("word among several options", "{'new_channels':'1,x'}", "0x80040203");
        row("day for a moment", "{'new_consentdate':'2026-11-20'}", "0x80040239");
        row("moment without a zone", "{'new_consentdate':'2026-11-20T09:58:12'}", "0x80040239");
        row("zone twice", "{'new_consentdate':'2026-11-20T09:58:12+01:00Z'}", "0x80040239");
        row("impossible day", "{'new_consentdate':'2026-02-30T09:58:12Z'}", "0x80040239");
        row("too long ago", "{'new_consentdate':'1752-12-31T23:59:59Z'}", "0x80040239");
        row("number for a moment", "{'new_consentdate':1700000000}", "0x80048d19");
        row("moment for a day", "{'new_consentday':'2026-11-20T00:00:00Z'}", "0x80040239");
        row("day too long ago", "{'birthdate':'1752-12-31'}", "0x80040239");
        row("unknown column", "{'nothing':1}", "0x80048d19");
        row("column in other letters", "{'DoNotEMail':true}", "0x80048d19");
        row("text of a choice", "{'accountrolecodename':'Employee'}", "0x80048d19");
        row("lookup by its value", "{'_parentcustomerid_value':'aaaaaaaa-0000-4000-8000-000000000001'}", "0x80060888");
        row("lookup by its name", "{'parentcustomerid':'aaaaaaaa-0000-4000-8000-000000000001'}", "0x80048d19");
        row("owner null", "{'ownerid@odata.bind':null}", "0x80040200");
        row("state null", "{'statecode':null}", "0x80040200");
        row("status of the other state", "{'statuscode':2}", "0x80048408");
        row("state with a status of the other", "{'statecode':1,'statuscode':1}", "0x80048408");
        row("secured column", "{'new_secretnote':'x'}", "0x8004f507");
        row("currency taken away from money", "{'creditlimit':5,'transactioncurrencyid@odata.bind':null}",
            "0x80048cfb");
        row("broken JSON", "{'jobtitle':", "0x80048d19");
        row("a list", "[1]", "0x80048d19");
    }

    void refusesWhatDoesNotFit()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        Rig rig;
        const auto before = rig.dataverse.contact(QString::fromUtf8(rig.id()));
        const Answer answer = rig.patch(rig.byId(), body, {{"If-Match", "*"}});
        QCOMPARE(answer.code(), code);
        QCOMPARE(answer.status(), code.startsWith(u"0x8004f50") ? 403 : 400);
        QCOMPARE(rig.dataverse.contact(QString::fromUtf8(rig.id())), before);
    }

    void moneyNeedsACurrency()
    {
        Rig rig;
        QCOMPARE(rig.post("contacts", json("{'lastname':'L','creditlimit':10}")).code(), u"0x80048cfb"_s);
        const QByteArray dollar = rig.get("transactioncurrencies?$filter=isocurrencycode%20eq%20'USD'")
                                      .rows()
                                      .at(0)
                                      .toObject()
                                      .value(u"transactioncurrencyid"_s)
                                      .toString()
                                      .toUtf8();
        const Answer made = rig.post(
            "contacts?$select=creditlimit,creditlimit_base,exchangerate",
            json("{'lastname':'L','creditlimit':10,'transactioncurrencyid@odata.bind':'/transactioncurrencies(" +
                 dollar + ")'}"),
            {{"Prefer", "return=representation"}});
        QCOMPARE(made.status(), 201);
        QCOMPARE(made["creditlimit_base"_L1].toDouble(), 8.0); // at 1.25 dollars to the euro
    }

    void bindings_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("address"); // %1: the id of a row of `set`
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray brand = "new_FavouriteBrand@odata.bind";
        QTest::newRow("rooted") << brand << QByteArray("'/new_brands(%1)'") << QByteArray("new_brands") << 204
                                << QString();
        QTest::newRow("relative") << brand << QByteArray("'new_brands(%1)'") << QByteArray("new_brands") << 204
                                  << QString();
        QTest::newRow("absolute") << brand << QByteArray("'http://127.0.0.1:9/api/data/v9.2/new_brands(%1)'")
                                  << QByteArray("new_brands") << 204 << QString();
        QTest::newRow("by key") << brand << QByteArray("\"/new_brands(new_code='BLUE')\"") << QByteArray("new_brands")
                                << 204 << QString();
        QTest::newRow("cleared") << brand << QByteArray("null") << QByteArray("new_brands") << 204 << QString();
        QTest::newRow("account of a customer")
            << QByteArray("parentcustomerid_account@odata.bind") << QByteArray("'/accounts(%1)'")
            << QByteArray("accounts") << 204 << QString();
        QTest::newRow("contact of a customer")
            << QByteArray("parentcustomerid_contact@odata.bind") << QByteArray("'/contacts(%1)'")
            << QByteArray("contacts") << 204 << QString();
        QTest::newRow("owner") << QByteArray("ownerid@odata.bind") << QByteArray("'/teams(%1)'") << QByteArray("teams")
                               << 204 << QString();
        QTest::newRow("other letters") << QByteArray("new_favouritebrand@odata.bind") << QByteArray("'/new_brands(%1)'")
                                       << QByteArray("new_brands") << 400 << u"0x80048d19"_s;
        QTest::newRow("customer without its kind")
            << QByteArray("parentcustomerid@odata.bind") << QByteArray("'/accounts(%1)'") << QByteArray("accounts")
            << 400 << u"0x80048d19"_s;
        QTest::newRow("row of another table")
            << brand << QByteArray("'/accounts(%1)'") << QByteArray("accounts") << 400 << u"0x80048d19"_s;
        QTest::newRow("unknown set") << brand << QByteArray("'/brands(%1)'") << QByteArray("new_brands") << 400
                                     << u"0x80048d19"_s;
        QTest::newRow("a whole set") << brand << QByteArray("'/new_brands'") << QByteArray("new_brands") << 400
                                     << u"0x80048d19"_s;
        QTest::newRow("no row") << brand << QByteArray("'/new_brands(aaaaaaaa-0000-4000-8000-000000000001)'")
                                << QByteArray("new_brands") << 404 << u"0x80040217"_s;
        QTest::newRow("a number") << brand << QByteArray("5") << QByteArray("new_brands") << 400 << u"0x80048d19"_s;
        QTest::newRow("who made it") << QByteArray("createdby@odata.bind") << QByteArray("'/systemusers(%1)'")
                                     << QByteArray("systemusers") << 400 << u"0x80048d19"_s;
    }

    void bindings()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, set);
        QFETCH(int, status);
        QFETCH(QString, code);
        Rig rig;
        const QJsonObject target = rig.get(set + "?$top=1").rows().at(0).toObject();
        QByteArray id;
        for (auto member_ = target.constBegin(); member_ != target.constEnd(); ++member_) {
            if (member_.key() + u's' == QString::fromUtf8(set).chopped(1) + u"ids"_s)
                id = member_.value().toString().toUtf8();
        }
        QVERIFY(!id.isEmpty());
        const QByteArray value = address.replace("%1", id);
        const QByteArray body = "{\"" + member + "\":" + (value.startsWith('\'') ? json(value) : value) + '}';
        const Answer answer = rig.patch(rig.byId(), body, {{"If-Match", "*"}});
        QCOMPARE(answer.code(), code);
        QCOMPARE(answer.status(), status);
        if (status == 204 && value.startsWith('\'')) {
            const QString column = u'_' +
                                   QString::fromUtf8(member)
                                       .section(u'@', 0, 0)
                                       .section(u"_account"_s, 0, 0)
                                       .section(u"_contact"_s, 0, 0)
                                       .toLower() +
                                   u"_value"_s;
            QCOMPARE(rig.stored(column).toString().toUtf8(), id);
        }
    }

    void statesGoTogether()
    {
        Rig rig;
        QCOMPARE(rig.patch(rig.byId(), json("{'statecode':1}")).status(), 204);
        QCOMPARE(rig.stored(u"statuscode"_s).toInt(), 2);
        QCOMPARE(rig.patch(rig.byId(), json("{'statecode':0,'statuscode':1}")).status(), 204);
        QCOMPARE(rig.stored(u"statecode"_s).toInt(-1), 0);
    }

    void longNumbersAsText()
    {
        Rig rig;
        const httpd::Headers longText{{"Content-Type", "application/json;IEEE754Compatible=true"},
                                      {"Accept", "application/json;IEEE754Compatible=true"}};
        QCOMPARE(rig.patch(rig.byId(), json("{'new_bigcounter':'9223372036854775807','new_score':'12.5'}"), longText)
                     .status(),
                 204);
        const QByteArray query = "?$select=new_bigcounter,new_score,new_counter";
        QCOMPARE(rig.get(rig.byId() + query, longText)["new_bigcounter"_L1], QJsonValue(u"9223372036854775807"_s));
        QCOMPARE(rig.get(rig.byId() + query)["new_bigcounter"_L1].toInteger(), 9223372036854775807LL);
        QCOMPARE(rig.patch(rig.byId(), json("{'new_bigcounter':'many'}"), longText).code(), u"0x80048d19"_s);
    }

    void computedColumnsFollow()
    {
        Rig rig;
        QCOMPARE(rig.patch(rig.byId(), json("{'firstname':'Ann','lastname':'Lee','fullname':'Somebody "
                                            "Else','emailaddress1':null,'createdon':'2000-01-01T00:00:00Z'}"))
                     .status(),
                 204);
        QCOMPARE(rig.stored(u"fullname"_s).toString(), u"Ann Lee"_s);
        QCOMPARE(rig.stored(u"new_reachableby"_s).toString(), u"phone"_s);
        QCOMPARE(rig.stored(u"createdon"_s).toString(), u"2025-03-03T09:00:00Z"_s);
    }

    void aBodyMustSayWhatItIs()
    {
        Rig rig;
        QCOMPARE(rig.patch(rig.byId(), "jobtitle=x", {{"Content-Type", "application/x-www-form-urlencoded"}}).status(),
                 415);
        QCOMPARE(rig.patch(rig.byId(), {}).status(), 415);
    }

    void aSecuredColumnReadsAsNothing()
    {
        Rig rig;
        QCOMPARE(rig.post("contacts", json("{'lastname':'L','new_secretnote':'x'}")).code(), u"0x8004f502"_s);
        const Answer read = rig.get(rig.byId() + "?$select=new_secretnote");
        QVERIFY(read.object().contains(u"new_secretnote"_s));
        QVERIFY(read["new_secretnote"_L1].isNull());
    }
};

QTEST_GUILESS_MAIN(TestSimValues)
#include "tst_simvalues.moc"
