#include "cli/terminal.h"

#include <QJsonArray>
#include <QSslCertificate>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using support::Ran;

/// `expiry`: what ends when, over all integrations.
class TestExpiryCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void knowsOfNothing();
    void listsSoonestFirst();
    void endsByUrgency_data();
    void endsByUrgency();
    void readsCertificates();
    void tellsACertificateThatCannotBeRead();
    void writesACalendar();
    void refusesAFolderThatIsNotThere();
    void refusesNames();

private:
    void save(const QString &name, int days);

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::Terminal> m_terminal;
};

void TestExpiryCommand::initTestCase()
{
    m_world = std::make_unique<support::World>();
}

void TestExpiryCommand::init()
{
    m_terminal = std::make_unique<support::Terminal>(*m_world);
}

/// An integration whose secret ends in so many days.
void TestExpiryCommand::save(const QString &name, int days)
{
    profile::Profile profile = m_terminal->another(name);
    profile.credential.secretExpiresOn = QDate::currentDate().addDays(days);
    m_terminal->save(profile);
}

void TestExpiryCommand::knowsOfNothing()
{
    const Ran text = m_terminal->run({u"expiry"_s});
    QCOMPARE(text.code, ExitCode::Done);
    QVERIFY2(text.out.contains(u"Enter the dates"_s), qPrintable(text.out));
    const Ran json = m_terminal->run({u"expiry"_s, u"--json"_s});
    QVERIFY(json.json().value(u"expiries"_s).isArray());
    QVERIFY(json.json().value(u"expiries"_s).toArray().isEmpty());
}

