#include "profile/instance.h"
#include "profile/integrationjson.h"
#include "profile/pasted.h"
#include "profile/placeholder.h"
#include "profile/profile.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace profile {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::Validation)
};

class Validation
{
public:
    explicit Validation(const Profile &profile) : m_profile(profile), m_integration(profile.integration) {}

    QList<Problem> run()
    {
        name();
        type();
        dataverse();
        options();
        network();
        didomi();
        match();
        mappings();
        return m_problems;
    }

private:
    void error(const QString &field, const QString &message, const QString &fix)
    {
        m_problems << Problem{.severity = Problem::Severity::Error, .field = field, .message = message, .fix = fix};
    }
    void warning(const QString &field, const QString &message, const QString &fix)
    {
        m_problems << Problem{.severity = Problem::Severity::Warning, .field = field, .message = message, .fix = fix};
    }
    void error(const core::Error &problem) { error(problem.field, problem.message, problem.fix); }

    void name();
    void type();
    void dataverse();
    void secret(const SecretRef &ref, const QString &field, const QString &missing, const QString &fix);
    void authority(const core::Result<Instance> &instance);
    void credential();
    void furtherUsers();
    void furtherUser(qsizetype index, QStringList &clientIds, QList<SecretRef> &secrets);
    void network();
    void options();
    void didomi();
    void organization();
    void match();
    void mappings();
    void mapping(qsizetype index, QSet<QString> &columns);
    void emptyLiterals(const Mapping &mapping, const QString &field);
    bool logicalName(const QString &text, const QString &field);

    const Profile &m_profile;
    const Integration &m_integration;
    QList<Problem> m_problems;
};

void Validation::name()
{
    if (m_profile.name.trimmed().isEmpty())
        error(u"name"_s, Text::tr("The integration has no name."),
              Text::tr("Give it one that tells it apart from your others."));
}

void Validation::type()
{
    const QString field = u"type_id"_s;
    const QString type = m_integration.typeId;
    if (type.isEmpty())
        error(field, Text::tr("The type of the integration is missing."), Text::tr("Enter “microsoft-dynamics”."));
    else if (!type.startsWith("microsoft-dynamics"_L1))
        error(field, Text::tr("“%1” is an integration with another app, not with Microsoft Dynamics 365.").arg(type),
              Text::tr("Import one whose “type_id” is “microsoft-dynamics”."));
    else if (type != "microsoft-dynamics"_L1 && modeOf(m_integration) != Mode::Current)
        warning(field, Text::tr("“%1” is not the type that Didomi documents for Microsoft Dynamics 365.").arg(type),
                Text::tr("If Didomi did not give you this one, use “microsoft-dynamics”."));
}

void Validation::dataverse()
{
    if (const auto id = normaliseClientId(m_integration.clientId); !id)
        error(id.error());
    credential();
    if (const auto id = normaliseTenantId(m_integration.tenantId); !id)
        error(id.error());
    const auto instance = normaliseInstance(m_integration.instance);
    if (!instance)
        error(instance.error());
    else if (!instance->warning.isEmpty())
        warning(u"authentication.instance"_s, instance->warning,
                Text::tr("Check the address; the connection test will tell whether it answers."));
    authority(instance);
    furtherUsers();
}

void Validation::secret(const SecretRef &ref, const QString &field, const QString &missing, const QString &fix)
{
    if (ref.kind == SecretRef::Kind::None)
        error(field, missing, fix);
    else if (ref.name.isEmpty())
        error(field, Text::tr("The reference to the secret does not say which one."), fix);
    else if (ref.kind == SecretRef::Kind::Session)
        warning(field, Text::tr("The secret is kept only until the program ends."),
                Text::tr("Unlock or install a keychain and enter the secret again to keep it."));
}

void Validation::credential()
{
    const Credential &credential = m_profile.credential;
    if (credential.kind == Credential::Kind::Certificate) {
        if (credential.certificateFile.trimmed().isEmpty())
            error(u"credential.certificate_file"_s, Text::tr("The certificate’s file is missing."),
                  Text::tr("Choose the PEM or PFX file that holds the certificate and its private key."));
        return;
    }
    secret(m_profile.clientSecret, u"authentication.client_secret"_s, Text::tr("The client secret is missing."),
           Text::tr("In Entra ID, open your app registration, “Certificates & secrets”, and copy the secret's value, "
                    "not its ID."));
    if (credential.nextSecret.kind != SecretRef::Kind::None && credential.nextSecret == m_profile.clientSecret)
        error(u"credential.next_secret"_s, Text::tr("The new secret is kept where the present one is."),
              Text::tr("Enter the new secret again; it gets a place of its own."));
}

