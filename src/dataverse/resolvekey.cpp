#include "dataverse/resolvekey.h"

#include "core/lowercase.h"
#include "dataverse/literals.h"

#include <QDateTime>

#include <algorithm>

namespace dataverse {

using namespace Qt::StringLiterals;
using mapping::ColumnType;

namespace {

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QString moment(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // as it stands in a request (literals.cpp)
    return time.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

QString likeness(const QString &text)
{
    QString folded;
    if (isAscii(text)) { // nearly always, and much quicker
        folded = core::lowerCase(text);
    } else {
        const QString parts = text.normalized(QString::NormalizationForm_KD);
        folded.reserve(parts.size());
        for (const QChar c : parts) {
            if (!c.isMark())
                folded += c;
        }
        folded = folded.toCaseFolded();
    }
    while (!folded.isEmpty() && folded.back().isSpace())
        folded.chop(1);
    return folded;
}

QString likeness(const mapping::Column &column, const QString &value)
{
    switch (column.type) {
    case ColumnType::Text:
    case ColumnType::Memo:
        return likeness(value);
    case ColumnType::UniqueId:
    case ColumnType::Lookup:
    case ColumnType::Customer:
    case ColumnType::Owner:
        return bareGuid(value);
    case ColumnType::Decimal:
    case ColumnType::Double:
    case ColumnType::Money:
        return QString::number(value.toDouble(), 'g', 15); // "12.50" is 12.5
    case ColumnType::Integer:
    case ColumnType::BigInt:
    case ColumnType::Choice:
    case ColumnType::State:
    case ColumnType::Status:
        return QString::number(value.toLongLong());
    case ColumnType::DateTime:
        return moment(value);
    case ColumnType::Boolean:
    case ColumnType::DateOnly:
    case ColumnType::MultiChoice:
    case ColumnType::Other:
        break;
    }
    return value;
}

QString likeness(const mapping::Column &column, const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (!value.isDouble())
        return likeness(column, value.toString());
    const double number = value.toDouble();
    const qint64 whole = value.toInteger();
    // A whole one by its digits: above 2^53 a double has lost some.
    return likeness(column, double(whole) == number ? QString::number(whole) : QString::number(number, 'g', 17));
}

} // namespace dataverse
