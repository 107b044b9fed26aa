#include "profile/instance.h"

#include "core/loopback.h"
#include "profile/pasted.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace profile {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::Instance)
};

Error invalid(const QString &field, const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
}

struct Region {
    int number; ///< Of the host: crm4 → 4; plain crm → 0.
    const char *name;
};

/// dataverse-api section 1.1. New numbers appear over time: a missing one only has no name.
constexpr std::array regions{
    Region{0, QT_TRANSLATE_NOOP("profile::Instance", "North America")},
    Region{2, QT_TRANSLATE_NOOP("profile::Instance", "South America")},
    Region{3, QT_TRANSLATE_NOOP("profile::Instance", "Canada")},
    Region{4, QT_TRANSLATE_NOOP("profile::Instance", "EMEA")},
    Region{5, QT_TRANSLATE_NOOP("profile::Instance", "Asia Pacific")},
    Region{6, QT_TRANSLATE_NOOP("profile::Instance", "Oceania")},
    Region{7, QT_TRANSLATE_NOOP("profile::Instance", "Japan")},
    Region{8, QT_TRANSLATE_NOOP("profile::Instance", "India")},
    Region{9, QT_TRANSLATE_NOOP("profile::Instance", "US Government (GCC)")},
    Region{11, QT_TRANSLATE_NOOP("profile::Instance", "United Kingdom")},
    Region{12, QT_TRANSLATE_NOOP("profile::Instance", "France")},
    Region{14, QT_TRANSLATE_NOOP("profile::Instance", "South Africa")},
    Region{15, QT_TRANSLATE_NOOP("profile::Instance", "United Arab Emirates")},
    Region{16, QT_TRANSLATE_NOOP("profile::Instance", "Germany")},
    Region{17, QT_TRANSLATE_NOOP("profile::Instance", "Switzerland")},
    Region{19, QT_TRANSLATE_NOOP("profile::Instance", "Norway")},
    Region{20, QT_TRANSLATE_NOOP("profile::Instance", "Singapore")},
    Region{21, QT_TRANSLATE_NOOP("profile::Instance", "Korea")},
};

/// Sites of Microsoft's and Didomi's that people have open when they look for an environment's address.
struct Site {
    const char *host; ///< This host, and those below it.
    const char *name;
};
constexpr std::array sites{
    Site{"powerapps.com", QT_TRANSLATE_NOOP("profile::Instance", "the Power Apps maker portal")},
    Site{"powerapps.us", QT_TRANSLATE_NOOP("profile::Instance", "the Power Apps maker portal")},
    Site{"powerapps.cn", QT_TRANSLATE_NOOP("profile::Instance", "the Power Apps maker portal")},
    Site{"admin.powerplatform.microsoft.com",
         QT_TRANSLATE_NOOP("profile::Instance", "the Power Platform admin center")},
    Site{"powerplatform.microsoft.us", QT_TRANSLATE_NOOP("profile::Instance", "the Power Platform admin center")},
    Site{"powerplatform.microsoft.com", QT_TRANSLATE_NOOP("profile::Instance", "the Power Platform")},
    Site{"powerautomate.com", QT_TRANSLATE_NOOP("profile::Instance", "Power Automate")},
    Site{"portal.azure.com", QT_TRANSLATE_NOOP("profile::Instance", "the Azure portal")},
    Site{"portal.azure.us", QT_TRANSLATE_NOOP("profile::Instance", "the Azure portal")},
    Site{"portal.azure.cn", QT_TRANSLATE_NOOP("profile::Instance", "the Azure portal")},
    Site{"entra.microsoft.com", QT_TRANSLATE_NOOP("profile::Instance", "the Entra admin center")},
    Site{"admin.microsoft.com", QT_TRANSLATE_NOOP("profile::Instance", "the Microsoft 365 admin center")},
    Site{"login.microsoftonline.com", QT_TRANSLATE_NOOP("profile::Instance", "Microsoft's sign-in")},
    Site{"login.microsoftonline.us", QT_TRANSLATE_NOOP("profile::Instance", "Microsoft's sign-in")},
    Site{"home.dynamics.com", QT_TRANSLATE_NOOP("profile::Instance", "the Dynamics 365 home page")},
    Site{"dynamics.microsoft.com", QT_TRANSLATE_NOOP("profile::Instance", "Microsoft's product pages")},
    Site{"learn.microsoft.com", QT_TRANSLATE_NOOP("profile::Instance", "Microsoft's documentation")},
    Site{"sharepoint.com", QT_TRANSLATE_NOOP("profile::Instance", "SharePoint")},
    Site{"didomi.io", QT_TRANSLATE_NOOP("profile::Instance", "Didomi")},
};

QString siteName(const QString &host)
{
    for (const Site &site : sites) {
        const QString known = QString::fromLatin1(site.host);
        if (host == known || host.endsWith(u'.' + known))
            return Text::tr(site.name);
    }
    return {};
}

