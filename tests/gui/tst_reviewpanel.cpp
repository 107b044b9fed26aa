#include "gui/fieldnote.h"
#include "gui/resync/confirmdialog.h"
#include "gui/resync/reviewpanel.h"
#include "gui/resync/reviewtable.h"
#include "models/mask.h"
#include "models/reviewmodel.h"
#include "models/writemodel.h"
#include "store/runsamples.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace runsamples;
using gui::ConfirmDialog;
using gui::FieldNote;
using gui::ReviewPanel;
using gui::ReviewTable;
using store::Effect;
using store::Planned;
using store::RunFile;
using store::RunItem;

namespace {

constexpr int itemCount = 700;

/// Who becomes contactable, who stops, rows that lack something: all that there is to confirm.
QList<RunItem> items(int count)
{
    QList<RunItem> all = someItems(0, count);
    for (int i = 0; i < count; ++i) {
        if (all[i].planned == Planned::Update)
            all[i].effects = i % 7 == 0 ? Effect::NewlyPermits : Effect::NewlyForbids;
        if (all[i].planned == Planned::Create)
            all[i].effects = Effect::CreatesRow | Effect::LacksRequired;
    }
    return all;
}

} // namespace

/// A plan before it is run, as a user sees it; real files.
class TestReviewPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsWhatWillHappen();
    void countsAreFilters();
    void searchFindsAPerson();
    void filteredToNothingIsTold();
    void detailsOfWhoIsSelected();
    void spaceTicks();
    void unreadRowsAreNotTickedInSilence();
    void tickingWhatIsShownChangesTheSentence();
    void sortsByTheColumnsThatCan();
    void masksPeople();
    void confirmsApart();
    void nothingIsConfirmedThatIsNot();
    void productionAsksForTheNumber_data();
    void productionAsksForTheNumber();
    void asksForAllThatARunAsksFor();
    void optionsTellTheirEffects();
    void saysWhyNot_data();
    void saysWhyNot();
    void damagedPlanIsTold();
    void emptyPlanIsTold();
    void everyControlHasANameAndAKeyOfItsOwn();

private:
    void make(const QList<RunItem> &plan, const store::RunHead &head = {}, bool isWhole = true);
    void open(bool isProduction = false);
    void openSome()
    {
        make(items(itemCount));
        open();
    }
    template <typename T>
    T *find(const QString &name, QWidget *within = nullptr)
    {
        T *found = (within ? within : m_panel.get())->findChild<T *>(name);
        if (!found)
            qFatal("no child %s", qPrintable(name));
        return found;
    }
    QToolButton *chip(const QString &word);
    ReviewTable *table() { return find<ReviewTable>(u"reviewTable"_s); }
    QPushButton *run() { return find<QPushButton>(u"runButton"_s); }
    QString effect() { return find<QLabel>(u"effectLabel"_s)->text(); }
    int rows() { return table()->model()->rowCount(); }
    ConfirmDialog *confirm();
    QPushButton *confirmRun(ConfirmDialog *dialog) { return find<QPushButton>(u"confirmRunButton"_s, dialog); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    bridge::Surroundings m_surroundings;
    std::unique_ptr<ReviewPanel> m_panel;
};

void TestReviewPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"some.plan"_s);
    m_surroundings = {};
    m_panel = std::make_unique<ReviewPanel>();
    m_panel->resize(1000, 700);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestReviewPanel::cleanup()
{
    m_panel.reset();
}

void TestReviewPanel::make(const QList<RunItem> &plan, const store::RunHead &head, bool isWhole)
{
    QFile::remove(m_path);
    auto file = RunFile::create(store::RunPlace::file(m_path), head);
    QVERIFY(file);
    for (qsizetype from = 0; from < plan.size(); from += 500)
        QVERIFY((*file)->append(plan.mid(from, 500), {}));
    if (isWhole)
        QVERIFY((*file)->finishPlanning());
}

void TestReviewPanel::open(bool isProduction)
{
    QSignalSpy arranged(m_panel->findChild<models::ReviewModel *>(), &models::ReviewModel::arranged);
    m_panel->open(m_path, &m_surroundings, isProduction);
    QVERIFY(arranged.wait(support::patienceMs));
}

