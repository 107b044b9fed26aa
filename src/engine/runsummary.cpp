#include "engine/runsummary.h"

#include "store/plansums.h"
#include "store/runjournal.h"
#include "store/runpages.h"

namespace engine {

using core::Nothing;
using core::Result;
using store::Outcome;
using store::Planned;

namespace {

/// Why an item ended as it did: what was said of the write that did, or what the plan says.
Result<RunSummary::Failure> failureOf(store::RunFile &file, const store::RunItem &listed, Outcome outcome)
{
    const Result<store::RunItem> item = file.item(listed.id);
    if (!item)
        return item.error();
    RunSummary::Failure failure{.item = item->id, .person = item->person, .outcome = outcome, .reason = item->reason};
    store::RunJournal journal(file);
    for (const store::RunWrite &write : item->writes) {
        const auto attempts = journal.attempts(write.id);
        if (!attempts)
            return attempts.error();
        if (attempts->isEmpty())
            continue;
        const store::WriteEnd &end = attempts->constLast().end;
        if (store::outcomeOf(end.fate, write.action) != outcome)
            continue;
        failure.row = write.rowName.isEmpty() ? write.rowId : write.rowName;
        failure.reason = end.reason.isEmpty() ? failure.reason : end.reason;
        failure.code = end.code;
        failure.requestId = end.requestId;
        break;
    }
    return failure;
}

Result<Nothing> addFailures(store::RunFile &file, const store::RunFilter &filter, Outcome outcome,
                            QList<RunSummary::Failure> &failures)
{
    const auto known = std::count_if(failures.cbegin(), failures.cend(),
                                     [outcome](const RunSummary::Failure &one) { return one.outcome == outcome; });
    if (known >= RunSummary::mostTold)
        return Nothing{};
    const auto items = store::RunPages(file, filter).page(0, int(RunSummary::mostTold - known));
    if (!items)
        return items.error();
    for (const store::RunItem &item : *items) {
        const auto failure = failureOf(file, item, outcome);
        if (!failure)
            return failure.error();
        failures << *failure;
    }
    return Nothing{};
}

} // namespace

bool isUnfinished(store::RunState state, const store::RunCounts &counts)
{
    return state == store::RunState::Running || state == store::RunState::Paused ||
           state == store::RunState::Planning || (state == store::RunState::Cancelled && counts.notReached > 0);
}

Result<RunSummary> summaryOf(store::RunFile &file, const QString &path)
{
    const auto head = file.head();
    if (!head)
        return head.error();
    const auto state = file.state();
    if (!state)
        return state.error();
    const auto counts = store::RunJournal(file).counts();
    if (!counts)
        return counts.error();
    const auto course = file.course();
    if (!course)
        return course.error();
    const auto groups = file.groups();
    if (!groups)
        return groups.error();
    RunSummary summary{.path = path, .head = *head, .state = *state, .counts = *counts, .course = *course};
    const auto sums = store::PlanSums::of(*groups);
    summary.permitting = sums.permitting();
    summary.creating = sums.creating();
    if (*state == store::RunState::Planning) // nothing has been tried, and more is to come
        return summary;
    struct Kind {
        qint64 items;
        store::RunFilter filter;
        Outcome outcome;
    };
    const Kind kinds[] = {
        {counts->rejected, {.endedAs = Outcome::Rejected}, Outcome::Rejected},
        {counts->conflict, {.endedAs = Outcome::Conflict}, Outcome::Conflict},
        {counts->invalid, {.endedAs = Outcome::Invalid}, Outcome::Invalid},
        {counts->conflict, {.planned = {Planned::Conflict}}, Outcome::Conflict},
        {counts->invalid, {.planned = {Planned::Invalid}}, Outcome::Invalid},
    };
    for (const Kind &kind : kinds) {
        if (kind.items == 0)
            continue;
        if (const auto added = addFailures(file, kind.filter, kind.outcome, summary.failures); !added)
            return added.error();
    }
    return summary;
}

} // namespace engine
