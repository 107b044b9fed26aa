#pragma once

#include "engine/workplace.h"
#include "net/network.h"

#include <functional>
#include <memory>
#include <vector>

class QThread;

namespace engine {

/// What somebody needs who works in a thread of their own: values, copied over.
struct WorkSetup {
    profile::Profile profile;
    bridge::Secrets secrets;
    bridge::Surroundings surroundings;
    QString journalPath; ///< Of the journal's file: the thread opens it for itself.
    net::RetryPolicy retry = {};
};

/// A network, links and a journal that belong to one thread, and are used by no other. Made, used and destroyed there.
class WorkRoom
{
public:
    explicit WorkRoom(core::Clock &clock);
    ~WorkRoom();
    Q_DISABLE_COPY_MOVE(WorkRoom)

    /// Puts everything in place; what stood here before goes, so no job may use it any more. What comes back is good
    /// until the next time. Fails as bridge::Link::make() and store::Journal::open() do. Of the application users all
    /// are needed for writing, else only the first one is there.
    enum class Users { First, All };
    core::Result<const Workplace *> furnish(const WorkSetup &setup, Users users = Users::First);
    void clear();

    core::Clock &clock() const { return m_clock; }

private:
    struct Furniture;
    core::Clock &m_clock;
    std::unique_ptr<net::Network> m_network; ///< Made when it is first needed; outlives the links.
    std::unique_ptr<Furniture> m_furniture;
};

/// Somebody who works in a thread of their own; made in the thread of who orders the work.
class Worker : public QObject
{
    Q_OBJECT

public:
    /// Begins nothing more, lets what is on its way settle, and then ends the thread with quit(); now, or later from
    /// the event loop.
    virtual void stop() = 0;

    /// Lets go of what is on its way: what it did is found out by who goes on with it. Ends the thread.
    virtual void abandon() = 0;

protected:
    void quit();
};

/// A thread with one worker in it. Whoever made it gives orders, and hears by signals with values only.
class WorkThread
{
public:
    /// The worker, which has no parent, moves in; it is destroyed there when the thread ends.
    WorkThread(const QString &name, std::unique_ptr<Worker> worker);

    /// Stops the worker, and waits for what is on its way, but not for longer than `patience`: what has not settled
    /// then is abandoned. Who must not wait at all stops the work first, and destroys this when it has ended.
    ~WorkThread();
    Q_DISABLE_COPY_MOVE(WorkThread)

    static constexpr std::chrono::milliseconds patience{2'000};

    /// Calls `action` in the thread, in the order of the calls.
    void post(std::function<void()> action);

private:
    struct Door;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<Door> m_door; ///< Lives in the thread, and is there until that has ended.
};

} // namespace engine
