#pragma once

#include "core/result.h"
#include "profile/json.h"

namespace profile {

/// True for the integration object of Didomi's older documentation, which has `config`.
bool isOlderLayout(const json::Value &integration);

/// The same integration in today's shape (didomi-api section 6.1): `config.properties[]` → `mappings[]`; credentials of
/// `config`, also nested in `authentication` or `credentials` → `authentication`; the rest of `config` → `properties`.
/// Nothing is dropped: a member that would have to stand twice with different contents is refused with its name as
/// field.
core::Result<json::Value> toTodaysLayout(const json::Value &integration);

} // namespace profile
