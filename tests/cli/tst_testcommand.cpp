#include "cli/terminal.h"
#include "diagnosis/connectiontest.h"
#include "store/testhistory.h"
#include "support/finish.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using diagnosis::Step;
using support::Ran;

namespace {

/// One step of what "test --json" printed.
QJsonObject stepOf(const QJsonObject &report, const QString &id)
{
    for (const QJsonValue &step : report.value(u"steps"_s).toArray()) {
        if (step[u"id"].toString() == id)
            return step.toObject();
    }
    return {};
}

QStringList integrationsIn(const Ran &ran)
{
    QStringList names;
    for (const QJsonValue &test : ran.json().value(u"tests"_s).toArray())
        names << test[u"integration"].toString();
    return names;
}

/// What a build server reads.
struct Suite {
    QString name;
    int tests = 0;
    int failures = 0;
    int skipped = 0;
    QStringList cases;
    QStringList failed;
    QStringList notRun;
};

} // namespace

/// `test`: several integrations, single steps, the history, and the forms of its output.
class TestTestCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tests();
    void tellsWhatIsWrong();
    void testsSeveral();
    void testsAll();
    void endsByTheWorstState_data();
    void endsByTheWorstState();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void listsTheSteps();
    void runsOneStep();
    void signsInWithTheNextSecret();
    void asksForTheNextSecret();
    void recognisesTheEnvironment();
    void forgetsNothingItWasNotToldOf();
    void remembersWhatWasGood();
    void worksWithoutAHistory();
    void stopsWithWhatIsKnown();
    void writesJUnit();
    void writesJUnitOfWhateverNamesHold();

private:
    std::unique_ptr<store::TestHistory> history();
    qsizetype remembered(const QString &profileId);
    profile::Profile broken(const QString &name) const;
    QList<Suite> suitesOf(const QString &xml);

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::Terminal> m_terminal;
};

void TestTestCommand::initTestCase()
{
    m_world = std::make_unique<support::World>();
}

void TestTestCommand::init()
{
    m_world->sandbox().clearFaults();
    m_terminal = std::make_unique<support::Terminal>(*m_world);
}

std::unique_ptr<store::TestHistory> TestTestCommand::history()
{
    auto opened = store::TestHistory::open(m_terminal->environment().paths.testHistory());
    return opened ? std::move(*opened) : nullptr;
}

qsizetype TestTestCommand::remembered(const QString &profileId)
{
    return history()->tests(profileId, 100).valueOr({}).size();
}

/// One whose sign-in host refuses connections.
profile::Profile TestTestCommand::broken(const QString &name) const
{
    profile::Profile profile = m_terminal->another(name);
    profile.options.authority = u"http://127.0.0.1:9"_s;
    return profile;
}

void TestTestCommand::tests()
{
    const Ran text = m_terminal->run({u"test"_s});
    QVERIFY2(text.code == ExitCode::Done, qPrintable(text.out + text.err));
    for (const Step::Id id : diagnosis::stepsOf({}))
        QVERIFY2(text.out.contains(diagnosis::stepName(id)), qPrintable(text.out));
    QVERIFY(text.out.contains(u"Verdict: passed"_s));
    QVERIFY(!text.out.contains(u'\u001b'));
    QVERIFY(text.err.isEmpty());

    const Ran ran = m_terminal->run({u"test"_s, u"Acme"_s, u"--json"_s});
    QCOMPARE(ran.json().value(u"verdict"_s).toString(), u"passed"_s);
    QCOMPARE(ran.json().value(u"integration"_s).toString(), u"Acme"_s);
    QCOMPARE(ran.json().value(u"id"_s).toString(), m_terminal->profile.id);
    QVERIFY(ran.json().value(u"broken_since"_s).isNull());
    QCOMPARE(ran.json().value(u"steps"_s).toArray().size(), diagnosis::stepsOf({}).size());
    const QJsonObject token = stepOf(ran.json(), u"token"_s);
    QCOMPARE(token.value(u"state"_s).toString(), u"passed"_s);
    QCOMPARE(token.value(u"end"_s).toString(), u"sign_in"_s);
    QVERIFY(token.value(u"problem"_s).isNull());
    QVERIFY(token.value(u"place"_s).isNull());
    QVERIFY(token.value(u"duration_ms"_s).isDouble());
    QCOMPARE(support::peopleIn(text.out + ran.out, *m_world), QStringList());
}

