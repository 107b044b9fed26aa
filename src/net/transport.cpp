#include "net/transport.h"

#include "net/completeness.h"
#include "net/failure.h"

#include <QNetworkProxyFactory>
#include <QNetworkRequest>

#include <algorithm>

namespace net {

using namespace Qt::StringLiterals;

namespace {

constexpr int requestsPerManager = 6; ///< QNetworkAccessManager's connections per host.

/// The proxies of a route.
class ProxyFactory final : public QNetworkProxyFactory
{
public:
    explicit ProxyFactory(const Route &route) : m_route(route) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return proxiesFor(query, m_route); }

private:
    const Route m_route;
};

/// A body that is read once. Qt sends a request again by itself when a connection closes before the answer, up to twice
/// more; it goes back to the body's beginning for that, and gives up when that fails.
class OnceDevice final : public QIODevice
{
public:
    explicit OnceDevice(const QByteArray &bytes) : m_bytes(bytes) { open(ReadOnly | Unbuffered); }

    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = std::min(maxSize, m_bytes.size() - pos());
        std::copy_n(m_bytes.cbegin() + pos(), size, data);
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
};

QNetworkRequest prepare(const Request &request, const QSslConfiguration &tls)
{
    QNetworkRequest prepared(request.url);
    // HTTP/2 puts everything on one connection, which stalls on large bodies: measured, six to ten times slower for our
    // writes.
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // A followed redirect would carry the Authorization header to another host.
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Qt refuses whatever packs well beyond 10 MB, which lists of metadata do. Our own limit counts unpacked bytes.
    prepared.setDecompressedSafetyCheckThreshold(-1);
    if (request.url.scheme() == "https"_L1)
        prepared.setSslConfiguration(tls);

    prepared.setRawHeader("User-Agent", "ConsentBridge/" CB_VERSION);
    for (const auto &[name, value] : request.headers)
        prepared.setRawHeader(name, value);
    const bool mayCarryBody = !request.body.isEmpty() || request.method == "POST" || request.method == "PUT";
    if (mayCarryBody && headerOf(request.headers, "content-type").isNull())
        prepared.setRawHeader("Content-Type", "application/octet-stream"); // Qt would guess a form
    return prepared;
}

QNetworkReply *dispatch(QNetworkAccessManager &access, const Request &request, const QNetworkRequest &prepared)
{
    if (request.method == "GET" && request.body.isEmpty())
        return access.get(prepared);
    if (request.method == "HEAD")
        return access.head(prepared);
    if (!request.isRepeatable && !request.body.isEmpty()) {
        auto *body = new OnceDevice(request.body);
        QNetworkReply *reply = access.sendCustomRequest(prepared, request.method, body);
        body->setParent(reply);
        return reply;
    }
    if (request.method == "POST")
        return access.post(prepared, request.body);
    if (request.method == "PUT")
        return access.put(prepared, request.body);
    return access.sendCustomRequest(prepared, request.method, request.body);
}

} // namespace

Transport::Transport(QObject *parent) : QObject(parent), m_tls(QSslConfiguration::defaultConfiguration())
{
}

Transport::~Transport() = default;

Exchange *Transport::start(const Request &request, const Route &route, QObject *parent)
{
    Manager &manager = freeManager(route);
    ++manager.inFlight;
    return new Exchange(*this, *manager.access, route, request, prepare(request, tls(route)), parent);
}

QSslConfiguration Transport::tls(const Route &route) const
{
    QSslConfiguration tls = m_tls;
    if (!route.authorities.isEmpty())
        tls.addCaCertificates(route.authorities);
    return tls;
}

void Transport::trust(const QList<QSslCertificate> &certificates)
{
    m_tls.addCaCertificates(certificates);
    // A manager's connections keep the certificates that they began with.
    for (Manager &manager : m_managers) {
        if (manager.inFlight > 0)
            m_retired.push_back(std::move(manager));
    }
    m_managers.clear();
}

Transport::Manager &Transport::freeManager(const Route &route)
{
    // The first one that is free: its connections are the warmest.
    const auto free = std::find_if(m_managers.begin(), m_managers.end(), [&route](const Manager &manager) {
        return manager.inFlight < requestsPerManager && manager.route == route;
    });
    if (free != m_managers.end())
        return *free;
    Manager manager{.access = std::make_unique<QNetworkAccessManager>(), .route = route};
    manager.access->setProxyFactory(new ProxyFactory(route));
    m_managers.push_back(std::move(manager));
    return m_managers.back();
}

