#pragma once

#include "sandbox/dataverse/functions.h"
#include "sandbox/dataverse/store.h"
#include "sandbox/people.h"

namespace sandbox::webapi {

/// Fixed ids of the simulated environment.
QUuid organizationId();
QUuid businessUnitId();
QUuid userId();                 ///< systemuserid of the first application user.
QUuid furtherUserId(int index); ///< Of one of the others, from 0.

/// The rows that the environment has at the start: its own, and the people's contacts.
Store initialStore(const QList<Person> &people, const Environment &environment);

} // namespace sandbox::webapi
