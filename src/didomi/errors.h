#pragma once

#include "core/error.h"
#include "net/message.h"

namespace didomi {

/// Reads a refusal of any route but /sessions: the kind by status, Didomi's `name` as code, `message` and `errors` as
/// detail (didomi-api section 8). HTML and empty bodies are survived.
core::Error readError(const net::Reply &reply);

/// The same for /sessions, where a wrong key is a 400 (section 2).
core::Error readSessionError(const net::Reply &reply);

/// True when Didomi itself says that there is no such person: not some other server with a page of its own.
bool saysNotFound(const net::Reply &reply);

/// A success whose body is not what Didomi gives.
core::Error unreadableReply(const net::Reply &reply);

} // namespace didomi
