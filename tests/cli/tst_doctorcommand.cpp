#include "cli/terminal.h"
#include "diagnosis/connectiontest.h"
#include "store/testhistory.h"
#include "support/finish.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using support::Ran;

/// `doctor`: what a support desk needs, and nothing that it must not see.
class TestDoctorCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tellsEverythingAsText();
    void tellsEverythingAsJson();
    void tellsWhatIsBroken();
    void showsNobody_data();
    void showsNobody();
    void writesAFile();
    void refusesAFolderThatIsNotThere();
    void namesOne();
    void stopsWithWhatIsKnown();

private:
    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::Terminal> m_terminal;
};

void TestDoctorCommand::initTestCase()
{
    m_world = std::make_unique<support::World>();
}

void TestDoctorCommand::init()
{
    m_world->sandbox().clearFaults();
    m_terminal = std::make_unique<support::Terminal>(*m_world);
}

void TestDoctorCommand::tellsEverythingAsText()
{
    const Ran ran = m_terminal->run({u"doctor"_s});
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.out + ran.err));
    for (const QString &needed :
         {u"" CB_VERSION ""_s, QString::fromLatin1(qVersion()), u"Acme"_s, m_terminal->profile.integration.tenantId,
          m_terminal->profile.integration.clientId, m_terminal->profile.integration.instance, u"passed"_s,
          u"The last calls"_s, u"/oauth2/v2.0/token"_s})
        QVERIFY2(ran.out.contains(needed), qPrintable(needed));
    for (const diagnosis::Step::Id id : diagnosis::stepsOf({}))
        QVERIFY2(ran.out.contains(diagnosis::stepName(id)), qPrintable(diagnosis::stepName(id)));
    QVERIFY(!ran.out.contains(u"CB_TEST_CLIENT_SECRET"_s)); // only that it is in a variable
    for (const QString &line : ran.out.split(u'\n'))
        QVERIFY2(!line.contains(m_terminal->profile.didomi.keyId), qPrintable(line));
}

void TestDoctorCommand::tellsEverythingAsJson()
{
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::Done);
    const Ran ran = m_terminal->run({u"doctor"_s, u"Acme"_s, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    const QJsonObject json = ran.json();
    QCOMPARE(json.value(u"versions"_s)[u"consent_bridge"].toString(), u"" CB_VERSION ""_s);
    QCOMPARE(json.value(u"integration"_s)[u"name"].toString(), u"Acme"_s);
    QCOMPARE(json.value(u"integration"_s)[u"client_secret"].toString(), u"environment variable"_s);
    QCOMPARE(json.value(u"report"_s)[u"steps"].toArray().size(), diagnosis::stepsOf({}).size());
    QVERIFY(json.value(u"broken_since"_s).isNull());
    QVERIFY(json.value(u"changes"_s).toArray().isEmpty());
    QVERIFY(!json.value(u"last_good_test"_s).toString().isEmpty());
    QVERIFY(!json.value(u"calls"_s).toArray().isEmpty());
    QVERIFY(json.value(u"calls"_s).toArray().size() <= 60);
}

void TestDoctorCommand::tellsWhatIsBroken()
{
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::Done);
    QVERIFY(m_world->sandbox().setFault(u"secret"_s, u"expired"_s));
    const Ran text = m_terminal->run({u"doctor"_s});
    QCOMPARE(text.code, ExitCode::TestFailed);
    for (const char *needed : {"AADSTS7000222", "Certificates & secrets", "Request id", "Broken since",
                               "Since the last good test of", "worked before."})
        QVERIFY2(text.out.contains(QLatin1StringView(needed)), needed);
    const Ran json = m_terminal->run({u"doctor"_s, u"--json"_s});
    QCOMPARE(json.code, ExitCode::TestFailed);
    QVERIFY(!json.json().value(u"broken_since"_s).toString().isEmpty());
    QCOMPARE(json.json().value(u"changes"_s).toArray().at(0)[u"step"].toString(), u"token"_s);
}

