#include "cli/mappingcommand.h"

namespace cli {

void MappingCommand::askBothEnds(const profile::Profile &profile)
{
    m_profile = profile;
    readSecrets(m_profile, [this](const bridge::Secrets &secrets) {
        if (!makeLink(m_profile, secrets))
            return;
        bridge::survey(link(), this)->whenDone(this, [this](const core::Result<bridge::Surroundings> &found) {
            if (!found)
                return fail(found.error());
            m_surroundings = *found;
            useSurroundings();
        });
    });
}

} // namespace cli
