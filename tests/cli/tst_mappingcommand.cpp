#include "cli/terminal.h"
#include "support/finish.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::ExitCode;
using profile::Mapping;
using sandbox::Person;
using support::Ran;

namespace {

const QStringList lint{u"mapping"_s, u"lint"_s};
const QStringList suggest{u"mapping"_s, u"suggest"_s};
const QStringList match{u"mapping"_s, u"match-report"_s};

QJsonObject mappingOf(const Ran &ran, qsizetype index)
{
    return ran.json().value(u"mappings"_s).toArray().at(index).toObject();
}

qint64 usersOf(const Ran &ran, const QString &fate)
{
    return ran.json().value(u"shares"_s).toObject().value(fate).toObject().value(u"users"_s).toInteger(-1);
}

} // namespace

/// `mapping lint`, `mapping suggest` and `mapping match-report`.
class TestMappingCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void explainsItself_data();
    void explainsItself();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void findsNothingWrong();
    void findsErrors();
    void warnsWithoutFailing();
    void judgesTheMatchRule();
    void lintsOffline();
    void lintsAProfileFile();
    void suggests();
    void worksInCurrentMode();
    void judgesTheWhole();
    void reportsMatches();
    void masksIds();
    void reportsASample();
    void reportsAsText();
    void endsWithTheRightCode_data();
    void endsWithTheRightCode();
    void stopsWithWhatIsKnown();
    void writesNothing();

private:
    std::unique_ptr<support::World> m_world;
    std::unique_ptr<support::Terminal> m_terminal;
};

void TestMappingCommand::initTestCase()
{
    m_world = std::make_unique<support::World>(sandbox::Options{.contacts = 160, .didomiRequestLimit = 0});
    QVERIFY(m_world->connect());
}

void TestMappingCommand::init()
{
    m_world->sandbox().clearFaults();
    m_terminal = std::make_unique<support::Terminal>(*m_world);
    m_terminal->useNetworkOfWorld();
}

void TestMappingCommand::explainsItself_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("group") << QStringList{u"mapping"_s, u"--help"_s};
    QTest::newRow("lint") << lint + QStringList{u"--help"_s};
    QTest::newRow("suggest") << suggest + QStringList{u"-h"_s};
    QTest::newRow("match-report") << match + QStringList{u"--help"_s};
}

void TestMappingCommand::explainsItself()
{
    QFETCH(const QStringList, arguments);
    const Ran ran = m_terminal->run(arguments);
    QCOMPARE(ran.code, ExitCode::Done);
    QVERIFY2(ran.out.startsWith(u"Usage: consent-bridge-cli"_s), qPrintable(ran.out));
    QVERIFY(ran.out.contains(u"Exit codes:"_s));
    QVERIFY(ran.err.isEmpty());
    const QString overview = m_terminal->run({u"--help"_s}).out;
    for (const QString &command : {u"mapping lint"_s, u"mapping suggest"_s, u"mapping match-report"_s})
        QVERIFY(overview.contains(command));
}

void TestMappingCommand::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("half a command") << QStringList{u"mapping"_s};
    QTest::newRow("no such command") << QStringList{u"mapping"_s, u"guess"_s};
    QTest::newRow("two integrations") << lint + QStringList{u"a"_s, u"b"_s};
    QTest::newRow("no number") << match + QStringList{u"--sample"_s, u"many"_s};
    QTest::newRow("zero") << match + QStringList{u"--sample"_s, u"0"_s};
    QTest::newRow("negative") << match + QStringList{u"--sample=-5"_s};
    QTest::newRow("a part of everybody") << match + QStringList{u"--sample"_s, u"5"_s, u"--all"_s};
    QTest::newRow("no such option") << suggest + QStringList{u"--apply"_s};
}

void TestMappingCommand::refusesWrongUsage()
{
    QFETCH(const QStringList, arguments);
    const Ran ran = m_terminal->run(arguments);
    QCOMPARE(ran.code, ExitCode::Usage);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.isEmpty());
}

