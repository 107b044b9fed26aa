#pragma once

#include "bridge/surroundings.h"
#include "cli/integrationcommand.h"
#include "cli/progressprinter.h"
#include "engine/makeplan.h"

namespace cli {

/// A command that works with both ends and with what this machine remembers of earlier writes.
class WorkplaceCommand : public IntegrationCommand
{
public:
    ~WorkplaceCommand() override;

    /// What a job has on its way is finished and settled first.
    void cancel() override;

protected:
    using IntegrationCommand::IntegrationCommand;

    /// Opens the journal; on failure it is told why, and there is none.
    core::Result<core::Nothing> openJournal();
    store::Journal *journal() { return m_journal.get(); }

    /// Reads the secrets, makes the link and asks both ends what they are; then calls `next`. Ends the command with a
    /// message when that fails.
    void connectEnds(const profile::Profile &profile, const std::function<void()> &next);
    const bridge::Surroundings &surroundings() const { return m_surroundings; }
    void setSurroundings(const bridge::Surroundings &found) { m_surroundings = found; }

    /// Settles what an earlier run left open, warns of it, then calls `next`: the effect of those writes is then part
    /// of what is remembered. Needs the journal and both ends.
    void settleEarlier(const std::function<void()> &next);

    /// Lets the further application users of the integration take part in what is written, once all of them were met;
    /// then calls `next`. Ends the command with a message when one of them cannot.
    void joinFurtherUsers(const profile::Profile &profile, const std::function<void()> &next);

    /// For jobs of runs, once there are a journal and both ends.
    const engine::Workplace &workplace();

    /// Shows how far this job is, and lets it end as it must on cancel().
    template <typename T>
    T *watch(T *job)
    {
        m_watched = job;
        m_progress = std::make_unique<ProgressPrinter>(console(), environment().clock, isJson());
        connect(job, &T::advanced, this, [this](const engine::RunProgress &progress) { m_progress->show(progress); });
        connect(job, &core::JobBase::finished, this, [this] {
            m_watched = nullptr;
            m_progress->clear();
        });
        return job;
    }

    /// Prints what a plan that was just made would do, and what to do next; ends the command.
    void reportPlan(store::RunFile &file, const QString &path, const engine::PlanMade &made,
                    const profile::Profile &profile);

private:
    bridge::Secrets m_secrets; ///< Once the ends are connected.
    std::vector<std::unique_ptr<bridge::Link>> m_furtherLinks;
    std::unique_ptr<store::Journal> m_journal;
    bridge::Surroundings m_surroundings;
    std::unique_ptr<store::AppliedTimes> m_applied;
    std::optional<engine::Workplace> m_workplace;
    std::unique_ptr<ProgressPrinter> m_progress;
    core::JobBase *m_watched = nullptr;
};

} // namespace cli
