#pragma once

#include "net/message.h"

#include <QList>
#include <QString>

#include <utility>

namespace didomi {

/// Names and values of a query, as they are meant: encoding is the request's business.
using Query = QList<std::pair<QString, QString>>;

/// Makes requests to Didomi's platform API for one organization (didomi-api section 1).
class Api
{
public:
    Api(const QUrl &url, const QString &organizationId); ///< "https://api.didomi.io/v1", with or without a last slash.

    /// `path`: "/consents/users". Names and values are percent-encoded here, "+" and "@" too: ids are often e-mail
    /// addresses.
    net::Request get(const QByteArray &path, const Query &query, const QString &purpose) const;

    /// The same with `organization_id`, which most routes require.
    net::Request getOfOrganization(const QByteArray &path, Query query, const QString &purpose) const;

    net::Request post(const QByteArray &path, const QByteArray &json, const QString &purpose) const;

    const QString &organizationId() const { return m_organizationId; }

private:
    net::Request request(const QByteArray &method, const QByteArray &pathAndQuery, const QString &purpose) const;

    QByteArray m_base; ///< Encoded, without a slash at the end.
    QString m_organizationId;
};

} // namespace didomi
