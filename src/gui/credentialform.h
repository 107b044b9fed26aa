#pragma once

#include "gui/session.h"

#include <QTimer>
#include <QWidget>

class QFormLayout;

namespace Ui {
class CredentialForm;
}

namespace gui {

class FieldNote;
class Questions;

/// How the app registration proves who it is: a client secret with a second slot beside it, or a certificate.
class CredentialForm : public QWidget
{
    Q_OBJECT

public:
    explicit CredentialForm(QWidget *parent = nullptr);
    ~CredentialForm() override;

    void setQuestions(Questions *questions) { m_questions = questions; }
    void setSession(Session *session);

    void fill(const profile::Profile &draft);
    void takeOver(profile::Profile &draft) const;

    QFormLayout *form() const;
    QWidget *widgetOf(const QString &field) const; ///< nullptr for fields of others.
    void showNote(const QString &field, const QString &text, models::Sign sign);

Q_SIGNALS:
    void edited(); ///< takeOver() gives something else now.

private:
    void updateRows();
    void updateNextSlot();
    void updateNotes();
    void readCertificate();
    void showCertificate(const core::Result<core::Secret> &passphrase);

    std::unique_ptr<Ui::CredentialForm> m_ui;
    Questions *m_questions = nullptr;
    QPointer<Session> m_session;
    QTimer m_reading; ///< A certificate is read when typing has come to rest.
    QString m_readFile;
};

} // namespace gui
