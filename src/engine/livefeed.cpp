#include "engine/livefeed.h"

#include "engine/planjob.h"
#include "engine/subjects.h"

#include <QCoreApplication>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using std::chrono::milliseconds;

namespace {

constexpr int worksAtOnce = 4;
constexpr int worksThatHoldARound = 200; ///< Above this no further page is read: memory stays flat.

/// True when the same thing can work later, so that the item must wait and not be given up.
bool isWorthWaiting(const Error &error)
{
    using Kind = Error::Kind;
    return error.isTransient() || error.kind == Kind::SignIn || error.kind == Kind::Forbidden ||
           error.kind == Kind::Storage || error.kind == Kind::Tls || error.kind == Kind::BadReply;
}

} // namespace

LiveFeed::LiveFeed(bridge::Link &link, bridge::Surroundings surroundings, store::Journal &journal, QObject *parent)
    : QObject(parent), m_link(link), m_surroundings(std::move(surroundings)), m_journal(journal)
{
}

LiveFeed::~LiveFeed() = default;

void LiveFeed::start(milliseconds interval)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_interval = interval;
    m_roundFailures = 0;
    m_workFailures = 0;
    m_isBlocked = false;
    m_timers = new QObject(this);
    Q_EMIT runningChanged();
    if (m_isRunning) {
        work();
        startRound();
    }
}

void LiveFeed::stop()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    delete std::exchange(m_timers, nullptr);
    delete m_page;
    m_isRoundOpen = false;
    m_isRoundHeld = false;
    QList<qint64> changed;
    for (Work &work : m_works) {
        FeedItem *const one = item(work.number);
        if (!work.step || one->state == FeedItem::State::Waiting)
            continue;
        if (one->state == FeedItem::State::Pushing) {
            work.step->cancel(); // comes back through takeReport(), a sent write only when it is settled
            continue;
        }
        delete work.step;
        one->state = FeedItem::State::Waiting;
        changed << work.number;
    }
    for (const qint64 number : std::as_const(changed))
        Q_EMIT itemChanged(number);
    Q_EMIT runningChanged();
}

milliseconds LiveFeed::delayAfter(int failures) const
{
    constexpr int mostDoublings = 8;
    const milliseconds longest = std::max<milliseconds>(m_interval, longestDelay);
    return std::min(m_interval * (1 << std::min(failures, mostDoublings)), longest);
}

// --- rounds
// -----------------------------------------------------------------------------------------------------------

void LiveFeed::scheduleRound()
{
    if (!m_isRunning)
        return;
    m_link.clock().after(delayAfter(m_roundFailures), m_timers, [this] { startRound(); });
}

void LiveFeed::startRound()
{
    if (!m_isRunning || m_isRoundOpen)
        return;
    m_isRoundOpen = true;
    m_seenInRound = 0;
    m_newestInRound = m_newest;
    m_roundProblem.clear();
    requestPage({});
}

