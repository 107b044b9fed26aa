#include "profile/integration.h"

#include "profile/integrationjson.h"
#include "profile/olderlayout.h"
#include "profile/placeholder.h"
#include "profile/secretmembers.h"

#include <QCoreApplication>
#include <QSet>

namespace profile {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using json::Value;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::Integration)
};

Error invalid(const QString &field, const QString &message, const QString &fix = {})
{
    return {.kind = Error::Kind::Invalid,
            .message = message,
            .fix = fix.isEmpty() ? Text::tr("Correct it in the file and import it again.") : fix,
            .field = field};
}

Error wrongKind(const QString &field, const QString &wanted, const Value &found)
{
    return invalid(field, Text::tr("“%1” must be %2, but is %3.").arg(field, wanted, json::kindText(found)));
}

/// Didomi's object as its documentation prints it, without any content.
Value emptyIntegration()
{
    Value authentication = Value::object();
    for (const char *name : {"client_id", "client_secret", "tenant_id", "instance"})
        json::append(authentication, name, "");
    Value object = Value::object();
    json::append(object, "type_id", "");
    json::append(object, "authentication", std::move(authentication));
    json::append(object, "properties", Value::object());
    json::append(object, "mappings", Value::array());
    json::append(object, "upsert_mode", false);
    return object;
}

bool isMicrosoftDynamics(const QString &typeId)
{
    return typeId.startsWith("microsoft-dynamics"_L1);
}

Result<bool> readUpsertMode(const Value &object, QStringList &notes)
{
    const Value *upsert = json::member(object, "upsert_mode");
    if (!upsert || upsert->is_null())
        return false;
    if (upsert->is_boolean())
        return upsert->get<bool>();
    const QString text = json::toText(*upsert).trimmed().toLower();
    if (text != "true"_L1 && text != "false"_L1)
        return wrongKind(u"upsert_mode"_s, Text::tr("true or false"), *upsert);
    notes << Text::tr("“upsert_mode” was the text “%1”; it was taken as the yes or no that it stands for.").arg(text);
    return text == "true"_L1;
}

Result<QList<Mapping>> readMappings(const Value &object, QStringList &notes)
{
    QList<Mapping> mappings;
    const Value *list = json::member(object, "mappings");
    if (!list || list->is_null())
        return mappings;
    if (!list->is_array())
        return wrongKind(u"mappings"_s, Text::tr("a list"), *list);
    for (const Value &entry : *list) {
        const QString field = u"mappings[%1]"_s.arg(mappings.size());
        if (!entry.is_object())
            return wrongKind(field, Text::tr("an object with “id” and “value”"), entry);
        for (const char *name : {"id", "value"}) {
            const Value *part = json::member(entry, name);
            if (part && !part->is_null() && !part->is_string())
                notes << Text::tr("“%1” is %2, not a text; it was kept as it is.")
                             .arg(field + u'.' + QString::fromLatin1(name), json::kindText(*part));
        }
        mappings << Mapping{.column = mappingText(entry, "id"), .value = mappingText(entry, "value")};
    }
    return mappings;
}

/// True for an entry that its column and value do not tell completely.
bool isUnusual(const Value &entry)
{
    static const Value plain = Value::parse(R"({"id": "", "value": ""})");
    if (entry.size() != plain.size())
        return true;
    return !std::equal(entry.items().begin(), entry.items().end(), plain.items().begin(), plain.items().end(),
                       [](const auto &a, const auto &b) { return a.key() == b.key() && a.value().is_string(); });
}

/// The unusual ones of Didomi's mapping entries. Their twins come along, so that it stays clear which of them is the
/// unusual one.
Value unusualEntries(const Value &mappings)
{
    const auto nameOf = [](const Value &entry) {
        return std::pair(mappingText(entry, "id"), mappingText(entry, "value"));
    };
    QSet<std::pair<QString, QString>> names;
    for (const Value &entry : mappings) {
        if (isUnusual(entry))
            names << nameOf(entry);
    }
    Value result = Value::array();
    std::copy_if(mappings.begin(), mappings.end(), std::back_inserter(result),
                 [&](const Value &entry) { return names.contains(nameOf(entry)); });
    return result;
}

