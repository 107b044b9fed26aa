#include "sandbox/dataverse/metadatajson.h"

#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/tables.h"

#include <limits>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr int english = 1033;

QString id(const QString &words)
{
    return guidText(stableId(u"metadata "_s + words));
}

QJsonObject label(const QString &text)
{
    if (text.isEmpty())
        return {{u"LocalizedLabels"_s, QJsonArray()}, {u"UserLocalizedLabel"_s, QJsonValue()}};
    const QJsonObject one{{u"Label"_s, text},
                          {u"LanguageCode"_s, english},
                          {u"IsManaged"_s, true},
                          {u"MetadataId"_s, id(text)},
                          {u"HasChanged"_s, QJsonValue()}};
    return {{u"LocalizedLabels"_s, QJsonArray{one}}, {u"UserLocalizedLabel"_s, one}};
}

QJsonObject managed(const QJsonValue &value, const QString &name, bool canBeChanged = true)
{
    return {{u"Value"_s, value}, {u"CanBeChanged"_s, canBeChanged}, {u"ManagedPropertyLogicalName"_s, name}};
}

bool isCustom(const QString &name)
{
    return name.contains(u'_') && !name.startsWith(u"address1_");
}

/// "BooleanAttributeMetadata", or nothing for the types that have no class of their own.
QString typeClass(const Column &column)
{
    switch (column.type) {
    case Type::Virtual:
    case Type::Uniqueidentifier:
        return {};
    case Type::Lookup:
    case Type::Customer:
    case Type::Owner:
        return u"LookupAttributeMetadata"_s;
    case Type::String:
    case Type::Memo:
    case Type::Integer:
    case Type::BigInt:
    case Type::Decimal:
    case Type::Double:
    case Type::Money:
    case Type::Boolean:
    case Type::Picklist:
    case Type::MultiSelectPicklist:
    case Type::State:
    case Type::Status:
    case Type::DateTime:
        break;
    }
    return typeName(column.type) + u"AttributeMetadata"_s;
}

QJsonObject commonProperties(const Table &table, const Column &column)
{
    const bool isMultiSelect = column.type == Type::MultiSelectPicklist;
    const bool hasSource =
        column.sourceType != 0 ||
        !(column.isLookup() || column.type == Type::Memo || column.type == Type::BigInt || column.type == Type::State ||
          column.type == Type::Status || column.type == Type::Uniqueidentifier || column.type == Type::Virtual);
    return {
        {u"MetadataId"_s, id(table.name + u'.' + column.name)},
        {u"HasChanged"_s, QJsonValue()},
        {u"LogicalName"_s, column.name},
        {u"SchemaName"_s, column.schemaName},
        {u"EntityLogicalName"_s, table.name},
        {u"AttributeType"_s, isMultiSelect ? u"Virtual"_s : typeName(column.type)}, // there is no older name for it
        {u"AttributeTypeName"_s, QJsonObject{{u"Value"_s, QString(typeName(column.type) + u"Type"_s)}}},
        {u"AttributeOf"_s, column.attributeOf.isEmpty() ? QJsonValue() : QJsonValue(column.attributeOf)},
        {u"DisplayName"_s, label(column.label)},
        {u"Description"_s, label({})},
        {u"RequiredLevel"_s, managed(column.requiredLevel, u"canmodifyrequirementlevelsettings"_s,
                                     column.requiredLevel != u"SystemRequired")},
        {u"IsValidForCreate"_s, column.isForCreate},
        {u"IsValidForRead"_s, column.isForRead},
        {u"IsValidForUpdate"_s, column.isForUpdate},
        {u"IsValidODataAttribute"_s, column.attributeOf.isEmpty()},
        {u"IsSecured"_s, column.isSecured},
        {u"IsCustomAttribute"_s, isCustom(column.name)},
        {u"IsManaged"_s, !isCustom(column.name)},
        {u"IsPrimaryId"_s, column.name == table.primaryId()},
        {u"IsPrimaryName"_s, column.name == table.primaryName},
        {u"IsLogical"_s, !column.attributeOf.isEmpty()},
        {u"IsFilterable"_s, false},
        {u"IsSearchable"_s, false},
        {u"IsRetrievable"_s, false},
        {u"IsAuditEnabled"_s, managed(true, u"canmodifyauditsettings"_s)},
        {u"IsCustomizable"_s, managed(true, u"iscustomizable"_s, false)},
        {u"SourceType"_s, hasSource ? QJsonValue(column.sourceType) : QJsonValue()},
        {u"ColumnNumber"_s, int(&column - table.columns.data()) + 1},
        {u"AutoNumberFormat"_s, QJsonValue()},
        {u"DeprecatedVersion"_s, QJsonValue()},
        {u"ExternalName"_s, QJsonValue()},
        {u"InheritsFrom"_s, QJsonValue()},
        {u"LinkedAttributeId"_s, QJsonValue()},
        {u"IntroducedVersion"_s, u"5.0.0.0"_s},
    };
}

