#include "net/hostcheck.h"

#include "net/failure.h"
#include "net/network.h"
#include "net/transport.h"

#include <QHostInfo>
#include <QLocale>
#include <QNetworkProxy>
#include <QPointer>
#include <QSslCipher>
#include <QSslSocket>
#include <QThread>
#include <QTimer>

namespace net {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using std::chrono::milliseconds;

namespace {

constexpr qint64 largestHead = 16 * 1024;

quint16 portOf(const QUrl &origin)
{
    return quint16(origin.port(origin.scheme() == "http"_L1 ? 80 : 443));
}

/// A socket's error in the words of a request's: one vocabulary, whoever asks.
Error socketError(QAbstractSocket::SocketError error, const QString &words, const QUrl &url, bool hasProxy)
{
    using Socket = QAbstractSocket;
    switch (error) {
    case Socket::HostNotFoundError:
        return connectionError(hasProxy ? QNetworkReply::ProxyNotFoundError : QNetworkReply::HostNotFoundError, words,
                               url);
    case Socket::ConnectionRefusedError:
        return connectionError(
            hasProxy ? QNetworkReply::ProxyConnectionRefusedError : QNetworkReply::ConnectionRefusedError, words, url);
    case Socket::RemoteHostClosedError:
        return connectionError(QNetworkReply::RemoteHostClosedError, words, url);
    case Socket::SocketTimeoutError:
        return connectionError(QNetworkReply::TimeoutError, words, url);
    case Socket::ProxyAuthenticationRequiredError:
        return connectionError(QNetworkReply::ProxyAuthenticationRequiredError, words, url);
    case Socket::ProxyConnectionRefusedError:
    case Socket::ProxyConnectionClosedError:
    case Socket::ProxyConnectionTimeoutError:
    case Socket::ProxyNotFoundError:
    case Socket::ProxyProtocolError:
        return connectionError(QNetworkReply::UnknownProxyError, words, url);
    default: // no route, no network, no permission
        return connectionError(hasProxy ? QNetworkReply::UnknownProxyError : QNetworkReply::UnknownNetworkError, words,
                               url);
    }
}

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    default:
        return u"TLS"_s;
    }
}

/// The worker-thread half of one check: does its work, tells once, and is deleted by its job.
class Worker : public QObject
{
    Q_OBJECT

public:
    Worker(const QUrl &origin, milliseconds deadline) : m_origin(origin)
    {
        m_timer.setParent(this); // moves to the worker thread with us
        m_timer.setSingleShot(true);
        m_timer.setInterval(deadline);
        connect(&m_timer, &QTimer::timeout, this, [this] { onDeadline(); });
    }

    void start()
    {
        m_timer.start();
        begin();
    }

Q_SIGNALS:
    void done();

protected:
    virtual void begin() = 0;
    virtual void onDeadline() = 0;
    milliseconds deadline() const { return m_timer.intervalAsDuration(); }
    void stopTimer() { m_timer.stop(); }

    const QUrl m_origin;

private:
    QTimer m_timer;
};

template <typename T>
class Finder : public Worker
{
public:
    using Value = T;
    using Worker::Worker;

    /// Read by the job once done() has arrived there: nobody writes it any more.
    const Result<T> &result() const { return m_result; }

protected:
    void tell(const Result<T> &result)
    {
        m_result = result;
        Q_EMIT done();
    }

private:
    Result<T> m_result = Error::cancelled();
};

} // namespace

/// The caller's half: a job that owns a worker in the network's thread.
class HostCheck
{
public:
    /// What workers need of the network; used in its thread only.
    struct Ground {
        QPointer<Transport> transport;
        core::Clock &clock;
    };
    static Ground groundOf(Network &network) { return {network.m_transport, network.m_clock}; }

    template <typename W>
    class CheckJob final : public core::Job<typename W::Value>
    {
    public:
        CheckJob(Network &network, W *worker, QObject *parent) : core::Job<typename W::Value>(parent), m_worker(worker)
        {
            QThread *thread = network.m_thread.get();
            worker->moveToThread(thread);
            QObject::connect(worker, &Worker::done, this, [this] {
                if (!m_worker) // dropped, or gone with its network, while this was on its way
                    return;
                const auto result = m_worker->result();
                dropWorker();
                this->finish(result);
            });
            // A network that goes takes the worker with it, while our thread waits for that.
            QObject::connect(thread, &QThread::finished, worker, &QObject::deleteLater);
            QObject::connect(worker, &QObject::destroyed, this, [this] { this->finish(Error::cancelled()); });
            QMetaObject::invokeMethod(
                worker, [worker] { worker->start(); }, Qt::QueuedConnection);
        }

