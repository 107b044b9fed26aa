#include "gui/icons.h"
#include "gui/mainwindow.h"
#include "gui/resyncaction.h"
#include "gui/testbench.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QSettings>
#include <QShortcut>

namespace gui {

using namespace Qt::StringLiterals;

void MainWindow::buildMenus()
{
    const auto add = [this](QMenu *menu, const QString &text, const QString &icon, const QKeySequence &key,
                            auto handler) {
        QAction *action = menu->addAction(text, this, handler);
        if (!icon.isEmpty())
            action->setIcon(icons::icon(icon));
        action->setShortcut(key);
        return action;
    };
    QMenu *file = menuBar()->addMenu(tr("&File"));
    add(file, tr("&New integration"), u"add"_s, QKeySequence::New, [this] { newIntegration(); });
    add(file, tr("&Import Didomi’s JSON…"), u"import"_s, QKeySequence::Open, [this] { importFile(); });
    m_actions.exportJson = add(file, tr("&Export Didomi’s JSON…"), u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E),
                               [this] { exportJson(); });
    file->addSeparator();
    m_actions.save = add(file, tr("&Save"), u"save"_s, QKeySequence::Save, [this] { saveIntegration(); });
    m_actions.revert = add(file, tr("&Revert to what is saved"), u"undo"_s, {}, [this] {
        if (m_session)
            m_session->revert();
    });
    m_actions.remove = add(file, tr("Remo&ve integration…"), u"remove"_s, {}, [this] { removeIntegration(); });
    file->addSeparator();
    add(file, tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_actions.undo = add(edit, tr("&Undo in mappings"), u"undo"_s, QKeySequence::Undo, [this] {
        if (m_session)
            m_session->undoStack().undo();
    });
    m_actions.redo = add(edit, tr("&Redo in mappings"), u"redo"_s, QKeySequence::Redo, [this] {
        if (m_session)
            m_session->undoStack().redo();
    });
    edit->addSeparator();
    m_actions.find = add(edit, tr("&Find in the list"), u"search"_s, QKeySequence::Find, [this] { find(); });

    QMenu *integration = menuBar()->addMenu(tr("&Integration"));
    m_actions.test = add(integration, tr("&Test connection"), u"test"_s, QKeySequence(Qt::Key_F5), [this] {
        if (!m_session)
            return;
        openPage(Page::Connection);
        m_session->tests().start();
    });
    m_actions.testAll = add(integration, tr("Test &all integrations"), u"test"_s, QKeySequence(Qt::CTRL | Qt::Key_F5),
                            [this] { testAll(); });
    m_actions.load =
        add(integration, tr("&Load columns and purposes"), u"refresh"_s, QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
            if (m_session && !m_session->isLoading())
                m_session->load();
        });

    integration->addSeparator();
    m_actions.resync = new ResyncAction(this);
    integration->addAction(m_actions.resync);
    connect(m_actions.resync, &ResyncAction::wanted, this, &MainWindow::resync);

    integration->addSeparator();
    add(integration, tr("What &expires…"), u"calendar"_s, {}, [this] { showExpiry(); });

    QMenu *view = menuBar()->addMenu(tr("&View"));
    const QString names[pageCount] = {tr("&Connection"), tr("&Mappings"), tr("&Preview && Live"), tr("Res&ync")};
    for (int page = 0; page < pageCount; ++page) {
        m_actions.pages += add(view, names[page], {}, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + page)),
                               [this, page] { openPage(Page(page)); });
    }
    view->addSeparator();
    auto *rail = add(view, tr("&List of integrations"), {}, QKeySequence(Qt::Key_F9),
                     [this] { m_ui->railPanel->setHidden(m_ui->railPanel->isVisible()); });
    rail->setToolTip(tr("Show or hide the list of integrations"));
    QMenu *colours = view->addMenu(tr("C&olours"));
    auto *group = new QActionGroup(this);
    const QString kept = m_services.settings().value(u"theme"_s, u"system"_s).toString();
    const std::tuple<QString, QString, theme::Choice> choices[] = {
        {tr("As the &system"), u"system"_s, theme::Choice::System},
        {tr("&Light"), u"light"_s, theme::Choice::Light},
        {tr("&Dark"), u"dark"_s, theme::Choice::Dark}};
    for (const auto &[text, word, choice] : choices) {
        QAction *action = colours->addAction(text, this, [this, word = word, choice = choice] {
            m_services.settings().setValue(u"theme"_s, word);
            theme::apply(choice);
        });
        action->setCheckable(true);
        action->setChecked(kept == word);
        group->addAction(action);
    }

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("&About Consent Bridge"), {}, {}, [this] {
        m_questions.tell(this, tr("About Consent Bridge"),
                         tr("Consent Bridge %1").arg(QCoreApplication::applicationVersion()),
                         tr("Runs the link between Didomi and Microsoft Dynamics 365. Free software under the GNU "
                            "General Public License, version 3 or later."));
    });

    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &MainWindow::cancel);
}

} // namespace gui
