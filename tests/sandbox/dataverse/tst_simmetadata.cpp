#include "rig.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray contact = "EntityDefinitions(LogicalName='contact')";

QJsonObject named(const QJsonArray &rows, const QString &name)
{
    for (const QJsonValue &row : rows) {
        if (row["LogicalName"_L1].toString() == name)
            return row.toObject();
    }
    return {};
}

} // namespace

class TestSimMetadata : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tables()
    {
        Rig rig;
        const Answer one =
            rig.get(contact + "?$select=LogicalName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,DisplayName,"
                              "ChangeTrackingEnabled,IsDuplicateDetectionEnabled");
        QCOMPARE(one.status(), 200);
        QCOMPARE(one["EntitySetName"_L1].toString(), u"contacts"_s);
        QCOMPARE(one["PrimaryIdAttribute"_L1].toString(), u"contactid"_s);
        QCOMPARE(one["PrimaryNameAttribute"_L1].toString(), u"fullname"_s);
        QCOMPARE(one["DisplayName"_L1]["UserLocalizedLabel"_L1]["Label"_L1].toString(), u"Contact"_s);
        QCOMPARE(one["IsDuplicateDetectionEnabled"_L1]["Value"_L1].toBool(), true);
        QVERIFY(!one.object().contains(u"SchemaName"_s));   // not selected
        const QString id = one["MetadataId"_L1].toString(); // there without being asked for
        QCOMPARE(rig.get("EntityDefinitions(" + id.toUtf8() + ")?$select=LogicalName")["LogicalName"_L1].toString(),
                 u"contact"_s);
        QCOMPARE(rig.get("EntityDefinitions(" + id.toUpper().toUtf8() + ')').status(), 200);

        QStringList all;
        for (const QJsonValue &row : rig.get("EntityDefinitions?$select=LogicalName").rows())
            all << row["LogicalName"_L1].toString();
        QVERIFY(all.contains(u"contact"_s) && all.contains(u"account"_s) && all.contains(u"new_brand"_s) &&
                all.contains(u"transactioncurrency"_s) && all.contains(u"systemuser"_s) &&
                all.contains(u"organization"_s));
        // Sets are not simply names with an s.
        QCOMPARE(named(rig.get("EntityDefinitions?$select=LogicalName,EntitySetName").rows(), u"transactioncurrency"_s)
                     .value(u"EntitySetName"_s)
                     .toString(),
                 u"transactioncurrencies"_s);
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("names"); // or a code
        const auto row = [](const char *address, const char *names) {
            QTest::newRow(address) << QByteArray(address) << QString::fromLatin1(names);
        };
        row("EntityDefinitions?$select=LogicalName&$filter=LogicalName%20eq%20'contact'", "contact");
        row("EntityDefinitions?$select=LogicalName&$filter=IsPrivate%20eq%20true", "sdkmessage,sdkmessagefilter");
        row("EntityDefinitions?$select=LogicalName&$filter=IsCustomEntity%20eq%20true%20and%20IsManaged%20eq%20false",
            "new_brand,new_subscriber");
        row("EntityDefinitions?$select=LogicalName&$filter=IsCustomEntity%20eq%20true%20and%20IsManaged%20eq%20true",
            "msdynmkt_contactpointconsent4,msdynmkt_purpose,msdynmkt_topic,msdynmkt_compliancesettings4,"
            "msdynmkt_preferencecenter,msdynmkt_consentprovider");
        row("EntityDefinitions?$select=LogicalName&$filter=IsDuplicateDetectionEnabled/Value%20eq%20true", "contact");
        row("EntityDefinitions?$select=LogicalName&$filter=ObjectTypeCode%20eq%201", "account");
        row("EntityDefinitions(LogicalName='contact')/Attributes?$select=LogicalName&$filter=AttributeTypeName/"
            "Value%20eq%20'DecimalType'",
            "exchangerate,new_score");
        row("EntityDefinitions(LogicalName='contact')/"
            "Attributes?$select=LogicalName&$filter=AttributeType%20eq%20Microsoft.Dynamics.CRM.AttributeTypeCode'"
            "State'",
            "statecode");
        row("EntityDefinitions(LogicalName='contact')/Attributes?$select=LogicalName&$filter=IsSecured%20eq%20true",
            "new_secretnote");
        row("EntityDefinitions(LogicalName='contact')/"
            "Keys?$select=LogicalName&$filter=EntityKeyIndexStatus%20eq%20Microsoft.Dynamics.CRM.EntityKeyIndexStatus'"
            "Active'",
            "new_didomikey");
        row("EntityDefinitions?$filter=DisplayName%20eq%20'Contact'", "0x80060888");
        row("EntityDefinitions?$filter=Nothing%20eq%20'x'", "0x80060888");
        row("EntityDefinitions?$top=1", "0x80060888");
        row("EntityDefinitions?$orderby=LogicalName", "0x80060888");
        row("EntityDefinitions?$select=logicalname", "0x80060888");
        row("GlobalOptionSetDefinitions?$filter=Name%20eq%20'new_topic'", "0x80060888");
    }

    void filters()
    {
        QFETCH(QByteArray, address);
        QFETCH(QString, names);
        Rig rig;
        const Answer answer = rig.get(address);
        QStringList found;
        for (const QJsonValue &row : answer.rows())
            found << row["LogicalName"_L1].toString();
        QCOMPARE(answer.status() == 200 ? found.join(u',') : answer.code(), names);
    }

    void everyConsentColumnIsThere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        for (const QString &name : {u"donotbulkemail"_s, u"donotemail"_s, u"donotphone"_s, u"donotfax"_s,
                                    u"donotpostalmail"_s, u"donotbulkpostalmail"_s, u"donotsendmm"_s, u"followemail"_s,
                                    u"msgdpr_donottrack"_s, u"new_newsletterconsent"_s})
            QTest::newRow(qPrintable(name)) << name << u"BooleanType"_s;
        for (const QString &name : {u"emailaddress1"_s, u"emailaddress2"_s, u"emailaddress3"_s, u"mobilephone"_s,
                                    u"telephone1"_s, u"firstname"_s, u"lastname"_s, u"externaluseridentifier"_s,
                                    u"employeeid"_s, u"new_didomiuserid"_s, u"new_consentnote"_s})
            QTest::newRow(qPrintable(name)) << name << u"StringType"_s;
        for (const QString &name : {u"msgdpr_gdprconsent"_s, u"preferredcontactmethodcode"_s, u"accountrolecode"_s,
                                    u"new_newsletterchoice"_s, u"new_newsletterfrequency"_s})
            QTest::newRow(qPrintable(name)) << name << u"PicklistType"_s;
        const auto row = [](const QString &name, const QString &type) {
            QTest::newRow(qPrintable(name)) << name << type;
        };
        row(u"new_topics"_s, u"MultiSelectPicklistType"_s);
        row(u"description"_s, u"MemoType"_s);
        row(u"numberofchildren"_s, u"IntegerType"_s);
        row(u"creditlimit"_s, u"MoneyType"_s);
        row(u"transactioncurrencyid"_s, u"LookupType"_s);
        row(u"parentcustomerid"_s, u"CustomerType"_s);
        row(u"ownerid"_s, u"OwnerType"_s);
        row(u"statecode"_s, u"StateType"_s);
        row(u"statuscode"_s, u"StatusType"_s);
        row(u"birthdate"_s, u"DateTimeType"_s);
        row(u"new_score"_s, u"DecimalType"_s);
        row(u"new_ratio"_s, u"DoubleType"_s);
        row(u"new_bigcounter"_s, u"BigIntType"_s);
        row(u"contactid"_s, u"UniqueidentifierType"_s);
        row(u"accountrolecodename"_s, u"VirtualType"_s);
    }

    void everyConsentColumnIsThere()
    {
        QFETCH(QString, name);
        QFETCH(QString, type);
        Rig rig;
        const Answer answer = rig.get(contact + "/Attributes(LogicalName='" + name.toUtf8() +
                                      "')?$select=LogicalName,SchemaName,AttributeType,AttributeTypeName");
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer["AttributeTypeName"_L1]["Value"_L1].toString(), type);
        QCOMPARE(answer["SchemaName"_L1].toString().toLower(), name);
        QCOMPARE(answer["AttributeType"_L1].toString(),
                 type == u"MultiSelectPicklistType" ? u"Virtual"_s : type.chopped(4));
    }

    void columns()
    {
        Rig rig;
        const QJsonArray rows =
            rig.get(contact + "/Attributes?$select=LogicalName,AttributeOf,DisplayName,RequiredLevel,IsValidForCreate,"
                              "IsValidForRead,IsValidForUpdate,IsSecured,"
                              "IsCustomAttribute,IsPrimaryId,IsPrimaryName,SourceType,DeprecatedVersion")
                .rows();
        QVERIFY(rows.size() > 100);
        QCOMPARE(named(rows, u"donotbulkemail"_s).value(u"@odata.type"_s).toString(),
                 u"#Microsoft.Dynamics.CRM.BooleanAttributeMetadata"_s);
        QVERIFY(!named(rows, u"accountrolecodename"_s).contains(u"@odata.type"_s));
        QCOMPARE(named(rows, u"accountrolecodename"_s).value(u"AttributeOf"_s).toString(), u"accountrolecode"_s);
        QVERIFY(named(rows, u"new_unlabelled"_s)[u"DisplayName"_s][u"UserLocalizedLabel"_s].isNull());
        QVERIFY(named(rows, u"new_secretnote"_s)[u"IsSecured"_s].toBool());
        QCOMPARE(named(rows, u"new_reachableby"_s)[u"SourceType"_s].toInt(), 1);
        QVERIFY(!named(rows, u"new_reachableby"_s)[u"IsValidForUpdate"_s].toBool(true));
        QVERIFY(!named(rows, u"createdon"_s)[u"IsValidForCreate"_s].toBool(true));
        QVERIFY(named(rows, u"contactid"_s)[u"IsPrimaryId"_s].toBool() &&
                named(rows, u"contactid"_s)[u"IsValidForCreate"_s].toBool());
        QVERIFY(named(rows, u"fullname"_s)[u"IsPrimaryName"_s].toBool());
        QCOMPARE(named(rows, u"lastname"_s)[u"RequiredLevel"_s][u"Value"_s].toString(), u"ApplicationRequired"_s);
        QVERIFY(named(rows, u"new_topics"_s)[u"IsCustomAttribute"_s].toBool() &&
                !named(rows, u"firstname"_s)[u"IsCustomAttribute"_s].toBool(true));
        // What only some types have needs a cast.
        QCOMPARE(rig.get(contact + "/Attributes?$select=MaxLength").code(), u"0x80060888"_s);
        QCOMPARE(rig.get(contact + "/Attributes?$expand=OptionSet").code(), u"0x80060888"_s);
        QCOMPARE(rig.get(contact + "/Attributes(LogicalName='nothing')").status(), 404);
        QCOMPARE(rig.get("EntityDefinitions(LogicalName='nothing')").status(), 404);
        QCOMPARE(rig.get(contact + "/Nothing").status(), 404);
    }

    void casts_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("select");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QJsonObject>("expected");
        const auto value = [](const QString &text) { return QJsonObject{{u"Value"_s, text}}; };
        QTest::newRow("String") << QByteArray("String") << QByteArray("MaxLength,FormatName") << u"emailaddress1"_s
                                << QJsonObject{{u"MaxLength"_s, 100}, {u"FormatName"_s, value(u"Email"_s)}};
        QTest::newRow("Memo") << QByteArray("Memo") << QByteArray("MaxLength") << u"description"_s
                              << QJsonObject{{u"MaxLength"_s, 2000}};
        QTest::newRow("Integer") << QByteArray("Integer") << QByteArray("MinValue,MaxValue,Format") << u"new_counter"_s
                                 << QJsonObject{{u"MinValue"_s, 0}, {u"MaxValue"_s, 1000}, {u"Format"_s, u"None"_s}};
        QTest::newRow("Decimal") << QByteArray("Decimal") << QByteArray("MinValue,MaxValue,Precision") << u"new_score"_s
                                 << QJsonObject{{u"MinValue"_s, 0}, {u"MaxValue"_s, 100}, {u"Precision"_s, 2}};
        QTest::newRow("Double") << QByteArray("Double") << QByteArray("MaxValue,Precision") << u"new_ratio"_s
                                << QJsonObject{{u"MaxValue"_s, 1}, {u"Precision"_s, 4}};
        QTest::newRow("Money") << QByteArray("Money") << QByteArray("Precision,PrecisionSource,CalculationOf")
                               << u"creditlimit_base"_s
                               << QJsonObject{{u"Precision"_s, 4},
                                              {u"PrecisionSource"_s, 2},
                                              {u"CalculationOf"_s, u"creditlimit"_s}};
        QTest::newRow("day") << QByteArray("DateTime") << QByteArray("Format,DateTimeBehavior") << u"birthdate"_s
                             << QJsonObject{{u"Format"_s, u"DateOnly"_s},
                                            {u"DateTimeBehavior"_s, value(u"DateOnly"_s)}};
        QTest::newRow("moment") << QByteArray("DateTime") << QByteArray("DateTimeBehavior") << u"new_consentdate"_s
                                << QJsonObject{{u"DateTimeBehavior"_s, value(u"UserLocal"_s)}};
        QTest::newRow("Boolean") << QByteArray("Boolean") << QByteArray("DefaultValue") << u"followemail"_s
                                 << QJsonObject{{u"DefaultValue"_s, true}};
        QTest::newRow("customer") << QByteArray("Lookup") << QByteArray("Targets") << u"parentcustomerid"_s
                                  << QJsonObject{{u"Targets"_s, QJsonArray{u"account"_s, u"contact"_s}}};
        QTest::newRow("owner") << QByteArray("Lookup") << QByteArray("Targets") << u"ownerid"_s
                               << QJsonObject{{u"Targets"_s, QJsonArray{u"systemuser"_s, u"team"_s}}};
        QTest::newRow("BigInt") << QByteArray("BigInt") << QByteArray("MaxValue") << u"new_bigcounter"_s
                                << QJsonObject{{u"MaxValue"_s, 9223372036854775807LL}};
    }

    void casts()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, select);
        QFETCH(QString, column);
        QFETCH(QJsonObject, expected);
        Rig rig;
        const Answer answer = rig.get(contact + "/Attributes/Microsoft.Dynamics.CRM." + type +
                                      "AttributeMetadata?$select=LogicalName," + select);
        QCOMPARE(answer.status(), 200);
        const QJsonObject row = named(answer.rows(), column);
        for (auto member = expected.constBegin(); member != expected.constEnd(); ++member)
            QCOMPARE(row.value(member.key()), member.value());
        QVERIFY(row.contains(u"MetadataId"_s));
        const QByteArray alone = contact + "/Attributes(LogicalName='" + column.toUtf8() + "')/Microsoft.Dynamics.CRM.";
        QJsonObject single = rig.get(alone + type + "AttributeMetadata?$select=LogicalName," + select).object();
        single.remove(u"@odata.context"_s);
        QCOMPARE(single, row);
        QCOMPARE(rig.get(alone + (type == "Memo" ? "String" : "Memo") + "AttributeMetadata").status(),
                 404); // it is no such column
    }

    void optionSets()
    {
        Rig rig;
        const QByteArray cast = contact + "/Attributes/Microsoft.Dynamics.CRM.";
        const QJsonArray booleans =
            rig.get(cast + "BooleanAttributeMetadata?$select=LogicalName&$expand=OptionSet,GlobalOptionSet").rows();
        const QJsonValue bulk = named(booleans, u"donotbulkemail"_s)[u"OptionSet"_s];
        QCOMPARE(bulk["TrueOption"_L1]["Label"_L1]["UserLocalizedLabel"_L1]["Label"_L1].toString(), u"Do Not Allow"_s);
        QCOMPARE(bulk["FalseOption"_L1]["Label"_L1]["UserLocalizedLabel"_L1]["Label"_L1].toString(), u"Allow"_s);
        QCOMPARE(bulk["FalseOption"_L1]["Value"_L1].toInt(-1), 0);

        const QJsonArray multiple = rig.get(cast + "MultiSelectPicklistAttributeMetadata?$select=LogicalName&$expand="
                                                   "OptionSet($select=Options),GlobalOptionSet($select=Name)")
                                        .rows();
        QCOMPARE(multiple.size(), 2);
        QCOMPARE(named(multiple, u"new_channels"_s)[u"OptionSet"_s][u"Options"_s][2][u"Value"_s].toInt(), 9);
        QVERIFY(named(multiple, u"new_channels"_s)[u"GlobalOptionSet"_s].isNull()); // its own options
        QCOMPARE(named(multiple, u"new_topics"_s)[u"GlobalOptionSet"_s][u"Name"_s].toString(), u"new_topic"_s);
        QVERIFY(!named(multiple, u"new_topics"_s)[u"OptionSet"_s].toObject().contains(u"Name"_s));

        const QJsonValue status =
            rig.get(cast + "StatusAttributeMetadata?$select=LogicalName&$expand=OptionSet").rows().at(0);
        QCOMPARE(status["OptionSet"_L1]["Options"_L1][1]["State"_L1].toInt(), 1);
        const QJsonValue state =
            rig.get(cast + "StateAttributeMetadata?$select=LogicalName&$expand=OptionSet").rows().at(0);
        QCOMPARE(state["OptionSet"_L1]["Options"_L1][0]["DefaultStatus"_L1].toInt(), 1);
        QCOMPARE(rig.get(cast + "EnumAttributeMetadata").status(), 400);

        const Answer global = rig.get("GlobalOptionSetDefinitions(Name='new_topic')?$select=Name,Options");
        QCOMPARE(global["Options"_L1][1]["Label"_L1]["UserLocalizedLabel"_L1]["Label"_L1].toString(), u"Culture"_s);
        QCOMPARE(rig.get("GlobalOptionSetDefinitions(Name='nothing')").status(), 404);
    }

    void keys()
    {
        Rig rig;
        const QJsonArray keys =
            rig.get(contact + "/Keys?$select=LogicalName,SchemaName,KeyAttributes,EntityKeyIndexStatus").rows();
        QCOMPARE(keys.size(), 3);
        QCOMPARE(named(keys, u"new_didomikey"_s).value(u"KeyAttributes"_s),
                 QJsonValue(QJsonArray{u"new_didomiuserid"_s}));
        QCOMPARE(named(keys, u"new_didomikey"_s).value(u"EntityKeyIndexStatus"_s).toString(), u"Active"_s);
        QCOMPARE(named(keys, u"new_employeekey"_s).value(u"EntityKeyIndexStatus"_s).toString(), u"Failed"_s);
        QCOMPARE(named(keys, u"new_brandscorekey"_s).value(u"EntityKeyIndexStatus"_s).toString(), u"Pending"_s);
        QVERIFY(rig.faults.set(u"key"_s, u"building"_s));
        QCOMPARE(
            named(rig.get(contact + "/Keys").rows(), u"new_didomikey"_s).value(u"EntityKeyIndexStatus"_s).toString(),
            u"InProgress"_s);
        QCOMPARE(rig.get(rig.byKey()).code(), u"0x80060890"_s);
        QVERIFY(rig.faults.set(u"key"_s, u"failed"_s));
        QCOMPARE(
            named(rig.get(contact + "/Keys").rows(), u"new_didomikey"_s).value(u"EntityKeyIndexStatus"_s).toString(),
            u"Failed"_s);
    }

    void relationships()
    {
        Rig rig;
        QHash<QString, QString> navigation;
        for (const QJsonValue &row :
             rig.get(contact + "/ManyToOneRelationships?$select=SchemaName,ReferencingAttribute,ReferencedEntity,"
                               "ReferencingEntityNavigationPropertyName")
                 .rows())
            navigation.insert(row["ReferencingAttribute"_L1].toString() + u'>' + row["ReferencedEntity"_L1].toString(),
                              row["ReferencingEntityNavigationPropertyName"_L1].toString());
        QCOMPARE(navigation.value(u"new_favouritebrand>new_brand"_s),
                 u"new_FavouriteBrand"_s); // letter case as declared
        QCOMPARE(navigation.value(u"parentcustomerid>account"_s), u"parentcustomerid_account"_s);
        QCOMPARE(navigation.value(u"parentcustomerid>contact"_s), u"parentcustomerid_contact"_s);
        QCOMPARE(navigation.value(u"ownerid>owner"_s), u"ownerid"_s);
        QCOMPARE(navigation.value(u"transactioncurrencyid>transactioncurrency"_s), u"transactioncurrencyid"_s);
    }

    void everythingAtOnce()
    {
        Rig rig;
        const Answer answer =
            rig.get(contact + "?$select=EntitySetName&$expand=Attributes($select=LogicalName,AttributeType;$filter="
                              "IsValidForUpdate%20eq%20true),Keys($select=KeyAttributes),ManyToOneRelationships");
        QCOMPARE(answer.status(), 200);
        QVERIFY(named(answer["Attributes"_L1].toArray(), u"donotemail"_s).contains(u"AttributeType"_s));
        QVERIFY(named(answer["Attributes"_L1].toArray(), u"createdon"_s).isEmpty());
        QCOMPARE(answer["Keys"_L1].toArray().size(), 3);
        QVERIFY(answer["ManyToOneRelationships"_L1].toArray().size() > 5);
        QCOMPARE(rig.get(contact + "?$expand=Nothing").status(), 400);
    }

    void metadataAgreesWithRows()
    {
        // What the metadata calls readable is what a row shows, and the other way round.
        Rig rig;
        const QJsonObject row = rig.get(rig.byId()).object();
        int readable = 0;
        for (const QJsonValue &column : rig.get(contact + "/Attributes").rows()) {
            const QString type = column["AttributeTypeName"_L1]["Value"_L1].toString();
            const QString name = column["LogicalName"_L1].toString();
            const bool isLookup = type == u"LookupType" || type == u"CustomerType" || type == u"OwnerType";
            const bool isShown = column["AttributeOf"_L1].isNull();
            QCOMPARE(row.contains(isLookup ? u'_' + name + u"_value"_s : name), isShown);
            readable += isShown ? 1 : 0;
        }
        QCOMPARE(row.size(), readable + 2); // context and etag
    }

    void nobodyMayCustomize()
    {
        Rig rig;
        QCOMPARE(rig.post(contact + "/Keys", "{}").code(), u"0x80040220"_s);
    }
};

QTEST_GUILESS_MAIN(TestSimMetadata)
#include "tst_simmetadata.moc"
