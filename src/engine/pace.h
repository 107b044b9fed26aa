#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>

namespace engine {

/// How fast a long job is, and when it may end: from how much was done at which time.
///
/// Times are of any steady clock. Whoever is at work calls add() a few times a second, also while nothing moves, so
/// that a standstill is seen.
class Pace
{
public:
    /// Altogether `done` at `now`. The first call is the beginning: what was done before does not count. Less than
    /// before begins anew.
    void add(std::chrono::milliseconds now, qint64 done);

    double perSecond() const; ///< Over the last ten seconds, or since the beginning; 0 while nothing is known.

    struct Eta {
        std::optional<std::chrono::seconds> soonest = {}; ///< As in the best of the last stretches.
        std::optional<std::chrono::seconds> latest = {};  ///< As in the worst.
    };
    /// Nothing while `total` is not known (0), or nothing was done for as long as could be judged by. Not before a
    /// stretch of some seconds is over.
    Eta eta(qint64 done, qint64 total) const;

    static constexpr std::chrono::milliseconds window = std::chrono::seconds(10); ///< Of perSecond().
    static constexpr std::chrono::milliseconds stretch = std::chrono::seconds(5); ///< At least.
    static constexpr size_t stretches = 24;                                       ///< So many are remembered.

private:
    struct Sample {
        std::chrono::milliseconds time{0};
        qint64 done = 0;
    };

    static double rate(const Sample &from, const Sample &to, qint64 atLeast = 0);

    std::deque<Sample> m_samples; ///< Of the last window, and the one before it.
    Sample m_opened;              ///< Where the stretch that goes on began.
    std::deque<double> m_rates;   ///< Of those that are over.
};

} // namespace engine