/// What `object` holds beyond the typed members, in its order: their places stay, their contents go, so that a later
/// change of one does not leave the old one behind. Empty when there is nothing beyond.
QByteArray sourceOf(Value object)
{
    if (Value *type = json::member(object, "type_id"))
        *type = "";
    if (Value *upsert = json::member(object, "upsert_mode"))
        *upsert = false;
    if (Value *authentication = json::member(object, "authentication")) {
        for (const char *name : {"client_id", "client_secret", "tenant_id", "instance"}) {
            if (Value *content = json::member(*authentication, name))
                *content = "";
        }
    }
    if (Value *mappings = json::member(object, "mappings"); mappings && mappings->is_array()) {
        *mappings = unusualEntries(*mappings);
    }
    const QByteArray source = json::write(object, json::Layout::Compact);
    return source == json::write(emptyIntegration(), json::Layout::Compact) ? QByteArray() : source;
}

/// Changes the text of a member where it differs from what is there; adds the member if need be.
void setText(Value &object, const char *name, const QString &text)
{
    if (Value *there = json::member(object, name))
        *there = json::fromText(text);
    else
        json::append(object, name, json::fromText(text));
}

/// Like setText(), but leaves another kind of value alone that already says the same, and adds no empty text.
void setMappingText(Value &entry, const char *name, const QString &text)
{
    if (mappingText(entry, name) != text)
        setText(entry, name, text);
}

Value mappingsToJson(const QList<Mapping> &mappings, const Value *source)
{
    QList<Value> entries;
    QList<std::pair<QString, QString>> names;
    if (source && source->is_array()) {
        for (const Value &entry : *source) {
            entries << entry;
            names << std::pair(mappingText(entry, "id"), mappingText(entry, "value"));
        }
    }
    const QList<int> matches = matchMappings(mappings, names, true);
    Value result = Value::array();
    for (qsizetype i = 0; i < mappings.size(); ++i) {
        Value entry = Value::object();
        if (matches[i] >= 0) {
            entry = entries[matches[i]];
        } else {
            json::append(entry, "id", "");
            json::append(entry, "value", "");
        }
        setMappingText(entry, "id", mappings[i].column);
        setMappingText(entry, "value", mappings[i].value);
        result.push_back(std::move(entry));
    }
    return result;
}

void writeAuthentication(Value &object, const Integration &integration, const core::Secret &secret)
{
    if (!json::member(object, "authentication"))
        json::append(object, "authentication", Value::object());
    Value &authentication = *json::member(object, "authentication");
    if (!authentication.is_object())
        authentication = Value::object();

    // A secret that was entered into the wrong field still is one, and never leaves in the clear.
    const auto unlessSecret = [](const QString &text) { return looksLikeEntraSecret(text) ? QString() : text; };
    const bool isComplete = isMicrosoftDynamics(integration.typeId);
    const auto set = [&authentication, isComplete](const char *name, const QString &text) {
        if (isComplete || !text.isEmpty() || json::member(authentication, name))
            setText(authentication, name, text);
    };
    set("client_id", unlessSecret(integration.clientId));
    if (!secret.isEmpty())
        setText(authentication, "client_secret", QString::fromUtf8(secret.reveal()));
    else if (isComplete || json::member(authentication, "client_secret"))
        setText(authentication, "client_secret", QLatin1StringView(secretPlaceholder));
    set("tenant_id", unlessSecret(integration.tenantId));
    set("instance", unlessSecret(integration.instance));
}

QStringList notesAbout(const RemovedSecrets &removed, const Value &object)
{
    QStringList notes;
    for (const QString &path : removed.paths) {
        if (path != "authentication.client_secret"_L1)
            notes << Text::tr("“%1” held a secret that is not used here; it was not kept.").arg(path);
    }
    const Value *authentication = json::member(object, "authentication");
    const Value *secret = authentication ? json::member(*authentication, "client_secret") : nullptr;
    if (secret && !removed.paths.contains("authentication.client_secret"_L1))
        notes << Text::tr("The file holds no client secret, only a placeholder; enter the secret yourself.");
    return notes;
}

} // namespace

QString mappingText(const Value &entry, const char *name)
{
    const Value *text = json::member(entry, name);
    return text && !text->is_null() ? json::shown(*text) : QString();
}

Result<QString> textMember(const Value &object, const char *name, const QString &field)
{
    const Value *text = json::member(object, name);
    if (!text || text->is_null())
        return QString();
    if (!text->is_string())
        return wrongKind(field, Text::tr("a text"), *text);
    return json::toText(*text).trimmed();
}

