#include "cli/historycommand.h"

#include "cli/planshowcommand.h"
#include "cli/textout.h"
#include "store/retention.h"

#include <QJsonDocument>
#include <QLocale>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using store::JournalItem;
using store::RunEntry;
using store::RunMention;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::HistoryCommand)
};

Arguments describe()
{
    Arguments arguments(
        u"history"_s,
        Texts::tr(
            "Lists the plans and runs of an integration, the newest first; with --person all that was planned for "
            "a person and written about them, by runs, pushes and live.\n\n"
            "--json prints a line for each run: run{file, integration, kind, state, made_at, started_at, ended_at, "
            "stop, size, counts{}, problem}; with --person for each run that was about them: run{}, item{}; and "
            "for each other write: write{sent_at, table, row_id, outcome, reason, code, request_id, before, "
            "after}. A last line: result, runs, writes.\n\n"
            "What is older than a year is removed, unless --keep-days says otherwise; runs that may go on stay, and so "
            "does what keeps a newer choice from being overwritten."));
    arguments.addIntegration();
    arguments.addFlag(u"all"_s, Texts::tr("Of all integrations."));
    arguments.addOption(u"person"_s, Texts::tr("All that is known of this person, by organization user id."), u"ID"_s);
    arguments.addOption(u"keep-days"_s,
                        Texts::tr("From now on plans, runs and what was written are kept for so long; 0: for ever."),
                        u"DAYS"_s);
    return arguments;
}

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString shownTime(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : QString();
}

QJsonObject asJson(const RunEntry &run)
{
    return {
        {u"file"_s, run.path},
        {u"integration"_s, run.head.profileName},
        {u"integration_id"_s, run.head.profileId},
        {u"kind"_s, run.head.kind},
        {u"undoes"_s, run.head.undoes},
        {u"state"_s, run.problem ? QString() : store::runStateWord(run.state)},
        {u"made_at"_s, isoTime(run.head.madeAt)},
        {u"started_at"_s, isoTime(run.course.startedAt)},
        {u"ended_at"_s, isoTime(run.course.endedAt)},
        {u"stop"_s, run.course.stop},
        {u"size"_s, run.size},
        {u"counts"_s, cli::asJson(run.counts)},
        {u"problem"_s, run.problem ? QJsonValue(errorAsJson(*run.problem)) : QJsonValue(QJsonValue::Null)},
    };
}

QJsonObject asJson(const JournalItem &item)
{
    const store::Settlement end = item.settlement.value_or(store::Settlement());
    return {
        {u"sent_at"_s, isoTime(item.sentAt)},
        {u"settled_at"_s, isoTime(item.settledAt)},
        {u"table"_s, item.intent.table},
        {u"row_id"_s, item.intent.rowId},
        {u"outcome"_s, item.settlement ? store::outcomeWord(end.outcome) : QString()},
        {u"reason"_s, end.reason},
        {u"code"_s, end.code},
        {u"request_id"_s, end.requestId},
        {u"before"_s, QJsonDocument::fromJson(item.intent.before).object()},
        {u"after"_s, QJsonDocument::fromJson(item.intent.after).object()},
    };
}

} // namespace

HistoryCommand::HistoryCommand(Console &console, Environment &environment, QObject *parent)
    : IntegrationCommand(describe(), 1, console, environment, parent)
{
}

void HistoryCommand::start()
{
    const QString person = arguments().value(u"person"_s).trimmed();
    if (arguments().isSet(u"person"_s) && person.isEmpty())
        return failUsage(Texts::tr("The organization user id is empty."));
    const bool isNamed =
        !arguments().names().isEmpty() || arguments().isSet(u"integration"_s) || arguments().isSet(u"profile"_s);
    if (isNamed && arguments().isSet(u"all"_s))
        return failUsage(Texts::tr("Name an integration or say --all, not both."));
    QString profileId;
    if (!arguments().isSet(u"all"_s) && (isNamed || person.isEmpty())) { // a person is looked for everywhere
        const auto profile = findProfile();
        if (!profile)
            return;
        profileId = profile->id;
    }
    if (!keep())
        return;
    if (person.isEmpty())
        listRuns(profileId);
    else
        tellOfPerson(person, profileId);
}

/// Notes for how long things are kept, and removes what is over; false when the command has ended.
bool HistoryCommand::keep()
{
    store::Retention retention(environment().paths, environment().clock);
    if (arguments().isSet(u"keep-days"_s)) {
        bool isNumber = false;
        const int days = arguments().value(u"keep-days"_s).toInt(&isNumber);
        if (!isNumber || days < 0) {
            failUsage(Texts::tr("--keep-days must be a number of days, 0 or more."));
            return false;
        }
        if (const auto kept = retention.setDays(days == 0 ? std::nullopt : std::optional(days)); !kept) {
            fail(kept.error());
            return false;
        }
    }
    // Without the journal nothing can be removed; what is to be listed can be, all the same.
    if (const auto journal = store::Journal::open(environment().paths.journal(), environment().clock))
        (void)retention.sweepWhenDue(**journal);
    return true;
}

