#include "entra/certificate.h"

#include "core/redactor.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <optional>

namespace entra {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(entra::Certificate)
};

constexpr qint64 largestFile = 1024 * 1024;
constexpr int fewestBits = 2048;
constexpr int assertionSeconds = 600;
constexpr auto fileField = "credential.certificate_file"_L1;
constexpr auto passphraseField = "credential.certificate_passphrase"_L1;

template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using X509Pointer = std::unique_ptr<X509, Releaser<X509_free>>;
using Memory = std::unique_ptr<BIO, Releaser<BIO_free_all>>;
using Context = std::unique_ptr<OSSL_LIB_CTX, Releaser<OSSL_LIB_CTX_free>>;
using Provider = std::unique_ptr<OSSL_PROVIDER, Releaser<OSSL_PROVIDER_unload>>;

Error invalid(QLatin1StringView field, const QString &message, const QString &fix)
{
    ERR_clear_error(); // what OpenSSL has to say is for specialists, and must not turn up at the next TLS connection
    return {.kind = Error::Kind::Invalid, .message = message, .fix = fix, .field = field};
}

Error notReadable()
{
    return invalid(fileField, Texts::tr("The file holds no certificate that can be read."),
                   Texts::tr("Choose a PEM file with certificate and private key, or a PFX file."));
}

Error wrongPassphrase(bool isGiven)
{
    return isGiven ? invalid(passphraseField, Texts::tr("The certificate’s passphrase is wrong."),
                             Texts::tr("Enter the passphrase that was chosen when the file was made."))
                   : invalid(passphraseField, Texts::tr("The certificate’s private key asks for a passphrase."),
                             Texts::tr("Enter the passphrase that was chosen when the file was made."));
}

