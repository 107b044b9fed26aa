#pragma once

#include "engine/plan.h"
#include "engine/statement.h"
#include "store/journal.h"

namespace engine {

/// The rules of a plan, without any waiting: what the consents say, what to look up, and what follows from the rows
/// found.
///
/// The rules are those of planOne(). The references must outlive it.
class Planner
{
public:
    /// `subjects` must not be empty and be one person.
    Planner(const profile::Profile &profile, const bridge::Surroundings &surroundings, store::Journal *journal,
            QList<consent::Subject> subjects);

    /// The item when it is decided without looking at Dataverse; else nothing.
    std::optional<PlanItem> decideAlone() const;

    dataverse::Criterion criterion() const; ///< How to find the row.
    QStringList columns() const;            ///< What to read of it.

    /// The item for the rows that were found. Fails when the journal cannot be read.
    core::Result<PlanItem> decide(const QList<dataverse::Row> &rows) const;

private:
    QStringList mappedColumns() const;
    void addReadable(const QString &name, QStringList &names) const;
    RowPlan rowPlanFor(const dataverse::Row &row) const;
    PlanItem itemWithoutRow() const;
    core::Result<QList<Change>> changesFor(const dataverse::Row *row) const;
    core::Result<Change> changeFor(int index, const dataverse::Row *row) const;
    core::Result<QDateTime> lastApplied(const dataverse::Row &row, const mapping::Cell &cell) const;
    QString textOfNothing(const consent::Finding &finding) const;
    QString textOfWaiting() const;
    bool isPushed(qsizetype index) const; ///< False for mappings that only go to Didomi.
    QString disputedPurposes() const;

    PlanItem decideUpdate(PlanItem item) const;
    PlanItem decideCreate(PlanItem item) const;
    PlanItem withoutEffect(PlanItem item) const;
    std::optional<core::Error> matchProblem() const;
    core::Error unusableColumn(const profile::Mapping &mapping, const mapping::Column *column, bool isCreate) const;
    QStringList missingColumns(const QList<mapping::Cell> &cells, mapping::Column::Required required) const;

    const profile::Profile &m_profile;
    const bridge::Surroundings &m_surroundings;
    const mapping::Table &m_table;
    store::Journal *const m_journal;
    const QList<consent::Subject> m_subjects; ///< Those of the profile's regulation, when there are any.
    const QList<Statement> m_statements;
    const QString m_person;
    const core::Result<QString> m_key; ///< What the match column holds for this person.
    const QDateTime m_time;            ///< Of the newest subject.
};

} // namespace engine
