#include "dataverse/anyof.h"
#include "engine/brokenjournal.h"
#include "engine/consentworld.h"
#include "engine/recoverjob.h"
#include "support/finish.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <cstdlib>

using namespace Qt::StringLiterals;
using engine::Change;
using engine::PlanItem;
using engine::PushReport;
using engine::RowPlan;
using mapping::ConsentPlace;
using mapping::ConsentRow;
using mapping::ConsentValue;
using profile::Channel;
using profile::ContactPoint;
using sandbox::Person;
using store::Outcome;
using support::BrokenJournal;
using support::ConsentWorld;

namespace {

constexpr int killed = 9;
const QJsonObject given{{u"newsletter"_s, true}};
const QJsonObject refused{{u"newsletter"_s, false}};

ConsentPlace placeOf(const QString &address, const QString &topic = {}, Channel channel = Channel::Email)
{
    return {.address = address, .channel = channel, .purposeId = ConsentWorld::purpose, .topicId = topic};
}

/// The child: pushes one event and dies at the moment that its first argument names, without any clean-up.
int pushAndDie(const QStringList &arguments)
{
    const QString moment = arguments.at(0);
    const auto profile = profile::readProfile(qgetenv("CHILD_PROFILE"));
    const auto event = consent::readEventFile(qgetenv("CHILD_EVENT"));
    auto below = store::Journal::open(arguments.at(1));
    if (!profile || !event || !below)
        return 1;
    net::Network network;
    auto link = bridge::Link::make(network, *profile,
                                   {.clientSecret = core::Secret(qgetenv("CHILD_SECRET")),
                                    .didomiSecret = core::Secret(qgetenv("CHILD_DIDOMI_SECRET"))});
    if (!link)
        return 2;
    const auto surroundings = support::finishOf(bridge::survey(**link, link->get()));
    if (!surroundings)
        return 3;
    const auto plan = support::finishOf(
        engine::planOne(**link, *surroundings, below->get(), {consent::subjectOf(*event)}, link->get()));
    if (!plan)
        return 4;
    BrokenJournal journal(**below);
    int calls = 0;
    const auto dieAt = [&](const QString &when) {
        if (when + u' ' + QString::number(++calls) == moment)
            std::_Exit(killed);
    };
    journal.before = [&](BrokenJournal::Call call) {
        if (call == BrokenJournal::Call::Intend || call == BrokenJournal::Call::Settle)
            dieAt(u"before"_s);
    };
    const auto report = support::finishOf(engine::push(**link, journal, *plan, {}, link->get()));
    return report ? 0 : 5;
}

} // namespace

/// The Current mode against the sandbox: rows of consent instead of columns.
class TestConsentPush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyChoiceOnEveryRow_data();
    void everyChoiceOnEveryRow();
    void neverTakesBackARefusal_data();
    void neverTakesBackARefusal();
    void knowsWhoseAddressItIs_data();
    void knowsWhoseAddressItIs();
    void describesWhatItMakes();
    void followsPickedValues();
    void warnsOfTopicsInVain();
    void keepsWhatSomebodyRefusedSince_data();
    void keepsWhatSomebodyRefusedSince();
    void keepsNewerChoicesOfOneAddress();
    void writesAnAddressOneAfterTheOther();
    void makesARowOnceWhenAnswersAreLost();
    void survivesFaultsOfTheService_data();
    void survivesFaultsOfTheService();
    void survivesAFailingJournal();
    void settlesEachRowAfterAKill_data();
    void settlesEachRowAfterAKill();
    void settlesWhatWasSentInLegacyMode();
    void tellsEachRowsOwnOutcome();
    void takesHostileAddresses_data();
    void takesHostileAddresses();
    void findsAddresses_data();
    void findsAddresses();
    void findsPhonesHoweverTheyAreSpelled();
    void refusesWhatCannotBeWritten_data();
    void refusesWhatCannotBeWritten();
    void writesNotSetWhenTheMappingSaysSo();
    void tellsWhenThereAreNoConsentTables();
    void isNeverCutOffWithoutAWord();

private:
    PlanItem planned(const consent::Subject &subject);
    QList<ConsentValue> valuesOf(const QString &address, const QString &topic = {});
    std::unique_ptr<ConsentWorld> m_world; ///< One for all rows of a function.
    profile::Profile m_profile;            ///< As each of them begins.
    QByteArray m_function;                 ///< Whose world it is.
    int m_row = 0;
    QString m_person;
    QString m_mail; ///< Of the person; each row has its own, which no row of consent holds yet.
};

void TestConsentPush::init()
{
    if (m_world && m_function == QTest::currentTestFunction()) {
        m_world->sandbox().clearFaults();
        m_world->profile = m_profile;
        QVERIFY(m_world->relink());
    } else {
        m_world = std::make_unique<ConsentWorld>();
        m_world->mapPurposeAndTopic();
        QVERIFY(m_world->connect());
        m_profile = m_world->profile;
        m_function = QTest::currentTestFunction();
    }
    m_person = m_world->person(Person::Case::Plain);
    m_mail = u"first.last%1@example.com"_s.arg(++m_row);
    QVERIFY(m_world->setAddress(m_person, m_mail));
    m_world->sentWrites();
}

/// What a failed row left behind would let others fail too.
void TestConsentPush::cleanup()
{
    if (QTest::currentTestFailed())
        m_world.reset();
}

PlanItem TestConsentPush::planned(const consent::Subject &subject)
{
    const auto plan = m_world->plan(subject);
    if (!plan)
        qWarning("no plan: %s", qPrintable(plan.error().toLine()));
    return plan && plan->items.size() == 1 ? plan->items.constFirst() : PlanItem{.reason = u"(no plan)"_s};
}

QList<ConsentValue> TestConsentPush::valuesOf(const QString &address, const QString &topic)
{
    QList<ConsentValue> values;
    for (const ConsentRow &row : m_world->consentsOf(address)) {
        if (row.topicId == topic)
            values << row.value.value_or(ConsentValue::NotSet);
    }
    return values;
}

