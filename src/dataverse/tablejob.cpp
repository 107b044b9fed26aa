#include "dataverse/tablejob.h"

#include "dataverse/errors.h"
#include "dataverse/write.h"

#include <QLoggingCategory>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

Q_LOGGING_CATEGORY(lcMetadata, "bridge.dataverse.metadata")

namespace {

constexpr qsizetype tablesPerRequest = 20; ///< Keeps the address short.

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::TableJob)
};

Error withTable(Error error, const QString &table)
{
    if (error.kind != Error::Kind::NotFound || error.code.isEmpty())
        return error; // a 404 without a code is not about the table: the address is wrong
    error.message = Words::tr("The environment has no table “%1”.").arg(table);
    error.fix = Words::tr("Check the table's logical name; a table of an app is only there when the app is installed.");
    return error;
}

bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::Rejected || error.kind == Error::Kind::NotFound;
}

} // namespace

TableJob::TableJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const QString &logicalName,
                   QObject *parent)
    : core::Job<mapping::Table>(parent)
    , m_service(service)
    , m_authorizer(authorizer)
    , m_api(api)
    , m_logicalName(logicalName)
    , m_definitionPath("EntityDefinitions(LogicalName=" + urlLiteral(logicalName) + ')')
    , m_builder(Labels())
{
    readDefinition();
    readList(m_definitionPath + "/Attributes?$select=" + columnMembers, u"Columns"_s, Need::Required,
             [this](const QJsonArray &columns) { m_builder.setColumns(columns); });
    for (const TypedDetails &details : typedDetails()) {
        readList(m_definitionPath + "/Attributes/Microsoft.Dynamics.CRM." + details.cast + '?' + details.query,
                 u"Columns: %1"_s.arg(QLatin1StringView(details.cast)), Need::Welcome,
                 [this](const QJsonArray &columns) { m_builder.addDetails(columns); });
    }
    readList(m_definitionPath + "/Keys?$select=" + keyMembers, u"Alternate keys"_s, Need::Required,
             [this](const QJsonArray &keys) { m_builder.setKeys(keys); });
    readList(m_definitionPath + "/ManyToOneRelationships?$select=" + relationshipMembers, u"Lookups"_s, Need::Welcome,
             [this](const QJsonArray &relationships) { m_builder.setRelationships(relationships); });
}

void TableJob::readDefinition()
{
    ++m_open;
    ++m_asked;
    const net::Request request = m_api.get(m_definitionPath + "?$select=" + tableMembers, u"Table"_s);
    net::sendAuthorized(m_service, m_authorizer, request, this)
        ->whenDone(this, [this](const Result<net::Reply> &reply) {
            const Result<QJsonObject> definition = reply ? readObject(*reply) : Result<QJsonObject>(reply.error());
            if (!definition)
                return fail(withTable(definition.error(), m_logicalName));
            m_builder.setDefinition(*definition);
            oneLess();
        });
}

void TableJob::readList(const QByteArray &pathAndQuery, const QString &purpose, Need need, Take take)
{
    ++m_open;
    ++m_asked;
    const net::Request request = m_api.get(pathAndQuery, purpose);
    net::sendAuthorized(m_service, m_authorizer, request, this)
        ->whenDone(this, [this, purpose, need, take = std::move(take)](const Result<net::Reply> &reply) {
            const Result<QJsonArray> list = reply ? dataverse::readList(*reply) : Result<QJsonArray>(reply.error());
            if (list)
                take(*list);
            else if (need == Need::Welcome && isRefusal(list.error()))
                qCWarning(lcMetadata).noquote() << purpose << "were refused:" << list.error().toLine();
            else
                return fail(withTable(list.error(), m_logicalName));
            oneLess();
        });
}

void TableJob::readTargets()
{
    const QStringList tables = m_builder.targetTables();
    for (qsizetype first = 0; first < tables.size(); first += tablesPerRequest) {
        QByteArray filter;
        for (const QString &table : tables.mid(first, tablesPerRequest))
            filter += (filter.isEmpty() ? "" : "%20or%20") + ("LogicalName%20eq%20" + urlLiteral(table));
        readList("EntityDefinitions?$select=LogicalName,EntitySetName,PrimaryIdAttribute&$filter=" + filter,
                 u"Tables that lookups point to"_s, Need::Welcome,
                 [this](const QJsonArray &found) { m_builder.addEntitySets(found); });
        // By itself: without the keys lookups can still be written by row id.
        readList("EntityDefinitions?$select=LogicalName&$expand=Keys($select=LogicalName,KeyAttributes,"
                 "EntityKeyIndexStatus)&$filter=" +
                     filter,
                 u"Alternate keys of tables that lookups point to"_s, Need::Welcome,
                 [this](const QJsonArray &found) { m_builder.addTargetKeys(found); });
    }
}

void TableJob::readTargetKeyColumns()
{
    const QHash<QString, QStringList> keyColumns = m_builder.targetKeyColumns();
    for (const auto &[table, columns] : keyColumns.asKeyValueRange()) {
        QByteArray filter;
        for (const QString &column : columns)
            filter += (filter.isEmpty() ? "" : "%20or%20") + ("LogicalName%20eq%20" + urlLiteral(column));
        readList("EntityDefinitions(LogicalName=" + urlLiteral(table) +
                     ")/Attributes?$select=LogicalName,AttributeType,AttributeTypeName&$filter=" + filter,
                 u"Columns of alternate keys that lookups can use"_s, Need::Welcome,
                 [this, table = table](const QJsonArray &found) { m_builder.addTargetColumns(table, found); });
    }
}

void TableJob::oneLess()
{
    --m_open;
    Q_EMIT progressed(m_asked - m_open, m_asked);
    if (m_open > 0)
        return;
    if (m_stage == Stage::Table) {
        m_stage = Stage::Targets;
        readTargets();
    }
    if (m_open == 0 && m_stage == Stage::Targets) {
        m_stage = Stage::TargetKeys;
        readTargetKeyColumns();
    }
    if (m_open == 0)
        finish(m_builder.build());
}

void TableJob::fail(Error error)
{
    finish(std::move(error));
    deleteSteps();
}

} // namespace dataverse
