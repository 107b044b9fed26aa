#include "sandbox/token.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(base64Url);
}

} // namespace

TokenMint::TokenMint() : m_key(32, Qt::Uninitialized)
{
    for (char &byte : m_key)
        byte = char(QRandomGenerator::system()->bounded(256));
}

QByteArray TokenMint::issue(const QJsonObject &claims) const
{
    const QByteArray text = encoded({{u"typ"_s, u"JWT"_s}, {u"alg"_s, u"HS256"_s}}) + '.' + encoded(claims);
    return text + '.' + signature(text);
}

TokenMint::Verdict TokenMint::check(const QByteArray &authorization, qint64 nowSeconds) const
{
    const qsizetype blank = authorization.indexOf(' ');
    if (blank < 0 || authorization.first(blank).toLower() != "bearer")
        return {};
    const QByteArray token = authorization.sliced(blank + 1).trimmed();
    const qsizetype dot = token.lastIndexOf('.');
    if (dot < 0 || token.sliced(dot + 1) != signature(token.first(dot)))
        return {.state = Verdict::State::Forged};
    const QByteArray payload = token.first(dot).split('.').value(1);
    const QJsonObject claims = QJsonDocument::fromJson(QByteArray::fromBase64(payload, base64Url)).object();
    const bool isAlive = claims.value("exp"_L1).toInteger() > nowSeconds;
    return {.state = isAlive ? Verdict::State::Good : Verdict::State::Expired, .claims = claims};
}

QByteArray TokenMint::signature(const QByteArray &text) const
{
    return QMessageAuthenticationCode::hash(text, m_key, QCryptographicHash::Sha256).toBase64(base64Url);
}

} // namespace sandbox
