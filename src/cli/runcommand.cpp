#include "cli/runcommand.h"

#include "cli/textout.h"
#include "store/retention.h"
#include "store/runjournal.h"

#include <QLocale>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using engine::RunEnd;
using engine::RunOptions;
using store::RunState;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::RunCommand)
};

constexpr auto unlockOption = "unlock-production"_L1;
constexpr qint64 rowsWithoutTyping = 1'000;
constexpr int mostRowsPerRequest = 1'000; // dataverse-api section 5.3
constexpr std::chrono::seconds standardLease = std::chrono::minutes(2);
constexpr int longestLease = 24 * 60 * 60;

QString number(qint64 count)
{
    return QLocale().toString(count);
}

int plural(qint64 count)
{
    return int(std::min<qint64>(count, INT_MAX));
}

Arguments describeRun(void (*addRunning)(Arguments &))
{
    Arguments arguments(
        u"run"_s,
        Texts::tr(
            "Carries out a plan that \"plan\" made: writes its rows to Dynamics 365. \"apply\" is the same. Each "
            "write is noted in the plan's file before it is sent; whatever happens, \"resume\" goes on where it "
            "was stopped.\n\n"
            "--json prints one line for each report on progress: phase, done, total, people, per_second, "
            "eta_seconds_soonest, eta_seconds_latest, bottleneck, waiting_for, waiting_until, in_flight, users, "
            "refused_users[], permits, rows_per_request, requests, throttled, counts{}; and a last line: result, file, "
            "counts{planned, created, updated, unchanged, skipped, invalid, rejected, conflict, not_reached, "
            "ticked_out, open}, duration_ms, requests, throttled, users, refused_users[], error."));
    addRunning(arguments);
    arguments.addFlag(u"worker"_s,
                      Texts::tr("One of several that carry out a plan in a database together: it may be started before "
                                "or after the others, and again when it was killed. All of them end when all is done, "
                                "with the same exit code."));
    return arguments;
}

Arguments describeResume(void (*addRunning)(Arguments &))
{
    Arguments arguments(
        u"resume"_s,
        Texts::tr("Goes on with a run that was stopped: by Ctrl+C, by a lost network, by a power cut. What was written "
                  "is not written again. --json prints what \"run\" prints."));
    addRunning(arguments);
    arguments.addFlag(u"retry-failed"_s, Texts::tr("Try once more what Dynamics 365 rejected, and nothing else."));
    return arguments;
}

} // namespace

RunningCommand::RunningCommand(Arguments arguments, Console &console, Environment &environment, QObject *parent)
    : PlanFileCommand(std::move(arguments), console, environment, parent)
{
}

RunningCommand::~RunningCommand()
{
    deleteSteps(); // before the lock goes
}

void RunningCommand::addRunning(Arguments &arguments)
{
    addFile(arguments);
    addProfileOfFile(arguments);
    arguments.addFlag(unlockOption, Texts::tr("Needed for integrations with a production environment."));
    arguments.addFlag(u"allow-permitting"_s, Texts::tr("Needed when people become contactable."));
    arguments.addFlag(u"allow-creating"_s, Texts::tr("Needed when rows are created."));
    arguments.addOption(
        u"guard"_s,
        Texts::tr("Which updates are sent only for the version of the row that the plan knows: \"all\", "
                  "or \"permitting\" (as it is), where the others are compared once more just before."),
        u"WHICH"_s);
    arguments.addFlag(
        u"trust-choices"_s,
        Texts::tr("Do not ask Didomi once more about those who become contactable, however old the plan."));
    arguments.addFlag(u"bypass-logic"_s, Texts::tr("Let no plug-in or workflow of the environment run on these writes; "
                                                   "the application user needs the privilege for it."));
    arguments.addFlag(u"bypass-flows"_s, Texts::tr("Let no Power Automate flow start by these writes."));
    arguments.addOption(u"rows"_s,
                        Texts::tr("How many rows will be written; must be right where a production integration has "
                                  "more than %1.")
                            .arg(rowsWithoutTyping),
                        u"N"_s);
    arguments.addOption(u"connections"_s, Texts::tr("Requests at once; else as many as the server hints."), u"N"_s);
    arguments.addOption(u"rows-per-request"_s,
                        Texts::tr("Rows in one request; else steered by how long the answers take."), u"N"_s);
    arguments.addOption(u"worker-name"_s,
                        Texts::tr("Of a shared plan: what this worker is called in it; else after its machine."),
                        u"NAME"_s);
    arguments.addOption(u"lease"_s,
                        Texts::tr("Of a shared plan: after so long without a sign of life others take over what this "
                                  "worker has begun; else %1.")
                            .arg(standardLease.count()),
                        u"SECONDS"_s);
}

