#pragma once

#include "net/network.h"

#include <functional>

namespace net {

/// One request whose answer a function reads: the job that most calls of a service client are.
template <typename T>
class CallJob final : public core::Job<T>
{
public:
    using Reader = std::function<core::Result<T>(const Reply &)>;

    /// `authorizer` nullptr: sent without an Authorization header, as sign-ins are.
    CallJob(Service &service, Authorizer *authorizer, const Request &request, Reader reader, QObject *parent)
        : core::Job<T>(parent)
    {
        core::Job<Reply> *step =
            authorizer ? sendAuthorized(service, *authorizer, request, this) : service.send(request, this);
        step->whenDone(this, [this, reader = std::move(reader)](const core::Result<Reply> &reply) {
            if (reply)
                this->finish(reader(*reply));
            else
                this->finish(reply.error());
        });
    }
};

} // namespace net
