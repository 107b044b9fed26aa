#pragma once

#include "dataverse/bulkwrite.h"
#include "engine/plan.h"

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
    bool mayRepeat = false;    ///< With Rejected: it is certain that nothing was written, and nothing speaks against
                               ///< sending it again.
    qint64 journalItem = 0;
};

/// One planned row on its way: what is sent, and what is known of how it ended.
struct SentRow {
    /// What the row itself must be asked.
    enum class Question {
        None,
        IsItOurs,     ///< A create was told that it is there.
        WhatChanged,  ///< It has another version than planned.
        IsItGone,     ///< Something was not found: the row, or what it points to.
        IsItWritten,  ///< The service saw a conflict, perhaps with our own first try.
        WasItWritten, ///< No answer was heard, or an earlier worker's work was cut off.
    };

    const mapping::Table *table = nullptr; ///< Must outlive it.
    RowPlan plan;                          ///< With a write.
    QByteArray before = {};      ///< The values that the plan found, as JSON, where `plan.row` does not hold them.
    dataverse::Write write = {}; ///< As it goes; only its version may become a newer one than planned.
    int resends = 0;
    Question question = Question::None;
    bool isEnded = false; ///< `report` says how.
    /// With RowReport::mayRepeat: the row is as it was when the write was decided on.
    bool isAsDecided = false;
    RowReport report = {};

    SentRow(const mapping::Table &of, RowPlan row, QByteArray foundBefore = {});

    bool isCreate() const { return plan.action == RowPlan::Action::Create; }

    /// Where the row that was, or may have been, written is found, and what must be read of it to judge.
    dataverse::Criterion address() const;
    QStringList columnsToJudge() const;

    /// True when the row says what the write says.
    bool isSaidBy(const dataverse::Row &row) const;
    /// The columns that the plan rests on and that say something else by now; for people.
    QStringList changedColumns(const dataverse::Row &row) const;

    void end(store::Outcome outcome, const QString &reason = {});

    /// It was certainly not written, and is sent again.
    void reopen();

    /// Whether it was written cannot be found out now. The journal keeps it open.
    void leaveOpen(const core::Error &why);

private:
    QJsonObject valuesBefore() const;
};

/// Takes what the service said to a write. Afterwards the row has ended, or has a question.
void judgeAnswer(SentRow &row, const dataverse::BulkAnswer &answer);

/// Takes the rows found at its address. Afterwards it has ended, or is to be sent again (no question any more).
void judgeRows(SentRow &row, const QList<dataverse::Row> &rows);

} // namespace engine
