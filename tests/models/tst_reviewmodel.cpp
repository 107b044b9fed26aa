#include "models/mask.h"
#include "models/reviewmodel.h"
#include "models/writemodel.h"
#include "store/plansums.h"
#include "store/runjournal.h"
#include "store/runsamples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace runsamples;
using models::ReviewModel;
using store::Effect;
using store::Planned;
using store::RunFile;
using store::RunFilter;
using store::RunItem;

namespace {

constexpr int itemCount = 2100; // many pages

mapping::Table contacts()
{
    const auto yesNo = [](const QString &name, const QString &shown, const QString &no, const QString &yes) {
        mapping::Column column{.logicalName = name, .displayName = shown, .type = mapping::ColumnType::Boolean};
        column.options = {{.value = 0, .label = no}, {.value = 1, .label = yes}};
        return column;
    };
    mapping::Table table;
    table.logicalName = u"contact"_s;
    table.displayName = u"Contact"_s;
    table.columns = {
        yesNo(u"donotbulkemail"_s, u"Do not allow bulk e-mails"_s, u"Allow"_s, u"Do Not Allow"_s),
        yesNo(u"donotphone"_s, u"Do not allow phone calls"_s, u"Allow"_s, u"Do Not Allow"_s),
        {.logicalName = u"firstname"_s, .displayName = u"First name"_s, .type = mapping::ColumnType::Text},
        {.logicalName = u"new_brand"_s,
         .displayName = u"Brand"_s,
         .type = mapping::ColumnType::Lookup,
         .targets = {{.table = u"new_brand"_s, .entitySet = u"new_brands"_s, .navigationProperty = u"new_Brand"_s}}}};
    return table;
}

} // namespace

/// A plan as a table, over real files.
class TestReviewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"some.plan"_s);
        m_surroundings = {};
        m_surroundings.table = contacts();
    }

    void showsEverybody();
    void readsWhereTheViewLooks();
    void filtersAndSorts();
    void lastWishCounts();
    void ticksOne();
    void ticksWhatIsShown();
    void ticksFollowTheirFilter();
    void refusesTicksOnceBegun();
    void tellsHowItemsEnded();
    void masks();
    void damagedFileIsTold_data();
    void damagedFileIsTold();
    void closesWhileItReads();
    void saysWhatChanges_data();
    void saysWhatChanges();
    void showsValuesOfSeveral();

private:
    void make(const QList<RunItem> &items, const QString &mode = u"legacy"_s, bool isWhole = true)
    {
        auto file = RunFile::create(store::RunPlace::file(m_path), {.mode = mode});
        QVERIFY(file);
        for (qsizetype from = 0; from < items.size(); from += 500)
            QVERIFY((*file)->append(items.mid(from, 500), {}));
        if (isWhole)
            QVERIFY((*file)->finishPlanning());
    }

    void open(ReviewModel &model)
    {
        QSignalSpy arranged(&model, &ReviewModel::arranged);
        model.setSurroundings(m_surroundings);
        model.open(store::RunPlace::file(m_path));
        QVERIFY(arranged.wait(support::patienceMs));
    }

    static QString text(const ReviewModel &model, int row, ReviewModel::Column column)
    {
        return model.index(row, int(column)).data().toString();
    }

    /// Reads as a view does: looks, waits until told, looks again.
    static QString personAt(const ReviewModel &model, int row)
    {
        return QTest::qWaitFor([&] { return model.item(row) != nullptr; }, support::patienceMs)
                   ? text(model, row, ReviewModel::Column::Person)
                   : u"unread"_s;
    }

    qint64 ticked(bool on)
    {
        auto file = RunFile::open(store::RunPlace::file(m_path));
        store::RunPages pages(**file, {.planned = {Planned::Create, Planned::Update}, .isTicked = on});
        return pages.count().valueOr(-1);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    bridge::Surroundings m_surroundings;
};

