#include "cli/mappingsuggestcommand.h"

#include "cli/textout.h"
#include "mapping/suggest.h"

#include <QJsonArray>

namespace cli {

using namespace Qt::StringLiterals;
using mapping::Suggestion;
using Polarity = profile::Mapping::Polarity;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::MappingSuggestCommand)
};

Arguments describe()
{
    Arguments arguments(
        u"mapping suggest"_s,
        Texts::tr("Suggests mappings by the likeness of names, best first: for each column that is not mapped what it "
                  "may be meant for. Nothing is changed.\n\n"
                  "--json prints: suggestions[{score, path, source, column, column_name, polarity, reason}]. A score "
                  "is between 0.5 and 1, a polarity direct, inverted or null."));
    arguments.addIntegration();
    return arguments;
}

QJsonValue polarityWord(const Suggestion &suggestion)
{
    if (!suggestion.polarity)
        return QJsonValue::Null;
    return *suggestion.polarity == Polarity::Inverted ? u"inverted"_s : u"direct"_s;
}

QString polarityText(const Suggestion &suggestion)
{
    if (!suggestion.polarity)
        return {};
    return *suggestion.polarity == Polarity::Inverted ? Texts::tr("inverted") : Texts::tr("direct");
}

} // namespace

MappingSuggestCommand::MappingSuggestCommand(Console &console, Environment &environment, QObject *parent)
    : MappingCommand(describe(), 1, console, environment, parent)
{
}

void MappingSuggestCommand::start()
{
    if (const auto found = findProfile())
        askBothEnds(*found);
}

void MappingSuggestCommand::useSurroundings()
{
    const QList<Suggestion> suggestions =
        isCurrentMode() ? mapping::suggestTargets(profile(), surroundings().consentTree, surroundings().catalogue)
                        : mapping::suggestMappings(profile(), surroundings().table, surroundings().catalogue);
    if (isJson()) {
        QJsonArray documents;
        for (const Suggestion &one : suggestions)
            documents << QJsonObject{{u"score"_s, one.score},
                                     {u"path"_s, one.value},
                                     {u"source"_s, one.sourceName},
                                     {u"column"_s, one.column},
                                     {u"column_name"_s, one.columnName},
                                     {u"polarity"_s, polarityWord(one)},
                                     {u"reason"_s, one.reason}};
        printJson({{u"suggestions"_s, documents}});
        return end(ExitCode::Done);
    }
    if (suggestions.isEmpty()) {
        out() << (isCurrentMode()
                      ? Texts::tr("No purpose or topic that is not mapped has a name like something in Didomi.")
                      : Texts::tr("No column that is not mapped has a name like something in Didomi."))
              << u'\n';
        return end(ExitCode::Done);
    }

    // An id tells nobody anything; a column goes by its logical name everywhere.
    const auto target = [this](const Suggestion &one) { return isCurrentMode() ? one.columnName : one.column; };
    TextTable table({Texts::tr("Score"), Texts::tr("Didomi"), Texts::tr("Target"), Texts::tr("Way round"),
                     Texts::tr("Value path")});
    for (const Suggestion &one : suggestions)
        table.add({QString::number(one.score, 'f', 2), one.sourceName, target(one), polarityText(one), one.value});
    table.print(out());
    out() << u'\n';
    for (const Suggestion &one : suggestions)
        out() << u"  "_s << printable(target(one)) << u": "_s << printable(one.reason) << u'\n';
    end(ExitCode::Done);
}

} // namespace cli
