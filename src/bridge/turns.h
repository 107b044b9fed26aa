#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

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

    /// Calls `action` from the event loop when it is `holder`'s turn. A holder waits once; its turns end with end(), or
    /// when it is destroyed.
    void wait(const QString &name, QObject *holder, std::function<void()> action);

    /// The same for several names: when it is its turn for all of them. They are taken one after the other in an order
    /// that is the same for everybody, so that no two holders wait for one another.
    void waitForAll(QStringList names, QObject *holder, std::function<void()> action);

    void end(const QObject *holder);

private:
    struct Waiting {
        QObject *holder = nullptr;
        std::function<void()> action;
    };
    static void grant(const Waiting &waiting);
    void waitForNext(const QStringList &names, qsizetype next, QObject *holder, std::function<void()> action);
    void join(const QString &name, QObject *holder, std::function<void()> action);

    QHash<QString, QList<Waiting>> m_queues; ///< The first of each has the turn.
};

} // namespace bridge
