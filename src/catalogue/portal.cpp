#include "catalogue/didominames.h"
#include "catalogue/entry.h"

#include <QHash>

namespace catalogue {

using namespace Qt::StringLiterals;
using core::Error;
using Kind = core::Error::Kind;

namespace {

/// Nothing for a code that is not known; a known one may have no place all the same.
std::optional<Portal> byCode(const Error &error)
{
    for (const Source source : {Source::Network, Source::Entra, Source::Dataverse}) {
        if (const std::optional<Entry> entry = find(source, error.code))
            return entry->portal;
    }
    const bool isDidomis = error.httpStatus > 0 && statusOfDidomiName(error.code) == error.httpStatus;
    if (!isDidomis)
        return {};
    const bool isKeyRefused = error.kind == Kind::SignIn;
    return isKeyRefused ? Portal::DidomiKeys : ofStatus(Source::Didomi, error.httpStatus).portal;
}

/// What we found wrong ourselves is set right where it was entered; what a service found wrong, where it is to be read.
Portal byField(const Error &error)
{
    const QString &field = error.field;
    if (field.isEmpty())
        return Portal::None;
    if (field.startsWith("mappings"_L1))
        return Portal::MappingsPage;

    static const QHash<QString, Portal> portals{
        {u"authentication.client_id"_s, Portal::EntraApplication},
        {u"authentication.client_secret"_s, Portal::EntraSecrets},
        {u"authentication.tenant_id"_s, Portal::EntraTenant},
        {u"authentication.instance"_s, Portal::Environment},
        {u"credential.next_secret"_s, Portal::EntraSecrets},
        {u"credential.certificate_file"_s, Portal::EntraSecrets},
        {u"didomi.key_id"_s, Portal::DidomiKeys},
        {u"didomi.secret"_s, Portal::DidomiKeys},
        {u"didomi.organization_id"_s, Portal::DidomiOrganization},
    };
    const bool isOurs = error.kind == Kind::Invalid || error.kind == Kind::Storage || error.kind == Kind::Keychain;
    if (!isOurs && portals.contains(field))
        return portals.value(field);

    for (const QLatin1StringView form : {"authentication."_L1, "credential."_L1, "network."_L1, "options."_L1,
                                         "didomi."_L1, "match"_L1, "authority"_L1, "url"_L1, "type_id"_L1}) {
        if (field.startsWith(form))
            return Portal::ConnectionPage;
    }
    return error.kind == Kind::Rejected ? Portal::MappingsPage : Portal::None; // a column, by its name
}

Portal byKind(Kind kind)
{
    switch (kind) {
    case Kind::SignIn:
    case Kind::NotFound:
    case Kind::BadReply:
        return Portal::ConnectionPage; // an address or a credential, both of which stand there
    case Kind::Forbidden:
        return Portal::SecurityRoles; // Didomi's have a field
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Tls:
    case Kind::Storage:
    case Kind::Keychain:
        return Portal::ThisComputer;
    case Kind::Cancelled:
    case Kind::Invalid:
    case Kind::Conflict:
    case Kind::Throttled:
    case Kind::Server:
    case Kind::Rejected:
        return Portal::None;
    }
    return Portal::None;
}

} // namespace

Portal portalOf(const Error &error)
{
    if (const std::optional<Portal> portal = byCode(error))
        return *portal;
    const Portal portal = byField(error);
    return portal == Portal::None ? byKind(error.kind) : portal;
}

} // namespace catalogue
