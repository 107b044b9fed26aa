#include "engine/brokenjournal.h"
#include "engine/subjects.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QJsonDocument>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using engine::Plan;
using engine::PushReport;
using sandbox::Person;
using store::Outcome;

namespace {

const QString newsletterColumn = u"new_newsletterconsent"_s;
const QString doNotColumn = u"donotbulkemail"_s;
const QJsonObject given{{u"newsletter"_s, true}};
const QJsonObject refused{{u"newsletter"_s, false}};

} // namespace

/// One push against the sandbox: what is written, what is journaled, what is told.
class TestPush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void updates();
    void changesNothingTheSecondTime();
    void createsByKey();
    void createsWithoutKey();
    void neverWritesOverARowMadeMeanwhile_data();
    void neverWritesOverARowMadeMeanwhile();
    void refusesACreateWhoseRowIsThere();
    void notesWhatNeedsNoWrite_data();
    void notesWhatNeedsNoWrite();
    void writesWhenSomethingElseChangedMeanwhile();
    void isAConflictWhenItsColumnsChangedMeanwhile();
    void isAConflictWhenTheRowIsGone();
    void refusesWhenThePersonHasSpokenSince();
    void refusesForeignPlans_data();
    void refusesForeignPlans();
    void tellsWhatDataverseRefused();
    void stopsBeforeSending();
    void settlesWhatWasSent();
    void writesAPersonOneAfterTheOther();
    void doesNotReadBackUnasked();

private:
    Plan planFor(const QString &person, const QJsonObject &purposes);
    void prepareRow(const QString &person, bool newsletter, bool doNot);
    std::unique_ptr<support::World> m_world;
};

void TestPush::init()
{
    m_world = std::make_unique<support::World>();
    QVERIFY(m_world->connect());
}

Plan TestPush::planFor(const QString &person, const QJsonObject &purposes)
{
    const auto plan = m_world->plan(m_world->event(person, purposes));
    if (!plan)
        qWarning("no plan: %s", qPrintable(plan.error().toLine()));
    return plan.valueOr({});
}

void TestPush::prepareRow(const QString &person, bool newsletter, bool doNot)
{
    const QString id = m_world->rowOf(person).id;
    QVERIFY(m_world->set(id, newsletterColumn, newsletter ? "true" : "false"));
    QVERIFY(m_world->set(id, doNotColumn, doNot ? "true" : "false"));
}

void TestPush::updates()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    const auto report = m_world->push(planFor(person, given));
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Updated);
    QVERIFY(report->reason.isEmpty());
    QVERIFY(report->isVerified());
    QCOMPARE(report->row().rowAfter.value(newsletterColumn), QJsonValue(true));
    QCOMPARE(report->row().rowAfter.value(doNotColumn), QJsonValue(false));
    QVERIFY(!report->row().rowAfter.contains(u"@odata.etag"_s));
    QCOMPARE(report->row().rowId, m_world->rowOf(person).id);
    QVERIFY(!report->row().requestId.isEmpty());
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(true));
    QCOMPARE(m_world->rowOf(person).values.value(doNotColumn), QJsonValue(false));
    QCOMPARE(m_world->sentWrites(), 1);

    const QList<store::JournalItem> items = m_world->items();
    QCOMPARE(items.size(), 1);
    const store::JournalItem &item = items.constFirst();
    QCOMPARE(item.id, report->row().journalItem);
    QCOMPARE(item.settlement->outcome, Outcome::Updated);
    QCOMPARE(item.settlement->requestId, report->row().requestId);
    QCOMPARE(item.intent.person, person);
    QCOMPARE(item.intent.rowId, report->row().rowId);
    QVERIFY(item.intent.condition.startsWith(u"If-Match: W/"_s));
    QVERIFY(item.intent.address.startsWith(u"contacts("_s));
    QCOMPARE(QJsonDocument::fromJson(item.intent.before).object().value(newsletterColumn), QJsonValue(false));
    QCOMPARE(QJsonDocument::fromJson(item.intent.after).object(),
             QJsonObject({{newsletterColumn, true}, {doNotColumn, false}}));
    QVERIFY(!item.intent.isCreate);
    QVERIFY(item.sentAt.isValid());
    QVERIFY(m_world->journal().unsettled(m_world->profile.id)->isEmpty());
}

