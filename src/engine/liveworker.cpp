#include "engine/liveworker.h"

#include "engine/planjob.h"
#include "engine/subjects.h"

#include <QCoreApplication>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using std::chrono::milliseconds;
using store::Arrival;
using store::Outcome;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::LiveWorker)
};

constexpr int mostOfOnePerson = 1'000; ///< Covered in one turn; the rest has the next.
constexpr int triesForNewcomers = 3;   ///< Until somebody whom Didomi does not show is taken for gone.
constexpr auto superseded = "superseded"_L1;

/// True when nothing at all can be done for now, whoever it is about: nobody is charged with it.
bool isOutage(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::SignIn:
    case Error::Kind::Throttled:
    case Error::Kind::Storage:
    case Error::Kind::Keychain:
        return true;
    case Error::Kind::Server: // a 500 may be about this one row
        return error.httpStatus == 502 || error.httpStatus == 503 || error.httpStatus == 504;
    case Error::Kind::Cancelled:
    case Error::Kind::Invalid:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Rejected:
    case Error::Kind::BadReply:
        return false;
    }
    return false;
}

/// True when trying again later may help without anybody changing anything.
bool isWorthTrying(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Server:
    case Error::Kind::BadReply:
    case Error::Kind::Forbidden:
    case Error::Kind::Conflict: // the row or the choices changed after the plan was made
        return true;
    case Error::Kind::Cancelled:
    case Error::Kind::Invalid:
    case Error::Kind::NotFound:
    case Error::Kind::Rejected:
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::SignIn:
    case Error::Kind::Throttled:
    case Error::Kind::Storage:
    case Error::Kind::Keychain:
        return error.isTransient();
    }
    return false;
}

/// An event of a file says all that is wanted of it; Didomi is not asked.
bool isByItself(const Arrival &arrival, const SourceBody &body)
{
    return body.kind == SourceBody::Kind::Event && arrival.source == "file"_L1;
}

/// Polled arrivals only say that something changed.
bool saysState(const Arrival &arrival, const SourceBody &body)
{
    return body.kind == SourceBody::Kind::User && arrival.source != "poll"_L1;
}

bool isShown(const QList<consent::Subject> &subjects, const QString &userId)
{
    return std::any_of(subjects.cbegin(), subjects.cend(),
                       [&userId](const consent::Subject &one) { return one.userId == userId; });
}

/// True when the body tells what its user chose, just now. What was saved in a file may be of users who are gone since.
bool countsUnshown(const Arrival &arrival, const SourceBody &body)
{
    return arrival.source == "webhook"_L1 && body.entity.value(u"consents"_s).isObject();
}

/// A user whom Didomi does not show yet, as the newest body says; `arrival` brought it.
struct Unshown {
    qint64 arrival = 0;
    consent::Subject subject;
};

/// Which of two states is newer is known only where both say their time: else both count, and may disagree.
void takeUnshown(QList<Unshown> &all, const Unshown &told)
{
    const QDateTime time = told.subject.time;
    for (Unshown &one : all) {
        if (one.subject.userId != told.subject.userId || !one.subject.time.isValid() || !time.isValid())
            continue;
        if (time >= one.subject.time)
            one = told;
        return;
    }
    all << told;
}

/// True when what Didomi shows of the person already holds this event.
bool holdsEvent(const QList<consent::Subject> &subjects, const consent::Subject &event)
{
    return std::any_of(subjects.cbegin(), subjects.cend(), [&](const consent::Subject &one) {
        return (event.userId.isEmpty() || one.userId == event.userId) && one.time.isValid() && one.time >= event.time;
    });
}

} // namespace

LiveWorker::LiveWorker(bridge::Link &link, bridge::Surroundings surroundings, store::Journal &journal,
                       store::Inbox &inbox, QObject *parent)
    : QObject(parent), m_link(link), m_surroundings(std::move(surroundings)), m_journal(journal), m_inbox(inbox)
{
}

LiveWorker::~LiveWorker() = default;

void LiveWorker::start()
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_isBlocked = false;
    m_outageTries = 0;
    m_outage = {};
    m_timers = new QObject(this);
    forgetOld();
    wake();
}

