#pragma once

#include "sandbox/dataverse/store.h"
#include "sandbox/people.h"

namespace sandbox::webapi {

/// Fixed ids of the simulated environment.
QUuid organizationId();
QUuid businessUnitId();
QUuid userId(); ///< systemuserid of the application user.

/// The rows that the environment has at the start: its own, and the people's contacts.
Store initialStore(const QList<Person> &people, const QString &friendlyName, const QUuid &clientId);

} // namespace sandbox::webapi
