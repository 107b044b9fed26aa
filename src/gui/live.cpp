#include "gui/live.h"

#include "core/redactor.h"
#include "engine/filesource.h"
#include "engine/livelock.h"
#include "gui/session.h"
#include "models/feedmodel.h"

#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QUrl>

namespace gui {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;
using models::Sign;

namespace {

constexpr auto maskedKey = "live/masked"_L1;
constexpr int mostReadFiles = 5; ///< Told of.

} // namespace

Live::Live(Session &session)
    : m_session(session)
    , m_settings(LiveSettings::read(session.services().settings(), session.id()))
    , m_items(new models::FeedModel(this))
    , m_isDryRun(session.needsUnlock())
{
    m_items->setMasked(isMasked());
}

Live::~Live() = default;

Result<store::Inbox *> Live::inbox() const
{
    return m_session.services().inbox(m_session.draft());
}

// --- at work
// ------------------------------------------------------------------------------------------------------------

void Live::start(bool dryRun)
{
    ++m_round;
    m_isDryRun = dryRun || !m_session.mayWrite();
    m_isStarting = true;
    m_problem = {};
    if (m_feed)
        m_feed->stop();
    if (!m_feed || !m_feed->isBusy()) // else settle() goes on
        prepare();
    Q_EMIT changed();
}

/// What is claimed first is what others may have.
void Live::prepare()
{
    if (m_session.isDirty())
        return fail({.kind = Error::Kind::Invalid,
                     .message = tr("The integration has unsaved changes; live uses what is saved."),
                     .fix = tr("Save or revert them, then start again.")});
    const Result<store::Journal *> journal = m_session.services().journal();
    if (!journal)
        return fail(journal.error());
    if (const Result<store::Inbox *> queue = inbox(); !queue)
        return fail(queue.error());
    if (!m_lock) {
        auto lock = engine::lockLive(m_session.services().inboxPath(m_session.draft()), m_session.id());
        if (!lock)
            return fail(lock.error());
        m_lock = std::move(*lock);
    }
    claim();
}

void Live::claim()
{
    const auto go = [this, round = m_round](const Result<core::Secret> &secret) {
        if (round != m_round)
            return;
        if (!secret) {
            Error problem = secret.error();
            problem.message = tr("The secret that senders of webhooks show cannot be read: %1").arg(problem.message);
            return fail(problem);
        }
        m_session.ready(this, [this, round, secret = *secret](const Result<Session::Ready> &ready) {
            if (round != m_round)
                return;
            if (!ready)
                return fail(ready.error());
            // What an earlier run left open is settled first: its effect is then part of what is remembered. The
            // session keeps the link while that runs; what both ends said may be read anew meanwhile, so it is copied.
            m_session.whenSettled(this, [this, round, secret, &link = ready->link, known = ready->surroundings] {
                if (round == m_round)
                    build(link, known, secret);
            });
        });
    };
    const bool needsSecret = m_settings.listens && m_settings.proof != LiveSettings::Proof::None &&
                             m_settings.secret.kind != profile::SecretRef::Kind::None;
    if (!needsSecret)
        return go(core::Secret());
    m_session.services()
        .secrets()
        .read(m_settings.secret, this)
        ->whenDone(this, [go](const Result<core::Secret> &found) {
            if (found)
                core::redactor::remember(*found);
            go(found);
        });
}

void Live::build(bridge::Link &link, const bridge::Surroundings &surroundings, const core::Secret &secret)
{
    if (link.profile() != m_session.saved()) { // changed, or saved, since it was started
        if (m_session.draft() == m_session.saved())
            return claim();
        return fail(
            {.kind = Error::Kind::Invalid,
             .message = tr("The integration was changed while live was being started; live uses what is saved."),
             .fix = tr("Save or revert the changes, then start again.")});
    }
    const Result<store::Journal *> journal = m_session.services().journal();
    const Result<store::Inbox *> queue = inbox();
    if (!journal || !queue)
        return fail(journal ? queue.error() : journal.error());
    m_items->flush();
    m_items->setFeed(nullptr);
    m_feed = std::make_unique<engine::LiveFeed>(link, surroundings, **journal, **queue);
    m_link = &link;
    m_organization = surroundings.whoAmI.organizationId;
    m_isStarting = false;
    m_isDryRun = m_isDryRun || !m_session.mayWrite();
    m_feed->setDryRun(m_isDryRun);
    if (m_isPaused)
        m_feed->pause();
    m_items->setFeed(m_feed.get());
    connect(m_feed.get(), &engine::LiveFeed::runningChanged, this, &Live::changed);
    connect(m_feed.get(), &engine::LiveFeed::backlogChanged, this, &Live::countsChanged);
    connect(m_feed.get(), &engine::LiveFeed::itemEnded, this, &Live::noteEnd);
    connect(m_feed.get(), &engine::LiveFeed::itemChanged, this, [this] {
        if (!m_feed->isRunning()) // not from within the feed's own signal
            QMetaObject::invokeMethod(this, &Live::settle, Qt::QueuedConnection);
    });
    connect(m_feed.get(), &engine::LiveFeed::roundFinished, this, [this] {
        if (const Error problem = m_feed->lastProblem(); !problem.message.isEmpty())
            m_session.report(problem);
        Q_EMIT changed();
    });
    addSources(secret);
    if (m_session.isPractice())
        m_session.services().practice().setStreaming(m_settings.streams);
    const int sources = int(m_feed->sources().size());
    if (m_settings.polls)
        m_feed->start(std::chrono::seconds(std::max(1, m_session.draft().options.livePollSeconds)));
    else
        m_feed->start();
    m_polling = m_settings.polls ? m_feed->sources().value(sources) : nullptr;
    if (m_polling)
        connect(m_polling, &engine::LiveSource::finished, this,
                [this] { m_lookedAt = m_session.services().clock().now(); });
    openFiles(std::exchange(m_unread, {}));
    Q_EMIT countsChanged();
}

void Live::addSources(const core::Secret &secret)
{
    m_lookedAt = {};
    if (m_settings.listens) {
        const QString path = m_session.services().inboxPath(m_session.draft());
        m_listener = m_feed->add(std::make_unique<engine::WebhookListener>(
            m_settings.webhooks(m_session.id(), path, secret), m_session.services().clock()));
        connect(m_listener, &engine::LiveSource::arrived, this, &Live::countsChanged);
    }
}

void Live::openFiles(const QStringList &paths)
{
    const Result<store::Inbox *> queue = inbox();
    for (const QString &path : paths) {
        if (!m_unread.contains(path))
            m_unread << path;
        if (!isRunning() || !queue)
            continue; // until it is started
        // One source each, so that each tells its own.
        follow(m_feed->add(std::make_unique<engine::FileSource>(QStringList{path}, m_session.id(), **queue)), {path});
    }
    Q_EMIT changed();
}

void Live::follow(engine::FileSource *source, const QStringList &paths)
{
    const auto tell = [this, source, paths] {
        const QString name = QFileInfo(paths.constFirst()).fileName();
        const engine::FileSource::Counts counts = source->counts();
        SourceState state{.sign = counts.unreadable > 0 ? Sign::Warning : Sign::Passed,
                          .text = tr("File %1: %2 new, %3 known already, %4 not about consents, %5 unreadable.")
                                      .arg(name)
                                      .arg(counts.accepted)
                                      .arg(counts.known)
                                      .arg(counts.irrelevant)
                                      .arg(counts.unreadable)};
        if (!source->problems().isEmpty())
            state.fix = source->problems().constFirst().message;
        m_readFiles << state;
        if (m_readFiles.size() > mostReadFiles)
            m_readFiles.removeFirst();
        for (const QString &path : paths)
            m_unread.removeAll(path);
        Q_EMIT changed();
    };
    connect(source, &engine::LiveSource::finished, this, tell);
    const Error problem = m_feed->problemOf(source); // where it could not even be opened
    if (problem.message.isEmpty())
        return;
    m_readFiles << SourceState{.sign = Sign::Failed, .text = problem.message, .fix = problem.fix};
    for (const QString &path : paths)
        m_unread.removeAll(path);
}

void Live::fail(const Error &problem)
{
    ++m_round;
    m_isStarting = false;
    m_problem = problem;
    settle();
    m_session.report(problem);
    Q_EMIT changed();
}

void Live::stop()
{
    ++m_round;
    m_isStarting = false;
    m_problem = {};
    m_isPaused = false;
    if (m_session.isPractice())
        m_session.services().practice().setStreaming(false);
    if (m_feed)
        m_feed->stop();
    settle();
    Q_EMIT changed();
}

/// Nothing is on its way any more: goes on with what is wanted, or lets others have it.
void Live::settle()
{
    if (m_feed && (m_feed->isRunning() || m_feed->isBusy()))
        return;
    if (m_isStarting)
        prepare();
    else
        m_lock.reset();
}

void Live::pause(bool on)
{
    m_isPaused = on && (isRunning() || m_isStarting);
    if (m_feed && m_feed->isPaused() != m_isPaused)
        m_feed->pause(m_isPaused);
    Q_EMIT changed();
}

void Live::setDryRun(bool on)
{
    m_isDryRun = on || !m_session.mayWrite();
    if (m_feed)
        m_feed->setDryRun(m_isDryRun);
    Q_EMIT changed();
}

// --- where consents come from
// -------------------------------------------------------------------------------------------

QString Live::entryName() const
{
    return keychain::entryName(m_session.id(), u"webhook-secret"_s);
}

void Live::setSettings(const LiveSettings &settings, const core::Secret &typed,
                       std::function<void(const Result<Nothing> &)> answer)
{
    const auto take = [this, answer](const LiveSettings &taken) {
        const bool isNew = m_settings != taken;
        m_settings = taken;
        m_settings.write(m_session.services().settings(), m_session.id());
        answer(Nothing{});
        if (isNew && (isRunning() || m_isStarting) && !m_session.isDirty()) // else once it is saved
            start(m_isDryRun);
        Q_EMIT changed();
    };
    if (typed.isEmpty())
        return take(settings);
    m_session.services()
        .secrets()
        .keep(entryName(), typed, this)
        ->whenDone(this, [settings, take, answer](const Result<keychain::SecretStore::Kept> &kept) {
            if (!kept)
                return answer(kept.error());
            LiveSettings taken = settings;
            taken.secret = kept->ref;
            take(taken);
        });
}

void Live::forgetSources()
{
    m_session.services().secrets().forget(m_settings.secret, nullptr);
    LiveSettings::forget(m_session.services().settings(), m_session.id());
}

QUrl Live::webhookUrl() const
{
    return m_listener && m_listener->port() > 0 ? m_listener->url() : QUrl();
}

QList<Live::SourceState> Live::sources() const
{
    QList<SourceState> states;
    const auto problemOf = [this](const engine::LiveSource *source) {
        const Error problem = source ? m_feed->problemOf(source) : Error{};
        return SourceState{
            .sign = problem.message.isEmpty() ? Sign::None : Sign::Failed, .text = problem.message, .fix = problem.fix};
    };
    const bool runs = isRunning();
    if (runs && m_polling) {
        SourceState state = problemOf(m_polling);
        if (state.sign == Sign::Failed)
            state.text = tr("Polling: %1").arg(state.text);
        else if (!m_lookedAt.isValid())
            state = {.sign = Sign::Running, .text = tr("Polling: looking at everybody for the first time.")};
        else
            state = {.sign = Sign::Passed,
                     .text = tr("Polling: looked at %n person(s) at %1.", nullptr, int(m_feed->usersSeen()))
                                 .arg(QLocale().toString(m_lookedAt.toLocalTime().time(), u"HH:mm:ss"))};
        states << state;
    }
    if (runs && m_listener) {
        SourceState state = problemOf(m_listener);
        if (state.sign == Sign::Failed) {
            state.text = tr("Webhooks: %1").arg(state.text);
        } else {
            const engine::WebhookListener::Counts counts = m_listener->counts();
            state = {.sign = Sign::Passed,
                     .text = tr("Webhooks: listening at %1; %2 taken, %3 known already, %4 refused.")
                                 .arg(m_listener->url().toString())
                                 .arg(counts.accepted)
                                 .arg(counts.known)
                                 .arg(counts.refused)};
        }
        states << state;
    }
    for (const QString &path : m_unread) {
        const QString name = QFileInfo(path).fileName();
        states << (runs ? SourceState{.sign = Sign::Running, .text = tr("File %1: being read.").arg(name)}
                        : SourceState{.sign = Sign::Waiting, .text = tr("File %1: read when you start.").arg(name)});
    }
    return states + m_readFiles;
}

// --- what there is
// ----------------------------------------------------------------------------------------------------

Result<store::Inbox::Counts> Live::counts() const
{
    const Result<store::Inbox *> queue = inbox();
    return queue ? (*queue)->counts(m_session.id()) : Result<store::Inbox::Counts>(queue.error());
}

Result<QList<store::Arrival>> Live::parked(int limit) const
{
    const Result<store::Inbox *> queue = inbox();
    return queue ? (*queue)->parked(m_session.id(), 0, limit) : Result<QList<store::Arrival>>(queue.error());
}

Result<int> Live::redrive(qint64 number)
{
    const Result<store::Inbox *> queue = inbox();
    if (!queue)
        return queue.error();
    const Result<int> moved = m_feed ? m_feed->redrive(number) : (*queue)->redrive(m_session.id(), {number});
    Q_EMIT countsChanged();
    return moved;
}

Result<int> Live::redriveAll()
{
    const Result<store::Inbox *> queue = inbox();
    if (!queue)
        return queue.error();
    const Result<int> moved = m_feed ? m_feed->redriveAll() : (*queue)->redrive(m_session.id(), {});
    Q_EMIT countsChanged();
    return moved;
}

void Live::noteEnd()
{
    const qint64 second = m_session.services().clock().monotonic().count() / 1000;
    for (qint64 stale = std::max(m_endedUntil + 1, second - qint64(m_ended.size()) + 1); stale <= second; ++stale)
        m_ended[std::size_t(stale % qint64(m_ended.size()))] = 0;
    m_endedUntil = std::max(m_endedUntil, second);
    ++m_ended[std::size_t(second % qint64(m_ended.size()))];
    Q_EMIT countsChanged();
}

int Live::perMinute() const
{
    const qint64 size = qint64(m_ended.size());
    const qint64 second = m_session.services().clock().monotonic().count() / 1000;
    int all = 0;
    for (qint64 one = std::max<qint64>(0, second - size + 1); one <= std::min(second, m_endedUntil); ++one) {
        if (one > m_endedUntil - size)
            all += m_ended[std::size_t(one % size)];
    }
    return all;
}

QList<net::Request> Live::requestsOf(const engine::FeedItem &item) const
{
    QList<net::Request> requests;
    if (!m_feed || !m_link || !item.plan || item.plan->items.isEmpty() ||
        item.plan->dataverseOrganization != m_organization)
        return requests;
    for (const dataverse::Write &write : item.plan->items.constFirst().writes())
        requests << m_link->dataverse().requestFor(write);
    return requests;
}

bool Live::isMasked() const
{
    return m_session.services().settings().value(maskedKey, false).toBool();
}

void Live::setMasked(bool on)
{
    m_session.services().settings().setValue(maskedKey, on);
    m_items->setMasked(on);
    Q_EMIT changed();
}

} // namespace gui
