#include "cli/terminal.h"
#include "store/profilestore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using core::Secret;
using profile::SecretRef;
using support::Ran;

/// `next-secret`: a new client secret beside the old one, then in its place.
class TestNextSecretCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void keepsTheNewOneBesideTheOld();
    void testsAndSwitches();
    void notesAReference();
    void notesTheDay();
    void leavesNothingBehindWhenSetAgain();
    void forgetsTheNewOne();
    void neverForgetsTheOneInUse();
    void switchesFromACertificate();
    void needsAKeychainThatLasts();
    void refuses_data();
    void refuses();
    void refusesOtherFiles();

private:
    Ran run(const QStringList &arguments, const QByteArray &input = {});
    profile::Profile saved() const { return m_terminal->saved(u"Acme"_s); }

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::MemorySecrets> m_secrets;
    std::unique_ptr<support::Terminal> m_terminal;
    const QString m_oldEntry = u"consent-bridge/acme/client-secret"_s;
};

void TestNextSecretCommand::initTestCase()
{
    m_world = std::make_unique<support::World>();
}

void TestNextSecretCommand::init()
{
    m_world->sandbox().clearFaults();
    m_secrets = std::make_unique<support::MemorySecrets>();
    m_secrets->entries.insert(m_oldEntry, Secret("the-old-canary-secret"));
    m_terminal = std::make_unique<support::Terminal>(*m_world, m_secrets.get());
    m_terminal->profile.clientSecret = {SecretRef::Kind::Keychain, m_oldEntry};
    m_terminal->save(m_terminal->profile);
}

Ran TestNextSecretCommand::run(const QStringList &arguments, const QByteArray &input)
{
    const Ran ran = m_terminal->run(QStringList{u"next-secret"_s} + arguments, input);
    if ((ran.out + ran.err).contains(u"canary"_s))
        QTest::qFail("a secret was printed", __FILE__, __LINE__);
    QFile file(store::ProfileStore(m_terminal->environment().paths.integrations()).pathOf(m_terminal->profile.id));
    if (!file.open(QIODevice::ReadOnly) || file.readAll().contains("canary-secret"))
        QTest::qFail("a secret stands in the integration's file", __FILE__, __LINE__);
    return ran;
}

void TestNextSecretCommand::keepsTheNewOneBesideTheOld()
{
    const Ran ran = run({u"--set"_s}, "the-new-canary-secret\r\n");
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
    QVERIFY(ran.out.contains(u"test --next-secret"_s));
    const profile::Profile now = saved();
    QCOMPARE(now.clientSecret.name, m_oldEntry);
    QCOMPARE(now.credential.nextSecret.kind, SecretRef::Kind::Keychain);
    QVERIFY(now.credential.nextSecret.name != m_oldEntry);
    QVERIFY(m_secrets->entries.value(now.credential.nextSecret.name).reveal() == "the-new-canary-secret");
    QVERIFY(m_secrets->entries.value(m_oldEntry).reveal() == "the-old-canary-secret");
}

void TestNextSecretCommand::testsAndSwitches()
{
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::TestFailed); // the old one is over
    QCOMPARE(run({u"--set"_s, u"--expires"_s, u"2029-03-31"_s}, m_world->secrets.clientSecret.reveal()).code,
             ExitCode::Done);
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::TestFailed); // the one in use is still the old one
    QCOMPARE(m_terminal->run({u"test"_s, u"--next-secret"_s}).code, ExitCode::Done);

    const QString newEntry = saved().credential.nextSecret.name;
    const Ran ran = run({u"--switch"_s, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    QVERIFY(!ran.json().value(u"done"_s).toString().isEmpty());
    const profile::Profile now = saved();
    QCOMPARE(now.clientSecret.name, newEntry);
    QCOMPARE(now.credential.secretExpiresOn, QDate(2029, 3, 31));
    QCOMPARE(now.credential.nextSecret.kind, SecretRef::Kind::None);
    QVERIFY(!now.credential.nextSecretExpiresOn.isValid());
    QCOMPARE(m_secrets->entries.keys(), QStringList{newEntry}); // the old one is forgotten
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::Done);
    QCOMPARE(run({u"--switch"_s}).code, ExitCode::Invalid); // there is none any more
}

void TestNextSecretCommand::notesAReference()
{
    QCOMPARE(run({u"--set"_s, u"--ref"_s, u"env:CB_TEST_NEXT"_s}).code, ExitCode::Done);
    QCOMPARE(saved().credential.nextSecret.toText(), u"env:CB_TEST_NEXT"_s);
    QCOMPARE(m_secrets->entries.size(), 1); // nothing was read
    QCOMPARE(run({u"--switch"_s}).code, ExitCode::Done);
    QCOMPARE(saved().clientSecret.toText(), u"env:CB_TEST_NEXT"_s);
    QVERIFY(m_secrets->entries.isEmpty());
}

void TestNextSecretCommand::notesTheDay()
{
    QCOMPARE(run({u"--set"_s, u"--ref"_s, u"env:ONE"_s, u"--expires"_s, u"2027-03-31"_s}).code, ExitCode::Done);
    QCOMPARE(saved().credential.nextSecretExpiresOn, QDate(2027, 3, 31));
    QCOMPARE(run({u"--set"_s, u"--ref"_s, u"env:TWO"_s}).code, ExitCode::Done);
    QVERIFY(!saved().credential.nextSecretExpiresOn.isValid()); // that was the other one's
}

