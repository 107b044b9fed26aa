#include "mapping/convert.h"
#include "mapping/lint.h"

#include <QCoreApplication>

#include <algorithm>

namespace mapping {

using namespace Qt::StringLiterals;
using consent::Catalogue;
using consent::Choice;
using consent::Finding;
using consent::ValuePath;
using profile::Mapping;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(mapping::Sentence)
};

/// Sentences of which the later ones may be empty.
QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + u' ' + second;
}

QString cannotYet(const QString &what, const QString &column, const QString &why)
{
    return joined(Text::tr("%1 cannot be written to %2 yet.").arg(what, column), why);
}

QString writes(const QString &what, const QString &column, const QString &given, const QString &refused)
{
    //: %1 purpose or preference, %2 column, %3 and %4 values
    return Text::tr("%1 given writes %2 = %3, refused writes %4.").arg(what, column, given, refused);
}

QString choiceSentence(const QString &what, const Mapping &mapping, const Column &column)
{
    const auto given = convert({.kind = Finding::Kind::Choice, .choice = Choice::Given}, mapping, column);
    const auto refused = convert({.kind = Finding::Kind::Choice, .choice = Choice::Refused}, mapping, column);
    if (!given)
        return cannotYet(what, column.logicalName, given.error().message);
    if (!refused)
        return cannotYet(what, column.logicalName, refused.error().message);
    QString sentence;
    if (*given && *refused)
        sentence = writes(what, column.logicalName, (*given)->shown, (*refused)->shown);
    else if (*given)
        sentence = Text::tr("%1 given writes %2 = %3, refused leaves it alone.")
                       .arg(what, column.logicalName, (*given)->shown);
    else if (*refused)
        sentence = Text::tr("%1 refused writes %2 = %3, given leaves it alone.")
                       .arg(what, column.logicalName, (*refused)->shown);
    else
        sentence = Text::tr("%1 given or refused leaves %2 alone.").arg(what, column.logicalName);

    const auto none = convert({.kind = Finding::Kind::Absent}, mapping, column);
    if (!none)
        return joined(sentence, none.error().message);
    sentence = joined(sentence, *none ? Text::tr("No choice writes %1.").arg((*none)->shown)
                                      : Text::tr("No choice writes nothing."));
    const auto pending = convert({.kind = Finding::Kind::Choice, .choice = Choice::Pending}, mapping, column);
    if (!pending)
        return joined(sentence, pending.error().message);
    return joined(sentence, *pending ? Text::tr("A pending choice writes %1.").arg((*pending)->shown) : QString());
}

/// The same without the table: what can be said from the mapping alone.
QString bareChoiceSentence(const QString &what, const Mapping &mapping)
{
    const Column unknown{.logicalName = mapping.column, .type = ColumnType::Boolean};
    const bool isInverted = mapping.polarity == Mapping::Polarity::Inverted;
    using Kind = Mapping::Action::Kind;
    const Mapping::Action given = mapping.actionOn(Mapping::State::Given);
    const Mapping::Action refused = mapping.actionOn(Mapping::State::Refused);
    if (given.kind == Kind::Literal && refused.kind == Kind::Literal)
        return writes(what, mapping.column, given.literal, refused.literal);
    if (given.kind != refused.kind || given.kind != Kind::Usual)
        return Text::tr("%1 is written to %2 as the row’s values say.").arg(what, mapping.column);
    if (mapping.polarity != Mapping::Polarity::Unset)
        return writes(what, mapping.column, isInverted ? u"false"_s : u"true"_s, isInverted ? u"true"_s : u"false"_s);
    if (looksNegating(unknown)) {
        return cannotYet(
            what, mapping.column,
            Text::tr("Its name says that true forbids, and nobody has confirmed which way round it is written."));
    }
    return Text::tr("%1 given or refused is written to %2.").arg(what, mapping.column);
}

/// "Sports → Football (1), …": the first few rows of the table of values.
QString tableWords(const Mapping &mapping, const ValuePath &path, const Column &column, const Catalogue &catalogue)
{
    constexpr qsizetype shown = 5;
    QStringList words;
    for (const auto &[id, option] : mapping.valueTable.first(std::min(shown, mapping.valueTable.size())))
        words << u"%1 → %2"_s.arg(catalogue.valueName(path.preferenceId, id),
                                  option.isEmpty() ? u"–"_s : shownValue(column, option));
    if (mapping.valueTable.size() > shown)
        words << Text::tr("%n more", nullptr, int(mapping.valueTable.size() - shown));
    return words.join(u", "_s);
}

QString textSentence(const QString &what, const ValuePath &path, const Mapping &mapping, const Column &column,
                     const Catalogue &catalogue)
{
    if (column.type == ColumnType::Boolean) {
        const auto yes = convert({.kind = Finding::Kind::Text, .text = u"true"_s}, mapping, column);
        const auto no = convert({.kind = Finding::Kind::Text, .text = u"false"_s}, mapping, column);
        if (!yes)
            return cannotYet(what, column.logicalName, yes.error().message);
        if (!no)
            return cannotYet(what, column.logicalName, no.error().message);
        return Text::tr("%1 gets %2: true writes %3, false writes %4.")
            .arg(column.logicalName, what, (*yes)->shown, (*no)->shown);
    }
    if (column.isLookup() && !mapping.lookup.column.isEmpty()) {
        const LookupTarget *target = column.target(mapping.lookup.table);
        const QString table = target ? target->table : mapping.lookup.table;
        return Text::tr("%1 points to the row of %2 whose %3 is %4.")
            .arg(column.logicalName, table, mapping.lookup.column, what);
    }
    const bool isOption = column.type == ColumnType::Choice || column.type == ColumnType::MultiChoice;
    if (isOption && !mapping.valueTable.isEmpty()) {
        return Text::tr("%1 gets %2: %3.").arg(column.logicalName, what, tableWords(mapping, path, column, catalogue));
    }
    if (mapping.transforms.isEmpty())
        return Text::tr("%1 gets %2 as it is.").arg(column.logicalName, what);
    QStringList steps;
    for (const profile::Transform &transform : mapping.transforms)
        steps << profile::transformText(transform.kind);
    //: %3 is a list such as "in lower case, as SHA-256 hash"
    return Text::tr("%1 gets %2 %3.").arg(column.logicalName, what, steps.join(u", "_s));
}

} // namespace

QString sentence(const Mapping &mapping, const Table *table, const Catalogue *catalogue)
{
    if (mapping.column.isEmpty() || mapping.value.isEmpty())
        return Text::tr("This mapping is not complete: it needs a value and a column.");
    const Catalogue known = catalogue ? *catalogue : Catalogue();
    const ValuePath path = consent::parseValuePath(mapping.value, known).path;
    if (path.kind == ValuePath::Kind::Unknown)
        return Text::tr("“%1” is not understood, so nothing is written to %2.").arg(mapping.value, mapping.column);

    const QString what = describe(path, known);
    if (!mapping.goesToDynamics())
        return Text::tr("%1 goes to %2 in Didomi; a push leaves %1 alone.").arg(mapping.column, what);
    const QString back =
        mapping.goesToDidomi() ? Text::tr("Changes of %1 go to Didomi too.").arg(mapping.column) : QString();
    const Column *column = table ? table->column(mapping.column) : nullptr;
    if (path.isChoice())
        return joined(column ? choiceSentence(what, mapping, *column) : bareChoiceSentence(what, mapping), back);
    return joined(column ? textSentence(what, path, mapping, *column, known)
                         : Text::tr("%1 gets %2.").arg(mapping.column, what),
                  back);
}

} // namespace mapping
