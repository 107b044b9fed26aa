#pragma once

#include "cli/integrationcommand.h"

namespace cli {

/// `next-secret`: the second slot. A new secret is entered and tested beside the old one, then takes its place.
class NextSecretCommand final : public IntegrationCommand
{
public:
    NextSecretCommand(Console &console, Environment &environment, QObject *parent);

private:
    void start() override;
    void set();
    void takeOver();
    void drop();
    void save(const QString &done, const profile::SecretRef &forgotten);

    profile::Profile m_profile;
};

} // namespace cli