void LiveWorker::stop()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    delete std::exchange(m_timers, nullptr);
    m_look = nullptr; // a child of the timers
    m_isQueued = false;
    QList<qint64> stopped;
    for (const auto &work : m_works) {
        if (work->isPushing && work->step)
            work->step->cancel(); // comes back through takeReport(), a sent write only when it is settled
        else
            stopped << work->head;
    }
    for (const qint64 head : std::as_const(stopped)) {
        Work *const work = workOf(head);
        delete work->step;
        const Work gone = *work;
        remove(head);
        tell(gone, WorkProgress::Stage::Waiting);
    }
}

void LiveWorker::setPaused(bool on)
{
    m_isPaused = on;
    if (!on)
        wake();
}

void LiveWorker::setDryRun(bool on)
{
    m_isDryRun = on;
    for (const auto &work : m_works) {
        if (on && work->isPushing && work->step)
            work->step->cancel(); // what is sent already is settled; the others come back and are shown only
    }
    wake();
}

void LiveWorker::wake()
{
    if (!m_isRunning || m_isQueued)
        return;
    m_isQueued = true;
    QMetaObject::invokeMethod(
        m_timers,
        [this] {
            m_isQueued = false;
            work();
        },
        Qt::QueuedConnection);
}

Result<bool> LiveWorker::isDrained() const
{
    if (!m_works.empty())
        return false;
    if (m_isDryRun) {
        const auto left = m_inbox.nextToRehearse(profileId(), 1);
        return left ? Result<bool>(left->isEmpty()) : Result<bool>(left.error());
    }
    const auto counts = m_inbox.counts(profileId());
    return counts ? Result<bool>(counts->waiting == 0) : Result<bool>(counts.error());
}

milliseconds LiveWorker::delayAfter(int failures) const
{
    constexpr int mostDoublings = 20;
    return std::min<milliseconds>(m_options.firstDelay * (1LL << std::min(failures, mostDoublings)),
                                  m_options.longestDelay);
}

