// Over libmicrohttpd. Tried beside it: Qt HTTP Server (no limit on bodies), cpp-httplib (takes a body of two lengths,
// holds a thread for each late answer) and Boost.Beast (as strict, but connections, time-outs and TLS would be left to
// us).
#include "httpd/server.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <microhttpd.h>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#ifdef Q_OS_WIN
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace httpd {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr size_t headLimit = 64 * 1024; // request line and headers; the longest Dataverse URL is half of it

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(httpd::Server)
};

/// One request on its way through the library's callbacks.
struct Exchange {
    Request request = {};
    qint64 received = 0;
    bool isAccepted = false; ///< The head has been looked at.
    bool isTooBig = false;
    std::optional<Response> answer = {};
};

/// The body of an answer that breaks off in the middle.
struct HalfBody {
    QByteArray bytes;

    static ssize_t read(void *self, uint64_t position, char *buffer, size_t room)
    {
        const QByteArray &bytes = static_cast<HalfBody *>(self)->bytes;
        const auto half = uint64_t(bytes.size() / 2);
        if (position >= half)
            return MHD_CONTENT_READER_END_WITH_ERROR;
        const size_t count = std::min(room, size_t(half - position));
        std::memcpy(buffer, bytes.constData() + position, count);
        return ssize_t(count);
    }

    static void release(void *self) { delete static_cast<HalfBody *>(self); }
};

MHD_Result appendHeader(void *headers, MHD_ValueKind, const char *name, size_t nameSize, const char *value,
                        size_t valueSize)
{
    static_cast<Headers *>(headers)->emplaceBack(QByteArray(name, qsizetype(nameSize)),
                                                 QByteArray(value, qsizetype(valueSize)));
    return MHD_YES;
}

size_t leaveEscaped(void *, MHD_Connection *, char *text)
{
    return std::strlen(text);
}

/// Splits "/path?query", and the absolute form "http://host/path?query" that proxies use.
void readTarget(QByteArray target, Request &request)
{
    for (const char *scheme : {"http://", "https://"}) {
        if (target.startsWith(scheme)) {
            const qsizetype slash = target.indexOf('/', qsizetype(std::strlen(scheme)));
            target = slash < 0 ? QByteArray("/") : target.sliced(slash);
        }
    }
    const qsizetype question = target.indexOf('?');
    request.path = question < 0 ? target : target.first(question);
    request.query = question < 0 ? QByteArray() : target.sliced(question + 1);
}

