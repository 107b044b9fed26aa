#pragma once

#include "diagnosis/comparison.h"
#include "keychain/secretstore.h"
#include "store/testhistory.h"

#include <QPointer>

namespace diagnosis {

/// A test with what went before.
struct RecordedReport {
    TestReport report;
    std::optional<TestReport> lastGreen = {};  ///< The last whole test before this one that was good.
    std::optional<QDateTime> brokenSince = {}; ///< UTC; only when this one failed.
    QList<Difference> differences = {};        ///< Since lastGreen.
    core::Error historyProblem = {};           ///< Its message is empty when the history could be used.
};

/// How an integration is tested, wherever it is asked for.
struct RecordedOptions {
    std::optional<Step::Id> only = {};
    bool withNextSecret = false;      ///< Sign in with the second slot's secret.
    bool acceptsOrganization = false; ///< Whatever environment answers is the right one from now on.
    bool isTrial = false;             ///< Of something that is not saved, or not meant: compared, not written down.
    std::optional<bridge::FoundSecrets> secrets = {}; ///< Not read from the store, but these.
};

/// Writes a test down and, when it was good, pins the environment's organization unless one is pinned: what
/// RecordedTest does at its end, for a trial whose integration was saved afterwards.
core::Result<core::Nothing> writeDown(store::TestHistory &history, const QString &profileId, const TestReport &report,
                                      bool isWhole, bool acceptsOrganization);

/// Reads the secrets, tests, writes the result down, and pins the environment's organization at the first success.
///
/// `history` nullptr: nothing is remembered. It never fails but by being cancelled before the test began; cancel() of a
/// running test ends it with what is known, which is not written down.
class RecordedTest : public core::Job<RecordedReport>
{
    Q_OBJECT

public:
    RecordedTest(net::Network &network, keychain::SecretStore &secrets, store::TestHistory *history,
                 const profile::Profile &profile, const RecordedOptions &options, core::Clock &clock, QObject *parent);

    QList<Step> steps() const; ///< Of the running test; empty while secrets are read.
    void cancel() override;

Q_SIGNALS:
    void started(); ///< steps() are there from now on.
    void stepChanged(int index);

private:
    void test(const bridge::FoundSecrets &found);
    void record(const TestReport &report);
    QString pinned(const QString &instance) const;

    net::Network &m_network;
    store::TestHistory *const m_history;
    const profile::Profile m_profile;
    const RecordedOptions m_options;
    core::Clock &m_clock;
    QPointer<ConnectionTest> m_test; ///< It goes a moment before the result is told.
};

} // namespace diagnosis
