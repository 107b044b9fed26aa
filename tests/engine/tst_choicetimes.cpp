#include "engine/choicetimes.h"
#include "engine/consentworld.h"
#include "engine/subjects.h"
#include "support/finish.h"

#include <QTest>

using namespace Qt::StringLiterals;
using engine::Change;
using engine::Plan;
using mapping::ConsentValue;
using sandbox::Person;
using store::Outcome;
using support::ConsentWorld;
using support::World;

namespace {

const QString newsletterColumn = u"new_newsletterconsent"_s;
const QJsonObject given{{u"newsletter"_s, true}};
const QJsonObject refused{{u"newsletter"_s, false}};
const QJsonObject unrelated{{u"sms_marketing"_s, true}};

core::Result<Plan> planOf(World &world, const QString &person)
{
    const auto subjects = support::finishOf(engine::subjectsOf(world.link(), person, &world.link()));
    if (!subjects)
        return subjects.error();
    return support::finishOf(
        engine::planOne(world.link(), world.surroundings(), &world.journal(), *subjects, &world.link()));
}

Outcome pushOf(World &world, const QString &person)
{
    const auto plan = planOf(world, person);
    const auto report = plan ? world.push(*plan) : core::Result<engine::PushReport>(plan.error());
    return report ? report->outcome : Outcome::Rejected;
}

/// Times of Didomi and Dataverse are whole seconds at most.
void letTimePass()
{
    QTest::qWait(1'100);
}

} // namespace

/// A user has one time for everything: a change of one choice must not make another one seem new.
class TestChoiceTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasRefusedInDynamics()
    {
        World world;
        QVERIFY(world.connect());
        const QString person = world.person(Person::Case::Plain);
        QVERIFY(world.tellDidomi(person, given));
        const Outcome first = pushOf(world, person);
        QVERIFY(first == Outcome::Updated || first == Outcome::Unchanged);
        letTimePass();
        QVERIFY(world.set(world.rowOf(person).id, newsletterColumn, "false")); // somebody refused, on the phone
        letTimePass();
        QVERIFY(world.tellDidomi(person, unrelated));
        const auto plan = planOf(world, person);
        QVERIFY(plan);
        for (const Change &change : plan->items.constFirst().changes) {
            if (change.column == newsletterColumn) {
                QCOMPARE(change.effect, Change::Effect::Older);
                QVERIFY(!change.note.isEmpty());
            }
        }
        QVERIFY(world.push(*plan));
        QCOMPARE(world.rowOf(person).values[newsletterColumn], QJsonValue(false));

        letTimePass();
        QVERIFY(world.tellDidomi(person, given)); // now it is new
        QCOMPARE(pushOf(world, person), Outcome::Updated);
        QCOMPARE(world.rowOf(person).values[newsletterColumn], QJsonValue(true));
    }

    void anOlderEventIsNotMadeNewByAnother()
    {
        World world;
        QVERIFY(world.connect());
        const QString person = world.person(Person::Case::Plain);
        QVERIFY(world.set(world.rowOf(person).id, newsletterColumn, "true"));
        const consent::Subject givenOnce = world.event(person, given);
        QVERIFY(world.tellDidomi(person, given));
        letTimePass();
        QVERIFY(world.planAndPush(world.event(person, refused)));
        QCOMPARE(world.rowOf(person).values[newsletterColumn], QJsonValue(false));
        letTimePass();
        const consent::Subject later = world.event(person, unrelated);
        const auto plan = support::finishOf(
            engine::planOne(world.link(), world.surroundings(), &world.journal(), {later, givenOnce}, &world.link()));
        QVERIFY(plan);
        for (const Change &change : plan->items.constFirst().changes) {
            if (change.column == newsletterColumn)
                QCOMPARE(change.effect, Change::Effect::Older);
        }
        QVERIFY(world.push(*plan));
        QCOMPARE(world.rowOf(person).values[newsletterColumn], QJsonValue(false));
    }

    void refusalsAreNeverHeldUp()
    {
        World world;
        QVERIFY(world.connect());
        const QString person = world.person(Person::Case::Plain);
        QVERIFY(world.tellDidomi(person, refused));
        const Outcome first = pushOf(world, person);
        QVERIFY(first == Outcome::Updated || first == Outcome::Unchanged);
        letTimePass();
        QVERIFY(world.set(world.rowOf(person).id, newsletterColumn, "true"));
        QVERIFY(world.tellDidomi(person, unrelated));
        QCOMPARE(pushOf(world, person), Outcome::Updated);
        QCOMPARE(world.rowOf(person).values[newsletterColumn], QJsonValue(false));
    }

