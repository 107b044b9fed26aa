#include "engine/livefeed.h"

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using std::chrono::milliseconds;
using store::Arrival;

namespace {

bool isInWork(const FeedItem &item)
{
    return item.state == FeedItem::State::Planning || item.state == FeedItem::State::Pushing;
}

} // namespace

LiveFeed::LiveFeed(bridge::Link &link, bridge::Surroundings surroundings, store::Journal &journal, QObject *parent)
    : QObject(parent), m_link(link), m_journal(journal)
{
    auto inbox = store::Inbox::inMemory(link.clock());
    if (inbox) {
        m_ownInbox = std::move(*inbox);
        m_inbox = m_ownInbox.get();
    } else {
        m_problem = inbox.error();
    }
    prepare(std::move(surroundings));
}

LiveFeed::LiveFeed(bridge::Link &link, bridge::Surroundings surroundings, store::Journal &journal, store::Inbox &inbox,
                   QObject *parent)
    : QObject(parent), m_link(link), m_journal(journal), m_inbox(&inbox)
{
    prepare(std::move(surroundings));
}

LiveFeed::~LiveFeed()
{
    qDeleteAll(m_sources); // they use the inbox
}

void LiveFeed::prepare(bridge::Surroundings surroundings)
{
    if (!m_inbox)
        return;
    m_worker = std::make_unique<LiveWorker>(m_link, std::move(surroundings), m_journal, *m_inbox);
    connect(m_worker.get(), &LiveWorker::progressed, this, &LiveFeed::show);
    connect(m_worker.get(), &LiveWorker::idle, this, [this] {
        showNew(); // other programs may have added some
        Q_EMIT idle();
    });
    connect(m_worker.get(), &LiveWorker::outageChanged, this, &LiveFeed::backlogChanged);
    // What waits already is shown; what is done is not.
    const auto waiting = m_inbox->newestAfter(m_link.profile().id, 0, 1);
    m_lastShown = waiting && !waiting->isEmpty() ? waiting->constFirst().id : 0;
}

void LiveFeed::own(LiveSource *source)
{
    source->setParent(this);
    m_sources << source;
    connect(source, &LiveSource::arrived, this, [this] {
        showNew();
        if (m_worker)
            m_worker->wake();
    });
    connect(source, &LiveSource::finished, this, [this, source] {
        m_problem = source->problem();
        Q_EMIT roundFinished();
    });
    if (m_isRunning)
        startSource(source);
}

void LiveFeed::startSource(LiveSource *source)
{
    const auto started = source->start();
    m_startProblems.remove(source);
    if (started)
        return;
    m_problem = started.error();
    m_startProblems.insert(source, m_problem);
    Q_EMIT roundFinished();
}

bool LiveFeed::begin()
{
    if (m_isRunning || !m_worker)
        return false;
    m_isRunning = true;
    m_worker->start();
    Q_EMIT runningChanged();
    return m_isRunning;
}

void LiveFeed::start(milliseconds interval)
{
    if (m_isRunning || !m_worker)
        return;
    if (!m_polling)
        m_polling = add(std::make_unique<PollSource>(m_link, *m_inbox));
    m_polling->setInterval(interval);
    LiveWorker::Options options = m_worker->options();
    options.firstDelay = std::max(interval, milliseconds(1));
    options.longestDelay = std::max<milliseconds>(interval, PollSource::longestDelay);
    m_worker->setOptions(options);
    start();
}

void LiveFeed::start()
{
    if (!begin())
        return;
    const QList<LiveSource *> sources = m_sources;
    for (LiveSource *source : sources) {
        if (m_isRunning)
            startSource(source);
    }
}

void LiveFeed::stop()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    for (LiveSource *source : std::as_const(m_sources))
        source->stop();
    m_worker->stop();
    Q_EMIT runningChanged();
}

void LiveFeed::setDryRun(bool on)
{
    m_isDryRun = on;
    if (m_worker)
        m_worker->setDryRun(on);
}

void LiveFeed::pause(bool on)
{
    m_isPaused = on;
    if (m_worker)
        m_worker->setPaused(on);
    Q_EMIT runningChanged();
}

// --- what people see
// ----------------------------------------------------------------------------------------------------

FeedItem *LiveFeed::item(qint64 number)
{
    const auto place = std::lower_bound(m_items.begin(), m_items.end(), number,
                                        [](const FeedItem &one, qint64 wanted) { return one.number < wanted; });
    return place != m_items.end() && place->number == number ? &*place : nullptr;
}

FeedItem &LiveFeed::itemFor(const Arrival &arrival)
{
    if (FeedItem *const known = item(arrival.id))
        return *known;
    const auto place = std::lower_bound(m_items.begin(), m_items.end(), arrival.id,
                                        [](const FeedItem &one, qint64 wanted) { return one.number < wanted; });
    const auto added = m_items.insert(place, {.number = arrival.id,
                                              .person = arrival.person,
                                              .arrivedAt = arrival.arrivedAt,
                                              .changedAt = arrival.changedAt,
                                              .isDryRun = m_isDryRun,
                                              .source = arrival.source,
                                              .attempts = arrival.attempts});
    return *added;
}

/// Arrivals that the list does not hold yet; of very many only the newest, the others appear when it is their turn.
void LiveFeed::showNew()
{
    const auto arrived = m_inbox->newestAfter(m_link.profile().id, m_lastShown, keptItems);
    if (!arrived || arrived->isEmpty())
        return;
    m_lastShown = arrived->constLast().id;
    QList<qint64> added;
    for (const Arrival &one : *arrived) {
        if (one.state == Arrival::State::Done || item(one.id))
            continue;
        itemFor(one);
        added << one.id;
    }
    forgetOldItems();
    for (const qint64 number : std::as_const(added))
        Q_EMIT itemAdded(number);
    Q_EMIT backlogChanged();
}

