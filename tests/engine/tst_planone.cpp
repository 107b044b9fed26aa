#include "engine/planjob.h"
#include "engine/subjects.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using engine::Change;
using engine::PlanItem;
using sandbox::Person;
using store::Outcome;
using Condition = dataverse::Write::Condition;
using Polarity = profile::Mapping::Polarity;

namespace {

const QString newsletterColumn = u"new_newsletterconsent"_s;
const QString doNotColumn = u"donotbulkemail"_s;
const QString smsColumn = u"new_smsconsent"_s;

const QJsonObject given{{u"newsletter"_s, true}};
const QJsonObject refused{{u"newsletter"_s, false}};

const Change *changeOf(const PlanItem &item, const QString &column)
{
    for (const Change &change : item.changes) {
        if (change.column == column)
            return &change;
    }
    return nullptr;
}

QByteArray bodyOf(const PlanItem &item)
{
    return item.isWrite() ? mapping::bodyOf(item.rows.constFirst().write->cells) : QByteArray();
}

} // namespace

/// The rules of a plan, against the sandbox's Dataverse.
class TestPlanOne : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesOnlyWhatDiffers();
    void asksOnce();
    void tellsOfRunsThatCannotBeRead();
    void isUnchangedWhenTheRowSaysSo();
    void leavesAloneWhatTheEventDoesNotSay();
    void writesTheLiteralOfNoChoiceForUsersOnly();
    void takesAPathItDoesNotUnderstandForNoAnswer();
    void skipsWithoutMatch();
    void createsByKey();
    void createsWithAnIdOfItsOwn_data();
    void createsWithAnIdOfItsOwn();
    void createsNothingForNoChoice();
    void findsHardKeys();
    void refusesSeveralRows();
    void endsWithoutAsking_data();
    void endsWithoutAsking();
    void refusesWhatCannotBeConverted_data();
    void refusesWhatCannotBeConverted();
    void mergesSeveralUsers_data();
    void mergesSeveralUsers();
    void matchesByRowId();
    void refusesAKeyThatIsNotActive();
    void leavesOlderChoicesAlone();
    void remembersWhatTheRowSaidAlready();
    void wantsRequiredColumnsOfNewRows();
    void warnsOfDeactivatedRows();
    void bindsThePlanToBothOrganizations();
    void readsTheUsersOfAPerson();
    void leavesAloneWhatGoesToDidomiOnly();
    void doesWhatTheValueTableSays();
    void writesPendingChoicesWhereTheyAreMinded();
    void findsRowsByWhatTheRuleMakesOfAnId();
    void changesTextsOnTheirWay();

private:
    PlanItem planned(const consent::Subject &subject);
    PlanItem planned(const QList<consent::Subject> &subjects);
    void prepareRow(const QString &person, bool newsletter, bool doNot, bool sms = false);

    std::unique_ptr<support::World> m_world;
};

void TestPlanOne::init()
{
    m_world = std::make_unique<support::World>();
    QVERIFY(m_world->connect());
}

PlanItem TestPlanOne::planned(const QList<consent::Subject> &subjects)
{
    const auto plan = support::finishOf(
        engine::planOne(m_world->link(), m_world->surroundings(), &m_world->journal(), subjects, this));
    if (!plan)
        qWarning("no plan: %s", qPrintable(plan.error().toLine()));
    return plan && plan->items.size() == 1 ? plan->items.constFirst() : PlanItem{.reason = u"(no plan)"_s};
}

PlanItem TestPlanOne::planned(const consent::Subject &subject)
{
    return planned(QList<consent::Subject>{subject});
}

void TestPlanOne::prepareRow(const QString &person, bool newsletter, bool doNot, bool sms)
{
    const QString id = m_world->rowOf(person).id;
    QVERIFY(!id.isEmpty());
    QVERIFY(m_world->set(id, newsletterColumn, newsletter ? "true" : "false"));
    QVERIFY(m_world->set(id, doNotColumn, doNot ? "true" : "false"));
    QVERIFY(m_world->set(id, smsColumn, sms ? "true" : "false"));
}

