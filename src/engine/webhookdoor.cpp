#include "engine/webhookdoor.h"

#include "httpd/message.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QUrl>
#include <QUrlQuery>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::WebhookDoor)
};

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Compares digests, so that neither length nor content of what was sent changes the time it takes.
bool isEqual(const QByteArray &one, const QByteArray &other)
{
    const QByteArray first = QCryptographicHash::hash(one, QCryptographicHash::Sha256);
    const QByteArray second = QCryptographicHash::hash(other, QCryptographicHash::Sha256);
    unsigned char difference = 0;
    for (qsizetype index = 0; index < first.size(); ++index)
        difference = uchar(difference | (uchar(first.at(index)) ^ uchar(second.at(index))));
    return difference == 0;
}

/// What follows the scheme of an Authorization header, as in "Bearer …"; empty when it is another scheme.
QByteArray credentialsOf(const httpd::Request &request, QByteArrayView scheme)
{
    const QByteArray value = request.header("Authorization").trimmed();
    if (value.size() <= scheme.size() || value.at(scheme.size()) != ' ' ||
        value.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return value.sliced(scheme.size() + 1).trimmed();
}

httpd::Response answer(int status, const QJsonObject &body, httpd::Headers headers = {})
{
    headers.emplaceBack("Cache-Control", "no-store");
    return httpd::Response::json(status, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
}

httpd::Response refusal(int status, const QString &error)
{
    return answer(status, {{u"error"_s, error}});
}

QString decoded(const QByteArray &text)
{
    return QUrl::fromPercentEncoding(QByteArray(text).replace('+', ' '));
}

} // namespace

std::optional<Error> WebhookDoor::problemWith(const WebhookAccess &access)
{
    const auto invalid = [](const QString &message, const QString &fix, const QString &field) {
        return Error{.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
    };
    if (!access.bearer.isEmpty() && !access.clientId.isEmpty())
        return invalid(Texts::tr("The listener can check a bearer token or OAuth client credentials, not both."),
                       Texts::tr("Use what Didomi's webhook is configured with."), u"bearer"_s);
    if (access.clientId.isEmpty() != access.clientSecret.isEmpty())
        return invalid(Texts::tr("OAuth client credentials are a client id and a secret; one of them is missing."),
                       Texts::tr("Give both."), u"oauth_client"_s);
    const core::Secret &secret = access.clientId.isEmpty() ? access.bearer : access.clientSecret;
    if (!access.isOpen() && secret.reveal().size() < shortestSecret)
        return invalid(Texts::tr("The secret that senders of webhooks show is too short: anybody could guess it."),
                       Texts::tr("Use at least %1 random characters.").arg(int(shortestSecret)),
                       access.clientId.isEmpty() ? u"bearer"_s : u"oauth_secret"_s);
    return {};
}

WebhookDoor::WebhookDoor(WebhookAccess access, core::Clock &clock)
    : m_access(std::move(access))
    , m_clock(clock)
    , m_key(QCryptographicHash::hash("consent-bridge webhook token\n" + m_access.clientId.toUtf8() + '\n' +
                                         m_access.clientSecret.reveal(),
                                     QCryptographicHash::Sha256))
{
}

bool WebhookDoor::admits(const httpd::Request &request) const
{
    if (m_access.isOpen())
        return true;
    const QByteArray token = credentialsOf(request, "Bearer");
    return issuesTokens() ? isOurToken(token) : isEqual(token, m_access.bearer.reveal());
}

httpd::Response WebhookDoor::issue(const httpd::Request &request) const
{
    const QUrlQuery form(QString::fromUtf8(request.body));
    const auto field = [&form](const QString &name) {
        return decoded(form.queryItemValue(name, QUrl::FullyEncoded).toUtf8());
    };
    QString id = field(u"client_id"_s);
    QString secret = field(u"client_secret"_s);
    QString grant = field(u"grant_type"_s);
    if (request.body.trimmed().startsWith('{')) { // some senders write JSON here
        const QJsonObject object = QJsonDocument::fromJson(request.body).object();
        id = object.value(u"client_id"_s).toString();
        secret = object.value(u"client_secret"_s).toString();
        grant = object.value(u"grant_type"_s).toString();
    }
    const QByteArray basic = QByteArray::fromBase64(credentialsOf(request, "Basic"));
    if (const qsizetype colon = basic.indexOf(':'); colon > 0) {
        id = decoded(basic.first(colon));
        secret = decoded(basic.sliced(colon + 1));
    }
    if (grant.isEmpty())
        return refusal(400, u"invalid_request"_s);
    if (grant != "client_credentials"_L1)
        return refusal(400, u"unsupported_grant_type"_s);
    const bool isId = isEqual(id.toUtf8(), m_access.clientId.toUtf8());
    const bool isSecret = isEqual(secret.toUtf8(), m_access.clientSecret.reveal());
    if (!isId || !isSecret)
        return answer(401, {{u"error"_s, u"invalid_client"_s}}, {{"WWW-Authenticate", "Basic"}});
    return answer(200, {{u"access_token"_s, QString::fromLatin1(newToken())},
                        {u"token_type"_s, u"Bearer"_s},
                        {u"expires_in"_s, qint64(std::chrono::seconds(tokenLifetime).count())}});
}

QByteArray WebhookDoor::seal(const QByteArray &text) const
{
    return QMessageAuthenticationCode::hash(text, m_key, QCryptographicHash::Sha256).toBase64(base64);
}

QByteArray WebhookDoor::newToken() const
{
    quint32 random[4] = {};
    QRandomGenerator::system()->fillRange(random);
    const qint64 expires = m_clock.now().toSecsSinceEpoch() + std::chrono::seconds(tokenLifetime).count();
    const QByteArray text = QByteArray::number(expires) + '.' +
                            QByteArray(reinterpret_cast<const char *>(random), sizeof(random)).toBase64(base64);
    return text + '.' + seal(text);
}

bool WebhookDoor::isOurToken(const QByteArray &token) const
{
    const qsizetype dot = token.lastIndexOf('.');
    if (dot <= 0 || !isEqual(token.sliced(dot + 1), seal(token.first(dot))))
        return false;
    return token.first(token.indexOf('.')).toLongLong() > m_clock.now().toSecsSinceEpoch();
}

} // namespace engine
