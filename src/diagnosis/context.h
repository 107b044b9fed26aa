#pragma once

#include "bridge/link.h"
#include "dataverse/inspector.h"
#include "diagnosis/connectiontest.h"
#include "entra/tenant.h"
#include "net/hostcheck.h"

#include <memory>
#include <vector>

namespace diagnosis {

/// The three hosts that an integration talks to.
enum class Host { Login, Instance, Didomi };

/// One test: whom it asks, and what its checks have read so far. A check reads what the steps that it needs have put
/// here.
class Context
{
public:
    Context(net::Network &network, const TestRequest &request, core::Clock &clock);
    ~Context();

    net::Network &network() { return m_network; }
    core::Clock &clock() { return m_clock; }
    const TestRequest &request() const { return m_request; }
    const profile::Profile &profile() const { return m_request.profile; }
    bool isCurrent() const { return profile::modeOf(profile().integration) == profile::Mode::Current; }

    /// Makes what asks one end. Fails with what was entered wrongly; the other end works without it.
    core::Result<core::Nothing> openDynamics();
    core::Result<core::Nothing> openDidomi();
    /// Likewise, for what asks as the further application users.
    core::Result<core::Nothing> openFurtherUsers();

    /// Both only after the check of what was entered has not failed.
    bridge::Link &dynamics() { return *m_dynamics; }
    dataverse::Inspector &inspector() { return *m_inspector; }
    bridge::Link &didomi() { return *m_didomi; }
    /// One for each, once they are open.
    const std::vector<std::unique_ptr<bridge::Link>> &furtherUsers() const { return m_further; }
    bool hasDynamics() const { return m_dynamics != nullptr; }
    bool hasDidomi() const { return m_didomi != nullptr; }

    QUrl originOf(Host host) const; ///< "https://login.microsoftonline.com"; empty while it is not known.
    const net::Route &routeOf(Host host) const;
    /// `furtherUser`: seen from that one; -1: from the first application user.
    catalogue::Surroundings surroundings(qsizetype furtherUser = -1) const;

    /// Steps that one needs beside needsOf(): two of the three hosts may be one, and then fail for one cause.
    QList<Step::Id> furtherNeedsOf(Step::Id id) const;

    // What was read --------------------------------------------------------------------------------------------------
    entra::Tenant tenant;
    dataverse::Challenge challenge;
    entra::Token token;
    dataverse::WhoAmI whoAmI;
    QList<dataverse::Role> roles;
    bool hasRoles = false;                       ///< False where the environment does not tell of roles.
    QList<dataverse::Privilege> privileges;      ///< That are needed, as the first application user holds them.
    QList<dataverse::WhoAmI> whoFurtherUsersAre; ///< One for each, in order.
    mapping::Table table;
    dataverse::ConsentTree consentTree;
    QList<consent::User> users;

private:
    net::Network &m_network;
    core::Clock &m_clock;
    const TestRequest m_request;
    std::unique_ptr<bridge::Link> m_dynamics;
    std::unique_ptr<dataverse::Inspector> m_inspector;
    std::unique_ptr<bridge::Link> m_didomi;
    std::vector<std::unique_ptr<bridge::Link>> m_further;
};

} // namespace diagnosis
