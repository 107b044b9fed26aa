#pragma once

#include "core/clock.h"
#include "core/secret.h"
#include "entra/certificate.h"
#include "net/network.h"

#include <QPointer>
#include <QUrl>

#include <optional>

namespace entra {

/// Who asks for a token, where, and for what.
struct Credentials {
    QUrl authority; ///< "https://login.microsoftonline.com"
    QString tenant; ///< GUID or verified domain.
    QString clientId;
    core::Secret clientSecret = {};
    std::optional<Certificate> certificate = {}; ///< Used in place of the secret, when there is one.
    QString scope = {};                          ///< "https://acme.crm4.dynamics.com/.default"
};

struct Token {
    core::Secret accessToken;
    QDateTime expiresAt; ///< UTC
};

/// Hands out access tokens by client credentials, secret or certificate (dataverse-api sections 1.4 and 1.5), cached
/// until shortly before they expire.
///
/// Concurrent callers share a single request; one that is cancelled leaves it to the others. A token that a service
/// refused is never handed out again. Secret and tokens are announced to the redactor. Jobs finish with Kind::Invalid
/// when an input is missing, with SignIn when only the user can help (code "AADSTS…"), with Network, Timeout, Throttled
/// or Server when trying again later makes sense, with BadReply when something else than Entra ID answers. The service
/// and the clock must outlive it.
class TokenSource : public QObject, public net::Authorizer
{
    Q_OBJECT

public:
    TokenSource(net::Service &service, Credentials credentials, core::Clock &clock = core::Clock::system(),
                QObject *parent = nullptr);
    ~TokenSource() override;

    core::Job<Token> *token(QObject *parent);
    core::Job<core::Secret> *authorization(const core::Secret &refused, QObject *parent) override;

private:
    class Waiter;
    void fetch(const net::Request &request);
    void settle(const core::Result<Token> &result, const QDateTime &askedAt);
    void endWaiters(const core::Result<Token> &result);

    net::Service &m_service;
    const Credentials m_credentials;
    core::Clock &m_clock;
    Token m_token;
    QDateTime m_renewAt;           ///< UTC; from then on m_token is not handed out any more.
    QList<core::Secret> m_refused; ///< Header values that were answered 401, the last few.
    core::JobBase *m_running = nullptr;
    QList<QPointer<Waiter>> m_waiters;
};

/// Reads the token endpoint's refusal: `error_codes[0]` → "AADSTS7000215", cause and fix for the known ones,
/// correlation id as request id, the server's own words as detail (dataverse-api section 1.6).
core::Error readTokenError(const net::Reply &reply);

} // namespace entra
