#include "engine/resyncworker.h"

#include "engine/meetusers.h"
#include "engine/runlock.h"
#include "store/runjournal.h"

#include <QFile>

namespace engine {

using core::Error;
using core::Result;

namespace {

constexpr auto rest = std::chrono::milliseconds(100);

} // namespace

ResyncWorker::ResyncWorker(core::Clock &clock) : m_room(clock), m_rest(this)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &ResyncWorker::tell);
}

ResyncWorker::~ResyncWorker()
{
    delete m_job; // before what it works with
}

bool ResyncWorker::open(const QString &path)
{
    auto file = store::RunFile::open(store::RunPlace::file(path), m_room.clock());
    if (!file) {
        end(file.error());
        return false;
    }
    m_file = std::move(*file);
    return true;
}

/// Nobody else may plan into it or carry it out meanwhile: they would take over what is on its way here.
bool ResyncWorker::claim(const QString &path)
{
    auto lock = lockRun(path);
    if (!lock) {
        end(lock.error());
        return false;
    }
    m_lock = std::move(*lock);
    return true;
}

const Workplace *ResyncWorker::begin(Task task, const WorkSetup &setup, const QString &path)
{
    m_task = task;
    m_path = path;
    const auto users = task == Task::Run ? WorkRoom::Users::All : WorkRoom::Users::First;
    const Result<const Workplace *> place = m_room.furnish(setup, users);
    if (place)
        return *place;
    end(place.error());
    return nullptr;
}

void ResyncWorker::plan(const WorkSetup &setup, const Scope &scope, const QString &path)
{
    const Workplace *place = begin(Task::Plan, setup, path);
    if (!place || !claim(path))
        return;
    auto made = store::RunFile::create(store::RunPlace::file(path), headFor(*place, scope), m_room.clock());
    if (!made)
        return end(made.error());
    m_file = std::move(*made);
    m_isNew = true;
    follow(MakePlanJob::start(*place, *m_file, scope, this));
}

void ResyncWorker::goOnPlanning(const WorkSetup &setup, const QString &path)
{
    const Workplace *place = begin(Task::Plan, setup, path);
    if (!place || !claim(path) || !open(path))
        return;
    const auto head = m_file->head();
    if (!head)
        return end(head.error());
    if (!head->undoes.isEmpty()) {
        auto undone = store::RunFile::open(store::RunPlace::file(head->undoes), m_room.clock());
        if (!undone)
            return end(undone.error());
        m_undone = std::move(*undone);
        return follow(PlanUndoJob::start(*place, *m_undone, *m_file, this));
    }
    const auto scope = scopeFromJson(head->scope);
    if (!scope)
        return end(scope.error());
    follow(MakePlanJob::start(*place, *m_file, *scope, this));
}

void ResyncWorker::run(const WorkSetup &setup, const QString &path, const RunOptions &options)
{
    const Workplace *place = begin(Task::Run, setup, path);
    if (!place || !claim(path) || !open(path))
        return;
    auto *meeting = meetUsers(*place, this);
    m_job = meeting;
    meeting->whenDone(this, [this, place, options](const Result<core::Nothing> &met) {
        if (!met)
            return end(met.error());
        follow(RunJob::start(*place, *m_file, options, this));
        if (m_isPauseWanted)
            m_run->setPaused(true);
    });
}

void ResyncWorker::verify(const WorkSetup &setup, const QString &path, qint64 sample)
{
    const Workplace *place = begin(Task::Verify, setup, path);
    if (place && open(path))
        follow(VerifyJob::start(*place, *m_file, sample, this));
}

void ResyncWorker::undo(const WorkSetup &setup, const QString &path, const QString &undoPath)
{
    const Workplace *place = begin(Task::Undo, setup, undoPath);
    if (!place || !claim(undoPath) || !open(path))
        return;
    m_undone = std::move(m_file);
    const auto head = undoHeadFor(*place, *m_undone);
    if (!head)
        return end(head.error());
    auto made = store::RunFile::create(store::RunPlace::file(undoPath), *head, m_room.clock());
    if (!made)
        return end(made.error());
    m_file = std::move(*made);
    m_isNew = true;
    follow(PlanUndoJob::start(*place, *m_undone, *m_file, this));
}

void ResyncWorker::report(const QString &path, ReportFormat format, const QString &target, const ReportOptions &options)
{
    m_task = Task::Report;
    m_path = path;
    if (open(path))
        follow(ReportJob::start(*m_file, format, target, options, this));
}

void ResyncWorker::look(const QString &path)
{
    m_task = Task::Look;
    m_path = path;
    if (open(path))
        end(End{});
}

void ResyncWorker::setPaused(bool on)
{
    m_isPauseWanted = on;
    if (m_run)
        m_run->setPaused(on);
}

void ResyncWorker::cancel()
{
    if (m_job)
        m_job->cancel();
}

void ResyncWorker::interrupt()
{
    m_isInterrupted = true;
    cancel();
}

void ResyncWorker::stop()
{
    m_isLeaving = true;
    if (m_job)
        interrupt(); // end() leaves
    else
        quit();
}

void ResyncWorker::abandon()
{
    delete m_job;
    quit();
}

template <typename Job>
void ResyncWorker::follow(Job *job)
{
    m_job = job;
    if constexpr (std::is_same_v<Job, RunJob>)
        m_run = job;
    connect(job, &Job::advanced, this, &ResyncWorker::note);
    job->whenDone(this, [this](const auto &result) {
        if (result)
            end(End{.outcome = *result});
        else
            end(result.error());
    });
}

void ResyncWorker::note(const RunProgress &progress)
{
    m_untold = progress;
    if (!m_rest.isActive())
        tell();
}

void ResyncWorker::tell()
{
    if (!m_untold)
        return;
    m_rest.start();
    Q_EMIT progressed(*std::exchange(m_untold, {}));
}

void ResyncWorker::end(const Error &problem)
{
    end(End{.problem = problem});
}

void ResyncWorker::pauseCancelled(End &end)
{
    auto *run = std::get_if<RunEnd>(&end.outcome);
    if (!run || run->state != store::RunState::Cancelled)
        return;
    if (m_file->setState(store::RunState::Paused)) // else it stays cancelled: that can be gone on with too
        run->state = store::RunState::Paused;
}

/// A plan that failed before anybody was in it is of no use to anyone.
void ResyncWorker::dropEmptyPlan(const End &end)
{
    if (!m_isNew || !end.problem || !m_file)
        return;
    const auto counts = store::RunJournal(*m_file).counts();
    if (!counts || counts->planned > 0)
        return;
    m_file.reset();
    QFile::remove(m_path);
}

/// Within the job's last signal, or before there was one: what it worked with is its own until it is gone.
void ResyncWorker::end(End end)
{
    delete m_job;
    m_rest.stop();
    if (m_untold) // how far it came
        Q_EMIT progressed(*std::exchange(m_untold, {}));
    end.task = std::exchange(m_task, Task::Nothing);
    end.path = m_path;
    m_room.clear();
    m_undone.reset();
    if (std::exchange(m_isInterrupted, false) && m_file)
        pauseCancelled(end);
    dropEmptyPlan(end);
    if (m_file && !m_isLeaving) {
        if (auto summary = summaryOf(*m_file, m_path))
            end.summary = std::move(*summary);
        else if (!end.problem)
            end.problem = summary.error();
    }
    m_file.reset();
    m_lock.reset();
    m_isNew = false;
    m_isPauseWanted = false;
    Q_EMIT ended(end);
    if (m_isLeaving)
        quit();
}

} // namespace engine
