#include "sandbox/entra.h"

#include "sandbox/parameters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tokenSuffix = "/oauth2/v2.0/token"_L1;
constexpr auto configurationSuffix = "/v2.0/.well-known/openid-configuration"_L1;
constexpr auto discoveryPath = "/common/discovery/instance"_L1;
constexpr auto defaultScope = "/.default"_L1;
constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

httpd::Response answer(int status, const QJsonObject &body)
{
    return httpd::Response::json(status, compact(body),
                                 {{"Cache-Control", "no-store, no-cache"}, {"Pragma", "no-cache"}});
}

/// "http://localhost:8000/" and "http://127.0.0.1:8000" are the same place.
QString canonicalOrigin(const QString &address)
{
    const QUrl url(address);
    if (!url.path().isEmpty() && url.path() != u"/")
        return {};
    const QString host = url.host() == u"localhost" ? u"127.0.0.1"_s : url.host();
    return u"%1://%2:%3"_s.arg(url.scheme(), host, QString::number(url.port(url.scheme() == u"https" ? 443 : 80)));
}

QByteArray bearerChallenge(const httpd::Request &request, const QString &tenant)
{
    const QByteArray origin = request.origin();
    return "Bearer authorization_uri=" + origin + '/' + tenant.toUtf8() + "/oauth2/authorize, resource_id=" + origin +
           '/';
}

} // namespace

Entra::Entra(const Access &access, const TokenMint &mint, const core::Clock &clock, quint64 seed)
    : m_access(access), m_mint(mint), m_clock(clock), m_dice(seed ^ 0xe274aULL)
{
}

bool Entra::owns(const QByteArray &encodedPath)
{
    const QString path = QString::fromUtf8(encodedPath);
    return path == discoveryPath || path.endsWith(tokenSuffix) || path.endsWith(configurationSuffix);
}

httpd::Response Entra::handle(const httpd::Request &request, const Faults &faults)
{
    const QString path = QString::fromUtf8(request.path);
    if (path == discoveryPath)
        return answerInstanceDiscovery(request);
    const bool wantsToken = path.endsWith(tokenSuffix);
    const qsizetype suffix = (wantsToken ? tokenSuffix : configurationSuffix).size();
    const QString tenant =
        QUrl::fromPercentEncoding(path.sliced(1, qMax<qsizetype>(0, path.size() - suffix - 1)).toUtf8());
    if (auto refusal = refuseTenant(tenant, request, faults))
        return *refusal;
    return wantsToken ? answerTokenRequest(request, faults) : answerConfiguration(tenant, request);
}

std::optional<httpd::Response> Entra::refuseTenant(const QString &tenant, const httpd::Request &request,
                                                   const Faults &faults)
{
    static const QRegularExpression domain(u"^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$"_s);
    if (tenant == u"common" || tenant == u"organizations" || tenant == u"consumers") {
        if (QString::fromUtf8(request.path).endsWith(configurationSuffix))
            return {};
        return refuse(
            400, u"invalid_request", 9001023,
            u"The grant type is not supported over the /common or /consumers endpoints. Please use the tenant-specific endpoint."_s,
            request);
    }
    if (QUuid::fromString(tenant).isNull() && !domain.match(tenant).hasMatch()) {
        return refuse(
            400, u"invalid_request", 900023,
            u"Specified tenant identifier '%1' is neither a valid DNS name, nor a valid external domain."_s.arg(tenant),
            request);
    }
    const bool isKnown = tenant.compare(m_access.tenant, Qt::CaseInsensitive) == 0 ||
                         tenant.compare(tenantDomain, Qt::CaseInsensitive) == 0;
    if (!isKnown || faults.has("tenant"_L1, u"unknown")) {
        return refuse(
            400, u"invalid_request", 90002,
            u"Tenant '%1' not found. Check to make sure you have the correct tenant ID and are signing into the "
            u"correct cloud. "
            "Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant."_s
                .arg(tenant),
            request);
    }
    return {};
}