/// Each must be an application of its own: Dataverse counts what an application user asks, whoever asks in its name.
void Validation::furtherUsers()
{
    const auto first = normaliseClientId(m_integration.clientId);
    QStringList clientIds{first ? *first : QString()};
    QList<SecretRef> secrets{m_profile.clientSecret, m_profile.credential.nextSecret};
    for (qsizetype i = 0; i < m_profile.furtherUsers.size(); ++i)
        furtherUser(i, clientIds, secrets);
}

void Validation::furtherUser(qsizetype index, QStringList &clientIds, QList<SecretRef> &secrets)
{
    const FurtherUser &user = m_profile.furtherUsers.at(index);
    const auto field = [index](const QString &member) { return furtherUserField(index, member); };
    const QString who = user.name().isEmpty() ? Text::tr("number %1").arg(index + 1) : user.name();
    const auto clientId = normaliseClientId(user.clientId);
    if (!clientId)
        error(field(u"client_id"_s), Text::tr("Further application user %1: %2").arg(who, clientId.error().message),
              clientId.error().fix);
    else if (clientIds.contains(*clientId))
        error(field(u"client_id"_s),
              clientIds.indexOf(*clientId) == 0
                  ? Text::tr("Further application user %1 has the client ID of the integration itself.").arg(who)
                  : Text::tr("Further application user %1 has the client ID of another one.").arg(who),
              Text::tr("Only another app registration has a limit of its own: enter its client ID, or remove this "
                       "user."));
    else
        clientIds << *clientId;

    if (user.kind == Credential::Kind::Certificate) {
        if (user.certificateFile.trimmed().isEmpty())
            error(field(u"certificate_file"_s),
                  Text::tr("Further application user %1: %2").arg(who, Text::tr("The certificate’s file is missing.")),
                  Text::tr("Choose the PEM or PFX file that holds the certificate and its private key."));
        return;
    }
    secret(user.clientSecret, field(u"client_secret"_s),
           Text::tr("Further application user %1: %2").arg(who, Text::tr("The client secret is missing.")),
           Text::tr("In Entra ID, open its app registration, “Certificates & secrets”, and copy the secret's value, "
                    "not its ID."));
    if (user.clientSecret.kind == SecretRef::Kind::None)
        return;
    if (secrets.contains(user.clientSecret))
        error(field(u"client_secret"_s),
              Text::tr("Further application user %1: its secret is kept where another one is.").arg(who),
              Text::tr("Each app registration has a secret of its own: enter it again, or name another variable or "
                       "file."));
    secrets << user.clientSecret;
}

void Validation::network()
{
    const NetworkOptions &network = m_profile.network;
    if (network.proxy != NetworkOptions::Proxy::Manual)
        return;
    static const QRegularExpression form(u"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$|^[0-9A-Fa-f:]+$"_s);
    const QString host = network.proxyHost.trimmed();
    if (host.isEmpty())
        error(u"network.proxy_host"_s, Text::tr("The proxy’s host is missing."),
              Text::tr("Enter it as your network’s administrator gave it, as in proxy.example.com."));
    else if (host.contains("://"_L1) || host.contains(u'/'))
        error(u"network.proxy_host"_s, Text::tr("The proxy’s host holds more than a name."),
              Text::tr("Enter only the name, as in proxy.example.com; the port has a field of its own."));
    else if (!form.match(host).hasMatch())
        error(u"network.proxy_host"_s, Text::tr("The proxy’s host holds characters that no host name has."),
              Text::tr("Enter the name, as in proxy.example.com; the port has a field of its own."));
    if (network.proxyPort < 1 || network.proxyPort > 65535)
        error(u"network.proxy_port"_s, Text::tr("The proxy’s port must be between 1 and 65,535."),
              Text::tr("Enter the port that your network’s administrator gave you, as in 8080."));
    if (network.proxyUser.isEmpty() && network.proxyPassword.kind != SecretRef::Kind::None)
        warning(u"network.proxy_user"_s, Text::tr("There is a password for the proxy, but no user name."),
                Text::tr("Enter the user name, or remove the password."));
}

void Validation::authority(const core::Result<Instance> &instance)
{
    const QString field = u"options.authority"_s;
    const QString text = m_profile.options.authority;
    if (text.trimmed().isEmpty()) {
        if (instance && instance->cloud == Cloud::Loopback)
            error(field, Text::tr("The environment runs on this computer, but the address of its sign-in is missing."),
                  Text::tr("Enter the authority that the sandbox printed when it started."));
        return;
    }
    const auto address = normaliseAuthority(text);
    if (!address)
        return error(address.error());
    if (instance && instance->cloud != Cloud::Loopback && isLoopback(*address))
        warning(field, Text::tr("The sign-in runs on this computer, but the environment does not."),
                Text::tr("Leave the field empty to use the sign-in that belongs to the environment."));
}