void addTypedProperties(QJsonObject &object, const Column &column)
{
    const auto addRange = [&](const auto &minimum, const auto &maximum) {
        object.insert(u"MinValue"_s, minimum);
        object.insert(u"MaxValue"_s, maximum);
    };
    switch (column.type) {
    case Type::String:
        object.insert(u"DatabaseLength"_s, column.maxLength * 2);
        [[fallthrough]];
    case Type::Memo:
        object.insert(u"MaxLength"_s, column.maxLength);
        object.insert(u"FormatName"_s, QJsonObject{{u"Value"_s, column.format}});
        object.insert(u"Format"_s, column.format == u"Phone" ? u"Text"_s : column.format);
        break;
    case Type::Integer:
        object.insert(u"Format"_s, u"None"_s);
        addRange(qint64(column.minimum), qint64(column.maximum));
        break;
    case Type::BigInt:
        addRange(std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
        break;
    case Type::Money:
        object.insert(u"PrecisionSource"_s, 2);
        object.insert(u"IsBaseCurrency"_s, !column.calculationOf.isEmpty());
        object.insert(u"CalculationOf"_s,
                      column.calculationOf.isEmpty() ? QJsonValue() : QJsonValue(column.calculationOf));
        [[fallthrough]];
    case Type::Decimal:
    case Type::Double:
        object.insert(u"Precision"_s, column.precision);
        addRange(column.minimum, column.maximum);
        break;
    case Type::Boolean:
        object.insert(u"DefaultValue"_s, column.initial.toBool());
        break;
    case Type::Picklist:
    case Type::MultiSelectPicklist:
    case Type::State:
    case Type::Status:
        object.insert(u"DefaultFormValue"_s, column.initial.toInt(-1));
        break;
    case Type::DateTime:
        object.insert(u"Format"_s, column.format);
        object.insert(u"DateTimeBehavior"_s, QJsonObject{{u"Value"_s, column.behavior}});
        break;
    case Type::Lookup:
    case Type::Customer:
    case Type::Owner:
        object.insert(u"Targets"_s, QJsonArray::fromStringList(column.targets()));
        object.insert(u"Format"_s, u"None"_s);
        break;
    case Type::Uniqueidentifier:
    case Type::Virtual:
        break;
    }
}

QJsonObject optionJson(const Column &column, const Option &option)
{
    QJsonObject object{
        {u"Value"_s, option.value},      {u"Label"_s, label(option.label)},  {u"Description"_s, label({})},
        {u"Color"_s, QJsonValue()},      {u"ExternalValue"_s, QJsonValue()}, {u"IsManaged"_s, false},
        {u"MetadataId"_s, QJsonValue()}, {u"HasChanged"_s, QJsonValue()},    {u"ParentValues"_s, QJsonArray()}};
    if (column.type == Type::Status) {
        object.insert(u"@odata.type"_s, u"#Microsoft.Dynamics.CRM.StatusOptionMetadata"_s);
        object.insert(u"State"_s, option.state);
    } else if (column.type == Type::State) {
        object.insert(u"@odata.type"_s, u"#Microsoft.Dynamics.CRM.StateOptionMetadata"_s);
        object.insert(u"DefaultStatus"_s, option.value + 1);
        object.insert(u"InvariantName"_s, option.label);
    }
    return object;
}

} // namespace

