#pragma once

#include "net/budget.h"
#include "net/network.h"
#include "net/permits.h"
#include "net/transport.h"

#include <QTimer>

#include <map>
#include <set>

namespace net {

/// The worker-thread half of a Service: decides what is sent when.
///
/// First come, first served; a repeated request keeps its place by age. What Retry-After asks for holds back
/// everything; any other failure only the request that failed. Everything waits as well while what the service allows
/// is used up.
class Scheduler : public QObject
{
    Q_OBJECT

public:
    Scheduler(Transport &transport, core::Clock &clock, CallLog &log, const ServiceOptions &options);
    ~Scheduler() override;

    void add(quint64 id, const Request &request);
    void drop(quint64 id); ///< Aborts it if it is on its way. No settled() follows.
    void setPaused(bool on);
    void steerBy(const PermitRule &rule);

Q_SIGNALS:
    void settled(quint64 id, const core::Result<net::Reply> &result);
    void stateChanged(const net::ServiceState &state);

private:
    struct Entry {
        Request request;
        Exchange *exchange = nullptr;        ///< While it is on its way.
        QDateTime startedAt = {};            ///< Of the running or last attempt, UTC.
        std::chrono::milliseconds sentAt{0}; ///< The same, monotonic.
        bool tookLastPermit = false;
        QDateTime dueAt = {}; ///< Valid while it waits for its next try.
        QString waitingReason = {};
        int attempts = 0;
        std::map<RetryPolicy::Failure, int> failures = {};
    };

    void pump();
    int permits() const;
    bool isWithinBudget();
    void steer(const Entry &entry, const core::Result<Reply> &result);
    void startAttempt(quint64 id, Entry &entry);
    void attemptEnded(quint64 id, const core::Result<Reply> &result);
    void log(const Entry &entry, const core::Result<Reply> &result);
    std::optional<std::chrono::milliseconds> delayAfter(Entry &entry, const core::Result<Reply> &result);
    /// False when doing it twice would do harm, and once may have happened.
    static bool mayGoAgain(const Request &request, const core::Result<Reply> &result);
    void waitAlone(quint64 id, Entry &entry, std::chrono::milliseconds delay, const QString &reason);
    void closeGate(std::chrono::milliseconds delay, const QString &reason);
    void watchGate();
    QString reasonOf(const core::Result<Reply> &result) const;
    double jitter() const;
    ServiceState state() const;
    void publishSoon();

    Transport &m_transport;
    core::Clock &m_clock;
    CallLog &m_log;
    const ServiceOptions m_options;

    std::map<quint64, Entry> m_entries; ///< By age.
    std::set<quint64> m_ready;          ///< Those that could be sent now, by age.
    Permits m_permits;
    Budget m_budget;
    std::chrono::milliseconds m_budgetOpensAt{-1}; ///< Monotonic; when everything waits for it.
    int m_inFlight = 0;
    qint64 m_answers = 0;
    qint64 m_throttled = 0; ///< Of these.
    bool m_isPaused = false;

    std::chrono::milliseconds m_gateOpensAt{0}; ///< Monotonic.
    QDateTime m_waitingUntil;                   ///< Valid while the gate is closed.
    QString m_waitingReason;
    int m_gateTurn = 0; ///< Only the wait begun last opens the gate.

    QTimer m_publish;
    ServiceState m_published;
};

} // namespace net
