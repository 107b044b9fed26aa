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

    /// What `input` lacks is not judged.
    void report(const profile::Profile &profile, mapping::LintInput input);
    QList<profile::Profile> others(const profile::Profile &profile);
};

} // namespace cli
