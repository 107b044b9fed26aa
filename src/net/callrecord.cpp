#include "net/callrecord.h"

#include "core/redactor.h"

namespace net {

namespace {

Headers redactedHeaders(Headers headers)
{
    for (auto &[name, value] : headers)
        value = core::redactor::redactedHeader(name, value);
    return headers;
}

QString excerptOf(const QByteArray &body)
{
    constexpr qsizetype longest = 2'000;
    constexpr qsizetype window = 16'384;
    constexpr qsizetype ragged = 2'048; // longer than any secret
    // Redacted before it is cut: half a secret is not recognised. Where the window itself cuts, the end is thrown away.
    QString text = core::redactor::redacted(QString::fromUtf8(body.left(window)));
    if (body.size() > window)
        text.chop(ragged);
    return text.left(longest);
}

} // namespace

Call recordOf(const QString &service, const Request &request, const core::Result<Reply> &result)
{
    Call call;
    call.service = service;
    call.purpose = request.purpose;
    call.method = request.method;
    call.url = core::redactor::redactedUrl(request.url);
    call.requestHeaders = redactedHeaders(request.headers);
    call.requestBytes = request.body.size();
    if (!result) {
        call.error = core::redactor::redacted(result.error().toLine());
        return call;
    }
    call.status = result->status;
    call.replyHeaders = redactedHeaders(result->headers);
    call.replyBytes = result->body.size();
    call.requestId = core::redactor::redacted(result->requestId());
    if (!result->isSuccess())
        call.replyExcerpt = excerptOf(result->body);
    return call;
}

} // namespace net
