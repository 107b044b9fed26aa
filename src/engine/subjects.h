#pragma once

#include "bridge/link.h"
#include "consent/subject.h"

namespace engine {

/// Asks Didomi for everybody who shares an organization_user_id, in the profile's regulation. Nobody is Kind::NotFound.
core::Job<QList<consent::Subject>> *subjectsOf(bridge::Link &link, const QString &organizationUserId, QObject *parent);

} // namespace engine
