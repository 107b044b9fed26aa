#pragma once

#include "core/result.h"

#include <QObject>

namespace engine {

/// Where consents come from. A source only adds to the inbox; it knows nothing of what is done with them.
class LiveSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString word() const = 0; ///< "poll", "webhook", "file": as arrivals name their source.

    /// Begins, or goes on. Fails when it cannot begin at all.
    virtual core::Result<core::Nothing> start() = 0;
    virtual void stop() = 0;

    /// Everything that was there when it started has been read: files to their end, polling one whole round.
    virtual bool hasReadAll() const { return true; }

    /// What went wrong last; the message is empty when nothing did.
    core::Error problem() const { return m_problem; }

Q_SIGNALS:
    void arrived();  ///< Something new is in the inbox.
    void finished(); ///< A round, or all there was, has been read, well or not (problem()).

protected:
    void setProblem(const core::Error &problem) { m_problem = problem; }

private:
    core::Error m_problem;
};

} // namespace engine
