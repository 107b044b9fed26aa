#pragma once

#include "engine/planjob.h"
#include "engine/pushjob.h"
#include "gui/session.h"

#include <QTimer>

namespace gui {

/// The consent looked at on the Preview page: found, planned, perhaps pushed. The plan that was shown is what is
/// pushed. Until then it follows every change of the integration, also unsaved ones.
class Preview : public QObject
{
    Q_OBJECT

public:
    explicit Preview(Session &session, QObject *parent = nullptr);

    void person(const QString &organizationUserId);
    void event(const QByteArray &json);
    void push();
    void clear();

    bool isPlanning() const { return m_isPlanning; }
    bool isPushing() const { return m_isPushing; }
    const core::Error &problem() const
    {
        return m_problem;
    } ///< Why there is no plan; message empty when there is one or none was asked for.
    const engine::Plan *plan() const { return m_plan ? &*m_plan : nullptr; }
    const engine::PlanItem *item() const
    {
        return m_plan && !m_plan->items.isEmpty() ? &m_plan->items.first() : nullptr;
    }
    const engine::PushReport *report() const { return m_report ? &*m_report : nullptr; }
    const core::Error &pushProblem() const { return m_pushProblem; }

    /// The literal requests, without token; none when nothing would be sent.
    const QList<net::Request> &requests() const { return m_requests; }

    /// Why nothing can be pushed now; a translated sentence, or empty when it can.
    QString whyNot() const;

    /// The verb of the button: "Write 2 columns".
    QString verb() const;

Q_SIGNALS:
    void changed();

private:
    void startOver(bool isPlanning);
    void follow();
    void planAnew();
    void planFor(const QList<consent::Subject> &subjects, const Session::Ready &ready);
    void fail(const core::Error &error);

    Session &m_session;
    bool m_isPlanning = false;
    bool m_isPushing = false;
    int m_round = 0; ///< Answers to an older question are dropped.
    core::Error m_problem;
    core::Error m_pushProblem;
    std::optional<engine::Plan> m_plan;
    std::optional<engine::PushReport> m_report;
    QList<net::Request> m_requests;
    profile::Profile m_plannedWith;
    bool m_isJournalUnread = false;     ///< The plan was made without knowing what was written before.
    QList<consent::Subject> m_subjects; ///< What the plan was made of.
    QTimer m_pause;                     ///< Plans anew when the user stops changing things for a moment.
    bool m_isFollowing = false;         ///< A plan for the integration as it is now is being made.
};

} // namespace gui