void Transport::release(const QNetworkAccessManager *access)
{
    for (Manager &manager : m_managers) {
        if (manager.access.get() == access) {
            --manager.inFlight;
            return;
        }
    }
    const auto retired = std::find_if(m_retired.begin(), m_retired.end(),
                                      [access](const Manager &manager) { return manager.access.get() == access; });
    if (retired != m_retired.end() && --retired->inFlight == 0) {
        retired->access.release()->deleteLater(); // a reply of its may be on the stack
        m_retired.erase(retired);
    }
}

Exchange::Exchange(Transport &transport, QNetworkAccessManager &access, const Route &route, const Request &request,
                   const QNetworkRequest &prepared, QObject *parent)
    : QObject(parent)
    , m_transport(&transport)
    , m_access(&access)
    , m_route(route)
    , m_url(request.url)
    , m_method(request.method)
    , m_maxReplyBytes(request.maxReplyBytes)
    , m_reply(dispatch(access, request, prepared))
{
    m_running.start();
    // Whatever waits for a handshake of the same manager fails with it, but Qt tells the flaws to one request only.
    connect(&access, &QNetworkAccessManager::sslErrors, this,
            [this](const QNetworkReply *reply, const QList<QSslError> &errors) {
                if (reply == m_reply || (m_tlsErrors.isEmpty() && reply->url().authority() == m_url.authority()))
                    m_tlsErrors = errors;
            });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::read);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished);

    // Qt's own transfer time-out begins anew with each byte, so a drip could hold a permit for ever.
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this, deadline = request.deadline] { end(deadlineError(deadline, m_url)); });
    m_deadline.start(request.deadline);
}

Exchange::~Exchange()
{
    // Dropped from outside, not by a signal of the reply's: so it can go at once, and hears nothing more of what its
    // connection still has to say.
    const QPointer<QNetworkReply> reply = m_reply;
    letGo();
    delete reply;
}

void Exchange::onHeaders()
{
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (announced.isValid() && announced.toLongLong() > m_maxReplyBytes)
        end(tooLargeError(m_maxReplyBytes, m_url));
}

void Exchange::read()
{
    // In pieces: one readAll() could unpack a small bomb into all the memory there is.
    constexpr qint64 piece = 64 * 1024;
    while (m_reply && m_reply->isReadable()) {
        const QByteArray bytes = m_reply->read(piece);
        if (bytes.isEmpty())
            return;
        m_body += bytes;
        if (m_body.size() > m_maxReplyBytes)
            return end(tooLargeError(m_maxReplyBytes, m_url));
    }
}

void Exchange::onFinished()
{
    read();
    if (m_reply) // read() ends the exchange when there is too much
        end(outcome());
}

core::Result<Reply> Exchange::outcome()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (error == QNetworkReply::SslHandshakeFailedError)
        return tlsError(m_tlsErrors, m_reply->errorString(), m_url);
    if (error == QNetworkReply::ProxyAuthenticationRequiredError || status == 0) {
        // Qt has no word of its own for most of what can happen to a proxy. Names are the proxy's business, so the one
        // that was not found is its own.
        const bool isProxysFault =
            (error == QNetworkReply::UnknownNetworkError || error == QNetworkReply::HostNotFoundError) &&
            !proxyNameFor(m_url, m_route).isEmpty();
        return atRoute(
            connectionError(isProxysFault ? QNetworkReply::UnknownProxyError : error, m_reply->errorString(), m_url),
            m_route);
    }
    // A redirect says all in its head; Qt calls it an error where it could not send the body again.
    if (status >= 300 && status < 400 && error == QNetworkReply::ContentReSendError)
        return Reply{.status = status, .headers = m_reply->rawHeaderPairs(), .duration = duration()};
    // From here on the status decides, not error(). Only what should have been a whole answer needs a second look: an
    // answer that refuses is as good when its text is cut off.
    if (status < 400 && error != QNetworkReply::NoError) {
        if (error == QNetworkReply::UnknownContentError) // what it says is compressed is not
            return unreadableError(m_reply->errorString(), m_url);
        return truncatedError(m_url);
    }
    Reply reply{
        .status = status, .headers = m_reply->rawHeaderPairs(), .body = std::move(m_body), .duration = duration()};
    if (status < 400 && isCutOff(m_method, reply))
        return truncatedError(m_url);
    return reply;
}

void Exchange::end(const core::Result<Reply> &result)
{
    letGo();
    Q_EMIT finished(result); // last: the scheduler deletes us
}

void Exchange::letGo()
{
    m_deadline.stop();
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    reply->disconnect(this); // abort() emits finished() synchronously
    // An answer that refuses is an error to Qt, and abort() a second one, which it complains about; deleting aborts as
    // well.
    if (reply->isRunning() && reply->error() == QNetworkReply::NoError &&
        reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() < 400)
        reply->abort();
    reply->deleteLater();
    if (m_transport)
        m_transport->release(m_access);
}

} // namespace net
