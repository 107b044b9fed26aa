#pragma once

#include "core/clock.h"
#include "core/job.h"
#include "core/secret.h"
#include "net/budget.h"
#include "net/calllog.h"
#include "net/message.h"
#include "net/permits.h"
#include "net/retrypolicy.h"
#include "net/route.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSslCertificate>

#include <functional>
#include <memory>

namespace net {

class Scheduler;
class Service;
class Transport;

struct ServiceOptions {
    QString name; ///< "Dataverse", "Didomi", "Entra ID": for the log and the status bar.
    int maxInFlight = 6;
    RetryPolicy retry = {};
    Route route = {};
    std::function<double()> jitter = {}; ///< 0…1, called in the network's thread; random when not given.
    PermitRule permits = {}; ///< With a hint it takes the place of maxInFlight, and the number follows the service.
    BudgetRule budget = {};
};

/// The program's one HTTP stack: a worker thread with enough access managers for the permits of all services, and the
/// call log.
///
/// TLS errors are fatal and explained; plain HTTP goes to loopback only; redirects are not followed (a token never
/// leaves for another host); replies have a size limit; gzip is undone. Destroying it aborts what runs; the jobs then
/// never finish.
class Network : public QObject
{
    Q_OBJECT

public:
    explicit Network(core::Clock &clock = core::Clock::system(), QObject *parent = nullptr);
    ~Network() override;

    /// A scheduler of its own for one service and one identity. Give each service one, so that one's pause never holds
    /// up another.
    std::unique_ptr<Service> service(const ServiceOptions &options);

    CallLog &log() { return m_log; }

    /// Certificates to trust beside the system's: a company's own authority, or the sandbox's.
    void trust(const QList<QSslCertificate> &certificates);

private:
    friend class Service;
    friend class HostCheck;
    core::Clock &m_clock;
    CallLog m_log;
    QList<Service *> m_services;
    std::unique_ptr<QThread> m_thread;
    Transport *m_transport = nullptr; ///< Lives in m_thread.
};

/// What a service's scheduler is doing.
struct ServiceState {
    int inFlight = 0;
    int queued = 0;
    bool isPausedByUser = false;
    QDateTime waitingUntil = {}; ///< UTC; invalid when not waiting. Set while all that is left to do waits.
    QString waitingReason = {};  ///< Translated: "Dataverse asked us to wait (429)."
    int permits = 0;             ///< How many may be on their way now, where that is steered; else 0.
    qint64 answers = 0;          ///< Got so far, of any status.
    qint64 throttled = 0;        ///< Of these, 429.
    bool operator==(const ServiceState &) const = default;
};

/// Sends requests to one service, as many at once as permitted, and repeats what may be repeated. With
/// ServiceOptions::permits the number begins at the service's hint, rises slowly while all goes well, and halves when
/// the service is asked too much (429). With
/// ServiceOptions::budget it keeps to what the service allows within a window, as soon as a 429 has shown how much.
///
/// Usable from the thread it was made in; jobs finish there.
class Service : public QObject
{
    Q_OBJECT

public:
    ~Service() override;

    /// Sends when a permit is free. Finishes with the reply, whatever its status, or with Network (also for an answer
    /// that was cut off), Timeout, Tls, BadReply (too large, not HTTP) or Invalid (an address that is not allowed). A
    /// 429, 5xx or lost connection is repeated as the policy says; the last one is handed out. Cancelling or deleting
    /// the job aborts the request.
    ///
    /// An error's code is "HostNotFound", "ConnectionRefused", "ConnectionLost", "ConnectionTimeout", "Truncated",
    /// "Offline", "NoRoute", "Proxy", "ProxySignIn", or for Tls that of the certificate's first flaw: "TlsExpired",
    /// "TlsNotYetValid", "TlsWrongHost", "TlsSelfSigned", "TlsUnknownAuthority", "TlsRevoked", "TlsNoCertificate",
    /// "TlsBadCertificate", else "TlsHandshake". A proxy's fault names its field ("network.proxy_host", "…_user",
    /// "…_password") where the route is Manual.
    core::Job<Reply> *send(const Request &request, QObject *parent);

    void pause(); ///< Holds back what has not been sent yet.
    void resume();

    /// From now on the number of requests at once follows the service's hint; in place of ServiceOptions::permits.
    void steer(const PermitRule &rule);

    /// As it was a moment ago: it comes from the network's thread, after pause() and resume() too.
    ServiceState state() const { return m_state; }
    const ServiceOptions &options() const { return m_options; }

Q_SIGNALS:
    void stateChanged();

private:
    friend class Network;
    Service(Network &network, const ServiceOptions &options);
    class SendJob;
    void detach();
    void forget(quint64 id);
    template <typename Action>
    void tellScheduler(Action action);

    QPointer<Network> m_network;
    const ServiceOptions m_options;
    ServiceState m_state;
    Scheduler *m_scheduler = nullptr; ///< Lives in the network's thread.
    QHash<quint64, SendJob *> m_jobs; ///< Not yet settled.
    quint64 m_nextId = 1;
};

/// Where a service's Authorization header comes from. Concurrent callers share one renewal.
class Authorizer
{
public:
    virtual ~Authorizer() = default;

    /// The header's value ("Bearer …"). With `refused` set, that value was answered 401 and must not come again.
    virtual core::Job<core::Secret> *authorization(const core::Secret &refused, QObject *parent) = 0;
};

/// Sends `request` with the authorizer's header; on a 401 renews once and repeats once. The authorizer must outlive the
/// job.
core::Job<Reply> *sendAuthorized(Service &service, Authorizer &authorizer, const Request &request, QObject *parent);

} // namespace net
