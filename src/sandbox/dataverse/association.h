#pragma once

#include "sandbox/dataverse/call.h"
#include "sandbox/dataverse/store.h"

namespace sandbox::webapi {

/// Answers "…/contacts(…)/collection/$ref" and "…/collection(…)/$ref": which rows are linked, and linking and
/// unlinking them.
///
/// Roles are given and taken with prvAssignRole, and the last System Administrator keeps its role.
httpd::Response association(const Call &call, Store &store, const Table &table, const Row &row,
                            const Collection &collection);

} // namespace sandbox::webapi
