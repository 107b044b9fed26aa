#include "models/age.h"
#include "models/changemodel.h"
#include "models/integrationlistmodel.h"
#include "models/mappingmodel.h"
#include "models/stepmodel.h"

#include <QAbstractItemModelTester>
#include <QRectF>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using diagnosis::Step;
using models::ChangeModel;
using models::IntegrationListModel;
using models::MappingModel;
using models::Sign;
using models::StepModel;

/// Every model under the model tester, which aborts the test at the first broken promise.
class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void integrationsComeChangeAndGo();
    void stepsOpenAtTheFirstFailure();
    void stepsShowWhenTheyRan();
    void agesAreTold_data();
    void agesAreTold();
    void stepAsTextHoldsWhatSupportNeeds();
    void mappingsChangeRowByRow();
    void mappingNamesComeFromMetadata();
    void changesShowOldAndNew();
    void consentsTellWhatIsSent();
    void reportTurnsPlanIntoWhatWasReadBack();
    void everySignHasAWord();
};

namespace {

profile::Mapping mappingOf(const QString &column, const QString &value)
{
    profile::Mapping made;
    made.column = column;
    made.value = value;
    return made;
}

mapping::Table contactTable()
{
    mapping::Table table;
    table.logicalName = u"contact"_s;
    mapping::Column column;
    column.logicalName = u"donotbulkemail"_s;
    column.displayName = u"Do not allow Bulk Emails"_s;
    column.type = mapping::ColumnType::Boolean;
    column.options = {{.value = 0, .label = u"Allow"_s}, {.value = 1, .label = u"Do Not Allow"_s}};
    column.isValidForRead = column.isValidForUpdate = column.isValidForCreate = true;
    table.columns = {column};
    return table;
}

engine::PlanItem planItem()
{
    engine::Change change;
    change.source = u"Newsletter"_s;
    change.found = u"given"_s;
    change.column = u"donotbulkemail"_s;
    change.columnName = u"Do not allow Bulk Emails"_s;
    change.effect = engine::Change::Effect::Write;
    change.cell = mapping::Cell{
        .column = u"donotbulkemail"_s, .member = "donotbulkemail", .json = "false", .shown = u"Allow (false)"_s};
    change.now = true;
    change.nowShown = u"Do Not Allow (true)"_s;
    engine::PlanItem item;
    item.person = u"p-1"_s;
    item.changes = {change};
    item.rows = {{.action = engine::RowPlan::Action::Update, .changes = {0}, .write = dataverse::Write{}}};
    item.rows.first().write->cells = {*change.cell};
    return item;
}

QVariant at(const QAbstractItemModel &model, int row, ChangeModel::Column column, int role = Qt::DisplayRole)
{
    return model.index(row, int(column)).data(role);
}

} // namespace

void TestModels::integrationsComeChangeAndGo()
{
    IntegrationListModel model;
    QAbstractItemModelTester tester(&model);
    model.setEntries({{.id = u"a"_s, .name = u"Acme"_s}});
    QCOMPARE(model.put({.id = u"b"_s, .name = u"Beta"_s, .kind = profile::EnvironmentKind::Sandbox}), 1);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.put({.id = u"b"_s, .name = u"Beta"_s, .kind = profile::EnvironmentKind::Sandbox});
    QCOMPARE(changed.size(), 0); // nothing new, nothing repainted
    model.put({.id = u"b"_s, .name = u"Beta"_s, .kind = profile::EnvironmentKind::Sandbox, .isDirty = true});
    QCOMPARE(changed.size(), 1);
    QVERIFY(model.index(1).data(IntegrationListModel::DirtyRole).toBool());
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"unsaved"));
    model.remove(u"a"_s);
    QCOMPARE(model.rowOf(u"b"_s), 0);
    QCOMPARE(model.rowOf(u"a"_s), -1);
}

void TestModels::stepsOpenAtTheFirstFailure()
{
    StepModel model;
    QAbstractItemModelTester tester(&model);
    QVERIFY(!model.worstIndex().isValid());
    const auto step = [](Step::Id id, Step::State state) {
        Step made;
        made.id = id;
        made.state = state;
        return made;
    };
    model.setSteps({step(Step::Id::DynamicsInput, Step::State::Passed), step(Step::Id::Token, Step::State::Warning),
                    step(Step::Id::DidomiName, Step::State::Passed), step(Step::Id::DidomiReach, Step::State::Passed)});
    QCOMPARE(model.rowCount(), 3); // what was entered, sign-in, Didomi
    QCOMPARE(model.worstIndex(), model.indexOf(Step::Id::Token));
    const QModelIndex didomi = model.indexOf(Step::Id::DidomiName).parent();
    QCOMPARE(model.rowCount(didomi), 2);
    QCOMPARE(didomi.data(models::SignRole).toInt(), int(Sign::Passed));
    model.setStep(step(Step::Id::DidomiReach, Step::State::Failed));
    QCOMPARE(model.worstIndex(), model.indexOf(Step::Id::DidomiReach));
    QCOMPARE(model.worstIndex().data(models::SignRole).toInt(), int(Sign::Failed));
    QCOMPARE(didomi.data(models::SignRole).toInt(), int(Sign::Failed)); // a part is as bad as its worst step
    QVERIFY(!model.stepAt(didomi));
    QCOMPARE(model.stepAt(model.worstIndex())->id, Step::Id::DidomiReach);
    model.setStep(step(Step::Id::SampleUsers, Step::State::Failed)); // one that is not there is ignored
    QCOMPARE(model.rowCount(), 3);
}