/// What a field that takes addresses says about itself.
struct Field {
    QString name; ///< For the error's field.
    QString what; ///< "address of the environment"
    QString fix;  ///< Where to copy the right one from.
};

/// The part that all addresses have in common: https, or http to loopback; no user, no blanks. The host is bare and
/// lower case.
Result<QUrl> readAddress(const QString &text, const Field &field)
{
    const auto no = [&field](const QString &message, const QString &fix = {}) {
        return invalid(field.name, message, fix.isEmpty() ? field.fix : fix);
    };
    QString address = cleaned(text);
    switch (recognise(address)) {
    case Pasted::Nothing:
        return no(Text::tr("The %1 is missing.").arg(field.what));
    case Pasted::Placeholder:
        return no(Text::tr("The %1 is still the example's placeholder.").arg(field.what));
    case Pasted::Guid:
    case Pasted::GuidWithLabel:
    case Pasted::ObjectIdWithLabel:
        if (!address.contains(u'/')) // an address may well hold a GUID
            return no(Text::tr("This is an ID, not an address."));
        break;
    case Pasted::EntraSecret:
        return no(Text::tr("This looks like a client secret, not like an address."),
                  Text::tr("Put the secret into its own field. %1").arg(field.fix));
    case Pasted::Mail:
        return no(Text::tr("This is an e-mail address, not the address of a server."));
    case Pasted::Url:
    case Pasted::Domain:
    case Pasted::Other:
        break;
    }
    if (address.contains(u' ') || address.contains(u'\n') || address.contains(u'\t') || address.contains(u'\\'))
        return no(Text::tr("An address has no blanks, line breaks or backslashes."));

    static const QRegularExpression oneSlash(u"^https?:(?!//)"_s, QRegularExpression::CaseInsensitiveOption);
    if (oneSlash.match(address).hasMatch())
        return no(Text::tr("This is not an address that could be read: there must be two slashes behind “https:”."));
    const bool hasScheme = address.contains("://"_L1);
    if (!hasScheme) {
        address = address.startsWith("//"_L1) ? u"https:"_s + address : u"https://"_s + address;
        if (isLoopback(QUrl(address)))
            address.replace(0, 5, u"http"_s); // nobody gives a certificate to a sandbox
    }
    QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return no(Text::tr("This is not an address that could be read."));
    if (!url.userInfo().isEmpty() || url.authority().contains(u'@'))
        return no(Text::tr("The address holds a user name or password before the @."),
                  Text::tr("Leave out everything up to the @."));
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return no(Text::tr("The address starts with “%1://”, but must start with “https://”.").arg(url.scheme()));
    if (url.scheme() == "http"_L1 && !isLoopback(url))
        return no(Text::tr("“http://” would send credentials and personal data over the network unprotected."),
                  Text::tr("Use “https://” instead; plain http is only possible to this very computer."));
    QString host = url.host(QUrl::FullyEncoded).toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    if (!host.contains(u'.') && !core::isLoopback(host))
        return no(Text::tr("“%1” is not a complete host name.").arg(host));
    url.setHost(host);
    return url;
}

QUrl bareUrl(const QUrl &url)
{
    QUrl bare;
    bare.setScheme(url.scheme());
    bare.setHost(url.host());
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    if (url.port(usual) != usual)
        bare.setPort(url.port());
    return bare;
}

QString regionOf(const QString &domain, Cloud cloud)
{
    if (cloud == Cloud::China)
        return Text::tr("China");
    if (domain == "crm.microsoftdynamics.us"_L1)
        return Text::tr("US Government (GCC High)");
    if (domain == "crm.appsplatform.us"_L1)
        return Text::tr("US Government (DoD)");
    const int number = domain.mid(3, domain.indexOf(u'.') - 3).toInt();
    for (const Region &region : regions) {
        if (region.number == number)
            return Text::tr(region.name);
    }
    return {};
}

Cloud cloudOf(const QString &domain)
{
    if (domain.endsWith(".us"_L1))
        return Cloud::UsGovernment;
    return domain.endsWith(".cn"_L1) ? Cloud::China : Cloud::Public;
}

Field instanceField()
{
    return {.name = u"authentication.instance"_s,
            .what = Text::tr("address of the environment"),
            .fix = Text::tr("Copy “Environment URL” from the Power Platform admin center, or the address bar of your "
                            "Dynamics 365 app; it looks like "
                            "https://yourorganisation.crm4.dynamics.com.")};
}

} // namespace

QUrl Instance::apiUrl(const QString &apiVersion) const
{
    QUrl api = url;
    api.setPath(u"/api/data/"_s + (apiVersion.startsWith(u'v') ? apiVersion : u'v' + apiVersion) + u'/');
    return api;
}

QString Instance::scope() const
{
    return url.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash) + u"/.default"_s;
}

