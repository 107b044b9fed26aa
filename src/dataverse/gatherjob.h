#pragma once

#include "core/job.h"
#include "net/network.h"

#include <functional>
#include <optional>

namespace dataverse {

/// A job of several requests side by side. The first one that fails ends it; when all are answered, complete() gives
/// the result.
template <typename T>
class GatherJob : public core::Job<T>
{
protected:
    /// What is wrong with an answer, if it is.
    using Read = std::function<std::optional<core::Error>(const net::Reply &)>;

    GatherJob(net::Service &service, net::Authorizer &authorizer, QObject *parent)
        : core::Job<T>(parent), m_service(service), m_authorizer(authorizer)
    {
    }

    /// A reader may ask more, and wait for more.
    void ask(const net::Request &request, Read read)
    {
        await(net::sendAuthorized(m_service, m_authorizer, request, this), std::move(read));
    }

    /// Waits for a step that is not a request. Its reader, too, says what is wrong, if anything is.
    template <typename Value, typename Reader>
    void await(core::Job<Value> *step, Reader read)
    {
        ++m_open;
        ++m_asked;
        step->whenDone(this, [this, read = std::move(read)](const core::Result<Value> &result) {
            const std::optional<core::Error> problem = result ? read(*result) : std::optional(result.error());
            if (problem) {
                this->finish(*problem);
                this->deleteSteps();
                return;
            }
            --m_open;
            Q_EMIT this->progressed(m_asked - m_open, m_asked);
            if (m_open == 0)
                this->finish(complete());
        });
    }

    virtual core::Result<T> complete() = 0;

private:
    net::Service &m_service;
    net::Authorizer &m_authorizer;
    int m_open = 0; ///< Steps that have not been answered yet.
    int m_asked = 0;
};

} // namespace dataverse
