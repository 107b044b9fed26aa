#pragma once

#include "gui/session.h"

#include <QWidget>

class QFormLayout;

namespace Ui {
class FurtherUsersForm;
}

namespace gui {

class Questions;

/// The application users that write beside the first one, each with a limit of its own.
class FurtherUsersForm : public QWidget
{
    Q_OBJECT

public:
    explicit FurtherUsersForm(QWidget *parent = nullptr);
    ~FurtherUsersForm() override;

    void setQuestions(Questions *questions) { m_questions = questions; }
    void setSession(Session *session);
    void fill(const profile::Profile &draft);

    QFormLayout *form() const;
    QWidget *widgetOf(const QString &field) const; ///< nullptr for fields of others. Chooses the user that it is about.

private:
    void updateNote();
    void updateActions();
    void edit(qsizetype index);
    void remove();

    std::unique_ptr<Ui::FurtherUsersForm> m_ui;
    Questions *m_questions = nullptr;
    QPointer<Session> m_session;
};

} // namespace gui
