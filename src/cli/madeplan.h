#pragma once

#include "cli/exitcode.h"
#include "core/result.h"
#include "engine/makeplan.h"

#include <QJsonObject>

namespace cli {

/// What is told of a plan that was just made.
struct MadePlanTold {
    QString text;     ///< For people: what it would do, and what to do next.
    QJsonObject json; ///< {result, file, items, writes, rows, outcomes{}, effects{}, reasons[], unread, problems[]}
    QStringList warnings;
    ExitCode code = ExitCode::Done; ///< SomeFailed when some of the source could not be read.
};

core::Result<MadePlanTold> tellOfPlan(store::RunFile &file, const QString &path, const engine::PlanMade &made,
                                      const profile::Profile &profile);

} // namespace cli