void TestTestCommand::tellsWhatIsWrong()
{
    QVERIFY(m_world->sandbox().setFault(u"secret"_s, u"expired"_s));
    const Ran ran = m_terminal->run({u"test"_s, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::TestFailed);
    QCOMPARE(ran.json().value(u"verdict"_s).toString(), u"failed"_s);
    const QJsonObject step = stepOf(ran.json(), u"token"_s);
    QCOMPARE(step.value(u"state"_s).toString(), u"failed"_s);
    const QJsonObject problem = step.value(u"problem"_s).toObject();
    QCOMPARE(problem.value(u"code"_s).toString(), u"AADSTS7000222"_s);
    for (const char *member : {"message", "fix", "detail", "request_id"})
        QVERIFY2(!problem.value(QLatin1StringView(member)).toString().isEmpty(), member);
    QVERIFY(!step.value(u"place"_s).toObject().value(u"text"_s).toString().isEmpty());
    QCOMPARE(stepOf(ran.json(), u"whoami"_s).value(u"state"_s).toString(), u"not_reached"_s);
    const Ran text = m_terminal->run({u"test"_s});
    QVERIFY(text.out.contains(u"Certificates & secrets"_s));
    QVERIFY(text.out.contains(u"AADSTS7000222"_s));
    QVERIFY(text.out.contains(problem.value(u"fix"_s).toString()));
}

void TestTestCommand::testsSeveral()
{
    m_terminal->save(broken(u"Broken"_s));
    m_terminal->save(m_terminal->another(u"Other"_s));
    const Ran ran = m_terminal->run({u"test"_s, u"Other"_s, u"broken"_s, u"Acme"_s, u"other"_s, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::TestFailed);
    QCOMPARE(integrationsIn(ran), QStringList({u"Other"_s, u"Broken"_s, u"Acme"_s})); // as they were named, once each
    QCOMPARE(ran.json().value(u"verdict"_s).toString(), u"failed"_s);
    const QJsonArray tests = ran.json().value(u"tests"_s).toArray();
    QCOMPARE(tests.at(0)[u"verdict"].toString(), u"passed"_s);
    QCOMPARE(stepOf(tests.at(1).toObject(), u"login_reach"_s).value(u"state"_s).toString(), u"failed"_s);
    QCOMPARE(tests.at(2)[u"verdict"].toString(), u"passed"_s);

    const Ran text = m_terminal->run({u"test"_s, u"Broken"_s, u"Acme"_s});
    QCOMPARE(text.code, ExitCode::TestFailed);
    QVERIFY(text.out.startsWith(u"Broken\n"_s));
    QVERIFY(text.out.contains(u"\nAcme\n"_s));
    QVERIFY(text.out.indexOf(u"Verdict: failed"_s) < text.out.indexOf(u"Verdict: passed"_s));

    // The same one under two names is one, whichever way it is named.
    const QString path = m_terminal->write(u"acme.json"_s, profile::writeProfile(m_terminal->profile));
    const Ran one = m_terminal->run({u"test"_s, u"Acme"_s, u"--profile"_s, path, u"--json"_s});
    QCOMPARE(one.code, ExitCode::Done);
    QCOMPARE(one.json().value(u"integration"_s).toString(), u"Acme"_s);
}

void TestTestCommand::testsAll()
{
    QCOMPARE(m_terminal->run({u"test"_s, u"--all"_s}).code, ExitCode::Done);
    QStringList names{u"Acme"_s};
    for (const char16_t *name : {u"Bravo", u"Charlie", u"Delta", u"Echo"}) { // more than are tested at once
        names << QString::fromUtf16(name);
        m_terminal->save(m_terminal->another(names.constLast()));
    }
    const Ran several = m_terminal->run({u"test"_s});
    QCOMPARE(several.code, ExitCode::Usage);
    for (const QString &name : std::as_const(names))
        QVERIFY2(several.err.contains(name), qPrintable(several.err));

    QFile damaged(m_terminal->environment().paths.integrations() + u"/damaged.json"_s);
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{\"schema\": ") > 0);
    damaged.close();
    const Ran all = m_terminal->run({u"test"_s, u"--all"_s, u"--json"_s});
    QVERIFY2(all.code == ExitCode::Done, qPrintable(all.err));
    QCOMPARE(integrationsIn(all), names);
    QVERIFY2(all.err.contains(u"damaged"_s), qPrintable(all.err));
}

void TestTestCommand::endsByTheWorstState_data()
{
    QTest::addColumn<QStringList>("which");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<int>("code");
    QTest::newRow("passed") << QStringList{u"good"_s, u"good too"_s} << u"passed"_s << int(ExitCode::Done);
    QTest::newRow("warning") << QStringList{u"warned"_s, u"good"_s} << u"warning"_s << int(ExitCode::Done);
    QTest::newRow("failed") << QStringList{u"good"_s, u"broken"_s} << u"failed"_s << int(ExitCode::TestFailed);
    QTest::newRow("failed after a warning")
        << QStringList{u"broken"_s, u"warned"_s} << u"failed"_s << int(ExitCode::TestFailed);
}

void TestTestCommand::endsByTheWorstState()
{
    QFETCH(const QStringList, which);
    QFETCH(const QString, verdict);
    QFETCH(const int, code);
    profile::Profile warned = m_terminal->another(u"warned"_s);
    warned.credential.secretExpiresOn = QDate::currentDate().addDays(5);
    m_terminal->save(warned);
    m_terminal->save(m_terminal->another(u"good"_s));
    m_terminal->save(m_terminal->another(u"good too"_s));
    m_terminal->save(broken(u"broken"_s));
    const Ran ran = m_terminal->run(QStringList{u"test"_s, u"--json"_s} + which);
    QCOMPARE(ran.json().value(u"verdict"_s).toString(), verdict);
    QCOMPARE(int(ran.code), code);
}

void TestTestCommand::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("names and --all") << QStringList{u"Acme"_s, u"--all"_s} << int(ExitCode::Usage);
    QTest::newRow("two forms") << QStringList{u"--json"_s, u"--junit"_s} << int(ExitCode::Usage);
    QTest::newRow("no such step") << QStringList{u"--step"_s, u"tokens"_s} << int(ExitCode::Usage);
    QTest::newRow("nobody") << QStringList{u"Nobody"_s} << int(ExitCode::Invalid);
    QTest::newRow("one of two is nobody") << QStringList{u"Acme"_s, u"Nobody"_s} << int(ExitCode::Invalid);
}

