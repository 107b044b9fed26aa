#include "models/arrivalmodel.h"
#include "models/feedmodel.h"
#include "models/mask.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::FeedItem;
using models::ArrivalModel;
using models::FeedModel;
using models::Sign;

namespace {

using Column = FeedModel::Column;

FeedItem arrival(qint64 number, const QString &person = {})
{
    return {.number = number,
            .person = person.isEmpty() ? u"person-%1@example.com"_s.arg(number) : person,
            .arrivedAt = QDateTime({2026, 3, 5}, {9, 30}, Qt::UTC),
            .changedAt = QDateTime({2026, 3, 5}, {9, 29}, Qt::UTC),
            .source = u"webhook"_s};
}

FeedItem ended(FeedItem item, store::Outcome outcome)
{
    item.state = FeedItem::State::Done;
    item.report = engine::PushReport{.outcome = outcome};
    item.duration = std::chrono::milliseconds(120);
    return item;
}

/// A plan that writes a choice and a name.
engine::Plan planFor(const QString &person)
{
    engine::Change choice{.source = u"Newsletter"_s, .found = u"given"_s, .column = u"donotbulkemail"_s};
    choice.finding = {.kind = consent::Finding::Kind::Choice, .choice = consent::Choice::Given};
    choice.effect = engine::Change::Effect::Write;
    engine::Change name{.source = u"First name"_s, .found = u"Marguerite"_s, .column = u"firstname"_s};
    name.finding = {.kind = consent::Finding::Kind::Text, .text = u"Marguerite"_s};
    name.effect = engine::Change::Effect::Write;
    name.nowShown = u"Margot"_s;
    engine::PlanItem item{.person = person, .changes = {choice, name}};
    item.subject.organizationUserId = person;
    item.rows = {engine::RowPlan{.action = engine::RowPlan::Action::Update, .rowName = u"Marguerite Petit"_s}};
    item.rows.first().write.emplace();
    return engine::Plan{.items = {item}};
}

QString shown(const QAbstractItemModel &model, int row, Column column, int role = Qt::DisplayRole)
{
    return model.index(row, int(column)).data(role).toString();
}

/// Every text that a model would show, in whatever role.
QString allTexts(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                                   int(Qt::StatusTipRole), int(Qt::EditRole), int(Qt::AccessibleDescriptionRole),
                                   int(models::SecondaryRole), int(models::WasRole)})
                texts << model.index(row, column).data(role).toString();
        }
    }
    return texts.join(u'\n');
}

} // namespace

/// What arrives, as the window lists it.
class TestFeedModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestIsOnTopAndChangesInPlace();
    void tenThousandArrivalsAreFewSignals();
    void listStaysBounded();
    void changesComeInRanges();
    void filterFollowsWhatBecomesOfThem();
    void manyLeaveTheFilterAtOnce();
    void clearingKeepsWhatIsInWork();
    void saysWhatChangedAndWhatBecameOfIt_data();
    void saysWhatChangedAndWhatBecameOfIt();
    void maskedPeopleAreNowhere();
    void maskTakesOutEveryForm_data();
    void maskTakesOutEveryForm();
    void parkedOnesComeAndGo();
};

void TestFeedModel::newestIsOnTopAndChangesInPlace()
{
    FeedModel model;
    QAbstractItemModelTester tester(&model);
    for (int number = 1; number <= 3; ++number)
        model.put(arrival(number));
    QCOMPARE(model.rowCount(), 0); // not before the tick
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(model.item(0).number, 3);
    QCOMPARE(model.rowOf(1), 2);
    model.put(ended(arrival(2), store::Outcome::Updated));
    model.flush();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.item(1).number, 2);
    QCOMPARE(model.index(1, int(Column::State)).data(models::SignRole).toInt(), int(Sign::Passed));
    QCOMPARE(shown(model, 1, Column::State), store::outcomeText(store::Outcome::Updated));
    QVERIFY(!model.find(7));
    QCOMPARE(model.find(2)->state, FeedItem::State::Done);
}

void TestFeedModel::tenThousandArrivalsAreFewSignals()
{
    FeedModel model;
    QSignalSpy inserted(&model, &FeedModel::rowsInserted);
    QSignalSpy removed(&model, &FeedModel::rowsRemoved);
    QSignalSpy changed(&model, &FeedModel::dataChanged);
    QSignalSpy reset(&model, &FeedModel::modelReset);
    constexpr int arrivals = 10'000;
    constexpr int ticks = 20;
    for (int tick = 0; tick < ticks; ++tick) {
        for (int i = 1; i <= arrivals / ticks; ++i) {
            const qint64 number = tick * (arrivals / ticks) + i;
            model.put(arrival(number));
            FeedItem planning = arrival(number);
            planning.state = FeedItem::State::Planning;
            model.put(planning);
            if (number > 100)
                model.put(ended(arrival(number - 100), store::Outcome::Updated));
        }
        model.flush();
    }
    QCOMPARE(model.rowCount(), FeedModel::keptItems);
    QCOMPARE(model.item(0).number, arrivals);
    QCOMPARE(inserted.size(), ticks);
    QVERIFY(removed.size() <= ticks);
    QVERIFY(changed.size() <= ticks);
    QCOMPARE(reset.size(), 0);
}