Result<Instance> normaliseInstance(const QString &text)
{
    static const QRegularExpression documented(
        uR"re(^([a-z0-9][a-z0-9-]*)(?:\.api)?\.(crm\d{0,3}\.dynamics\.com|crm\.microsoftdynamics\.us|crm\.appsplatform\.us|crm\.dynamics\.cn)$)re"_s);
    static const QRegularExpression domainOnly(
        uR"re(^(?:api\.)?(?:crm\d{0,3}\.)?(?:dynamics\.com|microsoftdynamics\.us|appsplatform\.us|dynamics\.cn)$)re"_s);
    const Field field = instanceField();
    const auto address = readAddress(text, field);
    if (!address)
        return address.error();
    const QString host = address->host();

    if (isLoopback(*address))
        return Instance{
            .url = bareUrl(*address), .cloud = Cloud::Loopback, .region = Text::tr("this computer"), .warning = {}};
    if (domainOnly.match(host).hasMatch())
        return invalid(field.name, Text::tr("The name of your organisation is missing before “%1”.").arg(host),
                       field.fix);
    if (const QString site = siteName(host); !site.isEmpty())
        return invalid(field.name, Text::tr("This is the address of %1, not of an environment.").arg(site), field.fix);

    const auto match = documented.match(host);
    if (!match.hasMatch()) {
        Instance unknown{.url = bareUrl(*address), .cloud = Cloud::Unknown, .region = {}, .warning = {}};
        unknown.warning =
            host.endsWith(".microsoftdynamics.de"_L1)
                ? Text::tr("Microsoft closed this German cloud in 2021; the environment has moved to another address.")
                : Text::tr("“%1” is not a host that Microsoft documents for Dynamics 365; it is used as it is.")
                      .arg(host);
        return unknown;
    }
    const QString organisation = match.captured(1);
    const QString domain = match.captured(2);
    static const QStringList services{u"api"_s, u"disco"_s, u"globaldisco"_s, u"www"_s};
    if (services.contains(organisation))
        return invalid(field.name, Text::tr("“%1” is a service of Microsoft's, not an environment.").arg(host),
                       field.fix);
    if (address->port(443) != 443)
        return invalid(field.name, Text::tr("Dynamics 365 does not listen on port %1.").arg(address->port()),
                       Text::tr("Leave out the colon and the number behind the host."));
    const Cloud cloud = cloudOf(domain);
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(organisation + u'.' + domain);
    return Instance{.url = url, .cloud = cloud, .region = regionOf(domain, cloud), .warning = {}};
}

QUrl defaultAuthority(Cloud cloud)
{
    switch (cloud) {
    case Cloud::UsGovernment:
        return QUrl(u"https://login.microsoftonline.us"_s);
    case Cloud::China:
        return QUrl(u"https://login.partner.microsoftonline.cn"_s);
    case Cloud::Loopback:
        return {};
    case Cloud::Public:
    case Cloud::Unknown:
        break;
    }
    return QUrl(u"https://login.microsoftonline.com"_s);
}

Result<QUrl> normaliseDidomiUrl(const QString &text)
{
    const Field field{.name = u"didomi.api_url"_s,
                      .what = Text::tr("address of Didomi's API"),
                      .fix = Text::tr("Use https://api.didomi.io/v1, unless Didomi gave you another one.")};
    const auto address = readAddress(text, field);
    if (!address)
        return address.error();
    if (address->hasQuery() || address->hasFragment())
        return invalid(field.name, Text::tr("The address must end with its path; there is a “?” or “#” in it."),
                       field.fix);
    const QString host = address->host();
    if (host == "didomi.io"_L1 || (host.endsWith(".didomi.io"_L1) && !host.startsWith("api."_L1)))
        return invalid(field.name, Text::tr("“%1” is a site of Didomi's for people, not its API.").arg(host),
                       field.fix);
    if (normaliseInstance(host) && normaliseInstance(host)->warning.isEmpty() && !isLoopback(*address))
        return invalid(field.name, Text::tr("This is the address of a Dynamics 365 environment, not of Didomi."),
                       field.fix);

    QUrl url = bareUrl(*address);
    QString path = address->path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    // On Didomi's own host every address that one copies from its documentation means the same API.
    if (path.isEmpty() || host.endsWith(".didomi.io"_L1))
        path = u"/v1"_s;
    url.setPath(path, QUrl::StrictMode);
    return url;
}

Result<QUrl> normaliseAuthority(const QString &text)
{
    const Field field{.name = u"options.authority"_s,
                      .what = Text::tr("address of the sign-in"),
                      .fix = Text::tr("Leave the field empty to use the sign-in that belongs to the environment.")};
    const auto address = readAddress(text, field);
    if (!address)
        return address.error();
    if ((address->path() != "/"_L1 && !address->path().isEmpty()) || address->hasQuery() || address->hasFragment())
        return invalid(field.name,
                       Text::tr("The address of the sign-in must end with the host; the tenant has its own field."),
                       field.fix);
    return bareUrl(*address);
}

bool isLoopback(const QUrl &url)
{
    return core::isLoopback(url.host());
}

} // namespace profile
