#pragma once

#include "engine/consentplanner.h"
#include "mapping/transform.h"

namespace engine {

/// The rules of a plan, without any waiting: what the consents say, what to look up, and what follows from the rows
/// found.
///
/// The rules are those of planOne(). Cheap to make: all that is not about this person is in `rules`.
class Planner
{
public:
    /// `subjects` must not be empty and be one person. `applied` may be nullptr: then nothing is known of earlier
    /// writes. Both references must outlive it.
    Planner(const Rules &rules, store::AppliedTimes *applied, QList<consent::Subject> subjects);
    Q_DISABLE_COPY_MOVE(Planner)

    /// The item when it is decided without looking at Dataverse; else nothing.
    std::optional<PlanItem> decideAlone() const;

    bool needsRow() const;                  ///< Whether the person's row must be looked for at all.
    dataverse::Criterion criterion() const; ///< How to find the row.
    QStringList columns() const;            ///< What to read of it.

    /// Rows that lookups are to point to and whose ids nobody knows yet: each is to be looked up and told with
    /// setTarget() before decide().
    QList<mapping::TargetRow> targets() const;

    /// Which rows `target` was found to be; none, or an error of Kind::Invalid: nothing can be written there.
    void setTarget(const mapping::TargetRow &target, const core::Result<QStringList> &rowIds);

    /// Current mode: the addresses whose rows of consent are to be read once the person's row is known; else none.
    QStringList addresses(const QList<dataverse::Row> &rows) const;

    /// The item for the rows that were found. Fails when the journal cannot be read.
    core::Result<PlanItem> decide(const QList<dataverse::Row> &rows, const QList<dataverse::Row> &consents = {}) const;

    /// True when `item` would write consent where a row says something else, and it matters when that consent was
    /// given, which has still to be read from the person's events: then readTimes(), and decide() again.
    bool mustReadTimes(const PlanItem &item) const;
    void readTimes(const std::optional<QList<consent::Event>> &events)
    {
        m_times.read(m_rules.paths(), m_statements, events);
    }

private:
    struct Target {
        mapping::TargetRow row;
        core::Result<QString> rowId;
    };

    core::Result<mapping::Cell> bound(const mapping::Cell &cell) const;
    core::Result<QList<mapping::Cell>> cellsOfNewRow(const QStringList &given) const;
    core::Result<QList<mapping::Cell>> identityCells() const;
    void warnOfState(PlanItem &item, const dataverse::Row &row) const;
    RowPlan rowPlanFor(const dataverse::Row &row) const;
    PlanItem emptyItem() const;
    PlanItem itemWithoutRow() const;
    core::Result<QList<Change>> changesFor(const dataverse::Row *row) const;
    core::Result<core::Nothing> decideChange(Change &change, const dataverse::Row *row) const;
    core::Result<core::Nothing> compare(Change &change, const dataverse::Row &row) const;
    core::Result<QDateTime> lastApplied(const dataverse::Row &row, const mapping::Cell &cell) const;
    QList<mapping::Cell> cellsOf(const PlanItem &item, Change::Effect effect) const;

    PlanItem decideUpdate(PlanItem item) const;
    PlanItem decideCreate(PlanItem item) const;
    std::optional<core::Error> matchProblem() const;
    core::Error unusableColumn(const Rule &rule, bool isCreate) const;

    const Rules &m_rules;
    const profile::Profile &m_profile;
    const mapping::Table &m_table;
    store::AppliedTimes *const m_applied;
    const QList<consent::Subject> m_subjects; ///< Those of the profile's regulation, when there are any.
    const consent::Subject &m_newest;         ///< Of these.
    const QList<Statement> m_statements;
    const QString &m_person;
    /// What the row of this person holds; with a rule by row id one part without a column.
    const core::Result<QList<mapping::MatchPart>> m_match;
    ChoiceTimes m_times; ///< Of what each mapping carries.
    QList<Target> m_targets;
    std::optional<ConsentPlanner> m_consents; ///< Current mode only.
};

} // namespace engine