void HistoryCommand::printRun(const RunEntry &run)
{
    if (isJson())
        return printJson({{u"run"_s, asJson(run)}});
    Facts facts;
    facts.add(Texts::tr("Plan"), run.path);
    if (run.problem)
        facts.add(Texts::tr("Problem"), run.problem->toLine());
    facts.add(Texts::tr("Integration"), run.head.profileName);
    facts.add(Texts::tr("Made"), shownTime(run.head.madeAt));
    if (!run.problem)
        facts.add(Texts::tr("State"), store::runStateText(run.state));
    facts.add(Texts::tr("Stopped"), run.course.stop);
    facts.print(out());
}

void HistoryCommand::listRuns(const QString &profileId)
{
    const auto runs = store::RunLibrary(environment().paths, environment().clock).runs(profileId);
    TextTable table({Texts::tr("Made"), Texts::tr("Integration"), Texts::tr("State"), Texts::tr("People"),
                     Texts::tr("Written"), Texts::tr("Failed"), Texts::tr("Plan")});
    const auto number = [](qint64 count) { return QLocale().toString(count); };
    for (const RunEntry &run : runs) {
        if (isJson())
            printRun(run);
        else if (run.problem)
            warn(printable(Texts::tr("%1: %2").arg(run.path, run.problem->toLine())));
        else
            table.add({shownTime(run.head.madeAt), run.head.profileName, store::runStateText(run.state),
                       number(run.counts.planned), number(run.counts.created + run.counts.updated),
                       number(run.counts.rejected + run.counts.conflict + run.counts.invalid), run.path});
    }
    if (isJson())
        printJson({{u"result"_s, u"listed"_s}, {u"runs"_s, qint64(runs.size())}, {u"writes"_s, 0}});
    else if (runs.isEmpty())
        out() << Texts::tr("There is no plan yet. \"plan\" makes one.") << u'\n';
    else
        table.print(out());
    end(ExitCode::Done);
}

void HistoryCommand::printMention(const RunMention &mention)
{
    if (isJson())
        return printJson({{u"run"_s, asJson(mention.run)}, {u"item"_s, cli::asJson(mention.item)}});
    printRun(mention.run);
    printItemText(mention.item, out());
    for (const QList<store::WriteAttempt> &attempts : mention.attempts) {
        for (const store::WriteAttempt &one : attempts) {
            QStringList words{one.end.reason, one.end.code, one.end.requestId};
            words.removeAll(QString());
            const QString said = words.join(u", "_s);
            if (!said.isEmpty())
                out() << u"  "_s << printable(Texts::tr("%1: %2").arg(shownTime(one.endedAt), said)) << u'\n';
        }
    }
    out() << u'\n';
}

void HistoryCommand::printItem(const JournalItem &item)
{
    if (isJson())
        return printJson({{u"write"_s, asJson(item)}});
    const QString outcome = item.settlement ? store::outcomeText(item.settlement->outcome) : Texts::tr("not known");
    const QString reason = item.settlement ? item.settlement->reason : QString();
    Facts facts;
    facts.add(Texts::tr("Written"), shownTime(item.sentAt.isValid() ? item.sentAt : item.settledAt));
    facts.add(Texts::tr("Row"), item.intent.table + u' ' + item.intent.rowId);
    facts.add(Texts::tr("Before"), QString::fromUtf8(item.intent.before));
    facts.add(Texts::tr("After"), QString::fromUtf8(item.intent.after));
    facts.add(Texts::tr("Outcome"), reason.isEmpty() ? outcome : Texts::tr("%1: %2").arg(outcome, reason));
    facts.print(out());
    out() << u'\n';
}

void HistoryCommand::tellOfPerson(const QString &person, const QString &profileId)
{
    auto journal = store::Journal::open(environment().paths.journal(), environment().clock);
    if (!journal)
        return fail(journal.error());
    const auto found = store::RunLibrary(environment().paths, environment().clock).find(person, **journal);
    qint64 runs = 0;
    for (const RunMention &mention : found.runs) {
        if (!profileId.isEmpty() && mention.run.head.profileId != profileId)
            continue;
        ++runs;
        printMention(mention);
    }
    qint64 writes = 0;
    for (const JournalItem &item : found.items) {
        if (!profileId.isEmpty()) {
            const auto run = (*journal)->run(item.runId);
            if (!run || run->profileId != profileId)
                continue;
        }
        ++writes;
        printItem(item);
    }
    for (const store::RunProblem &problem : found.problems)
        warn(printable(Texts::tr("%1 could not be searched: %2").arg(problem.path, problem.error.toLine())));
    if (isJson())
        printJson({{u"result"_s, u"listed"_s}, {u"runs"_s, runs}, {u"writes"_s, writes}});
    else if (runs + writes == 0)
        out() << Texts::tr("Nothing is known of this person.") << u'\n';
    end(found.problems.isEmpty() ? ExitCode::Done : ExitCode::SomeFailed);
}

} // namespace cli
