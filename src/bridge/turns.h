#pragma once

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>

namespace bridge {

/// Who may work on what: one holder at a time for each name, the others wait in the order in which they came.
///
/// Two writes about one person must never be on their way at once: the later one would decide on values that the
/// earlier one is just changing.
class Turns : public QObject
{
    Q_OBJECT

public:
    explicit Turns(QObject *parent = nullptr) : QObject(parent) {}

    /// Calls `action` from the event loop when it is `holder`'s turn. A holder waits for one turn at a time; the turn
    /// ends with end(), or when the holder is destroyed.
    void wait(const QString &name, QObject *holder, std::function<void()> action);

    void end(const QObject *holder);

private:
    struct Waiting {
        QObject *holder = nullptr;
        std::function<void()> action;
    };
    static void grant(const Waiting &waiting);

    QHash<QString, QList<Waiting>> m_queues; ///< The first of each has the turn.
};

} // namespace bridge
