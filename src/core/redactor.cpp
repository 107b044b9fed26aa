#include "core/redactor.h"

#include "core/secret.h"

#include <QMutex>
#include <QRegularExpression>
#include <QSet>

namespace core::redactor {

using namespace Qt::StringLiterals;

namespace {

constexpr auto mask = "[removed]"_L1;
constexpr int shortestSecret = 6;

struct Memory {
    QMutex mutex;
    QSet<QString> secrets; ///< In each form in which a secret may travel.
};

Memory &memory()
{
    static Memory instance;
    return instance;
}

QString withoutRememberedSecrets(QString text)
{
    Memory &known = memory();
    const QMutexLocker lock(&known.mutex);
    for (const QString &secret : std::as_const(known.secrets))
        text.replace(secret, mask);
    return text;
}

/// name=value in forms and queries, "name":"value" in JSON.
const QRegularExpression &secretMembers()
{
    static const QRegularExpression expression(
        uR"re(("?)\b(client_secret|client_assertion|access_token|refresh_token|id_token|password|secret|api_key|private_api_key)\1(\s*[:=]\s*)("(?:[^"\\]|\\.)*"|[^\s&,;"}]+))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

const QRegularExpression &bearerTokens()
{
    static const QRegularExpression expression(uR"re(\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,})re"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return expression;
}

const QRegularExpression &webTokens()
{
    static const QRegularExpression expression(uR"re(\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)?)re"_s);
    return expression;
}

const QRegularExpression &mailAddresses()
{
    static const QRegularExpression expression(
        uR"re(([A-Za-z0-9])[A-Za-z0-9._%+'-]*(@|%40)([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*))re"_s);
    return expression;
}

} // namespace

void remember(const Secret &secret)
{
    if (secret.reveal().size() < shortestSecret)
        return;
    const QString plain = QString::fromUtf8(secret.reveal());
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(plain));
    QString escaped = plain;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);

    Memory &known = memory();
    const QMutexLocker lock(&known.mutex);
    known.secrets << plain << encoded << escaped << encoded.toLower();
}

QString redacted(const QString &text)
{
    QString result = withoutRememberedSecrets(text);
    result.replace(secretMembers(), u"\\1\\2\\1\\3\"%1\""_s.arg(mask));
    result.replace(bearerTokens(), u"\\1 %1"_s.arg(mask));
    result.replace(webTokens(), mask);
    result.replace(mailAddresses(), u"\\1…\\2\\3"_s);
    return result;
}

QByteArray redactedHeader(const QByteArray &name, const QByteArray &value)
{
    static const QSet<QByteArray> secretHeaders{"authorization", "proxy-authorization", "cookie", "set-cookie"};
    if (secretHeaders.contains(name.toLower()))
        return QByteArray(mask.data(), mask.size());
    return redacted(QString::fromUtf8(value)).toUtf8();
}

QString redactedUrl(const QUrl &url)
{
    // Literals of OData keys and filters, and Didomi's identities, are personal whatever they look like.
    static const QRegularExpression literals(
        uR"re(((?:=|%3D|eq%20|eq\+|eq )(?:'|%27))(?:[^'&%]|%(?!27)..|%27%27|'')*('|%27))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression identities(uR"re(\b((?:organization_)?user_id=)[^&]*)re"_s);
    static const QRegularExpression didomiUser(uR"re((/consents/users/)[^/?]+)re"_s);
    QString text = QString::fromUtf8(url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment));
    text.replace(literals, u"\\1…\\2"_s);
    text.replace(identities, u"\\1…"_s);
    text.replace(didomiUser, u"\\1…"_s);
    return redacted(text);
}

QString maskedId(const QString &id)
{
    const qsizetype at = id.indexOf(u'@');
    if (at > 0)
        return id.left(1) + u'…' + id.mid(at);
    return id.size() <= 2 ? u"…"_s : id.left(2) + u'…';
}

} // namespace core::redactor
