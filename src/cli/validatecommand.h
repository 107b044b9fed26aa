#pragma once

#include "cli/integrationcommand.h"

namespace cli {

/// `integration validate`: what can be said about an integration without asking anybody.
class ValidateCommand final : public IntegrationCommand
{
public:
    ValidateCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
};

} // namespace cli