httpd::Response Entra::answerTokenRequest(const httpd::Request &request, const Faults &faults)
{
    if (request.method != "POST") {
        return refuse(
            400, u"invalid_request", 900561,
            u"The endpoint only accepts POST requests. Received a %1 request."_s.arg(QString::fromUtf8(request.method)),
            request);
    }
    const Parameters form = request.header("Content-Type").startsWith("application/x-www-form-urlencoded")
                                ? Parameters::parse(request.body)
                                : Parameters();
    const QString grant = form.value(u"grant_type"_s);
    if (grant.isEmpty())
        return missingField(u"grant_type", request);
    if (grant != u"client_credentials")
        return refuse(400, u"unsupported_grant_type", 70003,
                      u"The app requested an unsupported grant type '%1'."_s.arg(grant), request);

    QString id = form.value(u"client_id"_s);
    QString secret = form.value(u"client_secret"_s);
    if (const QByteArray authorization = request.header("Authorization");
        authorization.toLower().startsWith("basic ")) {
        const QByteArray pair = QByteArray::fromBase64(authorization.sliced(6).trimmed());
        const qsizetype colon = pair.indexOf(':');
        if (colon >= 0) { // both halves are form-encoded first, RFC 6749 section 2.3.1
            id = QUrl::fromPercentEncoding(pair.first(colon));
            secret = QUrl::fromPercentEncoding(pair.sliced(colon + 1));
        }
    }
    if (auto refusal = refuseClient(id, secret, form, request, faults))
        return *refusal;
    if (!form.contains(u"scope"_s))
        return missingField(u"scope", request);
    const QString scope = form.value(u"scope"_s);
    if (auto refusal = refuseScope(scope, request))
        return *refusal;
    const Application application = *m_access.application(id); // else it was refused
    const bool isByCertificate = secret.isEmpty();
    if (auto refusal = isByCertificate ? refuseAssertion(application, form, request, faults)
                                       : refuseSecret(application, secret, request, faults))
        return *refusal;
    if (faults.has("conditional-access"_L1, u"blocked")) {
        return refuse(
            400, u"access_denied", 53003,
            u"Access has been blocked by Conditional Access policies. The access policy does not allow token issuance."_s,
            request);
    }
    return issueToken(application, scope, isByCertificate, faults);
}

std::optional<httpd::Response> Entra::refuseClient(const QString &id, const QString &secret, const Parameters &form,
                                                   const httpd::Request &request, const Faults &faults)
{
    if (id.isEmpty())
        return missingField(u"client_id", request);
    if (!m_access.application(id) || faults.has("client"_L1, u"unknown")) {
        return refuse(400, u"unauthorized_client", 700016,
                      u"Application with identifier '%1' was not found in the directory '%2'. This can happen if the "
                      u"application has not been "
                      "installed by the administrator of the tenant or consented to by any user in the tenant. You may "
                      "have sent your "
                      "authentication request to the wrong tenant."_s.arg(id, m_access.tenant),
                      request);
    }
    if (faults.has("client"_L1, u"disabled"))
        return refuse(400, u"unauthorized_client", 7000112, u"Application '%1' is disabled."_s.arg(id), request);
    if (secret.isEmpty() && !form.contains(u"client_assertion"_s)) {
        return refuse(
            401, u"invalid_client", 7000218,
            u"The request body must contain the following parameter: 'client_assertion' or 'client_secret'."_s,
            request);
    }
    return {};
}

