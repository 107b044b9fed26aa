#pragma once

#include "engine/pushjob.h"
#include "engine/sourcebody.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace engine {

/// What is known of one arrival while it is worked on.
struct WorkProgress {
    enum class Stage {
        Planning,
        Pushing,
        Waiting, ///< It could not be done now, or was stopped; it is tried again. `error` says why, when it failed.
        Done,
        Parked, ///< Given up until somebody sends it on its way again; `error` or `report` says why.
    };
    store::Arrival arrival;
    Stage stage = Stage::Planning;
    bool isDryRun = false;
    std::optional<Plan> plan = {};
    std::optional<PushReport> report = {};
    core::Error error = {};
};

/// Takes arrivals from the inbox and pushes them: persons side by side, each person's in the order in which they came.
///
/// What is pushed is what Didomi knows of the person now; it covers everything of that person that arrived before it
/// was asked, so the older arrivals are settled as superseded. An event counts by itself where Didomi does not show it
/// yet, cannot be reached, or where it comes from a file; events are never superseded by one another, since each says
/// only a part. A user of whom a webhook tells and whom Didomi does not show yet counts as the webhook says, beside the
/// shown ones. Ids that differ in letter case are different people to Didomi: each is asked about and ends alone.
/// Nothing is settled before its write is: a kill at any instant repeats a push, which then finds the row
/// saying so already.
///
/// Failures: while an end or the disk cannot be used, everything waits and nothing is charged. What fails by itself is
/// tried again with growing delays and parked after `mostAttempts`; what somebody has to decide (refused, invalid, in
/// conflict) is parked at once. In a dry run nothing is settled: what was shown is written when the dry run is over.
class LiveWorker : public QObject
{
    Q_OBJECT

public:
    struct Options {
        int atOnce = 4; ///< Persons.
        int mostAttempts = 20;
        std::chrono::milliseconds firstDelay{1'000}; ///< Doubles with each failure …
        std::chrono::milliseconds longestDelay{300'000};
        std::chrono::milliseconds look{2'000}; ///< How often an idle worker looks what other programs have added.
        std::chrono::hours retention{24 * 7};  ///< How long done arrivals are known again.
    };

    LiveWorker(bridge::Link &link, bridge::Surroundings surroundings, store::Journal &journal, store::Inbox &inbox,
               QObject *parent = nullptr);
    ~LiveWorker() override;

    void setOptions(const Options &options) { m_options = options; }
    const Options &options() const { return m_options; }

    void start();
    void stop(); ///< A write that is on its way is settled first; see isBusy().
    bool isRunning() const { return m_isRunning; }
    bool isBusy() const { return !m_works.empty(); }

    void setPaused(bool on); ///< What has begun is finished.
    bool isPaused() const { return m_isPaused; }

    void setDryRun(bool on); ///< Also what is being planned is then shown only; a write that is sent is settled.
    bool isDryRun() const { return m_isDryRun; }

    void wake(); ///< Something may be there to do.

    /// Why everything waits; the message is empty when it does not.
    core::Error outage() const { return m_outage; }
    int outageTries() const { return m_outageTries; }
    QDateTime nextTry() const { return m_nextTry; } ///< In an outage: when it is tried again, UTC.

    /// True when nothing waits and nothing is worked on; in a dry run, when everything has been shown.
    core::Result<bool> isDrained() const;

Q_SIGNALS:
    void progressed(const engine::WorkProgress &progress);
    void idle();          ///< Nothing is worked on, and nothing can be begun now.
    void outageChanged(); ///< outage()

private:
    /// One person's turn.
    struct Work {
        qint64 head = 0;               ///< The arrival whose turn it is: its attempts count.
        QList<store::Arrival> covered; ///< What this turn ends; oldest first, the head among them.
        QList<store::Arrival> open;    ///< Of the person when the turn began.
        QList<qint64> unshown;         ///< Of the covered ones those whose users Didomi does not show yet.
        SourceBody body;               ///< Of the head.
        QString person;
        int attempts = 0;
        bool isDryRun = false;
        bool isPushing = false;
        std::optional<Plan> plan = {};
        QPointer<core::JobBase> step = {};
        const store::Arrival &lead() const { return covered.constLast(); }
    };

    void work();
    bool isPersonBusy(const store::Arrival &arrival) const;
    void begin(const store::Arrival &arrival);
    void readPerson(Work &work);
    void takeSubjects(qint64 head, const core::Result<QList<consent::Subject>> &subjects);
    void useEvent(Work &work);
    bool isAwaited(const store::Arrival &arrival, const SourceBody &body, const QList<consent::Subject> &shown) const;
    bool isOurRegulation(const QString &regulation) const;
    QList<consent::Subject> withNewerBodies(Work &work, QList<consent::Subject> subjects) const;
    void plan(Work &work, const QList<consent::Subject> &subjects);
    void takePlan(qint64 head, const core::Result<Plan> &plan);
    void takeReport(qint64 head, const core::Result<PushReport> &report);
    void end(Work &work, const PushReport &report);
    void park(Work &work, const core::Error &error, const std::optional<PushReport> &report);
    void fail(qint64 head, const core::Error &error);
    void pauseAll(const core::Error &error);
    void endOutage();
    void tell(const Work &work, WorkProgress::Stage stage, const std::optional<PushReport> &report = {},
              const core::Error &error = {});
    void tellSuperseded(const QList<store::Arrival> &arrivals, bool isDryRun);
    core::Result<core::Nothing> settleOlder(const QList<store::Arrival> &arrivals);
    void remove(qint64 head);
    void next();
    void scheduleLook();
    void forgetOld();

    Work *workOf(qint64 head);
    const QString &profileId() const { return m_link.profile().id; }
    std::chrono::milliseconds delayAfter(int failures) const;

    bridge::Link &m_link;
    const bridge::Surroundings m_surroundings;
    store::Journal &m_journal;
    store::Inbox &m_inbox;
    Options m_options;
    std::vector<std::unique_ptr<Work>> m_works;
    QObject *m_timers = nullptr; ///< Context of the waits; a new one for each start, so that old ones never fire.
    QObject *m_look = nullptr;   ///< Context of the next look.
    core::Error m_outage;
    QDateTime m_nextTry;
    int m_outageTries = 0; ///< In a row.
    bool m_isRunning = false;
    bool m_isPaused = false;
    bool m_isDryRun = false;
    bool m_isBlocked = false; ///< Waiting in an outage: nothing is begun.
    bool m_isQueued = false;  ///< work() is called from the event loop.
    QDateTime m_forgotAt;
};

} // namespace engine
