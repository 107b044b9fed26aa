#include "dataverse/key.h"

#include "dataverse/literals.h"
#include "dataverse/write.h"
#include "mapping/transform.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using mapping::ColumnType;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Write)
};

constexpr auto lookupPrefix = "_"_L1;
constexpr auto lookupSuffix = "_value"_L1;

Error invalid(const QString &column, const QString &message, const QString &fix = {})
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = column};
}

KeyPart::Form formOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
    case ColumnType::Memo:
        return KeyPart::Form::Text;
    case ColumnType::Lookup:
    case ColumnType::Customer:
    case ColumnType::Owner:
        return KeyPart::Form::RowId;
    case ColumnType::Integer:
    case ColumnType::BigInt:
    case ColumnType::Decimal:
    case ColumnType::Double:
    case ColumnType::Money:
    case ColumnType::Boolean:
    case ColumnType::Choice:
    case ColumnType::MultiChoice:
    case ColumnType::State:
    case ColumnType::Status:
    case ColumnType::DateTime:
    case ColumnType::DateOnly:
    case ColumnType::UniqueId:
    case ColumnType::Other:
        break;
    }
    return KeyPart::Form::Bare;
}

/// Numbers, dates, GUIDs, yes and no: nothing that could end a key and begin something else.
bool isBare(const QString &text)
{
    static const QRegularExpression form(uR"(\A[A-Za-z0-9.-]+\z)"_s);
    return form.match(text).hasMatch();
}

/// One part off the front of "a='x''y',b=1"; nothing when there is none.
std::optional<KeyPart> takePart(QStringView &rest)
{
    static const QRegularExpression form(
        uR"(\A([A-Za-z_][A-Za-z0-9_]*)=(?:'((?:[^']|'')*)'|([A-Za-z0-9.-]+))(?:,|\z))"_s);
    const QRegularExpressionMatch match = form.match(rest);
    if (!match.hasMatch())
        return std::nullopt;
    const bool isLast = match.capturedLength() == rest.size();
    if (isLast && rest.endsWith(u','))
        return std::nullopt;
    rest = rest.sliced(match.capturedLength());

    KeyPart part{.column = match.captured(1)};
    if (!match.hasCaptured(3)) {
        part.value = match.captured(2).replace(u"''"_s, u"'"_s);
        return part;
    }
    part.value = match.captured(3);
    const bool isLookup = part.column.startsWith(lookupPrefix) && part.column.endsWith(lookupSuffix);
    part.form = isLookup ? KeyPart::Form::RowId : KeyPart::Form::Bare;
    if (isLookup)
        part.column = part.column.sliced(lookupPrefix.size()).chopped(lookupSuffix.size());
    return part;
}

} // namespace

QByteArray KeyPart::inAddress() const
{
    switch (form) {
    case Form::Text:
        return column.toLatin1() + '=' + urlLiteral(value);
    case Form::Bare:
        break;
    case Form::RowId:
        return QString(lookupPrefix + column + lookupSuffix).toLatin1() + '=' + QUrl::toPercentEncoding(value);
    }
    return column.toLatin1() + '=' + QUrl::toPercentEncoding(value);
}

std::optional<Error> KeyPart::problem() const
{
    if (!isName(column))
        return invalid(column, Words::tr("The write addresses no row: it has neither a row id nor a key."));
    if (mapping::isRefusedByKeyUrls(value))
        return invalid(column,
                       Words::tr("The value of the alternate key “%1” is empty or holds a character that Dataverse "
                                 "does not take in an address.")
                           .arg(column),
                       Words::tr("Look the row up first and write by its row id."));
    const bool fits = form == Form::Text || (form == Form::RowId ? bareGuid(value) == value.toLower() : isBare(value));
    if (!fits)
        return invalid(column,
                       Words::tr("The value of the alternate key “%1” does not fit the column's type.").arg(column),
                       Words::tr("Load the columns again, then correct the match rule."));
    return std::nullopt;
}

Result<KeyPart> keyPart(const mapping::Column &column, const QString &value)
{
    if (value.isEmpty()) // would find every row that has an empty value
        return invalid(column.logicalName,
                       Words::tr("There is no value to look for in the column “%1”.")
                           .arg(column.displayName.isEmpty() ? column.logicalName : column.displayName));
    KeyPart part{.column = column.logicalName, .value = value, .form = formOf(column.type)};
    if (part.form == KeyPart::Form::Text) // which can be anything
        return part;
    const Result<QByteArray> literal = columnLiteral(column, value);
    if (!literal)
        return literal.error();
    part.value = QUrl::fromPercentEncoding(*literal);
    return part;
}

Result<QList<KeyPart>> keyParts(const mapping::Table &table, const QList<KeyPart> &parts)
{
    QList<KeyPart> fitting;
    for (const KeyPart &part : parts) {
        const mapping::Column *column = table.column(part.column);
        if (!column)
            return invalid(part.column,
                           Words::tr("The table “%1” has no column “%2”.").arg(table.displayName, part.column),
                           Words::tr("Load the columns again, then correct the mapping or the match column."));
        const Result<KeyPart> fit = keyPart(*column, part.value);
        if (!fit)
            return fit.error();
        fitting << *fit;
    }
    return fitting;
}

bool isRefusedByKeyUrls(const QList<KeyPart> &parts)
{
    return std::any_of(parts.cbegin(), parts.cend(),
                       [](const KeyPart &part) { return mapping::isRefusedByKeyUrls(part.value); });
}

QByteArray keyAddress(const QList<KeyPart> &parts)
{
    QByteArrayList pieces;
    for (const KeyPart &part : parts)
        pieces << part.inAddress();
    return pieces.join(',');
}

std::optional<QList<KeyPart>> partsOfAddress(const QString &address)
{
    const QString text = QUrl::fromPercentEncoding(address.toLatin1());
    const qsizetype open = text.indexOf(u'(');
    if (open < 0 || !text.endsWith(u')'))
        return std::nullopt;
    const QString inner = text.sliced(open + 1).chopped(1);
    QStringView rest = inner;
    QList<KeyPart> parts;
    QSet<QString> names;
    while (!rest.isEmpty()) {
        const std::optional<KeyPart> part = takePart(rest);
        if (!part || names.contains(part->column))
            return std::nullopt;
        names << part->column;
        parts << *part;
    }
    return parts.isEmpty() ? std::nullopt : std::optional(parts);
}

} // namespace dataverse
