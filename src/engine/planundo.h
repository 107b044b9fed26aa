#pragma once

#include "engine/makeplan.h"

namespace engine {

/// Plans to take a run back: for each row that it wrote and that still says what was written, the values of before.
/// The plan goes into `undo`, a new file in state Planning whose head is undoHeadFor(); it is reviewed and run like any
/// other, so who becomes contactable by it is told and confirmed.
///
/// Rows that say something else by now are left alone (Planned::Conflict, with the reason). Rows that the run created
/// are never deleted: consents are set to "not set", for others it is told that they stay (Planned::Skipped).
class PlanUndoJob : public core::Job<PlanMade>
{
    Q_OBJECT

public:
    static PlanUndoJob *start(const Workplace &workplace, store::RunFile &run, store::RunFile &undo, QObject *parent);

Q_SIGNALS:
    void advanced(const engine::RunProgress &progress);

protected:
    using Job::Job;
};

/// Scope of it: `{"undoes": "<path or name>"}`.
core::Result<store::RunHead> undoHeadFor(const Workplace &workplace, store::RunFile &run);

} // namespace engine
