#include "engine/runjob.h"

#include "bridge/furtherlinks.h"
#include "dataverse/bulkmessages.h"
#include "engine/makeplan.h"
#include "engine/pace.h"
#include "engine/planundo.h"
#include "engine/runbatch.h"
#include "store/mergeruns.h"
#include "store/plansums.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSysInfo>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <map>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;
using std::chrono::milliseconds;
using std::chrono::seconds;
using store::RunState;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Run)
};

constexpr int firstRows = 250;      ///< In one request, before anything is known of the service's speed.
constexpr int mostRows = 1'000;     ///< Of one message (dataverse-api section 5.3: "hundreds up to 1,000").
constexpr int mostOpenRows = 8'000; ///< On their way or just before: memory does not grow with the permits.
constexpr int leastClaimed = 200;   ///< Writes in one batch of the journal: each batch costs two flushes of the disk.
constexpr int leastRounds = 4;      ///< Of requests in a batch, where few go at once: people see that it advances.
constexpr int mostClaimed = 2'000;
constexpr milliseconds slowAnswer{2'000}; ///< Above it requests become smaller …
constexpr milliseconds quickAnswer{700};  ///< … below it larger.
constexpr int guessedPermits = 6;         ///< Where the service gives no hint.
constexpr int mostPermits = 52;           ///< dataverse-api section 6.4
constexpr int mostRepeats = 3;            ///< Of one write that was certainly not carried out.
constexpr int mostOutages = 20;           ///< In a row, with growing waits: about a quarter of an hour.
constexpr seconds firstOutage{2};
constexpr seconds longestOutage{60};
constexpr milliseconds aloneLease = std::chrono::hours(24); ///< Nobody else takes it anyway.
constexpr int signsOfLife = 4;                              ///< In the time of one lease: some may come late.
constexpr seconds sharedLook{2}; ///< How often is looked whether another worker's batch has ended or expired.

/// Never the same again: a scheduler starts one that was killed anew by the same name, and what it left behind must be
/// somebody else's.
QString drawnWorker(const QString &name)
{
    return u"%1-%2-%3"_s.arg(name.isEmpty() ? QSysInfo::machineHostName().section(u'.', 0, 0) : name)
        .arg(QCoreApplication::applicationPid())
        .arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
}

Error refused(const QString &message, const QString &fix, const QString &field = {})
{
    return {.kind = Error::Kind::Conflict, .message = message, .fix = fix, .field = field};
}

/// True when it will not be better by itself.
bool isForGood(const Error &error)
{
    return !error.isTransient();
}

class Runner final : public RunJob
{
public:
    Runner(const Workplace &workplace, store::RunFile &file, const RunOptions &options, QObject *parent)
        : RunJob(parent)
        , m_workplace(workplace)
        , m_file(file)
        , m_journal(file)
        , m_merge(file, workplace.journal)
        , m_options(options)
        , m_worker(drawnWorker(options.worker))
        , m_rows(workplace.surroundings.writtenTable())
        , m_rowsPerRequest(options.rowsPerMessage > 0 ? options.rowsPerMessage : firstRows)
    {
        m_running.start();
        m_ticker.setInterval(250);
        connect(&m_ticker, &QTimer::timeout, this, [this] { tell(); });
        m_renewal.setInterval(std::max(milliseconds(1), options.lease / signsOfLife));
        connect(&m_renewal, &QTimer::timeout, this, [this] { renew(); });
        for (bridge::Link *link : workplace.links)
            m_lanes.push_back({.link = link, .user = qsizetype(m_lanes.size())});
        if (const auto allowed = mayRun(workplace, file, options); !allowed)
            finish(allowed.error());
        else
            checkOrganizations();
    }

    ~Runner() override
    {
        m_busy.blockSignals(true); // nobody takes over what another one leaves
        deleteSteps();             // they work with what is here
        leave();
    }

    void setPaused(bool on) override
    {
        if (isSettled() || m_isPaused == on)
            return;
        m_isPaused = on;
        if (on) {
            pauseWhenIdle();
        } else {
            const auto running = m_hasBegun ? setState(RunState::Running) : Result<Nothing>(Nothing{});
            if (!running)
                return stop(running.error());
            pump();
        }
        tell();
    }

    void cancel() override
    {
        if (isSettled() || m_isCancelled)
            return;
        m_isCancelled = true;
        if (m_ended) // only what the journal shall know is taken over; that can be done at any time
            return leaveWith(*m_ended);
        if (!m_hasBegun) {
            deleteSteps();
            return finish(Error::cancelled());
        }
        const auto lanes = m_lanes; // a batch may end at once
        for (const Lane &lane : lanes) {
            for (const Batch &batch : lane.batches)
                batch.job->cancel();
        }
        endWhenIdle();
    }

private:
    struct Batch {
        qint64 id = 0;
        int rows = 0;
        core::Job<BatchEnd> *job = nullptr;
    };
    /// One application user at work.
    struct Lane {
        bridge::Link *link = nullptr;
        qsizetype user = 0; ///< 0: the integration's own; the others are the profile's further users.
        std::vector<Batch> batches = {};
        bool isOut = false; ///< Refused: the others go on without it. Never the first one.

        int openRows() const
        {
            int rows = 0;
            for (const Batch &batch : batches)
                rows += batch.rows;
            return rows;
        }
        int permits() const
        {
            const int steered = link->dataverseService().state().permits;
            return steered > 0 ? steered : guessedPermits;
        }
    };

    bridge::Link &link() const { return m_workplace.link(); }
    core::Clock &clock() const { return link().clock(); }

    // --- before anything is sent

    void checkOrganizations()
    {
        m_open = int(m_lanes.size());
        for (const Lane &lane : m_lanes) {
            const milliseconds asked = clock().monotonic();
            lane.link->dataverse().whoAmI(this)->whenDone(
                this, [this, &lane, asked](const Result<dataverse::WhoAmI> &whoAmI) {
                    if (isSettled())
                        return;
                    if (!whoAmI)
                        return finish(problemOf(lane, whoAmI.error()));
                    if (whoAmI->organizationId.compare(m_head.dataverseOrganization, Qt::CaseInsensitive) != 0)
                        return finish(refused(Texts::tr("This plan was made for another organization of %1 than the "
                                                        "one that answers now.")
                                                  .arg(Texts::tr("Dynamics 365")),
                                              Texts::tr("Check the connection and make a new plan.")));
                    m_ping = std::max(milliseconds(1), clock().monotonic() - asked);
                    steer(*lane.link, whoAmI->parallelismHint);
                    if (--m_open == 0)
                        probe();
                });
        }
        const auto head = m_file.head();
        if (!head)
            return finish(head.error());
        m_head = *head;
    }

    void steer(bridge::Link &lane, int hint)
    {
        const int start = m_options.connections > 0 ? m_options.connections : hint > 0 ? hint : guessedPermits;
        lane.dataverseService().steer(
            {.start = std::min(start, mostPermits),
             .most = m_options.connections > 0 ? std::min(m_options.connections, mostPermits) : mostPermits});
    }

    void probe()
    {
        if (m_options.rowsPerMessage == 1)
            return begin();
        dataverse::probeBulkMessages(link().dataverseService(), link().tokens(),
                                     link().instance().apiUrl(link().profile().options.apiVersion),
                                     m_workplace.surroundings.writtenTable().logicalName, this)
            ->whenDone(this, [this](const Result<dataverse::BulkMessages> &messages) {
                if (isSettled())
                    return;
                if (!messages && messages.error().isTransient())
                    return finish(messages.error());
                m_messages = messages.valueOr({}); // who may not read what there is goes by batches
                begin();
            });
    }

    void begin()
    {
        if (const auto remembered = store::rememberUnmerged(m_file, m_workplace.journal); !remembered)
            return finish(remembered.error());
        if (const auto begun = setState(RunState::Running); !begun)
            return finish(begun.error());
        // In this order: cut off between the two, the run has nothing left to do, and can be asked again.
        if (const auto again = m_options.retryFailed ? m_journal.retryFailed() : Result<qint64>(0); !again)
            return finish(again.error());
        m_workplace.applied.add(m_file);
        m_isAdded = true;
        m_hasBegun = true;
        m_ticker.start();
        if (m_options.isShared)
            m_renewal.start();
        pump();
        tell();
    }

    // --- claiming and sending

    Lane &idlest()
    {
        return *std::min_element(m_lanes.begin(), m_lanes.end(), [](const Lane &one, const Lane &other) {
            if (one.isOut || other.isOut)
                return !one.isOut && other.isOut;
            return one.openRows() * other.permits() < other.openRows() * one.permits();
        });
    }

    bool hasRoom(const Lane &lane) const
    {
        // One batch more than there are permits for: while the last requests of one are waited for, the next one's go.
        const int wanted = lane.permits() * m_rowsPerRequest + std::max(claimSize(lane), 2 * m_rowsPerRequest);
        const int most = std::max(mostOpenRows / int(m_lanes.size()), 2 * claimSize(lane));
        return lane.batches.empty() || lane.openRows() < std::min(wanted, most);
    }

    int claimSize(const Lane &lane) const
    {
        return std::clamp(2 * m_rowsPerRequest, std::min(leastRounds * lane.permits(), leastClaimed), mostClaimed);
    }

    void pump()
    {
        while (m_hasBegun && !isSettled() && !m_isCancelled && !m_isPaused && !m_stop && !m_isWaiting) {
            Lane &lane = idlest();
            if (!hasRoom(lane) || (m_isDry && m_hasNoneLeftBehind))
                break;
            if (const auto taken = takeBatch(lane); !taken)
                return stop(taken.error());
            else if (!*taken)
                break;
        }
        endWhenIdle();
    }

    /// What others left behind first, then what comes next. False when there is nothing.
    Result<bool> takeBatch(Lane &lane)
    {
        const milliseconds lease = m_options.isShared ? m_options.lease : aloneLease;
        if (!m_hasNoneLeftBehind) {
            using Whose = store::RunJournal::Whose;
            const auto left = m_journal.takeOver(m_worker, lease, m_options.isShared ? Whose::Expired : Whose::Anybody);
            if (!left)
                return left.error();
            if (!left->items.isEmpty()) {
                start(lane, *left);
                return true;
            }
            m_hasNoneLeftBehind = true;
        }
        auto next = m_journal.claim(m_worker, claimSize(lane), lease);
        if (!next && m_options.isShared && m_file.state().valueOr(RunState::Running) == RunState::Done) {
            m_isDry = true; // another worker was the last one
            return false;
        }
        if (!next)
            return next.error();
        if (next->items.isEmpty()) {
            m_isDry = true;
            return false;
        }
        start(lane, *next);
        return true;
    }

    void start(Lane &lane, const store::RunBatch &batch)
    {
        RunBatchOptions options{
            .writing = {.messages = m_messages,
                        .headers = headers(),
                        .rowsPerRequest = m_rowsPerRequest,
                        .requestsAtOnce = 2 * lane.permits(),
                        .compareFirst = m_options.guard == RunOptions::Guard::Permitting && m_rowsPerRequest > 1},
            .hasOthers = lane.user > 0,
            .isAskingAgain = m_options.askAgain,
            .trusted = m_options.trusted,
            .knownAt = knownAt(),
            .undoneBy = store::takesChoicesBack(m_head) ? store::undoneBy : std::chrono::milliseconds(0),
        };
        auto *job = runBatch(*lane.link, batch, m_rows, m_busy, options, this);
        lane.batches.push_back({.id = batch.id, .rows = int(batch.writeCount()), .job = job});
        job->whenDone(this, [this, &lane, batch](const Result<BatchEnd> &end) {
            std::erase_if(lane.batches, [&batch](const Batch &one) { return one.id == batch.id; });
            take(lane, batch, end);
        });
    }

    net::Headers headers() const
    {
        net::Headers headers;
        if (m_options.bypassCustomLogic) // dataverse-api section 4.6
            headers.emplaceBack("MSCRM.BypassBusinessLogicExecution", "CustomSync,CustomAsync");
        if (m_options.bypassFlows)
            headers.emplaceBack("MSCRM.SuppressCallbackRegistrationExpanderJob", "true");
        return headers;
    }

    /// Files tell of a time that nobody knows for certain, and an undo was planned without asking who chose.
    QDateTime knownAt() const
    {
        const auto scope = scopeFromJson(m_head.scope);
        return scope && scope->files.isEmpty() && m_head.undoes.isEmpty() ? m_head.madeAt : QDateTime();
    }

    // --- settling

    void take(Lane &lane, const store::RunBatch &batch, const Result<BatchEnd> &end)
    {
        if (isSettled())
            return;
        if (!end) { // a batch's job always tells how it ended; this is the last resort
            stop(end.error());
            return;
        }
        BatchEnd done = *end;
        m_requests += done.requests;
        if (!done.isOpen) {
            countRepeats(done);
            const auto settled = m_journal.settle(batch.id, m_worker, store::Fate::AsPlanned, done.ends);
            // Conflict: our lease was over, and another worker has found out what became of it.
            if (!settled && settled.error().kind != Error::Kind::Conflict)
                return stop(settled.error());
        }
        learn(done);
        if (done.isRefused && lane.user > 0 && !(done.isOpen && m_isCancelled))
            return goOnWithout(lane, *done.stop, done.isOpen ? &batch : nullptr);
        if (done.stop && done.stop->kind != Error::Kind::Cancelled)
            return interrupted(done.isRefused ? problemOf(lane, *done.stop) : *done.stop);
        if (done.isOpen)
            return stop({.kind = Error::Kind::Network,
                         .message = Texts::tr("What became of some writes could not be found out."),
                         .fix = Texts::tr("Resume the run when Dynamics 365 can be reached again.")});
        m_outages = 0;
        pump();
    }

    /// What is certain not to have been written is sent again, but not for ever.
    void countRepeats(BatchEnd &done)
    {
        const bool isAnothersFault = done.stop || m_isCancelled;
        for (store::WriteEnd &end : done.ends) {
            if (end.fate != store::Fate::NotSent)
                continue;
            if (!isAnothersFault && ++m_repeats[end.write] >= mostRepeats)
                end.fate = store::Fate::Rejected;
            else
                m_isDry = false; // it can be claimed again
        }
    }

    /// Larger requests where answers come quickly, smaller ones where they are slow or fail for their size.
    void learn(const BatchEnd &done)
    {
        if (done.last.rowsPerRequest == 0)
            return;
        m_messages = done.last.messages;
        m_longest = done.last.longest;
        if (m_options.rowsPerMessage > 0) {
            m_rowsPerRequest = std::min(m_rowsPerRequest, done.last.rowsPerRequest);
            return;
        }
        if (done.last.rowsPerRequest < m_rowsPerRequest && done.last.longest > quickAnswer)
            m_rowsPerRequest = done.last.rowsPerRequest;
        else if (done.last.longest > slowAnswer)
            m_rowsPerRequest = std::max(1, m_rowsPerRequest * 2 / 3);
        else if (done.last.longest > milliseconds(0) && done.last.longest < quickAnswer)
            m_rowsPerRequest = std::min(mostRows, m_rowsPerRequest * 3 / 2 + 1);
    }

    // --- trouble

    /// Of several application users it is said whose it is.
    Error problemOf(const Lane &lane, const Error &problem) const
    {
        return m_lanes.size() < 2 ? problem : bridge::ofUser(link().profile(), lane.user, problem);
    }

    /// What it was given and did not write can be claimed again; what it has perhaps written (`open`) the first one
    /// finds out.
    void goOnWithout(Lane &lane, const Error &why, const store::RunBatch *open)
    {
        if (!std::exchange(lane.isOut, true)) // its other batches end the same way
            m_refused << problemOf(lane, why);
        if (open) {
            store::RunBatch left = *open;
            left.isTakenOver = true;
            start(m_lanes.front(), left);
        }
        pump();
        tell();
    }

    /// An end cannot be used now: everything waits, and tries again by itself.
    void interrupted(const Error &why)
    {
        if (isForGood(why) || ++m_outages > mostOutages)
            return stop(why);
        if (m_isWaiting || m_isCancelled || m_isPaused)
            return endWhenIdle();
        m_isWaiting = true;
        const auto wait = std::min<seconds>(firstOutage * (1 << std::min(m_outages - 1, 10)), longestOutage);
        m_waitingFor = why.message;
        m_waitingUntil = clock().now().addSecs(wait.count());
        clock().after(wait, this, [this] {
            m_isWaiting = false;
            m_waitingFor.clear();
            m_waitingUntil = {};
            pump();
        });
        tell();
    }

    /// Nothing more is begun; what is on its way ends first.
    void stop(const Error &why)
    {
        if (!m_stop)
            m_stop = why;
        endWhenIdle();
    }

    // --- the end

    bool isIdle() const
    {
        return std::all_of(m_lanes.cbegin(), m_lanes.cend(), [](const Lane &lane) { return lane.batches.empty(); });
    }

    void pauseWhenIdle()
    {
        if (m_hasBegun && m_isPaused && !m_isCancelled && !m_stop && isIdle() && !isSettled()) {
            if (const auto paused = setState(RunState::Paused); !paused)
                stop(paused.error());
        }
    }

    void endWhenIdle()
    {
        if (!m_hasBegun || m_ended || isSettled() || !isIdle())
            return;
        if (m_isCancelled)
            return end(RunState::Cancelled);
        if (m_stop)
            return end(RunState::Paused);
        if (m_isPaused)
            return pauseWhenIdle();
        if (m_isWaiting || !m_isDry)
            return;
        if (m_options.isShared)
            return waitForOthers();
        end(RunState::Done);
    }

    /// So that nobody takes over what is at work here, however long the service lets wait.
    void renew()
    {
        if (isSettled() || m_ended)
            return;
        if (const auto renewed = m_journal.renew(m_worker, m_options.lease); !renewed)
            stop(renewed.error()); // without the database nothing could be settled either
    }

    /// Other workers' batches: they settle them, or leave them behind.
    void waitForOthers()
    {
        const auto isDone = m_journal.endWhenDone();
        if (!isDone)
            return stop(isDone.error());
        if (*isDone)
            return end(RunState::Done);
        m_isWaiting = true;
        m_waitingFor = Texts::tr("Other workers are finishing their part.");
        clock().after(sharedLook, this, [this] {
            m_isWaiting = false;
            m_waitingFor.clear();
            m_hasNoneLeftBehind = false;
            m_isDry = false;
            pump();
        });
    }

    void end(RunState state)
    {
        m_renewal.stop();
        // Others may go on with a shared one: its state is not ours alone, nor is why it is given up.
        const auto set = m_options.isShared ? Result<Nothing>(Nothing{}) : setState(state);
        if (!set && !m_stop)
            m_stop = set.error();
        if (m_stop && !m_options.isShared)
            (void)m_file.setStop(m_stop->message).hasValue(); // the same disk may be the reason
        RunEnd ended{.state = state,
                     .stop = m_stop,
                     .time = milliseconds(m_running.elapsed()),
                     .requests = m_requests,
                     .users = int(m_lanes.size()),
                     .refused = m_refused};
        if (const auto counts = m_journal.counts())
            ended.counts = *counts;
        else if (!ended.stop)
            ended.stop = counts.error();
        ended.throttled = throttled();
        if (state == RunState::Done && ended.counts.updated > 0)
            (void)noteUndone(m_head).hasValue(); // rows count; this is only what is told of the other run
        m_ended = ended;
        mergeMore();
    }

    /// What was written becomes known to all that plan, part by part. Where that fails they go on asking the file.
    void mergeMore()
    {
        if (isSettled())
            return;
        const auto hasMore = m_merge.step();
        if (!hasMore || !*hasMore)
            return leaveWith(*m_ended);
        QMetaObject::invokeMethod(
            this, [this] { mergeMore(); }, Qt::QueuedConnection);
    }

    void leaveWith(const RunEnd &ended)
    {
        leave();
        m_ticker.stop();
        finish(ended);
        tell();
    }

    void leave()
    {
        if (std::exchange(m_isAdded, false))
            m_workplace.applied.remove(m_file);
    }

    Result<Nothing> setState(RunState state) { return m_file.setState(state); }

    // --- for people

    qint64 throttled() const
    {
        qint64 count = 0;
        for (const Lane &lane : m_lanes)
            count += lane.link->dataverseService().state().throttled;
        return count;
    }

    RunProgress::Phase phase() const
    {
        using Phase = RunProgress::Phase;
        if (isSettled())
            return Phase::Done;
        if (m_isPaused || m_isCancelled)
            return isIdle() ? Phase::Paused : Phase::Pausing;
        return m_hasNoneLeftBehind ? Phase::Writing : Phase::Settling;
    }

    void tell()
    {
        RunProgress progress{.phase = phase(), .rowsPerRequest = m_rowsPerRequest, .refused = m_refused};
        if (const auto counts = m_journal.counts())
            progress.counts = *counts;
        progress.total = progress.counts.planned;
        progress.done = progress.counts.planned - progress.counts.notReached;
        progress.people = progress.counts.created + progress.counts.updated;
        for (const Lane &lane : m_lanes) {
            const net::ServiceState &state = lane.link->dataverseService().state();
            progress.requests += state.answers;
            progress.throttled += state.throttled;
            if (lane.isOut)
                continue;
            ++progress.users;
            progress.inFlight += state.inFlight;
            progress.permits += lane.permits();
            if (state.waitingUntil.isValid() && progress.waitingFor.isEmpty()) {
                progress.waitingFor = state.waitingReason;
                progress.waitingUntil = state.waitingUntil;
            }
        }
        if (m_isWaiting && !m_waitingFor.isEmpty()) {
            progress.waitingFor = m_waitingFor;
            progress.waitingUntil = m_waitingUntil;
        }
        m_pace.add(clock().monotonic(), progress.done);
        progress.perSecond = m_pace.perSecond();
        const Pace::Eta eta = m_pace.eta(progress.done, progress.total);
        progress.soonest = eta.soonest;
        progress.latest = eta.latest;
        progress.bottleneck = bottleneck(progress);
        Q_EMIT advanced(progress);
        Q_EMIT progressed(progress.done, progress.total);
    }

    RunProgress::Bottleneck bottleneck(const RunProgress &progress)
    {
        using Bottleneck = RunProgress::Bottleneck;
        const bool isThrottled = progress.throttled > m_toldThrottled || progress.waitingUntil.isValid();
        m_toldThrottled = progress.throttled;
        if (isThrottled)
            return Bottleneck::Throttle;
        m_load += (double(progress.inFlight) / std::max(1, progress.permits) - m_load) / 8; // of the last two seconds
        if (!m_hasBegun || m_longest.count() == 0)
            return Bottleneck::Unknown;
        if (m_load < 0.6)
            return Bottleneck::Client;
        return m_longest < 3 * m_ping ? Bottleneck::Network : Bottleneck::Server;
    }

    const Workplace m_workplace;
    store::RunFile &m_file;
    store::RunJournal m_journal;
    store::RunMerge m_merge;
    const RunOptions m_options;
    const QString m_worker;
    RunRows m_rows;
    BusyNames m_busy;
    std::vector<Lane> m_lanes; ///< Does not change once it is made: batches know their lane.
    store::RunHead m_head;
    dataverse::BulkMessages m_messages;
    int m_rowsPerRequest = firstRows;
    int m_open = 0;
    bool m_isAdded = false;
    bool m_hasBegun = false;          ///< Something may have been sent.
    bool m_hasNoneLeftBehind = false; ///< By workers before.
    bool m_isDry = false;             ///< Nothing is left to claim.
    bool m_isPaused = false;
    bool m_isCancelled = false;
    bool m_isWaiting = false; ///< In an outage, or for others.
    int m_outages = 0;        ///< In a row.
    std::optional<Error> m_stop;
    QList<Error> m_refused;        ///< Further users that are out.
    std::optional<RunEnd> m_ended; ///< Nothing is sent any more.
    QHash<qint64, int> m_repeats;  ///< By write.
    QString m_waitingFor;
    QDateTime m_waitingUntil;
    qint64 m_requests = 0;

    QElapsedTimer m_running;
    QTimer m_ticker;
    QTimer m_renewal; ///< Of a shared run.
    Pace m_pace;
    milliseconds m_ping{1};
    milliseconds m_longest{0}; ///< Answer to one request, of the last batch.
    double m_load = 0;         ///< Share of the permits that are in use.
    qint64 m_toldThrottled = 0;
};

Result<Nothing> checkConfirmed(store::RunFile &file, const RunOptions &options)
{
    const auto groups = file.groups();
    if (!groups)
        return groups.error();
    const auto sums = store::PlanSums::of(*groups);
    if (sums.permitting() > 0 && !options.mayPermit)
        return refused(Texts::tr("By this plan %n people become contactable, and that was not confirmed.", nullptr,
                                 int(sums.permitting())),
                       Texts::tr("Confirm it, or take them out of the plan."), u"permit"_s);
    if (sums.creating() > 0 && !options.mayCreate)
        return refused(Texts::tr("By this plan rows are created for %n people, and that was not confirmed.", nullptr,
                                 int(sums.creating())),
                       Texts::tr("Confirm it, or take them out of the plan."), u"create"_s);
    return Nothing{};
}

} // namespace

