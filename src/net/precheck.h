#pragma once

#include "core/error.h"
#include "net/message.h"

namespace net {

/// Why `request` must not be sent; nothing when it may. Kind::Invalid. Checked before anything leaves the machine:
/// https everywhere, plain http to this machine only, no password in the address, no header that smuggles in another
/// one.
std::optional<core::Error> problemOf(const Request &request);

} // namespace net
