#include "profile/integrationjson.h"
#include "profile/migrations.h"
#include "profile/placeholder.h"
#include "profile/profilewords.h"
#include "profile/secretmembers.h"

#include <QCoreApplication>
#include <QUuid>

#include <set>

namespace profile {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using json::Value;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::ProfileFile)
};

Error invalid(const QString &field, const QString &message, const QString &fix = {})
{
    return {.kind = Error::Kind::Invalid,
            .message = message,
            .fix = fix.isEmpty() ? Text::tr("Correct it in the profile file.") : fix,
            .field = field};
}

/// Reads members of one object and remembers the first problem, so that a reader is a plain list of members. What is
/// not asked for is the object's unknown part.
class Reader
{
public:
    Reader(const Value *object, QString prefix) : m_prefix(std::move(prefix))
    {
        if (object && !object->is_null() && !object->is_object())
            fail(m_prefix, Text::tr("“%1” must be an object, but is %2.").arg(m_prefix, json::kindText(*object)));
        else if (object && object->is_object())
            m_object = object;
    }

    const Value *take(const char *name)
    {
        m_known.insert(name);
        return m_object ? json::member(*m_object, name) : nullptr;
    }

    void text(const char *name, QString &target)
    {
        const Value *there = take(name);
        if (!there || there->is_null())
            return;
        if (!there->is_string())
            return fail(path(name),
                        Text::tr("“%1” must be a text, but is %2.").arg(path(name), json::kindText(*there)));
        target = json::toText(*there);
    }

    void wholeNumber(const char *name, int &target)
    {
        const Value *there = take(name);
        if (!there || there->is_null())
            return;
        const bool fits = there->is_number_integer() && *there >= Value(INT_MIN) && *there <= Value(INT_MAX);
        if (!fits)
            return fail(path(name),
                        Text::tr("“%1” must be a whole number, but is %2.").arg(path(name), json::kindText(*there)));
        target = there->get<int>();
    }

    void date(const char *name, QDate &target)
    {
        QString found;
        text(name, found);
        if (found.isEmpty())
            return;
        target = QDate::fromString(found, Qt::ISODate);
        if (!target.isValid())
            fail(path(name), Text::tr("“%1” must be a date as in 2027-03-31.").arg(path(name)));
    }

    template <typename Words, typename Enum>
    void word(const char *name, const Words &words, Enum &target)
    {
        QString found;
        text(name, found);
        if (found.isEmpty())
            return;
        QStringList known;
        for (const auto &entry : words) {
            known << QString::fromLatin1(entry.word);
            if (known.last() == found) {
                target = entry.value;
                return;
            }
        }
        fail(path(name),
             Text::tr("“%1” must be one of %2, but is something else.").arg(path(name), known.join(u", "_s)));
    }

    void secretRef(const char *name, SecretRef &target)
    {
        QString found;
        text(name, found);
        const auto ref = SecretRef::parse(found);
        if (ref)
            target = *ref;
        else
            fail(path(name), ref.error().message, ref.error().fix);
    }

    void fail(const QString &field, const QString &message, const QString &fix = {})
    {
        if (!m_problem)
            m_problem = invalid(field, message, fix);
    }

    QString path(const char *name) const
    {
        return m_prefix.isEmpty() ? QString::fromLatin1(name) : m_prefix + u'.' + QString::fromLatin1(name);
    }

    const std::optional<Error> &problem() const { return m_problem; }

    /// Members that nobody took, without secrets.
    Value unknown() const
    {
        Value rest = Value::object();
        if (m_object) {
            for (const auto &[name, content] : m_object->get_ref<const Value::object_t &>()) {
                if (!m_known.contains(name))
                    json::append(rest, name, content);
            }
        }
        removeSecrets(rest);
        return rest;
    }

private:
    const Value *m_object = nullptr;
    QString m_prefix;
    std::set<std::string> m_known;
    std::optional<Error> m_problem;
};

void keepUnknown(Value &unknown, const char *name, const Reader &reader)
{
    Value rest = reader.unknown();
    if (!rest.empty())
        json::append(unknown, name, std::move(rest));
}

/// Adds the members of `unknown` to `known`, within objects that both have too. What is known wins.
void addUnknown(Value &known, const Value &unknown)
{
    if (!known.is_object() || !unknown.is_object())
        return;
    for (const auto &[name, content] : unknown.get_ref<const Value::object_t &>()) {
        if (Value *there = json::member(known, name.c_str()))
            addUnknown(*there, content);
        else
            json::append(known, name, content);
    }
}

