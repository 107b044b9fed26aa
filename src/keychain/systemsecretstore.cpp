#include "keychain/systemsecretstore.h"

#include "core/redactor.h"
#include "keychain/keychainjob.h"
#include "keychain/outsidesecret.h"

#include <QCoreApplication>
#include <QHash>
#include <QMutex>

namespace keychain {

using namespace Qt::StringLiterals;
using core::Error;
using core::Job;
using core::Nothing;
using core::ReadyJob;
using core::Result;
using core::Secret;
using profile::SecretRef;

/// Secrets of this session. Never written anywhere.
struct SystemSecretStore::Memory {
    void keep(const QString &entry, const Secret &secret)
    {
        const QMutexLocker lock(&mutex);
        secrets.insert(entry, secret);
    }
    void forget(const QString &entry)
    {
        const QMutexLocker lock(&mutex);
        secrets.remove(entry);
    }
    Secret find(const QString &entry)
    {
        const QMutexLocker lock(&mutex);
        return secrets.value(entry);
    }

    QMutex mutex;
    QHash<QString, Secret> secrets;
};

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(keychain::SystemSecretStore)
};

/// What keychain programs show as the owner of our entries.
const QString service = u"consent-bridge"_s;

Error noSecret(const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::NotFound, .message = message, .fix = fix};
}

Error emptySecret()
{
    return noSecret(Text::tr("No secret was entered."), Text::tr("Enter the secret."));
}

/// Every secret that passes here is known to the redactor before anybody else sees it.
Result<Secret> announced(Result<Secret> secret)
{
    if (secret)
        core::redactor::remember(*secret);
    return secret;
}

class ReadJob final : public KeychainJob<Secret>
{
public:
    ReadJob(QString entry, std::chrono::milliseconds patience, QObject *parent)
        : KeychainJob(patience, parent), m_entry(std::move(entry))
    {
    }

private:
    void start() override
    {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(m_entry);
        run(job);
    }

    void succeeded(QKeychain::Job &job) override
    {
        const Secret secret(static_cast<QKeychain::ReadPasswordJob &>(job).binaryData());
        if (secret.isEmpty())
            return finish(emptySecret());
        finish(announced(secret));
    }

    QString m_entry;
};

/// Writes to the keychain, or failing that into memory.
template <typename Memory>
class KeepJob final : public KeychainJob<SecretStore::Kept>
{
public:
    KeepJob(std::shared_ptr<Memory> memory, QString entry, Secret secret, std::chrono::milliseconds patience,
            QObject *parent)
        : KeychainJob(patience, parent)
        , m_memory(std::move(memory))
        , m_entry(std::move(entry))
        , m_secret(std::move(secret))
    {
    }

private:
    void start() override
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(m_entry);
        job->setBinaryData(m_secret.reveal());
        run(job);
    }

    void succeeded(QKeychain::Job &) override
    {
        m_memory->forget(m_entry); // an older one of a time without keychain
        finish(SecretStore::Kept{.ref = {.kind = SecretRef::Kind::Keychain, .name = m_entry}});
    }

    void failed(const Error &problem) override
    {
        m_memory->keep(m_entry, m_secret);
        finish(
            SecretStore::Kept{.ref = {.kind = SecretRef::Kind::Session, .name = m_entry}, .whyOnlySession = problem});
    }

    std::shared_ptr<Memory> m_memory;
    QString m_entry;
    Secret m_secret;
};

class ForgetJob final : public KeychainJob<Nothing>
{
public:
    ForgetJob(QString entry, std::chrono::milliseconds patience, QObject *parent)
        : KeychainJob(patience, parent), m_entry(std::move(entry))
    {
    }

private:
    void start() override
    {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(m_entry);
        run(job);
    }

    void succeeded(QKeychain::Job &) override { finish(Nothing{}); }

    void failed(const Error &problem) override
    {
        if (problem.kind == Error::Kind::NotFound)
            finish(Nothing{});
        else
            finish(problem);
    }

    QString m_entry;
};

} // namespace

SystemSecretStore::SystemSecretStore(std::chrono::milliseconds patience)
    : m_memory(std::make_shared<Memory>()), m_patience(patience)
{
}

SystemSecretStore::~SystemSecretStore() = default;

Job<Availability> *SystemSecretStore::availability(QObject *parent)
{
    return checkKeyring(m_patience, parent);
}

Job<Secret> *SystemSecretStore::read(const SecretRef &ref, QObject *parent)
{
    switch (ref.kind) {
    case SecretRef::Kind::None:
        break;
    case SecretRef::Kind::Keychain:
        return new ReadJob(ref.name, m_patience, parent);
    case SecretRef::Kind::Session:
        if (const Secret secret = m_memory->find(ref.name); !secret.isEmpty())
            return new ReadyJob<Secret>(secret, parent);
        return new ReadyJob<Secret>(noSecret(Text::tr("The secret was kept only until the program ended, and is gone."),
                                             Text::tr("Enter the secret again.")),
                                    parent);
    case SecretRef::Kind::Env:
        return new ReadyJob<Secret>(announced(secretFromVariable(ref.name)), parent);
    case SecretRef::Kind::File:
        return new ReadyJob<Secret>(announced(secretFromFile(ref.name)), parent);
    }
    return new ReadyJob<Secret>(emptySecret(), parent);
}

Job<SecretStore::Kept> *SystemSecretStore::keep(const QString &entry, const Secret &secret, QObject *parent)
{
    if (secret.isEmpty())
        return new ReadyJob<Kept>(emptySecret(), parent);
    core::redactor::remember(secret);
    return new KeepJob<Memory>(m_memory, entry, secret, m_patience, parent);
}

Job<Nothing> *SystemSecretStore::forget(const SecretRef &ref, QObject *parent)
{
    if (ref.kind == SecretRef::Kind::Session)
        m_memory->forget(ref.name);
    if (ref.kind == SecretRef::Kind::Keychain)
        return new ForgetJob(ref.name, m_patience, parent);
    return new ReadyJob<Nothing>(Nothing{}, parent);
}

SecretRef SystemSecretStore::keepForSession(const QString &entry, const Secret &secret)
{
    core::redactor::remember(secret);
    m_memory->keep(entry, secret);
    return {.kind = SecretRef::Kind::Session, .name = entry};
}

Error problemOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return noSecret(
            Text::tr("The keychain does not hold this secret; it was never entered here, or was deleted elsewhere."),
            Text::tr("Enter the secret again."));
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {.kind = Error::Kind::Keychain,
                .message = Text::tr("The keychain denied access: it is locked, or its question was answered with no."),
                .fix = Text::tr("Unlock the keychain and allow access, then try again."),
                .detail = job.errorString()};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {.kind = Error::Kind::Keychain,
                .message = Text::tr("This system has no keychain that could be used."),
                .fix = Text::tr("Name a variable (env:NAME) or a file (file:PATH) that holds the secret."),
                .detail = job.errorString()};
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return {.kind = Error::Kind::Keychain,
            .message = Text::tr("The keychain could not be used."),
            .fix = Text::tr("Try again; if that does not help, sign out and in again."),
            .detail = job.errorString()};
}

Error unanswered()
{
    return {.kind = Error::Kind::Timeout,
            .message = Text::tr("The keychain did not answer in time; it may be waiting for its password."),
            .fix = Text::tr("Look for a window that asks for the keychain's password, answer it and try again.")};
}

} // namespace keychain
