#pragma once

#include "dataverse/client.h"
#include "dataverse/inspector.h"

namespace bridge {

/// Why somebody who signed in as a further application user cannot take part: of another organization, or the same user
/// as one of `others` (user ids in lower case). Nothing when it can.
std::optional<core::Error> strangenessOf(const dataverse::WhoAmI &whoAmI, const QString &organizationId,
                                         const QStringList &others);

/// What the first application user may do, and a further one may not, or not as far; both asked for the same
/// privileges. Nothing when it may do as much. Users that lack a privilege would have their share of the rows rejected.
std::optional<core::Error> lackOf(const QList<dataverse::Privilege> &held, const QList<dataverse::Privilege> &ofFirst);

} // namespace bridge
