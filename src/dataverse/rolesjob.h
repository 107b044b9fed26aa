#pragma once

#include "dataverse/gatherjob.h"
#include "dataverse/inspector.h"

namespace dataverse {

/// Reads a user's roles, those of its own and those through teams, at once.
class RolesJob final : public GatherJob<QList<Role>>
{
public:
    RolesJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const QString &userId,
             QObject *parent);

private:
    core::Result<QList<Role>> complete() override { return m_own + m_throughTeams; }

    QList<Role> m_own;
    QList<Role> m_throughTeams;
};

} // namespace dataverse