void TestFeedModel::listStaysBounded()
{
    FeedModel model;
    QAbstractItemModelTester tester(&model);
    for (int number = 1; number <= FeedModel::keptItems + 50; ++number)
        model.put(arrival(number)); // more than there is room for, at once
    model.flush();
    QCOMPARE(model.count(), FeedModel::keptItems);
    for (int number = FeedModel::keptItems + 51; number <= FeedModel::keptItems + 60; ++number)
        model.put(arrival(number));
    model.flush();
    QCOMPARE(model.rowCount(), FeedModel::keptItems);
    QCOMPARE(model.item(0).number, FeedModel::keptItems + 60);
    QCOMPARE(model.item(FeedModel::keptItems - 1).number, 61);
    QVERIFY(!model.find(60));
    model.put(ended(arrival(60), store::Outcome::Created)); // its turn came late: it is shown again
    model.flush();
    QCOMPARE(model.rowOf(60), 0);
    QCOMPARE(model.count(), FeedModel::keptItems);
}

void TestFeedModel::changesComeInRanges()
{
    FeedModel model;
    for (int number = 1; number <= 100; ++number)
        model.put(arrival(number));
    model.flush();
    QSignalSpy changed(&model, &FeedModel::dataChanged);
    for (int number = 20; number <= 29; ++number)
        model.put(ended(arrival(number), store::Outcome::Unchanged));
    model.flush();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), model.rowOf(29));
    QCOMPARE(changed.first().at(1).toModelIndex().row(), model.rowOf(20));
}

void TestFeedModel::filterFollowsWhatBecomesOfThem()
{
    FeedModel model;
    QAbstractItemModelTester tester(&model);
    for (int number = 1; number <= 10; ++number)
        model.put(arrival(number));
    model.setFilter({}, FeedModel::Show::Written);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.count(), 10);
    for (const int number : {2, 7, 5})
        model.put(ended(arrival(number), store::Outcome::Updated));
    FeedItem parked = ended(arrival(9), store::Outcome::Rejected);
    parked.isParked = true;
    model.put(parked);
    model.flush();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.item(0).number, 7); // in their own order
    QCOMPARE(model.item(2).number, 2);
    QCOMPARE(model.rowOf(9), -1);
    FeedItem again = arrival(7); // on its way again
    again.state = FeedItem::State::Planning;
    model.put(again);
    model.flush();
    QCOMPARE(model.rowCount(), 2);
    model.setFilter({}, FeedModel::Show::Failed);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.item(0).number, 9);
    model.setFilter(u"PERSON-3@"_s, FeedModel::Show::Everything);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.item(0).number, 3);
    model.setFilter(u"nobody"_s, FeedModel::Show::Everything);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.isFiltered());
    model.setFilter({}, FeedModel::Show::Everything);
    QCOMPARE(model.rowCount(), 10);
}

