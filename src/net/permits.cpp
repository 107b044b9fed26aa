#include "net/permits.h"

#include <algorithm>

namespace net {

using std::chrono::milliseconds;

Permits::Permits(const PermitRule &rule, milliseconds now)
    : m_rule(rule), m_count(rule.start > 0 ? std::clamp(rule.start, 1, std::max(1, rule.most)) : 0), m_changedAt(now)
{
}

void Permits::answered(bool wereAllInUse, milliseconds now)
{
    if (!isSteered() || !wereAllInUse || m_count >= m_rule.most)
        return; // nobody knows whether more would have gone well
    ++m_answers;
    if (m_answers < m_rule.growAfterAnswers && now - m_changedAt < m_rule.growAfter)
        return;
    ++m_count;
    m_answers = 0;
    m_changedAt = now;
}

void Permits::throttled(milliseconds startedAt, milliseconds now)
{
    if (!isSteered())
        return;
    m_answers = 0;
    m_changedAt = now;
    if (startedAt <= m_halvedAt)
        return;
    m_halvedAt = now;
    m_count = std::max(1, m_count / 2);
}

} // namespace net
