#pragma once

#include "didomi/client.h"

namespace didomi {

/// Reads the answer of /premium-features in whichever shape it comes (didomi-api section 2 tells only that there are
/// boolean flags): an object of flags, a list of named flags or of names, either of them in an envelope. Sorted by id.
core::Result<Contract> readContract(const net::Reply &reply);

/// "RateLimit: limit=100, remaining=97, reset=12", or the older RateLimit-Limit, -Remaining and -Reset.
RateBudget readRateBudget(const net::Headers &headers);

} // namespace didomi
