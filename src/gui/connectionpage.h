#pragma once

#include "gui/pickerbox.h"
#include "gui/session.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace Ui {
class ConnectionPage;
}

namespace gui {

class FieldNote;
class Questions;

/// The Connection page: the form of both ends on the left, the steps of the connection test on the right.
class ConnectionPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionPage(Questions &questions, QWidget *parent = nullptr);
    ~ConnectionPage() override;

    void setSession(Session *session);

    /// Puts the cursor into the field that a problem is about ("authentication.client_id"), and opens what hides it.
    /// False for a field that stands elsewhere.
    bool showField(const QString &field);

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

Q_SIGNALS:
    void fieldWanted(const QString &field); ///< One that stands on another page.

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Field; ///< A line of text of the profile: where it is kept, which edit shows it, which note explains it.
    void buildFields();
    void fill();
    void takeOver();
    void updateNotes();
    void updateMatch();
    QWidget *widgetOf(const QString &field) const;

    std::unique_ptr<Ui::ConnectionPage> m_ui;
    std::vector<Field> m_fields;
    QList<PickerBox::Choice> m_authorities;
    QPointer<Session> m_session;
    bool m_isFilling = false;
    bool m_isLaidOut = false;
};

} // namespace gui
