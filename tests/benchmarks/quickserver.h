#pragma once

#include "httpd/server.h"

namespace bench {

/// A Dataverse that answers at once and keeps nothing: what remains is the client's own cost. It agrees to each write,
/// bulk message and batch, and finds one row for each value that a $filter compares with.
core::Result<std::unique_ptr<httpd::Server>> startQuickServer();

} // namespace bench
