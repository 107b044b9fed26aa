#include "diagnosis/portals.h"

#include "catalogue/entry.h"

namespace diagnosis {

using catalogue::Portal;
using Kind = core::Error::Kind;

namespace {

Portal portalOfStep(Step::Id id, Kind kind)
{
    using Id = Step::Id;
    const bool isRights = kind == Kind::Forbidden || kind == Kind::SignIn;
    switch (id) {
    case Id::DynamicsInput:
    case Id::DidomiInput:
        return Portal::ConnectionPage;
    case Id::LoginName:
    case Id::LoginReach:
    case Id::LoginSecure:
    case Id::InstanceReach:
    case Id::InstanceSecure:
    case Id::DidomiReach:
    case Id::DidomiSecure:
        return Portal::ThisComputer;
    case Id::InstanceName:
    case Id::Environment:
    case Id::Organization:
    case Id::Server:
    case Id::Limits:
        return Portal::Environment;
    case Id::DidomiName:
        return Portal::ConnectionPage;
    case Id::Tenant:
        return Portal::EntraTenant;
    case Id::Credential:
        return Portal::EntraSecrets;
    case Id::Token:
    case Id::TokenContent:
    case Id::FurtherToken:
        return Portal::EntraApplication;
    case Id::WhoAmI:
        return isRights ? Portal::ApplicationUsers : Portal::Environment;
    case Id::ApplicationUser:
    case Id::Administrator:
    case Id::FurtherWhoAmI:
        return Portal::ApplicationUsers;
    case Id::Privileges:
    case Id::Rows:
    case Id::FurtherPrivileges:
        return Portal::SecurityRoles;
    case Id::Table:
    case Id::Columns:
        return isRights ? Portal::SecurityRoles : Portal::Columns;
    case Id::Match:
        return Portal::Keys;
    case Id::ConsentTables:
    case Id::ConsentTree:
        return isRights ? Portal::SecurityRoles : Portal::ConsentSettings;
    case Id::DidomiSession:
        return Portal::DidomiKeys;
    case Id::DidomiOrganization:
    case Id::DidomiContract:
    case Id::DidomiConsents:
        return Portal::DidomiOrganization;
    case Id::DidomiCatalogue:
        return Portal::DidomiPurposes;
    case Id::SampleUsers:
        return Portal::ConnectionPage;
    }
    return Portal::None;
}

} // namespace

Portal portalOf(Step::Id id, const core::Error &problem)
{
    const Portal known = catalogue::portalOf(problem);
    return known == Portal::None ? portalOfStep(id, problem.kind) : known;
}

} // namespace diagnosis
