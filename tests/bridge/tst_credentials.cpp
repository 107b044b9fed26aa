#include "engine/world.h"
#include "sandbox/practice.h"
#include "support/certificate.h"
#include "support/connectproxy.h"
#include "support/finish.h"

#include <QTest>

using namespace Qt::StringLiterals;
using bridge::Link;
using core::Error;
using core::Secret;
using profile::Credential;
using profile::NetworkOptions;
using support::finishOf;
using support::Identity;
using support::makeIdentity;

/// Links that sign in with a certificate, leave by a proxy or trust a company's own authority.
class TestCredentials : public QObject
{
    Q_OBJECT

private:
    support::World m_world{{.contacts = 10, .withTls = true, .didomiRequestLimit = 0}};
    const Identity m_identity = makeIdentity({.commonName = u"App"_s, .rsaBits = 2048});
    QTemporaryDir m_folder;
    profile::Profile m_profile;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }

    core::Result<std::unique_ptr<Link>> make(net::Network &network, const bridge::Secrets &secrets)
    {
        return Link::make(network, m_profile, secrets);
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_folder.isValid());
        m_profile = m_world.profile; // over TLS
        m_profile.network.authorityFile = write(u"authority.pem"_s, m_world.sandbox().credentials().authorityPem);
    }

    void trustsTheAuthorityOfTheFile()
    {
        net::Network network;
        const auto link = make(network, m_world.secrets);
        QVERIFY2(link, qPrintable(link ? QString() : link.error().message));
        QCOMPARE((*link)->authority().scheme(), u"https"_s);
        const auto found = finishOf(bridge::survey(**link, link->get()));
        QVERIFY2(found, qPrintable(found ? QString() : found.error().message));

        m_profile.network.authorityFile.clear();
        const auto distrustful =
            Link::make(network, m_profile, m_world.secrets, core::Clock::system(), {.maxTries = 1});
        QVERIFY(distrustful);
        const auto token = finishOf((*distrustful)->tokens().token(this));
        QVERIFY(!token);
        QCOMPARE(token.error().kind, Error::Kind::Tls);
    }

    void refusesABadAuthorityFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::newRow("missing") << QByteArray() << int(Error::Kind::Storage);
        QTest::newRow("garbage") << QByteArray("Dear administrator") << int(Error::Kind::Invalid);
        QTest::newRow("a server's") << makeIdentity({.issuer = &m_identity}).certificatePem
                                    << int(Error::Kind::Invalid);
    }

    void refusesABadAuthorityFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        m_profile.network.authorityFile =
            bytes.isEmpty() ? m_folder.filePath(u"nowhere.pem"_s) : write(u"bad.pem"_s, bytes);
        const auto link = make(m_world.network(), m_world.secrets);
        QVERIFY(!link);
        QCOMPARE(int(link.error().kind), kind);
        QCOMPARE(link.error().field, u"network.authority_file"_s);
        QVERIFY(!link.error().message.isEmpty() && !link.error().fix.isEmpty());
    }

    void signsInWithACertificate()
    {
        const auto pem = m_world.sandbox().clientCertificate();
        QVERIFY(pem);
        m_profile.credential = {.kind = Credential::Kind::Certificate,
                                .certificateFile = u' ' + write(u"app.pem"_s, *pem) + u' '}; // as people paste
        m_profile.clientSecret = {};
        bridge::Secrets secrets = m_world.secrets;
        secrets.clientSecret = {};
        net::Network network;
        const auto link = make(network, secrets);
        QVERIFY2(link, qPrintable(link ? QString() : link.error().message));
        QVERIFY((*link)->certificate().has_value());
        QCOMPARE((*link)->certificate()->thumbprint().size(), 40);
        const auto found = finishOf(bridge::survey(**link, link->get()));
        QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
    }

    void theFilesPassphraseOpensIt()
    {
        m_profile.credential = {
            .kind = Credential::Kind::Certificate,
            .certificateFile = write(u"app.pfx"_s, support::makePfx({.passphrase = "canary words",
                                                                     .keyPem = m_identity.keyPem,
                                                                     .certificatePem = m_identity.certificatePem}))};
        bridge::Secrets secrets = m_world.secrets;
        secrets.certificatePassphrase = Secret("canary words");
        const auto link = make(m_world.network(), secrets);
        QVERIFY2(link, qPrintable(link ? QString() : link.error().message));
        QCOMPARE((*link)->certificate()->subject(), u"App"_s);
    }

    void refusesABadCertificate_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("field");
        const QString file = u"credential.certificate_file"_s;
        QTest::newRow("missing") << QByteArray() << int(Error::Kind::Storage) << file;
        QTest::newRow("no key") << m_identity.certificatePem << int(Error::Kind::Invalid) << file;
        QTest::newRow("encrypted") << encryptedKeyOf(m_identity, "canary") + m_identity.certificatePem
                                   << int(Error::Kind::Invalid) << u"credential.certificate_passphrase"_s;
    }

    void refusesABadCertificate()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        QFETCH(QString, field);
        m_profile.credential = {.kind = Credential::Kind::Certificate,
                                .certificateFile =
                                    bytes.isEmpty() ? m_folder.filePath(u"nowhere.pem"_s) : write(u"bad.pem"_s, bytes)};
        const auto link = make(m_world.network(), m_world.secrets);
        QVERIFY(!link);
        QCOMPARE(int(link.error().kind), kind);
        QCOMPARE(link.error().field, field);
        QVERIFY(!link.error().fix.isEmpty());
    }

    void aFileThatIsNotUsedIsNotRead()
    {
        m_profile.credential = {.kind = Credential::Kind::Secret, .certificateFile = u"/nowhere.pem"_s};
        const auto link = make(m_world.network(), m_world.secrets);
        QVERIFY(link);
        QVERIFY(!(*link)->certificate().has_value());
    }

    void refusesAProxyThatIsNone_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("field");
        QTest::newRow("no host") << u" "_s << 8080 << u"network.proxy_host"_s;
        QTest::newRow("port 0") << u"proxy.test"_s << 0 << u"network.proxy_port"_s;
        QTest::newRow("port too large") << u"proxy.test"_s << 65536 + 8080 << u"network.proxy_port"_s;
    }

    void refusesAProxyThatIsNone()
    {
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(QString, field);
        m_profile.network = {.proxy = NetworkOptions::Proxy::Manual, .proxyHost = host, .proxyPort = port};
        const auto link = make(m_world.network(), m_world.secrets);
        QVERIFY(!link);
        QCOMPARE(link.error().kind, Error::Kind::Invalid);
        QCOMPARE(link.error().field, field);
        QVERIFY(!link.error().fix.isEmpty());
    }

    void everyEndLeavesByTheSameRoute()
    {
        support::ConnectProxy proxy;
        m_profile.network = {.proxy = NetworkOptions::Proxy::Manual,
                             .proxyHost = u" 127.0.0.1 "_s,
                             .proxyPort = proxy.serverPort(),
                             .proxyUser = u"clerk"_s};
        m_profile.integration.instance = u"https://acme.crm4.dynamics.com"_s;
        m_profile.options.authority.clear(); // Microsoft's, which this proxy does not lead to
        m_profile.didomi.apiUrl = u"https://api.didomi.io/v1"_s;
        bridge::Secrets secrets = m_world.secrets;
        secrets.proxyPassword = Secret("canary-password");
        net::Network network;
        const auto link = Link::make(network, m_profile, secrets, core::Clock::system(), {.maxTries = 1});
        QVERIFY2(link, qPrintable(link ? QString() : link.error().message));
        const net::Route route = (*link)->route();
        QCOMPARE(route.host, u"127.0.0.1"_s);
        QCOMPARE(route.password, Secret("canary-password"));
        for (net::Service *service :
             {&(*link)->entraService(), &(*link)->dataverseService(), &(*link)->didomiService()}) {
            QVERIFY(service->options().route == route);
            QCOMPARE(service->options().retry.maxTries, 1);
        }
        QVERIFY(!finishOf((*link)->tokens().token(this)));
        QVERIFY(!finishOf((*link)->didomi().signIn(this)));
        QStringList asked;
        for (const auto &passed : proxy.passed())
            asked << QString::fromLatin1(passed.requestLine().split(' ').value(1));
        asked.removeDuplicates();
        QCOMPARE(asked, QStringList({u"login.microsoftonline.com:443"_s, u"api.didomi.io:443"_s}));
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