QToolButton *TestReviewPanel::chip(const QString &word)
{
    for (QToolButton *button : find<QWidget>(u"chipRow"_s)->findChildren<QToolButton *>()) {
        if (button->text().endsWith(word))
            return button;
    }
    qFatal("no chip %s", qPrintable(word));
    return nullptr;
}

ConfirmDialog *TestReviewPanel::confirm()
{
    QTest::mouseClick(run(), Qt::LeftButton);
    auto *dialog = m_panel->findChild<ConfirmDialog *>();
    if (!dialog)
        qFatal("no dialog");
    return dialog;
}

void TestReviewPanel::showsWhatWillHappen()
{
    openSome();
    QVERIFY2(effect().contains(u"100 person") && effect().contains(u"100 stop") &&
                 effect().contains(u"created for 100"),
             qPrintable(effect()));
    QVERIFY(run()->isEnabled());
    QVERIFY(run()->text().contains(u"300"));
    QCOMPARE(rows(), itemCount);
    QVERIFY(!find<QWidget>(u"detailPanel"_s)->isVisible());
    QVERIFY(chip(u"All"_s)->isChecked());
    QVERIFY(chip(u"All"_s)->text().contains(u"700"));
    for (const QString &word : {u"To be created"_s, u"Unchanged"_s, u"Skipped"_s, u"Invalid"_s, u"Conflict"_s,
                                u"Become contactable"_s, u"Lack required columns"_s}) {
        QVERIFY2(chip(word)->isVisible(), qPrintable(word));
        QVERIFY2(chip(word)->text().contains(u"100"), qPrintable(word));
        QVERIFY(!chip(word)->icon().isNull()); // never colour alone
    }
    QVERIFY(!chip(u"With a warning"_s)->isVisible()); // there is none
    QVERIFY(!chip(u"Left out"_s)->isVisible());
}

void TestReviewPanel::countsAreFilters()
{
    openSome();
    QTest::mouseClick(chip(u"Conflict"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), 100);
    QVERIFY(!chip(u"All"_s)->isChecked());
    QTest::mouseClick(chip(u"Invalid"_s), Qt::LeftButton); // any of these
    QTRY_COMPARE(rows(), 200);
    QTest::mouseClick(chip(u"All"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), itemCount);
    QVERIFY(!chip(u"Conflict"_s)->isChecked());
    QTest::mouseClick(chip(u"Stop being contactable"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), 100);
    QTest::mouseClick(chip(u"Stop being contactable"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), itemCount);
    QVERIFY(chip(u"All"_s)->isChecked());

    auto *reasons = find<QComboBox>(u"reasonBox"_s);
    const int reason = reasons->findText(u"Reason for skipped"_s, Qt::MatchContains);
    QVERIFY(reason > 0);
    reasons->setCurrentIndex(reason);
    Q_EMIT reasons->activated(reason);
    QTRY_COMPARE(rows(), 100);
}

void TestReviewPanel::searchFindsAPerson()
{
    openSome();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_P); // typing in the table searches
    auto *search = find<QLineEdit>(u"personFilter"_s);
    QVERIFY(search->hasFocus());
    QCOMPARE(search->text(), u"p"_s);
    search->setText(someItem(33).person.toUpper());
    QTRY_COMPARE(rows(), 1);
    m_panel->focusFilter();
    QCOMPARE(search->selectedText(), search->text());
    QTest::keyClick(search, Qt::Key_Delete);
    QTRY_COMPARE(rows(), itemCount);
}

void TestReviewPanel::filteredToNothingIsTold()
{
    openSome();
    find<QLineEdit>(u"personFilter"_s)->setText(u"nobody at all"_s);
    QTRY_VERIFY(find<FieldNote>(u"nothingNote"_s)->isVisible());
    auto *clear = find<QPushButton>(u"clearFiltersButton"_s);
    QVERIFY(clear->isVisible());
    QVERIFY(!find<QPushButton>(u"tickAllButton"_s)->isEnabled());
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(rows(), itemCount);
}

