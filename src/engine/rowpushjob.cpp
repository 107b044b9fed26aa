#include "engine/rowpushjob.h"

#include "engine/rowcheck.h"
#include "engine/writerows.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::Row;
using store::Outcome;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Push)
};

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
        if (row().write)
            write();
        else
            noteOnly();
    }

    void cancel() override
    {
        if (isSettled())
            return;
        m_isCancelled = true; // what was sent must become known first
        if (m_isVerifying) {
            deleteSteps();
            return finish(m_report);
        }
        if (m_writing)
            m_writing->cancel();
    }

private:
    using Rows = Result<QList<Row>>;

    const RowPlan &row() const { return m_task.row; }

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

    void write()
    {
        std::vector<SentRow> rows;
        rows.emplace_back(m_task.table, row());
        m_writing = writeRows(m_link, std::move(rows), {.beforeSending = [this] { return intend(); }}, this);
        m_writing->whenDone(this, [this](const Result<RowsWritten> &written) {
            m_writing = nullptr;
            if (!written)
                return finish(written.error());
            const qint64 item = m_report.journalItem;
            m_report = written->rows.constFirst();
            m_report.journalItem = item;
            if (m_report.isSettled)
                settle();
            else
                finish(m_report); // the journal keeps it open; recover() settles it
        });
    }

    Result<core::Nothing> intend()
    {
        const auto noted = m_journal.intend(m_task.run, intent());
        if (!noted)
            return noted.error();
        m_report.journalItem = *noted;
        return core::Nothing{};
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
            .isCreate = row().action == RowPlan::Action::Create,
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

    void settle()
    {
        const auto noted = m_journal.settle(m_report.journalItem, {.outcome = m_report.outcome,
                                                                   .reason = m_report.reason,
                                                                   .code = m_report.error.code,
                                                                   .requestId = m_report.requestId,
                                                                   .rowId = m_report.rowId});
        if (!noted && noted.error().kind != Error::Kind::Conflict) { // Conflict: recover() was faster
            m_report.error = noted.error();
            m_report.reason =
                Texts::tr("This outcome could not be noted in the journal: %1").arg(noted.error().message);
        }
        const bool isWritten = m_report.outcome == Outcome::Created || m_report.outcome == Outcome::Updated;
        if (isWritten && m_task.verify && !m_isCancelled)
            verify();
        else
            finish(m_report);
    }

    void verify()
    {
        m_isVerifying = true;
        SentRow sent(m_task.table, row());
        sent.report.rowId = m_report.rowId;
        m_link.dataverse()
            .find(m_task.table, sent.address(), sent.columnsToJudge(), enoughToSeeSeveral, this)
            ->whenDone(this, [this, sent](const Rows &rows) {
                if (rows && rows->size() == 1) {
                    m_report.rowId = rows->constFirst().id;
                    m_report.rowAfter = valuesOf(rows->constFirst());
                    m_report.isVerified = sent.isSaidBy(rows->constFirst());
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
    const RowTask m_task;
    bool m_isCancelled = false;
    bool m_isVerifying = false; ///< Written and settled: only the reading back is left.
    core::Job<RowsWritten> *m_writing = nullptr;
    RowReport m_report;
};

} // namespace

core::Job<RowReport> *pushRow(bridge::Link &link, store::Journal &journal, const RowTask &task, QObject *parent)
{
    return new RowPushJob(link, journal, task, parent);
}

} // namespace engine
