#pragma once

#include "gui/preview.h"

#include <QHash>
#include <QWidget>

class QSortFilterProxyModel;

namespace Ui {
class PreviewPage;
}

namespace models {
class ChangeModel;
class FeedModel;
} // namespace models

namespace gui {

class Questions;

/// The Preview & Live page: one consent looked at and pushed above, consents as they arrive below.
class PreviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPage(Questions &questions, QWidget *parent = nullptr);
    ~PreviewPage() override;

    void setSession(Session *session);
    void focusFilter();

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
    void typeEvent();
    void refresh();
    void refreshPeople();
    void drawPictures();
    void refreshPlan();
    void refreshWhy();
    void refreshFeed();
    void toggleFeed();

    std::unique_ptr<Ui::PreviewPage> m_ui;
    Questions &m_questions;
    models::ChangeModel *m_changes;
    models::FeedModel *m_feed;
    QSortFilterProxyModel *m_filteredFeed;
    QPointer<Session> m_session;
    QHash<Session *, QPointer<Preview>> m_previews; ///< What was looked at stays when another integration is looked at.
    QByteArray m_lastEvent;
};

} // namespace gui
