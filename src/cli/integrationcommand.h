#pragma once

#include "bridge/link.h"
#include "cli/command.h"
#include "store/profilestore.h"

#include <memory>

namespace cli {

/// A command about one integration: finds its profile, and where needed its secrets and both ends.
class IntegrationCommand : public Command
{
public:
    ~IntegrationCommand() override;

protected:
    using Command::Command;

    /// Finds the profile that the arguments name, or the only one there is. Nothing when the command has been ended
    /// with a message.
    std::optional<profile::Profile> findProfile() { return namedProfile(arguments().names()); }

    /// The same, for commands whose names are not all of integrations.
    std::optional<profile::Profile> namedProfile(QStringList names);

    /// Reads the secrets and calls `next(secrets)`; ends the command with a message when that fails.
    template <typename Next>
    void readSecrets(const profile::Profile &profile, Next next)
    {
        bridge::readSecrets(environment().secrets, profile, this)
            ->whenDone(this, [this, next](const core::Result<bridge::Secrets> &secrets) {
                if (secrets)
                    next(*secrets);
                else
                    fail(secrets.error(), codeOfSecretProblem(secrets.error()));
            });
    }

    /// Makes the link; false when the command has been ended with a message.
    bool makeLink(const profile::Profile &profile, const bridge::Secrets &secrets);
    bridge::Link &link() { return *m_link; }

    static ExitCode codeOfSecretProblem(const core::Error &error);

private:
    std::unique_ptr<bridge::Link> m_link;
};

} // namespace cli
