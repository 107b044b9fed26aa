#pragma once

#include "gui/live.h"
#include "gui/session.h"

#include <QTimer>
#include <QWidget>

namespace Ui {
class LivePanel;
}

namespace models {
class ArrivalModel;
}

namespace gui {

class Questions;
class ResyncAction;

/// Consents as they arrive: where they come from, what became of each, what waits and what was given up, and for the
/// one that is chosen the preview of exactly it.
///
/// However many arrive, it is refreshed a few times a second; a row costs nothing until it is seen.
class LivePanel : public QWidget
{
    Q_OBJECT

public:
    explicit LivePanel(QWidget *parent = nullptr);
    ~LivePanel() override;

    /// Once, before anything else.
    void setUp(Questions &questions, ResyncAction &resync);

    void setSession(Session *session);
    void focusFilter();

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildMenus();
    void buildTables();
    void toggle();
    void changeDryRun(bool on);
    void openFile();
    void editSources();
    void applyFilter();

    void later(); ///< refresh(), but not more often than anybody can read.
    void refresh();
    void refreshActions();
    void refreshNotes();
    void refreshParked();
    void showPage();
    void showEmpty();
    void keepPlace(int added);
    void drawPictures();

    void choose(qint64 number);
    void fitColumns();
    void showDetails();
    QString chosenPerson() const;
    void copyPerson();
    void tryAgain();
    void report(const core::Result<int> &moved);

    std::unique_ptr<Ui::LivePanel> m_ui;
    Questions *m_questions = nullptr;
    ResyncAction *m_resync = nullptr;
    QPointer<Session> m_session;
    models::ArrivalModel *m_parked;
    store::Inbox::Counts m_counts;
    qint64 m_chosen = 0;    ///< Of which the details are shown; 0: of none.
    QString m_shownDetails; ///< What they were made of, so that they are made anew only when something changed.
    int m_added = 0;        ///< Rows that came on top while the user looks further down.
    QTimer m_later;
    QTimer m_second; ///< While it runs: rates and times grow old.
    QAction *m_copyPerson = nullptr;
    QAction *m_tryAgain = nullptr;
    QAction *m_copyUrl = nullptr;
};

} // namespace gui