void TestReviewPanel::detailsOfWhoIsSelected()
{
    openSome();
    auto *writes = find<QTableView>(u"writeTable"_s);
    table()->selectRow(0);
    QTRY_COMPARE(writes->model()->rowCount(), 2);
    QVERIFY(find<QWidget>(u"detailPanel"_s)->isVisible());
    QVERIFY(find<QLabel>(u"detailHeading"_s)->text().startsWith(someItem(0).person));
    QVERIFY(writes->isColumnHidden(int(models::WriteModel::Column::Person)));
    table()->selectRow(4); // skipped
    QTRY_VERIFY(find<FieldNote>(u"detailNote"_s)->text().contains(u"Reason for skipped."));
    QVERIFY(!writes->isVisible());
    // A row that was never looked at is read for it.
    table()->scrollToBottom();
    table()->selectRow(itemCount - 7);
    QTRY_VERIFY(find<QLabel>(u"detailHeading"_s)->text().startsWith(someItem(itemCount - 7).person));
    table()->selectAll();
    QTRY_VERIFY(find<QLabel>(u"detailHeading"_s)->text().contains(u"700"));
    QVERIFY(!writes->isColumnHidden(int(models::WriteModel::Column::Person)));
    QTRY_VERIFY(writes->model()->rowCount() > 20);
}

void TestReviewPanel::spaceTicks()
{
    openSome();
    QSignalSpy counted(m_panel->findChild<models::ReviewModel *>(), &models::ReviewModel::groupsChanged);
    table()->setFocus();
    table()->selectRow(0);
    QTest::keyClick(table(), Qt::Key_Space);
    QVERIFY(counted.wait(support::patienceMs));
    QVERIFY(run()->text().contains(u"299"));
    QVERIFY(chip(u"Left out"_s)->isVisible());
    QTest::keyClick(table(), Qt::Key_Space);
    QVERIFY(counted.wait(support::patienceMs));
    QVERIFY(run()->text().contains(u"300"));
    // With the mouse, on the box.
    const QRect box = table()->visualRect(table()->model()->index(1, 0));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, QPoint(box.left() + box.height() / 2, box.center().y()));
    QVERIFY(counted.wait(support::patienceMs));
    QVERIFY(run()->text().contains(u"299"));
}

void TestReviewPanel::unreadRowsAreNotTickedInSilence()
{
    make(items(900));
    open();
    auto *model = m_panel->findChild<models::ReviewModel *>();
    QSignalSpy counted(model, &models::ReviewModel::groupsChanged);
    table()->setFocus();
    table()->selectAll(); // far more than what is read
    QTest::keyClick(table(), Qt::Key_Space);
    QVERIFY(find<QLabel>(u"shownNote"_s)->text().contains(u"not read yet"));
    QVERIFY(counted.wait(support::patienceMs));
    const auto groups = model->groups();
    QVERIFY(std::any_of(groups.cbegin(), groups.cend(), [](const auto &one) { return one.ticked < one.items; }));
    QVERIFY(std::any_of(groups.cbegin(), groups.cend(),
                        [](const auto &one) { return store::isWrite(one.planned) && one.ticked > 0; }));
    table()->selectRow(0);
    QTest::keyClick(table(), Qt::Key_Space);
    QVERIFY(!find<QLabel>(u"shownNote"_s)->text().contains(u"not read yet"));
}

void TestReviewPanel::tickingWhatIsShownChangesTheSentence()
{
    openSome();
    QSignalSpy counted(m_panel->findChild<models::ReviewModel *>(), &models::ReviewModel::groupsChanged);
    QTest::mouseClick(chip(u"Become contactable"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), 100);
    QTest::mouseClick(find<QPushButton>(u"untickAllButton"_s), Qt::LeftButton);
    QVERIFY(counted.wait(support::patienceMs));
    QVERIFY2(!effect().contains(u"become"), qPrintable(effect()));
    QVERIFY(run()->text().contains(u"200"));
    QTest::mouseClick(chip(u"All"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), itemCount);
    QTest::mouseClick(find<QPushButton>(u"untickAllButton"_s), Qt::LeftButton);
    QVERIFY(counted.wait(support::patienceMs));
    QVERIFY(!run()->isEnabled());
    QVERIFY(!run()->toolTip().isEmpty()); // why
    QTest::mouseClick(find<QPushButton>(u"tickAllButton"_s), Qt::LeftButton);
    QVERIFY(counted.wait(support::patienceMs));
    QTRY_VERIFY(run()->isEnabled() && run()->text().contains(u"300"));
}