std::optional<httpd::Response> Entra::refuseSecret(const Application &application, const QString &secret,
                                                   const httpd::Request &request, const Faults &faults)
{
    const bool isFurther = application.clientId != m_access.clientId;
    if (faults.has("secret"_L1, u"expired")) {
        return refuse(401, u"invalid_client", 7000222,
                      u"The provided client secret keys for app '%1' are expired. Create new keys for your app, or "
                      u"consider using certificate "
                      "credentials for added security."_s.arg(application.clientId),
                      request);
    }
    if (secret.toUtf8() != application.clientSecret.reveal() || faults.has("secret"_L1, u"wrong") ||
        (isFurther && (faults.has("further-user"_L1, u"refused") || faults.has("further-user"_L1, u"revoked")))) {
        return refuse(401, u"invalid_client", 7000215,
                      u"Invalid client secret provided. Ensure the secret being sent in the request is the client "
                      u"secret value, not the client "
                      "secret ID, for a secret added to app '%1'."_s.arg(application.clientId),
                      request);
    }
    return {};
}

std::optional<httpd::Response> Entra::refuseAssertion(const Application &application, const Parameters &form,
                                                      const httpd::Request &request, const Faults &faults)
{
    const auto refused = [&](int code, const QString &text) {
        return refuse(401, u"invalid_client", code, text, request);
    };
    if (form.value(u"client_assertion_type"_s) != u"urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        return missingField(u"client_assertion_type", request);
    const QByteArray assertion = form.value(u"client_assertion"_s).toLatin1();
    const QList<QByteArray> segments = assertion.split('.');
    const auto object = [&segments](int at) {
        return QJsonDocument::fromJson(QByteArray::fromBase64(segments.value(at), base64Url)).object();
    };
    const QJsonObject header = object(0);
    const QJsonObject claims = object(1);
    if (segments.size() != 3 || header.isEmpty() || claims.isEmpty())
        return refused(50027, u"JWT token is invalid or malformed."_s);
    const auto thumbprint = [&header](QLatin1StringView name) {
        return QByteArray::fromBase64(header.value(name).toString().toLatin1(), base64Url);
    };
    const bool isOurs =
        m_certificate && !faults.has("certificate"_L1, u"not-uploaded") &&
        (thumbprint("x5t#S256"_L1) == m_certificate->sha256 || thumbprint("x5t"_L1) == m_certificate->sha1);
    if (!isOurs)
        return refused(700027, u"The certificate with identifier used to sign the client assertion is not registered "
                               u"on application. [Reason - The key was not found.]"_s);
    const QByteArray text = segments.at(0) + '.' + segments.at(1);
    if (!isSignedBy(*m_certificate, header.value("alg"_L1).toString(), text,
                    QByteArray::fromBase64(segments.at(2), base64Url)))
        return refused(50012, u"Authentication failed. [Reason - Signature verification failed.]"_s);
    constexpr qint64 tolerance = 300;
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    if (claims.value("exp"_L1).toInteger() + tolerance < now || claims.value("nbf"_L1).toInteger() - tolerance > now)
        return refused(700024, u"Client assertion is not within its valid time range."_s);
    const QString audience = QString::fromUtf8(request.origin() + request.path);
    const QUrl asked(claims.value("aud"_L1).toString());
    if (asked.path() != QUrl(audience).path() || !isResource(asked.adjusted(QUrl::RemovePath).toString()))
        return refused(700023, u"Client assertion audience claim does not match Realm issuer."_s);
    if (claims.value("iss"_L1).toString() != application.clientId || claims.value("sub"_L1) != claims.value("iss"_L1))
        return refused(700021, u"Client assertion application identifier doesn't match 'client_id' parameter."_s);
    const QString id = claims.value("jti"_L1).toString();
    if (id.isEmpty() || m_usedAssertions.contains(id))
        return refused(50012, u"Authentication failed. [Reason - The assertion has been used before.]"_s);
    m_usedAssertions << id;
    return {};
}

std::optional<httpd::Response> Entra::refuseScope(const QString &scope, const httpd::Request &request)
{
    const QStringList scopes = scope.split(u' ', Qt::SkipEmptyParts);
    if (scopes.size() != 1) {
        return refuse(400, u"invalid_scope", 70011,
                      u"The provided request must include a 'scope' input parameter. The provided value for the input "
                      u"parameter 'scope' is not "
                      "valid. The scope %1 is not valid."_s.arg(scope),
                      request);
    }
    if (!scope.endsWith(defaultScope) || scope.contains(u'%')) {
        return refuse(400, u"invalid_scope", 1002012,
                      u"The provided value for scope %1 is not valid. Client credential flows must have a scope value "
                      u"with /.default suffixed to "
                      "the resource identifier (application ID URI)."_s.arg(scope),
                      request);
    }
    const QString resource = scope.chopped(defaultScope.size());
    if (!isResource(resource)) {
        return refuse(400, u"invalid_resource", 500011,
                      u"The resource principal named %1 was not found in the tenant named %2. This can happen if the "
                      u"application has not been "
                      "installed by the administrator of the tenant or consented to by any user in the tenant. You "
                      "might have sent your "
                      "authentication request to the wrong tenant."_s.arg(resource, m_access.tenant),
                      request);
    }
    return {};
}

httpd::Response Entra::missingField(QStringView name, const httpd::Request &request)
{
    return refuse(400, u"invalid_request", 900144,
                  u"The request body must contain the following parameter: '%1'."_s.arg(name), request);
}

httpd::Response Entra::issueToken(const Application &application, const QString &scope, bool isByCertificate,
                                  const Faults &faults)
{
    // Lifetimes vary between 60 and 90 minutes: a client that takes 3600 for granted is found out.
    const int lifetime = faults.number("token-lifetime"_L1, Service::Entra).value_or(3600 + m_dice.below(1800));
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const QByteArray token = m_mint.issue({
        {u"aud"_s, faults.has("token-audience"_L1, u"wrong") ? u"https://another.crm4.dynamics.com"_s
                                                             : scope.chopped(defaultScope.size())},
        {u"iss"_s, u"https://sts.windows.net/%1/"_s.arg(m_access.tenant)},
        {u"iat"_s, now},
        {u"nbf"_s, now},
        {u"exp"_s, now + lifetime},
        {u"appid"_s, application.clientId},
        {u"appidacr"_s, isByCertificate ? u"2"_s : u"1"_s},
        {u"idtyp"_s, u"app"_s},
        {u"tid"_s, m_access.tenant},
        {u"uti"_s, m_dice.uuid().toString(QUuid::Id128)},
        {u"ver"_s, u"1.0"_s},
    });
    return answer(200, {{u"token_type"_s, u"Bearer"_s},
                        {u"expires_in"_s, lifetime},
                        {u"ext_expires_in"_s, lifetime},
                        {u"access_token"_s, QString::fromLatin1(token)}});
}

httpd::Response Entra::answerConfiguration(const QString &tenant, const httpd::Request &request)
{
    const QString authority = QString::fromUtf8(request.origin()) + u'/' + tenant;
    // A name more than an address, and always https: clients refuse any other.
    const QString issuer = u"https://%1/%2/v2.0"_s.arg(QString::fromUtf8(request.header("Host")), m_access.tenant);
    return answer(200, {{u"token_endpoint"_s, authority + tokenSuffix},
                        {u"token_endpoint_auth_methods_supported"_s,
                         QJsonArray{u"client_secret_post"_s, u"client_secret_basic"_s}},
                        {u"authorization_endpoint"_s, authority + u"/oauth2/v2.0/authorize"_s},
                        {u"end_session_endpoint"_s, authority + u"/oauth2/v2.0/logout"_s},
                        {u"jwks_uri"_s, authority + u"/discovery/v2.0/keys"_s},
                        {u"response_modes_supported"_s, QJsonArray{u"query"_s, u"form_post"_s}},
                        {u"response_types_supported"_s, QJsonArray{u"token"_s}},
                        {u"subject_types_supported"_s, QJsonArray{u"pairwise"_s}},
                        {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s}},
                        {u"scopes_supported"_s, QJsonArray{u"openid"_s}},
                        {u"issuer"_s, issuer},
                        {u"tenant_region_scope"_s, u"EU"_s},
                        {u"cloud_instance_name"_s, u"sandbox.example.org"_s},
                        {u"claims_supported"_s, QJsonArray{u"aud"_s, u"iss"_s, u"exp"_s, u"tid"_s}}});
}