void TestPush::changesNothingTheSecondTime()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    QCOMPARE(m_world->push(planFor(person, given))->outcome, Outcome::Updated);
    const QString etag = m_world->rowOf(person).etag;
    m_world->sentWrites();
    QCOMPARE(m_world->push(planFor(person, given))->outcome, Outcome::Unchanged);
    QCOMPARE(m_world->sentWrites(), 0);
    QCOMPARE(m_world->rowOf(person).etag, etag);
}

void TestPush::createsByKey()
{
    m_world->profile.integration.upsertMode = true;
    QVERIFY(m_world->connect());
    const QString person = m_world->person(Person::Case::NoContact);
    const auto report = m_world->push(planFor(person, given));
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Created);
    QVERIFY(report->isVerified());
    QCOMPARE(m_world->rowOf(person).id, report->row().rowId);
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(true));
    QVERIFY(m_world->items().constFirst().intent.isCreate);
    QCOMPARE(m_world->push(planFor(person, given))->outcome, Outcome::Unchanged); // and finds it again
}

void TestPush::createsWithoutKey()
{
    m_world->profile.integration.upsertMode = true;
    m_world->profile.match = {profile::MatchRule::Kind::Column, u"emailaddress1"_s};
    QVERIFY(m_world->connect());
    const QString person = u"new+one/2@example.com"_s;
    const Plan plan = planFor(person, given);
    const auto report = m_world->push(plan);
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Created);
    QCOMPARE(report->row().rowId, plan.items.constFirst().rows.constFirst().write->rowId);
    QCOMPARE(m_world->items().constFirst().intent.rowId, report->row().rowId); // fixed before sending
    QCOMPARE(m_world->rows(u"emailaddress1"_s, person).size(), 1);
    QCOMPARE(m_world->push(planFor(person, given))->outcome, Outcome::Unchanged);
    // The same plan again makes no second row.
    const auto again = m_world->push(plan);
    QCOMPARE(again->outcome, Outcome::Created); // the row is ours
    QCOMPARE(m_world->rows(u"emailaddress1"_s, person).size(), 1);
}

void TestPush::neverWritesOverARowMadeMeanwhile_data()
{
    QTest::addColumn<profile::MatchRule>("match");
    using Kind = profile::MatchRule::Kind;
    QTest::newRow("by key") << profile::MatchRule{.kind = Kind::AlternateKey, .column = u"new_didomiuserid"_s};
    QTest::newRow("by column") << profile::MatchRule{.kind = Kind::Column, .column = u"externaluseridentifier"_s};
}

void TestPush::neverWritesOverARowMadeMeanwhile()
{
    QFETCH(profile::MatchRule, match);
    m_world->profile.integration.upsertMode = true;
    m_world->profile.match = match;
    QVERIFY(m_world->connect());
    const QString person = m_world->person(Person::Case::NoContact);
    const Plan plan = planFor(person, given);
    QCOMPARE(plan.items.constFirst().action(), engine::PlanItem::Action::Create);
    QCOMPARE(m_world->push(planFor(person, refused))->outcome, Outcome::Created); // somebody is faster
    m_world->sentWrites();
    const auto report = m_world->push(plan);
    QCOMPARE(report->outcome, Outcome::Conflict);
    QVERIFY(!report->reason.isEmpty());
    const QList<dataverse::Row> rows = m_world->rows(match.column, person);
    QCOMPARE(rows.size(), 1); // not a second one, which nobody would find again
    QCOMPARE(rows.constFirst().values[u"new_newsletterconsent"_s], QJsonValue(false));
}

void TestPush::refusesACreateWhoseRowIsThere()
{
    const Person &person = m_world->fullPerson(Person::Case::Plain);
    m_world->profile.integration.upsertMode = true;
    m_world->profile.match.kind = profile::MatchRule::Kind::RowId;
    QVERIFY(m_world->connect());
    const QString rowId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Plan plan = planFor(rowId, given);
    QCOMPARE(m_world->push(planFor(rowId, refused))->outcome, Outcome::Created); // somebody is faster
    const auto report = m_world->push(plan);
    QCOMPARE(report->outcome, Outcome::Conflict);
    QVERIFY(!report->reason.isEmpty());
    Q_UNUSED(person)
}

