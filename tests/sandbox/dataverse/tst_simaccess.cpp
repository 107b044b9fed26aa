#include "rig.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSimAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoAmI()
    {
        Rig rig;
        for (const QByteArray address : {"WhoAmI", "WhoAmI()", "/api/data/v9.1/WhoAmI"}) {
            const Answer answer = rig.get(address);
            QCOMPARE(answer.status(), 200);
            QCOMPARE(answer["UserId"_L1].toString(), sandbox::Dataverse::userId());
            QCOMPARE(answer["OrganizationId"_L1].toString(), sandbox::Dataverse::organizationId());
            QVERIFY(answer.header("x-ms-dop-hint").toInt() > 0);
            QCOMPARE(answer.header("OData-Version"), "4.0");
        }
        QCOMPARE(rig.post("WhoAmI", "{}").status(), 404);
        QVERIFY(rig.post("WhoAmI", "{}").code().isEmpty()); // a function is no action: an error without a number
    }

    void environment()
    {
        Rig rig;
        QVERIFY(rig.get("RetrieveVersion")["Version"_L1].toString().startsWith(u"9.2."));
        const Answer organization = rig.get(
            "RetrieveCurrentOrganization(AccessType=@p1)?@p1=Microsoft.Dynamics.CRM.EndpointAccessType'Default'");
        QCOMPARE(organization["Detail"_L1]["OrganizationId"_L1].toString(), sandbox::Dataverse::organizationId());
        QVERIFY(
            organization["Detail"_L1]["Endpoints"_L1]["Values"_L1][0].toString().startsWith(u"http://127.0.0.1:9/"));
        QCOMPARE(rig.get("RetrieveCurrentOrganization(AccessType=@p1)?@p1='Default'").status(), 400);
        QCOMPARE(rig.get("organizations?$select=name").rows().size(), 1);
        QVERIFY(rig.get({})["value"_L1].toArray().size() > 5); // the service document
    }

    void theUserIsAnApplication()
    {
        support::FakeClock own;
        sandbox::Dataverse dataverse({}, own,
                                     {.friendlyName = u"Test"_s,
                                      .tenantId = u"t-1"_s,
                                      .clientId = QUuid::fromString(u"cccccccc-0000-4000-8000-000000000001")});
        const auto ask = [&](const QByteArray &path, const QByteArray &query) {
            return Answer{dataverse.handle(
                {.method = "GET", .path = "/api/data/v9.2/" + path, .query = query, .headers = {{"Host", "a"}}})};
        };
        const Answer user = ask("systemusers", "$select=systemuserid,fullname,isdisabled&$filter=applicationid%20eq%"
                                               "20cccccccc-0000-4000-8000-000000000001");
        QCOMPARE(user.rows().size(), 1);
        QCOMPARE(user.rows().at(0)["systemuserid"_L1].toString(), sandbox::Dataverse::userId());
        QCOMPARE(
            ask("systemusers(" + sandbox::Dataverse::userId().toUtf8() + ')', "$select=accessmode")["accessmode"_L1]
                .toInt(),
            4);
        QCOMPARE(ask("RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')",
                     {})["Detail"_L1]["TenantId"_L1]
                     .toString(),
                 u"t-1"_s);
    }

    void privileges()
    {
        Rig rig;
        const QByteArray user = "systemusers(" + sandbox::Dataverse::userId().toUtf8() + ")/Microsoft.Dynamics.CRM.";
        const auto names = [&] {
            QStringList held;
            const QByteArray asked = QByteArray("[\"prvReadContact\",\"prvWriteContact\",\"prvCreateContact\","
                                                "\"prvDeleteAccount\",\"prvMisspelt\"]")
                                         .toPercentEncoding();
            for (const QJsonValue &one : rig.get(user + "RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=" +
                                                 asked)["RolePrivileges"_L1]
                                             .toArray()) {
                if (one["Depth"_L1].toString() == u"Global")
                    held << one["PrivilegeName"_L1].toString();
            }
            return held;
        };
        QCOMPARE(names(), (QStringList{u"prvReadContact"_s, u"prvWriteContact"_s, u"prvCreateContact"_s}));
        QCOMPARE(
            rig.get(user + "RetrieveUserPrivilegeByPrivilegeName(PrivilegeName='prvWriteContact')")["RolePrivileges"_L1]
                .toArray()
                .size(),
            1);
        QCOMPARE(
            rig.get(user + "RetrieveUserPrivilegeByPrivilegeName(PrivilegeName='prvWriteNothing')")["RolePrivileges"_L1]
                .toArray()
                .size(),
            0);
        QVERIFY(rig.get(user + "RetrieveUserPrivileges()")["RolePrivileges"_L1].toArray().size() > 10);
        QVERIFY(rig.faults.set(u"privilege"_s, u"write,create"_s));
        QCOMPARE(names(), QStringList{u"prvReadContact"_s});
        const QByteArray access =
            "RetrievePrincipalAccess(Target=@t)?@t=" + ("{'@odata.id':'" + rig.byId() + "'}").toPercentEncoding();
        QCOMPARE(rig.get(user + access)["AccessRights"_L1].toString(),
                 u"ReadAccess,AppendAccess,AppendToAccess,DeleteAccess,AssignAccess"_s);
        QCOMPARE(
            rig.get("systemusers(aaaaaaaa-0000-4000-8000-000000000001)/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()")
                .status(),
            404);
        QCOMPARE(rig.get(user + "Nothing()").status(), 404);
    }

    void missingPrivileges_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QByteArray>("allowed"); // of "read update create representation"
        QTest::addColumn<QString>("named");
        QTest::newRow("read") << u"read"_s << QByteArray("403 204 204 403") << u"prvReadContact"_s;
        QTest::newRow("write") << u"write"_s << QByteArray("200 403 204 403") << u"prvWriteContact"_s;
        QTest::newRow("create") << u"create"_s << QByteArray("200 204 403 200") << u"prvCreateContact"_s;
        QTest::newRow("all") << u"read,write,create"_s << QByteArray("403 403 403 403") << u"prv"_s;
    }

    void missingPrivileges()
    {
        QFETCH(QString, missing);
        QFETCH(QByteArray, allowed);
        QFETCH(QString, named);
        Rig rig;
        QVERIFY(rig.faults.set(u"privilege"_s, missing));
        const QList<Answer> answers{
            rig.get("contacts?$top=1"), rig.patch(rig.byId(), json("{'jobtitle':'A'}")),
            rig.patch("contacts(new_didomiuserid='fresh')", "{}"),
            rig.patch(rig.byId(), json("{'department':'A'}"), {{"Prefer", "return=representation"}})};
        QByteArrayList statuses;
        for (const Answer &answer : answers) {
            statuses << QByteArray::number(answer.status());
            if (answer.status() == 403) {
                QCOMPARE(answer.code(), u"0x80040220"_s);
                QVERIFY(answer.message().contains(named));
            }
        }
        QCOMPARE(statuses.join(' '), allowed);
        // What is refused is not written, whatever it is that is not allowed.
        QCOMPARE(rig.stored(u"jobtitle"_s).toString(), allowed.mid(4, 3) == "204" ? u"A"_s : QString());
        QCOMPARE(rig.stored(u"department"_s).toString(), allowed.endsWith("200") ? u"A"_s : QString());
        QCOMPARE(rig.get("EntityDefinitions(LogicalName='contact')").status(), 200); // metadata stays readable
    }

    void otherTablesAreReadOnly()
    {
        Rig rig;
        const Answer answer = rig.post("accounts", json("{'name':'x'}"));
        QCOMPARE(answer.status(), 403);
        QVERIFY(answer.message().contains(u"prvCreateAccount"));
        QCOMPARE(rig.get("accounts?$select=name").rows().size(), 2);
        QCOMPARE(rig.patch("new_brands(new_code='BLUE')", json("{'new_name':'x'}"), {{"If-Match", "*"}}).status(), 403);
    }

    void withoutAnApplicationUserNothingWorks_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << u"missing"_s << u"0x80072560"_s;
        QTest::newRow("disabled") << u"disabled"_s << u"0x80040225"_s;
    }

    void withoutAnApplicationUserNothingWorks()
    {
        QFETCH(QString, fault);
        QFETCH(QString, code);
        Rig rig;
        QVERIFY(rig.faults.set(u"application-user"_s, fault));
        for (const QByteArray address : {"WhoAmI", "contacts", "EntityDefinitions", "nothing"}) {
            QCOMPARE(rig.get(address).status(), 403);
            QCOMPARE(rig.get(address).code(), code);
        }
        QCOMPARE(rig.post("$batch", "x", {{"Content-Type", "multipart/mixed;boundary=a"}}).code(), code);
        rig.faults.clear();
        QCOMPARE(rig.get("WhoAmI").status(), 200);
    }

    void aHiddenColumnIsNowhere()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"column-missing"_s, u"new_newsletterconsent,creditlimit"_s));
        QCOMPARE(rig.get("EntityDefinitions(LogicalName='contact')/Attributes(LogicalName='new_newsletterconsent')")
                     .status(),
                 404);
        QCOMPARE(
            rig.get("EntityDefinitions(LogicalName='contact')/Attributes(LogicalName='creditlimit_base')").status(),
            404);
        QCOMPARE(rig.get("contacts?$select=new_newsletterconsent").code(), u"0x80060888"_s);
        QCOMPARE(rig.get("contacts?$filter=new_newsletterconsent%20eq%20true").code(), u"0x80060888"_s);
        QVERIFY(!rig.get(rig.byId()).object().contains(u"new_newsletterconsent"_s));
        QCOMPARE(rig.patch(rig.byId(), json("{'new_newsletterconsent':true}")).code(), u"0x80048d19"_s);
        QCOMPARE(rig.patch(rig.byId(), json("{'jobtitle':'x'}")).status(), 204);
        rig.faults.clear();
        QVERIFY(rig.get(rig.byId()).object().contains(u"new_newsletterconsent"_s)); // the values were only out of sight
        QCOMPARE(rig.get(rig.byKey()).status(), 200);
    }

    void aHiddenKeyColumnTakesItsKeyAlong()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"column-missing"_s, u"new_didomiuserid"_s));
        QCOMPARE(rig.get("EntityDefinitions(LogicalName='contact')/Keys").rows().size(), 2);
        QCOMPARE(rig.get(rig.byKey()).status(), 400);
        QCOMPARE(rig.patch(rig.byId(), json("{'jobtitle':'x'}")).status(), 204);
        rig.faults.clear();
        QCOMPARE(rig.get(rig.byKey())["jobtitle"_L1].toString(), u"x"_s); // the index has kept the row
    }

    void withTheKeyBeingBuiltDuplicatesGetIn()
    {
        Rig rig;
        const QByteArray body = QJsonDocument(QJsonObject{{u"new_didomiuserid"_s, rig.contact().didomiId}}).toJson();
        QVERIFY(rig.faults.set(u"key"_s, u"building"_s));
        QCOMPARE(rig.post("contacts", body).status(), 204);
        rig.faults.clear();
        QCOMPARE(rig.get(rig.byKey()).code(), u"0x8006089d"_s); // and then the key finds two
    }

    void errorsTellMoreWhenAsked()
    {
        Rig rig;
        const QByteArray nobody = "contacts(aaaaaaaa-0000-4000-8000-000000000001)";
        QCOMPARE(rig.get(nobody)["error"_L1].toObject().keys(), (QStringList{u"code"_s, u"message"_s}));
        const QJsonObject more =
            rig.get(nobody, {{"Prefer", "odata.include-annotations=\"*\""}})["error"_L1].toObject();
        QVERIFY(more.contains(u"@Microsoft.PowerApps.CDS.HelpLink"_s));
        QVERIFY(!rig.get(nobody).header("x-ms-service-request-id").isEmpty());
        QCOMPARE(rig.get(nobody).header("OData-Version"), "4.0");
    }

    void otherVersionsAreElsewhere()
    {
        Rig rig;
        QVERIFY(sandbox::Dataverse::answers("/api/data/v9.2/contacts"));
        QVERIFY(!sandbox::Dataverse::answers("/v1/sessions"));
        for (const QByteArray address : {"/api/data/v8.2/WhoAmI", "/api/data/WhoAmI", "/api/data/v9.25/WhoAmI"})
            QCOMPARE(rig.get(address).status(), 404);
        QCOMPARE(rig.get("/api/data/v9.2").status(), 200);
        QCOMPARE(rig.get("/api/data/v9.2/").status(), 200);
    }
};

QTEST_GUILESS_MAIN(TestSimAccess)
#include "tst_simaccess.moc"
