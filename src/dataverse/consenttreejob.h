#pragma once

#include "dataverse/gatherjob.h"
#include "dataverse/inspector.h"

namespace dataverse {

/// Reads compliance profiles, purposes and topics at once.
class ConsentTreeJob final : public GatherJob<ConsentTree>
{
public:
    ConsentTreeJob(net::Service &service, net::Authorizer &authorizer, const Api &api, QObject *parent);

private:
    using Take = std::function<void(const QJsonValue &row, const QString &id)>;
    void read(const net::Request &request, const QString &idColumn, Take take);
    core::Result<ConsentTree> complete() override { return m_tree; }

    ConsentTree m_tree;
};

} // namespace dataverse
