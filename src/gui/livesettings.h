#pragma once

#include "engine/webhooklistener.h"
#include "profile/secretref.h"

class QSettings;

namespace gui {

/// Where one integration's consents come from on this computer. Kept with the window's settings, since addresses and
/// files are this computer's; the secret is kept by the keychain.
struct LiveSettings {
    /// How senders of webhooks prove who they are.
    enum class Proof { None, Bearer, ClientCredentials };

    bool polls = true;
    bool streams = true; ///< Practice only: made-up people change their minds.
    bool listens = false;
    QString address = QStringLiteral("127.0.0.1");
    int port = 8470; ///< 0: any free one.
    Proof proof = Proof::Bearer;
    QString clientId;
    profile::SecretRef secret; ///< The token, or the client's secret.
    QString certificateFile;
    QString keyFile;

    bool operator==(const LiveSettings &) const = default;

    static LiveSettings read(QSettings &settings, const QString &profileId);
    void write(QSettings &settings, const QString &profileId) const;
    static void forget(QSettings &settings, const QString &profileId);

    /// As the listener wants it; an address that is none is null.
    engine::WebhookOptions webhooks(const QString &profileId, const QString &inboxPath,
                                    const core::Secret &secret) const;
};

} // namespace gui
