#include "sandbox/dataverse/batch.h"

#include "sandbox/dataverse/call.h"
#include "sandbox/dataverse/refusal.h"

#include <QRegularExpression>
#include <QUrl>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestBatch = 1000;

[[noreturn]] void refuseBatch(const QString &why)
{
    refuse(code::payload, u"Error identified in Payload provided by the user for Entity :'', InnerException : "
                          "System.ArgumentException: Stream was not readable. %1"_s.arg(why));
}

QByteArray boundaryOf(const QByteArray &contentType)
{
    static const QRegularExpression pattern(u"^multipart/mixed\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+))"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(contentType));
    return (match.captured(1) + match.captured(2)).toLatin1();
}

/// The parts between boundaries. Only CRLF counts as a line's end.
QList<QByteArray> splitParts(const QByteArray &body, const QByteArray &boundary)
{
    if (boundary.isEmpty())
        refuseBatch(u"The Content-Type header must be multipart/mixed and name a boundary."_s);
    const QByteArray text = "\r\n" + body;
    const QByteArray delimiter = "\r\n--" + boundary;
    QList<QByteArray> parts;
    qsizetype at = text.indexOf(delimiter);
    while (at >= 0) {
        const qsizetype start = at + delimiter.size();
        if (text.sliced(start).startsWith("--")) {
            if (!text.sliced(start + 2).startsWith("\r\n"))
                refuseBatch(u"Every line must end in CRLF, the last one included."_s);
            return parts;
        }
        if (!text.sliced(start).startsWith("\r\n"))
            refuseBatch(u"Every line must end in CRLF."_s);
        const qsizetype next = text.indexOf(delimiter, start);
        if (next < 0)
            break;
        parts << text.sliced(start + 2, next - start - 2);
        at = next;
    }
    refuseBatch(u"The boundary '%1' does not close the message."_s.arg(QString::fromLatin1(boundary)));
}

/// Takes header lines off the front of `text`, up to and with the empty line.
httpd::Headers takeHeaders(QByteArray &text)
{
    httpd::Headers headers;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf("\r\n");
        const QByteArray line = end < 0 ? text : text.first(end);
        text.remove(0, end < 0 ? text.size() : end + 2);
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line.contains('\n'))
            refuseBatch(
                u"'%1' is no header line; every line must end in CRLF."_s.arg(QString::fromUtf8(line.left(80))));
        headers.emplaceBack(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
    return headers;
}

BatchOperation parseOperation(QByteArray text, const httpd::Headers &partHeaders, const httpd::Request &outer,
                              const QByteArray &serviceRoot)
{
    const qsizetype end = text.indexOf("\r\n");
    const QList<QByteArray> words = (end < 0 ? text : text.first(end)).split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/"))
        refuseBatch(u"A request line such as 'PATCH /api/data/v9.2/contacts(…) HTTP/1.1' was expected."_s);
    text.remove(0, end < 0 ? text.size() : end + 2);

    BatchOperation operation;
    operation.contentId = httpd::Request{.headers = partHeaders}.header("Content-ID");
    httpd::Request &request = operation.request;
    request.method = words.at(0).toUpper();
    request.isTls = outer.isTls;
    request.headers = takeHeaders(text);
    for (const char *name :
         {"Host", "Authorization", "OData-Version", "OData-MaxVersion"}) { // what parts do not repeat
        if (request.header(name).isEmpty() && !outer.header(name).isEmpty())
            request.headers.emplaceBack(name, outer.header(name));
    }
    while (text.endsWith("\r\n"))
        text.chop(2);
    request.body = text;

    QByteArray address = words.at(1);
    static const QRegularExpression origin(u"^https?://[^/]+"_s);
    address.remove(0, origin.match(QString::fromLatin1(address)).capturedLength());
    if (!address.startsWith('/') && !address.startsWith('$'))
        address.prepend(serviceRoot);
    const qsizetype question = address.indexOf('?');
    request.path = question < 0 ? address : address.first(question);
    request.query = question < 0 ? QByteArray() : address.sliced(question + 1);
    return operation;
}

const char *reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 412:
        return "Precondition Failed";
    case 415:
        return "Unsupported Media Type";
    default:
        return status >= 500 ? "Internal Server Error" : "Bad Request";
    }
}

QByteArray part(const httpd::Response &response, const QByteArray &boundary, const QByteArray &contentId)
{
    QByteArray text = "--" + boundary + "\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n";
    if (!contentId.isEmpty())
        text += "Content-ID: " + contentId + "\r\n";
    text += "\r\nHTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    for (const auto &[name, value] : response.headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n" + response.body + "\r\n";
}

