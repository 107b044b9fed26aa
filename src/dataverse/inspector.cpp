#include "dataverse/inspector.h"

#include "dataverse/availability.h"
#include "dataverse/challenge.h"
#include "dataverse/consenttreejob.h"
#include "dataverse/errors.h"
#include "dataverse/literals.h"
#include "dataverse/privilegesjob.h"
#include "dataverse/rolesjob.h"
#include "dataverse/schemanamesjob.h"
#include "net/calljob.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

constexpr auto administratorTemplate = "627090ff-40a3-4053-8790-584edc5be201"_L1; ///< dataverse-api section 8.3

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Inspector)
};

/// A number in a header; nothing when it is absent, no number, infinite or below zero. Thousands may be set off: some
/// servers write "1,200.00".
std::optional<double> numberIn(const net::Reply &reply, QByteArrayView header)
{
    bool isNumber = false;
    const double number = reply.header(header).trimmed().replace(',', "").toDouble(&isNumber);
    return isNumber && std::isfinite(number) && number >= 0 ? std::optional(number) : std::nullopt;
}

Result<Budget> readBudget(const net::Reply &reply)
{
    if (const Result<QJsonObject> answer = inspectObject(reply); !answer)
        return answer.error();
    const std::optional<double> requests = numberIn(reply, "x-ms-ratelimit-burst-remaining-xrm-requests");
    const double hint = numberIn(reply, "x-ms-dop-hint").value_or(0);
    return Budget{.requests = requests ? std::optional(qint64(std::min(*requests, 1e15))) : std::nullopt,
                  .seconds = numberIn(reply, "x-ms-ratelimit-time-remaining-xrm-requests"),
                  .parallelismHint = int(std::min(hint, 1e6))};
}

Result<OrganizationDetail> readOrganization(const net::Reply &reply)
{
    const Result<QJsonObject> object = inspectObject(reply);
    if (!object)
        return object.error();
    const QJsonValue detail = object->value(u"Detail");
    const OrganizationDetail organization{.id = bareGuid(detail[u"OrganizationId"].toString()),
                                          .friendlyName = detail[u"FriendlyName"].toString(),
                                          .version = detail[u"OrganizationVersion"].toString(),
                                          .type = detail[u"OrganizationType"].toString(),
                                          .state = detail[u"State"].toString(),
                                          .environmentId = detail[u"EnvironmentId"].toString(),
                                          .tenantId = bareGuid(detail[u"TenantId"].toString()),
                                          .geo = detail[u"Geo"].toString()};
    if (organization.id.isEmpty()) // it is what later answers are compared with
        return unreadableReply(reply);
    return organization;
}

Result<ApplicationUser> readUser(const net::Reply &reply)
{
    const Result<QJsonObject> user = inspectObject(reply);
    if (!user)
        return user.error();
    // Without it nobody can say whether the user is disabled, and that is not "enabled".
    if (!user->value(u"isdisabled").isBool())
        return unreadableReply(reply);
    return ApplicationUser{.id = bareGuid(user->value(u"systemuserid").toString()),
                           .name = user->value(u"fullname").toString(),
                           .applicationId = bareGuid(user->value(u"applicationid").toString()),
                           .isDisabled = user->value(u"isdisabled").toBool(),
                           .accessMode = user->value(u"accessmode").toInt(-1)};
}

Result<core::Nothing> readThatRowsCanBeRead(const net::Reply &reply)
{
    if (const Result<QJsonArray> rows = inspectList(reply); !rows)
        return rows.error();
    return core::Nothing();
}

Result<QStringList> readTablesBeginning(const net::Reply &reply, const QString &prefix)
{
    const Result<QJsonArray> tables = inspectList(reply);
    if (!tables)
        return tables.error();
    QStringList names;
    for (const QJsonValue &table : *tables) {
        const QString name = table[u"LogicalName"].toString();
        if (!name.isEmpty() && name.startsWith(prefix))
            names << name;
    }
    names.sort();
    return names;
}

Error notAUser()
{
    return {.kind = Error::Kind::Invalid,
            .message = Words::tr("The application user's id is not a row id (a GUID)."),
            .fix = Words::tr("Test the connection again: WhoAmI gives the id."),
            .field = u"systemuserid"_s};
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
    return new net::CallJob<Budget>(m_service, &m_authorizer, m_api.get("WhoAmI", u"Limits"_s), readBudget, parent);
}

core::Job<OrganizationDetail> *Inspector::organization(QObject *parent)
{
    constexpr char path[] = "RetrieveCurrentOrganization(AccessType=@p1)"
                            "?@p1=Microsoft.Dynamics.CRM.EndpointAccessType%27Default%27";
    return new net::CallJob<OrganizationDetail>(m_service, &m_authorizer, m_api.get(path, u"Organization"_s),
                                                readOrganization, parent);
}

core::Job<ApplicationUser> *Inspector::user(const QString &userId, QObject *parent)
{
    const QString id = bareGuid(userId);
    if (id.isEmpty())
        return new core::ReadyJob<ApplicationUser>(notAUser(), parent);
    const QByteArray path =
        "systemusers(" + id.toLatin1() + ")?$select=systemuserid,fullname,applicationid,isdisabled,accessmode";
    return new net::CallJob<ApplicationUser>(m_service, &m_authorizer, m_api.get(path, u"Application user"_s), readUser,
                                             parent);
}

core::Job<QList<Role>> *Inspector::roles(const QString &userId, QObject *parent)
{
    const QString id = bareGuid(userId);
    if (id.isEmpty())
        return new core::ReadyJob<QList<Role>>(notAUser(), parent);
    return new RolesJob(m_service, m_authorizer, m_api, id, parent);
}

core::Job<QList<Privilege>> *Inspector::privileges(const QString &userId, const QStringList &names, QObject *parent)
{
    const QString id = bareGuid(userId);
    if (id.isEmpty())
        return new core::ReadyJob<QList<Privilege>>(notAUser(), parent);
    if (names.isEmpty())
        return new core::ReadyJob<QList<Privilege>>(QList<Privilege>(), parent);
    return new PrivilegesJob(m_service, m_authorizer, m_api, id, names, parent);
}

core::Job<core::Nothing> *Inspector::readOneRow(const QString &entitySet, const QString &primaryId, QObject *parent)
{
    const QByteArray path =
        QUrl::toPercentEncoding(entitySet) + "?$select=" + QUrl::toPercentEncoding(primaryId) + "&$top=1";
    return new net::CallJob<core::Nothing>(m_service, &m_authorizer, m_api.get(path, u"One row"_s),
                                           readThatRowsCanBeRead, parent);
}

core::Job<QHash<QString, QString>> *Inspector::schemaNames(const QStringList &logicalNames, QObject *parent)
{
    using Names = QHash<QString, QString>;
    if (logicalNames.isEmpty())
        return new core::ReadyJob<Names>(Names(), parent);
    return new SchemaNamesJob(m_service, m_authorizer, m_api, logicalNames, parent);
}

core::Job<QStringList> *Inspector::tablesBeginning(const QString &prefix, QObject *parent)
{
    // Metadata knows no startswith: all names come, and are few bytes each.
    return new net::CallJob<QStringList>(
        m_service, &m_authorizer, m_api.get("EntityDefinitions?$select=LogicalName", u"Tables"_s),
        [prefix](const net::Reply &reply) { return readTablesBeginning(reply, prefix); }, parent);
}

core::Job<ConsentTree> *Inspector::consentTree(QObject *parent)
{
    return new ConsentTreeJob(m_service, m_authorizer, m_api, parent);
}

} // namespace dataverse