qsizetype count(const Headers &headers, QByteArrayView name)
{
    return std::count_if(headers.cbegin(), headers.cend(),
                         [&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

/// Heads on which this server and a proxy in front of it could disagree where the request ends.
bool isAmbiguous(const Headers &headers)
{
    const qsizetype lengths = count(headers, "Content-Length");
    const qsizetype encodings = count(headers, "Transfer-Encoding");
    return lengths + encodings > 1 || count(headers, "Host") > 1;
}

Response refusal(int status, const QByteArray &text, bool isJson)
{
    if (isJson)
        return Response::json(status, "{\"error\":\"" + text + "\"}"); // our own words: nothing to escape
    return {.status = status, .headers = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = text + '\n'};
}

int socketOf(MHD_Connection *connection)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? int(info->connect_fd) : -1;
}

template <typename Value>
void setOption(int socket, int level, int name, const Value &value)
{
    ::setsockopt(socket, level, name, reinterpret_cast<const char *>(&value), sizeof(value));
}

// Without it a body of several segments stalls 40 ms on loopback: the client waits for our acknowledgement (Nagle).
void acknowledgeAtOnce([[maybe_unused]] MHD_Connection *connection)
{
#ifdef TCP_QUICKACK
    setOption(socketOf(connection), IPPROTO_TCP, TCP_QUICKACK, 1);
#endif
}

class MicrohttpdServer final : public Server
{
public:
    MicrohttpdServer(const ServerOptions &options, Handler handler) : m_options(options), m_handler(std::move(handler))
    {
    }

    ~MicrohttpdServer() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
        }
        m_wakeUp.notify_all();
        if (m_watch.joinable())
            m_watch.join(); // has woken up every sleeping answer: the library must not be stopped with one
        if (m_daemon)
            MHD_stop_daemon(m_daemon);
    }

    core::Result<core::Nothing> start();

    quint16 port() const override { return m_port; }

private:
    using Deadlines = std::unordered_map<MHD_Connection *, Clock::time_point>;

    static void *onTarget(void *, const char *target, MHD_Connection *)
    {
        auto exchange = std::make_unique<Exchange>();
        readTarget(target, exchange->request);
        return exchange.release();
    }

    static MHD_Result onRequest(void *self, MHD_Connection *connection, const char *, const char *method, const char *,
                                const char *data, size_t *size, void **exchange)
    {
        return static_cast<MicrohttpdServer *>(self)->advance(connection, method, data, size,
                                                              static_cast<Exchange *>(*exchange));
    }

    static void onCompleted(void *self, MHD_Connection *connection, void **exchange, MHD_RequestTerminationCode)
    {
        delete static_cast<Exchange *>(*exchange);
        *exchange = nullptr;
        auto *server = static_cast<MicrohttpdServer *>(self);
        server->expectRequestWithin(connection, server->m_options.idleTimeout + server->m_options.requestTimeout);
    }

    static void onConnection(void *self, MHD_Connection *connection, void **, MHD_ConnectionNotificationCode code)
    {
        auto *server = static_cast<MicrohttpdServer *>(self);
        if (code == MHD_CONNECTION_NOTIFY_STARTED) {
            setOption(socketOf(connection), IPPROTO_TCP, TCP_NODELAY, 1);
            server->expectRequestWithin(connection, server->m_options.requestTimeout);
        } else {
            server->forgetDeadline(connection);
        }
    }

    MHD_Result advance(MHD_Connection *connection, const char *method, const char *data, size_t *size,
                       Exchange *exchange);
    MHD_Result acceptHead(MHD_Connection *connection, const char *method, Exchange *exchange);
    MHD_Result takeBody(const char *data, size_t *size, Exchange *exchange);
    Response handle(const Request &request) const;
    Response refuse(int status, const QByteArray &text) const { return refusal(status, text, m_options.refusesInJson); }
    MHD_Result send(MHD_Connection *connection, const Response &answer) const;

    bool sleepUntil(MHD_Connection *connection, Clock::time_point when);
    void expectRequestWithin(MHD_Connection *connection, std::chrono::seconds time);
    void forgetDeadline(MHD_Connection *connection);
    void watch();

    ServerOptions m_options;
    Handler m_handler;
    MHD_Daemon *m_daemon = nullptr;
    quint16 m_port = 0;

    std::mutex m_mutex; ///< Guards what follows.
    std::condition_variable m_wakeUp;
    bool m_isStopping = false;
    Deadlines m_sleeping;   ///< Answers that wait for their delay to pass.
    Deadlines m_incomplete; ///< Connections that owe us a request.
    std::thread m_watch;
};

