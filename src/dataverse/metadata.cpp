#include "dataverse/metadata.h"

#include <QSet>

#include <algorithm>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using mapping::Column;
using mapping::ColumnType;

const char tableMembers[] = "LogicalName,SchemaName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,DisplayName,"
                            "ChangeTrackingEnabled,IsOptimisticConcurrencyEnabled";
const char columnMembers[] =
    "LogicalName,SchemaName,AttributeType,AttributeTypeName,AttributeOf,DisplayName,RequiredLevel,"
    "IsValidForCreate,IsValidForUpdate,IsValidForRead,IsSecured,IsPrimaryId,SourceType,DeprecatedVersion";
const char keyMembers[] = "LogicalName,SchemaName,DisplayName,KeyAttributes,EntityKeyIndexStatus";
const char relationshipMembers[] =
    "SchemaName,ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName";

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Metadata)
};

ColumnType typeOf(const QString &typeName)
{
    static const QHash<QString, ColumnType> types{
        {u"String"_s, ColumnType::Text},
        {u"Memo"_s, ColumnType::Memo},
        {u"Integer"_s, ColumnType::Integer},
        {u"BigInt"_s, ColumnType::BigInt},
        {u"Decimal"_s, ColumnType::Decimal},
        {u"Double"_s, ColumnType::Double},
        {u"Money"_s, ColumnType::Money},
        {u"Boolean"_s, ColumnType::Boolean},
        {u"Picklist"_s, ColumnType::Choice},
        {u"MultiSelectPicklist"_s, ColumnType::MultiChoice},
        {u"State"_s, ColumnType::State},
        {u"Status"_s, ColumnType::Status},
        {u"DateTime"_s, ColumnType::DateTime},
        {u"Lookup"_s, ColumnType::Lookup},
        {u"Customer"_s, ColumnType::Customer},
        {u"Owner"_s, ColumnType::Owner},
        {u"Uniqueidentifier"_s, ColumnType::UniqueId},
    };
    const QString word = typeName.endsWith("Type"_L1) ? typeName.chopped(4) : typeName;
    return types.value(word, ColumnType::Other);
}

QString typeNameOf(const QJsonObject &column)
{
    return column.value(u"AttributeTypeName")[u"Value"].toString(column.value(u"AttributeType").toString());
}

Column::Required requiredOf(const QString &level)
{
    if (level == "SystemRequired"_L1)
        return Column::Required::System;
    if (level == "ApplicationRequired"_L1)
        return Column::Required::Business;
    return level == "Recommended"_L1 ? Column::Required::Recommended : Column::Required::None;
}

std::optional<double> numberOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool isNumber = false;
    const double number = value.toString().toDouble(&isNumber); // large ones may be given as text
    return isNumber ? std::optional(number) : std::nullopt;
}

mapping::Key::Status keyStatus(const QString &word)
{
    using Status = mapping::Key::Status;
    if (word == "Active"_L1)
        return Status::Active;
    if (word == "InProgress"_L1)
        return Status::InProgress;
    return word == "Failed"_L1 ? Status::Failed : Status::Pending;
}

} // namespace

QList<TypedDetails> typedDetails()
{
    static constexpr char withOptions[] = "$select=LogicalName&$expand=OptionSet,GlobalOptionSet";
    static constexpr char withOwnOptions[] = "$select=LogicalName&$expand=OptionSet";
    return {
        {"StringAttributeMetadata", "$select=LogicalName,MaxLength,FormatName"},
        {"MemoAttributeMetadata", "$select=LogicalName,MaxLength"},
        {"IntegerAttributeMetadata", "$select=LogicalName,MinValue,MaxValue,Format"},
        {"DecimalAttributeMetadata", "$select=LogicalName,MinValue,MaxValue,Precision"},
        {"DoubleAttributeMetadata", "$select=LogicalName,MinValue,MaxValue,Precision"},
        {"MoneyAttributeMetadata", "$select=LogicalName,MinValue,MaxValue,Precision"},
        {"DateTimeAttributeMetadata", "$select=LogicalName,Format,DateTimeBehavior"},
        {"BooleanAttributeMetadata", "$select=LogicalName,DefaultValue&$expand=OptionSet,GlobalOptionSet"},
        {"PicklistAttributeMetadata", withOptions},
        {"MultiSelectPicklistAttributeMetadata", withOptions},
        {"StateAttributeMetadata", withOwnOptions},
        {"StatusAttributeMetadata", withOwnOptions},
        {"LookupAttributeMetadata", "$select=LogicalName,Targets"},
    };
}

