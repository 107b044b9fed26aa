#include "sandbox/dataverse/functions.h"

#include "sandbox/dataverse/environment.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/refusal.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace sandbox::webapi {

using namespace Qt::StringLiterals;

namespace {

constexpr auto version = "9.2.25111.00152"_L1;

QString context(const Call &call, QStringView type)
{
    return call.root + u"$metadata#Microsoft.Dynamics.CRM."_s + type.toString();
}

QUuid organizationOf(const Store &store)
{
    return store.rows(u"organization"_s).firstKey(); // there is always one
}

QJsonObject organization(const Call &call, const Store &store, const Environment &environment)
{
    const QString origin = QString::fromUtf8(call.request.origin());
    return {{u"@odata.context"_s, context(call, u"RetrieveCurrentOrganizationResponse")},
            {u"Detail"_s,
             QJsonObject{
                 {u"OrganizationId"_s, guidText(organizationOf(store))},
                 {u"FriendlyName"_s, environment.friendlyName},
                 {u"OrganizationVersion"_s, QString(version)},
                 {u"EnvironmentId"_s, guidText(stableId(u"environment"_s))},
                 {u"DatacenterId"_s, guidText(stableId(u"data centre"_s))},
                 {u"Geo"_s, u"EUR"_s},
                 {u"TenantId"_s, environment.tenantId},
                 {u"UrlName"_s, u"practice"_s},
                 {u"UniqueName"_s, u"unqpractice"_s},
                 {u"State"_s, u"Enabled"_s},
                 {u"OrganizationType"_s, u"CustomerTest"_s},
                 {u"Endpoints"_s,
                  QJsonObject{{u"Count"_s, 2},
                              {u"IsReadOnly"_s, false},
                              {u"Keys"_s, QJsonArray{u"WebApplication"_s, u"OrganizationService"_s}},
                              {u"Values"_s, QJsonArray{origin + u'/',
                                                       QString(origin + u"/XRMServices/2011/Organization.svc"_s)}}}}}}};
}

QJsonObject recordCounts(const Call &call, const Store &store)
{
    QString names = parseParameters(*call.segments.front().inner, call.query.aliases).value(u"EntityNames"_s);
    const QJsonDocument list = QJsonDocument::fromJson(names.replace(u'\'', u'"').toUtf8());
    if (!list.isArray())
        refuse(code::query, u"The parameter 'EntityNames' must be a collection of strings."_s);
    QJsonArray keys;
    QJsonArray values;
    for (const QJsonValue &name : list.array()) {
        if (!call.schema.table(name.toString()))
            refuse(code::query, u"The entity with a name = '%1' was not found."_s.arg(name.toString()));
        keys << name;
        values << store.rows(name.toString()).size();
    }
    return {
        {u"@odata.context"_s, context(call, u"RetrieveTotalRecordCountResponse")},
        {u"EntityRecordCountCollection"_s,
         QJsonObject{{u"Count"_s, keys.size()}, {u"IsReadOnly"_s, false}, {u"Keys"_s, keys}, {u"Values"_s, values}}}};
}

QJsonObject rolePrivileges(const Call &call, const Privileges &held, const QStringList &asked, bool isOwnDepth = false)
{
    QJsonArray privileges;
    for (const QString &name : asked) {
        const std::optional<Depth> depth = held.depth(name);
        if (!depth)
            continue; // a misspelt name is as little held as a missing one
        privileges << QJsonObject{
            {u"Depth"_s, depthName(isOwnDepth ? held.ownDepth(name).value_or(Depth::Basic) : *depth)},
            {u"PrivilegeId"_s, guidText(stableId(name))},
            {u"BusinessUnitId"_s, guidText(businessUnitId())},
            {u"PrivilegeName"_s, name},
            {u"RecordFilterId"_s, guidText(QUuid())},
            {u"RecordFilterUniqueName"_s, u""_s}};
    }
    return {{u"@odata.context"_s, context(call, u"RetrieveUserSetOfPrivilegesByNamesResponse")},
            {u"RolePrivileges"_s, privileges}};
}

/// {'@odata.id':'contacts(…)'}: which rights the user has on one row.
QJsonObject principalAccess(const Call &call, const Store &store, const Privileges &held, QString target)
{
    const QJsonObject reference = QJsonDocument::fromJson(target.replace(u'\'', u'"').toUtf8()).object();
    const QList<Segment> segments = parseSegments(reference.value(u"@odata.id"_s).toString().toUtf8());
    const Table *table = segments.isEmpty() ? nullptr : call.schema.tableOfSet(segments.back().name);
    if (!table || !segments.back().inner)
        refuse(code::query, u"The parameter 'Target' must be a reference to a row."_s);
    const RowAddress address = parseRowAddress(*table, *segments.back().inner);
    const Row *row = findRow(store, *table, address);
    if (!row)
        refuseMissing(*table, address);
    QStringList rights;
    for (const QString &verb :
         {u"Read"_s, u"Write"_s, u"Append"_s, u"AppendTo"_s, u"Create"_s, u"Delete"_s, u"Assign"_s}) {
        if (held.reaches(store, *table, verb, *row))
            rights << verb + u"Access"_s;
    }
    return {{u"@odata.context"_s, context(call, u"RetrievePrincipalAccessResponse")},
            {u"AccessRights"_s, rights.isEmpty() ? u"None"_s : rights.join(u","_s)}};
}

} // namespace

