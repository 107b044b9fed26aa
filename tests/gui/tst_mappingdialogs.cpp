#include "gui/comparedialog.h"
#include "gui/fieldnote.h"
#include "gui/targetdialog.h"
#include "gui/windowfixture.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using gui::MainWindow;
using models::Sign;
using profile::Mapping;
using support::type;

/// The dialogs beside the mappings: what another integration maps, and how rows are found and made.
class TestMappingDialogs : public QObject, private support::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void differencesAreTakenOverWhenTicked();
    void theOtherModeIsRefused();
    void rowsAreFoundByAKeyOfSeveralColumns();
    void tablesAreChecked();
    void newRowsGetWhatIsRequired();
    void addressesComeFromSomewhere();
    void nothingChangesWhenItIsCancelled();

private:
    void open();
    gui::TargetDialog *openRows();
    const QList<Mapping> &drafted() { return session().draft().integration.mappings; }
};

void TestMappingDialogs::init()
{
    QVERIFY(moveIn());
}

void TestMappingDialogs::cleanup()
{
    moveOut();
}

void TestMappingDialogs::open()
{
    openPractice();
    m_window->openPage(MainWindow::Page::Mappings);
    session().load();
    QTRY_VERIFY(session().surroundings());
}

gui::TargetDialog *TestMappingDialogs::openRows()
{
    find<QToolButton>(u"rowsButton"_s)->click();
    return m_window->findChild<gui::TargetDialog *>();
}

void TestMappingDialogs::differencesAreTakenOverWhenTicked()
{
    open();
    const QList<Mapping> ours = drafted();
    profile::Profile other = session().draft();
    other.id = u"0c2d6f2a-7a2c-4a5e-9a53-5a3c2e4d1b00"_s;
    other.name = u"The other one"_s;
    other.kind = profile::EnvironmentKind::Sandbox;
    auto &theirs = other.integration.mappings;
    theirs.removeAt(0); // only here
    theirs.first().polarity = Mapping::Polarity::Direct;
    Mapping more;
    more.value = u"consents_purposes_sms_marketing_enabled"_s;
    more.column = u"donotfax"_s;
    more.polarity = Mapping::Polarity::Inverted;
    theirs.append(more);
    Mapping lost = more;
    lost.column = u"new_nowhere"_s;
    theirs.append(lost);
    QVERIFY(m_house->profiles().save(other));

    find<QToolButton>(u"compareButton"_s)->click();
    auto *dialog = m_window->findChild<gui::CompareDialog *>();
    QVERIFY(dialog);
    auto *others = find<QComboBox>(u"otherBox"_s, dialog);
    others->setCurrentIndex(others->findText(u"The other one"_s));
    auto *list = find<QTreeWidget>(u"list"_s, dialog);
    QTRY_VERIFY(list->topLevelItemCount() > 0);
    QCOMPARE(list->topLevelItemCount(), 4); // changed, added, removed; and what has no counterpart
    QVERIFY(find<gui::FieldNote>(u"stateNote"_s, dialog)->sign() == Sign::Warning);
    QPushButton *take = find<QDialogButtonBox>(u"buttons"_s, dialog)->button(QDialogButtonBox::Ok);
    QVERIFY(!take->isEnabled()); // nothing is taken by itself
    QVERIFY(!(list->topLevelItem(3)->flags() & Qt::ItemIsUserCheckable));
    find<QPushButton>(u"allButton"_s, dialog)->click();
    QCOMPARE(dialog->tickedCount(), 2); // nothing is removed unless asked for by itself
    take->click();
    QCOMPARE(drafted().size(), ours.size() + 1);
    QCOMPARE(drafted().at(0), ours.at(0));
    QCOMPARE(drafted().at(1).polarity, Mapping::Polarity::Direct);
    QCOMPARE(drafted().last().column, u"donotfax"_s);
    QVERIFY(session().undoStack().undoText().contains(u"The other one"));
    session().undoStack().undo(); // one step
    QCOMPARE(drafted(), ours);
}

void TestMappingDialogs::theOtherModeIsRefused()
{
    open();
    profile::Profile other = session().draft();
    other.id = u"0c2d6f2a-7a2c-4a5e-9a53-5a3c2e4d1b00"_s;
    other.name = u"The other one"_s;
    other.kind = profile::EnvironmentKind::Sandbox;
    other.integration.typeId = u"microsoft-dynamics-cpc"_s;
    QVERIFY(m_house->profiles().save(other));
    find<QToolButton>(u"compareButton"_s)->click();
    auto *dialog = m_window->findChild<gui::CompareDialog *>();
    auto *others = find<QComboBox>(u"otherBox"_s, dialog);
    others->setCurrentIndex(others->findText(u"The other one"_s));
    QCOMPARE(find<gui::FieldNote>(u"stateNote"_s, dialog)->sign(), Sign::Failed);
    QCOMPARE(find<QTreeWidget>(u"list"_s, dialog)->topLevelItemCount(), 0);
    dialog->reject();
}

