#pragma once

#include "engine/pushjob.h"

#include <QHash>

namespace engine {

/// One consent as it arrived, and what became of it.
struct FeedItem {
    enum class State { Waiting, Planning, Pushing, Done };
    qint64 number = 0;
    QString person;
    QDateTime arrivedAt;  ///< UTC, when we saw it.
    QDateTime changedAt;  ///< UTC, when Didomi says it changed.
    State state = State::Waiting;
    bool isDryRun = false;
    std::optional<Plan> plan = {};
    std::optional<PushReport> report = {}; ///< Also for items that needed no write.
    core::Error error = {};                ///< When planning or pushing failed before anything was sent.
    std::chrono::milliseconds duration{0}; ///< From arrival to the end.
};

/// Watches Didomi for changed consents and pushes each, one after the other for each person.
///
/// Didomi offers no time filter (didomi-api section 4.1): each round scans the users by cursor and picks those changed since the newest change seen; memory does not grow with
/// the number of users. The first round only notes where things stand. Paused, it neither asks nor writes; with dry run it plans and writes nothing.
class LiveFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr int keptItems = 500;

    LiveFeed(bridge::Link &link, bridge::Surroundings surroundings, store::Journal &journal, QObject *parent = nullptr);
    ~LiveFeed() override;

    void start(std::chrono::milliseconds interval);
    void stop(); ///< A write that is on its way is settled first.

    bool isRunning() const { return m_isRunning; }
    void setDryRun(bool on) { m_isDryRun = on; }
    bool isDryRun() const { return m_isDryRun; }

    const QList<FeedItem> &items() const { return m_items; } ///< Oldest first, the last keptItems.
    core::Error lastProblem() const { return m_problem; }    ///< Of the last round; message empty when it worked.
    qint64 usersSeen() const { return m_usersSeen; }         ///< In the last round.

Q_SIGNALS:
    void itemAdded(qint64 number);
    void itemChanged(qint64 number);
    void roundFinished(); ///< A scan ended, well or not (lastProblem()).
    void runningChanged();

private:
    class Round;
    bridge::Link &m_link;
    const bridge::Surroundings m_surroundings;
    store::Journal &m_journal;
    QList<FeedItem> m_items;
    core::Error m_problem;
    qint64 m_usersSeen = 0;
    bool m_isRunning = false;
    bool m_isDryRun = false;
};

} // namespace engine
