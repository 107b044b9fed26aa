#include "core/redactor.h"
#include "profile/integration.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace profile;
using core::Error;
using core::Secret;

namespace {

/// Didomi's own example: tabs in it, placeholders everywhere.
const QByteArray example = "{\n"
                           "    \"type_id\": \"microsoft-dynamics\",\n"
                           "    \"authentication\": {\n"
                           "        \"client_id\": \"your_client_id\",\n"
                           "        \"client_secret\": \"your_client_secret\",\n"
                           "        \"tenant_id\": \"your_azure_app_tenant_ID\",\n"
                           "\t      \"instance\": \"your_rest_api_endpoint\"\n"
                           "    },\n"
                           "    \"properties\": {},\n"
                           "    \"mappings\": [\n"
                           "        {\n"
                           "\t    \"id\": \"dataverse_contact_attribute_logical_name\",\n"
                           "\t    \"value\": \"consents_purposes_newsletter_enabled\"\n"
                           "\t}\n"
                           "    ],\n"
                           "    \"upsert_mode\": true\n"
                           "}";

QByteArray squeezed(const QByteArray &json)
{
    QByteArray result;
    bool isText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"' && (i == 0 || json[i - 1] != '\\'))
            isText = !isText;
        if (isText || !QByteArray(" \t\n\r").contains(c))
            result += c;
    }
    return result;
}

/// JSON with ' for ", so that it can be read between quotation marks.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// Everything that can be unusual, in an order of its own.
QByteArray unusualJson()
{
    return json("{"
                "'x_first': {'deep': [1, 2.50, -7, 1E+2, null]},"
                "'upsert_mode': false,"
                "'mappings': ["
                "{'note': 'kept', 'value': 'consents_purposes_a_enabled', 'id': 'col_a'},"
                "{'id': 'col_b', 'value': true},"
                "{'id': 'col_b', 'value': 'consents_purposes_b_enabled'},"
                "{'id': 'col_b', 'value': 'consents_purposes_b_enabled', 'dup': 1},"
                "{'id': 'col_c', 'value': {'not': ['a', 'text']}},"
                "{'id': 12, 'value': 3.10}"
                "],"
                "'properties': {'zeta': 1, 'alpha': {'b': 1, 'a': 2}},"
                "'authentication': {'instance': 'acme.crm4.dynamics.com', 'extra': 'x', 'client_secret': "
                "'hunter-two-22', 'client_id': 'c', 'tenant_id': 't'},"
                "'big': 123456789012345678901234567890,"
                "'small': 1.0,"
                "'text': 'Grüße \\'x\\' \\\\ \\u0000 \\ud83d\\ude00 /',"
                "'organization_id': 'acme',"
                "'type_id': 'microsoft-dynamics'"
                "}");
}

} // namespace

