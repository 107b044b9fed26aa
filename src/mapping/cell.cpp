#include "mapping/cell.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace mapping {

using namespace Qt::StringLiterals;

namespace {

/// True for what stands in JSON as it is.
bool isPlain(QChar c)
{
    return c >= u' ' && c < QChar(0x7f) && c != u'"' && c != u'\\';
}

/// Words, whole numbers that every JSON reader takes alike, and plain texts: nearly all that is ever written. Nothing
/// for the rest.
std::optional<QJsonValue> plainValue(const QByteArray &literal)
{
    if (literal == "true" || literal == "false")
        return QJsonValue(literal == "true");
    if (literal == "null")
        return QJsonValue(QJsonValue::Null);
    constexpr qsizetype safeDigits = 15;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool isWhole = !literal.isEmpty() && literal.size() <= safeDigits && literal[0] != '0' &&
                         std::all_of(literal.cbegin(), literal.cend(), isDigit);
    if (isWhole)
        return QJsonValue(literal.toLongLong());
    const bool isText =
        literal.size() >= 2 && literal.front() == '"' && literal.back() == '"' &&
        std::all_of(literal.cbegin() + 1, literal.cend() - 1, [](char c) { return c > 0 && isPlain(QLatin1Char(c)); });
    return isText ? std::optional<QJsonValue>(QString::fromLatin1(literal.sliced(1, literal.size() - 2)))
                  : std::nullopt;
}

} // namespace

QByteArray jsonString(const QString &text)
{
    if (std::all_of(text.cbegin(), text.cend(), isPlain))
        return '"' + text.toLatin1() + '"';
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact); // ["…"]
    return array.mid(1, array.size() - 2);
}

QJsonValue jsonValue(const QByteArray &literal)
{
    if (const std::optional<QJsonValue> plain = plainValue(literal))
        return *plain;
    const QJsonArray array = QJsonDocument::fromJson('[' + literal + ']').array();
    return array.size() == 1 ? array.first() : QJsonValue(QJsonValue::Undefined);
}

QString TargetRow::address() const
{
    const bool isText = keyType == ColumnType::Text || keyType == ColumnType::Memo;
    QString doubled = value;
    const QByteArray encoded = QUrl::toPercentEncoding(isText ? doubled.replace(u'\'', u"''"_s) : doubled);
    const QByteArray literal = isText ? '\'' + encoded + '\'' : encoded;
    return entitySet + u'(' + keyColumn + u'=' + QString::fromLatin1(literal) + u')';
}

Cell boundTo(const Cell &cell, const QString &rowId)
{
    if (!cell.target)
        return cell;
    Cell bound = cell;
    bound.json = jsonString(u"/%1(%2)"_s.arg(cell.target->entitySet, rowId));
    bound.shown = u"%1 (%2)"_s.arg(cell.shown, rowId);
    bound.target.reset();
    return bound;
}

QByteArray bodyOf(const QList<Cell> &cells)
{
    QByteArray body = "{";
    for (const Cell &cell : cells) {
        if (body.size() > 1)
            body += ',';
        body += jsonString(QString::fromUtf8(cell.member)) + ':' + cell.json;
    }
    return body + '}';
}

} // namespace mapping
