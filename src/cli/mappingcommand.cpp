#include "cli/mappingcommand.h"

#include "dataverse/inspector.h"

namespace cli {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::MappingCommand)
};

} // namespace

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
            if (isCurrentMode())
                askForTree();
            else
                useSurroundings();
        });
    });
}

void MappingCommand::askForTree()
{
    auto *inspector = new dataverse::Inspector(link().dataverseService(), link().tokens(),
                                               link().instance().apiUrl(m_profile.options.apiVersion), this);
    inspector->consentTree(this)->whenDone(this, [this](const core::Result<mapping::ConsentTree> &tree) {
        if (tree)
            m_tree = *tree;
        else
            warn(Texts::tr("The purposes and topics of Dynamics 365 cannot be read: %1").arg(tree.error().toLine()));
        useSurroundings();
    });
}

} // namespace cli
