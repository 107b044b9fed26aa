#pragma once

#include "bridge/secrets.h"
#include "bridge/turns.h"
#include "dataverse/client.h"
#include "didomi/client.h"
#include "entra/certificate.h"
#include "entra/tokensource.h"
#include "profile/instance.h"

#include <memory>
#include <optional>

namespace bridge {

/// Both ends of one integration, ready to be asked: the clients, made from a profile and its secrets.
///
/// Making one asks nobody. Each link has schedulers of its own, so that one integration's pause never holds up another.
/// The network must outlive it.
class Link : public QObject
{
    Q_OBJECT

public:
    /// Fails with Kind::Invalid and the profile's field when an address or an id cannot be used.
    static core::Result<std::unique_ptr<Link>> make(net::Network &network, const profile::Profile &profile,
                                                    const Secrets &secrets, core::Clock &clock = core::Clock::system(),
                                                    const net::RetryPolicy &retry = {});
    ~Link() override;

    const profile::Profile &profile() const { return m_profile; }
    const profile::Instance &instance() const { return m_instance; }
    QUrl authority() const { return m_authority; }
    core::Clock &clock() { return m_clock; }
    const net::Route &route() const { return m_entraService->options().route; }

    /// Nothing when the integration signs in with a secret.
    const std::optional<entra::Certificate> &certificate() const { return m_certificate; }

    entra::TokenSource &tokens() { return *m_tokens; }
    dataverse::Client &dataverse() { return *m_dataverse; }
    didomi::Client &didomi() { return *m_didomi; }

    /// One write at a time for each person.
    Turns &turns() { return m_turns; }

    net::Service &entraService() { return *m_entraService; }
    net::Service &dataverseService() { return *m_dataverseService; }
    net::Service &didomiService() { return *m_didomiService; }

private:
    struct Parts;
    Link(net::Network &network, const Parts &parts, const Secrets &secrets, core::Clock &clock,
         const net::RetryPolicy &retry);

    const profile::Profile m_profile;
    const profile::Instance m_instance;
    const QUrl m_authority;
    const std::optional<entra::Certificate> m_certificate;
    core::Clock &m_clock;
    std::unique_ptr<net::Service> m_entraService;
    std::unique_ptr<net::Service> m_dataverseService;
    std::unique_ptr<net::Service> m_didomiService;
    std::unique_ptr<entra::TokenSource> m_tokens; ///< Declared after the services: goes before them.
    std::unique_ptr<dataverse::Client> m_dataverse;
    std::unique_ptr<didomi::Client> m_didomi;
    Turns m_turns;
};

} // namespace bridge
