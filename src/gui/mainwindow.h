#pragma once

#include "gui/expirywatch.h"
#include "gui/questions.h"
#include "gui/session.h"
#include "gui/testbench.h"
#include "gui/theme.h"

#include <QMainWindow>

#include <unordered_map>

class QLabel;
class QProgressBar;
class QToolButton;

namespace Ui {
class MainWindow;
}

namespace models {
class IntegrationListModel;
}

namespace gui {

class ConnectionPage;
class FieldNote;
class MappingsPage;
class PreviewPage;
class ResyncAction;
class ResyncPage;
class TestRound;

/// The window: the rail of integrations, the header of the one that is open, its pages, and what runs now.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Page { Connection, Mappings, Preview, Resync };
    static constexpr int pageCount = 4;

    MainWindow(Services &services, Questions &questions, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Reads the integrations; opens `id`, or the one that was open last when empty, or the welcome page.
    void start(const QString &id = {});

    bool open(const QString &id);
    void openPage(Page page);
    Session *session() const { return m_session; }
    PreviewPage *previewPage() const { return m_preview; } ///< nullptr until it was looked at.
    ResyncPage *resyncPage() const { return m_resync; }    ///< Likewise.

    /// Offers to make an integration from Didomi's JSON (or a profile file); `origin` is a file's name, or empty.
    void offerImport(const QByteArray &json, const QString &origin);

    void newIntegration();
    void saveIntegration();

    /// Tests every integration, Practice only when it is open or the only one.
    void testAll();

    /// Says something above everything else, until it is dismissed.
    void showBanner(const core::Error &problem);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildMenus();
    void buildStatusBar();
    void dressUp();
    void readIntegrations();
    void showWelcome();
    void showDamaged(int row);
    Session *adopt(std::unique_ptr<Session> session);
    void present(Session *session);
    Session *sessionOf(const QString &id) const;
    Session *sessionFor(const QString &id); ///< Made when there is none yet; nullptr when it cannot be.
    QList<profile::Profile> profiles() const;

    void refreshHeader();
    void refreshEntry(Session *session);
    void refreshActivity();
    void refreshPages();
    void refreshStandings();
    void cancel(); ///< What runs now.
    void resync(const QString &person);
    void remindOfExpiry();
    void showExpiry();
    void showProblem(const core::Error &problem);

    void importFile();
    void exportJson();
    void tellExported(const QString &path);
    void removeIntegration();
    void closeNext();
    bool mayLeaveRuns(); ///< No resync is going on, or it must not be waited for any more.
    void leaveRuns();
    void rememberLayout();
    void restoreLayout();
    void find();
    Page currentPage() const;

    std::unique_ptr<Ui::MainWindow> m_ui;
    Services &m_services;
    Questions &m_questions;
    models::IntegrationListModel *m_list;
    std::unordered_map<QString, std::unique_ptr<Session>> m_sessions;
    QPointer<Session> m_session;
    QList<store::StoredProfile> m_stored;
    QHash<QString, Standing> m_standings; ///< Of integrations without a session.

    // Made when first looked at.
    ConnectionPage *m_connection = nullptr;
    MappingsPage *m_mappings = nullptr;
    PreviewPage *m_preview = nullptr;
    ResyncPage *m_resync = nullptr;
    QWidget *m_holders[pageCount] = {};

    struct Actions {
        QAction *save, *revert, *remove, *exportJson, *undo, *redo, *find, *test, *testAll, *load;
        QList<QAction *> pages;
        ResyncAction *resync;
    } m_actions = {};

    FieldNote *m_activityNote = nullptr;
    QProgressBar *m_activityBar = nullptr;
    QToolButton *m_cancelButton = nullptr;
    FieldNote *m_problemNote = nullptr;
    QToolButton *m_problemCopy = nullptr;
    core::Error m_problem;
    bool m_mayClose = false;
    bool m_isLeaving = false; ///< Runs are ending, so that the window can close.

    TestRound *m_round;
    ExpiryWatch m_expiry;
    bool m_isReminder = false; ///< The banner reminds of something that ends.
};

} // namespace gui
