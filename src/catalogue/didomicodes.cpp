#include "catalogue/table.h"

#include <QtGlobal>

namespace catalogue {

using Kind = core::Error::Kind;

namespace {

/// Didomi has no codes but its statuses (didomi-api section 8).
constexpr Line lines[] = {
    {"Didomi sign-in", Kind::SignIn, "didomi.key_id",
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Didomi does not accept the private API key."),
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Check the key's id and its secret: both are shown in Didomi's console "
                                            "under Settings, Private API keys. A disabled key is refused as well."),
     Portal::DidomiKeys},
    {"Didomi 401", Kind::SignIn, "",
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Didomi did not accept the session, not even a new one."),
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Check in Didomi's console that the private API key is still enabled."),
     Portal::DidomiKeys},
    {"Didomi 403", Kind::Forbidden, "didomi.organization_id",
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Didomi does not allow this to the private API key: the feature is not in "
                                            "the contract, or the organization is another one."),
     QT_TRANSLATE_NOOP("catalogue::Didomi",
                       "Check the organization id, and ask Didomi whether the Consents API is part of the contract."),
     Portal::DidomiOrganization},
    {"Didomi 404", Kind::NotFound, "",
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Didomi does not have what was asked for."),
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Check the organization id and Didomi's API address."),
     Portal::DidomiOrganization},
    {"Didomi 408", Kind::Timeout, "", QT_TRANSLATE_NOOP("catalogue::Didomi", "Didomi gave up waiting for the request."),
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Try again."), Portal::DidomiStatus},
    {"Didomi 409", Kind::Conflict, "",
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Somebody else changed this in Didomi in the meantime."),
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Read it again, then decide."), Portal::None},
    {"Didomi 413", Kind::Rejected, "", QT_TRANSLATE_NOOP("catalogue::Didomi", "The request is too large for Didomi."),
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Send less at once."), Portal::None},
    {"Didomi 429", Kind::Throttled, "",
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Didomi asks to slow down: too many requests for the organization."),
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Try again in a minute."), Portal::None},
    {"Didomi 3xx", Kind::BadReply, "didomi.api_url",
     QT_TRANSLATE_NOOP("catalogue::Didomi", "The address leads to another one, not to Didomi's API."),
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Check Didomi's API address; it usually is https://api.didomi.io/v1."),
     Portal::ConnectionPage},
    {"Didomi 4xx", Kind::Rejected, "", QT_TRANSLATE_NOOP("catalogue::Didomi", "Didomi refused the request (HTTP %1)."),
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Its own words are in the details."), Portal::None},
    {"Didomi 5xx", Kind::Server, "", QT_TRANSLATE_NOOP("catalogue::Didomi", "Didomi failed to answer (HTTP %1)."),
     QT_TRANSLATE_NOOP("catalogue::Didomi", "Try again later; status.didomi.io tells about outages."),
     Portal::DidomiStatus},
};

} // namespace

Table didomiCodes()
{
    return {.context = "catalogue::Didomi", .lines = lines};
}

} // namespace catalogue
