#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace bench {

constexpr int patienceMs = 60'000;

/// Beats in this thread's event loop, and remembers the time between.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_gaps.push_back(double(m_since.nsecsElapsed()) / 1e6);
            m_since.start();
        });
        m_since.start();
        m_timer.start();
    }

    void print(const char *name)
    {
        m_timer.stop();
        std::sort(m_gaps.begin(), m_gaps.end());
        const auto at = [this](double part) {
            return m_gaps.empty() ? 0.0 : m_gaps[std::size_t(double(m_gaps.size() - 1) * part)];
        };
        std::printf("%-22s %8zu beats   median %6.2f ms   99 %% %6.2f ms   99.9 %% %6.2f ms   longest %6.2f ms\n", name,
                    m_gaps.size(), at(0.5), at(0.99), at(0.999), at(1.0));
        std::fflush(stdout);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;
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
