#include "engine/webhooklistener.h"

#include "core/loopback.h"
#include "engine/sourcebody.h"
#include "httpd/server.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::WebhookListener)
};

constexpr qsizetype mostInOneRequest = 1'000;

Error invalid(const QString &message, const QString &fix, const QString &field)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
}

Result<QByteArray> readPem(const QString &path, const QString &field)
{
    constexpr qint64 longest = 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = Error::Kind::Invalid,
                     .message = Texts::tr("The file %1 cannot be read.").arg(path),
                     .fix = Texts::tr("Name a PEM file that this user may read."),
                     .field = field,
                     .detail = file.errorString()};
    const QByteArray pem = file.read(longest);
    if (!pem.contains("-----BEGIN "))
        return invalid(Texts::tr("The file %1 is not a PEM file.").arg(path),
                       Texts::tr("Name a file that begins with “-----BEGIN …”."), field);
    return pem + '\n';
}

bool hasTls(const WebhookOptions &options)
{
    return !options.certificateFile.isEmpty() || !options.keyFile.isEmpty();
}

/// Nothing when it speaks plain HTTP.
Result<std::optional<httpd::Certificate>> certificateOf(const WebhookOptions &options)
{
    if (!hasTls(options))
        return std::optional<httpd::Certificate>();
    const auto certificate = readPem(options.certificateFile, u"tls_cert"_s);
    if (!certificate)
        return certificate.error();
    const auto key = readPem(options.keyFile, u"tls_key"_s);
    if (!key)
        return key.error();
    return std::optional(httpd::Certificate{.chainPem = *certificate, .keyPem = *key});
}

