#pragma once

#include "core/job.h"
#include "core/secret.h"
#include "profile/secretref.h"

namespace keychain {

/// Whether secrets can be kept beyond this session, and if not, why.
struct Availability {
    bool isAvailable = false;
    QString name; ///< What keeps them, as the user knows it: "GNOME Keyring (Secret Service)", "Windows Credential
                  ///< Manager".
    core::Error problem = {}; ///< When not available: which part is missing or locked, and what to do.
};

/// Reads and keeps secrets. Every job finishes, also when the keychain's own prompt is never answered (Kind::Timeout).
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    virtual core::Job<Availability> *availability(QObject *parent) = 0;

    /// Kind::NotFound when there is none (never entered, deleted elsewhere); Kind::Keychain when the keychain cannot be
    /// reached or is locked.
    virtual core::Job<core::Secret> *read(const profile::SecretRef &ref, QObject *parent) = 0;

    /// Keeps `secret` under `entry` and returns the reference to put into the profile: "keychain:…", or "session:…"
    /// with the reason in the note when the keychain cannot be reached. Never writes clear text anywhere.
    struct Kept {
        profile::SecretRef ref;
        core::Error whyOnlySession = {}; ///< Its message is empty when the keychain holds the secret.
        bool isForSessionOnly() const { return ref.kind == profile::SecretRef::Kind::Session; }
    };
    virtual core::Job<Kept> *keep(const QString &entry, const core::Secret &secret, QObject *parent) = 0;

    /// Forgets it; already gone is success. References to variables and files are left alone (success).
    virtual core::Job<core::Nothing> *forget(const profile::SecretRef &ref, QObject *parent) = 0;
};

/// "consent-bridge/<profile id>/client-secret": the entry's name for a profile's secret.
QString entryName(const QString &profileId, const QString &which);

} // namespace keychain
