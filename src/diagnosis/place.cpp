#include "diagnosis/place.h"

#include <QCoreApplication>

namespace diagnosis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(diagnosis::Place)
};

// The portals' own words; where a translation of the portal exists, translators use its words.
QString secrets()
{
    return Texts::tr("Microsoft Entra admin center → App registrations → your application → Certificates & secrets");
}

QString application()
{
    return Texts::tr("Microsoft Entra admin center → App registrations → your application → Overview");
}

QString tenant()
{
    return Texts::tr("Microsoft Entra admin center → Overview → Tenant ID");
}

QString conditionalAccess()
{
    return Texts::tr("Microsoft Entra admin center → Conditional Access → Policies");
}

QString environment()
{
    return Texts::tr("Power Platform admin center → Environments → your environment → Environment URL");
}

QString applicationUsers()
{
    return Texts::tr("Power Platform admin center → Environments → your environment → Settings → Users + permissions → "
                     "Application users");
}

QString securityRoles()
{
    return Texts::tr("Power Platform admin center → Environments → your environment → Settings → Users + permissions → "
                     "Security roles");
}

QString columns()
{
    return Texts::tr("Power Apps → Tables → your table → Columns");
}

QString keys()
{
    return Texts::tr("Power Apps → Tables → your table → Keys");
}

QString didomiKeys()
{
    return Texts::tr("Didomi Console → Settings → Private API keys");
}

QString didomiOrganization()
{
    return Texts::tr("Didomi Console → Organization; its id stands in the Console's address");
}

QString didomiPurposes()
{
    return Texts::tr("Didomi Console → Data Manager → Purposes");
}

QString placeOfField(const QString &field)
{
    if (field == "authentication.client_id"_L1)
        return application();
    if (field == "authentication.client_secret"_L1)
        return secrets();
    if (field == "authentication.tenant_id"_L1)
        return tenant();
    if (field == "authentication.instance"_L1)
        return environment();
    if (field == "didomi.organization_id"_L1)
        return didomiOrganization();
    if (field.startsWith("didomi."_L1))
        return didomiKeys();
    return Texts::tr("Connection page of this integration");
}

/// By Microsoft's number (dataverse-api section 1.6).
QString placeOfSignIn(const QString &code)
{
    struct Known {
        QLatin1StringView code;
        QString (*place)();
    };
    static constexpr Known known[] = {
        {"AADSTS7000215"_L1, secrets},
        {"AADSTS7000222"_L1, secrets},
        {"AADSTS7000218"_L1, secrets},
        {"AADSTS70002"_L1, secrets},
        {"AADSTS700016"_L1, application},
        {"AADSTS700011"_L1, application},
        {"AADSTS70001"_L1, application},
        {"AADSTS7000112"_L1, application},
        {"AADSTS700025"_L1, application},
        {"AADSTS90002"_L1, tenant},
        {"AADSTS900023"_L1, tenant},
        {"AADSTS90038"_L1, tenant},
        {"AADSTS500011"_L1, environment},
        {"AADSTS50001"_L1, environment},
        {"AADSTS53003"_L1, conditionalAccess},
        {"AADSTS530032"_L1, conditionalAccess},
        {"AADSTS530035"_L1, conditionalAccess},
    };
    for (const Known &one : known) {
        if (code == one.code)
            return one.place();
    }
    return application();
}

} // namespace

QString placeOf(Step::Id id, const core::Error &problem)
{
    using Kind = core::Error::Kind;
    switch (id) {
    case Step::Id::Input:
        return placeOfField(problem.field);
    case Step::Id::Token:
        return placeOfSignIn(problem.code);
    case Step::Id::WhoAmI:
        return problem.kind == Kind::Forbidden || problem.kind == Kind::SignIn ? applicationUsers() : environment();
    case Step::Id::Table:
        return problem.kind == Kind::Forbidden ? securityRoles() : columns();
    case Step::Id::Columns:
        return columns();
    case Step::Id::Match:
        return keys();
    case Step::Id::DidomiSession:
        return didomiKeys();
    case Step::Id::DidomiOrganization:
        if (problem.field.startsWith("mappings"_L1))
            return didomiPurposes();
        return didomiOrganization();
    }
    return {};
}

} // namespace diagnosis
