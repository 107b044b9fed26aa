#include "sandbox/stopsignal.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#include <pthread.h>
#endif

namespace sandbox {

#ifdef Q_OS_WIN

namespace {

HANDLE stopEvent = nullptr;

BOOL WINAPI onConsole(DWORD)
{
    SetEvent(stopEvent);
    return TRUE;
}

} // namespace

StopSignal::StopSignal()
{
    stopEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    SetConsoleCtrlHandler(&onConsole, TRUE);
}

StopSignal::~StopSignal()
{
    SetConsoleCtrlHandler(&onConsole, FALSE);
    CloseHandle(stopEvent);
}

void StopSignal::wait()
{
    WaitForSingleObject(stopEvent, INFINITE);
}

#else

namespace {

sigset_t stopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

// Blocked signals wait for sigwait(); threads started later inherit the mask.
StopSignal::StopSignal()
{
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

StopSignal::~StopSignal()
{
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void StopSignal::wait()
{
    const sigset_t signals = stopSignals();
    int received = 0;
    while (sigwait(&signals, &received) != 0) {
    } // interrupted by a signal that is not ours
}

#endif

} // namespace sandbox
