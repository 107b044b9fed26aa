#pragma once

#include "diagnosis/step.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace Ui {
class ChecksPanel;
}

namespace models {
class StepModel;
}

namespace gui {

class Questions;
class Session;

/// The connection test as a page shows it: the verdict, what changed since the last good test, the steps by the part of
/// the link they are about, and what the opened step found.
class ChecksPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChecksPanel(QWidget *parent = nullptr);
    ~ChecksPanel() override;

    void setQuestions(Questions *questions) { m_questions = questions; }
    void setSession(Session *session);

    QByteArray layoutState() const;
    void restoreLayout(const QByteArray &state);

Q_SIGNALS:
    void fieldWanted(const QString &field); ///< The user wants to set right what a step found wrong.

protected:
    void changeEvent(QEvent *event) override;

private:
    void dressUp();
    void updateAll();
    void updateVerdict();
    void updateChanges();
    void updateRehearsal();
    void updateStep(diagnosis::Step::Id id);
    void openWhatMatters();
    void showStep();
    void followLink(const QUrl &link);
    void chooseRehearsal();
    void acceptEnvironment();
    void saveReport();
    QString stepHtml(const diagnosis::Step &step) const;
    QString partHtml(const QModelIndex &part) const;
    const diagnosis::Step *current() const;

    std::unique_ptr<Ui::ChecksPanel> m_ui;
    models::StepModel *m_steps;
    Questions *m_questions = nullptr;
    QPointer<Session> m_session;
    bool m_wasRunning = false;
};

} // namespace gui