void TestReviewModel::showsEverybody()
{
    make(someItems(0, itemCount));
    ReviewModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    open(model);
    QCOMPARE(model.rowCount(), itemCount);
    QCOMPARE(model.state(), store::RunState::Planned);
    const RunItem first = someItem(0);
    QVERIFY(model.item(0)); // the first page comes with the order
    QCOMPARE(text(model, 0, ReviewModel::Column::Person), first.person);
    QCOMPARE(model.index(0, int(ReviewModel::Column::Person)).data(models::SecondaryRole).toString(), u"Row 0"_s);
    QCOMPARE(text(model, 0, ReviewModel::Column::Outcome), store::plannedText(Planned::Update));
    QCOMPARE(text(model, 0, ReviewModel::Column::Changes), u"Do not allow bulk e-mails → Allow"_s);
    QCOMPARE(text(model, 2, ReviewModel::Column::Effects), u"new row"_s);
    QCOMPARE(text(model, 4, ReviewModel::Column::Reason), u"Reason for skipped."_s);
    const auto check = [&model](int row) {
        return model.index(row, int(ReviewModel::Column::Tick)).data(Qt::CheckStateRole);
    };
    QCOMPARE(check(0).toInt(), int(Qt::Checked));
    QVERIFY(!check(4).isValid());       // nothing to write: nothing to tick
    for (int row = 0; row < 7; ++row) { // a state is never only a colour
        QVERIFY(model.index(row, int(ReviewModel::Column::Outcome)).data(models::SignRole).toInt() != 0);
        QVERIFY(!text(model, row, ReviewModel::Column::Outcome).isEmpty());
    }
}

void TestReviewModel::readsWhereTheViewLooks()
{
    make(someItems(0, itemCount));
    ReviewModel model;
    open(model);
    const int far = 1500;
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(!model.item(far));
    QVERIFY(!text(model, far, ReviewModel::Column::Person).isEmpty()); // a placeholder
    QVERIFY(changes.wait(support::patienceMs));
    QTRY_VERIFY(model.item(far));
    QCOMPARE(text(model, far, ReviewModel::Column::Person), someItem(far).person);
    QVERIFY(!model.item(far)->writes.isEmpty() || !store::isWrite(model.item(far)->planned));
    bool isTold = false;
    for (const QList<QVariant> &change : changes)
        isTold = isTold || (change.at(0).toModelIndex().row() <= far && far <= change.at(1).toModelIndex().row());
    QVERIFY(isTold);
    // However far one jumps, the rows are those of the plan.
    for (const int row : {itemCount - 1, 3, 900, 64, 63, 2047, 1023, itemCount - 70})
        QCOMPARE(personAt(model, row), someItem(row).person);
}

void TestReviewModel::filtersAndSorts()
{
    make(someItems(0, itemCount));
    ReviewModel model;
    open(model);
    const auto arrange = [&model](const std::function<void()> &change) {
        QSignalSpy arranged(&model, &ReviewModel::arranged);
        change();
        return arranged.wait(support::patienceMs);
    };
    QVERIFY(arrange([&] { model.setFilter({.planned = {Planned::Conflict}}); }));
    QCOMPARE(model.rowCount(), itemCount / 7);
    QCOMPARE(personAt(model, 1), someItem(13).person);
    QVERIFY(arrange([&] { model.setFilter({.person = u"PERSON-007919"_s}); }));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(text(model, 0, ReviewModel::Column::Person), someItem(1).person);
    QVERIFY(arrange([&] { model.setFilter({.person = u"nobody"_s}); }));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(arrange([&] { model.setFilter({}); }));
    QCOMPARE(model.rowCount(), itemCount);
    QVERIFY(arrange([&] { model.sort(int(ReviewModel::Column::Person), Qt::DescendingOrder); }));
    QStringList people;
    for (int i = 0; i < itemCount; ++i)
        people << someItem(i).person;
    std::sort(people.begin(), people.end(), std::greater<>());
    for (const int row : {0, 1, 500, itemCount - 1})
        QCOMPARE(personAt(model, row), people.at(row));
    QVERIFY(arrange([&] { model.sort(int(ReviewModel::Column::Outcome)); }));
    QVERIFY(model.item(0));
    QCOMPARE(model.item(0)->planned, Planned::Conflict); // what needs a look comes first
    QVERIFY(arrange([&] { model.sort(-1); }));
    QCOMPARE(personAt(model, 2), someItem(2).person);
}

