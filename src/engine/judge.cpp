#include "engine/judge.h"

#include "engine/rowcheck.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using dataverse::BulkAnswer;
using dataverse::Row;
using dataverse::WriteReply;
using store::Outcome;
using Question = SentRow::Question;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Push)
};

constexpr int maxResends = 3; ///< Of one write whose row keeps changing in other columns.

/// True when an error leaves open whether the write took effect: an earlier try may have, its answer lost.
bool leavesOpen(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::Server:
    case Error::Kind::Throttled:
    case Error::Kind::BadReply:
    case Error::Kind::Cancelled:
        return true;
    case Error::Kind::Invalid:
    case Error::Kind::SignIn:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Rejected:
    case Error::Kind::Storage:
    case Error::Kind::Keychain:
        return false;
    }
    return true;
}

bool isOneThatSays(const SentRow &row, const QList<Row> &rows)
{
    return rows.size() == 1 && row.isSaidBy(rows.constFirst());
}

/// The cells that the plan rests on: not those that only tell who wrote, and why.
QList<mapping::Cell> decisiveCells(const SentRow &row)
{
    QList<mapping::Cell> cells = row.write.cells;
    cells.removeIf([&row](const mapping::Cell &cell) { return !row.plan.columns.contains(cell.column); });
    return cells;
}

/// Ends it well, whatever was said before.
void endWell(SentRow &row, Outcome outcome, const QString &reason = {})
{
    row.report.error = {};
    row.end(outcome, reason);
}

void takeReply(SentRow &row, const WriteReply &reply)
{
    row.report.requestId = reply.requestId;
    row.report.httpStatus = reply.httpStatus;
    row.report.rowId = reply.rowId.isEmpty() ? row.write.rowId : reply.rowId;
    switch (reply.effect) {
    case WriteReply::Effect::Created:
        return row.end(Outcome::Created);
    case WriteReply::Effect::Updated:
        return row.end(Outcome::Updated);
    case WriteReply::Effect::Missing:
        return row.end(Outcome::Conflict, Texts::tr("The row was deleted after the plan was made."));
    case WriteReply::Effect::AlreadyThere:
        row.question = Question::IsItOurs;
        return;
    case WriteReply::Effect::Changed:
        row.question = Question::WhatChanged;
        return;
    }
}

Question questionOf(const SentRow &row, Error::Kind kind, bool isUnknown)
{
    if (isUnknown || leavesOpen(kind))
        return Question::WasItWritten;
    if (row.isCreate() && kind == Error::Kind::Conflict) // a unique value is taken: perhaps by our own first try
        return Question::IsItOurs;
    if (!row.isCreate() && kind == Error::Kind::NotFound) // the row, or what a lookup points to
        return Question::IsItGone;
    if (kind == Error::Kind::Conflict) // perhaps with ourselves: an earlier try was done, its answer lost
        return Question::IsItWritten;
    return Question::None;
}

/// `isUnknown`: an earlier try may have been carried out, whatever was said to the last one.
void takeError(SentRow &row, const Error &error, bool isUnknown)
{
    row.report.error = error;
    row.report.requestId = error.requestId;
    row.report.httpStatus = error.httpStatus;
    row.report.rowId = row.write.rowId;
    row.question = questionOf(row, error.kind, isUnknown);
    if (row.question == Question::None)
        row.end(Outcome::Rejected, error.message);
}

void endUnsent(SentRow &row, const Error &error)
{
    row.report.error = error;
    row.report.requestId = error.requestId;
    row.report.httpStatus = error.httpStatus;
    row.report.rowId = row.write.rowId;
    row.report.mayRepeat = true;
    row.isAsDecided = true;
    row.end(Outcome::Rejected,
            leavesOpen(error.kind) ? Texts::tr("It was not written: %1").arg(error.message) : error.message);
}

/// A create was told that the row exists. It may be ours: the network repeats a request whose answer was lost.
void judgeRowThatIsThere(SentRow &row, const QList<Row> &rows)
{
    if (isOneThatSays(row, rows))
        return endWell(row, Outcome::Created);
    if (rows.size() == 1 && rowSays(*row.table, rows.constFirst(), decisiveCells(row)))
        return endWell(row, Outcome::Unchanged, Texts::tr("Somebody made this row meanwhile, and it says so already."));
    if (rows.isEmpty())
        return row.end(Outcome::Conflict, Texts::tr("Another row with the same key was made after the plan."));
    row.end(Outcome::Conflict, Texts::tr("A row with this id exists already and says something else."));
}

