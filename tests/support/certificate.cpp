#include "support/certificate.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace support {

namespace {

template <typename T, void (*destroy)(T *)>
struct Destroy {
    void operator()(T *object) const { destroy(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Destroy<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Destroy<X509, X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Destroy<X509_EXTENSION, X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Destroy<BIO, BIO_free_all>>;
using Pfx = std::unique_ptr<PKCS12, Destroy<PKCS12, PKCS12_free>>;
using Context = std::unique_ptr<OSSL_LIB_CTX, Destroy<OSSL_LIB_CTX, OSSL_LIB_CTX_free>>;

struct Unload {
    void operator()(OSSL_PROVIDER *provider) const { OSSL_PROVIDER_unload(provider); }
};
using Provider = std::unique_ptr<OSSL_PROVIDER, Unload>;

QByteArray contents(const Memory &memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, size);
}

Memory memoryOf(const QByteArray &bytes)
{
    return Memory(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

Key readKey(const QByteArray &pem, OSSL_LIB_CTX *context = nullptr)
{
    if (pem.isEmpty())
        return {};
    return Key(PEM_read_bio_PrivateKey_ex(memoryOf(pem).get(), nullptr, nullptr, nullptr, context, nullptr));
}

Certificate readCertificate(const QByteArray &pem)
{
    return Certificate(pem.isEmpty() ? nullptr : PEM_read_bio_X509(memoryOf(pem).get(), nullptr, nullptr, nullptr));
}

void addExtension(X509 *certificate, int nid, const QByteArray &value)
{
    const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.constData()));
    Q_ASSERT(extension);
    X509_add_ext(certificate, extension.get(), -1);
}

} // namespace

Identity makeIdentity(const IdentityOptions &options)
{
    static long serial = 1;
    const Key key(options.rsaBits > 0 ? EVP_RSA_gen(unsigned(options.rsaBits)) : EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    X509 *x509 = certificate.get();
    X509_set_version(x509, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x509), serial++);
    X509_gmtime_adj(X509_getm_notBefore(x509), long(options.validFrom.count()));
    X509_gmtime_adj(X509_getm_notAfter(x509), long(options.validTo.count()));
    X509_set_pubkey(x509, key.get());

    const QByteArray name = options.commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x509), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), int(name.size()), -1, 0);
    if (options.isAuthority)
        addExtension(x509, NID_basic_constraints, "critical,CA:TRUE");
    if (!options.names.isEmpty())
        addExtension(x509, NID_subject_alt_name, options.names.join(u',').toUtf8());

    if (options.issuer) {
        const Key signer = readKey(options.issuer->keyPem);
        const Certificate issuer = readCertificate(options.issuer->certificatePem);
        X509_set_issuer_name(x509, X509_get_subject_name(issuer.get()));
        X509_sign(x509, signer.get(), EVP_sha256());
    } else {
        X509_set_issuer_name(x509, X509_get_subject_name(x509));
        X509_sign(x509, key.get(), EVP_sha256());
    }

    const Memory certificateText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateText.get(), x509);
    const Memory keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);

    Identity identity{.certificatePem = contents(certificateText), .keyPem = contents(keyText)};
    identity.certificate = QSslCertificate(identity.certificatePem);
    identity.key = QSslKey(identity.keyPem, options.rsaBits > 0 ? QSsl::Rsa : QSsl::Ec);
    Q_ASSERT(!identity.certificate.isNull() && !identity.key.isNull());
    return identity;
}

QByteArray encryptedKeyOf(const Identity &identity, const QByteArray &passphrase)
{
    const Key key = readKey(identity.keyPem);
    const Memory text(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(text.get(), key.get(), EVP_aes_256_cbc(), passphrase.constData(),
                                  int(passphrase.size()), nullptr, nullptr);
    return contents(text);
}

QByteArray makePfx(const PfxOptions &options)
{
    const bool isLegacy = options.style == PfxStyle::Legacy;
    const Context context(isLegacy ? OSSL_LIB_CTX_new() : nullptr);
    const Provider usual(isLegacy ? OSSL_PROVIDER_load(context.get(), "default") : nullptr);
    const Provider legacy(isLegacy ? OSSL_PROVIDER_load(context.get(), "legacy") : nullptr);
    if (isLegacy && !(usual && legacy))
        return {};
    const Key key = readKey(options.keyPem, context.get());
    const Certificate certificate = readCertificate(options.certificatePem);
    STACK_OF(X509) *others = sk_X509_new_null();
    for (const QByteArray &pem : options.othersPem)
        sk_X509_push(others, readCertificate(pem).release());
    const Pfx pfx(PKCS12_create_ex(options.passphrase.constData(), "Test", key.get(), certificate.get(), others,
                                   isLegacy ? NID_pbe_WithSHA1And3_Key_TripleDES_CBC : 0,
                                   isLegacy ? NID_pbe_WithSHA1And40BitRC2_CBC : 0, 0, 0, 0, context.get(), nullptr));
    sk_X509_pop_free(others, X509_free);
    if (!pfx)
        return {};
    const Memory bytes(BIO_new(BIO_s_mem()));
    i2d_PKCS12_bio(bytes.get(), pfx.get());
    return contents(bytes);
}

} // namespace support
