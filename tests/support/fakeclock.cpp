#include "support/fakeclock.h"

#include <algorithm>

namespace support {

using std::chrono::milliseconds;

QDateTime FakeClock::now() const
{
    const QMutexLocker lock(&m_mutex);
    return m_now.addMSecs(m_passed.count());
}

milliseconds FakeClock::monotonic() const
{
    const QMutexLocker lock(&m_mutex);
    return m_passed;
}

void FakeClock::after(milliseconds delay, QObject *context, std::function<void()> action)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_asked << delay;
        m_pending << Wait{.due = m_passed + delay, .context = context, .action = std::move(action)};
        if (m_jumping)
            m_passed = std::max(m_passed, m_passed + delay);
    }
    if (m_jumping)
        fireDue();
}

void FakeClock::advance(milliseconds by)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_passed += by;
    }
    fireDue();
}

QList<milliseconds> FakeClock::waits() const
{
    const QMutexLocker lock(&m_mutex);
    return m_asked;
}

void FakeClock::fireDue()
{
    QList<Wait> due;
    {
        const QMutexLocker lock(&m_mutex);
        const auto later = std::stable_partition(m_pending.begin(), m_pending.end(),
                                                 [this](const Wait &wait) { return wait.due <= m_passed; });
        due = QList<Wait>(m_pending.begin(), later);
        m_pending.erase(m_pending.begin(), later);
    }
    for (const Wait &wait : std::as_const(due)) {
        if (wait.context)
            QMetaObject::invokeMethod(wait.context, wait.action, Qt::QueuedConnection);
    }
}

} // namespace support
