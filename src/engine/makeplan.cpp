#include "engine/makeplan.h"

#include "engine/pace.h"
#include "engine/peoplesource.h"
#include "engine/planportion.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTimer>

#include <deque>
#include <map>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;
using store::RunItem;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Run)
};

constexpr int mostProblems = 100;     ///< Told; the others are only counted.
constexpr size_t mostAtWork = 3;      ///< Parts that are looked up while the next one is read.
constexpr int peopleTogether = 2'000; ///< Of those who are planned again.

/// What the rules of a plan depend on, so that a change of them is noticed.
QByteArray fingerprintOf(const profile::Profile &profile)
{
    profile::Profile rules;
    rules.integration.typeId = profile.integration.typeId;
    rules.integration.mappings = profile.integration.mappings;
    rules.integration.upsertMode = profile.integration.upsertMode;
    rules.match = profile.match;
    rules.newRow = profile.newRow;
    rules.contactPoints = profile.contactPoints;
    rules.options.table = profile.options.table;
    rules.options.regulation = profile.options.regulation;
    return QCryptographicHash::hash(profile::writeProfile(rules), QCryptographicHash::Sha256).toHex();
}

profile::Profile inRegulation(profile::Profile profile, const QString &regulation)
{
    if (!regulation.isEmpty())
        profile.options.regulation = regulation;
    return profile;
}

/// Rows are found without regard to letter case: of ids that differ in nothing else nobody knows whose row it is.
RunItem disputed(const RunItem &item)
{
    return {.person = item.person,
            .sourceId = item.sourceId,
            .eventTime = item.eventTime,
            .planned = store::Planned::Conflict,
            .reason = Texts::tr("Didomi knows several people whose ids differ in upper and lower case only; whose row "
                                "it is cannot be known.")};
}

class Maker final : public MakePlanJob
{
public:
    Maker(const Workplace &workplace, store::RunFile &file, const Scope &scope, QObject *parent)
        : MakePlanJob(parent)
        , m_workplace(workplace)
        , m_file(file)
        , m_profile(inRegulation(workplace.link().profile(), scope.regulation))
        , m_isOnlyDifferent(scope.onlyDifferent)
        , m_rules(m_profile, workplace.surroundings)
    {
        m_made.problems = workplace.applied.unopened();
        begin(scope);
    }

    ~Maker() override { deleteSteps(); } // they work with what is here

private:
    /// A part on its way: read, then looked up and decided, then added in the order of reading.
    struct Portion {
        SourcePart part;
        bool isReady = false;
        QList<RunItem> items = {};
    };

    void begin(const Scope &scope)
    {
        if (const auto checked = check(); !checked)
            return finish(checked.error());
        const auto mark = m_file.mark();
        if (!mark)
            return finish(mark.error());
        auto source = openPeople(m_workplace.link(), scope, *mark);
        if (!source)
            return finish(source.error());
        m_source = std::move(*source);
        m_ticker.setInterval(250);
        connect(&m_ticker, &QTimer::timeout, this, [this] { tell(); });
        m_ticker.start();
        readNext();
    }

    Result<Nothing> check() const
    {
        const auto head = m_file.head();
        if (!head)
            return head.error();
        const auto state = m_file.state();
        if (!state)
            return state.error();
        const store::RunHead now = headFor(m_workplace, {});
        const auto conflict = [](const QString &message) {
            return Error{.kind = Error::Kind::Conflict, .message = message, .fix = Texts::tr("Make a new plan.")};
        };
        if (*state != store::RunState::Planning)
            return conflict(Texts::tr("This plan is finished already."));
        if (head->dataverseOrganization.compare(now.dataverseOrganization, Qt::CaseInsensitive) != 0 ||
            head->didomiOrganization != now.didomiOrganization)
            return conflict(Texts::tr("This plan was begun for another organization than the one that answers now."));
        if (head->fingerprint != now.fingerprint || head->mode != now.mode || head->table != now.table)
            return conflict(Texts::tr("The integration’s mappings were changed after this plan was begun."));
        return Nothing{};
    }

