#include "profile/instance.h"
#include "profile/pasted.h"

#include <QCoreApplication>

namespace profile {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(profile::Ids)
};

Error invalid(const QString &field, const QString &message, const QString &fix)
{
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
}

/// The admin's clipboard often holds "{…}", as Windows tools print GUIDs.
QString withoutBraces(const QString &text)
{
    const bool isBraced = text.startsWith(u'{') && text.endsWith(u'}') && text.size() > 2;
    return isBraced ? text.mid(1, text.size() - 2).trimmed() : text;
}

/// Nobody can use a GUID of zeros; it is what forms and scripts leave when nothing was filled in.
bool isNull(const QString &guid)
{
    return guid.count(u'0') == 32;
}

} // namespace

core::Result<QString> normaliseClientId(const QString &text)
{
    const QString field = u"authentication.client_id"_s;
    const QString fix = Text::tr(
        "Copy “Application (client) ID” from the overview page of your app registration in Entra ID; it has the form "
        "00000000-0000-0000-0000-000000000000.");
    const QString id = withoutBraces(cleaned(text));
    switch (recognise(id)) {
    case Pasted::Guid:
        if (isNull(id))
            return invalid(field, Text::tr("The client ID consists of zeros only."), fix);
        return id.toLower();
    case Pasted::Nothing:
        return invalid(field, Text::tr("The client ID is missing."), fix);
    case Pasted::Placeholder:
        return invalid(field, Text::tr("The client ID is still the example's placeholder."), fix);
    case Pasted::EntraSecret:
        return invalid(field, Text::tr("This looks like a client secret, not like a client ID."),
                       Text::tr("Put the secret into its own field. %1").arg(fix));
    case Pasted::Mail:
        return invalid(field,
                       Text::tr("This is an e-mail address, not a client ID: Consent Bridge signs in as an "
                                "application, not as a person."),
                       fix);
    case Pasted::Url:
        return invalid(field, Text::tr("This is an address, not a client ID."), fix);
    case Pasted::Domain:
        return invalid(field, Text::tr("This is a domain, not a client ID; perhaps it belongs into the tenant ID."),
                       fix);
    case Pasted::ObjectIdWithLabel:
        return invalid(field, Text::tr("This is the object ID, not the client ID."), fix);
    case Pasted::GuidWithLabel:
        return invalid(field, Text::tr("There is more text here than the client ID."),
                       Text::tr("Leave only the ID itself."));
    case Pasted::Other:
        break;
    }
    return invalid(field,
                   Text::tr("This is not a client ID: it must have 32 hexadecimal digits in five groups, but the text "
                            "has %n character(s).",
                            nullptr, int(id.size())),
                   fix);
}

core::Result<QString> normaliseTenantId(const QString &text)
{
    const QString field = u"authentication.tenant_id"_s;
    const QString fix = Text::tr(
        "Copy “Directory (tenant) ID” from the overview page of your app registration in Entra ID, or enter your "
        "directory's domain, as in contoso.onmicrosoft.com.");
    const QString id = withoutBraces(cleaned(text));
    const QString lower = id.toLower();
    if (lower == "common"_L1 || lower == "organizations"_L1 || lower == "consumers"_L1)
        return invalid(
            field,
            Text::tr("“%1” stands for any tenant; an application must sign in to one certain tenant.").arg(lower), fix);
    switch (recognise(id)) {
    case Pasted::Guid:
        if (isNull(id))
            return invalid(field, Text::tr("The tenant ID consists of zeros only."), fix);
        return lower;
    case Pasted::Domain:
        if (lower.contains(".dynamics."_L1) || lower.startsWith("login.microsoftonline."_L1))
            return invalid(
                field, Text::tr("This is the host of a service, not a tenant; perhaps it belongs into the instance."),
                fix);
        return lower;
    case Pasted::Nothing:
        return invalid(field, Text::tr("The tenant ID is missing."), fix);
    case Pasted::Placeholder:
        return invalid(field, Text::tr("The tenant ID is still the example's placeholder."), fix);
    case Pasted::EntraSecret:
        return invalid(field, Text::tr("This looks like a client secret, not like a tenant ID."),
                       Text::tr("Put the secret into its own field. %1").arg(fix));
    case Pasted::Mail:
        return invalid(field, Text::tr("This is an e-mail address, not a tenant."),
                       Text::tr("Enter only the part after the @, if that is your directory's domain. %1").arg(fix));
    case Pasted::Url:
        return invalid(field, Text::tr("This is an address, not a tenant."),
                       Text::tr("If the tenant ID stands in it, leave only the ID itself. %1").arg(fix));
    case Pasted::ObjectIdWithLabel:
        return invalid(field, Text::tr("This is an object ID, not the tenant ID."), fix);
    case Pasted::GuidWithLabel:
        return invalid(field, Text::tr("There is more text here than the tenant ID."),
                       Text::tr("Leave only the ID itself."));
    case Pasted::Other:
        break;
    }
    return invalid(field, Text::tr("This is neither a tenant ID nor a domain."), fix);
}

} // namespace profile