void TestModels::stepsShowWhenTheyRan()
{
    using std::chrono::milliseconds;
    StepModel model;
    QAbstractItemModelTester tester(&model);
    Step first{.id = Step::Id::LoginName, .state = Step::State::Passed, .duration = milliseconds(25)};
    Step second{.id = Step::Id::Token,
                .state = Step::State::Running,
                .startedAfter = milliseconds(50),
                .duration = milliseconds(50)};
    model.setSteps({first, second});
    QVERIFY(model.indexOf(Step::Id::Token).data(StepModel::SpanRole).toRectF().isNull()); // not over yet
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    second.state = Step::State::Passed;
    model.setSteps({first, second});
    QCOMPARE(reset.size(), 0); // the same steps keep what is open
    const QRectF one = model.indexOf(Step::Id::LoginName).data(StepModel::SpanRole).toRectF();
    const QRectF other = model.indexOf(Step::Id::Token).data(StepModel::SpanRole).toRectF();
    QCOMPARE(one.left(), 0.0);
    QCOMPARE(one.width(), 0.25);
    QCOMPARE(other.left(), 0.5);
    QCOMPARE(other.width(), 0.5);
    QCOMPARE(model.index(0).data(StepModel::TimeRole).toString(), models::durationText(milliseconds(100)));
    model.setSteps({first});
    QCOMPARE(reset.size(), 1);
}

void TestModels::agesAreTold_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("future") << qint64(-5000) << u"just now"_s;
    QTest::newRow("now") << qint64(59) << u"just now"_s;
    QTest::newRow("minutes") << qint64(60 * 5 + 59) << u"5 minute(s) ago"_s;
    QTest::newRow("hours") << qint64(3600 * 3) << u"3 hour(s) ago"_s;
    QTest::newRow("days") << qint64(86400 * 27 + 80000) << u"27 day(s) ago"_s;
}

void TestModels::agesAreTold()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    const QDateTime then(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    QCOMPARE(models::ageText(then, then.addSecs(seconds)), text);
    // Long ago it is the day itself.
    QVERIFY(models::ageText(then, then.addDays(28)).contains(u"26"));
}

