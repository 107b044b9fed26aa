#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QSslCertificate>
#include <QUrl>

class QNetworkProxy;
class QNetworkProxyQuery;

namespace net {

/// How requests leave this computer, and whom they trust beside the system's authorities. A plain value.
struct Route {
    enum class Proxy {
        System, ///< What the system's settings say for the address.
        None,
        Manual, ///< An HTTP proxy: `host`, `port`, and where it asks for a sign-in `user` and `password`.
    };

    Proxy proxy = Proxy::System;
    QString host = {};
    quint16 port = 0;
    QString user = {};
    core::Secret password = {};
    QList<QSslCertificate> authorities = {}; ///< A company's own authority, or a sandbox's.

    bool operator==(const Route &) const = default;
};

/// The proxies to try, best first; at least "none".
QList<QNetworkProxy> proxiesFor(const QNetworkProxyQuery &query, const Route &route);

/// The proxy for an address; never one for this machine itself.
QNetworkProxy proxyFor(const QUrl &url, const Route &route);

/// "proxy.example:8080", or empty when the way is direct. Never with the user's name or password.
QString proxyNameFor(const QUrl &url, const Route &route);

/// Reads a file of PEM certificates. Kind::Storage when it cannot be read, Kind::Invalid when it holds none, or one
/// that has expired or is no authority; field "network.authority_file".
core::Result<QList<QSslCertificate>> readAuthorities(const QString &path);

} // namespace net