core::Result<core::Nothing> MicrohttpdServer::start()
{
    sockaddr_storage address{};
    // The date is ours: a handler may tell another one.
    unsigned flags = MHD_USE_AUTO_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_SUPPRESS_DATE_NO_CLOCK;
    if (m_options.address.protocol() == QAbstractSocket::IPv6Protocol) {
        auto *v6 = reinterpret_cast<sockaddr_in6 *>(&address);
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(m_options.port);
        const Q_IPV6ADDR bytes = m_options.address.toIPv6Address();
        std::memcpy(&v6->sin6_addr, &bytes, sizeof(bytes));
        flags |= MHD_USE_IPv6;
    } else {
        auto *v4 = reinterpret_cast<sockaddr_in *>(&address);
        v4->sin_family = AF_INET;
        v4->sin_port = htons(m_options.port);
        v4->sin_addr.s_addr = htonl(m_options.address.toIPv4Address());
    }

    std::vector<MHD_OptionItem> extra;
    if (m_options.certificate) {
        flags |= MHD_USE_TLS;
        extra.push_back({MHD_OPTION_HTTPS_MEM_CERT, 0, m_options.certificate->chainPem.data()});
        extra.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, m_options.certificate->keyPem.data()});
    }
    extra.push_back({MHD_OPTION_END, 0, nullptr});

    errno = 0;
    m_daemon = MHD_start_daemon(
        flags, m_options.port, nullptr, nullptr, &MicrohttpdServer::onRequest, this, MHD_OPTION_SOCK_ADDR,
        reinterpret_cast<sockaddr *>(&address), MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_UNESCAPE_CALLBACK,
        &leaveEscaped, nullptr, MHD_OPTION_URI_LOG_CALLBACK, &MicrohttpdServer::onTarget, this,
        MHD_OPTION_NOTIFY_COMPLETED, &MicrohttpdServer::onCompleted, this, MHD_OPTION_NOTIFY_CONNECTION,
        &MicrohttpdServer::onConnection, this, MHD_OPTION_CONNECTION_TIMEOUT, unsigned(m_options.idleTimeout.count()),
        MHD_OPTION_CONNECTION_LIMIT, unsigned(m_options.maxConnections), MHD_OPTION_CONNECTION_MEMORY_LIMIT, headLimit,
        MHD_OPTION_ARRAY, extra.data(), MHD_OPTION_END);
    if (!m_daemon) {
        const QString where = u"%1:%2"_s.arg(m_options.address.toString()).arg(m_options.port);
        return core::Error{
            .kind = core::Error::Kind::Network,
            .message = Texts::tr("No server could be started at %1.").arg(where),
            .fix = errno == EADDRINUSE
                       ? Texts::tr("Another program uses port %1: choose another one, or 0 for any free one.")
                             .arg(m_options.port)
                       : Texts::tr("Check the address, the port and the certificate."),
            .field = u"port"_s,
            .detail = errno ? QString::fromLocal8Bit(std::strerror(errno)) : QString()};
    }
    if (const MHD_DaemonInfo *info = MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_BIND_PORT))
        m_port = info->port;
    m_watch = std::thread([this] { watch(); });
    return core::Nothing{};
}

MHD_Result MicrohttpdServer::advance(MHD_Connection *connection, const char *method, const char *data, size_t *size,
                                     Exchange *exchange)
{
    acknowledgeAtOnce(connection);
    if (!exchange->isAccepted)
        return acceptHead(connection, method, exchange);
    if (*size > 0)
        return takeBody(data, size, exchange);

    if (!exchange->answer) {
        forgetDeadline(connection);
        exchange->answer = exchange->isTooBig ? refuse(413, "The body is too large.") : handle(exchange->request);
        if (exchange->answer->delay.count() > 0 && sleepUntil(connection, Clock::now() + exchange->answer->delay))
            return MHD_YES; // called again when the time has come
    }
    return send(connection, *exchange->answer);
}

MHD_Result MicrohttpdServer::acceptHead(MHD_Connection *connection, const char *method, Exchange *exchange)
{
    exchange->isAccepted = true;
    Request &request = exchange->request;
    request.method = method;
    request.isTls = m_options.certificate.has_value();
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, &appendHeader, &request.headers);

    if (isAmbiguous(request.headers))
        return send(connection, refuse(400, "The length of the body is ambiguous."));
    if (count(request.headers, "Transfer-Encoding") && request.header("Transfer-Encoding").toLower() != "chunked")
        return send(connection, refuse(501, "Only the chunked transfer encoding is known."));
    const qint64 announced = request.header("Content-Length").toLongLong();
    exchange->isTooBig = announced > m_options.maxBodyBytes;
    // A little too much is read and dropped, since a client that still writes may miss an early answer.
    if (announced / 2 > m_options.maxBodyBytes || (exchange->isTooBig && !request.header("Expect").isEmpty()))
        return send(connection, refuse(413, "The body is too large."));
    return MHD_YES;
}

MHD_Result MicrohttpdServer::takeBody(const char *data, size_t *size, Exchange *exchange)
{
    exchange->received += qint64(*size);
    if (exchange->received > m_options.maxBodyBytes) {
        exchange->isTooBig = true;
        exchange->request.body = QByteArray();
    }
    if (exchange->received / 2 > m_options.maxBodyBytes)
        return MHD_NO; // a chunked body without end
    if (!exchange->isTooBig)
        exchange->request.body.append(data, qsizetype(*size));
    *size = 0;
    return MHD_YES;
}

