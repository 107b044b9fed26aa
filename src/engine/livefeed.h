#pragma once

#include "engine/pushjob.h"

#include <QHash>
#include <QPointer>

namespace engine {

/// One consent as it arrived, and what became of it.
struct FeedItem {
    enum class State { Waiting, Planning, Pushing, Done };
    qint64 number = 0;
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
};

/// Watches Didomi for changed consents and pushes each, one after the other for each person.
///
/// Didomi offers no time filter (didomi-api section 4.1): each round scans the users by cursor and picks those changed
/// since the newest change seen; memory does not grow with the number of users. The first round only notes where things
/// stand. Paused, it neither asks nor writes; with dry run it plans and writes nothing.
///
/// Changes may become visible late, so each round looks back a little (`lookBack`) and remembers which versions it has
/// handled. When an end cannot be reached the items wait and are tried again after a growing delay; with many waiting
/// the scan waits too: nothing is lost. Started again after stop() it goes on where it stood.
class LiveFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr int keptItems = 500;
    static constexpr std::chrono::minutes lookBack{5};
    static constexpr std::chrono::minutes longestDelay{5};

    LiveFeed(bridge::Link &link, bridge::Surroundings surroundings, store::Journal &journal, QObject *parent = nullptr);
    ~LiveFeed() override;

    void start(std::chrono::milliseconds interval);
    void stop(); ///< A write that is on its way is settled first.

    bool isRunning() const { return m_isRunning; }
    void setDryRun(bool on) { m_isDryRun = on; }
    bool isDryRun() const { return m_isDryRun; }

    const QList<FeedItem> &items() const
    {
        return m_items;
    } ///< Oldest first, the last keptItems; more only while more are unfinished.
    core::Error lastProblem() const { return m_problem; } ///< Of the last round; message empty when it worked.
    qint64 usersSeen() const { return m_usersSeen; }      ///< In the last round.

Q_SIGNALS:
    void itemAdded(qint64 number);
    void itemChanged(qint64 number);
    void roundFinished(); ///< A scan ended, well or not (lastProblem()).
    void runningChanged();

private:
    /// What is known of one change of one user: enough to know it again.
    struct Version {
        qint64 number = 0;
        QDateTime changedAt;
        bool operator==(const Version &) const = default;
    };
    /// An item that is not done.
    struct Work {
        qint64 number = 0;
        QList<consent::Subject> subjects; ///< Of users that cannot be asked for by id; else empty.
        QPointer<core::JobBase> step;     ///< What runs for it now.
    };

    void startRound();
    void requestPage(const QString &cursor);
    void takePage(const didomi::UserPage &page);
    void consider(const consent::User &user);
    void endRound(const core::Error &problem);
    void scheduleRound();

    void work();
    void readPerson(qint64 number);
    void plan(qint64 number, const QList<consent::Subject> &subjects);
    void takePlan(qint64 number, const core::Result<Plan> &plan);
    void push(qint64 number, const Plan &plan);
    void takeReport(qint64 number, const core::Result<PushReport> &report);
    void fail(qint64 number, const core::Error &error);
    void finishItem(qint64 number);

    FeedItem *item(qint64 number);
    Work *workOf(qint64 number);
    void setState(qint64 number, FeedItem::State state);
    bool isPersonBusy(const QString &person) const;
    void forgetOldItems();
    void forgetHandledBefore(const QDateTime &newest); ///< But for the look-back.
    std::chrono::milliseconds delayAfter(int failures) const;

    bridge::Link &m_link;
    const bridge::Surroundings m_surroundings;
    store::Journal &m_journal;
    QList<FeedItem> m_items;
    QList<Work> m_works; ///< In order of arrival.
    core::Error m_problem;
    qint64 m_usersSeen = 0;
    qint64 m_nextNumber = 1;
    bool m_isRunning = false;
    bool m_isDryRun = false;

    std::chrono::milliseconds m_interval{0};
    QObject *m_timers = nullptr; ///< Context of the waits; a new one for each start, so that old ones never fire.
    int m_roundFailures = 0;     ///< In a row.
    int m_workFailures = 0;      ///< In a row.
    bool m_isBlocked = false;    ///< Waiting after a failed item: no other is begun.

    QPointer<core::JobBase> m_page; ///< The running request of a round.
    QString m_heldCursor;           ///< The round goes on here when there is less to do.
    bool m_isRoundHeld = false;
    bool m_isRoundOpen = false;
    qint64 m_seenInRound = 0;
    QString m_roundProblem;
    bool m_knowsWhereThingsStand = false;
    QDateTime m_newest; ///< The newest change that a whole round has seen.
    QDateTime m_newestInRound;
    QHash<QString, Version> m_handled; ///< By Didomi's user id; only of the look-back.
    qsizetype m_handledLimit = 10'000; ///< While the first round reads everybody.
};

} // namespace engine
