#pragma once

#include "bridge/surroundings.h"
#include "store/journal.h"

namespace engine {

struct RecoverReport {
    int settled = 0;  ///< Items whose outcome is now known.
    int reopened = 0; ///< Items that turned out not to have been written: settled as rejected with that reason; push them again.
};

/// Settles what was sent and never settled because the program was killed: reads each row and compares. Writes nothing to Dataverse.
core::Job<RecoverReport> *recover(bridge::Link &link, const bridge::Surroundings &surroundings, store::Journal &journal,
                                  QObject *parent);

} // namespace engine
