#include "engine/pushjob.h"

#include "engine/askagain.h"

#include <QCoreApplication>

#include <algorithm>

namespace engine {

using core::Error;
using core::Result;
using store::Outcome;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Push)
};

/// From what must be looked at to what is of no interest.
constexpr Outcome worstFirst[] = {Outcome::Rejected, Outcome::Conflict,  Outcome::Invalid, Outcome::Updated,
                                  Outcome::Created,  Outcome::Unchanged, Outcome::Skipped};

bool isWritten(const RowReport &row)
{
    return row.outcome == Outcome::Created || row.outcome == Outcome::Updated;
}

bool isFailure(Outcome outcome)
{
    return outcome == Outcome::Rejected || outcome == Outcome::Conflict || outcome == Outcome::Invalid;
}

class PushJob final : public core::Job<PushReport>
{
public:
    PushJob(bridge::Link &link, store::Journal &journal, const Plan &plan, const PushOptions &options, QObject *parent)
        : Job(parent), m_link(link), m_journal(journal), m_plan(plan), m_options(options)
    {
        if (const auto problem = refusal())
            finish(*problem);
        else
            prepare();
    }

    void cancel() override
    {
        if (isSettled())
            return;
        if (!m_step) { // nothing was sent yet
            deleteSteps();
            return finish(Error::cancelled());
        }
        m_isCancelled = true; // a person is never left half written: the other rows follow, but are not read back
        m_step->cancel();
    }

private:
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

    void prepare()
    {
        m_rows = item().rows;
        if (m_rows.isEmpty()) // that nothing is written for this person is noted too
            m_rows << RowPlan{.outcome = item().outcome, .reason = item().reason};
        if (item().isWrite())
            waitForTurn();
        else
            begin();
    }

    void waitForTurn()
    {
        m_link.turns().waitForAll(QStringList{item().person.toCaseFolded()} + item().shared, this, [this] {
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
            return begin();
        askAgain(m_link, {{.person = item().person, .time = item().subject.time}}, this)
            ->whenDone(this, [this](const Result<QHash<QString, QString>> &changed) {
                if (!changed)
                    return finish(changed.error());
                if (!changed->isEmpty())
                    return finish(Error{.kind = Error::Kind::Conflict,
                                        .message = changed->constBegin().value(),
                                        .fix = Texts::tr("Make a new plan.")});
                begin();
            });
    }

    void begin()
    {
        const auto run = m_journal.beginRun({.profileId = m_plan.profileId,
                                             .kind = m_options.kind,
                                             .dataverseOrganization = m_plan.dataverseOrganization,
                                             .didomiOrganization = m_plan.didomiOrganization,
                                             .startedAt = m_link.clock().now()});
        if (!run)
            return finish(run.error());
        m_run = *run;
        pushNext();
    }

    void pushNext()
    {
        const qsizetype next = m_report.rows.size();
        if (next == m_rows.size())
            return conclude();
        auto *step = pushRow(m_link, m_journal,
                             {.run = m_run,
                              .table = m_plan.table,
                              .person = item().person,
                              .subject = item().subject,
                              .row = m_rows.at(next),
                              .verify = m_options.verify && !m_isCancelled},
                             this);
        m_step = step;
        step->whenDone(this, [this](const Result<RowReport> &report) { takeRow(report); });
    }

    void takeRow(const Result<RowReport> &report)
    {
        if (!report && m_report.rows.isEmpty())
            return finish(report.error()); // nothing was sent
        m_report.rows << (report ? *report : unsent(report.error()));
        // Who cannot be reached, or noted down, now, will not be a moment later either.
        const RowReport row = m_report.rows.constLast();
        const bool isHopeless = !report || !row.isSettled || row.error.isTransient();
        while (isHopeless && m_report.rows.size() < m_rows.size())
            m_report.rows << unsent(row.error);
        pushNext();
    }

    RowReport unsent(const Error &why) const
    {
        return {.outcome = Outcome::Rejected,
                .reason = Texts::tr("It was not sent: %1").arg(why.message),
                .error = why,
                .rowId = m_rows.at(m_report.rows.size()).row.id};
    }

    void conclude()
    {
        sumUp();
        const bool isOpen = std::any_of(m_report.rows.cbegin(), m_report.rows.cend(),
                                        [](const RowReport &row) { return !row.isSettled; });
        const auto ended = isOpen ? core::Result<core::Nothing>(core::Nothing{}) : m_journal.endRun(m_run);
        if (!ended && !item().isWrite())
            return finish(ended.error());
        if (!ended && m_report.error.message.isEmpty())
            m_report.error = ended.error();
        m_report.duration = m_link.clock().monotonic() - m_startedAt;
        finish(m_report);
    }

    /// The worst of the rows' outcomes is the person's.
    void sumUp()
    {
        const QList<RowReport> &rows = m_report.rows;
        for (const Outcome outcome : worstFirst) {
            const auto row = std::find_if(rows.cbegin(), rows.cend(),
                                          [outcome](const RowReport &one) { return one.outcome == outcome; });
            if (row == rows.cend())
                continue;
            m_report.outcome = outcome;
            m_report.reason = row->reason;
            m_report.error = row->error;
            break;
        }
        const int written = int(std::count_if(rows.cbegin(), rows.cend(), isWritten));
        if (written > 0 && isFailure(m_report.outcome)) //: %n rows of one person; %1 why the others were not
            m_report.reason =
                Texts::tr("%n row(s) were written, but not all: %1", nullptr, written).arg(m_report.reason);
        for (const RowReport &row : rows) { // what could not be noted of a row that was written
            if (m_report.error.message.isEmpty())
                m_report.error = row.error;
        }
    }

    bridge::Link &m_link;
    store::Journal &m_journal;
    const Plan m_plan;
    const PushOptions m_options;
    QList<RowPlan> m_rows; ///< Those of the item, never none.
    qint64 m_run = 0;
    core::Job<RowReport> *m_step = nullptr; ///< The row that is being written; only once something may have been sent.
    bool m_isCancelled = false;
    std::chrono::milliseconds m_startedAt{0};
    PushReport m_report;
};

} // namespace

const RowReport &PushReport::row() const
{
    static const RowReport none;
    const auto deciding =
        std::find_if(rows.cbegin(), rows.cend(), [this](const RowReport &one) { return one.outcome == outcome; });
    return deciding != rows.cend() ? *deciding : none;
}

bool PushReport::isVerified() const
{
    return std::any_of(rows.cbegin(), rows.cend(), isWritten) &&
           std::all_of(rows.cbegin(), rows.cend(),
                       [](const RowReport &one) { return one.isVerified || !isWritten(one); });
}

core::Job<PushReport> *push(bridge::Link &link, store::Journal &journal, const Plan &plan, const PushOptions &options,
                            QObject *parent)
{
    return new PushJob(link, journal, plan, options, parent);
}

} // namespace engine