void TestTestCommand::refusesWrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    const Ran ran = m_terminal->run(QStringList{u"test"_s} + arguments);
    QCOMPARE(int(ran.code), code);
    QVERIFY(!ran.err.isEmpty());
    QVERIFY(!QFileInfo::exists(m_terminal->environment().paths.testHistory()));
}

void TestTestCommand::listsTheSteps()
{
    const Ran ran = m_terminal->run({u"test"_s, u"--step"_s, u"help"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    QStringList words;
    for (const QString &line : ran.out.split(u'\n', Qt::SkipEmptyParts))
        words << line.section(u' ', 0, 0);
    QStringList expected;
    for (const Step::Id id : diagnosis::allSteps())
        expected << diagnosis::stepWord(id);
    QCOMPARE(words, expected);
}

void TestTestCommand::runsOneStep()
{
    const Ran ran = m_terminal->run({u"test"_s, u"--step"_s, u"token"_s, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    const QJsonArray steps = ran.json().value(u"steps"_s).toArray();
    QCOMPARE(steps.last()[u"id"].toString(), u"token"_s);
    QVERIFY(stepOf(ran.json(), u"didomi_session"_s).isEmpty());
    QVERIFY(stepOf(ran.json(), u"whoami"_s).isEmpty());
    const auto tests = history()->tests(m_terminal->profile.id, 10);
    QCOMPARE(tests->size(), 1);
    QVERIFY(!tests->at(0).isWhole);
    QVERIFY(!*history()->lastGreen(m_terminal->profile.id)); // it proves nothing about the rest
}

void TestTestCommand::signsInWithTheNextSecret()
{
    profile::Profile &profile = m_terminal->profile;
    profile.credential.nextSecret = profile.clientSecret;
    profile.clientSecret.name = u"CB_TEST_WRONG_SECRET"_s;
    qputenv("CB_TEST_WRONG_SECRET", "this-one-is-not-right");
    m_terminal->save(profile);
    const Ran next = m_terminal->run({u"test"_s, u"--next-secret"_s});
    QVERIFY2(next.code == ExitCode::Done, qPrintable(next.out));
    QCOMPARE(remembered(profile.id), 0); // what another secret can do says nothing about the one in use
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::TestFailed);
    QCOMPARE(remembered(profile.id), 1);
}

void TestTestCommand::asksForTheNextSecret()
{
    const Ran ran = m_terminal->run({u"test"_s, u"--next-secret"_s, u"--json"_s});
    QVERIFY(ran.code != ExitCode::Done);
    QVERIFY2(ran.err.contains(u"next-secret --set"_s), qPrintable(ran.out + ran.err));
    QVERIFY(!QFileInfo::exists(m_terminal->environment().paths.testHistory()) ||
            remembered(m_terminal->profile.id) == 0);
}

void TestTestCommand::recognisesTheEnvironment()
{
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::Done);
    QVERIFY(m_world->sandbox().setFault(u"organization"_s, u"changed"_s));
    const Ran changed = m_terminal->run({u"test"_s, u"--json"_s});
    QCOMPARE(changed.code, ExitCode::TestFailed);
    const QJsonObject step = stepOf(changed.json(), u"organization"_s);
    QCOMPARE(step.value(u"problem"_s)[u"code"].toString(), u"OrganizationChanged"_s);
    QCOMPARE(stepOf(changed.json(), u"table"_s).value(u"state"_s).toString(), u"not_reached"_s);

    const Ran looked = m_terminal->run({u"test"_s, u"--accept-organization"_s, u"--no-history"_s});
    QCOMPARE(looked.code, ExitCode::Done);
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::TestFailed); // that was not written down

    QCOMPARE(m_terminal->run({u"test"_s, u"--accept-organization"_s}).code, ExitCode::Done);
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::Done); // and is the right one from now on
    m_world->sandbox().clearFaults();
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::TestFailed);
}

