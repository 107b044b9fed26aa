// How a text becomes the literal of each column type: dataverse-api section 4.4. Nothing is cut, rounded or guessed.

#include "mapping/literal.h"

#include "consent/isotime.h"
#include "mapping/convert.h"
#include "mapping/decimal.h"
#include "mapping/writable.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace mapping {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Cell)
};

/// A text on its way into a column.
struct Input {
    const Column &column;
    const QString &text;
    TextOrigin origin;
    const profile::LookupBy &by;

    /// The text for an error: repeated only when it is nobody's data.
    QString words() const
    {
        return origin == TextOrigin::Settings ? Text::tr("“%1”").arg(text.left(80)) : Text::tr("The person's value");
    }

    Error refused(const QString &message, const QString &fix) const { return refusal(column, message, fix); }
};

QString fixed(double number)
{
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

/// The first code unit that must not be stored: control characters and halves of surrogate pairs. -1 when there is
/// none.
qsizetype badCharacter(const QString &text, bool allowsLines)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isLine = c == u'\n' || c == u'\r' || c == u'\t';
        if (isLine ? !allowsLines : c.category() == QChar::Other_Control)
            return i;
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (c.isSurrogate() || c.unicode() >= 0xFFFE)
            return i;
    }
    return -1;
}

Result<QByteArray> textLiteral(const Input &input)
{
    const Column &column = input.column;
    const bool allowsLines = column.type == ColumnType::Memo || column.format == "TextArea"_L1;
    if (const qsizetype at = badCharacter(input.text, allowsLines); at >= 0) {
        return input.refused(Text::tr("The text for %1 holds a control character at place %2 (U+%3).")
                                 .arg(column.logicalName, QString::number(at + 1),
                                      QString::number(input.text[at].unicode(), 16).toUpper().rightJustified(4, u'0')),
                             Text::tr("Correct the text where it comes from."));
    }
    if (column.maxLength > 0 && input.text.size() > column.maxLength) {
        return input.refused(Text::tr("The text for %1 has %2 characters; the column takes at most %3.")
                                 .arg(column.logicalName)
                                 .arg(input.text.size())
                                 .arg(column.maxLength),
                             Text::tr("Make the column longer in Dataverse, or choose a longer one."));
    }
    return jsonString(input.text);
}

Error outOfRange(const Input &input, const QString &minimum, const QString &maximum)
{
    return input.refused(Text::tr("%1 does not fit %2, which takes %3 to %4.")
                             .arg(input.words(), input.column.logicalName, minimum, maximum),
                         Text::tr("Correct the value, or widen the column's range in Dataverse."));
}

/// A limit as a whole number; what no qint64 can hold is its end.
qint64 wholeLimit(std::optional<double> limit, qint64 fallback)
{
    constexpr double end = 9223372036854775808.0; // 2^63
    if (!limit)
        return fallback;
    if (*limit >= end)
        return std::numeric_limits<qint64>::max();
    if (*limit <= -end)
        return std::numeric_limits<qint64>::min();
    return qint64(*limit);
}

Result<QByteArray> wholeLiteral(const Input &input)
{
    const Column &column = input.column;
    const std::optional<Decimal> decimal = Decimal::read(input.text);
    if (!decimal || !decimal->fraction.isEmpty()) {
        return input.refused(
            Text::tr("%1 is not a whole number, as %2 needs it.").arg(input.words(), column.logicalName),
            Text::tr("Give digits only, or choose another column."));
    }
    const bool isBig = column.type == ColumnType::BigInt;
    const qint64 minimum =
        wholeLimit(column.minimum, isBig ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint32>::min());
    const qint64 maximum =
        wholeLimit(column.maximum, isBig ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint32>::max());
    bool fits = false;
    const QString text = decimal->toText();
    const qint64 number = text.toLongLong(&fits);
    if (!fits || number < minimum || number > maximum)
        return outOfRange(input, QString::number(minimum), QString::number(maximum));
    return text.toLatin1();
}

Result<QByteArray> decimalLiteral(const Input &input)
{
    const Column &column = input.column;
    const std::optional<Decimal> decimal = Decimal::read(input.text);
    if (!decimal) {
        return input.refused(
            Text::tr("%1 is not a number, as %2 needs it.").arg(input.words(), column.logicalName),
            Text::tr("Write it like 12.50: digits and a point, no exponent, no thousands separators."));
    }
    if (decimal->fraction.size() > column.precision) {
        return input.refused(
            Text::tr("%1 has %2 decimals; %3 keeps %4, and Dataverse would round it.")
                .arg(input.words(), QString::number(decimal->fraction.size()), column.logicalName,
                     QString::number(column.precision)),
            Text::tr("Round the value where it comes from, or raise the column's precision in Dataverse."));
    }
    const double number = decimal->toDouble();
    constexpr double end = std::numeric_limits<double>::max();
    if (!std::isfinite(number) || number < column.minimum.value_or(-end) || number > column.maximum.value_or(end)) {
        return outOfRange(input, column.minimum ? fixed(*column.minimum) : Text::tr("any number"),
                          column.maximum ? fixed(*column.maximum) : Text::tr("any number"));
    }
    return decimal->toText().toLatin1();
}

