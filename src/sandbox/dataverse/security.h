#pragma once

#include "sandbox/dataverse/store.h"
#include "sandbox/fault.h"

namespace sandbox::webapi {

/// How far a privilege reaches: the user's own rows, its business unit, the units below as well, everything.
enum class Depth { Basic, Local, Deep, Global };

QString depthName(Depth depth); ///< "Basic"

/// Role template of System Administrator: the same in every environment (dataverse-api section 8.3).
QUuid administratorTemplate();

QUuid administratorRoleId();
QUuid environmentAdministratorId(); ///< A person who is System Administrator.
QUuid colleagueId();                ///< A user in the application user's business unit.
QUuid branchColleagueId();          ///< A user in the unit below it.

/// Writes business units, the other users, teams, roles and privileges, and who has which.
void addSecurity(Store &store, int furtherUsers);

/// Sets what the integration's own role holds, as the faults privilege, privilege-depth and consent-privilege want it.
void grantPrivileges(Store &store, const Faults &faults);

/// Gives the application user the roles that it has at the start, or those of the fault role.
void assignRoles(Store &store, const Faults &faults);

/// The same for those beside the first one, whose fault is further-user.
void assignFurtherRoles(Store &store, int furtherUsers, const Faults &faults);

} // namespace sandbox::webapi
