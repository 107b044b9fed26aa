#include "sandbox/certificate.h"

#include <QCoreApplication>

#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace sandbox {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sandbox::ThrowAwayCertificate)
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

/// A certificate without extensions and signature.
Certificate blankCertificate(const char *commonName, EVP_PKEY *key)
{
    Certificate certificate(X509_new());
    if (!certificate || !key)
        return {};
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const bool isFine = X509_set_version(certificate.get(), version3) == 1 && setSerial(certificate.get()) &&
                        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day) &&
                        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 7 * day) &&
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

Certificate makeLeaf(EVP_PKEY *key, X509 *authority, EVP_PKEY *authorityKey)
{
    Certificate leaf = blankCertificate("localhost", key);
    if (!leaf)
        return {};
    const bool isFine =
        X509_set_issuer_name(leaf.get(), X509_get_subject_name(authority)) == 1 &&
        addExtension(leaf.get(), authority, NID_basic_constraints, "critical,CA:FALSE") &&
        addExtension(leaf.get(), authority, NID_key_usage, "critical,digitalSignature") &&
        addExtension(leaf.get(), authority, NID_ext_key_usage, "serverAuth") &&
        addExtension(leaf.get(), authority, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1") &&
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

} // namespace

core::Result<ThrowAwayCertificate> makeCertificate()
{
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Key leafKey(EVP_EC_gen("P-256"));
    const Certificate authority = makeAuthority(authorityKey.get());
    const Certificate leaf = authority ? makeLeaf(leafKey.get(), authority.get(), authorityKey.get()) : Certificate();
    ThrowAwayCertificate made;
    if (leaf) {
        made.authorityPem = toPem([&](BIO *out) { return PEM_write_bio_X509(out, authority.get()); });
        made.server.chainPem = toPem([&](BIO *out) { return PEM_write_bio_X509(out, leaf.get()); }) + made.authorityPem;
        made.server.keyPem = toPem([&](BIO *out) {
            return PEM_write_bio_PrivateKey(out, leafKey.get(), nullptr, nullptr, 0, nullptr, nullptr);
        });
    }
    if (made.authorityPem.isEmpty() || made.server.keyPem.isEmpty()) {
        char words[256] = {};
        ERR_error_string_n(ERR_get_error(), words, sizeof(words));
        return core::Error{.kind = core::Error::Kind::Tls,
                           .message = Texts::tr("The sandbox could not make a certificate."),
                           .detail = QString::fromLatin1(words)};
    }
    return made;
}

} // namespace sandbox
