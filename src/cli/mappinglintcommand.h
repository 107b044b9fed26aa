#pragma once

#include "cli/mappingcommand.h"
#include "mapping/lint.h"

namespace cli {

/// `mapping lint`: judges every mapping and the match rule.
class MappingLintCommand final : public MappingCommand
{
public:
    MappingLintCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
    void useSurroundings() override;

    /// Without a table and a catalogue what can be said without them.
    void report(const profile::Profile &profile, const mapping::Table *table, const consent::Catalogue *catalogue);
};

} // namespace cli
