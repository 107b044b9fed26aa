#pragma once

#include "bridge/link.h"

namespace engine {

/// The organization_user_id of the user that changed last in Didomi, of those that have one and are of the profile's
/// regulation.
///
/// Didomi offers no order (didomi-api section 4.1): all users are read, page by page; memory does not grow with their
/// number. progressed() tells how many were read, the total is not known. Nobody is Kind::NotFound.
core::Job<QString> *newestPerson(bridge::Link &link, QObject *parent);

} // namespace engine
