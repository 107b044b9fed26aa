#include "sandbox/dataverse/metadata.h"

#include "sandbox/dataverse/filter.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/metadatajson.h"
#include "sandbox/dataverse/refusal.h"

#include <functional>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr auto typePrefix = "Microsoft.Dynamics.CRM."_L1;

/// One definition with its navigation properties, which only $expand shows.
struct Definition {
    QJsonObject properties = {};
    QHash<QString, QList<Definition>> lists = {};
    QJsonObject singles = {};                          ///< "OptionSet" and "GlobalOptionSet".
    std::function<bool(const QString &)> isSelectable; ///< Which property names exist for the type that was asked for.
};

using Definitions = QList<Definition>;

[[noreturn]] void refuseProperty(const QString &name, QStringView type)
{
    refuse(code::query, u"Could not find a property named '%1' on type 'Microsoft.Dynamics.CRM.%2'."_s.arg(name, type));
}

/// What a definition offers under its own properties.
std::function<bool(const QString &)> ownProperties(const QJsonObject &object)
{
    return [object](const QString &name) { return object.contains(name); };
}

/// Navigation properties are costly and rarely asked for.
enum class With { PropertiesOnly, Navigation };

Definition columnDefinition(const Table &table, const Column &column, bool isCast, With with)
{
    Definition definition{.properties = columnJson(table, column)};
    const QJsonValue options = with == With::Navigation ? optionSetJson(table, column) : QJsonValue();
    definition.singles = {{u"OptionSet"_s, options},
                          {u"GlobalOptionSet"_s, column.globalOptionSet.isEmpty() ? QJsonValue() : options}};
    // Without a cast only what all columns share can be named.
    definition.isSelectable = isCast ? ownProperties(definition.properties) : isCommonColumnProperty;
    return definition;
}

Definition relationship(const QJsonObject &object)
{
    return {.properties = object, .isSelectable = ownProperties(object)};
}

/// What refers to a table from elsewhere.
Definitions referring(const Schema &schema, const Table &table)
{
    Definitions definitions;
    for (const Table &other : schema.tables()) {
        for (const QJsonValue &one : relationshipsJson(other)) {
            if (one[u"ReferencedEntity"_s].toString() == table.name)
                definitions << relationship(one.toObject());
        }
    }
    return definitions;
}

Definition tableDefinition(const Schema &schema, const Table &table, With with)
{
    Definition definition{.properties = tableJson(table)};
    definition.isSelectable = ownProperties(definition.properties);
    for (const QString &list : {u"Attributes"_s, u"Keys"_s, u"ManyToOneRelationships"_s, u"OneToManyRelationships"_s,
                                u"ManyToManyRelationships"_s})
        definition.lists.insert(list, {}); // there even when they are empty
    if (with == With::PropertiesOnly)
        return definition;
    for (const Column &column : table.columns)
        definition.lists[u"Attributes"_s] << columnDefinition(table, column, false, With::PropertiesOnly);
    for (const Key &key : table.keys) {
        const QJsonObject object = keyJson(table, key);
        definition.lists[u"Keys"_s] << Definition{.properties = object, .isSelectable = ownProperties(object)};
    }
    for (const QJsonValue &one : relationshipsJson(table))
        definition.lists[u"ManyToOneRelationships"_s] << relationship(one.toObject());
    definition.lists[u"OneToManyRelationships"_s] = referring(schema, table);
    for (const Link &link : schema.links()) {
        if (link.first.table == table.name || link.second.table == table.name)
            definition.lists[u"ManyToManyRelationships"_s] << relationship(linkJson(link));
    }
    return definition;
}

Definitions tableDefinitions(const Schema &schema, With with)
{
    Definitions definitions;
    for (const Table &table : schema.tables())
        definitions << tableDefinition(schema, table, with);
    return definitions;
}

Definitions globalOptionSets(const Schema &schema)
{
    Definitions definitions;
    QStringList seen; // columns may share one
    for (const Table &table : schema.tables()) {
        for (const Column &column : table.columns) {
            if (column.globalOptionSet.isEmpty() || seen.contains(column.globalOptionSet))
                continue;
            seen << column.globalOptionSet;
            QJsonObject object = optionSetJson(table, column).toObject();
            object.insert(u"@odata.type"_s, u"#Microsoft.Dynamics.CRM.OptionSetMetadata"_s);
            definitions << Definition{.properties = object, .isSelectable = ownProperties(object)};
        }
    }
    return definitions;
}

