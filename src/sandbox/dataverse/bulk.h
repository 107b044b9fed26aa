#pragma once

#include "sandbox/dataverse/call.h"
#include "sandbox/dataverse/store.h"

namespace sandbox::webapi {

/// True for CreateMultiple, UpdateMultiple and UpsertMultiple with their namespace.
bool isBulkMessage(QStringView name);

/// Runs a bulk message on a table: all rows or none. A refusal leaves the store as it was, and does not say which row
/// is to blame.
httpd::Response bulkMessage(const Call &call, Store &store, const Table &table);

} // namespace sandbox::webapi
