#include "entra/certificate.h"
#include "sandbox/certificate.h"
#include "sandbox/web.h"
#include "support/certificate.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sandbox;

/// The certificates of the simulated servers, good and bad, and those that applications sign in with.
class TestSandboxCertificates : public QObject
{
    Q_OBJECT

private:
    /// What a handshake finds fault with; the common name of the server's certificate is told too.
    static QList<QSslError::SslError> flawsOf(const Credentials &credentials, const QString &host = u"127.0.0.1"_s)
    {
        QSslSocket socket;
        QSslConfiguration configuration = socket.sslConfiguration();
        configuration.setCaCertificates({QSslCertificate(credentials.authorityPem)});
        socket.setSslConfiguration(configuration);
        const QUrl address(credentials.dataverse);
        QList<QSslError::SslError> flaws;
        QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [&flaws](const QList<QSslError> &errors) {
            for (const QSslError &error : errors)
                flaws << error.error();
        });
        socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(address.port()), host);
        const bool isEncrypted = socket.waitForEncrypted(10'000);
        if (isEncrypted != flaws.isEmpty())
            qWarning() << "no handshake at all:" << socket.errorString();
        return isEncrypted || !flaws.isEmpty() ? flaws : QList{QSslError::UnspecifiedError};
    }

    static QList<std::pair<QString, QString>> formOf(const Web &web, const QByteArray &assertion)
    {
        return {{u"grant_type"_s, u"client_credentials"_s},
                {u"client_id"_s, web.credentials().clientId},
                {u"client_assertion_type"_s, u"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"_s},
                {u"client_assertion"_s, QString::fromLatin1(assertion)},
                {u"scope"_s, web.credentials().dataverse + u"/.default"_s}};
    }

