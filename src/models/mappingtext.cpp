#include "models/mappingtext.h"

#include "consent/valuepath.h"
#include "mapping/lint.h"

#include <QCoreApplication>

namespace models {

using namespace Qt::StringLiterals;
using mapping::ConsentTree;
using profile::Mapping;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(models::Target)
};

/// An option by its label, else as it is written.
QString literalText(const mapping::Column *column, const QString &literal)
{
    bool isNumber = false;
    const qint64 value = literal.toLongLong(&isNumber);
    const mapping::ChoiceOption *option = column && isNumber ? column->option(value) : nullptr;
    return option && !option->label.isEmpty() ? option->label : literal;
}

/// What an answer writes as usual: nothing is usual for options and numbers.
QString usualText(bool value, const mapping::Column *column)
{
    using mapping::ColumnType;
    if (!column || column->type == ColumnType::Text || column->type == ColumnType::Memo)
        return value ? Texts::tr("true") : Texts::tr("false");
    if (column->type != ColumnType::Boolean)
        return Texts::tr("not set");
    const mapping::ChoiceOption *option = column->option(value ? 1 : 0);
    if (option && !option->label.isEmpty())
        return option->label;
    return value ? Texts::tr("true") : Texts::tr("false");
}

/// What one answer does; empty: nothing.
QString actionText(const Mapping &mapping, Mapping::State state, const mapping::Column *column)
{
    using Kind = Mapping::Action::Kind;
    const Mapping::Action action = mapping.actionOn(state);
    const bool isGiven = state == Mapping::State::Given;
    switch (action.kind) {
    case Kind::Usual:
        return usualText(isGiven != (mapping.polarity == Mapping::Polarity::Inverted), column);
    case Kind::Literal:
        return literalText(column, action.literal);
    case Kind::Clear:
        //: What an answer does to a column: it is emptied.
        return Texts::tr("empty");
    case Kind::LeaveAlone:
        break;
    }
    return {};
}

QString choiceText(const Mapping &mapping, const mapping::Column *column)
{
    QStringList parts;
    for (const Mapping::State state : profile::allStates) {
        const QString action = actionText(mapping, state, column);
        const bool isAnswer = state == Mapping::State::Given || state == Mapping::State::Refused;
        if (!action.isEmpty() || isAnswer)
            //: In a table: what an answer (given, refused, …) is written as. – is: not at all.
            parts += Texts::tr("%1 → %2").arg(profile::stateText(state), action.isEmpty() ? u"–"_s : action);
    }
    return parts.join(u", "_s);
}

} // namespace

QString writesText(const Mapping &mapping, bool isChoice, const mapping::Column *column)
{
    QStringList parts;
    const bool isSaid = mapping.polarity != Mapping::Polarity::Unset || !mapping.givenLiteral.isEmpty() ||
                        !mapping.refusedLiteral.isEmpty();
    if (mapping.direction == Mapping::Direction::ToDidomi)
        parts += Texts::tr("only read");
    else if (isChoice && (column || isSaid))
        parts += choiceText(mapping, column);
    else if (!mapping.valueTable.isEmpty())
        parts += Texts::tr("%n value(s) translated", nullptr, int(mapping.valueTable.size()));
    if (mapping.direction != Mapping::Direction::ToDidomi && !isChoice) {
        for (const profile::Transform &transform : mapping.transforms)
            parts += profile::transformText(transform.kind);
    }
    if (mapping.direction == Mapping::Direction::Both)
        parts += Texts::tr("and back");
    return parts.join(u", "_s);
}

QString targetName(const QString &column, const mapping::Place &known, profile::Mode mode)
{
    if (mode == profile::Mode::Current) {
        if (const ConsentTree::Topic *topic = known.tree ? known.tree->topic(column) : nullptr)
            return topic->name;
        if (const ConsentTree::Purpose *purpose = known.tree ? known.tree->purpose(column) : nullptr)
            return purpose->name;
        return column;
    }
    const mapping::Column *found = known.table ? known.table->column(column) : nullptr;
    return found ? found->displayName : column;
}

QString targetPlace(const QString &id, const ConsentTree *tree)
{
    if (!tree)
        return {};
    if (const ConsentTree::Topic *topic = tree->topic(id)) {
        const ConsentTree::Purpose *purpose = tree->purpose(topic->purposeId);
        return purpose ? Texts::tr("Topic of %1").arg(purpose->name) : Texts::tr("Topic");
    }
    return tree->purpose(id) ? Texts::tr("Purpose") : QString();
}

QString sentenceOf(const profile::Mapping &mapping, const mapping::Place &known, profile::Mode mode)
{
    if (mode == profile::Mode::Legacy)
        return mapping::sentence(mapping, known.table, known.catalogue);
    const consent::Catalogue none;
    const consent::Catalogue &catalogue = known.catalogue ? *known.catalogue : none;
    const consent::ParsedPath parsed = consent::parseValuePath(mapping.value, catalogue);
    const bool isPath = parsed.verdict != consent::ParsedPath::Verdict::NotAPath;
    const QString what = isPath ? consent::describe(parsed.path, catalogue) : mapping.value;
    //: %1 is what Didomi knows, %2 a purpose or topic of Dynamics 365, %3 a channel: Email, Text message
    return Texts::tr("%1 given opts in to “%2” by %3, refused opts out.")
        .arg(what, targetName(mapping.column, known, mode), profile::channelText(mapping.channel));
}

QString rowsText(const profile::Profile &profile, const mapping::Table *table)
{
    using Kind = profile::MatchRule::Kind;
    const bool isKnown = table && table->logicalName == profile.options.table;
    const QString name = isKnown ? table->displayName : profile.options.table;
    QStringList columns{profile.match.column};
    for (const profile::KeyPart &part : profile.match.more)
        columns += part.column;
    QString found;
    switch (profile.match.kind) {
    case Kind::AlternateKey:
        found = Texts::tr("%1, found by the key %2").arg(name, columns.join(u" + "_s));
        break;
    case Kind::Column:
        found = Texts::tr("%1, found by %2").arg(name, profile.match.column);
        break;
    case Kind::RowId:
        found = Texts::tr("%1, found by the row id").arg(name);
        break;
    }
    if (profile::modeOf(profile.integration) == profile::Mode::Current)
        return found;
    return profile.integration.upsertMode ? Texts::tr("%1; new rows for who has none").arg(found)
                                          : Texts::tr("%1; who has no row is skipped").arg(found);
}

} // namespace models
