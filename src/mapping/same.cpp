#include "consent/isotime.h"
#include "mapping/convert.h"
#include "mapping/decimal.h"

#include <QLocale>

#include <algorithm>

namespace mapping {

using namespace Qt::StringLiterals;

namespace {

bool isEmptyValue(const QJsonValue &value)
{
    return value.isNull() || (value.isString() && value.toString().isEmpty());
}

/// A number's digits, from a JSON number or from text (large whole numbers may come as text).
std::optional<Decimal> decimalOf(const QJsonValue &value)
{
    if (value.isString())
        return Decimal::read(value.toString());
    if (!value.isDouble())
        return std::nullopt;
    const QVariant number = value.toVariant();
    if (number.typeId() == QMetaType::LongLong)
        return Decimal::read(QString::number(number.toLongLong()));
    return Decimal::read(QString::number(number.toDouble(), 'f', QLocale::FloatingPointShortest));
}

/// The literal's own digits are compared, not those that survive a double, except where the service itself has a
/// double.
bool isSameNumber(const QJsonValue &now, const QJsonValue &wanted, const QByteArray &json)
{
    constexpr qint64 inexact = 1LL << 53; // from here on a double may stand for several whole numbers
    const qint64 one = now.toInteger(inexact);
    const qint64 other = wanted.toInteger(inexact);
    const auto isExact = [](qint64 number) { return -inexact < number && number < inexact; };
    if (isExact(one) && isExact(other))
        return one == other;
    const std::optional<Decimal> before = decimalOf(now);
    const std::optional<Decimal> after = Decimal::read(QString::fromLatin1(json));
    if (!before || !after)
        return false;
    if (*before == *after)
        return true;
    const bool isFraction = !before->fraction.isEmpty() || !after->fraction.isEmpty();
    return isFraction && before->toDouble() == after->toDouble();
}

/// Seconds since the epoch: Dataverse keeps no fractions.
std::optional<qint64> secondOf(const QJsonValue &value)
{
    const std::optional<consent::IsoTime> time = consent::readIsoTime(value.toString());
    if (!time)
        return std::nullopt;
    return time->utc.toSecsSinceEpoch();
}

QList<qint64> optionsOf(const QJsonValue &value)
{
    QList<qint64> options;
    const QStringList parts = value.toString().split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const qint64 option = part.trimmed().toLongLong();
        if (!options.contains(option))
            options << option;
    }
    std::sort(options.begin(), options.end());
    return options;
}

/// "/accounts(7c0f…)" → the id.
QString boundId(const QString &path)
{
    const qsizetype open = path.lastIndexOf(u'(');
    return open < 0 ? QString() : path.mid(open + 1).chopped(1);
}

} // namespace

bool isSame(const Column &column, const QJsonValue &now, const Cell &cell)
{
    const QJsonValue after = jsonValue(cell.json);
    if (now.isUndefined() || after.isUndefined() || cell.target)
        return false; // not read, or not looked up: nobody knows
    if (isEmptyValue(now) || isEmptyValue(after))
        return isEmptyValue(now) && isEmptyValue(after); // Dataverse stores an empty text as null

    switch (column.type) {
    case ColumnType::Boolean:
        return now.isBool() && after.isBool() && now.toBool() == after.toBool();
    case ColumnType::Integer:
    case ColumnType::BigInt:
    case ColumnType::Decimal:
    case ColumnType::Double:
    case ColumnType::Money:
    case ColumnType::Choice:
    case ColumnType::State:
    case ColumnType::Status:
        return isSameNumber(now, after, cell.json);
    case ColumnType::MultiChoice:
        return now.isString() && after.isString() && optionsOf(now) == optionsOf(after);
    case ColumnType::DateTime:
    case ColumnType::DateOnly: {
        const std::optional<qint64> before = secondOf(now);
        return before && before == secondOf(after);
    }
    case ColumnType::Lookup:
    case ColumnType::Customer:
    case ColumnType::Owner:
        return now.isString() && now.toString().compare(boundId(after.toString()), Qt::CaseInsensitive) == 0;
    case ColumnType::UniqueId:
        return now.isString() && now.toString().compare(after.toString(), Qt::CaseInsensitive) == 0;
    case ColumnType::Text:
    case ColumnType::Memo:
    case ColumnType::Other:
        return now == after;
    }
    return false;
}

} // namespace mapping