void TestConsentPush::everyChoiceOnEveryRow_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<bool>("isActive");
    const QList<std::pair<const char *, QList<int>>> states{
        {"no row", {}},
        {"opted in", {int(ConsentValue::OptedIn)}},
        {"opted out", {int(ConsentValue::OptedOut)}},
        {"not set", {int(ConsentValue::NotSet)}},
        {"two that disagree", {int(ConsentValue::OptedIn), int(ConsentValue::OptedOut)}},
        {"two opted in", {int(ConsentValue::OptedIn), int(ConsentValue::OptedIn)}},
        {"three", {int(ConsentValue::NotSet), int(ConsentValue::OptedOut), int(ConsentValue::OptedIn)}},
    };
    for (const char *choice : {"given", "refused", "none", "pending", "unsaid"}) {
        for (const auto &[name, rows] : states) {
            for (const bool isActive : {true, false}) {
                if (isActive || !rows.isEmpty())
                    QTest::addRow("%s on %s%s", choice, name, isActive ? "" : ", inactive")
                        << QString::fromLatin1(choice) << rows << isActive;
            }
        }
    }
}

void TestConsentPush::everyChoiceOnEveryRow()
{
    QFETCH(const QString, choice);
    QFETCH(const QList<int>, rows);
    QFETCH(const bool, isActive);
    for (const int value : rows)
        QVERIFY(!m_world->addConsent(placeOf(m_mail), ConsentValue(value), isActive).isEmpty());
    // Rows about something else are none of its business.
    QVERIFY(!m_world->addConsent(placeOf(m_mail, {}, Channel::Custom), ConsentValue::NotSet).isEmpty());
    QVERIFY(!m_world->addConsent(placeOf(u"x"_s + m_mail), ConsentValue::NotSet).isEmpty());

    QJsonObject purposes{{u"newsletter"_s, QJsonValue::Null}};
    if (choice == "given"_L1 || choice == "refused"_L1 || choice == "pending"_L1)
        purposes = {{u"newsletter"_s, choice != "refused"_L1}};
    if (choice == "unsaid"_L1)
        purposes = {{u"cookies"_s, true}};
    consent::Subject subject = m_world->event(m_person, purposes, QDateTime::currentDateTimeUtc().addSecs(2));
    subject.isPending = choice == "pending"_L1;
    const auto report = m_world->planAndPush(subject);
    QVERIFY(report);

    const bool isAnswer = choice == "given"_L1 || choice == "refused"_L1;
    const ConsentValue wanted = choice == "given"_L1 ? ConsentValue::OptedIn : ConsentValue::OptedOut;
    const int differing = int(std::count_if(rows.cbegin(), rows.cend(), [&](int one) { return one != int(wanted); }));
    QCOMPARE(report->outcome, !isAnswer        ? Outcome::Skipped
                              : rows.isEmpty() ? Outcome::Created
                              : differing == 0 ? Outcome::Unchanged
                                               : Outcome::Updated);
    QCOMPARE(m_world->sentWrites(), !isAnswer ? 0 : rows.isEmpty() ? 1 : differing);
    int found = 0;
    int untouched = 0;
    for (const ConsentRow &row : m_world->consentsOf(m_mail)) {
        if (row.channel != Channel::Email) {
            QCOMPARE(row.value, ConsentValue::NotSet);
            continue;
        }
        ++found;
        if (isAnswer)
            QCOMPARE(row.value, wanted);
        else if (rows.contains(int(*row.value)))
            ++untouched;
        QCOMPARE(row.values.value(u"statecode"_s).toInt(), isActive ? 0 : 1); // never activated nor deactivated
    }
    QCOMPARE(found, isAnswer ? std::max(1, int(rows.size())) : int(rows.size()));
    QVERIFY(isAnswer || untouched == int(rows.size()));
    QCOMPARE(valuesOf(u"x"_s + m_mail), QList<ConsentValue>{ConsentValue::NotSet});
    if (isAnswer && (differing > 0 || rows.isEmpty()))
        QVERIFY(report->isVerified());
    QVERIFY(m_world->journal().unsettled(m_world->profile.id)->isEmpty());

    const auto again = m_world->planAndPush(subject);
    QVERIFY(again);
    QCOMPARE(again->outcome, isAnswer ? Outcome::Unchanged : Outcome::Skipped);
    QCOMPARE(m_world->sentWrites(), 0);
}

/// What a value table may do to a row that says no: only somebody who gives consent can loosen it.
void TestConsentPush::neverTakesBackARefusal_data()
{
    QTest::addColumn<profile::Mapping::State>("state");
    QTest::addColumn<profile::Mapping::Action>("action");
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<QList<int>>("after"); ///< The rows' values in the same order; of one that is made, last.
    QTest::addColumn<bool>("isInvalid");
    using State = profile::Mapping::State;
    using Action = profile::Mapping::Action;
    const int in = int(ConsentValue::OptedIn);
    const int out = int(ConsentValue::OptedOut);
    const int unset = int(ConsentValue::NotSet);
    const std::pair<const char *, Action> actions[] = {{"usual", {}},
                                                       {"clear", {.kind = Action::Kind::Clear}},
                                                       {"not set", {Action::Kind::Literal, u"534120000"_s}},
                                                       {"leave alone", {.kind = Action::Kind::LeaveAlone}}};
    const std::pair<const char *, State> states[] = {
        {"given", State::Given}, {"refused", State::Refused}, {"none", State::NoChoice}, {"pending", State::Pending}};
    const std::pair<const char *, QList<int>> rowsOf[] = {
        {"no row", {}}, {"in", {in}}, {"out", {out}}, {"unset", {unset}}, {"out, then in", {out, in}}};
    for (const auto &[stateName, state] : states) {
        for (const auto &[actionName, action] : actions) {
            for (const auto &[rowsName, rows] : rowsOf) {
                const bool isAnswer = state == State::Given || state == State::Refused;
                const bool writesUnset = action.kind == Action::Kind::Clear || action.kind == Action::Kind::Literal;
                const bool isInvalid = writesUnset && state == State::Refused;
                const bool isKept = writesUnset && !isAnswer && rows.contains(out);
                QList<int> after = rows;
                if (action.kind == Action::Kind::Usual && isAnswer)
                    after = QList<int>(std::max<qsizetype>(rows.size(), 1), state == State::Given ? in : out);
                else if (writesUnset && !isInvalid && !isKept)
                    after = QList<int>(rows.size(), unset);
                QTest::addRow("%s, %s, %s", stateName, actionName, rowsName)
                    << state << action << rows << after << isInvalid;
            }
        }
    }
}

