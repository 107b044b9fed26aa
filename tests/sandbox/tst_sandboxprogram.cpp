#include "profile/profile.h"
#include "sandbox/rehearsal.h"
#include "sandbox/web.h"

#include <QFileInfo>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sandbox;

namespace {

/// The real program, and the line that it says.
class Program
{
public:
    explicit Program(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(SANDBOX_PROGRAM), arguments);
        while (!m_output.contains('\n') && m_process.waitForReadyRead(20'000))
            m_output += m_process.readAllStandardOutput();
    }

    ~Program()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.terminate();
            m_process.waitForFinished();
        }
    }

    QJsonObject line() const { return QJsonDocument::fromJson(m_output).object(); }
    QByteArray output() const { return m_output; }
    QProcess &process() { return m_process; }

    /// Waits for the end of a program that should not stay.
    int exitCode()
    {
        m_process.waitForFinished(20'000);
        m_output += m_process.readAllStandardOutput();
        return m_process.exitStatus() == QProcess::NormalExit && m_process.state() == QProcess::NotRunning
                   ? m_process.exitCode()
                   : -1;
    }

    Credentials credentials() const
    {
        const QJsonObject said = line();
        return {.authority = said.value("authority"_L1).toString(),
                .tenant = said.value("tenant"_L1).toString(),
                .clientId = said.value("client_id"_L1).toString(),
                .clientSecret = core::Secret::fromText(said.value("client_secret"_L1).toString()),
                .dataverse = said.value("dataverse"_L1).toString(),
                .alternateKey = said.value("alternate_key"_L1).toString(),
                .booleanColumn = said.value("boolean_column"_L1).toString(),
                .didomi = said.value("didomi"_L1).toString(),
                .organizationId = said.value("organization_id"_L1).toString(),
                .didomiKey = said.value("didomi_key"_L1).toString(),
                .didomiSecret = core::Secret::fromText(said.value("didomi_secret"_L1).toString())};
    }

private:
    QProcess m_process;
    QByteArray m_output;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSandboxProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAllThatAClientNeeds()
    {
        Program program({u"--contacts"_s, u"40"_s});
        const QJsonObject line = program.line();
        for (const QString &member :
             {u"authority"_s, u"tenant"_s, u"client_id"_s, u"client_secret"_s, u"dataverse"_s, u"alternate_key"_s,
              u"boolean_column"_s, u"didomi"_s, u"organization_id"_s, u"didomi_key"_s, u"didomi_secret"_s})
            QVERIFY2(!line.value(member).toString().isEmpty(), qPrintable(member));
        QCOMPARE(line.value("profile"_L1).toString(), QString());
        QCOMPARE(program.output().count('\n'), 1);
        QVERIFY(line.value("dataverse"_L1).toString().startsWith(u"http://127.0.0.1:"_s));

        Web web(program.credentials());
        const QByteArray token = web.dataverseToken();
        const WebAnswer counted = web.askDataverse(u"contacts?$select=%1,%2&$count=true"_s.arg(
                                                       web.credentials().alternateKey, web.credentials().booleanColumn),
                                                   token);
        QCOMPARE(counted.status, 200);
        QCOMPARE(counted[u"@odata.count"_s].toInt(), 40);
        const WebAnswer keys = web.askDataverse(
            u"EntityDefinitions(LogicalName='contact')/Keys?$select=KeyAttributes,EntityKeyIndexStatus"_s, token);
        bool isActive = false;
        for (const QJsonValue &key : keys[u"value"_s].toArray()) {
            isActive |= key[u"KeyAttributes"_s].toArray() == QJsonArray{web.credentials().alternateKey} &&
                        key[u"EntityKeyIndexStatus"_s] == u"Active"_s;
        }
        QVERIFY(isActive);
        web.signInToDidomi();
        QCOMPARE(web.didomi("GET", u"/consents/users"_s).data().size(), 40);
        QVERIFY(web.send("GET", web.credentials().authority + u"/"_s).body.contains("sandbox"));
    }

    void isTheSameForTheSameSeed()
    {
        Program one({u"--seed"_s, u"7"_s});
        Program two({u"--seed"_s, u"7"_s});
        Program other({u"--seed"_s, u"8"_s});
        for (const auto member :
             {"tenant"_L1, "client_id"_L1, "client_secret"_L1, "didomi_key"_L1, "didomi_secret"_L1}) {
            QCOMPARE(one.line().value(member), two.line().value(member));
            QVERIFY(one.line().value(member) != other.line().value(member));
        }
    }

    void writesAProfileThatWorks()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"practice.json"_s);
        Program program({u"--write-profile"_s, path});
        QCOMPARE(program.line().value("profile"_L1).toString(), path);
        const auto profile = profile::readProfile(contentOf(path));
        QVERIFY(profile);
        QCOMPARE(profile->kind, profile::EnvironmentKind::Practice);
        QCOMPARE(profile->match.column, program.credentials().alternateKey);
        QCOMPARE(profile->integration.instance, program.credentials().dataverse);
        const QList<profile::Problem> problems = profile::validate(*profile);
        for (const profile::Problem &problem : problems)
            QVERIFY2(problem.severity != profile::Problem::Severity::Error,
                     qPrintable(problem.field + u": "_s + problem.message));

