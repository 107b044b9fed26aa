#include "cli/madeplan.h"

#include "cli/command.h"
#include "cli/plansums.h"
#include "cli/textout.h"

#include <QJsonArray>
#include <QTextStream>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::MadePlan)
};

constexpr qsizetype mostWarnings = 10;

/// With each confirmation that it will need, so that whoever copies it has seen what it does.
QString runCommandLine(const QString &path, const store::PlanSums &sums, const profile::Profile &profile, qint64 rows)
{
    QString command = u"run"_s;
    if (sums.permitting() > 0)
        command += u" --allow-permitting"_s;
    if (sums.creating() > 0)
        command += u" --allow-creating"_s;
    if (profile.kind == profile::EnvironmentKind::Production)
        command += u" --unlock-production --rows %1"_s.arg(rows);
    return commandLine(command, path);
}

} // namespace

core::Result<MadePlanTold> tellOfPlan(store::RunFile &file, const QString &path, const engine::PlanMade &made,
                                      const profile::Profile &profile)
{
    const auto groups = file.groups();
    if (!groups)
        return groups.error();
    const auto rows = file.rowsToWrite();
    if (!rows)
        return rows.error();
    const auto sums = store::PlanSums::of(*groups);

    MadePlanTold told;
    told.code = made.unread > 0 ? ExitCode::SomeFailed : ExitCode::Done;
    QJsonArray problems;
    for (const core::Error &problem : made.problems) {
        problems << errorAsJson(problem);
        if (told.warnings.size() < mostWarnings)
            told.warnings << (problem.field.isEmpty() ? problem.toLine()
                                                      : u"%1: %2"_s.arg(problem.field, problem.toLine()));
    }
    if (made.unread > told.warnings.size())
        told.warnings << Texts::tr("%Ln more could not be read.", nullptr,
                                   int(std::min<qint64>(made.unread - told.warnings.size(), INT_MAX)));
    told.json = asJson(sums);
    told.json.insert(u"result"_s, store::runStateWord(store::RunState::Planned));
    told.json.insert(u"file"_s, path);
    told.json.insert(u"rows"_s, *rows);
    told.json.insert(u"unread"_s, made.unread);
    told.json.insert(u"problems"_s, problems);

    QTextStream out(&told.text);
    print(sums, out);
    out << u'\n' << Texts::tr("The plan is in %1. Nothing is written yet.").arg(path) << u'\n';
    if (sums.items > 0)
        out << Texts::tr("Look at it:") << u' ' << commandLine(u"plan show --items"_s, path) << u'\n';
    if (sums.writes.ticked > 0)
        out << Texts::tr("Carry it out:") << u' ' << runCommandLine(path, sums, profile, *rows) << u'\n';
    return told;
}

} // namespace cli
