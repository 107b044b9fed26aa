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
using Action = Mapping::Action::Kind;

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

/// What is usual, or the literal in its place.
Result<MaybeCell> convertAnswer(bool given, const Mapping::Action &action, const Mapping &mapping, const Column &column)
{
    if (column.type == ColumnType::Boolean)
        return convertYesNo(given, mapping, column);
    if (column.type == ColumnType::DateTime || column.type == ColumnType::DateOnly) {
        return refusal(column, Text::tr("%1 takes a date; a choice is none.").arg(column.logicalName),
                       Text::tr("Choose a yes/no, choice or text column."));
    }
    if (!action.literal.isEmpty())
        return maybe(cellOfText(column, action.literal, TextOrigin::Settings, mapping.lookup));
    if (!isText(column) || action.kind == Action::Literal) {
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

/// The literal of no choice or of a pending one.
Result<MaybeCell> convertLiteral(Mapping::State state, const QString &literal, const Mapping &mapping,
                                 const Column &column)
{
    const bool isPending = state == Mapping::State::Pending;
    if (column.type == ColumnType::Boolean) {
        return refusal(column,
                       isPending
                           ? Text::tr("%1 knows only yes and no; “pending” is neither.").arg(column.logicalName)
                           : Text::tr("%1 knows only yes and no; “no choice” is neither.").arg(column.logicalName),
                       isPending ? Text::tr("Let “pending” write nothing, or choose a column with four values.")
                                 : Text::tr("Let “no choice” write nothing, or choose a column with three values."));
    }
    if (literal.isEmpty()) {
        return refusal(
            column,
            isPending ? Text::tr("The mapping does not say what “pending” becomes in %1.").arg(column.logicalName)
                      : Text::tr("The mapping does not say what “no choice” becomes in %1.").arg(column.logicalName),
            isPending ? Text::tr("Set a value for “pending”, or let it write nothing.")
                      : Text::tr("Set a value for “no choice”, or let it write nothing."));
    }
    return maybe(cellOfText(column, literal, TextOrigin::Settings, mapping.lookup));
}

Result<MaybeCell> convertClear(Mapping::State state, const Mapping &mapping, const Column &column)
{
    if (column.type == ColumnType::Boolean && needsPolarity(mapping, column, true))
        return unconfirmed(column);
    const bool trueForbids = column.type == ColumnType::Boolean && mapping.polarity == Mapping::Polarity::Inverted;
    if (trueForbids && state != Mapping::State::Given) {
        return refusal(column,
                       Text::tr("An empty %1 does not forbid anything, so it is not emptied without consent.")
                           .arg(column.logicalName),
                       Text::tr("Leave the column alone, or choose a column with more values."));
    }
    return maybe(cellOfNothing(column, mapping.lookup));
}

Result<MaybeCell> convertState(Mapping::State state, const Mapping &mapping, const Column &column)
{
    const Mapping::Action action = mapping.actionOn(state);
    if (action.kind == Action::LeaveAlone)
        return MaybeCell();
    if (const std::optional<Error> problem = whyNotWritable(column, false))
        return *problem;
    if (action.kind == Action::Clear)
        return convertClear(state, mapping, column);
    if (state == Mapping::State::Given || state == Mapping::State::Refused)
        return convertAnswer(state == Mapping::State::Given, action, mapping, column);
    return convertLiteral(state, action.literal, mapping, column);
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

Result<MaybeCell> convertText(const QString &found, const Mapping &mapping, const Column &column, const Facts &facts)
{
    const Result<QString> changed = transformed(found, mapping.transforms, facts);
    if (!changed)
        return refusal(column, changed.error().message, changed.error().fix);
    const QString &text = *changed;
    // Ids of picked values are the organisation's; identities and metadata are the person's.
    const bool isSettings = mapping.value.startsWith("consents_"_L1) && !namesThePerson(mapping.transforms);
    const TextOrigin origin = isSettings ? TextOrigin::Settings : TextOrigin::Person;
    const bool isOption = column.type == ColumnType::Choice || column.type == ColumnType::MultiChoice;
    if (isOption && !mapping.valueTable.isEmpty())
        return convertPicked(text, origin, mapping, column);
    if (column.type != ColumnType::Boolean)
        return maybe(cellOfText(column, text, origin, mapping.lookup));

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
    const auto isUsual = [&mapping](Mapping::State state) { return mapping.actionOn(state).kind == Action::Usual; };
    const bool isPlainWord =
        isChoice && isText(column) && (isUsual(Mapping::State::Given) || isUsual(Mapping::State::Refused));
    return column.type == ColumnType::Boolean || isPlainWord;
}

std::optional<Mapping::State> stateOf(const Finding &finding)
{
    if (finding.kind == Finding::Kind::Text || (finding.kind == Finding::Kind::Absent && finding.isUntold))
        return std::nullopt;
    if (finding.kind == Finding::Kind::Absent)
        return Mapping::State::NoChoice;
    switch (finding.choice) {
    case Choice::None:
        return finding.isUntold ? std::nullopt : std::optional(Mapping::State::NoChoice);
    case Choice::Given:
        return Mapping::State::Given;
    case Choice::Refused:
        return Mapping::State::Refused;
    case Choice::Pending:
        return Mapping::State::Pending;
    }
    return std::nullopt;
}

Result<MaybeCell> convert(const Finding &finding, const Mapping &mapping, const Column &column, const Facts &facts)
{
    if (const std::optional<Mapping::State> state = stateOf(finding))
        return convertState(*state, mapping, column);
    if (finding.kind != Finding::Kind::Text)
        return MaybeCell();
    if (const std::optional<Error> problem = whyNotWritable(column, false))
        return *problem;
    return convertText(finding.text, mapping, column, facts);
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
