#include "gui/persondialog.h"
#include "gui/windowfixture.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace support;
using gui::MainWindow;

/// The preview in the window: whom it is about, and that it follows what is being changed.
class TestPreview : public QObject, public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(moveIn());
        openPractice();
        m_window->openPage(MainWindow::Page::Preview);
    }
    void cleanup() { moveOut(); }

    void followsUnsavedChanges()
    {
        QVERIFY(showSomethingToWrite());
        const int before = int(item()->writes().constFirst().cells.size());
        const QString column = item()->writes().constFirst().cells.constFirst().column;

        QList<profile::Mapping> fewer = session().draft().integration.mappings;
        fewer.removeIf([&column](const profile::Mapping &mapping) { return mapping.column == column; });
        session().changeMappings(u"take one away"_s, fewer);
        QVERIFY(!shown().whyNot().isEmpty()); // what is on screen is not what the rules say now
        QTRY_VERIFY(isUpToDate());
        QVERIFY(session().isDirty());
        const int after = item()->isWrite() ? int(item()->writes().constFirst().cells.size()) : 0;
        QCOMPARE(after, before - 1);
        QVERIFY(!shown().whyNot().isEmpty()); // only what is saved is pushed

        session().undoStack().undo();
        QTRY_VERIFY(isUpToDate());
        QCOMPARE(int(item()->writes().constFirst().cells.size()), before);
        QVERIFY(shown().whyNot().isEmpty());
    }

    void asksNobodyForAConnectionThatIsBeingTyped()
    {
        QVERIFY(showSomethingToWrite());
        profile::Profile draft = session().draft();
        draft.integration.instance = u"half-typed.exam"_s;
        session().setDraft(draft);
        QTest::qWait(600); // longer than the pause after typing
        QVERIFY(!session().isLoading());
        QVERIFY(!shown().isPlanning());
        QVERIFY(item());
        QVERIFY(!shown().whyNot().isEmpty());
    }

    void isMadeWhileBothEndsAreReadAnew()
    {
        QVERIFY(showSomethingToWrite());
        const QString id = item()->person;
        shown().person(id);
        QTRY_COMPARE(session().activity(), gui::Preview::tr("Asking Didomi for this person"));
        session().load();
        QTRY_VERIFY(item() && !shown().isPlanning());
        QCOMPARE(item()->person, id);
        QVERIFY(item()->isWrite());
        QTRY_VERIFY(!session().isLoading());
    }

    void findsSomebodyAndPreviews()
    {
        const QString id = m_house->practice().people().constFirst().id;
        QTest::mouseClick(find<QPushButton>(u"findButton"_s, preview()), Qt::LeftButton);
        auto *dialog = preview()->findChild<gui::PersonDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        QTest::keyClicks(find<QLineEdit>(u"textEdit"_s, dialog), id);
        QTest::keyClick(find<QLineEdit>(u"textEdit"_s, dialog), Qt::Key_Return);
        QTRY_COMPARE(dialog->person(), id);
        QTest::keyClick(find<QTreeWidget>(u"list"_s, dialog), Qt::Key_Return);
        QTRY_VERIFY(item());
        QCOMPARE(item()->person, id);
    }

    void anExampleIsWrittenAndPreviewed()
    {
        const QString id = m_house->practice().people().constFirst().id;
        type(find<gui::PickerBox>(u"personBox"_s, preview())->lineEdit(), id);
        const QList<QAction *> actions = find<QPushButton>(u"eventButton"_s, preview())->menu()->actions();
        actions.constLast()->trigger();
        QTRY_VERIFY(preview()->findChild<QPlainTextEdit *>(u"jsonEdit"_s));
        auto *edit = preview()->findChild<QPlainTextEdit *>(u"jsonEdit"_s);
        QVERIFY(edit->toPlainText().contains(id));
        auto *dialog = qobject_cast<QDialog *>(edit->window());
        QVERIFY(dialog);
        QPushButton *ok = find<QDialogButtonBox>(u"buttons"_s, dialog)->button(QDialogButtonBox::Ok);
        QVERIFY(ok->isEnabled());
        ok->click();
        QTRY_VERIFY(item());
        QCOMPARE(item()->person, id);
    }

private:
    gui::Preview &shown() { return *preview()->preview(); }
    const engine::PlanItem *item() { return shown().item(); }

    bool isUpToDate()
    {
        return item() && !shown().isPlanning() &&
               shown().whyNot() != gui::Preview::tr("The preview is being brought up to date.");
    }

    bool showSomethingToWrite()
    {
        for (const gui::PracticeGround::SamplePerson &person : m_house->practice().people()) {
            preview()->previewPerson(person.id);
            if (!QTest::qWaitFor([this] { return !shown().isPlanning(); }, support::patienceMs))
                return false;
            if (item() && item()->isWrite())
                return true;
        }
        return false;
    }
};

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
