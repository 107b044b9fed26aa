#include "gui/persondialog.h"
#include "gui/windowfixture.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

using namespace support;

/// Finding a person in the window, against the sandbox.
class TestPersonDialog : public QObject, public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(moveIn());
        openPractice();
        m_dialog = new gui::PersonDialog(session(), m_window.get());
        m_dialog->open();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }
    void cleanup() { moveOut(); }

    void findsByKeyboardAlone()
    {
        const QString id = m_house->practice().people().constFirst().id;
        QTest::keyClicks(edit(), id.left(id.indexOf(u'@') > 0 ? id.indexOf(u'@') : 6));
        QTest::keyClick(edit(), Qt::Key_Return);
        QTRY_VERIFY(list()->topLevelItemCount() > 0);
        QVERIFY(list()->hasFocus());
        while (m_dialog->person() != id) {
            const QString before = m_dialog->person();
            QTest::keyClick(list(), Qt::Key_Down);
            QVERIFY(m_dialog->person() != before);
        }
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(m_dialog->result(), int(QDialog::Accepted));
        QCOMPARE(m_dialog->person(), id);
    }

    void offersNobodyUntilSomebodyIsFound()
    {
        QVERIFY(!take()->isEnabled());
        QVERIFY(!search()->isEnabled());
        QTest::keyClicks(edit(), u"nobody is called so"_s);
        QTest::keyClick(edit(), Qt::Key_Return);
        QTRY_COMPARE(note(), u"Nobody was found."_s);
        QVERIFY(!take()->isEnabled());
        QCOMPARE(m_dialog->result(), int(QDialog::Rejected)); // Enter searched; it did not close the dialog
        QVERIFY(m_dialog->isVisible());
    }

    void takesTheNewest()
    {
        QTest::mouseClick(find<QPushButton>(u"newestButton"_s, m_dialog), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->person().isEmpty());
        QVERIFY(take()->isEnabled());
    }

    void canBeStopped()
    {
        QTest::keyClicks(edit(), u"a"_s);
        QTest::mouseClick(search(), Qt::LeftButton);
        QTRY_VERIFY(search()->isEnabled()); // the job runs, or is done
        delete m_dialog;                    // whatever runs goes with it, and nothing crashes
        QTest::qWait(50);
    }

private:
    QLineEdit *edit() { return find<QLineEdit>(u"textEdit"_s, m_dialog); }
    QTreeWidget *list() { return find<QTreeWidget>(u"list"_s, m_dialog); }
    QPushButton *search() { return find<QPushButton>(u"searchButton"_s, m_dialog); }
    QPushButton *take() { return find<QDialogButtonBox>(u"buttons"_s, m_dialog)->button(QDialogButtonBox::Ok); }
    QString note() { return find<QLabel>(u"resultNote"_s, m_dialog)->text(); }

    gui::PersonDialog *m_dialog = nullptr;
};

QTEST_MAIN(TestPersonDialog)
#include "tst_persondialog.moc"