void TestConsentPush::neverTakesBackARefusal()
{
    QFETCH(const profile::Mapping::State, state);
    QFETCH(const profile::Mapping::Action, action);
    QFETCH(const QList<int>, rows);
    QFETCH(const QList<int>, after);
    QFETCH(const bool, isInvalid);
    using State = profile::Mapping::State;
    profile::Mapping mapping{.column = ConsentWorld::purpose, .value = u"consents_purposes_newsletter_enabled"_s};
    mapping.setAction(state, action);
    m_world->profile.integration.mappings = {mapping};
    QVERIFY(m_world->relink());
    QStringList ids;
    for (const int value : rows)
        ids << m_world->addConsent(placeOf(m_mail), ConsentValue(value));
    m_world->sentWrites();

    const QJsonObject purposes = state == State::NoChoice ? QJsonObject() : state == State::Refused ? refused : given;
    consent::Subject subject = m_world->event(m_person, purposes, QDateTime::currentDateTimeUtc().addSecs(2));
    if (state == State::NoChoice) // an event that says nothing is not about it at all
        subject.origin = consent::Subject::Origin::User;
    subject.isPending = state == State::Pending;
    const PlanItem item = planned(subject);
    if (state != State::Given) {
        for (const engine::Forecast &forecast : item.forecasts)
            QVERIFY(forecast.before.isSent() || !forecast.after.isSent());
    }
    if (rows == after && !item.changes.isEmpty() && item.outcome == Outcome::Skipped)
        QVERIFY(!item.changes.constFirst().note.isEmpty());

    const auto report = m_world->planAndPush(subject);
    QVERIFY(report);
    QCOMPARE(report->outcome == Outcome::Invalid, isInvalid);
    QCOMPARE(m_world->sentWrites() > 0, rows != after);
    QList<int> found;
    for (const QString &id : std::as_const(ids)) {
        for (const ConsentRow &row : m_world->consentsOf(m_mail)) {
            if (row.id == id)
                found << int(row.value.value());
        }
    }
    for (const ConsentRow &row : m_world->consentsOf(m_mail)) {
        if (!ids.contains(row.id))
            found << int(row.value.value());
    }
    QCOMPARE(found, after);
}

/// Several users of one person are taken together; an address in their metadata belongs to one of them.
void TestConsentPush::knowsWhoseAddressItIs_data()
{
    QTest::addColumn<QStringList>("addresses"); ///< Of the users, the one who refused first; the newest last.
    QTest::addColumn<Channel>("channel");
    QTest::addColumn<Outcome>("outcome");
    const QString old = u"old@example.com"_s;
    const QString none;
    const auto row = [](const char *name, const QStringList &addresses, Outcome outcome,
                        Channel channel = Channel::Email) { QTest::newRow(name) << addresses << channel << outcome; };
    row("two addresses", {old, u"new@example.com"_s}, Outcome::Invalid);
    row("three users, two addresses", {old, none, u"new@example.com"_s}, Outcome::Invalid);
    row("only the older has one", {old, none}, Outcome::Invalid);
    row("only the newest has one", {none, u"newest@example.com"_s}, Outcome::Created);
    row("nobody has one", {none, none}, Outcome::Skipped);
    row("the same", {old, old}, Outcome::Updated);
    row("the same, spelled otherwise", {u" OLD@example.com "_s, old}, Outcome::Updated);
    row("the same phone number", {u"+33612345678"_s, u"+33 6 12 34 56 78"_s}, Outcome::Updated, Channel::TextMessage);
    row("two phone numbers", {u"+33612345678"_s, u"+33612345679"_s}, Outcome::Invalid, Channel::TextMessage);
}

void TestConsentPush::knowsWhoseAddressItIs()
{
    QFETCH(const QStringList, addresses);
    QFETCH(const Channel, channel);
    QFETCH(const Outcome, outcome);
    m_world->profile.integration.mappings = {
        {.column = ConsentWorld::purpose, .value = u"consents_purposes_newsletter_enabled"_s, .channel = channel}};
    m_world->profile.contactPoints.of(channel) = {.from = ContactPoint::From::Metadata, .name = u"mail"_s};
    QVERIFY(m_world->relink());
    if (!addresses.constFirst().isEmpty())
        QVERIFY(
            !m_world
                 ->addConsent(placeOf(addresses.constFirst().trimmed().toLower(), {}, channel), ConsentValue::OptedIn)
                 .isEmpty());
    QList<consent::Subject> users;
    for (const QString &address : addresses) {
        const QJsonObject purposes = users.isEmpty() ? refused : QJsonObject();
        consent::Subject user =
            m_world->event(m_person, purposes, QDateTime::currentDateTimeUtc().addSecs(2 + users.size()));
        user.origin = consent::Subject::Origin::User;
        user.metadata = {{u"mail"_s, address}};
        users << user;
    }
    m_world->sentWrites();
    const auto plan =
        support::finishOf(engine::planOne(m_world->link(), m_world->surroundings(), &m_world->journal(), users, this));
    QVERIFY(plan);
    const PlanItem item = plan->items.constFirst();
    QCOMPARE(item.outcome, outcome);
    if (item.isWrite()) // phone numbers may be there in other spellings, m_mail addresses not
        QCOMPARE(item.warnings.size(), channel == Channel::TextMessage ? 1 : 0);
    QCOMPARE(item.isWrite(), outcome == Outcome::Created || outcome == Outcome::Updated);
    if (item.isWrite()) {
        QCOMPARE(item.changes.constFirst().consent->address, addresses.constLast());
        return;
    }
    QVERIFY(!item.reason.isEmpty());
    for (const QString &address : addresses)
        QVERIFY(address.isEmpty() || !item.reason.contains(address)); // it is somebody's
}

