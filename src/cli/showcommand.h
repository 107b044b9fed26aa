#pragma once

#include "cli/integrationcommand.h"

namespace cli {

/// `integration show`: one integration, without its secrets.
class ShowCommand final : public IntegrationCommand
{
public:
    ShowCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
};

} // namespace cli
