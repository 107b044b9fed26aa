#pragma once

#include "cli/integrationcommand.h"
#include "diagnosis/recordedtest.h"

namespace cli {

/// `doctor`: tests an integration and prints the support bundle.
class DoctorCommand final : public IntegrationCommand
{
public:
    DoctorCommand(Console &console, Environment &environment, QObject *parent);

    void cancel() override;

private:
    void start() override;
    void report(const profile::Profile &profile, const diagnosis::RecordedReport &recorded);

    std::unique_ptr<store::TestHistory> m_history;
    diagnosis::RecordedTest *m_test = nullptr;
};

} // namespace cli