private Q_SLOTS:
    void issuesForThisMachine()
    {
        const auto authority = ThrowAwayAuthority::make();
        QVERIFY(authority);
        const QSslCertificate root(authority->pem());
        QVERIFY(!root.isNull() && root.isSelfSigned());
        const auto issued = authority->issue(ServerFlaw::None);
        QVERIFY(issued);
        const QList<QSslCertificate> chain = QSslCertificate::fromData(issued->chainPem);
        QCOMPARE(chain.size(), 2);
        QCOMPARE(chain[1], root);
        QCOMPARE(chain[0].issuerDisplayName(), root.subjectDisplayName());
        QVERIFY(chain[0].subjectAlternativeNames().values(QSsl::DnsEntry).contains(u"localhost"_s));
        QVERIFY(chain[0].expiryDate() > QDateTime::currentDateTimeUtc());
        QVERIFY(!authority->pem().contains("PRIVATE"));
        QVERIFY(!issued->chainPem.contains("PRIVATE"));
        QVERIFY(ThrowAwayAuthority::make()->pem() != authority->pem());
    }

    void showsTheCertificateAskedFor_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QSslError::SslError>("flaw");
        QTest::newRow("expired") << u"expired"_s << QSslError::CertificateExpired;
        QTest::newRow("not yet valid") << u"not-yet-valid"_s << QSslError::CertificateNotYetValid;
        QTest::newRow("wrong host") << u"wrong-host"_s << QSslError::HostNameMismatch;
        QTest::newRow("untrusted") << u"untrusted"_s << QSslError::SelfSignedCertificateInChain;
    }

    void showsTheCertificateAskedFor()
    {
        QFETCH(QString, fault);
        QFETCH(QSslError::SslError, flaw);
        const auto sandbox = startSandbox({.contacts = 30, .withTls = true});
        QVERIFY(sandbox);
        const Credentials &credentials = sandbox->credentials();
        QCOMPARE(flawsOf(credentials), QList<QSslError::SslError>());
        QCOMPARE(flawsOf(credentials, u"localhost"_s), QList<QSslError::SslError>());
        QVERIFY(sandbox->setFault(u"tls"_s, fault));
        QCOMPARE(flawsOf(credentials), QList{flaw}); // that, and nothing besides
        Web plain(sandbox->plainCredentials());
        QCOMPARE(plain.askToken().status, 200); // the port without TLS knows nothing of it
        sandbox->clearFaults();
        QCOMPARE(flawsOf(credentials), QList<QSslError::SslError>()); // on the same port
    }

    void startsWithABadCertificate()
    {
        const auto sandbox = startSandbox({.contacts = 30, .withTls = true, .faults = {u"tls=expired"_s}});
        QVERIFY(sandbox);
        QTRY_COMPARE(flawsOf(sandbox->credentials()), QList{QSslError::CertificateExpired});
    }

    void takesTheCertificateOfItsApplication()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        const auto pem = sandbox->clientCertificate();
        QVERIFY(pem);
        QCOMPARE(*sandbox->clientCertificate(), *pem); // the same as long as it runs
        const auto certificate = entra::Certificate::read(*pem, {});
        QVERIFY(certificate);
        const QString endpoint = web.tokenAddress(web.credentials().tenant);
        const auto sign = [&](const QString &audience, const QString &client, int ago = 0) {
            return certificate->assertion(QUrl(audience), client, QDateTime::currentDateTimeUtc().addSecs(-ago))
                .value()
                .reveal();
        };
        const auto ask = [&web](const QByteArray &assertion) {
            return web.askToken(formOf(web, assertion), web.credentials().tenant);
        };
        const QString client = web.credentials().clientId;

        const QByteArray good = sign(endpoint, client);
        const WebAnswer answer = ask(good);
        QCOMPARE(answer.status, 200);
        const QByteArray token = answer[u"access_token"_s].toString().toLatin1();
        QVERIFY(QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding)
                    .contains("\"appidacr\":\"2\""));
        QCOMPARE(web.askDataverse(u"WhoAmI"_s, token).status, 200);

        const auto code = [](const WebAnswer &refusal) { return refusal[u"error_codes"_s].toArray().at(0).toInt(); };
        QCOMPARE(code(ask(good)), 50012); // used up
        QCOMPARE(code(ask(sign(u"https://login.example/t/oauth2/v2.0/token"_s, client))), 700023);
        QCOMPARE(code(ask(sign(endpoint, u"somebody-else"_s))), 700021);
        QCOMPARE(code(ask(sign(endpoint, client, 7200))), 700024);
        QCOMPARE(code(ask(sign(endpoint, client, -7200))), 700024);
        QByteArray forged = sign(endpoint, client);
        forged[forged.lastIndexOf('.') + 20] = forged[forged.lastIndexOf('.') + 20] == 'A' ? 'B' : 'A';
        QCOMPARE(code(ask(forged)), 50012);
        QCOMPARE(code(ask("nonsense")), 50027);

        const support::Identity stranger = support::makeIdentity({.rsaBits = 2048});
        const auto strange = entra::Certificate::read(stranger.keyPem + stranger.certificatePem, {});
        QVERIFY(strange);
        const QByteArray unknown =
            strange->assertion(QUrl(endpoint), client, QDateTime::currentDateTimeUtc()).value().reveal();
        QCOMPARE(code(ask(unknown)), 700027);

        QVERIFY(sandbox->setFault(u"certificate"_s, u"not-uploaded"_s));
        QCOMPARE(code(ask(sign(endpoint, client))), 700027);
        QCOMPARE(web.askToken().status, 200); // the secret is as good as before
    }

    void knowsNoCertificateBeforeOneIsMade()
    {
        const auto sandbox = startSandbox();
        Web web(sandbox->credentials());
        const auto foreign = makeClientCertificate();
        QVERIFY(foreign);
        const auto certificate = entra::Certificate::read(foreign->pem, {});
        QVERIFY(certificate);
        QCOMPARE(certificate->sha256(), foreign->sha256);
        const QByteArray assertion = certificate
                                         ->assertion(QUrl(web.tokenAddress(web.credentials().tenant)),
                                                     web.credentials().clientId, QDateTime::currentDateTimeUtc())
                                         .value()
                                         .reveal();
        QCOMPARE(web.askToken(formOf(web, assertion), web.credentials().tenant)[u"error_codes"_s].toArray(),
                 QJsonArray{700027});
    }

    void checksSignatures()
    {
        const auto ours = makeClientCertificate();
        const auto other = makeClientCertificate();
        QVERIFY(ours && other);
        const auto certificate = entra::Certificate::read(ours->pem, {});
        QVERIFY(certificate);
        const QByteArray assertion =
            certificate->assertion(QUrl(u"https://login.example"_s), u"c"_s, QDateTime::currentDateTimeUtc())
                .value()
                .reveal();
        const qsizetype dot = assertion.lastIndexOf('.');
        const QByteArray text = assertion.left(dot);
        const QByteArray signature = QByteArray::fromBase64(assertion.mid(dot + 1), QByteArray::Base64UrlEncoding);
        QVERIFY(isSignedBy(*ours, u"PS256"_s, text, signature));
        QVERIFY(!isSignedBy(*ours, u"RS256"_s, text, signature)); // another padding
        QVERIFY(!isSignedBy(*ours, u"none"_s, text, signature));
        QVERIFY(!isSignedBy(*ours, u"PS256"_s, text + 'x', signature));
        QVERIFY(!isSignedBy(*ours, u"PS256"_s, text, {}));
        QVERIFY(!isSignedBy(*other, u"PS256"_s, text, signature));
    }
};

QTEST_GUILESS_MAIN(TestSandboxCertificates)

#include "tst_sandboxcertificates.moc"