httpd::Response Entra::answerInstanceDiscovery(const httpd::Request &request) const
{
    const QString host = QString::fromUtf8(request.header("Host"));
    const QString authority = QString::fromUtf8(request.origin()) + u'/' + m_access.tenant;
    return answer(200, {{u"tenant_discovery_endpoint"_s, authority + configurationSuffix},
                        {u"api-version"_s, u"1.1"_s},
                        {u"metadata"_s, QJsonArray{QJsonObject{{u"preferred_network"_s, host},
                                                               {u"preferred_cache"_s, host},
                                                               {u"aliases"_s, QJsonArray{host}}}}}});
}

std::optional<httpd::Response> Entra::challenge(const httpd::Request &request, const Faults &faults) const
{
    const TokenMint::Verdict verdict = m_mint.check(request.header("Authorization"), m_clock.now().toSecsSinceEpoch());
    const QString client = verdict.claims.value("appid"_L1).toString();
    const bool isForUs = m_access.application(client) && isResource(verdict.claims.value("aud"_L1).toString());
    const bool isRevoked = client != m_access.clientId && faults.has("further-user"_L1, u"revoked");
    if (verdict.state == TokenMint::Verdict::State::Good && isForUs && !isRevoked)
        return {};
    if (verdict.state == TokenMint::Verdict::State::Expired || (isForUs && isRevoked))
        return expiredChallenge(request);
    const QString tenant =
        faults.has("tenant"_L1, u"foreign") ? u"0ddba11e-0000-4000-8000-00000000f00d"_s : m_access.tenant;
    return httpd::Response::empty(401, {{"WWW-Authenticate", bearerChallenge(request, tenant)}});
}

