#pragma once

#include "gui/session.h"

#include <QWidget>

class QFormLayout;

namespace Ui {
class NetworkForm;
}

namespace gui {

class Questions;

/// How requests leave this computer: the proxy, and authorities to trust beside the system's.
class NetworkForm : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkForm(QWidget *parent = nullptr);
    ~NetworkForm() override;

    void setQuestions(Questions *questions) { m_questions = questions; }
    void setSession(Session *session);

    void fill(const profile::Profile &draft);
    void takeOver(profile::Profile &draft) const;

    QFormLayout *form() const;
    QWidget *widgetOf(const QString &field) const; ///< nullptr for fields of others.

    /// What is wrong with a field, or nothing with an empty text.
    void showNote(const QString &field, const QString &text, models::Sign sign);
    void clearNotes();

Q_SIGNALS:
    void edited(); ///< takeOver() gives something else now.

private:
    void updateRows();

    std::unique_ptr<Ui::NetworkForm> m_ui;
    Questions *m_questions = nullptr;
};

} // namespace gui