        ~CheckJob() override { dropWorker(); }

        void cancel() override
        {
            if (this->isSettled())
                return;
            dropWorker();
            this->finish(Error::cancelled());
        }

    private:
        void dropWorker()
        {
            if (!m_worker)
                return;
            m_worker->disconnect(this);
            m_worker->deleteLater();
            m_worker = nullptr;
        }

        QPointer<W> m_worker;
    };
};

namespace {

class LookUpWorker final : public Finder<NameAnswer>
{
    Q_OBJECT

public:
    using Finder::Finder;
    ~LookUpWorker() override
    {
        if (m_id >= 0)
            QHostInfo::abortHostLookup(m_id);
    }

private:
    // By name: Qt 6.4 never frees a function whose object is deleted before the answer.
    void begin() override { m_id = QHostInfo::lookupHost(m_origin.host(), this, SLOT(take(QHostInfo))); }
    Q_SLOT void take(const QHostInfo &info)
    {
        m_id = -1;
        stopTimer();
        if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty())
            return tell(NameAnswer{.addresses = info.addresses()});
        tell(connectionError(QNetworkReply::HostNotFoundError, info.errorString(), m_origin));
    }
    void onDeadline() override { tell(deadlineError(deadline(), m_origin)); }

    int m_id = -1;
};

/// Opens a connection; what follows is the heirs' business.
template <typename T>
class SocketWorker : public Finder<T>
{
public:
    SocketWorker(const QUrl &origin, const Route &route, const HostCheck::Ground &ground, milliseconds deadline)
        : Finder<T>(origin, deadline), m_route(route), m_ground(ground), m_proxyName(proxyNameFor(origin, route))
    {
    }

protected:
    using Finder<T>::m_origin;

    virtual void onConnected() = 0;
    virtual void onError(const Error &error)
    {
        letGo();
        this->tell(error);
    }
    virtual void onEncrypted() {}
    virtual void onBytes() {}
    virtual void onClosed() {}

    void begin() override
    {
        if (!m_ground.transport) // the network is going
            return;
        m_socket = new QSslSocket(this);
        m_socket->setProxy(proxyFor(m_origin, m_route));
        m_socket->setSslConfiguration(m_ground.transport->tls(m_route));
        m_socket->setPeerVerifyMode(QSslSocket::VerifyPeer);
        QObject::connect(m_socket, &QSslSocket::connected, this, [this] { onConnected(); });
        QObject::connect(m_socket, &QSslSocket::encrypted, this, [this] { onEncrypted(); });
        QObject::connect(m_socket, &QSslSocket::readyRead, this, [this] { onBytes(); });
        QObject::connect(m_socket, &QSslSocket::disconnected, this, [this] { onClosed(); });
        QObject::connect(m_socket, &QSslSocket::sslErrors, this,
                         [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
        QObject::connect(m_socket, &QAbstractSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
            const bool isTls = error == QAbstractSocket::SslHandshakeFailedError || !m_tlsErrors.isEmpty() ||
                               error == QAbstractSocket::SslInternalError;
            onError(isTls ? tlsError(m_tlsErrors, m_socket->errorString(), m_origin)
                          : atRoute(socketError(error, m_socket->errorString(), m_origin, !m_proxyName.isEmpty()),
                                    m_route));
        });
        m_socket->connectToHost(m_origin.host(), portOf(m_origin));
    }

    void onDeadline() override { onError(deadlineError(this->deadline(), m_origin)); }

    void letGo()
    {
        this->stopTimer();
        m_socket->disconnect(this);
        m_socket->abort();
    }

    const Route m_route;
    const HostCheck::Ground m_ground;
    const QString m_proxyName;
    QSslSocket *m_socket = nullptr;
    QList<QSslError> m_tlsErrors;
};

class ReachWorker final : public SocketWorker<Reached>
{
public:
    using SocketWorker::SocketWorker;

private:
    void onConnected() override
    {
        const Reached reached{.peer = m_socket->peerAddress(), .port = portOf(m_origin), .proxy = m_proxyName};
        letGo();
        tell(reached);
    }
};

class GreetWorker final : public SocketWorker<Greeting>
{
public:
    using SocketWorker::SocketWorker;

private:
    void onConnected() override
    {
        if (m_origin.scheme() == "https"_L1)
            m_socket->startClientEncryption();
        else
            ask();
    }

