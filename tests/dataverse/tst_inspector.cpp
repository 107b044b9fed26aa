#include "dataverse/challenge.h"
#include "dataverse/inspector.h"
#include "support/finish.h"
#include "support/scriptserver.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Challenge;
using dataverse::Depth;
using dataverse::Inspector;
using dataverse::Privilege;
using dataverse::Role;
using support::answer;
using support::finishOf;
using support::Play;
using support::ScriptServer;
using Kind = core::Error::Kind;

namespace {

const QString userId = u"b2000000-0000-4000-8000-000000000001"_s;
constexpr char page[] = "<html><head><title>404</title></head><body><h1>Not <b>here</b></h1></body></html>";

/// JSON written with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray odata(const QByteArray &code)
{
    return json("{'error':{'code':'" + code + "','message':'words'}}");
}

class OneToken final : public net::Authorizer
{
public:
    core::Job<core::Secret> *authorization(const core::Secret &, QObject *parent) override
    {
        return new core::ReadyJob<core::Secret>(core::Secret("Bearer token"), parent);
    }
};

/// What the inspector is asked, by name: all calls must take all kinds of bad answers.
enum class Call { Challenge, Budget, Organization, User, Roles, Privileges, OneRow, SchemaNames, Tables, ConsentTree };

} // namespace

Q_DECLARE_METATYPE(Call)