httpd::Response refusal(int status, const QString &why, const QString &field = {})
{
    QJsonObject body{{u"error"_s, why}};
    if (!field.isEmpty())
        body.insert(u"field"_s, field);
    return httpd::Response::json(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

} // namespace

/// Takes the requests, in the server's thread.
class WebhookListener::Desk
{
public:
    Desk(const WebhookOptions &options, core::Clock &clock, WebhookListener &owner)
        : m_options(options), m_clock(clock), m_door(options.access, clock), m_owner(owner)
    {
    }

    httpd::Response answer(const httpd::Request &request)
    {
        httpd::Response response = decide(request);
        if (response.status >= 400)
            ++m_refused;
        response.headers.emplaceBack("X-Content-Type-Options", "nosniff");
        return response;
    }

    Counts counts() const
    {
        return {.accepted = m_accepted, .known = m_known, .irrelevant = m_irrelevant, .refused = m_refused};
    }

    void closeInbox() { m_inbox.reset(); }

    std::atomic<bool> isTold = false; ///< arrived() is on its way already.

private:
    httpd::Response decide(const httpd::Request &request)
    {
        const bool isToken = m_door.issuesTokens() && request.path == tokenPath;
        if (!isToken && request.path != webhookPath)
            return refusal(404, u"There is nothing here."_s);
        if (request.method != "POST") {
            httpd::Response response = refusal(405, u"Only POST is answered here."_s);
            response.headers.emplaceBack("Allow", "POST");
            return response;
        }
        if (isToken)
            return m_door.issue(request);
        if (!m_door.admits(request)) {
            httpd::Response response = refusal(401, u"The token is missing, wrong or no longer valid."_s);
            response.headers.emplaceBack("WWW-Authenticate", "Bearer");
            return response;
        }
        // A web page can send requests to this computer, but neither with this type nor with this host.
        const QByteArray type = request.header("Content-Type").split(';').constFirst().trimmed().toLower();
        if (type != "application/json")
            return refusal(415, u"Send application/json."_s);
        const QUrl asked(u"http://"_s + QString::fromLatin1(request.header("Host")));
        if (m_options.access.isOpen() && !core::isLoopback(asked.host()))
            return refusal(400, u"This listener is for this computer only."_s);
        return take(request.body);
    }

    httpd::Response take(const QByteArray &body)
    {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
        if (problem.error != QJsonParseError::NoError)
            return refusal(400, u"The body is not valid JSON."_s);
        const QJsonArray list = document.isArray() ? document.array() : QJsonArray{document.object()};
        if (list.size() > mostInOneRequest)
            return refusal(413, u"Too many webhooks in one request."_s);

        QList<store::Arrival> arrivals;
        qint64 irrelevant = 0;
        for (const QJsonValue &one : list) {
            const auto read = readSourceBodies(one.toObject());
            if (!read)
                return refusal(400, read.error().message, read.error().field);
            irrelevant += read->irrelevant;
            for (const SourceBody &part : read->bodies)
                arrivals << arrivalOf(part, m_options.profileId, m_owner.word());
        }
        const auto added = keep(arrivals);
        if (!added) { // what went wrong is for the log here, not for the sender
            qWarning("a webhook was refused because it could not be queued: %s", qPrintable(added.error().toLine()));
            m_inbox.reset(); // perhaps a new connection works
            return refusal(503, u"It could not be queued; send it again later."_s);
        }
        m_accepted += added->added;
        m_known += added->known;
        m_irrelevant += irrelevant;
        if (added->added > 0 && !isTold.exchange(true))
            QMetaObject::invokeMethod(
                &m_owner,
                [this] {
                    isTold = false; // before it is looked at: what comes from now on tells again
                    Q_EMIT m_owner.arrived();
                },
                Qt::QueuedConnection);
        const QJsonObject told{
            {u"accepted"_s, added->added}, {u"known"_s, added->known}, {u"not_relevant"_s, irrelevant}};
        return httpd::Response::json(200, QJsonDocument(told).toJson(QJsonDocument::Compact));
    }

    Result<store::Inbox::Added> keep(const QList<store::Arrival> &arrivals)
    {
        if (!m_inbox) { // made here, since a connection belongs to one thread
            auto opened = store::Inbox::open(m_options.inboxPath, m_clock);
            if (!opened)
                return opened.error();
            m_inbox = std::move(*opened);
        }
        return m_inbox->add(arrivals);
    }

    const WebhookOptions &m_options;
    core::Clock &m_clock;
    const WebhookDoor m_door;
    WebhookListener &m_owner;
    std::unique_ptr<store::Inbox> m_inbox;
    std::atomic<qint64> m_accepted = 0;
    std::atomic<qint64> m_known = 0;
    std::atomic<qint64> m_irrelevant = 0;
    std::atomic<qint64> m_refused = 0;
};

WebhookListener::WebhookListener(WebhookOptions options, core::Clock &clock, QObject *parent)
    : LiveSource(parent), m_options(std::move(options)), m_clock(clock)
{
}

WebhookListener::~WebhookListener()
{
    stop();
}

Result<core::Nothing> WebhookListener::check(const WebhookOptions &options)
{
    if (const auto problem = WebhookDoor::problemWith(options.access))
        return *problem;
    if (!options.address.isLoopback() && !hasTls(options))
        return invalid(
            Texts::tr("The listener would be reachable from other computers without TLS, so that consents "
                      "and tokens could be read on the way."),
            Texts::tr("Name a certificate and a key, or listen on 127.0.0.1 behind a relay that speaks TLS."),
            u"tls_cert"_s);
    if (!options.address.isLoopback() && options.access.isOpen())
        return invalid(Texts::tr("The listener would take consents from anybody who reaches it."),
                       Texts::tr("Have it check a bearer token or OAuth client credentials."), u"bearer"_s);
    if (const auto certificate = certificateOf(options); !certificate)
        return certificate.error();
    return core::Nothing{};
}

Result<core::Nothing> WebhookListener::start()
{
    if (m_server)
        return core::Nothing{};
    if (const auto checked = check(m_options); !checked)
        return checked;
    const auto certificate = certificateOf(m_options);
    if (!certificate)
        return certificate.error();
    httpd::ServerOptions options{.address = m_options.address,
                                 .port = m_options.port,
                                 .maxBodyBytes = m_options.maxBodyBytes,
                                 .idleTimeout = m_options.idleTimeout,
                                 .requestTimeout = m_options.requestTimeout,
                                 .refusesInJson = true};
    options.certificate = *certificate;
    // Nothing is promised to anybody before it is known that promises can be kept.
    if (const auto inbox = store::Inbox::open(m_options.inboxPath, m_clock); !inbox)
        return inbox.error();
    if (!m_desk)
        m_desk = std::make_unique<Desk>(m_options, m_clock, *this);
    auto server = httpd::Server::listen(
        options, [desk = m_desk.get()](const httpd::Request &request) { return desk->answer(request); });
    if (!server)
        return server.error();
    m_server = std::move(*server);
    return core::Nothing{};
}

void WebhookListener::stop()
{
    m_server.reset(); // its thread uses the desk, which stays: a call of it may be queued
    if (m_desk)
        m_desk->closeInbox(); // the next start has another thread
}

quint16 WebhookListener::port() const
{
    return m_server ? m_server->port() : 0;
}

QUrl WebhookListener::url() const
{
    QUrl url;
    url.setScheme(m_options.certificateFile.isEmpty() ? u"http"_s : u"https"_s);
    url.setHost(m_options.address.toString());
    url.setPort(port());
    url.setPath(QString::fromLatin1(webhookPath));
    return url;
}

WebhookListener::Counts WebhookListener::counts() const
{
    return m_desk ? m_desk->counts() : Counts{};
}

} // namespace engine
