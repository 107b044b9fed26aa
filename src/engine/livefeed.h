#pragma once

#include "engine/liveworker.h"
#include "engine/pollsource.h"

namespace engine {

/// One consent as it arrived, and what became of it.
struct FeedItem {
    enum class State { Waiting, Planning, Pushing, Done };
    qint64 number = 0; ///< The arrival's id in the inbox.
    QString person;
    QDateTime arrivedAt; ///< UTC, when we saw it.
    QDateTime changedAt; ///< UTC, when Didomi says it changed.
    State state = State::Waiting;
    bool isDryRun = false;
    std::optional<Plan> plan = {};
    std::optional<PushReport> report = {}; ///< Also for items that needed no write.
    core::Error error =
        {}; ///< When planning or pushing failed before anything was sent; a waiting item is tried again.
    std::chrono::milliseconds duration{0}; ///< From arrival to the end.
    QString source = {};                   ///< "poll", "webhook", "file".
    int attempts = 0;                      ///< Those that failed.
    bool isParked = false; ///< With Done: given up until somebody sends it on its way again (redrive()).
};

} // namespace engine

Q_DECLARE_TYPEINFO(engine::FeedItem, Q_RELOCATABLE_TYPE); // lists of them move often

namespace engine {

/// Consents as they arrive, each pushed, and a bounded list of the newest for people.
///
/// Sources only add to the inbox, a worker pushes what waits there (see LiveWorker for order, repeats and dry runs).
/// With an inbox on disk nothing is lost that was acknowledged, whenever the program is killed; without one a queue in
/// memory takes its place, which is enough for polling, since Didomi still knows. Stopped, it neither asks nor writes,
/// and goes on where it stood when it is started again.
class LiveFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr int keptItems = 500;

    /// With a queue in memory.
    LiveFeed(bridge::Link &link, bridge::Surroundings surroundings, store::Journal &journal, QObject *parent = nullptr);
    /// The inbox must outlive it. One feed works on an integration at a time: see lockLive().
    LiveFeed(bridge::Link &link, bridge::Surroundings surroundings, store::Journal &journal, store::Inbox &inbox,
             QObject *parent = nullptr);
    ~LiveFeed() override;

    /// Starts with polling as one of the sources.
    void start(std::chrono::milliseconds interval);
    /// Starts the worker and the sources that were added.
    void start();
    void stop(); ///< A write that is on its way is settled first (isBusy()).

    bool isRunning() const { return m_isRunning; }
    bool isBusy() const { return m_worker && m_worker->isBusy(); }

    void setDryRun(bool on);
    bool isDryRun() const { return m_isDryRun; }

    /// Paused, consents still arrive and wait; nothing is planned or written.
    void pause(bool on = true);
    bool isPaused() const { return m_isPaused; }

    /// Takes the source over; it is started with the feed, or at once when that is running. Its problem is its own.
    template <typename Source>
    Source *add(std::unique_ptr<Source> source)
    {
        Source *const added = source.get();
        own(source.release());
        return added;
    }
    const QList<LiveSource *> &sources() const { return m_sources; }

    const QList<FeedItem> &items() const
    {
        return m_items;
    }             ///< Oldest first, the last keptItems; what is worked on is always among them.
    void clear(); ///< Forgets the items that are done; the inbox stays as it is.

    qint64 backlog() const;     ///< Arrivals that wait, whether among the items or not.
    qint64 parkedCount() const; ///< Arrivals that were given up.
    core::Result<QList<store::Arrival>> parked(int limit = 1'000) const; ///< Oldest first, with the reasons.
    core::Result<int> redrive(qint64 number); ///< Sends a parked arrival on its way again; how many that were.
    core::Result<int> redriveAll();

    /// Of the last round of polling, or of a source that could not start; message empty when it worked.
    core::Error lastProblem() const { return m_problem; }
    /// Why that source could not start, or what went wrong with it last; message empty when nothing did.
    core::Error problemOf(const LiveSource *source) const;
    core::Error outage() const; ///< Why everything waits; message empty when it does not.
    int outageTries() const { return m_worker ? m_worker->outageTries() : 0; }
    QDateTime nextTry() const { return m_worker ? m_worker->nextTry() : QDateTime(); } ///< In an outage, UTC.
    qint64 usersSeen() const; ///< In the last round of polling.

    /// True when every source has read what was there (LiveSource::hasReadAll()) and nothing waits any more.
    core::Result<bool> isDrained() const;
    LiveWorker *worker() { return m_worker.get(); } ///< nullptr when there is no queue (lastProblem()).

Q_SIGNALS:
    void itemAdded(qint64 number);
    void itemChanged(qint64 number);
    void itemEnded(const engine::FeedItem &item); ///< Done, parked, or shown in a dry run; each once for each attempt.
    void roundFinished(); ///< A scan of polling, or a whole file, ended, well or not (lastProblem()).
    void runningChanged();
    void backlogChanged();
    void idle(); ///< Nothing is worked on, and nothing can be begun now.

private:
    void prepare(bridge::Surroundings surroundings);
    void own(LiveSource *source);
    bool begin();
    void startSource(LiveSource *source);
    void showNew();
    void show(const WorkProgress &progress);
    FeedItem *item(qint64 number);
    FeedItem &itemFor(const store::Arrival &arrival);
    void forgetOldItems();

    bridge::Link &m_link;
    store::Journal &m_journal;
    std::unique_ptr<store::Inbox> m_ownInbox;
    store::Inbox *m_inbox = nullptr;
    std::unique_ptr<LiveWorker> m_worker;
    PollSource *m_polling = nullptr;
    QList<LiveSource *> m_sources; ///< Children.
    QList<FeedItem> m_items;
    core::Error m_problem;
    QHash<const LiveSource *, core::Error> m_startProblems;
    qint64 m_lastShown = 0;
    bool m_isRunning = false;
    bool m_isDryRun = false;
    bool m_isPaused = false;
};

} // namespace engine
