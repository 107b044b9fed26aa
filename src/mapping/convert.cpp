#include "mapping/convert.h"

#include "mapping/literal.h"
#include "mapping/writable.h"

namespace mapping {

using namespace Qt::StringLiterals;
using consent::Choice;
using consent::Finding;
using core::Error;
using core::Result;
using profile::Mapping;
using MaybeCell = std::optional<Cell>;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Convert)
};

bool isText(const Column &column)
{
    return column.type == ColumnType::Text || column.type == ColumnType::Memo;
}

Result<MaybeCell> maybe(const Result<Cell> &cell)
{
    if (!cell)
        return cell.error();
    return MaybeCell(*cell);
}

Error unconfirmed(const Column &column)
{
    const QString given = column.type == ColumnType::Boolean ? shownValue(column, false) : u"false"_s;
    return refusal(
        column,
        Text::tr("The name of %1 says that true forbids, and nobody has confirmed which way round it is written.")
            .arg(column.logicalName),
        Text::tr("Confirm for this mapping that it is inverted: given then writes %1.").arg(given));
}

/// What stands in the column when the answer is yes or no.
bool stored(bool given, const Mapping &mapping)
{
    return mapping.polarity == Mapping::Polarity::Inverted ? !given : given;
}

Result<MaybeCell> convertYesNo(bool given, const Mapping &mapping, const Column &column)
{
    if (needsPolarity(mapping, column, true))
        return unconfirmed(column);
    return MaybeCell(cellOfBoolean(column, stored(given, mapping)));
}

Result<MaybeCell> convertChoice(Choice choice, const Mapping &mapping, const Column &column)
{
    const bool given = choice == Choice::Given;
    if (column.type == ColumnType::Boolean)
        return convertYesNo(given, mapping, column);
    if (column.type == ColumnType::DateTime || column.type == ColumnType::DateOnly) {
        return refusal(column, Text::tr("%1 takes a date; a choice is none.").arg(column.logicalName),
                       Text::tr("Choose a yes/no, choice or text column."));
    }
    const QString literal = given ? mapping.givenLiteral : mapping.refusedLiteral;
    if (!literal.isEmpty())
        return maybe(cellOfText(column, literal, TextOrigin::Settings));
    if (!isText(column)) {
        return refusal(
            column,
            given
                ? Text::tr("The mapping does not say what %1 becomes when the choice is given.").arg(column.logicalName)
                : Text::tr("The mapping does not say what %1 becomes when the choice is refused.")
                      .arg(column.logicalName),
            Text::tr("Set a value for given and one for refused."));
    }
    if (needsPolarity(mapping, column, true))
        return unconfirmed(column);
    return maybe(cellOfText(column, stored(given, mapping) ? u"true"_s : u"false"_s, TextOrigin::Settings));
}

Result<MaybeCell> convertNoChoice(const Mapping &mapping, const Column &column)
{
    if (column.type == ColumnType::Boolean) {
        return refusal(column, Text::tr("%1 knows only yes and no; “no choice” is neither.").arg(column.logicalName),
                       Text::tr("Let “no choice” write nothing, or choose a column with three values."));
    }
    if (mapping.noChoiceLiteral.isEmpty()) {
        return refusal(column,
                       Text::tr("The mapping does not say what “no choice” becomes in %1.").arg(column.logicalName),
                       Text::tr("Set a value for “no choice”, or let it write nothing."));
    }
    return maybe(cellOfText(column, mapping.noChoiceLiteral, TextOrigin::Settings));
}

