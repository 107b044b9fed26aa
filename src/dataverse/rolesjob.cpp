#include "dataverse/rolesjob.h"

#include "dataverse/availability.h"
#include "dataverse/literals.h"

#include <QLoggingCategory>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

Q_LOGGING_CATEGORY(lcRoles, "bridge.dataverse.roles")

namespace {

Role readRole(const QJsonValue &role, const QString &team)
{
    return {.id = bareGuid(role[u"roleid"].toString()),
            .name = role[u"name"].toString(),
            .templateId = bareGuid(role[u"_roletemplateid_value"].toString()),
            .team = team};
}

/// Refused for good: neither lost on the way nor to be tried later.
bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::Rejected ||
           error.kind == Error::Kind::NotFound;
}

} // namespace

RolesJob::RolesJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const QString &userId,
                   QObject *parent)
    : GatherJob(service, authorizer, parent)
{
    const QByteArray user = "systemusers(" + userId.toLatin1() + ')';
    ask(api.get(user + "/systemuserroles_association?$select=roleid,name,_roletemplateid_value", u"Roles"_s),
        [this](const net::Reply &reply) -> std::optional<Error> {
            const Result<QJsonArray> roles = inspectList(reply);
            if (!roles)
                return roles.error();
            for (const QJsonValue &role : *roles)
                m_own << readRole(role, {});
            return {};
        });
    ask(api.get(user + "/teammembership_association?$select=teamid,name&$expand=teamroles_association($select=roleid,"
                       "name,_roletemplateid_value)",
                u"Roles through teams"_s),
        [this](const net::Reply &reply) -> std::optional<Error> {
            const Result<QJsonArray> teams = inspectList(reply);
            if (!teams && !isRefusal(teams.error()))
                return teams.error();
            if (!teams)
                qCWarning(lcRoles).noquote() << "Teams were not told:" << teams.error().toLine();
            for (const QJsonValue &team : teams.valueOr({})) {
                // A team without a name is a team all the same: an empty one would look like a role of the user's own.
                const QString name = team[u"name"].toString();
                for (const QJsonValue &role : team[u"teamroles_association"].toArray())
                    m_throughTeams << readRole(role, name.isEmpty() ? team[u"teamid"].toString(u"?"_s) : name);
            }
            return {};
        });
}

} // namespace dataverse
