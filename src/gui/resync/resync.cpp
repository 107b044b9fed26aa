#include "gui/resync/resync.h"

#include "gui/live.h"
#include "gui/resync/runpanel.h"
#include "gui/session.h"
#include "store/runlibrary.h"

#include <QLocale>

namespace gui {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using engine::ResyncDesk;
using engine::RunProgress;

Resync::Resync(Session &session) : m_session(session), m_desk(std::make_unique<ResyncDesk>(session.services().clock()))
{
    connect(m_desk.get(), &ResyncDesk::busyChanged, this, [this] {
        if (m_desk->isBusy()) // else take() tells, once it is known how it ended
            Q_EMIT changed();
    });
    connect(m_desk.get(), &ResyncDesk::ended, this, &Resync::take);
    connect(m_desk.get(), &ResyncDesk::progressed, this, [this](const RunProgress &progress) {
        m_rates.add(m_session.services().clock().monotonic(), progress.perSecond, !progress.waitingFor.isEmpty());
        Q_EMIT progressed();
    });
    connect(&session, &Session::lockChanged, this, [this] {
        if (!m_session.mayWrite()) // who closes the lock wants nothing more to be written
            setPaused(true);
    });
}

Resync::~Resync() = default;

Result<QString> Resync::newPath() const
{
    Services &services = m_session.services();
    return store::RunLibrary(services.runPaths(m_session.saved()), services.clock()).newPath(m_session.id());
}

void Resync::forget()
{
    m_problem = {};
    m_summary.reset();
    m_end.reset();
    m_verified.reset();
    m_made.reset();
}

// --- what is worked on
// -----------------------------------------------------------------------------------------------

QString Resync::whyNoPlan() const
{
    return m_session.isDirty() ? tr("The integration has unsaved changes; a resync uses what is saved.") : QString();
}

QString Resync::whyNoWrite() const
{
    if (!m_session.mayWrite())
        return tr("This is a production environment. Unlock writing first, above.");
    return whyNoPlan();
}

/// What both ends have, and the secrets: then `order` is given with them.
void Resync::prepare(Task task, Order order)
{
    if (isBusy())
        return;
    ++m_round;
    m_problem = {};
    m_rates.clear();
    if (m_session.isDirty())
        return fail(
            {.kind = Error::Kind::Invalid, .message = whyNoPlan(), .fix = tr("Save or revert them, then try again.")});
    const auto journal = m_session.services().journal(); // what cannot be opened here cannot be opened there
    if (!journal)
        return fail(journal.error());
    m_isPreparing = true;
    m_wanted = task;
    Q_EMIT changed();
    const auto give = [this, round = m_round, order = std::move(order)](const bridge::Surroundings &known) {
        m_session.findSecrets([this, round, order, known](const Result<bridge::FoundSecrets> &found) {
            if (round != m_round)
                return;
            if (!found)
                return fail(found.error());
            if (!found->problems.isEmpty())
                return fail(found->problems.constFirst());
            if (const QString why = whyNoPlan(); !why.isEmpty()) // changed meanwhile
                return fail(
                    {.kind = Error::Kind::Invalid, .message = why, .fix = tr("Save or revert them, then try again.")});
            m_isPreparing = false;
            order({.profile = m_session.saved(),
                   .secrets = found->secrets,
                   .surroundings = known,
                   .journalPath = m_session.services().journalPath()});
        });
    };
    m_session.ready(this, [this, round = m_round, give](const Result<Session::Ready> &ready) {
        if (round != m_round)
            return;
        if (!ready)
            return fail(ready.error());
        // What an earlier session left open is settled first: its effect is then part of what is remembered.
        m_session.whenSettled(this, [this, round, give, known = ready->surroundings] {
            if (round == m_round)
                give(known);
        });
    });
}

void Resync::plan(const engine::Scope &scope)
{
    prepare(Task::Plan, [this, scope](const engine::WorkSetup &setup) {
        const Result<QString> path = newPath();
        if (!path)
            return fail(path.error());
        forget();
        m_path = *path;
        m_desk->plan(setup, scope, m_path);
    });
}

void Resync::run(const engine::RunOptions &options)
{
    if (m_path.isEmpty())
        return;
    prepare(Task::Run, [this, options](const engine::WorkSetup &setup) {
        m_end.reset();
        m_verified.reset();
        m_desk->run(setup, m_path, options);
    });
}

void Resync::resume()
{
    if (m_summary && m_summary->state == store::RunState::Planning)
        prepare(Task::Plan, [this](const engine::WorkSetup &setup) { m_desk->goOnPlanning(setup, m_path); });
    else
        run({}); // what was confirmed when it began holds
}

void Resync::retryFailed()
{
    prepare(Task::Run, [this](const engine::WorkSetup &setup) {
        m_end.reset();
        m_verified.reset();
        m_desk->retryFailed(setup, m_path, {}); // likewise
    });
}

void Resync::verify(qint64 sample)
{
    prepare(Task::Verify, [this, sample](const engine::WorkSetup &setup) { m_desk->verify(setup, m_path, sample); });
}

void Resync::undo()
{
    prepare(Task::Undo, [this](const engine::WorkSetup &setup) {
        const Result<QString> path = newPath();
        if (!path)
            return fail(path.error());
        m_desk->undo(setup, m_path, *path);
    });
}

void Resync::report(engine::ReportFormat format, const QString &target)
{
    if (isBusy())
        return;
    m_problem = {};
    m_rates.clear();
    m_desk->report(m_path, format, target, {.maskPersons = m_session.live().isMasked()});
}

void Resync::setPaused(bool on)
{
    if (on || whyNoWrite().isEmpty())
        m_desk->setPaused(on);
}

void Resync::dropPreparation()
{
    if (!m_isPreparing)
        return;
    ++m_round;
    m_isPreparing = false;
    Q_EMIT changed();
}

void Resync::cancel()
{
    dropPreparation();
    m_desk->cancel();
}

void Resync::interrupt()
{
    dropPreparation();
    m_desk->interrupt();
}

void Resync::take(const ResyncDesk::End &end)
{
    m_problem = end.problem && end.problem->kind != Error::Kind::Cancelled ? *end.problem : Error{};
    if (const auto *made = end.as<engine::PlanMade>())
        m_made = *made;
    if (const auto *run = end.as<engine::RunEnd>())
        m_end = *run;
    if (const auto *verified = end.as<engine::VerifyReport>())
        m_verified = *verified;
    const bool isAnother = end.path != m_path;
    if (isAnother && end.summary && !end.problem) { // an undo was planned
        m_path = end.path;
        m_end.reset();
        m_verified.reset();
    }
    if (end.path == m_path) {
        if (end.summary)
            m_summary = end.summary;
        else if (!m_summary) // there is nothing to show
            m_path.clear();
    }
    m_session.report(m_problem);
    Q_EMIT changed();
}

void Resync::fail(const Error &problem)
{
    ++m_round;
    m_isPreparing = false;
    m_problem = problem.kind == Error::Kind::Cancelled ? Error{} : problem;
    m_session.report(problem);
    Q_EMIT changed();
}

void Resync::forgetProblem()
{
    m_problem = {};
    Q_EMIT changed();
}

QString Resync::activity() const
{
    if (!isBusy() || (!m_isPreparing && m_desk->task() == Task::Look))
        return {};
    const RunPanel::Content content{.task = task(),
                                    .isPreparing = m_isPreparing,
                                    .isPaused = isPaused(),
                                    .isStopping = isStopping(),
                                    .progress = progress()};
    const QString title = titleOf(content);
    const RunProgress &now = progress();
    if (m_isPreparing || now.total <= 0)
        //: In the status bar; %1: "Writing".
        return tr("Resync: %1").arg(title);
    const QLocale locale;
    return tr("Resync: %1, %2 of %3").arg(title, locale.toString(now.done), locale.toString(now.total));
}

// --- the plan that is open
// -------------------------------------------------------------------------------------------

void Resync::open(const QString &path)
{
    if (isBusy())
        return;
    forget();
    m_path = path;
    m_desk->look(path);
}

void Resync::close()
{
    if (isBusy())
        return;
    forget();
    m_path.clear();
    Q_EMIT changed();
}

void Resync::whenIdle(const QObject *context, std::function<void()> action)
{
    if (!isBusy())
        return action();
    const auto connection = std::make_shared<QMetaObject::Connection>();
    *connection = connect(this, &Resync::changed, context, [this, connection, action = std::move(action)] {
        if (isBusy())
            return;
        disconnect(*connection);
        action();
    });
}

} // namespace gui
