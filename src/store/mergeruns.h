#pragma once

#include "core/result.h"
#include "store/rundata.h"

namespace store {

class Journal;
class RunFile;

/// Takes over into the journal when the choices were made that a run has applied, so that nobody needs to ask its file
/// any more. Part by part, each short enough for an event loop; what was taken over is remembered in the file, so that
/// another object, at any time, goes on from there; of a run that several machines share, each object takes all. May be
/// begun while the run goes on: then it takes what is settled.
class RunMerge
{
public:
    /// Both must outlive it.
    RunMerge(RunFile &file, Journal &journal) : m_file(file), m_journal(journal) {}

    /// Does one part. True when there is more to do now. When all of a run that has ended is taken over the journal
    /// forgets its file (Journal::unmerged()). After an error it can be called again.
    core::Result<bool> step();

private:
    enum class Phase { Begin, Collect, Merge };

    struct Standing {
        bool isPlan = false; ///< It never ran.
        bool hasEnded = false;
        qint64 merged = 0;
        qint64 resettled = 0;
        qint64 bound = 0; ///< Up to this write it is known how they ended.
    };
    core::Result<Standing> standing();
    core::Result<bool> begin();
    core::Result<bool> collect();
    core::Result<bool> merge();
    core::Result<bool> finish();

    RunFile &m_file;
    Journal &m_journal;
    Phase m_phase = Phase::Begin;
    QString m_organization;
    bool m_takesBack = false;
    Standing m_standing;
    qint64 m_position = 0; ///< The write up to which `m_rows` go.
    QList<AppliedRow> m_rows;
    qsizetype m_next = 0;    ///< Of these, the first that is not in the journal.
    qint64 m_mergedHere = 0; ///< The write up to which this object has taken over.
};

/// All of it at once.
core::Result<core::Nothing> mergeRun(RunFile &file, Journal &journal);

/// Lets the journal remember the run's file until it is merged; to be called before anything of it is sent. Does
/// nothing with runs that several machines share: who needs these must ask them.
core::Result<core::Nothing> rememberUnmerged(RunFile &file, Journal &journal);

/// The paths by which the journal remembers this file. Several when it was moved.
core::Result<QStringList> unmergedPaths(Journal &journal, const QString &path);

} // namespace store
