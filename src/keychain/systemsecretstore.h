#pragma once

#include "keychain/secretstore.h"

#include <chrono>
#include <memory>

namespace keychain {

/// The program's secret store: the system's keychain, this session's memory, variables and files, by the kind of
/// reference.
class SystemSecretStore final : public SecretStore
{
public:
    /// `patience`: how long one keychain job may take before it counts as unanswered (a prompt may be open).
    explicit SystemSecretStore(std::chrono::milliseconds patience = std::chrono::seconds(60));
    ~SystemSecretStore() override;

    core::Job<Availability> *availability(QObject *parent) override;
    core::Job<core::Secret> *read(const profile::SecretRef &ref, QObject *parent) override;
    core::Job<Kept> *keep(const QString &entry, const core::Secret &secret, QObject *parent) override;
    core::Job<core::Nothing> *forget(const profile::SecretRef &ref, QObject *parent) override;

    /// Puts a secret into session memory and returns its reference: for the Practice integration and for tests.
    profile::SecretRef keepForSession(const QString &entry, const core::Secret &secret);

private:
    struct Memory;
    std::shared_ptr<Memory> m_memory; ///< Shared with running jobs.
    std::chrono::milliseconds m_patience;
};

} // namespace keychain
