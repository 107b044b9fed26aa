#include "sandbox/dataverse/column.h"

#include <algorithm>
#include <limits>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

Column plain(Type type, QStringView schemaName, QStringView label)
{
    return {.name = schemaName.toString().toLower(),
            .schemaName = schemaName.toString(),
            .label = label.toString(),
            .type = type,
            .requiredLevel = u"None"_s};
}

} // namespace

QString typeName(Type type)
{
    switch (type) {
    case Type::String:
        return u"String"_s;
    case Type::Memo:
        return u"Memo"_s;
    case Type::Integer:
        return u"Integer"_s;
    case Type::BigInt:
        return u"BigInt"_s;
    case Type::Decimal:
        return u"Decimal"_s;
    case Type::Double:
        return u"Double"_s;
    case Type::Money:
        return u"Money"_s;
    case Type::Boolean:
        return u"Boolean"_s;
    case Type::Picklist:
        return u"Picklist"_s;
    case Type::MultiSelectPicklist:
        return u"MultiSelectPicklist"_s;
    case Type::State:
        return u"State"_s;
    case Type::Status:
        return u"Status"_s;
    case Type::DateTime:
        return u"DateTime"_s;
    case Type::Lookup:
        return u"Lookup"_s;
    case Type::Customer:
        return u"Customer"_s;
    case Type::Owner:
        return u"Owner"_s;
    case Type::Uniqueidentifier:
        return u"Uniqueidentifier"_s;
    case Type::Virtual:
        return u"Virtual"_s;
    }
    return {};
}

Edm edmOf(Type type, bool isDateOnly)
{
    switch (type) {
    case Type::String:
    case Type::Memo:
    case Type::MultiSelectPicklist:
    case Type::Virtual:
        return Edm::String;
    case Type::Integer:
    case Type::BigInt:
    case Type::Decimal:
    case Type::Double:
    case Type::Money:
    case Type::Picklist:
    case Type::State:
    case Type::Status:
        return Edm::Number;
    case Type::Boolean:
        return Edm::Boolean;
    case Type::DateTime:
        return isDateOnly ? Edm::Date : Edm::DateTimeOffset;
    case Type::Lookup:
    case Type::Customer:
    case Type::Owner:
    case Type::Uniqueidentifier:
        return Edm::Guid;
    }
    return Edm::String;
}

QString edmName(Edm edm)
{
    switch (edm) {
    case Edm::String:
        return u"Edm.String"_s;
    case Edm::Number:
        return u"Edm.Int32"_s;
    case Edm::Boolean:
        return u"Edm.Boolean"_s;
    case Edm::Guid:
        return u"Edm.Guid"_s;
    case Edm::DateTimeOffset:
        return u"Edm.DateTimeOffset"_s;
    case Edm::Date:
        return u"Edm.Date"_s;
    }
    return {};
}

bool Column::isNumber() const
{
    return type == Type::Integer || type == Type::BigInt || type == Type::Decimal || type == Type::Double ||
           type == Type::Money;
}

QString Column::property() const
{
    return isLookup() ? u'_' + name + u"_value"_s : name;
}

QStringList Column::targets() const
{
    QStringList all;
    for (const Navigation &navigation : navigations)
        all += navigation.targets;
    return all;
}

const Option *Column::option(int value) const
{
    const auto found =
        std::find_if(options.cbegin(), options.cend(), [&](const Option &o) { return o.value == value; });
    return found == options.cend() ? nullptr : &*found;
}

Column Column::readOnly() const
{
    Column column = *this;
    column.isForCreate = column.isForUpdate = false;
    return column;
}

Column Column::required(QStringView level) const
{
    Column column = *this;
    column.requiredLevel = level.toString();
    return column;
}

Column Column::secured() const
{
    Column column = *this;
    column.isSecured = true;
    return column;
}

Column Column::calculated() const
{
    Column column = readOnly();
    column.sourceType = 1;
    return column;
}

Column Column::startingAt(const QJsonValue &value) const
{
    Column column = *this;
    column.initial = value;
    return column;
}