void TestMappingCommand::findsNothingWrong()
{
    const Ran ran = m_terminal->run(lint + QStringList{u"Acme"_s, u"--json"_s});
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.out + ran.err));
    QVERIFY(ran.json().value(u"valid"_s).toBool());
    QVERIFY(!ran.json().value(u"offline"_s).toBool(true));
    QCOMPARE(ran.json().value(u"match"_s).toObject().value(u"state"_s).toString(), u"fine"_s);
    QCOMPARE(ran.json().value(u"mappings"_s).toArray().size(), m_terminal->profile.integration.mappings.size());
    QCOMPARE(mappingOf(ran, 0).value(u"column"_s).toString(), u"new_newsletterconsent"_s);
    QCOMPARE(mappingOf(ran, 0).value(u"path"_s).toString(), u"consents_purposes_newsletter_enabled"_s);
    QCOMPARE(mappingOf(ran, 0).value(u"state"_s).toString(), u"fine"_s);
    QVERIFY(mappingOf(ran, 1).value(u"sentence"_s).toString().contains(u"donotbulkemail"_s));
    const Ran text = m_terminal->run(lint);
    QCOMPARE(text.code, ExitCode::Done);
    QVERIFY(text.out.contains(u"donotbulkemail"_s));
}

void TestMappingCommand::findsErrors()
{
    m_terminal->profile.integration.mappings
        << Mapping{.column = u"new_nosuchcolumn"_s, .value = u"consents_purposes_newsletter_enabled"_s}
        << Mapping{.column = u"donotphone"_s, .value = u"consents_purposes_newsletter_enabled"_s};
    m_terminal->save(m_terminal->profile);
    const Ran ran = m_terminal->run(lint + QStringList{u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Invalid);
    QVERIFY(!ran.json().value(u"valid"_s).toBool(true));
    QCOMPARE(mappingOf(ran, 5).value(u"state"_s).toString(), u"error"_s);
    QVERIFY(mappingOf(ran, 5).value(u"message"_s).toString().contains(u"new_nosuchcolumn"_s));
    QVERIFY(mappingOf(ran, 5).value(u"suggested_polarity"_s).isNull());
    QCOMPARE(mappingOf(ran, 6).value(u"suggested_polarity"_s).toString(), u"inverted"_s); // donot…, not confirmed
    QVERIFY(!mappingOf(ran, 6).value(u"fix"_s).toString().isEmpty());
    const Ran text = m_terminal->run(lint);
    QCOMPARE(text.code, ExitCode::Invalid);
    QVERIFY(text.out.contains(mappingOf(ran, 6).value(u"message"_s).toString()));
}

void TestMappingCommand::warnsWithoutFailing()
{
    m_terminal->profile.integration.mappings = {Mapping{.column = u"new_newsletterconsent"_s,
                                                        .value = u"consents_purposes_newsletter_enabled"_s,
                                                        .polarity = Mapping::Polarity::Inverted}};
    m_terminal->save(m_terminal->profile);
    const Ran ran = m_terminal->run(lint + QStringList{u"--json"_s});
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.out));
    QVERIFY(ran.json().value(u"valid"_s).toBool());
    QCOMPARE(mappingOf(ran, 0).value(u"state"_s).toString(), u"warning"_s);
}

