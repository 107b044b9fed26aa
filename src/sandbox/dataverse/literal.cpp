#include "sandbox/dataverse/literal.h"

#include "sandbox/dataverse/refusal.h"
#include "sandbox/dataverse/store.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringDecoder>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

Edm kindAsEdm(Literal::Kind kind)
{
    switch (kind) {
    case Literal::Kind::Null:
    case Literal::Kind::Text:
        return Edm::String;
    case Literal::Kind::Boolean:
        return Edm::Boolean;
    case Literal::Kind::Number:
        return Edm::Number;
    case Literal::Kind::Guid:
        return Edm::Guid;
    case Literal::Kind::DateTime:
        return Edm::DateTimeOffset;
    case Literal::Kind::Date:
        return Edm::Date;
    }
    return Edm::String;
}

std::optional<Literal> parseQuoted(const QString &text)
{
    // An enumeration member is a type's name before a quoted word: only the word matters here.
    static const QRegularExpression pattern(u"^(?:[A-Za-z][\\w.]*)?'((?:[^']|'')*)'$"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    return Literal{Literal::Kind::Text, match.captured(1).replace(u"''"_s, u"'"_s)};
}

std::optional<Literal> parseNumber(const QString &text)
{
    static const QRegularExpression pattern(u"^-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$"_s);
    if (!pattern.match(text).hasMatch())
        return {};
    bool isInteger = false;
    const qint64 integer = text.toLongLong(&isInteger);
    return Literal{Literal::Kind::Number, isInteger ? QJsonValue(integer) : QJsonValue(text.toDouble())};
}

} // namespace

bool Literal::fits(Edm edm) const
{
    return kind == Kind::Null || kindAsEdm(kind) == edm || (kind == Kind::Date && edm == Edm::DateTimeOffset);
}

QString Literal::typeName() const
{
    return kind == Kind::Null ? u"<null>"_s : edmName(kindAsEdm(kind));
}

Literal parseLiteral(const QString &text)
{
    if (text == u"null")
        return {};
    if (text == u"true" || text == u"false")
        return {Literal::Kind::Boolean, text == u"true"};
    if (const auto quoted = parseQuoted(text))
        return *quoted;
    if (const auto id = parseGuid(text))
        return {Literal::Kind::Guid, guidText(*id)};
    if (const auto day = parseDay(text))
        return {Literal::Kind::Date, *day};
    if (const auto moment = parseMoment(text))
        return {Literal::Kind::DateTime, *moment};
    if (const auto number = parseNumber(text))
        return *number;
    refuse(code::query, u"Unrecognized literal '%1'."_s.arg(text));
}

std::optional<QUuid> parseGuid(QStringView text)
{
    static const QRegularExpression pattern(u"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"_s);
    if (!pattern.match(text.toString()).hasMatch())
        return {};
    return QUuid::fromString(text);
}

QString guidText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

std::optional<QString> parseMoment(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d{1,7})?(Z|[+-]\\d\\d:\\d\\d)$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const QDateTime moment = QDateTime::fromString(match.captured(1) + match.captured(2), Qt::ISODate);
    if (!moment.isValid())
        return {};
    return moment.toUTC().toString(Qt::ISODate);
}

std::optional<QString> parseDay(const QString &text)
{
    static const QRegularExpression pattern(u"^\\d{4}-\\d\\d-\\d\\d$"_s);
    if (!pattern.match(text).hasMatch() || !QDate::fromString(text, Qt::ISODate).isValid())
        return {};
    return text;
}

QStringList splitOutside(const QString &text, QChar separator)
{
    QStringList parts;
    qsizetype start = 0;
    int depth = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\'')
            isQuoted = !isQuoted; // a doubled quote opens and closes: no harm
        else if (isQuoted)
            continue;
        else if (c == u'(' || c == u'[' || c == u'{')
            ++depth;
        else if (c == u')' || c == u']' || c == u'}')
            --depth;
        else if (c == separator && depth == 0) {
            parts << text.sliced(start, i - start).trimmed();
            start = i + 1;
        }
    }
    parts << text.sliced(start).trimmed();
    return parts;
}

QString decoded(QByteArrayView encoded, bool isQuery)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const char c = encoded.at(i);
        if (c == '%') {
            const QByteArray digits = encoded.sliced(i + 1, qMin<qsizetype>(2, encoded.size() - i - 1)).toByteArray();
            bool isHex = false;
            const int value = digits.toInt(&isHex, 16);
            if (!isHex || digits.size() != 2 || digits.startsWith('+') || digits.startsWith('-'))
                refuse(code::query, u"Bad Request - Error in query syntax."_s);
            bytes += char(value);
            i += 2;
        } else {
            bytes += isQuery && c == '+' ? ' ' : c;
        }
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    if (utf8.hasError())
        refuse(code::query, u"Bad Request - Invalid URL."_s);
    return text;
}

int compareValues(const QJsonValue &left, const QJsonValue &right)
{
    const auto sign = [](const auto &a, const auto &b) { return a < b ? -1 : (b < a ? 1 : 0); };
    if (left.isNull() || right.isNull())
        return sign(!left.isNull(), !right.isNull());
    if (left.isString() && right.isString())
        return sign(folded(left.toString()), folded(right.toString()));
    if (left.isBool() && right.isBool())
        return sign(left.toBool(), right.toBool());
    constexpr qint64 exact = 1LL << 53; // doubles above it have lost digits
    if (qAbs(left.toDouble()) >= double(exact) && qAbs(right.toDouble()) >= double(exact))
        return sign(left.toInteger(), right.toInteger());
    return sign(left.toDouble(), right.toDouble());
}

} // namespace sandbox::webapi