void TestTestCommand::forgetsNothingItWasNotToldOf()
{
    const Ran ran = m_terminal->run({u"test"_s, u"--no-history"_s, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    QVERIFY(!QFileInfo::exists(m_terminal->environment().paths.testHistory()));
    QVERIFY(ran.json().value(u"changes"_s).toArray().isEmpty());
}

void TestTestCommand::remembersWhatWasGood()
{
    QCOMPARE(m_terminal->run({u"test"_s}).code, ExitCode::Done);
    QVERIFY(m_world->sandbox().setFault(u"role"_s, u"none"_s));
    const Ran first = m_terminal->run({u"test"_s, u"--json"_s});
    QCOMPARE(first.code, ExitCode::TestFailed);
    QVERIFY(!first.json().value(u"broken_since"_s).toString().isEmpty());
    QStringList steps;
    for (const QJsonValue &change : first.json().value(u"changes"_s).toArray()) {
        steps << change[u"step"].toString();
        QVERIFY(!change[u"sentence"].toString().isEmpty());
    }
    QVERIFY2(steps.contains(u"application_user"_s), qPrintable(steps.join(u' ')));

    const Ran again = m_terminal->run({u"test"_s});
    QVERIFY(again.out.contains(u"Broken since"_s));
    QVERIFY(again.out.contains(u"Since the last good test of"_s));
    QVERIFY2(again.out.contains(u"worked before."_s), qPrintable(again.out));
    QCOMPARE(remembered(m_terminal->profile.id), 3);

    m_world->sandbox().clearFaults();
    const Ran repaired = m_terminal->run({u"test"_s});
    QCOMPARE(repaired.code, ExitCode::Done);
    QVERIFY(!repaired.out.contains(u"Broken since"_s));
}

void TestTestCommand::worksWithoutAHistory()
{
    const QString path = m_terminal->environment().paths.testHistory();
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("this is no database, whatever its name says") > 0);
    file.close();
    const Ran ran = m_terminal->run({u"test"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    QVERIFY2(ran.err.contains(u"Warning:"_s), qPrintable(ran.err));
}

void TestTestCommand::stopsWithWhatIsKnown()
{
    m_terminal->save(m_terminal->another(u"Other"_s));
    QVERIFY(m_world->sandbox().setFault(u"slow"_s, u"20000"_s));
    auto *job = m_terminal->begin({u"test"_s, u"--all"_s, u"--json"_s});
    QTRY_COMPARE(job->findChildren<diagnosis::ConnectionTest *>().size(), 2); // earlier there is nothing to tell
    job->cancel();
    const auto code = support::finishOf(job, 5'000);
    QVERIFY(code);
    QCOMPARE(*code, ExitCode::Interrupted);
    const Ran ran{.code = *code, .out = m_terminal->printed()};
    QCOMPARE(integrationsIn(ran), QStringList({u"Acme"_s, u"Other"_s}));
    for (const QJsonValue &test : ran.json().value(u"tests"_s).toArray()) {
        QVERIFY(test[u"stopped"].toBool());
        QCOMPARE(test[u"verdict"].toString(), u"skipped"_s);
    }
    QCOMPARE(remembered(m_terminal->profile.id), 0);
}

QList<Suite> TestTestCommand::suitesOf(const QString &text)
{
    QList<Suite> suites;
    QXmlStreamReader xml(text.toUtf8());
    if (!xml.readNextStartElement() || xml.name() != u"testsuites")
        return {};
    while (xml.readNextStartElement()) {
        const auto attributes = xml.attributes();
        Suite suite{.name = attributes.value(u"name"_s).toString(),
                    .tests = attributes.value(u"tests"_s).toInt(),
                    .failures = attributes.value(u"failures"_s).toInt(),
                    .skipped = attributes.value(u"skipped"_s).toInt()};
        while (xml.readNextStartElement()) {
            if (xml.name() != u"testcase") {
                xml.skipCurrentElement();
                continue;
            }
            const QString name = xml.attributes().value(u"name"_s).toString();
            suite.cases << name;
            while (xml.readNextStartElement()) {
                if (xml.name() == u"failure")
                    suite.failed << name + u' ' + xml.attributes().value(u"type"_s).toString();
                if (xml.name() == u"skipped")
                    suite.notRun << name;
                xml.skipCurrentElement();
            }
        }
        suites << suite;
    }
    if (xml.hasError())
        qWarning("not XML: %s at %lld", qPrintable(xml.errorString()), xml.characterOffset());
    return xml.hasError() ? QList<Suite>() : suites;
}

void TestTestCommand::writesJUnit()
{
    m_terminal->save(broken(u"Broken"_s));
    const Ran ran = m_terminal->run({u"test"_s, u"Acme"_s, u"Broken"_s, u"--junit"_s});
    QCOMPARE(ran.code, ExitCode::TestFailed);
    const QList<Suite> suites = suitesOf(ran.out);
    QCOMPARE(suites.size(), 2);
    QStringList words;
    for (const Step::Id id : diagnosis::stepsOf({}))
        words << diagnosis::stepWord(id);
    for (const Suite &suite : suites) {
        QCOMPARE(suite.cases, words);
        QCOMPARE(suite.tests, int(suite.cases.size()));
        QCOMPARE(suite.failures, int(suite.failed.size()));
        QCOMPARE(suite.skipped, int(suite.notRun.size()));
    }
    QCOMPARE(suites.at(0).name, u"Acme"_s);
    QVERIFY(suites.at(0).failed.isEmpty());
    QCOMPARE(suites.at(1).failed, QStringList{u"login_reach ConnectionRefused"_s});
    QVERIFY(suites.at(1).notRun.contains(u"token"_s));
}

void TestTestCommand::writesJUnitOfWhateverNamesHold()
{
    m_terminal->profile.name = u"<Acme> & \"Söhne\" ]]> \u0007\ufffe"_s;
    m_terminal->save(m_terminal->profile);
    const Ran ran = m_terminal->run({u"test"_s, u"--junit"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    const QList<Suite> suites = suitesOf(ran.out);
    QCOMPARE(suites.size(), 1);
    QVERIFY2(suites.at(0).name.startsWith(u"<Acme> & \"Söhne\" ]]>"_s), qPrintable(suites.at(0).name));
    QVERIFY(!ran.out.contains(u'\u0007'));
    QVERIFY(!ran.out.contains(u'\ufffe'));
}

QTEST_GUILESS_MAIN(TestTestCommand)

#include "tst_testcommand.moc"
