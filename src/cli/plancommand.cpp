#include "cli/plancommand.h"

#include "cli/planplace.h"
#include "cli/scopearguments.h"
#include "cli/textout.h"
#include "store/runlibrary.h"

#include <QFile>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using engine::Scope;
using store::RunState;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::PlanCommand)
};

/// Clocks differ, and Didomi shows a change a little later than it happened; who is looked at twice costs no write.
constexpr int overlapSeconds = 10 * 60;

Arguments describe()
{
    Arguments arguments(
        u"plan"_s,
        Texts::tr(
            "Says what a resync would write to Dynamics 365, person by person, and writes nothing. The plan is a "
            "file: look at it with \"plan show\", carry it out with \"run\". Ctrl+C keeps what is planned so far; "
            "the same command with its --output goes on.\n\n"
            "--json prints one line for each report on progress, as \"run\" does, and a last line: result, file, "
            "items, writes, rows, outcomes{}, effects{permits, forbids, creates, lacks_required, warnings}, "
            "reasons[], unread, problems[]."));
    arguments.addIntegration();
    addScope(arguments);
    arguments.addOption(u"output"_s,
                        Texts::tr("The plan's file. One that was not finished is gone on with; the options above may "
                                  "then be left out. Else a new one beside the other plans. For several machines: "
                                  "postgresql://USER@HOST:PORT/DATABASE?schema=NAME, see \"run --worker\"."),
                        u"FILE"_s);
    addPlanPlace(arguments);
    return arguments;
}

} // namespace

PlanCommand::PlanCommand(Console &console, Environment &environment, QObject *parent)
    : WorkplaceCommand(describe(), 1, console, environment, parent)
{
}

PlanCommand::~PlanCommand()
{
    deleteSteps(); // they use the file
}

void PlanCommand::start()
{
    const auto profile = findProfile();
    if (!profile)
        return;
    m_profile = *profile;
    m_path = planName(arguments().value(u"output"_s));
    if (arguments().isSet(u"output"_s) && m_path.isEmpty())
        return failUsage(Texts::tr("--output needs the path of a file."));
    if (!m_path.isEmpty()) {
        const auto place = planPlace(arguments(), m_path);
        if (!place)
            return fail(place.error(),
                        place.error().kind == Error::Kind::NotFound ? ExitCode::SignIn : ExitCode::Usage);
        m_place = *place;
        const auto isKnown = isThere(m_place, environment().clock);
        if (!isKnown)
            return fail(isKnown.error());
        m_isResumed = *isKnown;
    }
    if (!(m_isResumed ? openUnfinished() : findScope()))
        return;
    if (const auto opened = openJournal(); !opened)
        return fail(opened.error());
    connectEnds(m_profile, [this] { settleEarlier([this] { begin(); }); });
}

/// False when the command has been ended with a message.
bool PlanCommand::findScope()
{
    const auto scope = readScope(arguments(), [this](const QString &path) { return read(path); });
    if (!scope) {
        if (scope.error().field == "whom"_L1)
            failUsage(scope.error().message);
        else
            fail(scope.error(), ExitCode::Invalid);
        return false;
    }
    m_scope = *scope;
    return !arguments().isSet(u"since-last-run"_s) || findLastRun();
}

/// Goes on with a plan whose making was stopped: whom it is about stands in it.
bool PlanCommand::openUnfinished()
{
    auto opened = store::RunFile::open(m_place, environment().clock);
    if (!opened) {
        fail(opened.error());
        return false;
    }
    m_file = std::move(*opened);
    const auto head = m_file->head();
    const auto state = m_file->state();
    if (!head || !state) {
        fail(head ? state.error() : head.error());
        return false;
    }
    const auto refuse = [this](const QString &message, const QString &fix) {
        fail({.kind = Error::Kind::Conflict, .message = message, .fix = fix, .field = u"output"_s}, ExitCode::Declined);
        return false;
    };
    if (*state != RunState::Planning)
        return refuse(Texts::tr("The file %1 is a plan already.").arg(m_path),
                      Texts::tr("Name another file, or look at it: %1").arg(commandLine(u"plan show"_s, m_path)));
    if (head->profileId != m_profile.id)
        return refuse(Texts::tr("The plan in %1 is of the integration \"%2\", not of \"%3\".")
                          .arg(m_path, head->profileName, m_profile.name),
                      Texts::tr("Name another file, or that integration."));
    if (head->kind != "resync"_L1)
        return refuse(Texts::tr("The plan in %1 takes a run back; this is not how it was made.").arg(m_path),
                      Texts::tr("Go on with \"undo\"."));
    const auto scope = engine::scopeFromJson(head->scope);
    if (!scope) {
        fail(scope.error());
        return false;
    }
    m_scope = *scope;
    if (!hasScope(arguments()))
        return true;
    const auto said = readScope(arguments(), [this](const QString &path) { return read(path); });
    if (!said) {
        fail(said.error(), ExitCode::Invalid);
        return false;
    }
    return isSameScope(*said) ||
           refuse(Texts::tr("The plan in %1 is about others: %2").arg(m_path, engine::describe(m_scope)),
                  Texts::tr("Leave out the options that say whom, or name another file."));
}