void TestPlanOne::writesOnlyWhatDiffers()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, true, true);
    const PlanItem item = planned(m_world->event(person, given));
    QCOMPARE(item.action(), PlanItem::Action::Update);
    QCOMPARE(bodyOf(item), "{\"donotbulkemail\":false}"); // inverted; the other column already says so
    QCOMPARE(changeOf(item, newsletterColumn)->effect, Change::Effect::Same);
    QCOMPARE(changeOf(item, doNotColumn)->effect, Change::Effect::Write);
    QCOMPARE(changeOf(item, smsColumn)->effect, Change::Effect::Nothing);
    QCOMPARE(changeOf(item, doNotColumn)->now, QJsonValue(true));
    QCOMPARE(item.rows.constFirst().write->condition, Condition::IfUnchanged);
    QCOMPARE(item.rows.constFirst().write->etag, m_world->rowOf(person).etag);
    QCOMPARE(item.rows.constFirst().write->rowId, m_world->rowOf(person).id);
    QCOMPARE(item.rows.constFirst().row.values.keys(),
             QStringList({u"donotbulkemail"_s, u"new_newsletterconsent"_s, u"new_newsletterfrequency"_s,
                          u"new_smsconsent"_s, u"new_topics"_s}));
    QVERIFY(!item.rows.constFirst().rowName.isEmpty());
    QVERIFY(!engine::summary(item).isEmpty());
    QCOMPARE(m_world->sentWrites(), 0);
}

void TestPlanOne::tellsOfRunsThatCannotBeRead()
{
    QFile damaged(m_world->folder() + u"/damaged.cbplan"_s);
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("nonsense") > 0);
    damaged.close();
    const consent::Subject event = m_world->event(m_world->person(Person::Case::Plain), given);
    QVERIFY(m_world->plan(event)->items.constFirst().warnings.isEmpty());
    QVERIFY(m_world->journal().addUnmerged({damaged.fileName(), m_world->surroundings().whoAmI.organizationId}));
    const auto plan = m_world->plan(event);
    QVERIFY(plan);
    const QStringList warnings = plan->items.constFirst().warnings;
    QVERIFY2(warnings.size() == 1 && warnings[0].contains(u"damaged.cbplan"_s), qPrintable(warnings.join(u' ')));
}

void TestPlanOne::asksOnce()
{
    const qint64 last = m_world->network().log().calls().constLast().id;
    planned(m_world->event(m_world->person(Person::Case::Plain), given));
    QCOMPARE(m_world->network().log().callsAfter(last).size(), 1);
}

void TestPlanOne::isUnchangedWhenTheRowSaysSo()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, true, false);
    const PlanItem item = planned(m_world->event(person, given));
    QCOMPARE(item.action(), PlanItem::Action::None);
    QCOMPARE(item.outcome, Outcome::Unchanged);
    QVERIFY(!item.isWrite());
}

void TestPlanOne::leavesAloneWhatTheEventDoesNotSay()
{
    m_world->profile.integration.mappings = {
        {.column = u"description"_s,
         .value = u"consents_purposes_sms_marketing_enabled"_s,
         .noChoice = profile::Mapping::NoChoice::WriteLiteral,
         .givenLiteral = u"yes"_s,
         .refusedLiteral = u"no"_s,
         .noChoiceLiteral = u"not asked"_s},
        {.column = newsletterColumn, .value = u"consents_purposes_newsletter_enabled"_s}};
    QVERIFY(m_world->connect());
    const PlanItem item = planned(m_world->event(m_world->person(Person::Case::Plain), given));
    QCOMPARE(changeOf(item, u"description"_s)->effect, Change::Effect::Nothing);
    QVERIFY(!bodyOf(item).contains("not asked"));
}

void TestPlanOne::writesTheLiteralOfNoChoiceForUsersOnly()
{
    m_world->profile.integration.mappings = {{.column = u"description"_s,
                                              .value = u"consents_purposes_sms_marketing_enabled"_s,
                                              .noChoice = profile::Mapping::NoChoice::WriteLiteral,
                                              .givenLiteral = u"yes"_s,
                                              .refusedLiteral = u"no"_s,
                                              .noChoiceLiteral = u"not asked"_s}};
    QVERIFY(m_world->connect());
    consent::Subject user = m_world->event(m_world->person(Person::Case::Plain), given);
    user.origin = consent::Subject::Origin::User;
    QCOMPARE(bodyOf(planned(user)), "{\"description\":\"not asked\"}");
}

