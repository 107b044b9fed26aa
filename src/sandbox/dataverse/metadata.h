#pragma once

#include "sandbox/dataverse/call.h"

namespace sandbox::webapi {

/// True for EntityDefinitions, GlobalOptionSetDefinitions and RelationshipDefinitions.
bool isMetadataSet(QStringView name);

/// Answers everything below them: single definitions, lists, columns with casts to their types, keys, relationships;
/// $select, $expand and $filter, but no paging.
httpd::Response metadata(const Call &call);

} // namespace sandbox::webapi