        for (const auto &[reference, secret] :
             {std::pair(profile->clientSecret, program.credentials().clientSecret),
              std::pair(profile->didomi.secret, program.credentials().didomiSecret)}) {
            QCOMPARE(reference.kind, profile::SecretRef::Kind::File);
            QCOMPARE(contentOf(reference.name).trimmed(), secret.reveal());
            QVERIFY(!contentOf(path).contains(secret.reveal()));
#ifdef Q_OS_UNIX
            QCOMPARE(QFileInfo(reference.name).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                     QFile::Permissions());
#endif
        }
    }

    void writesAProfileWithFurtherUsers()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"further.json"_s);
        Program program({u"--write-profile"_s, path, u"--further-users"_s, u"2"_s});
        QVERIFY(!program.line().isEmpty());
        const auto profile = profile::readProfile(contentOf(path));
        QVERIFY(profile);
        QCOMPARE(profile->furtherUsers.size(), 2);
        for (const profile::Problem &problem : profile::validate(*profile))
            QVERIFY2(problem.severity != profile::Problem::Severity::Error,
                     qPrintable(problem.field + u": "_s + problem.message));
        Web web(program.credentials());
        for (const profile::FurtherUser &user : profile->furtherUsers) {
            auto form = web.tokenForm();
            form[1].second = user.clientId;
            form[2].second = QString::fromUtf8(contentOf(user.clientSecret.name).trimmed());
            QCOMPARE(web.askToken(form, web.credentials().tenant).status, 200);
        }
    }

    void writesAProfileInCurrentMode()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"current.json"_s);
        Program program({u"--write-profile"_s, path, u"--mode"_s, u"current"_s});
        QCOMPARE(program.line().value("profile"_L1).toString(), path);
        const auto profile = profile::readProfile(contentOf(path));
        QVERIFY(profile);
        QCOMPARE(profile::modeOf(profile->integration), profile::Mode::Current);
        QVERIFY(!profile->integration.mappings.isEmpty());
        for (const profile::Problem &problem : profile::validate(*profile))
            QVERIFY2(problem.severity != profile::Problem::Severity::Error,
                     qPrintable(problem.field + u": "_s + problem.message));
    }

    void hasThePeopleThatTheMappingsNeed()
    {
        QTemporaryDir folder;
        Program program({u"--write-profile"_s, folder.filePath(u"p.json"_s)});
        const auto profile = profile::readProfile(contentOf(folder.filePath(u"p.json"_s)));
        QVERIFY(profile);
        Web web(program.credentials());
        const QByteArray token = web.dataverseToken();
        QStringList columns;
        for (const profile::Mapping &mapping : profile->integration.mappings)
            columns << mapping.column;
        QVERIFY(columns.size() >= 4);
        QCOMPARE(web.askDataverse(u"contacts?$top=1&$select="_s + columns.join(u','), token).status, 200);
    }

    void speaksTls()
    {
        Program program({u"--tls"_s});
        QVERIFY(program.line().value("authority"_L1).toString().startsWith(u"https://127.0.0.1:"_s));
        const QList<QSslCertificate> authority =
            QSslCertificate::fromPath(program.line().value("ca_certificate"_L1).toString());
        QCOMPARE(authority.size(), 1);
        const QUrl address(program.line().value("dataverse"_L1).toString());
        for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
            QSslSocket socket;
            QSslConfiguration configuration = socket.sslConfiguration();
            configuration.setCaCertificates(authority);
            socket.setSslConfiguration(configuration);
            socket.setPeerVerifyName(host);
            socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(address.port()));
            QVERIFY2(socket.waitForEncrypted(), qPrintable(socket.errorString()));
        }
        QSslSocket stranger; // trusts the system's authorities only
        stranger.connectToHostEncrypted(u"127.0.0.1"_s, quint16(address.port()));
        QVERIFY(!stranger.waitForEncrypted());
    }

    void startsWithFaults()
    {
        Program program({u"--fault"_s, u"secret=expired"_s, u"--fault"_s, u"didomi-key=wrong"_s});
        Web web(program.credentials());
        QCOMPARE(web.askToken()[u"error_codes"_s].toArray(), QJsonArray{7000222});
        QCOMPARE(web.askSession(web.credentials().didomiSecret.reveal()).status, 400);
    }

    void streams()
    {
        Program program({u"--stream"_s, u"1"_s, u"--contacts"_s, u"20"_s});
        Web web(program.credentials());
        web.signInToDidomi();
        const QByteArray before = web.didomi("GET", u"/consents/users"_s).body;
        QTRY_VERIFY(web.didomi("GET", u"/consents/users"_s).body != before);
    }

    void stopsWhenToldTo()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows has no SIGTERM.");
