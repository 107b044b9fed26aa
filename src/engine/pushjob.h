#pragma once

#include "engine/plan.h"
#include "store/journal.h"

namespace engine {

/// What became of a plan item.
struct PushReport {
    store::Outcome outcome = store::Outcome::Skipped;
    QString reason;         ///< A translated sentence; empty for created and updated.
    core::Error error = {}; ///< With Rejected: what Dataverse said.
    QString rowId;
    QString requestId;
    int httpStatus = 0;
    std::chrono::milliseconds duration{0};
    QJsonObject rowAfter =
        {};                  ///< The mapped columns, read back; empty when nothing was written or it could not be read.
    bool isVerified = false; ///< The row read back says what was written.
    qint64 journalItem = 0;
};

struct PushOptions {
    QString kind = QStringLiteral("push"); ///< Of the journal's run: "push", "live".
    bool verify = true;                    ///< Read the row back afterwards.
};

/// Runs a plan of one: journals the intent, sends exactly the planned request, settles the outcome.
///
/// Refuses (Kind::Conflict) when the live organisation ids are not the plan's, and when a plan made from users is older
/// than what Didomi now knows of the person. Where the row changed since the plan but not in the columns that the plan
/// read, the write is sent again with the new version; else the outcome is a conflict. One person is written by one job
/// at a time. cancel() before the write is sent stops it; once sent the job ends when the write is settled, so that no
/// outcome stays unknown. An error result means that nothing was sent (journal, sign-in …); everything after sending is
/// a report.
core::Job<PushReport> *push(bridge::Link &link, store::Journal &journal, const Plan &plan, const PushOptions &options,
                            QObject *parent);

} // namespace engine
