#pragma once

#include "core/secret.h"
#include "net/network.h"

#include <optional>

namespace entra {

/// What a tenant's open-id configuration says.
struct Tenant {
    QString id; ///< GUID, also when it was asked for by domain; empty when the issuer does not hold one.
    QUrl tokenEndpoint;
    QString issuer;
    QString cloudHost; ///< "microsoftonline.com", where told (`cloud_instance_name`).
    QString region;    ///< `tenant_region_scope`: "EU", where told.
};

/// GET {authority}/{tenant}/v2.0/.well-known/openid-configuration, without any credential. A refusal is read as
/// readTokenError() does (AADSTS90002 for a tenant that does not exist). Kind::NotFound, without a code, when whoever
/// answers there knows no such address.
core::Job<Tenant> *readTenant(net::Service &service, const QUrl &authority, const QString &tenant, QObject *parent);

/// What can be read of an access token without trusting it: for explaining, never for deciding.
struct Claims {
    QString audience;
    QString tenantId;
    QString applicationId;
    QString credential;  ///< `appidacr`: "1" secret, "2" certificate.
    QDateTime notBefore; ///< UTC; invalid where absent.
    QDateTime expiresAt;
};

/// Nothing when the token is not a JWT.
std::optional<Claims> readClaims(const core::Secret &accessToken);

} // namespace entra
