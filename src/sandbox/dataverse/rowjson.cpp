#include "sandbox/dataverse/rowjson.h"

#include "sandbox/dataverse/refusal.h"
#include "sandbox/dataverse/rowfilter.h"

#include <QDateTime>
#include <QLocale>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr auto formattedAnnotation = "OData.Community.Display.V1.FormattedValue"_L1;
constexpr auto lookupAnnotation = "Microsoft.Dynamics.CRM.lookuplogicalname"_L1;
constexpr auto navigationAnnotation = "Microsoft.Dynamics.CRM.associatednavigationproperty"_L1;

QString optionLabel(const Column &column, int value)
{
    const Option *option = column.option(value);
    return option ? option->label : QString::number(value);
}

} // namespace

const Column &columnOrRefuse(const Table &table, const QString &property)
{
    const Column *column = table.columnOfProperty(property);
    if (!column || !column->isSelectable())
        refuse(code::query, u"Could not find a property named '%1' on type 'Microsoft.Dynamics.CRM.%2'."_s.arg(
                                property, table.name));
    return *column;
}

QString nameOf(const Table &table, const Row &row)
{
    return table.primaryName.isEmpty() ? QString() : row.text(table.primaryName);
}

RowJson::RowJson(const Schema &schema, const Store &store, const Table &table, const Preferences &preferences,
                 const QString &root, bool isLongText)
    : m_schema(schema)
    , m_store(store)
    , m_table(table)
    , m_preferences(preferences)
    , m_root(root)
    , m_isLongText(isLongText)
{
    select({});
}

void RowJson::select(const std::optional<QStringList> &names)
{
    m_columns.clear();
    m_selected.clear();
    if (!names) {
        for (const Column &column : m_table.columns) {
            if (column.isSelectable())
                m_columns << &column;
        }
        return;
    }
    m_selected = u'(' + names->join(u',') + u')';
    m_columns << &m_table.columns.front(); // the id comes always
    for (const QString &name : *names) {
        const Column *column = &columnOrRefuse(m_table, name);
        if (!m_columns.contains(column))
            m_columns << column;
    }
}

RowJson RowJson::inside(const Table &table, const Expansion &expansion) const
{
    RowJson shape(m_schema, m_store, table, m_preferences, m_root, m_isLongText);
    shape.select(expansion.select);
    return shape;
}

QStringList RowJson::expand(const QList<Expansion> &expansions)
{
    QStringList tables;
    m_expanded.clear();
    for (const Expansion &expansion : expansions) {
        if (const auto collection = m_schema.collection(m_table, expansion.property)) {
            inside(*collection->target, expansion);
            Expanded expanded{.collection = collection, .asked = expansion};
            if (!expansion.filter.isEmpty())
                expanded.filter = parseRowFilter(expansion.filter, m_schema, *collection->target, {});
            m_expanded << expanded;
            tables << collection->target->name;
            continue;
        }
        const auto [column, navigation] = m_table.navigation(expansion.property);
        if (!column)
            refuse(code::query, u"Could not find a property named '%1' on type 'Microsoft.Dynamics.CRM.%2'."_s.arg(
                                    expansion.property, m_table.name));
        if (!expansion.filter.isEmpty())
            refuse(code::query,
                   u"$filter is for navigation properties that lead to many rows; '%1' leads to one."_s.arg(
                       expansion.property));
        for (const QString &target : navigation->targets)
            inside(m_schema.at(target), expansion);
        m_expanded << Expanded{.column = column, .navigation = navigation, .asked = expansion};
        tables += navigation->targets;
    }
    return tables;
}

QString RowJson::context() const
{
    return m_root + u"$metadata#"_s + m_table.entitySet + m_selected;
}

QJsonObject RowJson::entity(const Row &row) const
{
    QJsonObject result = object(row);
    result.insert(u"@odata.context"_s, QString(context() + u"/$entity"_s));
    return result;
}

