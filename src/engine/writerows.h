#pragma once

#include "bridge/link.h"
#include "engine/judge.h"

#include <functional>

namespace engine {

struct WriteRowsOptions {
    dataverse::BulkMessages messages = {}; ///< That the table supports; none: batches, or alone.
    net::Headers headers = {};             ///< With each write besides.
    int rowsPerRequest = 1;                ///< 1: each row travels alone.
    int requestsAtOnce = 1;

    /// Updates that no version guards are compared with their rows just before they are sent, all in one request; and
    /// those that permit nobody anything are then no longer guarded by their version, so that they may go in bulk.
    bool compareFirst = false;

    /// Called once before anything may be sent; where it fails, nothing is sent and the job fails with it.
    std::function<core::Result<core::Nothing>()> beforeSending = {};
};

struct RowsWritten {
    QList<RowReport> rows = {};            ///< One for each, same order.
    dataverse::BulkMessages messages = {}; ///< As given, without those that the service turned out not to have.
    int rowsPerRequest = 0;                ///< As given, or as many as worked in the end.
    int requests = 0;
    std::chrono::milliseconds longest{0};       ///< The slowest answer to one request, without the waiting before it.
    std::optional<core::Error> stop = {};       ///< Why the rest was not sent, if so.
    std::optional<core::Error> unanswered = {}; ///< Why rows could not be asked what became of them, if so.
};

/// Writes rows as they are planned, and finds out what became of each: the one way in which anything is written to
/// Dataverse, of one row or of thousands.
///
/// Rows that are to be made and that nothing but a search keeps from being made twice are looked for once more. Then
/// all is sent, in as few requests as their conditions allow. What the answer leaves open, the row itself is asked:
/// where somebody changed what the plan does not rest on, it is sent again with the new version; else it ends in
/// conflict. Rows with a question already (SentRow::question) are asked, not sent.
///
/// Journals nothing: what calls it notes the intent before and the reports afterwards. cancel() before anything is sent
/// stops it; after that it ends when all that is on its way is judged, and what was not sent is told so.
core::Job<RowsWritten> *writeRows(bridge::Link &link, std::vector<SentRow> rows, const WriteRowsOptions &options,
                                  QObject *parent);

} // namespace engine
