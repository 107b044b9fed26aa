#include "cli/pushcommand.h"

#include "cli/textout.h"

#include <QJsonArray>

namespace cli {

using namespace Qt::StringLiterals;
using core::Result;
using engine::PushReport;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::PushCommand)
};

constexpr auto unlockOption = "unlock-production"_L1;

Arguments describe(void (*addSubject)(Arguments &))
{
    Arguments arguments(
        u"push"_s,
        Texts::tr("Writes one consent to Dynamics 365. Doing it twice changes nothing more.\n\n"
                  "--json prints what preview prints, and: http_status, request_id, verified, duration_ms, error, "
                  "results[{row_id, outcome, reason, http_status, request_id, verified}]."));
    addSubject(arguments);
    arguments.addFlag(unlockOption, Texts::tr("Needed for integrations with a production environment."));
    return arguments;
}

} // namespace

PushCommand::PushCommand(Console &console, Environment &environment, QObject *parent)
    : ConsentCommand(describe(&ConsentCommand::addSubject), console, environment, parent)
{
}

bool PushCommand::isAllowed(const profile::Profile &profile)
{
    if (profile.kind != profile::EnvironmentKind::Production || arguments().isSet(unlockOption))
        return true;
    failUsage(Texts::tr("\"%1\" is a production integration. Add --unlock-production if you mean to write to it.")
                  .arg(profile.name));
    return false;
}

void PushCommand::prepare()
{
    settleEarlier([this] { makePlan(); });
}

void PushCommand::usePlan(const engine::Plan &plan)
{
    const engine::PlanItem item = plan.items.constFirst();
    auto *job = engine::push(link(), *journal(), plan, {}, this);
    m_push = job;
    job->whenDone(this, [this, item](const Result<PushReport> &done) {
        m_push = nullptr;
        if (done)
            report(item, *done);
        else
            fail(done.error());
    });
}

void PushCommand::cancel()
{
    if (m_push)
        m_push->cancel();
    else
        ConsentCommand::cancel();
}

/// Each row's own outcome: some may have been written and others not.
void PushCommand::addRows(Facts &facts, const PushReport &report)
{
    for (const engine::RowReport &row : report.rows) {
        const QString outcome = store::outcomeText(row.outcome);
        facts.add(Texts::tr("Row"), row.reason.isEmpty() ? Texts::tr("%1: %2").arg(row.rowId, outcome)
                                                         : Texts::tr("%1: %2, %3").arg(row.rowId, outcome, row.reason));
    }
    if (report.isVerified())
        facts.add(Texts::tr("Read back"), Texts::tr("each row says what was written"));
}

void PushCommand::report(const engine::PlanItem &item, const PushReport &report)
{
    const bool hasError = !report.error.message.isEmpty();
    if (isJson()) {
        QJsonObject document = planAsJson(item);
        document.insert(u"outcome"_s, store::outcomeWord(report.outcome));
        document.insert(u"reason"_s, report.reason);
        document.insert(u"row_id"_s, report.row().rowId);
        QJsonArray results;
        for (const engine::RowReport &row : report.rows)
            results << QJsonObject{{u"row_id"_s, row.rowId},         {u"outcome"_s, store::outcomeWord(row.outcome)},
                                   {u"reason"_s, row.reason},        {u"http_status"_s, row.httpStatus},
                                   {u"request_id"_s, row.requestId}, {u"verified"_s, row.isVerified}};
        document.insert(u"results"_s, results);
        document.insert(u"http_status"_s, report.row().httpStatus);
        document.insert(u"request_id"_s, report.row().requestId);
        document.insert(u"verified"_s, report.isVerified());
        document.insert(u"duration_ms"_s, qint64(report.duration.count()));
        document.insert(u"error"_s, hasError ? QJsonValue(errorAsJson(report.error)) : QJsonValue(QJsonValue::Null));
        printJson(document);
    } else {
        printPlan(item);
        Facts facts;
        facts.add(Texts::tr("Outcome"), store::outcomeText(report.outcome));
        facts.add(Texts::tr("Reason"), report.reason);
        if (report.rows.size() == 1)
            facts.add(Texts::tr("Row"), report.row().rowId);
        else
            addRows(facts, report);
        if (report.rows.size() == 1 && report.row().httpStatus > 0) {
            facts.add(Texts::tr("Answer"),
                      Texts::tr("HTTP %1, request %2").arg(report.row().httpStatus).arg(report.row().requestId));
            facts.add(Texts::tr("Time taken"), Texts::tr("%1 ms").arg(report.duration.count()));
            facts.add(Texts::tr("Read back"),
                      report.isVerified() ? Texts::tr("the row says what was written") : Texts::tr("not confirmed"));
        }
        out() << u'\n';
        facts.print(out());
    }
    if (hasError) {
        err() << Texts::tr("Error: %1").arg(report.error.toLine()) << u'\n';
        if (!report.error.fix.isEmpty())
            err() << u"  "_s << report.error.fix << u'\n';
    }
    const ExitCode code = exitCodeOf(report.outcome, report.error);
    end(code == ExitCode::Done && hasError ? exitCodeOf(report.error) : code);
}

} // namespace cli
