#pragma once

#include "core/result.h"
#include "httpd/server.h"

#include <QByteArray>

#include <memory>

namespace sandbox {

/// What a server may show.
enum class ServerFlaw { None, Expired, NotYetValid, WrongHost, Untrusted };

/// Certificates for localhost, 127.0.0.1 and ::1 and the authority that signs them, made in memory for one run. The
/// authority's key is never written anywhere.
class ThrowAwayAuthority
{
public:
    static core::Result<ThrowAwayAuthority> make();

    /// The authority's certificate, for clients that shall trust it.
    const QByteArray &pem() const { return m_pem; }

    /// Good for a week; or not good in the way that is asked for. Untrusted: signed by an authority that nobody knows.
    core::Result<httpd::Certificate> issue(ServerFlaw flaw) const;

private:
    struct Keys;
    std::shared_ptr<const Keys> m_keys;
    QByteArray m_pem;
};

/// A certificate that an application signs in with, and its private key (RSA, 2,048 bits).
struct ClientCertificate {
    QByteArray pem;       ///< Certificate and key.
    QByteArray publicKey; ///< DER, for checking signatures.
    QByteArray sha1;      ///< Of the certificate's DER.
    QByteArray sha256;
};

core::Result<ClientCertificate> makeClientCertificate();

/// Whether `signature` is that of `text` by the key: PS256, or RS256 as older clients make it.
bool isSignedBy(const ClientCertificate &certificate, const QString &algorithm, const QByteArray &text,
                const QByteArray &signature);

} // namespace sandbox
