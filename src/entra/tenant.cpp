#include "entra/tenant.h"

#include "entra/tokensource.h"
#include "net/calljob.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUuid>

namespace entra {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

/// The tenant's GUID in an issuer: "https://login.microsoftonline.com/<guid>/v2.0".
QString guidIn(const QString &issuer)
{
    static const QRegularExpression guid(
        u"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"_s);
    return guid.match(issuer).captured().toLower();
}

Result<Tenant> readConfiguration(const net::Reply &reply)
{
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    const bool isEntrasRefusal = !body.value("error"_L1).toString().isEmpty();
    if ((reply.status == 404 || reply.status == 405 || reply.status == 501) && !isEntrasRefusal)
        return Error{.kind = Error::Kind::NotFound,
                     .message = QCoreApplication::translate("entra::Tenant",
                                                            "The sign-in host does not tell about its tenants."),
                     .httpStatus = reply.status};
    if (!reply.isSuccess())
        return readTokenError(reply);
    Tenant tenant{.tokenEndpoint = QUrl(body.value("token_endpoint"_L1).toString()),
                  .issuer = body.value("issuer"_L1).toString(),
                  .cloudHost = body.value("cloud_instance_name"_L1).toString(),
                  .region = body.value("tenant_region_scope"_L1).toString()};
    tenant.id = guidIn(tenant.issuer);
    if (!tenant.tokenEndpoint.isValid() || tenant.tokenEndpoint.isEmpty() || tenant.issuer.isEmpty())
        return Error{.kind = Error::Kind::BadReply,
                     .message = QCoreApplication::translate(
                         "entra::Tenant", "What the sign-in host tells about the tenant is not what Entra ID tells."),
                     .fix = QCoreApplication::translate(
                         "entra::Tenant", "Check the sign-in host. A proxy or a sign-in page of the network may also "
                                          "have answered in its place."),
                     .field = u"options.authority"_s,
                     .httpStatus = reply.status};
    return tenant;
}

} // namespace

core::Job<Tenant> *readTenant(net::Service &service, const QUrl &authority, const QString &tenant, QObject *parent)
{
    QUrl url = authority;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(tenant)) +
                    "/v2.0/.well-known/openid-configuration"_L1,
                QUrl::StrictMode);
    url.setQuery(QString());
    url.setFragment(QString());
    const net::Request request{
        .url = url, .headers = {{"Accept", "application/json"}}, .purpose = u"Open-id configuration"_s};
    return new net::CallJob<Tenant>(service, nullptr, request, readConfiguration, parent);
}

std::optional<Claims> readClaims(const core::Secret &accessToken)
{
    const QList<QByteArray> segments = accessToken.reveal().split('.');
    if (segments.size() != 3)
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(segments.at(1), QByteArray::Base64UrlEncoding |
                                                                            QByteArray::AbortOnBase64DecodingErrors);
    const QJsonDocument document = QJsonDocument::fromJson(decoded.decoded);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok || !document.isObject())
        return {};
    const auto time = [&document](QLatin1StringView name) {
        const QJsonValue value = document[name];
        return value.isDouble() ? QDateTime::fromSecsSinceEpoch(value.toInteger(), Qt::UTC) : QDateTime();
    };
    return Claims{.audience = document["aud"_L1].toString(),
                  .tenantId = document["tid"_L1].toString(),
                  .applicationId = document["appid"_L1].toString(document["azp"_L1].toString()),
                  .credential = document["appidacr"_L1].toString(document["azpacr"_L1].toString()),
                  .notBefore = time("nbf"_L1),
                  .expiresAt = time("exp"_L1)};
}

} // namespace entra
