#include "dataverse/literals.h"

#include "dataverse/write.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using mapping::ColumnType;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Literals)
};

Error cannotHold(const mapping::Column &column, const QString &expected)
{
    return {
        .kind = Error::Kind::Invalid,
        .message =
            Words::tr("No row can be found by the column “%1”: it holds %2, and the id that was looked for is none.")
                .arg(column.displayName, expected),
        .fix = Words::tr("Match by the column that holds the ids that Didomi has."),
        .field = column.logicalName};
}

QByteArray isoDateTime(const QString &text)
{
    QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid())
        return {};
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC); // Didomi's and Dataverse's times are UTC; this machine's zone says nothing
    return QUrl::toPercentEncoding(moment.toUTC().toString(Qt::ISODateWithMs));
}

} // namespace

bool isName(QStringView text)
{
    const auto isLetter = [](char16_t c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    const auto fits = [isLetter](QChar c) {
        return isLetter(c.unicode()) || (c.unicode() >= u'0' && c.unicode() <= u'9');
    };
    return !text.isEmpty() && isLetter(text.front().unicode()) && std::all_of(text.begin(), text.end(), fits);
}

/// By hand: each row that is read passes here, and a regular expression takes longer than reading the row.
QString bareGuid(const QString &text)
{
    constexpr qsizetype length = 36;
    QStringView bare = QStringView(text).trimmed();
    if (bare.startsWith(u'{'))
        bare = bare.mid(1);
    if (bare.endsWith(u'}'))
        bare.chop(1);
    if (bare.size() != length)
        return {};
    QString guid(length, Qt::Uninitialized);
    QChar *to = guid.data();
    for (qsizetype i = 0; i < length; ++i) {
        const char16_t letter = bare[i].unicode();
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool isDigit = letter >= u'0' && letter <= u'9';
        const bool isUpper = letter >= u'A' && letter <= u'F';
        const bool isLower = letter >= u'a' && letter <= u'f';
        if (isDash ? letter != u'-' : !isDigit && !isUpper && !isLower)
            return {};
        to[i] = QChar(isUpper ? char16_t(letter + (u'a' - u'A')) : letter);
    }
    return guid;
}

core::Result<QByteArray> columnLiteral(const mapping::Column &column, const QString &value)
{
    static const QRegularExpression decimal(uR"(^-?\d{1,28}(\.\d{1,28})?$)"_s);
    switch (column.type) {
    case ColumnType::Text:
    case ColumnType::Memo:
        return urlLiteral(value);
    case ColumnType::Integer:
    case ColumnType::BigInt:
    case ColumnType::Choice:
    case ColumnType::State:
    case ColumnType::Status: {
        bool isNumber = false;
        const qlonglong number = value.toLongLong(&isNumber);
        if (!isNumber)
            return cannotHold(column, Words::tr("whole numbers"));
        return QByteArray::number(number);
    }
    case ColumnType::Decimal:
    case ColumnType::Double:
    case ColumnType::Money:
        if (!decimal.match(value).hasMatch())
            return cannotHold(column, Words::tr("numbers"));
        return value.toLatin1();
    case ColumnType::Boolean:
        if (value != "true"_L1 && value != "false"_L1)
            return cannotHold(column, Words::tr("“true” or “false”"));
        return value.toLatin1();
    case ColumnType::DateTime: {
        const QByteArray literal = isoDateTime(value);
        if (literal.isEmpty())
            return cannotHold(column, Words::tr("dates with times"));
        return literal;
    }
    case ColumnType::DateOnly: {
        const QDate date = QDate::fromString(value, Qt::ISODate);
        if (!date.isValid())
            return cannotHold(column, Words::tr("dates"));
        return date.toString(Qt::ISODate).toLatin1();
    }
    case ColumnType::Lookup:
    case ColumnType::Customer:
    case ColumnType::Owner:
    case ColumnType::UniqueId: {
        const QString id = bareGuid(value);
        if (id.isEmpty())
            return cannotHold(column, Words::tr("row ids (GUIDs)"));
        return id.toLatin1();
    }
    case ColumnType::MultiChoice:
    case ColumnType::Other:
        break;
    }
    return Error{.kind = Error::Kind::Invalid,
                 .message = Words::tr("Rows cannot be searched by the column “%1” of type %2.")
                                .arg(column.displayName, column.typeName),
                 .fix = Words::tr("Match by a text column, or by an alternate key."),
                 .field = column.logicalName};
}

} // namespace dataverse