void LiveFeed::requestPage(const QString &cursor)
{
    if (m_works.size() >= worksThatHoldARound) {
        m_isRoundHeld = true;
        m_heldCursor = cursor;
        return; // finishItem() goes on
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

void LiveFeed::takePage(const didomi::UserPage &page)
{
    for (const consent::User &user : page.users)
        consider(user);
    m_seenInRound += page.users.size();
    if (!page.problems.isEmpty() && m_roundProblem.isEmpty())
        m_roundProblem = page.problems.constFirst();
    work();
    if (!m_isRunning) // a listener stopped us
        return;
    if (page.nextCursor.isEmpty())
        endRound({});
    else
        requestPage(page.nextCursor);
}

void LiveFeed::consider(const consent::User &user)
{
    const QDateTime changedAt = user.updatedAt.isValid() ? user.updatedAt : user.createdAt;
    if (changedAt.isValid() && (!m_newestInRound.isValid() || changedAt > m_newestInRound))
        m_newestInRound = changedAt;

    const QDateTime from = m_newest.isValid() ? m_newest.addMSecs(-milliseconds(lookBack).count()) : QDateTime();
    if (changedAt.isValid() && from.isValid() && changedAt < from)
        return;
    const Version version{.number = user.version, .changedAt = changedAt};
    const auto known = m_handled.constFind(user.id);
    if (known != m_handled.cend() && *known == version)
        return;
    m_handled.insert(user.id, version);
    if (!m_knowsWhereThingsStand) {
        // Of everybody there is, only the newest are worth remembering. Rarely, so that it costs nothing.
        if (m_handled.size() > m_handledLimit) {
            forgetHandledBefore(m_newestInRound);
            m_handledLimit = std::max(m_handledLimit, 2 * m_handled.size());
        }
        return;
    }

    // A person who still waits is read afresh when it is their turn: one item is enough.
    for (const Work &work : std::as_const(m_works)) {
        FeedItem *const one = item(work.number);
        if (!user.organizationUserId.isEmpty() && one->state == FeedItem::State::Waiting &&
            one->person == user.organizationUserId) {
            one->changedAt = changedAt;
            Q_EMIT itemChanged(one->number);
            return;
        }
    }
    const qint64 number = m_nextNumber++;
    m_items << FeedItem{.number = number,
                        .person = user.organizationUserId,
                        .arrivedAt = m_link.clock().now(),
                        .changedAt = changedAt,
                        .isDryRun = m_isDryRun};
    Work work{.number = number};
    if (user.organizationUserId.isEmpty()) // cannot be asked for; the plan says why it is skipped
        work.subjects << consent::subjectOf(user);
    m_works << work;
    forgetOldItems();
    Q_EMIT itemAdded(number);
}

void LiveFeed::forgetHandledBefore(const QDateTime &newest)
{
    const QDateTime oldest = newest.addMSecs(-milliseconds(lookBack).count());
    m_handled.removeIf(
        [&](const auto &entry) { return entry.value().changedAt.isValid() && entry.value().changedAt < oldest; });
}

void LiveFeed::endRound(const Error &problem)
{
    m_isRoundOpen = false;
    m_usersSeen = m_seenInRound;
    m_problem = problem;
    if (problem.message.isEmpty()) {
        m_knowsWhereThingsStand = true;
        m_newest = m_newestInRound;
        forgetHandledBefore(m_newest);
        m_roundFailures = 0;
        if (!m_roundProblem.isEmpty())
            m_problem = {.kind = Error::Kind::BadReply, .message = m_roundProblem};
    } else {
        ++m_roundFailures;
    }
    scheduleRound();
    Q_EMIT roundFinished();
}

// --- items
// ------------------------------------------------------------------------------------------------------------

FeedItem *LiveFeed::item(qint64 number)
{
    const auto place = std::lower_bound(m_items.begin(), m_items.end(), number,
                                        [](const FeedItem &one, qint64 wanted) { return one.number < wanted; });
    return place != m_items.end() && place->number == number ? &*place : nullptr;
}

LiveFeed::Work *LiveFeed::workOf(qint64 number)
{
    const auto place =
        std::find_if(m_works.begin(), m_works.end(), [number](const Work &work) { return work.number == number; });
    return place == m_works.end() ? nullptr : &*place;
}

void LiveFeed::setState(qint64 number, FeedItem::State state)
{
    item(number)->state = state;
    Q_EMIT itemChanged(number);
}

void LiveFeed::forgetOldItems()
{
    qsizetype tooMany = m_items.size() - keptItems;
    for (auto one = m_items.begin(); tooMany > 0 && one != m_items.end();) {
        if (one->state == FeedItem::State::Done) {
            one = m_items.erase(one);
            --tooMany;
        } else {
            ++one;
        }
    }
}

bool LiveFeed::isPersonBusy(const QString &person) const
{
    for (const FeedItem &one : m_items) {
        const bool isInWork = one.state == FeedItem::State::Planning || one.state == FeedItem::State::Pushing;
        if (isInWork && one.person.compare(person, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

void LiveFeed::work()
{
    if (!m_isRunning || m_isBlocked)
        return;
    int inWork = 0;
    QList<qint64> waiting;
    for (const Work &work : std::as_const(m_works)) {
        if (item(work.number)->state == FeedItem::State::Waiting)
            waiting << work.number;
        else
            ++inWork;
    }
    for (const qint64 number : std::as_const(waiting)) {
        if (inWork >= worksAtOnce || !m_isRunning)
            return;
        const FeedItem *const one = item(number);
        if (isPersonBusy(one->person))
            continue;
        ++inWork;
        readPerson(number);
    }
}

void LiveFeed::readPerson(qint64 number)
{
    FeedItem *const one = item(number);
    one->isDryRun = m_isDryRun;
    one->error = {};
    const QString person = one->person;
    Work *const work = workOf(number);
    if (!work->subjects.isEmpty()) {
        plan(number, work->subjects);
    } else {
        work->step = subjectsOf(m_link, person, this)
                         ->whenDone(this, [this, number](const Result<QList<consent::Subject>> &subjects) {
                             if (!subjects && subjects.error().kind == Error::Kind::NotFound) {
                                 // Gone since, or known under another regulation only.
                                 item(number)->report =
                                     PushReport{.outcome = store::Outcome::Skipped, .reason = subjects.error().message};
                                 finishItem(number);
                             } else if (!subjects) {
                                 fail(number, subjects.error());
                             } else {
                                 plan(number, *subjects);
                             }
                         });
    }
    setState(number, FeedItem::State::Planning);
}

void LiveFeed::plan(qint64 number, const QList<consent::Subject> &subjects)
{
    workOf(number)->step = planOne(m_link, m_surroundings, &m_journal, subjects, this)
                               ->whenDone(this, [this, number](const Result<Plan> &made) { takePlan(number, made); });
}

void LiveFeed::takePlan(qint64 number, const Result<Plan> &made)
{
    if (!made)
        return fail(number, made.error());
    item(number)->plan = *made;
    if (item(number)->isDryRun)
        finishItem(number);
    else
        push(number, *made);
}

void LiveFeed::push(qint64 number, const Plan &made)
{
    workOf(number)->step =
        engine::push(m_link, m_journal, made, {.kind = u"live"_s}, this)
            ->whenDone(this, [this, number](const Result<PushReport> &report) { takeReport(number, report); });
    setState(number, FeedItem::State::Pushing);
}

void LiveFeed::takeReport(qint64 number, const Result<PushReport> &report)
{
    if (!report)
        return fail(number, report.error());
    // Not written, or not known to be, because an end could not be reached: the next plan reads the row and decides
    // afresh.
    if (report->outcome == store::Outcome::Rejected && report->error.isTransient())
        return fail(number, report->error);
    item(number)->report = *report;
    finishItem(number);
}

void LiveFeed::fail(qint64 number, const Error &error)
{
    FeedItem *const one = item(number);
    const bool isCancelled = error.kind == Error::Kind::Cancelled;
    if (!isCancelled)
        one->error = error;
    if (!isCancelled && !isWorthWaiting(error))
        return finishItem(number);
    workOf(number)->step = nullptr;
    if (!isCancelled && m_isRunning && !m_isBlocked) {
        m_isBlocked = true;
        m_link.clock().after(delayAfter(++m_workFailures), m_timers, [this] {
            m_isBlocked = false;
            work();
        });
    }
    setState(number, FeedItem::State::Waiting);
}

void LiveFeed::finishItem(qint64 number)
{
    FeedItem *const one = item(number);
    one->duration = milliseconds(std::max<qint64>(0, one->arrivedAt.msecsTo(m_link.clock().now())));
    m_works.removeIf([number](const Work &work) { return work.number == number; });
    setState(number, FeedItem::State::Done);
    if (!m_isRunning)
        return;
    m_workFailures = 0;
    work();
    if (m_isRoundHeld && m_works.size() < worksThatHoldARound / 2) {
        m_isRoundHeld = false;
        requestPage(m_heldCursor);
    }
}

} // namespace engine