QList<Option> options(QStringView list)
{
    QList<Option> result;
    for (const QStringView entry : list.split(u'|', Qt::SkipEmptyParts)) {
        const QList<QStringView> parts = entry.split(u'=');
        result << Option{parts.value(0).toInt(), parts.value(1).toString(), parts.value(2).toInt()};
    }
    return result;
}

Column text(QStringView schemaName, QStringView label, int maxLength, QStringView format)
{
    Column column = plain(Type::String, schemaName, label);
    column.maxLength = maxLength;
    column.format = format.toString();
    return column;
}

Column memo(QStringView schemaName, QStringView label, int maxLength)
{
    Column column = plain(Type::Memo, schemaName, label);
    column.maxLength = maxLength;
    column.format = u"TextArea"_s;
    return column;
}

Column yesNo(QStringView schemaName, QStringView label, QStringView yes, QStringView no, bool initial)
{
    Column column = plain(Type::Boolean, schemaName, label);
    column.options = {{1, yes.toString()}, {0, no.toString()}};
    column.initial = initial;
    return column;
}

Column choice(QStringView schemaName, QStringView label, QStringView list, QStringView globalName)
{
    Column column = plain(Type::Picklist, schemaName, label);
    column.options = options(list);
    column.globalOptionSet = globalName.toString();
    return column;
}

Column choices(QStringView schemaName, QStringView label, QStringView list, QStringView globalName)
{
    Column column = choice(schemaName, label, list, globalName);
    column.type = Type::MultiSelectPicklist;
    return column;
}

Column integer(QStringView schemaName, QStringView label, int minimum, int maximum)
{
    return number(Type::Integer, schemaName, label, minimum, maximum, 0);
}

Column bigInteger(QStringView schemaName, QStringView label)
{
    return number(Type::BigInt, schemaName, label, double(std::numeric_limits<qint64>::min()),
                  double(std::numeric_limits<qint64>::max()), 0);
}

Column number(Type type, QStringView schemaName, QStringView label, double minimum, double maximum, int precision)
{
    Column column = plain(type, schemaName, label);
    column.minimum = minimum;
    column.maximum = maximum;
    column.precision = precision;
    return column;
}

Column moment(QStringView schemaName, QStringView label, QStringView behavior)
{
    Column column = plain(Type::DateTime, schemaName, label);
    column.behavior = behavior.toString();
    column.format = column.isDateOnly() ? u"DateOnly"_s : u"DateAndTime"_s;
    return column;
}

Column identifier(QStringView schemaName, QStringView label)
{
    return plain(Type::Uniqueidentifier, schemaName, label);
}

Column lookup(QStringView schemaName, QStringView label, const QList<Navigation> &navigations, Type type)
{
    Column column = plain(type, schemaName, label);
    column.navigations = navigations;
    return column;
}

QList<Column> twinsOf(const Column &column)
{
    Column twin;
    switch (column.type) {
    case Type::Boolean:
    case Type::Picklist:
    case Type::MultiSelectPicklist:
    case Type::State:
    case Type::Status:
        twin = plain(Type::Virtual, column.schemaName + u"Name"_s, u"");
        twin.attributeOf = column.name;
        break;
    case Type::Lookup:
    case Type::Customer:
    case Type::Owner:
        twin = text(column.schemaName + u"Name"_s, u"", 100);
        twin.attributeOf = column.name;
        break;
    case Type::Money:
        // In a real environment AttributeOf of these is null: only CalculationOf tells.
        twin = number(Type::Money, column.schemaName + u"_Base"_s, column.label + u" (Base)"_s, -922337203685477.0,
                      922337203685477.0, 4);
        twin.calculationOf = column.name;
        break;
    case Type::String:
    case Type::Memo:
    case Type::Integer:
    case Type::BigInt:
    case Type::Decimal:
    case Type::Double:
    case Type::DateTime:
    case Type::Uniqueidentifier:
    case Type::Virtual:
        return {};
    }
    return {twin.readOnly()};
}

} // namespace sandbox::webapi