httpd::Response Entra::expiredChallenge(const httpd::Request &request) const
{
    return httpd::Response::empty(
        401, {{"WWW-Authenticate", bearerChallenge(request, m_access.tenant) +
                                       ", error=invalid_token, error_description=The access token has expired"}});
}

QString Entra::applicationOf(const httpd::Request &request) const
{
    const TokenMint::Verdict verdict = m_mint.check(request.header("Authorization"), m_clock.now().toSecsSinceEpoch());
    return verdict.claims.value("appid"_L1).toString();
}

bool Entra::isResource(const QString &address) const
{
    const QString origin = canonicalOrigin(address);
    return std::any_of(m_resources.cbegin(), m_resources.cend(),
                       [&](const QString &one) { return canonicalOrigin(one) == origin; });
}

httpd::Response Entra::refuse(int status, QStringView error, int code, const QString &text,
                              const httpd::Request &request)
{
    const QString trace = m_dice.uuid().toString(QUuid::WithoutBraces);
    const QByteArray asked = request.header("client-request-id");
    const QString correlation =
        asked.isEmpty() ? m_dice.uuid().toString(QUuid::WithoutBraces) : QString::fromUtf8(asked);
    const QString time = m_clock.now().toString(u"yyyy-MM-dd HH:mm:ss'Z'"_s);
    httpd::Response response = answer(
        status,
        {
            {u"error"_s, error.toString()},
            {u"error_description"_s, u"AADSTS%1: %2\r\nTrace ID: %3\r\nCorrelation ID: %4\r\nTimestamp: %5"_s.arg(
                                         QString::number(code), text, trace, correlation, time)},
            {u"error_codes"_s, QJsonArray{code}},
            {u"timestamp"_s, time},
            {u"trace_id"_s, trace},
            {u"correlation_id"_s, correlation},
            {u"error_uri"_s, u"%1/error?code=%2"_s.arg(QString::fromUtf8(request.origin()), QString::number(code))},
        });
    response.headers.emplaceBack("x-ms-request-id", trace.toUtf8());
    return response;
}

} // namespace sandbox