void TestPush::notesWhatNeedsNoWrite_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QJsonObject>("purposes");
    QTest::addColumn<int>("outcome");
    QTest::newRow("no contact") << int(Person::Case::NoContact) << given << int(Outcome::Skipped);
    QTest::newRow("no choice") << int(Person::Case::Plain) << QJsonObject() << int(Outcome::Skipped);
    QTest::newRow("already so") << int(Person::Case::Plain) << given << int(Outcome::Unchanged);
}

void TestPush::notesWhatNeedsNoWrite()
{
    QFETCH(const int, kind);
    QFETCH(const QJsonObject, purposes);
    QFETCH(const int, outcome);
    const QString person = m_world->person(Person::Case(kind));
    if (Person::Case(kind) == Person::Case::Plain)
        prepareRow(person, true, false);
    const auto report = m_world->push(planFor(person, purposes));
    QCOMPARE(int(report->outcome), outcome);
    QVERIFY(!report->reason.isEmpty());
    QCOMPARE(m_world->sentWrites(), 0);
    QCOMPARE(int(m_world->items().constFirst().settlement->outcome), outcome);
    QVERIFY(!m_world->items().constFirst().sentAt.isValid());
}

void TestPush::writesWhenSomethingElseChangedMeanwhile()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    const Plan plan = planFor(person, given);
    QVERIFY(m_world->set(m_world->rowOf(person).id, u"jobtitle"_s, "\"changed\""));
    const auto report = m_world->push(plan);
    QCOMPARE(report->outcome, Outcome::Updated);
    QVERIFY(report->isVerified());
    QCOMPARE(m_world->sentWrites(), 2); // the planned one, and again with the new version
    QCOMPARE(m_world->items().size(), 1);
}

void TestPush::isAConflictWhenItsColumnsChangedMeanwhile()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    const Plan plan = planFor(person, given);
    QVERIFY(m_world->set(m_world->rowOf(person).id, u"new_smsconsent"_s, "true")); // mapped, though not written
    const dataverse::Row before = m_world->rowOf(person);
    const auto report = m_world->push(plan);
    QCOMPARE(report->outcome, Outcome::Conflict);
    QVERIFY(!report->reason.isEmpty());
    QCOMPARE(m_world->rowOf(person).etag, before.etag);
    QCOMPARE(m_world->items().constFirst().settlement->outcome, Outcome::Conflict);
}

void TestPush::isAConflictWhenTheRowIsGone()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    const Plan plan = planFor(person, given);
    QVERIFY(m_world->remove(m_world->rowOf(person).id));
    const auto report = m_world->push(plan);
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Conflict);
    QVERIFY(m_world->journal().unsettled(m_world->profile.id)->isEmpty());
}

void TestPush::refusesWhenThePersonHasSpokenSince()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    QVERIFY(m_world->tellDidomi(person, given));
    const auto subjects = support::finishOf(engine::subjectsOf(m_world->link(), person, this));
    QVERIFY(subjects);
    const auto plan = m_world->plan(subjects->constFirst());
    QVERIFY(plan);
    QVERIFY(plan->items.constFirst().isWrite());
    m_world->sentWrites();

    QTest::qWait(5); // Didomi's times are in milliseconds
    QVERIFY(m_world->tellDidomi(person, refused));
    const auto report = m_world->push(*plan);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, core::Error::Kind::Conflict);
    QCOMPARE(m_world->sentWrites(), 0);
}

void TestPush::refusesForeignPlans_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("another Dataverse organization") << u"dataverse"_s;
    QTest::newRow("another Didomi organization") << u"didomi"_s;
    QTest::newRow("another integration") << u"profile"_s;
    QTest::newRow("several people") << u"several"_s;
    QTest::newRow("nobody") << u"nobody"_s;
}

