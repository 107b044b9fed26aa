#include "engine/pace.h"

#include <algorithm>
#include <cmath>

namespace engine {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr milliseconds apart = 100ms; ///< Samples that are closer are one.

seconds timeFor(qint64 left, double perSecond)
{
    constexpr double longest = 10.0 * 366 * 24 * 3'600; // beyond that no number says anything
    return seconds(qint64(std::min(std::ceil(double(left) / perSecond), longest)));
}

} // namespace

double Pace::rate(const Sample &from, const Sample &to, qint64 atLeast)
{
    const milliseconds time = to.time - from.time;
    if (time <= 0ms)
        return 0;
    return double(std::max(to.done - from.done, atLeast)) * 1'000.0 / double(time.count());
}

void Pace::add(milliseconds now, qint64 done)
{
    const Sample sample{now, done};
    if (m_samples.empty() || done < m_samples.back().done || now < m_samples.back().time) {
        m_samples = {sample};
        m_opened = sample;
        m_rates.clear();
        return;
    }
    // The newest one moves until it is far enough from the one before it.
    if (m_samples.size() > 1 && now - m_samples.at(m_samples.size() - 2).time < apart)
        m_samples.back() = sample;
    else
        m_samples.push_back(sample);
    while (m_samples.size() > 2 && m_samples.at(1).time <= now - window)
        m_samples.pop_front();

    // A stretch ends with something done: work that comes in big pieces has none in which it stands still.
    if (now - m_opened.time < stretch || done == m_opened.done)
        return;
    m_rates.push_back(rate(m_opened, sample));
    if (m_rates.size() > stretches)
        m_rates.pop_front();
    m_opened = sample;
}

double Pace::perSecond() const
{
    return m_samples.empty() ? 0 : rate(m_samples.front(), m_samples.back());
}

Pace::Eta Pace::eta(qint64 done, qint64 total) const
{
    if (total <= 0 || m_rates.empty())
        return {};
    const qint64 left = total - done;
    if (left <= 0)
        return {.soonest = 0s, .latest = 0s};
    const auto [worst, best] = std::minmax_element(m_rates.cbegin(), m_rates.cend());
    double slowest = *worst;
    // One that goes on for longer than the others did, a pause, tells already: the next piece may be done at any time.
    const Sample &last = m_samples.back();
    if (last.time - m_opened.time >= stretch)
        slowest = std::min(slowest, rate(m_opened, last, 1));
    return {.soonest = timeFor(left, *best), .latest = timeFor(left, slowest)};
}

} // namespace engine