void TestReviewModel::lastWishCounts()
{
    make(someItems(0, itemCount));
    ReviewModel model;
    open(model);
    QSignalSpy arranged(&model, &ReviewModel::arranged);
    for (const QString &typed : {u"p"_s, u"pe"_s, u"person-0079"_s, u"person-007919"_s})
        model.setFilter({.person = typed});
    QVERIFY(arranged.wait(support::patienceMs));
    QCOMPARE(arranged.size(), 1); // only the last one is shown
    QCOMPARE(model.rowCount(), 1);
}

void TestReviewModel::ticksOne()
{
    make(someItems(0, 70));
    ReviewModel model;
    open(model);
    QSignalSpy counted(&model, &ReviewModel::groupsChanged);
    const QModelIndex box = model.index(1, int(ReviewModel::Column::Tick));
    QVERIFY(box.flags() & Qt::ItemIsUserCheckable);
    QVERIFY(model.setData(box, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(box.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked)); // at once
    QVERIFY(counted.wait(support::patienceMs));
    QCOMPARE(ticked(false), 1);
    const auto sums = store::PlanSums::of(model.groups());
    QCOMPARE(sums.writes.items - sums.writes.ticked, 1);
    QVERIFY(!model.setData(model.index(4, int(ReviewModel::Column::Tick)), Qt::Unchecked, Qt::CheckStateRole));
    model.setTicked({0, 1, 2, 4}, true); // 4 cannot be
    QVERIFY(counted.wait(support::patienceMs));
    QCOMPARE(ticked(false), 0);
}

void TestReviewModel::ticksWhatIsShown()
{
    make(someItems(0, itemCount));
    ReviewModel model;
    open(model);
    QSignalSpy arranged(&model, &ReviewModel::arranged);
    model.setFilter({.planned = {Planned::Create, Planned::Skipped}});
    QVERIFY(arranged.wait(support::patienceMs));
    QSignalSpy counted(&model, &ReviewModel::groupsChanged);
    model.setShownTicked(false);
    QVERIFY(model.isTicking());
    QVERIFY(counted.wait(support::patienceMs));
    QVERIFY(!model.isTicking());
    QCOMPARE(ticked(false), itemCount / 7);
    QVERIFY(model.item(0));
    QVERIFY(!model.item(0)->isTicked);
    model.setFilter({});
    QVERIFY(arranged.wait(support::patienceMs));
    QTRY_VERIFY(model.item(2) && !model.item(2)->isTicked && model.item(0)->isTicked);
    model.setShownTicked(true);
    QVERIFY(counted.wait(support::patienceMs));
    QCOMPARE(ticked(false), 0);
    // Where nothing can be written, nothing is changed, and nothing waited for.
    model.setFilter({.planned = {Planned::Skipped}});
    QVERIFY(arranged.wait(support::patienceMs));
    model.setShownTicked(false);
    QVERIFY(!model.isTicking());
}

void TestReviewModel::ticksFollowTheirFilter()
{
    make(someItems(0, 70));
    ReviewModel model;
    open(model);
    QSignalSpy arranged(&model, &ReviewModel::arranged);
    model.setTicked({0, 1}, false);
    model.setFilter({.isTicked = false});
    QTRY_COMPARE(model.rowCount(), 2);
    model.setTicked({0}, true);
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_VERIFY(!model.isTicking() && !model.isArranging());
    QCOMPARE(personAt(model, 0), someItem(1).person);
}

void TestReviewModel::refusesTicksOnceBegun()
{
    make(someItems(0, 70));
    ReviewModel model;
    open(model);
    { // somebody begins it meanwhile
        auto file = RunFile::open(store::RunPlace::file(m_path));
        QVERIFY((*file)->setState(store::RunState::Running));
        store::RunJournal journal(**file);
        QVERIFY(journal.claim(u"w"_s, 5, std::chrono::minutes(1)));
    }
    QSignalSpy failed(&model, &ReviewModel::tickFailed);
    model.setTicked({0}, false);
    QVERIFY(failed.wait(support::patienceMs));
    QVERIFY(!failed.constFirst().constFirst().value<core::Error>().message.isEmpty());
    QTRY_VERIFY(model.item(0) && model.item(0)->isTicked); // as the file has it
    QSignalSpy arranged(&model, &ReviewModel::arranged);
    model.reload();
    QVERIFY(arranged.wait(support::patienceMs));
    QVERIFY(!model.mayTick());
    QVERIFY(!(model.index(0, int(ReviewModel::Column::Tick)).flags() & Qt::ItemIsUserCheckable));
}

void TestReviewModel::tellsHowItemsEnded()
{
    make(someItems(0, 70));
    {
        auto file = RunFile::open(store::RunPlace::file(m_path));
        QVERIFY((*file)->setState(store::RunState::Running));
        store::RunJournal journal(**file);
        const auto batch = journal.claim(u"w"_s, 2, std::chrono::minutes(1));
        QVERIFY(batch);
        QVERIFY(journal.settle(batch->id, u"w"_s, store::Fate::AsPlanned,
                               {{.write = batch->items.constFirst().writes.constFirst().id,
                                 .fate = store::Fate::Rejected,
                                 .reason = u"No."_s}}));
    }
    ReviewModel model;
    open(model);
    QCOMPARE(text(model, 0, ReviewModel::Column::Outcome), store::outcomeText(store::Outcome::Rejected));
    QCOMPARE(text(model, 1, ReviewModel::Column::Outcome), store::outcomeText(store::Outcome::Updated));
}

void TestReviewModel::masks()
{
    RunItem item = someItem(1);
    item.person = u"jane.miller@example.org"_s;
    item.writes.first().rowName = u"Jane Miller"_s;
    item.writes.first().before = R"({"firstname":"Jane","donotphone":true})";
    item.writes.first().after = R"({"firstname":"Janet","donotphone":false})";
    item.reason = u"Jane Miller is known twice."_s;
    make({item});
    ReviewModel model;
    open(model);
    QVERIFY(text(model, 0, ReviewModel::Column::Changes).contains(u"Janet"));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setMasked(true);
    QCOMPARE(changes.size(), 1);
    models::WriteModel writes;
    writes.setItems({*model.item(0)}, m_surroundings, true);
    QCOMPARE(writes.rowCount(), 3); // two change, one stays
    const auto allOf = [](const QAbstractItemModel &shown) {
        QString all;
        for (int row = 0; row < shown.rowCount(); ++row) {
            for (int column = 0; column < shown.columnCount(); ++column) {
                for (int role = 0; role <= models::FirstOwnRole; ++role)
                    all += shown.index(row, column).data(role).toString() + u'\n';
            }
        }
        return all;
    };
    for (const QAbstractItemModel *shown :
         {static_cast<QAbstractItemModel *>(&model), static_cast<QAbstractItemModel *>(&writes)}) {
        const QString all = allOf(*shown);
        QVERIFY(!all.isEmpty());
        for (const QString &secret : {u"jane"_s, u"miller"_s})
            QVERIFY2(!all.contains(secret, Qt::CaseInsensitive), qPrintable(all));
    }
}

void TestReviewModel::damagedFileIsTold_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("not there") << 0;
    QTest::newRow("of another program") << 1;
    QTest::newRow("torn") << 2;
}

