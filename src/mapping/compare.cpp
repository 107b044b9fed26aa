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

/// "by its id", "by new_code in new_brand"
QString lookupText(const profile::LookupBy &by)
{
    const QString how = by.column.isEmpty() ? Text::tr("by its id") : Text::tr("by %1").arg(by.column);
    //: %1 such as "by new_code", %2 a table
    return by.table.isEmpty() ? how : Text::tr("%1 in %2").arg(how, by.table);
}

QString kindText(profile::MatchRule::Kind kind)
{
    switch (kind) {
    case profile::MatchRule::Kind::AlternateKey:
        return Text::tr("by an alternate key");
    case profile::MatchRule::Kind::Column:
        return Text::tr("by a search in a column");
    case profile::MatchRule::Kind::RowId:
        return Text::tr("by their row id");
    }
    return {};
}

/// "new_country = “FR”", "new_country = metadata “country”"
QString partText(const profile::KeyPart &part)
{
    return part.from == profile::KeyPart::From::Constant ? Text::tr("%1 = “%2”").arg(part.column, part.value)
                                                         : Text::tr("%1 = metadata “%2”").arg(part.column, part.value);
}

QString partsText(const QList<profile::KeyPart> &parts)
{
    QStringList texts;
    for (const profile::KeyPart &part : parts)
        texts << partText(part);
    return texts.isEmpty() ? Text::tr("nothing") : texts.join(u", "_s);
}

QString constantOf(const QList<profile::Constant> &constants, const QString &column)
{
    for (const profile::Constant &constant : constants) {
        if (constant.column == column)
            return constant.text;
    }
    return {};
}

/// What a mapping writes: in Current mode one purpose for each channel.
QString targetOf(const Mapping &mapping)
{
    return mapping.channel == profile::Channel::Email ? mapping.column
                                                      : mapping.column + u' ' + profile::channelWord(mapping.channel);
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
    if (before.channel != after.channel)
        details << Text::tr("It is about the channel “%1”; before it was “%2”.")
                       .arg(profile::channelText(after.channel), profile::channelText(before.channel));
    if (before.lookup != after.lookup)
        details << Text::tr("The row that it points to is found %1; before it was found %2.")
                       .arg(lookupText(after.lookup), lookupText(before.lookup));
    if (details.isEmpty()) // members that differ and mean the same, as a literal that no longer counts
        details << Text::tr("Settings that have no effect differ.");
    return details;
}

} // namespace

QStringList compareRows(const profile::Profile &before, const profile::Profile &after)
{
    QStringList said;
    if (before.options.table != after.options.table)
        said << Text::tr("Rows of %1 are written; before it was %2.").arg(after.options.table, before.options.table);
    if (before.integration.upsertMode != after.integration.upsertMode)
        said << (after.integration.upsertMode ? Text::tr("Missing rows are made; before they were not.")
                                              : Text::tr("Missing rows are not made; before they were."));
    const profile::MatchRule &was = before.match;
    const profile::MatchRule &is = after.match;
    if (was.kind != is.kind)
        said << Text::tr("Rows are found %1; before it was %2.").arg(kindText(is.kind), kindText(was.kind));
    const bool hasColumn = is.kind != profile::MatchRule::Kind::RowId && was.kind != profile::MatchRule::Kind::RowId;
    if (hasColumn && was.column != is.column)
        said << Text::tr("Rows are found by %1; before it was %2.").arg(is.column, was.column);
    if (was.transforms != is.transforms)
        said << Text::tr("Ids are looked for %1; before they were looked for %2.")
                    .arg(stepsText(is.transforms), stepsText(was.transforms));
    const bool isKey = is.kind == profile::MatchRule::Kind::AlternateKey;
    if (isKey && was.more != is.more)
        said << Text::tr("The key also holds: %1; before it was: %2.").arg(partsText(is.more), partsText(was.more));
    QStringList columns;
    for (const QList<profile::Constant> &constants : {before.newRow, after.newRow}) {
        for (const profile::Constant &constant : constants) {
            if (!columns.contains(constant.column))
                columns << constant.column;
        }
    }
    for (const QString &column : std::as_const(columns)) {
        const QString old = constantOf(before.newRow, column);
        const QString now = constantOf(after.newRow, column);
        if (old != now)
            said << Text::tr("New rows get %1 in %2; before it was %3.").arg(orNothing(now), column, orNothing(old));
    }
    return said;
}

QList<Difference> compareMappings(const QList<Mapping> &before, const QList<Mapping> &after, const Catalogue *catalogue)
{
    QList<std::pair<QString, QString>> names;
    for (const Mapping &mapping : before)
        names << std::pair(targetOf(mapping), mapping.value);
    QList<Mapping> wanted = after;
    for (Mapping &mapping : wanted)
        mapping.column = targetOf(mapping);
    const QList<int> matches = profile::matchMappings(wanted, names, true);

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