/// With their concrete type, as a list of both kinds tells it.
Definitions relationships(const Schema &schema)
{
    Definitions definitions;
    const auto add = [&](QJsonObject object, const QString &type) {
        object.insert(u"@odata.type"_s, QString(u"#Microsoft.Dynamics.CRM."_s + type));
        definitions << relationship(object);
    };
    for (const Table &table : schema.tables()) {
        for (const QJsonValue &one : relationshipsJson(table))
            add(one.toObject(), u"OneToManyRelationshipMetadata"_s);
    }
    for (const Link &link : schema.links())
        add(linkJson(link), u"ManyToManyRelationshipMetadata"_s);
    return definitions;
}

/// "MetadataId" of a bare GUID, or the name that stands in the key: LogicalName='contact', Name='new_topic'.
Definition pick(const Definitions &definitions, const Segment &segment)
{
    QString property = u"MetadataId"_s;
    QString wanted = segment.inner->toLower();
    if (!parseGuid(*segment.inner)) {
        const qsizetype equals = segment.inner->indexOf(u'=');
        property = segment.inner->left(qMax<qsizetype>(equals, 0)).trimmed();
        if (property != u"LogicalName" && property != u"SchemaName" && property != u"Name" && property != u"MetadataId")
            refuse(code::query, u"The key in the request URI is not valid for resource '%1'."_s.arg(segment.name));
        wanted = parseLiteral(segment.inner->sliced(equals + 1).trimmed()).value.toString();
    }
    for (const Definition &definition : definitions) {
        if (definition.properties.value(property).toString() == wanted)
            return definition;
    }
    refuse(code::objectDoesNotExist,
           u"Could not find an item of '%1' with %2 '%3'."_s.arg(segment.name, property, wanted));
}

QJsonObject selected(const Definition &definition, const std::optional<QStringList> &select, QStringView type,
                     bool isCast)
{
    if (!select)
        return definition.properties;
    QJsonObject result{{u"MetadataId"_s, definition.properties.value(u"MetadataId"_s)}};
    // The concrete type is told where the address has not named it.
    if (!isCast && definition.properties.contains(u"@odata.type"_s))
        result.insert(u"@odata.type"_s, definition.properties.value(u"@odata.type"_s));
    for (const QString &name : *select) {
        if (definition.isSelectable(name))
            result.insert(name, definition.properties.value(name));
        else if (!definition.lists.contains(name) &&
                 !definition.singles.contains(name)) // those may be named beside $expand
            refuseProperty(name, type);
    }
    return result;
}

Reader readerOf(const Definition &definition)
{
    return [&definition](const QString &path) {
        const QJsonValue value = definition.properties.value(path.section(u'/', 0, 0));
        return path.contains(u'/') ? value.toObject().value(path.section(u'/', 1)) : value;
    };
}

Predicate testOf(const QString &filter, const Definitions &definitions, const QHash<QString, QString> &aliases,
                 QStringView type)
{
    if (filter.isEmpty())
        return [](const Reader &) { return true; };
    // The kind of a property is that of its value; enumerations are compared as texts.
    const auto resolve = [&](const QString &name) -> Property {
        const QString first = name.section(u'/', 0, 0);
        if (definitions.isEmpty())
            return {name, Edm::String};
        if (!definitions.front().isSelectable(first))
            refuseProperty(first, type);
        QJsonValue sample;
        for (const Definition &definition : definitions) {
            sample = definition.properties.value(first);
            if (!sample.isNull())
                break;
        }
        if (name.contains(u'/'))
            sample = sample.toObject().value(name.section(u'/', 1));
        else if (sample.isObject() || sample.isArray())
            refuse(code::query, u"The property '%1' is complex: compare its '/Value'."_s.arg(name));
        if (first == u"MetadataId")
            return {name, Edm::Guid};
        return {name, sample.isBool() ? Edm::Boolean : sample.isDouble() ? Edm::Number : Edm::String};
    };
    return parseFilter(filter, {.inExpression = resolve, .inFunction = resolve}, aliases);
}

