#pragma once

#include "engine/plan.h"
#include "store/journal.h"

namespace engine {

/// What became of one row.
struct RowReport {
    store::Outcome outcome = store::Outcome::Skipped;
    QString reason;         ///< A translated sentence; empty for created and updated.
    core::Error error = {}; ///< With Rejected: what Dataverse said.
    QString rowId;
    QString requestId;
    int httpStatus = 0;
    QJsonObject rowAfter = {}; ///< What the plan rests on, read back; empty when nothing was written or it could not be
                               ///< read.
    bool isVerified = false;   ///< The row read back says what was written.
    bool isSettled = true;     ///< False: whether it was written could not be found out; the journal keeps it open.
    qint64 journalItem = 0;
};

/// Which row of whom, and where that is written down. The table must outlive the job.
struct RowTask {
    qint64 run = 0; ///< Of the journal.
    const mapping::Table &table;
    QString person; ///< organization_user_id
    consent::Subject subject;
    RowPlan row;
    bool verify = true; ///< Read the row back afterwards.
};

/// Writes one planned row, or notes that none is written: journals the intent, sends exactly the planned request,
/// judges the answer, settles the outcome, reads the row back.
///
/// Where the row changed since the plan but not in what the plan rests on, the write is sent again with the new
/// version; else the outcome is a conflict. cancel() before the write is sent stops it; once sent the job ends when the
/// write is settled, so that no outcome stays unknown. An error result means that nothing was sent (the journal cannot
/// be written …); everything after sending is a report.
core::Job<RowReport> *pushRow(bridge::Link &link, store::Journal &journal, const RowTask &task, QObject *parent);

} // namespace engine
