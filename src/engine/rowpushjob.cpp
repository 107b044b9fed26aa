#include "engine/rowpushjob.h"

#include "engine/rowcheck.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Row;
using dataverse::Write;
using dataverse::WriteReply;
using store::Outcome;

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

QByteArray conditionOf(const net::Request &request)
{
    for (const auto &[name, value] : request.headers) {
        const QByteArray lower = name.toLower();
        // On a write only these decide; "If-None-Match: null" decides nothing (dataverse-api section 2.1).
        if (lower == "if-match" || (lower == "if-none-match" && value != "null"))
            return name + ": " + value;
    }
    return {};
}

class RowPushJob final : public core::Job<RowReport>
{
public:
    RowPushJob(bridge::Link &link, store::Journal &journal, const RowTask &task, QObject *parent)
        : Job(parent), m_link(link), m_journal(journal), m_task(task)
    {
        if (!row().write)
            noteOnly();
        else if (row().absent)
            lookOnceMore();
        else
            intend();
    }

    void cancel() override
    {
        if (isSettled())
            return;
        m_isCancelled = true; // what was sent must become known first
        if (m_isLooking) {
            deleteSteps();
            return finish(Error::cancelled());
        }
        if (!m_isVerifying)
            return;
        deleteSteps();
        finish(m_report);
    }

private:
    using Rows = Result<QList<Row>>;

    const RowPlan &row() const { return m_task.row; }
    bool isCreate() const { return row().action == RowPlan::Action::Create; }

    /// Somebody may have made the row while this plan waited; a second one would never be found again.
    void lookOnceMore()
    {
        m_isLooking = true;
        m_link.dataverse().find(m_task.table, *row().absent, {}, 1, this)->whenDone(this, [this](const Rows &rows) {
            m_isLooking = false;
            if (!rows)
                return finish(rows.error());
            const bool isOurs = !rows->isEmpty() && rows->constFirst().id == row().write->rowId; // of an earlier try
            if (rows->isEmpty() || isOurs)
                return intend();
            m_task.row.outcome = Outcome::Conflict;
            m_task.row.reason = Texts::tr("Another row for this person was made after the plan.");
            m_task.row.write.reset();
            noteOnly();
        });
    }

    void noteOnly()
    {
        m_report = {.outcome = row().outcome, .reason = row().reason, .rowId = row().row.id};
        const auto noted = m_journal.note(m_task.run, intent(),
                                          {.outcome = row().outcome, .reason = row().reason, .rowId = row().row.id});
        if (!noted)
            return finish(noted.error());
        m_report.journalItem = *noted;
        finish(m_report);
    }

    void intend()
    {
        m_write = *row().write;
        const auto noted = m_journal.intend(m_task.run, intent());
        if (!noted)
            return finish(noted.error());
        m_report.journalItem = *noted;
        send();
    }

    /// What is written of what somebody chose, for the journal: it remembers when.
    QList<mapping::Cell> cellsOfChoices() const
    {
        QList<mapping::Cell> cells = row().write ? row().write->cells : QList<mapping::Cell>();
        cells.removeIf([this](const mapping::Cell &cell) { return row().fixed.contains(cell.column); });
        return cells;
    }

    store::Intent intent() const
    {
        store::Intent intent{
            .person = m_task.person,
            .regulation = m_task.subject.regulation,
            .eventTime = m_task.subject.time,
            .sourceId = m_task.subject.sourceId,
            .table = m_task.table.logicalName,
            .entitySet = m_task.table.entitySet,
            .rowId = row().row.id,
            .isCreate = isCreate(),
            .before = QJsonDocument(row().row.values).toJson(QJsonDocument::Compact),
            .after = mapping::bodyOf(cellsOfChoices() + row().same),
        };
        if (row().write) {
            intent.rowId = row().write->rowId;
            intent.address = row().write->address();
            intent.condition = QString::fromUtf8(conditionOf(m_link.dataverse().requestFor(*row().write)));
        }
        return intent;
    }

    void send()
    {
        m_link.dataverse().write(m_write, this)->whenDone(this, [this](const Result<WriteReply> &reply) {
            takeReply(reply);
        });
    }