void LiveFeed::forgetOldItems()
{
    qsizetype tooMany = m_items.size() - keptItems;
    const auto forget = [&](auto isOld) {
        // A few, as usual, one by one, since they are found at the front; many in one go.
        constexpr qsizetype few = 8;
        while (tooMany > 0 && tooMany <= few) {
            const auto first = std::find_if(m_items.cbegin(), m_items.cend(), isOld);
            if (first == m_items.cend())
                return;
            m_items.removeAt(first - m_items.cbegin());
            --tooMany;
        }
        if (tooMany <= 0)
            return;
        const auto first = std::remove_if(m_items.begin(), m_items.end(), [&](const FeedItem &one) {
            const bool goes = tooMany > 0 && isOld(one);
            tooMany -= goes ? 1 : 0;
            return goes;
        });
        m_items.erase(first, m_items.end());
    };
    forget([](const FeedItem &one) { return one.state == FeedItem::State::Done; });
    forget([](const FeedItem &one) { return !isInWork(one); }); // the inbox still has them
}

void LiveFeed::clear()
{
    m_items.removeIf([](const FeedItem &one) { return one.state == FeedItem::State::Done; });
}

void LiveFeed::show(const WorkProgress &progress)
{
    const qint64 number = progress.arrival.id;
    const bool isNew = !item(number);
    FeedItem &shown = itemFor(progress.arrival);
    const bool wasDone = shown.state == FeedItem::State::Done;
    shown.isDryRun = progress.isDryRun;
    shown.attempts = progress.arrival.attempts;
    if (progress.stage == WorkProgress::Stage::Planning || !progress.error.message.isEmpty())
        shown.error = progress.error;
    if (progress.plan || progress.stage == WorkProgress::Stage::Planning)
        shown.plan = progress.plan;
    shown.report = progress.report;
    shown.isParked = progress.stage == WorkProgress::Stage::Parked;
    bool hasEnded = false;
    switch (progress.stage) {
    case WorkProgress::Stage::Planning:
        shown.state = FeedItem::State::Planning;
        break;
    case WorkProgress::Stage::Pushing:
        shown.state = FeedItem::State::Pushing;
        break;
    case WorkProgress::Stage::Waiting:
        shown.state = FeedItem::State::Waiting;
        break;
    case WorkProgress::Stage::Done:
        shown.error = {};
        [[fallthrough]];
    case WorkProgress::Stage::Parked:
        shown.state = FeedItem::State::Done;
        shown.duration = milliseconds(std::max<qint64>(0, shown.arrivedAt.msecsTo(m_link.clock().now())));
        hasEnded = true;
        break;
    }
    const FeedItem told = shown;
    if (isNew || (hasEnded && !wasDone))
        forgetOldItems();
    if (isNew)
        Q_EMIT itemAdded(number);
    else
        Q_EMIT itemChanged(number);
    if (hasEnded) {
        Q_EMIT itemEnded(told);
        Q_EMIT backlogChanged();
    }
}

// --- what waits
// --------------------------------------------------------------------------------------------------------

qint64 LiveFeed::backlog() const
{
    const auto counts = m_inbox ? m_inbox->counts(m_link.profile().id) : store::Inbox::Counts{};
    return counts ? counts->waiting : 0;
}

qint64 LiveFeed::parkedCount() const
{
    const auto counts = m_inbox ? m_inbox->counts(m_link.profile().id) : store::Inbox::Counts{};
    return counts ? counts->parked : 0;
}

Result<QList<Arrival>> LiveFeed::parked(int limit) const
{
    return m_inbox ? m_inbox->parked(m_link.profile().id, 0, limit) : Result<QList<Arrival>>(m_problem);
}

Result<int> LiveFeed::redrive(qint64 number)
{
    if (!m_inbox)
        return m_problem;
    const auto moved = m_inbox->redrive(m_link.profile().id, {number});
    if (!moved || *moved == 0)
        return moved;
    if (FeedItem *const shown = item(number)) {
        shown->state = FeedItem::State::Waiting;
        shown->isParked = false;
        Q_EMIT itemChanged(number);
    }
    m_worker->wake();
    Q_EMIT backlogChanged();
    return moved;
}

Result<int> LiveFeed::redriveAll()
{
    if (!m_inbox)
        return m_problem;
    const auto moved = m_inbox->redrive(m_link.profile().id, {}); // in one go, however many
    if (!moved || *moved == 0)
        return moved;
    QList<qint64> shown;
    for (FeedItem &one : m_items) {
        if (!one.isParked || one.isDryRun)
            continue;
        one.state = FeedItem::State::Waiting;
        one.isParked = false;
        shown << one.number;
    }
    for (const qint64 number : std::as_const(shown))
        Q_EMIT itemChanged(number);
    m_worker->wake();
    Q_EMIT backlogChanged();
    return moved;
}

Error LiveFeed::problemOf(const LiveSource *source) const
{
    const auto known = m_startProblems.constFind(source);
    return known != m_startProblems.cend() ? *known : source->problem();
}

Error LiveFeed::outage() const
{
    return m_worker ? m_worker->outage() : m_problem;
}

qint64 LiveFeed::usersSeen() const
{
    return m_polling ? m_polling->usersSeen() : 0;
}

Result<bool> LiveFeed::isDrained() const
{
    const bool isAllRead =
        std::all_of(m_sources.cbegin(), m_sources.cend(), [](const LiveSource *one) { return one->hasReadAll(); });
    if (!isAllRead || !m_worker)
        return false;
    return m_worker->isDrained();
}

} // namespace engine
