#include "cli/interrupt.h"

#ifdef Q_OS_WIN
#include <atomic>
#include <windows.h>
#else
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace cli {

#ifdef Q_OS_WIN

namespace {

std::atomic<Interrupt *> current = nullptr;
std::function<void()> currentAction;

BOOL WINAPI onConsole(DWORD)
{
    if (Interrupt *interrupt = current)
        QMetaObject::invokeMethod(interrupt, currentAction, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

Interrupt::Interrupt(std::function<void()> action, QObject *parent) : QObject(parent), m_action(std::move(action))
{
    currentAction = m_action;
    current = this;
    SetConsoleCtrlHandler(&onConsole, TRUE);
}

Interrupt::~Interrupt()
{
    SetConsoleCtrlHandler(&onConsole, FALSE);
    current = nullptr;
}

#else

namespace {

int ends[2] = {-1, -1};

// Only what is allowed in a signal handler: one byte through a socket wakes the event loop.
void onSignal(int)
{
    const char byte = 1;
    const ssize_t written = ::write(ends[0], &byte, 1);
    static_cast<void>(written); // full: a byte is on its way already
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

} // namespace

Interrupt::Interrupt(std::function<void()> action, QObject *parent) : QObject(parent), m_action(std::move(action))
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return; // then Ctrl+C ends the program at once, as it does everywhere; the journal knows what was sent
    auto *notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(ends[1], &byte, 1) != 1)
            return;
        // A second one ends the program at once; the journal knows what was sent.
        handle(SIGINT, SIG_DFL);
        handle(SIGTERM, SIG_DFL);
        m_action();
    });
    handle(SIGINT, &onSignal);
    handle(SIGTERM, &onSignal);
}

Interrupt::~Interrupt()
{
    if (ends[0] < 0)
        return;
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    ::close(ends[0]);
    ::close(ends[1]);
    ends[0] = ends[1] = -1;
}

#endif

} // namespace cli
