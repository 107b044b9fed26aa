#include "gui/session.h"

#include "bridge/surroundingspack.h"
#include "engine/recoverjob.h"
#include "gui/live.h"
#include "gui/resync/resync.h"
#include "gui/testbench.h"

#include <QDataStream>
#include <QIODevice>
#include <QUndoCommand>
#include <QUuid>

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

/// What decides which names there are, whoever asks for them.
QString placeOf(const profile::Profile &profile)
{
    return QStringList{profile.integration.typeId, profile.integration.instance, profile.options.apiVersion,
                       profile.options.table,      profile.didomi.apiUrl,        profile.didomi.organizationId}
        .join(u'\n');
}

/// As problems name them.
QString fieldOf(Session::Which which)
{
    switch (which) {
    case Session::Which::Client:
        return u"client_secret"_s;
    case Session::Which::Didomi:
        return u"didomi.secret"_s;
    case Session::Which::NextClient:
        return u"credential.next_secret"_s;
    case Session::Which::Passphrase:
        return u"credential.certificate_passphrase"_s;
    case Session::Which::ProxyPassword:
        return u"network.proxy_password"_s;
    }
    return {};
}

/// In a profile that may be changed or not.
auto &refIn(auto &profile, Session::Which which)
{
    using Which = Session::Which;
    switch (which) {
    case Which::Client:
        return profile.clientSecret;
    case Which::Didomi:
        return profile.didomi.secret;
    case Which::NextClient:
        return profile.credential.nextSecret;
    case Which::Passphrase:
        return profile.credential.certificatePassphrase;
    case Which::ProxyPassword:
        break;
    }
    return profile.network.proxyPassword;
}

core::Secret bridge::Secrets::*memberOf(Session::Which which)
{
    switch (which) {
    case Session::Which::Client:
        return &bridge::Secrets::clientSecret;
    case Session::Which::Didomi:
        return &bridge::Secrets::didomiSecret;
    case Session::Which::NextClient:
        return &bridge::Secrets::nextClientSecret;
    case Session::Which::Passphrase:
        return &bridge::Secrets::certificatePassphrase;
    case Session::Which::ProxyPassword:
        return &bridge::Secrets::proxyPassword;
    }
    return nullptr;
}

/// Where the keychain keeps it. The second slot has a place of its own each time: the secret in use must stay what it
/// is until the switch.
QString entryOf(const QString &profileId, Session::Which which)
{
    const QString fresh = QUuid::createUuid().toString(QUuid::Id128).left(8);
    switch (which) {
    case Session::Which::Client:
        return keychain::entryName(profileId, u"client-secret"_s);
    case Session::Which::Didomi:
        return keychain::entryName(profileId, u"didomi-secret"_s);
    case Session::Which::NextClient:
        return keychain::entryName(profileId, u"client-secret-"_s + fresh);
    case Session::Which::Passphrase:
        return keychain::entryName(profileId, u"certificate-passphrase"_s);
    case Session::Which::ProxyPassword:
        return keychain::entryName(profileId, u"proxy-password"_s);
    }
    return {};
}

constexpr int activitySteps = 1'000; ///< A progress bar counts in int; bytes of files do not fit.

constexpr auto allSecrets = {Session::Which::Client, Session::Which::Didomi, Session::Which::NextClient,
                             Session::Which::Passphrase, Session::Which::ProxyPassword};

} // namespace

