#pragma once

#include "didomi/api.h"
#include "didomi/client.h"

#include <QPointer>

#include <functional>

namespace didomi {

/// Signs in with the private key (didomi-api section 2) and keeps the session until shortly before it expires.
///
/// Concurrent callers share one request. There is no refresh token: a renewal is another sign-in.
class Client::SessionSource final : public QObject, public net::Authorizer
{
public:
    SessionSource(net::Service &service, const Api &api, const Credentials &credentials, core::Clock &clock);

    /// Signs in now, whatever is kept: it proves that the key works.
    core::Job<Session> *signIn(QObject *parent);

    core::Job<core::Secret> *authorization(const core::Secret &refused, QObject *parent) override;

private:
    struct Token {
        core::Secret header; ///< "Bearer …"
        QDateTime expiresAt; ///< UTC
    };
    struct Waiter {
        QPointer<QObject> job;
        std::function<void(const core::Result<Token> &)> tell;
    };
    template <typename T, typename Pick>
    core::Job<T> *waitForToken(Pick pick, QObject *parent);

    void request();
    core::Result<Token> readToken(const net::Reply &reply) const;

    net::Service &m_service;
    const Api m_api;
    const Credentials m_credentials;
    core::Clock &m_clock;
    Token m_token;
    QList<Waiter> m_waiters; ///< While there are some, a request is under way.
};

/// The end of a JWT's life by its `exp` claim; invalid when there is none.
QDateTime expiryOfToken(const QByteArray &token);

} // namespace didomi
