#include "bridge/secrets.h"

#include <QCoreApplication>

#include <algorithm>

namespace bridge {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(bridge::Secrets)
};

constexpr auto clientSecretField = "client_secret"_L1;
constexpr auto didomiSecretField = "didomi.secret"_L1;

/// Reads them one after the other: a keychain may open a prompt, and two at once confuse everybody.
class SecretsJob final : public core::Job<Secrets>
{
public:
    SecretsJob(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent)
        : Job(parent), m_store(store)
    {
        using profile::Credential;
        const Credential &credential = profile.credential;
        if (credential.kind == Credential::Kind::Secret)
            m_wanted << Wanted{.ref = profile.clientSecret,
                               .field = clientSecretField,
                               .target = &Secrets::clientSecret,
                               .missing = Texts::tr("No client secret has been entered."),
                               .fix = Texts::tr("Enter the secret's value from Entra ID → App registrations → "
                                                "Certificates & secrets.")};
        else
            m_wanted << Wanted{.ref = credential.certificatePassphrase,
                               .field = "credential.certificate_passphrase"_L1,
                               .target = &Secrets::certificatePassphrase};
        m_wanted << Wanted{.ref = profile.didomi.secret,
                           .field = didomiSecretField,
                           .target = &Secrets::didomiSecret,
                           .missing = Texts::tr("No secret of the Didomi key has been entered."),
                           .fix = Texts::tr("Enter the key's secret from the Didomi Console → Settings → Private API "
                                            "keys.")};
        if (profile.network.proxy == profile::NetworkOptions::Proxy::Manual)
            m_wanted << Wanted{.ref = profile.network.proxyPassword,
                               .field = "network.proxy_password"_L1,
                               .target = &Secrets::proxyPassword};
        m_wanted << Wanted{.ref = credential.nextSecret,
                           .field = "credential.next_secret"_L1,
                           .target = &Secrets::nextClientSecret,
                           .mayFail = true};
        const auto absent = std::find_if(m_wanted.cbegin(), m_wanted.cend(), [](const Wanted &wanted) {
            return wanted.ref.kind == profile::SecretRef::Kind::None && !wanted.missing.isEmpty();
        });
        if (absent == m_wanted.cend())
            readNext();
        else
            finish(Error{
                .kind = Error::Kind::Invalid, .message = absent->missing, .fix = absent->fix, .field = absent->field});
    }

private:
    struct Wanted {
        profile::SecretRef ref = {};
        QLatin1StringView field = {};
        core::Secret Secrets::*target = nullptr;
        QString missing = {}; ///< What to say when there is no reference; empty: then it is not needed.
        QString fix = {};
        bool mayFail = false;
    };

    void readNext()
    {
        m_wanted.removeIf([](const Wanted &wanted) { return wanted.ref.kind == profile::SecretRef::Kind::None; });
        if (m_wanted.isEmpty())
            return finish(m_secrets);
        const Wanted wanted = m_wanted.takeFirst();
        m_store.read(wanted.ref, this)->whenDone(this, [this, wanted](const core::Result<core::Secret> &secret) {
            if (secret) {
                m_secrets.*wanted.target = *secret;
            } else if (!wanted.mayFail || secret.error().kind == Error::Kind::Cancelled) {
                Error error = secret.error();
                error.field = wanted.field;
                return finish(std::move(error));
            }
            readNext();
        });
    }

    keychain::SecretStore &m_store;
    QList<Wanted> m_wanted;
    Secrets m_secrets;
};

} // namespace

core::Job<Secrets> *readSecrets(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent)
{
    return new SecretsJob(store, profile, parent);
}

} // namespace bridge
