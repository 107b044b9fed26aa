#include "diagnosis/comparison.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using diagnosis::compare;
using diagnosis::Difference;
using diagnosis::Step;
using diagnosis::TestReport;
using Facts = QMap<QString, QStringList>;

/// What is told to have changed between two tests.
class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNothingWhenNothingChanged();
    void tellsWhatChanged_data();
    void tellsWhatChanged();
    void ignores_data();
    void ignores();
    void tellsWhatBroke_data();
    void tellsWhatBroke();
    void tellsFactsInTheOrderOfTheSteps();
    void passesOverStepsThatOneOfThemDidNotHave();
    void takesValuesAsTheyAre();
};

namespace {

TestReport reportOf(Step::Id id, const Facts &facts, Step::State state = Step::State::Passed)
{
    return {.steps = {Step{.id = id, .state = state, .facts = facts}}};
}

/// Every fact that a step of the real test tells.
TestReport whole()
{
    TestReport report;
    for (const Step::Id id : diagnosis::allSteps())
        report.steps << Step{.id = id,
                             .state = Step::State::Passed,
                             .facts = {{u"certificate.issuer"_s, {u"Issuer"_s}}, {u"roles"_s, {u"A"_s, u"B"_s}}}};
    return report;
}

QStringList sentences(const QList<Difference> &differences)
{
    QStringList list;
    for (const Difference &difference : differences)
        list << difference.sentence;
    return list;
}

} // namespace

void TestComparison::tellsNothingWhenNothingChanged()
{
    QVERIFY(compare(whole(), whole()).isEmpty());
    QVERIFY(compare({}, {}).isEmpty());
    QVERIFY(compare({}, whole()).isEmpty());
    QVERIFY(compare(whole(), {}).isEmpty());
}