    // --- part by part

    void readNext()
    {
        if (m_isReading || m_isAllRead || m_portions.size() >= mostAtWork || isSettled())
            return;
        m_isReading = true;
        m_source->next(this)->whenDone(this, [this](const Result<SourcePart> &part) {
            m_isReading = false;
            if (isSettled())
                return;
            if (!part)
                return fail(part.error());
            m_isAllRead = part->isLast;
            takeProblems(*part);
            m_done = part->done;
            m_total = part->total;
            m_portions.push_back(std::make_shared<Portion>(Portion{.part = *part}));
            work(m_portions.back());
            readNext();
        });
    }

    void work(const std::shared_ptr<Portion> &portion)
    {
        planPortion(m_workplace, m_rules, m_targets, std::move(portion->part.people), this)
            ->whenDone(this, [this, portion](const Result<QList<RunItem>> &items) {
                if (isSettled())
                    return;
                if (!items)
                    return fail(items.error());
                portion->items = *items;
                portion->isReady = true;
                addReady();
            });
    }

    /// In the order of reading: the mark says that everything before it is there.
    void addReady()
    {
        while (!m_portions.empty() && m_portions.front()->isReady) {
            const Portion &portion = *m_portions.front();
            if (const auto noted = m_file.addAgain(portion.part.again); !noted)
                return fail(noted.error());
            const auto added = m_file.append(portion.items, portion.part.mark);
            if (!added)
                return fail(added.error());
            m_people += added->added;
            m_portions.pop_front();
        }
        if (m_isAllRead && m_portions.empty())
            return planAgain();
        readNext();
    }

    // --- people of whom several parts told

    void planAgain()
    {
        m_phase = RunProgress::Phase::Again;
        const auto people = m_file.again(peopleTogether);
        if (!people)
            return fail(people.error());
        if (people->isEmpty())
            return m_isOnlyDifferent ? leaveOutUnchanged() : conclude();
        m_source->people(*people, this)->whenDone(this, [this, asked = *people](const Result<SourcePart> &part) {
            if (isSettled())
                return;
            if (!part)
                return fail(part.error());
            takeProblems(*part);
            SourcePart all = *part;
            planPortion(m_workplace, m_rules, m_targets, std::move(all.people), this)
                ->whenDone(this, [this, asked](const Result<QList<RunItem>> &items) {
                    if (isSettled())
                        return;
                    if (!items)
                        return fail(items.error());
                    replace(asked, *items);
                });
        });
    }

    void replace(const QStringList &asked, const QList<RunItem> &items)
    {
        std::map<QString, RunItem> byKey;
        for (const RunItem &item : items) {
            const auto [place, isNew] = byKey.emplace(item.person.toCaseFolded(), item);
            if (!isNew)
                place->second = disputed(place->second);
        }
        QList<RunItem> fresh;
        QStringList gone;
        for (const auto &[key, item] : byKey)
            fresh << item;
        for (const QString &person : asked) {
            if (!byKey.contains(person.toCaseFolded()))
                gone << person;
        }
        if (const auto replaced = m_file.replace(fresh, gone); !replaced)
            return fail(replaced.error());
        planAgain();
    }

    // --- the end

    void leaveOutUnchanged()
    {
        if (isSettled())
            return;
        const auto hasMore = m_file.leaveOutUnchanged();
        if (!hasMore)
            return fail(hasMore.error());
        if (!*hasMore)
            return conclude();
        QMetaObject::invokeMethod(
            this, [this] { leaveOutUnchanged(); }, Qt::QueuedConnection);
    }

    void conclude()
    {
        if (const auto finished = m_file.finishPlanning(); !finished)
            return fail(finished.error());
        const auto groups = m_file.groups();
        if (!groups)
            return fail(groups.error());
        for (const store::RunGroup &group : *groups)
            m_made.items += group.items;
        m_phase = RunProgress::Phase::Done;
        m_ticker.stop();
        tell();
        finish(m_made);
    }