void readValueTable(Reader &reader, Mapping &mapping)
{
    const Value *table = reader.take("value_table");
    if (!table || table->is_null())
        return;
    const QString field = reader.path("value_table");
    if (!table->is_object())
        return reader.fail(field, Text::tr("“%1” must be an object, but is %2.").arg(field, json::kindText(*table)));
    for (const auto &[id, option] : table->get_ref<const Value::object_t &>()) {
        if (!option.is_string())
            return reader.fail(field,
                               Text::tr("“%1” must hold only texts, but holds %2.").arg(field, json::kindText(option)));
        mapping.valueTable << std::pair(QString::fromStdString(id), json::toText(option));
    }
}

/// The steps of a text: `[{"kind": "lower-case"}, {"kind": "template", "text": "…"}]`.
void readTransforms(Reader &reader, Transforms &transforms)
{
    const Value *list = reader.take("transforms");
    if (!list || list->is_null())
        return;
    const QString field = reader.path("transforms");
    if (!list->is_array())
        return reader.fail(field, Text::tr("“%1” must be a list, but is %2.").arg(field, json::kindText(*list)));
    for (const Value &entry : *list) {
        const QString name = u"%1[%2]"_s.arg(field).arg(transforms.size());
        if (!entry.is_object() || !json::member(entry, "kind"))
            return reader.fail(name, Text::tr("“%1” must be an object that says its “kind”.").arg(name));
        Transform transform;
        Reader step(&entry, name);
        step.word("kind", transformWords, transform.kind);
        step.text("text", transform.text);
        if (step.problem())
            return reader.fail(step.problem()->field, step.problem()->message, step.problem()->fix);
        transforms << transform;
    }
}

Value transformsToJson(const Transforms &transforms)
{
    Value list = Value::array();
    for (const Transform &transform : transforms) {
        Value entry = Value::object();
        json::append(entry, "kind", json::fromText(wordOf(transformWords, transform.kind)));
        if (!transform.text.isEmpty())
            json::append(entry, "text", json::fromText(transform.text));
        list.push_back(std::move(entry));
    }
    return list;
}

/// One entry of `mapping_options`: it names its mapping by column and value, not by position, so that a hand that
/// reorders Didomi's mappings cannot turn a column's polarity over.
void readMappingOptions(Reader &reader, Mapping &mapping)
{
    reader.text("id", mapping.column);
    reader.text("value", mapping.value);
    reader.word("polarity", polarityWords, mapping.polarity);
    reader.word("no_choice", noChoiceWords, mapping.noChoice);
    reader.text("given", mapping.givenLiteral);
    reader.text("refused", mapping.refusedLiteral);
    reader.text("no_choice_value", mapping.noChoiceLiteral);
    readValueTable(reader, mapping);
    reader.word("given_action", actionWords, mapping.givenAction);
    reader.word("refused_action", actionWords, mapping.refusedAction);
    reader.word("no_choice_action", noChoiceActionWords, mapping.noChoice);
    reader.word("pending", pendingWords, mapping.pending);
    reader.text("pending_value", mapping.pendingLiteral);
    readTransforms(reader, mapping.transforms);
    reader.word("direction", directionWords, mapping.direction);
}

std::optional<Error> readAllMappingOptions(const Value *list, QList<Mapping> &mappings, Value &unknown)
{
    if (!list || list->is_null())
        return {};
    if (!list->is_array())
        return invalid(u"mapping_options"_s,
                       Text::tr("“mapping_options” must be a list, but is %1.").arg(json::kindText(*list)));
    QList<Mapping> options;
    Value unknownEntries = Value::array();
    for (const Value &entry : *list) {
        Mapping mapping;
        Reader reader(&entry, u"mapping_options[%1]"_s.arg(options.size()));
        readMappingOptions(reader, mapping);
        if (reader.problem())
            return reader.problem();
        if (Value rest = reader.unknown(); !rest.empty()) {
            Value named = Value::object();
            json::append(named, "id", json::fromText(mapping.column));
            json::append(named, "value", json::fromText(mapping.value));
            addUnknown(named, rest);
            unknownEntries.push_back(std::move(named));
        }
        options << mapping;
    }
    mappings = withKept(mappings, options);
    if (!unknownEntries.empty())
        json::append(unknown, "mapping_options", std::move(unknownEntries));
    return {};
}

