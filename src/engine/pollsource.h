#pragma once

#include "bridge/link.h"
#include "engine/livesource.h"
#include "store/inbox.h"

#include <QHash>
#include <QPointer>

namespace engine {

/// Looks for changed users in Didomi, again and again.
///
/// Didomi offers no time filter (didomi-api section 4.1): each round scans the users by cursor and picks those changed
/// since the newest change seen; memory does not grow with the number of users. The first round only notes where things
/// stand; that is kept in the inbox, so that the next start goes on there. Changes may become visible late, so each
/// round looks back a little and remembers which versions it has taken.
class PollSource final : public LiveSource
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes lookBack{5};
    static constexpr std::chrono::minutes longestDelay{5};
    static constexpr qint64 mostWaiting = 10'000; ///< Above this no further page is read.

    PollSource(bridge::Link &link, store::Inbox &inbox, QObject *parent = nullptr);

    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }

    QString word() const override { return QStringLiteral("poll"); }
    core::Result<core::Nothing> start() override;
    void stop() override;
    bool hasReadAll() const override { return m_rounds > 0; }

    qint64 usersSeen() const { return m_usersSeen; } ///< In the last round.

private:
    /// What is known of one change of one user: enough to know it again.
    struct Version {
        qint64 number = 0;
        QDateTime changedAt;
        bool operator==(const Version &) const = default;
    };

    void startRound();
    void requestPage(const QString &cursor);
    void takePage(const didomi::UserPage &page);
    bool isNew(const consent::User &user);
    void endRound(const core::Error &problem);
    void forgetHandledBefore(const QDateTime &newest); ///< But for the look-back.
    QString markName() const;

    bridge::Link &m_link;
    store::Inbox &m_inbox;
    std::chrono::milliseconds m_interval{15'000};
    bool m_isRunning = false;
    QObject *m_timers = nullptr; ///< Context of the waits; a new one for each start, so that old ones never fire.
    QPointer<core::JobBase> m_page;
    int m_failures = 0; ///< Of rounds, in a row.
    int m_rounds = 0;   ///< That ended, well or not.
    qint64 m_usersSeen = 0;
    qint64 m_seenInRound = 0;
    QString m_roundProblem;
    bool m_knowsWhereThingsStand = false;
    QDateTime m_newest; ///< The newest change that a whole round has seen.
    QDateTime m_newestInRound;
    QHash<QString, Version> m_handled; ///< By Didomi's user id; only of the look-back.
    qsizetype m_handledLimit = 10'000; ///< While the first round reads everybody.
};

} // namespace engine
