#include "engine/planundo.h"

#include "dataverse/resolve.h"
#include "engine/pace.h"
#include "engine/undorows.h"
#include "engine/writtenrows.h"
#include "store/runjournal.h"
#include "store/runstory.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;
using dataverse::Resolved;
using store::ItemStory;
using store::Outcome;
using store::Planned;
using store::RunItem;
using store::RunWrite;
using store::WriteStory;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Undo)
};

constexpr int itemsAtOnce = 1'000;

/// What an item of the undo is planned to be, from its writes.
void conclude(RunItem &item)
{
    constexpr Outcome worstFirst[] = {Outcome::Conflict, Outcome::Skipped, Outcome::Unchanged};
    const auto isUpdate = [](const RunWrite &write) { return write.action == RunWrite::Action::Update; };
    if (std::any_of(item.writes.cbegin(), item.writes.cend(), isUpdate)) {
        item.planned = Planned::Update;
        return;
    }
    for (const Outcome outcome : worstFirst) {
        for (const RunWrite &write : std::as_const(item.writes)) {
            if (write.outcome != outcome)
                continue;
            item.planned = outcome == Outcome::Conflict  ? Planned::Conflict
                           : outcome == Outcome::Skipped ? Planned::Skipped
                                                         : Planned::Unchanged;
            item.reason = write.reason;
            return;
        }
    }
}