QJsonArray expandedList(const Definitions &definitions, const Expansion &expansion, QStringView type)
{
    const Predicate test = testOf(expansion.filter, definitions, {}, type);
    QJsonArray result;
    for (const Definition &definition : definitions) {
        if (test(readerOf(definition)))
            result << selected(definition, expansion.select, type, false);
    }
    return result;
}

QJsonObject shaped(const Definition &definition, const Query &query, QStringView type, bool isCast)
{
    QJsonObject result = selected(definition, query.select, type, isCast);
    for (const Expansion &expansion : query.expand) {
        if (const auto list = definition.lists.constFind(expansion.property); list != definition.lists.cend()) {
            result.insert(expansion.property, expandedList(*list, expansion, type));
            continue;
        }
        if (!isCast || !definition.singles.contains(expansion.property))
            refuseProperty(expansion.property, type);
        const QJsonValue single = definition.singles.value(expansion.property);
        if (single.isNull() || !expansion.select) {
            result.insert(expansion.property, single);
            continue;
        }
        const Definition inner{.properties = single.toObject(), .isSelectable = ownProperties(single.toObject())};
        result.insert(expansion.property, selected(inner, expansion.select, u"OptionSetMetadata", true));
    }
    return result;
}

/// The columns of one concrete type: what a cast leaves.
Definitions castColumns(const Table &table, const QString &type, With with)
{
    Definitions definitions;
    for (const Column &column : table.columns) {
        if (metadataType(column) == type)
            definitions << columnDefinition(table, column, true, with);
    }
    return definitions;
}

/// What an address means: one definition or a list, of a type that is named in messages.
struct Meaning {
    Definitions definitions = {};
    bool isSingle = false;
    bool isCast = false;
    QString type = {};
    QString context = {};
};

bool isCastName(const QString &name)
{
    return name.startsWith(typePrefix) && name.endsWith(u"Metadata");
}

Meaning columnsMeaning(const Table &table, const QList<Segment> &segments, With with)
{
    const Segment &attributes = segments.at(1);
    Meaning meaning{.type = u"AttributeMetadata"_s, .context = u"EntityDefinitions('%1')/Attributes"_s.arg(table.name)};
    if (segments.size() > 3 || (segments.size() == 3 && !isCastName(segments.at(2).name)))
        refuseResource(segments.back().name);
    meaning.isCast = segments.size() == 3;
    meaning.isSingle = attributes.inner.has_value();
    if (meaning.isCast) {
        meaning.type = segments.at(2).name.mid(typePrefix.size());
        meaning.context += u'/' + segments.at(2).name;
        if (meaning.type == u"EnumAttributeMetadata")
            refuse(code::query,
                   u"A cast to the type 'Microsoft.Dynamics.CRM.EnumAttributeMetadata' is not supported."_s);
    }
    Definitions all;
    if (meaning.isSingle || !meaning.isCast) {
        for (const Column &column : table.columns)
            all << columnDefinition(table, column, false, With::PropertiesOnly);
    }
    if (meaning.isSingle)
        all = {pick(all, attributes)}; // 404 when there is no such column
    if (meaning.isCast) {
        const QString name = meaning.isSingle ? all.front().properties.value(u"LogicalName"_s).toString() : QString();
        all = castColumns(table, segments.at(2).name, with);
        if (meaning.isSingle)
            all.removeIf(
                [&](const Definition &one) { return one.properties.value(u"LogicalName"_s).toString() != name; });
        if (meaning.isSingle && all.isEmpty())
            refuse(code::objectDoesNotExist, u"The column '%1' is not of type '%2'."_s.arg(name, meaning.type));
    }
    meaning.definitions = all;
    return meaning;
}

Meaning belowTable(const Schema &schema, const Table &table, const QList<Segment> &segments, With with)
{
    const Segment &second = segments.at(1);
    if (second.name == u"Attributes")
        return columnsMeaning(table, segments, with);
    const Definition whole = tableDefinition(schema, table, With::Navigation);
    const auto list = whole.lists.constFind(second.name);
    if (list == whole.lists.cend() || segments.size() > 2)
        refuseResource(segments.back().name);
    Meaning meaning{.definitions = *list,
                    .type = second.name == u"Keys"                      ? u"EntityKeyMetadata"_s
                            : second.name == u"ManyToManyRelationships" ? u"ManyToManyRelationshipMetadata"_s
                                                                        : u"OneToManyRelationshipMetadata"_s,
                    .context = u"EntityDefinitions('%1')/%2"_s.arg(table.name, second.name)};
    if (second.inner) {
        meaning.isSingle = true;
        meaning.definitions = {pick(meaning.definitions, second)};
    }
    return meaning;
}

