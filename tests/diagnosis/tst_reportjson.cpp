#include "core/redactor.h"
#include "core/secret.h"
#include "diagnosis/reportjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using diagnosis::readReport;
using diagnosis::Step;
using diagnosis::TestReport;
using std::chrono::milliseconds;

namespace {

/// A report in which nothing is left out.
TestReport full()
{
    TestReport report{.startedAt = QDateTime({2026, 11, 20}, {10, 15, 30, 250}, Qt::UTC),
                      .duration = milliseconds(1'234),
                      .organizationId = u"c3000000-0000-0000-0000-000000000001"_s,
                      .instance = u"https://acme.crm4.dynamics.com"_s,
                      .isStopped = true};
    report.steps << Step{.id = Step::Id::Token,
                         .state = Step::State::Failed,
                         .startedAfter = milliseconds(12),
                         .duration = milliseconds(345),
                         .evidence = u"The secret has expired — “really”."_s,
                         .details = {u"one"_s, u"two"_s},
                         .problem = {.kind = Error::Kind::SignIn,
                                     .message = u"The secret has expired."_s,
                                     .fix = u"Create a new secret."_s,
                                     .field = u"client_secret"_s,
                                     .code = u"AADSTS7000222"_s,
                                     .detail = u"line one\nline two"_s,
                                     .httpStatus = 401,
                                     .requestId = u"b3000000-0000-0000-0000-000000000001"_s},
                         .place = {.text = u"Entra ID → Certificates & secrets"_s,
                                   .link = QUrl(u"https://entra.microsoft.com/#view/a?b=c"_s)},
                         .facts = {{u"roles"_s, {u"A"_s, u"B"_s}}, {u"proxy"_s, {QString()}}}};
    report.steps << Step{.id = Step::Id::WhoAmI, .state = Step::State::NotReached};
    return report;
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace

/// Reports as JSON, and back.
class TestReportJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverything();
    void keepsEveryWord_data();
    void keepsEveryWord();
    void keepsEveryKindOfProblem();
    void survivesWhatItDoesNotKnow();
    void survivesWhatIsMissing();
    void refuses_data();
    void refuses();
    void takesSecretsAndPeopleOut();
};

void TestReportJson::keepsEverything()
{
    const TestReport report = full();
    const auto again = readReport(bytes(diagnosis::asJson(report)));
    QVERIFY(again);
    QCOMPARE(again->startedAt, report.startedAt);
    QCOMPARE(again->duration, report.duration);
    QCOMPARE(again->organizationId, report.organizationId);
    QCOMPARE(again->instance, report.instance);
    QCOMPARE(again->isStopped, report.isStopped);
    QCOMPARE(again->verdict(), Step::State::Failed);
    QCOMPARE(again->steps.size(), 2);
    const Step &step = again->steps.at(0);
    const Step &before = report.steps.at(0);
    QCOMPARE(step.id, before.id);
    QCOMPARE(step.state, before.state);
    QCOMPARE(step.startedAfter, before.startedAfter);
    QCOMPARE(step.duration, before.duration);
    QCOMPARE(step.evidence, before.evidence);
    QCOMPARE(step.details, before.details);
    QCOMPARE(step.facts, before.facts);
    QCOMPARE(step.place.text, before.place.text);
    QCOMPARE(step.place.link, before.place.link);
    QCOMPARE(step.problem.kind, before.problem.kind);
    QCOMPARE(step.problem.message, before.problem.message);
    QCOMPARE(step.problem.fix, before.problem.fix);
    QCOMPARE(step.problem.field, before.problem.field);
    QCOMPARE(step.problem.code, before.problem.code);
    QCOMPARE(step.problem.detail, before.problem.detail);
    QCOMPARE(step.problem.httpStatus, before.problem.httpStatus);
    QCOMPARE(step.problem.requestId, before.problem.requestId);
    QCOMPARE(again->steps.at(1).state, Step::State::NotReached);
    QVERIFY(again->steps.at(1).problem.message.isEmpty());
    QVERIFY(again->steps.at(1).place.text.isEmpty());
    QCOMPARE(bytes(diagnosis::asJson(*again)), bytes(diagnosis::asJson(report)));
}

void TestReportJson::keepsEveryWord_data()
{
    QTest::addColumn<int>("id");
    for (const Step::Id id : diagnosis::allSteps())
        QTest::newRow(qPrintable(diagnosis::stepWord(id))) << int(id);
}

void TestReportJson::keepsEveryWord()
{
    QFETCH(const int, id);
    for (int state = int(Step::State::Waiting); state <= int(Step::State::Skipped); ++state) {
        const TestReport report{.steps = {Step{.id = Step::Id(id), .state = Step::State(state)}}};
        const auto again = readReport(bytes(diagnosis::asJson(report)));
        QVERIFY(again);
        QCOMPARE(int(again->steps.constFirst().id), id);
        QCOMPARE(int(again->steps.constFirst().state), state);
    }
}

void TestReportJson::keepsEveryKindOfProblem()
{
    QStringList words;
    for (int kind = int(Error::Kind::Cancelled); kind <= int(Error::Kind::Keychain); ++kind) {
        TestReport report = full();
        report.steps[0].problem.kind = Error::Kind(kind);
        const QJsonObject json = diagnosis::asJson(report);
        words << json[u"steps"][0][u"problem"][u"kind"].toString();
        const auto again = readReport(bytes(json));
        QVERIFY(again);
        QCOMPARE(int(again->steps.constFirst().problem.kind), kind);
    }
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
}

void TestReportJson::survivesWhatItDoesNotKnow()
{
    QJsonObject json = diagnosis::asJson(full());
    QJsonArray steps = json.value(u"steps"_s).toArray();
    QJsonObject step = steps.at(0).toObject();
    step.insert(u"colour"_s, u"blue"_s);
    steps[0] = step;
    step.insert(u"id"_s, u"step_of_tomorrow"_s);
    steps.append(step);
    step.insert(u"id"_s, u"token"_s);
    step.insert(u"state"_s, u"state_of_tomorrow"_s);
    steps.append(step);
    steps.append(u"not a step"_s);
    steps.append(QJsonValue::Null);
    json.insert(u"steps"_s, steps);
    json.insert(u"weather"_s, QJsonObject{{u"rain"_s, true}});
    const auto again = readReport(bytes(json));
    QVERIFY(again);
    QCOMPARE(again->steps.size(), 2);
    QCOMPARE(bytes(diagnosis::asJson(*again)), bytes(diagnosis::asJson(full())));
}

void TestReportJson::survivesWhatIsMissing()
{
    const auto again = readReport(R"({"steps":[{"id":"token","state":"passed"},{"id":"whoami"}]})");
    QVERIFY(again);
    QCOMPARE(again->steps.size(), 1);
    QVERIFY(again->steps.constFirst().problem.message.isEmpty());
    QVERIFY(again->steps.constFirst().facts.isEmpty());
    QVERIFY(!again->startedAt.isValid());
    QVERIFY(!again->isStopped);
    const auto odd = readReport(
        R"({"steps":[{"id":"token","state":"failed","facts":[1],"details":{"a":1},"problem":"oh","place":7,"duration_ms":"x"}]})");
    QVERIFY(odd);
    QCOMPARE(odd->steps.size(), 1);
    QVERIFY(odd->steps.constFirst().details.isEmpty());
    QCOMPARE(odd->verdict(), Step::State::Failed);
}

void TestReportJson::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("steps: none");
    QTest::newRow("cut off") << bytes(diagnosis::asJson(full())).chopped(20);
    QTest::newRow("another document") << QByteArray("{}");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no list of steps") << QByteArray(R"({"steps":{"id":"token"}})");
    QTest::newRow("bytes") << QByteArray("\x00\xff\xfe{", 4);
}

void TestReportJson::refuses()
{
    QFETCH(const QByteArray, json);
    const auto read = readReport(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
    QVERIFY(!read.error().message.isEmpty());
}

void TestReportJson::takesSecretsAndPeopleOut()
{
    core::redactor::remember(core::Secret("canary-secret-1234"));
    const QString leak =
        u"canary-secret-1234 of canary.person@example.net, Bearer abcdefghijkl, client_secret=hunter2hunter2"_s;
    TestReport report = full();
    Step &step = report.steps[0];
    step.evidence = leak;
    step.details = {leak};
    step.facts = {{u"roles"_s, {leak}}};
    step.problem.message = leak;
    step.problem.fix = leak;
    step.problem.detail = leak;
    const QByteArray json = bytes(diagnosis::asJson(report));
    for (const char *canary : {"canary-secret", "canary.person", "abcdefghijkl", "hunter2"})
        QVERIFY2(!json.contains(canary), canary);
    QVERIFY(json.contains("@example.net")); // enough to recognise, not to contact
}

QTEST_GUILESS_MAIN(TestReportJson)

#include "tst_reportjson.moc"
