#include "store/plansums.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace store;

class TestPlanSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsItemsAndWhatARunWouldDo()
    {
        const auto sums = PlanSums::of({
            {.planned = Planned::Update, .effects = Effect::NewlyPermits, .items = 10, .ticked = 7},
            {.planned = Planned::Update, .effects = Effect::NewlyForbids, .items = 5, .ticked = 5},
            {.planned = Planned::Create,
             .effects = Effect::CreatesRow | Effect::LacksRequired | Effect::NewlyPermits,
             .items = 3,
             .ticked = 2},
            {.planned = Planned::Conflict, .effects = Effect::HasWarning, .items = 4, .ticked = 4},
            {.planned = Planned::Update, .effects = Effect::HasWarning, .items = 2, .ticked = 1},
        });
        QCOMPARE(sums.items, 24);
        QCOMPARE(sums.writes.items, 20);
        QCOMPARE(sums.writes.ticked, 15);
        QCOMPARE(sums.outcomes.value(Planned::Update).items, 17);
        QCOMPARE(sums.outcomes.value(Planned::Conflict).items, 4);
        QCOMPARE(sums.effects.value(Effect::NewlyPermits).items, 13);
        QCOMPARE(sums.permitting(), 9);
        QCOMPARE(sums.forbidding(), 5);
        QCOMPARE(sums.creating(), 2);
        QCOMPARE(sums.lacking(), 2);
        QCOMPARE(sums.effects.value(Effect::HasWarning).items, 6); // as many as a filter shows …
        QCOMPARE(sums.warned(), 1);                                // … and as many as are written
    }

    /// One of several rows of a person may be new, while another one is updated.
    void countsRowsThatAreCreatedForPeopleWhoAreUpdated()
    {
        const auto sums =
            PlanSums::of({{.planned = Planned::Update, .effects = Effect::CreatesRow, .items = 6, .ticked = 4}});
        QCOMPARE(sums.outcomes.value(Planned::Create).items, 0);
        QCOMPARE(sums.creating(), 4);
    }

    void tellsEachReasonOnce()
    {
        const auto sums = PlanSums::of({
            {.planned = Planned::Skipped, .reasonId = 4, .reason = u"Why."_s, .items = 8, .ticked = 8},
            {.planned = Planned::Skipped, .items = 50, .ticked = 50},
            {.planned = Planned::Invalid, .reasonId = 9, .reason = u"Because."_s, .items = 12, .ticked = 12},
            {.planned = Planned::Invalid,
             .reasonId = 9,
             .reason = u"Because."_s,
             .effects = Effect::HasWarning,
             .items = 1,
             .ticked = 0},
        });
        QCOMPARE(sums.reasons.size(), 2);
        QCOMPARE(sums.reasons[0].reason, u"Because."_s);
        QCOMPARE(sums.reasons[0].items, 13);
        QCOMPARE(sums.reasons[0].ticked, 12);
        QCOMPARE(sums.reasons[1].reasonId, 4);
        QVERIFY(PlanSums::of({}) == PlanSums());
    }
};

QTEST_GUILESS_MAIN(TestPlanSums)
#include "tst_plansums.moc"
