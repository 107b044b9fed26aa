#include "dataverse/api.h"

#include "dataverse/errors.h"

#include <QJsonDocument>
#include <QUuid>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;

Api::Api(QUrl url) : m_base(url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo).toEncoded())
{
    if (!m_base.endsWith('/'))
        m_base += '/';
    const qsizetype scheme = m_base.indexOf("://");
    m_pathAt = scheme < 0 ? 0 : m_base.indexOf('/', scheme + 3);
}

net::Request Api::request(const QByteArray &method, const QByteArray &pathAndQuery, const QString &purpose) const
{
    return {.method = method,
            .url = QUrl::fromEncoded(m_base + pathAndQuery, QUrl::StrictMode),
            .headers = {{"Accept", "application/json"}, {"OData-Version", "4.0"}, {"OData-MaxVersion", "4.0"}},
            .purpose = purpose};
}

net::Request Api::get(const QByteArray &pathAndQuery, const QString &purpose) const
{
    net::Request made = request("GET", pathAndQuery, purpose);
    made.headers.emplaceBack("If-None-Match", "null");
    made.headers.emplaceBack("x-ms-client-request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    return made;
}

net::Request Api::patch(const QByteArray &pathAndQuery, const QByteArray &json, const QString &purpose) const
{
    net::Request made = request("PATCH", pathAndQuery, purpose);
    made.headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
    made.body = json;
    made.deadline = std::chrono::minutes(2); // customers' plug-ins run inside the call, each for up to two minutes
    return made;
}

core::Result<QJsonObject> readObject(const net::Reply &reply)
{
    if (!reply.isSuccess())
        return readError(reply);
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject())
        return unreadableReply(reply);
    return document.object();
}

core::Result<QJsonArray> readList(const net::Reply &reply)
{
    const core::Result<QJsonObject> object = readObject(reply);
    if (!object)
        return object.error();
    const QJsonValue list = object->value(u"value");
    if (!list.isArray())
        return unreadableReply(reply);
    return list.toArray();
}

} // namespace dataverse
