#include "cli/terminal.h"

#include "store/profilestore.h"
#include "support/finish.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace support {

using namespace Qt::StringLiterals;
using cli::ExitCode;
using core::Error;
using profile::SecretRef;

namespace {

constexpr char clientSecretVariable[] = "CB_TEST_CLIENT_SECRET";
constexpr char didomiSecretVariable[] = "CB_TEST_DIDOMI_SECRET";

} // namespace

QJsonObject Ran::json() const
{
    return QJsonDocument::fromJson(out.toUtf8()).object();
}

core::Job<keychain::Availability> *MemorySecrets::availability(QObject *parent)
{
    return new core::ReadyJob<keychain::Availability>(keychain::Availability{.isAvailable = !isForSessionOnly}, parent);
}

core::Job<core::Secret> *MemorySecrets::read(const SecretRef &ref, QObject *parent)
{
    if (ref.kind == SecretRef::Kind::Env)
        return new core::ReadyJob<core::Secret>(core::Secret(qgetenv(ref.name.toUtf8().constData())), parent);
    if (!entries.contains(ref.name))
        return new core::ReadyJob<core::Secret>(
            Error{.kind = Error::Kind::NotFound, .message = u"There is no such secret."_s}, parent);
    return new core::ReadyJob<core::Secret>(entries.value(ref.name), parent);
}

core::Job<keychain::SecretStore::Kept> *MemorySecrets::keep(const QString &entry, const core::Secret &secret,
                                                            QObject *parent)
{
    if (isForSessionOnly)
        return new core::ReadyJob<Kept>(
            Kept{.ref = {SecretRef::Kind::Session, entry},
                 .whyOnlySession = {.kind = Error::Kind::Keychain, .message = u"There is no keychain."_s}},
            parent);
    entries.insert(entry, secret);
    return new core::ReadyJob<Kept>(Kept{.ref = {SecretRef::Kind::Keychain, entry}}, parent);
}

core::Job<core::Nothing> *MemorySecrets::forget(const SecretRef &ref, QObject *parent)
{
    if (ref.kind == SecretRef::Kind::Keychain)
        entries.remove(ref.name);
    return new core::ReadyJob<core::Nothing>(core::Nothing{}, parent);
}

Terminal::Terminal(World &world, keychain::SecretStore *secrets) : m_world(world)
{
    make(m_network, secrets ? *secrets : m_systemSecrets);
    qputenv(clientSecretVariable, world.secrets.clientSecret.reveal());
    qputenv(didomiSecretVariable, world.secrets.didomiSecret.reveal());
    profile = another(u"Acme"_s);
    profile.id = world.profile.id;
    save(profile);
}

profile::Profile Terminal::another(const QString &name) const
{
    profile::Profile other = m_world.profile;
    other.id = profile::newProfile(name).id;
    other.name = name;
    other.clientSecret = {SecretRef::Kind::Env, QString::fromLatin1(clientSecretVariable)};
    other.didomi.secret = {SecretRef::Kind::Env, QString::fromLatin1(didomiSecretVariable)};
    return other;
}

void Terminal::make(net::Network &network, keychain::SecretStore &secrets)
{
    m_environment = std::make_unique<cli::Environment>(cli::Environment{.paths = store::Paths::below(m_home.path()),
                                                                        .secrets = secrets,
                                                                        .network = network,
                                                                        .clock = core::Clock::system()});
}

void Terminal::useNetworkOfWorld()
{
    make(m_world.network(), m_environment->secrets);
}

void Terminal::useOwnNetwork()
{
    make(m_network, m_environment->secrets);
}

void Terminal::useSecrets(keychain::SecretStore &secrets)
{
    make(m_environment->network, secrets);
}

core::Job<ExitCode> *Terminal::begin(const QStringList &arguments)
{
    m_out.clear();
    m_err.clear();
    m_outStream.seek(0);
    m_errStream.seek(0);
    return cli::run(arguments, m_console, *m_environment, this);
}

Ran Terminal::run(const QStringList &arguments, const QByteArray &input)
{
    m_in.close();
    m_in.setData(input);
    m_in.open(QIODevice::ReadOnly);
    const auto code = finishOf(begin(arguments), 60'000);
    const Ran ran{.code = code.valueOr(ExitCode::Interrupted), .out = m_out, .err = m_err};
    for (const core::Secret &secret : {m_world.secrets.clientSecret, m_world.secrets.didomiSecret}) {
        if (ran.out.contains(QString::fromUtf8(secret.reveal())) ||
            ran.err.contains(QString::fromUtf8(secret.reveal())))
            QTest::qFail("a secret was printed", __FILE__, __LINE__);
    }
    return ran;
}

QString Terminal::write(const QString &name, const QByteArray &bytes)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qWarning("the file was not written");
    return file.fileName();
}

QByteArray Terminal::read(const QString &name) const
{
    QFile file(pathOf(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void Terminal::save(const profile::Profile &integration)
{
    store::ProfileStore profiles(m_environment->paths.integrations());
    if (!profiles.save(integration))
        qWarning("the integration was not saved");
}

profile::Profile Terminal::saved(const QString &name) const
{
    store::ProfileStore profiles(m_environment->paths.integrations());
    return profiles.find(name).valueOr({});
}

QStringList peopleIn(const QString &text, const World &world)
{
    QStringList found;
    for (const sandbox::Person &person : world.people()) {
        for (const QString &id : {person.organizationUserId, person.email}) {
            if (!id.isEmpty() && text.contains(id))
                found << id;
        }
    }
    return found;
}

} // namespace support
