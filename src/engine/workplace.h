#pragma once

#include "bridge/surroundings.h"
#include "store/appliedtimes.h"
#include "store/journal.h"

namespace engine {

/// What the jobs that plan, run, verify and undo work with; all of it outlives them, and is used in one thread.
struct Workplace {
    /// One for each application user, never none. The first one reads; the others, in the order of the profile's further
    /// users, only write. A run begins when all of them were met (meetUsers()).
    QList<bridge::Link *> links;
    const bridge::Surroundings &surroundings;
    store::Journal &journal;      ///< Of this machine.
    store::AppliedTimes &applied; ///< Knows what the journal knows, and what runs that are going on have written.

    bridge::Link &link() const { return *links.constFirst(); }
};

} // namespace engine