Result<QByteArray> booleanLiteral(const Input &input)
{
    if (input.text == "true"_L1 || input.text == "false"_L1)
        return input.text.toLatin1();
    return input.refused(
        Text::tr("%1 is neither true nor false, as %2 needs it.").arg(input.words(), input.column.logicalName),
        Text::tr("Choose a value that is given or refused, or another column."));
}

/// "1 (Consent), 2 (Marketing), …"
QString optionList(const Column &column)
{
    constexpr qsizetype shown = 8;
    QStringList words;
    for (const ChoiceOption &option : column.options.first(std::min(shown, column.options.size())))
        words << (option.label.isEmpty() ? QString::number(option.value)
                                         : u"%1 (%2)"_s.arg(QString::number(option.value), option.label));
    if (column.options.size() > shown)
        words << u"…"_s;
    return words.join(u", "_s);
}

/// The value of the option that `text` names by number. A label is refused, but its value is told.
Result<qint64> optionOf(const Input &input, const QString &text)
{
    const Column &column = input.column;
    static const QRegularExpression digits(uR"(\A-?[0-9]+\z)"_s);
    bool isNumber = false;
    const qint64 value = digits.match(text).hasMatch() ? text.toLongLong(&isNumber) : 0;
    if (isNumber && column.option(value))
        return value;

    const QString words = input.origin == TextOrigin::Settings ? Text::tr("“%1”").arg(text.left(80)) : input.words();
    for (const ChoiceOption &option : column.options) {
        if (!option.label.isEmpty() && option.label.compare(text.trimmed(), Qt::CaseInsensitive) == 0) {
            return input.refused(Text::tr("%1 is the label of an option of %2; Dataverse takes its value.")
                                     .arg(words, column.logicalName),
                                 Text::tr("Use %1.").arg(option.value));
        }
    }
    if (column.options.isEmpty()) {
        return input.refused(Text::tr("%1 has no options, so %2 cannot be one.").arg(column.logicalName, words),
                             Text::tr("Read the columns again, or choose another column."));
    }
    return input.refused(Text::tr("%1 is not an option of %2.").arg(words, column.logicalName),
                         Text::tr("Use one of: %1.").arg(optionList(column)));
}

Result<QByteArray> choiceLiteral(const Input &input)
{
    const Result<qint64> value = optionOf(input, input.text);
    if (!value)
        return value.error();
    return QByteArray::number(*value);
}

Result<QByteArray> multiChoiceLiteral(const Input &input)
{
    QList<qint64> values;
    const QStringList parts = input.text.split(u',');
    for (const QString &part : parts) {
        const Result<qint64> value = optionOf(input, part.trimmed());
        if (!value)
            return value.error();
        if (!values.contains(*value))
            values << *value;
    }
    std::sort(values.begin(), values.end());
    QStringList words;
    for (const qint64 value : std::as_const(values))
        words << QString::number(value);
    return jsonString(words.join(u','));
}

/// The years that Dataverse stores; its dates begin when SQL Server's do.
bool isStorable(const QDate &date)
{
    return date >= QDate(1753, 1, 1) && date.year() <= 9999;
}

Error outOfCalendar(const Input &input)
{
    return outOfRange(input, u"1753-01-01"_s, u"9999-12-31"_s);
}

Result<QByteArray> momentLiteral(const Input &input)
{
    const std::optional<consent::IsoTime> time = consent::readIsoTime(input.text);
    if (!time || !time->hasTime) {
        return input.refused(
            Text::tr("%1 is not a moment, as %2 needs it.").arg(input.words(), input.column.logicalName),
            Text::tr("Write it like 2026-11-20T09:58:12Z."));
    }
    if (!time->hasZone && !input.column.isTimeZoneIndependent) {
        return input.refused(
            Text::tr("%1 does not say its time zone, which %2 needs.").arg(input.words(), input.column.logicalName),
            Text::tr("End it with Z for UTC, or with an offset such as +01:00."));
    }
    if (!isStorable(time->utc.date()))
        return outOfCalendar(input);
    return jsonString(time->utc.toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s));
}

