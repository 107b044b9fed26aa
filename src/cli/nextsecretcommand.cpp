#include "cli/nextsecretcommand.h"

#include <QUuid>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using profile::SecretRef;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::NextSecretCommand)
};

Arguments describe()
{
    Arguments arguments(
        u"next-secret"_s,
        Texts::tr("Replaces a client secret without a gap: --set enters the new one beside the old one, \"test "
                  "--next-secret\" signs in with it, --switch puts it in the old one's place and forgets the old one, "
                  "--forget drops it."));
    arguments.addIntegration();
    arguments.addFlag(u"set"_s, Texts::tr("Read the new secret from standard input, and keep it in the keychain."));
    arguments.addOption(u"ref"_s,
                        Texts::tr("With --set: where the new secret is kept instead, as in env:NAME or file:PATH."),
                        u"REFERENCE"_s);
    arguments.addOption(u"expires"_s, Texts::tr("With --set: the day on which it ends, as in 2027-03-31."), u"DATE"_s);
    arguments.addFlag(u"switch"_s, Texts::tr("Use the new secret from now on."));
    arguments.addFlag(u"forget"_s, Texts::tr("Drop the new secret."));
    return arguments;
}

} // namespace

NextSecretCommand::NextSecretCommand(Console &console, Environment &environment, QObject *parent)
    : IntegrationCommand(describe(), 1, console, environment, parent)
{
}

void NextSecretCommand::start()
{
    const int wishes =
        int(arguments().isSet(u"set"_s)) + int(arguments().isSet(u"switch"_s)) + int(arguments().isSet(u"forget"_s));
    if (wishes != 1)
        return failUsage(Texts::tr("Say one of --set, --switch and --forget."));
    const auto profile = findProfile();
    if (!profile)
        return;
    m_profile = *profile;
    // What is saved goes to the integrations kept here; another file would go on naming a secret that is forgotten.
    store::ProfileStore profiles(environment().paths.integrations(), environment().clock);
    if (const auto kept = profiles.find(m_profile.id); !kept || *kept != m_profile)
        return fail(
            {.kind = Error::Kind::Invalid,
             .message = Texts::tr("The integration %1 is not one of those that are kept here.").arg(m_profile.name),
             .fix = Texts::tr("Name one that \"integration list\" shows; in a file of your own, change the "
                              "secret’s reference yourself.")});
    if (arguments().isSet(u"set"_s))
        return set();
    if (m_profile.credential.nextSecret.kind == SecretRef::Kind::None)
        return fail({.kind = Error::Kind::Invalid,
                     .message = Texts::tr("There is no new secret."),
                     .fix = Texts::tr("Enter it first, with --set."),
                     .field = u"credential.next_secret"_s});
    arguments().isSet(u"switch"_s) ? takeOver() : drop();
}

void NextSecretCommand::set()
{
    profile::Credential &credential = m_profile.credential;
    const SecretRef replaced = credential.nextSecret;
    credential.nextSecretExpiresOn = {};
    if (const QString day = arguments().value(u"expires"_s); !day.isEmpty()) {
        credential.nextSecretExpiresOn = QDate::fromString(day, Qt::ISODate);
        if (!credential.nextSecretExpiresOn.isValid())
            return failUsage(Texts::tr("\"%1\" is no date; write it as in 2027-03-31.").arg(day));
    }
    if (const QString text = arguments().value(u"ref"_s); !text.isEmpty()) {
        const auto ref = SecretRef::parse(text);
        if (!ref)
            return fail(ref.error(), ExitCode::Usage);
        credential.nextSecret = *ref;
        return save(Texts::tr("The new secret is noted. Test it with: test --next-secret"), replaced);
    }
    const auto input = read(u"-"_s);
    const core::Secret secret(input ? input->trimmed() : QByteArray());
    if (secret.isEmpty())
        return failUsage(Texts::tr("The new secret is read from standard input, and nothing came."));
    // A place of its own each time: the old secret's must stay what it is until the switch.
    const QString entry =
        keychain::entryName(m_profile.id, u"client-secret-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8));
    environment()
        .secrets.keep(entry, secret, this)
        ->whenDone(this, [this, replaced](const core::Result<keychain::SecretStore::Kept> &kept) {
            if (!kept)
                return fail(kept.error(), ExitCode::SignIn);
            if (kept->isForSessionOnly()) // this program ends now, and the secret with it
                return fail(kept->whyOnlySession, ExitCode::SignIn);
            m_profile.credential.nextSecret = kept->ref;
            save(Texts::tr("The new secret is kept. Test it with: test --next-secret"), replaced);
        });
}

void NextSecretCommand::takeOver()
{
    const SecretRef old = m_profile.clientSecret;
    profile::switchToNextSecret(m_profile);
    save(Texts::tr("The new secret is in use now; the old one is forgotten here. Remove it in Entra ID as well."), old);
}

void NextSecretCommand::drop()
{
    const SecretRef dropped = m_profile.credential.nextSecret;
    m_profile.credential.nextSecret = {};
    m_profile.credential.nextSecretExpiresOn = {};
    save(Texts::tr("The new secret is forgotten."), dropped);
}

/// The file first: a secret that it still names must not be gone.
void NextSecretCommand::save(const QString &done, const SecretRef &forgotten)
{
    store::ProfileStore profiles(environment().paths.integrations(), environment().clock);
    if (const auto saved = profiles.save(m_profile); !saved)
        return fail(saved.error());
    const bool isStillUsed = profile::secretRefs(m_profile).contains(forgotten);
    environment()
        .secrets.forget(isStillUsed ? SecretRef() : forgotten, this)
        ->whenDone(this, [this, done](const core::Result<core::Nothing> &gone) {
            if (!gone)
                warn(gone.error().toLine());
            if (isJson())
                printJson({{u"done"_s, done}});
            else
                out() << done << u'\n';
            end(ExitCode::Done);
        });
}

} // namespace cli