void TestReviewPanel::sortsByTheColumnsThatCan()
{
    openSome();
    QHeaderView *header = table()->horizontalHeader();
    const auto first = [this] {
        return table()->model()->index(0, int(models::ReviewModel::Column::Person)).data().toString();
    };
    const auto click = [&](models::ReviewModel::Column column) {
        const int x = header->sectionViewportPosition(int(column)) + header->sectionSize(int(column)) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
    };
    QString smallest = someItem(0).person;
    for (int i = 1; i < itemCount; ++i)
        smallest = std::min(smallest, someItem(i).person);
    QTest::qWait(0); // columns get their widths
    click(models::ReviewModel::Column::Person);
    QTRY_COMPARE(first(), smallest);
    click(models::ReviewModel::Column::Reason); // cannot be sorted by: it stays
    QCOMPARE(header->sortIndicatorSection(), int(models::ReviewModel::Column::Person));
    click(models::ReviewModel::Column::Person);
    QTRY_VERIFY(first() != smallest);
    click(models::ReviewModel::Column::Person); // the third time: as planned
    QTRY_COMPARE(first(), someItem(0).person);
}

void TestReviewPanel::masksPeople()
{
    openSome();
    QSignalSpy wanted(m_panel.get(), &ReviewPanel::maskWanted);
    table()->setFocus();
    table()->selectRow(0);
    QTRY_VERIFY(find<QWidget>(u"detailPanel"_s)->isVisible());
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), someItem(0).person);
    QGuiApplication::clipboard()->clear();
    QTest::mouseClick(find<QToolButton>(u"reviewMaskButton"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QString all = find<QLabel>(u"detailHeading"_s)->text();
    for (int column = 0; column < table()->model()->columnCount(); ++column) {
        for (const int role :
             {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(models::SecondaryRole), int(Qt::AccessibleTextRole)})
            all += table()->model()->index(0, column).data(role).toString();
    }
    QVERIFY2(!all.contains(someItem(0).person) && !all.contains(u"Row 0"), qPrintable(all));
}

void TestReviewPanel::confirmsApart()
{
    openSome();
    QSignalSpy wanted(m_panel.get(), &ReviewPanel::runWanted);
    ConfirmDialog *dialog = confirm();
    auto *permit = find<QCheckBox>(u"permitBox"_s, dialog);
    auto *create = find<QCheckBox>(u"createBox"_s, dialog);
    QVERIFY(permit->isVisible() && create->isVisible());
    QVERIFY(!permit->isChecked() && !create->isChecked());
    QVERIFY(permit->text().contains(u"100"));
    QVERIFY(!confirmRun(dialog)->isEnabled());
    QVERIFY(!find<FieldNote>(u"missingNote"_s, dialog)->text().isEmpty());
    permit->click();
    QVERIFY(!confirmRun(dialog)->isEnabled());
    create->click();
    QVERIFY(confirmRun(dialog)->isEnabled());
    QVERIFY(!find<QWidget>(u"numberPanel"_s, dialog)->isVisible()); // no production
    confirmRun(dialog)->click();
    QCOMPARE(wanted.size(), 1);
    const auto options = wanted.constFirst().constFirst().value<engine::RunOptions>();
    QVERIFY(options.mayPermit && options.mayCreate && options.askAgain);
    QVERIFY(!options.bypassCustomLogic && !options.bypassFlows);
    QCOMPARE(options.guard, engine::RunOptions::Guard::Permitting);
}

void TestReviewPanel::nothingIsConfirmedThatIsNot()
{
    QList<RunItem> plan;
    for (int i = 0; i < 20; ++i) {
        plan << someItem(i, Planned::Update);
        plan.last().effects = Effect::NewlyForbids;
    }
    make(plan);
    open();
    QSignalSpy wanted(m_panel.get(), &ReviewPanel::runWanted);
    ConfirmDialog *dialog = confirm();
    QVERIFY(!find<QCheckBox>(u"permitBox"_s, dialog)->isVisible());
    QVERIFY(!find<QCheckBox>(u"createBox"_s, dialog)->isVisible());
    QVERIFY(confirmRun(dialog)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return); // Enter by accident writes nothing
    QCOMPARE(wanted.size(), 0);
    QTRY_VERIFY(!m_panel->findChild<ConfirmDialog *>());
    dialog = confirm();
    confirmRun(dialog)->click();
    QCOMPARE(wanted.size(), 1);
    const auto options = wanted.constFirst().constFirst().value<engine::RunOptions>();
    QVERIFY(!options.mayPermit && !options.mayCreate); // nobody was asked
}

void TestReviewPanel::productionAsksForTheNumber_data()
{
    QTest::addColumn<qint64>("changes");
    QTest::addColumn<bool>("isProduction");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isAsked");
    QTest::addColumn<bool>("mayRun");
    QTest::newRow("few") << qint64(1000) << true << QString() << false << true;
    QTest::newRow("not typed") << qint64(4812) << true << QString() << true << false;
    QTest::newRow("typed") << qint64(4812) << true << u"4812"_s << true << true;
    QTest::newRow("as it is shown") << qint64(4812) << true << u" 4,812 "_s << true << true;
    QTest::newRow("another number") << qint64(4812) << true << u"481"_s << true << false;
    QTest::newRow("with words") << qint64(4812) << true << u"4812 rows"_s << true << false;
    QTest::newRow("no production") << qint64(4812) << false << QString() << false << true;
}

void TestReviewPanel::productionAsksForTheNumber()
{
    QFETCH(qint64, changes);
    QFETCH(bool, isProduction);
    QFETCH(QString, typed);
    QFETCH(bool, isAsked);
    QFETCH(bool, mayRun);
    const auto sums = store::PlanSums::of({{.planned = Planned::Update, .items = changes, .ticked = changes}});
    ConfirmDialog dialog({.host = u"org.example"_s, .table = u"contact"_s}, sums, isProduction);
    dialog.show();
    QCOMPARE(find<QWidget>(u"numberPanel"_s, &dialog)->isVisible(), isAsked);
    find<QLineEdit>(u"numberEdit"_s, &dialog)->setText(typed);
    QCOMPARE(confirmRun(&dialog)->isEnabled(), mayRun);
}

/// Somebody who is updated may get new rows all the same: what the run asks for, the dialog asks for.
void TestReviewPanel::asksForAllThatARunAsksFor()
{
    const auto sums = store::PlanSums::of(
        {{.planned = Planned::Update, .effects = Effect::CreatesRow | Effect::NewlyPermits, .items = 5, .ticked = 5}});
    ConfirmDialog dialog({}, sums, false);
    dialog.show();
    for (const QString &name : {u"permitBox"_s, u"createBox"_s}) {
        QVERIFY(find<QCheckBox>(name, &dialog)->isVisible());
        QVERIFY(!confirmRun(&dialog)->isEnabled());
        find<QCheckBox>(name, &dialog)->click();
    }
    QVERIFY(confirmRun(&dialog)->isEnabled());
    QVERIFY(dialog.options().mayPermit && dialog.options().mayCreate);
}

void TestReviewPanel::optionsTellTheirEffects()
{
    const auto sums = store::PlanSums::of({{.planned = Planned::Update, .items = 5, .ticked = 5}});
    ConfirmDialog dialog({}, sums, false);
    dialog.show();
    QVERIFY(!find<QWidget>(u"morePanel"_s, &dialog)->isVisible());
    find<QToolButton>(u"moreButton"_s, &dialog)->click();
    QVERIFY(find<QWidget>(u"morePanel"_s, &dialog)->isVisible());
    const std::pair<QString, QString> boxes[] = {{u"askAgainBox"_s, u"askAgainNote"_s},
                                                 {u"bypassLogicBox"_s, u"bypassLogicNote"_s},
                                                 {u"bypassFlowsBox"_s, u"bypassFlowsNote"_s}};
    for (const auto &[box, note] : boxes) {
        const QString before = find<FieldNote>(note, &dialog)->text();
        QVERIFY(!before.isEmpty());
        find<QCheckBox>(box, &dialog)->click();
        QVERIFY(find<FieldNote>(note, &dialog)->text() != before);
        QCOMPARE(find<FieldNote>(note, &dialog)->sign(), models::Sign::Warning); // each of the three is a risk
    }
    auto *guard = find<QComboBox>(u"guardBox"_s, &dialog);
    guard->setCurrentIndex(guard->findData(int(engine::RunOptions::Guard::All)));
    const engine::RunOptions options = dialog.options();
    QVERIFY(!options.askAgain && options.bypassCustomLogic && options.bypassFlows);
    QCOMPARE(options.guard, engine::RunOptions::Guard::All);
}

void TestReviewPanel::saysWhyNot_data()
{
    QTest::addColumn<int>("why");
    QTest::newRow("locked") << 0;
    QTest::newRow("of another environment") << 1;
    QTest::newRow("the page says so") << 2;
    QTest::newRow("not finished") << 3;
    QTest::newRow("run already") << 4;
}

void TestReviewPanel::saysWhyNot()
{
    QFETCH(int, why);
    m_surroundings.whoAmI.organizationId = u"org-1"_s;
    make(items(70), {.dataverseOrganization = why == 1 ? u"org-2"_s : u"ORG-1"_s, .host = u"other.example"_s},
         why != 3);
    if (why == 4)
        QVERIFY((*RunFile::open(store::RunPlace::file(m_path)))->setState(store::RunState::Done));
    open(true);
    if (why == 0)
        m_panel->setMayWrite(false);
    if (why == 2)
        m_panel->setWhyNot(u"Save the integration first."_s);
    auto *note = find<FieldNote>(u"whyNotRunNote"_s);
    QVERIFY(!run()->isEnabled());
    QVERIFY(note->isVisible());
    QCOMPARE(run()->toolTip(), note->text());
    if (why == 0) {
        m_panel->setMayWrite(true);
        QVERIFY(run()->isEnabled());
        QVERIFY(!note->isVisible());
    }
    QCOMPARE(rows(), 70); // it can be looked at all the same
}

void TestReviewPanel::damagedPlanIsTold()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    m_panel->open(m_path, nullptr, false);
    auto *problem = find<FieldNote>(u"reviewProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    QCOMPARE(problem->sign(), models::Sign::Failed);
    QVERIFY(!run()->isEnabled());
    QTest::mouseClick(find<QPushButton>(u"copyProblemButton"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(problem->text()));
    QSignalSpy closed(m_panel.get(), &ReviewPanel::closeWanted);
    QTest::mouseClick(find<QPushButton>(u"backButton"_s), Qt::LeftButton);
    QCOMPARE(closed.size(), 1);
    make(items(70)); // somebody has repaired it
    QTest::mouseClick(find<QPushButton>(u"againButton"_s), Qt::LeftButton);
    QTRY_VERIFY(table()->isVisible() && rows() == 70);
}

void TestReviewPanel::emptyPlanIsTold()
{
    make({});
    open();
    QVERIFY(find<FieldNote>(u"nothingNote"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"clearFiltersButton"_s)->isVisible());
    QVERIFY(!run()->isEnabled());
    m_panel->close();
    QVERIFY(m_panel->path().isEmpty());
    QVERIFY(!run()->isEnabled());
}

void TestReviewPanel::everyControlHasANameAndAKeyOfItsOwn()
{
    openSome();
    table()->selectRow(0);
    QTRY_VERIFY(find<QWidget>(u"writeTable"_s)->isVisible());
    ConfirmDialog dialog(
        {},
        store::PlanSums::of(
            {{.planned = Planned::Create, .effects = Effect::NewlyPermits, .items = 5000, .ticked = 5000}}),
        true);
    dialog.show();
    find<QToolButton>(u"moreButton"_s, &dialog)->click();
    for (QWidget *within : {static_cast<QWidget *>(m_panel.get()), static_cast<QWidget *>(&dialog)}) {
        QStringList names;
        QStringList keys;
        for (QWidget *widget : within->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->objectName().startsWith(u"qt_"))
                continue;
            const auto *label = qobject_cast<QLabel *>(widget);
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const QString text = button ? button->text() : label && label->buddy() ? label->text() : QString();
            if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
                keys << key.toString();
            if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<QHeaderView *>(widget) ||
                qobject_cast<ConfirmDialog *>(widget->window()) != qobject_cast<ConfirmDialog *>(within))
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            const QString name = widget->accessibleName().isEmpty() && accessible ? accessible->text(QAccessible::Name)
                                                                                  : widget->accessibleName();
            QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
            names << name;
        }
        QVERIFY(names.size() >= 8);
        QVERIFY(keys.size() >= 5);
        for (const QStringList &some : {names, keys}) {
            QStringList once = some;
            once.removeDuplicates();
            QVERIFY2(once.size() == some.size(), qPrintable(some.join(u", "_s)));
        }
    }
}

QTEST_MAIN(TestReviewPanel)
#include "tst_reviewpanel.moc"