/// Picked values, each through the mapping's table to an option.
Result<MaybeCell> convertPicked(const QString &text, TextOrigin origin, const Mapping &mapping, const Column &column)
{
    QStringList options;
    QStringList unmapped;
    const QStringList ids = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &id : ids) {
        const auto row = std::find_if(mapping.valueTable.cbegin(), mapping.valueTable.cend(),
                                      [&id](const auto &pair) { return pair.first == id.trimmed(); });
        if (row == mapping.valueTable.cend() || row->second.isEmpty())
            unmapped << id.trimmed();
        else if (!options.contains(row->second))
            options << row->second;
    }
    if (!unmapped.isEmpty()) {
        const QString words =
            origin == TextOrigin::Settings ? u'“' + unmapped.join(u"”, “"_s) + u'”' : Text::tr("the person's value");
        return refusal(
            column,
            Text::tr("The mapping does not say which option of %1 stands for %2.").arg(column.logicalName, words),
            Text::tr("Add it to the mapping's table of values."));
    }
    if (column.type == ColumnType::Choice && options.size() > 1) {
        return refusal(column,
                       Text::tr("%n values were picked, but %1 holds only one option.", nullptr, int(options.size()))
                           .arg(column.logicalName),
                       Text::tr("Choose a column with multiple options, or map its values one by one."));
    }
    return maybe(cellOfText(column, options.join(u','), TextOrigin::Settings));
}

Result<MaybeCell> convertText(const QString &text, const Mapping &mapping, const Column &column)
{
    // Ids of picked values are the organisation's; identities and metadata are the person's.
    const TextOrigin origin = mapping.value.startsWith("consents_"_L1) ? TextOrigin::Settings : TextOrigin::Person;
    const bool isOption = column.type == ColumnType::Choice || column.type == ColumnType::MultiChoice;
    if (isOption && !mapping.valueTable.isEmpty())
        return convertPicked(text, origin, mapping, column);
    if (column.type != ColumnType::Boolean)
        return maybe(cellOfText(column, text, origin));

    const Result<Cell> asIs = cellOfText(column, text, origin);
    if (!asIs)
        return asIs.error();
    return convertYesNo(asIs->json == "true", mapping, column);
}

} // namespace

bool looksNegating(const Column &column)
{
    const QString name = column.logicalName.toLower().remove(u'_');
    for (const QLatin1String word :
         {"donot"_L1, "dont"_L1, "optout"_L1, "optedout"_L1, "unsub"_L1, "disable"_L1, "suppress"_L1}) {
        if (name.contains(word))
            return true;
    }
    return false;
}

bool needsPolarity(const Mapping &mapping, const Column &column, bool isChoice)
{
    if (mapping.polarity != Mapping::Polarity::Unset || !looksNegating(column))
        return false;
    const bool isPlainWord =
        isChoice && isText(column) && (mapping.givenLiteral.isEmpty() || mapping.refusedLiteral.isEmpty());
    return column.type == ColumnType::Boolean || isPlainWord;
}

Result<MaybeCell> convert(const Finding &finding, const Mapping &mapping, const Column &column)
{
    const bool isPending = finding.kind == Finding::Kind::Choice && finding.choice == Choice::Pending;
    const bool isNone = finding.kind == Finding::Kind::Absent ||
                        (finding.kind == Finding::Kind::Choice && finding.choice == Choice::None);
    if (isPending || (isNone && (finding.isUntold || mapping.noChoice == Mapping::NoChoice::Skip)))
        return MaybeCell();
    if (const std::optional<Error> problem = whyNotWritable(column, false))
        return *problem;
    if (isNone)
        return convertNoChoice(mapping, column);
    if (finding.kind == Finding::Kind::Text)
        return convertText(finding.text, mapping, column);
    return convertChoice(finding.choice, mapping, column);
}

Result<Cell> textCell(const Column &column, const QString &text)
{
    const bool isOwnId = column.type == ColumnType::UniqueId && column.isPrimaryId && column.isValidForCreate;
    if (!isOwnId) {
        if (const std::optional<Error> problem = whyNotWritable(column, true))
            return *problem;
    }
    if (text.isEmpty()) {
        return refusal(column, Text::tr("There is nothing to write into %1.").arg(column.logicalName),
                       Text::tr("Give the person an organization_user_id in Didomi."));
    }
    if (needsPolarity({}, column, false))
        return unconfirmed(column);
    return cellOfText(column, text, TextOrigin::Person);
}

} // namespace mapping