void TestConsentPush::describesWhatItMakes()
{
    const consent::Subject subject = m_world->event(m_person, {{u"newsletter"_s, false}, {u"sms_marketing"_s, true}});
    const PlanItem item = planned(subject);
    QCOMPARE(item.action(), RowPlan::Action::Create);
    QCOMPARE(item.rows.size(), 2);
    QCOMPARE(item.changes.size(), 2);
    QCOMPARE(item.changes.constFirst().consent->address, m_mail);
    QVERIFY(item.changes.constFirst().columnName.contains(u"Commercial"));
    QCOMPARE(item.rows.constFirst().write->condition, dataverse::Write::Condition::CreateOnly);
    QCOMPARE(item.rows.constFirst().write->rowId, placeOf(m_mail).newRowId());
    QCOMPARE(item.rows.constFirst().write->rowId, placeOf(m_mail.toUpper()).newRowId());
    QVERIFY(item.rows.constFirst().write->rowId != item.rows.constLast().write->rowId);
    const auto report = m_world->planAndPush(subject);
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Created);
    QCOMPARE(report->rows.size(), 2);

    const QList<ConsentRow> rows = m_world->consentsOf(m_mail);
    QCOMPARE(rows.size(), 2);
    for (const ConsentRow &row : rows) {
        const bool isTopic = !row.topicId.isEmpty();
        QCOMPARE(row.value, isTopic ? ConsentValue::OptedIn : ConsentValue::OptedOut);
        QCOMPARE(row.purposeId, ConsentWorld::purpose);
        QCOMPARE(row.topicId, isTopic ? ConsentWorld::topic() : QString());
        QCOMPARE(row.values.value(u"msdynmkt_contactpointconsenttype"_s).toInt(), isTopic ? 534120001 : 534120000);
        QCOMPARE(row.values.value(u"msdynmkt_logicalreason"_s).toInt(), 534119999);
        QCOMPARE(row.values.value(u"msdynmkt_source"_s).toInt(), 534120000);
        QCOMPARE(row.reason, u"didomi-sync;evt="_s + subject.sourceId);
        QCOMPARE(row.values.value(u"msdynmkt_modifiedonbehalf"_s).toString(), u"didomi:"_s + m_person);
    }
    const QList<store::JournalItem> items = m_world->items();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.constFirst().intent.table, u"msdynmkt_contactpointconsent4"_s);
    QVERIFY(items.constFirst().intent.isCreate);
}

/// A topic may hang on one value of a preference: picked is given, not picked is refused.
void TestConsentPush::followsPickedValues()
{
    m_world->profile.integration.mappings.last().value =
        u"consents_purposes_newsletter_preferences_topics-Zx9cVb2n_values_sports-1"_s;
    QVERIFY(m_world->relink());
    const auto eventWith = [this](const QString &picked) {
        QJsonObject json = m_world->eventJson(m_person, {});
        json.insert(
            u"consents"_s,
            QJsonObject{{u"purposes"_s,
                         QJsonArray{QJsonObject{
                             {u"id"_s, u"newsletter"_s},
                             {u"enabled"_s, true},
                             {u"values"_s, QJsonObject{{u"topics-Zx9cVb2n"_s, QJsonObject{{u"value"_s, picked}}}}}}}}});
        return consent::subjectOf(*consent::readEvent(json));
    };
    QCOMPARE(m_world->planAndPush(eventWith(u"sports-1,travel-3"_s))->outcome, Outcome::Created);
    QCOMPARE(valuesOf(m_mail), QList<ConsentValue>{ConsentValue::OptedIn});
    QCOMPARE(valuesOf(m_mail, ConsentWorld::topic()), QList<ConsentValue>{ConsentValue::OptedIn});
    QTest::qWait(5); // Didomi's times are in milliseconds
    QCOMPARE(m_world->planAndPush(eventWith(u"travel-3"_s))->outcome, Outcome::Updated);
    QCOMPARE(valuesOf(m_mail), QList<ConsentValue>{ConsentValue::OptedIn});
    QCOMPARE(valuesOf(m_mail, ConsentWorld::topic()), QList<ConsentValue>{ConsentValue::OptedOut});
}

void TestConsentPush::warnsOfTopicsInVain()
{
    // By this event the purpose is opted out, and the topic in.
    const PlanItem item = planned(m_world->event(m_person, {{u"newsletter"_s, false}, {u"sms_marketing"_s, true}}));
    QCOMPARE(item.warnings.size(), 1);
    QCOMPARE(item.forecasts.size(), 2);
    for (const engine::Forecast &forecast : item.forecasts) {
        QCOMPARE(forecast.before.decision, mapping::Sending::Decision::NoObjection);
        QCOMPARE(forecast.after.decision, mapping::Sending::Decision::PurposeOptedOut);
        QVERIFY(!forecast.reason.isEmpty());
    }
    // It was opted out before.
    QVERIFY(!m_world->addConsent(placeOf(m_mail), ConsentValue::OptedOut).isEmpty());
    const PlanItem below = planned(m_world->event(m_person, {{u"sms_marketing"_s, true}}));
    QCOMPARE(below.action(), RowPlan::Action::Create);
    QCOMPARE(below.warnings.size(), 1);
    QVERIFY(!below.forecasts.constLast().after.isSent());
    // Both are opted in.
    const PlanItem fine = planned(m_world->event(m_person, {{u"newsletter"_s, true}, {u"sms_marketing"_s, true}},
                                                 QDateTime::currentDateTimeUtc().addSecs(2)));
    QVERIFY2(fine.warnings.isEmpty(), qPrintable(fine.warnings.join(u' ')));
    QVERIFY(fine.forecasts.constLast().after.isSent());
}

void TestConsentPush::keepsWhatSomebodyRefusedSince_data()
{
    QTest::addColumn<bool>("isGiven");
    QTest::addColumn<int>("there");
    QTest::addColumn<int>("age"); ///< Of the choice, in seconds.
    QTest::addColumn<int>("outcome");
    const int in = int(ConsentValue::OptedIn);
    const int out = int(ConsentValue::OptedOut);
    QTest::newRow("given before it was opted out") << true << out << 3600 << int(Outcome::Skipped);
    QTest::newRow("given after it was opted out") << true << out << -2 << int(Outcome::Updated);
    QTest::newRow("refused before it was opted in") << false << in << 3600 << int(Outcome::Updated);
    QTest::newRow("given before it was set to nothing")
        << true << int(ConsentValue::NotSet) << 3600 << int(Outcome::Updated);
    QTest::newRow("refused before it was opted out") << false << out << 3600 << int(Outcome::Unchanged);
}

