#pragma once

#include "engine/personsearch.h"
#include "gui/session.h"

#include <QDialog>

namespace Ui {
class PersonDialog;
}

namespace gui {

/// Finds somebody by name, address or id, or takes whoever changed something last.
class PersonDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PersonDialog(Session &session, QWidget *parent);
    ~PersonDialog() override;

    QString person() const; ///< The organization_user_id that was chosen; empty when nobody was.

private:
    void search();
    void findNewest();
    void begin(core::JobBase *job, const QString &what);
    void end(const core::Error &problem);
    void list(const engine::FoundPeople &found);
    void refresh();

    std::unique_ptr<Ui::PersonDialog> m_ui;
    Session &m_session;
    QPointer<core::JobBase> m_job;
    int m_round = 0; ///< Answers to an older question are dropped.
};

} // namespace gui
