#pragma once

#include "cli/command.h"

namespace cli {

/// `erase`: forgets a person in all plans, in the journal and among arrivals.
class EraseCommand final : public Command
{
public:
    EraseCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
    bool printsLines() const override { return true; }

    void erase(const QString &person);
};

} // namespace cli
