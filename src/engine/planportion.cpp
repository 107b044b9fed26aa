#include "engine/planportion.h"

#include "dataverse/resolve.h"
#include "engine/runitem.h"

#include <QSet>

#include <algorithm>

namespace engine {

using core::Error;
using core::Nothing;
using core::Result;
using dataverse::Resolved;
using dataverse::Row;
using store::RunItem;

namespace {

constexpr int mostAskedAtOnce = 8; ///< For people's events; Didomi's own limit decides how many are on their way.

class PlanPortionJob final : public core::Job<QList<RunItem>>
{
public:
    PlanPortionJob(const Workplace &workplace, const Rules &rules, LookupTargets &targets,
                   std::vector<SourcePerson> people, QObject *parent)
        : Job(parent)
        , m_workplace(workplace)
        , m_rules(rules)
        , m_targets(targets)
        , m_sources(std::move(people))
        , m_people(m_sources.size())
    {
        for (size_t i = 0; i < m_people.size(); ++i) {
            Person &person = m_people[i];
            person.item = nameOf(m_sources[i]);
            person.planner = std::make_unique<Planner>(m_rules, &m_workplace.applied, std::move(m_sources[i].subjects));
            if (const auto decided = person.planner->decideAlone())
                end(person, *decided);
        }
        readRows();
    }

private:
    struct Person {
        std::unique_ptr<Planner> planner; ///< None once it is decided.
        QList<Row> rows = {};
        QList<Row> consents = {};
        RunItem item = {}; ///< Until then whose it is.
    };

    static RunItem nameOf(const SourcePerson &person)
    {
        const consent::Subject &newest = *std::max_element(
            person.subjects.cbegin(), person.subjects.cend(),
            [](const consent::Subject &one, const consent::Subject &other) { return one.time < other.time; });
        return {.person = person.id(), .sourceId = newest.sourceId, .eventTime = newest.time};
    }

    // --- the rows and the targets of lookups, side by side

    void readRows()
    {
        QList<dataverse::Criterion> criteria;
        std::vector<size_t> whose;
        QList<mapping::TargetRow> targets;
        for (size_t i = 0; i < m_people.size(); ++i) {
            const Person &person = m_people[i];
            if (!person.planner)
                continue;
            if (person.planner->needsRow()) {
                criteria << person.planner->criterion();
                whose.push_back(i);
            }
            if (m_rules.hasLookups())
                targets += person.planner->targets();
        }
        m_open = 2;
        if (criteria.isEmpty()) {
            oneLess();
        } else {
            resolve(m_rules.table(), criteria, m_rules.columns())
                ->whenDone(this, [this, whose](const Result<QList<Resolved>> &found) { takeRows(whose, found); });
        }
        m_targets.find(m_workplace.link(), targets, this)->whenDone(this, [this](const Result<Nothing> &found) {
            if (!found)
                return fail(found.error());
            oneLess();
        });
    }

    core::Job<QList<Resolved>> *resolve(const mapping::Table &table, const QList<dataverse::Criterion> &criteria,
                                        const QStringList &columns)
    {
        bridge::Link &link = m_workplace.link();
        return new dataverse::ResolveJob(link.dataverseService(), link.tokens(),
                                         link.instance().apiUrl(link.profile().options.apiVersion), table, criteria,
                                         columns, this);
    }

    void takeRows(const std::vector<size_t> &whose, const Result<QList<Resolved>> &found)
    {
        if (!found)
            return fail(found.error());
        for (size_t i = 0; i < whose.size(); ++i) {
            const Resolved &rows = found->at(qsizetype(i));
            if (rows)
                m_people[whose[i]].rows = *rows;
            else
                refuse(m_people[whose[i]], rows.error());
        }
        oneLess();
    }

    void oneLess()
    {
        if (--m_open == 0 && !isSettled())
            readConsents();
    }

    // --- Current mode: the rows of consent of their addresses

    void readConsents()
    {
        QList<dataverse::Criterion> criteria;
        QHash<QString, qsizetype> places; // address → index in criteria
        std::vector<std::pair<size_t, QList<qsizetype>>> wanted;
        for (size_t i = 0; m_rules.isCurrent() && i < m_people.size(); ++i) {
            if (!m_people[i].planner)
                continue;
            QList<qsizetype> mine;
            const QStringList addresses = m_people[i].planner->addresses(m_people[i].rows);
            for (const QString &address : addresses) {
                auto place = places.constFind(address);
                if (place == places.cend()) {
                    place = places.insert(address, criteria.size());
                    criteria << dataverse::Criterion{
                        .kind = dataverse::Criterion::Kind::Column,
                        .parts = {{.column = mapping::consentcolumn::address, .value = address}}};
                }
                mine << *place;
            }
            if (!mine.isEmpty())
                wanted.emplace_back(i, mine);
        }
        if (criteria.isEmpty())
            return decideAll();
        const mapping::Table &table = m_workplace.surroundings.consentTable;
        resolve(table, criteria, mapping::consentColumnsToRead(table))
            ->whenDone(this, [this, wanted](const Result<QList<Resolved>> &found) {
                if (!found)
                    return fail(found.error());
                for (const auto &[person, mine] : wanted)
                    takeConsents(m_people[person], mine, *found);
                decideAll();
            });
    }

