#pragma once

#include "core/result.h"

#include <QObject>

namespace core {

/// One asynchronous operation. It finishes exactly once, from the event loop, never inside the call that started or
/// cancelled it, and deletes itself afterwards. Deleting it earlier stops it without a word.
///
/// A job made of steps runs each step as a child object, so that cancelling or deleting reaches what runs now.
/// Use Job<T>, which adds the result.
class JobBase : public QObject
{
    Q_OBJECT

public:
    /// True from the moment the result is known; finished() follows from the event loop.
    bool isSettled() const { return m_settled; }

    /// Asks the job to stop. By default its running steps are deleted and it finishes with Error::cancelled(); a job
    /// that must not leave a write of unknown outcome overrides this and finishes when that write is settled.
    virtual void cancel() = 0;

Q_SIGNALS:
    void finished(QPrivateSignal);

    /// How far the job is: `done` of `total` (0 = unknown).
    void progressed(qint64 done, qint64 total);

protected:
    explicit JobBase(QObject *parent) : QObject(parent) {}

    bool settle();      ///< Notes that the result is there; false when it already was.
    void deleteSteps(); ///< Stops every job that is a child of this one.

private:
    void emitFinished();

    bool m_settled = false;
};

/// A JobBase whose result is a T or the reason why there is none.
template <typename T>
class Job : public JobBase
{
public:
    using Value = T;

    /// Valid once settled; before that it says "cancelled".
    const Result<T> &result() const { return m_result; }

    /// Calls `handler(result)` when finished, unless `context` is gone by then. Returns the job, for chaining.
    template <typename Handler>
    Job *whenDone(const QObject *context, Handler handler)
    {
        connect(this, &JobBase::finished, context,
                [this, handler = std::move(handler)]() mutable { handler(m_result); });
        return this;
    }

    void cancel() override
    {
        if (isSettled())
            return;
        deleteSteps();
        finish(Error::cancelled());
    }

protected:
    explicit Job(QObject *parent) : JobBase(parent) {}

    /// Ends the job. The first call counts; later ones are ignored.
    void finish(Result<T> result)
    {
        if (settle())
            m_result = std::move(result);
    }

private:
    Result<T> m_result = Error::cancelled();
};

/// A job whose result is known when it is made: for caches and for input that is refused before anything is asked.
template <typename T>
class ReadyJob final : public Job<T>
{
public:
    ReadyJob(Result<T> result, QObject *parent) : Job<T>(parent) { this->finish(std::move(result)); }
};

} // namespace core
