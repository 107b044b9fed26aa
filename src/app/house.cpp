#include "app/house.h"

#include <QDir>

namespace app {

using namespace Qt::StringLiterals;

House::House(const store::Paths &paths, core::Clock &clock) : m_paths(paths), m_clock(clock), m_cache(paths.cache)
{
}

House::~House() = default;

net::Network &House::network()
{
    if (!m_network)
        m_network.emplace(m_clock);
    return *m_network;
}

keychain::SystemSecretStore &House::secrets()
{
    if (!m_secrets)
        m_secrets.emplace();
    return *m_secrets;
}

store::ProfileStore &House::profiles()
{
    if (!m_profiles)
        m_profiles.emplace(m_paths.integrations(), m_clock);
    return *m_profiles;
}

core::Result<store::Journal *> House::journal()
{
    if (m_journal)
        return m_journal.get();
    if (!m_journalProblem.message.isEmpty()) // damaged once is damaged for this session: no second look at each click
        return m_journalProblem;
    core::Result<std::unique_ptr<store::Journal>> opened = store::Journal::open(m_paths.journal(), m_clock);
    if (!opened) {
        m_journalProblem = opened.error();
        return m_journalProblem;
    }
    m_journal = std::move(opened).value();
    return m_journal.get();
}

store::Paths House::runPaths(const profile::Profile &profile) const
{
    const bool isPractice = profile.kind == profile::EnvironmentKind::Practice && m_practice;
    return isPractice ? store::Paths::below(m_practice->folder()) : m_paths;
}

QString House::inboxPath(const profile::Profile &profile) const
{
    const bool isPractice = profile.kind == profile::EnvironmentKind::Practice && m_practice;
    return isPractice ? m_practice->inboxPath() : m_paths.inbox();
}

core::Result<store::Inbox *> House::inbox(const profile::Profile &profile)
{
    std::unique_ptr<store::Inbox> &kept = m_inboxes[inboxPath(profile)];
    if (!kept) {
        core::Result<std::unique_ptr<store::Inbox>> opened = store::Inbox::open(inboxPath(profile), m_clock);
        if (!opened)
            return opened.error();
        kept = std::move(opened).value();
    }
    return kept.get();
}

core::Result<store::TestHistory *> House::testHistory()
{
    if (m_testHistory)
        return m_testHistory.get();
    if (!m_testHistoryProblem.message.isEmpty())
        return m_testHistoryProblem;
    auto opened = store::TestHistory::open(m_paths.testHistory(), m_clock);
    if (!opened) {
        m_testHistoryProblem = opened.error();
        return m_testHistoryProblem;
    }
    m_testHistory = std::move(opened).value();
    return m_testHistory.get();
}

QSettings &House::settings()
{
    if (!m_settings)
        m_settings.emplace(QDir(m_paths.config).filePath(u"window.ini"_s), QSettings::IniFormat);
    return *m_settings;
}

Practice &House::practice()
{
    if (!m_practice)
        m_practice.emplace([this]() -> keychain::SystemSecretStore & { return secrets(); });
    return *m_practice;
}

} // namespace app