QJsonObject tableJson(const Table &table)
{
    const bool isContact = table.name == u"contact";
    return {
        {u"MetadataId"_s, id(table.name)},
        {u"HasChanged"_s, QJsonValue()},
        {u"LogicalName"_s, table.name},
        {u"SchemaName"_s, table.schemaName},
        {u"EntitySetName"_s, table.entitySet},
        {u"LogicalCollectionName"_s, table.entitySet},
        {u"CollectionSchemaName"_s, QString(table.schemaName + u's')},
        {u"PrimaryIdAttribute"_s, table.primaryId()},
        {u"PrimaryNameAttribute"_s, table.primaryName.isEmpty() ? QJsonValue() : QJsonValue(table.primaryName)},
        {u"DisplayName"_s, label(table.label)},
        {u"DisplayCollectionName"_s, label(table.pluralLabel)},
        {u"Description"_s, label({})},
        {u"ObjectTypeCode"_s, table.typeCode},
        {u"OwnershipType"_s, table.ownership},
        {u"TableType"_s, u"Standard"_s},
        {u"ChangeTrackingEnabled"_s, isContact},
        {u"CanChangeTrackingBeEnabled"_s, managed(true, u"canchangetrackingbeenabled"_s)},
        {u"IsOptimisticConcurrencyEnabled"_s, true},
        {u"IsDuplicateDetectionEnabled"_s, managed(isContact, u"canmodifyduplicatedetectionsettings"_s)},
        {u"IsAuditEnabled"_s, managed(false, u"canmodifyauditsettings"_s)},
        {u"IsCustomEntity"_s, isCustom(table.name)},
        {u"IsCustomizable"_s, managed(true, u"iscustomizable"_s, false)},
        {u"IsManaged"_s, !isCustom(table.name) || isConsentTable(table.name)},
        {u"IsActivity"_s, false},
        {u"IsIntersect"_s, false},
        {u"IsPrivate"_s, table.name.startsWith(u"sdkmessage")},
        {u"IsLogicalEntity"_s, false},
        {u"IsValidForAdvancedFind"_s, isContact || table.name == u"account" || isCustom(table.name)},
        {u"IntroducedVersion"_s, u"5.0.0.0"_s},
    };
}

QJsonObject columnJson(const Table &table, const Column &column)
{
    QJsonObject object = commonProperties(table, column);
    addTypedProperties(object, column);
    if (const QString type = typeClass(column); !type.isEmpty())
        object.insert(u"@odata.type"_s, QString(u"#Microsoft.Dynamics.CRM."_s + type));
    return object;
}

QString metadataType(const Column &column)
{
    const QString type = typeClass(column);
    return u"Microsoft.Dynamics.CRM."_s + (type.isEmpty() ? u"AttributeMetadata"_s : type);
}

bool isCommonColumnProperty(const QString &name)
{
    static const QJsonObject common =
        commonProperties(Schema::standard().tables().front(), Schema::standard().tables().front().columns.front());
    return common.contains(name);
}

