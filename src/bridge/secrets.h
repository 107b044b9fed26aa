#pragma once

#include "keychain/secretstore.h"
#include "profile/profile.h"

namespace bridge {

/// The two secrets that an integration needs.
struct Secrets {
    core::Secret clientSecret; ///< Of the app registration in Entra ID.
    core::Secret didomiSecret; ///< Of the private API key in Didomi.
};

/// Reads both from where the profile says they are. Fails with the first problem, its field being "client_secret" or
/// "didomi.secret"; an empty reference is Kind::Invalid.
core::Job<Secrets> *readSecrets(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent);

} // namespace bridge