Result<Nothing> mayRun(const Workplace &workplace, store::RunFile &file, const RunOptions &options)
{
    const auto head = file.head();
    if (!head)
        return head.error();
    const auto state = file.state();
    if (!state)
        return state.error();
    const store::RunHead now = headFor(workplace, {});
    const auto another = [](const QString &end) {
        return refused(
            Texts::tr("This plan was made for another organization of %1 than the one that answers now.").arg(end),
            Texts::tr("Check the connection and make a new plan."));
    };
    if (*state == RunState::Planning)
        return refused(Texts::tr("This plan is not finished."), Texts::tr("Finish planning, then run it."));
    if (head->dataverseOrganization.compare(now.dataverseOrganization, Qt::CaseInsensitive) != 0)
        return another(Texts::tr("Dynamics 365"));
    if (head->didomiOrganization != now.didomiOrganization)
        return another(Texts::tr("Didomi"));
    if (options.retryFailed && *state != RunState::Done)
        return refused(Texts::tr("This run has not ended (%1); what failed can be tried again then.")
                           .arg(store::runStateText(*state)),
                       Texts::tr("Resume it first."), u"state"_s);
    if (head->mode != now.mode || head->table != now.table)
        return refused(Texts::tr("The integration writes to another table than when this plan was made."),
                       Texts::tr("Make a new plan."));
    if (head->fingerprint != now.fingerprint)
        return refused(Texts::tr("The integration’s mappings were changed after this plan was made."),
                       Texts::tr("Make a new plan."));
    // What was confirmed once holds for the rest of the run.
    return *state == RunState::Planned ? checkConfirmed(file, options) : Result<Nothing>(Nothing{});
}

RunJob *RunJob::start(const Workplace &workplace, store::RunFile &file, const RunOptions &options, QObject *parent)
{
    return new Runner(workplace, file, options, parent);
}

} // namespace engine
