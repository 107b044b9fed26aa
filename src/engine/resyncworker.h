#pragma once

#include "engine/planundo.h"
#include "engine/resyncdesk.h"

#include <QLockFile>
#include <QPointer>
#include <QTimer>

namespace engine {

/// Does the work of a ResyncDesk, in the desk's thread. Everything here is that thread's.
class ResyncWorker final : public Worker
{
    Q_OBJECT

public:
    using Task = ResyncDesk::Task;
    using End = ResyncDesk::End;

    explicit ResyncWorker(core::Clock &clock);
    ~ResyncWorker() override;

    void plan(const WorkSetup &setup, const Scope &scope, const QString &path);
    void goOnPlanning(const WorkSetup &setup, const QString &path);
    void run(const WorkSetup &setup, const QString &path, const RunOptions &options);
    void verify(const WorkSetup &setup, const QString &path, qint64 sample);
    void undo(const WorkSetup &setup, const QString &path, const QString &undoPath);
    void report(const QString &path, ReportFormat format, const QString &target, const ReportOptions &options);
    void look(const QString &path);
    void setPaused(bool on);
    void cancel();
    void interrupt();

    void stop() override;
    void abandon() override;

Q_SIGNALS:
    void progressed(const engine::RunProgress &progress);
    void ended(const engine::ResyncDesk::End &end);

private:
    /// Puts everything in place and opens the file; ends the task and returns nullptr where that fails.
    const Workplace *begin(Task task, const WorkSetup &setup, const QString &path);
    bool open(const QString &path);
    bool claim(const QString &path);
    template <typename Job>
    void follow(Job *job);
    void note(const RunProgress &progress);
    void tell();
    void end(const core::Error &problem);
    void end(End end);
    void pauseCancelled(End &end);
    void dropEmptyPlan(const End &end);

    WorkRoom m_room;
    std::unique_ptr<QLockFile> m_lock; ///< Of the file that is planned into, or carried out.
    std::unique_ptr<store::RunFile> m_file;
    bool m_isNew = false;                     ///< The file was made for this task.
    std::unique_ptr<store::RunFile> m_undone; ///< The run that an undo is planned for.
    QPointer<core::JobBase> m_job;
    QPointer<RunJob> m_run;
    Task m_task = Task::Nothing;
    QString m_path;
    std::optional<RunProgress> m_untold;
    QTimer m_rest;
    bool m_isPauseWanted = false; ///< Also before a run has begun.
    bool m_isInterrupted = false; ///< Nobody wanted it to end: a run is only paused.
    bool m_isLeaving = false;
};

} // namespace engine