    void onEncrypted() override
    {
        m_greeting.isEncrypted = true;
        m_greeting.protocol = protocolName(m_socket->sessionProtocol());
        m_greeting.cipher = m_socket->sessionCipher().name();
        m_greeting.certificate = m_socket->peerCertificate();
        m_greeting.chain = m_socket->peerCertificateChain();
        ask();
    }

    void ask()
    {
        m_isAsked = true;
        m_askedAt = m_ground.clock.now();
        const QString host = m_origin.host().contains(u':') ? u'[' + m_origin.host() + u']' : m_origin.host();
        const QString authority = m_origin.port() < 0 ? host : u"%1:%2"_s.arg(host).arg(m_origin.port());
        m_socket->write("HEAD / HTTP/1.1\r\nHost: " + authority.toLatin1() +
                        "\r\nUser-Agent: ConsentBridge/" CB_VERSION "\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }

    void onBytes() override
    {
        m_head += m_socket->read(largestHead - m_head.size());
        if (m_head.contains("\r\n\r\n") || m_head.size() >= largestHead)
            end();
    }

    void onClosed() override
    {
        if (m_isAsked)
            end();
    }

    void onDeadline() override
    {
        if (m_isAsked) // the handshake is what was asked about; an answer is a gift
            end();
        else
            SocketWorker::onDeadline();
    }

    void onError(const Error &error) override
    {
        if (m_isAsked)
            return end();
        SocketWorker::onError(error);
    }

    void end()
    {
        letGo();
        const QDateTime now = m_ground.clock.now();
        const qsizetype wholeHead = m_head.indexOf("\r\n\r\n");
        const qsizetype wholeLines = wholeHead < 0 ? m_head.lastIndexOf("\r\n") : wholeHead;
        const QList<QByteArray> lines = m_head.left(wholeLines).split('\n');
        if (lines.first().startsWith("HTTP/"))
            m_greeting.status = lines.first().split(' ').value(1).toInt();
        for (const QByteArray &line : lines) {
            if (m_greeting.status == 0 || !line.toLower().startsWith("date:"))
                continue;
            m_greeting.serverTime = QLocale::c().toDateTime(QString::fromLatin1(line.mid(5).trimmed()),
                                                            u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
            m_greeting.serverTime.setTimeSpec(Qt::UTC);
        }
        if (m_greeting.serverTime.isValid()) {
            const QDateTime middle = m_askedAt.addMSecs(m_askedAt.msecsTo(now) / 2);
            m_greeting.clockSkew = milliseconds(middle.msecsTo(m_greeting.serverTime) / 1000 * 1000);
        }
        tell(m_greeting);
    }

    Greeting m_greeting;
    QDateTime m_askedAt;
    QByteArray m_head;
    bool m_isAsked = false;
};

} // namespace

core::Job<NameAnswer> *lookUp(Network &network, const QString &host, QObject *parent, milliseconds deadline)
{
    QUrl origin;
    origin.setScheme(u"https"_s);
    origin.setHost(host);
    return new HostCheck::CheckJob(network, new LookUpWorker(origin, deadline), parent);
}

core::Job<Reached> *reach(Network &network, const QUrl &origin, const Route &route, QObject *parent,
                          milliseconds deadline)
{
    auto *worker = new ReachWorker(origin, route, HostCheck::groundOf(network), deadline);
    return new HostCheck::CheckJob(network, worker, parent);
}

core::Job<Greeting> *greet(Network &network, const QUrl &origin, const Route &route, QObject *parent,
                           milliseconds deadline)
{
    auto *worker = new GreetWorker(origin, route, HostCheck::groundOf(network), deadline);
    return new HostCheck::CheckJob(network, worker, parent);
}

} // namespace net

#include "hostcheck.moc"
