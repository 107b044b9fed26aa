#pragma once

#include "cli/command.h"

namespace cli {

/// `integration list`: every integration of this user, by name.
class ListCommand final : public Command
{
public:
    ListCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
};

} // namespace cli
