#include "net/scheduler.h"

#include "net/callrecord.h"
#include "net/failure.h"

#include <QRandomGenerator>

#include <algorithm>

namespace net {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds publishEvery{15};  ///< A state a frame is enough for eyes, whatever the rate.
constexpr milliseconds longEnough{1'000}; ///< A wait to tell of.

} // namespace

Scheduler::Scheduler(Transport &transport, core::Clock &clock, CallLog &log, const ServiceOptions &options)
    : m_transport(transport)
    , m_clock(clock)
    , m_log(log)
    , m_options(options)
    , m_permits(options.permits, clock.monotonic())
    , m_budget(options.budget)
    , m_publish(this)
{
    m_publish.setSingleShot(true);
    m_publish.setInterval(publishEvery);
    connect(&m_publish, &QTimer::timeout, this, [this] {
        const ServiceState now = state();
        if (now == m_published)
            return;
        m_published = now;
        Q_EMIT stateChanged(now);
    });
}

Scheduler::~Scheduler() = default; // the exchanges are children and abort themselves

void Scheduler::add(quint64 id, const Request &request)
{
    m_entries.insert_or_assign(id, Entry{.request = request});
    m_ready.insert(id);
    pump();
}

void Scheduler::drop(quint64 id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return; // already settled; the two messages crossed
    Entry &entry = found->second;
    if (entry.exchange) {
        log(entry, core::Error::cancelled());
        m_budget.ended(entry.sentAt, m_clock.monotonic(), false);
        delete entry.exchange;
        --m_inFlight;
    }
    m_ready.erase(id);
    m_entries.erase(found);
    pump();
}

void Scheduler::setPaused(bool on)
{
    m_isPaused = on;
    pump();
}

void Scheduler::steerBy(const PermitRule &rule)
{
    m_permits = Permits(rule, m_clock.monotonic());
    pump();
    publishSoon();
}

void Scheduler::pump()
{
    while (!m_isPaused && !m_waitingUntil.isValid() && m_inFlight < permits() && !m_ready.empty() && isWithinBudget()) {
        const quint64 id = *m_ready.begin();
        m_ready.erase(m_ready.begin());
        startAttempt(id, m_entries.at(id));
    }
    publishSoon();
}

/// False when all waits until the oldest requests have left the window; pump() is called again then.
bool Scheduler::isWithinBudget()
{
    const std::optional<milliseconds> opensAt = m_budget.nextAt(m_inFlight, m_clock.monotonic());
    if (!opensAt) {
        m_budgetOpensAt = milliseconds(-1);
        return true;
    }
    if (m_budgetOpensAt == *opensAt)
        return false; // it is waited for already
    m_budgetOpensAt = *opensAt;
    m_clock.after(*opensAt - m_clock.monotonic(), this, [this, waitedFor = *opensAt] {
        if (m_budgetOpensAt == waitedFor)
            m_budgetOpensAt = milliseconds(-1); // timers may fire a little early: then it is waited for once more
        pump();
    });
    return false;
}

int Scheduler::permits() const
{
    return m_permits.isSteered() ? m_permits.count() : m_options.maxInFlight;
}

/// What an answer says of how much at once is good.
void Scheduler::steer(const Entry &entry, const core::Result<Reply> &result)
{
    const milliseconds now = m_clock.monotonic();
    const bool isThrottled = result && RetryPolicy::failureOf(*result) == RetryPolicy::Failure::Throttle;
    m_budget.ended(entry.sentAt, now, result && !isThrottled);
    if (!result)
        return;
    ++m_answers;
    if (isThrottled) {
        ++m_throttled;
        const auto &limitOf = m_options.budget.limitOf;
        // The same requests use a window's budget up whether many of them are under way at once or few.
        const auto limit = limitOf ? limitOf(*result) : BudgetRule::Limit::None;
        if (!m_budget.refused(limit, entry.sentAt, now, m_inFlight - 1))
            m_permits.throttled(entry.sentAt, now);
    } else if (result->status < 500) {
        m_permits.answered(entry.tookLastPermit, now);
    }
}

void Scheduler::startAttempt(quint64 id, Entry &entry)
{
    ++m_inFlight;
    ++entry.attempts;
    entry.startedAt = m_clock.now();
    entry.sentAt = m_clock.monotonic();
    entry.tookLastPermit = m_inFlight >= permits();
    entry.exchange = m_transport.start(entry.request, m_options.route, this);
    connect(entry.exchange, &Exchange::finished, this,
            [this, id](const core::Result<Reply> &result) { attemptEnded(id, result); });
}

void Scheduler::attemptEnded(quint64 id, const core::Result<Reply> &result)
{
    Entry &entry = m_entries.at(id);
    log(entry, result);
    steer(entry, result);
    entry.exchange->deleteLater();
    entry.exchange = nullptr;
    --m_inFlight;

    const std::optional<milliseconds> delay = delayAfter(entry, result);
    // What the service itself asks for holds for everything sent to it: knocking on makes it ask for more.
    const bool isAskedFor = delay && result &&
                            (RetryPolicy::failureOf(*result) == RetryPolicy::Failure::Throttle ||
                             retryAfter(*result, m_clock.now()).value_or(milliseconds(0)).count() > 0);
    if (isAskedFor)
        closeGate(*delay, reasonOf(result));
    if (delay && mayGoAgain(entry.request, result)) {
        if (isAskedFor)
            m_ready.insert(id);
        else
            waitAlone(id, entry, *delay, reasonOf(result));
    } else {
        core::Result<Reply> last = result;
        if (last)
            last->attempts = entry.attempts;
        m_entries.erase(id);
        Q_EMIT settled(id, last);
    }
    pump();
}

void Scheduler::log(const Entry &entry, const core::Result<Reply> &result)
{
    Call call = recordOf(m_options.name, entry.request, result);
    call.startedAt = entry.startedAt;
    call.duration = result ? result->duration : entry.exchange->duration();
    call.attempt = entry.attempts;
    m_log.add(std::move(call));
}

bool Scheduler::mayGoAgain(const Request &request, const core::Result<Reply> &result)
{
    if (request.isRepeatable)
        return true;
    return result ? RetryPolicy::failureOf(*result) == RetryPolicy::Failure::Throttle
                  : isCertainlyUnsent(result.error());
}

std::optional<milliseconds> Scheduler::delayAfter(Entry &entry, const core::Result<Reply> &result)
{
    if (!result && result.error().kind == core::Error::Kind::Timeout && !entry.request.isTriedAgainWhenLate)
        return {};
    using Failure = RetryPolicy::Failure;
    const Failure failure = result ? RetryPolicy::failureOf(*result) : RetryPolicy::failureOf(result.error());
    const int count = ++entry.failures[failure];
    const RetryPolicy::Attempt attempt{.tries = count, .throttles = entry.failures[Failure::Throttle]};
    return result ? m_options.retry.afterReply(*result, attempt, jitter(), m_clock.now())
                  : m_options.retry.afterError(result.error(), attempt, jitter());
}

void Scheduler::waitAlone(quint64 id, Entry &entry, milliseconds delay, const QString &reason)
{
    entry.dueAt = m_clock.now().addMSecs(delay.count());
    entry.waitingReason = reason;
    m_clock.after(delay, this, [this, id] {
        const auto found = m_entries.find(id);
        if (found == m_entries.end())
            return; // dropped meanwhile
        found->second.dueAt = {};
        m_ready.insert(id);
        pump();
    });
}

void Scheduler::closeGate(milliseconds delay, const QString &reason)
{
    const milliseconds opensAt = m_clock.monotonic() + delay;
    if (m_waitingUntil.isValid() && opensAt <= m_gateOpensAt)
        return; // it is closed for longer already
    m_gateOpensAt = opensAt;
    m_waitingUntil = m_clock.now().addMSecs(delay.count());
    m_waitingReason = reason;
    ++m_gateTurn;
    watchGate();
}

void Scheduler::watchGate()
{
    const milliseconds left = m_gateOpensAt - m_clock.monotonic();
    if (left.count() > 0) {
        // Asked again at the end: timers may fire a little early, and early is what the service forbids.
        m_clock.after(left, this, [this, turn = m_gateTurn] {
            if (turn == m_gateTurn)
                watchGate();
        });
        return;
    }
    m_waitingUntil = {};
    m_waitingReason.clear();
    pump();
}

QString Scheduler::reasonOf(const core::Result<Reply> &result) const
{
    const QString &name = m_options.name;
    if (!result)
        return tr("%1 could not be reached: %2").arg(name, result.error().message);
    switch (RetryPolicy::failureOf(*result)) {
    case RetryPolicy::Failure::Throttle:
        return tr("%1 asked us to wait (%2).").arg(name).arg(result->status);
    case RetryPolicy::Failure::Outage:
        return tr("%1 is not available at the moment (%2).").arg(name).arg(result->status);
    case RetryPolicy::Failure::Fault:
    case RetryPolicy::Failure::Final:
        break;
    }
    return tr("%1 failed (%2).").arg(name).arg(result->status);
}

double Scheduler::jitter() const
{
    return m_options.jitter ? m_options.jitter() : QRandomGenerator::global()->generateDouble();
}

ServiceState Scheduler::state() const
{
    ServiceState now{.inFlight = m_inFlight,
                     .queued = int(m_entries.size()) - m_inFlight,
                     .isPausedByUser = m_isPaused,
                     .waitingUntil = m_waitingUntil,
                     .waitingReason = m_waitingReason,
                     .permits = m_permits.count(),
                     .answers = m_answers,
                     .throttled = m_throttled};
    if (now.waitingUntil.isValid())
        return now;
    const milliseconds budgetWait = m_budgetOpensAt - m_clock.monotonic();
    if (!m_isPaused && !m_ready.empty() && budgetWait >= longEnough) {
        now.waitingUntil = m_clock.now().addMSecs(budgetWait.count());
        now.waitingReason =
            tr("What %1 allows within %n minute(s) is used up.", nullptr,
               int(std::max<qint64>(1, std::chrono::round<std::chrono::minutes>(m_options.budget.window).count())))
                .arg(m_options.name);
    }
    if (now.waitingUntil.isValid() || m_inFlight > 0 || !m_ready.empty())
        return now;
    // Nothing runs and nothing could: then the one that is due first says what everybody waits for.
    for (const auto &[id, entry] : m_entries) {
        if (entry.dueAt.isValid() && (!now.waitingUntil.isValid() || entry.dueAt < now.waitingUntil)) {
            now.waitingUntil = entry.dueAt;
            now.waitingReason = entry.waitingReason;
        }
    }
    return now;
}

void Scheduler::publishSoon()
{
    if (!m_publish.isActive())
        m_publish.start();
}

} // namespace net