void TestComparison::tellsWhatChanged_data()
{
    using Id = Step::Id;
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("now");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](Id step, const char *fact, const QStringList &before, const QStringList &now,
                        const QStringList &expected) {
        QTest::addRow("%s: %s to %s", fact, qPrintable(before.join(u',')), qPrintable(now.join(u',')))
            << int(step) << QString::fromLatin1(fact) << before << now << expected;
    };
    row(Id::InstanceSecure, "certificate.issuer", {u"Public CA"_s}, {u"Company CA"_s},
        {u"The certificate’s issuer changed from Public CA to Company CA."_s});
    row(Id::InstanceSecure, "certificate.subject", {u"a.example.com"_s}, {u"b.example.com"_s},
        {u"The certificate’s name changed from a.example.com to b.example.com."_s});
    row(Id::LoginSecure, "certificate.expires", {u"2026-12-01"_s}, {u"2027-12-01"_s},
        {u"The certificate was renewed: it ended on 2026-12-01, now on 2027-12-01."_s});
    row(Id::LoginSecure, "tls.protocol", {u"TLS 1.3"_s}, {u"TLS 1.2"_s},
        {u"The encryption changed from TLS 1.3 to TLS 1.2."_s});
    row(Id::LoginReach, "proxy", {u"old:8080"_s}, {u"new:3128"_s}, {u"The proxy changed from old:8080 to new:3128."_s});
    row(Id::LoginReach, "proxy", {QString()}, {u"new:3128"_s}, {u"The proxy changed from none to new:3128."_s});
    row(Id::LoginReach, "proxy", {u"old:8080"_s}, {QString()}, {u"The proxy changed from old:8080 to none."_s});
    row(Id::DynamicsInput, "instance", {u"https://a"_s}, {u"https://b"_s},
        {u"The environment’s address changed from https://a to https://b."_s});
    row(Id::Tenant, "tenant.id", {u"1"_s}, {u"2"_s}, {u"The tenant changed from 1 to 2."_s});
    row(Id::Organization, "organization.id", {u"1"_s}, {u"2"_s}, {u"The organization changed from 1 to 2."_s});
    row(Id::Server, "server.version", {u"9.2.1"_s}, {u"9.2.2"_s},
        {u"The server’s version went from 9.2.1 to 9.2.2."_s});
    row(Id::Credential, "credential.thumbprint", {u"AA"_s}, {u"BB"_s},
        {u"The certificate to sign in with changed from AA to BB."_s});
    row(Id::Match, "match.key", {u"new_key active"_s}, {u"new_key failed"_s},
        {u"The alternate key changed from new_key active to new_key failed."_s});
    row(Id::Server, "moon.phase", {u"full"_s}, {u"new"_s}, {u"moon.phase changed from full to new."_s});

    row(Id::ApplicationUser, "roles", {u"Sales"_s, u"Consent"_s}, {u"Consent"_s}, {u"1 role(s) removed: Sales."_s});
    row(Id::ApplicationUser, "roles", {u"Consent"_s}, {u"Consent"_s, u"Sales"_s}, {u"1 role(s) added: Sales."_s});
    row(Id::ApplicationUser, "roles", {u"A"_s}, {u"B"_s}, {u"1 role(s) removed: A."_s, u"1 role(s) added: B."_s});
    row(Id::ApplicationUser, "roles", {u"A"_s, u"B"_s}, {}, {u"2 role(s) removed: A, B."_s});
    row(Id::Columns, "table.columns", {u"new_a Boolean"_s, u"new_b Boolean"_s}, {u"new_b Boolean"_s},
        {u"1 mapped column(s) gone or of another type: new_a Boolean."_s});
    row(Id::Columns, "table.columns", {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s}, {},
        {u"7 mapped column(s) gone or of another type: 1, 2, 3, 4, 5 and 2 more."_s});
    row(Id::Columns, "table.columns", {u"1"_s}, {u"1"_s, u"2"_s}, {u"1 mapped column(s) new: 2."_s});
    row(Id::DidomiContract, "features", {u"consents-api"_s}, {},
        {u"1 part(s) of the Didomi contract switched off: consents-api."_s});
    row(Id::DidomiCatalogue, "catalogue.purposes", {u"a"_s}, {u"b"_s},
        {u"1 purpose(s) gone: a."_s, u"1 purpose(s) new: b."_s});
    row(Id::ConsentTables, "consent.tables", {u"a"_s, u"b"_s}, {u"a"_s}, {u"1 consent table(s) gone: b."_s});
    row(Id::ConsentTree, "consent.mapped", {u"a"_s}, {}, {u"1 mapped purpose(s) or topic(s) gone: a."_s});

    row(Id::Privileges, "privileges", {u"prvReadContact Global"_s}, {u"prvReadContact None"_s},
        {u"The privilege prvReadContact was taken away."_s});
    row(Id::Privileges, "privileges", {u"prvReadContact Global"_s, u"prvWriteContact Global"_s},
        {u"prvReadContact Global"_s, u"prvWriteContact Local"_s},
        {u"The privilege prvWriteContact reaches the business unit now; before: the whole organization."_s});
    row(Id::Privileges, "privileges", {u"prvReadContact None"_s}, {u"prvReadContact Basic"_s},
        {u"The privilege prvReadContact reaches its own rows only now; before: nothing."_s});
}

void TestComparison::tellsWhatChanged()
{
    QFETCH(const int, step);
    QFETCH(const QString, fact);
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, now);
    QFETCH(const QStringList, expected);
    const QList<Difference> differences =
        compare(reportOf(Step::Id(step), {{fact, before}}), reportOf(Step::Id(step), {{fact, now}}));
    QCOMPARE(sentences(differences), expected);
    for (const Difference &difference : differences)
        QCOMPARE(int(difference.step), step);
}

void TestComparison::ignores_data()
{
    QTest::addColumn<Facts>("before");
    QTest::addColumn<Facts>("now");
    QTest::newRow("another order") << Facts{{u"roles"_s, {u"A"_s, u"B"_s}}} << Facts{{u"roles"_s, {u"B"_s, u"A"_s}}};
    QTest::newRow("another order of privileges") << Facts{{u"privileges"_s, {u"a Global"_s, u"b Local"_s}}}
                                                 << Facts{{u"privileges"_s, {u"b Local"_s, u"a Global"_s}}};
    QTest::newRow("a privilege that was not asked about before")
        << Facts{{u"privileges"_s, {u"a Global"_s}}} << Facts{{u"privileges"_s, {u"a Global"_s, u"b None"_s}}};
    QTest::newRow("a fact that was not looked at before") << Facts{} << Facts{{u"tenant.id"_s, {u"1"_s}}};
    QTest::newRow("a fact that is not looked at now") << Facts{{u"tenant.id"_s, {u"1"_s}}} << Facts{};
}