void TestNextSecretCommand::leavesNothingBehindWhenSetAgain()
{
    QCOMPARE(run({u"--set"_s}, "the-first-canary-secret").code, ExitCode::Done);
    const QString first = saved().credential.nextSecret.name;
    QCOMPARE(run({u"--set"_s}, "the-second-canary-secret").code, ExitCode::Done);
    const QString second = saved().credential.nextSecret.name;
    QVERIFY(first != second);
    QVERIFY(!m_secrets->entries.contains(first));
    QVERIFY(m_secrets->entries.contains(second));
    QVERIFY(m_secrets->entries.contains(m_oldEntry));
    QCOMPARE(run({u"--set"_s, u"--ref"_s, u"env:ELSEWHERE"_s}).code, ExitCode::Done);
    QCOMPARE(m_secrets->entries.keys(), QStringList{m_oldEntry});
}

void TestNextSecretCommand::forgetsTheNewOne()
{
    QCOMPARE(run({u"--set"_s, u"--expires"_s, u"2027-03-31"_s}, "the-new-canary-secret").code, ExitCode::Done);
    QCOMPARE(run({u"--forget"_s}).code, ExitCode::Done);
    QCOMPARE(saved(), m_terminal->profile);
    QCOMPARE(m_secrets->entries.keys(), QStringList{m_oldEntry});
}

void TestNextSecretCommand::neverForgetsTheOneInUse()
{
    for (const QString &wish : {u"--switch"_s, u"--forget"_s}) {
        QCOMPARE(run({u"--set"_s, u"--ref"_s, u"keychain:"_s + m_oldEntry}).code, ExitCode::Done);
        QCOMPARE(run({wish}).code, ExitCode::Done);
        QCOMPARE(saved().clientSecret.name, m_oldEntry);
        QVERIFY2(m_secrets->entries.contains(m_oldEntry), qPrintable(wish));
    }
}

void TestNextSecretCommand::switchesFromACertificate()
{
    m_terminal->profile.credential.kind = profile::Credential::Kind::Certificate;
    m_terminal->profile.credential.certificateFile = u"/etc/app.pem"_s;
    m_terminal->save(m_terminal->profile);
    QCOMPARE(run({u"--set"_s}, "the-new-canary-secret").code, ExitCode::Done);
    QCOMPARE(saved().credential.kind, profile::Credential::Kind::Certificate);
    QCOMPARE(run({u"--switch"_s}).code, ExitCode::Done);
    QCOMPARE(saved().credential.kind, profile::Credential::Kind::Secret);
}

void TestNextSecretCommand::needsAKeychainThatLasts()
{
    m_secrets->isForSessionOnly = true;
    const Ran ran = run({u"--set"_s}, "the-new-canary-secret");
    QCOMPARE(ran.code, ExitCode::SignIn);
    QVERIFY(!ran.err.isEmpty());
    QCOMPARE(saved(), m_terminal->profile);
}

void TestNextSecretCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::newRow("no wish") << QStringList{} << QByteArray() << int(ExitCode::Usage);
    QTest::newRow("two wishes") << QStringList{u"--set"_s, u"--switch"_s} << QByteArray("x") << int(ExitCode::Usage);
    QTest::newRow("nothing came") << QStringList{u"--set"_s} << QByteArray(" \n") << int(ExitCode::Usage);
    QTest::newRow("no date") << QStringList{u"--set"_s, u"--expires"_s, u"2027-02-30"_s} << QByteArray("canary")
                             << int(ExitCode::Usage);
    QTest::newRow("a secret for a reference")
        << QStringList{u"--set"_s, u"--ref"_s, u"canary-in-the-wrong-place"_s} << QByteArray() << int(ExitCode::Usage);
    QTest::newRow("switch to nothing") << QStringList{u"--switch"_s} << QByteArray() << int(ExitCode::Invalid);
    QTest::newRow("forget nothing") << QStringList{u"--forget"_s} << QByteArray() << int(ExitCode::Invalid);
    QTest::newRow("nobody's") << QStringList{u"--set"_s, u"Nobody"_s} << QByteArray("canary") << int(ExitCode::Invalid);
}

void TestNextSecretCommand::refuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, input);
    QFETCH(const int, code);
    const Ran ran = run(arguments, input);
    QCOMPARE(int(ran.code), code);
    QVERIFY(!ran.err.isEmpty());
    QCOMPARE(saved(), m_terminal->profile);
    QCOMPARE(m_secrets->entries.keys(), QStringList{m_oldEntry});
}

void TestNextSecretCommand::refusesOtherFiles()
{
    profile::Profile elsewhere = m_terminal->another(u"Elsewhere"_s);
    elsewhere.credential.nextSecret = {SecretRef::Kind::Env, u"CB_TEST_NEXT"_s};
    const QByteArray bytes = profile::writeProfile(elsewhere);
    const QString path = m_terminal->write(u"elsewhere.json"_s, bytes);
    const Ran ran = run({u"--switch"_s, u"--profile"_s, path});
    QCOMPARE(ran.code, ExitCode::Invalid);
    QVERIFY2(ran.err.contains(u"Elsewhere"_s), qPrintable(ran.err));
    QCOMPARE(m_terminal->read(u"elsewhere.json"_s), bytes);
    QVERIFY(m_terminal->saved(u"Elsewhere"_s).id.isEmpty());
}

QTEST_GUILESS_MAIN(TestNextSecretCommand)

#include "tst_nextsecretcommand.moc"