/// Leaves `number` as it is where the option is not given; false when the command has been ended with a message.
bool RunningCommand::readNumber(const QString &option, int most, int &number)
{
    if (!arguments().isSet(option))
        return true;
    bool isNumber = false;
    const int given = arguments().value(option).toInt(&isNumber);
    if (isNumber && given >= 1 && given <= most) {
        number = given;
        return true;
    }
    failUsage(most == INT_MAX ? Texts::tr("--%1 needs a number above 0.").arg(option)
                              : Texts::tr("--%1 needs a number from 1 to %2.").arg(option).arg(most));
    return false;
}

/// Options that need no file; false when the command has been ended with a message.
bool RunningCommand::readOptions()
{
    m_options.mayPermit = arguments().isSet(u"allow-permitting"_s);
    m_options.mayCreate = arguments().isSet(u"allow-creating"_s);
    m_options.askAgain = !arguments().isSet(u"trust-choices"_s);
    m_options.bypassCustomLogic = arguments().isSet(u"bypass-logic"_s);
    m_options.bypassFlows = arguments().isSet(u"bypass-flows"_s);
    const QString guard = arguments().value(u"guard"_s);
    const bool isGuardKnown = !arguments().isSet(u"guard"_s) || guard == "all"_L1 || guard == "permitting"_L1;
    if (!isGuardKnown) {
        failUsage(Texts::tr("--guard is \"all\" or \"permitting\", not \"%1\".").arg(guard));
        return false;
    }
    m_options.guard = guard == "all"_L1 ? RunOptions::Guard::All : RunOptions::Guard::Permitting;
    int lease = int(standardLease.count());
    if (!readNumber(u"connections"_s, INT_MAX, m_options.connections) ||
        !readNumber(u"rows-per-request"_s, mostRowsPerRequest, m_options.rowsPerMessage) ||
        !readNumber(u"lease"_s, longestLease, lease))
        return false;
    m_options.isShared = isShared();
    m_options.worker = arguments().value(u"worker-name"_s);
    m_options.lease = std::chrono::seconds(lease);
    for (const QString &option : {u"worker-name"_s, u"lease"_s}) {
        if (!isShared() && arguments().isSet(option)) {
            failUsage(Texts::tr("--%1 belongs to a plan in a database, which several machines share.").arg(option));
            return false;
        }
    }
    bool isNumber = true;
    if (needsRowCount() && arguments().isSet(u"rows"_s)) {
        m_typedRows = arguments().value(u"rows"_s).toLongLong(&isNumber);
        if (!isNumber || *m_typedRows < 0) {
            failUsage(Texts::tr("--rows needs a number."));
            return false;
        }
    }
    return true;
}

/// What it does that needs a word of its own. All that lacks is told at once. Of a run that has begun it was confirmed.
bool RunningCommand::isConfirmed(const profile::Profile &profile)
{
    if (profile.kind == profile::EnvironmentKind::Production && !arguments().isSet(unlockOption)) {
        failUsage(Texts::tr("\"%1\" is a production integration. Add --unlock-production if you mean to write to it.")
                      .arg(profile.name));
        return false;
    }
    if (state() != RunState::Planned)
        return true;
    const auto groups = file().groups();
    if (!groups) {
        fail(groups.error());
        return false;
    }
    const auto sums = store::PlanSums::of(*groups);
    QStringList lacking;
    if (sums.permitting() > 0 && !m_options.mayPermit)
        lacking << Texts::tr("By this plan %Ln people become contactable: confirm it with --allow-permitting.", nullptr,
                             plural(sums.permitting()));
    if (sums.creating() > 0 && !m_options.mayCreate)
        lacking << Texts::tr("By this plan rows are created for %Ln people: confirm it with --allow-creating.", nullptr,
                             plural(sums.creating()));
    if (!lacking.isEmpty()) {
        decline({.kind = Error::Kind::Conflict,
                 .message = lacking.join(u' '),
                 .fix = Texts::tr("Look at them first: %1").arg(commandLine(u"plan show --items"_s, path())),
                 .field = u"confirmation"_s});
        return false;
    }
    return isRowCountTyped(profile);
}

