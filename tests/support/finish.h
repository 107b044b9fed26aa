#pragma once

#include "core/job.h"
#include "support/patience.h"

#include <QSignalSpy>

namespace support {

/// Runs the event loop until `job` has finished (two minutes at most) and returns its result.
template <typename T>
core::Result<T> finishOf(core::Job<T> *job, int timeoutMs = patienceMs)
{
    core::Result<T> result =
        core::Error{.kind = core::Error::Kind::Timeout, .message = QStringLiteral("the job did not finish in time")};
    QSignalSpy done(job, &core::JobBase::finished);
    job->whenDone(job, [&result](const core::Result<T> &value) { result = value; });
    if (done.isEmpty())
        done.wait(timeoutMs);
    return result;
}

} // namespace support
