#include "engine/world.h"

#include "sandbox/practice.h"
#include "support/finish.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace support {

using namespace Qt::StringLiterals;

World::World(sandbox::Options options)
{
    m_waits.setJumping(true);
    m_people = sandbox::generatePeople(options.seed, options.contacts);
    auto started = sandbox::Sandbox::start(options);
    if (!started)
        qFatal("the sandbox did not start: %s", qPrintable(started.error().message));
    m_sandbox = std::move(*started);
    const sandbox::Credentials &credentials = m_sandbox->credentials();
    profile = sandbox::practiceProfile(credentials);
    secrets = {.clientSecret = credentials.clientSecret, .didomiSecret = credentials.didomiSecret};
    core::Clock &clock = options.clock ? *options.clock : m_waits;
    m_network = std::make_unique<net::Network>(clock);
    m_otherNetwork = std::make_unique<net::Network>(clock);
    auto opened = store::Journal::open(journalPath());
    if (!opened)
        qFatal("the journal did not open: %s", qPrintable(opened.error().message));
    m_journal = std::move(*opened);
}

World::~World() = default;

QString World::journalPath() const
{
    return m_folder.filePath(u"journal.sqlite"_s);
}

bool World::relink()
{
    auto link = bridge::Link::make(*m_network, profile, secrets);
    if (!link) {
        qWarning("no link: %s", qPrintable(link.error().message));
        return false;
    }
    m_link = std::move(*link);
    if (m_other)
        return true;
    auto other = bridge::Link::make(*m_otherNetwork, profile, secrets);
    if (!other) {
        qWarning("no second link: %s", qPrintable(other.error().message));
        return false;
    }
    m_other = std::move(*other);
    return true;
}

bool World::connect()
{
    m_other.reset();
    if (!relink())
        return false;
    const auto found = finishOf(bridge::survey(*m_link, m_link.get()));
    if (!found) {
        qWarning("no surroundings: %s", qPrintable(found.error().toLine()));
        return false;
    }
    m_surroundings = *found;
    sentWrites();
    return true;
}

const sandbox::Person &World::fullPerson(sandbox::Person::Case kind, int which) const
{
    for (const sandbox::Person &one : m_people) {
        if (one.kind == kind && which-- == 0)
            return one;
    }
    qFatal("there is no such person");
}

QString World::person(sandbox::Person::Case kind, int which) const
{
    return fullPerson(kind, which).organizationUserId;
}

