#pragma once

#include "core/job.h"
#include "dataverse/api.h"
#include "dataverse/metadata.h"
#include "net/network.h"

namespace dataverse {

/// Reads all that is to know about one table, most of it at once. A kind of column whose details the server refuses to
/// tell is survived: its columns then lack them, and the log says so.
class TableJob final : public core::Job<mapping::Table>
{
public:
    TableJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const QString &logicalName,
             QObject *parent);

private:
    using Take = std::function<void(const QJsonArray &)>;

    enum class Need {
        Required,
        Welcome, ///< A refusal is survived; a lost connection is not.
    };

    void readDefinition();
    void readList(const QByteArray &pathAndQuery, const QString &purpose, Need need, Take take);
    void readTargets();
    void readTargetKeyColumns();
    void oneLess();
    void fail(core::Error error);

    net::Service &m_service;
    net::Authorizer &m_authorizer;
    const Api m_api;
    const QString m_logicalName;
    QByteArray m_definitionPath;
    TableBuilder m_builder;
    int m_open = 0; ///< Requests that have not been answered yet.
    int m_asked = 0;
    /// What lookups point to is asked for when the lookups are known; the types of its keys' columns last.
    enum class Stage { Table, Targets, TargetKeys };
    Stage m_stage = Stage::Table;
};

} // namespace dataverse
