#include "didomi/client.h"

#include "didomi/cataloguejob.h"
#include "didomi/contract.h"
#include "didomi/errors.h"
#include "didomi/people.h"
#include "didomi/sessionsource.h"
#include "net/calljob.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

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

/// "limit=100, remaining=97, reset=12", or the three as headers of their own (didomi-api section 5).
RateBudget readBudget(const net::Reply &reply)
{
    RateBudget budget;
    static const QRegularExpression member(u"(limit|remaining|reset)\\s*=\\s*(\\d+)"_s);
    auto match = member.globalMatch(QString::fromLatin1(reply.header("RateLimit")));
    const auto take = [&budget](QStringView name, const QString &digits) {
        bool isNumber = false;
        const int number = digits.trimmed().toInt(&isNumber);
        if (!isNumber)
            return;
        (name == u"limit" ? budget.limit : name == u"remaining" ? budget.remaining : budget.resetSeconds) = number;
    };
    while (match.hasNext()) {
        const QRegularExpressionMatch one = match.next();
        take(one.capturedView(1), one.captured(2));
    }
    for (const QString &name : {u"limit"_s, u"remaining"_s, u"reset"_s})
        take(name, QString::fromLatin1(reply.header("RateLimit-" + name.toLatin1())));
    return budget;
}

/// An object of yes and no, as it is or in an envelope; or a list of objects with an id.
Result<Contract> readContract(const net::Reply &reply)
{
    if (!reply.isSuccess())
        return readError(reply);
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject() && !document.isArray())
        return unreadableReply(reply);
    QJsonValue content = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    if (content[u"data"].isArray() || content[u"data"].isObject())
        content = content[u"data"];
    if (content.isArray() && content.toArray().size() == 1 && !content[0][u"id"].isString())
        content = content[0];
    if (content[u"premium_features"].isObject())
        content = content[u"premium_features"];
    Contract contract{.budget = readBudget(reply)};
    if (content.isArray()) {
        for (const QJsonValue &one : content.toArray())
            contract.features.append({.id = one[u"id"].toString(), .isOn = one[u"enabled"].toBool(true)});
        return contract;
    }
    const QJsonObject object = content.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.value().isBool())
            contract.features.append({.id = member.key(), .isOn = member.value().toBool()});
    }
    return contract;
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

core::Job<Contract> *Client::contract(QObject *parent)
{
    return new net::CallJob<Contract>(m_service, m_session.get(),
                                      m_api.getOfOrganization("/premium-features", {}, u"Contract"_s), readContract,
                                      parent);
}

core::Job<consent::Catalogue> *Client::catalogue(QObject *parent)
{
    return new CatalogueJob(m_service, *m_session, m_api, parent);
}

core::Job<UserPage> *Client::users(const QString &cursor, QObject *parent)
{
    const Query query = cursor.isEmpty() ? Query() : Query{{u"$cursor"_s, cursor}};
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
