#pragma once

#include "sandbox/dataverse/call.h"
#include "sandbox/dataverse/store.h"

namespace sandbox::webapi {

/// What the environment says of itself.
struct Environment {
    QString friendlyName = QStringLiteral("Practice environment");
    QString tenantId = {};
    QUuid clientId = {};                ///< Application id of the first application user.
    QList<QUuid> furtherClientIds = {}; ///< Of the others.
};

/// True for the name of a function that is called on nothing: WhoAmI and its kind.
bool isUnboundFunction(QStringView name);

/// Answers WhoAmI, RetrieveVersion, RetrieveCurrentOrganization, RetrieveTotalRecordCount.
httpd::Response unboundFunction(const Call &call, const Store &store, const Environment &environment);

/// Answers "systemusers(…)/Microsoft.Dynamics.CRM.Retrieve…".
httpd::Response userFunction(const Call &call, const Store &store);

} // namespace sandbox::webapi
