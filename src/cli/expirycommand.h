#pragma once

#include "cli/command.h"

namespace cli {

/// `expiry`: which secrets and certificates end when, over all integrations; also as a calendar.
class ExpiryCommand final : public Command
{
public:
    ExpiryCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
};

} // namespace cli
