#include "engine/livefeed.h"
#include "engine/world.h"
#include "support/finish.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::FeedItem;
using engine::LiveFeed;
using sandbox::Person;
using store::Outcome;

namespace {

const QString newsletterColumn = u"new_newsletterconsent"_s;
const QJsonObject given{{u"newsletter"_s, true}};
constexpr std::chrono::milliseconds often{50};

} // namespace

/// The live feed against a Didomi whose people change their minds.
class TestLiveFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWithNothing();
    void pushesWhatChanges();
    void handlesEachChangeOnce();
    void plansOnlyInADryRun();
    void goesOnAfterAPause();
    void tellsWhyNothingIsWritten();
    void goesOnAfterErrorsOfDidomi();
    void keepsWhatCouldNotBeWritten();
    void readsEveryPage();

private:
    bool waitForRound(int rounds = 1);
    bool waitForDone(int items);
    int doneItems() const;
    void prepareRow(const QString &person);

    std::unique_ptr<support::World> m_world;
    std::unique_ptr<LiveFeed> m_feed;
};

void TestLiveFeed::init()
{
    m_feed.reset();
    m_world = std::make_unique<support::World>();
    QVERIFY(m_world->connect());
    m_feed = std::make_unique<LiveFeed>(m_world->link(), m_world->surroundings(), m_world->journal());
}

bool TestLiveFeed::waitForRound(int rounds)
{
    QSignalSpy spy(m_feed.get(), &LiveFeed::roundFinished);
    while (spy.size() < rounds) {
        if (!spy.wait(20'000))
            return false;
    }
    return true;
}

int TestLiveFeed::doneItems() const
{
    return int(std::count_if(m_feed->items().cbegin(), m_feed->items().cend(),
                             [](const FeedItem &item) { return item.state == FeedItem::State::Done; }));
}

bool TestLiveFeed::waitForDone(int items)
{
    QSignalSpy spy(m_feed.get(), &LiveFeed::itemChanged);
    while (doneItems() < items) {
        if (!spy.wait(20'000))
            return false;
    }
    return true;
}

void TestLiveFeed::prepareRow(const QString &person)
{
    QVERIFY(m_world->set(m_world->rowOf(person).id, newsletterColumn, "false"));
    QVERIFY(m_world->set(m_world->rowOf(person).id, u"donotbulkemail"_s, "true"));
}

void TestLiveFeed::beginsWithNothing()
{
    QSignalSpy running(m_feed.get(), &LiveFeed::runningChanged);
    m_feed->start(often);
    QVERIFY(m_feed->isRunning());
    QCOMPARE(running.size(), 1);
    QVERIFY(waitForRound(2));
    QVERIFY(m_feed->items().isEmpty());
    QVERIFY(m_feed->usersSeen() >= 40);
    QVERIFY(m_feed->lastProblem().message.isEmpty());
    QCOMPARE(m_world->sentWrites(), 0);
    m_feed->stop();
    QCOMPARE(running.size(), 2);
}

void TestLiveFeed::pushesWhatChanges()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person);
    m_feed->start(often);
    QVERIFY(waitForRound());
    QSignalSpy added(m_feed.get(), &LiveFeed::itemAdded);
    QVERIFY(m_world->tellDidomi(person, given));
    QVERIFY(waitForDone(1));
    QCOMPARE(added.size(), 1);
    const FeedItem item = m_feed->items().constFirst();
    QCOMPARE(item.person, person);
    QVERIFY(item.plan);
    QVERIFY(item.report);
    QCOMPARE(item.report->outcome, Outcome::Updated);
    QVERIFY(item.arrivedAt.isValid() && item.changedAt.isValid());
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(true));
    QCOMPARE(m_world->items().size(), 1);
}

void TestLiveFeed::handlesEachChangeOnce()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person);
    m_feed->start(often);
    QVERIFY(waitForRound());
    QVERIFY(m_world->tellDidomi(person, given));
    QVERIFY(waitForDone(1));
    QVERIFY(waitForRound(4)); // still within the look-back
    QCOMPARE(m_feed->items().size(), 1);
    QVERIFY(m_world->tellDidomi(person, {{u"newsletter"_s, false}}));
    QVERIFY(waitForDone(2));
    QVERIFY(waitForRound(2));
    QCOMPARE(m_feed->items().size(), 2);
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(false));
}

