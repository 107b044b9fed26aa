#pragma once

#include "httpd/message.h"
#include "sandbox/fault.h"

#include <optional>

namespace sandbox {

/// Faults that strike before a service sees the request: gateways, throttling, cut connections. Nothing when none does.
std::optional<httpd::Response> strikeBefore(Service service, const httpd::Request &request, Faults &faults);

/// Faults that spoil a good answer on its way back.
void strikeAfter(Service service, httpd::Response &response, Faults &faults);

} // namespace sandbox
