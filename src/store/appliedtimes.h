#pragma once

#include "store/journal.h"

#include <QSet>

#include <map>

namespace store {

class RunFile;

/// When the choice was made that was last written to a column of a row: what this machine's journal remembers, and what
/// runs have written, or found there, that are not merged into it yet. An older choice must not be written over it.
class AppliedTimes
{
public:
    /// The journal must outlive it.
    AppliedTimes(Journal &journal, QString dataverseOrganization);
    ~AppliedTimes();
    Q_DISABLE_COPY_MOVE(AppliedTimes)

    /// What this run has written, and will write, counts from now on; it must outlive this, or be taken out. It is one
    /// of the same organization.
    void add(RunFile &run);
    void remove(RunFile &run);

    /// What runs of this organization have written counts from now on that the journal knows of, but not what they
    /// wrote: other programs may carry them out. To be called again now and then; cheap when nothing has changed. Files
    /// that are gone are left out, unless they are in `folder` now; returns why others could not be opened.
    core::Result<QList<core::Error>> addUnmerged(const QString &folder = {});
    /// What it told last: what those runs have written is not known here.
    const QList<core::Error> &unopened() const { return m_unopened; }

    /// Reads at once what is known of these rows, instead of what was read before: lastApplied() then answers for them
    /// without asking anybody. What is written afterwards is not seen: for one part of a plan at a time.
    core::Result<core::Nothing> prefetch(const QString &table, const QStringList &rowIds);
    void forget(); ///< What was read at once.

    /// Invalid when it was never written. `rowId` without letter case; `column` with or without "@odata.bind".
    core::Result<QDateTime> lastApplied(const QString &table, const QString &rowId, const QString &column);

private:
    QList<RunFile *> runs() const;
    core::Result<RowTimes> ask(const QString &table, const QStringList &rowIds) const;

    Journal &m_journal;
    const QString m_organization;
    QList<RunFile *> m_runs;
    std::map<QString, std::unique_ptr<RunFile>> m_opened; ///< By path.
    QList<core::Error> m_unopened;
    QString m_table;       ///< Of what was prefetched.
    QSet<QString> m_asked; ///< Row ids, lower case.
    RowTimes m_times;
};

} // namespace store
