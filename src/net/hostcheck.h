#pragma once

#include "core/job.h"
#include "net/route.h"

#include <QHostAddress>

#include <chrono>

/// The way to a host, one piece at a time, for a connection test. Each job works in the background, ends by itself
/// within `deadline`, and fails with the codes that Service::send() has. Cancelling or deleting closes its socket.
namespace net {

class Network;

inline constexpr std::chrono::milliseconds hostCheckDeadline = std::chrono::seconds(10);

struct NameAnswer {
    QList<QHostAddress> addresses;
};

/// Looks the name up. An address in numbers is its own answer.
core::Job<NameAnswer> *lookUp(Network &network, const QString &host, QObject *parent,
                              std::chrono::milliseconds deadline = hostCheckDeadline);

struct Reached {
    QHostAddress peer; ///< Null where there is a proxy: only it knows.
    quint16 port = 0;
    QString proxy; ///< proxyNameFor(); empty: direct.
};

/// Opens a TCP connection to `origin`'s host and port, through the proxy where there is one (CONNECT, with its
/// sign-in), and closes it.
core::Job<Reached> *reach(Network &network, const QUrl &origin, const Route &route, QObject *parent,
                          std::chrono::milliseconds deadline = hostCheckDeadline);

struct Greeting {
    bool isEncrypted = false; ///< False for plain http to this machine: the rest of TLS is then empty.
    QString protocol;         ///< "TLS 1.3"
    QString cipher;           ///< "TLS_AES_256_GCM_SHA384"
    QSslCertificate certificate;
    QList<QSslCertificate> chain; ///< The certificate first.
    int status = 0;               ///< Of the answer to "HEAD /"; 0 when none came: that is no failure.
    QDateTime serverTime;         ///< From its Date header, UTC; invalid when there is none.
    /// Server's clock minus ours, between sending and answer; whole seconds, as Date has them. Only with serverTime.
    std::chrono::milliseconds clockSkew{0};
};

/// Makes the secure connection, asks "HEAD /" over it, without any header that could tell who we are, and hangs up.
/// A certificate that is not good fails with Kind::Tls and every flaw told.
core::Job<Greeting> *greet(Network &network, const QUrl &origin, const Route &route, QObject *parent,
                           std::chrono::milliseconds deadline = hostCheckDeadline);

} // namespace net
