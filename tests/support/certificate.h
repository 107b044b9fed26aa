#pragma once

#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>

namespace support {

/// A certificate with its key, as a TLS server needs it.
struct Identity {
    QSslCertificate certificate = QSslCertificate();
    QSslKey key = QSslKey();
    QByteArray certificatePem = {};
    QByteArray keyPem = {};
};

struct IdentityOptions {
    QString commonName = QStringLiteral("Test");
    QStringList names = {QStringLiteral("DNS:localhost"),
                         QStringLiteral("IP:127.0.0.1")}; ///< As OpenSSL writes alternative names.
    std::chrono::seconds validFrom{-3'600};               ///< From now.
    std::chrono::seconds validTo{3'600};
    bool isAuthority = false;
    const Identity *issuer = nullptr; ///< nullptr: signed by itself.
};

/// Makes one on the spot, with a new key: no test data that expires.
Identity makeIdentity(const IdentityOptions &options = {});

} // namespace support