    static void takeConsents(Person &person, const QList<qsizetype> &mine, const QList<Resolved> &found)
    {
        QSet<QString> known; // spellings of one address may find the same row
        for (const qsizetype index : mine) {
            const Resolved &rows = found.at(index);
            if (!rows)
                return refuse(person, rows.error());
            for (const Row &row : *rows) {
                if (known.contains(row.id))
                    continue;
                known.insert(row.id);
                person.consents << row;
            }
        }
    }

    // --- what follows

    void decideAll()
    {
        QStringList rowIds;
        for (const Person &person : m_people) {
            const QList<Row> &rows = m_rules.isCurrent() ? person.consents : person.rows;
            for (const Row &row : rows)
                rowIds << row.id;
        }
        if (const auto read = m_workplace.applied.prefetch(writtenTable().logicalName, rowIds); !read)
            return fail(read.error());
        for (size_t i = 0; i < m_people.size(); ++i) {
            Person &person = m_people[i];
            if (!person.planner)
                continue;
            const auto item = decide(person);
            if (!item)
                return fail(item.error());
            if (!person.planner->mustReadTimes(*item)) {
                end(person, *item);
            } else if (m_sources[i].events) {
                person.planner->readTimes(m_sources[i].events);
                if (const auto again = person.planner->decide(person.rows, person.consents))
                    end(person, *again);
                else
                    return fail(again.error());
            } else {
                m_untimed.push_back(i);
            }
        }
        m_workplace.applied.forget();
        for (int i = 0; i < mostAskedAtOnce; ++i)
            readNextTimes();
        conclude();
    }

    Result<PlanItem> decide(Person &person) const
    {
        if (m_rules.hasLookups()) {
            const QList<mapping::TargetRow> targets = person.planner->targets();
            for (const mapping::TargetRow &target : targets)
                person.planner->setTarget(target, *m_targets.of(target));
        }
        return person.planner->decide(person.rows, person.consents);
    }

    /// When consents were given that would be written over something else; one request for each person.
    void readNextTimes()
    {
        if (m_nextUntimed == m_untimed.size() || isSettled())
            return;
        Person &person = m_people[m_untimed[m_nextUntimed++]];
        ++m_asked;
        m_workplace.link()
            .didomi()
            .eventsOf(person.item.person, m_rules.profile().options.regulation, this)
            ->whenDone(this, [this, &person](const Result<QList<consent::Event>> &events) {
                if (isSettled())
                    return;
                --m_asked;
                if (!events && events.error().isTransient())
                    return fail(events.error());
                person.planner->readTimes(events ? std::optional(*events) : std::nullopt);
                const auto item = person.planner->decide(person.rows, person.consents);
                if (!item)
                    return fail(item.error());
                end(person, *item);
                readNextTimes();
                conclude();
            });
    }

    void conclude()
    {
        if (m_asked > 0 || m_nextUntimed < m_untimed.size() || isSettled())
            return;
        QList<RunItem> items;
        items.reserve(qsizetype(m_people.size()));
        for (Person &person : m_people)
            items << std::move(person.item);
        finish(items);
    }

    void end(Person &person, const PlanItem &item)
    {
        person.item = runItemOf(item, writtenTable());
        person.planner.reset();
    }

    /// No row can be found for this person, whatever is asked.
    static void refuse(Person &person, const Error &why)
    {
        if (!person.planner)
            return;
        person.item.planned = why.kind == Error::Kind::Conflict ? store::Planned::Conflict : store::Planned::Invalid;
        person.item.reason = why.message;
        person.planner.reset();
    }

    void fail(const Error &error)
    {
        if (isSettled())
            return;
        finish(error); // before the steps go: the error is of one of them
        deleteSteps();
    }

    const mapping::Table &writtenTable() const { return m_workplace.surroundings.writtenTable(); }

    const Workplace m_workplace;
    const Rules &m_rules;
    LookupTargets &m_targets;
    std::vector<SourcePerson> m_sources; ///< Their subjects are with the planners; the events are here.
    std::vector<Person> m_people;
    int m_open = 0;
    std::vector<size_t> m_untimed; ///< People whose times must be asked for.
    size_t m_nextUntimed = 0;
    int m_asked = 0;
};

} // namespace

core::Job<QList<RunItem>> *planPortion(const Workplace &workplace, const Rules &rules, LookupTargets &targets,
                                       std::vector<SourcePerson> people, QObject *parent)
{
    return new PlanPortionJob(workplace, rules, targets, std::move(people), parent);
}

} // namespace engine
