#pragma once

#include "cli/program.h"
#include "engine/world.h"
#include "keychain/systemsecretstore.h"

#include <QBuffer>

namespace support {

/// What a command printed, and how it ended.
struct Ran {
    cli::ExitCode code = cli::ExitCode::Unexpected;
    QString out = {};
    QString err = {};
    QJsonObject json() const;
};

/// Secrets in memory, in the keychain's place.
class MemorySecrets final : public keychain::SecretStore
{
public:
    core::Job<keychain::Availability> *availability(QObject *parent) override;
    core::Job<core::Secret> *read(const profile::SecretRef &ref, QObject *parent) override;
    core::Job<Kept> *keep(const QString &entry, const core::Secret &secret, QObject *parent) override;
    core::Job<core::Nothing> *forget(const profile::SecretRef &ref, QObject *parent) override;

    QHash<QString, core::Secret> entries; ///< By name.
    bool isForSessionOnly = false;        ///< As when there is no keychain.
};

/// The commands, in this process: a folder for files, the integration "Acme" that links the ends of a world's sandbox,
/// its secrets in variables, and buffers for streams.
class Terminal : public QObject
{
public:
    /// `secrets` nullptr: the real store.
    explicit Terminal(World &world, keychain::SecretStore *secrets = nullptr);

    /// Commands reach the servers through the world's network: every wait ends at once, but its clock runs ahead of
    /// theirs.
    void useNetworkOfWorld();
    void useOwnNetwork(); ///< With the real clock, as at first.
    void useSecrets(keychain::SecretStore &secrets);

    /// Fails the test when a secret of the world is printed.
    Ran run(const QStringList &arguments, const QByteArray &input = {});
    core::Job<cli::ExitCode> *begin(const QStringList &arguments);
    QString printed() const { return m_out; }
    QString warned() const { return m_err; }

    QString pathOf(const QString &name) const { return m_home.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes); ///< Returns its path.
    QByteArray read(const QString &name) const;
    void save(const profile::Profile &integration);
    profile::Profile saved(const QString &name) const; ///< As it is on disk.

    /// Another integration of the same sandbox, not saved.
    profile::Profile another(const QString &name) const;

    cli::Environment &environment() { return *m_environment; }

    profile::Profile profile; ///< "Acme"

private:
    void make(net::Network &network, keychain::SecretStore &secrets);

    World &m_world;
    QTemporaryDir m_home;
    net::Network m_network;
    keychain::SystemSecretStore m_systemSecrets;
    std::unique_ptr<cli::Environment> m_environment;
    QString m_out;
    QString m_err;
    QTextStream m_outStream{&m_out};
    QTextStream m_errStream{&m_err};
    QBuffer m_in;
    cli::Console m_console{.out = m_outStream, .err = m_errStream, .in = &m_in};
};

/// The people of a world's sandbox whose ids or addresses stand in `text`, none of which should.
QStringList peopleIn(const QString &text, const World &world);

} // namespace support