void TableBuilder::addDetails(const QJsonArray &columns)
{
    for (const QJsonValue &column : columns)
        m_details.insert(column[u"LogicalName"].toString(), column.toObject());
}

void TableBuilder::addEntitySets(const QJsonArray &tables)
{
    for (const QJsonValue &table : tables)
        m_targets.insert(table[u"LogicalName"].toString(), table.toObject());
}

void TableBuilder::addTargetKeys(const QJsonArray &tables)
{
    for (const QJsonValue &table : tables)
        m_targetKeys.insert(table[u"LogicalName"].toString(), table[u"Keys"].toArray());
}

void TableBuilder::addTargetColumns(const QString &table, const QJsonArray &columns)
{
    for (const QJsonValue &column : columns)
        m_targetTypes[table].insert(column[u"LogicalName"].toString(), typeNameOf(column.toObject()));
}

QHash<QString, QStringList> TableBuilder::targetKeyColumns() const
{
    QHash<QString, QStringList> columns;
    for (const auto &[table, keys] : m_targetKeys.asKeyValueRange()) {
        for (const QJsonValue &key : keys) {
            const QJsonArray names = key[u"KeyAttributes"].toArray();
            if (names.size() == 1 && !columns.value(table).contains(names.first().toString()))
                columns[table] << names.first().toString();
        }
    }
    return columns;
}

/// Nothing where the environment did not tell the table's keys; keys whose column's type it did not tell are left out.
std::optional<QList<mapping::TargetKey>> TableBuilder::targetKeys(const QString &table) const
{
    const auto told = m_targetKeys.constFind(table);
    if (told == m_targetKeys.cend())
        return std::nullopt;
    QList<mapping::TargetKey> keys;
    for (const QJsonValue &entry : *told) {
        const mapping::Key one = key(entry.toObject());
        if (one.columns.size() != 1)
            continue;
        const QString type = m_targetTypes.value(table).value(one.columns.first());
        if (!type.isEmpty())
            keys.append({.column = one.columns.first(), .type = typeOf(type), .status = one.status});
    }
    return keys;
}

QStringList TableBuilder::targetTables() const
{
    QSet<QString> names;
    for (const QJsonObject &details : m_details) {
        for (const QJsonValue &target : details.value(u"Targets").toArray())
            names.insert(target.toString());
    }
    names.remove(QString());
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort();
    return sorted;
}

core::Result<mapping::Table> TableBuilder::build() const
{
    mapping::Table table;
    table.logicalName = m_definition.value(u"LogicalName").toString();
    table.displayName = m_labels.text(m_definition.value(u"DisplayName"), table.logicalName);
    table.entitySet = m_definition.value(u"EntitySetName").toString();
    table.primaryId = m_definition.value(u"PrimaryIdAttribute").toString();
    table.primaryName = m_definition.value(u"PrimaryNameAttribute").toString();
    table.hasChangeTracking = m_definition.value(u"ChangeTrackingEnabled").toBool();
    table.hasOptimisticConcurrency = m_definition.value(u"IsOptimisticConcurrencyEnabled").toBool();
    if (table.logicalName.isEmpty() || table.entitySet.isEmpty() || table.primaryId.isEmpty())
        return Error{.kind = Error::Kind::BadReply,
                     .message = Words::tr("Dataverse described the table without its name, its set or its id column."),
                     .fix = Words::tr("Check the environment's address, and whether a proxy stands in between.")};

    for (const QJsonValue &common : m_columns) {
        if (!common[u"LogicalName"].toString().isEmpty())
            table.columns.append(column(common.toObject()));
    }
    std::sort(table.columns.begin(), table.columns.end(),
              [](const Column &left, const Column &right) { return left.logicalName < right.logicalName; });
    for (const QJsonValue &entry : m_keys)
        table.keys.append(key(entry.toObject()));
    return table;
}

