#pragma once

#include "cli/command.h"
#include "profile/profile.h"

namespace cli {

/// `integration import`: a new integration from Didomi's JSON.
class ImportCommand final : public Command
{
public:
    ImportCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
    bool applyOptions();
    bool readEnvironment();
    bool readMatch();
    bool readReference(const QString &option, profile::SecretRef &ref);
    void keepSecret(const core::Secret &secret);
    void save();

    profile::Profile m_profile;
    QStringList m_notes;
};

} // namespace cli