void TestMappingDialogs::rowsAreFoundByAKeyOfSeveralColumns()
{
    open();
    gui::TargetDialog *dialog = openRows();
    QVERIFY(dialog);
    auto *tableBox = find<gui::PickerBox>(u"tableBox"_s, dialog);
    support::pick(tableBox, u"new_subscriber"_s);
    auto *note = find<gui::FieldNote>(u"tableNote"_s, dialog);
    QTRY_COMPARE(note->sign(), Sign::Passed);
    support::choose(find<QComboBox>(u"kindBox"_s, dialog), int(profile::MatchRule::Kind::AlternateKey));
    auto *keys = find<QComboBox>(u"keyBox"_s, dialog);
    int several = -1;
    for (int i = 0; i < keys->count(); ++i)
        several = keys->itemText(i).contains(u"new_country") ? i : several;
    QVERIFY(several >= 0);
    keys->setCurrentIndex(several);
    Q_EMIT keys->activated(several);
    QCOMPARE(dialog->result().match.more.size(), 1);
    type(find<QLineEdit>(u"partValue0"_s, dialog), u"brand-1"_s);
    QCOMPARE(dialog->result().match.more.first().value, u"brand-1"_s);
    support::choose(find<QComboBox>(u"partFrom0"_s, dialog), int(profile::KeyPart::From::Metadata));
    const profile::MatchRule rule = dialog->result().match;
    const profile::Profile before = session().draft();
    dialog->accept();
    QCOMPARE(session().draft().match, rule);
    QCOMPARE(session().draft().options.table, u"new_subscriber"_s);
    session().undoStack().undo();
    QCOMPARE(session().draft(), before);
}

void TestMappingDialogs::tablesAreChecked()
{
    open();
    gui::TargetDialog *dialog = openRows();
    auto *tableBox = find<gui::PickerBox>(u"tableBox"_s, dialog);
    QTRY_VERIFY(tableBox->count() > 2); // what the environment has
    support::pick(tableBox, u"new_nosuchtable"_s);
    auto *note = find<gui::FieldNote>(u"tableNote"_s, dialog);
    QTRY_COMPARE(note->sign(), Sign::Failed);
    dialog->reject();
}

void TestMappingDialogs::newRowsGetWhatIsRequired()
{
    open();
    gui::TargetDialog *dialog = openRows();
    support::pick(find<gui::PickerBox>(u"tableBox"_s, dialog), u"lead"_s);
    auto *note = find<gui::FieldNote>(u"tableNote"_s, dialog);
    QTRY_COMPARE(note->sign(), Sign::Passed);
    auto *upsert = find<QCheckBox>(u"upsertBox"_s, dialog);
    if (!upsert->isChecked())
        upsert->click();
    auto *constants = find<QTableWidget>(u"constantsTable"_s, dialog);
    QVERIFY(constants->rowCount() > 0); // listed by itself, to be filled
    auto *constantsNote = find<gui::FieldNote>(u"constantsNote"_s, dialog);
    QCOMPARE(constantsNote->sign(), Sign::Warning);
    for (int row = 0; row < constants->rowCount(); ++row) {
        auto *text = qobject_cast<QLineEdit *>(constants->cellWidget(row, 1));
        text->setText(u"From Didomi"_s);
        Q_EMIT text->textEdited(text->text());
    }
    QCOMPARE(constantsNote->sign(), Sign::Passed);
    QCOMPARE(dialog->result().newRow.size(), constants->rowCount());
    dialog->accept();
    QVERIFY(!session().draft().newRow.isEmpty());
    QVERIFY(session().draft().integration.upsertMode);
}

void TestMappingDialogs::addressesComeFromSomewhere()
{
    openPractice();
    profile::Profile current = session().draft();
    current.integration.typeId = u"microsoft-dynamics-cpc"_s;
    session().setDraft(current);
    m_window->openPage(MainWindow::Page::Mappings);
    gui::TargetDialog *dialog = openRows();
    support::choose(find<QComboBox>(u"pointFrom0"_s, dialog), int(profile::ContactPoint::From::Metadata));
    auto *name = find<gui::PickerBox>(u"pointName0"_s, dialog);
    dialog->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(2);
    support::pick(name, u"email"_s);
    dialog->accept();
    const profile::ContactPoint expected{.from = profile::ContactPoint::From::Metadata, .name = u"email"_s};
    QCOMPARE(session().draft().contactPoints.email, expected);
    session().undoStack().undo();
    QCOMPARE(session().draft(), current);
}

void TestMappingDialogs::nothingChangesWhenItIsCancelled()
{
    open();
    const profile::Profile before = session().draft();
    gui::TargetDialog *dialog = openRows();
    support::choose(find<QComboBox>(u"kindBox"_s, dialog), int(profile::MatchRule::Kind::RowId));
    dialog->reject();
    QCOMPARE(session().draft(), before);
}

QTEST_MAIN(TestMappingDialogs)
#include "tst_mappingdialogs.moc"