/// Puts what a "$1" stands for in place of it: the row that the request with that Content-ID has made.
void resolveReferences(httpd::Request &request, const QHash<QByteArray, QByteArray> &made)
{
    static const QRegularExpression inPath(u"^\\$(\\w+)"_s);
    if (const QRegularExpressionMatch match = inPath.match(QString::fromLatin1(request.path)); match.hasMatch()) {
        const QByteArray address = made.value(match.captured(1).toLatin1());
        if (address.isEmpty())
            refuse(code::payload, u"The reference '%1' was not declared before it was used."_s.arg(match.captured(0)));
        request.path = QUrl::fromEncoded(address).path(QUrl::FullyEncoded).toLatin1() +
                       request.path.sliced(match.capturedLength());
    }
    for (auto [id, address] : made.asKeyValueRange())
        request.body.replace("\"$" + id + '"', '"' + address + '"');
}

} // namespace

QList<BatchItem> parseBatch(const httpd::Request &outer, const QByteArray &serviceRoot)
{
    QList<BatchItem> items;
    qsizetype operations = 0;
    for (QByteArray piece : splitParts(outer.body, boundaryOf(outer.header("Content-Type")))) {
        const httpd::Headers headers = takeHeaders(piece);
        const QByteArray type = httpd::Request{.headers = headers}.header("Content-Type");
        BatchItem item;
        if (type.startsWith("application/http")) {
            item.operations << parseOperation(piece, headers, outer, serviceRoot);
        } else if (type.startsWith("multipart/mixed")) {
            item.isChangeSet = true;
            // The delimiter of the outer message has taken the line's end of the inner one.
            for (QByteArray inner : splitParts(piece + "\r\n", boundaryOf(type))) {
                const httpd::Headers innerHeaders = takeHeaders(inner);
                item.operations << parseOperation(inner, innerHeaders, outer, serviceRoot);
                if (item.operations.back().request.method == "GET")
                    refuse(code::payload, u"A GET request is not allowed in a change set."_s);
            }
        } else {
            refuseBatch(u"The content type of a part must be application/http or multipart/mixed."_s);
        }
        operations += item.operations.size();
        items << item;
    }
    if (operations > largestBatch)
        refuse(code::invalidArgument,
               u"The batch has %1 operations; %2 are allowed."_s.arg(operations).arg(largestBatch));
    return items;
}

httpd::Response BatchRun::answerOf(httpd::Request request, const QHash<QByteArray, QByteArray> &made) const
{
    try {
        resolveReferences(request, made);
    } catch (const Refusal &refusal) {
        return refusalAnswer(refusal, {});
    }
    return m_handler(request);
}

QByteArray BatchRun::changeSet(const BatchItem &item, const QByteArray &boundary, int &status)
{
    const std::function<void()> putBack = m_snapshot();
    const QByteArray inner = "changesetresponse_" + boundary.sliced(boundary.indexOf('_') + 1);
    QByteArray text = "--" + boundary + "\r\nContent-Type: multipart/mixed; boundary=" + inner + "\r\n\r\n";
    QHash<QByteArray, QByteArray> made;
    for (const BatchOperation &operation : item.operations) {
        const httpd::Response response = answerOf(operation.request, made);
        if (response.status >= 400) {
            putBack();
            status = response.status;
            return part(response, boundary, {}); // one answer for all of them
        }
        if (!operation.contentId.isEmpty()) {
            for (const auto &[name, value] : response.headers) {
                if (name == "OData-EntityId")
                    made.insert(operation.contentId, value);
            }
        }
        text += part(response, inner, operation.contentId);
    }
    status = 200;
    return text + "--" + inner + "--\r\n";
}

httpd::Response BatchRun::run(const QList<BatchItem> &items, bool continueOnError, const QByteArray &boundaryId)
{
    const QByteArray boundary = "batchresponse_" + boundaryId;
    httpd::Response answer{.headers = {{"Content-Type", "multipart/mixed; boundary=" + boundary}}};
    for (const BatchItem &item : items) {
        int status = 0;
        if (item.isChangeSet) {
            answer.body += changeSet(item, boundary, status);
        } else {
            const httpd::Response response = answerOf(item.operations.front().request, {});
            status = response.status;
            answer.body += part(response, boundary, {});
        }
        if (status >= 400 && !continueOnError) {
            answer.status = status;
            break;
        }
    }
    answer.body += "--" + boundary + "--\r\n";
    return answer;
}

} // namespace sandbox::webapi
