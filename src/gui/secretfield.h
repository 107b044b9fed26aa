#pragma once

#include "gui/session.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace gui {

class FieldNote;

/// The field of one secret: what is typed shows as dots until it is wanted otherwise, what was saved never shows again,
/// and a note says where it is kept.
///
/// Its parts are named after it: a field "clientSecret" has "clientSecretEdit", "clientSecretShow", "clientSecretNote".
class SecretField : public QWidget
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    void bind(Session *session, Session::Which which);
    QLineEdit *edit() const { return m_edit; }

private:
    void nameParts();
    void update();
    QString keptWhere(const profile::SecretRef &ref, const QString &keeper, models::Sign *sign) const;

    QLineEdit *m_edit;
    QToolButton *m_show;
    FieldNote *m_note;
    QPointer<Session> m_session;
    Session::Which m_which = Session::Which::Client;
};

} // namespace gui
