#include "diagnosis/recordedtest.h"

#include "diagnosis/reportjson.h"
#include "profile/instance.h"

#include <QJsonDocument>

namespace diagnosis {

using core::Error;
using core::Result;

Result<core::Nothing> writeDown(store::TestHistory &history, const QString &profileId, const TestReport &report,
                                bool isWhole, bool acceptsOrganization)
{
    const Step::State verdict = report.verdict();
    const auto added = history.add({.profileId = profileId,
                                    .verdict = stateWord(verdict),
                                    .report = QJsonDocument(asJson(report)).toJson(QJsonDocument::Compact),
                                    .startedAt = report.startedAt,
                                    .isWhole = isWhole});
    if (!added)
        return added.error();
    const bool isGood = verdict == Step::State::Passed || verdict == Step::State::Warning;
    // Who accepts another environment has decided, whatever else is wrong there.
    if (!(isGood || acceptsOrganization) || report.organizationId.isEmpty() || report.instance.isEmpty())
        return core::Nothing{};
    const auto known = history.pinnedOrganization(profileId, report.instance);
    if (!known)
        return known.error();
    if (!known->isEmpty() && !acceptsOrganization)
        return core::Nothing{};
    return history.pinOrganization(profileId, report.instance, report.organizationId);
}

RecordedTest::RecordedTest(net::Network &network, keychain::SecretStore &secrets, store::TestHistory *history,
                           const profile::Profile &profile, const RecordedOptions &options, core::Clock &clock,
                           QObject *parent)
    : Job(parent), m_network(network), m_history(history), m_profile(profile), m_options(options), m_clock(clock)
{
    if (options.secrets) {
        test(*options.secrets);
        return;
    }
    bridge::findSecrets(secrets, profile, this)->whenDone(this, [this](const Result<bridge::FoundSecrets> &found) {
        if (found)
            test(*found);
        else
            finish(found.error());
    });
}

QList<Step> RecordedTest::steps() const
{
    return m_test ? m_test->steps() : QList<Step>();
}

void RecordedTest::cancel()
{
    if (m_test)
        m_test->cancel(); // tells what is known so far
    else
        Job::cancel();
}

QString RecordedTest::pinned(const QString &instance) const
{
    if (!m_history || m_options.acceptsOrganization)
        return {};
    return m_history->pinnedOrganization(m_profile.id, instance).valueOr({});
}

void RecordedTest::test(const bridge::FoundSecrets &found)
{
    TestRequest request{
        .profile = m_profile, .secrets = found.secrets, .secretProblems = found.problems, .only = m_options.only};
    if (m_options.withNextSecret)
        request.secrets.clientSecret = found.secrets.nextClientSecret;
    if (const auto instance = profile::normaliseInstance(m_profile.integration.instance))
        request.pinnedOrganization = pinned(instance->url.toString());
    m_test = new ConnectionTest(m_network, request, m_clock, this);
    connect(m_test, &ConnectionTest::stepChanged, this, &RecordedTest::stepChanged);
    m_test->whenDone(this, [this](const Result<TestReport> &report) {
        if (report)
            record(*report);
        else
            finish(report.error());
    });
    QMetaObject::invokeMethod(this, &RecordedTest::started, Qt::QueuedConnection);
}

void RecordedTest::record(const TestReport &report)
{
    RecordedReport recorded{.report = report};
    if (!m_history)
        return finish(recorded);
    const auto note = [&recorded](const auto &result) {
        if (!result && recorded.historyProblem.message.isEmpty())
            recorded.historyProblem = result.error();
        return bool(result);
    };
    const auto green = m_history->lastGreen(m_profile.id, report.startedAt);
    if (note(green) && *green) {
        if (const auto read = readReport((*green)->report)) {
            recorded.lastGreen = *read;
            recorded.differences = compare(*read, report);
        }
    }
    // What was tried with another secret, or stopped, says nothing about the integration as it is.
    if (!report.isStopped && !m_options.withNextSecret && !m_options.isTrial)
        note(writeDown(*m_history, m_profile.id, report, !m_options.only, m_options.acceptsOrganization));
    const Step::State verdict = report.verdict();
    if (verdict == Step::State::Failed) {
        const auto broken = m_history->brokenSince(m_profile.id);
        if (note(broken) && *broken)
            recorded.brokenSince = (*broken)->startedAt;
    }
    finish(recorded);
}

} // namespace diagnosis
