#pragma once

#include "gui/session.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace Ui {
class ConnectionPage;
}

namespace models {
class StepModel;
}

namespace gui {

class FieldNote;

/// The Connection page: the form of both ends on the left, the steps of the connection test on the right.
class ConnectionPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionPage(QWidget *parent = nullptr);
    ~ConnectionPage() override;

    void setSession(Session *session);

    /// Puts the cursor into the field that a problem is about ("authentication.client_id"), and opens what hides it.
    void showField(const QString &field);

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

private:
    struct Field; ///< A line of text of the profile: where it is kept, which edit shows it, which note explains it.
    void buildFields();
    void fill();
    void takeOver();
    void updateNotes();
    void updateSecretNotes();
    void updateMatch();
    void updateSteps();
    void updateVerdict();
    void showStep();
    void askForKeychain();
    FieldNote *noteOf(const QString &field) const;
    QWidget *widgetOf(const QString &field) const;

    std::unique_ptr<Ui::ConnectionPage> m_ui;
    std::vector<Field> m_fields;
    models::StepModel *m_steps;
    QPointer<Session> m_session;
    std::optional<keychain::Availability> m_keychain;
    bool m_isAskingKeychain = false;
    bool m_isFilling = false;
};

} // namespace gui
