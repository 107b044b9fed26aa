#pragma once

#include "core/error.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace net {

struct Reply;

/// When to send again, and after how long. The only place where that is decided (dataverse-api section 3.4, didomi-api
/// section 5).
///
/// 429: as long as the service asks to wait, up to maxThrottles times; without a Retry-After with doubling delays from
/// 1 s. 502, 503, 504, a lost connection, a time-out: up to maxTries with doubling, jittered delays, or as Retry-After
/// says. 500: once more, after ten first delays. Everything else: never. A delay is jittered between its half and its
/// whole; one that was asked for is kept to the millisecond.
struct RetryPolicy {
    int maxTries = 4;
    int maxThrottles = 20;
    std::chrono::milliseconds firstDelay{500};
    std::chrono::milliseconds longestDelay{30'000};
    std::chrono::milliseconds longestRetryAfter{600'000}; ///< A service that asks for more is given up on.

    struct Attempt {
        int tries = 1; ///< So far, this kind of failure, the failed one included.
        int throttles = 0;
    };

    /// What a failure means for counting: tries are counted for each of these on its own.
    enum class Failure {
        Throttle, ///< 429
        Outage,   ///< 502, 503, 504, no answer
        Fault,    ///< 500
        Final,    ///< Nothing to repeat: it worked, or was understood and refused.
    };
    static Failure failureOf(const Reply &reply);
    static Failure failureOf(const core::Error &error);

    /// The delay before the next try; nothing when it is over. `jitter` is 0…1; `now` is what a date in Retry-After is
    /// read against.
    std::optional<std::chrono::milliseconds> afterReply(const Reply &reply, const Attempt &attempt, double jitter,
                                                        const QDateTime &now = QDateTime::currentDateTimeUtc()) const;
    std::optional<std::chrono::milliseconds> afterError(const core::Error &error, const Attempt &attempt,
                                                        double jitter) const;
};

/// `Retry-After` as a delay: seconds or an HTTP date against `now`. Nothing when absent or unreadable.
std::optional<std::chrono::milliseconds> retryAfter(const Reply &reply, const QDateTime &now);

} // namespace net
