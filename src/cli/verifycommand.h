#pragma once

#include "cli/planfilecommand.h"
#include "engine/verifyrun.h"

namespace cli {

/// `verify`: reads the rows that a run wrote once more, and tells which say something else by now.
class VerifyCommand final : public PlanFileCommand
{
public:
    VerifyCommand(Console &console, Environment &environment, QObject *parent);

private:
    void useFile() override;
    void begin(qint64 sample);
    void report(const engine::VerifyReport &report);
};

} // namespace cli
