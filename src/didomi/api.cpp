#include "didomi/api.h"

namespace didomi {

using namespace Qt::StringLiterals;

Api::Api(const QUrl &url, const QString &organizationId)
    : m_base(url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo).toEncoded())
    , m_organizationId(organizationId)
{
    while (m_base.endsWith('/'))
        m_base.chop(1);
}

net::Request Api::get(const QByteArray &path, const Query &query, const QString &purpose) const
{
    QByteArrayList parts;
    for (const auto &[name, value] : query)
        parts << QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return request("GET", parts.isEmpty() ? path : path + '?' + parts.join('&'), purpose);
}

net::Request Api::getOfOrganization(const QByteArray &path, Query query, const QString &purpose) const
{
    query.prepend({u"organization_id"_s, m_organizationId});
    return get(path, query, purpose);
}

net::Request Api::post(const QByteArray &path, const QByteArray &json, const QString &purpose) const
{
    net::Request made = request("POST", path, purpose);
    made.headers.emplaceBack("Content-Type", "application/json");
    made.body = json;
    return made;
}

net::Request Api::request(const QByteArray &method, const QByteArray &pathAndQuery, const QString &purpose) const
{
    return {.method = method,
            .url = QUrl::fromEncoded(m_base + pathAndQuery, QUrl::StrictMode),
            .headers = {{"Accept", "application/json"}},
            .purpose = purpose};
}

} // namespace didomi