Session::Session(Services &services, const profile::Profile &profile, bool isStored, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_saved(profile)
    , m_draft(profile)
    , m_isStored(isStored)
    , m_jobs(std::make_unique<QObject>())
    , m_live(std::make_unique<Live>(*this))
    , m_resync(std::make_unique<Resync>(*this))
    , m_tests(std::make_unique<TestBench>(*this))
{
    if (!isPractice() && isStored)
        recall();
    judge();
    m_wasDirty = isDirty();
    connect(m_resync.get(), &Resync::changed, this, &Session::activityChanged);
    connect(m_resync.get(), &Resync::progressed, this, &Session::activityChanged);
}

Session::~Session()
{
    m_tests.reset(); // they watch the jobs
    m_live.reset();
    m_jobs.reset(); // what they tell when they go asks what else runs
    m_resync.reset();
}

bool Session::isDirty() const
{
    if (m_tests && !m_tests->rehearsed().isEmpty())
        return false;
    return !m_isStored || m_draft != m_saved ||
           std::ranges::any_of(m_typed, [](const core::Secret &secret) { return !secret.isEmpty(); });
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
    const bool isTreeKnown = known && !known->consentTable.logicalName.isEmpty();
    m_lint = mapping::lintAll(m_draft, {.table = known ? &known->table : nullptr,
                                        .catalogue = known ? &known->catalogue : nullptr,
                                        .tree = isTreeKnown ? &known->consentTree : nullptr,
                                        .others = m_others});
}

void Session::revert()
{
    m_typed = {};
    m_typedOfFurther.clear();
    ++m_typedGeneration;
    m_undo.clear();
    m_draft = m_saved;
    judge();
    m_wasDirty = isDirty();
    Q_EMIT draftChanged();
    Q_EMIT secretsChanged();
    Q_EMIT dirtyChanged();
}

struct Session::Saving {
    std::function<void(const Result<Nothing> &)> answer;
    QList<Which> open;
    profile::Profile asked; ///< The draft as it was when the wish came.
};

void Session::save(std::function<void(const Result<Nothing> &)> answer)
{
    m_whyOnlySession = {};
    auto saving = std::make_shared<Saving>(Saving{.answer = std::move(answer), .open = allSecrets, .asked = m_draft});
    if (isPractice()) { // its secrets are made up anew at each start; what was typed was only to be tried
        m_typed = {};
        saving->open.clear();
    }
    keepNext(saving);
}

void Session::keepNext(const std::shared_ptr<Saving> &saving)
{
    saving->open.removeIf([this](Which which) { return typed(which).isEmpty(); });
    if (saving->open.isEmpty())
        return keepNextOfFurther(saving);
    const Which which = saving->open.takeFirst();
    const core::Secret secret = typed(which);
    auto *job = m_services.secrets().keep(entryOf(m_draft.id, which), secret, m_jobs.get());
    watch(job, tr("Keeping the secret"));
    job->whenDone(this, [this, which, secret, saving](const Result<keychain::SecretStore::Kept> &kept) {
        if (!kept)
            return saving->answer(kept.error());
        if (kept->isForSessionOnly())
            m_whyOnlySession = kept->whyOnlySession;
        refIn(m_draft, which) = kept->ref;
        if (held(which) == secret) // not typed over meanwhile
            held(which) = {};
        keepNext(saving);
    });
}

/// Those of further users that the draft names; in Practice they are only tried.
void Session::keepNextOfFurther(const std::shared_ptr<Saving> &saving)
{
    for (const profile::SecretRef &place : profile::secretRefs(m_draft)) {
        if (isPractice() || place.kind != profile::SecretRef::Kind::Keychain || !m_typedOfFurther.contains(place.name))
            continue;
        auto *job = m_services.secrets().keep(place.name, m_typedOfFurther.value(place.name), m_jobs.get());
        watch(job, tr("Keeping the secret"));
        job->whenDone(this, [this, place, saving](const Result<keychain::SecretStore::Kept> &kept) {
            if (!kept)
                return saving->answer(kept.error());
            if (kept->isForSessionOnly())
                m_whyOnlySession = kept->whyOnlySession;
            for (profile::SecretRef *ref : profile::secretPlaces(m_draft)) {
                if (*ref == place)
                    *ref = kept->ref;
            }
            m_typedOfFurther.remove(place.name);
            keepNextOfFurther(saving);
        });
        return;
    }
    writeFile(saving);
}

void Session::writeFile(const std::shared_ptr<Saving> &saving)
{
    const Result<QString> path = m_services.profiles().save(m_draft);
    if (path) {
        const bool wasLive = m_live->isRunning() || m_live->isStarting();
        QList<profile::SecretRef> gone = profile::secretRefs(m_saved);
        gone.removeIf([kept = profile::secretRefs(m_draft)](const auto &ref) { return kept.contains(ref); });
        const bool wasStored = std::exchange(m_isStored, true);
        m_saved = m_draft;
        m_undo.setClean();
        judge();
        m_tests->saved(saving->asked);
        if (wasStored && !isPractice())
            forget(gone); // only now: until here the file named them
        if (wasLive)      // it goes on with what was saved
            m_live->start(m_live->isDryRun());
    } else {
        report(path.error());
    }
    m_wasDirty = isDirty();
    Q_EMIT draftChanged();
    Q_EMIT secretsChanged();
    Q_EMIT dirtyChanged();
    saving->answer(path ? Result<Nothing>(Nothing{}) : Result<Nothing>(path.error()));
}

void Session::forget(const QList<profile::SecretRef> &refs)
{
    for (const profile::SecretRef &ref : refs) {
        m_services.secrets().forget(ref, m_jobs.get())->whenDone(this, [this](const Result<Nothing> &gone) {
            if (!gone)
                report(gone.error());
        });
    }
}

void Session::typeSecret(Which which, const core::Secret &secret)
{
    if (typed(which) == secret)
        return;
    held(which) = secret;
    m_secretProblems.removeIf([which](const Error &problem) { return problem.field == fieldOf(which); });
    secretsTouched();
}

profile::SecretRef Session::placeForFurtherSecret() const
{
    const QString fresh = QUuid::createUuid().toString(QUuid::Id128).left(8);
    return {.kind = profile::SecretRef::Kind::Keychain,
            .name = keychain::entryName(m_draft.id, u"further-secret-"_s + fresh)};
}

void Session::typeFurtherSecret(const profile::SecretRef &place, const core::Secret &secret)
{
    m_typedOfFurther.insert(place.name, secret);
    secretsTouched();
}

void Session::secretsTouched()
{
    ++m_typedGeneration;
    judge();
    Q_EMIT secretsChanged();
    if (isDirty() != m_wasDirty) {
        m_wasDirty = isDirty();
        Q_EMIT dirtyChanged();
    }
}

const profile::SecretRef &Session::secretRef(Which which) const
{
    return refIn(m_draft, which);
}

Error Session::secretProblem(Which which) const
{
    for (const Error &problem : m_secretProblems) {
        if (problem.field == fieldOf(which))
            return problem;
    }
    return {};
}

const std::optional<keychain::Availability> &Session::keychain()
{
    if (!m_keychain && !m_isAskingKeychain) {
        m_isAskingKeychain = true;
        m_services.secrets().availability(this)->whenDone(this, [this](const Result<keychain::Availability> &result) {
            m_isAskingKeychain = false;
            m_keychain = result ? *result : keychain::Availability{.problem = result.error()};
            Q_EMIT secretsChanged();
        });
    }
    return m_keychain;
}

bool Session::hasNextSecret() const
{
    return hasTyped(Which::NextClient) || m_draft.credential.nextSecret.kind != profile::SecretRef::Kind::None;
}

void Session::switchToNextSecret()
{
    if (!hasNextSecret())
        return;
    held(Which::Client) = std::exchange(held(Which::NextClient), {});
    profile::Profile draft = m_draft;
    profile::switchToNextSecret(draft);
    setDraft(draft);
    secretsTouched();
}

void Session::forgetNextSecret()
{
    held(Which::NextClient) = {};
    profile::Profile draft = m_draft;
    draft.credential.nextSecret = {};
    draft.credential.nextSecretExpiresOn = {};
    setDraft(draft);
    secretsTouched();
}

void Session::addTyped(const profile::FurtherUser &user, bridge::FurtherSecrets &found) const
{
    using Member = core::Secret bridge::FurtherSecrets::*;
    for (const auto &[ref, member] :
         {std::pair<profile::SecretRef, Member>(user.clientSecret, &bridge::FurtherSecrets::clientSecret),
          std::pair<profile::SecretRef, Member>(user.certificatePassphrase,
                                                &bridge::FurtherSecrets::certificatePassphrase)}) {
        if (const auto typed = m_typedOfFurther.constFind(ref.name); typed != m_typedOfFurther.constEnd()) {
            found.*member = *typed;
            found.problem.reset(); // it is about the one that was not read
        }
    }
}

Session::End Session::endOf(const profile::Profile &profile) const
{
    profile::Credential credential = profile.credential;
    credential.secretExpiresOn = credential.nextSecretExpiresOn = {}; // they are only told
    credential.nextSecret = {};
    return {.instance = profile.integration.instance,
            .tenant = profile.integration.tenantId,
            .client = profile.integration.clientId,
            .authority = profile.options.authority,
            .apiVersion = profile.options.apiVersion,
            .table = profile.options.table,
            .didomiUrl = profile.didomi.apiUrl,
            .organization = profile.didomi.organizationId,
            .keyId = profile.didomi.keyId,
            .mode = profile::modeOf(profile.integration),
            .clientSecret = profile.clientSecret,
            .didomiSecret = profile.didomi.secret,
            .credential = credential,
            .network = profile.network};
}

void Session::findSecrets(SecretsHandler handler)
{
    profile::Profile unread = m_draft; // what was typed need not be read
    for (const Which which : allSecrets) {
        if (hasTyped(which))
            refIn(unread, which) = {};
    }
    for (profile::SecretRef *place : profile::secretPlaces(unread)) {
        if (m_typedOfFurther.contains(place->name))
            *place = {};
    }
    auto *job = bridge::findSecrets(m_services.secrets(), unread, m_jobs.get());
    watch(job, tr("Reading the secrets"));
    job->whenDone(this, [this, users = m_draft.furtherUsers,
                         handler = std::move(handler)](const Result<bridge::FoundSecrets> &read) {
        if (!read)
            return handler(read);
        bridge::FoundSecrets found = *read;
        for (qsizetype i = 0; i < users.size(); ++i)
            addTyped(users.at(i), found.secrets.further[i]);
        for (const Which which : allSecrets) {
            if (!hasTyped(which))
                continue;
            found.secrets.*memberOf(which) = typed(which);
            found.problems.removeIf([which](const Error &problem) { return problem.field == fieldOf(which); });
        }
        m_secretProblems = found.problems;
        Q_EMIT secretsChanged();
        handler(found);
    });
}

void Session::makeLink(std::function<void(const Result<std::shared_ptr<bridge::Link>> &)> handler)
{
    if (m_link && m_link->profile() == m_draft && m_linkTyped == m_typedGeneration)
        return handler(m_link);
    findSecrets([this, handler = std::move(handler)](const Result<bridge::FoundSecrets> &read) {
        if (!read)
            return handler(read.error());
        if (!read->problems.isEmpty())
            return handler(read->problems.constFirst());
        Result<std::unique_ptr<bridge::Link>> made =
            bridge::Link::make(m_services.network(), m_draft, read->secrets, m_services.clock());
        if (!made)
            return handler(made.error());
        if (m_jobs->children().isEmpty() && !m_live->feed()) // nobody uses the former ones any more
            m_links.clear();
        m_link = std::shared_ptr<bridge::Link>(std::move(made).value().release());
        m_linkTyped = m_typedGeneration;
        m_links.push_back(m_link);
        handler(m_link);
    });
}

const bridge::Surroundings *Session::surroundings() const
{
    if (m_surroundings && m_surroundingsOf == endOf(m_draft))
        return &*m_surroundings;
    return m_remembered && m_rememberedOf == placeOf(m_draft) ? &*m_remembered : nullptr;
}

const bridge::Surroundings *Session::fresh() const
{
    const bool isCurrent = m_surroundings && m_surroundingsOf == endOf(m_draft) &&
                           m_surroundings->readAt.addDays(1) > m_services.clock().now();
    return isCurrent ? &*m_surroundings : nullptr;
}

void Session::remember()
{
    if (isPractice() || !m_isStored) // Practice is another one each time
        return;
    QByteArray content;
    QDataStream stream(&content, QIODevice::WriteOnly);
    stream << placeOf(m_draft) << bridge::packed(*m_surroundings);
    std::ignore = m_services.cache().write(m_draft.id, content); // nobody misses it
}

void Session::recall()
{
    const QByteArray content = m_services.cache().read(m_draft.id);
    QDataStream stream(content);
    QByteArray bytes;
    stream >> m_rememberedOf >> bytes;
    if (stream.status() == QDataStream::Ok)
        m_remembered = bridge::unpacked(bytes);
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
        if (const bridge::Surroundings *known = fresh())
            return finishLoading(Ready{**link, *known});
        auto *job = bridge::survey(**link, m_jobs.get());
        watch(job, tr("Loading columns, purposes and preferences"));
        const End asked = endOf(m_draft);
        job->whenDone(this, [this, asked, held = *link](const Result<bridge::Surroundings> &result) {
            if (!result)
                return finishLoading(result.error());
            m_surroundings = *result;
            m_surroundingsOf = asked;
            remember();
            finishLoading(Ready{*held, *m_surroundings});
        });
    });
}

