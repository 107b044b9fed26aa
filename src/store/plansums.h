#pragma once

#include "store/rundata.h"

#include <QMap>

namespace store {

/// What a plan comes to, counted from the groups of its items. In one place, so that what somebody is told, what
/// somebody confirms and what a run asks to be confirmed are the same numbers.
struct PlanSums {
    struct Count {
        qint64 items = 0;
        qint64 ticked = 0; ///< Of an effect: only items of which something is written.

        bool operator==(const Count &) const = default;
    };
    qint64 items = 0;
    Count writes = {}; ///< Items of which something is written, or would be if they were ticked.
    QMap<Planned, Count> outcomes = {};
    QMap<Effect, Count> effects = {};
    QList<RunGroup> reasons = {}; ///< One for each outcome and reason, those of most items first.

    static PlanSums of(const QList<RunGroup> &groups);

    // What a run does, in people:
    qint64 permitting() const { return effects.value(Effect::NewlyPermits).ticked; }
    qint64 forbidding() const { return effects.value(Effect::NewlyForbids).ticked; }
    /// For whom rows are created; others of their rows may be updated.
    qint64 creating() const { return effects.value(Effect::CreatesRow).ticked; }
    qint64 lacking() const { return effects.value(Effect::LacksRequired).ticked; }
    qint64 warned() const { return effects.value(Effect::HasWarning).ticked; }

    bool operator==(const PlanSums &) const = default;
};

} // namespace store