void TestPlanOne::takesAPathItDoesNotUnderstandForNoAnswer()
{
    m_world->profile.integration.mappings = {{.column = u"description"_s,
                                              .value = u"not_a_value_path"_s,
                                              .noChoice = profile::Mapping::NoChoice::WriteLiteral,
                                              .noChoiceLiteral = u"not asked"_s}};
    QVERIFY(m_world->connect());
    consent::Subject user = m_world->event(m_world->person(Person::Case::Plain), given);
    user.origin = consent::Subject::Origin::User;
    const PlanItem item = planned(user);
    QCOMPARE(item.action(), PlanItem::Action::None);
    QVERIFY(!item.isWrite());
}

void TestPlanOne::skipsWithoutMatch()
{
    const PlanItem item = planned(m_world->event(m_world->person(Person::Case::NoContact), given));
    QCOMPARE(item.action(), PlanItem::Action::None);
    QCOMPARE(item.outcome, Outcome::Skipped);
    QVERIFY(!item.reason.isEmpty());
    QVERIFY(!item.isWrite());
    QCOMPARE(changeOf(item, newsletterColumn)->effect, Change::Effect::Nothing);
    QVERIFY(changeOf(item, newsletterColumn)->now.isUndefined());
}

void TestPlanOne::createsByKey()
{
    m_world->profile.integration.upsertMode = true;
    QVERIFY(m_world->connect());
    const QString person = u"somebody-new's id"_s;
    const PlanItem item = planned(m_world->event(person, given));
    QCOMPARE(item.action(), PlanItem::Action::Create);
    QCOMPARE(item.outcome, Outcome::Created);
    QCOMPARE(item.rows.constFirst().write->condition, Condition::CreateOnly);
    QCOMPARE(item.rows.constFirst().write->key,
             (QList<dataverse::KeyPart>{{.column = u"new_didomiuserid"_s, .value = person}}));
    QCOMPARE(item.rows.constFirst().write->primaryId, u"contactid"_s); // so that created and updated can be told apart
    QVERIFY(item.rows.constFirst().write->rowId.isEmpty());
    QCOMPARE(bodyOf(item), "{\"new_newsletterconsent\":true,\"donotbulkemail\":false}");
    QCOMPARE(m_world->sentWrites(), 0);
}

void TestPlanOne::createsWithAnIdOfItsOwn_data()
{
    QTest::addColumn<profile::MatchRule>("match");
    QTest::addColumn<QString>("person");
    QTest::newRow("column search") << profile::MatchRule{profile::MatchRule::Kind::Column, u"emailaddress1"_s}
                                   << u"new.person@example.com"_s;
    QTest::newRow("a key value that key addresses refuse")
        << profile::MatchRule{profile::MatchRule::Kind::AlternateKey, u"new_didomiuserid"_s}
        << u"new+person/1@example.com"_s;
}

void TestPlanOne::createsWithAnIdOfItsOwn()
{
    QFETCH(const profile::MatchRule, match);
    QFETCH(const QString, person);
    m_world->profile.integration.upsertMode = true;
    m_world->profile.match = match;
    QVERIFY(m_world->connect());
    const PlanItem item = planned(m_world->event(person, given));
    QCOMPARE(item.action(), PlanItem::Action::Create);
    QCOMPARE(item.rows.constFirst().write->condition, Condition::CreateOnly);
    QVERIFY(!QUuid::fromString(item.rows.constFirst().write->rowId).isNull());
    QVERIFY(item.rows.constFirst().write->key.isEmpty());
    QCOMPARE(item.rows.constFirst().write->cells.constFirst().column,
             match.column); // else the next push could not find the row
    QVERIFY(item.rows.constFirst().write->cells.constFirst().json.contains(person.toUtf8().left(3)));
}

void TestPlanOne::createsNothingForNoChoice()
{
    m_world->profile.integration.upsertMode = true;
    QVERIFY(m_world->connect());
    const PlanItem item = planned(m_world->event(u"nobody@example.com"_s, {{u"newsletter"_s, QJsonValue::Null}}));
    QCOMPARE(item.outcome, Outcome::Skipped);
    QVERIFY(!item.isWrite());
}