void TestConsentPush::keepsWhatSomebodyRefusedSince()
{
    QFETCH(const bool, isGiven);
    QFETCH(const int, there);
    QFETCH(const int, age);
    QFETCH(const int, outcome);
    QVERIFY(!m_world->addConsent(placeOf(m_mail), ConsentValue(there)).isEmpty());
    const consent::Subject subject =
        m_world->event(m_person, isGiven ? given : refused, QDateTime::currentDateTimeUtc().addSecs(-age));
    const PlanItem item = planned(subject);
    QCOMPARE(item.changes.constFirst().effect == Change::Effect::Older, outcome == int(Outcome::Skipped));
    const auto report = m_world->planAndPush(subject);
    QVERIFY(report);
    QCOMPARE(int(report->outcome), outcome);
    const bool isKept = outcome == int(Outcome::Skipped);
    QCOMPARE(valuesOf(m_mail), QList<ConsentValue>{isKept    ? ConsentValue(there)
                                                   : isGiven ? ConsentValue::OptedIn
                                                             : ConsentValue::OptedOut});
}

/// Two people share an address: the newest choice of either counts for it.
void TestConsentPush::keepsNewerChoicesOfOneAddress()
{
    const QString other = m_world->person(Person::Case::Plain, 1);
    QVERIFY(m_world->setAddress(other, m_mail.toUpper()));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(m_world->planAndPush(m_world->event(m_person, given, now.addSecs(-100)))->outcome, Outcome::Created);
    QCOMPARE(m_world->planAndPush(m_world->event(other, refused, now.addSecs(-50)))->outcome, Outcome::Updated);
    QCOMPARE(m_world->planAndPush(m_world->event(m_person, given, now.addSecs(-80)))->outcome, Outcome::Skipped);
    QCOMPARE(valuesOf(m_mail), QList<ConsentValue>{ConsentValue::OptedOut});
    QCOMPARE(m_world->planAndPush(m_world->event(m_person, given, now))->outcome, Outcome::Updated);
    QCOMPARE(valuesOf(m_mail), QList<ConsentValue>{ConsentValue::OptedIn});
}

void TestConsentPush::writesAnAddressOneAfterTheOther()
{
    const QString other = m_world->person(Person::Case::Plain, 1);
    QVERIFY(m_world->setAddress(other, m_mail));
    const auto one = m_world->plan(m_world->event(m_person, given));
    const auto two = m_world->plan(m_world->event(other, given));
    int most = 0;
    connect(&m_world->network().log(), &net::CallLog::added, this,
            [&] { most = std::max(most, int(m_world->journal().unsettled(m_world->profile.id)->size())); });
    auto *first = engine::push(m_world->link(), m_world->journal(), *one, {}, this);
    auto *second = engine::push(m_world->link(), m_world->journal(), *two, {}, this);
    const auto firstReport = support::finishOf(first);
    const auto secondReport = support::finishOf(second);
    QCOMPARE(firstReport->outcome, Outcome::Created);
    QCOMPARE(secondReport->outcome, Outcome::Unchanged); // somebody was faster, and said the same
    QVERIFY(most <= 1);
    QCOMPARE(valuesOf(m_mail), QList<ConsentValue>{ConsentValue::OptedIn});

    // The same when they disagree: the later one is told, and nothing is mixed up.
    const auto three = m_world->plan(m_world->event(m_person, refused));
    const auto four = m_world->plan(m_world->event(other, refused));
    first = engine::push(m_world->link(), m_world->journal(), *three, {}, this);
    second = engine::push(m_world->link(), m_world->journal(), *four, {}, this);
    QCOMPARE(support::finishOf(first)->outcome, Outcome::Updated);
    QCOMPARE(support::finishOf(second)->outcome, Outcome::Conflict);
    QCOMPARE(valuesOf(m_mail), QList<ConsentValue>{ConsentValue::OptedOut});
    QVERIFY(most <= 1);
}

void TestConsentPush::makesARowOnceWhenAnswersAreLost()
{
    const auto plan = m_world->plan(m_world->event(m_person, given));
    BrokenJournal journal(m_world->journal());
    journal.after = [this](BrokenJournal::Call call) {
        if (call == BrokenJournal::Call::Intend)
            QVERIFY(m_world->sandbox().setFault(u"lost-answer"_s, u"1"_s));
    };
    const auto report = support::finishOf(engine::push(m_world->link(), journal, *plan, {}, this));
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Created);
    QVERIFY(report->isVerified());
    QVERIFY(report->error.message.isEmpty());
    QCOMPARE(valuesOf(m_mail), QList<ConsentValue>{ConsentValue::OptedIn});
}

void TestConsentPush::survivesFaultsOfTheService_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("times");
    for (const char *fault : {"reset", "lost-answer", "truncate", "unavailable", "throttle", "html"}) {
        for (const int times : {1, 3})
            QTest::addRow("%s %d", fault, times) << QString::fromLatin1(fault) << times;
    }
}

/// The fault strikes each request of a push of two rows once. Whatever happens, nothing is told as written that is not,
/// and a second attempt ends with each row there once.
void TestConsentPush::survivesFaultsOfTheService()
{
    QFETCH(const QString, fault);
    QFETCH(const int, times);
    const QJsonObject purposes{{u"newsletter"_s, true}, {u"sms_marketing"_s, true}};
    bool isStruckEverywhere = false;
    for (int request = 0; !isStruckEverywhere; ++request) {
        QVERIFY(request < 30);
        const QString address = u"someone%1.%2"_s.arg(request).arg(m_mail);
        QVERIFY(m_world->setAddress(m_person, address));
        const auto plan = m_world->plan(m_world->event(m_person, purposes));
        QVERIFY(plan);
        int seen = 0;
        bool isSet = false;
        const auto strike = [&] {
            if (seen++ == request) {
                isSet = true;
                QVERIFY(m_world->sandbox().setFault(fault, QString::number(times)));
            }
        };
        strike();
        const auto watch = connect(&m_world->network().log(), &net::CallLog::added, this, strike, Qt::DirectConnection);
        const auto report = m_world->push(*plan);
        disconnect(watch);
        m_world->sandbox().clearFaults();
        isStruckEverywhere = !isSet;

        const qsizetype written = m_world->consentsOf(address).size();
        if (!report)
            QCOMPARE(written, 0); // an error says that nothing was sent
        else if (m_world->journal().unsettled(m_world->profile.id)->isEmpty())
            QCOMPARE(std::count_if(report->rows.cbegin(), report->rows.cend(),
                                   [](const engine::RowReport &row) { return row.outcome == Outcome::Created; }),
                     written);
        QVERIFY(support::finishOf(engine::recover(m_world->link(), m_world->surroundings(), m_world->journal(), this,
                                                  {.grace = std::chrono::milliseconds(-1000)})));
        QVERIFY(m_world->journal().unsettled(m_world->profile.id)->isEmpty());
        QVERIFY(m_world->planAndPush(m_world->event(m_person, purposes)));
        QCOMPARE(valuesOf(address), QList<ConsentValue>{ConsentValue::OptedIn});
        QCOMPARE(valuesOf(address, ConsentWorld::topic()), QList<ConsentValue>{ConsentValue::OptedIn});
    }
}