Memory memoryOf(const QByteArray &bytes)
{
    return Memory(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

/// What a file held.
struct Content {
    Key key = {};
    std::vector<X509Pointer> certificates = {};
};

struct Asked {
    const core::Secret *passphrase;
    bool wasAsked = false;
};

int givePassphrase(char *buffer, int size, int, void *user)
{
    auto *asked = static_cast<Asked *>(user);
    asked->wasAsked = true;
    const QByteArray &bytes = asked->passphrase->reveal();
    if (bytes.isEmpty() || bytes.size() > size)
        return -1;
    std::copy(bytes.cbegin(), bytes.cend(), buffer);
    return int(bytes.size());
}

Result<Content> readPem(const QByteArray &bytes, const core::Secret &passphrase)
{
    Content content;
    const Memory forKey = memoryOf(bytes);
    Asked asked{.passphrase = &passphrase};
    content.key.reset(PEM_read_bio_PrivateKey(forKey.get(), nullptr, givePassphrase, &asked));
    if (!content.key && asked.wasAsked)
        return wrongPassphrase(!passphrase.isEmpty());
    if (!content.key)
        return invalid(fileField, Texts::tr("The file holds a certificate, but not its private key."),
                       Texts::tr("Choose the file with both; the public part alone (.cer, .crt) is for Entra ID."));
    const Memory forCertificates = memoryOf(bytes);
    while (X509 *certificate = PEM_read_bio_X509(forCertificates.get(), nullptr, nullptr, nullptr))
        content.certificates.emplace_back(certificate);
    ERR_clear_error(); // the end of the file is an error to OpenSSL
    return content;
}

QByteArray derOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    const QByteArray bytes = size > 0 ? QByteArray(reinterpret_cast<const char *>(der), size) : QByteArray();
    OPENSSL_free(der);
    return bytes;
}

/// PFX files of older tools are encrypted with what OpenSSL keeps in a provider apart.
struct Legacy {
    Context context{OSSL_LIB_CTX_new()};
    Provider usual{OSSL_PROVIDER_load(context.get(), "default")};
    Provider legacy{OSSL_PROVIDER_load(context.get(), "legacy")};
};

std::optional<Content> unpack(PKCS12 *pfx, const core::Secret &passphrase)
{
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    const QByteArray words = passphrase.reveal();
    if (PKCS12_parse(pfx, words.isEmpty() ? nullptr : words.constData(), &key, &certificate, &others) != 1)
        return {};
    Content content{.key = Key(key)};
    if (certificate)
        content.certificates.emplace_back(certificate);
    while (others && sk_X509_num(others) > 0)
        content.certificates.emplace_back(sk_X509_pop(others));
    sk_X509_free(others);
    return content;
}

Result<Content> readPfx(const QByteArray &bytes, const core::Secret &passphrase)
{
    const auto parse = [&](OSSL_LIB_CTX *context) -> PKCS12 * {
        PKCS12 *pfx = PKCS12_init_ex(NID_pkcs7_data, context, nullptr);
        const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
        return d2i_PKCS12(&pfx, &data, long(bytes.size())); // frees and clears `pfx` when it fails
    };
    using Pfx = std::unique_ptr<PKCS12, Releaser<PKCS12_free>>;
    const Pfx pfx(parse(nullptr));
    if (!pfx)
        return notReadable();
    if (auto content = unpack(pfx.get(), passphrase); content)
        return std::move(*content);
    const Legacy legacy;
    const Pfx old(parse(legacy.context.get()));
    if (legacy.legacy && old) {
        if (auto content = unpack(old.get(), passphrase); content) {
            // The key must outlive the private context, so it is handed over as bytes.
            unsigned char *der = nullptr;
            const int size = content->key ? i2d_PrivateKey(content->key.get(), &der) : 0;
            if (size > 0) {
                const unsigned char *at = der;
                Key key(d2i_AutoPrivateKey(nullptr, &at, size));
                OPENSSL_clear_free(der, size_t(size));
                content->key = std::move(key);
            }
            for (X509Pointer &one : content->certificates) { // and so must they
                const QByteArray bytesOfOne = derOf(one.get());
                const auto *at = reinterpret_cast<const unsigned char *>(bytesOfOne.constData());
                one.reset(d2i_X509(nullptr, &at, long(bytesOfOne.size())));
            }
            return std::move(*content);
        }
    }
    if (!legacy.legacy)
        return invalid(fileField,
                       Texts::tr("The PFX file cannot be opened: the passphrase is wrong, or the file is encrypted in "
                                 "an old way that this computer’s OpenSSL does not offer."),
                       Texts::tr("Check the passphrase, or export the certificate again with AES-256."));
    return wrongPassphrase(!passphrase.isEmpty());
}

QDateTime timeOf(const ASN1_TIME *time)
{
    tm parts = {};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

QString nameOf(const X509_NAME *name)
{
    const int place = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (place >= 0) {
        unsigned char *utf8 = nullptr;
        const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, place)));
        const QString text = size > 0 ? QString::fromUtf8(reinterpret_cast<const char *>(utf8), size) : QString();
        OPENSSL_free(utf8);
        if (!text.isEmpty())
            return text;
    }
    const Memory out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return QString::fromUtf8(bytes, size);
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// PS256: RSASSA-PSS with SHA-256, the salt as long as the digest.
QByteArray sign(EVP_PKEY *key, const QByteArray &text)
{
    using Signing = std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX_free>>;
    const Signing context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *options = nullptr;
    size_t size = 0;
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    const bool isReady = EVP_DigestSignInit(context.get(), &options, EVP_sha256(), nullptr, key) == 1 &&
                         EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1 &&
                         EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST) == 1 &&
                         EVP_DigestSign(context.get(), nullptr, &size, bytes, size_t(text.size())) == 1;
    if (!isReady)
        return {};
    QByteArray signature(qsizetype(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes,
                       size_t(text.size())) != 1)
        return {};
    signature.truncate(qsizetype(size));
    return signature;
}

} // namespace

struct Certificate::Held {
    Key key;
    X509Pointer certificate;
    QByteArray der;
};

