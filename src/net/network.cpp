#include "net/network.h"

#include "net/precheck.h"
#include "net/scheduler.h"
#include "net/transport.h"

#include <QThread>

namespace net {

using namespace Qt::StringLiterals;

/// The caller's half of one request. The other half is an entry of the scheduler with the same id.
class Service::SendJob final : public core::Job<Reply>
{
public:
    SendJob(Service &service, quint64 id, QObject *parent) : Job(parent), m_service(&service), m_id(id) {}

    ~SendJob() override
    {
        if (!isSettled())
            forget();
    }

    void cancel() override
    {
        if (isSettled())
            return;
        forget();
        Job::cancel();
    }

    void end(const core::Result<Reply> &result) { finish(result); }

private:
    void forget()
    {
        if (m_service)
            m_service->forget(m_id);
    }

    const QPointer<Service> m_service;
    const quint64 m_id;
};

Network::Network(core::Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_thread(std::make_unique<QThread>()), m_transport(new Transport)
{
    m_thread->setObjectName(u"network"_s);
    m_transport->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_transport, &QObject::deleteLater);
    m_thread->start();
}

Network::~Network()
{
    const QList<Service *> services = m_services;
    for (Service *service : services)
        service->detach();
    // The schedulers' deleteLater() stands before the transport's in the thread's queue, and both are kept when it
    // ends.
    m_thread->quit();
    m_thread->wait();
}

std::unique_ptr<Service> Network::service(const ServiceOptions &options)
{
    Q_ASSERT(thread() == QThread::currentThread());
    std::unique_ptr<Service> service(new Service(*this, options));
    m_services << service.get();
    return service;
}

void Network::trust(const QList<QSslCertificate> &certificates)
{
    QMetaObject::invokeMethod(
        m_transport, [transport = m_transport, certificates] { transport->trust(certificates); }, Qt::QueuedConnection);
}

Service::Service(Network &network, const ServiceOptions &options)
    : m_network(&network)
    , m_options(options)
    , m_scheduler(new Scheduler(*network.m_transport, network.m_clock, network.m_log, options))
{
    m_scheduler->moveToThread(network.m_thread.get());
    connect(m_scheduler, &Scheduler::settled, this, [this](quint64 id, const core::Result<Reply> &result) {
        if (SendJob *job = m_jobs.take(id))
            job->end(result);
    });
    connect(m_scheduler, &Scheduler::stateChanged, this, [this](const ServiceState &state) {
        m_state = state;
        Q_EMIT stateChanged();
    });
}

Service::~Service()
{
    if (m_network)
        m_network->m_services.removeOne(this);
    detach();
}

void Service::detach()
{
    if (!m_scheduler)
        return;
    m_scheduler->disconnect(this);
    m_scheduler->deleteLater(); // in its own thread, where it aborts what runs
    m_scheduler = nullptr;
    m_network.clear();
    const auto jobs = std::exchange(m_jobs, {});
    for (SendJob *job : jobs)
        job->end(core::Error::cancelled());
}

core::Job<Reply> *Service::send(const Request &request, QObject *parent)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (const std::optional<core::Error> problem = problemOf(request))
        return new core::ReadyJob<Reply>(*problem, parent);
    if (!m_scheduler)
        return new core::ReadyJob<Reply>(core::Error::cancelled(), parent);
    const quint64 id = m_nextId++;
    auto *job = new SendJob(*this, id, parent);
    m_jobs.insert(id, job);
    tellScheduler([id, request](Scheduler &scheduler) { scheduler.add(id, request); });
    return job;
}

void Service::forget(quint64 id)
{
    if (m_jobs.remove(id))
        tellScheduler([id](Scheduler &scheduler) { scheduler.drop(id); });
}

void Service::pause()
{
    tellScheduler([](Scheduler &scheduler) { scheduler.setPaused(true); });
}

void Service::resume()
{
    tellScheduler([](Scheduler &scheduler) { scheduler.setPaused(false); });
}

void Service::steer(const PermitRule &rule)
{
    tellScheduler([rule](Scheduler &scheduler) { scheduler.steerBy(rule); });
}

template <typename Action>
void Service::tellScheduler(Action action)
{
    if (!m_scheduler)
        return;
    QMetaObject::invokeMethod(
        m_scheduler, [scheduler = m_scheduler, action = std::move(action)] { action(*scheduler); },
        Qt::QueuedConnection);
}

} // namespace net
