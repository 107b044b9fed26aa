#include "rig.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray consents = "msdynmkt_contactpointconsent4s";
const QByteArray consentMetadata = "EntityDefinitions(LogicalName='msdynmkt_contactpointconsent4')";

QStringList texts(const QJsonArray &rows, const QString &member)
{
    QStringList result;
    for (const QJsonValue &row : rows)
        result << row[member].toString();
    result.sort();
    return result;
}

/// The id of a row of the consent tree.
QByteArray idOf(Rig &rig, const QByteArray &table, const QByteArray &name)
{
    return rig.get(table + "s?$filter=msdynmkt_name%20eq%20'" + name.toPercentEncoding() + '\'')
        .rows()
        .at(0)[QString::fromLatin1(table + "id")]
        .toString()
        .toLatin1();
}

/// The field set of dynamics-consent-tables section 6.
QByteArray consentBody(const QByteArray &purpose, const QByteArray &more = {})
{
    return json("{'msdynmkt_contactpointvalue':'fresh@example.com','msdynmkt_contactpointtype':534120000,"
                "'msdynmkt_contactpointconsenttype':534120000,'msdynmkt_value':534120001,"
                "'msdynmkt_logicalreason':534119999,'msdynmkt_source':534120000,"
                "'msdynmkt_reason':'didomi-sync;evt=1','msdynmkt_modifiedonbehalf':'didomi:user-42',"
                "'msdynmkt_purposeId@odata.bind':'/msdynmkt_purposes(" +
                purpose + ")'" + more + '}');
}

/// A GUID of the row that an answer has made.
QByteArray madeId(const Answer &answer)
{
    const QByteArray address = answer.header("OData-EntityId");
    return address.sliced(address.indexOf('(') + 1, 36);
}

} // namespace

