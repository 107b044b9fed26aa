#pragma once

#include "cli/integrationcommand.h"
#include "diagnosis/step.h"

namespace cli {

/// `test`: checks both ends of an integration, step by step.
class TestCommand final : public IntegrationCommand
{
public:
    TestCommand(Console &console, Environment &environment, QObject *parent);

    void cancel() override;

private:
    void start() override;
    void check(const profile::Profile &profile, const bridge::Secrets &secrets);
    void report(const QList<diagnosis::Step> &steps);
    void print(const diagnosis::Step &step);

    core::JobBase *m_test = nullptr;
    QString m_name;
    bool m_isStopped = false;
};

} // namespace cli
