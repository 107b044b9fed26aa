#pragma once

#include "core/result.h"
#include "net/message.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dataverse {

/// Makes requests to one Web API address, with the headers that every one carries (dataverse-api section 2.1).
///
/// Paths are bytes that are already percent-encoded; they are sent as they are.
class Api
{
public:
    explicit Api(QUrl url); ///< "https://acme.crm4.dynamics.com/api/data/v9.2/", with or without the last slash.

    /// `pathAndQuery`: "contacts?$top=2". Each call gets a client request id of its own.
    net::Request get(const QByteArray &pathAndQuery, const QString &purpose) const;

    /// A write of `json`. It has no client request id: a preview of it must be equal to what is sent.
    net::Request patch(const QByteArray &pathAndQuery, const QByteArray &json, const QString &purpose) const;

    /// A request's address without scheme and host: "/api/data/v9.2/contacts?$top=2".
    QByteArray target(const QByteArray &pathAndQuery) const { return m_base.sliced(m_pathAt) + pathAndQuery; }

private:
    net::Request request(const QByteArray &method, const QByteArray &pathAndQuery, const QString &purpose) const;

    QByteArray m_base; ///< Encoded, ends with a slash.
    qsizetype m_pathAt = 0;
};

/// The JSON object of a success; a refusal as readError() reads it; Kind::BadReply for anything else.
core::Result<QJsonObject> readObject(const net::Reply &reply);

/// The `value` array of a list.
core::Result<QJsonArray> readList(const net::Reply &reply);

} // namespace dataverse