class TestSimConsents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tables_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("primaryName");
        for (const QByteArray name :
             {"msdynmkt_compliancesettings4", "msdynmkt_purpose", "msdynmkt_topic", "msdynmkt_preferencecenter"})
            QTest::newRow(name) << name << u"msdynmkt_name"_s;
        QTest::newRow("consents") << QByteArray("msdynmkt_contactpointconsent4") << u"msdynmkt_contactpointvalue"_s;
    }

    void tables()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, primaryName);
        Rig rig;
        const Answer answer = rig.get("EntityDefinitions(LogicalName='" + table +
                                      "')?$select=SchemaName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,"
                                      "OwnershipType,ChangeTrackingEnabled");
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer["SchemaName"_L1].toString(), QString::fromLatin1(table));
        QCOMPARE(answer["EntitySetName"_L1].toString(), QString::fromLatin1(table + 's'));
        QCOMPARE(answer["PrimaryIdAttribute"_L1].toString(), QString::fromLatin1(table + "id"));
        QCOMPARE(answer["PrimaryNameAttribute"_L1].toString(), primaryName);
        QCOMPARE(answer["OwnershipType"_L1].toString(), u"UserOwned"_s);
        QCOMPARE(rig.get("EntityDefinitions(LogicalName='" + table + "')/Keys").rows().size(), 0);
        QVERIFY(!rig.get(table + "s?$top=1").rows().isEmpty());
    }

    void columns_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("required");
        QTest::addColumn<int>("maxLength");
        const auto row = [](const char *table, const char *column, const char *type, const char *required = "None",
                            int maxLength = 0) {
            QTest::addRow("%s.%s", table, column)
                << QByteArray(table) << QByteArray(column) << QString::fromLatin1(type) << QString::fromLatin1(required)
                << maxLength;
        };
        const char *consent = "msdynmkt_contactpointconsent4";
        const char *app = "ApplicationRequired";
        row(consent, "msdynmkt_contactpointvalue", "String", app, 400);
        row(consent, "msdynmkt_contactpointtype", "Picklist", app);
        row(consent, "msdynmkt_contactpointconsenttype", "Picklist");
        row(consent, "msdynmkt_value", "Picklist", app);
        row(consent, "msdynmkt_purposeid", "Lookup", app);
        row(consent, "msdynmkt_topicid", "Lookup");
        row(consent, "msdynmkt_logicalreason", "Picklist", app);
        row(consent, "msdynmkt_reason", "String", "None", 500);
        row(consent, "msdynmkt_source", "Picklist", app);
        row(consent, "msdynmkt_modifiedonbehalf", "String", "None", 500);
        row(consent, "msdynmkt_messageid", "Lookup");
        row(consent, "msdynmkt_migrationtimestamp", "DateTime");
        row(consent, "msdynmkt_uionly_value_tracking", "Picklist");
        row(consent, "overriddencreatedon", "DateTime");
        row(consent, "statecode", "State", "SystemRequired");
        row(consent, "statuscode", "Status");
        row(consent, "ownerid", "Owner", "SystemRequired");
        row(consent, "owningbusinessunit", "Lookup");
        row(consent, "modifiedon", "DateTime");
        row("msdynmkt_purpose", "msdynmkt_name", "String", "None", 100);
        row("msdynmkt_purpose", "msdynmkt_type", "Picklist");
        row("msdynmkt_purpose", "msdynmkt_enforcementmodel", "Picklist");
        row("msdynmkt_purpose", "msdynmkt_smsenforcementmodel", "Picklist");
        row("msdynmkt_purpose", "msdynmkt_customenforcementmodel", "Picklist");
        row("msdynmkt_purpose", "msdynmkt_voiceenforcementmodel", "Picklist");
        row("msdynmkt_topic", "msdynmkt_purposeid", "Lookup", app);
        row("msdynmkt_compliancesettings4", "msdynmkt_legaladdress", "String", "None", 300);
        row("msdynmkt_compliancesettings4", "msdynmkt_consentlink", "String", "None", 200);
        row("msdynmkt_compliancesettings4", "msdynmkt_consentlinktype", "Picklist");
        row("msdynmkt_compliancesettings4", "msdynmkt_trackingconsentpurpose", "Lookup");
        row("msdynmkt_compliancesettings4", "msdynmkt_consentproviderid", "Lookup");
        row("msdynmkt_compliancesettings4", "msdynmkt_gettrackingconsents", "Boolean");
        row("msdynmkt_compliancesettings4", "msdynmkt_doistatus", "Picklist");
        row("msdynmkt_compliancesettings4", "msdynmkt_doijobstatus", "Picklist");
        row("msdynmkt_compliancesettings4", "msdynmkt_globaldoienabled", "Boolean");
        row("msdynmkt_preferencecenter", "msdynmkt_complianceid", "Lookup");
        row("msdynmkt_preferencecenter", "msdynmkt_isdefault", "Boolean");
    }

    void columns()
    {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, column);
        QFETCH(QString, type);
        QFETCH(QString, required);
        QFETCH(int, maxLength);
        Rig rig;
        const QByteArray address =
            "EntityDefinitions(LogicalName='" + table + "')/Attributes(LogicalName='" + column + "')";
        const Answer answer = rig.get(address + "?$select=AttributeType,RequiredLevel");
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer["AttributeType"_L1].toString(), type);
        QCOMPARE(answer["RequiredLevel"_L1]["Value"_L1].toString(), required);
        if (maxLength > 0)
            QCOMPARE(
                rig.get(address + "/Microsoft.Dynamics.CRM.StringAttributeMetadata?$select=MaxLength")["MaxLength"_L1]
                    .toInt(),
                maxLength);
    }

    void navigation_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QStringList>("expected"); // attribute>table=property
        QTest::newRow("consent") << QByteArray("msdynmkt_contactpointconsent4")
                                 << QStringList{u"msdynmkt_messageid>email=email_msdynmkt_messageid"_s,
                                                u"msdynmkt_purposeid>msdynmkt_purpose=msdynmkt_purposeId"_s,
                                                u"msdynmkt_topicid>msdynmkt_topic=msdynmkt_topicId"_s,
                                                u"ownerid>owner=ownerid"_s};
        QTest::newRow("topic") << QByteArray("msdynmkt_topic")
                               << QStringList{u"msdynmkt_purposeid>msdynmkt_purpose=msdynmkt_purposeId"_s};
        QTest::newRow("profile")
            << QByteArray("msdynmkt_compliancesettings4")
            << QStringList{u"msdynmkt_consentproviderid>msdynmkt_consentprovider=msdynmkt_ConsentProviderId"_s,
                           u"msdynmkt_trackingconsentpurpose>msdynmkt_purpose=msdynmkt_TrackingConsentPurpose"_s};
        QTest::newRow("preference centre")
            << QByteArray("msdynmkt_preferencecenter")
            << QStringList{u"msdynmkt_complianceid>msdynmkt_compliancesettings4=msdynmkt_complianceid"_s};
    }

    void navigation()
    {
        QFETCH(QByteArray, table);
        QFETCH(QStringList, expected);
        Rig rig;
        QStringList found;
        for (const QJsonValue &one : rig.get("EntityDefinitions(LogicalName='" + table +
                                             "')/ManyToOneRelationships?$select=ReferencingAttribute,ReferencedEntity,"
                                             "ReferencingEntityNavigationPropertyName")
                                         .rows())
            found << u"%1>%2=%3"_s.arg(one["ReferencingAttribute"_L1].toString(), one["ReferencedEntity"_L1].toString(),
                                       one["ReferencingEntityNavigationPropertyName"_L1].toString());
        for (const QString &one : expected)
            QVERIFY2(found.contains(one), qPrintable(found.join(u' ')));
    }

    void globalChoices_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QList<int>>("values"); // beyond 534120000
        QTest::newRow("channel") << QByteArray("msdynmkt_contactpointtype") << QList<int>{0, 1, 2, 3};
        QTest::newRow("level") << QByteArray("msdynmkt_consentlevel") << QList<int>{0, 1};
        QTest::newRow("value") << QByteArray("msdynmkt_consentvalue") << QList<int>{0, 1, 2};
        QTest::newRow("reason") << QByteArray("msdynmkt_reason") << QList<int>{-1, 0, 1, 2, 3, 4, 5, 6, 7};
        QTest::newRow("source") << QByteArray("msdynmkt_consentsource") << QList<int>{0, 1, 2, 3, 4, 5, 6, 7};
    }

    void globalChoices()
    {
        QFETCH(QByteArray, name);
        QFETCH(QList<int>, values);
        Rig rig;
        const Answer answer = rig.get("GlobalOptionSetDefinitions(Name='" + name + "')");
        QCOMPARE(answer.status(), 200);
        QList<int> found;
        for (const QJsonValue &option : answer["Options"_L1].toArray())
            found << option["Value"_L1].toInt() - 534120000;
        QCOMPARE(found, values);
        // A choice that columns share is listed once.
        const QStringList all = texts(rig.get("GlobalOptionSetDefinitions?$select=Name").rows(), u"Name"_s);
        QCOMPARE(all.count(QString::fromLatin1(name)), 1);
        const QJsonArray picklists =
            rig.get(consentMetadata + "/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select="
                                      "LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet($select=Name)")
                .rows();
        const auto isThisOne = [&](const QJsonValue &column) {
            return column["GlobalOptionSet"_L1]["Name"_L1].toString() == QString::fromLatin1(name);
        };
        QVERIFY(std::any_of(picklists.begin(), picklists.end(), isThisOne));
    }

    void theTree()
    {
        Rig rig;
        const Answer profiles =
            rig.get("msdynmkt_compliancesettings4s?$select=msdynmkt_name,msdynmkt_consentlinktype,msdynmkt_consentlink,"
                    "statecode,msdynmkt_doistatus,_msdynmkt_trackingconsentpurpose_value&$expand="
                    "msdynmkt_msdynmkt_purpose_msdynmkt_compliancev4($select=msdynmkt_purposeid,msdynmkt_name)");
        QCOMPARE(profiles.status(), 200);
        QCOMPARE(profiles.rows().size(), 2);
        const Answer purposes = rig.get(
            "msdynmkt_purposes?$select=msdynmkt_purposeid,msdynmkt_name,msdynmkt_type,msdynmkt_enforcementmodel,"
            "msdynmkt_smsenforcementmodel,statecode,_ownerid_value");
        QSet<int> types;
        for (const QJsonValue &purpose : purposes.rows())
            types << purpose["msdynmkt_type"_L1].toInt() - 534120000;
        QCOMPARE(types, (QSet<int>{0, 1, 2}));
        const QStringList purposeIds = texts(purposes.rows(), u"msdynmkt_purposeid"_s);
        QCOMPARE(purposeIds.size(), 3);
        for (const QJsonValue &profile : profiles.rows()) {
            const QJsonArray linked = profile["msdynmkt_msdynmkt_purpose_msdynmkt_compliancev4"_L1].toArray();
            QVERIFY(!linked.isEmpty());
            const QString tracking = profile["_msdynmkt_trackingconsentpurpose_value"_L1].toString();
            QVERIFY(purposeIds.contains(tracking));
            QVERIFY(!texts(linked, u"msdynmkt_purposeid"_s).contains(tracking)); // it stands apart
        }
        const Answer topics =
            rig.get("msdynmkt_topics?$select=msdynmkt_topicid,msdynmkt_name,_msdynmkt_purposeid_value,statecode");
        QCOMPARE(topics.rows().size(), 4);
        int inactive = 0;
        for (const QJsonValue &topic : topics.rows()) {
            QVERIFY(purposeIds.contains(topic["_msdynmkt_purposeid_value"_L1].toString()));
            inactive += topic["statecode"_L1].toInt();
        }
        QCOMPARE(inactive, 1);

        const Answer link = rig.get("EntityDefinitions(LogicalName='msdynmkt_purpose')/ManyToManyRelationships?$select="
                                    "SchemaName,Entity1LogicalName,Entity2LogicalName,Entity1NavigationPropertyName,"
                                    "Entity2NavigationPropertyName");
        QCOMPARE(link.rows().size(), 1);
        QCOMPARE(link.rows().at(0)["SchemaName"_L1].toString(), u"msdynmkt_msdynmkt_purpose_msdynmkt_compliancev4"_s);
        QCOMPARE((QSet<QString>{link.rows().at(0)["Entity1LogicalName"_L1].toString(),
                                link.rows().at(0)["Entity2LogicalName"_L1].toString()}),
                 (QSet<QString>{u"msdynmkt_purpose"_s, u"msdynmkt_compliancesettings4"_s}));
        // From the purpose's end, too.
        const QByteArray property = link.rows().at(0)["Entity1NavigationPropertyName"_L1].toString().toLatin1();
        QCOMPARE(rig.get("msdynmkt_purposes(" + idOf(rig, "msdynmkt_purpose", "Commercial communication") + ")/" +
                         property + "?$select=msdynmkt_name")
                     .rows()
                     .size(),
                 2);
        QCOMPARE(rig.get("msdynmkt_purposes?$expand=" + property.toUpper()).status(), 400);
    }

    void seededConsents()
    {
        Rig rig;
        const QJsonArray rows =
            rig.get(consents + "?$select=msdynmkt_contactpointvalue,msdynmkt_contactpointtype,"
                               "msdynmkt_contactpointconsenttype,msdynmkt_value,statecode,modifiedon,"
                               "_msdynmkt_purposeid_value,_msdynmkt_topicid_value,_owningbusinessunit_value,"
                               "_ownerid_value&$orderby=modifiedon%20desc")
                .rows();
        QVERIFY(rows.size() > 10);
        QHash<QString, int> seen; // how often, by all that must be unique
        QHash<QString, QString> addresses;
        QSet<int> channels;
        int inactive = 0;
        for (const QJsonValue &row : rows) {
            const QString address = row["msdynmkt_contactpointvalue"_L1].toString();
            const QString what = address + row["_msdynmkt_topicid_value"_L1].toString() +
                                 row["_msdynmkt_purposeid_value"_L1].toString() +
                                 QString::number(row["msdynmkt_contactpointtype"_L1].toInt());
            ++seen[what];
            addresses.insert(what, address);
            channels << row["msdynmkt_contactpointtype"_L1].toInt() - 534120000;
            inactive += row["statecode"_L1].toInt();
            const bool isOfTopic = row["msdynmkt_contactpointconsenttype"_L1].toInt() == 534120001;
            QCOMPARE(row["_msdynmkt_topicid_value"_L1].isNull(), !isOfTopic);
            QVERIFY(!row["_msdynmkt_purposeid_value"_L1].isNull());
            QCOMPARE(row["_owningbusinessunit_value"_L1], rig.get("WhoAmI")["BusinessUnitId"_L1]);
        }
        QCOMPARE(std::count(seen.cbegin(), seen.cend(), 2), 1);
        QCOMPARE(std::count(seen.cbegin(), seen.cend(), 1), seen.size() - 1);
        QCOMPARE(channels, (QSet<int>{0, 1}));
        QCOMPARE(inactive, 1);
        // Of the two the later one differs: only that makes them worth a test.
        const QString duplicate = addresses.value(seen.key(2));
        const QJsonArray pair =
            rig.get(consents + "?$filter=msdynmkt_contactpointvalue%20eq%20'" + duplicate.toUtf8().toPercentEncoding() +
                    "'%20and%20msdynmkt_contactpointtype%20eq%20534120000%20and%20"
                    "_msdynmkt_purposeid_value%20eq%2010000000-0000-0000-0000-000000000003"
                    "&$orderby=modifiedon%20desc")
                .rows();
        QCOMPARE(pair.size(), 2);
        QVERIFY(pair.at(0)["modifiedon"_L1].toString() > pair.at(1)["modifiedon"_L1].toString());
        QVERIFY(pair.at(0)["msdynmkt_value"_L1] != pair.at(1)["msdynmkt_value"_L1]);
    }

    void aConsentIsCreatedAndChanged()
    {
        Rig rig;
        const QByteArray purpose = idOf(rig, "msdynmkt_purpose", "Commercial communication");
        const QByteArray topic = idOf(rig, "msdynmkt_topic", "Travel");
        const Answer made =
            rig.post(consents, consentBody(purpose, ",'msdynmkt_topicId@odata.bind':'/msdynmkt_topics(" + topic +
                                                        ")','overriddencreatedon':'2024-02-03T04:05:06Z'"));
        QCOMPARE(made.status(), 204);
        const QByteArray address = consents + '(' + madeId(made) + ')';
        const Answer row = rig.get(address);
        QCOMPARE(row["_msdynmkt_purposeid_value"_L1].toString(), QString::fromLatin1(purpose));
        QCOMPARE(row["_msdynmkt_topicid_value"_L1].toString(), QString::fromLatin1(topic));
        QCOMPARE(row["msdynmkt_value"_L1].toInt(), 534120001);
        QCOMPARE(row["createdon"_L1].toString(), u"2024-02-03T04:05:06Z"_s);
        QCOMPARE(row["modifiedon"_L1].toString(), u"2026-11-20T10:00:00Z"_s);
        QCOMPARE(row["_ownerid_value"_L1].toString(), sandbox::Dataverse::userId());
        QCOMPARE(row["_owningbusinessunit_value"_L1], rig.get("WhoAmI")["BusinessUnitId"_L1]);
        QCOMPARE(row["statecode"_L1].toInt(), 0);

        QCOMPARE(rig.patch(address,
                           json("{'msdynmkt_value':534120002,'msdynmkt_logicalreason':534120006,"
                                "'msdynmkt_reason':'didomi-sync;evt=2'}"),
                           {{"If-Match", "*"}})
                     .status(),
                 204);
        QCOMPARE(rig.get(address)["msdynmkt_value"_L1].toInt(), 534120002);
        QCOMPARE(rig.patch(consents + "(aaaaaaaa-0000-4000-8000-000000000001)", json("{'msdynmkt_value':534120002}"),
                           {{"If-Match", "*"}})
                     .status(),
                 404);
        const Answer expanded =
            rig.get(address + "?$expand=msdynmkt_purposeId($select=msdynmkt_name),msdynmkt_topicId");
        QCOMPARE(expanded["msdynmkt_purposeId"_L1]["msdynmkt_name"_L1].toString(), u"Commercial communication"_s);
        QCOMPARE(expanded["msdynmkt_topicId"_L1]["msdynmkt_name"_L1].toString(), u"Travel"_s);
        QCOMPARE(rig.send("DELETE", address).status(), 403); // consents are withdrawn, not deleted
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown option") << QByteArray("'msdynmkt_value':534120009") << u"0x8004431a"_s;
        QTest::newRow("text for an option") << QByteArray("'msdynmkt_value':'opted in'") << u"0x80048d19"_s;
        QTest::newRow("too long") << "'msdynmkt_reason':'" + QByteArray(501, 'x') + '\'' << u"0x80044331"_s;
        QTest::newRow("address too long")
            << "'msdynmkt_contactpointvalue':'" + QByteArray(401, 'x') + '\'' << u"0x80044331"_s;
        QTest::newRow("wrong letter case")
            << QByteArray("'msdynmkt_topicid@odata.bind':'/msdynmkt_topics(%1)'") << u"0x80048d19"_s;
        QTest::newRow("a lookup as a column") << QByteArray("'_msdynmkt_topicid_value':'%1'") << u"0x80060888"_s;
        QTest::newRow("no such topic")
            << QByteArray("'msdynmkt_topicId@odata.bind':'/msdynmkt_topics(aaaaaaaa-0000-4000-8000-000000000001)'")
            << u"0x80040217"_s;
        QTest::newRow("a purpose for a topic")
            << QByteArray("'msdynmkt_topicId@odata.bind':'/msdynmkt_purposes(%2)'") << u"0x80048d19"_s;
        QTest::newRow("no such column") << QByteArray("'msdynmkt_doubleoptin':true") << u"0x80048d19"_s;
        QTest::newRow("no moment") << QByteArray("'msdynmkt_migrationtimestamp':'yesterday'") << u"0x80040239"_s;
    }

    void whatIsRefused()
    {
        QFETCH(QByteArray, more);
        QFETCH(QString, code);
        Rig rig;
        const QByteArray purpose = idOf(rig, "msdynmkt_purpose", "Commercial communication");
        const QByteArray body =
            json("{'msdynmkt_contactpointtype':534120000,'msdynmkt_purposeId@odata.bind':'/msdynmkt_purposes(" +
                 purpose + ")'," + more + '}')
                .replace("%1", idOf(rig, "msdynmkt_topic", "Travel"))
                .replace("%2", purpose);
        const qsizetype before = rig.get(consents).rows().size();
        QCOMPARE(rig.post(consents, body).code(), code);
        QCOMPARE(rig.get(consents).rows().size(), before);
    }

    void manyAtOnce()
    {
        Rig rig;
        const QByteArray purpose = idOf(rig, "msdynmkt_purpose", "Commercial communication");
        const auto target = [&](const QByteArray &more) {
            QByteArray body = consentBody(purpose, ",'@odata.type':'Microsoft.Dynamics.CRM."
                                                   "msdynmkt_contactpointconsent4'" +
                                                       more);
            return body;
        };
        const qsizetype before = rig.get(consents).rows().size();
        const QByteArray bulk = consents + "/Microsoft.Dynamics.CRM.";
        const Answer created =
            rig.post(bulk + "CreateMultiple", "{\"Targets\":[" + target({}) + ',' + target({}) + "]}");
        QCOMPARE(created.status(), 200);
        const QJsonArray ids = created["Ids"_L1].toArray();
        QCOMPARE(ids.size(), 2); // no key forbids two of the same
        QCOMPARE(rig.get(consents).rows().size(), before + 2);

        QByteArray updates;
        for (const QJsonValue &id : ids)
            updates += (updates.isEmpty() ? "" : ",") +
                       json("{'@odata.type':'Microsoft.Dynamics.CRM.msdynmkt_contactpointconsent4',"
                            "'msdynmkt_contactpointconsent4id':'" +
                            id.toString().toLatin1() + "','msdynmkt_value':534120002}");
        QCOMPARE(rig.post(bulk + "UpdateMultiple", "{\"Targets\":[" + updates + "]}").status(), 204);
        for (const QJsonValue &id : ids)
            QCOMPARE(rig.get(consents + '(' + id.toString().toLatin1() + ')')["msdynmkt_value"_L1].toInt(), 534120002);
        // All or none.
        QCOMPARE(rig.post(bulk + "CreateMultiple",
                          "{\"Targets\":[" + target({}) + ',' + target(",'msdynmkt_value':1") + "]}")
                     .status(),
                 400);
        QCOMPARE(rig.get(consents).rows().size(), before + 2);
        QCOMPARE(rig.post("msdynmkt_topics/Microsoft.Dynamics.CRM.CreateMultiple", "{\"Targets\":[]}").status(), 404);
        QVERIFY(rig.faults.set(u"bulk"_s, u"missing"_s)); // of contacts only
        QCOMPARE(rig.post(bulk + "CreateMultiple", "{\"Targets\":[" + target({}) + "]}").status(), 200);
        const QByteArray filters = "sdkmessagefilters?$filter=primaryobjecttypecode%20eq%20'";
        QCOMPARE(rig.get(filters + "msdynmkt_contactpointconsent4'").rows().size(), 4);
        QCOMPARE(rig.get(filters + "contact'").rows().size(), 2);
        QCOMPARE(rig.get(filters + "msdynmkt_contactpointconsent5'").rows().size(), 0);
    }

    void inABatch()
    {
        Rig rig;
        const QByteArray purpose = idOf(rig, "msdynmkt_purpose", "Commercial communication");
        const auto part = [](const QByteArray &body) {
            return "--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nPOST " +
                   consents + " HTTP/1.1\r\nContent-Type: application/json\r\n\r\n" + body + "\r\n";
        };
        const qsizetype before = rig.get(consents).rows().size();
        const Answer answer =
            rig.post("$batch",
                     part(consentBody(purpose)) + part(consentBody(purpose, ",'msdynmkt_value':1")) +
                         part(consentBody(purpose)) + "--b--\r\n",
                     {{"Content-Type", "multipart/mixed;boundary=b"}, {"Prefer", "odata.continue-on-error"}});
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.response.body.count("HTTP/1.1 204"), 2);
        QCOMPARE(answer.response.body.count("HTTP/1.1 400"), 1);
        QCOMPARE(rig.get(consents).rows().size(), before + 2);
    }

    void privileges_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QByteArray>("statuses"); // of: list, tree, create, change
        QTest::newRow("none") << QString() << QByteArray("200 200 204 204");
        QTest::newRow("read") << u"read"_s << QByteArray("403 403 204 204");
        QTest::newRow("write") << u"write"_s << QByteArray("200 200 204 403");
        QTest::newRow("create") << u"create"_s << QByteArray("200 200 403 204");
        QTest::newRow("two") << u"write,create"_s << QByteArray("200 200 403 403");
    }

    void privileges()
    {
        QFETCH(QString, missing);
        QFETCH(QByteArray, statuses);
        Rig rig;
        const QByteArray purpose = idOf(rig, "msdynmkt_purpose", "Commercial communication");
        const QByteArray row =
            rig.get(consents + "?$top=1").rows().at(0)["msdynmkt_contactpointconsent4id"_L1].toString().toLatin1();
        if (!missing.isEmpty())
            QVERIFY(rig.faults.set(u"consent-privilege"_s, missing));
        QByteArrayList found;
        for (const Answer &answer :
             {rig.get(consents + "?$top=1"),
              rig.get("msdynmkt_compliancesettings4s?$expand=msdynmkt_msdynmkt_purpose_msdynmkt_compliancev4"),
              rig.post(consents, consentBody(purpose)),
              rig.patch(consents + '(' + row + ')', json("{'msdynmkt_value':534120002}"))}) {
            found << QByteArray::number(answer.status());
            if (answer.status() == 403) {
                QCOMPARE(answer.code(), u"0x80040220"_s);
                QVERIFY(answer.message().contains(u"msdynmkt_"));
            }
        }
        QCOMPARE(found.join(' '), statuses);
        QCOMPARE(rig.get("contacts?$top=1").status(), 200);
        QCOMPARE(rig.post("msdynmkt_topics", json("{'msdynmkt_name':'x'}")).status(), 403); // always
    }

    void withoutTheSolution()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"consent-tables"_s, u"missing"_s));
        for (const QString &name : texts(rig.get("EntityDefinitions?$select=LogicalName").rows(), u"LogicalName"_s))
            QVERIFY2(!name.startsWith(u"msdynmkt_"), qPrintable(name));
        for (const QByteArray set : {"msdynmkt_contactpointconsent4s", "msdynmkt_compliancesettings4s",
                                     "msdynmkt_purposes", "msdynmkt_topics", "msdynmkt_preferencecenters"}) {
            QCOMPARE(rig.get(set).status(), 404);
            QCOMPARE(rig.get(set).code(), u"0x8006088a"_s);
        }
        QCOMPARE(rig.get(consentMetadata).status(), 404);
        QCOMPARE(rig.get("GlobalOptionSetDefinitions(Name='msdynmkt_consentvalue')").status(), 404);
        QCOMPARE(rig.get("privileges?$filter=name%20eq%20'prvReadmsdynmkt_topic'").rows().size(), 0);
        const QByteArray user = "systemusers(" + sandbox::Dataverse::userId().toLatin1() + ")/Microsoft.Dynamics.CRM.";
        const QByteArray asked = QByteArray("[\"prvReadmsdynmkt_topic\"]").toPercentEncoding();
        QCOMPARE(
            rig.get(user + "RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=" + asked)["RolePrivileges"_L1]
                .toArray()
                .size(),
            0);
        QCOMPARE(rig.get("contacts?$top=1").status(), 200);
        rig.faults.clear();
        QCOMPARE(rig.get("msdynmkt_topics").rows().size(), 4);
    }

    void withANewerGeneration()
    {
        Rig rig;
        QCOMPARE(rig.get("msdynmkt_contactpointconsent5s").status(), 404);
        QVERIFY(rig.faults.set(u"consent-tables"_s, u"newer"_s));
        const QStringList names = texts(rig.get("EntityDefinitions?$select=LogicalName").rows(), u"LogicalName"_s);
        QVERIFY(names.contains(u"msdynmkt_contactpointconsent4") && names.contains(u"msdynmkt_contactpointconsent5"));
        QCOMPARE(rig.get("msdynmkt_contactpointconsent5s").status(), 200);
        QVERIFY(!rig.get(consents).rows().isEmpty());
    }

    void topics_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("active");
        QTest::addColumn<int>("inactive");
        QTest::newRow("usual") << QString() << 3 << 1;
        QTest::newRow("missing") << u"missing"_s << 0 << 0;
        QTest::newRow("inactive") << u"inactive"_s << 0 << 4;
    }

    void topics()
    {
        QFETCH(QString, fault);
        QFETCH(int, active);
        QFETCH(int, inactive);
        Rig rig;
        const QStringList ids = texts(rig.get("msdynmkt_topics").rows(), u"msdynmkt_topicid"_s);
        if (!fault.isEmpty())
            QVERIFY(rig.faults.set(u"topic"_s, fault));
        QCOMPARE(rig.get("msdynmkt_topics?$filter=statecode%20eq%200").rows().size(), active);
        QCOMPARE(rig.get("msdynmkt_topics?$filter=statecode%20eq%201").rows().size(), inactive);
        QCOMPARE(rig.get("msdynmkt_purposes").rows().size(), 3);
        rig.faults.clear();
        QCOMPARE(texts(rig.get("msdynmkt_topics").rows(), u"msdynmkt_topicid"_s), ids);
        QCOMPARE(rig.get("msdynmkt_topics?$filter=statecode%20eq%200").rows().size(), 3);
    }

    void anEnvironmentWithoutPeopleHasItsTree()
    {
        support::FakeClock clock;
        sandbox::Dataverse dataverse({}, clock);
        const auto ask = [&](const QByteArray &path) {
            return Answer{
                dataverse.handle({.method = "GET", .path = "/api/data/v9.2/" + path, .headers = {{"Host", "a"}}})};
        };
        QCOMPARE(ask("msdynmkt_topics").rows().size(), 4);
        QCOMPARE(ask(consents).rows().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSimConsents)
#include "tst_simconsents.moc"
