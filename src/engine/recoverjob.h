#pragma once

#include "bridge/surroundings.h"
#include "store/journal.h"

namespace engine {

struct RecoverReport {
    int settled = 0; ///< Items whose outcome is now known.
    int reopened =
        0; ///< Items that turned out not to have been written: settled as rejected with that reason; push them again.
    int left = 0; ///< Items that could not be judged, or are too young: they stay open.
};

struct RecoverOptions {
    /// Younger items are left alone: another process may just be writing them.
    std::chrono::milliseconds grace = std::chrono::minutes(1);
};

/// Settles what was sent and never settled because the program was killed: reads each row and compares. Writes nothing
/// to Dataverse.
///
/// A row that cannot be read now stays open for the next time; the others are settled all the same.
core::Job<RecoverReport> *recover(bridge::Link &link, const bridge::Surroundings &surroundings, store::Journal &journal,
                                  QObject *parent, const RecoverOptions &options = {});

} // namespace engine
