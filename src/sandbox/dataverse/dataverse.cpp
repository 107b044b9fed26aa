#include "sandbox/dataverse/dataverse.h"

#include "sandbox/dataverse/batch.h"
#include "sandbox/dataverse/bulk.h"
#include "sandbox/dataverse/environment.h"
#include "sandbox/dataverse/literal.h"
#include "sandbox/dataverse/metadata.h"
#include "sandbox/dataverse/refusal.h"
#include "sandbox/dataverse/rows.h"

#include <QJsonArray>

namespace sandbox {

using namespace Qt::StringLiterals;
using namespace sandbox::webapi;

namespace {

constexpr std::chrono::milliseconds operationTime{20}; ///< Simulated: what one operation takes of the time budget.

/// What a view depends on besides the rows; they are all values of faults.
QString viewKey(const Faults &faults)
{
    QString key;
    for (const auto name :
         {"column-missing"_L1, "column-readonly"_L1, "column-secured"_L1, "consent-tables"_L1, "key"_L1, "bulk"_L1})
        key += faults.value(name) + u'\n';
    return key;
}

void checkApplicationUser(const Faults &faults, const QUuid &user)
{
    if (user != webapi::userId() && faults.has("further-user"_L1, u"missing"))
        refuse(code::userNotMember, u"The user is not a member of the organization."_s);
    const QString fault = faults.value("application-user"_L1);
    if (fault == u"missing")
        refuse(code::userNotMember, u"The user is not a member of the organization."_s);
    if (fault == u"disabled")
        refuse(code::userDisabled,
               u"The specified user(Id = %1) is disabled. Consider enabling this user."_s.arg(guidText(user)));
}

void checkMode(const Faults &faults, const View &view)
{
    if (faults.has("administration-mode"_L1, u"on") && !view.privileges.isAdministrator())
        refuse(code::administrationMode,
               u"User does not have required privileges (or role membership) to access the org when it is in Admin "
               "Only mode."_s);
}

/// What can be found at the root.
httpd::Response serviceDocument(const Call &call)
{
    QJsonArray sets;
    for (const Table &table : call.schema.tables())
        sets << QJsonObject{{u"name"_s, table.entitySet}, {u"kind"_s, u"EntitySet"_s}, {u"url"_s, table.entitySet}};
    return jsonAnswer(200, {{u"@odata.context"_s, QString(call.root + u"$metadata"_s)}, {u"value"_s, sets}});
}

} // namespace

Dataverse::Dataverse(const QList<Person> &people, core::Clock &clock, const Environment &environment)
    : m_clock(clock)
    , m_environment(environment)
    , m_store(initialStore(people, environment))
    , m_stage(int(environment.furtherClientIds.size()))
{
    m_users.push_back({.id = webapi::userId(), .limits = Limits(m_clock)});
    for (int i = 0; i < int(environment.furtherClientIds.size()); ++i)
        m_users.push_back({.id = webapi::furtherUserId(i), .limits = Limits(m_clock)});
}

bool Dataverse::answers(const QByteArray &path)
{
    return path.startsWith("/api/data/");
}

Dataverse::User &Dataverse::userOf(const QUuid &clientId)
{
    const qsizetype index = m_environment.furtherClientIds.indexOf(clientId);
    return m_users[size_t(index + 1)];
}

httpd::Response Dataverse::handle(const httpd::Request &request, const Faults &faults, const QUuid &clientId)
{
    m_stage.arrange(m_store, faults);
    User &user = userOf(clientId);
    httpd::Response response;
    if (auto throttled = user.limits.admit()) {
        response = *std::move(throttled);
    } else {
        response = request.path.endsWith("/$batch") ? batch(request, faults, user) : single(request, faults, user);
        user.limits.run(std::chrono::milliseconds(faults.number("slow"_L1, Service::Dataverse).value_or(0)));
    }
    response.headers.emplaceBack("x-ms-service-request-id", nextRequestId());
    addLimits(response, faults.has("limits"_L1, u"low"), user.limits);
    return response;
}

void Dataverse::addLimits(httpd::Response &response, bool isLow, const Limits &limits)
{
    // As if somebody else had taken the rest; only told, so that whoever looks at it is not refused for looking.
    const int share = isLow ? 100 : 1;
    response.headers.emplaceBack("x-ms-dop-hint", "4");
    response.headers.emplaceBack("x-ms-ratelimit-burst-remaining-xrm-requests",
                                 QByteArray::number(limits.remainingRequests() / share));
    response.headers.emplaceBack("x-ms-ratelimit-time-remaining-xrm-requests",
                                 QByteArray::number(double(limits.remainingTime().count()) / 1000 / share, 'f', 2));
}

const View &Dataverse::view(const Faults &faults, User &user)
{
    const QString key = viewKey(faults);
    if (!user.view || user.viewKey != key || user.viewRevision != m_store.securityRevision()) {
        Schema schema = Schema::standard().withFaults(faults);
        const Privileges privileges(schema, m_store, user.id);
        user.view = std::make_unique<View>(View{schema, privileges, faults.has("bulk"_L1, u"missing"), m_plugIn});
        user.viewKey = key;
        user.viewRevision = m_store.securityRevision();
    }
    return *user.view;
}

QByteArray Dataverse::nextRequestId()
{
    return guidText(stableId(u"request %1"_s.arg(++m_requests))).toLatin1();
}

httpd::Response Dataverse::single(const httpd::Request &request, const Faults &faults, User &user)
{
    httpd::Response response;
    try {
        user.limits.spend(operationTime);
        checkApplicationUser(faults, user.id);
        const View &seen = view(faults, user);
        checkMode(faults, seen);
        response = route(Call(request, seen, m_clock.now()));
    } catch (const Refusal &refusal) {
        response = refusalAnswer(refusal, parsePreferences(request.header("Prefer")));
    }
    response.headers.emplaceBack("OData-Version", "4.0");
    return response;
}

httpd::Response Dataverse::batch(const httpd::Request &request, const Faults &faults, User &user)
{
    try {
        checkApplicationUser(faults, user.id);
        checkMode(faults, view(faults, user));
        if (request.method != "POST")
            refuse(code::wrongVerb, u"The requested resource does not support http method '%1'."_s.arg(
                                        QString::fromLatin1(request.method)));
        const QByteArray root = serviceRoot(request.path);
        if (root.isEmpty())
            refuse(code::noHttpResource, u"No HTTP resource was found that matches the request URI '%1'."_s.arg(
                                             QString::fromUtf8(request.path)));
        const QList<BatchItem> items = parseBatch(request, root);
        BatchRun run(
            [&](const httpd::Request &one) {
                httpd::Response part = one.path.endsWith("/$batch")
                                           ? refusalAnswer({code::payload, u"A batch cannot contain a batch."_s}, {})
                                           : single(one, faults, user);
                part.headers.emplaceBack("REQ_ID", nextRequestId()); // as it is called in parts
                return part;
            },
            [this] {
                return [this, before = m_store] {
                    m_store = before;
                    for (User &one : m_users)
                        one.view.reset(); // revisions will be counted anew
                };
            });
        const QByteArray boundary = guidText(stableId(u"batch %1"_s.arg(m_requests))).toLatin1();
        httpd::Response response = run.run(items, parsePreferences(request.header("Prefer")).continueOnError, boundary);
        response.headers.emplaceBack("OData-Version", "4.0");
        return response;
    } catch (const Refusal &refusal) {
        httpd::Response response = refusalAnswer(refusal, {});
        response.headers.emplaceBack("OData-Version", "4.0");
        return response;
    }
}

httpd::Response Dataverse::route(const Call &call)
{
    if (call.segments.isEmpty()) {
        if (!call.isMethod("GET"))
            refuseMethod(call);
        return serviceDocument(call);
    }
    const Segment &first = call.segments.front();
    if (isMetadataSet(first.name))
        return metadata(call);
    if (isUnboundFunction(first.name))
        return unboundFunction(call, m_store, m_environment);

    const Table *table = call.schema.tableOfSet(first.name);
    if (!table)
        refuseResource(first.name);
    if (call.segments.size() == 2) {
        const QString &second = call.segments.at(1).name;
        if (!first.inner && isBulkMessage(second))
            return bulkMessage(call, m_store, *table);
        if (first.inner && table->name == u"systemuser" && second.startsWith(u"Microsoft.Dynamics.CRM."))
            return userFunction(call, m_store);
    }
    return Rows(call, m_store, *table).answer();
}

qint64 Dataverse::changes() const
{
    return m_store.changes();
}

std::optional<QJsonObject> Dataverse::contact(const QString &idOrDidomiId) const
{
    const Table &table = Schema::standard().at(u"contact");
    const std::optional<QUuid> id = parseGuid(idOrDidomiId);
    const Row *row = id ? m_store.row(table.name, *id) : nullptr;
    if (!row) {
        const QList<QUuid> found =
            m_store.rowsByKey(table, table.keys.front(), {{QString::fromUtf16(column::didomiId), idOrDidomiId}});
        row = found.isEmpty() ? nullptr : m_store.row(table.name, found.front());
    }
    if (!row)
        return {};
    return storedValues(table, *row);
}

QList<QJsonObject> Dataverse::rowsOf(const QString &table) const
{
    const QMap<QUuid, Row> &rows = m_store.rows(table);
    QList<QJsonObject> all;
    all.reserve(rows.size());
    for (const Row &row : rows)
        all << storedValues(Schema::standard().at(table), row);
    return all;
}

void Dataverse::setPlugIn(PlugIn plugIn)
{
    m_plugIn = std::move(plugIn);
    for (User &user : m_users)
        user.view.reset();
}

LimitTally Dataverse::limitTally() const
{
    LimitTally all;
    for (const User &user : m_users)
        all += user.limits.tally();
    return all;
}

qsizetype Dataverse::contactCount() const
{
    return m_store.rows(u"contact"_s).size();
}

QString Dataverse::organizationId()
{
    return guidText(webapi::organizationId());
}

QString Dataverse::userId()
{
    return guidText(webapi::userId());
}

QString Dataverse::furtherUserId(int index)
{
    return guidText(webapi::furtherUserId(index));
}

} // namespace sandbox
