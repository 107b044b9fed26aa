#include "dataverse/inspector.h"

#include "dataverse/availability.h"
#include "dataverse/challenge.h"
#include "dataverse/consenttreejob.h"
#include "dataverse/literals.h"
#include "dataverse/privilegesjob.h"
#include "dataverse/rolesjob.h"
#include "dataverse/schemanamesjob.h"
#include "net/calljob.h"

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Result;

namespace {

constexpr auto administratorTemplate = "627090ff-40a3-4053-8790-584edc5be201"_L1; ///< dataverse-api section 8.3

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

Budget readBudget(const net::Reply &reply)
{
    Budget budget{.parallelismHint = qMax(0, reply.header("x-ms-dop-hint").trimmed().toInt())};
    bool isNumber = false;
    const qint64 requests = reply.header("x-ms-ratelimit-burst-remaining-xrm-requests").trimmed().toLongLong(&isNumber);
    if (isNumber)
        budget.requests = requests;
    const QByteArray time = reply.header("x-ms-ratelimit-time-remaining-xrm-requests").trimmed();
    const double seconds = QByteArray(time).replace(',', "").toDouble(&isNumber);
    if (isNumber)
        budget.seconds = seconds;
    return budget;
}

} // namespace

bool Role::isSystemAdministrator() const
{
    return templateId.compare(administratorTemplate, Qt::CaseInsensitive) == 0;
}

Inspector::Inspector(net::Service &service, net::Authorizer &authorizer, QUrl apiUrl, QObject *parent)
    : QObject(parent), m_service(service), m_authorizer(authorizer), m_api(std::move(apiUrl))
{
}

core::Job<Challenge> *Inspector::challenge(QObject *parent)
{
    return new net::CallJob<Challenge>(m_service, nullptr, m_api.get({}, u"Without a token"_s), readChallenge, parent);
}

core::Job<Budget> *Inspector::budget(QObject *parent)
{
    const auto read = [](const net::Reply &reply) -> Result<Budget> {
        if (!reply.isSuccess())
            return readInspectionError(reply);
        return readBudget(reply);
    };
    return new net::CallJob<Budget>(m_service, &m_authorizer, m_api.get("WhoAmI", u"Limits"_s), read, parent);
}

core::Job<OrganizationDetail> *Inspector::organization(QObject *parent)
{
    const auto read = [](const net::Reply &reply) -> Result<OrganizationDetail> {
        const Result<QJsonObject> object = inspectObject(reply);
        if (!object)
            return object.error();
        const QJsonValue detail = object->value(u"Detail");
        return OrganizationDetail{.id = bareGuid(detail[u"OrganizationId"].toString()),
                                  .friendlyName = detail[u"FriendlyName"].toString(),
                                  .version = detail[u"OrganizationVersion"].toString(),
                                  .type = detail[u"OrganizationType"].toString(),
                                  .state = detail[u"State"].toString(),
                                  .environmentId = detail[u"EnvironmentId"].toString(),
                                  .tenantId = bareGuid(detail[u"TenantId"].toString()),
                                  .geo = detail[u"Geo"].toString()};
    };
    const QByteArray path = "RetrieveCurrentOrganization(AccessType=@p1)?@p1=" +
                            encoded(u"Microsoft.Dynamics.CRM.EndpointAccessType'Default'"_s);
    return new net::CallJob<OrganizationDetail>(m_service, &m_authorizer, m_api.get(path, u"Organization"_s), read,
                                                parent);
}

core::Job<ApplicationUser> *Inspector::user(const QString &userId, QObject *parent)
{
    const auto read = [](const net::Reply &reply) -> Result<ApplicationUser> {
        const Result<QJsonObject> row = inspectObject(reply);
        if (!row)
            return row.error();
        return ApplicationUser{.id = bareGuid(row->value(u"systemuserid").toString()),
                               .name = row->value(u"fullname").toString(),
                               .applicationId = bareGuid(row->value(u"applicationid").toString()),
                               .isDisabled = row->value(u"isdisabled").toBool(),
                               .accessMode = row->value(u"accessmode").toInt(-1)};
    };
    const QByteArray path = "systemusers(" + userId.toLatin1() +
                            ")"
                            "?$select=systemuserid,fullname,applicationid,isdisabled,accessmode";
    return new net::CallJob<ApplicationUser>(m_service, &m_authorizer, m_api.get(path, u"Application user"_s), read,
                                             parent);
}

core::Job<QList<Role>> *Inspector::roles(const QString &userId, QObject *parent)
{
    return new RolesJob(m_service, m_authorizer, m_api, userId, parent);
}

core::Job<QList<Privilege>> *Inspector::privileges(const QString &userId, const QStringList &names, QObject *parent)
{
    return new PrivilegesJob(m_service, m_authorizer, m_api, userId, names, parent);
}

core::Job<core::Nothing> *Inspector::readOneRow(const QString &entitySet, const QString &primaryId, QObject *parent)
{
    const auto read = [](const net::Reply &reply) -> Result<core::Nothing> {
        const Result<QJsonArray> rows = inspectList(reply);
        return rows ? Result<core::Nothing>(core::Nothing{}) : rows.error();
    };
    const QByteArray path = encoded(entitySet) + "?$select=" + encoded(primaryId) + "&$top=1";
    return new net::CallJob<core::Nothing>(m_service, &m_authorizer, m_api.get(path, u"One row"_s), read, parent);
}

core::Job<QHash<QString, QString>> *Inspector::schemaNames(const QStringList &logicalNames, QObject *parent)
{
    return new SchemaNamesJob(m_service, m_authorizer, m_api, logicalNames, parent);
}

core::Job<QStringList> *Inspector::tablesBeginning(const QString &prefix, QObject *parent)
{
    const auto read = [prefix](const net::Reply &reply) -> Result<QStringList> {
        const Result<QJsonArray> tables = inspectList(reply);
        if (!tables)
            return tables.error();
        QStringList names;
        for (const QJsonValue &table : *tables) {
            const QString name = table[u"LogicalName"].toString();
            if (name.startsWith(prefix))
                names << name;
        }
        names.sort();
        return names;
    };
    return new net::CallJob<QStringList>(m_service, &m_authorizer,
                                         m_api.get("EntityDefinitions?$select=LogicalName", u"Tables"_s), read, parent);
}

core::Job<ConsentTree> *Inspector::consentTree(QObject *parent)
{
    return new ConsentTreeJob(m_service, m_authorizer, m_api, parent);
}

} // namespace dataverse
