#pragma once

#include "cli/integrationcommand.h"

namespace cli {

/// `integration export`: Didomi's JSON of an integration.
class ExportCommand final : public IntegrationCommand
{
public:
    ExportCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
    void write(const QByteArray &json);
};

} // namespace cli
