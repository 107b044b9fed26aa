#include "sandbox/dataverse/tables.h"

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

Column businessUnit(QStringView relationship)
{
    return lookup(u"BusinessUnitId", u"Business Unit",
                  {{u"businessunitid"_s, {u"businessunit"_s}, relationship.toString()}});
}

} // namespace

QList<Table> securityTables()
{
    Table user = smallTable(u"SystemUser", u"systemusers", u"User", u"SystemUserId", 8,
                            {text(u"FullName", u"Full Name", 200).readOnly(), text(u"DomainName", u"User Name", 1024),
                             identifier(u"ApplicationId", u"Application ID"),
                             identifier(u"AzureActiveDirectoryObjectId", u"Object ID"),
                             yesNo(u"IsDisabled", u"Status", u"Disabled", u"Enabled").readOnly(),
                             choice(u"AccessMode", u"Access Mode",
                                    u"0=Read-Write|1=Administrative|2=Read|4=Non-interactive|5=Delegated Admin"),
                             businessUnit(u"business_unit_system_users")});
    user.privilege = u"User"_s;
    user.ownership = u"BusinessOwned"_s;

    Table team = smallTable(u"Team", u"teams", u"Team", u"TeamId", 9,
                            {text(u"Name", u"Team Name", 160), businessUnit(u"business_unit_teams")});
    team.ownership = u"BusinessOwned"_s;

    Table unit = smallTable(
        u"BusinessUnit", u"businessunits", u"Business Unit", u"BusinessUnitId", 10,
        {text(u"Name", u"Name", 160), yesNo(u"IsDisabled", u"Is Disabled", u"Yes", u"No").readOnly(),
         lookup(u"ParentBusinessUnitId", u"Parent Business",
                {{u"parentbusinessunitid"_s, {u"businessunit"_s}, u"business_unit_parent_business_unit"_s}})});
    unit.ownership = u"BusinessOwned"_s;

    Table role = smallTable(u"Role", u"roles", u"Security Role", u"RoleId", 1036,
                            {text(u"Name", u"Name", 100), businessUnit(u"business_unit_roles"),
                             lookup(u"RoleTemplateId", u"Role Template ID",
                                    {{u"roletemplateid"_s, {u"roletemplate"_s}, u"role_template_roles"_s}})
                                 .readOnly()});
    role.ownership = u"BusinessOwned"_s;

    // These two have no privileges of their own: who may read roles may read them.
    Table roleTemplate = smallTable(u"RoleTemplate", u"roletemplates", u"Role Template", u"RoleTemplateId", 1037,
                                    {text(u"Name", u"Name", 100)});
    roleTemplate.privilege = u"Role"_s;
    Table privilege =
        smallTable(u"Privilege", u"privileges", u"Privilege", u"PrivilegeId", 1023, {text(u"Name", u"Name", 100)});
    privilege.privilege = u"Role"_s;

    return {user, team, unit, role, roleTemplate, privilege};
}

QList<Link> securityLinks()
{
    return {linkOf(u"systemuserroles_association", u"systemuserroles", u"systemuser", u"role"),
            linkOf(u"teammembership_association", u"teammembership", u"systemuser", u"team"),
            linkOf(u"teamroles_association", u"teamroles", u"team", u"role"),
            linkOf(u"roleprivileges_association", u"roleprivileges", u"role", u"privilege")};
}

} // namespace sandbox::webapi
