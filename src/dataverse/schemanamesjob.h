#pragma once

#include "dataverse/gatherjob.h"
#include "dataverse/inspector.h"

#include <QHash>

namespace dataverse {

/// Reads the schema names of tables, some tables in each request.
class SchemaNamesJob final : public GatherJob<QHash<QString, QString>>
{
public:
    SchemaNamesJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const QStringList &logicalNames,
                   QObject *parent);

private:
    core::Result<QHash<QString, QString>> complete() override { return m_names; }

    QHash<QString, QString> m_names;
};

} // namespace dataverse