void TestModels::stepAsTextHoldsWhatSupportNeeds()
{
    Step step;
    step.id = Step::Id::Token;
    step.state = Step::State::Failed;
    step.problem = {.message = u"The client secret is wrong."_s,
                    .fix = u"Paste a new one."_s,
                    .code = u"AADSTS7000215"_s,
                    .detail = u"Invalid client secret provided."_s,
                    .httpStatus = 401,
                    .requestId = u"trace-1"_s};
    const QString text = models::stepAsText(step);
    for (const QString &part : {u"The client secret is wrong."_s, u"Paste a new one."_s, u"AADSTS7000215"_s,
                                u"Invalid client secret provided."_s, u"401"_s, u"trace-1"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void TestModels::mappingsChangeRowByRow()
{
    MappingModel model;
    QAbstractItemModelTester tester(&model);
    const QList<profile::Mapping> three{mappingOf(u"a"_s, u"x"_s), mappingOf(u"b"_s, u"y"_s),
                                        mappingOf(u"c"_s, u"z"_s)};
    model.setContent(three, QList<mapping::Verdict>(3), {}, profile::Mode::Legacy);
    QCOMPARE(model.rowCount(), 3);

    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setContent({three.at(0), three.at(2)}, QList<mapping::Verdict>(2), {}, profile::Mode::Legacy);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().at(1).toInt(), 1); // the one in the middle, so that a selection elsewhere stays
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setContent(three, QList<mapping::Verdict>(3), {}, profile::Mode::Legacy);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.mappings(), three);
}

void TestModels::mappingNamesComeFromMetadata()
{
    MappingModel model;
    QAbstractItemModelTester tester(&model);
    const mapping::Table table = contactTable();
    profile::Mapping inverted = mappingOf(u"donotbulkemail"_s, u"consents_purposes_newsletter_enabled"_s);
    inverted.polarity = profile::Mapping::Polarity::Inverted;
    model.setContent({inverted}, {{.state = mapping::Verdict::State::Fine}}, {.table = &table}, profile::Mode::Legacy);
    const auto text = [&](MappingModel::Column column, int role = Qt::DisplayRole) {
        return model.index(0, int(column)).data(role).toString();
    };
    QCOMPARE(text(MappingModel::Column::Target), u"Do not allow Bulk Emails"_s);
    QCOMPARE(text(MappingModel::Column::Target, models::SecondaryRole), u"donotbulkemail"_s);
    QVERIFY(text(MappingModel::Column::Writes).contains(u"Allow"));
    QVERIFY(text(MappingModel::Column::Writes).indexOf(u"Allow") <
            text(MappingModel::Column::Writes).indexOf(u"Do Not Allow"));
    model.setContent({inverted}, {{}}, {}, profile::Mode::Legacy); // metadata gone: ids stay
    QCOMPARE(text(MappingModel::Column::Target), u"donotbulkemail"_s);
}

void TestModels::changesShowOldAndNew()
{
    ChangeModel model;
    QAbstractItemModelTester tester(&model);
    model.setItem(planItem(), contactTable(), nullptr);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(at(model, 0, ChangeModel::Column::NowAndAfter).toString(), u"Allow (false)"_s);
    QCOMPARE(at(model, 0, ChangeModel::Column::NowAndAfter, models::WasRole).toString(), u"Do Not Allow (true)"_s);
    QCOMPARE(at(model, 0, ChangeModel::Column::State, models::SignRole).toInt(), int(Sign::Planned));
    QVERIFY(!at(model, 0, ChangeModel::Column::Source, models::DimRole).toBool());

    engine::PlanItem nothing = planItem();
    nothing.changes[0].effect = engine::Change::Effect::Same;
    model.setItem(nothing, contactTable(), nullptr);
    QVERIFY(at(model, 0, ChangeModel::Column::Source, models::DimRole).toBool());
    QVERIFY(!at(model, 0, ChangeModel::Column::NowAndAfter, models::WasRole).isValid());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::consentsTellWhatIsSent()
{
    using Decision = mapping::Sending::Decision;
    ChangeModel model;
    QAbstractItemModelTester tester(&model);
    QVERIFY(!model.hasForecasts());
    engine::PlanItem item = planItem();
    item.changes[0].consent = engine::ConsentPoint{.channel = profile::Channel::TextMessage, .address = u"+15550100"_s};
    item.forecasts = {{.change = 0,
                       .before = {Decision::PurposeNotOptedIn},
                       .after = {Decision::Allowed},
                       .reason = u"It would be sent."_s}};
    model.setItem(item, contactTable(), nullptr);
    QVERIFY(model.hasForecasts());
    QCOMPARE(at(model, 0, ChangeModel::Column::Sends).toString(), u"sent"_s);
    QCOMPARE(at(model, 0, ChangeModel::Column::Sends, models::WasRole).toString(), u"blocked"_s);
    QCOMPARE(at(model, 0, ChangeModel::Column::Sends, Qt::ToolTipRole).toString(), u"It would be sent."_s);
    QCOMPARE(at(model, 0, ChangeModel::Column::Target, models::SecondaryRole).toString(), u"Text message: +15550100"_s);
    item.forecasts[0].before = item.forecasts[0].after;
    model.setItem(item, contactTable(), nullptr);
    QVERIFY(!at(model, 0, ChangeModel::Column::Sends, models::WasRole).isValid());
    model.setItem(planItem(), contactTable(), nullptr);
    QVERIFY(!model.hasForecasts());
}

void TestModels::reportTurnsPlanIntoWhatWasReadBack()
{
    ChangeModel model;
    QAbstractItemModelTester tester(&model);
    engine::PushReport report;
    report.outcome = store::Outcome::Updated;
    report.rows = {{.outcome = report.outcome}};
    report.rows.first().rowAfter = {
        {u"donotbulkemail"_s, true}}; // somebody else was quicker: the row is what counts, not the plan
    model.setItem(planItem(), contactTable(), &report);
    QVERIFY(at(model, 0, ChangeModel::Column::NowAndAfter).toString().startsWith(u"Do Not Allow"));

    report.outcome = report.rows.first().outcome = store::Outcome::Rejected;
    report.rows.first().rowAfter = {};
    model.setItem(planItem(), contactTable(), &report);
    QCOMPARE(at(model, 0, ChangeModel::Column::NowAndAfter).toString(), u"Do Not Allow (true)"_s);
}

void TestModels::everySignHasAWord()
{
    QStringList words;
    for (const Sign sign : {Sign::Passed, Sign::Warning, Sign::Failed, Sign::NotReached, Sign::Skipped, Sign::Running,
                            Sign::Waiting, Sign::Planned})
        words += models::signWord(sign);
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
