#include "cli/showcommand.h"

#include "cli/textout.h"
#include "mapping/lint.h"

#include <QJsonDocument>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ShowCommand)
};

Arguments describe()
{
    Arguments arguments(u"integration show"_s,
                        Texts::tr("Shows an integration. Secrets are never shown, only where they are kept."));
    arguments.addIntegration();
    return arguments;
}

QString matchText(const profile::MatchRule &rule)
{
    switch (rule.kind) {
    case profile::MatchRule::Kind::AlternateKey:
        return Texts::tr("by the alternate key on %1").arg(rule.column);
    case profile::MatchRule::Kind::Column:
        return Texts::tr("by searching %1").arg(rule.column);
    case profile::MatchRule::Kind::RowId:
        return Texts::tr("by row id");
    }
    return {};
}

QString secretText(const profile::SecretRef &ref)
{
    return ref.kind == profile::SecretRef::Kind::None ? Texts::tr("not entered") : ref.toText();
}

/// Of secrets that are not needed everywhere: nothing when there is none.
QString furtherSecretText(const profile::SecretRef &ref)
{
    return ref.kind == profile::SecretRef::Kind::None ? QString() : ref.toText();
}

/// How the application proves who it is.
void addCredential(Facts &facts, const profile::Profile &profile)
{
    const profile::Credential &credential = profile.credential;
    const bool isCertificate = credential.kind == profile::Credential::Kind::Certificate;
    facts.add(Texts::tr("Signs in with"), isCertificate ? Texts::tr("a certificate") : Texts::tr("a client secret"));
    if (isCertificate) {
        facts.add(Texts::tr("Certificate file"),
                  credential.certificateFile.isEmpty() ? Texts::tr("not entered") : credential.certificateFile);
        facts.add(Texts::tr("Certificate passphrase"), furtherSecretText(credential.certificatePassphrase));
        facts.add(Texts::tr("Client secret"), furtherSecretText(profile.clientSecret));
    } else {
        facts.add(Texts::tr("Client secret"), secretText(profile.clientSecret));
    }
    facts.add(Texts::tr("Secret expires on"), credential.secretExpiresOn.toString(Qt::ISODate));
    facts.add(Texts::tr("New client secret"), furtherSecretText(credential.nextSecret));
    facts.add(Texts::tr("New secret expires on"), credential.nextSecretExpiresOn.toString(Qt::ISODate));
}

/// Who writes beside it in runs.
void addFurtherUsers(Facts &facts, const profile::Profile &profile)
{
    for (const profile::FurtherUser &user : profile.furtherUsers) {
        const bool isCertificate = user.kind == profile::Credential::Kind::Certificate;
        QStringList texts{user.clientId, isCertificate ? user.certificateFile : secretText(user.clientSecret)};
        if (!user.label.isEmpty())
            texts.prepend(user.label);
        if (user.secretExpiresOn.isValid())
            texts << Texts::tr("expires on %1").arg(user.secretExpiresOn.toString(Qt::ISODate));
        facts.add(Texts::tr("Further application user"), texts.join(u", "_s));
    }
}

QString proxyText(const profile::NetworkOptions &network)
{
    switch (network.proxy) {
    case profile::NetworkOptions::Proxy::System:
        return Texts::tr("as this computer is set");
    case profile::NetworkOptions::Proxy::None:
        return Texts::tr("none");
    case profile::NetworkOptions::Proxy::Manual:
        return u"%1:%2"_s.arg(network.proxyHost).arg(network.proxyPort);
    }
    return {};
}

/// How its requests leave this computer.
void addNetwork(Facts &facts, const profile::NetworkOptions &network)
{
    facts.add(Texts::tr("Proxy"), proxyText(network));
    if (network.proxy == profile::NetworkOptions::Proxy::Manual) {
        facts.add(Texts::tr("Proxy user"), network.proxyUser);
        facts.add(Texts::tr("Proxy password"), furtherSecretText(network.proxyPassword));
    }
    facts.add(Texts::tr("Authority file"), network.authorityFile);
}

} // namespace

ShowCommand::ShowCommand(Console &console, Environment &environment, QObject *parent)
    : IntegrationCommand(describe(), 1, console, environment, parent)
{
}

void ShowCommand::start()
{
    const auto profile = findProfile();
    if (!profile)
        return;
    if (isJson()) {
        printJson({{u"integration"_s, QJsonDocument::fromJson(profile::writeProfile(*profile)).object()}});
        return end(ExitCode::Done);
    }
    const auto instance = profile::normaliseInstance(profile->integration.instance);
    Facts facts;
    facts.add(Texts::tr("Name"), profile->name);
    facts.add(Texts::tr("Id"), profile->id);
    facts.add(Texts::tr("Environment"), profile::environmentText(profile->kind));
    facts.add(Texts::tr("Dynamics 365"), instance ? instance->url.toString() : profile->integration.instance);
    facts.add(Texts::tr("Tenant id"), profile->integration.tenantId);
    facts.add(Texts::tr("Client id"), profile->integration.clientId);
    addCredential(facts, *profile);
    addFurtherUsers(facts, *profile);
    facts.add(Texts::tr("Didomi organization"), profile->didomi.organizationId);
    facts.add(Texts::tr("Didomi API"), profile->didomi.apiUrl);
    facts.add(Texts::tr("Didomi key"), profile->didomi.keyId);
    facts.add(Texts::tr("Didomi secret"), secretText(profile->didomi.secret));
    addNetwork(facts, profile->network);
    facts.add(Texts::tr("Mode"), profile::modeText(profile::modeOf(profile->integration)));
    facts.add(Texts::tr("Table"), profile->options.table);
    facts.add(Texts::tr("Rows are found"), matchText(profile->match));
    facts.add(Texts::tr("Upsert mode"), profile->integration.upsertMode ? Texts::tr("on: missing rows are created")
                                                                        : Texts::tr("off: missing rows are skipped"));
    facts.print(out());
    if (!profile->integration.mappings.isEmpty())
        out() << u'\n' << Texts::tr("Mappings:") << u'\n';
    for (const profile::Mapping &mapping : profile->integration.mappings)
        out() << u"  "_s << printable(mapping::sentence(mapping, nullptr, nullptr)) << u'\n';
    end(ExitCode::Done);
}

} // namespace cli
