#pragma once

#include "keychain/secretstore.h"
#include "profile/profile.h"

#include <optional>

namespace bridge {

/// The secrets of one further application user. They are needed only where it takes part.
struct FurtherSecrets {
    core::Secret clientSecret = {};
    core::Secret certificatePassphrase = {};
    std::optional<core::Error> problem = {}; ///< Why they could not be read; field "further_users[0].client_secret".
};

/// The secrets of an integration.
struct Secrets {
    core::Secret clientSecret;               ///< Of the app registration in Entra ID; not needed with a certificate.
    core::Secret didomiSecret;               ///< Of the private API key in Didomi.
    core::Secret nextClientSecret = {};      ///< The second slot; empty when there is none.
    core::Secret certificatePassphrase = {}; ///< Empty when the certificate needs none.
    core::Secret proxyPassword = {};
    QList<FurtherSecrets> further = {}; ///< One for each further user of the profile.
};

/// Reads those that the integration uses from where the profile says they are. Fails with the first problem, its field
/// being "client_secret", "didomi.secret", "credential.certificate_passphrase" or "network.proxy_password"; an empty
/// reference to one of the first two is Kind::Invalid. A second slot that cannot be read is empty; of further users each
/// has its own problem.
core::Job<Secrets> *readSecrets(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent);

/// What could be read, and why the rest could not.
struct FoundSecrets {
    Secrets secrets;
    QList<core::Error> problems; ///< Fields as readSecrets() has them.
};

/// The same for a connection test, which goes on with what there is. Fails only when it is cancelled.
core::Job<FoundSecrets> *findSecrets(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent);

} // namespace bridge
