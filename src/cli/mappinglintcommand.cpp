#include "cli/mappinglintcommand.h"

#include "cli/textout.h"

#include <QJsonArray>

namespace cli {

using namespace Qt::StringLiterals;
using mapping::Verdict;
using State = mapping::Verdict::State;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::MappingLintCommand)
};

constexpr auto offlineOption = "offline"_L1;

Arguments describe()
{
    Arguments arguments(
        u"mapping lint"_s,
        Texts::tr("Judges every mapping of an integration and how rows are found. Nothing is written.\n\n"
                  "--json prints: valid, offline, match{state, message, fix}, mappings[{index, column, path, state, "
                  "message, fix, sentence, suggested_polarity}], problems[{severity, field, message, fix}]. A state is "
                  "fine, warning, error or unknown. The exit code is 3 with an error, 0 with warnings."));
    arguments.addIntegration();
    arguments.addFlag(offlineOption, Texts::tr("Ask nobody: what needs the columns or Didomi's purposes is unknown."));
    return arguments;
}

QString stateWord(State state)
{
    switch (state) {
    case State::Fine:
        return u"fine"_s;
    case State::Warning:
        return u"warning"_s;
    case State::Error:
        return u"error"_s;
    case State::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString stateText(State state)
{
    switch (state) {
    case State::Fine:
        return Texts::tr("fine");
    case State::Warning:
        return Texts::tr("warning");
    case State::Error:
        return Texts::tr("error");
    case State::Unknown:
        return Texts::tr("not checked");
    }
    return {};
}

QJsonValue polarityWord(const Verdict &verdict)
{
    if (!verdict.suggestedPolarity)
        return QJsonValue::Null;
    return *verdict.suggestedPolarity == profile::Mapping::Polarity::Inverted ? u"inverted"_s : u"direct"_s;
}

QJsonObject asJson(const Verdict &verdict)
{
    return {{u"state"_s, stateWord(verdict.state)}, {u"message"_s, verdict.message}, {u"fix"_s, verdict.fix}};
}

/// What is wrong with the file itself: whether two mappings or a rule fit together at all.
bool isAboutMappings(const profile::Problem &problem)
{
    return problem.field.startsWith("mappings"_L1) || problem.field.startsWith("match"_L1);
}

} // namespace

MappingLintCommand::MappingLintCommand(Console &console, Environment &environment, QObject *parent)
    : MappingCommand(describe(), 1, console, environment, parent)
{
}

void MappingLintCommand::start()
{
    const auto found = findProfile();
    if (!found)
        return;
    if (arguments().isSet(offlineOption))
        report(*found, nullptr, nullptr);
    else
        askBothEnds(*found);
}

void MappingLintCommand::useSurroundings()
{
    report(profile(), &surroundings().table, &surroundings().catalogue);
}

void MappingLintCommand::report(const profile::Profile &judged, const mapping::Table *table,
                                const consent::Catalogue *catalogue)
{
    const QList<profile::Mapping> &mappings = judged.integration.mappings;
    const QList<Verdict> verdicts = mapping::lint(judged, table, catalogue);
    const Verdict match = table ? mapping::lintMatch(judged.match, *table) : Verdict();
    bool isValid = match.state != State::Error;

    QJsonArray problems;
    for (const profile::Problem &problem : profile::validate(judged)) {
        if (!isAboutMappings(problem))
            continue;
        const bool isError = problem.severity == profile::Problem::Severity::Error;
        isValid = isValid && !isError;
        problems << QJsonObject{{u"severity"_s, isError ? u"error"_s : u"warning"_s},
                                {u"field"_s, problem.field},
                                {u"message"_s, problem.message},
                                {u"fix"_s, problem.fix}};
    }

    QJsonArray rows;
    TextTable lines({Texts::tr("Row"), Texts::tr("Didomi"), Texts::tr("Column"), Texts::tr("Verdict")});
    QStringList notes;
    const auto note = [&](const QString &where, State state, const QString &message, const QString &fix) {
        if (!message.isEmpty())
            notes << u"%1 (%2): %3"_s.arg(where, stateText(state), message);
        if (!message.isEmpty() && !fix.isEmpty())
            notes << u"  "_s + fix;
    };
    for (qsizetype i = 0; i < mappings.size(); ++i) {
        const profile::Mapping &one = mappings.at(i);
        const Verdict &verdict = verdicts.at(i);
        isValid = isValid && verdict.state != State::Error;
        QJsonObject row = asJson(verdict);
        row.insert(u"index"_s, i);
        row.insert(u"column"_s, one.column);
        row.insert(u"path"_s, one.value);
        row.insert(u"sentence"_s, mapping::sentence(one, table, catalogue));
        row.insert(u"suggested_polarity"_s, polarityWord(verdict));
        rows << row;
        lines.add({QString::number(i + 1), one.value, one.column, stateText(verdict.state)});
        note(Texts::tr("Row %1").arg(i + 1), verdict.state, verdict.message, verdict.fix);
    }
    note(Texts::tr("Match rule"), match.state, match.message, match.fix);
    for (const QJsonValue &problem : std::as_const(problems)) {
        const bool isError = problem[u"severity"] == "error"_L1;
        note(problem[u"field"].toString(), isError ? State::Error : State::Warning, problem[u"message"].toString(),
             problem[u"fix"].toString());
    }

    if (isJson()) {
        printJson({{u"valid"_s, isValid},
                   {u"offline"_s, table == nullptr},
                   {u"match"_s, asJson(match)},
                   {u"mappings"_s, rows},
                   {u"problems"_s, problems}});
    } else {
        if (mappings.isEmpty())
            out() << Texts::tr("This integration has no mappings.") << u'\n';
        else
            lines.print(out());
        if (!notes.isEmpty())
            out() << u'\n';
        for (const QString &line : std::as_const(notes))
            out() << printable(line) << u'\n';
    }
    end(isValid ? ExitCode::Done : ExitCode::Invalid);
}

} // namespace cli