Result<Certificate> Certificate::read(const QByteArray &bytes, const core::Secret &passphrase)
{
    ERR_clear_error();
    const bool isPem = bytes.contains("-----BEGIN ");
    if (bytes.isEmpty() || (!isPem && !bytes.startsWith('\x30'))) // DER begins with a sequence
        return notReadable();
    if (isPem && !bytes.contains("-----BEGIN CERTIFICATE") && !bytes.contains("-----BEGIN X509 CERTIFICATE"))
        return invalid(fileField, Texts::tr("The file holds a private key, but no certificate."),
                       Texts::tr("Choose the file with both."));
    Result<Content> content = isPem ? readPem(bytes, passphrase) : readPfx(bytes, passphrase);
    if (!content)
        return content.error();
    if (!content->key)
        return invalid(fileField, Texts::tr("The file holds a certificate, but not its private key."),
                       Texts::tr("Export the certificate again, together with its private key."));
    if (content->certificates.empty())
        return invalid(fileField, Texts::tr("The file holds a private key, but no certificate."),
                       Texts::tr("Choose the file with both."));
    auto held = std::make_shared<Held>();
    for (X509Pointer &one : content->certificates) {
        if (!held->certificate && X509_check_private_key(one.get(), content->key.get()) == 1)
            held->certificate = std::move(one);
    }
    ERR_clear_error();
    if (!held->certificate)
        return invalid(fileField, Texts::tr("The private key in the file belongs to another certificate."),
                       Texts::tr("Export the certificate again, together with its own private key."));
    if (EVP_PKEY_get_base_id(content->key.get()) != EVP_PKEY_RSA)
        return invalid(fileField, Texts::tr("The certificate’s key is not an RSA key, which this sign-in needs."),
                       Texts::tr("Make a certificate with an RSA key of at least 2,048 bits."));
    if (EVP_PKEY_get_bits(content->key.get()) < fewestBits)
        return invalid(
            fileField,
            Texts::tr("The certificate’s key is too short: %n bit(s).", nullptr, EVP_PKEY_get_bits(content->key.get())),
            Texts::tr("Make a certificate with an RSA key of at least 2,048 bits."));
    held->key = std::move(content->key);
    held->der = derOf(held->certificate.get());
    Certificate certificate;
    certificate.m = std::move(held);
    return certificate;
}

Result<Certificate> Certificate::load(const QString &path, const core::Secret &passphrase)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = Error::Kind::Storage,
                     .message =
                         Texts::tr("The certificate’s file %1 cannot be read: %2.").arg(path, file.errorString()),
                     .fix = Texts::tr("Choose the file again; it may have been moved."),
                     .field = fileField};
    QByteArray bytes = file.read(largestFile);
    auto certificate = read(bytes, passphrase);
    OPENSSL_cleanse(bytes.data(), size_t(bytes.size()));
    return certificate;
}

QString Certificate::subject() const
{
    return nameOf(X509_get_subject_name(m->certificate.get()));
}

QString Certificate::issuer() const
{
    return nameOf(X509_get_issuer_name(m->certificate.get()));
}

QDateTime Certificate::validFrom() const
{
    return timeOf(X509_get0_notBefore(m->certificate.get()));
}

QDateTime Certificate::expiresAt() const
{
    return timeOf(X509_get0_notAfter(m->certificate.get()));
}

QString Certificate::thumbprint() const
{
    return QString::fromLatin1(QCryptographicHash::hash(m->der, QCryptographicHash::Sha1).toHex().toUpper());
}

QByteArray Certificate::sha256() const
{
    return QCryptographicHash::hash(m->der, QCryptographicHash::Sha256);
}

Result<core::Secret> Certificate::assertion(const QUrl &tokenEndpoint, const QString &clientId,
                                            const QDateTime &now) const
{
    const qint64 seconds = now.toSecsSinceEpoch();
    const QJsonObject header{
        {u"alg"_s, u"PS256"_s}, {u"typ"_s, u"JWT"_s}, {u"x5t#S256"_s, QString::fromLatin1(base64Url(sha256()))}};
    const QJsonObject claims{{u"aud"_s, tokenEndpoint.toString(QUrl::FullyEncoded)},
                             {u"iss"_s, clientId},
                             {u"sub"_s, clientId},
                             {u"jti"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                             {u"nbf"_s, seconds},
                             {u"iat"_s, seconds},
                             {u"exp"_s, seconds + assertionSeconds}};
    const auto segment = [](const QJsonObject &object) {
        return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
    };
    const QByteArray text = segment(header) + '.' + segment(claims);
    const QByteArray signature = sign(m->key.get(), text);
    if (signature.isEmpty())
        return invalid(fileField, Texts::tr("Nothing could be signed with the certificate’s private key."),
                       Texts::tr("Make a certificate with an RSA key of at least 2,048 bits."));
    core::Secret assertion(text + '.' + base64Url(signature));
    core::redactor::remember(assertion);
    return assertion;
}

} // namespace entra