Meaning tablesMeaning(const Call &call, With with)
{
    const Segment &first = call.segments.front();
    Meaning meaning{.type = u"EntityMetadata"_s, .context = first.name};
    if (!first.inner) {
        if (call.segments.size() > 1)
            refuseResource(call.segments.at(1).name);
        meaning.definitions = tableDefinitions(call.schema, with);
        return meaning;
    }
    const Definition picked = pick(tableDefinitions(call.schema, With::PropertiesOnly), first);
    const Table &table = call.schema.at(picked.properties.value(u"LogicalName"_s).toString());
    if (call.segments.size() > 1)
        return belowTable(call.schema, table, call.segments, with);
    meaning.isSingle = true;
    meaning.definitions = {tableDefinition(call.schema, table, with)};
    return meaning;
}

Meaning meaningOf(const Call &call)
{
    const With with = call.query.expand.isEmpty() ? With::PropertiesOnly : With::Navigation;
    const Segment &first = call.segments.front();
    if (first.name == u"EntityDefinitions")
        return tablesMeaning(call, with);
    const bool isRelationships = first.name == u"RelationshipDefinitions";
    Meaning meaning{.definitions = isRelationships ? relationships(call.schema) : globalOptionSets(call.schema),
                    .isSingle = first.inner.has_value(),
                    .isCast = call.segments.size() == 2,
                    .type = isRelationships ? u"RelationshipMetadataBase"_s : u"OptionSetMetadataBase"_s,
                    .context = first.name};
    if (call.segments.size() > 2 || (meaning.isCast && !isCastName(call.segments.at(1).name)))
        refuseResource(call.segments.back().name);
    if (meaning.isCast && isRelationships) // all option sets here are of the usual type
        meaning.definitions.removeIf([&](const Definition &one) {
            return one.properties.value(u"@odata.type"_s).toString() != QString(u'#' + call.segments.at(1).name);
        });
    if (meaning.isSingle)
        meaning.definitions = {pick(meaning.definitions, first)};
    return meaning;
}

} // namespace

bool isMetadataSet(QStringView name)
{
    return name == u"EntityDefinitions" || name == u"GlobalOptionSetDefinitions" || name == u"RelationshipDefinitions";
}

httpd::Response metadata(const Call &call)
{
    call.privileges.requireAnyRole();
    if (!call.isMethod("GET")) {
        if (!call.privileges.holds(u"prvWriteEntity"_s))
            refuse(code::privilegeDenied,
                   u"Principal user is missing prvWriteEntity privilege: the application user may not customize "
                   "the environment."_s);
        refuseMethod(call);
    }
    const Query &query = call.query;
    if (query.top || !query.orderBy.isEmpty() || !query.skipToken.isEmpty())
        refuse(code::query,
               u"The query parameter %1 is not supported."_s.arg(query.top                 ? u"$top"_s
                                                                 : query.orderBy.isEmpty() ? u"$skiptoken"_s
                                                                                           : u"$orderby"_s));
    if (!query.filter.isEmpty() && call.segments.front().name == u"GlobalOptionSetDefinitions")
        refuse(code::query, u"The query parameter $filter is not supported."_s);

    const Meaning meaning = meaningOf(call);
    QString context = call.root + u"$metadata#"_s + meaning.context;
    if (query.select)
        context += u'(' + query.select->join(u',') + u')';
    if (meaning.isSingle) {
        QJsonObject answer = shaped(meaning.definitions.front(), query, meaning.type, meaning.isCast);
        answer.insert(u"@odata.context"_s, QString(context + u"/$entity"_s));
        return jsonAnswer(200, answer);
    }
    const Predicate test = testOf(query.filter, meaning.definitions, query.aliases, meaning.type);
    QJsonArray values;
    for (const Definition &definition : meaning.definitions) {
        if (test(readerOf(definition)))
            values << shaped(definition, query, meaning.type, meaning.isCast);
    }
    return jsonAnswer(200, {{u"@odata.context"_s, context}, {u"value"_s, values}});
}

} // namespace sandbox::webapi