void TestMappingCommand::judgesTheMatchRule()
{
    m_terminal->profile.match = {profile::MatchRule::Kind::AlternateKey, u"emailaddress1"_s};
    m_terminal->save(m_terminal->profile);
    const Ran ran = m_terminal->run(lint + QStringList{u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Invalid);
    QCOMPARE(ran.json().value(u"match"_s).toObject().value(u"state"_s).toString(), u"error"_s);
    QVERIFY(!ran.json().value(u"match"_s).toObject().value(u"fix"_s).toString().isEmpty());
}

void TestMappingCommand::lintsOffline()
{
    m_terminal->profile.clientSecret.name = u"CB_TEST_THERE_IS_NO_SUCH_VARIABLE"_s; // nobody is asked
    m_terminal->profile.integration.mappings
        << Mapping{.column = u"new_nosuchcolumn"_s, .value = u"consents_purposes_newsletter_enabled"_s};
    m_terminal->save(m_terminal->profile);
    const qint64 before = m_world->network().log().calls().constLast().id;
    const Ran ran = m_terminal->run(lint + QStringList{u"--offline"_s, u"--json"_s});
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.out + ran.err)); // it cannot be known
    QVERIFY(ran.json().value(u"offline"_s).toBool());
    QCOMPARE(mappingOf(ran, 5).value(u"state"_s).toString(), u"unknown"_s);
    QCOMPARE(ran.json().value(u"match"_s).toObject().value(u"state"_s).toString(), u"unknown"_s);
    QVERIFY(m_world->network().log().callsAfter(before).isEmpty());

    m_terminal->profile.integration.mappings << m_terminal->profile.integration.mappings.constFirst(); // twice
    m_terminal->save(m_terminal->profile);
    QCOMPARE(m_terminal->run(lint + QStringList{u"--offline"_s}).code, ExitCode::Invalid);
}

void TestMappingCommand::lintsAProfileFile()
{
    const QString path = m_terminal->write(u"other.json"_s, profile::writeProfile(m_terminal->another(u"Other"_s)));
    QCOMPARE(m_terminal->run(lint + QStringList{path}).code, ExitCode::Done);
    QCOMPARE(m_terminal->run(lint + QStringList{u"nonesuch"_s}).code, ExitCode::Invalid);
}

void TestMappingCommand::suggests()
{
    m_terminal->profile.integration.mappings.clear();
    m_terminal->save(m_terminal->profile);
    const Ran ran = m_terminal->run(suggest + QStringList{u"Acme"_s, u"--json"_s});
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
    QHash<QString, QJsonObject> byColumn;
    double last = 1;
    for (const QJsonValue &one : ran.json().value(u"suggestions"_s).toArray()) {
        const QJsonObject suggestion = one.toObject();
        byColumn.insert(suggestion.value(u"column"_s).toString(), suggestion);
        const double score = suggestion.value(u"score"_s).toDouble();
        QVERIFY(score <= last && score >= 0.5);
        last = score;
        QVERIFY(!suggestion.value(u"reason"_s).toString().isEmpty());
    }
    const QJsonObject newsletter = byColumn.value(u"new_newsletterconsent"_s);
    QCOMPARE(newsletter.value(u"path"_s).toString(), u"consents_purposes_newsletter_enabled"_s);
    QCOMPARE(newsletter.value(u"polarity"_s).toString(), u"direct"_s);
    QCOMPARE(byColumn.value(u"donotbulkemail"_s).value(u"polarity"_s).toString(), u"inverted"_s);
    QCOMPARE(byColumn.value(u"new_smsconsent"_s).value(u"path"_s).toString(),
             u"consents_purposes_sms_marketing_enabled"_s);
    QVERIFY(byColumn.contains(u"new_topics"_s));
    QVERIFY(byColumn.value(u"new_topics"_s).value(u"polarity"_s).isNull());
    QVERIFY(!byColumn.contains(u"new_didomiuserid"_s)); // rows are found by it
    QVERIFY(!byColumn.contains(u"birthdate"_s));
    QCOMPARE(m_terminal->saved(u"Acme"_s).integration.mappings, QList<Mapping>()); // never applied

    const Ran text = m_terminal->run(suggest);
    QCOMPARE(text.code, ExitCode::Done);
    QVERIFY(text.out.contains(u"new_newsletterconsent"_s));
    QVERIFY(text.out.contains(u"inverted"_s));
}

