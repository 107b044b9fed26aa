#include "core/redactor.h"
#include "entra/certificate.h"
#include "support/certificate.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Error;
using core::Secret;
using entra::Certificate;
using support::Identity;
using support::makeIdentity;
using support::makePfx;
using support::PfxOptions;
using support::PfxStyle;

namespace {

constexpr auto fileField = "credential.certificate_file"_L1;
constexpr auto passphraseField = "credential.certificate_passphrase"_L1;
const QByteArray passphrase = "canary pässphrase";

template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};

std::unique_ptr<X509, Releaser<X509_free>> x509Of(const Identity &identity)
{
    const std::unique_ptr<BIO, Releaser<BIO_free_all>> pem(
        BIO_new_mem_buf(identity.certificatePem.constData(), int(identity.certificatePem.size())));
    return std::unique_ptr<X509, Releaser<X509_free>>(PEM_read_bio_X509(pem.get(), nullptr, nullptr, nullptr));
}

/// The digest as the openssl program prints it, without colons.
QByteArray digestOf(const Identity &identity, const EVP_MD *kind)
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    X509_digest(x509Of(identity).get(), kind, bytes, &size);
    return QByteArray(reinterpret_cast<const char *>(bytes), size);
}

/// By the public key alone, as Entra ID does it.
bool isPs256(const Identity &identity, const QByteArray &text, const QByteArray &signature)
{
    const auto x509 = x509Of(identity);
    const std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *options = nullptr;
    return EVP_DigestVerifyInit(context.get(), &options, EVP_sha256(), nullptr, X509_get0_pubkey(x509.get())) == 1 &&
           EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(options, 32) == 1 && // RFC 7518 section 3.5: as long as the digest
           EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                            size_t(signature.size()), reinterpret_cast<const unsigned char *>(text.constData()),
                            size_t(text.size())) == 1;
}

QByteArray fromBase64Url(const QByteArray &text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
}

QJsonObject objectOf(const QByteArray &segment)
{
    return QJsonDocument::fromJson(fromBase64Url(segment)).object();
}

} // namespace

/// The certificate that an application signs in with: every file that an administrator may come with.
class TestCertificate : public QObject
{
    Q_OBJECT

private:
    const Identity m_authority = makeIdentity({.commonName = u"Issuing Authority"_s, .names = {}, .isAuthority = true});
    const Identity m_good =
        makeIdentity({.commonName = u"Consent Bridge – Zürich"_s, .rsaBits = 2048, .issuer = &m_authority});

    PfxOptions pfx(PfxStyle style, const QByteArray &words) const
    {
        return {.passphrase = words, .style = style, .keyPem = m_good.keyPem, .certificatePem = m_good.certificatePem};
    }

private Q_SLOTS:
    void readsEachForm_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("words");
        const QByteArray &certificate = m_good.certificatePem;
        const QByteArray &key = m_good.keyPem;
        const QByteArray both = key + certificate;
        const QByteArray encrypted = encryptedKeyOf(m_good, passphrase);
        QVERIFY(encrypted.contains("ENCRYPTED PRIVATE KEY"));
        QTest::newRow("PEM, key first") << both << QByteArray();
        QTest::newRow("PEM, certificate first") << certificate + key << QByteArray();
        QTest::newRow("PEM, needless passphrase") << both << passphrase;
        QTest::newRow("PEM, encrypted") << encrypted + certificate << passphrase;
        QTest::newRow("PEM, with its issuer first") << m_authority.certificatePem + certificate + key << QByteArray();
        QTest::newRow("PEM, with words around")
            << "Bag Attributes\n    friendlyName: Test\n" + key + "\nsubject=CN = Test\n" + certificate + "\n\n"
            << QByteArray();
        QTest::newRow("PEM, of Windows") << QByteArray(both).replace("\n", "\r\n") << QByteArray();
        QTest::newRow("PEM, with a mark of its order") << "\xEF\xBB\xBF" + both << QByteArray();

        QTest::newRow("PFX") << makePfx(pfx(PfxStyle::Modern, passphrase)) << passphrase;
        QTest::newRow("PFX, no passphrase") << makePfx(pfx(PfxStyle::Modern, {})) << QByteArray();
        PfxOptions chain = pfx(PfxStyle::Modern, passphrase);
        chain.othersPem = {m_authority.certificatePem};
        QTest::newRow("PFX, with its issuer") << makePfx(chain) << passphrase;

