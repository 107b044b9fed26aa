#include "engine/librarydesk.h"

#include "engine/libraryworker.h"

namespace engine {

using namespace Qt::StringLiterals;

LibraryDesk::LibraryDesk(const Places &places, core::Clock &clock, QObject *parent)
    : QObject(parent), m_places(places), m_clock(clock)
{
}

LibraryDesk::~LibraryDesk() = default;

void LibraryDesk::post(std::function<void(LibraryWorker &)> order)
{
    if (!m_thread) {
        auto worker = std::make_unique<LibraryWorker>(m_places, m_clock);
        m_worker = worker.get();
        const auto isDone = [this] {
            --m_open;
            Q_EMIT busyChanged();
        };
        connect(m_worker, &LibraryWorker::listed, this, isDone);
        connect(m_worker, &LibraryWorker::found, this, isDone);
        connect(m_worker, &LibraryWorker::removed, this, isDone);
        connect(m_worker, &LibraryWorker::erased, this, isDone);
        connect(m_worker, &LibraryWorker::failed, this, isDone);
        connect(m_worker, &LibraryWorker::listed, this, &LibraryDesk::listed);
        connect(m_worker, &LibraryWorker::found, this, &LibraryDesk::found);
        connect(m_worker, &LibraryWorker::removed, this, &LibraryDesk::removed);
        connect(m_worker, &LibraryWorker::erased, this, &LibraryDesk::erased);
        connect(m_worker, &LibraryWorker::failed, this, &LibraryDesk::failed);
        m_thread = std::make_unique<WorkThread>(u"plans"_s, std::move(worker));
    }
    ++m_open;
    m_thread->post([worker = m_worker, order = std::move(order)] { order(*worker); });
    Q_EMIT busyChanged();
}

void LibraryDesk::list(const QString &profileId)
{
    post([profileId](LibraryWorker &worker) { worker.list(profileId); });
}

void LibraryDesk::find(const QString &person)
{
    post([person](LibraryWorker &worker) { worker.find(person); });
}

void LibraryDesk::remove(const QString &path)
{
    post([path](LibraryWorker &worker) { worker.remove(path); });
}

void LibraryDesk::erase(const QString &person)
{
    post([person](LibraryWorker &worker) { worker.erase(person); });
}

} // namespace engine
