#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QDateTime>
#include <QUrl>

#include <memory>

namespace entra {

/// A certificate with its private key, to sign in with instead of a secret (dataverse-api section 1.5). Cheap to copy;
/// the key never leaves it.
class Certificate
{
public:
    /// PEM (certificate and key in one file, the key encrypted or not) or PFX/PKCS#12, told apart by content.
    ///
    /// Fails with Kind::Invalid and field "credential.certificate_file" (no certificate, no key, they do not belong
    /// together, not RSA, too weak, not readable) or "credential.certificate_passphrase" (missing, wrong).
    static core::Result<Certificate> read(const QByteArray &bytes, const core::Secret &passphrase);

    /// The same from a file; Kind::Storage when it cannot be read.
    static core::Result<Certificate> load(const QString &path, const core::Secret &passphrase);

    QString subject() const; ///< Common name, else the whole name.
    QString issuer() const;
    QDateTime validFrom() const; ///< UTC
    QDateTime expiresAt() const; ///< UTC
    QString thumbprint() const;  ///< SHA-1 of the DER as Entra ID's portal shows it: upper-case hexadecimal.
    QByteArray sha256() const;   ///< Of the DER, 32 bytes.

    /// The signed assertion (PS256, header x5t#S256) for one sign-in at `tokenEndpoint`; a fresh one each time.
    core::Result<core::Secret> assertion(const QUrl &tokenEndpoint, const QString &clientId,
                                         const QDateTime &now) const;

private:
    struct Held;
    std::shared_ptr<const Held> m;
};

} // namespace entra