void TestReviewModel::damagedFileIsTold()
{
    QFETCH(int, kind);
    if (kind == 1) {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
    } else if (kind == 2) {
        make(someItems(0, itemCount));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 100'000);
        file.seek(8192);
        file.write(QByteArray(int(file.size()) - 8192, '\xAA'));
    }
    ReviewModel model;
    QSignalSpy failed(&model, &ReviewModel::failed);
    model.open(store::RunPlace::file(m_path));
    QVERIFY(failed.wait(support::patienceMs));
    QCOMPARE(failed.size(), 1);
    const auto error = failed.constFirst().constFirst().value<core::Error>();
    QVERIFY(!error.message.isEmpty());
    QVERIFY(!model.isArranging());
    // Another one can be opened after that.
    QFile::remove(m_path);
    make(someItems(0, 7));
    open(model);
    QCOMPARE(model.rowCount(), 7);
}

void TestReviewModel::closesWhileItReads()
{
    make(someItems(0, itemCount));
    for (int i = 0; i < 20; ++i) {
        ReviewModel model;
        model.open(store::RunPlace::file(m_path));
        if (i % 3 == 0)
            continue; // gone before it is open
        QVERIFY(QTest::qWaitFor([&] { return model.rowCount() > 0; }, support::patienceMs));
        (void)model.item(itemCount - 1);
        model.sort(int(ReviewModel::Column::Person));
        model.setShownTicked(i % 2 == 0);
        if (i % 5 == 0)
            model.close();
    }
    ReviewModel model;
    open(model);
    QCOMPARE(model.rowCount(), itemCount);
}

