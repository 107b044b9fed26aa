#include "sandbox/rehearsal.h"

#include "sandbox/practice.h"
#include "sandbox/sandbox.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QUrl>

namespace sandbox {

using namespace Qt::StringLiterals;
using profile::Profile;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sandbox::Rehearsal)
};

constexpr char certificateName[] = "client-certificate.pem";
constexpr auto currentType = "microsoft-dynamics-cpc"_L1;

/// The same address on a port where nobody listens.
QString onClosedPort(const QString &address)
{
    QUrl url(address);
    url.setPort(9);
    return url.toString();
}

/// The same address under a name that nobody has: ".invalid" is reserved for that.
QString onUnknownHost(const QString &address)
{
    QUrl url(address);
    url.setHost(u"no-such-host.invalid"_s);
    url.setScheme(u"https"_s);
    return url.toString();
}

/// The first mapped purpose and a topic of it, as the seeded consent tables have them.
void useCurrentMode(Profile &profile)
{
    profile.integration.typeId = currentType;
    profile.integration.mappings = currentMappings();
}

} // namespace

QList<Rehearsal> rehearsals(const Credentials &credentials, const QString &folder)
{
    Q_UNUSED(credentials)
    const QString certificateFile = QDir(folder).filePath(QString::fromLatin1(certificateName));
    const auto signInWithCertificate = [certificateFile](Profile &profile) {
        profile.credential.kind = profile::Credential::Kind::Certificate;
        profile.credential.certificateFile = certificateFile;
    };
    const auto fault = [](const char *text) { return QStringList{QString::fromLatin1(text)}; };
    return {
        // What was entered
        {.id = u"client-id-is-a-secret"_s,
         .title = Texts::tr("A secret was entered as the client ID"),
         .step = u"dynamics_input"_s,
         .edit = [](Profile &p) { p.integration.clientId = u"Kpq8Q~not.a.real.secret_only-its.looks~00"_s; }},
        {.id = u"organization-missing"_s,
         .title = Texts::tr("The Didomi organization was not entered"),
         .step = u"didomi_input"_s,
         .edit = [](Profile &p) { p.didomi.organizationId.clear(); }},

        // The way to the sign-in
        {.id = u"login-unknown-host"_s,
         .title = Texts::tr("The sign-in host does not exist"),
         .step = u"login_name"_s,
         .edit = [](Profile &p) { p.options.authority = onUnknownHost(p.options.authority); }},
        {.id = u"login-refused"_s,
         .title = Texts::tr("The sign-in host refuses connections"),
         .step = u"login_reach"_s,
         .edit = [](Profile &p) { p.options.authority = onClosedPort(p.options.authority); }},
        {.id = u"tls-expired"_s,
         .title = Texts::tr("The server’s certificate has expired"),
         .step = u"login_secure"_s,
         .faults = fault("tls=expired")},
        {.id = u"tls-not-yet-valid"_s,
         .title = Texts::tr("The server’s certificate is not valid yet"),
         .step = u"login_secure"_s,
         .faults = fault("tls=not-yet-valid")},
        {.id = u"tls-wrong-host"_s,
         .title = Texts::tr("The server’s certificate is for another host"),
         .step = u"login_secure"_s,
         .faults = fault("tls=wrong-host")},
        {.id = u"tls-untrusted"_s,
         .title = Texts::tr("The server’s certificate is of an unknown authority"),
         .step = u"login_secure"_s,
         .faults = fault("tls=untrusted")},
        {.id = u"clock"_s,
         .title = Texts::tr("This computer’s clock is ten minutes slow"),
         .step = u"login_secure"_s,
         .faults = fault("clock=600")},
        {.id = u"tenant-unknown"_s,
         .title = Texts::tr("The tenant does not exist"),
         .step = u"tenant"_s,
         .faults = fault("tenant=unknown")},
        {.id = u"secret-expires-soon"_s,
         .title = Texts::tr("The client secret expires in five days"),
         .step = u"credential"_s,
         .isWarning = true,
         .edit = [](Profile &p) { p.credential.secretExpiresOn = QDate::currentDate().addDays(5); }},

        // The way to the environment
        {.id = u"instance-unknown-host"_s,
         .title = Texts::tr("The environment’s host does not exist"),
         .step = u"instance_name"_s,
         .edit = [](Profile &p) { p.integration.instance = u"https://no-such-host.crm4.dynamics.com.invalid"_s; }},
        {.id = u"instance-refused"_s,
         .title = Texts::tr("The environment’s host refuses connections"),
         .step = u"instance_reach"_s,
         .edit = [](Profile &p) { p.integration.instance = onClosedPort(p.integration.instance); }},
        {.id = u"not-dataverse"_s,
         .title = Texts::tr("Another web server answers at the environment’s address"),
         .step = u"environment"_s,
         .faults = fault("environment=none")},
        {.id = u"foreign-tenant"_s,
         .title = Texts::tr("The environment belongs to another tenant"),
         .step = u"environment"_s,
         .faults = fault("tenant=foreign")},
        {.id = u"throttled"_s,
         .title = Texts::tr("Dataverse asks to slow down (429)"),
         .step = u"environment"_s,
         .faults = fault("throttle=100000")},
        {.id = u"unavailable"_s,
         .title = Texts::tr("Dataverse is not available (503)"),
         .step = u"environment"_s,
         .faults = fault("unavailable=100000")},
        {.id = u"server-error"_s,
         .title = Texts::tr("Dataverse fails (500)"),
         .step = u"environment"_s,
         .faults = fault("server-error=100000")},
        {.id = u"gateway-page"_s,
         .title = Texts::tr("A gateway answers with a page"),
         .step = u"environment"_s,
         .faults = fault("html=100000")},
        {.id = u"reset"_s,
         .title = Texts::tr("Connections are cut"),
         .step = u"environment"_s,
         .faults = fault("reset=100000")},
        {.id = u"redirect"_s,
         .title = Texts::tr("The environment’s address leads elsewhere"),
         .step = u"environment"_s,
         .faults = fault("redirect=100000")},

        // The sign-in
        {.id = u"secret-wrong"_s,
         .title = Texts::tr("The client secret is wrong"),
         .step = u"token"_s,
         .faults = fault("secret=wrong")},
        {.id = u"secret-expired"_s,
         .title = Texts::tr("The client secret has expired"),
         .step = u"token"_s,
         .faults = fault("secret=expired")},
        {.id = u"app-unknown"_s,
         .title = Texts::tr("The application does not exist"),
         .step = u"token"_s,
         .faults = fault("client=unknown")},
        {.id = u"app-disabled"_s,
         .title = Texts::tr("The application is disabled"),
         .step = u"token"_s,
         .faults = fault("client=disabled")},
        {.id = u"conditional-access"_s,
         .title = Texts::tr("Conditional Access blocks the sign-in"),
         .step = u"token"_s,
         .faults = fault("conditional-access=blocked")},
        {.id = u"certificate-not-uploaded"_s,
         .title = Texts::tr("The certificate to sign in with is not uploaded"),
         .step = u"token"_s,
         .faults = fault("certificate=not-uploaded"),
         .edit = signInWithCertificate},
        {.id = u"token-for-others"_s,
         .title = Texts::tr("The token is for another environment"),
         .step = u"token_content"_s,
         .faults = fault("token-audience=wrong")},
        {.id = u"token-short"_s,
         .title = Texts::tr("Tokens live only two minutes"),
         .step = u"token_content"_s,
         .isWarning = true,
         .faults = fault("token-lifetime=120")},

        // Who we are there
        {.id = u"no-application-user"_s,
         .title = Texts::tr("There is no application user"),
         .step = u"whoami"_s,
         .faults = fault("application-user=missing")},
        {.id = u"user-disabled"_s,
         .title = Texts::tr("The application user is disabled"),
         .step = u"whoami"_s,
         .faults = fault("application-user=disabled")},
        {.id = u"administration-mode"_s,
         .title = Texts::tr("The environment is in administration mode"),
         .step = u"whoami"_s,
         .faults = fault("administration-mode=on")},
        {.id = u"no-role"_s,
         .title = Texts::tr("The application user has no security role"),
         .step = u"application_user"_s,
         .faults = fault("role=none")},
        {.id = u"administrator"_s,
         .title = Texts::tr("The application user is still System Administrator"),
         .step = u"administrator"_s,
         .isWarning = true,
         .faults = fault("role=administrator")},
        {.id = u"administrator-by-team"_s,
         .title = Texts::tr("The application user is System Administrator through a team"),
         .step = u"administrator"_s,
         .isWarning = true,
         .faults = fault("role=administrator-by-team")},

        // What we need there
        {.id = u"table-missing"_s,
         .title = Texts::tr("The table does not exist"),
         .step = u"table"_s,
         .edit = [](Profile &p) { p.options.table = u"new_member"_s; }},
        {.id = u"consent-tables-missing"_s,
         .title = Texts::tr("Current mode: the consent tables are missing"),
         .step = u"consent_tables"_s,
         .faults = fault("consent-tables=missing"),
         .edit = useCurrentMode},
        {.id = u"consent-tables-newer"_s,
         .title = Texts::tr("Current mode: there is a newer generation of tables"),
         .step = u"consent_tables"_s,
         .isWarning = true,
         .faults = fault("consent-tables=newer"),
         .edit = useCurrentMode},
        {.id = u"privilege-missing"_s,
         .title = Texts::tr("A privilege is missing"),
         .step = u"privileges"_s,
         .faults = fault("privilege=write")},
        {.id = u"privilege-near"_s,
         .title = Texts::tr("Privileges reach the own business unit only"),
         .step = u"privileges"_s,
         .isWarning = true,
         .faults = fault("privilege-depth=local")},
        {.id = u"consent-privilege-missing"_s,
         .title = Texts::tr("Current mode: a privilege is missing"),
         .step = u"privileges"_s,
         .faults = fault("consent-privilege=write"),
         .edit = useCurrentMode},
        {.id = u"topic-missing"_s,
         .title = Texts::tr("Current mode: a mapped topic is missing"),
         .step = u"consent_tree"_s,
         .faults = fault("topic=missing"),
         .edit = useCurrentMode},
        {.id = u"topic-inactive"_s,
         .title = Texts::tr("Current mode: a mapped topic is inactive"),
         .step = u"consent_tree"_s,
         .faults = fault("topic=inactive"),
         .edit = useCurrentMode},
        {.id = u"column-missing"_s,
         .title = Texts::tr("A mapped column does not exist"),
         .step = u"columns"_s,
         .faults = fault("column-missing=new_newsletterconsent")},
        {.id = u"column-read-only"_s,
         .title = Texts::tr("A mapped column cannot be written"),
         .step = u"columns"_s,
         .faults = fault("column-readonly=new_newsletterconsent")},
        {.id = u"column-wrong-type"_s,
         .title = Texts::tr("A mapped column is of the wrong type"),
         .step = u"columns"_s,
         .edit =
             [](Profile &p) {
                 p.integration.mappings = {
                     {.column = u"birthdate"_s, .value = u"consents_purposes_newsletter_enabled"_s}};
             }},
        {.id = u"key-building"_s,
         .title = Texts::tr("The alternate key is still being built"),
         .step = u"match"_s,
         .faults = fault("key=building")},
        {.id = u"key-failed"_s,
         .title = Texts::tr("The alternate key could not be built"),
         .step = u"match"_s,
         .faults = fault("key=failed")},
        {.id = u"limits-low"_s,
         .title = Texts::tr("The environment’s limits are nearly used up"),
         .step = u"limits"_s,
         .isWarning = true,
         .faults = fault("limits=low")},

        // Didomi
        {.id = u"didomi-refused"_s,
         .title = Texts::tr("Didomi’s host refuses connections"),
         .step = u"didomi_reach"_s,
         .edit = [](Profile &p) { p.didomi.apiUrl = onClosedPort(p.didomi.apiUrl); }},
        {.id = u"didomi-key"_s,
         .title = Texts::tr("Didomi refuses the key"),
         .step = u"didomi_session"_s,
         .faults = fault("didomi-key=wrong")},
        {.id = u"didomi-organization"_s,
         .title = Texts::tr("The key belongs to another organization"),
         .step = u"didomi_organization"_s,
         .edit = [](Profile &p) { p.didomi.organizationId = u"another-organization"_s; }},
        {.id = u"didomi-no-dynamics"_s,
         .title = Texts::tr("The contract does not include Dynamics"),
         .step = u"didomi_contract"_s,
         .isWarning = true,
         .faults = fault("didomi-features=no-dynamics")},
        {.id = u"didomi-rate"_s,
         .title = Texts::tr("Didomi’s limit is nearly used up"),
         .step = u"didomi_contract"_s,
         .isWarning = true,
         .faults = fault("didomi-rate=low")},
        {.id = u"didomi-empty"_s,
         .title = Texts::tr("The organization has no purposes"),
         .step = u"didomi_catalogue"_s,
         .isWarning = true,
         .faults = fault("didomi-catalogue=empty")},
        {.id = u"didomi-contract"_s,
         .title = Texts::tr("The Consents API is not in the contract"),
         .step = u"didomi_consents"_s,
         .faults = fault("didomi-contract=missing")},

        // Both together
        {.id = u"nobody-found"_s,
         .title = Texts::tr("Rows are searched in a column that holds something else"),
         .step = u"sample_users"_s,
         .isWarning = true,
         .edit = [](Profile &p) { p.match = {.kind = profile::MatchRule::Kind::Column, .column = u"lastname"_s}; }},
    };
}

core::Result<core::Nothing> prepareRehearsal(Sandbox &sandbox, const Rehearsal &rehearsal, const QString &folder)
{
    sandbox.clearFaults();
    for (const QString &fault : rehearsal.faults) {
        if (const auto set = sandbox.setFault(fault.section(u'=', 0, 0), fault.section(u'=', 1)); !set)
            return set;
    }
    Profile probe;
    if (rehearsal.edit)
        rehearsal.edit(probe);
    if (probe.credential.certificateFile.isEmpty())
        return core::Nothing{};
    const auto pem = sandbox.clientCertificate();
    if (!pem)
        return pem.error();
    QFile file(QDir(folder).filePath(QString::fromLatin1(certificateName)));
    file.remove();
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
                           file.write(*pem) == pem->size();
    if (isWritten)
        return core::Nothing{};
    return core::Error{.kind = core::Error::Kind::Storage,
                       .message = Texts::tr("The file %1 cannot be written.").arg(file.fileName()),
                       .fix = Texts::tr("Choose a folder that exists and that you may write to."),
                       .detail = file.errorString()};
}

} // namespace sandbox
