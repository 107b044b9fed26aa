#include "catalogue/place.h"

#include <QCoreApplication>

namespace catalogue {

using namespace Qt::StringLiterals;

namespace {

// The portals' own words; where a translation of the portal exists, translators use its words.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(catalogue::Place)
};

/// Microsoft's portals of one cloud.
struct Portals {
    QString entra = u"https://entra.microsoft.com/"_s;
    QString platform = u"https://admin.powerplatform.microsoft.com/"_s;
    QString apps = u"https://make.powerapps.com/"_s;
};

/// By the sign-in host, and by the instance where clouds share that (dataverse-api section 1.1).
Portals portalsOf(const Surroundings &surroundings)
{
    const QString instance = surroundings.instance.host();
    if (instance.endsWith(".crm.appsplatform.us"_L1)) // US DoD
        return {.entra = u"https://entra.microsoft.us/"_s,
                .platform = u"https://admin.appsplatform.us/"_s,
                .apps = u"https://make.apps.appsplatform.us/"_s};
    if (surroundings.authority.host().endsWith(".us"_L1)) // US GCC High
        return {.entra = u"https://entra.microsoft.us/"_s,
                .platform = u"https://high.admin.powerplatform.microsoft.us/"_s,
                .apps = u"https://make.high.powerapps.us/"_s};
    if (surroundings.authority.host().endsWith(".cn"_L1))
        return {.entra = u"https://entra.microsoftonline.cn/"_s,
                .platform = u"https://admin.powerplatform.partner.microsoftonline.cn/"_s,
                .apps = u"https://make.powerapps.cn/"_s};
    if (instance.endsWith(".crm9.dynamics.com"_L1)) // US GCC, with the public directory
        return {.platform = u"https://gcc.admin.powerplatform.microsoft.us/"_s,
                .apps = u"https://make.gov.powerapps.us/"_s};
    return {};
}

/// A page of the application in Entra ID; without its id the list of applications.
QUrl application(const Portals &portals, const QString &clientId, QLatin1StringView blade)
{
    if (clientId.isEmpty())
        return QUrl(portals.entra + u"#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade"_s);
    return QUrl(portals.entra +
                u"#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/%1/appId/%2"_s.arg(blade, clientId));
}

/// The list of a table's rows in the environment's own pages.
QUrl rowsOf(const Surroundings &surroundings)
{
    QUrl url = surroundings.instance;
    if (url.isEmpty() || surroundings.table.isEmpty())
        return url;
    url.setPath(u"/main.aspx"_s);
    url.setQuery(u"pagetype=entitylist&etn="_s + QString::fromLatin1(QUrl::toPercentEncoding(surroundings.table)));
    return url;
}

QString inEnvironment(const QString &page)
{
    //: %1 is a page of the environment's settings
    return Texts::tr("Power Platform admin center → Environments → your environment → Settings → Users + permissions "
                     "→ %1")
        .arg(page);
}

} // namespace

Place placeOf(Portal portal, const Surroundings &surroundings)
{
    const Portals portals = portalsOf(surroundings);
    const QUrl environments(portals.platform + u"environments"_s);
    const QUrl tables(portals.apps);
    const QUrl didomi(u"https://console.didomi.io/"_s);
    switch (portal) {
    case Portal::None:
        return {};
    case Portal::ConnectionPage:
        return {.text = Texts::tr("Connection page of this integration"), .link = {}};
    case Portal::MappingsPage:
        return {.text = Texts::tr("Mappings page of this integration"), .link = {}};
    case Portal::ThisComputer:
        return {.text = Texts::tr("The settings of this computer and of its network"), .link = {}};
    case Portal::EntraApplication:
        return {.text = Texts::tr("Microsoft Entra admin center → App registrations → your application → Overview"),
                .link = application(portals, surroundings.clientId, "Overview"_L1)};
    case Portal::EntraSecrets:
        return {.text = Texts::tr(
                    "Microsoft Entra admin center → App registrations → your application → Certificates & secrets"),
                .link = application(portals, surroundings.clientId, "Credentials"_L1)};
    case Portal::EntraEnterpriseApplication:
        return {
            .text = Texts::tr("Microsoft Entra admin center → Enterprise applications → your application → Properties"),
            .link =
                QUrl(portals.entra + u"#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview"_s)};
    case Portal::EntraTenant:
        return {.text = Texts::tr("Microsoft Entra admin center → Overview → Tenant ID"),
                .link = QUrl(portals.entra + u"#view/Microsoft_AAD_IAM/TenantOverview.ReactView"_s)};
    case Portal::ConditionalAccess:
        return {.text = Texts::tr("Microsoft Entra admin center → Conditional Access → Policies"),
                .link =
                    QUrl(portals.entra + u"#view/Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies"_s)};
    case Portal::Environment:
        return {.text = Texts::tr("Power Platform admin center → Environments → your environment → Environment URL"),
                .link = environments};
    case Portal::ApplicationUsers:
        return {.text = inEnvironment(Texts::tr("Application users")), .link = environments};
    case Portal::SecurityRoles:
        return {.text = inEnvironment(Texts::tr("Security roles")), .link = environments};
    case Portal::Columns:
        return {.text = Texts::tr("Power Apps → Tables → your table → Columns"), .link = tables};
    case Portal::Keys:
        return {.text = Texts::tr("Power Apps → Tables → your table → Keys"), .link = tables};
    case Portal::Rows:
        return {.text = Texts::tr("Dynamics 365 → the rows of your table"), .link = rowsOf(surroundings)};
    case Portal::ConsentSettings:
        return {.text =
                    Texts::tr("Customer Insights – Journeys → Settings → Customer engagement → Compliance profiles"),
                .link = surroundings.instance};
    case Portal::DidomiKeys:
        return {.text = Texts::tr("Didomi Console → Settings → Private API keys"), .link = didomi};
    case Portal::DidomiOrganization:
        return {.text = Texts::tr("Didomi Console → Organization; its id stands in the Console's address"),
                .link = didomi};
    case Portal::DidomiPurposes:
        return {.text = Texts::tr("Didomi Console → Data Manager → Purposes"), .link = didomi};
    case Portal::MicrosoftStatus:
        return {.text = Texts::tr("Microsoft 365 admin center → Health → Service health"),
                .link = QUrl(u"https://admin.microsoft.com/#/servicehealth"_s)};
    case Portal::DidomiStatus:
        return {.text = Texts::tr("Didomi's status page"), .link = QUrl(u"https://status.didomi.io/"_s)};
    }
    return {};
}

} // namespace catalogue
