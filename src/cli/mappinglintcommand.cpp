#include "cli/mappinglintcommand.h"

#include "cli/textout.h"

#include <QJsonArray>

namespace cli {

using namespace Qt::StringLiterals;
using mapping::LintFinding;
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
                  "message, fix, sentence, suggested_polarity, findings[]}], findings[{code, severity, message, fix}] "
                  "about the whole, problems[{severity, field, message, fix}]. A state is fine, warning, error or "
                  "unknown. The exit code is 3 with an error, 0 with warnings."));
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

QJsonArray asJson(const QList<LintFinding> &findings)
{
    QJsonArray documents;
    for (const LintFinding &finding : findings)
        documents << QJsonObject{{u"code"_s, finding.code},
                                 {u"severity"_s, mapping::severityWord(finding.severity)},
                                 {u"message"_s, finding.message},
                                 {u"fix"_s, finding.fix}};
    return documents;
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
        report(*found, {});
    else
        askBothEnds(*found);
}

void MappingLintCommand::useSurroundings()
{
    report(profile(), {.table = &surroundings().table,
                       .catalogue = &surroundings().catalogue,
                       .tree = isCurrentMode() ? &surroundings().consentTree : nullptr});
}

/// The other integrations here: two of them may write the same columns.
QList<profile::Profile> MappingLintCommand::others(const profile::Profile &judged)
{
    QList<profile::Profile> others;
    store::ProfileStore profiles(environment().paths.integrations(), environment().clock);
    for (const store::StoredProfile &stored : profiles.list()) {
        if (stored.profile && stored.profile->id != judged.id)
            others << *stored.profile;
    }
    return others;
}

void MappingLintCommand::report(const profile::Profile &judged, mapping::LintInput input)
{
    input.others = others(judged);
    const mapping::LintReport said = mapping::lintAll(judged, input);
    const Verdict match = input.table ? mapping::lintMatch(judged.match, *input.table) : Verdict();
    bool isValid = match.state != State::Error;

    QStringList notes;
    const auto note = [&](const QString &where, const QString &gravity, const QString &message, const QString &fix) {
        if (!message.isEmpty())
            notes << u"%1 (%2): %3"_s.arg(where, gravity, message);
        if (!message.isEmpty() && !fix.isEmpty())
            notes << u"  "_s + fix;
    };
    const auto noteFindings = [&](const QString &where, const QList<LintFinding> &findings) {
        for (const LintFinding &finding : findings) {
            note(where, mapping::severityText(finding.severity), finding.message, finding.fix);
            isValid = isValid && finding.severity != LintFinding::Severity::Error;
        }
    };

    QJsonArray rows;
    TextTable lines({Texts::tr("Row"), Texts::tr("Didomi"), Texts::tr("Target"), Texts::tr("Verdict")});
    const QList<profile::Mapping> &mappings = judged.integration.mappings;
    for (qsizetype i = 0; i < mappings.size(); ++i) {
        const profile::Mapping &one = mappings.at(i);
        const Verdict &verdict = said.rows.at(i);
        isValid = isValid && verdict.state != State::Error;
        QJsonObject row = asJson(verdict);
        row.insert(u"index"_s, i);
        row.insert(u"column"_s, one.column);
        row.insert(u"path"_s, one.value);
        row.insert(u"sentence"_s, mapping::sentence(one, input.table, input.catalogue));
        row.insert(u"suggested_polarity"_s, polarityWord(verdict));
        row.insert(u"findings"_s, asJson(verdict.findings));
        rows << row;
        lines.add({QString::number(i + 1), one.value, one.column, stateText(verdict.state)});
        noteFindings(Texts::tr("Row %1").arg(i + 1), verdict.findings);
    }
    note(Texts::tr("Match rule"), stateText(match.state), match.message, match.fix);
    noteFindings(Texts::tr("The whole"), said.profile);

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
        note(problem.field, stateText(isError ? State::Error : State::Warning), problem.message, problem.fix);
    }

    if (isJson()) {
        printJson({{u"valid"_s, isValid},
                   {u"offline"_s, input.table == nullptr},
                   {u"match"_s, asJson(match)},
                   {u"mappings"_s, rows},
                   {u"findings"_s, asJson(said.profile)},
                   {u"problems"_s, problems}});
        return end(isValid ? ExitCode::Done : ExitCode::Invalid);
    }
    if (mappings.isEmpty())
        out() << Texts::tr("This integration has no mappings.") << u'\n';
    else
        lines.print(out());
    if (!notes.isEmpty())
        out() << u'\n';
    for (const QString &line : std::as_const(notes))
        out() << printable(line) << u'\n';
    end(isValid ? ExitCode::Done : ExitCode::Invalid);
}

} // namespace cli