    void fail(const Error &error)
    {
        m_ticker.stop();
        finish(error); // before the steps go: the error is of one of them
        deleteSteps();
    }

    void takeProblems(const SourcePart &part)
    {
        m_made.unread += part.problems.size();
        m_made.problems +=
            part.problems.first(std::clamp<qsizetype>(mostProblems - m_made.problems.size(), 0, part.problems.size()));
    }

    void tell()
    {
        RunProgress progress{.phase = m_phase, .done = m_done, .total = m_total, .people = m_people};
        m_pace.add(m_workplace.link().clock().monotonic(), m_people);
        progress.perSecond = m_pace.perSecond();
        m_way.add(m_workplace.link().clock().monotonic(), m_done);
        const Pace::Eta eta = m_way.eta(m_done, m_total);
        progress.soonest = eta.soonest;
        progress.latest = eta.latest;
        progress.bottleneck = bottleneck();
        for (const net::Service *service :
             {&m_workplace.link().dataverseService(), &m_workplace.link().didomiService()}) {
            const net::ServiceState &state = service->state();
            progress.inFlight += state.inFlight;
            progress.requests += state.answers;
            progress.throttled += state.throttled;
            if (state.waitingUntil.isValid()) {
                progress.waitingFor = state.waitingReason;
                progress.waitingUntil = state.waitingUntil;
            }
        }
        Q_EMIT advanced(progress);
        Q_EMIT progressed(m_done, m_total);
    }

    RunProgress::Bottleneck bottleneck() const
    {
        using Bottleneck = RunProgress::Bottleneck;
        if (m_people == 0)
            return Bottleneck::Unknown;
        if (m_workplace.link().dataverseService().state().waitingUntil.isValid())
            return Bottleneck::Throttle;
        // Nothing to do for us but to wait for what is read: the source; all places taken: who looks up.
        return m_portions.size() < mostAtWork ? Bottleneck::Source : Bottleneck::Server;
    }

    const Workplace m_workplace;
    store::RunFile &m_file;
    const profile::Profile m_profile;
    const bool m_isOnlyDifferent;
    const Rules m_rules;
    LookupTargets m_targets;
    std::unique_ptr<PeopleSource> m_source;
    std::deque<std::shared_ptr<Portion>> m_portions;
    bool m_isReading = false;
    bool m_isAllRead = false;
    PlanMade m_made;
    RunProgress::Phase m_phase = RunProgress::Phase::Reading;
    qint64 m_done = 0;
    qint64 m_total = 0;
    qint64 m_people = 0;
    Pace m_pace;
    Pace m_way; ///< Through the source: its unit may be another one than people.
    QTimer m_ticker;
};

} // namespace

store::RunHead headFor(const Workplace &workplace, const Scope &scope)
{
    const profile::Profile &profile = workplace.link().profile();
    const bridge::Surroundings &surroundings = workplace.surroundings;
    return {.dataverseOrganization = surroundings.whoAmI.organizationId,
            .didomiOrganization = profile.didomi.organizationId,
            .profileId = profile.id,
            .profileName = profile.name,
            .host = workplace.link().instance().url.host(),
            .table = surroundings.writtenTable().logicalName,
            .mode = profile::modeOf(profile.integration) == profile::Mode::Current ? u"current"_s : u"legacy"_s,
            .regulation = scope.regulation.isEmpty() ? profile.options.regulation : scope.regulation,
            .madeAt = workplace.link().clock().now(),
            .scope = scopeToJson(scope),
            .source = describe(scope),
            .fingerprint = fingerprintOf(profile)};
}

MakePlanJob *MakePlanJob::start(const Workplace &workplace, store::RunFile &file, const Scope &scope, QObject *parent)
{
    return new Maker(workplace, file, scope, parent);
}

} // namespace engine