void TestDoctorCommand::showsNobody_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("whole") << QString();
    QTest::newRow("sign-in refused") << u"secret=wrong"_s;
    QTest::newRow("Didomi's contract") << u"didomi-contract=missing"_s;
    QTest::newRow("another page") << u"html=1000"_s;
}

void TestDoctorCommand::showsNobody()
{
    QFETCH(const QString, fault);
    // A push before it, whose calls name somebody, and whose calls are told too.
    const QString person = m_world->person(sandbox::Person::Case::Plain);
    const QByteArray event = QJsonDocument(m_world->eventJson(person, {{u"newsletter"_s, true}})).toJson();
    QCOMPARE(m_terminal->run({u"push"_s, u"--event"_s, u"-"_s}, event).code, ExitCode::Done);
    QVERIFY(fault.isEmpty() || m_world->sandbox().setFault(fault.section(u'=', 0, 0), fault.section(u'=', 1)));
    const Ran text = m_terminal->run({u"doctor"_s});
    const Ran json = m_terminal->run({u"doctor"_s, u"--json"_s});
    QVERIFY(!text.out.isEmpty());
    QVERIFY(!json.json().isEmpty());
    const QString all = text.out + text.err + json.out + json.err; // secrets are looked for by run() itself
    QCOMPARE(support::peopleIn(all, *m_world), QStringList());
    QVERIFY(!all.contains(u"eyJ"_s)); // a token
}

void TestDoctorCommand::writesAFile()
{
    const Ran ran = m_terminal->run({u"doctor"_s, u"--json"_s, u"--output"_s, m_terminal->pathOf(u"bundle.json"_s)});
    QCOMPARE(ran.code, ExitCode::Done);
    QVERIFY(ran.out.isEmpty());
    const QByteArray written = m_terminal->read(u"bundle.json"_s);
    QVERIFY(QJsonDocument::fromJson(written).object().contains(u"report"_s));
    QVERIFY(!written.contains(m_world->secrets.clientSecret.reveal()));
    QVERIFY(!written.contains(m_world->secrets.didomiSecret.reveal()));
}

void TestDoctorCommand::refusesAFolderThatIsNotThere()
{
    const Ran ran = m_terminal->run({u"doctor"_s, u"--output"_s, m_terminal->pathOf(u"no/such/folder/bundle.txt"_s)});
    QCOMPARE(ran.code, ExitCode::Unexpected);
    QVERIFY2(ran.err.contains(u"bundle.txt"_s), qPrintable(ran.err));
}

void TestDoctorCommand::namesOne()
{
    m_terminal->save(m_terminal->another(u"Other"_s));
    QCOMPARE(m_terminal->run({u"doctor"_s}).code, ExitCode::Usage);
    QCOMPARE(m_terminal->run({u"doctor"_s, u"Nobody"_s}).code, ExitCode::Invalid);
    QCOMPARE(m_terminal->run({u"doctor"_s, u"Other"_s, u"--json"_s}).json().value(u"integration"_s)[u"name"].toString(),
             u"Other"_s);
}

void TestDoctorCommand::stopsWithWhatIsKnown()
{
    QVERIFY(m_world->sandbox().setFault(u"slow"_s, u"20000"_s));
    auto *job = m_terminal->begin({u"doctor"_s, u"--json"_s});
    QTRY_VERIFY(job->findChild<diagnosis::ConnectionTest *>()); // earlier there is nothing to tell
    job->cancel();
    const auto code = support::finishOf(job, 5'000);
    QVERIFY(code);
    QCOMPARE(*code, ExitCode::Interrupted);
    const Ran ran{.code = *code, .out = m_terminal->printed()};
    QCOMPARE(ran.json().value(u"report"_s)[u"stopped"], QJsonValue(true));
}

QTEST_GUILESS_MAIN(TestDoctorCommand)

#include "tst_doctorcommand.moc"
