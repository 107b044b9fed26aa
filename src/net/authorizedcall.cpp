#include "net/network.h"

#include <QPointer>

namespace net {

namespace {

constexpr int unauthorized = 401;

class AuthorizedCall final : public core::Job<Reply>
{
public:
    AuthorizedCall(Service &service, Authorizer &authorizer, const Request &request, QObject *parent)
        : Job(parent), m_service(&service), m_authorizer(authorizer), m_request(request)
    {
        authorize({});
    }

private:
    void authorize(const core::Secret &refused)
    {
        m_authorizer.authorization(refused, this)->whenDone(this, [this](const core::Result<core::Secret> &header) {
            if (header)
                return send(*header);
            if (m_refusal.attempts > 1) // an earlier try may have been carried out: only the reply tells of it
                return finish(m_refusal);
            finish(header.error());
        });
    }

    void send(const core::Secret &authorization)
    {
        if (!m_service)
            return finish(core::Error::cancelled()); // it went away while we waited for the token
        Request request = m_request;
        request.headers.removeIf(
            [](const auto &header) { return header.first.compare("authorization", Qt::CaseInsensitive) == 0; });
        request.headers << std::pair<QByteArray, QByteArray>("Authorization", authorization.reveal());
        m_service->send(request, this)->whenDone(this, [this, authorization](const core::Result<Reply> &reply) {
            if (!reply || reply->status != unauthorized || m_hasRenewed || !m_service)
                return finish(reply);
            m_hasRenewed = true;
            m_refusal = *reply;
            authorize(authorization);
        });
    }

    const QPointer<Service> m_service;
    Authorizer &m_authorizer;
    const Request m_request;
    bool m_hasRenewed = false;
    Reply m_refusal = {}; ///< The first one, once the authorization is renewed.
};

} // namespace

core::Job<Reply> *sendAuthorized(Service &service, Authorizer &authorizer, const Request &request, QObject *parent)
{
    return new AuthorizedCall(service, authorizer, request, parent);
}

} // namespace net
