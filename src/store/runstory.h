#pragma once

#include "core/result.h"
#include "store/rundata.h"

namespace store {

class RunFile;

/// What became of one write.
struct WriteStory {
    RunWrite write;             ///< `rowId` as the server told, where it did.
    int attempts = 0;           ///< That some worker has claimed.
    bool isOpen = false;        ///< The last one is on its way, or unknown since a kill.
    std::optional<Fate> fate{}; ///< Of the last one; none while there was none, or it is not known.
    QString reason = {};        ///< Of the fate; a sentence.
    QString code = {};          ///< The service's error code.
    QString requestId = {};
    QDateTime endedAt = {}; ///< UTC.

    /// Of the write; of one that was not to be sent what the plan says. None while it is not known.
    std::optional<Outcome> outcome() const;
    bool isDone() const; ///< Created or updated.
};

/// One item, and what became of its writes.
struct ItemStory {
    RunItem item; ///< Without its writes; with its end.
    QList<WriteStory> writes;
};

/// Items after that with the id `afterItem`, rising, at most `limit`, with all that is known of them. None at the end.
core::Result<QList<ItemStory>> readStories(RunFile &file, qint64 afterItem, int limit);

} // namespace store
