#include "net/budget.h"

#include <algorithm>

namespace net {

using std::chrono::milliseconds;
using std::chrono::seconds;
using namespace std::chrono_literals;

namespace {

constexpr seconds grain{1};         ///< Of the record, and of Retry-After.
constexpr int mostPatience = 12;    ///< Windows; with Dataverse's of five minutes an hour.
constexpr qint64 triedShare = 8;    ///< An eighth more is tried.
constexpr double explained = 0.95;  ///< Of the least that is allowed: the service counts at other moments than we do.
constexpr double timeMargin = 0.98; ///< Of the time that was learned: it holds the network's as well, which varies.

} // namespace

Budget::Budget(const BudgetRule &rule)
    : m_rule(rule), m_requests{.least = rule.requests}, m_time{.least = qint64(rule.time.count())}
{
}

void Budget::forget(milliseconds now)
{
    // It arrived there before it ended here, so it has left the window there too.
    while (!m_bySecond.empty() && m_bySecond.begin()->first + grain + m_rule.window <= now) {
        const Use &oldest = m_bySecond.begin()->second;
        m_total.requests -= oldest.requests;
        m_total.admitted -= oldest.admitted;
        m_total.time -= oldest.time;
        m_bySecond.erase(m_bySecond.begin());
    }
}

qint64 Budget::usedTime(int inFlight) const
{
    return m_total.time.count() + inFlight * (m_total.time.count() / std::max<qint64>(1, m_total.requests));
}

std::optional<milliseconds> Budget::nextAt(int inFlight, milliseconds now)
{
    m_holdsBack = Limit::None;
    if (m_rule.window <= 0ms)
        return {};
    forget(now);
    if (m_bySecond.empty())
        return {};
    if (!hasRoom(m_requests, m_total.requests + inFlight, now))
        m_holdsBack = Limit::Requests;
    else if (!hasRoom(m_time, usedTime(inFlight), now))
        m_holdsBack = Limit::Time;
    else
        return {};
    return m_bySecond.begin()->first + grain + m_rule.window;
}

bool Budget::hasRoom(Measure &measure, qint64 used, milliseconds now)
{
    if (!measure.most || used < *measure.most)
        return true;
    tryMore(measure, now);
    measure.hasHeldBack = true;
    return used < *measure.most;
}

void Budget::tryMore(Measure &measure, milliseconds now)
{
    if (!measure.hasHeldBack || now - measure.changedAt < m_rule.window * measure.patience)
        return;
    if (measure.isTrying) // the last time went well
        measure.patience = 1;
    *measure.most += std::max<qint64>(1, *measure.most / triedShare);
    measure.changedAt = now;
    measure.isTrying = true;
    measure.hasHeldBack = false;
}

void Budget::ended(milliseconds sentAt, milliseconds now, bool isAdmitted)
{
    if (m_rule.window <= 0ms)
        return;
    forget(now);
    Use &use = m_bySecond[std::chrono::floor<seconds>(now)];
    for (Use *one : {&use, &m_total}) {
        ++one->requests;
        one->admitted += isAdmitted;
        one->time += now - sentAt;
    }
    if (!isAdmitted || !m_isExplained || sentAt > m_refusedAt)
        return;
    // Admitted before the others were refused, heard of only now.
    Measure &measure = m_refusal == Limit::Time ? m_time : m_requests;
    const qint64 admitted =
        m_refusal == Limit::Time ? qint64(double(m_total.time.count()) * timeMargin) : m_total.admitted;
    measure.most = std::max(*measure.most, admitted);
}

bool Budget::refused(Limit limit, milliseconds sentAt, milliseconds now, int inFlight)
{
    if (m_rule.window <= 0ms)
        return false;
    if (sentAt <= m_refusedAt)
        return m_isExplained;
    m_refusedAt = now;
    m_refusal = limit;
    m_isExplained = false;
    switch (limit) {
    case Limit::None:
        break;
    case Limit::Requests:
        m_isExplained =
            m_requests.least > 0 && double(m_total.requests + inFlight) >= double(m_requests.least) * explained;
        if (m_isExplained)
            learn(m_requests, m_total.admitted, now);
        break;
    case Limit::Time:
        m_isExplained = m_time.least > 0 && double(usedTime(inFlight)) >= double(m_time.least) * explained;
        if (m_isExplained)
            learn(m_time, qint64(double(m_total.time.count()) * timeMargin), now);
        break;
    }
    return m_isExplained;
}

void Budget::learn(Measure &measure, qint64 admitted, milliseconds now)
{
    if (std::exchange(measure.isTrying, false))
        measure.patience = std::min(measure.patience * 2, mostPatience);
    // Not far below the least: nothing less explains a refusal.
    measure.most = std::max(qint64(double(measure.least) * explained), admitted);
    measure.changedAt = now;
    measure.hasHeldBack = false;
}

} // namespace net