void TestPlanOne::findsHardKeys()
{
    const Person &person = m_world->fullPerson(Person::Case::HardKey);
    QVERIFY(person.organizationUserId.contains(u'+') && person.organizationUserId.contains(u'/'));
    prepareRow(person.organizationUserId, false, true);
    const PlanItem item = planned(m_world->event(person.organizationUserId, given));
    QCOMPARE(item.action(), PlanItem::Action::Update);
    QCOMPARE(item.rows.constFirst().write->rowId, person.contacts.constFirst().id.toString(QUuid::WithoutBraces));
}

void TestPlanOne::refusesSeveralRows()
{
    m_world->profile.match = {profile::MatchRule::Kind::Column, u"externaluseridentifier"_s};
    m_world->profile.integration.upsertMode = true;
    QVERIFY(m_world->connect());
    const PlanItem item = planned(m_world->event(m_world->person(Person::Case::TwoContacts), given));
    QCOMPARE(item.outcome, Outcome::Conflict);
    QCOMPARE(item.action(), PlanItem::Action::None);
    QVERIFY(!item.isWrite());
    QVERIFY(!item.reason.isEmpty());
}

void TestPlanOne::endsWithoutAsking_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("outcome");
    QTest::newRow("no organization user id") << u"no id"_s << int(Outcome::Skipped);
    QTest::newRow("another regulation") << u"cpra"_s << int(Outcome::Skipped);
    QTest::newRow("waits for approval") << u"pending"_s << int(Outcome::Skipped);
    QTest::newRow("came from Dataverse") << u"loop"_s << int(Outcome::Skipped);
    QTest::newRow("another Didomi organization") << u"stranger"_s << int(Outcome::Invalid);
    QTest::newRow("no mappings") << u"unmapped"_s << int(Outcome::Invalid);
}

void TestPlanOne::endsWithoutAsking()
{
    QFETCH(const QString, what);
    QFETCH(const int, outcome);
    if (what == "unmapped"_L1) {
        m_world->profile.integration.mappings.clear();
        QVERIFY(m_world->connect());
    }
    consent::Subject subject = m_world->event(m_world->person(Person::Case::Plain), given);
    if (what == "no id"_L1)
        subject.organizationUserId = u" "_s;
    subject.isPending = what == "pending"_L1;
    subject.isFromDataverse = what == "loop"_L1;
    if (what == "cpra"_L1)
        subject.regulation = u"cpra"_s;
    if (what == "stranger"_L1)
        subject.organizationId = u"another-organization"_s;

    const qint64 last = m_world->network().log().calls().constLast().id;
    const PlanItem item = planned(subject);
    QCOMPARE(int(item.outcome), outcome);
    QCOMPARE(item.action(), PlanItem::Action::None);
    QVERIFY(!item.reason.isEmpty());
    QVERIFY(!item.isWrite());
    QCOMPARE(m_world->network().log().callsAfter(last).size(), 0);
}

void TestPlanOne::refusesWhatCannotBeConverted_data()
{
    QTest::addColumn<QList<profile::Mapping>>("mappings");
    const QString path = u"consents_purposes_newsletter_enabled"_s;
    const profile::Mapping fine{.column = newsletterColumn, .value = path, .polarity = Polarity::Direct};
    QTest::newRow("nobody confirmed which way round")
        << QList<profile::Mapping>{fine, {.column = doNotColumn, .value = path}};
    QTest::newRow("no such column") << QList<profile::Mapping>{fine, {.column = u"new_nosuchcolumn"_s, .value = path}};
    QTest::newRow("a column of numbers") << QList<profile::Mapping>{fine, {.column = u"birthdate"_s, .value = path}};
    QTest::newRow("a column that cannot be changed")
        << QList<profile::Mapping>{fine, {.column = u"contactid"_s, .value = u"organization_user_id"_s}};
    QTest::newRow("two that contradict each other")
        << QList<profile::Mapping>{fine, {.column = newsletterColumn, .value = path, .polarity = Polarity::Inverted}};
}