Result<QByteArray> dateLiteral(const Input &input)
{
    const std::optional<consent::IsoTime> time = consent::readIsoTime(input.text);
    if (!time || time->hasTime) {
        return input.refused(
            Text::tr("%1 is not a date without a time, as %2 needs it.").arg(input.words(), input.column.logicalName),
            Text::tr("Write it like 2026-11-20."));
    }
    if (!isStorable(time->utc.date()))
        return outOfCalendar(input);
    return jsonString(time->utc.date().toString(Qt::ISODate));
}

/// A GUID, in braces or bare, as Dataverse writes it: bare, lower case.
Result<QString> rowId(const Input &input, const QString &text)
{
    static const QRegularExpression form(uR"(\A(\{?)([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(\}?)\z)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (match.hasMatch() && match.captured(1).isEmpty() == match.captured(3).isEmpty())
        return match.captured(2).toLower();
    return input.refused(
        Text::tr("%1 is not the id of a row, as %2 needs it.").arg(input.words(), input.column.logicalName),
        Text::tr("Use the row's id, like 00000000-0000-0000-0000-000000000000."));
}

QStringList tablesOf(const Column &column)
{
    QStringList tables;
    for (const LookupTarget &target : column.targets)
        tables << target.table;
    return tables;
}

std::optional<Error> whyNotBindable(const Input &input, const LookupTarget &target)
{
    if (!target.entitySet.isEmpty() && !target.navigationProperty.isEmpty())
        return std::nullopt;
    return input.refused(Text::tr("It is not known how %1 is bound to %2.").arg(input.column.logicalName, target.table),
                         Text::tr("Read the columns again, or choose another column."));
}

QByteArray bindingOf(const LookupTarget &target)
{
    return (target.navigationProperty + u"@odata.bind"_s).toUtf8();
}

/// The text is the value of an alternate key of the target.
Result<Cell> lookupByKey(const Input &input)
{
    const Column &column = input.column;
    const LookupTarget *target = column.target(input.by.table);
    if (!target) {
        const QString tables = tablesOf(column).join(u", "_s);
        return input.by.table.isEmpty()
                   ? input.refused(Text::tr("%1 points to several tables (%2), and the mapping does not say to which.")
                                       .arg(column.logicalName, tables),
                                   Text::tr("Choose the table whose rows are meant."))
                   : input.refused(
                         Text::tr("%1 does not point to the table %2.").arg(column.logicalName, input.by.table),
                         Text::tr("Use one of: %1.").arg(tables));
    }
    if (const std::optional<Error> problem = whyNotBindable(input, *target))
        return *problem;
    if (!target->keys || target->primaryId.isEmpty()) {
        return input.refused(Text::tr("The alternate keys of the table %1 are not known, so its rows cannot be found "
                                      "by %2.")
                                 .arg(target->table, input.by.column),
                             Text::tr("Read the columns again, or name rows by their id."));
    }
    const TargetKey *key = target->keyOn(input.by.column);
    if (!key || key->status != Key::Status::Active) {
        return input.refused(
            key ? Text::tr("The alternate key on %1 of the table %2 is not active.").arg(key->column, target->table)
                : Text::tr("The table %1 has no alternate key on %2 alone.").arg(target->table, input.by.column),
            Text::tr("Name rows by another key, or by their id."));
    }
    if (const qsizetype at = badCharacter(input.text, false); at >= 0) {
        return input.refused(Text::tr("%1 holds a control character, so no row of %2 can have it as its %3.")
                                 .arg(input.words(), target->table, key->column),
                             Text::tr("Correct the text where it comes from."));
    }
    const TargetRow row{.table = target->table,
                        .entitySet = target->entitySet,
                        .primaryId = target->primaryId,
                        .keyColumn = key->column,
                        .keyType = key->type,
                        .value = input.text};
    return Cell{.column = column.logicalName,
                .member = bindingOf(*target),
                .json = jsonString(u'/' + row.address()),
                .shown = column.targets.size() > 1 ? u"%1 %2"_s.arg(target->table, input.text) : input.text,
                .target = row};
}

/// "account:7c0f…" or, where it is clear which table is meant, the bare GUID.
Result<Cell> lookupCell(const Input &input)
{
    const Column &column = input.column;
    const QStringList tables = tablesOf(column);
    if (tables.isEmpty()) {
        return input.refused(Text::tr("It is not known which tables %1 points to.").arg(column.logicalName),
                             Text::tr("Read the columns again, or choose another column."));
    }
    if (!input.by.column.isEmpty())
        return lookupByKey(input);

    const qsizetype colon = input.text.indexOf(u':');
    if (colon < 0 && column.targets.size() > 1 && input.by.table.isEmpty()) {
        return input.refused(
            Text::tr("%1 points to several tables (%2), so a bare id is not enough.")
                .arg(column.logicalName, tables.join(u", "_s)),
            Text::tr("Put the table before the id, like %1:00000000-0000-0000-0000-000000000000.").arg(tables.first()));
    }
    const QString usual = input.by.table.isEmpty() ? tables.first() : input.by.table;
    const QString table = colon < 0 ? usual : input.text.left(colon);
    const qsizetype index = tables.indexOf(table);
    if (index < 0) {
        return input.refused(Text::tr("%1 does not point to the table that the value names.").arg(column.logicalName),
                             Text::tr("Use one of: %1.").arg(tables.join(u", "_s)));
    }
    const Result<QString> id = rowId(input, input.text.mid(colon + 1));
    if (!id)
        return id.error();
    const LookupTarget &target = column.targets[index];
    if (const std::optional<Error> problem = whyNotBindable(input, target))
        return *problem;
    return Cell{.column = column.logicalName,
                .member = bindingOf(target),
                .json = jsonString(u"/%1(%2)"_s.arg(target.entitySet, *id)),
                .shown = column.targets.size() > 1 ? u"%1 %2"_s.arg(target.table, *id) : *id};
}

/// Clears the column where that is a value of its own: no text, no option.
Result<QByteArray> emptyLiteral(const Input &input)
{
    const Column &column = input.column;
    const bool canBeEmpty = column.type == ColumnType::Text || column.type == ColumnType::Memo ||
                            column.type == ColumnType::Choice || column.type == ColumnType::MultiChoice;
    if (canBeEmpty && column.required != Column::Required::System)
        return QByteArray("null");
    return input.refused(Text::tr("There is nothing to write into %1, and it cannot be empty.").arg(column.logicalName),
                         Text::tr("Choose another value or another column."));
}

Result<QByteArray> literalOf(const Input &input)
{
    if (input.text.isEmpty())
        return emptyLiteral(input);
    switch (input.column.type) {
    case ColumnType::Text:
    case ColumnType::Memo:
        return textLiteral(input);
    case ColumnType::Integer:
    case ColumnType::BigInt:
        return wholeLiteral(input);
    case ColumnType::Decimal:
    case ColumnType::Double:
    case ColumnType::Money:
        return decimalLiteral(input);
    case ColumnType::Boolean:
        return booleanLiteral(input);
    case ColumnType::Choice:
        return choiceLiteral(input);
    case ColumnType::MultiChoice:
        return multiChoiceLiteral(input);
    case ColumnType::DateTime:
        return momentLiteral(input);
    case ColumnType::DateOnly:
        return dateLiteral(input);
    case ColumnType::UniqueId: {
        const Result<QString> id = rowId(input, input.text);
        if (!id)
            return id.error();
        return jsonString(*id);
    }
    case ColumnType::Lookup: // lookupCell() makes these
    case ColumnType::Customer:
    case ColumnType::State:
    case ColumnType::Status:
    case ColumnType::Owner:
    case ColumnType::Other:
        break;
    }
    return input.refused(Text::tr("%1 cannot be written from a consent.").arg(input.column.logicalName),
                         Text::tr("Choose another column."));
}

} // namespace

