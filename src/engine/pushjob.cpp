#include "engine/pushjob.h"

#include "engine/rowcheck.h"
#include "engine/subjects.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Row;
using dataverse::Write;
using dataverse::WriteReply;
using store::Outcome;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Push)
};

constexpr int maxResends = 3; ///< Of one write whose row keeps changing in other columns.

/// True when an error leaves open whether the write took effect: an earlier try may have, its answer lost.
bool leavesOpen(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::Server:
    case Error::Kind::Throttled:
    case Error::Kind::BadReply:
    case Error::Kind::Cancelled:
        return true;
    case Error::Kind::Invalid:
    case Error::Kind::SignIn:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Rejected:
    case Error::Kind::Storage:
    case Error::Kind::Keychain:
        return false;
    }
    return true;
}

QByteArray conditionOf(const net::Request &request)
{
    for (const auto &[name, value] : request.headers) {
        const QByteArray lower = name.toLower();
        // On a write only these decide; "If-None-Match: null" decides nothing (dataverse-api section 2.1).
        if (lower == "if-match" || (lower == "if-none-match" && value != "null"))
            return name + ": " + value;
    }
    return {};
}

class PushJob final : public core::Job<PushReport>
{
public:
    PushJob(bridge::Link &link, store::Journal &journal, const Plan &plan, const PushOptions &options, QObject *parent)
        : Job(parent), m_link(link), m_journal(journal), m_plan(plan), m_options(options)
    {
        if (const auto problem = refusal())
            finish(*problem);
        else if (!item().write)
            noteOnly();
        else
            waitForTurn();
    }

    void cancel() override
    {
        if (isSettled())
            return;
        switch (m_stage) {
        case Stage::BeforeSending:
            deleteSteps();
            return finish(Error::cancelled());
        case Stage::Sent: // its outcome must become known first
            m_isCancelled = true;
            return;
        case Stage::Settled:
            deleteSteps();
            return finish(m_report);
        }
    }

private:
    enum class Stage { BeforeSending, Sent, Settled };
    using Rows = Result<QList<Row>>;

    const PlanItem &item() const { return m_plan.items.constFirst(); }

