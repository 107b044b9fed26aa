#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

namespace gui {

class Session;

/// Tests several integrations, a few at once.
class TestRound : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostAtOnce = 3;

    using QObject::QObject;

    /// Nothing happens while a round runs. One that is being tested already is waited for.
    void start(const QList<Session *> &sessions);
    void cancel(); ///< Stops what runs; the rest is not begun.

    bool isRunning() const { return m_total > 0; }
    int done() const { return m_total - int(m_waiting.size()) - int(m_running.size()); }
    int total() const { return m_total; }

Q_SIGNALS:
    void progressed(); ///< Also at the beginning and at the end.
    void finished(int tested, int failed);

private:
    void startNext();
    void settle(Session *session);

    QList<QPointer<Session>> m_waiting;
    QList<QPointer<Session>> m_running;
    int m_total = 0;
    int m_failed = 0;
    bool m_isStopped = false;
};

} // namespace gui