void TestConsentPush::survivesAFailingJournal()
{
    const QJsonObject purposes{{u"newsletter"_s, false}, {u"sms_marketing"_s, false}};
    for (int failAt = 0;; ++failAt) {
        QVERIFY(failAt < 30);
        const QString address = u"anyone%1@example.com"_s.arg(failAt);
        QVERIFY(m_world->setAddress(m_person, address));
        const auto plan = m_world->plan(m_world->event(m_person, purposes));
        BrokenJournal journal(m_world->journal());
        journal.failAt(failAt);
        const auto report = support::finishOf(engine::push(m_world->link(), journal, *plan, {}, this));
        const qsizetype written = m_world->consentsOf(address).size();
        QVERIFY(report || written == 0);
        if (!journal.hasFailed()) {
            QVERIFY(report);
            QVERIFY(report->error.message.isEmpty());
            QCOMPARE(written, 2);
            break;
        }
        if (report) {
            QVERIFY(!report->error.message.isEmpty()); // no failure is swallowed
            for (const engine::RowReport &row : report->rows)
                QVERIFY(row.outcome == Outcome::Created || row.outcome == Outcome::Rejected);
        }
        QVERIFY(support::finishOf(engine::recover(m_world->link(), m_world->surroundings(), m_world->journal(), this,
                                                  {.grace = std::chrono::milliseconds(-1000)})));
        QVERIFY(m_world->planAndPush(m_world->event(m_person, purposes)));
        QCOMPARE(valuesOf(address), QList<ConsentValue>{ConsentValue::OptedOut});
        QCOMPARE(valuesOf(address, ConsentWorld::topic()), QList<ConsentValue>{ConsentValue::OptedOut});
    }
}

void TestConsentPush::settlesEachRowAfterAKill_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("open");
    QTest::addColumn<int>("settled");
    QTest::newRow("before the first row") << u"before 1"_s << 0 << 0 << 0;
    QTest::newRow("the first row sent") << u"before 2"_s << 1 << 1 << 1;
    QTest::newRow("between the rows") << u"before 3"_s << 1 << 0 << 0;
    QTest::newRow("the second row sent") << u"before 4"_s << 2 << 1 << 1;
}

void TestConsentPush::settlesEachRowAfterAKill()
{
    QFETCH(const QString, moment);
    QFETCH(const int, rows);
    QFETCH(const int, open);
    QFETCH(const int, settled);
    const QJsonObject purposes{{u"newsletter"_s, false}, {u"sms_marketing"_s, false}};
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CHILD_PROFILE"_s, QString::fromUtf8(profile::writeProfile(m_world->profile)));
    environment.insert(u"CHILD_EVENT"_s,
                       QString::fromUtf8(QJsonDocument(m_world->eventJson(m_person, purposes)).toJson()));
    environment.insert(u"CHILD_SECRET"_s, QString::fromUtf8(m_world->secrets.clientSecret.reveal()));
    environment.insert(u"CHILD_DIDOMI_SECRET"_s, QString::fromUtf8(m_world->secrets.didomiSecret.reveal()));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--push-and-die"_s, moment, m_world->journalPath()});
    QVERIFY(child.waitForFinished(60'000));
    QCOMPARE(child.exitCode(), killed);

    QCOMPARE(m_world->consentsOf(m_mail).size(), rows);
    QCOMPARE(m_world->journal().unsettled(m_world->profile.id)->size(), open);
    m_world->sentWrites();
    const auto report = support::finishOf(engine::recover(m_world->link(), m_world->surroundings(), m_world->journal(),
                                                          this, {.grace = std::chrono::milliseconds(-1000)}));
    QVERIFY(report);
    QCOMPARE(report->settled, settled);
    QCOMPARE(report->reopened + report->left, 0);
    QCOMPARE(m_world->sentWrites(), 0); // looking is all it does
    const auto again = m_world->planAndPush(m_world->event(m_person, purposes));
    QVERIFY(again);
    QCOMPARE(again->outcome, rows == 2 ? Outcome::Unchanged : Outcome::Created);
    QCOMPARE(m_world->sentWrites(), 2 - rows);
    QCOMPARE(valuesOf(m_mail), QList<ConsentValue>{ConsentValue::OptedOut});
    QCOMPARE(valuesOf(m_mail, ConsentWorld::topic()), QList<ConsentValue>{ConsentValue::OptedOut});
}

/// The integration was changed to Current mode while a write to a contact was still open.
void TestConsentPush::settlesWhatWasSentInLegacyMode()
{
    const QString rowId = m_world->rowOf(m_person).id;
    QVERIFY(m_world->set(rowId, u"new_newsletterconsent"_s, "true"));
    const auto run =
        m_world->journal().beginRun({.profileId = m_world->profile.id,
                                     .kind = u"push"_s,
                                     .dataverseOrganization = m_world->surroundings().whoAmI.organizationId});
    QVERIFY(m_world->journal().intend(*run, {.person = m_person,
                                             .table = u"contact"_s,
                                             .entitySet = u"contacts"_s,
                                             .address = u"contacts(%1)"_s.arg(rowId),
                                             .rowId = rowId,
                                             .before = "{}",
                                             .after = "{\"new_newsletterconsent\":true}"}));
    const auto report = support::finishOf(engine::recover(m_world->link(), m_world->surroundings(), m_world->journal(),
                                                          this, {.grace = std::chrono::milliseconds(-1000)}));
    QVERIFY(report);
    QCOMPARE(report->settled, 1);
    QVERIFY(m_world->journal().unsettled(m_world->profile.id)->isEmpty());
}

/// One row is changed by somebody else after the plan: the other is written all the same, and both are told.
void TestConsentPush::tellsEachRowsOwnOutcome()
{
    const QString first = m_world->addConsent(placeOf(m_mail), ConsentValue::OptedIn);
    const QString second = m_world->addConsent(placeOf(m_mail), ConsentValue::NotSet);
    const auto plan = m_world->plan(m_world->event(m_person, refused));
    QCOMPARE(plan->items.constFirst().rows.size(), 2);
    QVERIFY(m_world->setConsent(second, u"msdynmkt_value"_s, "534120001"));
    const auto report = m_world->push(*plan);
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Conflict); // the worst
    QVERIFY(!report->reason.isEmpty());
    QCOMPARE(report->rows.size(), 2);
    for (const engine::RowReport &row : report->rows)
        QCOMPARE(row.outcome, row.rowId == first ? Outcome::Updated : Outcome::Conflict);
    QCOMPARE(m_world->planAndPush(m_world->event(m_person, refused))->outcome, Outcome::Updated);
    QCOMPARE(valuesOf(m_mail), (QList<ConsentValue>{ConsentValue::OptedOut, ConsentValue::OptedOut}));
}

void TestConsentPush::takesHostileAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isWritten");
    QTest::newRow("quote") << u"o'neil@example.com"_s << true;
    QTest::newRow("plus") << u"a+b@example.com"_s << true;
    QTest::newRow("ampersand, percent, hash") << u"a&b%27=#@example.com"_s << true;
    QTest::newRow("filter") << u"'or'1'eq'1@example.com"_s << true;
    QTest::newRow("unicode") << u"j\u00f6rg@b\u00fccher.example"_s << true;
    QTest::newRow("beyond the first plane") << u"\U0001F600@example.com"_s << true;
    QTest::newRow("slash, question mark") << u"a/b?c$d@example.com"_s << true;
    QTest::newRow("blanks around") << u"  padded@example.com "_s << true;
    QTest::newRow("no at") << u"example.com"_s << false;
    QTest::newRow("two") << u"a@example.com, b@example.com"_s << false;
    QTest::newRow("a name beside") << u"Ann <a@example.com>"_s << false;
    QTest::newRow("no domain") << u"a@"_s << false;
    QTest::newRow("dots") << u"a@example..com"_s << false;
}

