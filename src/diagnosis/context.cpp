#include "diagnosis/context.h"

#include "bridge/furtherlinks.h"
#include "net/retrypolicy.h"

namespace diagnosis {

using namespace Qt::StringLiterals;

namespace {

/// A test tells at once what it sees; waiting and trying again are for work.
constexpr net::RetryPolicy atOnce{.maxTries = 1, .maxThrottles = 0};

constexpr auto unused = "00000000-0000-4000-8000-000000000001"_L1;

/// A link is made of both ends. When one of them is not in order, the other is tested with something in its place that
/// is never asked: the steps of that end are not reached.
profile::Profile withoutDynamics(profile::Profile profile)
{
    profile.integration.clientId = unused;
    profile.integration.tenantId = unused;
    profile.integration.instance = u"https://unused.crm.dynamics.com"_s;
    profile.options.authority.clear();
    profile.credential = {};
    return profile;
}

profile::Profile withoutDidomi(profile::Profile profile)
{
    profile.didomi = {.organizationId = u"unused"_s, .keyId = u"unused"_s};
    return profile;
}

QUrl originOfUrl(const QUrl &url)
{
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

} // namespace

Context::Context(net::Network &network, const TestRequest &request, core::Clock &clock)
    : m_network(network), m_clock(clock), m_request(request)
{
}

Context::~Context() = default;

core::Result<core::Nothing> Context::openDynamics()
{
    auto link = bridge::Link::make(m_network, withoutDidomi(profile()), m_request.secrets, m_clock, atOnce);
    if (!link)
        return link.error();
    m_dynamics = std::move(*link);
    m_inspector =
        std::make_unique<dataverse::Inspector>(m_dynamics->dataverseService(), m_dynamics->tokens(),
                                               m_dynamics->instance().apiUrl(m_dynamics->profile().options.apiVersion));
    return core::Nothing{};
}

core::Result<core::Nothing> Context::openDidomi()
{
    auto link = bridge::Link::make(m_network, withoutDynamics(profile()), m_request.secrets, m_clock, atOnce);
    if (!link)
        return link.error();
    m_didomi = std::move(*link);
    return core::Nothing{};
}

QUrl Context::originOf(Host host) const
{
    switch (host) {
    case Host::Login:
        return m_dynamics ? originOfUrl(m_dynamics->authority()) : QUrl();
    case Host::Instance:
        return m_dynamics ? m_dynamics->instance().url : QUrl();
    case Host::Didomi:
        break;
    }
    const auto url = profile::normaliseDidomiUrl(profile().didomi.apiUrl);
    return url ? originOfUrl(*url) : QUrl();
}

const net::Route &Context::routeOf(Host host) const
{
    return host == Host::Didomi ? m_didomi->route() : m_dynamics->route();
}

core::Result<core::Nothing> Context::openFurtherUsers()
{
    auto links = bridge::makeFurtherLinks(m_network, withoutDidomi(profile()), m_request.secrets, m_clock, atOnce);
    if (!links)
        return links.error();
    m_further = std::move(*links);
    return core::Nothing{};
}

catalogue::Surroundings Context::surroundings(qsizetype furtherUser) const
{
    if (!m_dynamics)
        return {};
    const profile::Profile &normal = m_dynamics->profile();
    return {.tenantId = normal.integration.tenantId,
            .clientId = furtherUser < 0 ? normal.integration.clientId : profile().furtherUsers.at(furtherUser).clientId,
            .authority = m_dynamics->authority(),
            .instance = m_dynamics->instance().url,
            .table = normal.options.table};
}

QList<Step::Id> Context::furtherNeedsOf(Step::Id id) const
{
    using Id = Step::Id;
    const auto same = [this](Host one, Host other) {
        const QUrl origin = originOf(one);
        return !origin.isEmpty() && origin == originOf(other);
    };
    switch (id) {
    case Id::InstanceName:
        return same(Host::Instance, Host::Login) ? QList{Id::LoginName} : QList<Id>();
    case Id::InstanceReach:
        return same(Host::Instance, Host::Login) ? QList{Id::LoginReach} : QList<Id>();
    case Id::InstanceSecure:
        return same(Host::Instance, Host::Login) ? QList{Id::LoginSecure} : QList<Id>();
    case Id::DidomiName:
        return same(Host::Didomi, Host::Login) ? QList{Id::LoginName} : QList<Id>();
    case Id::DidomiReach:
        return same(Host::Didomi, Host::Login) ? QList{Id::LoginReach} : QList<Id>();
    case Id::DidomiSecure:
        return same(Host::Didomi, Host::Login) ? QList{Id::LoginSecure} : QList<Id>();
    default:
        return {};
    }
}

} // namespace diagnosis
