#include "gui/testround.h"

#include "gui/session.h"
#include "gui/testbench.h"

namespace gui {

void TestRound::start(const QList<Session *> &sessions)
{
    if (isRunning() || sessions.isEmpty())
        return;
    for (Session *session : sessions)
        m_waiting += session;
    m_total = int(sessions.size());
    m_failed = 0;
    m_isStopped = false;
    startNext();
}

void TestRound::startNext()
{
    while (!m_isStopped && !m_waiting.isEmpty() && m_running.size() < mostAtOnce) {
        const QPointer<Session> session = m_waiting.takeFirst();
        if (!session)
            continue;
        m_running += session;
        TestBench *tests = &session->tests();
        connect(tests, &TestBench::stepsChanged, this, [this, session] {
            if (session && !session->tests().isRunning())
                settle(session);
        });
        connect(session, &QObject::destroyed, this, [this] { settle(nullptr); });
        tests->start();
    }
    if (!isRunning()) // the last one came to its end while it was begun
        return;
    if (m_running.isEmpty()) {
        const int tested = done();
        m_waiting.clear();
        m_total = 0;
        Q_EMIT progressed();
        Q_EMIT finished(tested, m_failed);
        return;
    }
    Q_EMIT progressed();
}

void TestRound::settle(Session *session)
{
    if (session) {
        session->tests().disconnect(this);
        session->disconnect(this);
        m_failed += session->tests().standing().sign == models::Sign::Failed;
    }
    m_running.removeIf([session](const QPointer<Session> &one) { return !one || one == session; });
    startNext();
}

void TestRound::cancel()
{
    if (!isRunning())
        return;
    m_isStopped = true;
    const auto running = m_running;
    for (const QPointer<Session> &session : running) {
        if (session)
            session->tests().cancel();
    }
}

} // namespace gui
