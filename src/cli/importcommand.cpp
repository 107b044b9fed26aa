#include "cli/importcommand.h"

#include "store/profilestore.h"

#include <QFileInfo>
#include <QJsonArray>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;
using profile::EnvironmentKind;
using profile::MatchRule;
using profile::SecretRef;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ImportCommand)
};

constexpr EnvironmentKind offeredKinds[] = {EnvironmentKind::Production, EnvironmentKind::Sandbox,
                                            EnvironmentKind::Development, EnvironmentKind::Practice};

Arguments describe()
{
    Arguments arguments(u"integration import"_s, Texts::tr("Makes an integration from Didomi's JSON. A client secret "
                                                           "in the file goes to the keychain, never into our files."));
    arguments.addName(u"file"_s, Texts::tr("Didomi's JSON; \"-\" reads standard input."), u"FILE"_s);
    arguments.addOption(u"name"_s, Texts::tr("The integration's name; without it the file's name."), u"NAME"_s);
    arguments.addOption(u"environment"_s,
                        Texts::tr("production, sandbox, development or practice; without it production."), u"KIND"_s);
    arguments.addOption(u"didomi-organization"_s, Texts::tr("The id of the Didomi organization."), u"ID"_s);
    arguments.addOption(u"didomi-key"_s, Texts::tr("The id of the private API key in Didomi."), u"ID"_s);
    arguments.addOption(u"didomi-api-url"_s, Texts::tr("The address of Didomi's API, if it is not the usual one."),
                        u"URL"_s);
    arguments.addOption(u"didomi-secret-ref"_s, Texts::tr("Where the key's secret is found: env:NAME or file:PATH."),
                        u"REF"_s);
    arguments.addOption(
        u"secret-ref"_s,
        Texts::tr("Where the client secret is found: env:NAME or file:PATH. One in the file is then not kept at all."),
        u"REF"_s);
    arguments.addOption(u"match"_s, Texts::tr("How rows are found: key, column or row-id; without it column."),
                        u"HOW"_s);
    arguments.addOption(u"match-column"_s, Texts::tr("The column by which rows are found; without it emailaddress1."),
                        u"COLUMN"_s);
    arguments.addOption(u"authority"_s, Texts::tr("The sign-in host, if it is not the cloud's usual one."), u"URL"_s);
    return arguments;
}

} // namespace

ImportCommand::ImportCommand(Console &console, Environment &environment, QObject *parent)
    : Command(describe(), 1, console, environment, parent)
{
}

void ImportCommand::start()
{
    if (arguments().names().isEmpty())
        return failUsage(Texts::tr("Name the file to import."));
    const QString path = arguments().names().constFirst();
    const auto bytes = read(path);
    if (!bytes)
        return fail(bytes.error());
    const auto imported = profile::importIntegration(*bytes);
    if (!imported)
        return fail(imported.error());

    const QString fallbackName = path == "-"_L1 ? Texts::tr("Imported") : QFileInfo(path).completeBaseName();
    m_profile =
        profile::newProfile(arguments().isSet(u"name"_s) ? arguments().value(u"name"_s).trimmed() : fallbackName);
    m_profile.integration = imported->integration;
    m_notes = imported->notes;
    if (!applyOptions())
        return;

    store::ProfileStore profiles(environment().paths.integrations(), environment().clock);
    for (const store::StoredProfile &stored : profiles.list()) {
        if (stored.profile && stored.profile->name.compare(m_profile.name, Qt::CaseInsensitive) == 0)
            return fail({.kind = Error::Kind::Invalid,
                         .message = Texts::tr("There is an integration named \"%1\" already.").arg(m_profile.name),
                         .fix = Texts::tr("Choose another name with --name."),
                         .field = u"name"_s});
    }
    const bool isReferenced = m_profile.clientSecret.kind != SecretRef::Kind::None;
    if (imported->clientSecret.isEmpty() || isReferenced)
        return save();
    keepSecret(imported->clientSecret);
}