Cell cellOfBoolean(const Column &column, bool value)
{
    return {.column = column.logicalName,
            .member = column.logicalName.toUtf8(),
            .json = value ? "true" : "false",
            .shown = shownValue(column, value)};
}

Result<Cell> cellOfNothing(const Column &column, const profile::LookupBy &by)
{
    if (column.required == Column::Required::System) {
        return refusal(column, Text::tr("%1 cannot be emptied: Dataverse requires it.").arg(column.logicalName),
                       Text::tr("Leave the column alone, or choose a value or another column."));
    }
    QString member = column.logicalName;
    if (column.type == ColumnType::Lookup || column.type == ColumnType::Customer) {
        const LookupTarget *target = column.target(by.table);
        if (!target || target->navigationProperty.isEmpty()) {
            return refusal(column, Text::tr("It is not known how %1 is emptied.").arg(column.logicalName),
                           Text::tr("Leave the column alone, or choose another column."));
        }
        member = QString::fromUtf8(bindingOf(*target));
    }
    return Cell{.column = column.logicalName, .member = member.toUtf8(), .json = "null", .shown = Text::tr("empty")};
}

Result<Cell> cellOfText(const Column &column, const QString &text, TextOrigin origin, const profile::LookupBy &by)
{
    const Input input{.column = column, .text = text, .origin = origin, .by = by};
    if (!text.isEmpty() && (column.type == ColumnType::Lookup || column.type == ColumnType::Customer))
        return lookupCell(input);
    const Result<QByteArray> json = literalOf(input);
    if (!json)
        return json.error();
    const QString shown = *json == "null" ? Text::tr("empty") : shownValue(column, jsonValue(*json));
    return Cell{.column = column.logicalName, .member = column.logicalName.toUtf8(), .json = *json, .shown = shown};
}

} // namespace mapping
