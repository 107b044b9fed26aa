#pragma once

#include "bridge/link.h"

#include <vector>

namespace bridge {

/// A link for each further application user of the integration: to the same ends, with a token and a scheduler of its
/// own, for Dataverse counts what each user asks.
///
/// Fails as Link::make() does, and when a user's secret could not be read; the error names the user, and its field is
/// the profile's: "further_users[0].client_id".
core::Result<std::vector<std::unique_ptr<Link>>>
makeFurtherLinks(net::Network &network, const profile::Profile &profile, const Secrets &secrets,
                 core::Clock &clock = core::Clock::system(), const net::RetryPolicy &retry = {});

/// A problem of one of them, told so that people see whose it is. What is about its credentials names its field in the
/// profile.
core::Error ofFurtherUser(const profile::Profile &profile, qsizetype index, const core::Error &problem);

/// The same where all of them are counted: 0 is the integration's own user, 1 the first further one.
core::Error ofUser(const profile::Profile &profile, qsizetype number, const core::Error &problem);

} // namespace bridge