#endif
        Program program({u"--tls"_s});
        const QString certificate = program.line().value("ca_certificate"_L1).toString();
        QVERIFY(QFileInfo::exists(certificate));
        Web web(program.credentials());
        program.process().terminate();
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(!QFileInfo::exists(certificate));
        QCOMPARE(program.output().count('\n'), 1);
    }

    void refusesWhatItCannotDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("unknown option") << QStringList{u"--colour"_s} << 2 << "colour"_ba;
        QTest::newRow("positional") << QStringList{u"start"_s} << 2 << "start"_ba;
        QTest::newRow("unknown fault") << QStringList{u"--fault"_s, u"gravity=off"_s} << 2 << "secret=wrong|expired"_ba;
        QTest::newRow("bad value of a fault")
            << QStringList{u"--fault"_s, u"secret=maybe"_s} << 2 << "secret=wrong|expired"_ba;
        QTest::newRow("port in words") << QStringList{u"--port"_s, u"http"_s} << 2 << "--port"_ba;
        QTest::newRow("port too large") << QStringList{u"--port"_s, u"70000"_s} << 2 << "65535"_ba;
        QTest::newRow("negative contacts") << QStringList{u"--contacts"_s, u"-1"_s} << 2 << "--contacts"_ba;
        QTest::newRow("mode in other words") << QStringList{u"--mode"_s, u"new"_s} << 2 << "--mode"_ba;
        QTest::newRow("missing value") << QStringList{u"--seed"_s} << 2 << "seed"_ba;
        QTest::newRow("unknown rehearsal") << QStringList{u"--rehearse"_s, u"flood"_s} << 2 << "\"flood\""_ba;
        QTest::newRow("rehearsal of a profile, without one")
            << QStringList{u"--rehearse"_s, u"organization-missing"_s} << 2 << "--write-profile"_ba;
        QTest::newRow("too many further users")
            << QStringList{u"--further-users"_s, u"21"_s} << 2 << "--further-users"_ba;
        QTest::newRow("profile in no folder")
            << QStringList{u"--write-profile"_s, u"/nonexistent/folder/p.json"_s} << 1 << "/nonexistent/folder"_ba;
    }

    void refusesWhatItCannotDo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, words);
        Program program(arguments);
        QCOMPARE(program.exitCode(), exitCode);
        const QByteArray said = program.process().readAllStandardError();
        QVERIFY2(said.contains(words), said.constData());
        QCOMPARE(program.output(), QByteArray());
    }

    void listsTheRehearsals()
    {
        Program program({u"--rehearse"_s, u"help"_s});
        QCOMPARE(program.exitCode(), 0);
        const QList<Rehearsal> all = rehearsals({}, {});
        for (const Rehearsal &one : all) {
            QVERIFY2(program.output().contains("  " + one.id.toUtf8() + ' '), qPrintable(one.id));
            QVERIFY2(program.output().contains(one.title.toUtf8()), qPrintable(one.title));
        }
        QCOMPARE(program.output().count('\n'), all.size() + 1);
    }

    void rehearsesAFault()
    {
        Program program({u"--rehearse"_s, u"secret-expired"_s});
        Web web(program.credentials());
        QCOMPARE(web.askToken()[u"error_codes"_s].toArray(), QJsonArray{7000222});
        QCOMPARE(web.send("GET", web.credentials().authority + u"/sandbox/faults"_s)[u"active"_s].toArray(),
                 QJsonArray{u"secret=expired"_s});
    }

    void rehearsesAProfile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"p.json"_s);
        Program program({u"--rehearse"_s, u"certificate-not-uploaded"_s, u"--write-profile"_s, path});
        const auto profile = profile::readProfile(contentOf(path));
        QVERIFY(profile);
        QCOMPARE(profile->credential.kind, profile::Credential::Kind::Certificate);
        const QString file = profile->credential.certificateFile;
        QVERIFY2(file.startsWith(folder.path()), qPrintable(file));
        QVERIFY(contentOf(file).contains("PRIVATE KEY"));
