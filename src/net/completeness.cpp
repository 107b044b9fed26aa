#include "net/completeness.h"

#include <QRegularExpression>

namespace net {

using namespace Qt::StringLiterals;

namespace {

/// A beginning of an object or an array without its end: the beginning of valid JSON always leaves a bracket or a
/// string open.
bool isOpenJson(const QByteArray &text)
{
    int depth = 0;
    bool isInString = false;
    bool hasBegun = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (isInString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isInString = false;
        } else if (c == '"') {
            isInString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
            hasBegun = true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return hasBegun && (depth > 0 || isInString);
}

bool isOpenMultipart(const QByteArray &contentType, const QByteArray &body)
{
    static const QRegularExpression expression(u"boundary=(?:\"([^\"]+)\"|([^;\\s]+))"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = expression.match(QString::fromLatin1(contentType));
    const QByteArray boundary = (match.captured(1) + match.captured(2)).toLatin1();
    return !boundary.isEmpty() && !body.contains("--" + boundary + "--");
}

} // namespace

bool isCutOff(const QByteArray &method, const Reply &reply)
{
    if (method == "HEAD" || reply.status == 204 || reply.status == 304)
        return false;
    const QByteArray announced = reply.header("content-length");
    if (!announced.isEmpty() && reply.header("content-encoding").isEmpty())
        return reply.body.size() < announced.toLongLong();
    const QByteArray type = reply.header("content-type").toLower();
    if (type.contains("json"))
        return isOpenJson(reply.body);
    if (type.startsWith("multipart/"))
        return isOpenMultipart(reply.header("content-type"), reply.body);
    return false;
}

} // namespace net
