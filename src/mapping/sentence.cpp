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
    const QString sentence = writes(what, column.logicalName, (*given)->shown, (*refused)->shown);

    const auto none = convert({.kind = Finding::Kind::Absent}, mapping, column);
    if (!none)
        return joined(sentence, none.error().message);
    return joined(sentence,
                  *none ? Text::tr("No choice writes %1.").arg((*none)->shown) : Text::tr("No choice writes nothing."));
}

/// The same without the table: what can be said from the mapping alone.
QString bareChoiceSentence(const QString &what, const Mapping &mapping)
{
    const Column unknown{.logicalName = mapping.column, .type = ColumnType::Boolean};
    const bool isInverted = mapping.polarity == Mapping::Polarity::Inverted;
    if (!mapping.givenLiteral.isEmpty() && !mapping.refusedLiteral.isEmpty())
        return writes(what, mapping.column, mapping.givenLiteral, mapping.refusedLiteral);
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
    const bool isOption = column.type == ColumnType::Choice || column.type == ColumnType::MultiChoice;
    if (isOption && !mapping.valueTable.isEmpty()) {
        return Text::tr("%1 gets %2: %3.").arg(column.logicalName, what, tableWords(mapping, path, column, catalogue));
    }
    return Text::tr("%1 gets %2 as it is.").arg(column.logicalName, what);
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
    const Column *column = table ? table->column(mapping.column) : nullptr;
    if (path.isChoice())
        return column ? choiceSentence(what, mapping, *column) : bareChoiceSentence(what, mapping);
    return column ? textSentence(what, path, mapping, *column, known)
                  : Text::tr("%1 gets %2.").arg(mapping.column, what);
}

} // namespace mapping