void TestFeedModel::manyLeaveTheFilterAtOnce()
{
    FeedModel model;
    QAbstractItemModelTester tester(&model);
    for (int number = 1; number <= 1'000; ++number)
        model.put(arrival(number));
    model.flush();
    model.setFilter({}, FeedModel::Show::InWork);
    QCOMPARE(model.rowCount(), 1'000);
    for (int number = 1; number <= 1'000; number += 2)
        model.put(ended(arrival(number), store::Outcome::Updated));
    model.flush();
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.item(0).number, 1'000);
    QCOMPARE(model.item(499).number, 2);
}

void TestFeedModel::clearingKeepsWhatIsInWork()
{
    FeedModel model;
    QAbstractItemModelTester tester(&model);
    model.put(ended(arrival(1), store::Outcome::Updated));
    model.put(arrival(2));
    model.clearDone(); // also what the tick would have brought
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.item(0).number, 2);
    model.put(ended(arrival(2), store::Outcome::Skipped));
    model.flush();
    QCOMPARE(model.rowCount(), 1);
}

void TestFeedModel::saysWhatChangedAndWhatBecameOfIt_data()
{
    QTest::addColumn<FeedItem>("item");
    QTest::addColumn<QString>("standing");
    QTest::addColumn<int>("sign");
    const FeedItem fresh = arrival(1);
    QTest::newRow("waiting") << fresh << u"waiting"_s << int(Sign::Waiting);
    FeedItem failed = fresh;
    failed.error = {.kind = core::Error::Kind::Network, .message = u"Gone."_s};
    QTest::newRow("will be tried again") << failed << u"will be tried again"_s << int(Sign::Warning);
    FeedItem pushing = fresh;
    pushing.state = FeedItem::State::Pushing;
    QTest::newRow("writing") << pushing << u"writing"_s << int(Sign::Running);
    FeedItem parked = failed;
    parked.state = FeedItem::State::Done;
    parked.isParked = true;
    QTest::newRow("parked") << parked << u"parked"_s << int(Sign::Failed);
    FeedItem rehearsed = fresh;
    rehearsed.state = FeedItem::State::Done;
    rehearsed.isDryRun = true;
    rehearsed.plan = planFor(fresh.person);
    QTest::newRow("dry run") << rehearsed << u"would update"_s << int(Sign::Planned);
    QTest::newRow("unchanged") << ended(fresh, store::Outcome::Unchanged)
                               << store::outcomeText(store::Outcome::Unchanged)
                               << int(models::signOf(store::Outcome::Unchanged));
}

void TestFeedModel::saysWhatChangedAndWhatBecameOfIt()
{
    QFETCH(FeedItem, item);
    QFETCH(QString, standing);
    QFETCH(int, sign);
    FeedModel model;
    model.put(item);
    model.flush();
    QCOMPARE(shown(model, 0, Column::State), standing);
    QCOMPARE(model.index(0, int(Column::State)).data(models::SignRole).toInt(), sign);
    QCOMPARE(shown(model, 0, Column::Source), u"webhook"_s);
    if (item.plan)
        QCOMPARE(shown(model, 0, Column::Changed),
                 QLocale().createSeparatedList({u"Newsletter: given"_s, u"First name: Marguerite"_s}));
    if (!item.error.message.isEmpty())
        QCOMPARE(shown(model, 0, Column::State, models::SecondaryRole), item.error.message);
}

void TestFeedModel::maskedPeopleAreNowhere()
{
    const QString person = u"marguerite.petit@example.com"_s;
    FeedItem item = arrival(1, person);
    item.state = FeedItem::State::Done;
    item.plan = planFor(person);
    item.error = {.kind = core::Error::Kind::Rejected,
                  .message = u"Marguerite Petit (%1) was refused."_s.arg(person),
                  .fix = u"Ask Marguerite."_s};
    FeedModel model;
    model.put(item);
    model.flush();
    QVERIFY(allTexts(model).contains(person));
    QSignalSpy changed(&model, &FeedModel::dataChanged);
    model.setMasked(true);
    QCOMPARE(changed.size(), 1);
    const QString texts = allTexts(model);
    QVERIFY2(!texts.contains(u"arguerite", Qt::CaseInsensitive), qPrintable(texts));
    QVERIFY2(!texts.contains(u"petit", Qt::CaseInsensitive), qPrintable(texts));
    QVERIFY(texts.contains(u"Newsletter: given")); // what everybody may see
    QVERIFY(texts.contains(u"@example.com"));
    model.setMasked(false);
    QVERIFY(allTexts(model).contains(person));
}

void TestFeedModel::maskTakesOutEveryForm_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    QTest::newRow("address") << u"jane@example.com"_s << u"of jane@example.com."_s << u"of j…@example.com."_s;
    QTest::newRow("in capitals") << u"jane@example.com"_s << u"JANE@example.com"_s << u"j…@example.com"_s;
    QTest::newRow("in a URL") << u"O'Neil 7"_s << u"key='O%27%27Neil%207'"_s << u"key='O%…'"_s;
    QTest::newRow("doubled quotes") << u"O'Neil 7"_s << u"key='O''Neil 7'"_s << u"key='O'…'"_s;
    QTest::newRow("somebody else's address") << u"jane"_s << u"bob@example.com"_s << u"b…@example.com"_s;
    QTest::newRow("nothing personal") << u"jane"_s << u"Newsletter: given"_s << u"Newsletter: given"_s;
    QTest::newRow("nobody") << QString() << u"Newsletter: given"_s << u"Newsletter: given"_s;
}

void TestFeedModel::maskTakesOutEveryForm()
{
    QFETCH(QString, person);
    QFETCH(QString, text);
    QFETCH(QString, masked);
    QCOMPARE(models::Mask::of(person)(text), masked);
    QCOMPARE(models::Mask()(text), text);
}

void TestFeedModel::parkedOnesComeAndGo()
{
    const auto parked = [](qint64 id, const QString &problem = u"jane@example.com is refused."_s) {
        return store::Arrival{.id = id,
                              .source = u"poll"_s,
                              .person = u"jane@example.com"_s,
                              .arrivedAt = QDateTime({2026, 3, 5}, {9, 30}, Qt::UTC),
                              .attempts = 3,
                              .problem = problem};
    };
    ArrivalModel model;
    QAbstractItemModelTester tester(&model);
    QSignalSpy reset(&model, &ArrivalModel::modelReset);
    model.setArrivals({parked(1), parked(2), parked(4)});
    QCOMPARE(model.rowCount(), 3);
    const QPersistentModelIndex kept = model.index(2, 0);
    model.setArrivals({parked(2), parked(4), parked(5)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(kept.row(), 1); // who chose it still has it chosen
    QCOMPARE(model.arrival(0).id, 2);
    QCOMPARE(reset.size(), 0);
    model.setArrivals({parked(2), parked(3), parked(4)}); // one in between: anything goes
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.arrival(1).id, 3);
    model.setArrivals({parked(2, u"Another reason."_s)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, int(ArrivalModel::Column::Problem)).data().toString(), u"Another reason."_s);
    model.setArrivals({parked(6)});
    model.setMasked(true);
    QVERIFY(!allTexts(model).contains(u"jane"));
    model.setArrivals({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestFeedModel)
#include "tst_feedmodel.moc"
