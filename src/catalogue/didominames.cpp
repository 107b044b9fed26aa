#include "catalogue/didominames.h"

#include <algorithm>
#include <iterator>

namespace catalogue {

namespace {

struct Name {
    QLatin1StringView name;
    int status;
};

// The vocabulary of the framework that such answers come from.
constexpr Name names[] = {
    {QLatin1StringView("BadRequest"), 400},      {QLatin1StringView("NotAuthenticated"), 401},
    {QLatin1StringView("PaymentError"), 402},    {QLatin1StringView("Forbidden"), 403},
    {QLatin1StringView("NotFound"), 404},        {QLatin1StringView("MethodNotAllowed"), 405},
    {QLatin1StringView("NotAcceptable"), 406},   {QLatin1StringView("Timeout"), 408},
    {QLatin1StringView("Conflict"), 409},        {QLatin1StringView("Gone"), 410},
    {QLatin1StringView("LengthRequired"), 411},  {QLatin1StringView("Unprocessable"), 422},
    {QLatin1StringView("TooManyRequests"), 429}, {QLatin1StringView("GeneralError"), 500},
    {QLatin1StringView("NotImplemented"), 501},  {QLatin1StringView("BadGateway"), 502},
    {QLatin1StringView("Unavailable"), 503},
};

} // namespace

int statusOfDidomiName(QStringView name)
{
    const auto found =
        std::find_if(std::begin(names), std::end(names), [name](const Name &one) { return one.name == name; });
    return found == std::end(names) ? 0 : found->status;
}

} // namespace catalogue
