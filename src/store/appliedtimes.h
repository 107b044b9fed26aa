#pragma once

#include "store/journal.h"

#include <QHash>

namespace store {

class RunFile;

/// When the choice was made that was last written to a column of a row: what this machine's journal remembers, and what
/// runs have written that are not merged into it yet. An older choice must not be written over it.
class AppliedTimes
{
public:
    /// The journal must outlive it.
    AppliedTimes(Journal &journal, QString dataverseOrganization);

    /// What this run has written, and will write, counts from now on; it must outlive this, or be taken out.
    void add(RunFile &run);
    void remove(RunFile &run);

    /// Reads at once what is known of these rows, instead of what was read before: times() then answers for them
    /// without asking anybody. What is written afterwards is not seen: for one part of a plan at a time.
    core::Result<core::Nothing> prefetch(const QString &table, const QStringList &rowIds);
    void forget(); ///< What was read at once.

    /// Invalid when it was never written. `rowId` without letter case; `column` with or without "@odata.bind".
    core::Result<QDateTime> lastApplied(const QString &table, const QString &rowId, const QString &column);

private:
    Journal &m_journal;
    const QString m_organization;
    QList<RunFile *> m_runs;
    QString m_table;                                   ///< Of what was prefetched.
    QHash<QString, QHash<QString, QDateTime>> m_times; ///< Row id, lower case → column → time.
};

} // namespace store