void TestConsentPush::takesHostileAddresses()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isWritten);
    QVERIFY(m_world->setAddress(m_person, address));
    m_world->sentWrites();
    const auto report = m_world->planAndPush(m_world->event(m_person, refused));
    QVERIFY(report);
    QCOMPARE(report->outcome, isWritten ? Outcome::Created : Outcome::Skipped);
    QCOMPARE(m_world->sentWrites(), isWritten ? 1 : 0);
    if (isWritten) {
        QCOMPARE(m_world->consentsOf(address.trimmed()).size(), 1);
        QCOMPARE(m_world->consentsOf(address.trimmed()).constFirst().address, address.trimmed());
    } else {
        QVERIFY(!report->reason.contains(address)); // it is somebody's
    }
    QCOMPARE(m_world->planAndPush(m_world->event(m_person, refused))->outcome,
             isWritten ? Outcome::Unchanged : Outcome::Skipped);
    QCOMPARE(m_world->sentWrites(), 0);
}

void TestConsentPush::findsAddresses_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("channel");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char *title, ContactPoint::From from, const QString &name, Person::Case kind,
                        Channel channel, Outcome outcome) {
        QTest::newRow(title) << int(from) << name << int(kind) << int(channel) << int(outcome);
    };
    using From = ContactPoint::From;
    const QString none;
    row("column", From::Column, u"emailaddress1"_s, Person::Case::Plain, Channel::Email, Outcome::Created);
    row("empty column", From::Column, u"emailaddress3"_s, Person::Case::Plain, Channel::Email, Outcome::Skipped);
    row("no such column", From::Column, u"new_nosuchcolumn"_s, Person::Case::Plain, Channel::Email, Outcome::Invalid);
    row("no contact", From::Column, u"emailaddress1"_s, Person::Case::NoContact, Channel::Email, Outcome::Skipped);
    row("the id itself", From::UserId, none, Person::Case::Plain, Channel::Custom, Outcome::Created);
    row("the id itself, without a contact", From::UserId, none, Person::Case::NoContact, Channel::Custom,
        Outcome::Created);
    row("metadata", From::Metadata, u"mail"_s, Person::Case::NoContact, Channel::Email, Outcome::Created);
    row("no such metadata", From::Metadata, u"phone"_s, Person::Case::Plain, Channel::Email, Outcome::Skipped);
    row("metadata that is no phone number", From::Metadata, u"mail"_s, Person::Case::Plain, Channel::Voice,
        Outcome::Skipped);
}

void TestConsentPush::findsAddresses()
{
    QFETCH(const int, from);
    QFETCH(const QString, name);
    QFETCH(const int, kind);
    QFETCH(const int, channel);
    QFETCH(const int, outcome);
    m_world->profile.integration.mappings = {{.column = ConsentWorld::purpose,
                                              .value = u"consents_purposes_newsletter_enabled"_s,
                                              .channel = Channel(channel)}};
    m_world->profile.contactPoints.of(Channel(channel)) = {.from = ContactPoint::From(from), .name = name};
    QVERIFY(m_world->relink());
    const QString person = m_world->person(Person::Case(kind));
    consent::Subject subject = m_world->event(person, refused);
    subject.metadata = {{u"mail"_s, u"known.to.didomi@example.com"_s}};
    const auto report = m_world->planAndPush(subject);
    QVERIFY(report);
    QCOMPARE(int(report->outcome), outcome);
    if (report->outcome != Outcome::Created) {
        QVERIFY(!report->reason.isEmpty());
        QCOMPARE(m_world->sentWrites(), 0);
        return;
    }
    const QString address = ContactPoint::From(from) == ContactPoint::From::UserId ? person
                            : ContactPoint::From(from) == ContactPoint::From::Metadata
                                ? u"known.to.didomi@example.com"_s
                                : m_mail;
    QList<ConsentRow> rows = m_world->consentsOf(address);
    rows.removeIf([channel](const ConsentRow &row) { return row.channel != Channel(channel); });
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.constFirst().value, ConsentValue::OptedOut);
}

