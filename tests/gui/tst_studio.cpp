#include "gui/fieldnote.h"
#include "gui/matchdialog.h"
#include "gui/suggestdialog.h"
#include "gui/windowfixture.h"
#include "models/columnmodel.h"
#include "models/mappingmodel.h"
#include "models/sourcemodel.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using gui::MainWindow;
using models::ColumnModel;
using models::MappingModel;
using models::SourceModel;
using profile::Mapping;
using support::type;

/// Mapping what Didomi knows to columns: by keyboard, by dragging, by suggestion.
class TestStudio : public QObject, private support::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aMappingIsMadeByKeyboard();
    void sourcesAreFoundByEveryWord();
    void mappedThingsAreMarked();
    void pairsAreDropped();
    void rowsAreDroppedOn();
    void suggestionsAreAddedWhenTicked();
    void matchesAreCounted();
    void whyIsAnswered();
    void eachAnswerHasItsAction();

private:
    void openStudio();
    const QList<Mapping> &drafted() { return session().draft().integration.mappings; }
};

void TestStudio::init()
{
    QVERIFY(moveIn());
}

void TestStudio::cleanup()
{
    moveOut();
}

void TestStudio::openStudio()
{
    openPractice();
    m_window->openPage(MainWindow::Page::Mappings);
    find<QToolButton>(u"listsButton"_s)->setChecked(true);
    session().load();
    QTRY_VERIFY_WITH_TIMEOUT(session().surroundings(), 30'000);
}

void TestStudio::aMappingIsMadeByKeyboard()
{
    openStudio();
    session().changeMappings(u"start over"_s, {});
    auto *sources = find<QWidget>(u"sourcesPanel"_s);
    auto *columns = find<QWidget>(u"columnsPanel"_s);
    auto *search = find<QLineEdit>(u"searchEdit"_s, sources);
    type(search, u"newsletter"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(drafted().size(), 1);
    QCOMPARE(drafted().first().value, u"consents_purposes_newsletter_enabled"_s);
    // Now it is the column's turn, without a hand on the mouse.
    auto *columnSearch = find<QLineEdit>(u"searchEdit"_s, columns);
    QCOMPARE(QApplication::focusWidget(), columnSearch);
    QTest::keyClicks(columnSearch, u"new_newsletterconsent"_s);
    QTest::keyClick(columnSearch, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), find<QTreeView>(u"view"_s, columns));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(drafted().size(), 1);
    QCOMPARE(drafted().first().column, u"new_newsletterconsent"_s);
    QCOMPARE(session().verdicts().first().state, mapping::Verdict::State::Fine);
    QCOMPARE(QApplication::focusWidget(), find<QTableView>(u"grid"_s));
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QVERIFY(drafted().first().column.isEmpty());
}

void TestStudio::sourcesAreFoundByEveryWord()
{
    openStudio();
    auto *panel = find<QWidget>(u"sourcesPanel"_s);
    auto *search = find<QLineEdit>(u"searchEdit"_s, panel);
    auto *view = find<QTreeView>(u"view"_s, panel);
    type(search, u"daily newsletter"_s);
    // The value itself is chosen, not the purpose above it that only leads there.
    QVERIFY(view->currentIndex().data(SourceModel::PathRole).toString().contains(u"daily"));
    type(search, u"no such purpose"_s);
    QCOMPARE(view->model()->rowCount(), 0);
    QVERIFY(find<gui::FieldNote>(u"emptyNote"_s, panel)->isVisible());
    QTest::keyClick(search, Qt::Key_Return); // chooses nothing
    type(search, {});
    QVERIFY(view->model()->rowCount() > 3);
}

void TestStudio::mappedThingsAreMarked()
{
    openStudio();
    const auto *columns = m_window->findChild<ColumnModel *>();
    const auto *sources = m_window->findChild<SourceModel *>();
    const auto isMarked = [](const QModelIndex &index) {
        return index.data(models::SignRole).toInt() == int(models::Sign::Passed);
    };
    const Mapping first = drafted().first();
    QVERIFY(isMarked(columns->indexOf(first.column)));
    QVERIFY(isMarked(sources->indexOf(first.value)));
    session().changeMappings(u"start over"_s, {});
    QVERIFY(!isMarked(columns->indexOf(first.column)));
    QVERIFY(!isMarked(sources->indexOf(first.value)));
}

void TestStudio::pairsAreDropped()
{
    openStudio();
    auto *columns = m_window->findChild<ColumnModel *>();
    const auto *sources = m_window->findChild<SourceModel *>();
    const qsizetype before = drafted().size();
    const std::unique_ptr<QMimeData> dragged(
        sources->mimeData({sources->indexOf(u"consents_purposes_newsletter_enabled"_s)}));
    const QModelIndex column = columns->indexOf(u"donotfax"_s);
    QVERIFY(columns->canDropMimeData(dragged.get(), Qt::CopyAction, -1, -1, column));
    QVERIFY(!columns->canDropMimeData(dragged.get(), Qt::CopyAction, -1, -1, {})); // beside every column
    columns->dropMimeData(dragged.get(), Qt::CopyAction, -1, -1, column);
    QCOMPARE(drafted().size(), before + 1);
    QVERIFY(std::ranges::any_of(drafted(), [](const Mapping &mapping) {
        return mapping.column == "donotfax"_L1 && mapping.value == "consents_purposes_newsletter_enabled"_L1 &&
               mapping.polarity == Mapping::Polarity::Unset; // a column that forbids: somebody has to say
    }));
}

void TestStudio::rowsAreDroppedOn()
{
    openStudio();
    auto *grid = m_window->findChild<MappingModel *>();
    const auto *columns = m_window->findChild<ColumnModel *>();
    const qsizetype before = drafted().size();
    const std::unique_ptr<QMimeData> dragged(columns->mimeData({columns->indexOf(u"donotphone"_s)}));
    grid->dropMimeData(dragged.get(), Qt::CopyAction, -1, -1, grid->index(1, 1));
    QCOMPARE(drafted().at(1).column, u"donotphone"_s);
    QCOMPARE(drafted().at(1).polarity, Mapping::Polarity::Unset); // what was confirmed was about another column
    grid->dropMimeData(dragged.get(), Qt::CopyAction, -1, -1, {});
    QCOMPARE(drafted().size(), before + 1);
    QCOMPARE(drafted().last().column, u"donotphone"_s);
    session().undoStack().undo();
    session().undoStack().undo();
    QCOMPARE(drafted(), session().saved().integration.mappings);
}

void TestStudio::suggestionsAreAddedWhenTicked()
{
    openStudio();
    const qsizetype before = drafted().size();
    find<QToolButton>(u"suggestButton"_s)->click();
    QTRY_VERIFY(m_window->findChild<gui::SuggestDialog *>());
    auto *dialog = m_window->findChild<gui::SuggestDialog *>();
    auto *list = find<QTreeWidget>(u"list"_s, dialog);
    QVERIFY(list->topLevelItemCount() >= 2);
    QPushButton *add = find<QDialogButtonBox>(u"buttons"_s, dialog)->button(QDialogButtonBox::Ok);
    QVERIFY(!add->isEnabled()); // nothing is taken by itself
    QVERIFY(!find<gui::FieldNote>(u"whyNote"_s, dialog)->text().isEmpty());
    list->topLevelItem(1)->setCheckState(0, Qt::Checked);
    QVERIFY(add->isEnabled());
    const QString column = dialog->ticked().first().column;
    add->click();
    QCOMPARE(drafted().size(), before + 1);
    QCOMPARE(drafted().last().column, column);
    QCOMPARE(drafted().last().polarity, Mapping::Polarity::Unset);
    session().undoStack().undo();
    QCOMPARE(drafted().size(), before);
}

void TestStudio::matchesAreCounted()
{
    openStudio();
    find<QToolButton>(u"matchButton"_s)->click();
    auto *dialog = m_window->findChild<gui::MatchDialog *>();
    QVERIFY(dialog);
    find<QPushButton>(u"startButton"_s, dialog)->click();
    auto *list = find<QTreeWidget>(u"list"_s, dialog);
    const auto users = [list](engine::MatchReport::Fate fate) {
        return QLocale().toLongLong(list->topLevelItem(int(fate))->text(1));
    };
    QTRY_VERIFY_WITH_TIMEOUT(users(engine::MatchReport::Fate::One) > 10 && session().activity().isEmpty(), 30'000);
    list->setCurrentItem(list->topLevelItem(int(engine::MatchReport::Fate::None)));
    QVERIFY(!find<gui::FieldNote>(u"adviceNote"_s, dialog)->text().isEmpty());
    for (const auto &person : m_house->practice().people()) // masked unless asked for
        QVERIFY(!find<gui::FieldNote>(u"adviceNote"_s, dialog)->text().contains(person.id));
    QVERIFY(find<gui::FieldNote>(u"problemNote"_s, dialog)->sign() != models::Sign::Failed);
}

void TestStudio::whyIsAnswered()
{
    openPractice();
    m_window->openPage(MainWindow::Page::Preview);
    preview()->previewPerson(m_house->practice().people().first().id);
    QTRY_VERIFY_WITH_TIMEOUT(preview()->preview()->item(), 30'000);
    const auto *note = find<gui::FieldNote>(u"whyNote"_s, preview());
    const QString whole = note->text();
    QVERIFY(!whole.isEmpty());
    auto *table = find<QTableView>(u"changeTable"_s, preview());
    table->setCurrentIndex(table->model()->index(1, 1));
    QVERIFY(note->text() != whole);
}

void TestStudio::eachAnswerHasItsAction()
{
    openStudio();
    Mapping mapping;
    mapping.value = u"consents_purposes_newsletter_enabled"_s;
    mapping.column = u"new_consentnote"_s; // a text column
    session().changeMappings(u"start over"_s, {mapping});
    find<QTableView>(u"grid"_s)->selectRow(0);
    using Kind = Mapping::Action::Kind;
    using State = Mapping::State;
    const auto action = [this](State state) { return find<QComboBox>(u"stateAction%1"_s.arg(int(state))); };
    const auto literal = [this](State state) { return find<gui::PickerBox>(u"stateLiteral%1"_s.arg(int(state))); };
    QCOMPARE(action(State::Given)->currentData().toInt(), int(Kind::Usual));
    QCOMPARE(action(State::NoChoice)->currentData().toInt(), int(Kind::LeaveAlone));
    QVERIFY(!literal(State::NoChoice)->isEnabled());

    support::choose(action(State::Refused), int(Kind::Clear));
    QCOMPARE(drafted().first().actionOn(State::Refused).kind, Kind::Clear);
    support::choose(action(State::Pending), int(Kind::Literal)); // it waits for its value
    QCOMPARE(drafted().first().actionOn(State::Pending).kind, Kind::LeaveAlone);
    QVERIFY(literal(State::Pending)->isEnabled());
    support::pick(literal(State::Pending), u"waiting"_s);
    QCOMPARE(drafted().first().actionOn(State::Pending).literal, u"waiting"_s);
    QVERIFY(session().isDirty());
    session().undoStack().undo();
    session().undoStack().undo();
    QCOMPARE(drafted().first(), mapping);
    QCOMPARE(action(State::Refused)->currentData().toInt(), int(Kind::Usual));
}

QTEST_MAIN(TestStudio)
#include "tst_studio.moc"