void TestLiveFeed::plansOnlyInADryRun()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person);
    m_feed->setDryRun(true);
    m_feed->start(often);
    QVERIFY(waitForRound());
    QVERIFY(m_world->tellDidomi(person, given));
    QVERIFY(waitForDone(1));
    const FeedItem item = m_feed->items().constFirst();
    QVERIFY(item.isDryRun);
    QCOMPARE(item.plan->items.constFirst().action(), engine::PlanItem::Action::Update);
    QVERIFY(!item.report);
    QCOMPARE(m_world->sentWrites(), 0);
    QVERIFY(m_world->items().isEmpty());
}

void TestLiveFeed::goesOnAfterAPause()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person);
    m_feed->start(often);
    QVERIFY(waitForRound());
    m_feed->stop();
    const qint64 last = m_world->network().log().calls().constLast().id;
    QVERIFY(m_world->tellDidomi(person, given));
    QTest::qWait(4 * int(often.count()));
    QVERIFY(m_world->network().log().callsAfter(last).size() <= 1); // one may just have ended
    QVERIFY(m_feed->items().isEmpty());
    m_feed->start(often);
    QVERIFY(waitForDone(1));
    QCOMPARE(m_feed->items().constFirst().report->outcome, Outcome::Updated);
}

void TestLiveFeed::tellsWhyNothingIsWritten()
{
    const QString person = m_world->person(Person::Case::NoContact);
    m_feed->start(often);
    QVERIFY(waitForRound());
    QVERIFY(m_world->tellDidomi(person, given));
    QVERIFY(waitForDone(1));
    const FeedItem item = m_feed->items().constFirst();
    QCOMPARE(item.report->outcome, Outcome::Skipped);
    QVERIFY(!item.report->reason.isEmpty());
    QCOMPARE(m_world->items().constFirst().settlement->outcome, Outcome::Skipped);
}

void TestLiveFeed::goesOnAfterErrorsOfDidomi()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person);
    m_feed->start(often);
    QVERIFY(waitForRound());
    QVERIFY(m_world->sandbox().setFault(u"unavailable"_s, u"didomi:1000"_s));
    QVERIFY(waitForRound(2));
    QVERIFY(!m_feed->lastProblem().message.isEmpty());
    QVERIFY(m_feed->isRunning());
    m_world->sandbox().clearFaults();
    QVERIFY(m_world->tellDidomi(person, given));
    QVERIFY(waitForDone(1));
    QCOMPARE(m_feed->items().constFirst().report->outcome, Outcome::Updated);
    QTRY_VERIFY(m_feed->lastProblem().message.isEmpty());
}

void TestLiveFeed::keepsWhatCouldNotBeWritten()
{
    const QString person = m_world->person(Person::Case::Plain);
    prepareRow(person);
    m_feed->start(often);
    QVERIFY(waitForRound());
    QVERIFY(m_world->sandbox().setFault(u"unavailable"_s, u"1000"_s));
    QVERIFY(m_world->tellDidomi(person, given));
    QTRY_VERIFY(!m_feed->items().isEmpty() && !m_feed->items().constFirst().error.message.isEmpty());
    QVERIFY(m_feed->items().constFirst().state != FeedItem::State::Done);
    m_world->sandbox().clearFaults();
    QVERIFY(waitForDone(1));
    QCOMPARE(m_feed->items().size(), 1);
    QCOMPARE(m_feed->items().constFirst().report->outcome, Outcome::Updated);
    QCOMPARE(m_world->rowOf(person).values.value(newsletterColumn), QJsonValue(true));
}

void TestLiveFeed::readsEveryPage()
{
    m_feed.reset();
    m_world = std::make_unique<support::World>(sandbox::Options{.contacts = 250, .didomiRequestLimit = 0});
    QVERIFY(m_world->connect());
    m_feed = std::make_unique<LiveFeed>(m_world->link(), m_world->surroundings(), m_world->journal());
    m_feed->start(often);
    QVERIFY(waitForRound());
    QVERIFY(m_feed->usersSeen() >= 250);
    const QString person = m_world->person(Person::Case::Plain, 200); // not on the first page
    prepareRow(person);
    QVERIFY(m_world->tellDidomi(person, given));
    QVERIFY(waitForDone(1));
    QCOMPARE(m_feed->items().constFirst().person, person);
}

QTEST_GUILESS_MAIN(TestLiveFeed)

#include "tst_livefeed.moc"
