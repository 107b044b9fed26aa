#include "dataverse/privilegesjob.h"

#include "dataverse/availability.h"
#include "dataverse/errors.h"
#include "dataverse/write.h"

#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

constexpr qsizetype namesPerRequest = 40; ///< Keeps the address below 2,048 characters, where some proxies cut.

/// Usually a word, a number where enumerations are written so. A word that is not known reaches something at least.
Depth depthOf(const QJsonValue &depth)
{
    static constexpr QLatin1StringView words[] = {"Basic"_L1, "Local"_L1, "Deep"_L1, "Global"_L1};
    for (int level = 0; level < int(std::size(words)); ++level) {
        if (depth == QJsonValue(level) || depth.toString().compare(words[level], Qt::CaseInsensitive) == 0)
            return Depth(int(Depth::Basic) + level);
    }
    return Depth::Basic;
}

bool isFormRefused(const net::Reply &reply)
{
    return reply.status == 400 || reply.status == 404 || reply.status == 405 || reply.status == 501;
}

Result<QJsonArray> readPrivileges(const net::Reply &reply)
{
    const Result<QJsonObject> object = inspectObject(reply);
    if (!object)
        return object.error();
    const QJsonValue list = object->value(u"RolePrivileges");
    if (!list.isArray())
        return unreadableReply(reply);
    return list.toArray();
}

} // namespace

PrivilegesJob::PrivilegesJob(net::Service &service, net::Authorizer &authorizer, const Api &api, const QString &userId,
                             const QStringList &names, QObject *parent)
    : GatherJob(service, authorizer, parent)
    , m_api(api)
    , m_user("systemusers(" + userId.toLatin1() + ")/Microsoft.Dynamics.CRM.")
    , m_names(names)
{
    QStringList different = names;
    different.removeDuplicates();
    for (qsizetype first = 0; first < different.size(); first += namesPerRequest)
        askForMany(different.mid(first, namesPerRequest));
}

void PrivilegesJob::askForMany(const QStringList &names)
{
    const QByteArray list = QJsonDocument(QJsonArray::fromStringList(names)).toJson(QJsonDocument::Compact);
    const QByteArray path = m_user + "RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=" +
                            QUrl::toPercentEncoding(QString::fromUtf8(list));
    ask(m_api.get(path, u"Privileges"_s), [this, names](const net::Reply &reply) -> std::optional<Error> {
        if (isFormRefused(reply))
            return askForEach(names);
        const Result<QJsonArray> privileges = readPrivileges(reply);
        if (!privileges)
            return privileges.error();
        const bool isNamed = std::all_of(privileges->begin(), privileges->end(), [](const QJsonValue &privilege) {
            return !privilege[u"PrivilegeName"].toString().isEmpty();
        });
        if (!isNamed) // nobody can tell which is which
            return askForEach(names);
        for (const QJsonValue &privilege : *privileges)
            note(privilege[u"PrivilegeName"].toString(), privilege);
        return {};
    });
}

std::optional<Error> PrivilegesJob::askForEach(const QStringList &names)
{
    for (const QString &name : names)
        askForOne(name);
    return {};
}

void PrivilegesJob::askForOne(const QString &name)
{
    const QByteArray path = m_user + "RetrieveUserPrivilegeByPrivilegeName(PrivilegeName=" + urlLiteral(name) + ')';
    ask(m_api.get(path, u"Privilege"_s), [this, name](const net::Reply &reply) -> std::optional<Error> {
        if (readRefusal(reply).code() == code::objectDoesNotExist && !reply.isSuccess())
            return {}; // no such privilege: nobody holds it
        const Result<QJsonArray> privileges = readPrivileges(reply);
        if (!privileges)
            return privileges.error();
        for (const QJsonValue &privilege : *privileges)
            note(name, privilege);
        return {};
    });
}

void PrivilegesJob::note(const QString &name, const QJsonValue &privilege)
{
    // Several roles may give the same one: the farthest counts.
    Depth &depth = m_held[name.toLower()];
    depth = std::max(depth, depthOf(privilege[u"Depth"]));
}

Result<QList<Privilege>> PrivilegesJob::complete()
{
    QList<Privilege> privileges;
    for (const QString &name : m_names)
        privileges.append({.name = name, .depth = m_held.value(name.toLower(), Depth::None)});
    return privileges;
}

} // namespace dataverse