    std::optional<Error> refusal() const
    {
        if (m_plan.items.size() != 1)
            return Error{.kind = Error::Kind::Invalid,
                         .message = Texts::tr("Only the plan of exactly one person can be pushed.")};
        const profile::Profile &profile = m_link.profile();
        if (m_plan.profileId != profile.id)
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("This plan was made for another integration."),
                         .fix = Texts::tr("Make a new plan.")};
        if (m_plan.didomiOrganization != profile.didomi.organizationId)
            return anotherOrganization(Texts::tr("Didomi"));
        return {};
    }

    static Error anotherOrganization(const QString &end)
    {
        return {
            .kind = Error::Kind::Conflict,
            .message =
                Texts::tr("This plan was made for another organization of %1 than the one that answers now.").arg(end),
            .fix = Texts::tr("Check the connection and make a new plan.")};
    }

    void noteOnly()
    {
        const store::Settlement settlement{.outcome = item().outcome, .reason = item().reason, .rowId = item().row.id};
        m_report = {.outcome = item().outcome, .reason = item().reason, .rowId = item().row.id};
        auto run = m_journal.beginRun(runRecord());
        if (!run)
            return finish(run.error());
        const auto noted = m_journal.note(*run, intent(), settlement);
        if (!noted)
            return finish(noted.error());
        m_report.journalItem = *noted;
        if (const auto ended = m_journal.endRun(*run); !ended)
            return finish(ended.error());
        finish(m_report);
    }

    void waitForTurn()
    {
        m_write = *item().write;
        m_link.turns().wait(item().person.toCaseFolded(), this, [this] {
            if (!isSettled()) // cancelled while it waited
                checkOrganization();
        });
    }

    void checkOrganization()
    {
        m_startedAt = m_link.clock().monotonic();
        m_link.dataverse().whoAmI(this)->whenDone(this, [this](const Result<dataverse::WhoAmI> &whoAmI) {
            if (!whoAmI)
                return finish(whoAmI.error());
            if (whoAmI->organizationId.compare(m_plan.dataverseOrganization, Qt::CaseInsensitive) != 0)
                return finish(anotherOrganization(Texts::tr("Dynamics 365")));
            checkChoices();
        });
    }

    /// What was planned from users is only as new as the preview: a refusal said since then must not be written over.
    void checkChoices()
    {
        if (item().subject.origin != consent::Subject::Origin::User)
            return intend();
        subjectsOf(m_link, item().person, this)
            ->whenDone(this, [this](const Result<QList<consent::Subject>> &subjects) {
                if (!subjects && subjects.error().kind != Error::Kind::NotFound)
                    return finish(subjects.error());
                const bool isOutdated = !subjects || std::any_of(subjects->cbegin(), subjects->cend(),
                                                                 [this](const consent::Subject &subject) {
                                                                     return subject.time > item().subject.time;
                                                                 });
                if (isOutdated)
                    return finish(
                        Error{.kind = Error::Kind::Conflict,
                              .message = Texts::tr("What Didomi knows of this person changed after the plan was made."),
                              .fix = Texts::tr("Make a new plan.")});
                intend();
            });
    }

    void intend()
    {
        const auto run = m_journal.beginRun(runRecord());
        if (!run)
            return finish(run.error());
        m_run = *run;
        const auto noted = m_journal.intend(m_run, intent());
        if (!noted)
            return finish(noted.error());
        m_report.journalItem = *noted;
        m_stage = Stage::Sent;
        send();
    }

    store::RunRecord runRecord() const
    {
        return {.profileId = m_plan.profileId,
                .kind = m_options.kind,
                .dataverseOrganization = m_plan.dataverseOrganization,
                .didomiOrganization = m_plan.didomiOrganization,
                .startedAt = m_link.clock().now()};
    }

    store::Intent intent() const
    {
        store::Intent intent{
            .person = item().person,
            .regulation = item().subject.regulation,
            .eventTime = item().subject.time,
            .sourceId = item().subject.sourceId,
            .table = m_plan.table.logicalName,
            .entitySet = m_plan.table.entitySet,
            .rowId = item().row.id,
            .isCreate = item().action == PlanItem::Action::Create,
            .before = QJsonDocument(item().row.values).toJson(QJsonDocument::Compact),
            .after = mapping::bodyOf(cellsAfterwards()),
        };
        if (item().write) {
            intent.rowId = item().write->rowId;
            intent.address = item().write->address();
            intent.condition = QString::fromUtf8(conditionOf(m_link.dataverse().requestFor(*item().write)));
        }
        return intent;
    }

    /// What is written, and what the row says already: this choice's time counts for both, so that an older choice that
    /// comes late changes neither.
    QList<mapping::Cell> cellsAfterwards() const
    {
        QList<mapping::Cell> cells;
        if (item().write)
            cells = item().write->cells;
        for (const Change &change : item().changes) {
            if (change.effect == Change::Effect::Same && !change.isSuperseded && change.cell &&
                !cells.contains(*change.cell))
                cells << *change.cell;
        }
        return cells;
    }

    void send()
    {
        m_link.dataverse().write(m_write, this)->whenDone(this, [this](const Result<WriteReply> &reply) {
            takeReply(reply);
        });
    }

    void takeReply(const Result<WriteReply> &reply)
    {
        if (!reply)
            return takeError(reply.error());
        m_report.requestId = reply->requestId;
        m_report.httpStatus = reply->httpStatus;
        m_report.rowId = reply->rowId.isEmpty() ? m_write.rowId : reply->rowId;
        switch (reply->effect) {
        case WriteReply::Effect::Created:
            return settle(Outcome::Created);
        case WriteReply::Effect::Updated:
            return settle(Outcome::Updated);
        case WriteReply::Effect::Missing:
            return settle(Outcome::Conflict, Texts::tr("The row was deleted after the plan was made."));
        case WriteReply::Effect::AlreadyThere:
            return readRow(&PushJob::judgeRowThatIsThere);
        case WriteReply::Effect::Changed:
            return readRow(&PushJob::judgeChangedRow);
        }
    }

    void takeError(const Error &error)
    {
        m_report.error = error;
        m_report.requestId = error.requestId;
        m_report.httpStatus = error.httpStatus;
        m_report.rowId = m_write.rowId;
        const bool isCreate = item().action == PlanItem::Action::Create;
        if (leavesOpen(error.kind))
            return readRow(&PushJob::judgeUnknownOutcome);
        if (isCreate && error.kind == Error::Kind::Conflict) // a unique value is taken: perhaps by our own first try
            return readRow(&PushJob::judgeRowThatIsThere);
        if (!isCreate && error.kind == Error::Kind::NotFound) // the row, or what a lookup points to
            return readRow(&PushJob::judgeMissing);
        if (error.kind == Error::Kind::Conflict) // perhaps with ourselves: an earlier try was done, its answer lost
            return readRow(&PushJob::judgeConflict);
        settle(Outcome::Rejected, error.message);
    }

    void readRow(void (PushJob::*judge)(const QList<Row> &))
    {
        find()->whenDone(this, [this, judge](const Rows &rows) {
            if (!rows)
                return leaveUnsettled(rows.error());
            (this->*judge)(*rows);
        });
    }

    /// Reads the mapped columns of the row that was, or may have been, written.
    core::Job<QList<Row>> *find()
    {
        QStringList columns;
        const auto add = [&](const QString &name) {
            const mapping::Column *column = m_plan.table.column(name);
            if (column && column->isValidForRead && !columns.contains(name))
                columns << name;
        };
        for (const mapping::Cell &cell : std::as_const(m_write.cells))
            add(cell.column);
        for (const Change &change : item().changes)
            add(change.column);
        return m_link.dataverse().find(m_plan.table, address(), columns, enoughToSeeSeveral, this);
    }

    dataverse::Criterion address() const
    {
        const QString rowId = m_report.rowId.isEmpty() ? m_write.rowId : m_report.rowId;
        if (!rowId.isEmpty())
            return {.kind = dataverse::Criterion::Kind::RowId,
                    .parts = {{.column = m_plan.table.primaryId, .value = rowId}}};
        return {.kind = dataverse::Criterion::Kind::AlternateKey, .parts = m_write.key};
    }

    bool says(const QList<Row> &rows) const
    {
        return rows.size() == 1 && rowSays(m_plan.table, rows.constFirst(), m_write.cells);
    }

    /// A create was told that the row exists. It may be ours: the network repeats a request whose answer was lost.
    void judgeRowThatIsThere(const QList<Row> &rows)
    {
        if (says(rows)) {
            m_report.error = {};
            return settle(Outcome::Created);
        }
        if (rows.isEmpty())
            return settle(Outcome::Conflict, Texts::tr("Another row with the same key was made after the plan."));
        settle(Outcome::Conflict, Texts::tr("A row with this id exists already and says something else."));
    }

    /// The row has another version than planned. That may be our own write, repeated after its answer was lost; or
    /// somebody changed what this plan does not touch, then the write goes again with the new version; else the plan is
    /// out of date.
    void judgeChangedRow(const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return settle(Outcome::Conflict, Texts::tr("The row was deleted after the plan was made."));
        if (says(rows))
            return settle(Outcome::Updated);
        const Row &row = rows.constFirst();
        QStringList changed;
        for (const Change &change : item().changes) {
            const mapping::Column *column = m_plan.table.column(change.column);
            if (column && row.values.value(column->readName()) != item().row.values.value(column->readName()) &&
                !changed.contains(change.columnName))
                changed << change.columnName;
        }
        if (!changed.isEmpty())
            return settle(Outcome::Conflict,
                          Texts::tr("Somebody changed %1 after the plan was made.").arg(changed.join(u", "_s)));
        if (row.etag.isEmpty() || ++m_resends > maxResends)
            return settle(Outcome::Conflict, Texts::tr("The row keeps being changed by somebody else."));
        m_write.etag = row.etag;
        send();
    }

    void judgeConflict(const QList<Row> &rows)
    {
        if (!says(rows))
            return settle(Outcome::Conflict, m_report.error.message);
        m_report.error = {};
        settle(Outcome::Updated);
    }

    void judgeMissing(const QList<Row> &rows)
    {
        if (!rows.isEmpty())
            return settle(Outcome::Rejected, m_report.error.message);
        m_report.error = {};
        settle(Outcome::Conflict, Texts::tr("The row was deleted after the plan was made."));
    }

    /// No answer came, also not to the repeats; the row itself tells.
    void judgeUnknownOutcome(const QList<Row> &rows)
    {
        const bool isCreate = item().action == PlanItem::Action::Create;
        // Nobody else can have made the row whose id we drew, even if it was changed since.
        const bool isOurs = isCreate && !m_write.rowId.isEmpty() && !rows.isEmpty() &&
                            m_link.profile().match.kind != profile::MatchRule::Kind::RowId;
        if (says(rows) || isOurs) {
            m_report.error = {};
            m_report.rowId = rows.constFirst().id;
            return settle(isCreate ? Outcome::Created : Outcome::Updated);
        }
        settle(Outcome::Rejected, Texts::tr("It was not written: %1").arg(m_report.error.message));
    }

    /// Whether it was written cannot be found out now. The journal keeps it open; recover() settles it.
    void leaveUnsettled(const Error &why)
    {
        if (m_report.error.message.isEmpty())
            m_report.error = why;
        m_report.outcome = Outcome::Rejected;
        m_report.reason =
            Texts::tr("Whether it was written could not be confirmed; that is checked again at the next start. %1")
                .arg(m_report.error.message);
        conclude();
    }

    void settle(Outcome outcome, const QString &reason = {})
    {
        m_report.outcome = outcome;
        m_report.reason = reason;
        const auto noted = m_journal.settle(m_report.journalItem, {.outcome = outcome,
                                                                   .reason = reason,
                                                                   .code = m_report.error.code,
                                                                   .requestId = m_report.requestId,
                                                                   .rowId = m_report.rowId});
        if (!noted && noted.error().kind != Error::Kind::Conflict) { // Conflict: recover() was faster
            m_report.error = noted.error();
            m_report.reason =
                Texts::tr("This outcome could not be noted in the journal: %1").arg(noted.error().message);
        }
        endRun();
        m_stage = Stage::Settled;
        const bool isWritten = outcome == Outcome::Created || outcome == Outcome::Updated;
        if (isWritten && m_options.verify && !m_isCancelled)
            verify();
        else
            conclude();
    }

    void endRun()
    {
        const auto ended = m_journal.endRun(m_run);
        if (!ended && m_report.error.message.isEmpty())
            m_report.error = ended.error();
    }

    void verify()
    {
        m_report.duration = m_link.clock().monotonic() - m_startedAt;
        find()->whenDone(this, [this](const Rows &rows) {
            if (rows && rows->size() == 1) {
                m_report.rowId = rows->constFirst().id;
                m_report.rowAfter = mappedValues(rows->constFirst());
                m_report.isVerified = says(*rows);
            }
            finish(m_report);
        });
    }

    QJsonObject mappedValues(const Row &row) const
    {
        QJsonObject values;
        for (const Change &change : item().changes) {
            const mapping::Column *column = m_plan.table.column(change.column);
            if (column && row.values.contains(column->readName()))
                values.insert(column->readName(), row.values.value(column->readName()));
        }
        return values;
    }

    void conclude()
    {
        m_report.duration = m_link.clock().monotonic() - m_startedAt;
        finish(m_report);
    }

    bridge::Link &m_link;
    store::Journal &m_journal;
    const Plan m_plan;
    const PushOptions m_options;
    Stage m_stage = Stage::BeforeSending;
    bool m_isCancelled = false;
    Write m_write; ///< As planned; only its version may become a newer one.
    int m_resends = 0;
    qint64 m_run = 0;
    std::chrono::milliseconds m_startedAt{0};
    PushReport m_report;
};

} // namespace

core::Job<PushReport> *push(bridge::Link &link, store::Journal &journal, const Plan &plan, const PushOptions &options,
                            QObject *parent)
{
    return new PushJob(link, journal, plan, options, parent);
}

} // namespace engine
