#pragma once

#include "engine/librarydesk.h"
#include "models/sign.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class HistoryPanel;
}

namespace models {
class PlanListModel;
}

namespace gui {

class ColumnShares;
class Questions;
class Session;

/// Earlier plans and runs of an integration: to open, go on with, delete; those that are about a person; and to forget
/// somebody everywhere.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget *parent = nullptr);
    ~HistoryPanel() override;

    void setUp(Questions &questions); ///< Once, before anything else.
    void setSession(Session *session);
    void reload();
    void focusFilter();

    const QList<store::RunEntry> &runs() const { return m_runs; } ///< All of the integration, newest first.

Q_SIGNALS:
    void listed(); ///< runs() is known anew.
    void openWanted(const QString &path);
    void resumeWanted(const QString &path);

private:
    void connectDesk();
    void search();
    void show(const QList<store::RunEntry> &runs);
    void refresh();
    void remove();
    void erase();
    void tell(const QString &text, models::Sign sign);
    QString person() const;
    QString chosenPath() const;

    std::unique_ptr<Ui::HistoryPanel> m_ui;
    models::PlanListModel *m_plans;
    ColumnShares *m_shares = nullptr;
    Questions *m_questions = nullptr;
    QPointer<Session> m_session;
    std::unique_ptr<engine::LibraryDesk> m_desk; ///< Of the session.
    QList<store::RunEntry> m_runs;
    bool m_isListed = false;
    QString m_found; ///< Who is listed; empty: everything.
    int m_foundItems = 0;
    QTimer m_typing;
};

} // namespace gui