Value mappingOptionsToJson(const Mapping &mapping)
{
    Value options = Value::object();
    const auto set = [&options](const char *name, const QString &text) {
        if (!text.isEmpty())
            json::append(options, name, json::fromText(text));
    };
    if (mapping.polarity != Mapping::Polarity::Unset)
        set("polarity", wordOf(polarityWords, mapping.polarity));
    set("no_choice", mapping.noChoice == Mapping::NoChoice::Skip ? QString() : wordOf(noChoiceWords, mapping.noChoice));
    set("given", mapping.givenLiteral);
    set("refused", mapping.refusedLiteral);
    set("no_choice_value", mapping.noChoiceLiteral);
    if (!mapping.valueTable.isEmpty()) {
        Value table = Value::object();
        for (const auto &[id, option] : mapping.valueTable)
            json::append(table, id.toStdString(), json::fromText(option));
        json::append(options, "value_table", std::move(table));
    }
    if (mapping.givenAction != Mapping::Action::Kind::Usual)
        set("given_action", wordOf(actionWords, mapping.givenAction));
    if (mapping.refusedAction != Mapping::Action::Kind::Usual)
        set("refused_action", wordOf(actionWords, mapping.refusedAction));
    set("no_choice_action", wordOf(noChoiceActionWords, mapping.noChoice));
    if (mapping.pending != Mapping::NoChoice::Skip)
        set("pending", wordOf(pendingWords, mapping.pending));
    set("pending_value", mapping.pendingLiteral);
    if (!mapping.transforms.isEmpty())
        json::append(options, "transforms", transformsToJson(mapping.transforms));
    if (mapping.direction != Mapping::Direction::ToDynamics)
        set("direction", wordOf(directionWords, mapping.direction));
    return options;
}

/// The options of every mapping that has any; unknown ones go with the mapping that they name.
Value allMappingOptionsToJson(const QList<Mapping> &mappings, const Value *unknown)
{
    QList<Value> unknownEntries;
    QList<std::pair<QString, QString>> names;
    if (unknown && unknown->is_array()) {
        for (const Value &entry : *unknown) {
            unknownEntries << entry;
            names << std::pair(mappingText(entry, "id"), mappingText(entry, "value"));
        }
    }
    const QList<int> matches = matchMappings(mappings, names, false);
    Value list = Value::array();
    for (qsizetype i = 0; i < mappings.size(); ++i) {
        const Value options = mappingOptionsToJson(mappings[i]);
        if (options.empty() && matches[i] < 0)
            continue;
        Value entry = Value::object();
        json::append(entry, "id", json::fromText(mappings[i].column));
        json::append(entry, "value", json::fromText(mappings[i].value));
        addUnknown(entry, options);
        if (matches[i] >= 0)
            addUnknown(entry, unknownEntries[matches[i]]);
        list.push_back(std::move(entry));
    }
    return list;
}

std::optional<Error> readId(const QString &text, QString &id)
{
    const QUuid uuid = QUuid::fromString(text.trimmed());
    if (!uuid.isNull()) {
        id = uuid.toString(QUuid::WithoutBraces); // also the name of a file: never anything but hexadecimal digits
        return {};
    }
    const QString fresh = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return invalid(u"id"_s,
                   text.isEmpty() ? Text::tr("The profile file has no “id”.")
                                  : Text::tr("The “id” of the profile file is not a UUID."),
                   Text::tr("Write \"id\": \"%1\" into the file; this one is new, and used nowhere else.").arg(fresh));
}

std::string textOf(const QString &text)
{
    // A secret that was entered into the wrong field must not get into a file.
    return looksLikeEntraSecret(text) ? std::string() : text.toStdString();
}

/// A member that is only written when it says something: files of integrations that do not use it stay as they are.
class Rare
{
public:
    void text(const char *name, const QString &text)
    {
        if (!text.isEmpty())
            json::append(m_object, name, textOf(text));
    }
    void date(const char *name, QDate date)
    {
        if (date.isValid())
            json::append(m_object, name, date.toString(Qt::ISODate).toStdString());
    }
    void number(const char *name, int number, int usual)
    {
        if (number != usual)
            json::append(m_object, name, number);
    }
    void addTo(Value &file, const char *name)
    {
        if (!m_object.empty())
            json::append(file, name, m_object);
    }

private:
    Value m_object = Value::object();
};

void writeCredential(Value &file, const Credential &credential)
{
    Rare members;
    if (credential.kind != Credential::Kind::Secret)
        members.text("kind", wordOf(credentialWords, credential.kind));
    members.date("secret_expires_on", credential.secretExpiresOn);
    members.text("next_secret", credential.nextSecret.toText());
    members.date("next_secret_expires_on", credential.nextSecretExpiresOn);
    members.text("certificate_file", credential.certificateFile);
    members.text("certificate_passphrase", credential.certificatePassphrase.toText());
    members.addTo(file, "credential");
}

