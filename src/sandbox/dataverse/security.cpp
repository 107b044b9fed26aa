#include "sandbox/dataverse/security.h"

#include "sandbox/dataverse/builder.h"
#include "sandbox/dataverse/environment.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/tables.h"

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

QUuid basicRoleId()
{
    return stableId(u"role Basic User"_s);
}

QUuid integrationRoleId()
{
    return stableId(u"role Consent integration"_s);
}

QUuid branchId()
{
    return stableId(u"businessunit Travel branch"_s);
}

QUuid administratorTeamId()
{
    return stableId(u"team Environment keepers"_s);
}

const Link &linkNamed(QStringView name)
{
    const QList<Link> &links = Schema::standard().links();
    const auto found = std::find_if(links.cbegin(), links.cend(), [&](const Link &link) { return link.name == name; });
    Q_ASSERT(found != links.cend());
    return *found;
}

QUuid privilegeId(const QString &name)
{
    return stableId(name);
}

/// Privileges that are on no table of the environment. Names: dataverse-api section 8.2, dataverse-webhooks section 3.
QStringList generalPrivileges()
{
    QStringList names{u"prvReadEntity"_s,
                      u"prvWriteEntity"_s,
                      u"prvReadAttribute"_s,
                      u"prvReadOptionSet"_s,
                      u"prvReadRelationship"_s,
                      u"prvReadUserSettings"_s,
                      u"prvReadAsyncOperation"_s,
                      u"prvActOnBehalfOfAnotherUser"_s,
                      u"prvBypassCustomBusinessLogic"_s,
                      u"prvBypassCustomPlugins"_s};
    for (const QString &table : {u"ServiceEndpoint"_s, u"SdkMessageProcessingStep"_s}) {
        for (const QString &verb : {u"Create"_s, u"Read"_s, u"Write"_s, u"Delete"_s})
            names << u"prv"_s + verb + table;
    }
    return names;
}

/// What everybody needs who signs in at all.
QStringList basicPrivileges()
{
    QStringList names{u"prvReadEntity"_s, u"prvReadAttribute"_s, u"prvReadOptionSet"_s, u"prvReadRelationship"_s,
                      u"prvReadUserSettings"_s};
    for (const QString &table : {u"User"_s, u"Team"_s, u"BusinessUnit"_s, u"Role"_s, u"Organization"_s,
                                 u"TransactionCurrency"_s, u"SdkMessage"_s, u"SdkMessageFilter"_s, u"Activity"_s})
        names << u"prvRead"_s + table << u"prvAppendTo"_s + table;
    return names;
}

QStringList contactVerbs()
{
    return {u"Create"_s, u"Read"_s, u"Write"_s, u"Delete"_s, u"Append"_s, u"AppendTo"_s, u"Assign"_s};
}

/// dynamics-consent-tables section 13.
QStringList consentVerbs(QStringView table)
{
    if (table.startsWith(u"msdynmkt_contactpointconsent"))
        return {u"Create"_s, u"Read"_s, u"Write"_s, u"Append"_s};
    if (table == u"msdynmkt_purpose" || table == u"msdynmkt_topic")
        return {u"Read"_s, u"AppendTo"_s};
    return {u"Read"_s};
}

void addUser(Builder &build, const QUuid &id, const QString &name, const QUuid &unit)
{
    build.add(u"systemuser"_s, id,
              {{u"fullname"_s, name},
               {u"domainname"_s, QString(name.toLower().replace(u' ', u'.') + u"@example.com"_s)},
               {u"azureactivedirectoryobjectid"_s, guidText(stableId(u"directory object "_s + name))},
               {u"isdisabled"_s, false},
               {u"accessmode"_s, 0},
               {u"businessunitid"_s, guidText(unit)}});
}

/// Without a template for roles that the customer has made.
void addRole(Builder &build, const QUuid &id, const QString &name, const QUuid &roleTemplate = {})
{
    Builder::Values values{{u"name"_s, name}, {u"businessunitid"_s, guidText(businessUnitId())}};
    if (!roleTemplate.isNull()) {
        build.add(u"roletemplate"_s, roleTemplate, {{u"name"_s, name}});
        values.insert(u"roletemplateid"_s, guidText(roleTemplate));
    }
    build.add(u"role"_s, id, values);
}

} // namespace

QString depthName(Depth depth)
{
    switch (depth) {
    case Depth::Basic:
        return u"Basic"_s;
    case Depth::Local:
        return u"Local"_s;
    case Depth::Deep:
        return u"Deep"_s;
    case Depth::Global:
        return u"Global"_s;
    }
    return {};
}

QUuid administratorTemplate()
{
    return QUuid(0x627090ff, 0x40a3, 0x4053, 0x87, 0x90, 0x58, 0x4e, 0xdc, 0x5b, 0xe2, 0x01);
}

QUuid administratorRoleId()
{
    return stableId(u"role System Administrator"_s);
}

QUuid environmentAdministratorId()
{
    return stableId(u"user administrator"_s);
}

QUuid colleagueId()
{
    return stableId(u"user front desk"_s);
}

QUuid branchColleagueId()
{
    return stableId(u"user branch desk"_s);
}

