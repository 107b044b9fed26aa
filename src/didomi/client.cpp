#include "didomi/client.h"

#include "didomi/cataloguejob.h"
#include "didomi/contract.h"
#include "didomi/people.h"
#include "didomi/sessionsource.h"
#include "net/calljob.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace didomi {

using namespace Qt::StringLiterals;
using core::Result;

namespace {

Result<QList<Organization>> readOrganizations(const QJsonArray &items)
{
    QList<Organization> organizations;
    for (const QJsonValue &item : items) {
        const QString id = item[u"id"].toString();
        if (!id.isEmpty())
            organizations.append({.id = id, .name = item[u"name"].toString(id)});
    }
    return organizations;
}

Query personQuery(const QString &organizationUserId, const QString &regulation)
{
    Query query{{u"organization_user_id"_s, organizationUserId}};
    if (!regulation.isEmpty())
        query.append({u"regulation"_s, regulation});
    return query;
}

/// Without an id Didomi would answer with everybody.
core::Error noId()
{
    return {.kind = core::Error::Kind::Invalid,
            .message = QCoreApplication::translate("didomi::Client", "There is no organization_user_id to look for."),
            .field = u"organization_user_id"_s};
}

} // namespace

Client::Client(net::Service &service, Credentials credentials, core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_api(credentials.apiUrl, credentials.organizationId)
    , m_session(std::make_unique<SessionSource>(service, m_api, credentials, clock))
{
}

Client::~Client() = default;

core::Job<Session> *Client::signIn(QObject *parent)
{
    return m_session->signIn(parent);
}

core::Job<QList<Organization>> *Client::organizations(QObject *parent)
{
    const ListJob::Order order{
        .path = "/organizations", .purpose = u"Organizations"_s, .ofOrganization = false, .limit = 100};
    return new ReadListJob<QList<Organization>>(m_service, *m_session, m_api, order, readOrganizations, parent);
}

core::Job<Contract> *Client::contract(QObject *parent)
{
    return new net::CallJob<Contract>(m_service, m_session.get(),
                                      m_api.getOfOrganization("/premium-features", {}, u"Premium features"_s),
                                      readContract, parent);
}

core::Job<consent::Catalogue> *Client::catalogue(QObject *parent)
{
    return new CatalogueJob(m_service, *m_session, m_api, parent);
}

core::Job<UserPage> *Client::users(const QString &cursor, QObject *parent)
{
    return users(cursor, {}, parent);
}

core::Job<UserPage> *Client::users(const QString &cursor, const QString &regulation, QObject *parent)
{
    Query query;
    if (!cursor.isEmpty())
        query.append({u"$cursor"_s, cursor});
    if (!regulation.isEmpty())
        query.append({u"regulation"_s, regulation});
    return new net::CallJob<UserPage>(
        m_service, m_session.get(), m_api.getOfOrganization("/consents/users", query, u"Users"_s),
        [cursor](const net::Reply &reply) { return readUserPage(reply, cursor); }, parent);
}

core::Job<QList<consent::User>> *Client::usersOf(const QString &organizationUserId, const QString &regulation,
                                                 QObject *parent)
{
    if (organizationUserId.isEmpty())
        return new core::ReadyJob<QList<consent::User>>(noId(), parent);
    const ListJob::Order order{.path = "/consents/users",
                               .query = personQuery(organizationUserId, regulation),
                               .purpose = u"Users with one id"_s,
                               .whenMissing = ListJob::WhenMissing::Empty};
    return new ReadListJob<QList<consent::User>>(
        m_service, *m_session, m_api, order,
        [organizationUserId, regulation](const QJsonArray &items) {
            return readUsersOf(items, organizationUserId, regulation);
        },
        parent);
}

core::Job<QList<consent::Event>> *Client::eventsOf(const QString &organizationUserId, const QString &regulation,
                                                   QObject *parent)
{
    if (organizationUserId.isEmpty())
        return new core::ReadyJob<QList<consent::Event>>(noId(), parent);
    const ListJob::Order order{.path = "/consents/events",
                               .query = personQuery(organizationUserId, regulation),
                               .purpose = u"Events of one id"_s,
                               .whenMissing = ListJob::WhenMissing::Empty};
    return new ReadListJob<QList<consent::Event>>(
        m_service, *m_session, m_api, order,
        [organizationUserId, regulation](const QJsonArray &items) {
            return readEventsOf(items, organizationUserId, regulation);
        },
        parent);
}

} // namespace didomi
