#include "engine/resyncdesk.h"

#include "engine/resyncworker.h"

namespace engine {

using namespace Qt::StringLiterals;

ResyncDesk::ResyncDesk(core::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
}

ResyncDesk::~ResyncDesk() = default;

WorkThread &ResyncDesk::thread()
{
    if (m_thread)
        return *m_thread;
    auto worker = std::make_unique<ResyncWorker>(m_clock);
    m_worker = worker.get();
    connect(m_worker, &ResyncWorker::progressed, this, [this](const RunProgress &progress) {
        m_progress = progress;
        Q_EMIT progressed(progress);
    });
    connect(m_worker, &ResyncWorker::ended, this, [this](const End &end) {
        m_task = Task::Nothing;
        m_isPaused = m_isStopping = false;
        Q_EMIT busyChanged();
        Q_EMIT ended(end); // last: a handler may give the next order
    });
    m_thread = std::make_unique<WorkThread>(u"resync"_s, std::move(worker));
    return *m_thread;
}

bool ResyncDesk::begin(Task task, const QString &path, std::function<void(ResyncWorker &)> order)
{
    if (isBusy())
        return false;
    m_task = task;
    m_path = path;
    m_progress = {};
    WorkThread &thread = this->thread();
    thread.post([worker = m_worker, order = std::move(order)] { order(*worker); });
    Q_EMIT busyChanged();
    return true;
}

bool ResyncDesk::plan(const WorkSetup &setup, const Scope &scope, const QString &path)
{
    return begin(Task::Plan, path, [=](ResyncWorker &worker) { worker.plan(setup, scope, path); });
}

bool ResyncDesk::goOnPlanning(const WorkSetup &setup, const QString &path)
{
    return begin(Task::Plan, path, [=](ResyncWorker &worker) { worker.goOnPlanning(setup, path); });
}

bool ResyncDesk::run(const WorkSetup &setup, const QString &path, const RunOptions &options)
{
    return begin(Task::Run, path, [=](ResyncWorker &worker) { worker.run(setup, path, options); });
}

bool ResyncDesk::retryFailed(const WorkSetup &setup, const QString &path, RunOptions options)
{
    options.retryFailed = true;
    return run(setup, path, options);
}

bool ResyncDesk::verify(const WorkSetup &setup, const QString &path, qint64 sample)
{
    return begin(Task::Verify, path, [=](ResyncWorker &worker) { worker.verify(setup, path, sample); });
}

bool ResyncDesk::undo(const WorkSetup &setup, const QString &path, const QString &undoPath)
{
    return begin(Task::Undo, undoPath, [=](ResyncWorker &worker) { worker.undo(setup, path, undoPath); });
}

bool ResyncDesk::report(const QString &path, ReportFormat format, const QString &target, const ReportOptions &options)
{
    return begin(Task::Report, path, [=](ResyncWorker &worker) { worker.report(path, format, target, options); });
}

bool ResyncDesk::look(const QString &path)
{
    return begin(Task::Look, path, [=](ResyncWorker &worker) { worker.look(path); });
}

void ResyncDesk::setPaused(bool on)
{
    if (m_task != Task::Run || m_isPaused == on || m_isStopping)
        return;
    m_isPaused = on;
    m_thread->post([worker = m_worker, on] { worker->setPaused(on); });
    Q_EMIT busyChanged();
}

void ResyncDesk::cancel()
{
    end([](ResyncWorker &worker) { worker.cancel(); });
}

void ResyncDesk::interrupt()
{
    end([](ResyncWorker &worker) { worker.interrupt(); });
}

void ResyncDesk::end(std::function<void(ResyncWorker &)> order)
{
    if (!isBusy() || m_isStopping)
        return;
    m_isStopping = true;
    m_thread->post([worker = m_worker, order = std::move(order)] { order(*worker); });
    Q_EMIT busyChanged();
}

} // namespace engine
