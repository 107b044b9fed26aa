#include "didomi/sessionsource.h"

#include "core/redactor.h"
#include "didomi/errors.h"
#include "net/calljob.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace didomi {

using namespace Qt::StringLiterals;
using core::Result;
using core::Secret;

namespace {

constexpr qint64 usualLifetime = 3'600; ///< Seconds; when the token does not tell.
constexpr qint64 renewedBefore = 60;    ///< Seconds before it expires.

} // namespace

QDateTime expiryOfToken(const QByteArray &token)
{
    const QByteArrayList parts = token.split('.');
    if (parts.size() != 3)
        return {};
    const QByteArray claims =
        QByteArray::fromBase64(parts.at(1), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QJsonValue expiry = QJsonDocument::fromJson(claims)[u"exp"];
    return expiry.isDouble() ? QDateTime::fromSecsSinceEpoch(qint64(expiry.toDouble()), Qt::UTC) : QDateTime();
}

Client::SessionSource::SessionSource(net::Service &service, const Api &api, const Credentials &credentials,
                                     core::Clock &clock)
    : m_service(service), m_api(api), m_credentials(credentials), m_clock(clock)
{
    core::redactor::remember(m_credentials.secret);
}

template <typename T, typename Pick>
core::Job<T> *Client::SessionSource::waitForToken(Pick pick, QObject *parent)
{
    class WaitJob final : public core::Job<T>
    {
    public:
        explicit WaitJob(QObject *owner) : core::Job<T>(owner) {}
        using core::Job<T>::finish;
    };
    auto *job = new WaitJob(parent);
    const bool isFirst = m_waiters.isEmpty();
    m_waiters.append({job, [job, pick](const Result<Token> &token) {
                          job->finish(token ? Result<T>(pick(*token)) : Result<T>(token.error()));
                      }});
    if (isFirst)
        request();
    return job;
}

core::Job<Session> *Client::SessionSource::signIn(QObject *parent)
{
    return waitForToken<Session>([](const Token &token) { return Session{.expiresAt = token.expiresAt}; }, parent);
}

core::Job<Secret> *Client::SessionSource::authorization(const Secret &refused, QObject *parent)
{
    const bool isRefused = !refused.isEmpty() && refused == m_token.header;
    const bool isFresh = m_token.expiresAt.isValid() && m_clock.now().secsTo(m_token.expiresAt) > renewedBefore;
    if (isFresh && !isRefused)
        return new core::ReadyJob<Secret>(m_token.header, parent);
    return waitForToken<Secret>([](const Token &token) { return token.header; }, parent);
}

void Client::SessionSource::request()
{
    const QJsonObject body{{u"type"_s, u"api-key"_s},
                           {u"key"_s, m_credentials.keyId},
                           {u"secret"_s, QString::fromUtf8(m_credentials.secret.reveal())}};
    const net::Request request =
        m_api.post("/sessions", QJsonDocument(body).toJson(QJsonDocument::Compact), u"Sign in to Didomi"_s);
    auto *call = new net::CallJob<Token>(
        m_service, nullptr, request, [this](const net::Reply &reply) { return readToken(reply); }, this);
    call->whenDone(this, [this](const Result<Token> &token) {
        m_token = token.valueOr({});
        for (const Waiter &waiter : std::exchange(m_waiters, {})) {
            if (waiter.job)
                waiter.tell(token);
        }
    });
}

auto Client::SessionSource::readToken(const net::Reply &reply) const -> Result<Token>
{
    if (!reply.isSuccess())
        return readSessionError(reply);
    const QByteArray token = QJsonDocument::fromJson(reply.body)[u"access_token"].toString().toLatin1();
    if (token.isEmpty() || !net::isHeaderValue(token))
        return unreadableReply(reply);
    core::redactor::remember(Secret(token));

    // A token that is over by our clock is not: one of the clocks is wrong, and a 401 would tell.
    const QDateTime now = m_clock.now();
    const QDateTime told = expiryOfToken(token);
    return Token{.header = Secret("Bearer " + token), .expiresAt = told > now ? told : now.addSecs(usualLifetime)};
}

} // namespace didomi