void writeNetwork(Value &file, const NetworkOptions &network)
{
    Rare members;
    if (network.proxy != NetworkOptions::Proxy::System)
        members.text("proxy", wordOf(proxyWords, network.proxy));
    members.text("proxy_host", network.proxyHost);
    members.number("proxy_port", network.proxyPort, NetworkOptions().proxyPort);
    members.text("proxy_user", network.proxyUser);
    members.text("proxy_password", network.proxyPassword.toText());
    members.text("authority_file", network.authorityFile);
    members.addTo(file, "network");
}

} // namespace

Result<Profile> readProfile(const QByteArray &text)
{
    auto document = json::parse(text);
    if (!document)
        return document.error();
    Value &file = document->value;
    if (!file.is_object())
        return invalid({}, Text::tr("A profile file holds a JSON object, but this is %1.").arg(json::kindText(file)));
    if (const auto migrated = migrate(file); !migrated)
        return migrated.error();

    Profile profile;
    Value unknown = Value::object();
    Reader top(&file, {});
    top.take("schema");
    QString id;
    top.text("id", id);
    top.text("name", profile.name);
    top.word("environment", environmentWords, profile.kind);
    top.secretRef("client_secret", profile.clientSecret);

    Reader credential(top.take("credential"), u"credential"_s);
    credential.word("kind", credentialWords, profile.credential.kind);
    credential.date("secret_expires_on", profile.credential.secretExpiresOn);
    credential.secretRef("next_secret", profile.credential.nextSecret);
    credential.date("next_secret_expires_on", profile.credential.nextSecretExpiresOn);
    credential.text("certificate_file", profile.credential.certificateFile);
    credential.secretRef("certificate_passphrase", profile.credential.certificatePassphrase);

    Reader network(top.take("network"), u"network"_s);
    network.word("proxy", proxyWords, profile.network.proxy);
    network.text("proxy_host", profile.network.proxyHost);
    network.wholeNumber("proxy_port", profile.network.proxyPort);
    network.text("proxy_user", profile.network.proxyUser);
    network.secretRef("proxy_password", profile.network.proxyPassword);
    network.text("authority_file", profile.network.authorityFile);

    Reader didomi(top.take("didomi"), u"didomi"_s);
    didomi.text("organization_id", profile.didomi.organizationId);
    didomi.text("api_url", profile.didomi.apiUrl);
    didomi.text("key_id", profile.didomi.keyId);
    didomi.secretRef("secret", profile.didomi.secret);

    Reader match(top.take("match"), u"match"_s);
    match.word("kind", matchWords, profile.match.kind);
    match.text("column", profile.match.column);
    readTransforms(match, profile.match.transforms);

    Reader options(top.take("options"), u"options"_s);
    options.text("table", profile.options.table);
    options.text("regulation", profile.options.regulation);
    options.text("api_version", profile.options.apiVersion);
    options.text("authority", profile.options.authority);
    options.text("tag", profile.options.tag);
    options.wholeNumber("live_poll_seconds", profile.options.livePollSeconds);

    const Value *integrationObject = top.take("integration");
    const Value *mappingOptions = top.take("mapping_options");
    for (const Reader *reader : {&top, &credential, &network, &didomi, &match, &options}) {
        if (reader->problem())
            return *reader->problem();
    }
    if (const auto problem = readId(id, profile.id))
        return *problem;
    if (!integrationObject)
        return invalid(u"integration"_s, Text::tr("The profile file has no “integration”."));
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
    if (const auto problem = readAllMappingOptions(mappingOptions, profile.integration.mappings, unknown))
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
         allMappingOptionsToJson(profile.integration.mappings, json::member(unknown, "mapping_options"))},
        {"didomi",
         {{"organization_id", textOf(profile.didomi.organizationId)},
          {"api_url", profile.didomi.apiUrl.toStdString()},
          {"key_id", textOf(profile.didomi.keyId)},
          {"secret", profile.didomi.secret.toText().toStdString()}}},
        {"match",
         {{"kind", wordOf(matchWords, profile.match.kind).toStdString()},
          {"column", profile.match.column.toStdString()}}},
        {"options",
         {{"table", profile.options.table.toStdString()},
          {"regulation", profile.options.regulation.toStdString()},
          {"api_version", profile.options.apiVersion.toStdString()},
          {"authority", profile.options.authority.toStdString()},
          {"tag", profile.options.tag.toStdString()},
          {"live_poll_seconds", profile.options.livePollSeconds}}},
    };
    if (!profile.match.transforms.isEmpty())
        json::append(*json::member(file, "match"), "transforms", transformsToJson(profile.match.transforms));
    writeCredential(file, profile.credential);
    writeNetwork(file, profile.network);
    addUnknown(file, unknown);
    return json::write(file, json::Layout::Pretty) + '\n';
}

} // namespace profile
