#pragma once

#include "core/job.h"

#include <QMutex>

#include <functional>
#include <memory>

namespace core {

/// Starts `work` in one of the program's worker threads, of which there are two at least: one may wait for a disk.
void startInThread(std::function<void()> work);

/// Does in one of the program's worker threads what would keep this one busy, and finishes with what it returned. Made
/// by inThread().
template <typename T>
class ThreadedJob final : public Job<T>
{
public:
    ThreadedJob(std::function<Result<T>()> work, QObject *parent) : Job<T>(parent), m_line(std::make_shared<Line>())
    {
        m_line->job = this;
        startInThread([line = m_line, work = std::move(work)] {
            const auto result = std::make_shared<Result<T>>(work());
            const QMutexLocker lock(&line->guard);
            if (ThreadedJob *job = line->job)
                QMetaObject::invokeMethod(
                    job, [job, result] { job->finish(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

    ~ThreadedJob() override
    {
        const QMutexLocker lock(&m_line->guard);
        m_line->job = nullptr;
    }

private:
    /// From the worker thread to the job, for as long as there is one.
    struct Line {
        QMutex guard;
        ThreadedJob *job = nullptr;
    };

    const std::shared_ptr<Line> m_line;
};

/// `work` must own all that it uses: nothing stops it, so it may still run when the job was cancelled or deleted, and
/// all else is gone too.
template <typename T>
Job<T> *inThread(std::function<Result<T>()> work, QObject *parent)
{
    return new ThreadedJob<T>(std::move(work), parent);
}

} // namespace core