void TestComparison::ignores()
{
    QFETCH(const Facts, before);
    QFETCH(const Facts, now);
    QCOMPARE(sentences(compare(reportOf(Step::Id::Server, before), reportOf(Step::Id::Server, now))), QStringList());
}

void TestComparison::tellsWhatBroke_data()
{
    using State = Step::State;
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("now");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("passed, failed") << int(State::Passed) << int(State::Failed) << true;
    QTest::newRow("warning, failed") << int(State::Warning) << int(State::Failed) << true;
    QTest::newRow("failed, failed") << int(State::Failed) << int(State::Failed) << false;
    QTest::newRow("skipped, failed") << int(State::Skipped) << int(State::Failed) << false;
    QTest::newRow("passed, not reached") << int(State::Passed) << int(State::NotReached)
                                         << false; // what failed is told
    QTest::newRow("failed, passed") << int(State::Failed) << int(State::Passed) << false;
    QTest::newRow("passed, skipped") << int(State::Passed) << int(State::Skipped) << false;
}

void TestComparison::tellsWhatBroke()
{
    QFETCH(const int, before);
    QFETCH(const int, now);
    QFETCH(const bool, isTold);
    const QList<Difference> differences =
        compare(reportOf(Step::Id::Token, {}, Step::State(before)), reportOf(Step::Id::Token, {}, Step::State(now)));
    if (isTold)
        QCOMPARE(differences, (QList<Difference>{{Step::Id::Token, u"“Sign in to Entra ID” worked before."_s}}));
    else
        QVERIFY(differences.isEmpty());
}

void TestComparison::tellsFactsInTheOrderOfTheSteps()
{
    const TestReport before = whole();
    TestReport now = whole();
    now.steps[int(Step::Id::ApplicationUser)].facts[u"roles"_s] = {u"A"_s};
    now.steps[int(Step::Id::LoginSecure)].facts[u"certificate.issuer"_s] = {u"Another"_s};
    now.steps[int(Step::Id::LoginSecure)].state = Step::State::Failed;
    const QList<Difference> differences = compare(before, now);
    QCOMPARE(sentences(differences),
             QStringList({u"The certificate’s issuer changed from Issuer to Another."_s, u"1 role(s) removed: B."_s,
                          u"“Make a secure connection for the sign-in” worked before."_s}));
    QCOMPARE(differences.at(1).step, Step::Id::ApplicationUser);
}

void TestComparison::passesOverStepsThatOneOfThemDidNotHave()
{
    TestReport now = whole();
    now.steps.removeIf([](const Step &step) { return step.id != Step::Id::Token; });
    now.steps[0].facts[u"roles"_s] = {u"A"_s};
    QCOMPARE(sentences(compare(whole(), now)), QStringList{u"1 role(s) removed: B."_s});
    TestReport before = whole();
    before.steps.removeIf([](const Step &step) { return step.id == Step::Id::Token; });
    QVERIFY(compare(before, now).isEmpty());
}

/// Names may hold what looks like a place in a sentence.
void TestComparison::takesValuesAsTheyAre()
{
    const auto differ = [](const QString &fact, const QString &before, const QString &now) {
        return sentences(
            compare(reportOf(Step::Id::Server, {{fact, {before}}}), reportOf(Step::Id::Server, {{fact, {now}}})));
    };
    QCOMPARE(differ(u"server.name"_s, u"%2"_s, u"%1"_s),
             QStringList{u"The environment’s name changed from %2 to %1."_s});
    QCOMPARE(differ(u"roles"_s, u"%1 %n"_s, u"%2"_s),
             QStringList({u"1 role(s) removed: %1 %n."_s, u"1 role(s) added: %2."_s}));
    QCOMPARE(differ(u"privileges"_s, u"prv%1 Global"_s, u"prv%1 None"_s),
             QStringList{u"The privilege prv%1 was taken away."_s});
}

QTEST_GUILESS_MAIN(TestComparison)

#include "tst_comparison.moc"
