#pragma once

#include "core/job.h"
#include "engine/runprogress.h"
#include "engine/workplace.h"
#include "store/runfile.h"

namespace engine {

struct RunOptions {
    /// What must be confirmed by somebody, each by itself: without it a plan that does so is refused.
    bool mayPermit = false; ///< People become contactable.
    bool mayCreate = false; ///< Rows are created.

    enum class Guard {
        All,        ///< Each update is sent only for the version of the row that the plan knows.
        Permitting, ///< Those that permit contact are; the others are compared once more just before, then sent in
                    ///< bulk.
    };
    Guard guard = Guard::Permitting;

    /// Where what was known of somebody's choices is older, Didomi is asked once more before they become contactable.
    std::chrono::seconds trusted = std::chrono::hours(1);
    bool askAgain = true; ///< False: never; the caller knows better.

    bool bypassCustomLogic = false; ///< MSCRM.BypassBusinessLogicExecution: CustomSync,CustomAsync
    bool bypassFlows = false;       ///< MSCRM.SuppressCallbackRegistrationExpanderJob: true
    int connections = 0;            ///< Requests at once for each application user; 0: as the server hints.
    int rowsPerMessage = 0;         ///< 0: steered by how long answers take.

    QString worker = {};   ///< Of a run that several share: what is drawn for it begins with this name.
    bool isShared = false; ///< Other workers may be alive: only what is left behind for long is taken over.
    /// Of a shared run: after so long without a sign of life another worker takes over what this one has claimed.
    std::chrono::milliseconds lease = std::chrono::minutes(2);
    /// Of a run that is done: those that were rejected are tried again, and nobody else. Refused of any other run.
    bool retryFailed = false;
};

/// How a run ended; what became of each item is in its file.
struct RunEnd {
    store::RunState state = store::RunState::Done; ///< Done, Paused or Cancelled.
    store::RunCounts counts = {};
    std::optional<core::Error> stop = {}; ///< Why it was given up before the end: the network, a token, the disk.
    std::chrono::milliseconds time{0};
    qint64 requests = 0;
    qint64 throttled = 0;
    int users = 1;                   ///< Application users that wrote, also those that were refused later.
    QList<core::Error> refused = {}; ///< Further users that it went on without, and why; each names its user.
};

/// Carries a plan out, or goes on with a run that was stopped anywhere: looks first at what an earlier worker left
/// open, then claims batches, sends them, judges the answers and settles them, until nothing is left.
///
/// Refuses before anything is sent (Kind::Conflict) when the organisations, the integration or its mappings are not the
/// plan's, or what needs confirmation was not confirmed. Each row is judged as push() judges it: one that somebody
/// changed meanwhile is compared again, and never overwritten where the plan rests on what changed.
///
/// A further application user that is refused on the way, by Entra ID or by Dataverse, drops out: what was given to it
/// is given to the others. Without the first one the run stops; of several the error names the one that it is about.
class RunJob : public core::Job<RunEnd>
{
    Q_OBJECT

public:
    /// `applied` of the workplace must not hold `file`; the job adds it.
    static RunJob *start(const Workplace &workplace, store::RunFile &file, const RunOptions &options, QObject *parent);

    /// What is on its way is finished and settled, then the job waits (Phase::Paused). cancel() does the same and ends.
    virtual void setPaused(bool on) = 0;

Q_SIGNALS:
    void advanced(const engine::RunProgress &progress);

protected:
    using Job::Job;
};

/// Why this plan must not be run as these options say; nothing when it may. Asks nobody.
core::Result<core::Nothing> mayRun(const Workplace &workplace, store::RunFile &file, const RunOptions &options);

} // namespace engine
