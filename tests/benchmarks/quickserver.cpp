#include "quickserver.h"

#include <QByteArrayMatcher>

namespace bench {

namespace {

constexpr char boundary[] = "batchresponse_1";

/// The same row for the same value, whoever asks.
QByteArray idFor(QByteArrayView value)
{
    QByteArray digits;
    for (const char c : value) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    return "7c0f0000-0000-4000-8000-" + digits.right(12).rightJustified(12, '0');
}

/// One row for each literal: `column%20eq%20'value'`, or a bare GUID.
QByteArray rowsFor(QByteArrayView address)
{
    static const QByteArrayMatcher comparison("%20eq%20");
    QByteArray json;
    json.reserve(address.size() * 4);
    json += "{\"@odata.context\":\"http://127.0.0.1/api/data/v9.2/$metadata#contacts\",\"value\":[";
    qsizetype at = comparison.indexIn(address.data(), address.size());
    while (at >= 0) {
        const qsizetype name = address.first(at).lastIndexOf('=');
        const qsizetype blank = address.first(at).lastIndexOf('0'); // of "%20or%20"
        const QByteArrayView column = address.sliced(qMax(name, blank) + 1, at - qMax(name, blank) - 1);
        const qsizetype begin = at + 8;
        const bool isText = address.sliced(begin).startsWith('\'');
        const qsizetype end = isText ? address.indexOf('\'', begin + 1) : begin + 36;
        const QByteArrayView value = isText ? address.sliced(begin + 1, end - begin - 1) : address.sliced(begin, 36);
        const QByteArray id = isText ? idFor(value) : value.toByteArray();
        if (!json.endsWith('['))
            json += ',';
        json.append("{\"@odata.etag\":\"W/\\\"8123456\\\"\",\"contactid\":\"").append(id).append('"');
        if (isText)
            json.append(",\"").append(column).append("\":\"").append(value).append('"');
        json += ",\"donotbulkemail\":false,\"donotphone\":true,\"emailaddress1\":\"jane.doe@example.com\"}";
        at = comparison.indexIn(address.data(), address.size(), end);
    }
    return json + "]}";
}

QByteArray batchAnswer(const QByteArray &body)
{
    static const QByteArrayMatcher requestLine("binary\r\n\r\n"); // what stands before each
    QByteArray answer;
    answer.reserve(body.size());
    for (qsizetype at = requestLine.indexIn(body); at >= 0; at = requestLine.indexIn(body, at + 10)) {
        answer += "--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";
        const QByteArrayView rest = QByteArrayView(body).sliced(at + 10);
        if (rest.startsWith("GET "))
            answer
                .append("HTTP/1.1 200 OK\r\nContent-Type: application/json; odata.metadata=minimal\r\n"
                        "OData-Version: 4.0\r\n\r\n")
                .append(rowsFor(rest.first(rest.indexOf('\r'))));
        else
            answer += "HTTP/1.1 204 No Content\r\nOData-Version: 4.0\r\n"
                      "OData-EntityId: http://127.0.0.1/api/data/v9.2/contacts(7c0f0000-0000-4000-8000-000000000001)"
                      "\r\n\r\n";
        answer += "\r\n";
    }
    return answer + "--batchresponse_1--\r\n";
}

httpd::Response answerTo(const httpd::Request &request)
{
    if (request.path.endsWith("/token"))
        return httpd::Response::json(200, R"({"token_type":"Bearer","expires_in":3599,"access_token":"quick"})");
    if (request.path.endsWith("/WhoAmI"))
        return httpd::Response::json(
            200,
            QByteArray(R"({"BusinessUnitId":"%","UserId":"%","OrganizationId":"%"})").replace('%', quickOrganization));
    if (request.path.endsWith("/sdkmessagefilters"))
        return httpd::Response::json(200,
                                     R"({"value":[{"sdkmessagefilterid":"0c0c0c0c-0000-4000-8000-000000000002"}]})");
    if (request.path.endsWith("/$batch"))
        return {.status = 200,
                .headers = {{"Content-Type", QByteArray("multipart/mixed; boundary=") + boundary}},
                .body = batchAnswer(request.body)};
    if (request.path.endsWith(".CreateMultiple"))
        return httpd::Response::json(200, "{\"Ids\":[]}");
    if (request.method == "GET")
        return httpd::Response::json(200, rowsFor(request.query));
    return httpd::Response::empty(204);
}

} // namespace

core::Result<std::unique_ptr<httpd::Server>> startQuickServer(const QuickServerOptions &options)
{
    return httpd::Server::listen({.maxBodyBytes = 256LL * 1024 * 1024}, [options](const httpd::Request &request) {
        httpd::Response response = answerTo(request);
        if (request.method == "PATCH")
            response.delay = options.writeTime;
        if (options.hint > 0)
            response.headers.emplaceBack("x-ms-dop-hint", QByteArray::number(options.hint));
        return response;
    });
}

} // namespace bench
