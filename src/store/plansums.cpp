#include "store/plansums.h"

#include <algorithm>

namespace store {

namespace {

constexpr Effect allEffects[] = {Effect::NewlyPermits, Effect::NewlyForbids, Effect::CreatesRow, Effect::LacksRequired,
                                 Effect::HasWarning};

void add(PlanSums::Count &count, qint64 items, qint64 ticked)
{
    count.items += items;
    count.ticked += ticked;
}

} // namespace

PlanSums PlanSums::of(const QList<RunGroup> &groups)
{
    PlanSums sums;
    QMap<std::pair<Planned, qint64>, RunGroup> reasons;
    for (const RunGroup &group : groups) {
        const bool isWritten = isWrite(group.planned);
        sums.items += group.items;
        add(sums.outcomes[group.planned], group.items, group.ticked);
        if (isWritten)
            add(sums.writes, group.items, group.ticked);
        for (const Effect effect : allEffects) {
            if (group.effects.testFlag(effect))
                add(sums.effects[effect], group.items, isWritten ? group.ticked : 0);
        }
        if (group.reason.isEmpty())
            continue;
        RunGroup &reason = reasons[{group.planned, group.reasonId}];
        reason = {.planned = group.planned,
                  .reasonId = group.reasonId,
                  .reason = group.reason,
                  .effects = {},
                  .items = reason.items + group.items,
                  .ticked = reason.ticked + group.ticked};
    }
    sums.reasons = reasons.values();
    std::stable_sort(sums.reasons.begin(), sums.reasons.end(),
                     [](const RunGroup &one, const RunGroup &other) { return one.items > other.items; });
    return sums;
}

} // namespace store