void TestPlanOne::refusesWhatCannotBeConverted()
{
    QFETCH(const QList<profile::Mapping>, mappings);
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    m_world->profile.integration.mappings = mappings;
    QVERIFY(m_world->connect());
    const PlanItem item = planned(m_world->event(person, given));
    QCOMPARE(item.outcome, Outcome::Invalid);
    QCOMPARE(item.action(), PlanItem::Action::None);
    QVERIFY(!item.isWrite()); // also not the one that is fine
    QCOMPARE(item.changes.constLast().effect, Change::Effect::Problem);
    QVERIFY(!item.changes.constLast().problem.message.isEmpty());
    QCOMPARE(item.reason, item.changes.constLast().problem.message);
}

void TestPlanOne::mergesSeveralUsers_data()
{
    QTest::addColumn<QJsonObject>("one");
    QTest::addColumn<QJsonObject>("other");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("body");
    const QByteArray bothColumns = "{\"new_newsletterconsent\":true,\"donotbulkemail\":false}";
    QTest::newRow("agree") << given << given << int(Outcome::Updated) << bothColumns;
    QTest::newRow("one was not asked") << QJsonObject() << given << int(Outcome::Updated) << bothColumns;
    QTest::newRow("one has no choice") << given << QJsonObject{{u"newsletter"_s, QJsonValue::Null}}
                                       << int(Outcome::Updated) << bothColumns;
    QTest::newRow("disagree") << given << refused << int(Outcome::Conflict) << QByteArray();
    QTest::newRow("disagree about what is not mapped")
        << QJsonObject{{u"newsletter"_s, true}, {u"content_personalization"_s, true}}
        << QJsonObject{{u"content_personalization"_s, false}} << int(Outcome::Updated) << bothColumns;
}

void TestPlanOne::mergesSeveralUsers()
{
    QFETCH(const QJsonObject, one);
    QFETCH(const QJsonObject, other);
    QFETCH(const int, outcome);
    QFETCH(const QByteArray, body);
    const QString person = m_world->person(Person::Case::TwoUsers);
    prepareRow(person, false, true);
    consent::Subject first = m_world->event(person, one);
    consent::Subject second = m_world->event(person, other);
    first.origin = second.origin = consent::Subject::Origin::User;
    const PlanItem item = planned({first, second});
    QCOMPARE(int(item.outcome), outcome);
    QCOMPARE(bodyOf(item), body);
    if (Outcome(outcome) == Outcome::Conflict) {
        QVERIFY2(item.reason.contains(u"Newsletter"_s), qPrintable(item.reason));
        QVERIFY(!item.isWrite());
    }
}

void TestPlanOne::matchesByRowId()
{
    const Person &person = m_world->fullPerson(Person::Case::Plain);
    prepareRow(person.organizationUserId, false, true);
    m_world->profile.match.kind = profile::MatchRule::Kind::RowId;
    m_world->profile.integration.upsertMode = true;
    QVERIFY(m_world->connect());

    const QString rowId = person.contacts.constFirst().id.toString(QUuid::WithoutBraces);
    QCOMPARE(planned(m_world->event(rowId.toUpper(), given)).rows.constFirst().write->rowId, rowId);

    const PlanItem notAnId = planned(m_world->event(person.organizationUserId, given));
    QCOMPARE(notAnId.outcome, Outcome::Invalid);
    QVERIFY(!notAnId.isWrite());

    const QString unknown = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const PlanItem created = planned(m_world->event(unknown, given));
    QCOMPARE(created.action(), PlanItem::Action::Create);
    QCOMPARE(created.rows.constFirst().write->rowId, unknown);
    QCOMPARE(created.rows.constFirst().write->condition, Condition::CreateOnly);
}

