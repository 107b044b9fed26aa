#include "cli/terminal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using profile::SecretRef;
using support::Ran;

/// `integration show`: everything about an integration but its secrets.
class TestShowCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void findsTheIntegration();
    void showsASecret();
    void showsACertificate();
    void showsTheWayOut_data();
    void showsTheWayOut();

private:
    QString shown();

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::Terminal> m_terminal;
};

void TestShowCommand::initTestCase()
{
    m_world = std::make_unique<support::World>();
}

void TestShowCommand::init()
{
    m_terminal = std::make_unique<support::Terminal>(*m_world);
}

/// What is shown of the integration as it stands, blanks between names and values as one.
QString TestShowCommand::shown()
{
    m_terminal->save(m_terminal->profile);
    const Ran ran = m_terminal->run({u"integration"_s, u"show"_s});
    QStringList lines;
    for (const QString &line : ran.out.split(u'\n'))
        lines << line.simplified();
    return ran.code == ExitCode::Done ? lines.join(u'\n') : ran.err;
}

void TestShowCommand::findsTheIntegration()
{
    const Ran text = m_terminal->run({u"integration"_s, u"show"_s, u"acme"_s}); // names are not case-sensitive
    QCOMPARE(text.code, ExitCode::Done);
    QVERIFY(text.out.contains(m_terminal->profile.integration.instance));
    QVERIFY(text.out.contains(u"env:"_s));
    const Ran json = m_terminal->run({u"integration"_s, u"show"_s, u"--json"_s});
    QCOMPARE(json.json().value(u"integration"_s).toObject().value(u"name"_s).toString(), u"Acme"_s);
    QCOMPARE(m_terminal->run({u"integration"_s, u"show"_s, u"Nobody"_s}).code, ExitCode::Invalid);
    const QString path = m_terminal->write(u"elsewhere.json"_s, profile::writeProfile(m_terminal->profile));
    QCOMPARE(m_terminal->run({u"integration"_s, u"show"_s, path}).code, ExitCode::Done);
    QCOMPARE(m_terminal->run({u"integration"_s, u"show"_s, u"--profile"_s, path}).code, ExitCode::Done);
    QCOMPARE(m_terminal->run({u"integration"_s, u"show"_s, u"--profile"_s, u"/no/such/file"_s}).code,
             ExitCode::Invalid);
}

void TestShowCommand::showsASecret()
{
    const QString plain = shown();
    QVERIFY2(plain.contains(u"\nSigns in with a client secret\n"_s), qPrintable(plain));
    QVERIFY(plain.contains(u"\nClient secret env:CB_TEST_CLIENT_SECRET\n"_s));
    QVERIFY(plain.contains(u"\nMode Legacy\n"_s));
    for (const char *absent : {"expires on", "New client secret", "Certificate", "Authority"})
        QVERIFY2(!plain.contains(QLatin1StringView(absent)), absent);

    profile::Credential &credential = m_terminal->profile.credential;
    credential.secretExpiresOn = QDate(2027, 3, 31);
    credential.nextSecret = {SecretRef::Kind::Keychain, u"consent-bridge/1/client-secret-next"_s};
    credential.nextSecretExpiresOn = QDate(2029, 3, 31);
    const QString text = shown();
    QVERIFY2(text.contains(u"\nSecret expires on 2027-03-31\n"_s), qPrintable(text));
    QVERIFY(text.contains(u"\nNew client secret keychain:consent-bridge/1/client-secret-next\n"_s));
    QVERIFY(text.contains(u"\nNew secret expires on 2029-03-31\n"_s));

    m_terminal->profile.clientSecret = {};
    QVERIFY(shown().contains(u"\nClient secret not entered\n"_s));
}

void TestShowCommand::showsACertificate()
{
    profile::Credential &credential = m_terminal->profile.credential;
    credential.kind = profile::Credential::Kind::Certificate;
    m_terminal->profile.clientSecret = {};
    QVERIFY(shown().contains(u"\nCertificate file not entered\n"_s));
    credential.certificateFile = u"/etc/consent-bridge/app.pfx"_s;
    credential.certificatePassphrase = {SecretRef::Kind::Env, u"CB_TEST_PASSPHRASE"_s};
    qputenv("CB_TEST_PASSPHRASE", "canary-passphrase");
    const QString text = shown();
    QVERIFY2(text.contains(u"\nSigns in with a certificate\n"_s), qPrintable(text));
    QVERIFY(text.contains(u"\nCertificate file /etc/consent-bridge/app.pfx\n"_s));
    QVERIFY(text.contains(u"\nCertificate passphrase env:CB_TEST_PASSPHRASE\n"_s));
    QVERIFY(!text.contains(u"Client secret"_s)); // it is not missing
    QVERIFY(!text.contains(u"canary"_s));
}

void TestShowCommand::showsTheWayOut_data()
{
    using Proxy = profile::NetworkOptions::Proxy;
    QTest::addColumn<int>("proxy");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("showsSignIn");
    QTest::newRow("system") << int(Proxy::System) << u"\nProxy as this computer is set\n"_s << false;
    QTest::newRow("none") << int(Proxy::None) << u"\nProxy none\n"_s << false;
    QTest::newRow("manual") << int(Proxy::Manual) << u"\nProxy proxy.example.com:3128\n"_s << true;
}

void TestShowCommand::showsTheWayOut()
{
    QFETCH(const int, proxy);
    QFETCH(const QString, line);
    QFETCH(const bool, showsSignIn);
    qputenv("CB_TEST_PROXY_PASSWORD", "canary-proxy-password");
    m_terminal->profile.network = {.proxy = profile::NetworkOptions::Proxy(proxy),
                                   .proxyHost = u"proxy.example.com"_s,
                                   .proxyPort = 3128,
                                   .proxyUser = u"bridge"_s,
                                   .proxyPassword = {SecretRef::Kind::Env, u"CB_TEST_PROXY_PASSWORD"_s},
                                   .authorityFile = u"/etc/ssl/company.pem"_s};
    const QString text = shown();
    QVERIFY2(text.contains(line), qPrintable(text));
    QCOMPARE(text.contains(u"\nProxy user bridge\n"_s), showsSignIn);
    QCOMPARE(text.contains(u"\nProxy password env:CB_TEST_PROXY_PASSWORD\n"_s), showsSignIn);
    QVERIFY(text.contains(u"\nAuthority file /etc/ssl/company.pem\n"_s));
    QVERIFY(!text.contains(u"canary"_s));
}

QTEST_GUILESS_MAIN(TestShowCommand)

#include "tst_showcommand.moc"
