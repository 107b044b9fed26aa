#include "gui/fieldnote.h"
#include "gui/matchdialog.h"
#include "gui/suggestdialog.h"
#include "gui/transformlist.h"
#include "gui/windowfixture.h"
#include "models/columnmodel.h"
#include "models/mappingmodel.h"
#include "models/mappingtext.h"
#include "models/sourcemodel.h"
#include "models/targetmodel.h"
#include "sandbox/practice.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
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
    void yesNoColumnsHaveAnswersToo();
    void textsGoThroughSteps();
    void directionIsKeptBeside();
    void aWholeMappingIsTypedByKeyboard();
    void ofFourHundredRowsOneIsTouched();
    void currentModeMapsToPurposesAndTopics();
    void otherIntegrationsAreJudgedToo();

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
    QTRY_VERIFY(session().surroundings());
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
    QTRY_VERIFY(users(engine::MatchReport::Fate::One) > 10 && session().activity().isEmpty());
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
    QTRY_VERIFY(preview()->preview()->item());
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

void TestStudio::yesNoColumnsHaveAnswersToo()
{
    openStudio();
    Mapping mapping;
    mapping.value = u"consents_purposes_newsletter_enabled"_s;
    mapping.column = u"donotbulkemail"_s;
    mapping.polarity = Mapping::Polarity::Inverted;
    session().changeMappings(u"start over"_s, {mapping});
    find<QTableView>(u"grid"_s)->selectRow(0);
    using Kind = Mapping::Action::Kind;
    using State = Mapping::State;
    const auto action = [this](State state) { return find<QComboBox>(u"stateAction%1"_s.arg(int(state))); };
    QVERIFY(find<QRadioButton>(u"invertedRadio"_s)->isChecked());
    QVERIFY(!find<gui::PickerBox>(u"stateLiteral0"_s)->isVisible()); // the polarity says what is written
    // An empty "do not" column allows, so it is offered only to who consented.
    QVERIFY(action(State::Given)->findData(int(Kind::Clear)) >= 0);
    QVERIFY(action(State::Refused)->findData(int(Kind::Clear)) < 0);
    QVERIFY(action(State::NoChoice)->findData(int(Kind::Clear)) < 0);
    QVERIFY(action(State::NoChoice)->findData(int(Kind::Literal)) < 0);
    QCOMPARE(action(State::NoChoice)->currentData().toInt(), int(Kind::LeaveAlone));

    support::choose(action(State::Given), int(Kind::LeaveAlone));
    QCOMPARE(drafted().first().actionOn(State::Given).kind, Kind::LeaveAlone);
    QCOMPARE(drafted().first().polarity, Mapping::Polarity::Inverted);
    session().undoStack().undo();
    QCOMPARE(drafted().first(), mapping);
}

void TestStudio::textsGoThroughSteps()
{
    openStudio();
    Mapping mapping;
    mapping.value = u"organization_user_id"_s;
    mapping.column = u"new_consentnote"_s;
    mapping.transforms = {{.kind = profile::Transform::Kind::LowerCase}};
    session().changeMappings(u"start over"_s, {mapping});
    find<QTableView>(u"grid"_s)->selectRow(0);
    auto *list = m_window->findChild<gui::TransformList *>(u"transformList"_s);
    QVERIFY(list->isVisible());
    auto *sample = find<QLineEdit>(u"sampleEdit"_s, list);
    auto *result = find<QLabel>(u"resultLabel"_s, list);
    QCOMPARE(result->text(), sample->text().toLower());
    type(sample, u"ABC"_s);
    QCOMPARE(result->text(), u"abc"_s);
    QCOMPARE(drafted().first(), mapping); // trying changes nothing

    auto *kind = find<QComboBox>(u"stepKind0"_s, list);
    support::choose(kind, int(profile::Transform::Kind::Template));
    auto *text = find<QLineEdit>(u"stepText0"_s, list);
    type(text, u"<{value}"_s);
    QCOMPARE(result->text(), u"<ABC"_s);
    QCOMPARE(drafted().first().transforms.first().text, u"<{value}"_s);
    type(text, u"{nobody}"_s);
    auto *note = find<gui::FieldNote>(u"stepNote0"_s, list);
    QCOMPARE(note->sign(), models::Sign::Failed); // at the field
    QVERIFY(note->text().contains(u"nobody"));
    QVERIFY(result->text().isEmpty());
    find<QToolButton>(u"stepRemove0"_s, list)->click();
    QVERIFY(drafted().first().transforms.isEmpty());
    session().undoStack().undo(); // the steps of one row are one step of editing
    QCOMPARE(drafted().first(), mapping);
    QCOMPARE(kind->currentData().toInt(), int(profile::Transform::Kind::LowerCase));
}

