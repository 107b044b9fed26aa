#pragma once

#include "app/house.h"
#include "gui/connectionpage.h"
#include "gui/mainwindow.h"
#include "gui/mappingspage.h"
#include "gui/pickerbox.h"
#include "gui/previewpage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

/// What the tests of the window share.
namespace support {

using namespace Qt::StringLiterals;
using gui::PickerBox;
using gui::Questions;

/// Answers instead of the user, and remembers what was asked.
class Answers final : public Questions
{
public:
    void askUnsaved(QWidget *, const QString &integration, std::function<void(Unsaved)> answer) override
    {
        asked += integration;
        answer(unsaved);
    }
    void confirm(QWidget *, const Confirmation &what, std::function<void(bool)> answer) override
    {
        asked += what.question;
        consequences = what.consequences;
        answer(yes);
    }
    void openFile(QWidget *, const QString &, const QString &, std::function<void(QString)> answer) override
    {
        answer(path);
    }
    void openFiles(QWidget *, const QString &, const QString &, std::function<void(QStringList)> answer) override
    {
        answer(path.isEmpty() ? QStringList() : QStringList{path});
    }
    void openFolder(QWidget *, const QString &, std::function<void(QString)> answer) override { answer(path); }
    void saveFile(QWidget *, const QString &, const QString &, const QString &,
                  std::function<void(QString)> answer) override
    {
        answer(path);
    }
    void tell(QWidget *, const QString &, const QString &, const QString &) override {}

    Unsaved unsaved = Unsaved::Stay;
    bool yes = false;
    QString path; ///< Where files are opened and saved.
    QStringList asked;
    QString consequences;
};

/// Types as a person would: replaces what is there.
inline void type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    if (text.isEmpty())
        QTest::keyClick(edit, Qt::Key_Delete);
    else
        QTest::keyClicks(edit, text);
}

inline void pick(PickerBox *box, const QString &id)
{
    type(box->lineEdit(), id);
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
}

inline void choose(QComboBox *box, int data)
{
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

/// A home of its own, the program's things in it, and a window.
class WindowFixture
{
protected:
    bool moveIn(core::Clock &clock = core::Clock::system())
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_house = std::make_unique<app::House>(store::Paths::below(m_home->path()), clock);
        m_answers = std::make_unique<Answers>();
        return m_home->isValid();
    }

    void moveOut()
    {
        m_window.reset();
        m_house.reset();
    }

    void startWindow(const QString &id = {})
    {
        m_window = std::make_unique<gui::MainWindow>(*m_house, *m_answers);
        m_window->start(id);
        m_window->resize(1100, 760);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void openPractice()
    {
        startWindow(m_house->practice().profileId());
        QVERIFY(m_window->session());
    }

    template <typename T>
    T *find(const QString &name, QWidget *within = nullptr)
    {
        T *found = (within ? within : m_window.get())->findChild<T *>(name);
        if (!found)
            qWarning("no child %s", qPrintable(name));
        return found;
    }

    gui::ConnectionPage *connection() { return m_window->findChild<gui::ConnectionPage *>(); }
    gui::MappingsPage *mappings() { return m_window->findChild<gui::MappingsPage *>(); }
    gui::PreviewPage *preview() { return m_window->previewPage(); }
    gui::Session &session() { return *m_window->session(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<app::House> m_house;
    std::unique_ptr<Answers> m_answers;
    std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace support
