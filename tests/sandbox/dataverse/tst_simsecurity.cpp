#include "rig.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QByteArray administratorTemplate = "627090ff-40a3-4053-8790-584edc5be201";

QByteArray me()
{
    return "systemusers(" + sandbox::Dataverse::userId().toLatin1() + ')';
}

QByteArray myRoles()
{
    return me() + "/systemuserroles_association";
}

QStringList texts(const QJsonArray &rows, const QString &member)
{
    QStringList result;
    for (const QJsonValue &row : rows)
        result << row[member].toString();
    result.sort();
    return result;
}

/// "Basic", or nothing when the privilege is not held.
QString depthOf(Rig &rig, const QByteArray &privilege)
{
    const QByteArray asked = "[\"" + privilege + "\"]";
    const QJsonArray held =
        rig.get(me() + "/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=" +
                asked.toPercentEncoding())["RolePrivileges"_L1]
            .toArray();
    return held.isEmpty() ? QString() : held.at(0)["Depth"_L1].toString();
}

QByteArray roleId(Rig &rig, const QByteArray &name)
{
    return rig.get("roles?$filter=name%20eq%20'" + name.toPercentEncoding() + '\'')
        .rows()
        .at(0)["roleid"_L1]
        .toString()
        .toLatin1();
}

/// Ids of the contacts that each user owns, by the user's name.
QHash<QString, QByteArrayList> contactsByOwner(const Answer &list)
{
    QHash<QString, QByteArrayList> result;
    for (const QJsonValue &row : list.rows())
        result[row["_ownerid_value@OData.Community.Display.V1.FormattedValue"_L1].toString()]
            << row["contactid"_L1].toString().toLatin1();
    return result;
}

} // namespace

class TestSimSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roles_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("own");
        QTest::addColumn<QStringList>("throughTeams");
        const QStringList usual{u"Basic User"_s, u"Consent integration"_s};
        QTest::newRow("usual") << QString() << usual << QStringList();
        QTest::newRow("administrator") << u"administrator"_s
                                       << QStringList{u"Basic User"_s, u"Consent integration"_s,
                                                      u"System Administrator"_s}
                                       << QStringList();
        QTest::newRow("by team") << u"administrator-by-team"_s << usual << QStringList{u"System Administrator"_s};
        QTest::newRow("administrator only")
            << u"none,administrator"_s << QStringList{u"System Administrator"_s} << QStringList();
        QTest::newRow("both") << u"none,administrator,administrator-by-team"_s << QStringList{u"System Administrator"_s}
                              << QStringList{u"System Administrator"_s};
    }

    void roles()
    {
        QFETCH(QString, fault);
        QFETCH(QStringList, own);
        QFETCH(QStringList, throughTeams);
        Rig rig;
        if (!fault.isEmpty())
            QVERIFY(rig.faults.set(u"role"_s, fault));
        const Answer mine = rig.get(myRoles() + "?$select=roleid,name,_roletemplateid_value,_businessunitid_value");
        QCOMPARE(mine.status(), 200);
        QCOMPARE(texts(mine.rows(), u"name"_s), own);
        for (const QJsonValue &role : mine.rows()) {
            QCOMPARE(role["_roletemplateid_value"_L1].toString() == QString::fromLatin1(administratorTemplate),
                     role["name"_L1].toString() == u"System Administrator");
            QCOMPARE(role["_businessunitid_value"_L1], rig.get("WhoAmI")["BusinessUnitId"_L1]);
        }
        const Answer teams = rig.get(me() + "/teammembership_association?$select=teamid,name&$expand=teamroles_"
                                            "association($select=roleid,name,_roletemplateid_value)");
        QCOMPARE(teams.status(), 200);
        QStringList through;
        for (const QJsonValue &team : teams.rows())
            through += texts(team["teamroles_association"_L1].toArray(), u"name"_s);
        QCOMPARE(through, throughTeams);
        // The same in one request.
        const Answer user = rig.get(me() +
                                    "?$select=fullname&$expand=systemuserroles_association($select=name;$filter="
                                    "_roletemplateid_value%20eq%20" +
                                    administratorTemplate + ')');
        QCOMPARE(user["systemuserroles_association"_L1].toArray().size(),
                 own.contains(u"System Administrator") ? 1 : 0);
        // And all as before once the fault is gone.
        rig.faults.clear();
        QCOMPARE(rig.get(myRoles()).rows().size(), 2);
        QCOMPARE(rig.get(me() + "/teammembership_association/$count").response.body, "0");
    }

    void withoutARoleOnlyOneselfIsKnown()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"role"_s, u"none"_s));
        QCOMPARE(rig.get("WhoAmI").status(), 200);
        for (const QByteArray &address :
             {"contacts?$top=1"_ba, me(), myRoles(), "EntityDefinitions?$select=LogicalName"_ba, "organizations"_ba}) {
            QCOMPARE(rig.get(address).status(), 403);
            QCOMPARE(rig.get(address).code(), u"0x80042f09"_s);
        }
        QCOMPARE(depthOf(rig, "prvReadContact"), QString());
        rig.faults.clear();
        QCOMPARE(rig.get("contacts?$top=1").status(), 200);
    }

    void anAdministratorHoldsEverything()
    {
        Rig rig;
        QCOMPARE(rig.post("accounts", json("{'name':'x'}")).status(), 403);
        QVERIFY(rig.faults.set(u"role"_s, u"none,administrator"_s));
        for (const QByteArray privilege : {"prvReadContact", "prvDeleteAccount", "prvAssignRole",
                                           "prvCreateServiceEndpoint", "prvWritemsdynmkt_purpose"})
            QCOMPARE(depthOf(rig, privilege), u"Global"_s);
        QCOMPARE(rig.post("accounts", json("{'name':'x'}")).status(), 204);
        QCOMPARE(rig.get("contacts?$top=1").status(), 200);
        QCOMPARE(rig.post("EntityDefinitions(LogicalName='contact')/Keys", "{}").status(), 405); // not offered here
    }

    void teamsGiveRightsWhoseDepthOneFunctionMisreports()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"role"_s, u"administrator-by-team"_s));
        QCOMPARE(depthOf(rig, "prvAssignRole"), u"Global"_s);
        const QByteArray functions = me() + "/Microsoft.Dynamics.CRM.";
        QCOMPARE(rig.get(functions +
                         "RetrieveUserPrivilegeByPrivilegeName(PrivilegeName='prvAssignRole')")["RolePrivileges"_L1][0]
                                                                                               ["Depth"_L1]
                                                                                                   .toString(),
                 u"Global"_s);
        QHash<QString, QString> told;
        for (const QJsonValue &one : rig.get(functions + "RetrieveUserPrivileges()")["RolePrivileges"_L1].toArray())
            told.insert(one["PrivilegeName"_L1].toString(), one["Depth"_L1].toString());
        QCOMPARE(told.value(u"prvAssignRole"_s), u"Basic"_s);
        QCOMPARE(told.value(u"prvReadContact"_s), u"Global"_s); // from a role of its own
    }

    void privilegesOfARole()
    {
        Rig rig;
        const QByteArray role = "roles(" + roleId(rig, "Consent integration") + ")/roleprivileges_association";
        QVERIFY(texts(rig.get(role + "?$select=name").rows(), u"name"_s).contains(u"prvWriteContact"));
        QVERIFY(rig.faults.set(u"privilege"_s, u"write"_s));
        const QStringList left = texts(rig.get(role + "?$select=name").rows(), u"name"_s);
        QVERIFY(!left.contains(u"prvWriteContact") && left.contains(u"prvReadContact"));
        QCOMPARE(rig.get(role + "?$select=name&$filter=name%20eq%20'prvReadContact'").rows().size(), 1);
        // A list in pages goes on at the collection.
        const Answer page = rig.get(role + "?$select=name", {{"Prefer", "odata.maxpagesize=3"}});
        QCOMPARE(page.rows().size(), 3);
        const QUrl next(page["@odata.nextLink"_L1].toString());
        QVERIFY(next.path().endsWith(u"/roleprivileges_association"_s));
        const Answer second =
            rig.get(next.path(QUrl::FullyEncoded).toLatin1() + '?' + next.query(QUrl::FullyEncoded).toLatin1(),
                    {{"Prefer", "odata.maxpagesize=3"}});
        QCOMPARE(second.rows().size(), 3);
        QVERIFY(second.rows().at(0) != page.rows().at(0));
    }

    void theRoleIsTakenAway_data()
    {
        QTest::addColumn<bool>("isInQuery");
        QTest::newRow("in the path") << false;
        QTest::newRow("in the query") << true;
    }

    void theRoleIsTakenAway()
    {
        QFETCH(bool, isInQuery);
        Rig rig;
        QVERIFY(rig.faults.set(u"role"_s, u"administrator"_s));
        const QByteArray id = roleId(rig, "System Administrator");
        const QByteArray address =
            isInQuery
                ? myRoles() + "/$ref?$id=" + ("http://127.0.0.1:9/api/data/v9.2/roles(" + id + ')').toPercentEncoding()
                : myRoles() + '(' + id + ")/$ref";
        QCOMPARE(rig.send("DELETE", address).status(), 204);
        QCOMPARE(texts(rig.get(myRoles()).rows(), u"name"_s), (QStringList{u"Basic User"_s, u"Consent integration"_s}));
        QCOMPARE(depthOf(rig, "prvAssignRole"), QString());
        QCOMPARE(depthOf(rig, "prvWriteContact"), u"Global"_s); // the integration works on
        // It cannot give itself the role back.
        const QByteArray again = json("{'@odata.id':'http://127.0.0.1:9/api/data/v9.2/roles(" + id + ")'}");
        const Answer refused = rig.post(myRoles() + "/$ref", again);
        QCOMPARE(refused.status(), 403);
        QCOMPARE(refused.code(), u"0x80040220"_s);
        QVERIFY(refused.message().contains(u"prvAssignRole"));
    }

    void rolesAreGivenAndTaken()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"role"_s, u"none,administrator"_s));
        const QByteArray id = roleId(rig, "Basic User");
        const QByteArray body = json("{'@odata.id':'roles(" + id + ")'}");
        QCOMPARE(rig.post(myRoles() + "/$ref", body).status(), 204);
        QCOMPARE(rig.post(myRoles() + "/$ref", body).code(), u"0x80040237"_s); // it is there already
        QStringList references;
        for (const QJsonValue &one : rig.get(myRoles() + "/$ref").rows())
            references << one["@odata.id"_L1].toString();
        QCOMPARE(references.size(), 2);
        QVERIFY(references.contains(u"http://127.0.0.1:9/api/data/v9.2/roles(%1)"_s.arg(QString::fromLatin1(id))));
        QCOMPARE(rig.send("DELETE", myRoles() + '(' + id + ")/$ref").status(), 204);
        QCOMPARE(rig.send("DELETE", myRoles() + '(' + id + ")/$ref").status(), 404);
        QCOMPARE(rig.send("DELETE", myRoles() + "(aaaaaaaa-0000-4000-8000-000000000001)/$ref").status(), 404);
        QCOMPARE(rig.post(myRoles() + "/$ref", json("{'@odata.id':'contacts(" + rig.id() + ")'}")).status(), 400);
        QCOMPARE(rig.post(myRoles() + "/$ref", "{}").status(), 400);
        QCOMPARE(rig.send("PUT", myRoles() + "/$ref", body).status(), 405);
        QCOMPARE(rig.post(myRoles(), body).status(), 405);
        QCOMPARE(rig.get(myRoles() + "/nothing").status(), 404);
        QCOMPARE(rig.get(me() + "/SystemUserRoles_association").status(), 404); // letter case counts
    }

    void theLastAdministratorStays()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"role"_s, u"administrator"_s));
        const QByteArray id = roleId(rig, "System Administrator");
        QByteArrayList others;
        for (const QJsonValue &user : rig.get("roles(" + id + ")/systemuserroles_association").rows()) {
            if (user["systemuserid"_L1].toString() != sandbox::Dataverse::userId())
                others << user["systemuserid"_L1].toString().toLatin1();
        }
        QVERIFY(!others.isEmpty());
        for (const QByteArray &other : std::as_const(others))
            QCOMPARE(
                rig.send("DELETE", "systemusers(" + other + ")/systemuserroles_association(" + id + ")/$ref").status(),
                204);
        const Answer refused = rig.send("DELETE", myRoles() + '(' + id + ")/$ref");
        QCOMPARE(refused.code(), u"0x80041d30"_s);
        QCOMPARE(depthOf(rig, "prvAssignRole"), u"Global"_s);
        // From the other end it is the same link.
        QCOMPARE(rig.send("DELETE", "roles(" + id + ")/systemuserroles_association(" +
                                        sandbox::Dataverse::userId().toLatin1() + ")/$ref")
                     .code(),
                 u"0x80041d30"_s);
    }

    void aChangeSetThatFailsGivesNoRole()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"role"_s, u"none,administrator"_s));
        const QByteArray id = roleId(rig, "Basic User");
        const auto part = [](const QByteArray &contentId, const QByteArray &line, const QByteArray &body) {
            return "--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: " +
                   contentId + "\r\n\r\n" + line + " HTTP/1.1\r\nContent-Type: application/json\r\n\r\n" + body +
                   "\r\n";
        };
        const QByteArray batch =
            "--b\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n" +
            part("1", "POST /api/data/v9.2/" + myRoles() + "/$ref", json("{'@odata.id':'roles(" + id + ")'}")) +
            part("2", "PATCH /api/data/v9.2/" + rig.byId(), json("{'nothing':1}")) + "--c--\r\n--b--\r\n";
        QCOMPARE(rig.post("$batch", batch, {{"Content-Type", "multipart/mixed;boundary=b"}}).status(), 400);
        QCOMPARE(texts(rig.get(myRoles()).rows(), u"name"_s), QStringList{u"System Administrator"_s});
    }

    void depths_data()
    {
        QTest::addColumn<QString>("depth");
        QTest::addColumn<QString>("told");
        QTest::addColumn<bool>("isColleagueReached");
        QTest::addColumn<bool>("isBranchReached");
        QTest::newRow("basic") << u"basic"_s << u"Basic"_s << false << false;
        QTest::newRow("local") << u"local"_s << u"Local"_s << true << false;
        QTest::newRow("deep") << u"deep"_s << u"Deep"_s << true << true;
    }

    void depths()
    {
        QFETCH(QString, depth);
        QFETCH(QString, told);
        QFETCH(bool, isColleagueReached);
        QFETCH(bool, isBranchReached);
        Rig rig;
        const httpd::Headers annotated{{"Prefer", "odata.include-annotations=\"*\""}};
        const QByteArray all = "contacts?$select=_ownerid_value";
        const QStringList nobodyElse{u"# Consent integration"_s};
        QCOMPARE(contactsByOwner(rig.get(all, annotated)).keys(), nobodyElse);
        const qsizetype count = rig.get(all).rows().size();

        // Deep reaches everything, so that it tells whose rows the others do not reach.
        QVERIFY(rig.faults.set(u"privilege-depth"_s, u"deep"_s));
        QHash<QString, QByteArrayList> owned = contactsByOwner(rig.get(all, annotated));
        QCOMPARE(owned.size(), 3);
        QVERIFY(rig.faults.set(u"privilege-depth"_s, depth));
        QCOMPARE(depthOf(rig, "prvReadContact"), told);
        QCOMPARE(depthOf(rig, "prvReadAccount"), u"Global"_s);

        qsizetype seen = 0;
        for (auto [owner, contacts] : owned.asKeyValueRange()) {
            const bool isReached = owner == u"Front Desk"    ? isColleagueReached
                                   : owner == u"Branch Desk" ? isBranchReached
                                                             : true;
            seen += isReached ? contacts.size() : 0;
            const QByteArray address = "contacts(" + contacts.front() + ')';
            for (const auto &[method, path, body] :
                 {std::tuple("GET"_ba, address, ""_ba), std::tuple("GET"_ba, address + "/lastname", ""_ba),
                  std::tuple("PATCH"_ba, address, json("{'jobtitle':'A'}")),
                  std::tuple("PUT"_ba, address + "/jobtitle", json("{'value':'A'}"))}) {
                const Answer answer = rig.send(method, path, body);
                QCOMPARE(answer.status() < 300, isReached);
                if (!isReached) {
                    QCOMPARE(answer.status(), 403);
                    QCOMPARE(answer.code(), u"0x80048306"_s);
                    QVERIFY(answer.message().contains(QString::fromLatin1(contacts.front())));
                }
            }
            const QByteArray access =
                "RetrievePrincipalAccess(Target=@t)?@t=" + ("{'@odata.id':'" + address + "'}").toPercentEncoding();
            QCOMPARE(rig.get(me() + "/Microsoft.Dynamics.CRM." + access)["AccessRights"_L1].toString() != u"None",
                     isReached);
            if (!isReached)
                QCOMPARE(rig.send("DELETE", address).code(), u"0x80048306"_s);
        }
        // Lists leave out what is not reached, without a word.
        QCOMPARE(rig.get(all).rows().size(), seen);
        QCOMPARE(rig.get("contacts/$count").response.body.toLongLong(), seen);
        // One's own rows may be made.
        QCOMPARE(rig.post("contacts", json("{'lastname':'New'}")).status(), 204);

        rig.faults.clear();
        QCOMPARE(contactsByOwner(rig.get(all, annotated)).keys(), nobodyElse);
        QCOMPARE(rig.get(all).rows().size(), count + 1);
    }

    void theFirstStateIsAsItAlwaysWas()
    {
        Rig rig;
        const Answer list = rig.get("contacts?$select=versionnumber,_ownerid_value");
        qint64 smallest = std::numeric_limits<qint64>::max();
        for (const QJsonValue &row : list.rows()) {
            smallest = std::min(smallest, row["versionnumber"_L1].toInteger());
            QCOMPARE(row["_ownerid_value"_L1].toString(), sandbox::Dataverse::userId());
        }
        QCOMPARE(smallest, 8123018);
    }

    void contactsLackOtherPrivileges_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");
        QTest::newRow("append") << u"append"_s
                                << QByteArray("{'new_FavouriteBrand@odata.bind':'/new_brands(new_code=\"BLUE\")'}")
                                << u"prvAppendContact"_s;
        QTest::newRow("appendto") << u"appendto"_s
                                  << QByteArray("{'parentcustomerid_contact@odata.bind':'/contacts(%1)'}")
                                  << u"prvAppendToContact"_s;
        QTest::newRow("assign") << u"assign"_s << QByteArray("{'ownerid@odata.bind':'/systemusers(%2)'}")
                                << u"prvAssignContact"_s;
    }

    void contactsLackOtherPrivileges()
    {
        QFETCH(QString, missing);
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        Rig rig;
        const QByteArray text = json(body)
                                    .replace("%1", rig.id(1))
                                    .replace("%2", sandbox::Dataverse::userId().toLatin1())
                                    .replace("\"BLUE\"", "'BLUE'");
        QCOMPARE(rig.patch(rig.byId(), text).status(), 204);
        QVERIFY(rig.faults.set(u"privilege"_s, missing));
        const Answer refused = rig.patch(rig.byId(), text);
        QCOMPARE(refused.code(), u"0x80040220"_s);
        QVERIFY(refused.message().contains(named));
    }

    void columnsThatCannotBeWritten()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"column-readonly"_s, u"jobtitle,new_newsletterconsent"_s));
        const QByteArray column = "EntityDefinitions(LogicalName='contact')/Attributes(LogicalName='%1')";
        const auto isWritable = [&](const QByteArray &name) {
            const Answer answer = rig.get(QByteArray(column).replace("%1", name));
            return answer["IsValidForUpdate"_L1].toBool() || answer["IsValidForCreate"_L1].toBool();
        };
        QVERIFY(!isWritable("jobtitle") && !isWritable("new_newsletterconsent") && isWritable("department"));
        QCOMPARE(rig.patch(rig.byId(), json("{'jobtitle':'A','department':'B'}")).status(), 204); // as the service does
        QCOMPARE(rig.stored(u"jobtitle"_s), QJsonValue(QJsonValue::Undefined));
        QCOMPARE(rig.stored(u"department"_s).toString(), u"B"_s);
    }

    void columnsThatAreSecured()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"column-secured"_s, u"new_newsletterconsent"_s));
        QVERIFY(rig.get("EntityDefinitions(LogicalName='contact')/Attributes(LogicalName='new_newsletterconsent')")
                    ["IsSecured"_L1]
                        .toBool());
        QVERIFY(rig.get(rig.byId() + "?$select=new_newsletterconsent")["new_newsletterconsent"_L1].isNull());
        QCOMPARE(rig.patch(rig.byId(), json("{'new_newsletterconsent':true}")).code(), u"0x8004f507"_s);
        QCOMPARE(rig.post("contacts", json("{'lastname':'A','new_newsletterconsent':true}")).code(), u"0x8004f502"_s);
        rig.faults.clear();
        QVERIFY(!rig.get(rig.byId())["new_newsletterconsent"_L1].isNull());
    }

    void anotherOrganization()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"organization"_s, u"changed"_s));
        const QString id = rig.get("WhoAmI")["OrganizationId"_L1].toString();
        QVERIFY(!QUuid::fromString(id).isNull());
        QVERIFY(id != sandbox::Dataverse::organizationId());
        QCOMPARE(rig.get("RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')")
                     ["Detail"_L1]["OrganizationId"_L1]
                         .toString(),
                 id);
        const QJsonArray rows = rig.get("organizations?$select=organizationid,name").rows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.at(0)["organizationid"_L1].toString(), id);
        QCOMPARE(rig.get("WhoAmI")["UserId"_L1].toString(), sandbox::Dataverse::userId());
        rig.faults.clear();
        QCOMPARE(rig.get("WhoAmI")["OrganizationId"_L1].toString(), sandbox::Dataverse::organizationId());
    }

    void administrationMode()
    {
        Rig rig;
        QVERIFY(rig.faults.set(u"administration-mode"_s, u"on"_s));
        for (const QByteArray address : {"WhoAmI", "contacts", "EntityDefinitions", "nothing"}) {
            QCOMPARE(rig.get(address).status(), 403);
            QCOMPARE(rig.get(address).code(), u"0x8004a113"_s);
        }
        QCOMPARE(rig.post("$batch", "x", {{"Content-Type", "multipart/mixed;boundary=a"}}).code(), u"0x8004a113"_s);
        QVERIFY(rig.faults.set(u"role"_s, u"administrator"_s));
        QCOMPARE(rig.get("WhoAmI").status(), 200);
    }

    void otherUsersHaveTheirOwn()
    {
        Rig rig;
        const QByteArray other = rig.get("systemusers?$filter=fullname%20eq%20'Front%20Desk'")
                                     .rows()
                                     .at(0)["systemuserid"_L1]
                                     .toString()
                                     .toLatin1();
        const QByteArray address = "systemusers(" + other + ')';
        QCOMPARE(texts(rig.get(address + "/systemuserroles_association").rows(), u"name"_s),
                 QStringList{u"Basic User"_s});
        const QByteArray function = address + "/Microsoft.Dynamics.CRM.RetrieveUserPrivilegeByPrivilegeName(";
        QCOMPARE(rig.get(function + "PrivilegeName='prvReadContact')")["RolePrivileges"_L1].toArray().size(), 0);
        QCOMPARE(rig.get(function + "PrivilegeName='prvReadUser')")["RolePrivileges"_L1].toArray().size(), 1);
    }

    void relationships()
    {
        Rig rig;
        const Answer links =
            rig.get("EntityDefinitions(LogicalName='systemuser')/ManyToManyRelationships?$select=SchemaName,"
                    "IntersectEntityName,Entity1LogicalName,Entity2LogicalName");
        QCOMPARE(texts(links.rows(), u"SchemaName"_s),
                 (QStringList{u"systemuserroles_association"_s, u"teammembership_association"_s}));
        const QByteArray definitions = "RelationshipDefinitions";
        const qsizetype both = rig.get(definitions).rows().size();
        const qsizetype many =
            rig.get(definitions + "/Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata").rows().size();
        const qsizetype one =
            rig.get(definitions + "/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata").rows().size();
        QVERIFY(many > 0 && one > 0);
        QCOMPARE(many + one, both);
        // The other side of a lookup.
        QVERIFY(
            texts(rig.get("EntityDefinitions(LogicalName='account')/OneToManyRelationships").rows(), u"SchemaName"_s)
                .contains(u"contact_customer_accounts"));
        const QJsonArray accounts = rig.get("accounts?$select=name&$expand=contact_customer_accounts($select="
                                            "lastname)")
                                        .rows();
        qsizetype contacts = 0;
        for (const QJsonValue &account : accounts)
            contacts += account["contact_customer_accounts"_L1].toArray().size();
        QVERIFY(contacts > 0);
        QCOMPARE(rig.get("contacts?$filter=_parentcustomerid_value%20ne%20null").rows().size(), contacts);
    }
};

QTEST_GUILESS_MAIN(TestSimSecurity)
#include "tst_simsecurity.moc"