void Session::finishLoading(const Result<Ready> &result)
{
    m_isLoading = false;
    m_loadProblem = result ? Error{} : result.error();
    m_others.clear();
    for (const store::StoredProfile &stored : m_services.profiles().list()) {
        if (stored.profile && stored.profile->id != id())
            m_others.append(*stored.profile);
    }
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
    m_recovery = job;
    watch(job, tr("Settling writes of an earlier session"));
    job->whenDone(this, [this](const Result<engine::RecoverReport> &result) {
        if (!result)
            report(result.error());
    });
}

bool Session::needsUnlock() const
{
    constexpr auto production = profile::EnvironmentKind::Production;
    return m_draft.kind == production || (m_isStored && m_saved.kind == production);
}

void Session::setUnlocked(bool on)
{
    if (m_isUnlocked == on)
        return;
    m_isUnlocked = on;
    if (!mayWrite() && !m_live->isDryRun())
        m_live->setDryRun(true);
    Q_EMIT lockChanged();
}

void Session::whenSettled(const QObject *context, std::function<void()> action)
{
    if (!m_recovery || m_recovery->isSettled())
        return action();
    connect(m_recovery, &core::JobBase::finished, context, [action = std::move(action)] { action(); });
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
    return m_running.isEmpty() ? m_resync->activity() : m_running.last().what;
}

int Session::done() const
{
    const qint64 done = m_running.isEmpty() ? m_resync->progress().done : m_done;
    const qint64 total = m_running.isEmpty() ? m_resync->progress().total : m_total;
    return total > 0 ? int(double(activitySteps) * double(std::clamp<qint64>(done, 0, total)) / double(total)) : 0;
}

int Session::total() const
{
    return (m_running.isEmpty() ? m_resync->progress().total : m_total) > 0 ? activitySteps : 0;
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
