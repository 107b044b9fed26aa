#pragma once

#include "gui/preview.h"
#include "models/mask.h"

#include <QHash>
#include <QWidget>

namespace Ui {
class PreviewPage;
}

namespace gui {

class Questions;
class ResyncAction;

/// The Preview & Live page: one consent looked at and pushed above, consents as they arrive below.
class PreviewPage : public QWidget
{
    Q_OBJECT

public:
    PreviewPage(Questions &questions, ResyncAction &resync, QWidget *parent = nullptr);
    ~PreviewPage() override;

    void setSession(Session *session);
    void focusFilter();
    void focusPerson();

    /// Looks that person up and shows what a push would do.
    void previewPerson(const QString &organizationUserId);
    Preview *preview() const; ///< Of the session shown; nullptr without one.

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

Q_SIGNALS:
    /// "Where do I fix that?": the field of the Connection page that a problem is about.
    void fieldWanted(const QString &field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void openEventFile();
    void typeEvent(const QByteArray &example); ///< Without one what is on the clipboard, or was typed last.
    void writeExample();
    void findPerson();
    void refresh();
    void refreshPeople();
    void refreshPlan();
    void refreshMask();
    void showPerson();
    models::Mask mask() const; ///< Of the person that is shown.

    std::unique_ptr<Ui::PreviewPage> m_ui;
    Questions &m_questions;
    ResyncAction &m_resync;
    QPointer<Session> m_session;
    QHash<Session *, QPointer<Preview>> m_previews; ///< What was looked at stays when another integration is looked at.
    QByteArray m_lastEvent;
    QString m_person; ///< Who was asked for last, also when the field shows it masked.
    bool m_isMasked = false;
    bool m_wantsPush = false; ///< The button gets the focus once there is one.
};

} // namespace gui
