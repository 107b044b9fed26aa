#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace bench {

constexpr int patienceMs = 60'000;

/// What this thread has used so far, and for how long it could have worked but no processor was free. A long gap in
/// which it did neither is one in which it slept: for a lock or the disk, or all of the (virtual) machine did.
struct ThreadUse {
    double workedMs = 0;
    double queuedMs = 0;

    static ThreadUse now()
    {
        ThreadUse use;
#ifdef Q_OS_LINUX
        static thread_local const int file = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
        char text[128] = {};
        if (file >= 0 && pread(file, text, sizeof text - 1, 0) > 0) {
            long long worked = 0;
            long long queued = 0;
            if (std::sscanf(text, "%lld %lld", &worked, &queued) == 2)
                use = {double(worked) / 1e6, double(queued) / 1e6};
        }
#endif
        return use;
    }
    ThreadUse operator-(const ThreadUse &other) const
    {
        return {workedMs - other.workedMs, queuedMs - other.queuedMs};
    }
};

/// Beats in this thread's event loop, and remembers the time between.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const ThreadUse use = ThreadUse::now();
            m_gaps.push_back({double(m_since.nsecsElapsed()) / 1e6, use - m_use});
            m_use = use;
            m_since.start();
        });
        m_use = ThreadUse::now();
        m_since.start();
        m_timer.start();
    }

    void print(const char *name)
    {
        m_timer.stop();
        if (m_gaps.empty())
            m_gaps.emplace_back();
        const auto byLength = [](const Gap &a, const Gap &b) { return a.ms < b.ms; };
        std::sort(m_gaps.begin(), m_gaps.end(), byLength);
        const auto at = [this](double part) { return m_gaps[std::size_t(double(m_gaps.size() - 1) * part)].ms; };
        std::printf("%-22s %8zu beats   median %6.2f ms   99 %% %6.2f ms   99.9 %% %6.2f ms   longest %6.2f ms\n", name,
                    m_gaps.size(), at(0.5), at(0.99), at(0.999), at(1.0));
        for (std::size_t i = m_gaps.size(); i-- > 0 && i + 5 >= m_gaps.size() && m_gaps[i].ms > tellFromMs;)
            std::printf("    gap of %6.2f ms: worked %6.2f ms, waited for a processor %6.2f ms\n", m_gaps[i].ms,
                        m_gaps[i].use.workedMs, m_gaps[i].use.queuedMs);
        const auto most = std::max_element(m_gaps.cbegin(), m_gaps.cend(),
                                           [](const Gap &a, const Gap &b) { return a.use.workedMs < b.use.workedMs; });
        std::printf("    most work at a stretch: %.2f ms, in a gap of %.2f ms\n", most->use.workedMs, most->ms);
        std::fflush(stdout);
    }

private:
    struct Gap {
        double ms = 0;
        ThreadUse use = {};
    };
    static constexpr double tellFromMs = 16;

    QTimer m_timer;
    QElapsedTimer m_since;
    ThreadUse m_use;
    std::vector<Gap> m_gaps;
};

/// Lets the window live: a real event loop, which sleeps when there is nothing to do.
template <typename Condition>
bool liveUntil(Condition isReached, int mostMs = patienceMs)
{
    QEventLoop loop;
    QTimer look;
    QElapsedTimer since;
    since.start();
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isReached() || since.elapsed() > mostMs)
            loop.quit();
    });
    look.start(20);
    loop.exec();
    return isReached();
}

inline void liveFor(int ms)
{
    liveUntil([] { return false; }, ms);
}

} // namespace bench