bool RunningCommand::isRowCountTyped(const profile::Profile &profile)
{
    const bool isAsked = needsRowCount() && profile.kind == profile::EnvironmentKind::Production;
    if (!isAsked && !m_typedRows)
        return true;
    const auto rows = file().rowsToWrite();
    if (!rows) {
        fail(rows.error());
        return false;
    }
    if (m_typedRows ? *m_typedRows == *rows : *rows <= rowsWithoutTyping)
        return true;
    const QString message =
        m_typedRows ? Texts::tr("This plan writes %1 rows, not %2.").arg(number(*rows), number(*m_typedRows))
                    : Texts::tr("This plan writes %1 rows to a production environment.").arg(number(*rows));
    decline({.kind = Error::Kind::Conflict,
             .message = message,
             .fix = Texts::tr("If that is what you mean, add: --rows %1").arg(*rows),
             .field = u"rows"_s});
    return false;
}

void RunningCommand::runPlan()
{
    if (!readOptions())
        return;
    const auto profile = profileOfFile();
    if (!profile || !isConfirmed(*profile))
        return;
    if (!isShared()) {
        auto lock = engine::lockRun(path());
        if (!lock)
            return lock.error().kind == Error::Kind::Conflict ? decline(lock.error()) : fail(lock.error());
        m_lock = std::move(*lock);
        connect(this, &core::JobBase::finished, this, [this] { m_lock.reset(); }); // not only when this is deleted
    }
    prepareWorkplace(*profile, [this, profile = *profile] { joinFurtherUsers(profile, [this] { begin(); }); });
}

void RunningCommand::begin()
{
    // What the engine refuses was not begun.
    const auto refuse = [this](const Error &error) {
        error.kind == Error::Kind::Conflict ? decline(error) : fail(error);
    };
    if (const auto may = engine::mayRun(workplace(), file(), m_options); !may)
        return refuse(may.error());
    if (!prepareRun(m_options))
        return;
    for (const Error &problem : workplace().applied.unopened())
        warn(problem.toLine());
    if (const auto users = workplace().links.size(); users > 1 && !isJson())
        err() << engine::usersText(int(users)) << u'\n';
    watch(engine::RunJob::start(workplace(), file(), m_options, this))
        ->whenDone(this, [this, refuse](const Result<RunEnd> &end) { end ? report(*end) : refuse(end.error()); });
}

ExitCode RunningCommand::codeOf(const RunEnd &end)
{
    if (end.stop)
        return exitCodeOf(*end.stop);
    if (end.state != RunState::Done)
        return ExitCode::Interrupted;
    const bool hasFailures = end.counts.rejected + end.counts.conflict + end.counts.invalid > 0;
    return hasFailures ? ExitCode::SomeFailed : ExitCode::Done;
}

void RunningCommand::report(const RunEnd &end)
{
    const ExitCode code = codeOf(end);
    if (isJson()) {
        printJson({{u"result"_s, store::runStateWord(end.state)},
                   {u"file"_s, path()},
                   {u"counts"_s, asJson(end.counts)},
                   {u"duration_ms"_s, qint64(end.time.count())},
                   {u"requests"_s, end.requests},
                   {u"throttled"_s, end.throttled},
                   {u"users"_s, end.users},
                   {u"refused_users"_s, asJson(end.refused)},
                   {u"error"_s, end.stop ? QJsonValue(errorAsJson(*end.stop)) : QJsonValue(QJsonValue::Null)}});
    } else {
        Facts facts;
        facts.add(Texts::tr("Run"), store::runStateText(end.state));
        const std::pair<QString, qint64> counts[] = {
            {Texts::tr("Planned"), end.counts.planned},        {Texts::tr("Created"), end.counts.created},
            {Texts::tr("Updated"), end.counts.updated},        {Texts::tr("Unchanged"), end.counts.unchanged},
            {Texts::tr("Skipped"), end.counts.skipped},        {Texts::tr("Invalid"), end.counts.invalid},
            {Texts::tr("Rejected"), end.counts.rejected},      {Texts::tr("Conflict"), end.counts.conflict},
            {Texts::tr("Not reached"), end.counts.notReached},
        };
        for (const auto &[name, count] : counts)
            facts.add(name, number(count));
        if (end.users > 1)
            facts.add(Texts::tr("Application users"), number(end.users));
        facts.add(Texts::tr("Time taken"), durationText(std::chrono::duration_cast<std::chrono::seconds>(end.time)));
        facts.print(out());
        printNextSteps(end);
    }
    if (end.stop) {
        err() << Texts::tr("Error: %1").arg(end.stop->toLine()) << u'\n';
        if (!end.stop->fix.isEmpty())
            err() << u"  "_s << end.stop->fix << u'\n';
    }
    if (journal()) // a run that was done already needed none
        (void)store::Retention(environment().paths, environment().clock).sweepWhenDue(*journal());
    Command::end(code);
}