class TestIntegration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDidomisExample()
    {
        const auto imported = importIntegration(example);
        QVERIFY(imported);
        QCOMPARE(imported->integration.typeId, u"microsoft-dynamics"_s);
        QCOMPARE(imported->integration.clientId, u"your_client_id"_s);
        QCOMPARE(imported->integration.tenantId, u"your_azure_app_tenant_ID"_s);
        QCOMPARE(imported->integration.instance, u"your_rest_api_endpoint"_s);
        QCOMPARE(imported->integration.mappings.size(), 1);
        QCOMPARE(imported->integration.mappings[0].column, u"dataverse_contact_attribute_logical_name"_s);
        QCOMPARE(imported->integration.mappings[0].value, u"consents_purposes_newsletter_enabled"_s);
        QVERIFY(imported->integration.upsertMode);
        QVERIFY(imported->clientSecret.isEmpty());
        QCOMPARE(squeezed(exportIntegration(imported->integration)), squeezed(example));
        QVERIFY(exportIntegration(imported->integration).endsWith("}\n"));
    }

    void readsTheSeedsWhereTheyAre()
    {
        QDir folder(QStringLiteral(QT_TESTCASE_SOURCEDIR));
        if (!folder.cd(u"../../../shared/seeds"_s))
            QSKIP("the documents are not beside this checkout");
        int found = 0;
        for (const QString &name : folder.entryList({u"00[01]_*.txt"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            const qsizetype start = text.indexOf("```javascript") + 13;
            const QByteArray json = text.mid(start, text.indexOf("```", start) - start);
            const auto imported = importIntegration(json);
            QVERIFY2(imported, qPrintable(name));
            QCOMPARE(squeezed(exportIntegration(imported->integration)), squeezed(json));
            ++found;
        }
        QCOMPARE(found, 2);
    }

    void losesNothing()
    {
        const auto imported = importIntegration(unusualJson());
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
        QCOMPARE(imported->clientSecret, Secret("hunter-two-22"));
        QCOMPARE(imported->organizationId, u"acme"_s);
        QCOMPARE(imported->integration.mappings.size(), 6);
        QCOMPARE(imported->integration.mappings[1].value, u"true"_s);
        QCOMPARE(imported->integration.mappings[5].column, u"12"_s);
        QCOMPARE(imported->integration.mappings[5].value, u"3.10"_s);

        const QByteArray again = exportIntegration(imported->integration, imported->clientSecret);
        // The escapes of a text may change, its characters may not.
        QCOMPARE(squeezed(again), squeezed(unusualJson().replace("\\ud83d\\ude00", "😀")));
    }

    void secretsStayOutOfTheSource()
    {
        const auto imported = importIntegration(unusualJson());
        QVERIFY(!imported->integration.source.contains("hunter"));
        const QByteArray exported = exportIntegration(imported->integration);
        QVERIFY(!exported.contains("hunter"));
        QVERIFY(exported.contains("\"client_secret\": \"your_client_secret\""));
        QVERIFY(!core::redactor::redacted(u"say hunter-two-22 now"_s).contains(u"hunter"_s));
    }

    void secretsAreFoundWhereverTheyAre_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("older") << json(
            "{'type_id':'microsoft-dynamics','config':{'client_secret':'canary-4711','properties':[]}}");
        QTest::newRow("older, nested") << json(
            "{'type_id':'x','config':{'credentials':{'client_secret':'canary-4711'}}}");
        QTest::newRow("older, nested otherwise")
            << json("{'type_id':'x','config':{'authentication':{'api_key':'canary-4711'}}}");
        QTest::newRow("deep") << json("{'type_id':'x','properties':{'a':[{'b':{'privateApiKey':'canary-4711'}}]}}");
        QTest::newRow("password") << json("{'type_id':'x','authentication':{'username':'u','password':'canary-4711'}}");
        QTest::newRow("code") << json("{'type_id':'x','authentication':{'authorization_code':'canary-4711'}}");
        QTest::newRow("wrapped") << json(
            "{'type_id':'x','authentication':{'client_secret':{'value':['canary-4711']}}}");
        QTest::newRow("in a mapping") << json(
            "{'type_id':'x','mappings':[{'id':'a','value':'b','secret':'canary-4711'}]}");
        QTest::newRow("repeated elsewhere")
            << json("{'type_id':'x','description':'it is "
                    "canary-4711.','authentication':{'client_secret':'canary-4711','client_id':'canary-4711'}}");
        QTest::newRow("twice") << json(
            "{'type_id':'x','authentication':{'client_secret':'canary-4712','client_secret':'canary-4711'}}");
    }

    void secretsAreFoundWhereverTheyAre()
    {
        QFETCH(QByteArray, json);
        const auto imported = importIntegration(json);
        QVERIFY(imported);
        QVERIFY(!imported->integration.source.contains("canary"));
        QVERIFY(!exportIntegration(imported->integration).contains("canary"));
        QVERIFY(!imported->integration.clientId.contains(u"canary"_s));
        QVERIFY(!imported->notes.join(u' ').contains(u"canary"_s));
    }

    void secretInTheWrongMemberIsNotKept()
    {
        const auto imported = importIntegration(json("{'type_id':'microsoft-dynamics','authentication':{'client_id':'"
                                                     "abc8Q~0123456789_abcdefghijklmnopqrstu'}}"));
        QVERIFY(imported);
        QVERIFY(!exportIntegration(imported->integration).contains("8Q~"));
        Integration typed;
        typed.tenantId = u"abc8Q~0123456789_abcdefghijklmnopqrstu"_s;
        QVERIFY(!exportIntegration(typed).contains("8Q~"));
    }

    void maskedSecretsAreNone()
    {
        const auto imported =
            importIntegration(json("{'type_id':'microsoft-dynamics','authentication':{'client_secret':'********'}}"));
        QVERIFY(imported->clientSecret.isEmpty());
        QVERIFY(imported->notes.join(u' ').contains(u"placeholder"_s));
    }

    void convertsTheOlderShape()
    {
        const auto imported = importIntegration(
            json("{"
                 "'name': 'Old one', 'description': 'd', 'organization_id': 'acme', 'type_id': 'microsoft-dynamics', "
                 "'upsert_mode': true,"
                 "'config': {"
                 "'client_id': 'c', 'credentials': {'tenant_id': 't', 'client_secret': 'hunter-two-22', 'instance': "
                 "'i.crm.dynamics.com'},"
                 "'flag': 1,"
                 "'properties': [{'id': 'col', 'value': 'consents_preferences_newsletter_enabled', 'extra': 1}]"
                 "}}"));
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
        QCOMPARE(imported->name, u"Old one"_s);
        QCOMPARE(imported->clientSecret, Secret("hunter-two-22"));
        QCOMPARE(imported->integration.clientId, u"c"_s);
        QCOMPARE(imported->integration.tenantId, u"t"_s);
        QCOMPARE(imported->integration.instance, u"i.crm.dynamics.com"_s);
        QVERIFY(imported->integration.upsertMode);
        QVERIFY(!imported->notes.isEmpty());
        const QByteArray today =
            json("{"
                 "'name': 'Old one', 'description': 'd', 'organization_id': 'acme', 'type_id': 'microsoft-dynamics', "
                 "'upsert_mode': true,"
                 "'authentication': {'client_id': 'c', 'tenant_id': 't', 'client_secret': 'hunter-two-22', 'instance': "
                 "'i.crm.dynamics.com'},"
                 "'properties': {'flag': 1},"
                 "'mappings': [{'id': 'col', 'value': 'consents_preferences_newsletter_enabled', 'extra': 1}]}");
        QCOMPARE(squeezed(exportIntegration(imported->integration, imported->clientSecret)), squeezed(today));
    }

    void olderShapeThatContradictsItselfIsRefused()
    {
        const auto imported =
            importIntegration(json("{'type_id':'x','authentication':{'client_id':'a'},'config':{'client_id':'b'}}"));
        QVERIFY(!imported);
        QCOMPARE(imported.error().field, u"authentication.client_id"_s);
    }

    void typedMembersWin()
    {
        auto integration = importIntegration(unusualJson())->integration;
        integration.typeId = u"microsoft-dynamics-x"_s;
        integration.clientId = u"other"_s;
        integration.upsertMode = true;
        integration.mappings[0].column = u"col_new"_s; // keeps its note: the value tells whose it is
        integration.mappings.removeAt(4);              // the one with an object as value
        integration.mappings.move(1, 0);
        integration.mappings << Mapping{.column = u"added"_s, .value = u"id"_s};
        const QJsonObject object = QJsonDocument::fromJson(exportIntegration(integration)).object();
        QCOMPARE(object[u"type_id"_s].toString(), u"microsoft-dynamics-x"_s);
        QCOMPARE(object[u"authentication"_s][u"client_id"_s].toString(), u"other"_s);
        QCOMPARE(object[u"authentication"_s][u"extra"_s].toString(), u"x"_s);
        QVERIFY(object[u"upsert_mode"_s].toBool());
        const QJsonArray mappings = object[u"mappings"_s].toArray();
        QCOMPARE(mappings.size(), 6);
        QCOMPARE(mappings[0][u"value"_s], QJsonValue(true));
        QCOMPARE(mappings[1][u"id"_s].toString(), u"col_new"_s);
        QCOMPARE(mappings[1][u"note"_s].toString(), u"kept"_s);
        QCOMPARE(mappings[5].toObject(), (QJsonObject{{u"id"_s, u"added"_s}, {u"value"_s, u"id"_s}}));
        QVERIFY(!exportIntegration(integration).contains("\"not\":"));
    }

    void aNewIntegrationLooksLikeTheExample()
    {
        Integration integration;
        integration.clientId = u"your_client_id"_s;
        integration.tenantId = u"your_azure_app_tenant_ID"_s;
        integration.instance = u"your_rest_api_endpoint"_s;
        integration.mappings << Mapping{.column = u"dataverse_contact_attribute_logical_name"_s,
                                        .value = u"consents_purposes_newsletter_enabled"_s};
        integration.upsertMode = true;
        QCOMPARE(squeezed(exportIntegration(integration)), squeezed(example));
        QVERIFY(exportIntegration(integration, Secret("hunter\"two")).contains("\"client_secret\": \"hunter\\\"two\""));
    }

    void takesAByteOrderMark() { QVERIFY(importIntegration("\xEF\xBB\xBF" + example)); }

    void tellsOfMembersThatStandTwice()
    {
        const auto imported =
            importIntegration(json("{'type_id':'a','type_id':'microsoft-dynamics','authentication':{}}"));
        QCOMPARE(imported->integration.typeId, u"microsoft-dynamics"_s);
        QVERIFY(imported->notes.join(u' ').contains(u"“type_id” stands twice"_s));
    }

    void upsertModeMayBeMissing()
    {
        const QByteArray text = json("{'type_id':'microsoft-dynamics','authentication':{'client_id':'a','client_secret'"
                                     ":'','tenant_id':'b','instance':'c'},'mappings':[]}");
        const auto imported = importIntegration(text);
        QVERIFY(!imported->integration.upsertMode);
        QVERIFY(!exportIntegration(imported->integration).contains("upsert"));
        QVERIFY(importIntegration(json("{'type_id':'x','upsert_mode':'true'}"))->integration.upsertMode);
    }

    void everyBrokenTextIsRefusedWithoutQuotingIt()
    {
        const QByteArray whole = unusualJson();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto cut = importIntegration(whole.first(length));
            QVERIFY(!cut);
            QVERIFY(!cut.error().message.isEmpty());
            QVERIFY(!(cut.error().message + cut.error().detail).contains(u"hunter"_s));
        }
        for (const char c : {'"', '\\', '}', '\x80'}) {
            for (qsizetype at = 0; at < whole.size(); at += 3) {
                QByteArray changed = whole;
                changed[at] = c;
                const auto imported = importIntegration(changed);
                if (!imported)
                    QVERIFY(!(imported.error().message + imported.error().detail).contains(u"hunter"_s));
                else
                    QVERIFY(importIntegration(exportIntegration(imported->integration)));
            }
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray(" \n") << QString() << u"empty"_s;
        QTest::newRow("list") << QByteArray("[]") << QString() << u"a list"_s;
        QTest::newRow("other") << json("{'a':1}") << u"type_id"_s << u"not an integration"_s;
        QTest::newRow("profile") << json("{'schema':1,'integration':{}}") << QString() << u"profile file"_s;
        QTest::newRow("type") << json("{'type_id':7}") << u"type_id"_s << u"a number"_s;
        QTest::newRow("authentication") << json("{'type_id':'x','authentication':[]}") << u"authentication"_s
                                        << u"a list"_s;
        QTest::newRow("client id") << json("{'type_id':'x','authentication':{'client_id':1.5}}")
                                   << u"authentication.client_id"_s << u"a number"_s;
        QTest::newRow("mappings") << json("{'type_id':'x','mappings':{}}") << u"mappings"_s << u"an object"_s;
        QTest::newRow("mapping") << json("{'type_id':'x','mappings':[{},'a']}") << u"mappings[1]"_s << u"a text"_s;
        QTest::newRow("upsert") << json("{'type_id':'x','upsert_mode':'maybe'}") << u"upsert_mode"_s << u"a text"_s;
        QTest::newRow("config") << json("{'type_id':'x','config':[]}") << u"config"_s << u"a list"_s;
        QTest::newRow("config properties")
            << json("{'type_id':'x','config':{'properties':'a'}}") << u"config.properties"_s << u"a text"_s;
        QTest::newRow("comment") << QByteArray("{\n  // mine\n  \"a\": 1}") << QString()
                                 << u"Line 2, column 3: there is a comment"_s;
        QTest::newRow("comma") << QByteArray("{\"a\": [1,\n2,\n  ]}") << QString()
                               << u"Line 3, column 3: there is a comma before “]”"_s;
        QTest::newRow("comma in object") << QByteArray("{\"a\": 1,}") << QString()
                                         << u"Line 1, column 9: there is a comma before “}”"_s;
        QTest::newRow("no comma") << QByteArray("{\"a\": 1\n\"b\": 2}") << QString()
                                  << u"Line 2, column 1: there is “\"”; a comma is missing"_s;
        QTest::newRow("no comma after text") << QByteArray("{\"a\": \"x\"\n  \"b\": 2}") << QString()
                                             << u"Line 2, column 3: there is “\"”; a comma is missing"_s;
        QTest::newRow("quotes") << QByteArray("{'a': 1}") << QString()
                                << u"Line 1, column 2: there is the quotation mark “'”"_s;
        QTest::newRow("curly quotes") << QByteArray("{“a”: 1}") << QString()
                                      << u"Line 1, column 2: there is the quotation mark “““"_s.chopped(1);
        QTest::newRow("umlauts count once")
            << QByteArray("{\"äöü\": ?}") << QString() << u"Line 1, column 9: there is “?”"_s;
        QTest::newRow("ends") << QByteArray("{\"a\": \n\"hunter-two") << QString() << u"the text ends"_s;
        QTest::newRow("ends later") << QByteArray("{\"a\": 1") << QString() << u"the text ends"_s;
        QTest::newRow("line break in text")
            << QByteArray("{\"a\": \"hunter\n-two\"}") << QString() << u"Line 1, column 14: there is a line break"_s;
        QTest::newRow("word") << QByteArray("{\"a\": hunter-two}") << QString() << u"Line 1, column 7: there is “h”"_s;
        QTest::newRow("html") << QByteArray("<!DOCTYPE html>") << QString() << u"web page"_s;
        QTest::newRow("more behind") << QByteArray("{} {}") << QString() << u"Line 1, column 4"_s;
        QTest::newRow("utf-16") << QByteArray("\xFF\xFE{\0}\0", 6) << QString() << u"UTF-16"_s;
        QTest::newRow("broken utf-8") << QByteArray("{\"a\": \"hunter\xFF\"}") << QString() << u"not valid JSON"_s;
        QTest::newRow("deep") << QByteArray(100'000, '[') << QString() << u"nested"_s;
        QTest::newRow("large") << QByteArray(9 * 1024 * 1024, ' ') << QString() << u"larger"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        QFETCH(QString, says);
        const auto imported = importIntegration(json);
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, Error::Kind::Invalid);
        QCOMPARE(imported.error().field, field);
        QVERIFY2(imported.error().message.contains(says), qPrintable(imported.error().message));
        QVERIFY(!imported.error().fix.isEmpty());
        QVERIFY(!(imported.error().message + imported.error().fix + imported.error().detail).contains(u"hunter"_s));
    }
};

QTEST_GUILESS_MAIN(TestIntegration)
#include "tst_integration.moc"
