#include "sandbox/wire.h"

#include "sandbox/didomi/didomi.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr char gatewayPage[] = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head>"
                               "<body><h1>Bad Gateway</h1><p>The upstream server is not available.</p></body></html>";

httpd::Response dataverseRefusal(int status, const QString &code, const QString &message)
{
    const QJsonObject error{{u"code"_s, code}, {u"message"_s, message}};
    return httpd::Response::json(status, QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact),
                                 {{"OData-Version", "4.0"}});
}

httpd::Response entraRefusal(int status, int code, const QString &message)
{
    const QJsonObject body{{u"error"_s, u"temporarily_unavailable"_s},
                           {u"error_codes"_s, QJsonArray{code}},
                           {u"error_description"_s, u"AADSTS%1: %2"_s.arg(QString::number(code), message)}};
    return httpd::Response::json(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

httpd::Response throttled(Service service, int left)
{
    // The service tells three limits apart, and writes their codes once in hex and once in decimal.
    struct Limit {
        QLatin1StringView code;
        QLatin1StringView message;
    };
    static constexpr std::array limits = {
        Limit{"0x80072322"_L1, "Number of requests exceeded the limit of 6000 over time window of 300 seconds."_L1},
        Limit{
            "-2147015903"_L1,
            "Combined execution time of incoming requests exceeded limit of 1200000 milliseconds over time window of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later."_L1},
        Limit{"0x80072326"_L1, "Number of concurrent requests exceeded the limit of 52."_L1},
    };
    const Limit &limit = limits.at(size_t(left) % limits.size());
    httpd::Response response = service == Service::Entra ? entraRefusal(429, 90055, u"The tenant is throttled."_s)
                               : service == Service::Didomi
                                   ? Didomi::refusal(429, u"Too many requests, please try again later."_s)
                                   : dataverseRefusal(429, limit.code, limit.message);
    response.headers.emplaceBack("Retry-After", "2");
    return response;
}

httpd::Response failed(Service service, int status, const QString &message)
{
    if (service == Service::Entra)
        return entraRefusal(status, 90033, message);
    return service == Service::Didomi
               ? Didomi::refusal(status, message)
               : dataverseRefusal(status, status == 500 ? u"0x80040216"_s : u"0x80044150"_s, message);
}

} // namespace

std::optional<httpd::Response> strikeBefore(Service service, const httpd::Request &request, Faults &faults)
{
    if (faults.strike("reset"_L1, service))
        return httpd::Response{.wire = httpd::Response::Wire::Reset};
    if (faults.strike("hang"_L1, service)) {
        httpd::Response response = httpd::Response::html(504, gatewayPage);
        response.delay = std::chrono::seconds(30);
        return response;
    }
    if (faults.strike("html"_L1, service))
        return httpd::Response::html(502, gatewayPage);
    if (faults.strike("redirect"_L1, service)) {
        // Another host of this machine, where nobody listens: a client that follows is found out, and tells nobody its
        // token.
        return httpd::Response::empty(307, {{"Location", "http://127.0.0.2:9" + request.path}});
    }
    if (faults.strike("unavailable"_L1, service))
        return failed(service, 503, u"The service is temporarily unavailable."_s);
    if (faults.strike("server-error"_L1, service))
        return failed(service, 500, u"An unexpected error occurred."_s);
    const int left = faults.number("throttle"_L1, service).value_or(0);
    if (faults.strike("throttle"_L1, service))
        return throttled(service, left);
    return {};
}

void strikeAfter(Service service, httpd::Response &response, Faults &faults)
{
    if (faults.strike("truncate"_L1, service))
        response.wire = httpd::Response::Wire::Truncate;
    if (faults.strike("lost-answer"_L1, service))
        response.wire = httpd::Response::Wire::Reset;
}

} // namespace sandbox
