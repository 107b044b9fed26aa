#pragma once

#include "cli/command.h"

namespace cli {

/// `explain`: what a code of Entra ID, Dataverse, Didomi or the network means.
class ExplainCommand final : public Command
{
public:
    ExplainCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
};

} // namespace cli