bool isUnboundFunction(QStringView name)
{
    return name == u"WhoAmI" || name == u"RetrieveVersion" || name == u"RetrieveCurrentOrganization" ||
           name == u"RetrieveTotalRecordCount";
}

httpd::Response unboundFunction(const Call &call, const Store &store, const Environment &environment)
{
    const Segment &segment = call.segments.front();
    if (!call.isMethod("GET") || call.segments.size() > 1) // a function is no action
        refuse(code::noHttpResource, u"No HTTP resource was found that matches the request URI '%1'."_s.arg(
                                         call.root + QString::fromUtf8(segment.encoded)));
    if (segment.name == u"WhoAmI")
        return jsonAnswer(200, {{u"@odata.context"_s, context(call, u"WhoAmIResponse")},
                                {u"BusinessUnitId"_s, guidText(businessUnitId())},
                                {u"UserId"_s, guidText(call.privileges.user())},
                                {u"OrganizationId"_s, guidText(organizationOf(store))}});
    if (segment.name == u"RetrieveVersion")
        return jsonAnswer(
            200, {{u"@odata.context"_s, context(call, u"RetrieveVersionResponse")}, {u"Version"_s, QString(version)}});
    if (segment.name == u"RetrieveTotalRecordCount")
        return jsonAnswer(200, recordCounts(call, store));

    const QString access =
        parseParameters(segment.inner.value_or(QString()), call.query.aliases).value(u"AccessType"_s);
    if (access != u"Microsoft.Dynamics.CRM.EndpointAccessType'Default'" &&
        access != u"Microsoft.Dynamics.CRM.EndpointAccessType'Internet'")
        refuse(code::query,
               u"The parameter 'AccessType' must be a member of 'Microsoft.Dynamics.CRM.EndpointAccessType'."_s);
    return jsonAnswer(200, organization(call, store, environment));
}

httpd::Response userFunction(const Call &call, const Store &store)
{
    if (!call.isMethod("GET"))
        refuseMethod(call);
    const Table &users = call.schema.at(u"systemuser");
    const RowAddress address = parseRowAddress(users, call.segments.front().inner.value_or(QString()));
    const Row *user = findRow(store, users, address);
    if (!user)
        refuseMissing(users, address);
    const Privileges held(call.schema, store, user->id);

    const Segment &segment = call.segments.at(1);
    const QString name = segment.name.mid(u"Microsoft.Dynamics.CRM."_s.size());
    const QHash<QString, QString> parameters = parseParameters(segment.inner.value_or(QString()), call.query.aliases);
    if (name == u"RetrieveUserPrivileges") // which tells of what comes through teams as Basic, however far it reaches
        return jsonAnswer(200, rolePrivileges(call, held, held.names(), true));
    if (name == u"RetrieveUserPrivilegeByPrivilegeName") {
        const Literal asked = parseLiteral(parameters.value(u"PrivilegeName"_s));
        return jsonAnswer(200, rolePrivileges(call, held, {asked.value.toString()}));
    }
    if (name == u"RetrieveUserSetOfPrivilegesByNames") {
        const QJsonDocument list = QJsonDocument::fromJson(parameters.value(u"PrivilegeNames"_s).toUtf8());
        if (!list.isArray())
            refuse(code::query, u"The parameter 'PrivilegeNames' must be a collection of strings."_s);
        return jsonAnswer(200, rolePrivileges(call, held, list.toVariant().toStringList()));
    }
    if (name == u"RetrievePrincipalAccess")
        return jsonAnswer(200, principalAccess(call, store, held, parameters.value(u"Target"_s)));
    refuseResource(segment.name);
}

} // namespace sandbox::webapi
