#pragma once

#include "gui/resync/resync.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace Ui {
class ResyncPage;
}

namespace gui {

class Questions;
class Session;

/// The resync of an integration, one step at a time: whom it is about, the plan as it is made, its review, the run, and
/// what became of it. Earlier plans and runs stand beside the first step.
class ResyncPage : public QWidget
{
    Q_OBJECT

public:
    explicit ResyncPage(Questions &questions, QWidget *parent = nullptr);
    ~ResyncPage() override;

    void setSession(Session *session);
    void focusFilter();
    /// Only these people, from Didomi: as if they had been entered.
    void setPeople(const QStringList &people);

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

Q_SIGNALS:
    void fieldWanted(const QString &field);   ///< Of the connection: what is wrong there.
    void personWanted(const QString &person); ///< To be previewed.

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Step { Scope, Plan, Review, Run, Result };
    void connectPanels();
    void refresh();
    void refreshBanner();
    void refreshRun();
    void refreshAfter();
    void showReview();
    void take();
    void fillEarlierRuns();
    void openToResume(const QString &path);
    void goOn();
    void askToResume();
    void askToRetry();
    void saveReport(engine::ReportFormat format);
    Step step() const;
    QString about() const;
    Resync &resync() const;

    std::unique_ptr<Ui::ResyncPage> m_ui;
    Questions &m_questions;
    QPointer<Session> m_session;
    bool m_isReviewing = false; ///< A plan that was run is looked at once more.
    bool m_wasBusy = false;
    bool m_wantsResume = false; ///< As soon as the plan that is being opened is known.
    QStringList m_dismissed;    ///< Unfinished runs that are not offered any more.
    Step m_step = Step::Scope;
};

/// Ends what is worked on; a run only after somebody confirmed it.
void askToCancel(Questions &questions, QWidget *parent, Resync &resync);

} // namespace gui
