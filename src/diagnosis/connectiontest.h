#pragma once

#include "bridge/link.h"
#include "core/job.h"
#include "diagnosis/step.h"

namespace diagnosis {

/// What to test.
struct TestRequest {
    profile::Profile profile; ///< Whatever the form holds, saved or not.
    bridge::Secrets secrets;
    QList<core::Error> secretProblems = {}; ///< Why some of them could not be read: bridge::FoundSecrets.
    QString pinnedOrganization = {};        ///< store::TestHistory::pinnedOrganization(); empty: none yet.
    std::optional<Step::Id> only = {};      ///< Just this one, after what it needs; the report holds those.
};

/// The steps of a test of this integration: all of them, but those about further application users only where there
/// are some.
QList<Step::Id> stepsOf(const profile::Profile &profile);

/// What came of it.
struct TestReport {
    QList<Step> steps;   ///< stepsOf(), in order; with `only`, those that were asked for.
    QDateTime startedAt; ///< UTC
    std::chrono::milliseconds duration{0};
    QString organizationId; ///< Of Dataverse, as seen; to be pinned after the first success. Empty: not seen.
    QString instance;       ///< "https://acme.crm4.dynamics.com", as it was made of what was entered; or empty.
    bool isStopped = false;

    /// As verdictOf(); a stopped test that found nothing wrong is Skipped: it proves nothing.
    Step::State verdict() const;
};

/// Checks both ends of an integration, each step timed; those that do not need one another side by side. Writes
/// nothing anywhere.
///
/// It never fails: what is wrong is in the steps. cancel() ends it with the steps as they are, the rest skipped, and
/// nothing left running.
class ConnectionTest : public core::Job<TestReport>
{
    Q_OBJECT

public:
    ConnectionTest(net::Network &network, const TestRequest &request, core::Clock &clock, QObject *parent);
    ~ConnectionTest() override;

    const QList<Step> &steps() const;
    void cancel() override;

Q_SIGNALS:
    void stepChanged(int index); ///< In steps().

private:
    class Run;
    std::unique_ptr<Run> m_run;
};

} // namespace diagnosis