void TestStudio::directionIsKeptBeside()
{
    openStudio();
    find<QTableView>(u"grid"_s)->selectRow(2);
    const Mapping before = drafted().at(2);
    support::choose(find<QComboBox>(u"directionBox"_s), int(Mapping::Direction::Both));
    QCOMPARE(drafted().at(2).direction, Mapping::Direction::Both);
    find<QToolButton>(u"jsonButton"_s)->click();
    auto *kept = find<QTreeWidget>(u"keptList"_s);
    QVERIFY(kept->isVisible());
    const QStringList sentences = profile::keptBeside(drafted().at(2));
    QVERIFY(!sentences.isEmpty());
    for (const QString &sentence : sentences)
        QVERIFY2(!kept->findItems(sentence, Qt::MatchExactly, 1).isEmpty(), qPrintable(sentence));
    auto *json = find<QPlainTextEdit>(u"jsonEdit"_s);
    QVERIFY(!json->extraSelections().isEmpty());

    // Editing another row's JSON loses nothing of this one.
    QString text = json->toPlainText();
    json->setPlainText(text.replace(drafted().at(0).column, u"new_smsconsent"_s));
    mappings()->applyPending();
    QCOMPARE(drafted().at(0).column, u"new_smsconsent"_s);
    QCOMPARE(drafted().at(2).direction, Mapping::Direction::Both);
    session().undoStack().undo();
    session().undoStack().undo();
    QCOMPARE(drafted().at(2), before);
}

