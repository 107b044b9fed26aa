#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

#ifdef Q_OS_LINUX
#include <ctime>
#include <sys/resource.h>
#endif

namespace bench {

constexpr int patienceMs = 60'000;

/// What this thread has used so far. A long gap in which it has worked little is one in which it waited: for a
/// processor that others had, a lock, or the disk.
struct ThreadUse {
    double workedMs = 0;
    long displaced = 0; ///< So often it had to leave the processor to others.

    static ThreadUse now()
    {
        ThreadUse use;
#ifdef Q_OS_LINUX
        timespec time = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        rusage all = {};
        getrusage(RUSAGE_THREAD, &all);
        use = {double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6, all.ru_nivcsw};
#endif
        return use;
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
            m_gaps.push_back(
                {double(m_since.nsecsElapsed()) / 1e6, use.workedMs - m_use.workedMs, use.displaced - m_use.displaced});
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
            std::printf("    gap of %6.2f ms: this thread worked %6.2f ms, and was displaced %ld times\n", m_gaps[i].ms,
                        m_gaps[i].workedMs, m_gaps[i].displaced);
        const auto most = std::max_element(m_gaps.cbegin(), m_gaps.cend(),
                                           [](const Gap &a, const Gap &b) { return a.workedMs < b.workedMs; });
        std::printf("    most work at a stretch: %.2f ms, in a gap of %.2f ms\n", most->workedMs, most->ms);
        std::fflush(stdout);
    }

private:
    struct Gap {
        double ms = 0;
        double workedMs = 0;
        long displaced = 0;
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
