#pragma once

#include "gui/session.h"

#include <QDialog>

class QLineEdit;

namespace Ui {
class FurtherUserDialog;
}

namespace gui {

class FieldNote;
class Questions;

/// One further application user: its client id and how it signs in. What is wrong stands beside its field, and nothing
/// wrong can be taken over. Secrets that were typed are kept when the integration is saved.
class FurtherUserDialog : public QDialog
{
    Q_OBJECT

public:
    /// `index` of the user in the draft; the number of users for a new one.
    FurtherUserDialog(Session &session, Questions &questions, qsizetype index, QWidget *parent = nullptr);
    ~FurtherUserDialog() override;

    /// Puts the cursor into the field that a problem is about: "client_id", "client_secret" …
    void showField(const QString &member);

private:
    profile::FurtherUser entered() const;
    profile::Profile draftWith(const profile::FurtherUser &user) const;
    void fill();
    void judge();
    QString certificateProblem(const profile::FurtherUser &user) const;
    void showProblem(FieldNote *note, const profile::Problem *problem, bool isUntouched);
    void take();

    std::unique_ptr<Ui::FurtherUserDialog> m_ui;
    Session &m_session;
    Questions &m_questions;
    const qsizetype m_index;
    profile::FurtherUser m_before;    ///< As the draft has it.
    profile::SecretRef m_freshSecret; ///< Where what is typed here will be kept.
    profile::SecretRef m_freshPassphrase;
};

} // namespace gui
