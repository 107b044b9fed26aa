#include "dataverse/client.h"

#include "dataverse/errors.h"
#include "dataverse/finder.h"
#include "dataverse/literals.h"
#include "dataverse/tablejob.h"
#include "dataverse/writejob.h"
#include "net/calljob.h"

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Result;

namespace {

Result<WhoAmI> readWhoAmI(const net::Reply &reply)
{
    const Result<QJsonObject> object = readObject(reply);
    if (!object)
        return object.error();
    const WhoAmI who{.userId = bareGuid(object->value(u"UserId").toString()),
                     .businessUnitId = bareGuid(object->value(u"BusinessUnitId").toString()),
                     .organizationId = bareGuid(object->value(u"OrganizationId").toString()),
                     .parallelismHint = qMax(0, reply.header("x-ms-dop-hint").trimmed().toInt())};
    // A run is bound to the organization's id: an answer without it is worth nothing.
    if (who.userId.isEmpty() || who.organizationId.isEmpty())
        return unreadableReply(reply);
    return who;
}

Result<QString> readVersion(const net::Reply &reply)
{
    const Result<QJsonObject> object = readObject(reply);
    if (!object)
        return object.error();
    const QString version = object->value(u"Version").toString();
    if (version.isEmpty())
        return unreadableReply(reply);
    return version;
}

void addCondition(const Write &write, net::Headers &headers)
{
    switch (write.condition) {
    case Write::Condition::UpdateOnly:
        headers.emplaceBack("If-Match", "*");
        return;
    case Write::Condition::IfUnchanged:
        headers.emplaceBack("If-Match", write.etag.toLatin1());
        return;
    case Write::Condition::CreateOnly:
        headers.emplaceBack("If-None-Match", "*");
        return;
    case Write::Condition::Upsert:
        return;
    }
}

} // namespace

Client::Client(net::Service &service, net::Authorizer &authorizer, QUrl apiUrl, QString tag, QObject *parent)
    : QObject(parent), m_service(service), m_authorizer(authorizer), m_api(std::move(apiUrl)), m_tag(std::move(tag))
{
}

core::Job<WhoAmI> *Client::whoAmI(QObject *parent)
{
    return new net::CallJob<WhoAmI>(m_service, &m_authorizer, m_api.get("WhoAmI", u"WhoAmI"_s), readWhoAmI, parent);
}

core::Job<QString> *Client::version(QObject *parent)
{
    return new net::CallJob<QString>(m_service, &m_authorizer, m_api.get("RetrieveVersion", u"Version"_s), readVersion,
                                     parent);
}

core::Job<mapping::Table> *Client::table(const QString &logicalName, QObject *parent)
{
    return new TableJob(m_service, m_authorizer, m_api, logicalName, parent);
}

core::Job<QList<Row>> *Client::find(const mapping::Table &table, const Criterion &criterion, const QStringList &columns,
                                    int limit, QObject *parent)
{
    const Result<Lookup> lookup = lookupOf(table, criterion, columns, limit);
    if (!lookup)
        return new core::ReadyJob<QList<Row>>(lookup.error(), parent);
    const mapping::Table &searched = table;
    return new net::CallJob<QList<Row>>(
        m_service, &m_authorizer, m_api.get(lookup->pathAndQuery, u"Look up a row"_s),
        [table = searched, lookup = *lookup, limit](const net::Reply &reply) {
            return readRows(table, lookup, limit, reply);
        },
        parent);
}

core::Job<QList<Matches>> *Client::countMatches(const mapping::Table &table, const QString &column,
                                                const QStringList &values, QObject *parent,
                                                const QList<KeyPart> &others)
{
    return new MatchCountJob(m_service, m_authorizer, m_api, table, column, values, others, parent);
}

net::Request Client::requestFor(const Write &write) const
{
    QByteArrayList query;
    if (!write.primaryId.isEmpty())
        query << "$select=" + write.primaryId.toLatin1();
    if (!m_tag.isEmpty())
        query << "tag=" + QUrl::toPercentEncoding(m_tag);
    QByteArray pathAndQuery = write.address().toLatin1();
    if (!query.isEmpty())
        pathAndQuery += '?' + query.join('&');

    net::Request request = m_api.patch(pathAndQuery, mapping::bodyOf(write.cells), u"Write a row"_s);
    if (!write.primaryId.isEmpty())
        request.headers.emplaceBack("Prefer", "return=representation");
    addCondition(write, request.headers);
    request.isRepeatable = write.isGuarded();
    return request;
}

core::Job<WriteReply> *Client::write(const Write &write, QObject *parent)
{
    if (const std::optional<core::Error> problem = write.problem())
        return new core::ReadyJob<WriteReply>(*problem, parent);
    return new WriteJob(m_service, m_authorizer, requestFor(write), write, parent);
}

} // namespace dataverse