    void keepsWhatWasRefusedInAConsentRow()
    {
        ConsentWorld world;
        world.mapPurposeAndTopic();
        QVERIFY(world.connect());
        const QString id = world.person(Person::Case::Plain);
        const QString address = u"first.last@example.com"_s;
        QVERIFY(world.setAddress(id, address));
        QVERIFY(world.tellDidomi(id, given));
        QVERIFY(pushOf(world, id) != Outcome::Rejected);
        QVERIFY(valueOf(world, address) == ConsentValue::OptedIn);
        letTimePass();
        for (const mapping::ConsentRow &row : world.consentsOf(address)) // unsubscribed by a link
            QVERIFY(world.setConsent(row.id, mapping::consentcolumn::value, "534120002"));
        letTimePass();
        QVERIFY(world.tellDidomi(id, unrelated));
        QVERIFY(pushOf(world, id) != Outcome::Rejected);
        QVERIFY(valueOf(world, address) == ConsentValue::OptedOut);
        letTimePass();
        QVERIFY(world.tellDidomi(id, given));
        QCOMPARE(pushOf(world, id), Outcome::Updated);
        QVERIFY(valueOf(world, address) == ConsentValue::OptedIn);
    }

    void anotherInstallationsRefusalIsNotUndone()
    {
        ConsentWorld world;
        world.mapPurposeAndTopic();
        QVERIFY(world.connect());
        const QString id = world.person(Person::Case::Plain);
        const QString address = u"first.last@example.com"_s;
        QVERIFY(world.setAddress(id, address));
        QVERIFY(world.tellDidomi(id, refused));
        QVERIFY(pushOf(world, id) != Outcome::Rejected);
        QVERIFY(valueOf(world, address) == ConsentValue::OptedOut);
        // The same application user on another computer, whose journal knows nothing of that.
        const auto journal = store::Journal::open(world.folder() + u"/elsewhere.sqlite"_s);
        QVERIFY(journal);
        const auto old = world.event(id, given, QDateTime::currentDateTimeUtc().addDays(-30));
        const auto plan = support::finishOf(
            engine::planOne(world.link(), world.surroundings(), journal->get(), {old}, &world.link()));
        QVERIFY(plan);
        QVERIFY(support::finishOf(engine::push(world.link(), **journal, *plan, {}, &world.link())));
        QVERIFY(valueOf(world, address) == ConsentValue::OptedOut);
    }

    void readsTheNewestThatSaysAnything()
    {
        const QDateTime then({2026, 11, 1}, {8, 0}, Qt::UTC);
        const auto path = [](const QString &purpose) {
            return consent::ValuePath{.kind = consent::ValuePath::Kind::Purpose, .purposeId = purpose};
        };
        const auto event = [&then](int days, const QString &purpose, consent::Choice choice) {
            consent::Event one;
            one.createdAt = then.addDays(days);
            one.consents.purposes = {{.id = purpose, .choice = choice}};
            return one;
        };
        const QList<consent::ValuePath> paths{path(u"a"_s), path(u"b"_s), path(u"c"_s)};
        const QList<engine::Statement> statements(
            3, {.finding = {.kind = consent::Finding::Kind::Choice, .choice = consent::Choice::Given}});
        engine::ChoiceTimes times(then.addDays(9));
        QCOMPARE(times.of(0), then.addDays(9));
        QVERIFY(!times.isRead());
        times.read(
            paths, statements,
            QList<consent::Event>{event(1, u"a"_s, consent::Choice::Given), event(3, u"a"_s, consent::Choice::Given),
                                  event(2, u"a"_s, consent::Choice::Refused), event(1, u"b"_s, consent::Choice::Given),
                                  event(4, u"b"_s, consent::Choice::Refused)});
        QCOMPARE(times.of(0), then.addDays(3));
        QVERIFY(!times.of(1).isValid()); // the events say otherwise than the user: something is on its way
        QVERIFY(!times.of(2).isValid()); // no event says so
        QVERIFY(times.isRead(0) && times.isRead(2));

        engine::ChoiceTimes imported(then);
        imported.read(paths, statements, QList<consent::Event>());
        QCOMPARE(imported.of(0), then); // brought in without events
        engine::ChoiceTimes unreadable(then);
        unreadable.read(paths, statements, std::nullopt);
        QVERIFY(!unreadable.of(0).isValid());
    }

private:
    /// Of the purpose; what is not there once is not told.
    static std::optional<ConsentValue> valueOf(ConsentWorld &world, const QString &address)
    {
        QList<mapping::ConsentRow> rows = world.consentsOf(address);
        rows.removeIf([](const mapping::ConsentRow &row) { return !row.topicId.isEmpty(); });
        return rows.size() == 1 ? rows.constFirst().value : std::nullopt;
    }
};

QTEST_GUILESS_MAIN(TestChoiceTimes)
#include "tst_choicetimes.moc"
