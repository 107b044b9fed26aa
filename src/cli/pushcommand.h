#pragma once

#include "cli/consentcommand.h"
#include "engine/pushjob.h"

namespace cli {

class Facts;

/// `push`: writes one consent to Dynamics 365.
class PushCommand final : public ConsentCommand
{
public:
    PushCommand(Console &console, Environment &environment, QObject *parent);

    /// A write that was sent is settled first.
    void cancel() override;

private:
    bool isAllowed(const profile::Profile &profile) override;
    bool needsJournal() const override { return true; }
    void prepare() override;
    void usePlan(const engine::Plan &plan) override;
    void addRows(Facts &facts, const engine::PushReport &report);
    void report(const engine::PlanItem &item, const engine::PushReport &report);

    core::JobBase *m_push = nullptr;
};

} // namespace cli
