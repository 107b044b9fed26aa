#pragma once

#include "net/message.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>

namespace net {

/// What a service lets one identity use within any stretch of time that is so long.
struct BudgetRule {
    enum class Limit {
        None,     ///< A refusal that is about something else.
        Requests, ///< Too many of them in the window.
        Time,     ///< They took too long altogether in the window.
    };

    std::chrono::milliseconds window{0}; ///< 0: no budget is kept.
    qint64 requests = 0;                 ///< At least so many are allowed in it; 0: they are not counted.
    std::chrono::milliseconds time{0};   ///< At least so long may all of them take; 0: that is not counted.
    std::function<Limit(const Reply &)> limitOf = {}; ///< Which of them a 429 says is used up.
};

/// Keeps what is sent below what the service allows, once a refusal has shown how much that is.
///
/// The numbers of the rule are the least that a service allows: an environment of several web servers counts on each
/// of them (dataverse-api section 6.1), so nobody is held back before a refusal. What had been admitted within the
/// window by then is what the service allows altogether, and from then on so much is sent in each window, as soon as
/// the oldest of it leaves it. Now and then a little more is tried: less and less often while it is refused.
///
/// Only our own record counts: the headers x-ms-ratelimit-… tell of whichever web server answered, and are not meant to
/// be steered by (dataverse-api section 6.1).
///
/// Times are a clock's monotonic().
class Budget
{
public:
    using Limit = BudgetRule::Limit;

    explicit Budget(const BudgetRule &rule = {});

    /// When one more may be sent while so many are on their way; nothing: now. Never when none are on their way and
    /// none are in the window.
    std::optional<std::chrono::milliseconds> nextAt(int inFlight, std::chrono::milliseconds now);
    Limit holdsBack() const { return m_holdsBack; } ///< Why the last nextAt() was not now.

    /// A request has ended, however; `isAdmitted`: with an answer other than 429.
    void ended(std::chrono::milliseconds sentAt, std::chrono::milliseconds now, bool isAdmitted);

    /// After ended(): its answer was a 429 for this reason, while so many others are on their way. True when what was
    /// sent from here explains it; then fewer at once would spare nothing, and later the budget is kept. Otherwise
    /// somebody else uses it as well, or it is about something else.
    bool refused(Limit limit, std::chrono::milliseconds sentAt, std::chrono::milliseconds now, int inFlight);

private:
    struct Use {
        qint64 requests = 0;
        qint64 admitted = 0;
        std::chrono::milliseconds time{0};
    };

    /// One of the limits, in requests or milliseconds.
    struct Measure {
        qint64 least = 0;                       ///< 0: not kept.
        std::optional<qint64> most = {};        ///< As learned.
        std::chrono::milliseconds changedAt{0}; ///< When it was learned or raised.
        int patience = 2;                       ///< Windows before more is tried.
        bool isTrying = false;                  ///< It was raised, and not refused since.
        bool hasHeldBack = false;               ///< Since it changed: more would have been sent.
    };

    void forget(std::chrono::milliseconds now);
    bool hasRoom(Measure &measure, qint64 used, std::chrono::milliseconds now);
    void tryMore(Measure &measure, std::chrono::milliseconds now);
    void learn(Measure &measure, qint64 admitted, std::chrono::milliseconds now);
    qint64 usedTime(int inFlight) const; ///< What is on its way may take as long as the others did.

    BudgetRule m_rule;
    std::map<std::chrono::seconds, Use> m_bySecond; ///< By when they ended.
    Use m_total;
    Measure m_requests;
    Measure m_time;
    Limit m_holdsBack = Limit::None;
    std::chrono::milliseconds m_refusedAt{-1}; ///< What was sent before is part of the same refusal.
    Limit m_refusal = Limit::None;
    bool m_isExplained = false; ///< That refusal.
};

} // namespace net
