#pragma once

#include "core/error.h"

#include <QDateTime>
#include <chrono>
#include <optional>

namespace net {

struct Reply;

/// When to send again, and after how long. The only place where that is decided (dataverse-api section 3.4, didomi-api section 5).
///
/// 429: as long as the service asks to wait, up to maxThrottles times. 502, 503, 504, a lost connection, a time-out: up to maxTries with doubling,
/// jittered delays. 500: once more. Everything else: never.
struct RetryPolicy {
    int maxTries = 4;
    int maxThrottles = 20;
    std::chrono::milliseconds firstDelay{500};
    std::chrono::milliseconds longestDelay{30'000};
    std::chrono::milliseconds longestRetryAfter{600'000}; ///< A service that asks for more is given up on.

    struct Attempt {
        int tries = 1;     ///< So far, this kind of failure, the failed one included.
        int throttles = 0;
    };

    /// The delay before the next try; nothing when it is over. `jitter` is 0…1.
    std::optional<std::chrono::milliseconds> afterReply(const Reply &reply, const Attempt &attempt, double jitter) const;
    std::optional<std::chrono::milliseconds> afterError(const core::Error &error, const Attempt &attempt, double jitter) const;
};

/// `Retry-After` as a delay: seconds or an HTTP date against `now`. Nothing when absent or unreadable.
std::optional<std::chrono::milliseconds> retryAfter(const Reply &reply, const QDateTime &now);

} // namespace net
