#include "net/message.h"

#include <QStringDecoder>

namespace net {

using namespace Qt::StringLiterals;

namespace {

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Headers that prove who asks. They never leave in text that a person may pass on.
bool isSecret(QByteArrayView name)
{
    return isSame(name, "authorization") || isSame(name, "proxy-authorization") || isSame(name, "cookie");
}

/// Headers that may be shown and repeated.
Headers openHeaders(const Headers &headers)
{
    Headers open;
    for (const auto &header : headers) {
        if (!isSecret(header.first) && isHeaderName(header.first) && isHeaderValue(header.second))
            open << header;
    }
    return open;
}

/// One word of a POSIX shell, whatever is in it.
QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

/// The body as text; nothing when it is not text that a command line can carry.
std::optional<QString> asText(const QByteArray &body)
{
    if (body.contains('\0'))
        return {};
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decode(body);
    if (decode.hasError())
        return {};
    return text;
}

QString urlText(const QUrl &url)
{
    return QString::fromUtf8(url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment));
}

} // namespace

QByteArray headerOf(const Headers &headers, QByteArrayView name)
{
    for (const auto &header : headers) {
        if (isSame(header.first, name))
            return header.second;
    }
    return {};
}

bool isHeaderName(QByteArrayView name)
{
    constexpr QByteArrayView special("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [special](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || special.contains(c);
    });
}

bool isHeaderValue(QByteArrayView value)
{
    return std::none_of(value.begin(), value.end(),
                        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

QByteArray Reply::header(QByteArrayView name) const
{
    return headerOf(headers, name);
}

QString Reply::requestId() const
{
    // From the most to the least specific: the last ones name a chain of requests rather than this one.
    static constexpr QByteArrayView names[] = {
        "x-ms-service-request-id",
        "REQ_ID",
        "x-ms-request-id",
        "request-id",
        "x-request-id",
        "x-correlation-id",
        "x-ms-correlation-request-id",
        "correlation-id",
    };
    constexpr qsizetype longest = 200; // an id, not a page
    for (const QByteArrayView name : names) {
        const QByteArray id = header(name).trimmed();
        if (!id.isEmpty())
            return QString::fromUtf8(id).left(longest);
    }
    return {};
}

QString asCurl(const Request &request)
{
    // One option a line: people read it before they run it.
    QStringList lines{u"curl --globoff -X "_s + shellQuoted(QString::fromLatin1(request.method)) + u' ' +
                      shellQuoted(urlText(request.url))};
    lines << u"-H \"Authorization: Bearer $TOKEN\""_s; // the only double quotes: the shell shall fill that in
    const Headers headers = openHeaders(request.headers);
    for (const auto &[name, value] : headers) {
        const QString line = QString::fromLatin1(name);
        lines << u"-H "_s + shellQuoted(value.isEmpty() ? line + u';' : line + u": "_s + QString::fromUtf8(value));
    }
    if (!request.body.isEmpty()) {
        if (headerOf(headers, "content-type").isEmpty())
            lines << u"-H 'Content-Type: application/octet-stream'"_s; // as we send it; curl would say it is a form
        const std::optional<QString> text = asText(request.body);
        lines << (text ? u"--data-raw "_s + shellQuoted(*text) : u"--data-binary '@body.bin'"_s);
    }
    return lines.join(u" \\\n  "_s);
}

QString asHttpText(const Request &request)
{
    QByteArray target = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!target.startsWith('/'))
        target.prepend('/');
    QString text = QString::fromLatin1(request.method) + u' ' + QString::fromUtf8(target) + u" HTTP/1.1\n"_s;
    text += u"Host: "_s + request.url.authority(QUrl::FullyEncoded).section(u'@', -1) + u'\n';
    const Headers headers = openHeaders(request.headers);
    for (const auto &[name, value] : headers)
        text += QString::fromLatin1(name) + u": "_s + QString::fromUtf8(value) + u'\n';
    text += u'\n';
    return text + QString::fromUtf8(request.body);
}

} // namespace net
