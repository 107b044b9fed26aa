#pragma once

#include "engine/rowpushjob.h"

namespace engine {

/// What became of a plan item: of each of its rows, and of the whole.
struct PushReport {
    store::Outcome outcome = store::Outcome::Skipped; ///< The worst of the rows': what failed must not be overlooked.
    QString reason;                                   ///< A translated sentence; empty for created and updated.
    core::Error error = {};                           ///< With Rejected: what Dataverse said.
    std::chrono::milliseconds duration{0};
    QList<RowReport> rows = {}; ///< In the plan item's order; one for the person when the item has none.

    const RowReport &row() const; ///< The one that decided the outcome.
    bool isVerified() const;      ///< Each row that was written says what was written, read back.
};

struct PushOptions {
    QString kind = QStringLiteral("push"); ///< Of the journal's run: "push", "live".
    bool verify = true;                    ///< Read the row back afterwards.
};

/// Runs a plan of one: writes its rows one after the other, as pushRow() does.
///
/// Refuses (Kind::Conflict) when the live organisation ids are not the plan's, and when a plan made from users is older
/// than what Didomi now knows of the person. One person is written by one job at a time. A row that fails does not keep
/// the others from being written, unless nobody can be reached any more. cancel() before anything is sent stops it;
/// after that the job ends when all rows are settled, so that no outcome stays unknown and nobody is half written. An
/// error result means that nothing was sent (journal, sign-in …); everything after sending is a report.
core::Job<PushReport> *push(bridge::Link &link, store::Journal &journal, const Plan &plan, const PushOptions &options,
                            QObject *parent);

} // namespace engine