Response MicrohttpdServer::handle(const Request &request) const
{
    try {
        return m_handler(request);
    } catch (const std::exception &) { // must not unwind through the library, which is C
        return refuse(500, "Internal error.");
    }
}

MHD_Result MicrohttpdServer::send(MHD_Connection *connection, const Response &answer) const
{
    const bool isReset = answer.wire == Response::Wire::Reset;
    const bool isTruncated = answer.wire == Response::Wire::Truncate;
    if (isReset || (isTruncated && answer.body.isEmpty())) {
        setOption(socketOf(connection), SOL_SOCKET, SO_LINGER, linger{.l_onoff = 1, .l_linger = 0});
        return MHD_NO;
    }
    MHD_Response *response =
        isTruncated
            ? MHD_create_response_from_callback(uint64_t(answer.body.size()), 16 * 1024, &HalfBody::read,
                                                new HalfBody{answer.body}, &HalfBody::release)
            : MHD_create_response_from_buffer(size_t(answer.body.size()), const_cast<char *>(answer.body.constData()),
                                              MHD_RESPMEM_MUST_COPY);
    if (!response)
        return MHD_NO;
    bool isSound = true;
    for (const auto &[name, value] : answer.headers)
        isSound = MHD_add_response_header(response, name.constData(), value.constData()) == MHD_YES && isSound;
    if (!count(answer.headers, "Date")) {
        const QByteArray date = httpDate(QDateTime::currentDateTimeUtc());
        isSound = MHD_add_response_header(response, "Date", date.constData()) == MHD_YES && isSound;
    }
    const MHD_Result queued = isSound ? MHD_queue_response(connection, unsigned(answer.status), response) : MHD_NO;
    MHD_destroy_response(response);
    return queued;
}

bool MicrohttpdServer::sleepUntil(MHD_Connection *connection, Clock::time_point when)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping)
            return false;
        MHD_suspend_connection(connection);
        m_sleeping.insert_or_assign(connection, when);
    }
    m_wakeUp.notify_all();
    return true;
}

void MicrohttpdServer::expectRequestWithin(MHD_Connection *connection, std::chrono::seconds time)
{
    {
        const std::lock_guard lock(m_mutex);
        m_incomplete.insert_or_assign(connection, Clock::now() + time);
        if (m_incomplete.size() > 1)
            return; // watch() is awake
    }
    m_wakeUp.notify_all();
}

void MicrohttpdServer::forgetDeadline(MHD_Connection *connection)
{
    const std::lock_guard lock(m_mutex);
    m_incomplete.erase(connection);
}

/// Wakes up delayed answers, and cuts off the connections whose request takes too long.
void MicrohttpdServer::watch()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        const Clock::time_point now = Clock::now();
        Clock::time_point next = now + std::chrono::seconds(1); // the deadlines of requests need no better
        for (auto one = m_sleeping.begin(); one != m_sleeping.end();) {
            if (m_isStopping || one->second <= now) {
                MHD_resume_connection(one->first);
                one = m_sleeping.erase(one);
            } else {
                next = std::min(next, one->second);
                ++one;
            }
        }
        for (auto one = m_incomplete.begin(); one != m_incomplete.end();) {
            if (one->second <= now) {
#ifdef Q_OS_WIN
                ::shutdown(SOCKET(socketOf(one->first)), SD_BOTH);
#else
                ::shutdown(socketOf(one->first),
                           SHUT_RDWR); // still open: onConnection() takes it out before it is closed
#endif
                one = m_incomplete.erase(one);
            } else {
                ++one;
            }
        }
        if (m_isStopping)
            return;
        if (m_sleeping.empty() && m_incomplete.empty())
            m_wakeUp.wait(lock); // nobody is connected: no need to tick
        else
            m_wakeUp.wait_until(lock, next);
    }
}

} // namespace

core::Result<std::unique_ptr<Server>> Server::listen(const ServerOptions &options, Handler handler)
{
    auto server = std::make_unique<MicrohttpdServer>(options, std::move(handler));
    if (const auto started = server->start(); !started)
        return started.error();
    return std::unique_ptr<Server>(std::move(server));
}

} // namespace httpd
