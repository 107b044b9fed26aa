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
    int rsaBits = 0;                  ///< 0: an elliptic curve's key, which is made at once.
    const Identity *issuer = nullptr; ///< nullptr: signed by itself.
};

/// Makes one on the spot, with a new key: no test data that expires.
Identity makeIdentity(const IdentityOptions &options = {});

/// The private key as PEM, encrypted with the passphrase.
QByteArray encryptedKeyOf(const Identity &identity, const QByteArray &passphrase);

enum class PfxStyle {
    Modern, ///< AES-256, as OpenSSL 3 and today's Windows make it.
    Legacy, ///< 3DES and 40 bits of RC2, as older tools made it.
};

/// What a PFX file is made of; a default PEM leaves that part out.
struct PfxOptions {
    QByteArray passphrase = {};
    PfxStyle style = PfxStyle::Modern;
    QByteArray keyPem = {};
    QByteArray certificatePem = {};
    QList<QByteArray> othersPem = {}; ///< The issuers, and who else travels along.
};

/// A PFX (PKCS#12) file's bytes; empty when OpenSSL cannot make one of that style here.
QByteArray makePfx(const PfxOptions &options);

} // namespace support