class UndoJob final : public PlanUndoJob
{
public:
    UndoJob(const Workplace &workplace, store::RunFile &run, store::RunFile &undo, QObject *parent)
        : PlanUndoJob(parent), m_workplace(workplace), m_run(run), m_undo(undo), m_written(run, 0)
    {
        if (const auto begun = begin(); !begun)
            finish(begun.error());
        else
            later(&UndoJob::readOn);
    }

private:
    Result<Nothing> begin()
    {
        const auto head = m_run.head();
        if (!head)
            return head.error();
        const auto undoHead = m_undo.head();
        if (!undoHead)
            return undoHead.error();
        if (const auto problem = whyNotHere(*head, *undoHead))
            return *problem;
        if (const auto fit = checkStates(); !fit)
            return fit;
        const auto counts = store::RunJournal(m_run).counts();
        if (!counts)
            return counts.error();
        if (counts->open > 0)
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("It is not known of all writes of this run how they ended."),
                         .fix = Texts::tr("Resume the run first, then take it back.")};
        m_total = counts->planned;
        const auto mark = m_undo.mark();
        if (!mark)
            return mark.error();
        m_after = mark->toLongLong();
        m_rules.emplace(m_workplace, *head);
        return Nothing{};
    }

    std::optional<Error> whyNotHere(const store::RunHead &head, const store::RunHead &undoHead) const
    {
        const QString &organization = m_workplace.surroundings.whoAmI.organizationId;
        const auto isHere = [&organization](const store::RunHead &one) {
            return one.dataverseOrganization.compare(organization, Qt::CaseInsensitive) == 0;
        };
        if (!isHere(head) || !isHere(undoHead))
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("This run wrote to another environment (%1) than the one that answers "
                                              "now.")
                                        .arg(head.host),
                         .fix = Texts::tr("Open the integration that it was made with.")};
        const QString &profile = m_workplace.link().profile().id;
        if (head.profileId != profile || undoHead.profileId != profile)
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("This run belongs to another integration: “%1”.").arg(head.profileName),
                         .fix = Texts::tr("Open that integration and take the run back there.")};
        if (!m_workplace.surroundings.tableCalled(head.table))
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("This run wrote the table %1, which the integration does not write any "
                                              "more.")
                                        .arg(head.table),
                         .fix = Texts::tr("Open the integration as it was when the run was planned.")};
        return {};
    }

    Result<Nothing> checkStates()
    {
        const auto undo = m_undo.state();
        if (!undo)
            return undo.error();
        if (*undo != store::RunState::Planning)
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("“%1” is a plan already.").arg(m_undo.name()),
                         .fix = Texts::tr("Choose another name.")};
        const auto run = m_run.state();
        if (!run)
            return run.error();
        switch (*run) {
        case store::RunState::Planning:
        case store::RunState::Planned:
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("This plan was never run, so there is nothing to take back.")};
        case store::RunState::Running:
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("This run is still going on, or was cut off."),
                         .fix = Texts::tr("Resume it, and let it end or pause it; then take it back.")};
        case store::RunState::Paused:
        case store::RunState::Cancelled:
        case store::RunState::Done:
        case store::RunState::Undone:
            break;
        }
        return Nothing{};
    }

    /// Goes on from the event loop, so that nobody waits for the files.
    void later(void (UndoJob::*step)())
    {
        QTimer::singleShot(0, this, [this, step] {
            if (!isSettled())
                (this->*step)();
        });
    }

    void readOn()
    {
        const auto isMore = m_written.readOn();
        if (!isMore)
            return finish(isMore.error());
        later(*isMore ? &UndoJob::readOn : &UndoJob::next);
    }

    // --- part by part

    void next()
    {
        tell();
        const auto stories = store::readStories(m_run, m_after, itemsAtOnce);
        if (!stories)
            return finish(stories.error());
        if (stories->isEmpty())
            return conclude();
        m_after = stories->constLast().item.id;
        m_looked += stories->size();
        m_items.clear();
        m_rows.clear();
        for (const ItemStory &story : *stories) {
            if (const auto taken = take(story); !taken)
                return finish(taken.error());
        }
        if (m_rows.isEmpty())
            return append();
        look();
    }

    /// Plans what needs no look at the row; the rest waits in m_rows.
    Result<Nothing> take(const ItemStory &story)
    {
        RunItem item{
            .person = story.item.person, .sourceId = story.item.sourceId, .eventTime = m_rules->timeOf(story.item)};
        for (auto one = story.writes.crbegin(); one != story.writes.crend(); ++one) {
            if (!one->isDone() || one->write.after.isEmpty()) // never done, or erased
                continue;
            UndoRow row(*one, story.item);
            if (!m_written.isLast(one->write.id)) {
                row.end(Outcome::Skipped, Texts::tr("The run wrote this row once more later on; it is taken back with "
                                                    "that write."));
            } else {
                for (const qint64 earlier : m_written.before(one->write.id)) {
                    const auto found = store::RunJournal(m_run).done(earlier - 1, 1);
                    if (!found)
                        return found.error();
                    if (!found->isEmpty() && found->constFirst().write.id == earlier)
                        row.addEarlier(found->constFirst());
                }
                m_rules->prepare(row);
            }
            if (!row.isEnded())
                m_rows << Waiting{.item = m_items.size(), .write = item.writes.size(), .row = row};
            item.writes << row.planned();
        }
        if (!item.writes.isEmpty())
            m_items << item;
        return Nothing{};
    }

    void look()
    {
        const mapping::Table &table = m_rules->table();
        QList<dataverse::Criterion> criteria;
        QStringList columns = m_rules->columnsToRead();
        for (const Waiting &one : std::as_const(m_rows)) {
            criteria << one.row.criterion();
            columns += one.row.columns();
        }
        columns.removeDuplicates();
        bridge::Link &link = m_workplace.link();
        auto *step = new dataverse::ResolveJob(link.dataverseService(), link.tokens(),
                                               link.instance().apiUrl(link.profile().options.apiVersion), table,
                                               criteria, columns, this);
        step->whenDone(this, [this](const Result<QList<Resolved>> &found) {
            if (!found)
                return finish(found.error());
            if (const auto decided = decide(*found); !decided)
                return finish(decided.error());
            append();
        });
    }

    Result<Nothing> decide(const QList<Resolved> &found)
    {
        QStringList ids;
        for (const Resolved &rows : found) {
            if (rows && !rows->isEmpty())
                ids << rows->constFirst().id;
        }
        if (const auto fetched = m_workplace.applied.prefetch(m_rules->table().logicalName, ids); !fetched)
            return fetched;
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            Waiting &one = m_rows[i];
            if (const auto decided = m_rules->decide(one.row, found.at(i)); !decided)
                return decided;
            RunItem &item = m_items[one.item];
            item.writes[one.write] = one.row.planned();
            item.effects |= one.row.effects();
            for (const QString &shared : one.row.shared()) {
                if (!item.shared.contains(shared))
                    item.shared << shared;
            }
        }
        m_workplace.applied.forget();
        return Nothing{};
    }

    void append()
    {
        for (RunItem &item : m_items)
            engine::conclude(item);
        const auto appended = m_undo.append(m_items, QString::number(m_after));
        if (!appended)
            return finish(appended.error());
        m_made.items += appended->added;
        later(&UndoJob::next);
    }

    void conclude()
    {
        if (const auto finished = m_undo.finishPlanning(); !finished)
            return finish(finished.error());
        if (m_written.erased() > 0) {
            m_made.unread = m_written.erased();
            m_made.problems << Error{
                .kind = Error::Kind::NotFound,
                .message =
                    Texts::tr("%n write(s) were about people who were erased since: nothing is known of them any "
                              "more, so they are not taken back.",
                              nullptr, int(m_written.erased()))};
        }
        m_looked = m_total;
        tell();
        finish(m_made);
    }

    void tell()
    {
        m_pace.add(m_workplace.link().clock().monotonic(), m_looked);
        const Pace::Eta eta = m_pace.eta(m_looked, m_total);
        Q_EMIT progressed(m_looked, m_total);
        Q_EMIT advanced({.phase = RunProgress::Phase::Reading,
                         .done = m_looked,
                         .total = m_total,
                         .people = m_made.items,
                         .perSecond = m_pace.perSecond(),
                         .soonest = eta.soonest,
                         .latest = eta.latest});
    }

    /// A row that must be looked at, and the place of its write.
    struct Waiting {
        qsizetype item = 0;
        qsizetype write = 0;
        UndoRow row;
    };

    const Workplace m_workplace;
    store::RunFile &m_run;
    store::RunFile &m_undo;
    WrittenRows m_written;
    std::optional<UndoRules> m_rules;
    Pace m_pace;
    qint64 m_total = 0;
    qint64 m_looked = 0;
    qint64 m_after = 0;     ///< The item up to which all is planned.
    QList<RunItem> m_items; ///< Of this part.
    QList<Waiting> m_rows;  ///< Of this part.
    PlanMade m_made;
};

} // namespace

PlanUndoJob *PlanUndoJob::start(const Workplace &workplace, store::RunFile &run, store::RunFile &undo, QObject *parent)
{
    return new UndoJob(workplace, run, undo, parent);
}

} // namespace engine
