#include "profile/integrationjson.h"
#include "profile/mappingoptions.h"
#include "profile/migrations.h"
#include "profile/placeholder.h"
#include "profile/rare.h"
#include "profile/transformjson.h"

#include <QCoreApplication>
#include <QUuid>

namespace profile {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using json::Value;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::ProfileFile)
};

std::optional<Error> readId(const QString &text, QString &id)
{
    const QUuid uuid = QUuid::fromString(text.trimmed());
    if (!uuid.isNull()) {
        id = uuid.toString(QUuid::WithoutBraces); // also the name of a file: never anything but hexadecimal digits
        return {};
    }
    const QString fresh = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return invalidMember(
        u"id"_s,
        text.isEmpty() ? Text::tr("The profile file has no “id”.")
                       : Text::tr("The “id” of the profile file is not a UUID."),
        Text::tr("Write \"id\": \"%1\" into the file; this one is new, and used nowhere else.").arg(fresh));
}

Value credentialToJson(const Credential &credential)
{
    Rare members;
    if (credential.kind != Credential::Kind::Secret)
        members.text("kind", wordOf(credentialWords, credential.kind));
    members.date("secret_expires_on", credential.secretExpiresOn);
    members.text("next_secret", credential.nextSecret.toText());
    members.date("next_secret_expires_on", credential.nextSecretExpiresOn);
    members.text("certificate_file", credential.certificateFile);
    members.text("certificate_passphrase", credential.certificatePassphrase.toText());
    return members.object();
}

void readFurtherUsers(MemberReader &reader, QList<FurtherUser> &users)
{
    reader.list("further_users", [&users](MemberReader &entry) {
        FurtherUser user;
        entry.text("label", user.label);
        entry.text("client_id", user.clientId);
        entry.word("kind", credentialWords, user.kind);
        entry.secretRef("client_secret", user.clientSecret);
        entry.date("secret_expires_on", user.secretExpiresOn);
        entry.text("certificate_file", user.certificateFile);
        entry.secretRef("certificate_passphrase", user.certificatePassphrase);
        users << user;
    });
}

Value furtherUsersToJson(const QList<FurtherUser> &users)
{
    Value list = Value::array();
    for (const FurtherUser &user : users) {
        Rare members;
        members.text("label", user.label);
        members.text("client_id", user.clientId);
        if (user.kind != Credential::Kind::Secret)
            members.text("kind", wordOf(credentialWords, user.kind));
        members.text("client_secret", user.clientSecret.toText());
        members.date("secret_expires_on", user.secretExpiresOn);
        members.text("certificate_file", user.certificateFile);
        members.text("certificate_passphrase", user.certificatePassphrase.toText());
        list.push_back(members.object());
    }
    return list;
}

Value networkToJson(const NetworkOptions &network)
{
    Rare members;
    if (network.proxy != NetworkOptions::Proxy::System)
        members.text("proxy", wordOf(proxyWords, network.proxy));
    members.text("proxy_host", network.proxyHost);
    members.number("proxy_port", network.proxyPort, NetworkOptions().proxyPort);
    members.text("proxy_user", network.proxyUser);
    members.text("proxy_password", network.proxyPassword.toText());
    members.text("authority_file", network.authorityFile);
    return members.object();
}

void readKeyParts(MemberReader &reader, QList<KeyPart> &parts)
{
    reader.list("more", [&parts](MemberReader &entry) {
        KeyPart part;
        entry.text("column", part.column);
        entry.word("from", keyPartWords, part.from);
        entry.text("value", part.value);
        parts << part;
    });
}

Value matchToJson(const MatchRule &match)
{
    Value object = {{"kind", wordOf(matchWords, match.kind).toStdString()}, {"column", match.column.toStdString()}};
    if (!match.transforms.isEmpty())
        json::append(object, "transforms", transformsToJson(match.transforms));
    if (match.more.isEmpty())
        return object;
    Value parts = Value::array();
    for (const KeyPart &part : match.more)
        parts.push_back({{"column", part.column.toStdString()},
                         {"from", wordOf(keyPartWords, part.from).toStdString()},
                         {"value", fileText(part.value)}});
    json::append(object, "more", std::move(parts));
    return object;
}

void readContactPoints(const Value *object, ContactPoints &points, std::optional<Error> &problem, Value &unknown)
{
    MemberReader channels(object, u"contact_points"_s);
    for (const Channel channel : allChannels) {
        const QByteArray name = channelWord(channel).toLatin1();
        MemberReader point(channels.take(name), channels.path(name));
        point.word("from", contactPointWords, points.of(channel).from);
        point.text("name", points.of(channel).name);
        if (point.problem())
            channels.fail(*point.problem());
    }
    problem = channels.problem();
    keepUnknown(unknown, "contact_points", channels);
}

Value contactPointsToJson(const ContactPoints &points)
{
    Rare channels;
    for (const Channel channel : allChannels) {
        const ContactPoint &point = points.of(channel);
        if (point != ContactPoints().of(channel))
            channels.value(
                channelWord(channel).toLatin1(),
                {{"from", wordOf(contactPointWords, point.from).toStdString()}, {"name", fileText(point.name)}});
    }
    return channels.object();
}

Value newRowToJson(const QList<Constant> &constants)
{
    Value list = Value::array();
    for (const Constant &constant : constants)
        list.push_back({{"column", constant.column.toStdString()}, {"text", fileText(constant.text)}});
    return list;
}

} // namespace

