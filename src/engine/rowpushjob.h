#pragma once

#include "engine/judge.h"
#include "store/journal.h"

namespace engine {

/// Which row of whom, and where that is written down. The table must outlive the job.
struct RowTask {
    qint64 run = 0; ///< Of the journal.
    const mapping::Table &table;
    QString person; ///< organization_user_id
    consent::Subject subject;
    RowPlan row;
    bool verify = true; ///< Read the row back afterwards.
};

/// Writes one planned row, or notes that none is written: journals the intent, writes it (writeRows()), settles the
/// outcome, reads the row back.
///
/// cancel() before the write is sent stops it; once sent the job ends when the
/// write is settled, so that no outcome stays unknown. An error result means that nothing was sent (the journal cannot
/// be written …); everything after sending is a report.
core::Job<RowReport> *pushRow(bridge::Link &link, store::Journal &journal, const RowTask &task, QObject *parent);

} // namespace engine