void TestPlanOne::leavesAloneWhatGoesToDidomiOnly()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    QList<profile::Mapping> &mappings = m_world->profile.integration.mappings;
    for (profile::Mapping &mapping : mappings) {
        if (mapping.column == doNotColumn)
            mapping.direction = profile::Mapping::Direction::ToDidomi;
        if (mapping.column == newsletterColumn)
            mapping.direction = profile::Mapping::Direction::Both;
    }
    // What is not written may name a column twice, and one that is not there.
    mappings << profile::Mapping{.column = u"not_there"_s,
                                 .value = u"consents_purposes_newsletter_enabled"_s,
                                 .direction = profile::Mapping::Direction::ToDidomi};
    QVERIFY(m_world->connect());
    const PlanItem item = planned(m_world->event(person, given));
    QCOMPARE(item.action(), PlanItem::Action::Update);
    QCOMPARE(bodyOf(item), "{\"new_newsletterconsent\":true}");
    QCOMPARE(changeOf(item, doNotColumn)->effect, Change::Effect::Nothing);
    QVERIFY(!changeOf(item, doNotColumn)->cell);
    QVERIFY(changeOf(item, doNotColumn)->note.contains(u"Didomi only"_s));
    QVERIFY(!item.rows.constFirst().row.values.contains(doNotColumn));

    for (profile::Mapping &mapping : mappings)
        mapping.direction = profile::Mapping::Direction::ToDidomi;
    QVERIFY(m_world->connect());
    const PlanItem none = planned(m_world->event(person, given));
    QCOMPARE(none.outcome, Outcome::Skipped);
    QVERIFY(!none.isWrite());
}

void TestPlanOne::doesWhatTheValueTableSays()
{
    using Kind = profile::Mapping::Action::Kind;
    const QString person = m_world->person(Person::Case::Plain);
    QVERIFY(m_world->set(m_world->rowOf(person).id, u"description"_s, "\"yes\""));
    profile::Mapping mapping{
        .column = u"description"_s, .value = u"consents_purposes_newsletter_enabled"_s, .givenLiteral = u"yes"_s};
    mapping.setAction(profile::Mapping::State::Refused, {.kind = Kind::Clear});
    m_world->profile.integration.mappings = {mapping};
    QVERIFY(m_world->connect());
    QCOMPARE(planned(m_world->event(person, given)).outcome, Outcome::Unchanged);
    QCOMPARE(bodyOf(planned(m_world->event(person, refused))), "{\"description\":null}");

    const auto pushed = m_world->planAndPush(m_world->event(person, refused));
    QVERIFY(pushed);
    QCOMPARE(pushed->outcome, Outcome::Updated);
    QCOMPARE(planned(m_world->event(person, refused)).outcome, Outcome::Unchanged);

    mapping.setAction(profile::Mapping::State::Refused, {.kind = Kind::LeaveAlone});
    m_world->profile.integration.mappings = {mapping};
    QVERIFY(m_world->connect());
    const PlanItem item = planned(m_world->event(person, refused));
    QCOMPARE(item.action(), PlanItem::Action::None);
    QVERIFY(!item.changes.constFirst().note.isEmpty());
    QVERIFY(!item.changes.constFirst().note.contains(u"No choice"_s));
}

void TestPlanOne::writesPendingChoicesWhereTheyAreMinded()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, true, false);
    QVERIFY(m_world->set(m_world->rowOf(person).id, u"description"_s, "null"));
    m_world->profile.integration.upsertMode = true;
    m_world->profile.integration.mappings << profile::Mapping{.column = u"description"_s,
                                                              .value = u"consents_purposes_newsletter_enabled"_s,
                                                              .pending = profile::Mapping::NoChoice::WriteLiteral,
                                                              .pendingLiteral = u"asked"_s};
    m_world->profile.integration.mappings
        << profile::Mapping{.column = u"jobtitle"_s, .value = u"organization_user_id"_s};
    QVERIFY(m_world->connect());
    consent::Subject waiting = m_world->event(person, refused);
    waiting.isPending = true;
    const PlanItem item = planned(waiting);
    QCOMPARE(bodyOf(item), "{\"description\":\"asked\"}"); // nothing else that the event says
    QCOMPARE(changeOf(item, newsletterColumn)->effect, Change::Effect::Nothing);
    QCOMPARE(changeOf(item, u"jobtitle"_s)->effect, Change::Effect::Nothing);

    // Nobody gets a row before they confirmed.
    waiting.organizationUserId = u"new.person@example.com"_s;
    const PlanItem stranger = planned(waiting);
    QCOMPARE(stranger.outcome, Outcome::Skipped);
    QVERIFY(!stranger.isWrite());
    waiting.isPending = false;
    QCOMPARE(planned(waiting).action(), PlanItem::Action::Create);
}

