#include "diagnosis/check.h"

#include "diagnosis/checks/checks.h"

#include <QCoreApplication>

namespace diagnosis {

Check *startCheck(Step::Id id, Context &context, QObject *parent)
{
    using Id = Step::Id;
    switch (id) {
    case Id::DynamicsInput:
        return checks::dynamicsInput(context, parent);
    case Id::DidomiInput:
        return checks::didomiInput(context, parent);
    case Id::LoginName:
        return checks::hostName(Host::Login, context, parent);
    case Id::LoginReach:
        return checks::hostReach(Host::Login, context, parent);
    case Id::LoginSecure:
        return checks::hostSecure(Host::Login, context, parent);
    case Id::Tenant:
        return checks::tenant(context, parent);
    case Id::Credential:
        return checks::credential(context, parent);
    case Id::InstanceName:
        return checks::hostName(Host::Instance, context, parent);
    case Id::InstanceReach:
        return checks::hostReach(Host::Instance, context, parent);
    case Id::InstanceSecure:
        return checks::hostSecure(Host::Instance, context, parent);
    case Id::Environment:
        return checks::environment(context, parent);
    case Id::Token:
        return checks::token(context, parent);
    case Id::TokenContent:
        return checks::tokenContent(context, parent);
    case Id::WhoAmI:
        return checks::whoAmI(context, parent);
    case Id::Organization:
        return checks::organization(context, parent);
    case Id::Server:
        return checks::server(context, parent);
    case Id::ApplicationUser:
        return checks::applicationUser(context, parent);
    case Id::Administrator:
        return checks::administrator(context, parent);
    case Id::Table:
        return checks::table(context, parent);
    case Id::ConsentTables:
        return checks::consentTables(context, parent);
    case Id::Privileges:
        return checks::privileges(context, parent);
    case Id::ConsentTree:
        return checks::consentTree(context, parent);
    case Id::Rows:
        return checks::rows(context, parent);
    case Id::Columns:
        return checks::columns(context, parent);
    case Id::Match:
        return checks::match(context, parent);
    case Id::Limits:
        return checks::limits(context, parent);
    case Id::DidomiName:
        return checks::hostName(Host::Didomi, context, parent);
    case Id::DidomiReach:
        return checks::hostReach(Host::Didomi, context, parent);
    case Id::DidomiSecure:
        return checks::hostSecure(Host::Didomi, context, parent);
    case Id::DidomiSession:
        return checks::didomiSession(context, parent);
    case Id::DidomiOrganization:
        return checks::didomiOrganization(context, parent);
    case Id::DidomiContract:
        return checks::didomiContract(context, parent);
    case Id::DidomiCatalogue:
        return checks::didomiCatalogue(context, parent);
    case Id::DidomiConsents:
        return checks::didomiConsents(context, parent);
    case Id::SampleUsers:
        return checks::sampleUsers(context, parent);
    case Id::FurtherToken:
        return checks::furtherToken(context, parent);
    case Id::FurtherWhoAmI:
        return checks::furtherWhoAmI(context, parent);
    case Id::FurtherPrivileges:
        return checks::furtherPrivileges(context, parent);
    }
    Q_UNREACHABLE();
}

Finding Finding::ofRefusal(const core::Error &error, catalogue::Portal portal)
{
    const bool isNotThere = error.kind == core::Error::Kind::NotFound && error.code.isEmpty();
    return isNotThere
               ? skipped(QCoreApplication::translate("diagnosis::Finding", "Not available here: %1").arg(error.message))
               : failed(error, portal);
}

} // namespace diagnosis
