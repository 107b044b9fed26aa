#include "httpd/message.h"

#include <QLocale>

namespace httpd {

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray Request::origin() const
{
    return (isTls ? QByteArray("https://") : QByteArray("http://")) + header("Host");
}

Response Response::json(int status, const QByteArray &body, Headers headers)
{
    headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
    return {.status = status, .headers = headers, .body = body};
}

Response Response::html(int status, const QByteArray &body)
{
    return {.status = status, .headers = {{"Content-Type", "text/html; charset=utf-8"}}, .body = body};
}

Response Response::empty(int status, Headers headers)
{
    return {.status = status, .headers = headers};
}

} // namespace httpd
