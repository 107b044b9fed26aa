#include "gui/session.h"

#include "engine/recoverjob.h"

#include <QLocale>
#include <QSettings>
#include <QUndoCommand>

namespace gui {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

/// A change of the list of mappings; whole lists, since they are short and nothing can then be forgotten.
class MappingsChange final : public QUndoCommand
{
public:
    MappingsChange(Session &session, const QString &what, QList<profile::Mapping> after, int mergeId)
        : QUndoCommand(what)
        , m_session(session)
        , m_before(session.draft().integration.mappings)
        , m_after(std::move(after))
        , m_mergeId(mergeId)
    {
    }

    int id() const override { return m_mergeId; }
    void undo() override { apply(m_before); }
    void redo() override { apply(m_after); }

    bool mergeWith(const QUndoCommand *other) override
    {
        m_after = static_cast<const MappingsChange *>(other)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    void apply(const QList<profile::Mapping> &mappings)
    {
        profile::Profile draft = m_session.draft();
        draft.integration.mappings = mappings;
        m_session.setDraft(draft);
    }

    Session &m_session;
    const QList<profile::Mapping> m_before;
    QList<profile::Mapping> m_after;
    const int m_mergeId;
};

QString settingsKey(const QString &id)
{
    return u"standing/"_s + id;
}

} // namespace

Session::Session(Services &services, const profile::Profile &profile, bool isStored, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_saved(profile)
    , m_draft(profile)
    , m_isStored(isStored)
    , m_jobs(std::make_unique<QObject>())
{
    const QStringList kept = m_services.settings().value(settingsKey(profile.id)).toString().split(u'|');
    if (kept.size() == 2) {
        m_testedAt = QDateTime::fromString(kept.at(1), Qt::ISODate);
        m_standing = kept.at(0) == u"passed"    ? models::Sign::Passed
                     : kept.at(0) == u"warning" ? models::Sign::Warning
                     : kept.at(0) == u"failed"  ? models::Sign::Failed
                                                : models::Sign::Waiting;
    }
    judge();
    m_wasDirty = isDirty();
}

Session::~Session()
{
    m_feed.reset();
    m_jobs.reset();
}

bool Session::isDirty() const
{
    return !m_isStored || m_draft != m_saved || !m_typedClient.isEmpty() || !m_typedDidomi.isEmpty();
}

void Session::setDraft(const profile::Profile &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    judge();
    Q_EMIT draftChanged();
    if (isDirty() != m_wasDirty) {
        m_wasDirty = isDirty();
        Q_EMIT dirtyChanged();
    }
}

void Session::changeMappings(const QString &what, const QList<profile::Mapping> &after, int mergeId)
{
    if (after != m_draft.integration.mappings)
        m_undo.push(new MappingsChange(*this, what, after, mergeId));
}

void Session::judge()
{
    m_problems = profile::validate(m_draft);
    const bridge::Surroundings *known = surroundings();
    m_verdicts = mapping::lint(m_draft, known ? &known->table : nullptr, known ? &known->catalogue : nullptr);
}

void Session::revert()
{
    m_typedClient = {};
    m_typedDidomi = {};
    ++m_typedGeneration;
    m_undo.clear();
    m_draft = m_saved;
    judge();
    m_wasDirty = isDirty();
    Q_EMIT draftChanged();
    Q_EMIT secretsChanged();
    Q_EMIT dirtyChanged();
}

void Session::save(std::function<void(const Result<Nothing> &)> answer)
{
    m_whyOnlySession = {};
    if (isPractice()) { // its secrets are made up anew at each start; what was typed was only to be tried
        m_typedClient = {};
        m_typedDidomi = {};
        writeFile(answer);
        return;
    }
    keepSecret(Which::Client, [this, answer = std::move(answer)](const Result<Nothing> &client) {
        if (!client)
            return answer(client);
        keepSecret(Which::Didomi, [this, answer](const Result<Nothing> &didomi) {
            if (!didomi)
                return answer(didomi);
            writeFile(answer);
        });
    });
}

void Session::keepSecret(Which which, std::function<void(const Result<Nothing> &)> next)
{
    const core::Secret secret = typed(which);
    if (secret.isEmpty())
        return next(Nothing{});
    const QString entry =
        keychain::entryName(m_draft.id, which == Which::Client ? u"client-secret"_s : u"didomi-secret"_s);
    auto *job = m_services.secrets().keep(entry, secret, m_jobs.get());
    watch(job, tr("Keeping the secret"));
    job->whenDone(this, [this, which, secret, next = std::move(next)](const Result<keychain::SecretStore::Kept> &kept) {
        if (!kept)
            return next(kept.error());
        if (kept->isForSessionOnly())
            m_whyOnlySession = kept->whyOnlySession;
        (which == Which::Client ? m_draft.clientSecret : m_draft.didomi.secret) = kept->ref;
        core::Secret &held = which == Which::Client ? m_typedClient : m_typedDidomi;
        if (held == secret) // not typed over meanwhile
            held = {};
        next(Nothing{});
    });
}

void Session::writeFile(const std::function<void(const Result<Nothing> &)> &answer)
{
    const Result<QString> path = m_services.profiles().save(m_draft);
    if (path) {
        const bool hadFeed = m_feed && m_feed->isRunning();
        const bool dryRun = m_feed && m_feed->isDryRun();
        m_saved = m_draft;
        m_isStored = true;
        m_undo.setClean();
        judge();
        if (hadFeed) // it goes on with what was saved
            startFeed(dryRun);
    } else {
        report(path.error());
    }
    m_wasDirty = isDirty();
    Q_EMIT draftChanged();
    Q_EMIT secretsChanged();
    Q_EMIT dirtyChanged();
    answer(path ? Result<Nothing>(Nothing{}) : Result<Nothing>(path.error()));
}

void Session::typeSecret(Which which, const core::Secret &secret)
{
    core::Secret &held = which == Which::Client ? m_typedClient : m_typedDidomi;
    if (held == secret)
        return;
    held = secret;
    ++m_typedGeneration;
    (which == Which::Client ? m_clientProblem : m_didomiProblem) = {};
    judge();
    Q_EMIT secretsChanged();
    if (isDirty() != m_wasDirty) {
        m_wasDirty = isDirty();
        Q_EMIT dirtyChanged();
    }
}

const profile::SecretRef &Session::secretRef(Which which) const
{
    return which == Which::Client ? m_draft.clientSecret : m_draft.didomi.secret;
}

Error Session::secretProblem(Which which) const
{
    return which == Which::Client ? m_clientProblem : m_didomiProblem;
}

Session::End Session::endOf(const profile::Profile &profile) const
{
    return {.instance = profile.integration.instance,
            .tenant = profile.integration.tenantId,
            .client = profile.integration.clientId,
            .authority = profile.options.authority,
            .apiVersion = profile.options.apiVersion,
            .table = profile.options.table,
            .didomiUrl = profile.didomi.apiUrl,
            .organization = profile.didomi.organizationId,
            .keyId = profile.didomi.keyId,
            .clientSecret = profile.clientSecret,
            .didomiSecret = profile.didomi.secret,
            .typedSecrets = 0};
}

void Session::readSecrets(std::function<void(const ReadSecrets &)> handler)
{
    struct Gathered {
        ReadSecrets read;
        int open = 2;
    };
    auto gathered = std::make_shared<Gathered>();
    const auto settle = [this, gathered, handler = std::move(handler)](Which which,
                                                                       const Result<core::Secret> &result) {
        const bool isClient = which == Which::Client;
        if (result)
            (isClient ? gathered->read.secrets.clientSecret : gathered->read.secrets.didomiSecret) = *result;
        else
            (isClient ? gathered->read.clientProblem : gathered->read.didomiProblem) = result.error();
        (isClient ? m_clientProblem : m_didomiProblem) = result ? Error{} : result.error();
        if (--gathered->open > 0)
            return;
        Q_EMIT secretsChanged();
        handler(gathered->read);
    };
    for (const Which which : {Which::Client, Which::Didomi}) {
        if (!typed(which).isEmpty()) {
            settle(which, typed(which));
        } else if (secretRef(which).kind == profile::SecretRef::Kind::None) {
            settle(which, Error{.kind = Error::Kind::Invalid,
                                .message = which == Which::Client ? tr("No client secret is entered.")
                                                                  : tr("No Didomi key secret is entered."),
                                .fix = tr("Enter it on the Connection page."),
                                .field = which == Which::Client ? u"client_secret"_s : u"didomi.secret"_s});
        } else {
            auto *job = m_services.secrets().read(secretRef(which), m_jobs.get());
            watch(job, tr("Reading the secrets"));
            job->whenDone(this, [settle, which](const Result<core::Secret> &result) { settle(which, result); });
        }
    }
}

void Session::makeLink(std::function<void(const Result<std::shared_ptr<bridge::Link>> &)> handler)
{
    if (m_link && m_link->profile() == m_draft && m_linkTyped == m_typedGeneration)
        return handler(m_link);
    readSecrets([this, handler = std::move(handler)](const ReadSecrets &read) {
        if (!read.clientProblem.message.isEmpty())
            return handler(read.clientProblem);
        if (!read.didomiProblem.message.isEmpty())
            return handler(read.didomiProblem);
        Result<std::unique_ptr<bridge::Link>> made =
            bridge::Link::make(m_services.network(), m_draft, read.secrets, m_services.clock());
        if (!made)
            return handler(made.error());
        if (m_jobs->children().isEmpty() && !m_feed) // nobody uses the former ones any more
            m_links.clear();
        m_link = std::shared_ptr<bridge::Link>(std::move(made).value().release());
        m_linkTyped = m_typedGeneration;
        m_links.push_back(m_link);
        handler(m_link);
    });
}

const bridge::Surroundings *Session::surroundings() const
{
    return m_surroundings && m_surroundingsOf == endOf(m_draft) ? &*m_surroundings : nullptr;
}

void Session::load()
{
    m_surroundings.reset();
    ready(this, [](const Result<Ready> &) {});
}

void Session::ready(const QObject *context, ReadyHandler handler)
{
    m_waiters.append({context, std::move(handler)});
    if (m_isLoading)
        return;
    m_isLoading = true;
    m_loadProblem = {};
    Q_EMIT surroundingsChanged();
    makeLink([this](const Result<std::shared_ptr<bridge::Link>> &link) {
        if (!link)
            return finishLoading(link.error());
        if (const bridge::Surroundings *known = surroundings())
            return finishLoading(Ready{**link, *known});
        auto *job = bridge::survey(**link, m_jobs.get());
        watch(job, tr("Loading columns, purposes and preferences"));
        const End asked = endOf(m_draft);
        job->whenDone(this, [this, asked, held = *link](const Result<bridge::Surroundings> &result) {
            if (!result)
                return finishLoading(result.error());
            m_surroundings = *result;
            m_surroundingsOf = asked;
            finishLoading(Ready{*held, *m_surroundings});
        });
    });
}

void Session::finishLoading(const Result<Ready> &result)
{
    m_isLoading = false;
    m_loadProblem = result ? Error{} : result.error();
    judge();
    Q_EMIT surroundingsChanged();
    if (!result)
        report(result.error());
    else
        settleUnfinished();
    const QList<Waiter> waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.handler(result);
    }
}

void Session::settleUnfinished()
{
    if (m_hasRecovered || !m_link || !m_surroundings)
        return;
    m_hasRecovered = true;
    const Result<store::Journal *> journal = m_services.journal();
    if (!journal)
        return;
    const auto open = (*journal)->unsettled(m_draft.id);
    if (!open || open->isEmpty())
        return;
    auto *job = engine::recover(*m_link, *m_surroundings, **journal, m_jobs.get());
    watch(job, tr("Settling writes of an earlier session"));
    job->whenDone(this, [this](const Result<engine::RecoverReport> &result) {
        if (!result)
            report(result.error());
    });
}

void Session::test()
{
    if (m_test || m_isTestWanted)
        return;
    m_isTestWanted = true;
    Q_EMIT stepsChanged();
    readSecrets([this](const ReadSecrets &read) {
        m_isTestWanted = false;
        if (read.clientProblem.kind == Error::Kind::Cancelled || read.didomiProblem.kind == Error::Kind::Cancelled)
            return Q_EMIT stepsChanged();
        m_test = new diagnosis::ConnectionTest(m_services.network(), {.profile = m_draft, .secrets = read.secrets},
                                               m_services.clock(), m_jobs.get());
        m_steps = m_test->steps();
        connect(m_test, &diagnosis::ConnectionTest::stepChanged, this, [this](int row) {
            if (row < 0 || row >= m_test->steps().size())
                return;
            m_steps = m_test->steps();
            Q_EMIT stepChanged(row);
        });
        m_test->whenDone(this, [this](const Result<diagnosis::TestReport> &report) {
            m_steps = report ? report->steps : m_test->steps();
            m_test = nullptr;
            const models::Sign verdict = models::signOf(report ? report->verdict() : diagnosis::verdictOf(m_steps));
            setStanding(verdict, m_services.clock().now());
            Q_EMIT stepsChanged();
            // Both ends answer: what they have is wanted next, for the pickers.
            if ((verdict == models::Sign::Passed || verdict == models::Sign::Warning) && !surroundings() &&
                !m_isLoading)
                load();
        });
        watch(m_test, tr("Testing the connection"));
        Q_EMIT stepsChanged();
    });
}

void Session::setStanding(models::Sign sign, const QDateTime &at)
{
    m_standing = sign;
    m_testedAt = at;
    const QString word = sign == models::Sign::Passed    ? u"passed"_s
                         : sign == models::Sign::Warning ? u"warning"_s
                         : sign == models::Sign::Failed  ? u"failed"_s
                                                         : u"stopped"_s;
    m_services.settings().setValue(settingsKey(m_draft.id), QString(word + u'|' + at.toString(Qt::ISODate)));
    Q_EMIT standingChanged();
}

QString Session::standingText() const
{
    if (!m_testedAt.isValid())
        return tr("Not tested yet");
    const QString when = QLocale().toString(m_testedAt.toLocalTime(), QLocale::ShortFormat);
    switch (m_standing) {
    case models::Sign::Passed:
        return tr("Passed, %1").arg(when);
    case models::Sign::Warning:
        return tr("Passed with warnings, %1").arg(when);
    case models::Sign::Failed:
        return tr("Failed, %1").arg(when);
    case models::Sign::None:
    case models::Sign::NotReached:
    case models::Sign::Skipped:
    case models::Sign::Running:
    case models::Sign::Waiting:
    case models::Sign::Planned:
        break;
    }
    return tr("Test stopped, %1").arg(when);
}

void Session::setUnlocked(bool on)
{
    if (m_isUnlocked == on)
        return;
    m_isUnlocked = on;
    if (!mayWrite() && m_feed && !m_feed->isDryRun())
        m_feed->setDryRun(true);
    Q_EMIT lockChanged();
}

void Session::startFeed(bool dryRun)
{
    stopFeed();
    ready(this, [this, dryRun](const Result<Ready> &result) {
        if (!result)
            return;
        const Result<store::Journal *> journal = m_services.journal();
        if (!journal)
            return report(journal.error());
        m_feed = std::make_unique<engine::LiveFeed>(result->link, result->surroundings, **journal);
        m_feed->setDryRun(dryRun || !mayWrite());
        connect(m_feed.get(), &engine::LiveFeed::runningChanged, this, &Session::feedChanged);
        connect(m_feed.get(), &engine::LiveFeed::roundFinished, this, [this] {
            if (!m_feed->lastProblem().message.isEmpty())
                report(m_feed->lastProblem());
            Q_EMIT feedChanged();
        });
        if (isPractice())
            m_services.practice().setStreaming(true);
        const auto interval =
            isPractice() ? std::chrono::seconds(2) : std::chrono::seconds(m_draft.options.livePollSeconds);
        m_feed->start(interval);
        Q_EMIT feedChanged();
    });
}

void Session::stopFeed()
{
    if (!m_feed)
        return;
    if (isPractice())
        m_services.practice().setStreaming(false);
    m_feed->stop();
    Q_EMIT feedChanged();
}

void Session::watch(core::JobBase *job, const QString &what)
{
    m_running.append({job, what});
    m_done = m_total = 0;
    connect(job, &core::JobBase::progressed, this, [this](qint64 done, qint64 total) {
        m_done = done;
        m_total = total;
        Q_EMIT activityChanged();
    });
    const auto gone = [this, job] {
        m_running.removeIf([job](const Running &running) { return !running.job || running.job == job; });
        Q_EMIT activityChanged();
    };
    connect(job, &core::JobBase::finished, this, gone);
    connect(job, &QObject::destroyed, this, gone);
    Q_EMIT activityChanged();
}

QString Session::activity() const
{
    return m_running.isEmpty() ? QString() : m_running.last().what;
}

void Session::cancel()
{
    if (!m_running.isEmpty() && m_running.last().job)
        m_running.last().job->cancel();
}

void Session::report(const Error &error)
{
    if (error.kind != Error::Kind::Cancelled && !error.message.isEmpty())
        Q_EMIT problemRaised(error);
}

} // namespace gui