void TestExpiryCommand::listsSoonestFirst()
{
    save(u"Later"_s, 200);
    save(u"Sooner"_s, 20);
    m_terminal->profile.credential.secretExpiresOn = QDate::currentDate().addDays(100);
    m_terminal->profile.credential.nextSecret = {profile::SecretRef::Kind::Env, u"CB_TEST_NEXT"_s};
    m_terminal->profile.credential.nextSecretExpiresOn = QDate::currentDate().addDays(300);
    m_terminal->save(m_terminal->profile);
    const Ran ran = m_terminal->run({u"expiry"_s, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    const QJsonArray expiries = ran.json().value(u"expiries"_s).toArray();
    QStringList names;
    QList<int> days;
    for (const QJsonValue &one : expiries) {
        names << one[u"integration"].toString();
        days << one[u"days_left"].toInt();
    }
    QCOMPARE(names, QStringList({u"Sooner"_s, u"Acme"_s, u"Later"_s, u"Acme"_s}));
    QCOMPARE(days, QList<int>({20, 100, 200, 300}));
    QCOMPARE(expiries.at(1)[u"id"].toString(), m_terminal->profile.id);
    QCOMPARE(expiries.at(1)[u"on"].toString(), QDate::currentDate().addDays(100).toString(Qt::ISODate));
    QVERIFY(expiries.at(1)[u"what"] != expiries.at(3)[u"what"]);

    const Ran text = m_terminal->run({u"expiry"_s});
    QVERIFY(text.out.indexOf(u"Sooner"_s) > 0);
    QVERIFY(text.out.indexOf(u"Sooner"_s) < text.out.indexOf(u"Later"_s));
    QVERIFY(text.out.contains(QDate::currentDate().addDays(20).toString(Qt::ISODate)));
}

void TestExpiryCommand::endsByUrgency_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("code");
    QTest::newRow("far") << 61 << int(ExitCode::Done);
    QTest::newRow("near") << 8 << int(ExitCode::Done);
    QTest::newRow("very near") << 7 << int(ExitCode::TestFailed);
    QTest::newRow("today") << 0 << int(ExitCode::TestFailed);
    QTest::newRow("over") << -1 << int(ExitCode::TestFailed);
}

void TestExpiryCommand::endsByUrgency()
{
    QFETCH(const int, days);
    QFETCH(const int, code);
    save(u"One"_s, days);
    save(u"Far"_s, 500);
    QCOMPARE(int(m_terminal->run({u"expiry"_s}).code), code);
    QCOMPARE(int(m_terminal->run({u"expiry"_s, u"--json"_s}).code), code);
}

void TestExpiryCommand::readsCertificates()
{
    const auto pem = m_world->sandbox().clientCertificate();
    QVERIFY(pem);
    const QDate until = QSslCertificate(*pem).expiryDate().toUTC().date();
    QVERIFY(until.isValid());
    profile::Profile &profile = m_terminal->profile;
    profile.credential.kind = profile::Credential::Kind::Certificate;
    profile.credential.certificateFile = m_terminal->write(u"app.pem"_s, *pem);
    m_terminal->save(profile);
    const Ran ran = m_terminal->run({u"expiry"_s, u"--json"_s});
    const QJsonValue one = ran.json().value(u"expiries"_s).toArray().at(0);
    QCOMPARE(one[u"what"].toString(), u"certificate"_s);
    QCOMPARE(one[u"on"].toString(), until.toString(Qt::ISODate));
    QCOMPARE(one[u"problem"].toString(), QString());
}

void TestExpiryCommand::tellsACertificateThatCannotBeRead()
{
    profile::Profile &profile = m_terminal->profile;
    profile.credential.kind = profile::Credential::Kind::Certificate;
    profile.credential.certificateFile = m_terminal->pathOf(u"gone.pem"_s);
    m_terminal->save(profile);
    save(u"Other"_s, 3);
    const Ran ran = m_terminal->run({u"expiry"_s, u"--json"_s, u"--ics"_s, m_terminal->pathOf(u"all.ics"_s)});
    QCOMPARE(ran.code, ExitCode::TestFailed);
    const QJsonValue one = ran.json().value(u"expiries"_s).toArray().at(0);
    QCOMPARE(one[u"integration"].toString(), u"Acme"_s);
    QVERIFY(one[u"on"].isNull());
    QVERIFY(one[u"days_left"].isNull());
    QVERIFY(!one[u"problem"].toString().isEmpty());
    const Ran text = m_terminal->run({u"expiry"_s});
    QVERIFY2(text.out.contains(u"cannot be read"_s), qPrintable(text.out));
    QVERIFY2(text.err.contains(one[u"problem"].toString()), qPrintable(text.err));
    QCOMPARE(m_terminal->read(u"all.ics"_s).count("BEGIN:VEVENT"), 1); // on no day, no event
}

void TestExpiryCommand::writesACalendar()
{
    save(u"Sales, North"_s, 90);
    const Ran ran = m_terminal->run({u"expiry"_s, u"--ics"_s, m_terminal->pathOf(u"secrets.ics"_s)});
    QCOMPARE(ran.code, ExitCode::Done);
    QVERIFY(ran.out.contains(u"Sales, North"_s));
    const QByteArray text = m_terminal->read(u"secrets.ics"_s);
    QVERIFY(text.startsWith("BEGIN:VCALENDAR\r\n"));
    QVERIFY(text.endsWith("END:VCALENDAR\r\n"));
    QVERIFY(text.contains("DTSTART;VALUE=DATE:" + QDate::currentDate().addDays(90).toString(u"yyyyMMdd"_s).toLatin1() +
                          "\r\n"));
    QCOMPARE(text.count("BEGIN:VALARM"), 3);
    QCOMPARE(m_terminal->run({u"expiry"_s, u"--ics"_s, m_terminal->pathOf(u"again.ics"_s)}).code, ExitCode::Done);
    const auto uids = [](const QByteArray &calendar) {
        QList<QByteArray> found;
        for (const QByteArray &line : calendar.split('\n')) {
            if (line.startsWith("UID:"))
                found << line;
        }
        return found;
    };
    QCOMPARE(uids(m_terminal->read(u"again.ics"_s)), uids(text));
    QCOMPARE(uids(text).size(), 1);
}

void TestExpiryCommand::refusesAFolderThatIsNotThere()
{
    const Ran ran = m_terminal->run({u"expiry"_s, u"--ics"_s, m_terminal->pathOf(u"no/such/folder/secrets.ics"_s)});
    QCOMPARE(ran.code, ExitCode::Unexpected);
    QVERIFY2(ran.err.contains(u"secrets.ics"_s), qPrintable(ran.err));
}

void TestExpiryCommand::refusesNames()
{
    QCOMPARE(m_terminal->run({u"expiry"_s, u"Acme"_s}).code, ExitCode::Usage);
}

QTEST_GUILESS_MAIN(TestExpiryCommand)

#include "tst_expirycommand.moc"