/// The row has another version than planned. That may be our own write, repeated after its answer was lost; or somebody
/// changed what this plan does not touch, then the write goes again with the new version; else the plan is out of date.
void judgeChangedRow(SentRow &row, const QList<Row> &rows)
{
    if (rows.isEmpty())
        return row.end(Outcome::Conflict, Texts::tr("The row was deleted after the plan was made."));
    if (isOneThatSays(row, rows))
        return row.end(Outcome::Updated);
    const Row &there = rows.constFirst();
    const QStringList changed = row.changedColumns(there);
    if (!changed.isEmpty())
        return row.end(Outcome::Conflict,
                       Texts::tr("Somebody changed %1 after the plan was made.").arg(changed.join(u", "_s)));
    if (there.etag.isEmpty() || ++row.resends > maxResends)
        return row.end(Outcome::Conflict, Texts::tr("The row keeps being changed by somebody else."));
    row.write.etag = there.etag;
}

void judgeConflict(SentRow &row, const QList<Row> &rows)
{
    if (isOneThatSays(row, rows))
        return endWell(row, Outcome::Updated);
    row.end(Outcome::Conflict, row.report.error.message);
}

void judgeMissing(SentRow &row, const QList<Row> &rows)
{
    if (!rows.isEmpty())
        return row.end(Outcome::Rejected, row.report.error.message);
    endWell(row, Outcome::Conflict, Texts::tr("The row was deleted after the plan was made."));
}

/// No answer came, also not to the repeats; the row itself tells.
void judgeUnknownOutcome(SentRow &row, const QList<Row> &rows)
{
    // Nobody else can have made the row whose id we drew, even if it was changed since.
    const bool isOurs = row.plan.isIdDrawn && !rows.isEmpty();
    if (isOneThatSays(row, rows) || isOurs) {
        row.report.rowId = rows.constFirst().id;
        return endWell(row, row.isCreate() ? Outcome::Created : Outcome::Updated);
    }
    row.report.mayRepeat = true;
    row.isAsDecided =
        row.isCreate() ? rows.isEmpty() : rows.size() == 1 && row.changedColumns(rows.constFirst()).isEmpty();
    row.end(Outcome::Rejected, Texts::tr("It was not written: %1").arg(row.report.error.message));
}

} // namespace

SentRow::SentRow(const mapping::Table &of, RowPlan row, QByteArray foundBefore)
    : table(&of), plan(std::move(row)), before(std::move(foundBefore)), write(*plan.write)
{
    report.rowId = write.rowId;
}

dataverse::Criterion SentRow::address() const
{
    const QString rowId = report.rowId.isEmpty() ? write.rowId : report.rowId;
    if (!rowId.isEmpty())
        return {.kind = dataverse::Criterion::Kind::RowId, .parts = {{.column = table->primaryId, .value = rowId}}};
    return {.kind = dataverse::Criterion::Kind::AlternateKey, .parts = write.key};
}

QStringList SentRow::columnsToJudge() const
{
    QStringList columns = columnsOf(write.cells) + plan.columns;
    columns.removeDuplicates();
    return columns;
}

bool SentRow::isSaidBy(const Row &row) const
{
    return rowSays(*table, row, write.cells);
}

QJsonObject SentRow::valuesBefore() const
{
    return before.isEmpty() ? plan.row.values : QJsonDocument::fromJson(before).object();
}

QStringList SentRow::changedColumns(const Row &row) const
{
    QStringList changed;
    const QJsonObject values = valuesBefore();
    for (const QString &name : plan.columns) {
        const mapping::Column *column = table->column(name);
        const QString readName = column ? column->readName() : name;
        if (row.values.value(readName) != values.value(readName))
            changed << (column ? column->displayName : name);
    }
    return changed;
}

void SentRow::end(Outcome outcome, const QString &reason)
{
    question = Question::None;
    isEnded = true;
    report.outcome = outcome;
    report.reason = reason;
}

void SentRow::reopen()
{
    isEnded = false;
    isAsDecided = false;
    report = {.rowId = write.rowId};
}

void SentRow::leaveOpen(const Error &why)
{
    if (report.error.message.isEmpty())
        report.error = why;
    report.isSettled = false;
    end(Outcome::Rejected,
        Texts::tr("Whether it was written could not be confirmed; that is checked again at the next start. %1")
            .arg(report.error.message));
}

void judgeAnswer(SentRow &row, const BulkAnswer &answer)
{
    switch (answer.fate) {
    case BulkAnswer::Fate::Done:
        return takeReply(row, answer.reply);
    case BulkAnswer::Fate::Refused:
        return takeError(row, answer.error, false);
    case BulkAnswer::Fate::Unknown:
        return takeError(row, answer.error, true);
    case BulkAnswer::Fate::NotSent:
        return endUnsent(row, answer.error);
    }
}

void judgeRows(SentRow &row, const QList<Row> &rows)
{
    switch (std::exchange(row.question, Question::None)) {
    case Question::None:
        return;
    case Question::IsItOurs:
        return judgeRowThatIsThere(row, rows);
    case Question::WhatChanged:
        return judgeChangedRow(row, rows);
    case Question::IsItGone:
        return judgeMissing(row, rows);
    case Question::IsItWritten:
        return judgeConflict(row, rows);
    case Question::WasItWritten:
        return judgeUnknownOutcome(row, rows);
    }
}

} // namespace engine
