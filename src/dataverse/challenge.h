#pragma once

#include "dataverse/inspector.h"

namespace dataverse {

/// Reads `Bearer authorization_uri=…, resource_id=…`, among other schemes too; values may be quoted. Members that
/// cannot be read stay empty.
Challenge parseChallenge(const QString &header);

/// The challenge of a 401; an empty one when there is none, or no refusal at all.
core::Result<Challenge> readChallenge(const net::Reply &reply);

} // namespace dataverse