bool ImportCommand::applyOptions()
{
    if (arguments().isSet(u"didomi-organization"_s))
        m_profile.didomi.organizationId = arguments().value(u"didomi-organization"_s).trimmed();
    if (arguments().isSet(u"didomi-key"_s))
        m_profile.didomi.keyId = arguments().value(u"didomi-key"_s).trimmed();
    if (arguments().isSet(u"didomi-api-url"_s))
        m_profile.didomi.apiUrl = arguments().value(u"didomi-api-url"_s).trimmed();
    if (arguments().isSet(u"authority"_s))
        m_profile.options.authority = arguments().value(u"authority"_s).trimmed();
    return readEnvironment() && readMatch() && readReference(u"secret-ref"_s, m_profile.clientSecret) &&
           readReference(u"didomi-secret-ref"_s, m_profile.didomi.secret);
}

bool ImportCommand::readEnvironment()
{
    if (!arguments().isSet(u"environment"_s))
        return true;
    const QString word = arguments().value(u"environment"_s);
    for (const EnvironmentKind kind : offeredKinds) {
        if (word == profile::environmentWord(kind)) {
            m_profile.kind = kind;
            return true;
        }
    }
    failUsage(Texts::tr("\"%1\" is no kind of environment.").arg(word));
    return false;
}

bool ImportCommand::readMatch()
{
    const QString how = arguments().isSet(u"match"_s) ? arguments().value(u"match"_s) : u"column"_s;
    if (how == "key"_L1)
        m_profile.match.kind = MatchRule::Kind::AlternateKey;
    else if (how == "column"_L1)
        m_profile.match.kind = MatchRule::Kind::Column;
    else if (how == "row-id"_L1)
        m_profile.match.kind = MatchRule::Kind::RowId;
    else {
        failUsage(Texts::tr("Rows can be found by key, column or row-id, not by \"%1\".").arg(how));
        return false;
    }
    if (arguments().isSet(u"match-column"_s))
        m_profile.match.column = arguments().value(u"match-column"_s).trimmed();
    return true;
}

bool ImportCommand::readReference(const QString &option, SecretRef &ref)
{
    if (!arguments().isSet(option))
        return true;
    const auto parsed = SecretRef::parse(arguments().value(option));
    const bool isReference = parsed && (parsed->kind == SecretRef::Kind::Env || parsed->kind == SecretRef::Kind::File);
    if (!isReference) {
        failUsage(Texts::tr("--%1 takes env:NAME or file:PATH, never the secret itself.").arg(option));
        return false;
    }
    ref = *parsed;
    return true;
}

void ImportCommand::keepSecret(const core::Secret &secret)
{
    const QString entry = keychain::entryName(m_profile.id, u"client-secret"_s);
    environment()
        .secrets.keep(entry, secret, this)
        ->whenDone(this, [this](const core::Result<keychain::SecretStore::Kept> &kept) {
            if (!kept)
                return fail(kept.error(), ExitCode::SignIn);
            if (kept->isForSessionOnly()) { // this program ends now, and the secret with it
                Error error = kept->whyOnlySession;
                error.fix += (error.fix.isEmpty() ? QString() : u" "_s) +
                             Texts::tr("Or say with --secret-ref where the secret is found; nothing was imported.");
                return fail(error, ExitCode::SignIn);
            }
            m_profile.clientSecret = kept->ref;
            save();
        });
}

void ImportCommand::save()
{
    store::ProfileStore profiles(environment().paths.integrations(), environment().clock);
    const auto path = profiles.save(m_profile);
    if (!path)
        return fail(path.error());
    const QList<profile::Problem> problems = profile::validate(m_profile);
    if (isJson()) {
        QJsonArray left;
        for (const profile::Problem &problem : problems)
            left << QJsonObject{{u"field"_s, problem.field}, {u"message"_s, problem.message}, {u"fix"_s, problem.fix}};
        printJson({{u"id"_s, m_profile.id},
                   {u"name"_s, m_profile.name},
                   {u"file"_s, *path},
                   {u"notes"_s, QJsonArray::fromStringList(m_notes)},
                   {u"problems"_s, left}});
    } else {
        out() << Texts::tr("Imported as \"%1\" (%2).").arg(m_profile.name, m_profile.id) << u'\n';
        for (const QString &note : std::as_const(m_notes))
            out() << Texts::tr("Note: %1").arg(note) << u'\n';
        for (const profile::Problem &problem : problems)
            out() << Texts::tr("Still to do: %1").arg(problem.message) << u' ' << problem.fix << u'\n';
    }
    end(ExitCode::Done);
}

} // namespace cli
