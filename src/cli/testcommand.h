#pragma once

#include "cli/teststream.h"

namespace cli {

/// `test`: checks both ends of integrations, step by step, and remembers the result.
class TestCommand final : public Command
{
public:
    TestCommand(Console &console, Environment &environment, QObject *parent);

    void cancel() override;

private:
    void start() override;
    void startNext();
    void report();

    std::unique_ptr<store::TestHistory> m_history;
    diagnosis::RecordedOptions m_options;
    QList<profile::Profile> m_waiting;
    QList<diagnosis::RecordedTest *> m_running; ///< Not heard yet.
    QStringList m_order;                        ///< Ids, as they were named.
    QList<TestedIntegration> m_tested;
    bool m_isStopped = false;
};

} // namespace cli