QJsonValue optionSetJson(const Table &table, const Column &column)
{
    if (column.options.isEmpty())
        return {};
    const bool isGlobal = !column.globalOptionSet.isEmpty();
    const QString name = isGlobal ? column.globalOptionSet : table.name + u'_' + column.name;
    QJsonObject object{
        {u"MetadataId"_s, id(u"options "_s + name)},
        {u"Name"_s, name},
        {u"IsGlobal"_s, isGlobal},
        {u"IsCustomOptionSet"_s, isCustom(name)},
        {u"IsManaged"_s, false},
        {u"HasChanged"_s, QJsonValue()},
        {u"DisplayName"_s, label(column.label)},
        {u"Description"_s, label({})},
        {u"OptionSetType"_s, column.type == Type::MultiSelectPicklist ? u"Picklist"_s : typeName(column.type)}};
    if (column.type == Type::Boolean) {
        object.insert(u"TrueOption"_s, optionJson(column, column.options.at(0)));
        object.insert(u"FalseOption"_s, optionJson(column, column.options.at(1)));
        return object;
    }
    QJsonArray options;
    for (const Option &option : column.options)
        options << optionJson(column, option);
    object.insert(u"Options"_s, options);
    return object;
}

QJsonObject keyJson(const Table &table, const Key &key)
{
    return {{u"MetadataId"_s, id(table.name + u" key "_s + key.name)},
            {u"HasChanged"_s, QJsonValue()},
            {u"LogicalName"_s, key.name},
            {u"SchemaName"_s, key.schemaName},
            {u"EntityLogicalName"_s, table.name},
            {u"DisplayName"_s, label(key.label)},
            {u"KeyAttributes"_s, QJsonArray::fromStringList(key.columns)},
            {u"EntityKeyIndexStatus"_s, key.status},
            {u"IsManaged"_s, false},
            {u"IsCustomizable"_s, managed(true, u"iscustomizable"_s)},
            {u"IntroducedVersion"_s, u"1.0"_s}};
}

QJsonArray relationshipsJson(const Table &table)
{
    const auto idOf = [](const QString &target) {
        const Table *known = Schema::standard().table(target);
        return known ? known->primaryId() : QString(target + u"id"_s); // an owner is no table
    };
    QJsonArray relationships;
    for (const Column &column : table.columns) {
        for (const Navigation &navigation : column.navigations) {
            const QString target = navigation.targets.size() > 1 ? u"owner"_s : navigation.targets.front();
            relationships << QJsonObject{{u"MetadataId"_s, id(u"relationship "_s + navigation.relationship)},
                                         {u"HasChanged"_s, QJsonValue()},
                                         {u"SchemaName"_s, navigation.relationship},
                                         {u"RelationshipType"_s, u"OneToManyRelationship"_s},
                                         {u"IsCustomRelationship"_s, isCustom(column.name)},
                                         {u"ReferencingEntity"_s, table.name},
                                         {u"ReferencingAttribute"_s, column.name},
                                         {u"ReferencingEntityNavigationPropertyName"_s, navigation.property},
                                         {u"ReferencedEntity"_s, target},
                                         {u"ReferencedAttribute"_s, idOf(target)},
                                         {u"ReferencedEntityNavigationPropertyName"_s, navigation.relationship}};
        }
    }
    return relationships;
}

QJsonObject linkJson(const Link &link)
{
    return {{u"MetadataId"_s, id(u"relationship "_s + link.name)},
            {u"HasChanged"_s, QJsonValue()},
            {u"SchemaName"_s, link.name},
            {u"RelationshipType"_s, u"ManyToManyRelationship"_s},
            {u"IsCustomRelationship"_s, isCustom(link.first.table)},
            {u"IntersectEntityName"_s, link.intersect},
            {u"Entity1LogicalName"_s, link.first.table},
            {u"Entity1IntersectAttribute"_s, link.first.attribute},
            {u"Entity1NavigationPropertyName"_s, link.first.navigation},
            {u"Entity2LogicalName"_s, link.second.table},
            {u"Entity2IntersectAttribute"_s, link.second.attribute},
            {u"Entity2NavigationPropertyName"_s, link.second.navigation}};
}

} // namespace sandbox::webapi
