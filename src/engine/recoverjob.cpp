#include "engine/recoverjob.h"

#include "engine/rowcheck.h"
#include "mapping/transform.h"

#include <QCoreApplication>

namespace engine {

using core::Error;
using core::Result;
using dataverse::Row;
using store::JournalItem;
using store::Outcome;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Recovery)
};

enum class Judgement {
    Written,
    NotWritten,
    Open, ///< Cannot be judged here, or somebody else has just settled it.
};

/// Judges one open item when it is its person's turn.
class SettleJob final : public core::Job<Judgement>
{
public:
    SettleJob(bridge::Link &link, const bridge::Surroundings &surroundings, store::Journal &journal,
              const JournalItem &item, QObject *parent)
        : Job(parent), m_link(link), m_surroundings(surroundings), m_journal(journal), m_item(item)
    {
        m_link.turns().wait(item.intent.person.toCaseFolded(), this, [this] {
            if (!isSettled())
                look();
        });
    }

private:
    void look()
    {
        const auto run = m_journal.run(m_item.runId);
        if (!run)
            return finish(run.error());
        const QString &here = m_surroundings.whoAmI.organizationId;
        if (run->dataverseOrganization.compare(here, Qt::CaseInsensitive) != 0)
            return finish(Judgement::Open); // sent to another environment: this one cannot tell
        m_table = m_surroundings.tableCalled(m_item.intent.table);
        if (!m_table)
            return finish(Judgement::Open); // the profile writes to another table now
        const auto cells = cellsOf(*m_table, m_item.intent.after);
        if (!cells)
            return finish(cells.error());
        m_cells = *cells;
        const auto key = mapping::matchKey(m_link.profile().match, m_item.intent.person);
        if (!key && m_item.intent.rowId.isEmpty())
            return finish(key.error());
        m_key = key.valueOr({});
        m_link.dataverse()
            .find(*m_table, criterion(), columnsOf(m_cells), enoughToSeeSeveral, this)
            ->whenDone(this, [this](const Result<QList<Row>> &rows) { judge(rows); });
    }

    dataverse::Criterion criterion() const
    {
        if (!m_item.intent.rowId.isEmpty())
            return {.kind = dataverse::Criterion::Kind::RowId,
                    .parts = {{.column = m_table->primaryId, .value = m_item.intent.rowId}}};
        // Only upserts by key have no row id. What was sent tells the key; the match rule may be another one today.
        if (const auto parts = dataverse::partsOfAddress(m_item.intent.address))
            return {.kind = dataverse::Criterion::Kind::AlternateKey, .parts = *parts};
        return {.kind = dataverse::Criterion::Kind::AlternateKey,
                .parts = {{.column = m_link.profile().match.column, .value = m_key}}};
    }

    void judge(const Result<QList<Row>> &rows)
    {
        if (!rows)
            return finish(rows.error());
        store::Settlement settlement;
        if (rows->size() == 1 && rowSays(*m_table, rows->constFirst(), m_cells)) {
            settlement.outcome = m_item.intent.isCreate ? Outcome::Created : Outcome::Updated;
            settlement.rowId = rows->constFirst().id;
        } else {
            settlement.outcome = Outcome::Rejected;
            settlement.reason = Texts::tr("The program ended while this was sent, and the row does not say it: it was "
                                          "not written. Push it again.");
        }
        const auto settled = m_journal.settle(m_item.id, settlement);
        if (!settled && settled.error().kind == Error::Kind::Conflict) // its own job settled it while we waited
            return finish(Judgement::Open);
        if (!settled)
            return finish(settled.error());
        finish(settlement.outcome == Outcome::Rejected ? Judgement::NotWritten : Judgement::Written);
    }

    bridge::Link &m_link;
    const bridge::Surroundings &m_surroundings;
    store::Journal &m_journal;
    const JournalItem m_item;
    const mapping::Table *m_table = nullptr; ///< Of the surroundings.
    QList<mapping::Cell> m_cells;
    QString m_key; ///< What the match column holds for the person.
};

class RecoverJob final : public core::Job<RecoverReport>
{
public:
    RecoverJob(bridge::Link &link, const bridge::Surroundings &surroundings, store::Journal &journal,
               const RecoverOptions &options, QObject *parent)
        : Job(parent), m_link(link), m_surroundings(surroundings), m_journal(journal)
    {
        const auto open = m_journal.unsettled(link.profile().id);
        if (!open)
            finish(open.error());
        else
            begin(*open, options);
    }

private:
    void begin(const QList<JournalItem> &open, const RecoverOptions &options)
    {
        const QDateTime youngest = m_link.clock().now().addMSecs(-options.grace.count());
        for (const JournalItem &item : open) {
            if (item.sentAt > youngest)
                ++m_report.left;
            else
                m_open << item;
        }
        next();
    }

    void next()
    {
        Q_EMIT progressed(m_done, m_open.size());
        if (m_done == m_open.size())
            return finish(m_report);
        auto *step = new SettleJob(m_link, m_surroundings, m_journal, m_open.at(m_done), this);
        step->whenDone(this, [this](const Result<Judgement> &judgement) { take(judgement); });
    }

    void take(const Result<Judgement> &judgement)
    {
        if (!judgement) {
            const Error &error = judgement.error();
            // Nobody there to ask about the rest, or the journal itself fails. A field names one item's own trouble.
            if (error.isTransient() || error.kind == Error::Kind::SignIn ||
                (error.kind == Error::Kind::Storage && error.field.isEmpty()))
                return finish(error);
        }
        switch (judgement.valueOr(Judgement::Open)) {
        case Judgement::Written:
            ++m_report.settled;
            break;
        case Judgement::NotWritten:
            ++m_report.reopened;
            break;
        case Judgement::Open:
            ++m_report.left;
            break;
        }
        ++m_done;
        next();
    }

    bridge::Link &m_link;
    const bridge::Surroundings m_surroundings;
    store::Journal &m_journal;
    QList<JournalItem> m_open;
    qsizetype m_done = 0;
    RecoverReport m_report;
};

} // namespace

core::Job<RecoverReport> *recover(bridge::Link &link, const bridge::Surroundings &surroundings, store::Journal &journal,
                                  QObject *parent, const RecoverOptions &options)
{
    return new RecoverJob(link, surroundings, journal, options, parent);
}

} // namespace engine
