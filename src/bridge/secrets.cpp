#include "bridge/secrets.h"

#include <QCoreApplication>

namespace bridge {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(bridge::Secrets)
};

constexpr auto clientSecretField = "client_secret"_L1;
constexpr auto didomiSecretField = "didomi.secret"_L1;

/// One secret, and where it goes.
struct Wanted {
    profile::SecretRef ref = {};
    QString field = {};
    core::Secret Secrets::*target = nullptr;
    QString missing = {}; ///< What to say when there is no reference; empty: then it is not needed.
    QString fix = {};
    bool mayFail = false;
    qsizetype further = -1; ///< Of which further user; then this is the target:
    core::Secret FurtherSecrets::*furtherTarget = nullptr;
};

Wanted wantedOf(const profile::FurtherUser &user, qsizetype index)
{
    if (user.kind == profile::Credential::Kind::Certificate)
        return {.ref = user.certificatePassphrase,
                .field = profile::furtherUserField(index, u"certificate_passphrase"_s),
                .further = index,
                .furtherTarget = &FurtherSecrets::certificatePassphrase};
    return {.ref = user.clientSecret,
            .field = profile::furtherUserField(index, u"client_secret"_s),
            .missing = Texts::tr("No client secret has been entered."),
            .fix = Texts::tr("Enter the secret's value from Entra ID → App registrations → Certificates & secrets."),
            .further = index,
            .furtherTarget = &FurtherSecrets::clientSecret};
}

QList<Wanted> wantedOf(const profile::Profile &profile)
{
    using profile::Credential;
    const Credential &credential = profile.credential;
    QList<Wanted> wanted;
    if (credential.kind == Credential::Kind::Secret)
        wanted << Wanted{
            .ref = profile.clientSecret,
            .field = clientSecretField,
            .target = &Secrets::clientSecret,
            .missing = Texts::tr("No client secret has been entered."),
            .fix = Texts::tr("Enter the secret's value from Entra ID → App registrations → Certificates & secrets.")};
    else
        wanted << Wanted{.ref = credential.certificatePassphrase,
                         .field = "credential.certificate_passphrase"_L1,
                         .target = &Secrets::certificatePassphrase};
    wanted << Wanted{.ref = profile.didomi.secret,
                     .field = didomiSecretField,
                     .target = &Secrets::didomiSecret,
                     .missing = Texts::tr("No secret of the Didomi key has been entered."),
                     .fix = Texts::tr("Enter the key's secret from the Didomi Console → Settings → Private API keys.")};
    if (profile.network.proxy == profile::NetworkOptions::Proxy::Manual)
        wanted << Wanted{.ref = profile.network.proxyPassword,
                         .field = "network.proxy_password"_L1,
                         .target = &Secrets::proxyPassword};
    wanted << Wanted{.ref = credential.nextSecret,
                     .field = "credential.next_secret"_L1,
                     .target = &Secrets::nextClientSecret,
                     .mayFail = true};
    for (qsizetype i = 0; i < profile.furtherUsers.size(); ++i)
        wanted << wantedOf(profile.furtherUsers.at(i), i);
    return wanted;
}

/// Reads them one after the other: a keychain may open a prompt, and two at once confuse everybody.
class FindJob final : public core::Job<FoundSecrets>
{
public:
    FindJob(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent)
        : Job(parent), m_store(store), m_wanted(wantedOf(profile))
    {
        m_found.secrets.further.resize(profile.furtherUsers.size());
        for (const Wanted &wanted : std::as_const(m_wanted)) {
            if (wanted.ref.kind == profile::SecretRef::Kind::None && !wanted.missing.isEmpty())
                note(wanted, {.kind = Error::Kind::Invalid, .message = wanted.missing, .fix = wanted.fix});
        }
        m_wanted.removeIf([](const Wanted &wanted) { return wanted.ref.kind == profile::SecretRef::Kind::None; });
        readNext();
    }

private:
    void note(const Wanted &wanted, Error problem)
    {
        problem.field = wanted.field;
        if (wanted.further >= 0)
            m_found.secrets.further[wanted.further].problem = problem;
        else
            m_found.problems << problem;
    }

    void take(const Wanted &wanted, const core::Secret &secret)
    {
        if (wanted.further >= 0)
            m_found.secrets.further[wanted.further].*wanted.furtherTarget = secret;
        else
            m_found.secrets.*wanted.target = secret;
    }

    void readNext()
    {
        if (m_wanted.isEmpty())
            return finish(m_found);
        const Wanted wanted = m_wanted.takeFirst();
        m_store.read(wanted.ref, this)->whenDone(this, [this, wanted](const core::Result<core::Secret> &secret) {
            if (secret) {
                take(wanted, *secret);
            } else if (secret.error().kind == Error::Kind::Cancelled) {
                return finish(secret.error());
            } else if (!wanted.mayFail) {
                note(wanted, secret.error());
            }
            readNext();
        });
    }

    keychain::SecretStore &m_store;
    QList<Wanted> m_wanted;
    FoundSecrets m_found;
};

class ReadJob final : public core::Job<Secrets>
{
public:
    ReadJob(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent) : Job(parent)
    {
        (new FindJob(store, profile, this))->whenDone(this, [this](const core::Result<FoundSecrets> &found) {
            if (!found)
                finish(found.error());
            else if (!found->problems.isEmpty())
                finish(found->problems.constFirst());
            else
                finish(found->secrets);
        });
    }
};

} // namespace

core::Job<Secrets> *readSecrets(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent)
{
    return new ReadJob(store, profile, parent);
}

core::Job<FoundSecrets> *findSecrets(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent)
{
    return new FindJob(store, profile, parent);
}

} // namespace bridge
