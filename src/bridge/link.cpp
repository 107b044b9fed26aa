#include "bridge/link.h"

#include "core/redactor.h"
#include "dataverse/protection.h"

#include <QCoreApplication>

namespace bridge {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(bridge::Link)
};

// First guesses; Dataverse's own hint and its 429s decide from there (design.md section 4, "Limits").
constexpr int dataversePermits = 6;
constexpr int didomiPermits = 4; // didomi-api section 5: at most four in parallel
constexpr int entraPermits = 1;  // concurrent callers share one renewal anyway

Error missing(const QString &field, const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
}

core::Result<QUrl> authorityOf(const profile::Profile &profile, const profile::Instance &instance)
{
    if (!profile.options.authority.trimmed().isEmpty())
        return profile::normaliseAuthority(profile.options.authority);
    const QUrl byCloud = profile::defaultAuthority(instance.cloud);
    if (byCloud.isEmpty())
        return missing(u"options.authority"_s,
                       Texts::tr("Nothing says where to sign in for %1.").arg(instance.url.toString()),
                       Texts::tr("Enter the sign-in host (authority) in the options."));
    return byCloud;
}

core::Result<net::Route> routeOf(const profile::NetworkOptions &options, const Secrets &secrets)
{
    using Proxy = profile::NetworkOptions::Proxy;
    net::Route route;
    if (options.proxy == Proxy::None)
        route.proxy = net::Route::Proxy::None;
    if (options.proxy == Proxy::Manual) {
        route.proxy = net::Route::Proxy::Manual;
        route.host = options.proxyHost.trimmed();
        route.port = quint16(options.proxyPort);
        route.user = options.proxyUser;
        route.password = secrets.proxyPassword;
        if (route.host.isEmpty())
            return missing(u"network.proxy_host"_s, Texts::tr("The proxy’s host is missing."),
                           Texts::tr("Enter its host and port, or use the system’s proxy."));
        if (options.proxyPort < 1 || options.proxyPort > 65535)
            return missing(u"network.proxy_port"_s, Texts::tr("The proxy’s port must be between 1 and 65,535."),
                           Texts::tr("Enter its host and port, or use the system’s proxy."));
    }
    if (!options.authorityFile.trimmed().isEmpty()) {
        const auto authorities = net::readAuthorities(options.authorityFile.trimmed());
        if (!authorities)
            return authorities.error();
        route.authorities = *authorities;
    }
    return route;
}

} // namespace

/// What a link is made of, all of it checked.
struct Link::Parts {
    profile::Profile profile = {};
    profile::Instance instance = {};
    QUrl authority = {};
    QUrl didomiUrl = {};
    net::Route route = {};
    std::optional<entra::Certificate> certificate = {};
};

core::Result<std::unique_ptr<Link>> Link::make(net::Network &network, const profile::Profile &profile,
                                               const Secrets &secrets, core::Clock &clock,
                                               const net::RetryPolicy &retry)
{
    profile::Profile normal = profile;

    const auto clientId = profile::normaliseClientId(profile.integration.clientId);
    if (!clientId)
        return clientId.error();
    normal.integration.clientId = *clientId;

    const auto tenantId = profile::normaliseTenantId(profile.integration.tenantId);
    if (!tenantId)
        return tenantId.error();
    normal.integration.tenantId = *tenantId;

    const auto instance = profile::normaliseInstance(profile.integration.instance);
    if (!instance)
        return instance.error();

    const auto authority = authorityOf(profile, *instance);
    if (!authority)
        return authority.error();

    const auto didomiUrl = profile::normaliseDidomiUrl(profile.didomi.apiUrl);
    if (!didomiUrl)
        return didomiUrl.error();

    normal.didomi.organizationId = profile.didomi.organizationId.trimmed();
    if (normal.didomi.organizationId.isEmpty())
        return missing(u"didomi.organization_id"_s, Texts::tr("The Didomi organization id is missing."),
                       Texts::tr("Copy it from the address of the Didomi Console."));
    normal.didomi.keyId = profile.didomi.keyId.trimmed();
    if (normal.didomi.keyId.isEmpty())
        return missing(u"didomi.key_id"_s, Texts::tr("The id of the Didomi private API key is missing."),
                       Texts::tr("Create a key in the Didomi Console under Settings → Private API keys."));

    // Whatever happens from here on, these bytes stay out of every log.
    for (const core::Secret *secret : {&secrets.clientSecret, &secrets.nextClientSecret, &secrets.didomiSecret,
                                       &secrets.certificatePassphrase, &secrets.proxyPassword})
        core::redactor::remember(*secret);

    const auto route = routeOf(profile.network, secrets);
    if (!route)
        return route.error();

    Parts parts{
        .profile = normal, .instance = *instance, .authority = *authority, .didomiUrl = *didomiUrl, .route = *route};
    if (profile.credential.kind == profile::Credential::Kind::Certificate) {
        const auto certificate =
            entra::Certificate::load(profile.credential.certificateFile.trimmed(), secrets.certificatePassphrase);
        if (!certificate)
            return certificate.error();
        parts.certificate = *certificate;
    }
    return std::unique_ptr<Link>(new Link(network, parts, secrets, clock, retry));
}

Link::Link(net::Network &network, const Parts &parts, const Secrets &secrets, core::Clock &clock,
           const net::RetryPolicy &retry)
    : m_profile(parts.profile)
    , m_instance(parts.instance)
    , m_authority(parts.authority)
    , m_certificate(parts.certificate)
    , m_clock(clock)
    , m_entraService(
          network.service({.name = u"Entra ID"_s, .maxInFlight = entraPermits, .retry = retry, .route = parts.route}))
    , m_dataverseService(network.service({.name = u"Dataverse"_s,
                                          .maxInFlight = dataversePermits,
                                          .retry = retry,
                                          .route = parts.route,
                                          .budget = dataverse::protectionRule()}))
    , m_didomiService(
          network.service({.name = u"Didomi"_s, .maxInFlight = didomiPermits, .retry = retry, .route = parts.route}))
    , m_tokens(std::make_unique<entra::TokenSource>(*m_entraService,
                                                    entra::Credentials{.authority = m_authority,
                                                                       .tenant = m_profile.integration.tenantId,
                                                                       .clientId = m_profile.integration.clientId,
                                                                       .clientSecret = secrets.clientSecret,
                                                                       .certificate = m_certificate,
                                                                       .scope = m_instance.scope()},
                                                    clock))
    , m_dataverse(std::make_unique<dataverse::Client>(
          *m_dataverseService, *m_tokens, m_instance.apiUrl(m_profile.options.apiVersion), m_profile.options.tag))
    , m_didomi(std::make_unique<didomi::Client>(*m_didomiService,
                                                didomi::Credentials{.apiUrl = parts.didomiUrl,
                                                                    .keyId = m_profile.didomi.keyId,
                                                                    .secret = secrets.didomiSecret,
                                                                    .organizationId = m_profile.didomi.organizationId},
                                                clock))
{
}

Link::~Link() = default;

} // namespace bridge
