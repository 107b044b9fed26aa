#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace core {

/// The time, and waiting for it. Passed by reference, so that a test can hand in a clock that it moves itself.
class Clock
{
public:
    virtual ~Clock() = default;

    virtual QDateTime now() const = 0;                       ///< Wall clock, UTC.
    virtual std::chrono::milliseconds monotonic() const = 0; ///< Never goes back; from an arbitrary start.

    /// Calls `action` once in the thread of `context`, at least `delay` from now; never if `context` is gone by then.
    virtual void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> action) = 0;

    /// The machine's own clock. It lives as long as the program.
    static Clock &system();
};

} // namespace core
