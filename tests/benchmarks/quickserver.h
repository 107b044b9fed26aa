#pragma once

#include "httpd/server.h"

namespace bench {

/// A Dataverse that answers at once and keeps nothing: what remains is the client's own cost. It agrees to each write,
/// bulk message and batch, and finds one row for each value that a $filter compares with, whose id follows from the
/// digits in the value. It is also the Entra ID that signs in whoever asks.
struct QuickServerOptions {
    std::chrono::milliseconds writeTime{0}; ///< How long each write takes; others go on meanwhile.
    int hint = 0;                           ///< x-ms-dop-hint; 0: none.
};
core::Result<std::unique_ptr<httpd::Server>> startQuickServer(const QuickServerOptions &options = {});

/// The organization that WhoAmI tells.
inline constexpr char quickOrganization[] = "0c0c0c0c-0000-4000-8000-000000000001";

} // namespace bench
