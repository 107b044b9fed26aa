#pragma once

#include "engine/makeplan.h"

namespace engine {

/// Plans to take a run back: for each row that it wrote and that still says what was written, the values of before.
/// The plan goes into `undo`, a new file in state Planning whose head is undoHeadFor(); it is reviewed and run like any
/// other, so who becomes contactable by it is told and confirmed. Goes on where an earlier job was stopped.
///
/// Rows are left alone, each with the reason, that say something else by now or are gone (Planned::Conflict), that got
/// a newer choice since, even one that says the same (Planned::Conflict), whose values of before are not known or
/// cannot be written (Planned::Skipped), and that say already what they said before (Planned::Unchanged). Rows that the
/// run created are never deleted: consents are set to "not set", for others it is told that they stay
/// (Planned::Skipped). Of a row that the run wrote several times all is taken back with the last write.
///
/// Rows of consent say afterwards that an undo wrote them ("didomi-sync;undo=…"), not what they said of their origin
/// before: whoever reads changes made in Dynamics must not take this one for a choice of the person.
///
/// When the choice was made: an undo is nobody's choice. Its items carry the time of the choice that is taken back,
/// less `undoneBy`. So the next resync, which sees that choice once more, finds it newer than what was written last,
/// and writes it again; a choice that is older and comes late is older than that still. The undo of an undo adds it
/// again.
///
/// Kind::Conflict when the run was never begun, goes on, or has writes of which it is not known how they ended; when
/// one of both files is of another integration or organisation; when `undo` is a plan already.
class PlanUndoJob : public core::Job<PlanMade>
{
    Q_OBJECT

public:
    /// Both files must outlive the job.
    static PlanUndoJob *start(const Workplace &workplace, store::RunFile &run, store::RunFile &undo, QObject *parent);

Q_SIGNALS:
    void advanced(const engine::RunProgress &progress);

protected:
    using Job::Job;
};

/// The head of a plan that undoes `run`: kind "undo", and in `undoes` the run's name. Scope of it: `{"undoes": "<path
/// or name>", "restores": <bool>}`; "restores" when the run is itself an undo, so that the choices that it took back
/// come back. It carries the fingerprint of today's mappings, since an undo does not rest on those of the run.
core::Result<store::RunHead> undoHeadFor(const Workplace &workplace, store::RunFile &run);

/// To be called when a plan with this head was carried out: the run that it undoes is in state Undone from then on, and
/// the run that was undone before, if this is the undo of an undo, is Done again. Files that are not there any more are
/// left alone.
core::Result<core::Nothing> noteUndone(const store::RunHead &head);

} // namespace engine
