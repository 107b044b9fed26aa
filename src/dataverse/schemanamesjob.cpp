#include "dataverse/schemanamesjob.h"

#include "dataverse/availability.h"
#include "dataverse/write.h"

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

constexpr qsizetype tablesPerRequest = 20; ///< Keeps the address short.

} // namespace

SchemaNamesJob::SchemaNamesJob(net::Service &service, net::Authorizer &authorizer, const Api &api,
                               const QStringList &logicalNames, QObject *parent)
    : GatherJob(service, authorizer, parent)
{
    QStringList tables = logicalNames;
    tables.removeDuplicates();
    for (qsizetype first = 0; first < tables.size(); first += tablesPerRequest) {
        QByteArrayList conditions;
        for (const QString &table : tables.mid(first, tablesPerRequest))
            conditions << "LogicalName%20eq%20" + urlLiteral(table);
        const QByteArray path =
            "EntityDefinitions?$select=LogicalName,SchemaName&$filter=" + conditions.join("%20or%20");
        ask(api.get(path, u"Schema names"_s), [this](const net::Reply &reply) -> std::optional<Error> {
            const Result<QJsonArray> found = inspectList(reply);
            if (!found)
                return found.error();
            for (const QJsonValue &table : *found) {
                const QString name = table[u"SchemaName"].toString();
                if (!name.isEmpty())
                    m_names.insert(table[u"LogicalName"].toString(), name);
            }
            return {};
        });
    }
}

} // namespace dataverse