void LiveWorker::forgetOld()
{
    const QDateTime now = m_link.clock().now();
    if (m_forgotAt.isValid() && m_forgotAt.secsTo(now) < 3'600)
        return;
    m_forgotAt = now;
    const auto gone = m_inbox.forgetDone(now.addMSecs(-milliseconds(m_options.retention).count()));
    if (!gone)
        pauseAll(gone.error());
}

// --- whose turn it is
// --------------------------------------------------------------------------------------------------

LiveWorker::Work *LiveWorker::workOf(qint64 head)
{
    const auto place =
        std::find_if(m_works.begin(), m_works.end(), [head](const auto &work) { return work->head == head; });
    return place == m_works.end() ? nullptr : place->get();
}

void LiveWorker::remove(qint64 head)
{
    std::erase_if(m_works, [head](const auto &work) { return work->head == head; });
}

bool LiveWorker::isPersonBusy(const Arrival &arrival) const
{
    return std::any_of(m_works.cbegin(), m_works.cend(), [&](const auto &work) {
        return work->head == arrival.id ||
               (!arrival.person.isEmpty() && work->person.compare(arrival.person, Qt::CaseInsensitive) == 0);
    });
}

void LiveWorker::work()
{
    if (!m_isRunning || m_isPaused || m_isBlocked)
        return;
    // In an outage one is tried alone: nobody else is worn out.
    const int room = (m_outageTries > 0 ? 1 : m_options.atOnce) - int(m_works.size());
    if (room <= 0)
        return;
    const int wanted = m_options.atOnce * 2;
    const auto waiting =
        m_isDryRun ? m_inbox.nextToRehearse(profileId(), wanted * 8) : m_inbox.next(profileId(), wanted);
    if (!waiting)
        return pauseAll(waiting.error());
    int begun = 0;
    for (const Arrival &one : *waiting) {
        if (begun == room || !m_isRunning || m_isBlocked)
            break;
        if (isPersonBusy(one))
            continue;
        ++begun;
        begin(one);
    }
    if (m_works.empty() && m_isRunning && !m_isBlocked && !m_isQueued) {
        scheduleLook();
        Q_EMIT idle();
    }
}

/// Wakes up when something is due, and now and then to see what other programs have added.
void LiveWorker::scheduleLook()
{
    forgetOld();
    milliseconds wait = m_options.look;
    if (const auto due = m_inbox.nextDue(profileId()); due && due->isValid() && !m_isDryRun)
        wait = std::clamp(milliseconds(m_link.clock().now().msecsTo(*due)), milliseconds(10), wait);
    delete std::exchange(m_look, nullptr);
    if (!m_timers)
        return;
    m_look = new QObject(m_timers);
    m_link.clock().after(wait, m_look, [this] { wake(); });
}

void LiveWorker::next()
{
    if (m_isRunning)
        wake();
    else if (m_works.empty())
        Q_EMIT idle();
}

void LiveWorker::begin(const Arrival &arrival)
{
    m_works.push_back(std::make_unique<Work>());
    Work &work = *m_works.back();
    work.head = arrival.id;
    work.person = arrival.person;
    work.attempts = arrival.attempts;
    work.isDryRun = m_isDryRun;
    work.covered = {arrival};
    const auto body = bodyOf(arrival);
    if (!body)
        return park(work, body.error(), {});
    work.body = *body;
    if (isByItself(arrival, *body))
        return useEvent(work);
    if (arrival.person.trimmed().isEmpty()) {
        if (body->kind != SourceBody::Kind::Reminder)
            return plan(work, {body->subject}); // cannot be asked for; the plan says why it is skipped
        return end(work, {.outcome = Outcome::Skipped,
                          .reason = Texts::tr("Didomi knows no organization user id of this person, so no row can be "
                                              "found.")});
    }
    const auto open = m_inbox.openOf(arrival, mostOfOnePerson);
    if (!open)
        return fail(arrival.id, open.error());
    work.open = *open;
    readPerson(work);
}

// --- what is pushed
// ----------------------------------------------------------------------------------------------------

void LiveWorker::readPerson(Work &work)
{
    const qint64 head = work.head;
    work.step = subjectsOf(m_link, work.person, this)
                    ->whenDone(this, [this, head](const Result<QList<consent::Subject>> &subjects) {
                        takeSubjects(head, subjects);
                    });
    tell(work, WorkProgress::Stage::Planning);
}

void LiveWorker::takeSubjects(qint64 head, const Result<QList<consent::Subject>> &subjects)
{
    Work *const work = workOf(head);
    const bool isEvent = work->body.kind == SourceBody::Kind::Event;
    const bool isNobody = !subjects && subjects.error().kind == Error::Kind::NotFound;
    if (isNobody && isEvent)
        return useEvent(*work);
    const Arrival first = work->covered.constFirst();
    if ((isNobody && isAwaited(first, work->body, {})) ||
        (subjects && isAwaited(first, work->body, *subjects) && !countsUnshown(first, work->body)))
        return fail(head, {.kind = Error::Kind::BadReply,
                           .message = Texts::tr("Didomi told of this person but does not show them yet.")});
    if (isNobody)
        return end(*work, {.outcome = Outcome::Skipped, .reason = subjects.error().message}); // gone since
    if (!subjects)
        return isEvent && subjects.error().isTransient() ? useEvent(*work) : fail(head, subjects.error());
    if (isEvent && !holdsEvent(*subjects, work->body.subject))
        return useEvent(*work);
    const QList<consent::Subject> newest = withNewerBodies(*work, *subjects);
    plan(*work, newest);
}

/// The event alone is pushed, and ends alone.
void LiveWorker::useEvent(Work &work)
{
    plan(work, {work.body.subject});
}

/// True when the arrival tells of a user whom Didomi, with `shown`, may only not show yet.
bool LiveWorker::isAwaited(const Arrival &arrival, const SourceBody &body, const QList<consent::Subject> &shown) const
{
    return saysState(arrival, body) && arrival.attempts < triesForNewcomers && !isShown(shown, body.subject.userId) &&
           isOurRegulation(body.regulation);
}

bool LiveWorker::isOurRegulation(const QString &regulation) const
{
    return regulation.compare(m_link.profile().options.regulation, Qt::CaseInsensitive) == 0;
}

/// Everything of the person that was there when Didomi was asked is covered by the answer. Where a webhook already
/// said more than Didomi shows, its body is the newer state, or that of one more user; an event that the answer does
/// not hold stays open, and so does who is not shown yet and of whom nothing more is known.
QList<consent::Subject> LiveWorker::withNewerBodies(Work &work, QList<consent::Subject> subjects) const
{
    const QList<consent::Subject> shown = subjects;
    const Arrival head = work.covered.constFirst();
    QList<Unshown> unshown;
    work.covered.clear();
    for (const Arrival &one : std::as_const(work.open)) {
        if (one.person != work.person) // somebody else to Didomi, who was not asked about them
            continue;
        const auto body = bodyOf(one);
        if (!body || isByItself(one, *body))
            continue;
        if (body->kind == SourceBody::Kind::Event && !holdsEvent(shown, body->subject))
            continue;
        consent::Subject told = body->subject;
        told.regulation = body->regulation;
        const bool counts = countsUnshown(one, *body);
        if (isAwaited(one, *body, shown) && !counts)
            continue;
        work.covered << one;
        if (body->type == "user.deleted"_L1)
            unshown.removeIf([&told](const Unshown &gone) { return gone.subject.userId == told.userId; });
        if (!saysState(one, *body))
            continue;
        if (counts && !isShown(shown, told.userId) && isOurRegulation(told.regulation))
            takeUnshown(unshown, {.arrival = one.id, .subject = told});
        for (consent::Subject &subject : subjects) {
            if (subject.userId == told.userId && told.time.isValid() && told.time > subject.time &&
                subject.regulation.compare(told.regulation, Qt::CaseInsensitive) == 0)
                subject = told;
        }
    }
    for (const Unshown &one : std::as_const(unshown)) {
        subjects << one.subject;
        work.unshown << one.arrival;
    }
    const auto place = std::lower_bound(work.covered.begin(), work.covered.end(), head.id,
                                        [](const Arrival &one, qint64 id) { return one.id < id; });
    if (place == work.covered.end() || place->id != head.id) // settled meanwhile by somebody else
        work.covered.insert(place, head);
    return subjects;
}

void LiveWorker::plan(Work &work, const QList<consent::Subject> &subjects)
{
    const qint64 head = work.head;
    work.step = planOne(m_link, m_surroundings, &m_journal, subjects, this)
                    ->whenDone(this, [this, head](const Result<Plan> &made) { takePlan(head, made); });
    tell(work, WorkProgress::Stage::Planning);
}

void LiveWorker::takePlan(qint64 head, const Result<Plan> &made)
{
    Work *const work = workOf(head);
    if (!made)
        return fail(head, made.error());
    work->plan = *made;
    if (work->isDryRun || m_isDryRun) { // perhaps only since it was begun
        work->isDryRun = true;
        QList<qint64> shown;
        for (const Arrival &one : std::as_const(work->covered))
            shown << one.id;
        if (const auto noted = m_inbox.markRehearsed(shown); !noted)
            return fail(head, noted.error());
        const Work done = *work;
        remove(head);
        endOutage();
        tell(done, WorkProgress::Stage::Done);
        tellSuperseded(done.covered.mid(0, done.covered.size() - 1), true);
        return next();
    }
    work->isPushing = true;
    work->step = engine::push(m_link, m_journal, *made, {.kind = u"live"_s}, this)
                     ->whenDone(this, [this, head](const Result<PushReport> &report) { takeReport(head, report); });
    tell(*work, WorkProgress::Stage::Pushing);
}

void LiveWorker::takeReport(qint64 head, const Result<PushReport> &report)
{
    if (!report)
        return fail(head, report.error());
    Work *const work = workOf(head);
    const bool wasSent = work->plan->items.constFirst().isWrite();
    switch (report->outcome) {
    case Outcome::Created:
    case Outcome::Updated:
    case Outcome::Unchanged:
    case Outcome::Skipped:
        return end(*work, *report);
    case Outcome::Rejected:
        // Not written, or not known to be, because an end could not be reached: the next plan reads the row and decides
        // afresh.
        if (report->error.isTransient())
            return fail(head, report->error);
        return park(*work, {}, *report);
    case Outcome::Conflict:
        if (wasSent) // somebody was faster; the next plan sees what they wrote
            return fail(head, {.kind = Error::Kind::Conflict, .message = report->reason});
        return park(*work, {}, *report);
    case Outcome::Invalid:
        return park(*work, {}, *report);
    }
}

// --- how it ends
// ------------------------------------------------------------------------------------------------------

Result<core::Nothing> LiveWorker::settleOlder(const QList<Arrival> &arrivals)
{
    QList<qint64> older;
    for (const Arrival &one : arrivals)
        older << one.id;
    return older.isEmpty() ? Result<core::Nothing>(core::Nothing{}) : m_inbox.settle(older, superseded);
}

void LiveWorker::end(Work &work, const PushReport &report)
{
    Result<core::Nothing> settled = settleOlder(work.covered.mid(0, work.covered.size() - 1));
    if (settled)
        settled = m_inbox.settle({work.lead().id}, store::outcomeWord(report.outcome));
    if (!settled)
        return fail(work.head, settled.error()); // it is pushed once more, which then finds nothing to write
    const Work done = work;
    remove(done.head);
    endOutage();
    tell(done, WorkProgress::Stage::Done, report);
    tellSuperseded(done.covered.mid(0, done.covered.size() - 1), false);
    next();
}

/// Older states of the person are no reason to look at several: only the newest is parked, and what only its own
/// arrival tells.
void LiveWorker::park(Work &work, const Error &error, const std::optional<PushReport> &report)
{
    const QString why = report ? report->reason : error.message;
    const QList<Arrival> older = work.covered.mid(0, work.covered.size() - 1);
    QList<Arrival> parked;
    QList<Arrival> passed;
    for (const Arrival &one : older)
        (work.unshown.contains(one.id) ? parked : passed) << one;
    if (work.isDryRun) { // nothing is decided in a dry run
        parked.clear();
        if (const auto noted = m_inbox.markRehearsed({work.lead().id}); !noted)
            return pauseAll(noted.error());
    } else {
        Result<core::Nothing> done = settleOlder(passed);
        for (const Arrival &one : parked + QList<Arrival>{work.lead()}) {
            if (done && one.state == Arrival::State::Waiting)
                done = m_inbox.park(one.id, why);
        }
        if (!done)
            return fail(work.head, done.error());
    }
    const Work gone = work;
    remove(gone.head);
    endOutage();
    tell(gone, WorkProgress::Stage::Parked, report, error);
    for (const Arrival &one : std::as_const(parked)) {
        Work alike = gone;
        alike.covered = {one};
        tell(alike, WorkProgress::Stage::Parked, report, error);
    }
    tellSuperseded(passed, gone.isDryRun);
    next();
}

void LiveWorker::fail(qint64 head, const Error &error)
{
    Work *const work = workOf(head);
    const bool isCancelled = error.kind == Error::Kind::Cancelled;
    if (!isCancelled && isOutage(error)) {
        const Work gone = *work;
        remove(head);
        pauseAll(error);
        tell(gone, WorkProgress::Stage::Waiting, {}, error);
        return next();
    }
    // In a dry run it is shown once: nothing is charged, so nothing would slow down the repeats.
    if (!isCancelled && (work->isDryRun || !isWorthTrying(error) || work->attempts + 1 >= m_options.mostAttempts))
        return park(*work, error, {});
    if (!isCancelled) {
        endOutage();
        const QDateTime due = m_link.clock().now().addMSecs(delayAfter(work->attempts).count());
        const auto noted = m_inbox.retryLater(head, due, error.message);
        if (!noted)
            pauseAll(noted.error());
    }
    const Work gone = *work;
    remove(head);
    tell(gone, WorkProgress::Stage::Waiting, {}, isCancelled ? Error{} : error);
    next();
}

/// Nobody can be served now: waits, then tries one.
void LiveWorker::pauseAll(const Error &error)
{
    m_outage = error;
    if (m_isRunning && !m_isBlocked) {
        m_isBlocked = true;
        const milliseconds wait = delayAfter(m_outageTries++);
        m_nextTry = m_link.clock().now().addMSecs(wait.count());
        m_link.clock().after(wait, m_timers, [this] {
            m_isBlocked = false;
            wake();
        });
    }
    Q_EMIT outageChanged();
}

void LiveWorker::endOutage()
{
    m_outageTries = 0;
    if (m_outage.message.isEmpty())
        return;
    m_outage = {};
    Q_EMIT outageChanged();
}

void LiveWorker::tell(const Work &work, WorkProgress::Stage stage, const std::optional<PushReport> &report,
                      const Error &error)
{
    Arrival lead = work.lead();
    lead.attempts = std::max(lead.attempts, work.attempts) + (error.message.isEmpty() ? 0 : 1);
    Q_EMIT progressed({.arrival = lead,
                       .stage = stage,
                       .isDryRun = work.isDryRun,
                       .plan = work.plan,
                       .report = report,
                       .error = error});
}

void LiveWorker::tellSuperseded(const QList<Arrival> &arrivals, bool isDryRun)
{
    for (const Arrival &one : arrivals) {
        if (isDryRun && one.isRehearsed)
            continue;
        WorkProgress progress{.arrival = one, .stage = WorkProgress::Stage::Done, .isDryRun = isDryRun};
        progress.report =
            PushReport{.outcome = Outcome::Skipped,
                       .reason = Texts::tr("What this person said later covers it: only the newest is written.")};
        Q_EMIT progressed(progress);
    }
}

} // namespace engine
