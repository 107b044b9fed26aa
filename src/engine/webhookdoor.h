#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/secret.h"

#include <optional>

namespace httpd {
struct Request;
struct Response;
} // namespace httpd

namespace engine {

/// Who may come in: nobody is asked, a fixed bearer token, or OAuth2 client credentials as Didomi uses them
/// (didomi-api section 9).
struct WebhookAccess {
    core::Secret bearer = {}; ///< At least 16 bytes.
    QString clientId = {};    ///< With this, tokens are issued for `clientSecret` instead.
    core::Secret clientSecret = {};

    bool isOpen() const { return bearer.isEmpty() && clientId.isEmpty(); }
};

/// Checks what stands at the door of the webhook listener. Every comparison of a secret takes the same time whatever
/// was sent. Thread-safe.
///
/// Tokens are opaque to the caller: a moment of expiry and random bytes, sealed with a key made from the client secret.
/// So they need no memory here, and go on counting when the program was restarted.
class WebhookDoor
{
public:
    static constexpr std::chrono::minutes tokenLifetime{60};
    static constexpr qsizetype shortestSecret = 16;

    /// What is wrong with an access, if anything: both kinds at once, half of one, secrets that can be guessed.
    static std::optional<core::Error> problemWith(const WebhookAccess &access);

    WebhookDoor(WebhookAccess access, core::Clock &clock);

    bool issuesTokens() const { return !m_access.clientId.isEmpty(); }

    /// True when the request may come in.
    bool admits(const httpd::Request &request) const;

    /// Answers a POST to the token endpoint (RFC 6749 section 4.4): credentials in the body or as Basic.
    httpd::Response issue(const httpd::Request &request) const;

private:
    QByteArray newToken() const;
    bool isOurToken(const QByteArray &token) const;
    QByteArray seal(const QByteArray &text) const;

    const WebhookAccess m_access;
    core::Clock &m_clock;
    const QByteArray m_key;
};

} // namespace engine
