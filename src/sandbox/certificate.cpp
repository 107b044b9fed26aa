#include "sandbox/certificate.h"

#include <QCoreApplication>

#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace sandbox {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sandbox::ThrowAwayAuthority)
};

template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;
using Memory = std::unique_ptr<BIO, Releaser<BIO_free_all>>;

constexpr long day = 24 * 3600;
constexpr int version3 = 2; // counted from 0

bool addExtension(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    const bool isAdded = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return isAdded;
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[8] = {};
    if (RAND_bytes(bytes, sizeof(bytes)) != 1)
        return false;
    uint64_t number = 0;
    for (const unsigned char byte : bytes)
        number = number << 8 | byte;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), number >> 1) == 1;
}

/// When a certificate is good, in seconds from now.
struct Validity {
    long from = -day;
    long to = 7 * day;
};

/// A certificate without extensions and signature.
Certificate blankCertificate(const char *commonName, EVP_PKEY *key, const Validity &validity = {})
{
    Certificate certificate(X509_new());
    if (!certificate || !key)
        return {};
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const bool isFine = X509_set_version(certificate.get(), version3) == 1 && setSerial(certificate.get()) &&
                        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), validity.from) &&
                        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), validity.to) &&
                        X509_set_pubkey(certificate.get(), key) == 1 &&
                        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                                   reinterpret_cast<const unsigned char *>(commonName), -1, -1, 0) == 1;
    return isFine ? std::move(certificate) : Certificate();
}

Certificate makeAuthority(EVP_PKEY *key)
{
    Certificate authority = blankCertificate("Consent Bridge sandbox authority", key);
    if (!authority)
        return {};
    const bool isFine =
        X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get())) == 1 &&
        addExtension(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
        addExtension(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign,cRLSign") &&
        addExtension(authority.get(), authority.get(), NID_subject_key_identifier, "hash") &&
        X509_sign(authority.get(), key, EVP_sha256()) > 0;
    return isFine ? std::move(authority) : Certificate();
}

Certificate makeLeaf(EVP_PKEY *key, X509 *authority, EVP_PKEY *authorityKey, ServerFlaw flaw)
{
    Validity validity;
    if (flaw == ServerFlaw::Expired)
        validity = {.from = -30 * day, .to = -day};
    if (flaw == ServerFlaw::NotYetValid)
        validity = {.from = day, .to = 30 * day};
    const bool isElsewhere = flaw == ServerFlaw::WrongHost;
    const char *names = isElsewhere ? "DNS:another-host.example.com" : "DNS:localhost,IP:127.0.0.1,IP:::1";
    Certificate leaf = blankCertificate(isElsewhere ? "another-host.example.com" : "localhost", key, validity);
    if (!leaf)
        return {};
    const bool isFine = X509_set_issuer_name(leaf.get(), X509_get_subject_name(authority)) == 1 &&
                        addExtension(leaf.get(), authority, NID_basic_constraints, "critical,CA:FALSE") &&
                        addExtension(leaf.get(), authority, NID_key_usage, "critical,digitalSignature") &&
                        addExtension(leaf.get(), authority, NID_ext_key_usage, "serverAuth") &&
                        addExtension(leaf.get(), authority, NID_subject_alt_name, names) &&
                        addExtension(leaf.get(), authority, NID_subject_key_identifier, "hash") &&
                        addExtension(leaf.get(), authority, NID_authority_key_identifier, "keyid") &&
                        X509_sign(leaf.get(), authorityKey, EVP_sha256()) > 0;
    return isFine ? std::move(leaf) : Certificate();
}

template <typename Write>
QByteArray toPem(Write write)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    if (!memory || write(memory.get()) != 1)
        return {};
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return QByteArray(bytes, size);
}

QByteArray certificatePem(X509 *certificate)
{
    return toPem([certificate](BIO *out) { return PEM_write_bio_X509(out, certificate); });
}

QByteArray keyPem(EVP_PKEY *key)
{
    return toPem([key](BIO *out) { return PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr); });
}

core::Error cannotMake()
{
    char words[256] = {};
    ERR_error_string_n(ERR_get_error(), words, sizeof(words));
    return {.kind = core::Error::Kind::Tls,
            .message = Texts::tr("The sandbox could not make a certificate."),
            .detail = QString::fromLatin1(words)};
}

QByteArray digestOf(X509 *certificate, const EVP_MD *kind)
{
    unsigned char bytes[EVP_MAX_MD_SIZE] = {};
    unsigned size = 0;
    if (X509_digest(certificate, kind, bytes, &size) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size));
}

} // namespace

struct ThrowAwayAuthority::Keys {
    Key key;
    Certificate certificate;
};

core::Result<ThrowAwayAuthority> ThrowAwayAuthority::make()
{
    auto keys = std::make_shared<Keys>();
    keys->key.reset(EVP_EC_gen("P-256"));
    keys->certificate = makeAuthority(keys->key.get());
    ThrowAwayAuthority authority;
    if (keys->certificate)
        authority.m_pem = certificatePem(keys->certificate.get());
    if (authority.m_pem.isEmpty())
        return cannotMake();
    authority.m_keys = std::move(keys);
    return authority;
}

core::Result<httpd::Certificate> ThrowAwayAuthority::issue(ServerFlaw flaw) const
{
    if (flaw == ServerFlaw::Untrusted) {
        const auto stranger = make();
        return stranger ? stranger->issue(ServerFlaw::None) : stranger.error();
    }
    const Key key(EVP_EC_gen("P-256"));
    const Certificate leaf = makeLeaf(key.get(), m_keys->certificate.get(), m_keys->key.get(), flaw);
    if (!leaf)
        return cannotMake();
    return httpd::Certificate{.chainPem = certificatePem(leaf.get()) + m_pem, .keyPem = keyPem(key.get())};
}

core::Result<ClientCertificate> makeClientCertificate()
{
    constexpr unsigned bits = 2048;
    const Key key(EVP_RSA_gen(bits));
    const Certificate certificate =
        key ? blankCertificate("Consent Bridge sandbox application", key.get(), {.from = -day, .to = 365 * day})
            : Certificate();
    if (!certificate || X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())) != 1 ||
        X509_sign(certificate.get(), key.get(), EVP_sha256()) <= 0)
        return cannotMake();
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(key.get(), &der);
    const QByteArray publicKey(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return ClientCertificate{.pem = certificatePem(certificate.get()) + keyPem(key.get()),
                             .publicKey = publicKey,
                             .sha1 = digestOf(certificate.get(), EVP_sha1()),
                             .sha256 = digestOf(certificate.get(), EVP_sha256())};
}

bool isSignedBy(const ClientCertificate &certificate, const QString &algorithm, const QByteArray &text,
                const QByteArray &signature)
{
    const bool isPss = algorithm == u"PS256";
    if (!isPss && algorithm != u"RS256")
        return false;
    const auto *der = reinterpret_cast<const unsigned char *>(certificate.publicKey.constData());
    const Key key(d2i_PUBKEY(nullptr, &der, long(certificate.publicKey.size())));
    using Verifying = std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX_free>>;
    const Verifying context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *options = nullptr;
    if (EVP_DigestVerifyInit(context.get(), &options, EVP_sha256(), nullptr, key.get()) != 1)
        return false;
    if (isPss && (EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) != 1 ||
                  EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    const bool isGood =
        EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                         size_t(signature.size()), reinterpret_cast<const unsigned char *>(text.constData()),
                         size_t(text.size())) == 1;
    ERR_clear_error();
    return isGood;
}

} // namespace sandbox
