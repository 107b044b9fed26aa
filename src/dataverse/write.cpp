#include "dataverse/write.h"

#include "core/lowercase.h"
#include "dataverse/literals.h"
#include "mapping/transform.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Write)
};

Error invalid(const QString &message, const QString &field = {}, const QString &fix = {})
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
}

/// What stands in a header must be visible: "W/" or not, and letters in quotes. By hand, as each write passes here.
bool isEntityTag(QStringView text)
{
    if (text.startsWith("W/"_L1))
        text = text.sliced(2);
    const auto isVisible = [](QChar c) { return c > u' ' && c <= u'~' && c != u'"'; };
    return text.size() >= 2 && text.front() == u'"' && text.back() == u'"' &&
           std::all_of(text.begin() + 1, text.end() - 1, isVisible);
}

/// RFC 3986, section 2.3
bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

} // namespace

bool isRefusedByKeyUrls(const QString &value)
{
    return mapping::isRefusedByKeyUrls(value);
}

/// By hand: whoever is looked up passes here.
QByteArray urlLiteral(const QString &value)
{
    constexpr char digits[] = "0123456789ABCDEF";
    const QByteArray bytes = value.toUtf8();
    QByteArray literal;
    literal.reserve(bytes.size() + 2);
    literal += '\'';
    for (const char byte : bytes) {
        if (byte == '\'') {
            literal += "%27%27"; // doubled, as a quote within quotes is
        } else if (isUnreserved(byte)) {
            literal += byte;
        } else {
            literal += '%';
            literal += digits[uchar(byte) >> 4];
            literal += digits[uchar(byte) & 0xf];
        }
    }
    literal += '\'';
    return literal;
}

QString Write::address() const
{
    if (!rowId.isEmpty())
        return entitySet + u'(' + rowId + u')';
    return entitySet + u'(' + QString::fromLatin1(keyAddress(key)) + u')';
}

std::optional<Error> Write::problem() const
{
    if (!isName(entitySet))
        return invalid(Words::tr("The write names no table."));
    if (!primaryId.isEmpty() && !isName(primaryId))
        return invalid(Words::tr("The name of the table's id column cannot be used."), primaryId);
    if (!rowId.isEmpty()) {
        if (bareGuid(rowId) != core::lowerCase(rowId))
            return invalid(Words::tr("The write addresses a row by an id that is not a GUID."));
    } else {
        if (key.isEmpty())
            return invalid(Words::tr("The write addresses no row: it has neither a row id nor a key."));
        QSet<QString> names;
        for (const KeyPart &part : key) {
            if (const std::optional<Error> problem = part.problem())
                return problem;
            if (names.contains(part.column))
                return invalid(Words::tr("The write addresses a row by the column “%1” twice.").arg(part.column),
                               part.column);
            names << part.column;
        }
    }
    if (condition == Condition::IfUnchanged && !isEntityTag(etag))
        return invalid(Words::tr(
            "The write should only happen if the row is unchanged, but the version it compares with is missing."));
    return std::nullopt;
}

} // namespace dataverse