void addSecurity(Store &store, int furtherUsers)
{
    Builder build(store);
    build.add(u"businessunit"_s, businessUnitId(), {{u"name"_s, u"Practice"_s}, {u"isdisabled"_s, false}});
    build.add(u"businessunit"_s, branchId(),
              {{u"name"_s, u"Travel branch"_s},
               {u"isdisabled"_s, false},
               {u"parentbusinessunitid"_s, guidText(businessUnitId())}});
    addUser(build, environmentAdministratorId(), u"Environment Administrator"_s, businessUnitId());
    addUser(build, colleagueId(), u"Front Desk"_s, businessUnitId());
    addUser(build, branchColleagueId(), u"Branch Desk"_s, branchId());
    build.add(u"team"_s, administratorTeamId(),
              {{u"name"_s, u"Environment keepers"_s}, {u"businessunitid"_s, guidText(businessUnitId())}});

    addRole(build, administratorRoleId(), u"System Administrator"_s, administratorTemplate());
    addRole(build, basicRoleId(), u"Basic User"_s, stableId(u"role template Basic User"_s));
    addRole(build, integrationRoleId(), u"Consent integration"_s);

    QStringList names = generalPrivileges();
    for (const Table &table : Schema::standard().tables()) {
        for (const QString &verb : privilegeVerbs())
            names << u"prv"_s + verb + table.privilege;
    }
    names.removeDuplicates(); // several tables may share theirs
    const Link &holds = linkNamed(u"roleprivileges_association");
    for (const QString &name : std::as_const(names)) {
        build.add(u"privilege"_s, privilegeId(name), {{u"name"_s, name}});
        store.link(holds, administratorRoleId(), privilegeId(name), int(Depth::Global));
    }
    for (const QString &name : basicPrivileges())
        store.link(holds, basicRoleId(), privilegeId(name), int(Depth::Global));

    const Link &has = linkNamed(u"systemuserroles_association");
    store.link(has, environmentAdministratorId(), administratorRoleId());
    for (const QUuid &user : {environmentAdministratorId(), colleagueId(), branchColleagueId()})
        store.link(has, user, basicRoleId());
    store.link(linkNamed(u"teamroles_association"), administratorTeamId(), administratorRoleId());
    grantPrivileges(store, {});
    assignRoles(store, {});
    assignFurtherRoles(store, furtherUsers, {});
}

void grantPrivileges(Store &store, const Faults &faults)
{
    const Link &holds = linkNamed(u"roleprivileges_association");
    for (const QUuid &privilege : store.linked(holds, integrationRoleId()).keys())
        store.unlink(holds, integrationRoleId(), privilege);
    const auto grant = [&](const QString &verb, const Table &table, Depth depth) {
        store.link(holds, integrationRoleId(), privilegeId(u"prv"_s + verb + table.privilege), int(depth));
    };
    const QString depthFault = faults.value("privilege-depth"_L1);
    const Depth depth = depthFault == u"basic"   ? Depth::Basic
                        : depthFault == u"local" ? Depth::Local
                        : depthFault == u"deep"  ? Depth::Deep
                                                 : Depth::Global;
    for (const Table &table : Schema::standard().tables()) {
        if (table.name == u"contact") {
            for (const QString &verb : contactVerbs()) {
                if (!faults.has("privilege"_L1, verb.toLower()))
                    grant(verb, table, depth);
            }
        } else if (isConsentTable(table.name)) {
            for (const QString &verb : consentVerbs(table.name)) {
                if (!faults.has("consent-privilege"_L1, verb.toLower()))
                    grant(verb, table, Depth::Global);
            }
        } else if (table.name == u"new_brand") {
            grant(u"Read"_s, table, Depth::Global);
            grant(u"AppendTo"_s, table, Depth::Global);
        } else if (table.name == u"account" || isForNewRows(table.name)) {
            for (const QString &verb : {u"Read"_s, u"Write"_s, u"Append"_s, u"AppendTo"_s})
                grant(verb, table, Depth::Global);
            if (isForNewRows(table.name))
                grant(u"Create"_s, table, Depth::Global);
        }
    }
}

void assignRoles(Store &store, const Faults &faults)
{
    const Link &has = linkNamed(u"systemuserroles_association");
    const Link &isIn = linkNamed(u"teammembership_association");
    for (const QUuid &role : store.linked(has, userId()).keys())
        store.unlink(has, userId(), role);
    store.unlink(isIn, userId(), administratorTeamId());
    if (!faults.has("role"_L1, u"none")) {
        store.link(has, userId(), basicRoleId());
        store.link(has, userId(), integrationRoleId());
    }
    if (faults.has("role"_L1, u"administrator"))
        store.link(has, userId(), administratorRoleId());
    if (faults.has("role"_L1, u"administrator-by-team"))
        store.link(isIn, userId(), administratorTeamId());
}

void assignFurtherRoles(Store &store, int furtherUsers, const Faults &faults)
{
    const Link &has = linkNamed(u"systemuserroles_association");
    for (int i = 0; i < furtherUsers; ++i) {
        store.link(has, furtherUserId(i), basicRoleId());
        if (faults.has("further-user"_L1, u"basic-role"))
            store.unlink(has, furtherUserId(i), integrationRoleId());
        else
            store.link(has, furtherUserId(i), integrationRoleId());
    }
}

} // namespace sandbox::webapi
