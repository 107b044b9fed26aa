#pragma once

#include "app/practice.h"
#include "gui/services.h"
#include "keychain/systemsecretstore.h"
#include "store/paths.h"

#include <QSettings>

#include <map>
#include <optional>

namespace app {

/// The window program's things, each made when it is first asked for, so that the window stands before they do.
class House final : public gui::Services
{
public:
    explicit House(const store::Paths &paths, core::Clock &clock = core::Clock::system());
    ~House() override;

    core::Clock &clock() override { return m_clock; }
    net::Network &network() override;
    keychain::SystemSecretStore &secrets() override;
    store::ProfileStore &profiles() override;
    core::Result<store::Journal *> journal() override;
    QString journalPath() const override { return m_paths.journal(); }
    store::Paths runPaths(const profile::Profile &profile) const override;
    QString inboxPath(const profile::Profile &profile) const override;
    core::Result<store::Inbox *> inbox(const profile::Profile &profile) override;
    core::Result<store::TestHistory *> testHistory() override;
    store::Cache &cache() override { return m_cache; }
    QSettings &settings() override;
    Practice &practice() override;

private:
    const store::Paths m_paths;
    core::Clock &m_clock;
    store::Cache m_cache;
    std::optional<QSettings> m_settings;
    std::optional<keychain::SystemSecretStore> m_secrets;
    std::optional<store::ProfileStore> m_profiles;
    std::unique_ptr<store::Journal> m_journal;
    core::Error m_journalProblem;
    std::unique_ptr<store::TestHistory> m_testHistory;
    core::Error m_testHistoryProblem;
    std::optional<net::Network> m_network;
    std::optional<Practice> m_practice;                         ///< Declared after the secrets, which it fills.
    std::map<QString, std::unique_ptr<store::Inbox>> m_inboxes; ///< By path; closed before Practice's folder goes.
};

} // namespace app