    void takeReply(const Result<WriteReply> &reply)
    {
        if (!reply)
            return takeError(reply.error());
        m_report.requestId = reply->requestId;
        m_report.httpStatus = reply->httpStatus;
        m_report.rowId = reply->rowId.isEmpty() ? m_write.rowId : reply->rowId;
        switch (reply->effect) {
        case WriteReply::Effect::Created:
            return settle(Outcome::Created);
        case WriteReply::Effect::Updated:
            return settle(Outcome::Updated);
        case WriteReply::Effect::Missing:
            return settle(Outcome::Conflict, Texts::tr("The row was deleted after the plan was made."));
        case WriteReply::Effect::AlreadyThere:
            return readRow(&RowPushJob::judgeRowThatIsThere);
        case WriteReply::Effect::Changed:
            return readRow(&RowPushJob::judgeChangedRow);
        }
    }

    void takeError(const Error &error)
    {
        m_report.error = error;
        m_report.requestId = error.requestId;
        m_report.httpStatus = error.httpStatus;
        m_report.rowId = m_write.rowId;
        if (leavesOpen(error.kind))
            return readRow(&RowPushJob::judgeUnknownOutcome);
        if (isCreate() && error.kind == Error::Kind::Conflict) // a unique value is taken: perhaps by our own first try
            return readRow(&RowPushJob::judgeRowThatIsThere);
        if (!isCreate() && error.kind == Error::Kind::NotFound) // the row, or what a lookup points to
            return readRow(&RowPushJob::judgeMissing);
        if (error.kind == Error::Kind::Conflict) // perhaps with ourselves: an earlier try was done, its answer lost
            return readRow(&RowPushJob::judgeConflict);
        settle(Outcome::Rejected, error.message);
    }

    void readRow(void (RowPushJob::*judge)(const QList<Row> &))
    {
        find()->whenDone(this, [this, judge](const Rows &rows) {
            if (!rows)
                return leaveUnsettled(rows.error());
            (this->*judge)(*rows);
        });
    }

    /// Reads the row that was, or may have been, written.
    core::Job<QList<Row>> *find()
    {
        QStringList columns = columnsOf(m_write.cells) + row().columns;
        columns.removeDuplicates();
        return m_link.dataverse().find(m_task.table, address(), columns, enoughToSeeSeveral, this);
    }

    dataverse::Criterion address() const
    {
        const QString rowId = m_report.rowId.isEmpty() ? m_write.rowId : m_report.rowId;
        if (!rowId.isEmpty())
            return {.kind = dataverse::Criterion::Kind::RowId,
                    .parts = {{.column = m_task.table.primaryId, .value = rowId}}};
        return {.kind = dataverse::Criterion::Kind::AlternateKey, .parts = m_write.key};
    }

    bool says(const QList<Row> &rows) const
    {
        return rows.size() == 1 && rowSays(m_task.table, rows.constFirst(), m_write.cells);
    }

    /// The cells that the plan rests on: not those that only tell who wrote, and why.
    QList<mapping::Cell> decisiveCells() const
    {
        QList<mapping::Cell> cells = m_write.cells;
        cells.removeIf([this](const mapping::Cell &cell) { return !row().columns.contains(cell.column); });
        return cells;
    }

    /// A create was told that the row exists. It may be ours: the network repeats a request whose answer was lost.
    void judgeRowThatIsThere(const QList<Row> &rows)
    {
        if (says(rows)) {
            m_report.error = {};
            return settle(Outcome::Created);
        }
        if (rows.size() == 1 && rowSays(m_task.table, rows.constFirst(), decisiveCells())) {
            m_report.error = {};
            return settle(Outcome::Unchanged, Texts::tr("Somebody made this row meanwhile, and it says so already."));
        }
        if (rows.isEmpty())
            return settle(Outcome::Conflict, Texts::tr("Another row with the same key was made after the plan."));
        settle(Outcome::Conflict, Texts::tr("A row with this id exists already and says something else."));
    }

