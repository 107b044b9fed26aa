#pragma once

#include "core/job.h"
#include "dataverse/write.h"
#include "net/network.h"

namespace dataverse {

/// What became of a write: an outcome, or the error that a reply amounts to (dataverse-api sections 3.2, 3.3 and 4.2).
core::Result<WriteReply> readWriteReply(const Write &write, const net::Reply &reply);

/// Sends one write. It cannot be cancelled: what became of it must be known.
class WriteJob final : public core::Job<WriteReply>
{
public:
    WriteJob(net::Service &service, net::Authorizer &authorizer, const net::Request &request, const Write &write,
             QObject *parent);

    void cancel() override {}
};

} // namespace dataverse
