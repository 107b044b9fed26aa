#pragma once

#include "core/job.h"
#include "engine/runprogress.h"
#include "engine/scope.h"
#include "engine/workplace.h"
#include "store/runfile.h"

namespace engine {

/// What making a plan came to; the plan itself is in its file.
struct PlanMade {
    qint64 items = 0;
    /// What could not be read: runs that were cut off, then what the source holds. About 100 at most.
    QList<core::Error> problems = {};
    qint64 unread = 0; ///< How many there were in the source.
};

/// Plans for many people: reads them part by part, looks their rows up, compares, and adds what follows to `file`,
/// which is in state Planning. Goes on where an earlier job was stopped: what is in the file is not planned again.
/// Finishes the plan when all is read.
///
/// The rules are those of planOne(). What was added stays when it is cancelled or fails. Kind::Conflict when the file
/// is of another integration or organisation, or is a plan already.
class MakePlanJob : public core::Job<PlanMade>
{
    Q_OBJECT

public:
    static MakePlanJob *start(const Workplace &workplace, store::RunFile &file, const Scope &scope, QObject *parent);

Q_SIGNALS:
    void advanced(const engine::RunProgress &progress);

protected:
    using Job::Job;
};

/// What the head of a new plan's file says.
store::RunHead headFor(const Workplace &workplace, const Scope &scope);

} // namespace engine
