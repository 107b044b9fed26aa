#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

/// While it lives, files cannot grow beyond `bytes`: as on a full disk, but also for root.
class SmallDisk
{
public:
#ifdef Q_OS_UNIX
    static constexpr bool isPossible = true;
    explicit SmallDisk(unsigned long bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN); // else the process would be killed instead of told
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
#else
    static constexpr bool isPossible = false;
    explicit SmallDisk(unsigned long)
    {
    }
#endif
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
#ifdef Q_OS_UNIX
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
#endif
};
