#pragma once

#include "engine/lookuptargets.h"
#include "engine/peoplesource.h"
#include "engine/planner.h"
#include "engine/workplace.h"
#include "store/rundata.h"

namespace engine {

/// Plans for a few thousand people at once: their rows, current values and consents in few requests, and what follows
/// from them. One item for each, same order. Fails as a whole when an end or the journal cannot be read.
///
/// All references must outlive it.
core::Job<QList<store::RunItem>> *planPortion(const Workplace &workplace, const Rules &rules, LookupTargets &targets,
                                              std::vector<SourcePerson> people, QObject *parent);

} // namespace engine
