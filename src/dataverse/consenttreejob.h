#pragma once

#include "dataverse/gatherjob.h"
#include "dataverse/inspector.h"

#include <QHash>

namespace dataverse {

/// Reads compliance profiles, purposes and topics at once. Which purposes a profile has is told where the environment
/// tells it.
class ConsentTreeJob final : public GatherJob<ConsentTree>
{
public:
    ConsentTreeJob(net::Service &service, net::Authorizer &authorizer, const Api &api, QObject *parent);

private:
    using Take = std::function<void(const QJsonValue &row, const QString &id)>;
    void read(const net::Request &request, const QString &idColumn, Take take);
    void takeMembers(const QJsonArray &profiles);
    core::Result<ConsentTree> complete() override;

    ConsentTree m_tree;
    QHash<QString, QStringList> m_members; ///< Profile id → purpose ids.
};

} // namespace dataverse