bool PlanCommand::isSameScope(const Scope &said) const
{
    Scope scope = said;
    if (arguments().isSet(u"since-last-run"_s))
        scope.since = m_scope.since; // that run may have been followed by others since
    return scope == m_scope;
}

/// Up to when the finished resyncs have seen all that changed, of all purposes. One of everybody has; one of who
/// changed since a date has when that date is not later than what the ones before it have seen.
QDateTime PlanCommand::seenUntil(const QString &regulation)
{
    QList<store::RunEntry> runs = store::RunLibrary(environment().paths, environment().clock).runs(m_profile.id);
    std::sort(runs.begin(), runs.end(), [](const store::RunEntry &one, const store::RunEntry &other) {
        return one.head.madeAt < other.head.madeAt;
    });
    QDateTime seen;
    for (const store::RunEntry &run : std::as_const(runs)) {
        if (run.problem || run.state != RunState::Done || run.head.kind != "resync"_L1)
            continue;
        const auto scope = engine::scopeFromJson(run.head.scope);
        if (!scope || !scope->files.isEmpty() || !scope->purposes.isEmpty() || scope->choice ||
            scope->regulation != regulation)
            continue;
        const bool hasSeenRest = scope->whom == Scope::Whom::ChangedSince && seen.isValid() && scope->since <= seen;
        if (scope->whom == Scope::Whom::Everybody || hasSeenRest)
            seen = run.head.madeAt;
    }
    return seen;
}

bool PlanCommand::findLastRun()
{
    const QDateTime seen = seenUntil(m_scope.regulation);
    if (!seen.isValid()) {
        fail({.kind = Error::Kind::NotFound,
              .message = Texts::tr("There is no finished resync of everybody of this integration yet."),
              .fix = Texts::tr("Begin with --everybody, or say --since DATE."),
              .field = u"since-last-run"_s},
             ExitCode::Invalid);
        return false;
    }
    m_scope.since = seen.addSecs(-overlapSeconds);
    return true;
}

/// False when the command has been ended with a message.
bool PlanCommand::createFile()
{
    if (m_isResumed)
        return true;
    if (m_path.isEmpty()) {
        const auto path = store::RunLibrary(environment().paths, environment().clock).newPath(m_profile.id);
        if (!path) {
            fail(path.error());
            return false;
        }
        m_path = *path;
        m_place = store::RunPlace::file(m_path);
    }
    auto created = store::RunFile::create(m_place, engine::headFor(workplace(), m_scope), environment().clock);
    if (created)
        m_file = std::move(*created);
    else
        fail(created.error());
    return m_file != nullptr;
}

void PlanCommand::begin()
{
    if (!createFile())
        return;
    if (!m_place.isShared()) {
        auto lock = engine::lockRun(m_path);
        if (!lock)
            return lock.error().kind == Error::Kind::Conflict ? fail(lock.error(), ExitCode::Declined)
                                                              : fail(lock.error());
        m_lock = std::move(*lock);
        connect(this, &core::JobBase::finished, this, [this] { m_lock.reset(); }); // not only when this is deleted
    }
    if (!isJson()) {
        out() << engine::describe(m_scope) << u"\n\n"_s;
        out().flush();
    }
    watch(engine::MakePlanJob::start(workplace(), *m_file, m_scope, this))
        ->whenDone(this, [this](const Result<engine::PlanMade> &made) {
            if (made)
                reportPlan(*m_file, m_path, *made, m_profile);
            else
                giveUp(made.error());
        });
}

/// What was planned stays; a file without anything in it is of no use to anybody.
void PlanCommand::giveUp(const Error &error)
{
    const auto groups = m_file->groups();
    const auto mark = m_file->mark();
    if (!m_place.isShared() && !m_isResumed && groups && groups->isEmpty() && mark && mark->isEmpty()) {
        m_file.reset();
        QFile::remove(m_path);
        return error.kind == Error::Kind::Conflict ? fail(error, ExitCode::Declined) : fail(error);
    }
    if (error.kind == Error::Kind::Conflict)
        return fail(error, ExitCode::Declined);
    Error told = error;
    const QString command = u"plan --integration %1 --output"_s.arg(shellWord(m_profile.id));
    told.fix = (told.fix + u' ' +
                Texts::tr("What is planned so far is kept. Go on with: %1").arg(commandLine(command, m_path)))
                   .trimmed();
    fail(told);
}

} // namespace cli