class TestInspector : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<net::Network> m_network;
    std::unique_ptr<net::Service> m_service;
    std::unique_ptr<ScriptServer> m_server;
    OneToken m_authorizer;
    std::unique_ptr<Inspector> m_inspector;

    QByteArray target(int index = 0) const { return m_server->requests().value(index).target(); }

    /// Nothing when the call succeeded.
    std::optional<Error> problemOf(Call call)
    {
        const auto problem = [](const auto &result) {
            return result ? std::nullopt : std::optional<Error>(result.error());
        };
        switch (call) {
        case Call::Challenge:
            return problem(finishOf(m_inspector->challenge(this)));
        case Call::Budget:
            return problem(finishOf(m_inspector->budget(this)));
        case Call::Organization:
            return problem(finishOf(m_inspector->organization(this)));
        case Call::User:
            return problem(finishOf(m_inspector->user(userId, this)));
        case Call::Roles:
            return problem(finishOf(m_inspector->roles(userId, this)));
        case Call::Privileges:
            return problem(
                finishOf(m_inspector->privileges(userId, {u"prvReadContact"_s, u"prvWriteContact"_s}, this)));
        case Call::OneRow:
            return problem(finishOf(m_inspector->readOneRow(u"contacts"_s, u"contactid"_s, this)));
        case Call::SchemaNames:
            return problem(finishOf(m_inspector->schemaNames({u"contact"_s}, this)));
        case Call::Tables:
            return problem(finishOf(m_inspector->tablesBeginning(u"msdynmkt_"_s, this)));
        case Call::ConsentTree:
            return problem(finishOf(m_inspector->consentTree(this)));
        }
        return {};
    }

    static void eachCall()
    {
        QTest::addColumn<Call>("call");
        QTest::newRow("challenge") << Call::Challenge;
        QTest::newRow("budget") << Call::Budget;
        QTest::newRow("organization") << Call::Organization;
        QTest::newRow("user") << Call::User;
        QTest::newRow("roles") << Call::Roles;
        QTest::newRow("privileges") << Call::Privileges;
        QTest::newRow("one row") << Call::OneRow;
        QTest::newRow("schema names") << Call::SchemaNames;
        QTest::newRow("tables") << Call::Tables;
        QTest::newRow("consent tree") << Call::ConsentTree;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptServer>();
        m_network = std::make_unique<net::Network>();
        m_service = m_network->service({.name = u"Dataverse"_s, .retry = {.maxTries = 1, .maxThrottles = 0}});
        m_inspector = std::make_unique<Inspector>(*m_service, m_authorizer, m_server->url(u"/api/data/v9.2/"_s));
    }

    void cleanup()
    {
        m_inspector.reset();
        m_service.reset();
        m_network.reset();
        m_server.reset();
    }

    // --------------------------------------------------------------------------------------------- the challenge

    void readsChallenges_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<QString>("resource");
        const QString authority = u"https://login.microsoftonline.com"_s;
        const QString tenant = u"2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55"_s;
        const QString resource = u"https://acme.crm4.dynamics.com/"_s;
        const QString uri = authority + u'/' + tenant + u"/oauth2/authorize"_s;
        const auto row = [](const char *name, const QString &header, const QString &a, const QString &t,
                            const QString &r) { QTest::newRow(name) << header << a << t << r; };
        row("documented", u"Bearer authorization_uri=%1, resource_id=%2"_s.arg(uri, resource), authority, tenant,
            resource);
        row("quoted", u"Bearer authorization_uri=\"%1\",resource_id=\"%2\""_s.arg(uri, resource), authority, tenant,
            resource);
        row("other letter case", u"BEARER Authorization_URI=%1 , RESOURCE_ID=%2"_s.arg(uri, resource), authority,
            tenant, resource);
        row("with an error",
            u"Bearer authorization_uri=%1, resource_id=%2, error=invalid_token, error_description=\"expired, really\""_s
                .arg(uri, resource),
            authority, tenant, resource);
        row("a comma in quotes before it",
            u"Bearer error_description=\"a, b=\\\"c\\\", d\", authorization_uri=%1, resource_id=%2"_s.arg(uri,
                                                                                                          resource),
            authority, tenant, resource);
        row("among other schemes",
            u"Negotiate, Basic realm=\"x\", Bearer authorization_uri=%1, resource_id=%2, NTLM"_s.arg(uri, resource),
            authority, tenant, resource);
        row("another scheme's", u"Basic authorization_uri=%1, resource_id=%2"_s.arg(uri, resource), {}, {}, {});
        row("nobody's tenant",
            u"Bearer authorization_uri=%1/common/oauth2/authorize, resource_id=%2"_s.arg(authority, resource),
            authority, {}, resource);
        row("newer path", u"Bearer authorization_uri=%1/%2/oauth2/v2.0/authorize"_s.arg(authority, tenant), authority,
            tenant, {});
        row("national cloud",
            u"Bearer authorization_uri=https://login.microsoftonline.us/%1/oauth2/authorize"_s.arg(tenant),
            u"https://login.microsoftonline.us"_s, tenant, {});
        row("with a port and a path",
            u"Bearer authorization_uri=http://127.0.0.1:8080/entra/%1/oauth2/authorize"_s.arg(tenant),
            u"http://127.0.0.1:8080/entra"_s, tenant, {});
        row("no tenant in it", u"Bearer authorization_uri=%1/oauth2/authorize"_s.arg(authority), authority, {}, {});
        row("only the host", u"Bearer authorization_uri=%1"_s.arg(authority), authority, {}, {});
        row("no address", u"Bearer authorization_uri=nonsense here, resource_id=%1"_s.arg(resource), {}, {}, resource);
        row("another kind of address", u"Bearer authorization_uri=javascript:alert(1)"_s, {}, {}, {});
        row("unclosed quote", u"Bearer authorization_uri=\"https://login"_s, {}, {}, {});
        row("nothing behind it", u"Bearer"_s, {}, {}, {});
        row("empty", {}, {}, {}, {});
        row("commas", u",,,=,=,"_s, {}, {}, {});
    }
    void readsChallenges()
    {
        QFETCH(QString, header);
        const Challenge challenge = dataverse::parseChallenge(header);
        QTEST(challenge.authority.toString(), "authority");
        QTEST(challenge.tenantId, "tenant");
        QTEST(challenge.resource, "resource");
    }

    void asksForTheChallengeWithoutAToken()
    {
        m_server->add(answer(401, {},
                             {"WWW-Authenticate: Negotiate",
                              "WWW-Authenticate: Bearer authorization_uri=https://login.microsoftonline.com/t-1/oauth2/"
                              "authorize, resource_id=https://acme.crm4.dynamics.com/"}));
        const Result<Challenge> challenge = finishOf(m_inspector->challenge(this));
        QVERIFY(challenge);
        QCOMPARE(challenge->tenantId, u"t-1"_s);
        QCOMPARE(challenge->resource, u"https://acme.crm4.dynamics.com/"_s);
        QCOMPARE(m_server->requests().size(), 1);
        QCOMPARE(m_server->requests().first().requestLine(), QByteArray("GET /api/data/v9.2/ HTTP/1.1"));
        QVERIFY(m_server->requests().first().header("Authorization").isEmpty());
    }

    void anEnvironmentWithoutAChallengeGivesAnEmptyOne()
    {
        for (const Play &play :
             {answer(200, "{}"), answer(401), answer(401, page, {"WWW-Authenticate: Basic realm=x"})}) {
            m_server->add(play);
            const Result<Challenge> challenge = finishOf(m_inspector->challenge(this));
            QVERIFY(challenge);
            QVERIFY(challenge->authority.isEmpty() && challenge->tenantId.isEmpty() && challenge->resource.isEmpty());
        }
        m_server->add(answer(302, {}, {"Location: https://elsewhere.example/"}));
        const Result<Challenge> redirected = finishOf(m_inspector->challenge(this));
        QVERIFY(!redirected);
        QCOMPARE(redirected.error().kind, Kind::BadReply);
    }

    // --------------------------------------------------------------------------------------------------- shapes

    void readsTheBudget_data()
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<qint64>("requests"); // -1: not told
        QTest::addColumn<double>("seconds");
        QTest::addColumn<int>("hint");
        QTest::newRow("documented") << QByteArrayList{"x-ms-ratelimit-burst-remaining-xrm-requests: 5987",
                                                      "x-ms-ratelimit-time-remaining-xrm-requests: 1,192.31",
                                                      "x-ms-dop-hint: 24"}
                                    << qint64(5987) << 1192.31 << 24;
        QTest::newRow("seconds") << QByteArrayList{"X-MS-Ratelimit-Time-Remaining-Xrm-Requests: 812.4"} << qint64(-1)
                                 << 812.4 << 0;
        QTest::newRow("used up") << QByteArrayList{"x-ms-ratelimit-burst-remaining-xrm-requests: 0",
                                                   "x-ms-ratelimit-time-remaining-xrm-requests: 0"}
                                 << qint64(0) << 0.0 << 0;
        QTest::newRow("none") << QByteArrayList{} << qint64(-1) << -1.0 << 0;
        QTest::newRow("nonsense") << QByteArrayList{"x-ms-ratelimit-burst-remaining-xrm-requests: many",
                                                    "x-ms-ratelimit-time-remaining-xrm-requests: nan",
                                                    "x-ms-dop-hint: -3"}
                                  << qint64(-1) << -1.0 << 0;
        QTest::newRow("huge") << QByteArrayList{"x-ms-ratelimit-time-remaining-xrm-requests: inf",
                                                "x-ms-dop-hint: 1e300"}
                              << qint64(-1) << -1.0 << 1'000'000;
    }
    void readsTheBudget()
    {
        QFETCH(QByteArrayList, headers);
        m_server->add(answer(200, json("{'UserId':'u'}"), headers));
        const Result<dataverse::Budget> budget = finishOf(m_inspector->budget(this));
        QVERIFY(budget);
        QTEST(budget->requests.value_or(-1), "requests");
        QTEST(budget->seconds.value_or(-1), "seconds");
        QTEST(budget->parallelismHint, "hint");
        QVERIFY(target().endsWith("/WhoAmI"));
    }

    void readsTheOrganization()
    {
        m_server->add(answer(
            200, json("{'Detail':{'OrganizationId':'C3000000-0000-4000-8000-000000000001','FriendlyName':'Acme Prod',"
                      "'OrganizationVersion':'9.2.25111.152','EnvironmentId':'Default-2b7f','Geo':'EUR',"
                      "'TenantId':'2B7F0C1E-5a44-4a0b-9d0e-6f1c2d3e4a55','State':'Enabled','OrganizationType':'"
                      "Customer','Endpoints':{'Count':2}}}")));
        const Result<dataverse::OrganizationDetail> organization = finishOf(m_inspector->organization(this));
        QVERIFY(organization);
        QCOMPARE(organization->id, u"c3000000-0000-4000-8000-000000000001"_s);
        QCOMPARE(organization->friendlyName, u"Acme Prod"_s);
        QCOMPARE(organization->version, u"9.2.25111.152"_s);
        QCOMPARE(organization->environmentId, u"Default-2b7f"_s);
        QCOMPARE(organization->type, u"Customer"_s);
        QCOMPARE(organization->state, u"Enabled"_s);
        QCOMPARE(organization->tenantId, u"2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55"_s);
        QCOMPARE(organization->geo, u"EUR"_s);
        QVERIFY2(!target().contains('\''), target().constData());
        QVERIFY(target().endsWith("RetrieveCurrentOrganization(AccessType=@p1)?@p1=Microsoft.Dynamics.CRM."
                                  "EndpointAccessType%27Default%27"));
    }

    void readsTheUser()
    {
        m_server->add(answer(200, json("{'systemuserid':'B2000000-0000-4000-8000-000000000001','fullname':'# Bridge',"
                                       "'applicationid':'C3A10000-0000-4000-8000-000000000001','isdisabled':true,"
                                       "'accessmode':4}")));
        const Result<dataverse::ApplicationUser> user = finishOf(m_inspector->user(userId, this));
        QVERIFY(user);
        QCOMPARE(user->id, userId);
        QCOMPARE(user->name, u"# Bridge"_s);
        QCOMPARE(user->applicationId, u"c3a10000-0000-4000-8000-000000000001"_s);
        QVERIFY(user->isDisabled);
        QCOMPARE(user->accessMode, 4);
        QVERIFY(target().contains("systemusers(" + userId.toLatin1() + ")?$select="));

        m_server->add(answer(200, json("{'fullname':'x','isdisabled':false,'accessmode':null}")));
        const Result<dataverse::ApplicationUser> scarce = finishOf(m_inspector->user(userId, this));
        QVERIFY(scarce && !scarce->isDisabled);
        QCOMPARE(scarce->accessMode, -1);
    }

    void readsRoles()
    {
        m_server->decide([](const ScriptServer::Received &request) {
            if (request.target().contains("/systemuserroles_association"))
                return answer(200,
                              json("{'value':[{'roleid':'9E1D0000-0000-4000-8000-000000000001','name':'Basic User',"
                                   "'_roletemplateid_value':null},{'roleid':'9e1d0000-0000-4000-8000-000000000002',"
                                   "'name':'Systemadministrator','_roletemplateid_value':'627090FF-40A3-4053-8790-"
                                   "584EDC5BE201'}]}"));
            return answer(200, json("{'value':[{'teamid':'7e','name':'Marketing','teamroles_association':[{'roleid':"
                                    "'9e1d0000-0000-4000-8000-000000000003','name':'Consent'}]},"
                                    "{'teamid':'7e-2','teamroles_association':[{'roleid':"
                                    "'9e1d0000-0000-4000-8000-000000000004','name':'More'}]},"
                                    "{'teamid':'7f','name':'Empty','teamroles_association':[]}]}"));
        });
        const Result<QList<Role>> roles = finishOf(m_inspector->roles(userId, this));
        QVERIFY(roles);
        QCOMPARE(roles->size(), 4);
        QCOMPARE(roles->at(0).id, u"9e1d0000-0000-4000-8000-000000000001"_s);
        QVERIFY(roles->at(0).team.isEmpty() && !roles->at(0).isSystemAdministrator());
        QVERIFY(roles->at(1).isSystemAdministrator()); // by its template, whatever its name
        QCOMPARE(roles->at(2).team, u"Marketing"_s);
        QCOMPARE(roles->at(3).team, u"7e-2"_s); // never taken for the user's own
    }

    void aRefusalToTellOfTeamsIsSurvived()
    {
        int teamStatus = 403;
        m_server->decide([&teamStatus](const ScriptServer::Received &request) {
            if (request.target().contains("/systemuserroles_association"))
                return answer(200, json("{'value':[{'roleid':'9e1d0000-0000-4000-8000-000000000001','name':'Own'}]}"));
            return answer(teamStatus, odata("0x80040220"));
        });
        const Result<QList<Role>> roles = finishOf(m_inspector->roles(userId, this));
        QVERIFY(roles);
        QCOMPARE(roles->size(), 1);
        teamStatus = 404;
        QVERIFY(finishOf(m_inspector->roles(userId, this)));

        // A lost answer is no refusal: roles may be missing.
        m_server->decide([](const ScriptServer::Received &request) {
            return request.target().contains("/systemuserroles_association") ? answer(200, json("{'value':[]}"))
                                                                             : answer(503);
        });
        const Result<QList<Role>> lost = finishOf(m_inspector->roles(userId, this));
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Kind::Server);
    }

    void readsPrivilegesInOneRequest()
    {
        m_server->add(answer(200, json("{'RolePrivileges':["
                                       "{'Depth':'Local','PrivilegeName':'prvWriteContact'},"
                                       "{'Depth':'Global','PrivilegeName':'prvReadContact'},"
                                       "{'Depth':'Deep','PrivilegeName':'PRVWRITECONTACT'},"
                                       "{'Depth':0,'PrivilegeName':'prvAppendContact'},"
                                       "{'Depth':'Odd','PrivilegeName':'prvAssignContact'},"
                                       "{'Depth':'Global','PrivilegeName':'prvNobodyAsked'}]}")));
        const QStringList names{u"prvReadContact"_s,   u"prvCreateContact"_s, u"prvWriteContact"_s,
                                u"prvAppendContact"_s, u"prvAssignContact"_s, u"prvReadContact"_s};
        const Result<QList<Privilege>> privileges = finishOf(m_inspector->privileges(userId, names, this));
        QVERIFY(privileges);
        QCOMPARE(privileges->size(), names.size());
        for (int i = 0; i < names.size(); ++i)
            QCOMPARE(privileges->at(i).name, names.at(i));
        QCOMPARE(privileges->at(0).depth, Depth::Global);
        QCOMPARE(privileges->at(1).depth, Depth::None);
        QCOMPARE(privileges->at(2).depth, Depth::Deep); // the farthest of several
        QCOMPARE(privileges->at(3).depth, Depth::Basic);
        QCOMPARE(privileges->at(4).depth, Depth::Basic); // held, but nobody knows how far
        QCOMPARE(privileges->at(5).depth, Depth::Global);

        QCOMPARE(m_server->requests().size(), 1);
        const QByteArray asked = target();
        QVERIFY(!asked.contains('[') && !asked.contains('"') && !asked.contains(','));
        QCOMPARE(QByteArray::fromPercentEncoding(asked.mid(asked.indexOf("?@p=") + 4)),
                 QByteArray("[\"prvReadContact\",\"prvCreateContact\",\"prvWriteContact\",\"prvAppendContact\","
                            "\"prvAssignContact\"]"));
    }

    void asksForManyPrivilegesInShares()
    {
        m_server->always(answer(200, json("{'RolePrivileges':[{'Depth':'Global','PrivilegeName':'prvRead99'}]}")));
        QStringList names;
        for (int i = 0; i < 100; ++i)
            names << u"prvRead%1"_s.arg(i);
        const Result<QList<Privilege>> privileges = finishOf(m_inspector->privileges(userId, names, this));
        QVERIFY(privileges);
        QCOMPARE(privileges->size(), 100);
        QCOMPARE(privileges->last().depth, Depth::Global);
        QCOMPARE(m_server->requests().size(), 3);
        for (const ScriptServer::Received &request : m_server->requests())
            QVERIFY(request.target().size() < 2'048);
    }

    void asksOneByOneWhereTheManyFormIsNotKnown_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("400") << 400 << odata("0x80060888");
        QTest::newRow("404") << 404 << odata("");
        QTest::newRow("404 page") << 404 << QByteArray(page);
        QTest::newRow("501") << 501 << QByteArray();
        QTest::newRow("without names") << 200 << json("{'RolePrivileges':[{'Depth':'Global','PrivilegeId':'14'}]}");
    }
    void asksOneByOneWhereTheManyFormIsNotKnown()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        m_server->decide([status, body](const ScriptServer::Received &request) {
            const QByteArray target = request.target();
            if (target.contains("RetrieveUserSetOfPrivilegesByNames"))
                return answer(status, body);
            if (QByteArray::fromPercentEncoding(target).endsWith("(PrivilegeName='prvReadContact')"))
                return answer(200, json("{'RolePrivileges':[{'Depth':'Basic'},{'Depth':'Deep'}]}"));
            if (target.contains("prvNoSuch"))
                return answer(404, odata("0x80040217"));
            return answer(200, json("{'RolePrivileges':[]}"));
        });
        const Result<QList<Privilege>> privileges = finishOf(
            m_inspector->privileges(userId, {u"prvWriteContact"_s, u"prvReadContact"_s, u"prvNoSuch"_s}, this));
        QVERIFY2(privileges, privileges ? "" : qPrintable(privileges.error().toLine()));
        QCOMPARE(privileges->at(0).depth, Depth::None);
        QCOMPARE(privileges->at(1).depth, Depth::Deep);
        QCOMPARE(privileges->at(2).depth, Depth::None);
        QCOMPARE(m_server->requests().size(), 4);
    }

    void asksNobodyForNothing()
    {
        const Result<QList<Privilege>> none = finishOf(m_inspector->privileges(userId, {}, this));
        QVERIFY(none && none->isEmpty());
        QVERIFY(finishOf(m_inspector->schemaNames({}, this))->isEmpty());
        for (const QString &id : {QString(), u"me"_s, u"b2)/x("_s}) {
            QCOMPARE(finishOf(m_inspector->user(id, this)).error().kind, Kind::Invalid);
            QCOMPARE(finishOf(m_inspector->roles(id, this)).error().kind, Kind::Invalid);
            QCOMPARE(finishOf(m_inspector->privileges(id, {u"prv"_s}, this)).error().kind, Kind::Invalid);
        }
        QCOMPARE(m_server->requests().size(), 0);
    }

    void readsOneRow()
    {
        m_server->add(answer(200, json("{'value':[]}"))); // an empty table can be read
        QVERIFY(finishOf(m_inspector->readOneRow(u"contacts"_s, u"contactid"_s, this)));
        QVERIFY(target().endsWith("/contacts?$select=contactid&$top=1"));
        m_server->add(answer(403, odata("0x80040220")));
        const Result<core::Nothing> refused = finishOf(m_inspector->readOneRow(u"contacts"_s, u"contactid"_s, this));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Forbidden);
        QCOMPARE(refused.error().code, u"0x80040220"_s);
    }

    void readsSchemaNames()
    {
        m_server->decide([](const ScriptServer::Received &request) {
            QByteArrayList found;
            if (request.target().contains("contact"))
                found << json("{'LogicalName':'contact','SchemaName':'Contact'}");
            if (request.target().contains("new_brand"))
                found << json("{'LogicalName':'new_brand','SchemaName':'new_Brand','MetadataId':'x'}");
            found << json("{'LogicalName':'nameless','SchemaName':null}");
            return answer(200, json("{'value':[") + found.join(',') + "]}");
        });
        QStringList tables{u"contact"_s};
        for (int i = 0; i < 30; ++i)
            tables << u"x_%1"_s.arg(i);
        tables << u"new_brand"_s << u"contact"_s;
        const auto names = finishOf(m_inspector->schemaNames(tables, this));
        QVERIFY(names);
        QCOMPARE(*names, (QHash<QString, QString>{{u"contact"_s, u"Contact"_s}, {u"new_brand"_s, u"new_Brand"_s}}));
        QCOMPARE(m_server->requests().size(), 2);
        QVERIFY(target().contains("%20eq%20"));
    }

    void findsTablesByTheirBeginning()
    {
        m_server->add(
            answer(200, json("{'value':[{'LogicalName':'msdynmkt_contactpointconsent5'},{'LogicalName':'contact'},"
                             "{'LogicalName':'msdynmkt_contactpointconsent4'},{'LogicalName':null},{}]}")));
        const Result<QStringList> tables = finishOf(m_inspector->tablesBeginning(u"msdynmkt_contactpoint"_s, this));
        QVERIFY(tables);
        QCOMPARE(*tables, (QStringList{u"msdynmkt_contactpointconsent4"_s, u"msdynmkt_contactpointconsent5"_s}));
        QVERIFY(target().endsWith("/EntityDefinitions?$select=LogicalName"));
    }

    void readsTheConsentTree()
    {
        m_server->decide([](const ScriptServer::Received &request) {
            const QByteArray target = request.target();
            if (target.contains("$expand=msdynmkt_msdynmkt_purpose"))
                return answer(200, json("{'value':[{'msdynmkt_compliancesettings4id':'A1000000-0000-4000-8000-"
                                        "000000000001','_msdynmkt_trackingconsentpurpose_value':"
                                        "'a2000000-0000-4000-8000-000000000009',"
                                        "'msdynmkt_msdynmkt_purpose_msdynmkt_compliancev4':"
                                        "[{'msdynmkt_purposeid':'A2000000-0000-4000-8000-000000000001'}]}]}"));
            if (target.endsWith("/msdynmkt_compliancesettings4s"))
                return answer(200,
                              json("{'value':[{'msdynmkt_compliancesettings4id':'A1000000-0000-4000-8000-000000000001',"
                                   "'msdynmkt_name':'Europe','statecode':0,'_msdynmkt_consentproviderid_value':"
                                   "'a4000000-0000-4000-8000-000000000001'}]}"));
            if (target.endsWith("/msdynmkt_purposes"))
                return answer(200,
                              json("{'value':[{'msdynmkt_purposeid':'a2000000-0000-4000-8000-000000000001',"
                                   "'msdynmkt_name':'News','statecode':1,'msdynmkt_type':534120001,"
                                   "'msdynmkt_enforcementmodel':534120001,'msdynmkt_smsenforcementmodel':534120002,"
                                   "'msdynmkt_customenforcementmodel':534120000}]}"));
            return answer(200, json("{'value':[{'msdynmkt_topicid':'a3000000-0000-4000-8000-000000000001',"
                                    "'msdynmkt_name':null,'_msdynmkt_purposeid_value':'A2000000-0000-4000-8000-"
                                    "000000000001','statecode':0}]}"));
        });
        const Result<dataverse::ConsentTree> tree = finishOf(m_inspector->consentTree(this));
        QVERIFY(tree);
        QCOMPARE(m_server->requests().size(), 4);
        QCOMPARE(tree->profiles.size(), 1);
        QCOMPARE(tree->profiles.first().purposeIds,
                 QStringList({u"a2000000-0000-4000-8000-000000000001"_s, u"a2000000-0000-4000-8000-000000000009"_s}));
        QCOMPARE(tree->profiles.first().id, u"a1000000-0000-4000-8000-000000000001"_s);
        QCOMPARE(tree->profiles.first().name, u"Europe"_s);
        QVERIFY(tree->profiles.first().isActive);
        QCOMPARE(tree->purposes.size(), 1);
        QVERIFY(!tree->purposes.first().isActive);
        QVERIFY(tree->profiles.first().asksProvider);
        QCOMPARE(tree->purposes.first().type, mapping::ConsentTree::Purpose::Type::Transactional);
        const mapping::EnforcementModels &models = tree->purposes.first().enforcement;
        QCOMPARE(models.email, mapping::Enforcement::NonRestrictive);
        QCOMPARE(models.textMessage, mapping::Enforcement::Disabled);
        QCOMPARE(models.custom, mapping::Enforcement::Restrictive);
        QCOMPARE(models.voice, mapping::Enforcement::Restrictive); // an older environment has no such column
        QCOMPARE(tree->topics.size(), 1);
        QCOMPARE(tree->topics.first().purposeId, tree->purposes.first().id);
        QCOMPARE(tree->topics.first().name, tree->topics.first().id); // nameless ones are told by their id
    }

    void profilesMayKeepTheirPurposesToThemselves()
    {
        m_server->decide([](const ScriptServer::Received &request) {
            if (request.target().contains("$expand"))
                return answer(400, odata("0x80060888"));
            return answer(200, request.target().contains("compliancesettings")
                                   ? json("{'value':[{'msdynmkt_compliancesettings4id':"
                                          "'A1000000-0000-4000-8000-000000000001','msdynmkt_name':'Europe'}]}")
                                   : json("{'value':[]}"));
        });
        const Result<dataverse::ConsentTree> tree = finishOf(m_inspector->consentTree(this));
        QVERIFY(tree);
        QCOMPARE(tree->profiles.size(), 1);
        QVERIFY(tree->profiles.first().purposeIds.isEmpty());
    }

    void aMissingConsentTableIsNamedByItsCode()
    {
        m_server->decide([](const ScriptServer::Received &request) {
            return request.target().contains("topics") ? answer(404, odata("0x8006088a"))
                                                       : answer(200, json("{'value':[]}"));
        });
        const Result<dataverse::ConsentTree> tree = finishOf(m_inspector->consentTree(this));
        QVERIFY(!tree);
        QCOMPARE(tree.error().kind, Kind::NotFound);
        QCOMPARE(tree.error().code, u"0x8006088a"_s);
    }

    // ------------------------------------------------------------------------- what any server may do to any call

    void whatIsNotThereIsNotAvailable_data() { eachCall(); }
    void whatIsNotThereIsNotAvailable()
    {
        QFETCH(Call, call);
        for (const Play &play : {answer(404, page, {"Content-Type: text/html"}), answer(404), answer(404, odata("")),
                                 answer(404, json("{'Message':'No HTTP resource was found'}")), answer(405),
                                 answer(405, odata("0x80060888")), answer(501, page)}) {
            m_server->always(play);
            const std::optional<Error> problem = problemOf(call);
            QVERIFY(problem);
            QCOMPARE(problem->kind, Kind::NotFound);
            QCOMPARE(problem->code, QString());
            QVERIFY(problem->httpStatus >= 404);
            QVERIFY(!problem->message.isEmpty() && !problem->fix.isEmpty());
        }
    }

    void refusalsKeepTheirCode_data() { eachCall(); }
    void refusalsKeepTheirCode()
    {
        QFETCH(Call, call);
        m_server->always(answer(403, odata("0x80072560"), {"x-ms-service-request-id: 5c1d"}));
        const std::optional<Error> problem = problemOf(call);
        QVERIFY(problem);
        QCOMPARE(problem->kind, Kind::Forbidden);
        QCOMPARE(problem->code, u"0x80072560"_s);
        QCOMPARE(problem->detail, u"words"_s);
        QCOMPARE(problem->requestId, u"5c1d"_s);
    }

    void badAnswersAreSurvived_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        const QList<std::pair<const char *, Call>> calls{
            {"budget", Call::Budget},
            {"organization", Call::Organization},
            {"user", Call::User},
            {"roles", Call::Roles},
            {"privileges", Call::Privileges},
            {"one row", Call::OneRow},
            {"schema names", Call::SchemaNames},
            {"tables", Call::Tables},
            {"consent tree", Call::ConsentTree},
        };
        for (const auto &[name, call] : calls) {
            QTest::addRow("%s: sign-in page", name)
                << call << 200 << QByteArray("<html>Sign in</html>") << Kind::BadReply;
            QTest::addRow("%s: cut", name) << call << 200 << QByteArray("{\"value\":[{\"a") << Kind::BadReply;
            QTest::addRow("%s: nothing", name) << call << 200 << QByteArray() << Kind::BadReply;
            QTest::addRow("%s: array", name) << call << 200 << QByteArray("[]") << Kind::BadReply;
            if (call != Call::Budget) // needs no member, only headers
                QTest::addRow("%s: members missing", name) << call << 200 << QByteArray("{}") << Kind::BadReply;
            QTest::addRow("%s: wrong types", name)
                << call << 200
                << json(call == Call::Budget ? "7" : "{'value':{},'Detail':[],'RolePrivileges':'x','isdisabled':'no'}")
                << Kind::BadReply;
            QTest::addRow("%s: throttled", name) << call << 429 << odata("0x80072322") << Kind::Throttled;
            QTest::addRow("%s: failed", name) << call << 503 << QByteArray(page) << Kind::Server;
            QTest::addRow("%s: token refused", name) << call << 401 << QByteArray() << Kind::SignIn;
        }
    }
    void badAnswersAreSurvived()
    {
        QFETCH(Call, call);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Kind, kind);
        m_server->always(answer(status, body));
        const std::optional<Error> problem = problemOf(call);
        QVERIFY(problem);
        QCOMPARE(problem->kind, kind);
        QVERIFY(!problem->message.isEmpty());
    }

    void rowsWithoutAnIdAreNoTree()
    {
        m_server->always(answer(200, json("{'value':[{'msdynmkt_name':'News'}]}")));
        QCOMPARE(finishOf(m_inspector->consentTree(this)).error().kind, Kind::BadReply);
    }

    void everyCallCanBeCancelled_data() { eachCall(); }
    void everyCallCanBeCancelled()
    {
        QFETCH(Call, call);
        Play held = answer(200, json("{'value':[]}"));
        held.isHeld = true;
        m_server->always(held);
        QObject owner;
        const auto cancelled = [&](auto *job) {
            QTimer::singleShot(0, job, [job] { job->cancel(); });
            return finishOf(job).error().kind;
        };
        const auto run = [&] {
            switch (call) {
            case Call::Challenge:
                return cancelled(m_inspector->challenge(&owner));
            case Call::Budget:
                return cancelled(m_inspector->budget(&owner));
            case Call::Organization:
                return cancelled(m_inspector->organization(&owner));
            case Call::User:
                return cancelled(m_inspector->user(userId, &owner));
            case Call::Roles:
                return cancelled(m_inspector->roles(userId, &owner));
            case Call::Privileges:
                return cancelled(m_inspector->privileges(userId, {u"prvReadContact"_s}, &owner));
            case Call::OneRow:
                return cancelled(m_inspector->readOneRow(u"contacts"_s, u"contactid"_s, &owner));
            case Call::SchemaNames:
                return cancelled(m_inspector->schemaNames({u"contact"_s}, &owner));
            case Call::Tables:
                return cancelled(m_inspector->tablesBeginning(u"x"_s, &owner));
            case Call::ConsentTree:
                return cancelled(m_inspector->consentTree(&owner));
            }
            return Kind::Invalid;
        };
        QCOMPARE(run(), Kind::Cancelled);
        QTRY_COMPARE(m_service->state().inFlight + m_service->state().queued, 0);
    }

    void onlyReads()
    {
        m_server->always(answer(200, json("{'value':[],'RolePrivileges':[],'isdisabled':false,"
                                          "'Detail':{'OrganizationId':'c3000000-0000-4000-8000-000000000001'}}")));
        for (int call = int(Call::Challenge); call <= int(Call::ConsentTree); ++call)
            QVERIFY(!problemOf(Call(call)));
        for (const ScriptServer::Received &request : m_server->requests())
            QVERIFY(request.requestLine().startsWith("GET /api/data/v9.2/"));
        QCOMPARE(m_server->requests().size(), 14);
    }
};

QTEST_GUILESS_MAIN(TestInspector)
#include "tst_inspector.moc"
