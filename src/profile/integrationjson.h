#pragma once

#include "profile/integration.h"
#include "profile/json.h"

namespace profile {

/// An integration from Didomi's object, in either layout. Every secret is taken out of it first.
core::Result<ImportedIntegration> integrationFromJson(json::Value object);

/// Didomi's object of an integration: typed members, and whatever else `source` holds, where it was.
json::Value integrationToJson(const Integration &integration, const core::Secret &secret = {});

/// The text that a mapping's `id` or `value` is known by, whatever kind of JSON it is.
QString mappingText(const json::Value &entry, const char *name);

/// A member that must be text where it is present; null counts as absent. `field` names it in the error.
core::Result<QString> textMember(const json::Value &object, const char *name, const QString &field);

} // namespace profile