Result<Profile> readProfile(const QByteArray &text)
{
    auto document = json::parse(text);
    if (!document)
        return document.error();
    Value &file = document->value;
    if (!file.is_object())
        return invalidMember({},
                             Text::tr("A profile file holds a JSON object, but this is %1.").arg(json::kindText(file)));
    if (const auto migrated = migrate(file); !migrated)
        return migrated.error();

    Profile profile;
    Value unknown = Value::object();
    MemberReader top(&file, {});
    top.take("schema");
    QString id;
    top.text("id", id);
    top.text("name", profile.name);
    top.word("environment", environmentWords, profile.kind);
    top.secretRef("client_secret", profile.clientSecret);

    MemberReader credential(top.take("credential"), u"credential"_s);
    credential.word("kind", credentialWords, profile.credential.kind);
    credential.date("secret_expires_on", profile.credential.secretExpiresOn);
    credential.secretRef("next_secret", profile.credential.nextSecret);
    credential.date("next_secret_expires_on", profile.credential.nextSecretExpiresOn);
    credential.text("certificate_file", profile.credential.certificateFile);
    credential.secretRef("certificate_passphrase", profile.credential.certificatePassphrase);

    readFurtherUsers(top, profile.furtherUsers);

    MemberReader network(top.take("network"), u"network"_s);
    network.word("proxy", proxyWords, profile.network.proxy);
    network.text("proxy_host", profile.network.proxyHost);
    network.wholeNumber("proxy_port", profile.network.proxyPort);
    network.text("proxy_user", profile.network.proxyUser);
    network.secretRef("proxy_password", profile.network.proxyPassword);
    network.text("authority_file", profile.network.authorityFile);

    MemberReader didomi(top.take("didomi"), u"didomi"_s);
    didomi.text("organization_id", profile.didomi.organizationId);
    didomi.text("api_url", profile.didomi.apiUrl);
    didomi.text("key_id", profile.didomi.keyId);
    didomi.secretRef("secret", profile.didomi.secret);

    MemberReader match(top.take("match"), u"match"_s);
    match.word("kind", matchWords, profile.match.kind);
    match.text("column", profile.match.column);
    readTransforms(match, profile.match.transforms);
    readKeyParts(match, profile.match.more);

    MemberReader options(top.take("options"), u"options"_s);
    options.text("table", profile.options.table);
    options.text("regulation", profile.options.regulation);
    options.text("api_version", profile.options.apiVersion);
    options.text("authority", profile.options.authority);
    options.text("tag", profile.options.tag);
    options.wholeNumber("live_poll_seconds", profile.options.livePollSeconds);

    top.list("new_row", [&profile](MemberReader &entry) {
        Constant constant;
        entry.text("column", constant.column);
        entry.text("text", constant.text);
        profile.newRow << constant;
    });
    const Value *contactPoints = top.take("contact_points");
    const Value *integrationObject = top.take("integration");
    const Value *mappingOptions = top.take("mapping_options");
    for (const MemberReader *reader : {&top, &credential, &network, &didomi, &match, &options}) {
        if (reader->problem())
            return *reader->problem();
    }
    if (const auto problem = readId(id, profile.id))
        return *problem;
    if (!integrationObject)
        return invalidMember(u"integration"_s, Text::tr("The profile file has no “integration”."));
    auto integration = integrationFromJson(*integrationObject);
    if (!integration)
        return integration.error();
    profile.integration = integration->integration;

    unknown = top.unknown();
    keepUnknown(unknown, "credential", credential);
    keepUnknown(unknown, "network", network);
    keepUnknown(unknown, "didomi", didomi);
    keepUnknown(unknown, "match", match);
    keepUnknown(unknown, "options", options);
    std::optional<Error> contactPointProblem;
    readContactPoints(contactPoints, profile.contactPoints, contactPointProblem, unknown);
    if (contactPointProblem)
        return *contactPointProblem;
    if (const auto problem = readMappingOptions(mappingOptions, profile.integration.mappings, unknown))
        return *problem;
    if (!unknown.empty())
        profile.unknown = json::write(unknown, json::Layout::Compact);
    return profile;
}

QByteArray writeProfile(const Profile &profile)
{
    Value unknown = Value::object();
    if (auto parsed = json::parse(profile.unknown); parsed && parsed->value.is_object())
        unknown = parsed->value;

    Value file = {
        {"schema", currentSchema},
        {"id", profile.id.toStdString()},
        {"name", profile.name.toStdString()},
        {"environment", environmentWord(profile.kind).toStdString()},
        {"integration", integrationToJson(profile.integration)},
        {"client_secret", profile.clientSecret.toText().toStdString()},
        {"mapping_options",
         mappingOptionsToJson(profile.integration.mappings, json::member(unknown, "mapping_options"))},
        {"didomi",
         {{"organization_id", fileText(profile.didomi.organizationId)},
          {"api_url", profile.didomi.apiUrl.toStdString()},
          {"key_id", fileText(profile.didomi.keyId)},
          {"secret", profile.didomi.secret.toText().toStdString()}}},
        {"match", matchToJson(profile.match)},
        {"options",
         {{"table", profile.options.table.toStdString()},
          {"regulation", profile.options.regulation.toStdString()},
          {"api_version", profile.options.apiVersion.toStdString()},
          {"authority", profile.options.authority.toStdString()},
          {"tag", profile.options.tag.toStdString()},
          {"live_poll_seconds", profile.options.livePollSeconds}}},
    };
    Rare rare;
    rare.value("credential", credentialToJson(profile.credential));
    rare.value("further_users", furtherUsersToJson(profile.furtherUsers));
    rare.value("network", networkToJson(profile.network));
    rare.value("contact_points", contactPointsToJson(profile.contactPoints));
    rare.value("new_row", newRowToJson(profile.newRow));
    addUnknown(file, rare.object());
    addUnknown(file, unknown);
    return json::write(file, json::Layout::Pretty) + '\n';
}

} // namespace profile