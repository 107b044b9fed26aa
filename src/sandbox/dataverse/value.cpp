#include "sandbox/dataverse/value.h"

#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/refusal.h"

#include <algorithm>
#include <cmath>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

/// What is being checked, for the messages.
struct Place {
    const QString &table;
    const Column &column;
    const QJsonValue &value;

    QString shown() const { return value.isString() ? value.toString() : value.toVariant().toString(); }

    [[noreturn]] void wrongType(QStringView expected) const
    {
        refuse(code::payload,
               u"Error identified in Payload provided by the user for Entity :'%1', InnerException : "
               "Cannot convert the value of '%2' to the expected type '%3'."_s.arg(table, column.name, expected));
    }

    [[noreturn]] void outOfRange(const Code &code) const
    {
        refuse(code, u"A validation error occurred. The value %1 of '%2' on record of type '%3' is outside the valid "
                     "range. Accepted Values: %4 to %5"_s.arg(shown(), column.name, table,
                                                              QString::number(column.minimum, 'g', 17),
                                                              QString::number(column.maximum, 'g', 17)));
    }

    void checkOption(int option) const
    {
        if (column.option(option))
            return;
        QStringList accepted;
        for (const Option &one : column.options)
            accepted << QString::number(one.value);
        refuse(code::optionOutOfRange,
               u"A validation error occurred. The value %1 of '%2' on record of type '%3' is outside the valid range. "
               "Accepted Values: %4"_s.arg(QString::number(option), column.name, table, accepted.join(u',')));
    }
};

QJsonValue textValue(const Place &place)
{
    if (!place.value.isString())
        place.wrongType(u"Edm.String");
    const QString text = place.value.toString();
    for (const QChar c : text) {
        if ((c < u' ' && c != u'\t' && c != u'\n' && c != u'\r') || c == QChar(0xfffe) || c == QChar(0xffff))
            refuse(code::invalidCharacters,
                   u"Invalid character in field '%1': hexadecimal value 0x%2, is an invalid character."_s.arg(
                       place.column.name, QString::number(c.unicode(), 16)));
    }
    if (text.size() > place.column.maxLength)
        refuse(code::stringTooLong,
               u"A validation error occurred. The length of the '%1' attribute of the '%2' entity exceeded the "
               "maximum allowed length of '%3'."_s.arg(place.column.name, place.table)
                   .arg(place.column.maxLength));
    return text.isEmpty() ? QJsonValue() : QJsonValue(text); // an empty text is stored as null
}

/// The number as JSON has it, or as text where that is allowed.
QJsonValue numberValue(const Place &place, bool isTextAllowed, QStringView expected)
{
    if (place.value.isDouble())
        return place.value;
    if (!isTextAllowed || !place.value.isString())
        place.wrongType(expected);
    try {
        const Literal literal = parseLiteral(place.value.toString());
        if (literal.kind == Literal::Kind::Number)
            return literal.value;
    } catch (const Refusal &) {
        // said below, with the column's name
    }
    place.wrongType(expected);
}

QJsonValue integerValue(const Place &place)
{
    const QJsonValue number = numberValue(place, false, u"Edm.Int32");
    const double value = number.toDouble();
    if (value != std::floor(value) || std::abs(value) > 2147483648.0)
        place.wrongType(u"Edm.Int32");
    if (value < place.column.minimum || value > place.column.maximum)
        place.outOfRange(code::integerOutOfRange);
    return qint64(value);
}

QJsonValue bigIntegerValue(const Place &place, bool isTextAllowed)
{
    const QJsonValue number = numberValue(place, isTextAllowed, u"Edm.Int64");
    if (number.toVariant().typeId() != QMetaType::LongLong) // a fraction, or more than 64 bits hold
        place.wrongType(u"Edm.Int64");
    return number;
}