void Validation::options()
{
    const Options &options = m_profile.options;
    static const QRegularExpression version(u"^v\\d+\\.\\d+$"_s);
    static const QRegularExpression tag(u"^[A-Za-z0-9._-]{0,64}$"_s);
    if (!version.match(options.apiVersion).hasMatch())
        error(u"options.api_version"_s, Text::tr("The version of the Web API must have the form v9.2."),
              Text::tr("Enter “v9.2”."));
    else if (!options.apiVersion.startsWith("v9."_L1))
        warning(u"options.api_version"_s, Text::tr("Only versions 9.x of the Web API are supported."),
                Text::tr("Enter “v9.2”."));
    logicalName(options.table, u"options.table"_s);
    if (!tag.match(options.tag).hasMatch())
        error(u"options.tag"_s, Text::tr("The tag may have up to 64 letters, digits, dots, underscores and hyphens."),
              Text::tr("Use a short word, as in “consent-bridge”."));
    if (options.livePollSeconds < 1 || options.livePollSeconds > 3600)
        error(u"options.live_poll_seconds"_s, Text::tr("The live feed can ask Didomi every 1 to 3,600 seconds."),
              Text::tr("Enter a number in between, as in 15."));
    if (options.regulation.trimmed().isEmpty())
        error(u"options.regulation"_s, Text::tr("The regulation is missing."),
              Text::tr("Enter the one that your consents are collected under, as in “gdpr”."));
}

void Validation::organization()
{
    const QString field = u"didomi.organization_id"_s;
    const QString id = m_profile.didomi.organizationId;
    const QString fix = Text::tr("Copy the organization ID from Didomi's console; it stands in the address bar and in "
                                 "the organization's settings.");
    static const QRegularExpression form(u"^[A-Za-z0-9._-]+$"_s);
    if (id.trimmed().isEmpty())
        return error(field, Text::tr("Didomi's organization ID is missing."), fix);
    if (isPlaceholder(id))
        return error(field, Text::tr("Didomi's organization ID is still the example's placeholder."), fix);
    if (!form.match(id.trimmed()).hasMatch())
        return error(field, Text::tr("Didomi's organization ID holds characters that no such ID has."), fix);
    const auto source = json::parse(m_integration.source);
    const auto imported =
        source ? textMember(source->value, "organization_id", field) : core::Result<QString>(QString());
    if (imported && !imported->isEmpty() && !isPlaceholder(*imported) && *imported != id.trimmed())
        warning(field,
                Text::tr("The imported integration belongs to Didomi's organization “%1”, but “%2” is entered here.")
                    .arg(*imported, id.trimmed()),
                fix);
}

void Validation::didomi()
{
    organization();
    const QString keyFix = Text::tr(
        "In Didomi's console, open the organization's API keys and create a private key; copy its ID and its secret.");
    const QString keyId = m_profile.didomi.keyId.trimmed();
    if (keyId.isEmpty())
        error(u"didomi.key_id"_s, Text::tr("The ID of Didomi's API key is missing."), keyFix);
    else if (isPlaceholder(keyId))
        error(u"didomi.key_id"_s, Text::tr("The ID of Didomi's API key is still a placeholder."), keyFix);
    else if (keyId.contains(u' ') || keyId.contains("://"_L1))
        error(u"didomi.key_id"_s, Text::tr("This is not the ID of an API key: it holds a blank or is an address."),
              keyFix);
    secret(m_profile.didomi.secret, u"didomi.secret"_s, Text::tr("The secret of Didomi's API key is missing."), keyFix);

    const auto address = normaliseDidomiUrl(m_profile.didomi.apiUrl);
    if (!address)
        error(address.error());
    else if (!isLoopback(*address) && !address->host().endsWith(".didomi.io"_L1))
        warning(u"didomi.api_url"_s,
                Text::tr("“%1” is not a host of Didomi's; it is used as it is.").arg(address->host()),
                Text::tr("Use https://api.didomi.io/v1, unless Didomi gave you another one."));
}

