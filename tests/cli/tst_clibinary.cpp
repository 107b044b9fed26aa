#include "cli/exitcode.h"
#include "engine/world.h"
#include "store/paths.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#ifndef Q_OS_WIN
#include <csignal>
#endif

using namespace Qt::StringLiterals;
using cli::ExitCode;
using sandbox::Person;

/// The real program, as a shell runs it.
class TestCliBinary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void tellsItsVersion();
    void tests();
    void pushesWithAProfileFileOnly();
    void failsWithDocumentedCodes();
    void endsOnCtrlC();

private:
    struct Ran {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    Ran run(const QStringList &arguments, const QByteArray &input = {});
    void prepare(QProcess &process);
    bool showsACanary(const QByteArray &text) const;

    std::unique_ptr<support::World> m_world;
    QTemporaryDir m_home;
    QString m_profilePath;
};

void TestCliBinary::initTestCase()
{
    m_world = std::make_unique<support::World>();
    QVERIFY(m_world->connect());
    profile::Profile profile = m_world->profile;
    profile.clientSecret = {profile::SecretRef::Kind::Env, u"CB_BINARY_CLIENT"_s};
    profile.didomi.secret = {profile::SecretRef::Kind::File, u"didomi.secret"_s}; // beside the profile file
    m_profilePath = m_home.filePath(u"profile.json"_s);
    QFile file(m_profilePath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(profile::writeProfile(profile)) > 0);
    QFile secret(m_home.filePath(u"didomi.secret"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    QVERIFY(secret.write(m_world->secrets.didomiSecret.reveal() + '\n') > 0);
}

void TestCliBinary::cleanup()
{
    m_world->sandbox().clearFaults();
}

void TestCliBinary::prepare(QProcess &process)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CONSENT_BRIDGE_HOME"_s, m_home.filePath(u"home"_s));
    environment.insert(u"CB_BINARY_CLIENT"_s, QString::fromUtf8(m_world->secrets.clientSecret.reveal()));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
}

TestCliBinary::Ran TestCliBinary::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    prepare(process);
    process.start(QStringLiteral(CB_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    const Ran ran{.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                  .out = process.readAllStandardOutput(),
                  .err = process.readAllStandardError()};
    if (showsACanary(ran.out) || showsACanary(ran.err))
        qCritical("a secret was printed");
    return ran;
}

bool TestCliBinary::showsACanary(const QByteArray &text) const
{
    return text.contains(m_world->secrets.clientSecret.reveal()) ||
           text.contains(m_world->secrets.didomiSecret.reveal());
}

void TestCliBinary::tellsItsVersion()
{
    const Ran ran = run({u"--version"_s});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out.trimmed(), "consent-bridge-cli " CB_VERSION);
    QCOMPARE(run({}).code, int(ExitCode::Usage));
}

void TestCliBinary::tests()
{
    const Ran ran = run({u"test"_s, m_profilePath, u"--json"_s});
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(QJsonDocument::fromJson(ran.out).object().value(u"verdict"_s).toString(), u"passed"_s);
    QVERIFY2(ran.err.isEmpty(), ran.err.constData());
}

void TestCliBinary::pushesWithAProfileFileOnly()
{
    const QString person = m_world->person(Person::Case::Plain);
    const QString id = m_world->rowOf(person).id;
    QVERIFY(m_world->set(id, u"new_newsletterconsent"_s, "false"));
    const QByteArray event = QJsonDocument(m_world->eventJson(person, {{u"newsletter"_s, true}})).toJson();
    const Ran preview = run({u"preview"_s, u"--profile"_s, m_profilePath, u"--event"_s, u"-"_s, u"--json"_s}, event);
    QVERIFY2(preview.code == 0, preview.err.constData());
    QCOMPARE(QJsonDocument::fromJson(preview.out).object().value(u"outcome"_s).toString(), u"updated"_s);
    QCOMPARE(m_world->rowOf(person).values.value(u"new_newsletterconsent"_s), QJsonValue(false));
    const Ran push = run({u"push"_s, m_profilePath, u"--event"_s, u"-"_s, u"--json"_s}, event);
    QVERIFY2(push.code == 0, push.err.constData());
    QVERIFY(QJsonDocument::fromJson(push.out).object().value(u"verified"_s).toBool());
    QCOMPARE(m_world->rowOf(person).values.value(u"new_newsletterconsent"_s), QJsonValue(true));

    // Nor does the journal hold a secret.
    QFile journal(store::Paths::below(m_home.filePath(u"home"_s)).journal());
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QVERIFY(!showsACanary(journal.readAll()));
}

void TestCliBinary::failsWithDocumentedCodes()
{
    QCOMPARE(run({u"test"_s, u"/no/such/profile"_s}).code, int(ExitCode::Invalid));
    QVERIFY(m_world->sandbox().setFault(u"secret"_s, u"wrong"_s));
    QCOMPARE(run({u"test"_s, m_profilePath}).code, int(ExitCode::TestFailed));
    QCOMPARE(run({u"preview"_s, m_profilePath, u"--user"_s, u"a"_s}).code, int(ExitCode::SignIn));
}

void TestCliBinary::endsOnCtrlC()
{
#ifdef Q_OS_WIN
    QSKIP("A console program cannot be sent Ctrl+C by its parent here.");
#else
    QVERIFY(m_world->sandbox().setFault(u"slow"_s, u"20000"_s));
    QProcess process;
    prepare(process);
    process.start(QStringLiteral(CB_CLI), {u"test"_s, m_profilePath, u"--json"_s});
    QVERIFY(process.waitForStarted());
    QTest::qWait(500); // by then it asks; earlier the signal ends it without our doing
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(10'000));
    const bool isInterrupted = process.exitStatus() == QProcess::NormalExit
                                   ? process.exitCode() == int(ExitCode::Interrupted)
                                   : process.exitCode() == SIGINT;
    QVERIFY(isInterrupted);
#endif
}

QTEST_GUILESS_MAIN(TestCliBinary)

#include "tst_clibinary.moc"
