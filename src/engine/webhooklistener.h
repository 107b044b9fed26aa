#pragma once

#include "engine/livesource.h"
#include "engine/webhookdoor.h"

#include <QHostAddress>

#include <atomic>
#include <memory>

namespace httpd {
class Server;
}
namespace store {
class Inbox;
}

namespace engine {

struct WebhookOptions {
    QString profileId;
    QString inboxPath; ///< The listener has a connection of its own: its thread adds while others take.
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 0; ///< 0 = any free one.
    WebhookAccess access = {};
    QString certificateFile = {}; ///< PEM, with the chain. Both or none; without, only loopback is listened on.
    QString keyFile = {};         ///< PEM, not encrypted.
    qint64 maxBodyBytes = 1024 * 1024;
    std::chrono::seconds idleTimeout{20};
    std::chrono::seconds requestTimeout{20}; ///< For a whole request, however busily it trickles in.
};

/// Receives Didomi's webhooks (didomi-api section 9) and answers 200 only when they are in the inbox on disk.
///
/// POST /webhook takes one webhook or a list of them, as Didomi makes them or flattened; with client credentials, POST
/// /token issues tokens. Types that tell nothing of consents are acknowledged and counted. Everything else is refused
/// in JSON: 400 what cannot be read, 401 no or a wrong token, 404 other paths, 405 other methods, 413 too large,
/// 415 another content type; 503 when the inbox cannot take it, so that Didomi sends it again.
///
/// Without authentication it listens on loopback only, and takes only requests that a web page cannot make.
class WebhookListener final : public LiveSource
{
    Q_OBJECT

public:
    static constexpr char webhookPath[] = "/webhook";
    static constexpr char tokenPath[] = "/token";

    /// What came, since the start.
    struct Counts {
        qint64 accepted = 0;
        qint64 known = 0;      ///< Delivered again.
        qint64 irrelevant = 0; ///< Of types that tell nothing of consents.
        qint64 refused = 0;
    };

    explicit WebhookListener(WebhookOptions options, core::Clock &clock = core::Clock::system(),
                             QObject *parent = nullptr);
    ~WebhookListener() override;

    QString word() const override { return QStringLiteral("webhook"); }

    /// Whether it may listen so, without doing it. `field` names the option: "bearer", "oauth_client", "oauth_secret",
    /// "tls_cert", "tls_key".
    static core::Result<core::Nothing> check(const WebhookOptions &options);

    /// Fails with Kind::Invalid when it would listen beyond this computer without TLS or without authentication, when
    /// a file cannot be used or a secret is too short; with Kind::Network when the port is taken.
    core::Result<core::Nothing> start() override;
    void stop() override; ///< Waits for a request that is being answered.

    quint16 port() const;
    QUrl url() const; ///< Of the webhooks, as a sender on this computer writes it.
    Counts counts() const;

private:
    class Desk;
    const WebhookOptions m_options;
    core::Clock &m_clock;
    std::unique_ptr<Desk> m_desk; ///< What the server's thread works with.
    std::unique_ptr<httpd::Server> m_server;
};

} // namespace engine
