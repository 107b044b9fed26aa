#include "engine/didomipeople.h"

#include <QCoreApplication>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::PeopleSource)
};

constexpr qsizetype usersInPart = 2'000;

} // namespace

/// Reads pages until the part is full.
class DidomiPeople::PartJob final : public core::Job<SourcePart>
{
public:
    PartJob(DidomiPeople &source, QObject *parent) : Job(parent), m_source(source)
    {
        if (m_source.m_isAtEnd)
            finish(m_source.finishedPart());
        else
            requestPage();
    }

private:
    void requestPage()
    {
        m_source.m_link.didomi()
            .users(m_source.m_cursor, m_source.m_regulation, this)
            ->whenDone(this, [this](const Result<didomi::UserPage> &page) { takePage(page); });
    }

    void takePage(const Result<didomi::UserPage> &page)
    {
        if (!page)
            return finish(page.error());
        const Result<bool> isFull = m_source.take(*page);
        if (!isFull)
            return finish(isFull.error());
        if (*isFull)
            return finish(m_source.finishedPart());
        Q_EMIT progressed(m_source.m_read, 0);
        if (!isSettled()) // a handler had enough
            requestPage();
    }

    DidomiPeople &m_source;
};

DidomiPeople::DidomiPeople(bridge::Link &link, const Scope &scope, const PlaceMark &after)
    : m_link(link)
    , m_regulation(scope.regulation.isEmpty() ? link.profile().options.regulation : scope.regulation)
    , m_filter(scope)
    , m_reading{.gathering = Gathering(m_regulation)}
    , m_question{.ids = {}, .regulation = m_regulation}
{
    if (after.isBeginning())
        return;
    if (m_filter.isOn()) {
        m_passTo = after;
        return;
    }
    m_isAtEnd = after.isEnd;
    m_cursor = after.place;
    m_read = after.count;
}

core::Job<SourcePart> *DidomiPeople::next(QObject *parent)
{
    return new PartJob(*this, parent);
}

core::Job<SourcePart> *DidomiPeople::people(const QStringList &ids, QObject *parent)
{
    if (m_question.ids != ids)
        m_question = {.ids = ids, .regulation = m_regulation};
    return askDidomi(m_link, m_question, false, parent);
}

QString DidomiPeople::name() const
{
    return Texts::tr("Didomi, organization %1.").arg(m_link.profile().didomi.organizationId);
}

QDateTime DidomiPeople::knownAt() const
{
    return m_link.clock().now();
}

Result<bool> DidomiPeople::take(const didomi::UserPage &page)
{
    // A list that comes back to where it was would never end.
    m_cursors.insert(qHash(m_cursor));
    if (!page.nextCursor.isEmpty() && m_cursors.contains(qHash(page.nextCursor)))
        return Error{
            .kind = Error::Kind::BadReply,
            .message = Texts::tr("Didomi's list of users does not end: it comes back to a page that was already read."),
            .fix = Texts::tr("Try again later; tell Didomi's support if it stays.")};
    for (const consent::User &user : page.users)
        m_reading.gathering.add(toldBy(user, m_regulation));
    for (const QString &problem : page.problems)
        m_reading.part.problems << Error{.kind = Error::Kind::BadReply, .message = problem};
    const qsizetype entries = page.users.size() + page.problems.size();
    m_read += entries;
    m_reading.users += entries;
    m_cursor = page.nextCursor;
    m_isAtEnd = m_cursor.isEmpty();
    if (m_passTo)
        passBy();
    return m_isAtEnd || m_reading.users >= usersInPart;
}

/// Didomi may name the same place differently today: then the number of users tells where it was.
void DidomiPeople::passBy()
{
    m_filter.passBy(m_reading.gathering.take(), m_reading.part);
    m_reading.part.problems.clear(); // told before
    m_reading.users = 0;
    if (!m_passTo->isEnd && (m_cursor == m_passTo->place || m_read >= m_passTo->count))
        m_passTo.reset();
}

SourcePart DidomiPeople::finishedPart()
{
    SourcePart made = std::exchange(m_reading.part, {});
    m_filter.pick(m_reading.gathering.take(), made);
    m_reading.users = 0;
    made.mark = PlaceMark{.isEnd = m_isAtEnd, .count = m_read, .place = m_cursor}.toText();
    made.isLast = m_isAtEnd;
    made.done = m_read;
    made.total = m_isAtEnd ? m_read : 0;
    return made;
}

} // namespace engine