void TestReviewModel::saysWhatChanges_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("changes");
    QTest::addColumn<QString>("was");
    QTest::addColumn<QString>("becomes");
    QTest::newRow("one") << QByteArray(R"({"donotphone":true})") << QByteArray(R"({"donotphone":false})")
                         << u"Do not allow phone calls → Allow"_s << u"Do Not Allow"_s << u"Allow"_s;
    QTest::newRow("two") << QByteArray(R"({"donotphone":true,"donotbulkemail":null})")
                         << QByteArray(R"({"donotbulkemail":true,"donotphone":false})")
                         << u"2 column(s): Do not allow bulk e-mails → Do Not Allow, Do not allow phone calls → Allow"_s
                         << u"empty"_s << u"Do Not Allow"_s;
    QTest::newRow("emptied") << QByteArray(R"({"firstname":"Jane"})") << QByteArray(R"({"firstname":null})")
                             << u"First name → empty"_s << u"Jane"_s << u"empty"_s;
    QTest::newRow("unknown column") << QByteArray(R"({"new_x":1})") << QByteArray(R"({"new_x":2})") << u"new_x → 2"_s
                                    << u"1"_s << u"2"_s;
    QTest::newRow("lookup") << QByteArray(R"({"_new_brand_value":"1f"})")
                            << QByteArray(R"x({"new_Brand@odata.bind":"/new_brands(2e)"})x") << u"Brand → 2e"_s
                            << u"1f"_s << u"2e"_s;
    QTest::newRow("a row without any of these values")
        << QByteArray() << QByteArray(R"({"firstname":"Jane"})") << u"First name → Jane"_s << u"empty"_s << u"Jane"_s;
    QTest::newRow("new row") << QByteArray() << QByteArray(R"({"firstname":"Jane"})") << u"First name → Jane"_s
                             << QString() << u"Jane"_s;
}

void TestReviewModel::saysWhatChanges()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    RunItem item = someItem(1);
    item.writes.first().before = before;
    item.writes.first().after = after;
    item.writes.first().same.clear();
    if (QByteArray(QTest::currentDataTag()) == "new row")
        item.writes.first().action = store::RunWrite::Action::Create;
    QTEST(models::changesIn(item, m_surroundings), "changes");
    const auto lines = models::linesOf(item, m_surroundings);
    QTEST(lines.constFirst().before, "was");
    QTEST(lines.constFirst().after, "becomes");
}