    /// The row has another version than planned. That may be our own write, repeated after its answer was lost; or
    /// somebody changed what this plan does not touch, then the write goes again with the new version; else the plan is
    /// out of date.
    void judgeChangedRow(const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return settle(Outcome::Conflict, Texts::tr("The row was deleted after the plan was made."));
        if (says(rows))
            return settle(Outcome::Updated);
        const Row &there = rows.constFirst();
        QStringList changed;
        for (const QString &name : row().columns) {
            const mapping::Column *column = m_task.table.column(name);
            if (there.values.value(column->readName()) != row().row.values.value(column->readName()))
                changed << column->displayName;
        }
        if (!changed.isEmpty())
            return settle(Outcome::Conflict,
                          Texts::tr("Somebody changed %1 after the plan was made.").arg(changed.join(u", "_s)));
        if (there.etag.isEmpty() || ++m_resends > maxResends)
            return settle(Outcome::Conflict, Texts::tr("The row keeps being changed by somebody else."));
        m_write.etag = there.etag;
        send();
    }

    void judgeConflict(const QList<Row> &rows)
    {
        if (!says(rows))
            return settle(Outcome::Conflict, m_report.error.message);
        m_report.error = {};
        settle(Outcome::Updated);
    }

    void judgeMissing(const QList<Row> &rows)
    {
        if (!rows.isEmpty())
            return settle(Outcome::Rejected, m_report.error.message);
        m_report.error = {};
        settle(Outcome::Conflict, Texts::tr("The row was deleted after the plan was made."));
    }

    /// No answer came, also not to the repeats; the row itself tells.
    void judgeUnknownOutcome(const QList<Row> &rows)
    {
        // Nobody else can have made the row whose id we drew, even if it was changed since.
        const bool isOurs = row().isIdDrawn && !rows.isEmpty();
        if (says(rows) || isOurs) {
            m_report.error = {};
            m_report.rowId = rows.constFirst().id;
            return settle(isCreate() ? Outcome::Created : Outcome::Updated);
        }
        settle(Outcome::Rejected, Texts::tr("It was not written: %1").arg(m_report.error.message));
    }

    /// Whether it was written cannot be found out now. The journal keeps it open; recover() settles it.
    void leaveUnsettled(const Error &why)
    {
        if (m_report.error.message.isEmpty())
            m_report.error = why;
        m_report.isSettled = false;
        m_report.outcome = Outcome::Rejected;
        m_report.reason =
            Texts::tr("Whether it was written could not be confirmed; that is checked again at the next start. %1")
                .arg(m_report.error.message);
        finish(m_report);
    }

    void settle(Outcome outcome, const QString &reason = {})
    {
        m_report.outcome = outcome;
        m_report.reason = reason;
        const auto noted = m_journal.settle(m_report.journalItem, {.outcome = outcome,
                                                                   .reason = reason,
                                                                   .code = m_report.error.code,
                                                                   .requestId = m_report.requestId,
                                                                   .rowId = m_report.rowId});
        if (!noted && noted.error().kind != Error::Kind::Conflict) { // Conflict: recover() was faster
            m_report.error = noted.error();
            m_report.reason =
                Texts::tr("This outcome could not be noted in the journal: %1").arg(noted.error().message);
        }
        const bool isWritten = outcome == Outcome::Created || outcome == Outcome::Updated;
        if (isWritten && m_task.verify && !m_isCancelled)
            verify();
        else
            finish(m_report);
    }

    void verify()
    {
        m_isVerifying = true;
        find()->whenDone(this, [this](const Rows &rows) {
            if (rows && rows->size() == 1) {
                m_report.rowId = rows->constFirst().id;
                m_report.rowAfter = valuesOf(rows->constFirst());
                m_report.isVerified = says(*rows);
            }
            finish(m_report);
        });
    }

    QJsonObject valuesOf(const Row &there) const
    {
        QJsonObject values;
        for (const QString &name : row().columns) {
            const QString readName = m_task.table.column(name)->readName();
            if (there.values.contains(readName))
                values.insert(readName, there.values.value(readName));
        }
        return values;
    }

    bridge::Link &m_link;
    store::Journal &m_journal;
    RowTask m_task;
    bool m_isCancelled = false;
    bool m_isLooking = false;   ///< Before anything is written down: whether the row is still missing.
    bool m_isVerifying = false; ///< Written and settled: only the reading back is left.
    Write m_write;              ///< As planned; only its version may become a newer one.
    int m_resends = 0;
    RowReport m_report;
};

} // namespace

core::Job<RowReport> *pushRow(bridge::Link &link, store::Journal &journal, const RowTask &task, QObject *parent)
{
    return new RowPushJob(link, journal, task, parent);
}

} // namespace engine
