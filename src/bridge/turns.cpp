#include "bridge/turns.h"

#include <algorithm>

namespace bridge {

void Turns::wait(const QString &name, QObject *holder, std::function<void()> action)
{
    waitForAll({name}, holder, std::move(action));
}

void Turns::waitForAll(QStringList names, QObject *holder, std::function<void()> action)
{
    std::sort(names.begin(), names.end());
    names.removeDuplicates();
    connect(holder, &QObject::destroyed, this, &Turns::end);
    waitForNext(names, 0, holder, std::move(action));
}

void Turns::waitForNext(const QStringList &names, qsizetype next, QObject *holder, std::function<void()> action)
{
    const QString name = names.value(next);
    if (next + 1 >= names.size())
        return join(name, holder, std::move(action));
    join(name, holder, [this, names, next, holder, action = std::move(action)] {
        const bool hasEnded = std::none_of(m_queues.cbegin(), m_queues.cend(), [holder](const QList<Waiting> &queue) {
            return queue.constFirst().holder == holder;
        });
        if (!hasEnded)
            waitForNext(names, next + 1, holder, action);
    });
}

void Turns::join(const QString &name, QObject *holder, std::function<void()> action)
{
    QList<Waiting> &queue = m_queues[name];
    queue << Waiting{.holder = holder, .action = std::move(action)};
    if (queue.size() == 1)
        grant(queue.constFirst());
}

void Turns::end(const QObject *holder)
{
    disconnect(holder, &QObject::destroyed, this, &Turns::end);
    for (auto queue = m_queues.begin(); queue != m_queues.end();) {
        const auto place = std::find_if(queue->cbegin(), queue->cend(),
                                        [holder](const Waiting &waiting) { return waiting.holder == holder; });
        if (place == queue->cend()) {
            ++queue;
            continue;
        }
        const bool hadTheTurn = place == queue->cbegin();
        queue->erase(place);
        if (queue->isEmpty()) {
            queue = m_queues.erase(queue);
            continue;
        }
        if (hadTheTurn)
            grant(queue->constFirst());
        ++queue;
    }
}

void Turns::grant(const Waiting &waiting)
{
    QMetaObject::invokeMethod(waiting.holder, waiting.action, Qt::QueuedConnection);
}

} // namespace bridge
