#pragma once

#include "engine/makeplan.h"
#include "engine/runjob.h"
#include "engine/runreport.h"
#include "engine/runsummary.h"
#include "engine/verifyrun.h"
#include "engine/workthread.h"

#include <variant>

namespace engine {

class ResyncWorker;

/// One integration's resync, worked on in a thread of its own, so that a run at full speed never disturbs a window.
///
/// One task at a time: an order that comes while one is worked on is refused. What a task needs is copied over with the
/// order; what comes back are values, in the thread that this lives in. Plans stay as they are when a task is cancelled
/// or this is destroyed: somebody goes on with them.
///
/// Destroying it interrupts, and waits for what is on its way, for a moment at most (WorkThread::patience). Who must
/// not wait interrupts first, and destroys it after ended().
class ResyncDesk : public QObject
{
    Q_OBJECT

public:
    enum class Task {
        Nothing,
        Plan,   ///< PlanMade
        Run,    ///< RunEnd
        Verify, ///< VerifyReport
        Undo,   ///< PlanMade; `path` is that of the plan that was made.
        Report, ///< ReportWritten
        Look,   ///< Nothing but the summary.
    };

    /// How a task ended.
    struct End {
        Task task = Task::Nothing;
        QString path; ///< Of the plan that it was about, or that it made.
        std::variant<core::Nothing, PlanMade, RunEnd, VerifyReport, ReportWritten> outcome = {};
        std::optional<core::Error> problem = {}; ///< Then `outcome` tells nothing.
        /// What there is now; none where the file cannot be read.
        std::optional<RunSummary> summary = {};

        template <typename T>
        const T *as() const
        {
            return problem ? nullptr : std::get_if<T>(&outcome);
        }
    };

    explicit ResyncDesk(core::Clock &clock = core::Clock::system(), QObject *parent = nullptr);
    ~ResyncDesk() override;

    // Each of these is false when something is being worked on already: then it did nothing.

    /// Makes a plan into a new file.
    bool plan(const WorkSetup &setup, const Scope &scope, const QString &path);
    /// Goes on with a plan that was not finished, also one that takes a run back.
    bool goOnPlanning(const WorkSetup &setup, const QString &path);
    /// Runs a plan, or goes on with a run that was stopped anywhere.
    bool run(const WorkSetup &setup, const QString &path, const RunOptions &options);
    /// Lets what was rejected be tried again, and runs that only.
    bool retryFailed(const WorkSetup &setup, const QString &path, RunOptions options);
    bool verify(const WorkSetup &setup, const QString &path, qint64 sample);
    /// Plans to take a run back, into a new file.
    bool undo(const WorkSetup &setup, const QString &path, const QString &undoPath);
    /// Writes what became of everybody into the file `target`; asks nobody.
    bool report(const QString &path, ReportFormat format, const QString &target, const ReportOptions &options = {});
    /// Only tells what there is; asks nobody.
    bool look(const QString &path);

    /// A run: what is on its way settles, then it waits until it goes on. Nothing else can be paused.
    void setPaused(bool on);
    bool isPaused() const { return m_isPaused; }
    /// Ends what is worked on once what is on its way has settled.
    void cancel();
    /// The same for who only has no time left: a run is then paused, not cancelled.
    void interrupt();
    bool isStopping() const { return m_isStopping; }

    bool isBusy() const { return m_task != Task::Nothing; }
    Task task() const { return m_task; }
    const QString &path() const { return m_path; } ///< Of what is, or was last, worked on.
    const RunProgress &progress() const { return m_progress; }

Q_SIGNALS:
    void progressed(const engine::RunProgress &progress); ///< Ten times a second at most.
    void ended(const engine::ResyncDesk::End &end);
    void busyChanged(); ///< Also when it was paused, goes on, or is to end.

private:
    bool begin(Task task, const QString &path, std::function<void(ResyncWorker &)> order);
    WorkThread &thread();
    void end(std::function<void(ResyncWorker &)> order);

    core::Clock &m_clock;
    std::unique_ptr<WorkThread> m_thread; ///< Made when it is first needed.
    ResyncWorker *m_worker = nullptr;     ///< Lives in the thread: only for orders there.
    Task m_task = Task::Nothing;
    QString m_path;
    RunProgress m_progress;
    bool m_isPaused = false;
    bool m_isStopping = false;
};

} // namespace engine