void RunningCommand::printNextSteps(const RunEnd &end)
{
    const auto step = [this](const QString &text, const QString &command) {
        out() << text << u' ' << commandLine(command, path()) << u'\n';
    };
    out() << u'\n';
    if (end.state != RunState::Done) {
        out() << Texts::tr("What was sent is settled; nothing is lost.") << u'\n';
        return step(Texts::tr("Go on with:"), u"resume"_s);
    }
    if (end.counts.rejected + end.counts.conflict + end.counts.invalid > 0)
        step(Texts::tr("See what failed, and why:"), u"report --format html --output report.html"_s);
    if (end.counts.rejected > 0)
        step(Texts::tr("Try the rejected ones again:"), u"resume --retry-failed"_s);
    if (end.counts.created + end.counts.updated > 0) {
        step(Texts::tr("See that the rows say what was written:"), u"verify"_s);
        step(Texts::tr("Take it back:"), u"undo"_s);
    }
}

RunCommand::RunCommand(Console &console, Environment &environment, QObject *parent)
    : RunningCommand(describeRun(&RunningCommand::addRunning), console, environment, parent)
{
}

void RunCommand::useFile()
{
    if (arguments().isSet(u"worker"_s))
        return joinIn();
    if (state() == RunState::Planned)
        return runPlan();
    if (state() == RunState::Done || state() == RunState::Undone)
        return decline({.kind = Error::Kind::Conflict,
                        .message = Texts::tr("This plan was carried out already."),
                        .fix = Texts::tr("See how it ended: %1").arg(commandLine(u"plan show"_s, path())),
                        .field = u"state"_s});
    decline({.kind = Error::Kind::Conflict,
             .message = Texts::tr("This plan's run has begun already (%1).").arg(store::runStateText(state())),
             .fix = Texts::tr("Go on with: %1").arg(commandLine(u"resume"_s, path())),
             .field = u"state"_s});
}

/// Whoever comes first begins, whoever comes later helps; one that comes too late, perhaps started anew by its
/// scheduler, tells how it ended.
void RunCommand::joinIn()
{
    if (!isShared())
        return failUsage(Texts::tr("--worker needs a plan in a database, which several machines share; \"plan "
                                   "--output postgresql://…\" makes one."));
    if (state() == RunState::Undone)
        return decline({.kind = Error::Kind::Conflict,
                        .message = Texts::tr("This run was taken back; it cannot go on."),
                        .fix = Texts::tr("Make a new plan."),
                        .field = u"state"_s});
    if (state() != RunState::Done)
        return runPlan();
    const auto counts = store::RunJournal(file()).counts();
    if (!counts)
        return fail(counts.error());
    report({.state = RunState::Done, .counts = *counts});
}

ResumeCommand::ResumeCommand(Console &console, Environment &environment, QObject *parent)
    : RunningCommand(describeResume(&RunningCommand::addRunning), console, environment, parent)
{
}

/// Also of a plan whose run was never begun, so that a scheduler may always resume.
void ResumeCommand::useFile()
{
    const bool isRetry = arguments().isSet(u"retry-failed"_s);
    if (state() == RunState::Undone)
        return decline({.kind = Error::Kind::Conflict,
                        .message = Texts::tr("This run was taken back; it cannot go on."),
                        .fix = Texts::tr("Make a new plan."),
                        .field = u"state"_s});
    if (isRetry && state() != RunState::Done)
        return decline({.kind = Error::Kind::Conflict,
                        .message = Texts::tr("This run has not ended (%1); what failed can be tried again then.")
                                       .arg(store::runStateText(state())),
                        .fix = Texts::tr("Go on with: %1").arg(commandLine(u"resume"_s, path())),
                        .field = u"state"_s});
    if (isRetry || state() != RunState::Done)
        return runPlan();
    const auto counts = store::RunJournal(file()).counts();
    if (!counts)
        return fail(counts.error());
    report({.state = RunState::Done, .counts = *counts});
}

bool ResumeCommand::prepareRun(RunOptions &options)
{
    if (!arguments().isSet(u"retry-failed"_s))
        return true;
    options.retryFailed = true;
    const auto counts = store::RunJournal(file()).counts();
    if (!counts)
        fail(counts.error());
    else if (counts->rejected == 0)
        report({.state = RunState::Done, .counts = *counts}); // there is nothing to try again
    return counts && counts->rejected > 0;
}

} // namespace cli
