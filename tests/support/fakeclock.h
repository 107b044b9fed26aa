#pragma once

#include "core/clock.h"

#include <QList>
#include <QMutex>
#include <QPointer>

namespace support {

/// A clock that a test moves. Waits are remembered, and end when advance() passes them. Thread-safe; actions are posted
/// to their context's thread.
class FakeClock final : public core::Clock
{
public:
    explicit FakeClock(QDateTime start = QDateTime({2026, 11, 20}, {10, 0}, Qt::UTC)) : m_now(std::move(start)) {}

    QDateTime now() const override;
    std::chrono::milliseconds monotonic() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> action) override;

    void advance(std::chrono::milliseconds by);

    /// With this on, every wait ends at once, as if the clock had jumped to its end; waits() still tells how long it
    /// was.
    void setJumping(bool on) { m_jumping = on; }

    QList<std::chrono::milliseconds> waits() const; ///< Every delay asked for, in order.

private:
    struct Wait {
        std::chrono::milliseconds due;
        QPointer<QObject> context;
        std::function<void()> action;
    };
    void fireDue();

    mutable QMutex m_mutex;
    QDateTime m_now;
    std::chrono::milliseconds m_passed{0};
    QList<std::chrono::milliseconds> m_asked;
    QList<Wait> m_pending;
    bool m_jumping = false;
};

} // namespace support