Column TableBuilder::column(const QJsonObject &common) const
{
    Column column;
    column.logicalName = common.value(u"LogicalName").toString();
    column.schemaName = common.value(u"SchemaName").toString();
    column.displayName = m_labels.text(common.value(u"DisplayName"), column.logicalName);
    column.typeName = typeNameOf(common);
    column.type = typeOf(column.typeName);
    column.required = requiredOf(common.value(u"RequiredLevel")[u"Value"].toString());
    column.isPrimaryId = common.value(u"IsPrimaryId").toBool();
    column.isValidForCreate = common.value(u"IsValidForCreate").toBool();
    column.isValidForUpdate = common.value(u"IsValidForUpdate").toBool();
    column.isValidForRead = common.value(u"IsValidForRead").toBool(true);
    column.isSecured = common.value(u"IsSecured").toBool();
    column.isCalculated = common.value(u"SourceType").toInt() != 0;
    column.isDeprecated = !common.value(u"DeprecatedVersion").toString().isEmpty();
    column.attributeOf = common.value(u"AttributeOf").toString();
    describe(column, m_details.value(column.logicalName));
    return column;
}

void TableBuilder::describe(Column &column, const QJsonObject &details) const
{
    column.maxLength = details.value(u"MaxLength").toInt();
    column.minimum = numberOf(details.value(u"MinValue"));
    column.maximum = numberOf(details.value(u"MaxValue"));
    column.precision = details.value(u"Precision").toInt();
    column.format = details.value(u"FormatName")[u"Value"].toString(details.value(u"Format").toString());
    if (details.value(u"DefaultValue").isBool())
        column.defaultBoolean = details.value(u"DefaultValue").toBool();

    // The behaviour counts, not the format: a local date without a time is still written as a moment.
    const QString behavior = details.value(u"DateTimeBehavior")[u"Value"].toString();
    if (column.type == ColumnType::DateTime && behavior == "DateOnly"_L1)
        column.type = ColumnType::DateOnly;
    column.isTimeZoneIndependent = behavior == "TimeZoneIndependent"_L1;

    column.options = options(details);
    column.targets = targets(column.logicalName, details.value(u"Targets").toArray());
}

QList<mapping::ChoiceOption> TableBuilder::options(const QJsonObject &details) const
{
    QJsonValue set = details.value(u"OptionSet");
    if (!set.isObject())
        set = details.value(u"GlobalOptionSet");

    QList<mapping::ChoiceOption> options;
    const auto add = [&](const QJsonValue &option, qint64 usual) {
        if (!option.isObject())
            return;
        const qint64 value = option[u"Value"].toInteger(usual);
        const QJsonValue state = option[u"State"];
        options.append({.value = value,
                        .label = m_labels.text(option[u"Label"], QString::number(value)),
                        .state = state.isDouble() ? std::optional(state.toInt()) : std::nullopt});
    };
    add(set[u"TrueOption"], 1);
    add(set[u"FalseOption"], 0);
    for (const QJsonValue &option : set[u"Options"].toArray())
        add(option, 0);
    return options;
}

QList<mapping::LookupTarget> TableBuilder::targets(const QString &column, const QJsonArray &tables) const
{
    QHash<QString, QString> navigations; ///< By referenced table.
    for (const QJsonValue &relationship : m_relationships) {
        if (relationship[u"ReferencingAttribute"].toString() == column)
            navigations.insert(relationship[u"ReferencedEntity"].toString(),
                               relationship[u"ReferencingEntityNavigationPropertyName"].toString());
    }
    // An owner's one relationship goes to the table "owner", which stands for users and teams.
    const QString only = navigations.size() == 1 ? navigations.cbegin().value() : QString();

    QList<mapping::LookupTarget> targets;
    for (const QJsonValue &entry : tables) {
        const QString table = entry.toString();
        const mapping::LookupTarget target{.table = table,
                                           .entitySet = m_targets.value(table).value(u"EntitySetName").toString(),
                                           .navigationProperty = navigations.value(table, only),
                                           .primaryId = m_targets.value(table).value(u"PrimaryIdAttribute").toString(),
                                           .keys = targetKeys(table)};
        if (!target.entitySet.isEmpty() && !target.navigationProperty.isEmpty()) // else it cannot be written
            targets.append(target);
    }
    return targets;
}

mapping::Key TableBuilder::key(const QJsonObject &object) const
{
    mapping::Key key;
    key.logicalName = object.value(u"LogicalName").toString();
    key.displayName = m_labels.text(object.value(u"DisplayName"), key.logicalName);
    for (const QJsonValue &column : object.value(u"KeyAttributes").toArray())
        key.columns.append(column.toString());
    key.status = keyStatus(object.value(u"EntityKeyIndexStatus").toString());
    return key;
}

} // namespace dataverse