void TestReviewModel::showsValuesOfSeveral()
{
    const QString purpose = u"11111111-0000-0000-0000-000000000001"_s;
    const QString topic = u"22222222-0000-0000-0000-000000000002"_s;
    m_surroundings.consentTable.logicalName = u"msdynmkt_contactpointconsent4"_s;
    m_surroundings.consentTree.purposes = {{.id = purpose, .name = u"Newsletter"_s}};
    m_surroundings.consentTree.topics = {{.id = topic, .name = u"Sports"_s, .purposeId = purpose}};
    RunItem consent = someItem(3);
    consent.planned = Planned::Update;
    store::RunWrite update = someWrite(1);
    update.table = m_surroundings.consentTable.logicalName;
    update.before = QByteArray(R"({"msdynmkt_contactpointvalue":"a@example.org","msdynmkt_contactpointtype":534120000,)"
                               R"("msdynmkt_value":534120002,"_msdynmkt_purposeid_value":")") +
                    purpose.toLatin1() + "\"}";
    update.after = R"({"msdynmkt_value":534120001,"msdynmkt_reason":"didomi-sync;"})";
    update.same.clear();
    update.permits = true;
    store::RunWrite create = update;
    create.permits = false;
    create.action = store::RunWrite::Action::Create;
    create.before.clear();
    create.after = QByteArray(R"({"msdynmkt_contactpointvalue":"a@example.org","msdynmkt_contactpointtype":534120001,)"
                              R"x("msdynmkt_value":534120002,"msdynmkt_purposeId@odata.bind":"/msdynmkt_purposes()x") +
                   purpose.toLatin1() + R"x()","msdynmkt_topicId@odata.bind":"/msdynmkt_topics()x" + topic.toLatin1() +
                   ")\"}";
    store::RunWrite kept = update;
    kept.action = store::RunWrite::Action::None;
    kept.after.clear();
    kept.same = R"({"msdynmkt_value":534120002})";
    consent.writes = {kept, update, create};

    models::WriteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setItems({consent, someItem(1)}, m_surroundings, false);
    QCOMPARE(model.rowCount(), 5);
    using Column = models::WriteModel::Column;
    const auto at = [&model](int row, Column column, int role = Qt::DisplayRole) {
        return model.index(row, int(column)).data(role).toString();
    };
    QCOMPARE(at(0, Column::Person), consent.person);
    QCOMPARE(at(0, Column::Target), u"Newsletter"_s);
    const QString where = profile::channelText(profile::Channel::Email) + u", a@example.org"_s;
    QCOMPARE(at(0, Column::Target, models::SecondaryRole), QString(where + u", permits contact"_s));
    QCOMPARE(at(0, Column::Change, models::WasRole), mapping::consentValueText(mapping::ConsentValue::OptedOut));
    QCOMPARE(at(0, Column::Change), mapping::consentValueText(mapping::ConsentValue::OptedIn));
    QCOMPARE(at(1, Column::Target), u"Newsletter → Sports"_s);
    QVERIFY(at(1, Column::Change, models::WasRole).isEmpty()); // there was no row
    QCOMPARE(at(1, Column::Change), mapping::consentValueText(mapping::ConsentValue::OptedOut));
    QVERIFY(model.index(2, int(Column::Change)).data(models::DimRole).toBool()); // it stays
    QVERIFY(at(2, Column::Change, models::WasRole).isEmpty());
    QCOMPARE(at(3, Column::Person), someItem(1).person);
    QCOMPARE(at(3, Column::Target), u"Do not allow bulk e-mails"_s);
    QCOMPARE(models::changesIn(consent, m_surroundings),
             u"2 consent(s): Newsletter → %1, Newsletter → Sports → %2"_s.arg(
                 mapping::consentValueText(mapping::ConsentValue::OptedIn),
                 mapping::consentValueText(mapping::ConsentValue::OptedOut)));
}

QTEST_GUILESS_MAIN(TestReviewModel)
#include "tst_reviewmodel.moc"
