#pragma once

#include "cli/mappingcommand.h"

namespace cli {

/// `mapping suggest`: mappings that may be missing, by the likeness of names. Nothing is changed.
class MappingSuggestCommand final : public MappingCommand
{
public:
    MappingSuggestCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
    void useSurroundings() override;
};

} // namespace cli