/// A column's or table's logical name, which Dataverse has in lower case only.
bool Validation::logicalName(const QString &text, const QString &field)
{
    static const QRegularExpression form(u"^[a-z_][a-z0-9_]{0,127}$"_s);
    const bool isTable = field == "options.table"_L1;
    const QString fix = isTable ? Text::tr("Enter the table's logical name, as in “contact”.")
                                : Text::tr("Enter the column's logical name, as in “emailaddress1”; Power Apps shows "
                                           "it under “Advanced options”.");
    if (text.isEmpty())
        error(field, isTable ? Text::tr("The table is missing.") : Text::tr("The column is missing."), fix);
    else if (isPlaceholder(text))
        error(field, Text::tr("The column is still the example's placeholder."), fix);
    else if (text != text.trimmed())
        error(field, Text::tr("There are blanks around “%1”.").arg(text.trimmed()), Text::tr("Remove them."));
    else if (form.match(text).hasMatch())
        return true;
    else if (form.match(text.toLower()).hasMatch())
        error(field, Text::tr("“%1” is not a logical name: those are in lower case.").arg(text),
              Text::tr("Enter “%1”, if that is what you mean.").arg(text.toLower()));
    else
        error(field,
              Text::tr("“%1” is not a logical name: those have only letters a to z, digits and underscores.").arg(text),
              fix);
    return false;
}

void Validation::match()
{
    const Transforms &transforms = m_profile.match.transforms;
    for (qsizetype i = 0; i < transforms.size(); ++i) {
        if (!isForIds(transforms[i].kind))
            error(u"match.transforms[%1]"_s.arg(i),
                  Text::tr("An organization user id cannot be turned into a date or a longer text to find rows by."),
                  Text::tr("Use only blanks, upper or lower case and hashes."));
    }
    if (m_profile.match.kind == MatchRule::Kind::RowId)
        return;
    if (!logicalName(m_profile.match.column, u"match.column"_s))
        return;
    const auto writesMatchColumn = [this](const Mapping &mapping) {
        return mapping.column == m_profile.match.column && mapping.goesToDynamics();
    };
    if (std::any_of(m_integration.mappings.begin(), m_integration.mappings.end(), writesMatchColumn))
        warning(
            u"match.column"_s,
            Text::tr("A mapping writes into “%1”, the column by which contacts are found.").arg(m_profile.match.column),
            Text::tr("Remove that mapping, or find contacts by another column."));
}

void Validation::mappings()
{
    if (m_integration.mappings.isEmpty())
        return warning(u"mappings"_s, Text::tr("There are no mappings, so no consent will be written."),
                       Text::tr("Add a mapping for each purpose or preference that Dynamics shall know."));
    QSet<QString> columns;
    for (qsizetype i = 0; i < m_integration.mappings.size(); ++i)
        mapping(i, columns);
}

void Validation::mapping(qsizetype index, QSet<QString> &columns)
{
    const Mapping &mapping = m_integration.mappings[index];
    const QString field = u"mappings[%1]"_s.arg(index);
    const bool isConsentTarget = modeOf(m_integration) == Mode::Current && isGuid(mapping.column); // purpose or topic
    if (!isConsentTarget)
        logicalName(mapping.column, field + u".id"_s);
    const QString column = mapping.column.trimmed().toLower();
    if (!column.isEmpty() && mapping.goesToDynamics() && columns.contains(column))
        error(field + u".id"_s,
              Text::tr("“%1” is written by another mapping too; which one wins would be chance.").arg(column),
              Text::tr("Keep one mapping for each column."));
    if (mapping.goesToDynamics())
        columns << column;

    const QString valueFix =
        Text::tr("Choose what of the consent it shall be, as in “consents_purposes_newsletter_enabled”.");
    if (mapping.value.trimmed().isEmpty())
        error(field + u".value"_s,
              Text::tr("The mapping to “%1” does not say which value it takes.").arg(mapping.column), valueFix);
    else if (isPlaceholder(mapping.value))
        error(field + u".value"_s, Text::tr("The value is still a placeholder."), valueFix);
    else if (mapping.value != mapping.value.trimmed())
        error(field + u".value"_s, Text::tr("There are blanks around “%1”.").arg(mapping.value.trimmed()),
              Text::tr("Remove them."));

    emptyLiterals(mapping, field);
}

/// A value that is to be written, but not said is which.
void Validation::emptyLiterals(const Mapping &mapping, const QString &field)
{
    static const QHash<Mapping::State, QString> names{{Mapping::State::Given, u".given"_s},
                                                      {Mapping::State::Refused, u".refused"_s},
                                                      {Mapping::State::NoChoice, u".no_choice"_s},
                                                      {Mapping::State::Pending, u".pending"_s}};
    for (const Mapping::State state : allStates) {
        const Mapping::Action action = mapping.actionOn(state);
        if (action.kind != Mapping::Action::Kind::Literal || !action.literal.isEmpty())
            continue;
        //: %1 is one of given, refused, no choice, pending
        error(field + names[state],
              Text::tr("“%1” shall write something into “%2”, but not said is what.")
                  .arg(stateText(state), mapping.column),
              Text::tr("Enter the value, or let “%1” write nothing.").arg(stateText(state)));
    }
}

} // namespace

QList<Problem> validate(const Profile &profile)
{
    return Validation(profile).run();
}

} // namespace profile
