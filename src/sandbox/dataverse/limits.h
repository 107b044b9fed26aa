#pragma once

#include "core/clock.h"
#include "httpd/message.h"

#include <map>
#include <optional>

namespace sandbox::webapi {

/// Service protection (dataverse-api section 6.1): what the application user may ask of the one server within any five
/// minutes.
class Limits
{
public:
    static constexpr int requests = 6000;
    static constexpr std::chrono::milliseconds time = std::chrono::seconds(1200);
    static constexpr std::chrono::seconds window{300};

    /// `clock` must outlive it.
    explicit Limits(core::Clock &clock) : m_clock(clock) {}

    /// Counts one request: a refusal when it is one too many. Refused ones count as well, so that hammering prolongs
    /// the wait.
    std::optional<httpd::Response> admit();

    /// Adds what an answer has taken.
    void spend(std::chrono::milliseconds duration);

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
};

} // namespace sandbox::webapi