Result<ImportedIntegration> integrationFromJson(Value object)
{
    if (!object.is_object())
        return invalid({}, Text::tr("An integration is a JSON object, but this is %1.").arg(json::kindText(object)),
                       Text::tr("Choose a file with one integration, as Didomi's documentation shows it."));
    ImportedIntegration result;
    QStringList &notes = result.notes;
    if (isOlderLayout(object)) {
        auto converted = toTodaysLayout(object);
        if (!converted)
            return converted.error();
        object = std::move(*converted);
        notes << Text::tr("The file has the older layout with “config”; it was converted to today's.");
    }
    if (!json::member(object, "type_id") && !json::member(object, "authentication") &&
        !json::member(object, "mappings"))
        return invalid(
            u"type_id"_s,
            Text::tr(
                "This is JSON, but not an integration: it has neither “type_id” nor “authentication” nor “mappings”."),
            Text::tr("Choose a file with one integration, as Didomi's documentation shows it."));
    const Value *authentication = json::member(object, "authentication");
    if (authentication && !authentication->is_null() && !authentication->is_object())
        return wrongKind(u"authentication"_s, Text::tr("an object"), *authentication);

    const RemovedSecrets removed = removeSecrets(object);
    notes << notesAbout(removed, object);
    if (const qsizetype index = removed.paths.indexOf("authentication.client_secret"_L1); index >= 0)
        result.clientSecret = core::Secret(removed.secrets[index].reveal().trimmed());

    const Value none = Value::object();
    authentication = json::member(object, "authentication");
    const Value &credentials = authentication ? *authentication : none;
    const auto typeId = textMember(object, "type_id", u"type_id"_s);
    const auto clientId = textMember(credentials, "client_id", u"authentication.client_id"_s);
    const auto tenantId = textMember(credentials, "tenant_id", u"authentication.tenant_id"_s);
    const auto instance = textMember(credentials, "instance", u"authentication.instance"_s);
    const auto name = textMember(object, "name", u"name"_s);
    const auto organization = textMember(object, "organization_id", u"organization_id"_s);
    for (const auto *text : {&typeId, &clientId, &tenantId, &instance, &name, &organization}) {
        if (!*text)
            return text->error();
    }
    const auto upsertMode = readUpsertMode(object, notes);
    if (!upsertMode)
        return upsertMode.error();
    const auto mappings = readMappings(object, notes);
    if (!mappings)
        return mappings.error();

    if (typeId->isEmpty())
        notes << Text::tr(
            "The file does not say for which app the integration is; Microsoft Dynamics 365 was assumed.");
    else
        result.integration.typeId = *typeId;
    result.integration.clientId = *clientId;
    result.integration.tenantId = *tenantId;
    result.integration.instance = *instance;
    result.integration.mappings = *mappings;
    result.integration.upsertMode = *upsertMode;
    result.integration.source = sourceOf(object);
    result.name = *name;
    result.organizationId = isPlaceholder(*organization) ? QString() : *organization;
    return result;
}

Value integrationToJson(const Integration &integration, const core::Secret &secret)
{
    // A source that cannot be read is not ours; what is typed is enough to write the integration.
    const auto source = json::parse(integration.source);
    Value object = source && source->value.is_object() ? source->value : emptyIntegration();

    setText(object, "type_id", integration.typeId);
    writeAuthentication(object, integration, secret);
    Value *mappings = json::member(object, "mappings");
    if (mappings)
        *mappings = mappingsToJson(integration.mappings, mappings);
    else if (!integration.mappings.isEmpty())
        json::append(object, "mappings", mappingsToJson(integration.mappings, nullptr));
    Value *upsert = json::member(object, "upsert_mode");
    if (upsert)
        *upsert = integration.upsertMode;
    else if (integration.upsertMode)
        json::append(object, "upsert_mode", true);
    return object;
}

Result<ImportedIntegration> importIntegration(const QByteArray &text)
{
    auto document = json::parse(text);
    if (!document)
        return document.error();
    const Value &object = document->value;
    if (json::member(object, "schema") && json::member(object, "integration"))
        return invalid({}, Text::tr("This is a profile file of this program, not an integration of Didomi."),
                       Text::tr("Open it as a profile instead of importing it."));
    auto result = integrationFromJson(object);
    if (!result)
        return result;
    for (const QString &name : std::as_const(document->duplicates))
        result->notes << Text::tr("“%1” stands twice in the same object; the last one was taken.").arg(name);
    return result;
}

QByteArray exportIntegration(const Integration &integration, const core::Secret &secret)
{
    return json::write(integrationToJson(integration, secret), json::Layout::Pretty) + '\n';
}

} // namespace profile
