#pragma once

#include "engine/resyncdesk.h"
#include "models/rateseries.h"

#include <QObject>

#include <functional>
#include <memory>

namespace gui {

class Session;

/// One integration's resync while it is open in the window: the plan that is looked at, and what is worked on. It goes
/// on while the window shows something else.
///
/// Plans and runs use what is saved of the integration, never its draft: what is in a plan's file must be what anybody
/// finds who goes on with it.
class Resync : public QObject
{
    Q_OBJECT

public:
    using Task = engine::ResyncDesk::Task;

    explicit Resync(Session &session);
    ~Resync() override;

    // What is worked on -----------------------------------------------------------------------------------------------
    void plan(const engine::Scope &scope);
    void run(const engine::RunOptions &options); ///< The plan that is open.
    void resume();                               ///< Also goes on planning. What was confirmed once, still is.
    void retryFailed();                          ///< Likewise.
    void verify(qint64 sample);
    void undo();                                                     ///< Makes a plan that does, and opens it.
    void report(engine::ReportFormat format, const QString &target); ///< People are masked where the window masks them.
    void setPaused(bool on);
    void cancel();
    void interrupt(); ///< The same for who closes the window: a run is then paused, not cancelled.

    bool isBusy() const { return m_isPreparing || m_desk->isBusy(); }
    bool isPreparing() const { return m_isPreparing; }
    bool isPaused() const { return m_desk->isPaused(); }
    bool isStopping() const { return m_desk->isStopping(); }
    Task task() const { return m_isPreparing ? m_wanted : m_desk->task(); }
    const engine::RunProgress &progress() const { return m_desk->progress(); }
    const models::RateSeries &rates() const { return m_rates; }
    QString activity() const; ///< For the status bar; empty when nothing is worked on.

    // The plan that is open -------------------------------------------------------------------------------------------
    void open(const QString &path);                ///< Looks what there is; summary() follows.
    void close();                                  ///< Only while nothing is worked on.
    const QString &path() const { return m_path; } ///< Empty: none.
    /// As it was when it was opened, or something ended last; none until it is read.
    const std::optional<engine::RunSummary> &summary() const { return m_summary; }
    const std::optional<engine::RunEnd> &end() const { return m_end; }
    const std::optional<engine::VerifyReport> &verified() const { return m_verified; }
    const std::optional<engine::PlanMade> &made() const { return m_made; }

    core::Error problem() const { return m_problem; } ///< Why the last order came to nothing; without message: it did.
    void forgetProblem();

    /// Why nothing can be planned, or written, now; a sentence, or empty.
    QString whyNoPlan() const;
    QString whyNoWrite() const;

    /// Calls `action` once nothing is worked on any more; perhaps at once.
    void whenIdle(const QObject *context, std::function<void()> action);

Q_SIGNALS:
    void changed();    ///< Whether something is worked on, the plan that is open, what is wrong.
    void progressed(); ///< Ten times a second at most.

private:
    using Order = std::function<void(const engine::WorkSetup &)>;
    core::Result<QString> newPath() const;
    void forget(); ///< What is known of the plan that is, or was, open.
    void prepare(Task task, Order order);
    void take(const engine::ResyncDesk::End &end);
    void fail(const core::Error &problem);
    void dropPreparation();

    Session &m_session;
    std::unique_ptr<engine::ResyncDesk> m_desk;
    models::RateSeries m_rates;
    bool m_isPreparing = false;
    Task m_wanted = Task::Nothing;
    int m_round = 0; ///< Answers to an older wish are dropped.
    QString m_path;
    std::optional<engine::RunSummary> m_summary;
    std::optional<engine::RunEnd> m_end;
    std::optional<engine::VerifyReport> m_verified;
    std::optional<engine::PlanMade> m_made;
    core::Error m_problem;
};

} // namespace gui
