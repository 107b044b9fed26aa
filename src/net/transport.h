#pragma once

#include "core/result.h"
#include "net/message.h"
#include "net/route.h"

#include <QElapsedTimer>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>

#include <memory>
#include <vector>

namespace net {

class Exchange;

/// The access managers. Lives in the network's thread, like everything it makes.
///
/// A manager opens six HTTP/1.1 connections to a host and queues the rest, where no deadline and no cancellation is
/// ours any more. So each gets at most six requests, and there are as many of them as were ever needed at once: the
/// schedulers' permits divided by six. A manager's connections know one proxy and one set of authorities, so each route
/// has managers of its own.
class Transport : public QObject
{
    Q_OBJECT

public:
    explicit Transport(QObject *parent = nullptr);
    ~Transport() override;

    /// Sends `request` once. The exchange finishes from the event loop; deleting it aborts.
    Exchange *start(const Request &request, const Route &route, QObject *parent);

    void trust(const QList<QSslCertificate> &certificates);

    /// What a connection on that route believes in.
    QSslConfiguration tls(const Route &route) const;

private:
    friend class Exchange;
    struct Manager {
        std::unique_ptr<QNetworkAccessManager> access = {};
        Route route = {};
        int inFlight = 0;
    };
    Manager &freeManager(const Route &route);
    void release(const QNetworkAccessManager *access);

    std::vector<Manager> m_managers;
    std::vector<Manager> m_retired; ///< Still busy, but their connections know an outdated set of certificates.
    QSslConfiguration m_tls;
};

/// One request on its way, and its answer.
class Exchange : public QObject
{
    Q_OBJECT

public:
    ~Exchange() override;

    std::chrono::milliseconds duration() const { return std::chrono::milliseconds(m_running.elapsed()); }

Q_SIGNALS:
    /// Once, and nothing after it. `attempts` of the reply is left to the scheduler.
    void finished(const core::Result<net::Reply> &result);

private:
    friend class Transport;
    Exchange(Transport &transport, QNetworkAccessManager &access, const Route &route, const Request &request,
             const QNetworkRequest &prepared, QObject *parent);
    void onHeaders();
    void read();
    void onFinished();
    core::Result<Reply> outcome();
    void end(const core::Result<Reply> &result);
    void letGo();

    const QPointer<Transport> m_transport;
    const QNetworkAccessManager *const m_access;
    const Route m_route;
    const QUrl m_url;
    const QByteArray m_method;
    const qint64 m_maxReplyBytes;
    QPointer<QNetworkReply> m_reply;
    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    QElapsedTimer m_running;
    QTimer m_deadline;
};

} // namespace net