        if (const QByteArray legacy = makePfx(pfx(PfxStyle::Legacy, passphrase)); !legacy.isEmpty()) {
            QTest::newRow("old PFX") << legacy << passphrase;
            PfxOptions oldChain = pfx(PfxStyle::Legacy, passphrase);
            oldChain.othersPem = {m_authority.certificatePem};
            QTest::newRow("old PFX, with its issuer") << makePfx(oldChain) << passphrase;
            QTest::newRow("old PFX, no passphrase") << makePfx(pfx(PfxStyle::Legacy, {})) << QByteArray();
        }
    }

    void readsEachForm()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, words);
        QVERIFY(!bytes.isEmpty());
        const auto certificate = Certificate::read(bytes, Secret(words));
        QVERIFY2(certificate, qPrintable(certificate ? QString() : certificate.error().message));
        QCOMPARE(certificate->subject(), u"Consent Bridge – Zürich"_s);
        QCOMPARE(certificate->issuer(), u"Issuing Authority"_s);
        QCOMPARE(certificate->validFrom(), m_good.certificate.effectiveDate());
        QCOMPARE(certificate->expiresAt(), m_good.certificate.expiryDate());
        QCOMPARE(certificate->expiresAt().timeSpec(), Qt::UTC);
        QCOMPARE(certificate->thumbprint(), QString::fromLatin1(digestOf(m_good, EVP_sha1()).toHex().toUpper()));
        QCOMPARE(certificate->sha256(), digestOf(m_good, EVP_sha256()));
        QCOMPARE(certificate->sha256(), m_good.certificate.digest(QCryptographicHash::Sha256));
        // The key came along, and is usable.
        const auto assertion =
            certificate->assertion(QUrl(u"https://login.example/token"_s), u"app"_s, QDateTime::currentDateTimeUtc());
        QVERIFY(assertion);
        const QList<QByteArray> segments = assertion->reveal().split('.');
        QVERIFY(isPs256(m_good, segments[0] + '.' + segments[1], fromBase64Url(segments[2])));
    }

    void explainsABadFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("message");
        const QByteArray none;
        const QByteArray &certificate = m_good.certificatePem;
        const QByteArray encrypted = encryptedKeyOf(m_good, passphrase) + certificate;
        const Identity other = makeIdentity({.rsaBits = 2048});
        const Identity curve = makeIdentity();
        const Identity weak = makeIdentity({.rsaBits = 1024});
        const QString file(fileField);
        const QString words(passphraseField);
        QTest::newRow("empty") << none << none << file << u"no certificate that can be read"_s;
        QTest::newRow("text") << QByteArray("Dear administrator") << none << file << u"no certificate that can"_s;
        QTest::newRow("binary garbage") << QByteArray("\x30\x82\x10\x00garbage", 11) << none << file
                                        << u"no certificate that can"_s;
        QTest::newRow("DER, public part only")
            << m_good.certificate.toDer() << none << file << u"no certificate that can"_s;
        QTest::newRow("PEM, public part only") << certificate << none << file << u"not its private key"_s;
        QTest::newRow("PEM, key only") << m_good.keyPem << none << file << u"but no certificate"_s;
        QTest::newRow("PEM, cut off") << m_good.keyPem + certificate.left(certificate.size() / 2) << none << file
                                      << u"no certificate"_s;
        QTest::newRow("PEM, damaged key")
            << QByteArray(m_good.keyPem).replace("MII", "!!!") + certificate << none << file << u"private key"_s;
        QTest::newRow("PEM, key of another")
            << other.keyPem + certificate << none << file << u"belongs to another certificate"_s;
        QTest::newRow("PEM, no passphrase") << encrypted << none << words << u"asks for a passphrase"_s;
        QTest::newRow("PEM, wrong passphrase") << encrypted << QByteArray("canary") << words << u"is wrong"_s;
        QTest::newRow("PEM, far too long a passphrase") << encrypted << QByteArray(5000, 'x') << words << u"is wrong"_s;
        QTest::newRow("elliptic curve") << curve.keyPem + curve.certificatePem << none << file << u"not an RSA key"_s;
        QTest::newRow("1,024 bits") << weak.keyPem + weak.certificatePem << none << file << u"too short: 1024"_s;

        const QByteArray modern = makePfx(pfx(PfxStyle::Modern, passphrase));
        QTest::newRow("PFX, no passphrase") << modern << none << words << u"asks for a passphrase"_s;
        QTest::newRow("PFX, wrong passphrase") << modern << QByteArray("canary") << words << u"is wrong"_s;
        QTest::newRow("PFX, cut off") << modern.left(modern.size() / 2) << passphrase << file
                                      << u"no certificate that can"_s;
        PfxOptions part = pfx(PfxStyle::Modern, passphrase);
        part.keyPem.clear();
        QTest::newRow("PFX, no key") << makePfx(part) << passphrase << file << u"not its private key"_s;
        part = pfx(PfxStyle::Modern, passphrase);
        part.certificatePem.clear();
        QTest::newRow("PFX, no certificate") << makePfx(part) << passphrase << file << u"but no certificate"_s;
        part = pfx(PfxStyle::Modern, passphrase);
        part.certificatePem.clear();
        part.othersPem = {m_authority.certificatePem};
        QTest::newRow("PFX, only its issuer") << makePfx(part) << passphrase << file << u"another certificate"_s;
        if (const QByteArray legacy = makePfx(pfx(PfxStyle::Legacy, passphrase)); !legacy.isEmpty()) {
            QTest::newRow("old PFX, no passphrase") << legacy << none << words << u"asks for a passphrase"_s;
            QTest::newRow("old PFX, wrong passphrase") << legacy << QByteArray("canary") << words << u"is wrong"_s;
        }
    }

    void explainsABadFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, words);
        QFETCH(QString, field);
        QFETCH(QString, message);
        const auto certificate = Certificate::read(bytes, Secret(words));
        QVERIFY(!certificate);
        const Error error = certificate.error();
        QCOMPARE(error.kind, Error::Kind::Invalid);
        QCOMPARE(error.field, field);
        QVERIFY2(error.message.contains(message), qPrintable(error.message));
        QVERIFY(!error.fix.isEmpty());
        QVERIFY(!(error.message + error.fix + error.detail).contains(u"canary"_s));
        QVERIFY(!(error.message + error.fix).contains(u'%'));
    }

    void loadsAFile()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"app.pfx"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(makePfx(pfx(PfxStyle::Modern, passphrase)));
        file.close();
        QVERIFY(Certificate::load(file.fileName(), Secret(passphrase)));
        const auto wrong = Certificate::load(file.fileName(), Secret("wrong"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().field, passphraseField);
        for (const QString &path : {folder.filePath(u"nowhere.pfx"_s), folder.path()}) {
            const auto missing = Certificate::load(path, {});
            QVERIFY(!missing);
            QCOMPARE(missing.error().kind, Error::Kind::Storage);
            QCOMPARE(missing.error().field, fileField);
            QVERIFY(!missing.error().fix.isEmpty());
        }
    }

    void signsAnAssertion()
    {
        const auto certificate = Certificate::read(m_good.keyPem + m_good.certificatePem, {});
        QVERIFY(certificate);
        const QDateTime now({2026, 11, 20}, {10, 0, 5, 999}, Qt::UTC);
        const QUrl endpoint(
            u"https://login.microsoftonline.com/2b7f0c1e-5a44-4a0b-9d0e-6f1c2d3e4a55/oauth2/v2.0/token"_s);
        const auto assertion = certificate->assertion(endpoint, u"c3a1"_s, now);
        QVERIFY(assertion);
        const QList<QByteArray> segments = assertion->reveal().split('.');
        QCOMPARE(segments.size(), 3);
        QVERIFY(!assertion->reveal().contains('='));

        const QJsonObject header = objectOf(segments[0]);
        QCOMPARE(header.value("alg"_L1).toString(), u"PS256"_s);
        QCOMPARE(header.value("typ"_L1).toString(), u"JWT"_s);
        QCOMPARE(fromBase64Url(header.value("x5t#S256"_L1).toString().toLatin1()), digestOf(m_good, EVP_sha256()));

        const QJsonObject claims = objectOf(segments[1]);
        QCOMPARE(claims.value("aud"_L1).toString(), endpoint.toString());
        QCOMPARE(claims.value("iss"_L1).toString(), u"c3a1"_s);
        QCOMPARE(claims.value("sub"_L1).toString(), u"c3a1"_s);
        QCOMPARE(claims.value("nbf"_L1).toInteger(), now.toSecsSinceEpoch());
        QCOMPARE(claims.value("iat"_L1).toInteger(), now.toSecsSinceEpoch());
        QCOMPARE(claims.value("exp"_L1).toInteger(), now.toSecsSinceEpoch() + 600);
        QVERIFY(!claims.value("jti"_L1).toString().isEmpty());

        const QByteArray text = segments[0] + '.' + segments[1];
        QVERIFY(isPs256(m_good, text, fromBase64Url(segments[2])));
        QVERIFY(!isPs256(m_good, text + ' ', fromBase64Url(segments[2]))); // or the check proves nothing
    }

    void signsEachTimeAnew()
    {
        const auto certificate = Certificate::read(m_good.keyPem + m_good.certificatePem, {});
        QVERIFY(certificate);
        const Certificate copy = *certificate; // shares the key
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QUrl endpoint(u"https://login.example/token"_s);
        const auto first = certificate->assertion(endpoint, u"c3a1"_s, now);
        const auto second = copy.assertion(endpoint, u"c3a1"_s, now);
        QVERIFY(first && second);
        const auto idOf = [](const Secret &assertion) {
            return objectOf(assertion.reveal().split('.')[1]).value("jti"_L1).toString();
        };
        QVERIFY(idOf(*first) != idOf(*second));
    }

    void keepsTheAssertionOutOfLogs()
    {
        const auto certificate = Certificate::read(m_good.keyPem + m_good.certificatePem, {});
        QVERIFY(certificate);
        const auto assertion =
            certificate->assertion(QUrl(u"https://login.example/token"_s), u"c3a1"_s, QDateTime::currentDateTimeUtc());
        QVERIFY(assertion);
        const QString line = core::redactor::redacted(u"sent "_s + QString::fromLatin1(assertion->reveal()));
        QVERIFY(!line.contains(QString::fromLatin1(assertion->reveal().split('.')[2])));
    }
};

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
