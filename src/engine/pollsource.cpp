#include "engine/pollsource.h"

#include "engine/sourcebody.h"

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using std::chrono::milliseconds;

namespace {

/// Enough to know the change and whose it is: what the person chose is read when it is their turn.
SourceBody noteOf(const consent::User &user)
{
    const auto time = [](const QDateTime &when) { return when.toUTC().toString(Qt::ISODateWithMs); };
    QJsonObject entity{{u"id"_s, user.id},
                       {u"organization_id"_s, user.organizationId},
                       {u"organization_user_id"_s, user.organizationUserId},
                       {u"version"_s, user.version}};
    if (user.createdAt.isValid())
        entity.insert(u"created_at"_s, time(user.createdAt));
    if (user.updatedAt.isValid())
        entity.insert(u"updated_at"_s, time(user.updatedAt));
    SourceBody body{.kind = SourceBody::Kind::User,
                    .type = u"user.updated"_s,
                    .subject = consent::subjectOf(user),
                    .entity = entity};
    body.regulation = user.regulation.isEmpty() ? u"gdpr"_s : user.regulation.toLower();
    return body;
}

} // namespace

PollSource::PollSource(bridge::Link &link, store::Inbox &inbox, QObject *parent)
    : LiveSource(parent), m_link(link), m_inbox(inbox)
{
}

QString PollSource::markName() const
{
    return u"poll:"_s + m_link.profile().didomi.organizationId;
}

Result<core::Nothing> PollSource::start()
{
    if (m_isRunning)
        return core::Nothing{};
    if (!m_knowsWhereThingsStand) {
        const auto mark = m_inbox.mark(m_link.profile().id, markName());
        if (!mark)
            return mark.error();
        m_newest = QDateTime::fromString(*mark, Qt::ISODateWithMs);
        m_knowsWhereThingsStand = m_newest.isValid();
    }
    m_isRunning = true;
    m_failures = 0;
    m_timers = new QObject(this);
    startRound();
    return core::Nothing{};
}

void PollSource::stop()
{
    m_isRunning = false;
    delete std::exchange(m_timers, nullptr);
    delete m_page;
}

void PollSource::startRound()
{
    m_seenInRound = 0;
    m_newestInRound = m_newest;
    m_roundProblem.clear();
    requestPage({});
}

void PollSource::requestPage(const QString &cursor)
{
    const auto counts = m_inbox.counts(m_link.profile().id);
    if (!counts)
        return endRound(counts.error());
    if (counts->waiting >= mostWaiting) {
        m_link.clock().after(m_interval, m_timers, [this, cursor] { requestPage(cursor); });
        return;
    }
    m_page = m_link.didomi().users(cursor, this)->whenDone(this, [this](const Result<didomi::UserPage> &page) {
        if (!m_isRunning)
            return;
        if (page)
            takePage(*page);
        else
            endRound(page.error());
    });
}

void PollSource::takePage(const didomi::UserPage &page)
{
    QList<store::Arrival> arrivals;
    for (const consent::User &user : page.users) {
        if (isNew(user))
            arrivals << arrivalOf(noteOf(user), m_link.profile().id, word());
    }
    m_seenInRound += page.users.size();
    if (!page.problems.isEmpty() && m_roundProblem.isEmpty())
        m_roundProblem = page.problems.constFirst();
    const auto added = m_inbox.add(arrivals);
    if (!added) {
        m_handled.clear(); // what was not taken must be seen again
        return endRound(added.error());
    }
    if (added->added > 0)
        Q_EMIT arrived();
    if (!m_isRunning) // a listener stopped us
        return;
    if (page.nextCursor.isEmpty())
        endRound({});
    else
        requestPage(page.nextCursor);
}

bool PollSource::isNew(const consent::User &user)
{
    const QDateTime changedAt = user.updatedAt.isValid() ? user.updatedAt : user.createdAt;
    if (changedAt.isValid() && (!m_newestInRound.isValid() || changedAt > m_newestInRound))
        m_newestInRound = changedAt;

    const QDateTime from = m_newest.isValid() ? m_newest.addMSecs(-milliseconds(lookBack).count()) : QDateTime();
    if (changedAt.isValid() && from.isValid() && changedAt < from)
        return false;
    const Version version{.number = user.version, .changedAt = changedAt};
    const auto known = m_handled.constFind(user.id);
    if (known != m_handled.cend() && *known == version)
        return false;
    m_handled.insert(user.id, version);
    if (m_knowsWhereThingsStand)
        return true;
    // Of everybody there is, only the newest are worth remembering. Rarely, so that it costs nothing.
    if (m_handled.size() > m_handledLimit) {
        forgetHandledBefore(m_newestInRound);
        m_handledLimit = std::max(m_handledLimit, 2 * m_handled.size());
    }
    return false;
}

void PollSource::forgetHandledBefore(const QDateTime &newest)
{
    const QDateTime oldest = newest.addMSecs(-milliseconds(lookBack).count());
    m_handled.removeIf(
        [&](const auto &entry) { return entry.value().changedAt.isValid() && entry.value().changedAt < oldest; });
}

void PollSource::endRound(const Error &problem)
{
    ++m_rounds;
    m_usersSeen = m_seenInRound;
    Error told = problem;
    if (problem.message.isEmpty()) {
        m_knowsWhereThingsStand = true;
        if (m_newestInRound.isValid() && m_newestInRound != m_newest) {
            const auto noted =
                m_inbox.setMark(m_link.profile().id, markName(), m_newestInRound.toUTC().toString(Qt::ISODateWithMs));
            if (!noted)
                told = noted.error(); // the next start looks from further back
        }
        m_newest = m_newestInRound;
        forgetHandledBefore(m_newest);
        m_failures = 0;
        if (!m_roundProblem.isEmpty() && told.message.isEmpty())
            told = {.kind = Error::Kind::BadReply, .message = m_roundProblem};
    } else {
        ++m_failures;
    }
    setProblem(told);
    constexpr int mostDoublings = 8;
    const milliseconds longest = std::max<milliseconds>(m_interval, longestDelay);
    const milliseconds delay = std::min(m_interval * (1 << std::min(m_failures, mostDoublings)), longest);
    m_link.clock().after(delay, m_timers, [this] { startRound(); });
    Q_EMIT finished();
}

} // namespace engine
