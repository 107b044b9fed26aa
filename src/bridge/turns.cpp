#include "bridge/turns.h"

namespace bridge {

void Turns::wait(const QString &name, QObject *holder, std::function<void()> action)
{
    connect(holder, &QObject::destroyed, this, &Turns::end);
    QList<Waiting> &queue = m_queues[name];
    queue << Waiting{.holder = holder, .action = std::move(action)};
    if (queue.size() == 1)
        grant(queue.constFirst());
}

void Turns::end(const QObject *holder)
{
    disconnect(holder, &QObject::destroyed, this, &Turns::end);
    for (auto queue = m_queues.begin(); queue != m_queues.end(); ++queue) {
        const auto place = std::find_if(queue->cbegin(), queue->cend(),
                                        [holder](const Waiting &waiting) { return waiting.holder == holder; });
        if (place == queue->cend())
            continue;
        const bool hadTheTurn = place == queue->cbegin();
        queue->erase(place);
        if (queue->isEmpty())
            m_queues.erase(queue);
        else if (hadTheTurn)
            grant(queue->constFirst());
        return;
    }
}

void Turns::grant(const Waiting &waiting)
{
    QMetaObject::invokeMethod(waiting.holder, waiting.action, Qt::QueuedConnection);
}

} // namespace bridge
