#include "cli/erasecommand.h"

#include "cli/planplace.h"
#include "cli/textout.h"
#include "store/inbox.h"
#include "store/runlibrary.h"

#include <QFileInfo>
#include <QJsonArray>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::EraseCommand)
};

constexpr int mostFiles = 10'000;

Arguments describe()
{
    Arguments arguments(
        u"erase"_s,
        Texts::tr("Forgets a person on this machine: in the plans and runs of all integrations, in the journal, and "
                  "among consents that wait to be written. Counts stay. What was planned for them is not written any "
                  "more, and what was written cannot be undone any more. Didomi and Dynamics 365 are not asked.\n\n"
                  "--json prints: result, runs, writes, arrivals, problems[{file, error{}}]."));
    arguments.addName(u"file"_s, Texts::tr("Plans elsewhere than beside the others, in which to forget them too."),
                      u"[FILE…]"_s);
    addPlanPlace(arguments);
    arguments.addOption(u"person"_s, Texts::tr("The person, by organization user id."), u"ID"_s);
    arguments.addFlag(u"yes"_s, Texts::tr("Needed: it cannot be taken back."));
    return arguments;
}

} // namespace

EraseCommand::EraseCommand(Console &console, Environment &environment, QObject *parent)
    : Command(describe(), mostFiles, console, environment, parent)
{
}

void EraseCommand::start()
{
    const QString person = arguments().value(u"person"_s).trimmed();
    if (person.isEmpty())
        return failUsage(Texts::tr("Say whom: --person ID."));
    if (arguments().values(u"person"_s).size() > 1)
        return failUsage(Texts::tr("Name one person at a time."));
    if (!arguments().isSet(u"yes"_s))
        return fail({.kind = Error::Kind::Conflict,
                     .message = Texts::tr("Erasing a person cannot be taken back."),
                     .fix = Texts::tr("Add --yes if you mean it. \"history --person\" tells what is known of them."),
                     .field = u"yes"_s},
                    ExitCode::Declined);
    erase(person);
}

void EraseCommand::erase(const QString &person)
{
    const store::Paths &paths = environment().paths;
    auto journal = store::Journal::open(paths.journal(), environment().clock);
    if (!journal)
        return fail(journal.error());
    std::unique_ptr<store::Inbox> inbox;
    if (QFileInfo::exists(paths.inbox())) {
        auto opened = store::Inbox::open(paths.inbox(), environment().clock);
        if (!opened)
            return fail(opened.error());
        inbox = std::move(*opened);
    }
    store::RunLibrary library(paths, environment().clock);
    auto erased = library.erase(person, **journal, inbox.get());
    const auto names = arguments().names();
    for (const QString &path : names) {
        const auto place = planPlace(arguments(), path);
        const auto wasAbout = place ? library.eraseIn(*place, person, **journal) : core::Result<bool>(place.error());
        if (!wasAbout)
            erased.problems << store::RunProblem{.path = isSharedPlace(path) && !place ? QString() : path,
                                                 .error = wasAbout.error()};
        else
            erased.runs += *wasAbout ? 1 : 0;
    }

    const bool isWhole = erased.problems.isEmpty();
    if (isJson()) {
        QJsonArray problems;
        for (const store::RunProblem &problem : std::as_const(erased.problems))
            problems << QJsonObject{{u"file"_s, problem.path}, {u"error"_s, errorAsJson(problem.error)}};
        printJson({{u"result"_s, isWhole ? u"erased"_s : u"partly"_s},
                   {u"runs"_s, erased.runs},
                   {u"writes"_s, erased.journalItems},
                   {u"arrivals"_s, erased.arrivals},
                   {u"problems"_s, problems}});
    } else {
        Facts facts;
        facts.add(Texts::tr("Plans and runs"), QString::number(erased.runs));
        facts.add(Texts::tr("Writes in the journal"), QString::number(erased.journalItems));
        facts.add(Texts::tr("Consents that waited"), QString::number(erased.arrivals));
        out() << Texts::tr("The person was forgotten in:") << u'\n';
        facts.print(out());
    }
    for (const store::RunProblem &problem : std::as_const(erased.problems))
        err() << printable(Texts::tr("Error: not forgotten in %1: %2").arg(problem.path, problem.error.toLine()))
              << u'\n';
    end(isWhole ? ExitCode::Done : ExitCode::SomeFailed);
}

} // namespace cli
