#include "engine/workthread.h"

#include "bridge/furtherlinks.h"

#include <QDeadlineTimer>
#include <QThread>

namespace engine {

using core::Result;

/// In this order: what comes later uses what comes earlier, and goes first.
struct WorkRoom::Furniture {
    bridge::Surroundings surroundings;
    std::unique_ptr<store::Journal> journal;
    store::AppliedTimes applied;
    std::vector<std::unique_ptr<bridge::Link>> links;
    Workplace place;

    Furniture(const WorkSetup &setup, std::unique_ptr<store::Journal> opened,
              std::vector<std::unique_ptr<bridge::Link>> made)
        : surroundings(setup.surroundings)
        , journal(std::move(opened))
        , applied(*journal, surroundings.whoAmI.organizationId)
        , links(std::move(made))
        , place{.links = {}, .surroundings = surroundings, .journal = *journal, .applied = applied}
    {
        for (const auto &link : links)
            place.links << link.get();
    }
};

WorkRoom::WorkRoom(core::Clock &clock) : m_clock(clock)
{
}

WorkRoom::~WorkRoom()
{
    clear();
}

void WorkRoom::clear()
{
    m_furniture.reset();
}

Result<const Workplace *> WorkRoom::furnish(const WorkSetup &setup, Users users)
{
    clear();
    if (!m_network)
        m_network = std::make_unique<net::Network>(m_clock);
    auto link = bridge::Link::make(*m_network, setup.profile, setup.secrets, m_clock, setup.retry);
    if (!link)
        return link.error();
    std::vector<std::unique_ptr<bridge::Link>> links;
    links.push_back(std::move(*link));
    if (users == Users::All) {
        auto further = bridge::makeFurtherLinks(*m_network, setup.profile, setup.secrets, m_clock, setup.retry);
        if (!further)
            return further.error();
        std::move(further->begin(), further->end(), std::back_inserter(links));
    }
    auto journal = store::Journal::open(setup.journalPath, m_clock);
    if (!journal)
        return journal.error();
    m_furniture = std::make_unique<Furniture>(setup, std::move(*journal), std::move(links));
    // Runs that go on elsewhere, or were cut off, may have written newer choices than the journal knows of.
    if (const auto known = m_furniture->applied.addUnmerged(); !known)
        return known.error();
    return &m_furniture->place;
}

void Worker::quit()
{
    Q_ASSERT(QThread::currentThread() == thread());
    thread()->quit();
}

/// Orders go through it: the worker may be gone at any moment once it was stopped.
struct WorkThread::Door : QObject {
    std::unique_ptr<Worker> worker;
};

WorkThread::WorkThread(const QString &name, std::unique_ptr<Worker> worker)
    : m_thread(std::make_unique<QThread>()), m_door(std::make_unique<Door>())
{
    m_thread->setObjectName(name);
    worker->moveToThread(m_thread.get());
    m_door->worker = std::move(worker);
    m_door->moveToThread(m_thread.get());
    // In the thread, as its last deed; deferred deletes are still carried out afterwards.
    QObject::connect(
        m_thread.get(), &QThread::finished, m_door.get(), [door = m_door.get()] { door->worker.reset(); },
        Qt::DirectConnection);
    m_thread->start();
}

WorkThread::~WorkThread()
{
    post([door = m_door.get()] { door->worker->stop(); });
    if (!m_thread->wait(QDeadlineTimer(patience))) {
        post([door = m_door.get()] { door->worker->abandon(); });
        m_thread->wait();
    }
}

void WorkThread::post(std::function<void()> action)
{
    QMetaObject::invokeMethod(m_door.get(), std::move(action), Qt::QueuedConnection);
}

} // namespace engine