void TestStudio::aWholeMappingIsTypedByKeyboard()
{
    openStudio();
    find<QToolButton>(u"listsButton"_s)->setChecked(false);
    const qsizetype before = drafted().size();
    auto *grid = find<QTableView>(u"grid"_s);
    grid->setFocus();
    grid->selectRow(int(before) - 1);
    QTest::keyClick(grid, Qt::Key_Insert);
    QCOMPARE(drafted().size(), before + 1);
    const auto keys = [](const QString &text) {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    };
    QVERIFY(find<gui::PickerBox>(u"sourceBox"_s)->hasFocus());
    keys(u"consents_purposes_newsletter_enabled"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(find<gui::PickerBox>(u"targetBox"_s)->hasFocus());
    keys(u"donotfax"_s);
    for (int i = 0; i < 10 && !find<QRadioButton>(u"directRadio"_s)->hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(find<QRadioButton>(u"directRadio"_s)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    const Mapping made = drafted().last();
    QCOMPARE(made.value, u"consents_purposes_newsletter_enabled"_s);
    QCOMPARE(made.column, u"donotfax"_s);
    QCOMPARE(made.polarity, Mapping::Polarity::Inverted);
    QCOMPARE(session().verdicts().last().state, mapping::Verdict::State::Fine);
}

void TestStudio::ofFourHundredRowsOneIsTouched()
{
    openStudio();
    QList<Mapping> many;
    for (int i = 0; i < 400; ++i) {
        Mapping mapping;
        mapping.value = u"metadata.key%1"_s.arg(i);
        mapping.column = u"new_column%1"_s.arg(i);
        many.append(mapping);
    }
    session().changeMappings(u"start over"_s, many);
    auto *grid = find<QTableView>(u"grid"_s);
    grid->selectRow(200);
    const auto *model = m_window->findChild<MappingModel *>();
    QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
    support::choose(find<QComboBox>(u"directionBox"_s), int(Mapping::Direction::Both));
    QCOMPARE(drafted().at(200).direction, Mapping::Direction::Both);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 200);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(grid->selectionModel()->selectedRows().first().row(), 200);
    type(find<QLineEdit>(u"filterEdit"_s), u"new_column37"_s); // 37 and 370 … 379
    QCOMPARE(grid->model()->rowCount(), 11);
}

void TestStudio::currentModeMapsToPurposesAndTopics()
{
    openPractice();
    profile::Profile current = session().draft();
    current.integration.typeId = u"microsoft-dynamics-cpc"_s;
    current.integration.mappings = sandbox::currentMappings();
    session().setDraft(current);
    m_window->openPage(MainWindow::Page::Mappings);
    find<QToolButton>(u"listsButton"_s)->setChecked(true);
    session().load();
    QTRY_VERIFY(session().surroundings());
    const mapping::ConsentTree &tree = session().surroundings()->consentTree;
    QVERIFY(!tree.purposes.isEmpty() && !tree.topics.isEmpty());
    const auto *targets = m_window->findChild<models::TargetModel *>();
    QAbstractItemModelTester tester(const_cast<models::TargetModel *>(targets));
    for (const mapping::ConsentTree::Topic &topic : tree.topics) {
        const QModelIndex index = targets->indexOf(topic.id);
        QCOMPARE(index.data().toString(), topic.name);
        QCOMPARE(index.parent().data(ColumnModel::NameRole).toString(), topic.purposeId);
    }
    // By name, not by id; and judged against the tree.
    const auto *grid = m_window->findChild<MappingModel *>();
    QCOMPARE(grid->index(0, int(MappingModel::Column::Target)).data().toString(),
             models::targetName(drafted().first().column, {.tree = &tree}, profile::Mode::Current));
    QVERIFY(grid->index(0, int(MappingModel::Column::Target)).data().toString() != drafted().first().column);
    for (const mapping::Verdict &verdict : session().verdicts())
        QVERIFY2(verdict.state != mapping::Verdict::State::Error, qPrintable(verdict.message));

    find<QTableView>(u"grid"_s)->selectRow(0);
    support::choose(find<QComboBox>(u"channelBox"_s), int(profile::Channel::TextMessage));
    QCOMPARE(drafted().first().channel, profile::Channel::TextMessage);
    QVERIFY(!find<QWidget>(u"stateTable"_s)->isVisible());
    session().undoStack().undo();

    auto *columns = find<QWidget>(u"columnsPanel"_s);
    auto *search = find<QLineEdit>(u"searchEdit"_s, columns);
    const qsizetype before = drafted().size();
    type(search, tree.topics.last().name);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(drafted().size(), before + 1);
    Mapping wrong = drafted().first();
    wrong.column = u"11111111-2222-3333-4444-555555555555"_s;
    session().changeMappings(u"unknown"_s, {wrong});
    QVERIFY(session().verdicts().first().state == mapping::Verdict::State::Error ||
            session().verdicts().first().state == mapping::Verdict::State::Warning);
}

void TestStudio::otherIntegrationsAreJudgedToo()
{
    openPractice();
    profile::Profile other = session().draft();
    other.id = u"0c2d6f2a-7a2c-4a5e-9a53-5a3c2e4d1b00"_s;
    other.kind = profile::EnvironmentKind::Sandbox;
    other.name = u"The other one"_s;
    other.options.regulation = u"ccpa"_s; // into the same columns
    QVERIFY(m_house->profiles().save(other));
    session().load();
    QTRY_VERIFY(session().surroundings());
    QVERIFY(std::ranges::any_of(session().findings(), [](const mapping::LintFinding &finding) {
        return finding.message.contains(u"The other one");
    }));
}

QTEST_MAIN(TestStudio)
#include "tst_studio.moc"