void TestPush::refusesForeignPlans()
{
    QFETCH(const QString, what);
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    Plan plan = planFor(person, given);
    if (what == "dataverse"_L1)
        plan.dataverseOrganization = QUuid::createUuid().toString(QUuid::WithoutBraces);
    else if (what == "didomi"_L1)
        plan.didomiOrganization = u"another"_s;
    else if (what == "profile"_L1)
        plan.profileId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    else if (what == "several"_L1)
        plan.items << plan.items.constFirst();
    else
        plan.items.clear();
    const auto report = m_world->push(plan);
    QVERIFY(!report);
    const bool isForeign = what == "dataverse"_L1 || what == "didomi"_L1 || what == "profile"_L1;
    QCOMPARE(report.error().kind, isForeign ? core::Error::Kind::Conflict : core::Error::Kind::Invalid);
    QCOMPARE(m_world->sentWrites(), 0);
    QVERIFY(m_world->items().isEmpty());
}

void TestPush::tellsWhatDataverseRefused()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    const Plan plan = planFor(person, given);
    QVERIFY(m_world->sandbox().setFault(u"privilege"_s, u"write"_s));
    const auto report = m_world->push(plan);
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Rejected);
    QCOMPARE(report->error.kind, core::Error::Kind::Forbidden);
    QVERIFY(!report->error.code.isEmpty());
    QCOMPARE(report->row().httpStatus, 403);
    const store::JournalItem item = m_world->items().constFirst();
    QCOMPARE(item.settlement->outcome, Outcome::Rejected);
    QCOMPARE(item.settlement->code, report->error.code);
    QVERIFY(m_world->journal().unsettled(m_world->profile.id)->isEmpty());
}

void TestPush::stopsBeforeSending()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    auto *job = engine::push(m_world->link(), m_world->journal(), planFor(person, given), {}, this);
    job->cancel();
    const auto report = support::finishOf(job);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, core::Error::Kind::Cancelled);
    QCOMPARE(m_world->sentWrites(), 0);
    QVERIFY(m_world->items().isEmpty());
    // The turn has been given back.
    QCOMPARE(m_world->push(planFor(person, given))->outcome, Outcome::Updated);
}

void TestPush::settlesWhatWasSent()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    support::BrokenJournal journal(m_world->journal());
    core::Job<PushReport> *job = nullptr;
    bool isCancelled = false;
    journal.after = [&](support::BrokenJournal::Call call) {
        if (call != support::BrokenJournal::Call::Intend)
            return;
        isCancelled = true;
        QMetaObject::invokeMethod(
            job, [&] { job->cancel(); }, Qt::QueuedConnection);
    };
    job = engine::push(m_world->link(), journal, planFor(person, given), {}, this);
    const auto report = support::finishOf(job);
    QVERIFY(isCancelled);
    QVERIFY(report);
    QVERIFY(!report->isVerified()); // no time for that
    QCOMPARE(report->outcome, Outcome::Updated);
    QVERIFY(m_world->journal().unsettled(m_world->profile.id)->isEmpty());
}

void TestPush::writesAPersonOneAfterTheOther()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    const Plan one = planFor(person, given);
    const Plan other = planFor(person.toUpper(), given);
    int running = 0;
    int most = 0;
    auto *first = engine::push(m_world->link(), m_world->journal(), one, {}, this);
    auto *second = engine::push(m_world->link(), m_world->journal(), other, {}, this);
    const auto count = [&] {
        running = int(m_world->journal().unsettled(m_world->profile.id)->size());
        most = std::max(most, running);
    };
    connect(&m_world->network().log(), &net::CallLog::added, this, count);
    const auto firstReport = support::finishOf(first);
    const auto secondReport = support::finishOf(second);
    QCOMPARE(firstReport->outcome, Outcome::Updated);
    QCOMPARE(secondReport->outcome, Outcome::Updated); // what it wanted is there
    QVERIFY(most <= 1);
}

void TestPush::doesNotReadBackUnasked()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    const auto report = support::finishOf(
        engine::push(m_world->link(), m_world->journal(), planFor(person, given), {.verify = false}, this));
    QCOMPARE(report->outcome, Outcome::Updated);
    QVERIFY(!report->isVerified());
    QVERIFY(report->row().rowAfter.isEmpty());
    QCOMPARE(m_world->network().log().calls().constLast().method, "PATCH");
}

QTEST_GUILESS_MAIN(TestPush)

#include "tst_push.moc"
