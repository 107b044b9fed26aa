#pragma once

#include "core/result.h"
#include "net/calllog.h"

namespace net {

/// What the call log keeps of one attempt. The only place where requests and replies become log, so the only one that
/// redacts them.
Call recordOf(const QString &service, const Request &request, const core::Result<Reply> &result);

} // namespace net