void TestPlanOne::findsRowsByWhatTheRuleMakesOfAnId()
{
    using Kind = profile::Transform::Kind;
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    const QString row = m_world->rowOf(person).id;
    QVERIFY(m_world->set(row, u"externaluseridentifier"_s, "\"900150983cd24fb0d6963f7d28e17f72\""));
    m_world->profile.match = {.kind = profile::MatchRule::Kind::Column,
                              .column = u"externaluseridentifier"_s,
                              .transforms = {{.kind = Kind::Trim}, {.kind = Kind::LowerCase}, {.kind = Kind::Md5}}};
    m_world->profile.integration.upsertMode = true;
    QVERIFY(m_world->connect());
    const PlanItem found = planned(m_world->event(u" ABC "_s, given));
    QCOMPARE(found.action(), PlanItem::Action::Update);
    QCOMPARE(found.rows.constFirst().write->rowId, row);
    QCOMPARE(found.person, u" ABC "_s); // Didomi is asked by the id that it knows

    const PlanItem made = planned(m_world->event(u"x@example.com"_s, given));
    QCOMPARE(made.action(), PlanItem::Action::Create);
    QCOMPARE(made.rows.constFirst().write->cells.constFirst().column, u"externaluseridentifier"_s);
    QVERIFY(!bodyOf(made).contains("example"));

    // A hash has no character that key addresses refuse.
    m_world->profile.match.kind = profile::MatchRule::Kind::AlternateKey;
    m_world->profile.match.column = u"new_didomiuserid"_s;
    QVERIFY(m_world->connect());
    const PlanItem byKey = planned(m_world->event(u"a+b/c@example.com"_s, given));
    QCOMPARE(byKey.rows.constFirst().write->condition, Condition::CreateOnly);
    QCOMPARE(byKey.rows.constFirst().write->key.size(), 1);
    QCOMPARE(byKey.rows.constFirst().write->key.constFirst().column, u"new_didomiuserid"_s);
    QCOMPARE(byKey.rows.constFirst().write->key.constFirst().value.size(), 32);

    m_world->profile.match.transforms = {{.kind = Kind::Template, .text = u"{value}"_s}};
    QVERIFY(m_world->connect());
    QCOMPARE(planned(m_world->event(person, given)).outcome, Outcome::Invalid);
}

void TestPlanOne::changesTextsOnTheirWay()
{
    const QString person = m_world->person(Person::Case::Plain);
    m_world->profile.integration.mappings = {
        {.column = u"description"_s,
         .value = u"organization_user_id"_s,
         .transforms = {{.kind = profile::Transform::Kind::UpperCase},
                        {.kind = profile::Transform::Kind::Template, .text = u"{regulation}: {value}"_s}}}};
    QVERIFY(m_world->connect());
    QCOMPARE(bodyOf(planned(m_world->event(person, given))),
             "{\"description\":\"gdpr: " + person.toUpper().toUtf8() + "\"}");
}

void TestPlanOne::refusesAKeyThatIsNotActive()
{
    QVERIFY(m_world->sandbox().setFault(u"key"_s, u"building"_s));
    QVERIFY(m_world->connect());
    const PlanItem item = planned(m_world->event(m_world->person(Person::Case::Plain), given));
    QCOMPARE(item.outcome, Outcome::Invalid);
    QVERIFY(!item.isWrite());
}

void TestPlanOne::leavesOlderChoicesAlone()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto pushed = m_world->planAndPush(m_world->event(person, given, now));
    QVERIFY(pushed);
    QCOMPARE(pushed->outcome, Outcome::Updated);

    const PlanItem older = planned(m_world->event(person, refused, now.addSecs(-60)));
    QCOMPARE(older.outcome, Outcome::Skipped);
    QCOMPARE(changeOf(older, newsletterColumn)->effect, Change::Effect::Older);
    QVERIFY(!changeOf(older, newsletterColumn)->note.isEmpty());
    QVERIFY(!older.isWrite());

    QCOMPARE(planned(m_world->event(person, refused, now.addSecs(60))).action(), PlanItem::Action::Update);
    // Another purpose is another matter: nothing newer is known of it.
    QCOMPARE(bodyOf(planned(
                 m_world->event(person, {{u"newsletter"_s, false}, {u"sms_marketing"_s, true}}, now.addSecs(-60)))),
             "{\"new_smsconsent\":true}");
    // Somebody without a journal knows nothing of it.
    const auto without = support::finishOf(engine::planOne(m_world->link(), m_world->surroundings(), nullptr,
                                                           {m_world->event(person, refused, now.addSecs(-60))}, this));
    QCOMPARE(without->items.constFirst().action(), PlanItem::Action::Update);
}

