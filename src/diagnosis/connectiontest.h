#pragma once

#include "bridge/link.h"
#include "core/job.h"
#include "diagnosis/step.h"

namespace diagnosis {

/// Checks both ends of an integration, in order, each step timed; the ends side by side. Writes nothing anywhere.
///
/// Works from whatever the form holds, saved or not. Its result is the list of steps; it never fails: what is wrong is
/// in the steps. cancel() ends it with the steps as they are, the rest skipped.
class ConnectionTest : public core::Job<QList<Step>>
{
    Q_OBJECT

public:
    ConnectionTest(net::Network &network, const profile::Profile &profile, const bridge::Secrets &secrets,
                   core::Clock &clock, QObject *parent);
    ~ConnectionTest() override;

    const QList<Step> &steps() const { return m_steps; }
    void cancel() override;

Q_SIGNALS:
    void stepChanged(int index);

private:
    class Run;
    QList<Step> m_steps;
    std::unique_ptr<Run> m_run;
};

} // namespace diagnosis
