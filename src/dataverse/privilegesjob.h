#pragma once

#include "dataverse/gatherjob.h"
#include "dataverse/inspector.h"

#include <QHash>

namespace dataverse {

/// Asks which of some privileges a user holds, many in one request; one by one where the environment does not know that
/// form (dataverse-api section 8.2).
class PrivilegesJob final : public GatherJob<QList<Privilege>>
{
public:
    PrivilegesJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const QString &userId,
                  const QStringList &names, QObject *parent);

private:
    void askForMany(const QStringList &names);
    std::optional<core::Error> askForEach(const QStringList &names); ///< Nothing is wrong with asking.
    void askForOne(const QString &name);
    void note(const QString &name, const QJsonValue &privilege);
    core::Result<QList<Privilege>> complete() override;

    const Api m_api;
    const QByteArray m_user;
    const QStringList m_names;
    QHash<QString, Depth> m_held; ///< By name in lower case.
};

} // namespace dataverse
