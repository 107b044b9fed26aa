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

class SecretsJob final : public core::Job<Secrets>
{
public:
    SecretsJob(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent)
        : Job(parent), m_store(store), m_didomiRef(profile.didomi.secret)
    {
        if (profile.clientSecret.kind == profile::SecretRef::Kind::None)
            finish(notEntered(
                clientSecretField, Texts::tr("No client secret has been entered."),
                Texts::tr("Enter the secret's value from Entra ID → App registrations → Certificates & secrets.")));
        else if (m_didomiRef.kind == profile::SecretRef::Kind::None)
            finish(
                notEntered(didomiSecretField, Texts::tr("No secret of the Didomi key has been entered."),
                           Texts::tr("Enter the key's secret from the Didomi Console → Settings → Private API keys.")));
        else
            m_store.read(profile.clientSecret, this)->whenDone(this, [this](const core::Result<core::Secret> &secret) {
                takeClientSecret(secret);
            });
    }

private:
    static Error notEntered(QLatin1StringView field, const QString &message, const QString &fix)
    {
        return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
    }

    void takeClientSecret(const core::Result<core::Secret> &secret)
    {
        if (!secret)
            return fail(secret.error(), clientSecretField);
        m_secrets.clientSecret = *secret;
        // One after the other: a keychain may open a prompt, and two at once confuse everybody.
        m_store.read(m_didomiRef, this)->whenDone(this, [this](const core::Result<core::Secret> &other) {
            takeDidomiSecret(other);
        });
    }

    void takeDidomiSecret(const core::Result<core::Secret> &secret)
    {
        if (!secret)
            return fail(secret.error(), didomiSecretField);
        m_secrets.didomiSecret = *secret;
        finish(m_secrets);
    }

    void fail(Error error, QLatin1StringView field)
    {
        error.field = field;
        finish(std::move(error));
    }

    keychain::SecretStore &m_store;
    const profile::SecretRef m_didomiRef;
    Secrets m_secrets;
};

} // namespace

core::Job<Secrets> *readSecrets(keychain::SecretStore &store, const profile::Profile &profile, QObject *parent)
{
    return new SecretsJob(store, profile, parent);
}

} // namespace bridge
