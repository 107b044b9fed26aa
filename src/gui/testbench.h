#pragma once

#include "diagnosis/recordedtest.h"
#include "diagnosis/supportbundle.h"
#include "gui/services.h"
#include "models/sign.h"

#include <QPointer>

namespace gui {

class Session;

/// How an integration stands by its last whole test, as lists and headers tell it.
struct Standing {
    models::Sign sign = models::Sign::Waiting; ///< Waiting when there was none.
    QDateTime at;                              ///< UTC

    /// Of the last whole test that the history has.
    static Standing of(Services &services, const QString &profileId);

    /// "Passed · 3 days ago"
    QString text(const QDateTime &now) const;
};

/// Which test is wanted.
struct TestWish {
    std::optional<diagnosis::Step::Id> only = {};
    bool withNextSecret = false;
    bool acceptsOrganization = false;
};

/// The connection tests of one open integration: the one that runs, what the last one said and what it is compared
/// with, and in Practice the fault that is rehearsed.
class TestBench : public QObject
{
    Q_OBJECT

public:
    explicit TestBench(Session &session);
    ~TestBench() override;

    /// Tests the draft, saved or not. Nothing happens while a test runs.
    void start(const TestWish &wish = {});
    void cancel();
    bool isRunning() const { return m_isWanted || m_test; }
    const TestWish &wish() const { return m_wish; } ///< Of the test that runs, or ran last.

    /// All that is known; a step that was tested alone stands among those of the test before.
    const QList<diagnosis::Step> &steps() const { return m_steps; }
    const diagnosis::Step *step(diagnosis::Step::Id id) const;

    /// Of the last test that came to its end in this session.
    const std::optional<diagnosis::RecordedReport> &last() const { return m_last; }

    /// What support asks for about this integration, as of now.
    diagnosis::SupportBundle bundle() const;

    const Standing &standing() const { return m_standing; }
    QString standingText() const;

    /// The integration was saved as `asked`: if that is what was tried last, it counts from now on.
    void saved(const profile::Profile &asked);

    // Rehearsals, in Practice
    // -------------------------------------------------------------------------------------------
    QList<PracticeGround::Rehearsal> rehearsals() const; ///< None elsewhere.
    void rehearse(const QString &id);                    ///< Lets it go wrong, and tests.
    void endRehearsal();                                 ///< All is well again.
    QString rehearsed() const { return m_rehearsed; }    ///< The id; empty when all is real.

Q_SIGNALS:
    void stepsChanged(); ///< A test began or ended, or steps came or went.
    void stepChanged(diagnosis::Step::Id id);
    void standingChanged();
    void rehearsalChanged();

private:
    void run(const core::Result<bridge::FoundSecrets> &secrets);
    void take(const diagnosis::Step &step);
    void finish(const core::Result<diagnosis::RecordedReport> &result);
    store::TestHistory *history() const;

    Session &m_session;
    Services &m_services;
    TestWish m_wish;
    bool m_isWanted = false; ///< Between the wish and the start: the secrets are being read.
    QPointer<diagnosis::RecordedTest> m_test;
    QList<diagnosis::Step> m_steps;
    std::optional<diagnosis::RecordedReport> m_last;
    Standing m_standing;
    QString m_rehearsed;

    struct Trial {
        profile::Profile profile;
        diagnosis::TestReport report;
        bool acceptsOrganization = false;
    };
    profile::Profile m_tested;    ///< What the running test is about.
    bool m_isTrial = false;       ///< It is about something that is not saved, or not meant.
    std::optional<Trial> m_trial; ///< Whole, of what was not saved then.
};

} // namespace gui
