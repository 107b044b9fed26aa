#include "mapping/compare.h"

#include "consent/valuepath.h"

#include <QCoreApplication>
#include <QSet>

namespace mapping {

using namespace Qt::StringLiterals;
using consent::Catalogue;
using profile::Mapping;
using Kind = Difference::Kind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Compare)
};

QString sourceName(const QString &value, const Catalogue *catalogue)
{
    if (!catalogue)
        return value;
    const consent::ValuePath path = consent::parseValuePath(value, *catalogue).path;
    return path.kind == consent::ValuePath::Kind::Unknown ? value : consent::describe(path, *catalogue);
}

QString polarityText(Mapping::Polarity polarity)
{
    switch (polarity) {
    case Mapping::Polarity::Unset:
        return Text::tr("not confirmed");
    case Mapping::Polarity::Direct:
        return Text::tr("direct");
    case Mapping::Polarity::Inverted:
        return Text::tr("inverted");
    }
    return {};
}

QString actionText(const Mapping::Action &action)
{
    switch (action.kind) {
    case Mapping::Action::Kind::Usual:
        return Text::tr("as usual");
    case Mapping::Action::Kind::Literal:
        return Text::tr("the value “%1”").arg(action.literal);
    case Mapping::Action::Kind::Clear:
        return Text::tr("cleared");
    case Mapping::Action::Kind::LeaveAlone:
        return Text::tr("left alone");
    }
    return {};
}

QString directionText(Mapping::Direction direction)
{
    switch (direction) {
    case Mapping::Direction::ToDynamics:
        return Text::tr("to Dynamics 365");
    case Mapping::Direction::ToDidomi:
        return Text::tr("to Didomi");
    case Mapping::Direction::Both:
        return Text::tr("both ways");
    }
    return {};
}

QString stepsText(const profile::Transforms &transforms)
{
    QStringList steps;
    for (const profile::Transform &transform : transforms)
        steps << profile::transformText(transform.kind) +
                     (transform.text.isEmpty() ? QString() : u" “%1”"_s.arg(transform.text));
    return steps.isEmpty() ? Text::tr("as it is") : steps.join(u", "_s);
}

QString optionOf(const Mapping &mapping, const QString &id)
{
    for (const auto &[key, option] : mapping.valueTable) {
        if (key == id)
            return option;
    }
    return {};
}

QString orNothing(const QString &option)
{
    return option.isEmpty() ? Text::tr("nothing") : u'“' + option + u'”';
}

QStringList detailsOf(const Mapping &before, const Mapping &after, const Catalogue *catalogue)
{
    QStringList details;
    if (before.column != after.column)
        details << Text::tr("It is written into %1; before it was %2.").arg(after.column, before.column);
    if (before.value != after.value)
        details << Text::tr("It takes %1; before it was %2.")
                       .arg(sourceName(after.value, catalogue), sourceName(before.value, catalogue));
    if (before.polarity != after.polarity)
        details << Text::tr("The way round is %1; before it was %2.")
                       .arg(polarityText(after.polarity), polarityText(before.polarity));
    for (const Mapping::State state : profile::allStates) {
        const Mapping::Action was = before.actionOn(state);
        const Mapping::Action is = after.actionOn(state);
        if (was != is)
            //: %1 is one of given, refused, no choice, pending; %2 and %3 such as "cleared"
            details << Text::tr("“%1” is now %2; before it was %3.")
                           .arg(profile::stateText(state), actionText(is), actionText(was));
    }
    QStringList ids;
    for (const QList<std::pair<QString, QString>> &table : {before.valueTable, after.valueTable}) {
        for (const auto &[id, option] : table) {
            if (!ids.contains(id))
                ids << id;
        }
    }
    for (const QString &id : std::as_const(ids)) {
        if (optionOf(before, id) != optionOf(after, id))
            details << Text::tr("The picked value “%1” becomes %2; before it was %3.")
                           .arg(id, orNothing(optionOf(after, id)), orNothing(optionOf(before, id)));
    }
    if (before.transforms != after.transforms)
        details << Text::tr("The text is written %1; before it was written %2.")
                       .arg(stepsText(after.transforms), stepsText(before.transforms));
    if (before.direction != after.direction)
        details << Text::tr("It goes %1; before it went %2.")
                       .arg(directionText(after.direction), directionText(before.direction));
    if (details.isEmpty()) // members that differ and mean the same, as a literal that no longer counts
        details << Text::tr("Settings that have no effect differ.");
    return details;
}

} // namespace

QList<Difference> compareMappings(const QList<Mapping> &before, const QList<Mapping> &after, const Catalogue *catalogue)
{
    QList<std::pair<QString, QString>> names;
    for (const Mapping &mapping : before)
        names << std::pair(mapping.column, mapping.value);
    const QList<int> matches = profile::matchMappings(after, names, true);

    QList<Difference> differences;
    for (qsizetype i = 0; i < after.size(); ++i) {
        const Mapping &mapping = after[i];
        if (matches[i] < 0) {
            differences << Difference{
                .kind = Kind::Added,
                .after = int(i),
                .column = mapping.column,
                .sentence =
                    Text::tr("%1 is new: it gets %2.").arg(mapping.column, sourceName(mapping.value, catalogue))};
        } else if (before[matches[i]] != mapping) {
            differences << Difference{.kind = Kind::Changed,
                                      .before = matches[i],
                                      .after = int(i),
                                      .column = mapping.column,
                                      .sentence = Text::tr("%1 is mapped otherwise.").arg(mapping.column),
                                      .details = detailsOf(before[matches[i]], mapping, catalogue)};
        }
    }
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (!matches.contains(int(i)))
            differences << Difference{.kind = Kind::Removed,
                                      .before = int(i),
                                      .column = before[i].column,
                                      .sentence = Text::tr("%1 is no longer mapped; it got %2.")
                                                      .arg(before[i].column, sourceName(before[i].value, catalogue))};
    }
    return differences;
}

} // namespace mapping
