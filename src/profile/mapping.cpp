#include "profile/mapping.h"

#include <QCoreApplication>

namespace profile {

using namespace Qt::StringLiterals;
using Kind = Mapping::Action::Kind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::Mapping)
};

/// Of given and refused.
Mapping::Action answered(Kind kind, const QString &literal)
{
    if (kind == Kind::Usual && !literal.isEmpty())
        kind = Kind::Literal;
    return {.kind = kind, .literal = kind == Kind::Literal ? literal : QString()};
}

void setAnswered(const Mapping::Action &action, Kind &kind, QString &literal)
{
    const bool isLiteral = action.kind == Kind::Literal;
    // One way to say it: a literal that is there needs no word of its own.
    kind = isLiteral && !action.literal.isEmpty() ? Kind::Usual : action.kind;
    literal = isLiteral ? action.literal : QString();
}

/// Of no choice and pending.
Mapping::Action unanswered(Mapping::NoChoice what, const QString &literal)
{
    switch (what) {
    case Mapping::NoChoice::Skip:
        return {.kind = Kind::LeaveAlone};
    case Mapping::NoChoice::WriteLiteral:
        return {.kind = Kind::Literal, .literal = literal};
    case Mapping::NoChoice::Clear:
        return {.kind = Kind::Clear};
    }
    return {};
}

void setUnanswered(const Mapping::Action &action, Mapping::NoChoice &what, QString &literal)
{
    literal = action.kind == Kind::Literal ? action.literal : QString();
    switch (action.kind) {
    case Kind::Usual:
    case Kind::LeaveAlone:
        what = Mapping::NoChoice::Skip;
        return;
    case Kind::Literal:
        what = Mapping::NoChoice::WriteLiteral;
        return;
    case Kind::Clear:
        what = Mapping::NoChoice::Clear;
        return;
    }
}

QString keptAction(Mapping::State state, const Mapping::Action &action)
{
    const QString said = stateText(state);
    switch (action.kind) {
    case Kind::Usual:
        return {};
    case Kind::Literal:
        //: %1 is one of given, refused, no choice, pending
        return Text::tr("“%1” writes the value “%2”.").arg(said, action.literal);
    case Kind::Clear:
        return Text::tr("“%1” clears the column.").arg(said);
    case Kind::LeaveAlone: {
        const bool isDefault = state == Mapping::State::NoChoice || state == Mapping::State::Pending;
        return isDefault ? QString() : Text::tr("“%1” leaves the column alone.").arg(said);
    }
    }
    return {};
}

} // namespace

Mapping::Action Mapping::actionOn(State state) const
{
    switch (state) {
    case State::Given:
        return answered(givenAction, givenLiteral);
    case State::Refused:
        return answered(refusedAction, refusedLiteral);
    case State::NoChoice:
        return unanswered(noChoice, noChoiceLiteral);
    case State::Pending:
        return unanswered(pending, pendingLiteral);
    }
    return {};
}

void Mapping::setAction(State state, const Action &action)
{
    switch (state) {
    case State::Given:
        return setAnswered(action, givenAction, givenLiteral);
    case State::Refused:
        return setAnswered(action, refusedAction, refusedLiteral);
    case State::NoChoice:
        return setUnanswered(action, noChoice, noChoiceLiteral);
    case State::Pending:
        return setUnanswered(action, pending, pendingLiteral);
    }
}

QString stateText(Mapping::State state)
{
    switch (state) {
    case Mapping::State::Given:
        return Text::tr("given");
    case Mapping::State::Refused:
        return Text::tr("refused");
    case Mapping::State::NoChoice:
        return Text::tr("no choice");
    case Mapping::State::Pending:
        return Text::tr("pending");
    }
    return {};
}

QStringList keptBeside(const Mapping &mapping)
{
    QStringList kept;
    if (mapping.polarity == Mapping::Polarity::Inverted)
        kept << Text::tr("The column is written the other way round: given writes false.");
    else if (mapping.polarity == Mapping::Polarity::Direct)
        kept << Text::tr("It was confirmed that given writes true.");
    for (const Mapping::State state : allStates) {
        if (const QString action = keptAction(state, mapping.actionOn(state)); !action.isEmpty())
            kept << action;
    }
    if (!mapping.valueTable.isEmpty())
        kept << Text::tr("%n picked value(s) have an option of the column each.", nullptr,
                         int(mapping.valueTable.size()));
    for (const Transform &transform : mapping.transforms)
        kept << Text::tr("The text is written %1.").arg(transformText(transform.kind));
    if (mapping.direction == Mapping::Direction::ToDidomi)
        kept << Text::tr("Consents go only from Dynamics 365 to Didomi.");
    else if (mapping.direction == Mapping::Direction::Both)
        kept << Text::tr("Consents go from Dynamics 365 to Didomi too.");
    if (mapping.channel != Channel::Email)
        //: %1 is a channel: Text message, Voice
        kept << Text::tr("It is about the channel “%1”.").arg(channelText(mapping.channel));
    if (!mapping.lookup.column.isEmpty())
        kept << Text::tr("The row that the column points to is found by its column %1.").arg(mapping.lookup.column);
    if (!mapping.lookup.table.isEmpty())
        kept << Text::tr("The column points to a row of the table %1.").arg(mapping.lookup.table);
    return kept;
}

QList<int> matchMappings(const QList<Mapping> &wanted, const QList<std::pair<QString, QString>> &there, bool byValueToo)
{
    QList<int> matches(wanted.size(), -1);
    QList<bool> isTaken(there.size(), false);
    const auto pass = [&](auto goesWith) {
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            for (qsizetype k = 0; k < there.size() && matches[i] < 0; ++k) {
                if (!isTaken[k] && goesWith(wanted[i], there[k])) {
                    matches[i] = int(k);
                    isTaken[k] = true;
                }
            }
        }
    };
    pass([](const Mapping &a, const auto &b) { return a.column == b.first && a.value == b.second; });
    pass([](const Mapping &a, const auto &b) { return a.column == b.first; });
    if (byValueToo)
        pass([](const Mapping &a, const auto &b) { return a.value == b.second; });
    return matches;
}

QList<Mapping> withKept(const QList<Mapping> &mappings, const QList<Mapping> &before)
{
    QList<std::pair<QString, QString>> names;
    for (const Mapping &mapping : before)
        names << std::pair(mapping.column, mapping.value);
    const QList<int> matches = matchMappings(mappings, names, false);
    QList<Mapping> result = mappings;
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (matches[i] < 0)
            continue;
        result[i] = before[matches[i]];
        result[i].column = mappings[i].column;
        result[i].value = mappings[i].value;
    }
    return result;
}

} // namespace profile