QJsonValue decimalValue(const Place &place, bool isTextAllowed)
{
    const double value =
        numberValue(place, isTextAllowed, place.column.type == Type::Double ? u"Edm.Double" : u"Edm.Decimal")
            .toDouble();
    if (value < place.column.minimum || value > place.column.maximum)
        place.outOfRange(code::decimalOutOfRange);
    const double scale = std::pow(10.0, place.column.precision);
    return std::round(value * scale) / scale;
}

QJsonValue optionValue(const Place &place)
{
    const double value = place.value.toDouble();
    if (!place.value.isDouble() || value != std::floor(value) || std::abs(value) > 2147483648.0)
        place.wrongType(u"Edm.Int32");
    place.checkOption(int(value));
    return int(value);
}

QJsonValue optionsValue(const Place &place)
{
    if (!place.value.isString())
        place.wrongType(u"Edm.String");
    QList<int> chosen;
    for (const QString &part : place.value.toString().split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int option = part.trimmed().toInt(&isNumber);
        if (!isNumber)
            refuse(code::invalidArgument,
                   u"Invalid value '%1' for the multi-select attribute '%2': option values are integers."_s.arg(
                       part, place.column.name));
        place.checkOption(option);
        if (!chosen.contains(option))
            chosen << option;
    }
    std::sort(chosen.begin(), chosen.end());
    QStringList texts;
    for (const int option : std::as_const(chosen))
        texts << QString::number(option);
    return texts.isEmpty() ? QJsonValue() : QJsonValue(texts.join(u','));
}

QJsonValue dateTimeValue(const Place &place)
{
    if (!place.value.isString())
        place.wrongType(edmName(place.column.edm()));
    QString text = place.value.toString();
    // A wall-clock time has no zone: what stands there for it means nothing.
    if (place.column.behavior == u"TimeZoneIndependent" && parseMoment(text))
        text = text.first(19) + u'Z';
    const std::optional<QString> stored = place.column.isDateOnly() ? parseDay(text) : parseMoment(text);
    if (!stored)
        refuse(code::invalidDateTime, u"Cannot convert the literal '%1' of '%2' to the expected type '%3'."_s.arg(
                                          text, place.column.name, edmName(place.column.edm())));
    if (*stored < u"1753-01-01"_s)
        refuse(
            code::invalidDateTime,
            u"DateTime is less than minimum value supported by CrmDateTime. Actual value: %1, Minimum value supported: "
            "01/01/1753 00:00:00 (attribute '%2')"_s.arg(text, place.column.name));
    return *stored;
}

} // namespace

QJsonValue storable(const QString &table, const Column &column, const QJsonValue &value, bool isLongText)
{
    const Place place{table, column, value};
    if (value.isNull()) {
        if (column.requiredLevel == u"SystemRequired")
            refuse(code::requiredMissing, u"Attribute '%1' cannot be NULL"_s.arg(column.name));
        return {};
    }
    switch (column.type) {
    case Type::String:
    case Type::Memo:
        return textValue(place);
    case Type::Integer:
        return integerValue(place);
    case Type::BigInt:
        return bigIntegerValue(place, isLongText);
    case Type::Decimal:
    case Type::Money:
        return decimalValue(place, isLongText);
    case Type::Double:
        return decimalValue(place, false);
    case Type::Boolean:
        if (!value.isBool())
            place.wrongType(u"Edm.Boolean");
        return value;
    case Type::Picklist:
    case Type::State:
    case Type::Status:
        return optionValue(place);
    case Type::MultiSelectPicklist:
        return optionsValue(place);
    case Type::DateTime:
        return dateTimeValue(place);
    case Type::Uniqueidentifier:
        if (const auto id = value.isString() ? parseGuid(value.toString()) : std::nullopt)
            return guidText(*id);
        place.wrongType(u"Edm.Guid");
    case Type::Lookup:
    case Type::Customer:
    case Type::Owner:
    case Type::Virtual:
        break; // never reached by name: rows show them under another one
    }
    place.wrongType(u"Edm.String");
}

} // namespace sandbox::webapi