void TestMappingCommand::worksInCurrentMode()
{
    m_terminal->profile.integration.typeId = u"microsoft-dynamics-cpc"_s;
    m_terminal->profile.integration.mappings.clear();
    m_terminal->save(m_terminal->profile);
    const Ran ran = m_terminal->run(suggest + QStringList{u"--json"_s});
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
    const QJsonArray suggestions = ran.json().value(u"suggestions"_s).toArray();
    const auto sports = std::find_if(suggestions.cbegin(), suggestions.cend(), [](const QJsonValue &one) {
        return one[u"column_name"].toString().contains(u"Sports"_s);
    });
    QVERIFY2(sports != suggestions.cend(), qPrintable(ran.out));
    QVERIFY((*sports)[u"path"].toString().contains(u"sports-1"_s));
    QVERIFY((*sports)[u"polarity"].isNull());

    m_terminal->profile.integration.mappings = {
        Mapping{.column = (*sports)[u"column"].toString(), .value = (*sports)[u"path"].toString()},
        Mapping{.column = u"00000000-0000-4000-8000-00000000dead"_s, .value = (*sports)[u"path"].toString()}};
    m_terminal->save(m_terminal->profile);
    const Ran judged = m_terminal->run(lint + QStringList{u"--json"_s});
    QCOMPARE(judged.code, ExitCode::Invalid);
    QVERIFY(mappingOf(judged, 0).value(u"state"_s).toString() != u"error"_s);
    QCOMPARE(mappingOf(judged, 1).value(u"state"_s).toString(), u"error"_s);
    QCOMPARE(mappingOf(judged, 1).value(u"findings"_s).toArray().at(0).toObject().value(u"code"_s).toString(),
             u"unknown-target"_s);

    QVERIFY(m_world->sandbox().setFault(u"consent-tables"_s, u"missing"_s));
    const Ran without = m_terminal->run(suggest);
    QVERIFY(without.code != ExitCode::Done);
    QVERIFY2(without.err.contains(u"consent"_s), qPrintable(without.err)); // what is missing
}

