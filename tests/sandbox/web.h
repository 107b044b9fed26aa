#pragma once

#include "sandbox/sandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QUrlQuery>

#include <memory>

/// What came back, read as JSON where it is JSON.
struct WebAnswer {
    int status = 0; ///< 0 when no answer came, or not all of it.
    QByteArray body;
    QJsonDocument json;
    QList<QNetworkReply::RawHeaderPair> headers;

    QJsonValue operator[](const QString &member) const { return json.object().value(member); }
    QJsonArray data() const
    {
        return json.isArray() ? json.array() : json.object().value(QStringLiteral("data")).toArray();
    }

    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

/// A client of the sandbox that sends one request after the other, as a stranger would: nothing of the product's own.
class Web
{
public:
    explicit Web(const sandbox::Credentials &credentials) : m_credentials(credentials) {}

    WebAnswer send(const QByteArray &method, const QString &address, const QByteArray &body = {},
                   const QList<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        QNetworkRequest request{QUrl(address, QUrl::StrictMode)};
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(10'000);
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        const std::unique_ptr<QNetworkReply> reply(m_manager.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (finished.isEmpty())
            finished.wait(15'000);
        const bool isBroken = reply->error() == QNetworkReply::RemoteHostClosedError ||
                              reply->error() == QNetworkReply::OperationCanceledError;
        WebAnswer answer{.status = isBroken ? 0 : reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                         .body = reply->readAll(),
                         .headers = reply->rawHeaderPairs()};
        answer.json = QJsonDocument::fromJson(answer.body);
        return answer;
    }

    QString tokenAddress(const QString &tenant) const
    {
        return m_credentials.authority + u'/' + tenant + QStringLiteral("/oauth2/v2.0/token");
    }

    QList<std::pair<QString, QString>> tokenForm() const
    {
        return {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                {QStringLiteral("client_id"), m_credentials.clientId},
                {QStringLiteral("client_secret"), QString::fromUtf8(m_credentials.clientSecret.reveal())},
                {QStringLiteral("scope"), m_credentials.dataverse + QStringLiteral("/.default")}};
    }

    WebAnswer askToken(const QList<std::pair<QString, QString>> &form, const QString &tenant,
                       QList<std::pair<QByteArray, QByteArray>> headers = {})
    {
        QByteArray body;
        for (const auto &[name, value] : form)
            body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
        return send("POST", tokenAddress(tenant), body, headers);
    }

    WebAnswer askToken() { return askToken(tokenForm(), m_credentials.tenant); }

    WebAnswer askDataverse(const QString &path, const QByteArray &token)
    {
        return send("GET", m_credentials.dataverse + QStringLiteral("/api/data/v9.2/") + path, {},
                    {{"Authorization", "Bearer " + token}});
    }

    QByteArray dataverseToken() { return askToken()[QStringLiteral("access_token")].toString().toLatin1(); }

    WebAnswer askSession(const QByteArray &secret)
    {
        const QJsonObject body{{QStringLiteral("type"), QStringLiteral("api-key")},
                               {QStringLiteral("key"), m_credentials.didomiKey},
                               {QStringLiteral("secret"), QString::fromUtf8(secret)}};
        return send("POST", m_credentials.didomi + QStringLiteral("/sessions"), QJsonDocument(body).toJson(),
                    {{"Content-Type", "application/json"}});
    }

    void signInToDidomi()
    {
        m_didomiToken =
            askSession(m_credentials.didomiSecret.reveal())[QStringLiteral("access_token")].toString().toLatin1();
    }

    /// `query` is encoded already; organization_id is added unless `path` has it.
    WebAnswer didomi(const QByteArray &method, const QString &path, const QJsonDocument &body = {})
    {
        QString address = m_credentials.didomi + path;
        if (!path.contains(QStringLiteral("organization_id=")))
            address += (path.contains(u'?') ? QStringLiteral("&") : QStringLiteral("?")) +
                       QStringLiteral("organization_id=") + m_credentials.organizationId;
        return send(method, address, body.isNull() ? QByteArray() : body.toJson(),
                    {{"Authorization", "Bearer " + m_didomiToken}, {"Content-Type", "application/json"}});
    }

    const sandbox::Credentials &credentials() const { return m_credentials; }

private:
    sandbox::Credentials m_credentials;
    QNetworkAccessManager m_manager;
    QByteArray m_didomiToken;
};

/// With just enough people for every case, unless said otherwise.
inline std::unique_ptr<sandbox::Sandbox> startSandbox(const sandbox::Options &options = {.contacts = 30})
{
    auto started = sandbox::Sandbox::start(options);
    return started ? std::move(started).value() : nullptr;
}
