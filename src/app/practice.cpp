#include "app/practice.h"

#include "gui/mainwindow.h"
#include "sandbox/practice.h"
#include "sandbox/rehearsal.h"
#include "sandbox/sandbox.h"

#include <QFile>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr auto streamInterval = std::chrono::milliseconds(1500);

} // namespace

Practice::Practice(SecretsSource secrets) : m_secrets(std::move(secrets))
{
}

Practice::~Practice() = default;

QString Practice::profileId() const
{
    return u"5a1f0e0c-7b1e-5d53-9c0e-9f5d4f0a7c11"_s; // fixed: what the user changes about Practice is kept under it
}

core::Result<profile::Profile> Practice::open(const std::optional<profile::Profile> &stored)
{
    if (!m_sandbox) {
        core::Result<std::unique_ptr<sandbox::Sandbox>> started = sandbox::Sandbox::start({.withTls = true});
        if (!started)
            return started.error();
        m_sandbox = std::move(started).value();
        QFile authority(m_folder.filePath(u"sandbox-authority.pem"_s));
        const QByteArray &pem = m_sandbox->credentials().authorityPem;
        if (!authority.open(QIODevice::WriteOnly) || authority.write(pem) != pem.size())
            return core::Error{.kind = core::Error::Kind::Storage,
                               .message = gui::MainWindow::tr("The file %1 cannot be written: %2.")
                                              .arg(authority.fileName(), authority.errorString())};
    }
    const sandbox::Credentials &credentials = m_sandbox->credentials();
    profile::Profile fresh = sandbox::practiceProfile(credentials);
    fresh.name = gui::MainWindow::tr("Practice");
    profile::Profile profile = stored.value_or(fresh);
    profile.id = profileId();
    profile.kind = profile::EnvironmentKind::Practice;
    // Addresses and credentials are of this session; the rest is the user's.
    profile.integration.clientId = fresh.integration.clientId;
    profile.integration.tenantId = fresh.integration.tenantId;
    profile.integration.instance = fresh.integration.instance;
    profile.didomi = fresh.didomi;
    profile.options.authority = fresh.options.authority;
    profile.network = {.authorityFile = m_folder.filePath(u"sandbox-authority.pem"_s)};
    profile.credential = {};
    profile.furtherUsers = {};
    keychain::SystemSecretStore &secrets = m_secrets();
    profile.clientSecret =
        secrets.keepForSession(keychain::entryName(profile.id, u"client-secret"_s), credentials.clientSecret);
    profile.didomi.secret =
        secrets.keepForSession(keychain::entryName(profile.id, u"didomi-secret"_s), credentials.didomiSecret);
    m_opened = profile;
    return profile;
}

QList<gui::PracticeGround::SamplePerson> Practice::people() const
{
    QList<SamplePerson> people;
    if (!m_sandbox)
        return people;
    for (const sandbox::SamplePerson &person : m_sandbox->people())
        people.append({.id = person.organizationUserId, .description = person.description});
    return people;
}

QList<gui::PracticeGround::Rehearsal> Practice::rehearsals() const
{
    QList<Rehearsal> list;
    for (const sandbox::Rehearsal &one : sandbox::rehearsals({}, m_folder.path()))
        list.append({.id = one.id, .title = one.title, .step = one.step});
    return list;
}

core::Result<profile::Profile> Practice::rehearse(const QString &id)
{
    if (!m_sandbox || !m_opened) {
        if (const auto opened = open(m_opened); !opened)
            return opened.error();
    }
    m_sandbox->clearFaults();
    profile::Profile profile = *m_opened;
    for (const sandbox::Rehearsal &one : sandbox::rehearsals(m_sandbox->credentials(), m_folder.path())) {
        if (one.id != id)
            continue;
        if (const auto prepared = sandbox::prepareRehearsal(*m_sandbox, one, m_folder.path()); !prepared)
            return prepared.error();
        if (one.edit)
            one.edit(profile);
    }
    return profile;
}

QString Practice::inboxPath() const
{
    return m_folder.filePath(u"inbox.sqlite"_s);
}

void Practice::setStreaming(bool on)
{
    if (m_sandbox)
        m_sandbox->setStream(on ? streamInterval : std::chrono::milliseconds(0));
}

} // namespace app
