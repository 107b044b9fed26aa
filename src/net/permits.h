#pragma once

#include <chrono>

namespace net {

/// How many requests a service may have on their way at once, where the service itself gives a hint (dataverse-api
/// sections 5.4 and 6.4).
struct PermitRule {
    int start = 0; ///< The hint: Dataverse's x-ms-dop-hint. 0: not steered, ServiceOptions::maxInFlight holds.
    int most = 52; ///< Above it the service refuses for certain.
    int growAfterAnswers = 200;         ///< One more after so many good answers while all permits were in use …
    std::chrono::seconds growAfter{60}; ///< … and at the latest after so long without a 429, if they were in use.

    bool operator==(const PermitRule &) const = default;
};

/// The number itself: begins at the hint, rises by one, halves on each 429, and never falls below one.
///
/// Several requests that were on their way together are refused together: only the first of them halves it, the others
/// were sent before it could help. Times are a clock's monotonic().
class Permits
{
public:
    explicit Permits(const PermitRule &rule, std::chrono::milliseconds now);

    bool isSteered() const { return m_rule.start > 0; }
    int count() const { return m_count; } ///< 0 when not steered.

    /// A good answer came. `wereAllInUse`: its request left as the last one that was allowed,
    /// so that more might have gone.
    void answered(bool wereAllInUse, std::chrono::milliseconds now);

    /// A 429 came, to a request sent at `startedAt`.
    void throttled(std::chrono::milliseconds startedAt, std::chrono::milliseconds now);

private:
    PermitRule m_rule;
    int m_count = 0;
    int m_answers = 0;                     ///< Since it last changed.
    std::chrono::milliseconds m_changedAt; ///< Or a 429 came.
    std::chrono::milliseconds m_halvedAt{-1};
};

} // namespace net
