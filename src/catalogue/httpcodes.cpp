#include "catalogue/table.h"

#include <QtGlobal>

namespace catalogue {

using Kind = core::Error::Kind;

namespace {

/// What a status means, whoever says it.
constexpr Line lines[] = {
    {"HTTP 401", Kind::SignIn, "", QT_TRANSLATE_NOOP("catalogue::Http", "The service did not accept the sign-in."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Check the credentials of this integration, then test the connection again."),
     Portal::ConnectionPage},
    {"HTTP 403", Kind::Forbidden, "", QT_TRANSLATE_NOOP("catalogue::Http", "The service did not allow this."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Check what the application or the key may do there."),
     Portal::ConnectionPage},
    {"HTTP 404", Kind::NotFound, "",
     QT_TRANSLATE_NOOP("catalogue::Http", "The service does not have what was asked for."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Check the address."), Portal::ConnectionPage},
    {"HTTP 405", Kind::Rejected, "",
     QT_TRANSLATE_NOOP("catalogue::Http", "The service does not do this at that address."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Check the address."), Portal::ConnectionPage},
    {"HTTP 407", Kind::Network, "", QT_TRANSLATE_NOOP("catalogue::Http", "The proxy server asks for a sign-in."),
     QT_TRANSLATE_NOOP("catalogue::Http",
                       "Enter the proxy with its user name and password among this integration's network options."),
     Portal::ConnectionPage},
    {"HTTP 408", Kind::Timeout, "",
     QT_TRANSLATE_NOOP("catalogue::Http", "The service gave up waiting for the request."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Try again."), Portal::ThisComputer},
    {"HTTP 409", Kind::Conflict, "",
     QT_TRANSLATE_NOOP("catalogue::Http", "Somebody else changed this in the meantime."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Read it again, then decide."), Portal::None},
    {"HTTP 412", Kind::Conflict, "",
     QT_TRANSLATE_NOOP("catalogue::Http",
                       "The service refused the write, because what it changes is not in the expected state."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Read it again, then decide."), Portal::None},
    {"HTTP 413", Kind::Rejected, "", QT_TRANSLATE_NOOP("catalogue::Http", "The request is too large for the service."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Send less at once."), Portal::None},
    {"HTTP 429", Kind::Throttled, "", QT_TRANSLATE_NOOP("catalogue::Http", "The service asks to slow down."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Nothing has to be changed; try again in some minutes."), Portal::None},
    {"HTTP 500", Kind::Server, "", QT_TRANSLATE_NOOP("catalogue::Http", "The service met an error of its own."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Try again later; give the request id to its support if it stays."),
     Portal::None},
    {"HTTP 501", Kind::NotFound, "", QT_TRANSLATE_NOOP("catalogue::Http", "The service does not offer this."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Check the address."), Portal::ConnectionPage},
    {"HTTP 502", Kind::Server, "",
     QT_TRANSLATE_NOOP("catalogue::Http", "Something in front of the service got no good answer from it."),
     QT_TRANSLATE_NOOP("catalogue::Http",
                       "Try again later. If it stays, a proxy or firewall on the way may be the cause."),
     Portal::None},
    {"HTTP 503", Kind::Server, "", QT_TRANSLATE_NOOP("catalogue::Http", "The service is not available at the moment."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Nothing has to be changed; try again in a few minutes."), Portal::None},
    {"HTTP 504", Kind::Server, "",
     QT_TRANSLATE_NOOP("catalogue::Http", "Something in front of the service waited for it in vain."),
     QT_TRANSLATE_NOOP("catalogue::Http",
                       "Try again later. If it stays, a proxy or firewall on the way may be the cause."),
     Portal::None},
    {"HTTP 3xx", Kind::BadReply, "",
     QT_TRANSLATE_NOOP("catalogue::Http", "The address leads to another one, and was not followed."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Check the address."), Portal::ConnectionPage},
    {"HTTP 4xx", Kind::Rejected, "", QT_TRANSLATE_NOOP("catalogue::Http", "The service refused the request (HTTP %1)."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Its own words are in the details."), Portal::None},
    {"HTTP 5xx", Kind::Server, "", QT_TRANSLATE_NOOP("catalogue::Http", "The service failed to answer (HTTP %1)."),
     QT_TRANSLATE_NOOP("catalogue::Http", "Try again later."), Portal::None},
};

} // namespace

Table httpCodes()
{
    return {.context = "catalogue::Http", .lines = lines};
}

} // namespace catalogue
