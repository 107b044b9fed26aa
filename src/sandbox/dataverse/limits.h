#pragma once

#include "core/clock.h"
#include "httpd/message.h"

#include <map>
#include <optional>
#include <set>

namespace sandbox::webapi {

/// How requests have fared with the limits so far.
struct LimitTally {
    qint64 admitted = 0;
    qint64 tooMany = 0; ///< In the window.
    qint64 tooLong = 0; ///< All in the window together.
    qint64 tooManyAtOnce = 0;
    std::chrono::milliseconds time{0}; ///< That the admitted ones took.

    qint64 refused() const { return tooMany + tooLong + tooManyAtOnce; }
    LimitTally &operator+=(const LimitTally &more);
};

/// Service protection (dataverse-api section 6.1): what the application user may ask of the one server within any five
/// minutes, and at once.
class Limits
{
public:
    static constexpr int requests = 6000;
    static constexpr std::chrono::milliseconds time = std::chrono::seconds(1200);
    static constexpr std::chrono::seconds window{300};
    static constexpr int atOnce = 52;

    /// `clock` must outlive it.
    explicit Limits(core::Clock &clock) : m_clock(clock) {}

    /// Counts one request: a refusal when it is one too many. Refused ones count as well, so that hammering prolongs
    /// the wait.
    std::optional<httpd::Response> admit();

    /// Adds what an answer has taken.
    void spend(std::chrono::milliseconds duration);

    /// The same for a request whose answer waits so long: it is under way until then.
    void run(std::chrono::milliseconds duration);

    const LimitTally &tally() const { return m_tally; }
    int remainingRequests() const;
    std::chrono::milliseconds remainingTime() const;

private:
    struct Used {
        int requests = 0;
        std::chrono::milliseconds time{0};
    };

    std::chrono::seconds now() const;
    void forget(); ///< What is older than the window.

    core::Clock &m_clock;
    std::map<std::chrono::seconds, Used> m_bySecond;
    Used m_total;
    std::multiset<std::chrono::milliseconds> m_underWay; ///< When they end.
    LimitTally m_tally;
};

} // namespace sandbox::webapi