QJsonObject World::eventJson(const QString &person, const QJsonObject &purposes, const QDateTime &time) const
{
    QJsonArray list;
    for (auto one = purposes.begin(); one != purposes.end(); ++one)
        list << QJsonObject{{u"id"_s, one.key()}, {u"enabled"_s, one.value()}};
    return {
        {u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
        {u"organization_id"_s, profile.didomi.organizationId},
        {u"created_at"_s, time.toUTC().toString(Qt::ISODateWithMs)},
        {u"status"_s, u"confirmed"_s},
        {u"regulation"_s, u"gdpr"_s},
        {u"user"_s, QJsonObject{{u"organization_user_id"_s, person}}},
        {u"consents"_s, QJsonObject{{u"purposes"_s, list}}},
    };
}

consent::Subject World::event(const QString &person, const QJsonObject &purposes, const QDateTime &time) const
{
    const auto event = consent::readEvent(eventJson(person, purposes, time));
    if (!event)
        qFatal("not an event: %s", qPrintable(event.error().message));
    return consent::subjectOf(*event);
}

bool World::tellDidomi(const QString &person, const QJsonObject &purposes)
{
    const auto service = m_otherNetwork->service({.name = u"test"_s});
    const auto send = [&](const QString &path, const QByteArray &body, const QByteArray &token) {
        net::Request request{.method = "POST",
                             .url = QUrl(profile.didomi.apiUrl + path),
                             .headers = {{"Content-Type", "application/json"}},
                             .body = body};
        if (!token.isEmpty())
            request.headers.emplaceBack("Authorization", "Bearer " + token);
        return finishOf(service->send(request, service.get()));
    };
    const QJsonObject key{{u"type"_s, u"api-key"_s},
                          {u"key"_s, profile.didomi.keyId},
                          {u"secret"_s, QString::fromUtf8(secrets.didomiSecret.reveal())}};
    const auto session = send(u"/sessions"_s, QJsonDocument(key).toJson(), {});
    if (!session)
        return false;
    const QByteArray token =
        QJsonDocument::fromJson(session->body).object().value(u"access_token"_s).toString().toUtf8();
    const auto created = send(u"/consents/events?organization_id="_s + profile.didomi.organizationId,
                              QJsonDocument(eventJson(person, purposes)).toJson(), token);
    if (created && !created->isSuccess())
        qWarning("Didomi refused the event: %s", created->body.constData());
    return created && created->isSuccess();
}

core::Result<engine::Plan> World::plan(const consent::Subject &subject)
{
    return finishOf(engine::planOne(*m_link, m_surroundings, m_journal.get(), {subject}, m_link.get()));
}

core::Result<engine::PushReport> World::push(const engine::Plan &plan)
{
    return finishOf(engine::push(*m_link, *m_journal, plan, {}, m_link.get()));
}

core::Result<engine::PushReport> World::planAndPush(const consent::Subject &subject)
{
    const auto made = plan(subject);
    if (!made)
        return made.error();
    return push(*made);
}

QList<dataverse::Row> World::rows(const QString &column, const QString &value)
{
    QStringList columns{u"new_didomiuserid"_s, u"externaluseridentifier"_s, u"emailaddress1"_s, u"statecode"_s};
    for (const profile::Mapping &mapping : std::as_const(profile.integration.mappings)) {
        if (m_surroundings.table.column(mapping.column))
            columns << mapping.column;
    }
    columns.removeDuplicates();
    const auto found = finishOf(m_other->dataverse().find(
        m_surroundings.table, {.parts = {{.column = column, .value = value}}}, columns, 10, m_other.get()));
    if (!found)
        qWarning("rows could not be read: %s", qPrintable(found.error().toLine()));
    return found.valueOr({});
}

dataverse::Row World::rowOf(const QString &person)
{
    const QList<dataverse::Row> found = rows(u"new_didomiuserid"_s, person);
    return found.size() == 1 ? found.constFirst() : dataverse::Row{};
}

bool World::set(const QString &rowId, const QString &column, const QByteArray &json)
{
    const auto written =
        finishOf(m_other->dataverse().write({.entitySet = m_surroundings.table.entitySet,
                                             .rowId = rowId,
                                             .cells = {{.column = column, .member = column.toUtf8(), .json = json}}},
                                            m_other.get()));
    return written && written->effect == dataverse::WriteReply::Effect::Updated;
}

bool World::remove(const QString &rowId)
{
    const net::Request request{.method = "DELETE",
                               .url = m_other->instance()
                                          .apiUrl(m_other->profile().options.apiVersion)
                                          .resolved(QUrl(m_surroundings.table.entitySet + u'(' + rowId + u')'))};
    const auto deleted =
        finishOf(net::sendAuthorized(m_other->dataverseService(), m_other->tokens(), request, m_other.get()));
    return deleted && deleted->isSuccess();
}

int World::sentWrites()
{
    const QString writeMany = u"Write many rows"_s; // other batches only look things up
    int writes = 0;
    for (const net::Call &call : m_network->log().callsAfter(m_lastCall)) {
        m_lastCall = call.id;
        const bool isBulk = call.method == "POST" && (call.url.contains("Multiple"_L1) ||
                                                      (call.url.contains("$batch"_L1) && call.purpose == writeMany));
        if (call.method == "PATCH" || call.method == "DELETE" || isBulk)
            ++writes;
    }
    return writes;
}

QList<store::JournalItem> World::items() const
{
    return m_journal->items(profile.id, 0, 100).valueOr({});
}

} // namespace support
