#pragma once

#include "engine/matchreport.h"
#include "gui/session.h"

#include <QDialog>

namespace Ui {
class MatchDialog;
}

namespace gui {

/// How many of Didomi's users find no row, one, or several: asked before anything is saved or written.
class MatchDialog : public QDialog
{
    Q_OBJECT

public:
    MatchDialog(Session &session, QWidget *parent);
    ~MatchDialog() override;

private:
    void start();
    void show(const engine::MatchReport &report);
    void showAdvice();
    void finish(const core::Error &problem);

    std::unique_ptr<Ui::MatchDialog> m_ui;
    Session &m_session;
    QPointer<engine::MatchReportJob> m_job;
    engine::MatchReport m_report;
};

} // namespace gui
