#include "gui/preview.h"

#include "engine/subjects.h"

namespace gui {

using core::Error;
using core::Result;

namespace {

constexpr auto typingPause = std::chrono::milliseconds(300);

} // namespace

Preview::Preview(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &Preview::planAnew);
    connect(&m_session, &Session::draftChanged, this, &Preview::follow);
    connect(&m_session, &Session::dirtyChanged, this, &Preview::changed);
    connect(&m_session, &Session::lockChanged, this, &Preview::changed);
}

void Preview::startOver(bool isPlanning)
{
    ++m_round;
    m_isPlanning = isPlanning;
    m_problem = {};
    m_pushProblem = {};
    m_plan.reset();
    m_report.reset();
    m_requests.clear();
    m_subjects.clear();
    m_pause.stop();
    m_isFollowing = false;
    Q_EMIT changed();
}

void Preview::follow()
{
    const bool isShown = !m_subjects.isEmpty() && !m_isPlanning && !m_isPushing && !m_report;
    if (isShown && m_plannedWith != m_session.draft())
        m_pause.start();
    Q_EMIT changed();
}

/// The same choices by the rules as they are now. What is shown stays until the new plan is there.
void Preview::planAnew()
{
    if (m_subjects.isEmpty() || m_isPushing || m_report)
        return;
    if (!m_session.surroundings() || m_session.areRemembered()) // another connection: nobody asked for that one yet
        return;
    m_isFollowing = true;
    Q_EMIT changed();
    m_session.ready(this, [this, round = ++m_round](const Result<Session::Ready> &ready) {
        if (round != m_round)
            return;
        if (!ready)
            return fail(ready.error());
        planFor(m_subjects, *ready);
    });
}

void Preview::person(const QString &organizationUserId)
{
    const QString id = organizationUserId.trimmed();
    startOver(true);
    if (id.isEmpty())
        return fail({.kind = Error::Kind::Invalid, .message = tr("Enter the id of a person first.")});
    m_session.ready(this, [this, id, round = m_round](const Result<Session::Ready> &ready) {
        if (round != m_round)
            return;
        if (!ready)
            return fail(ready.error());
        auto *job = engine::subjectsOf(ready->link, id, m_session.jobs());
        m_session.watch(job, tr("Asking Didomi for this person"));
        // The session keeps the link while the job runs; what both ends said may be read anew meanwhile.
        job->whenDone(this, [this, round, &link = ready->link,
                             known = ready->surroundings](const Result<QList<consent::Subject>> &subjects) {
            if (round != m_round)
                return;
            if (!subjects)
                return fail(subjects.error());
            planFor(*subjects, {.link = link, .surroundings = known});
        });
    });
}

void Preview::event(const QByteArray &json)
{
    startOver(true);
    const Result<consent::Event> event = consent::readEventFile(json);
    if (!event)
        return fail(event.error());
    const consent::Subject subject = consent::subjectOf(*event);
    m_session.ready(this, [this, subject, round = m_round](const Result<Session::Ready> &ready) {
        if (round != m_round)
            return;
        if (!ready)
            return fail(ready.error());
        planFor({subject}, *ready);
    });
}

void Preview::planFor(const QList<consent::Subject> &subjects, const Session::Ready &ready)
{
    const Result<store::Journal *> journal = m_session.services().journal();
    auto *job =
        engine::planOne(ready.link, ready.surroundings, journal ? *journal : nullptr, subjects, m_session.jobs());
    m_session.watch(job, tr("Comparing with Dynamics"));
    m_plannedWith = ready.link.profile();
    m_isJournalUnread = !journal;
    m_subjects = subjects;
    job->whenDone(this, [this, round = m_round, &link = ready.link](const Result<engine::Plan> &plan) {
        if (round != m_round)
            return;
        if (!plan)
            return fail(plan.error());
        m_isPlanning = m_isFollowing = false;
        m_problem = {};
        m_plan = *plan;
        m_requests.clear();
        for (const dataverse::Write &write : item()->writes())
            m_requests << link.dataverse().requestFor(write);
        Q_EMIT changed();
    });
}

void Preview::fail(const Error &error)
{
    m_isPlanning = m_isFollowing = false;
    m_plan.reset();
    m_problem = error;
    Q_EMIT changed();
}

QString Preview::whyNot() const
{
    const engine::PlanItem *planned = item();
    if (!planned)
        return tr("Preview a person or an event first.");
    if (m_isPushing)
        return tr("The push is running.");
    if (m_report)
        return tr("This was pushed. Preview again to see how things stand.");
    if (planned->action() == engine::PlanItem::Action::None)
        return tr("There is nothing to write.");
    if (m_isFollowing || m_pause.isActive())
        return tr("The preview is being brought up to date.");
    if (m_plannedWith != m_session.draft())
        return tr("The integration has changed since this preview. Preview again.");
    if (m_session.isDirty())
        return tr("Save the integration first: only what is saved is pushed.");
    if (!m_session.mayWrite())
        return tr("This is a production environment. Unlock writing at the top of the window first.");
    const Result<store::Journal *> journal = m_session.services().journal();
    if (!journal)
        return journal.error().message;
    if (m_isJournalUnread)
        return tr("The journal could not be read for this preview, so a newer choice could be written over. Preview "
                  "again.");
    return {};
}

QString Preview::verb() const
{
    const engine::PlanItem *planned = item();
    if (!planned || !planned->isWrite())
        return tr("Push");
    const QList<dataverse::Write> writes = planned->writes();
    if (writes.size() > 1)
        return tr("Write %n row(s)", nullptr, int(writes.size()));
    const int columns = int(writes.constFirst().cells.size());
    if (planned->action() == engine::PlanItem::Action::Create)
        return tr("Create a row with %n column(s)", nullptr, columns);
    return tr("Write %n column(s)", nullptr, columns);
}

void Preview::push()
{
    if (!whyNot().isEmpty())
        return;
    m_isPushing = true;
    m_pushProblem = {};
    Q_EMIT changed();
    m_session.ready(this, [this, round = m_round](const Result<Session::Ready> &ready) {
        const Result<store::Journal *> journal = m_session.services().journal();
        if (round != m_round || !m_plan || !ready || !journal)
            m_isPushing = false;
        if (round != m_round || !m_plan)
            return;
        if (!ready || !journal) {
            m_pushProblem = ready ? journal.error() : ready.error();
            Q_EMIT changed();
            return;
        }
        auto *job = engine::push(ready->link, **journal, *m_plan, {}, m_session.jobs());
        m_session.watch(job, tr("Writing to Dynamics"));
        job->whenDone(this, [this, round](const Result<engine::PushReport> &report) {
            m_isPushing = false;
            if (round != m_round)
                return Q_EMIT changed();
            if (report) {
                m_report = *report;
            } else {
                m_pushProblem = report.error();
                m_session.report(report.error());
            }
            Q_EMIT changed();
        });
    });
}

void Preview::clear()
{
    startOver(false);
}

} // namespace gui