void TestConsentPush::findsPhonesHoweverTheyAreSpelled()
{
    m_world->profile.integration.mappings = {{.column = ConsentWorld::purpose,
                                              .value = u"consents_purposes_newsletter_enabled"_s,
                                              .channel = Channel::TextMessage}};
    QVERIFY(m_world->relink());
    QVERIFY(m_world->setAddress(m_person, u"+49 (170) 123-45"_s, u"mobilephone"_s));
    QVERIFY(!m_world->addConsent(placeOf(u"+4917012345"_s, {}, Channel::TextMessage), ConsentValue::OptedIn).isEmpty());
    QVERIFY(!m_world->addConsent(placeOf(u"4917012345"_s, {}, Channel::TextMessage), ConsentValue::OptedIn).isEmpty());
    const consent::Subject subject = m_world->event(m_person, refused, QDateTime::currentDateTimeUtc().addSecs(2));
    QCOMPARE(planned(subject).warnings.size(), 1); // other spellings are not found
    const auto report = m_world->planAndPush(subject);
    QVERIFY(report);
    // The same number in both spellings, as how journeys compare them is not known.
    QCOMPARE(valuesOf(u"+4917012345"_s), QList<ConsentValue>{ConsentValue::OptedOut});
    QCOMPARE(valuesOf(u"+49 (170) 123-45"_s), QList<ConsentValue>{ConsentValue::OptedOut});
    QCOMPARE(valuesOf(u"4917012345"_s), QList<ConsentValue>{ConsentValue::OptedIn}); // another country's
}

void TestConsentPush::refusesWhatCannotBeWritten_data()
{
    QTest::addColumn<QList<profile::Mapping>>("mappings");
    using Kind = profile::Mapping::Action::Kind;
    const QString path = u"consents_purposes_newsletter_enabled"_s;
    const profile::Mapping fine{.column = ConsentWorld::purpose, .value = path};
    QTest::newRow("nobody's id") << QList<profile::Mapping>{
        fine, {.column = u"00000000-1111-2222-3333-444444444444"_s, .value = path}};
    QTest::newRow("a column") << QList<profile::Mapping>{fine, {.column = u"donotbulkemail"_s, .value = path}};
    QTest::newRow("inverted") << QList<profile::Mapping>{
        {.column = ConsentWorld::purpose, .value = path, .polarity = profile::Mapping::Polarity::Inverted}};
    QTest::newRow("two that disagree") << QList<profile::Mapping>{
        fine, {.column = ConsentWorld::purpose.toUpper(), .value = u"consents_purposes_sms_marketing_enabled"_s}};
    QTest::newRow("refused writes opted in")
        << QList<profile::Mapping>{{.column = ConsentWorld::purpose, .value = path, .refusedLiteral = u"534120001"_s}};
    QTest::newRow("refused writes a word") << QList<profile::Mapping>{
        {.column = ConsentWorld::purpose, .value = path, .refusedLiteral = u"no"_s, .refusedAction = Kind::Literal}};
    QTest::newRow("a text") << QList<profile::Mapping>{
        fine, {.column = ConsentWorld::topic(), .value = u"organization_user_id"_s}};
}

void TestConsentPush::refusesWhatCannotBeWritten()
{
    QFETCH(const QList<profile::Mapping>, mappings);
    m_world->profile.integration.mappings = mappings;
    QVERIFY(m_world->relink());
    m_world->sentWrites();
    const auto report =
        m_world->planAndPush(m_world->event(m_person, {{u"newsletter"_s, false}, {u"sms_marketing"_s, true}}));
    QVERIFY(report);
    QCOMPARE(report->outcome, Outcome::Invalid);
    QVERIFY(!report->reason.isEmpty());
    QCOMPARE(m_world->sentWrites(), 0);
    QVERIFY(m_world->consentsOf(m_mail).isEmpty());
}

void TestConsentPush::writesNotSetWhenTheMappingSaysSo()
{
    m_world->profile.integration.mappings = {{.column = ConsentWorld::purpose,
                                              .value = u"consents_purposes_newsletter_enabled"_s,
                                              .noChoice = profile::Mapping::NoChoice::Clear}};
    QVERIFY(m_world->relink());
    m_world->sentWrites();
    consent::Subject nothing = m_world->event(m_person, {}, QDateTime::currentDateTimeUtc().addSecs(2));
    nothing.origin = consent::Subject::Origin::User;
    const PlanItem none = planned(nothing);
    QCOMPARE(none.outcome, Outcome::Skipped); // no row is made to say nothing
    QVERIFY(!m_world->addConsent(placeOf(m_mail), ConsentValue::OptedIn).isEmpty());
    const PlanItem item = planned(nothing);
    QCOMPARE(item.action(), RowPlan::Action::Update);
    QCOMPARE(item.rows.constFirst().write->cells.constFirst().json, "534120000");
}

void TestConsentPush::tellsWhenThereAreNoConsentTables()
{
    QVERIFY(m_world->sandbox().setFault(u"consent-tables"_s, u"missing"_s));
    const auto found = support::finishOf(bridge::survey(m_world->link(), this));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, core::Error::Kind::NotFound);
    QVERIFY(!found.error().fix.isEmpty());
    QVERIFY(found.error().message.contains(u"msdynmkt_contactpointconsent4"));
}

/// What is beyond the limit would be taken for "there is no row".
void TestConsentPush::isNeverCutOffWithoutAWord()
{
    QVERIFY(!m_world->addConsent(placeOf(m_mail), ConsentValue::OptedIn).isEmpty());
    QVERIFY(!m_world->addConsent(placeOf(m_mail), ConsentValue::OptedOut).isEmpty());
    const auto find = [this](const QStringList &addresses, int limit) {
        return support::finishOf(dataverse::findAnyOf(
            m_world->link().dataverseService(), m_world->link().tokens(),
            m_world->link().instance().apiUrl(m_world->profile.options.apiVersion),
            m_world->surroundings().consentTable, mapping::consentcolumn::address, addresses, {}, limit, this));
    };
    const auto enough = find({u"nobody@example.com"_s, m_mail.toUpper()}, 2);
    QVERIFY(enough);
    QCOMPARE(enough->size(), 2);
    const auto tooMany = find({m_mail}, 1);
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().kind, core::Error::Kind::Conflict);
    QVERIFY(!tooMany.error().message.contains(m_mail));
    QVERIFY(find({}, 1)->isEmpty());
    QVERIFY(!find({QString()}, 1)); // would find every row that has no address
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--push-and-die"_L1)
        return pushAndDie(arguments.mid(2));
    TestConsentPush test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_consentpush.moc"
