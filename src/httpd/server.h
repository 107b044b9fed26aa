#pragma once

#include "core/result.h"
#include "httpd/message.h"

#include <QHostAddress>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace httpd {

struct Certificate {
    QByteArray chainPem;
    QByteArray keyPem;
};

struct ServerOptions {
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 0;                       ///< 0 = any free one.
    qint64 maxBodyBytes = 16 * 1024 * 1024; ///< More is answered 413, also when only announced.
    int maxConnections = 256;
    std::chrono::seconds idleTimeout{30};     ///< A connection that sends and gets nothing for so long is closed.
    std::chrono::seconds requestTimeout{120}; ///< A request that is not complete so long after that is cut off, however
                                              ///< busily it trickles in.
    std::optional<Certificate> certificate = {}; ///< With one, the server speaks TLS only.
    bool refusesInJson = false; ///< What the server refuses by itself is said as {"error": "…"} and not as plain text.
};

/// An embedded HTTP/1.1 server over libmicrohttpd, with limits on everything a stranger controls.
///
/// The handler is called in the server's thread, one request at a time; it must not block. Destroying the server closes
/// every connection and waits for a running handler.
class Server
{
public:
    using Handler = std::function<Response(const Request &)>;

    /// Binds and starts serving. Fails with Kind::Network when the port is taken, naming it.
    static core::Result<std::unique_ptr<Server>> listen(const ServerOptions &options, Handler handler);

    virtual ~Server() = default;

    virtual quint16 port() const = 0;
};

} // namespace httpd