/// What concerns no single row: a purpose that is not mapped, another integration on the same columns.
void TestMappingCommand::judgesTheWhole()
{
    m_terminal->profile.integration.mappings.removeIf(
        [](const Mapping &mapping) { return mapping.value.contains(u"sms"_s); });
    m_terminal->save(m_terminal->profile);
    const Ran ran = m_terminal->run(lint + QStringList{u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Done); // only worth knowing
    QStringList codes;
    for (const QJsonValue &finding : ran.json().value(u"findings"_s).toArray())
        codes << finding[u"code"].toString();
    QVERIFY2(codes.contains(u"purpose-unmapped"_s), qPrintable(codes.join(u' ')));
}

void TestMappingCommand::reportsMatches()
{
    m_terminal->profile.match = {profile::MatchRule::Kind::Column, u"externaluseridentifier"_s};
    m_terminal->save(m_terminal->profile);
    const Ran ran = m_terminal->run(match + QStringList{u"--all"_s, u"--show-ids"_s, u"--json"_s});
    QVERIFY2(ran.code == ExitCode::Done, qPrintable(ran.err));
    QCOMPARE(ran.json().value(u"users"_s).toInteger(), 160);
    QVERIFY(ran.json().value(u"whole"_s).toBool());
    QVERIFY(!ran.json().value(u"masked"_s).toBool(true));
    QVERIFY(!ran.json().value(u"stopped"_s).toBool(true));
    QCOMPARE(usersOf(ran, u"none"_s), 3);
    QCOMPARE(usersOf(ran, u"several"_s), 1);
    QCOMPARE(usersOf(ran, u"one"_s), 156);
    QCOMPARE(usersOf(ran, u"no_id"_s), 0);
    const QJsonObject several = ran.json().value(u"shares"_s).toObject().value(u"several"_s).toObject();
    QCOMPARE(several.value(u"examples"_s).toArray(), QJsonArray{m_world->person(Person::Case::TwoContacts)});
}

void TestMappingCommand::masksIds()
{
    const Ran ran = m_terminal->run(match + QStringList{u"--all"_s, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    QVERIFY(ran.json().value(u"masked"_s).toBool());
    QCOMPARE(support::peopleIn(ran.out + ran.err, *m_world), QStringList());
    QCOMPARE(ran.json().value(u"searched_instead"_s).toObject().value(u"users"_s).toInteger(), 1);
    const Ran text = m_terminal->run(match + QStringList{u"--all"_s});
    QCOMPARE(text.code, ExitCode::Done);
    QCOMPARE(support::peopleIn(text.out + text.err, *m_world), QStringList());
}

void TestMappingCommand::reportsASample()
{
    const Ran ran = m_terminal->run(match + QStringList{u"--sample"_s, u"20"_s, u"--json"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    QCOMPARE(ran.json().value(u"users"_s).toInteger(), 20);
    QVERIFY(!ran.json().value(u"whole"_s).toBool(true));
}

void TestMappingCommand::reportsAsText()
{
    const Ran ran = m_terminal->run(match + QStringList{u"--all"_s, u"--show-ids"_s});
    QCOMPARE(ran.code, ExitCode::Done);
    QVERIFY(ran.out.contains(u"160"_s));
    QVERIFY(ran.out.contains(m_world->person(Person::Case::NoContact)));
    QVERIFY(ran.out.contains(u"upsert mode"_s)); // what "none" means
}

void TestMappingCommand::endsWithTheRightCode_data()
{
    QTest::addColumn<QStringList>("command");
    for (const QStringList &command : {lint, suggest, match})
        QTest::newRow(qPrintable(command.constLast())) << command;
}

void TestMappingCommand::endsWithTheRightCode()
{
    QFETCH(const QStringList, command);
    QVERIFY(m_world->sandbox().setFault(u"unavailable"_s, u"1000"_s));
    const Ran away = m_terminal->run(command + QStringList{u"--json"_s});
    QCOMPARE(away.code, ExitCode::Unreachable);
    QVERIFY(!away.json().value(u"error"_s).toObject().value(u"message"_s).toString().isEmpty());
    m_world->sandbox().clearFaults();

    QVERIFY(m_world->sandbox().setFault(u"didomi-key"_s, u"wrong"_s));
    QCOMPARE(m_terminal->run(command).code, ExitCode::SignIn);
    m_world->sandbox().clearFaults();

    m_terminal->profile.clientSecret.name = u"CB_TEST_THERE_IS_NO_SUCH_VARIABLE"_s;
    m_terminal->save(m_terminal->profile);
    QCOMPARE(m_terminal->run(command).code, ExitCode::SignIn);
}

void TestMappingCommand::stopsWithWhatIsKnown()
{
    auto *command = m_terminal->begin(match + QStringList{u"--all"_s, u"--json"_s});
    // Stopped as soon as the first page of users was looked up.
    connect(&m_world->network().log(), &net::CallLog::added, command, [this, command](qint64 id) {
        const QList<net::Call> calls = m_world->network().log().callsAfter(id - 1);
        if (!calls.isEmpty() && calls.constFirst().purpose == u"Look up many rows")
            command->cancel();
    });
    const auto code = support::finishOf(command, 60'000);
    QCOMPARE(code.valueOr(ExitCode::Unexpected), ExitCode::Interrupted);
    const Ran ran{.out = m_terminal->printed()};
    QVERIFY(ran.json().value(u"stopped"_s).toBool());
    QVERIFY(ran.json().value(u"users"_s).toInteger(-1) < 160);
}

void TestMappingCommand::writesNothing()
{
    m_world->sentWrites();
    for (const QStringList &command : {lint, suggest, match})
        QVERIFY(m_terminal->run(command).code == ExitCode::Done);
    QCOMPARE(m_world->sentWrites(), 0);
}

QTEST_GUILESS_MAIN(TestMappingCommand)
#include "tst_mappingcommand.moc"
