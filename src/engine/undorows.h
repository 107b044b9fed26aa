#pragma once

#include "dataverse/resolve.h"
#include "engine/workplace.h"
#include "mapping/consentrow.h"
#include "store/runstory.h"

namespace engine {

/// One row that a run wrote, on its way into the plan that takes it back.
class UndoRow
{
public:
    UndoRow(const store::WriteStory &story, const store::RunItem &item);

    /// A write of the same run to the same row, before the one that it was made with; oldest first.
    void addEarlier(const store::DoneWrite &write) { m_earlier << write; }

    bool isEnded() const { return m_isEnded; }
    const dataverse::Criterion &criterion() const { return m_criterion; }
    QStringList columns() const; ///< What must be read of it.

    /// Nothing is written, and why.
    void end(store::Outcome outcome, const QString &reason);

    // The outcome:
    const store::RunWrite &planned() const { return m_planned; }
    store::Effects effects() const { return m_effects; }
    const QStringList &shared() const { return m_shared; }

private:
    friend class UndoRules;

    store::RunWrite m_wrote; ///< The last write of the run.
    store::Outcome m_outcome = store::Outcome::Updated;
    store::RunItem m_item; ///< Its item, without writes.
    QList<store::DoneWrite> m_earlier;
    dataverse::Criterion m_criterion;
    QList<mapping::Cell> m_cells; ///< What the run left there.
    QJsonObject m_before;         ///< What was there before the run, of the columns that it wrote.
    bool m_wasCreated = false;    ///< By the run.

    bool m_isEnded = false;
    store::RunWrite m_planned;
    store::Effects m_effects;
    QStringList m_shared;
};

/// How a run of this head is taken back.
class UndoRules
{
public:
    /// The table of the head must be one of the workplace's, which must outlive this.
    UndoRules(const Workplace &workplace, const store::RunHead &head);

    const mapping::Table &table() const { return m_table; }
    QStringList columnsToRead() const; ///< Of each row besides its own.
    QDateTime timeOf(const store::RunItem &item) const;

    /// Finds out what the run left there, and what was there before. May end it.
    void prepare(UndoRow &row) const;
    /// Decides by the rows that were found at its address. Fails only when the journal does.
    core::Result<core::Nothing> decide(UndoRow &row, const dataverse::Resolved &found) const;

private:
    bool areConsents() const { return m_table.logicalName == mapping::consentTableName; }
    bool saysAsBefore(const UndoRow &row, const dataverse::Row &there) const;
    core::Result<bool> isChosenSince(const UndoRow &row, const dataverse::Row &there) const;
    core::Result<QList<mapping::Cell>> cellsBack(const UndoRow &row) const;
    core::Result<mapping::ConsentValue> valueBack(const UndoRow &row) const;
    void noteEffects(UndoRow &row, const dataverse::Row &there) const;
    void noteConsentEffects(UndoRow &row, const mapping::ConsentRow &now) const;

    const Workplace &m_workplace;
    const mapping::Table &m_table;
    const std::chrono::milliseconds m_shift; ///< From the choice's time to that of the undo.
};

} // namespace engine
