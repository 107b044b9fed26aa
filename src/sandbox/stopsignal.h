#pragma once

namespace sandbox {

/// Waits for SIGINT or SIGTERM. Made before any thread is started, so that the signals reach nobody else.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

    void wait();
};

} // namespace sandbox
