#include "net/calllog.h"

#include <algorithm>

namespace net {

CallLog::CallLog(int capacity, QObject *parent) : QObject(parent), m_capacity(std::max(1, capacity))
{
}

void CallLog::add(Call call)
{
    qint64 id = 0;
    {
        const QMutexLocker lock(&m_mutex);
        id = call.id = m_nextId++;
        if (m_calls.size() >= m_capacity)
            m_calls.remove(0, m_calls.size() - m_capacity + 1);
        m_calls << std::move(call);
    }
    Q_EMIT added(id);
}

QList<Call> CallLog::calls() const
{
    const QMutexLocker lock(&m_mutex);
    return m_calls;
}

QList<Call> CallLog::callsAfter(qint64 id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto first = std::upper_bound(m_calls.begin(), m_calls.end(), id,
                                        [](qint64 wanted, const Call &call) { return wanted < call.id; });
    return QList<Call>(first, m_calls.end());
}

void CallLog::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_calls.clear(); // ids go on: callsAfter() stays right for who remembers one
}

} // namespace net