void TestPlanOne::remembersWhatTheRowSaidAlready()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, true, false);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // The newest choice changes nothing; the ones that come after it, but were made before it, must not either.
    QCOMPARE(m_world->planAndPush(m_world->event(person, given, now))->outcome, Outcome::Unchanged);
    QCOMPARE(m_world->planAndPush(m_world->event(person, given, now.addSecs(-120)))->outcome, Outcome::Unchanged);
    QCOMPARE(planned(m_world->event(person, refused, now.addSecs(-60))).outcome, Outcome::Skipped);

    // The same when another column is written along with it.
    const QString second = m_world->person(Person::Case::Plain, 1);
    prepareRow(second, true, false, false);
    QCOMPARE(m_world->planAndPush(m_world->event(second, {{u"newsletter"_s, true}, {u"sms_marketing"_s, true}}, now))
                 ->outcome,
             Outcome::Updated);
    QCOMPARE(planned(m_world->event(second, refused, now.addSecs(-60))).outcome, Outcome::Skipped);
}

void TestPlanOne::wantsRequiredColumnsOfNewRows()
{
    m_world->profile.integration.upsertMode = true;
    QVERIFY(m_world->connect());
    bridge::Surroundings surroundings = m_world->surroundings();
    const consent::Subject subject = m_world->event(u"somebody-new"_s, given);
    const auto plan = [&] {
        return support::finishOf(engine::planOne(m_world->link(), surroundings, &m_world->journal(), {subject}, this))
            ->items.constFirst();
    };
    QVERIFY2(plan().warnings.join(u' ').contains(u"lastname"_s), "forms require a last name, the API does not");
    QCOMPARE(plan().action(), PlanItem::Action::Create);

    for (mapping::Column &column : surroundings.table.columns) {
        if (column.logicalName == "jobtitle"_L1)
            column.required = mapping::Column::Required::System;
    }
    const PlanItem item = plan();
    QCOMPARE(item.outcome, Outcome::Invalid);
    QVERIFY(item.reason.contains(u"jobtitle"_s));
    QVERIFY(!item.isWrite());
}

void TestPlanOne::warnsOfDeactivatedRows()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person, false, true);
    QVERIFY(m_world->set(m_world->rowOf(person).id, u"statecode"_s, "1"));
    const PlanItem item = planned(m_world->event(person, given));
    QCOMPARE(item.action(), PlanItem::Action::Update);
    QCOMPARE(item.warnings.size(), 1);
}

void TestPlanOne::bindsThePlanToBothOrganizations()
{
    const auto plan = m_world->plan(m_world->event(m_world->person(Person::Case::Plain), given));
    QCOMPARE(plan->profileId, m_world->profile.id);
    QCOMPARE(plan->dataverseOrganization, m_world->surroundings().whoAmI.organizationId);
    QCOMPARE(plan->didomiOrganization, m_world->profile.didomi.organizationId);
    QVERIFY(plan->madeAt.isValid());
}

void TestPlanOne::readsTheUsersOfAPerson()
{
    const auto two =
        support::finishOf(engine::subjectsOf(m_world->link(), m_world->person(Person::Case::TwoUsers), this));
    QVERIFY(two);
    QCOMPARE(two->size(), 2);
    for (const consent::Subject &subject : *two)
        QCOMPARE(subject.regulation, u"gdpr"_s);
    const auto nobody = support::finishOf(engine::subjectsOf(m_world->link(), u"nobody@example.com"_s, this));
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().kind, core::Error::Kind::NotFound);
    const auto empty = support::finishOf(engine::subjectsOf(m_world->link(), u" "_s, this));
    QCOMPARE(empty.error().kind, core::Error::Kind::Invalid);
}

Q_DECLARE_METATYPE(profile::MatchRule)

QTEST_GUILESS_MAIN(TestPlanOne)

#include "tst_planone.moc"