QJsonObject RowJson::object(const Row &row) const
{
    QJsonObject result{{u"@odata.etag"_s, row.etag()}};
    for (const Column *column : m_columns)
        addColumn(result, *column, row);
    for (const Expanded &expanded : m_expanded) {
        const QString &property = expanded.asked.property;
        if (expanded.collection) {
            result.insert(property, many(expanded, row));
            continue;
        }
        const QString target = row.targets.value(expanded.column->name);
        const Row *other = expanded.navigation->targets.contains(target)
                               ? m_store.row(target, QUuid::fromString(row.text(expanded.column->name)))
                               : nullptr;
        result.insert(property,
                      other ? QJsonValue(inside(m_schema.at(target), expanded.asked).object(*other)) : QJsonValue());
    }
    return result;
}

QJsonArray RowJson::many(const Expanded &expanded, const Row &row) const
{
    const RowJson shape = inside(*expanded.collection->target, expanded.asked);
    QJsonArray rows;
    for (const Row *other : m_store.rows(*expanded.collection, row.id)) {
        if (m_isVisible && !m_isVisible(*expanded.collection->target, *other))
            continue;
        if (!expanded.filter || expanded.filter(readerOf(m_store, *other)))
            rows << shape.object(*other);
    }
    return rows;
}

void RowJson::addColumn(QJsonObject &object, const Column &column, const Row &row) const
{
    // A secured column reads as null for a caller without a column security profile.
    const QJsonValue value = column.isSecured ? QJsonValue() : row.value(column.name);
    const QString property = column.property();
    const bool isLong = column.type == Type::BigInt || column.type == Type::Decimal || column.type == Type::Money;
    object.insert(property,
                  m_isLongText && isLong && value.isDouble() ? QJsonValue(value.toVariant().toString()) : value);
    if (value.isNull())
        return;
    const auto annotate = [&](QLatin1StringView name, const QString &text) {
        if (!text.isEmpty() && m_preferences.wantsAnnotation(QString(name)))
            object.insert(property + u'@' + name, text);
    };
    annotate(formattedAnnotation, formatted(column, row));
    if (!column.isLookup())
        return;
    const QString target = row.targets.value(column.name);
    annotate(lookupAnnotation, target);
    for (const Navigation &navigation : column.navigations) {
        if (navigation.targets.contains(target))
            annotate(navigationAnnotation, navigation.property);
    }
}

QString RowJson::formatted(const Column &column, const Row &row) const
{
    const QLocale locale(QLocale::English, QLocale::UnitedStates); // the language of the simulated user
    const QJsonValue value = row.value(column.name);
    switch (column.type) {
    case Type::Boolean:
        return optionLabel(column, value.toBool() ? 1 : 0);
    case Type::Picklist:
    case Type::State:
    case Type::Status:
        return optionLabel(column, value.toInt());
    case Type::MultiSelectPicklist: {
        QStringList labels;
        for (const QString &one : value.toString().split(u',', Qt::SkipEmptyParts))
            labels << optionLabel(column, one.toInt());
        return labels.join(u"; "_s);
    }
    case Type::Integer:
    case Type::BigInt:
        return locale.toString(value.toInteger());
    case Type::Decimal:
    case Type::Double:
        return locale.toString(value.toDouble(), 'f', column.precision);
    case Type::Money: {
        const Row *currency =
            m_store.row(u"transactioncurrency"_s, QUuid::fromString(row.text(u"transactioncurrencyid"_s)));
        return (currency ? currency->text(u"currencysymbol"_s) : QString()) + locale.toString(value.toDouble(), 'f', 2);
    }
    case Type::DateTime: {
        const QDateTime moment = QDateTime::fromString(value.toString(), Qt::ISODate);
        return locale.toString(moment, column.isDateOnly() ? u"M/d/yyyy"_s : u"M/d/yyyy h:mm AP"_s);
    }
    case Type::Lookup:
    case Type::Customer:
    case Type::Owner: {
        const QString target = row.targets.value(column.name);
        const Row *other = m_store.row(target, QUuid::fromString(value.toString()));
        return other ? nameOf(m_schema.at(target), *other) : QString();
    }
    case Type::String:
    case Type::Memo:
    case Type::Uniqueidentifier:
    case Type::Virtual:
        break;
    }
    return {};
}

} // namespace sandbox::webapi
