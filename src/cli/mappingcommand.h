#pragma once

#include "bridge/surroundings.h"
#include "cli/integrationcommand.h"
#include "mapping/consenttree.h"

#include <optional>

namespace cli {

/// What the `mapping` commands have in common: an integration, and where needed what both ends say of themselves.
class MappingCommand : public IntegrationCommand
{
protected:
    using IntegrationCommand::IntegrationCommand;

    /// Reads the secrets and asks both ends, then calls useSurroundings(); ends the command when that fails.
    void askBothEnds(const profile::Profile &profile);
    virtual void useSurroundings() = 0;

    const profile::Profile &profile() const { return m_profile; }
    const bridge::Surroundings &surroundings() const { return m_surroundings; }
    bool isCurrentMode() const { return profile::modeOf(m_profile.integration) == profile::Mode::Current; }

private:
    profile::Profile m_profile;
    bridge::Surroundings m_surroundings;
};

} // namespace cli