#ifdef Q_OS_UNIX
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
        for (const profile::Problem &problem : profile::validate(*profile))
            QVERIFY2(problem.severity != profile::Problem::Severity::Error, qPrintable(problem.message));
    }

    void rehearsesABadCertificateOverTls()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"p.json"_s);
        Program program({u"--rehearse"_s, u"tls-expired"_s, u"--write-profile"_s, path}); // which needs no --tls
        const auto profile = profile::readProfile(contentOf(path));
        QVERIFY(profile);
        QSslSocket socket;
        QSslConfiguration configuration = socket.sslConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(profile->network.authorityFile));
        socket.setSslConfiguration(configuration);
        const QUrl address(profile->integration.instance);
        QCOMPARE(address.scheme(), u"https"_s);
        socket.connectToHostEncrypted(address.host(), quint16(address.port()));
        QVERIFY(!socket.waitForEncrypted());
        QCOMPARE(socket.sslHandshakeErrors().size(), 1);
        QCOMPARE(socket.sslHandshakeErrors().constFirst().error(), QSslError::CertificateExpired);
    }

    void writesAProfileThatTrustsItsTls()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"p.json"_s);
        Program program({u"--tls"_s, u"--write-profile"_s, path});
        const auto profile = profile::readProfile(contentOf(path));
        QVERIFY(profile);
        for (const QString &address :
             {profile->integration.instance, profile->options.authority, profile->didomi.apiUrl})
            QVERIFY2(address.startsWith(u"https://127.0.0.1:"_s), qPrintable(address));
        const QList<QSslCertificate> authorities = QSslCertificate::fromPath(profile->network.authorityFile);
        QCOMPARE(authorities.size(), 1);
        QVERIFY(!contentOf(profile->network.authorityFile).contains("PRIVATE KEY"));
        QSslSocket socket;
        QSslConfiguration configuration = socket.sslConfiguration();
        configuration.setCaCertificates(authorities);
        socket.setSslConfiguration(configuration);
        const QUrl address(profile->integration.instance);
        socket.connectToHostEncrypted(address.host(), quint16(address.port()));
        QVERIFY2(socket.waitForEncrypted(), qPrintable(socket.errorString()));
    }

    void saysThatThePortIsTaken()
    {
        QTcpServer squatter;
        QVERIFY(squatter.listen(QHostAddress::LocalHost));
        const QString port = QString::number(squatter.serverPort());
        Program program({u"--port"_s, port});
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.process().readAllStandardError().contains(port.toLatin1()));
    }

    void helps()
    {
        Program program({u"--help"_s});
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.output().contains("--write-profile"));
        QVERIFY(program.output().contains("--rehearse"));
        QVERIFY(program.output().contains("throttle=[SERVICE:]COUNT"));
    }
};

QTEST_GUILESS_MAIN(TestSandboxProgram)

#include "tst_sandboxprogram.moc"
