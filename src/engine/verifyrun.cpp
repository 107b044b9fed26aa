#include "engine/verifyrun.h"

#include "dataverse/resolve.h"
#include "engine/pace.h"
#include "engine/rowcheck.h"
#include "engine/writtenrows.h"
#include "mapping/convert.h"
#include "store/runjournal.h"

#include <QCoreApplication>
#include <QTimer>

namespace engine {

using core::Error;
using core::Result;
using dataverse::Resolved;
using dataverse::Row;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Verify)
};

constexpr qsizetype rowsAtOnce = 4'000; ///< In memory: a few requests side by side.
constexpr int pageSize = 1'000;         ///< Writes that are read from the file without a pause.

/// One row that is to be read again.
struct Wanted {
    store::DoneWrite done;
    QList<mapping::Cell> cells; ///< All that the run wrote into it, those that can be read.
    const mapping::Table *table = nullptr;
};

class VerifyRunJob final : public VerifyJob
{
public:
    VerifyRunJob(const Workplace &workplace, store::RunFile &file, qint64 sample, QObject *parent)
        : VerifyJob(parent), m_workplace(workplace), m_file(file), m_sample(sample), m_written(file, sample)
    {
        if (const auto problem = refusal())
            finish(*problem);
        else
            later(&VerifyRunJob::readOn);
    }

private:
    std::optional<Error> refusal()
    {
        const auto head = m_file.head();
        if (!head)
            return head.error();
        if (head->dataverseOrganization.compare(m_workplace.surroundings.whoAmI.organizationId, Qt::CaseInsensitive) !=
            0)
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("This run wrote to another environment (%1) than the one that answers "
                                              "now.")
                                        .arg(head->host),
                         .fix = Texts::tr("Open the integration that it was made with.")};
        return {};
    }

    /// Goes on from the event loop, so that nobody waits for the file.
    void later(void (VerifyRunJob::*step)())
    {
        QTimer::singleShot(0, this, [this, step] {
            if (!isSettled())
                (this->*step)();
        });
    }

    void tell(qint64 done, qint64 total)
    {
        m_pace.add(m_workplace.link().clock().monotonic(), done);
        const Pace::Eta eta = m_pace.eta(done, total);
        Q_EMIT progressed(done, total);
        Q_EMIT advanced({.phase = RunProgress::Phase::Verifying,
                         .done = done,
                         .total = total,
                         .perSecond = m_pace.perSecond(),
                         .soonest = eta.soonest,
                         .latest = eta.latest});
    }

    void readOn()
    {
        const auto isMore = m_written.readOn();
        if (!isMore)
            return finish(isMore.error());
        if (*isMore)
            return later(&VerifyRunJob::readOn);
        m_report.written = m_written.rows();
        m_report.erased = m_written.erased();
        m_total = m_sample > 0 ? m_written.picked().size() : m_written.rows();
        tell(0, m_total);
        gather();
    }

    // --- which rows are next

    void gather()
    {
        const auto gathered = m_sample > 0 ? gatherPicked() : gatherAll();
        if (!gathered)
            return finish(gathered.error());
        if (!*gathered && m_wanted.size() < rowsAtOnce)
            return later(&VerifyRunJob::gather);
        if (m_wanted.isEmpty()) {
            tell(m_total, m_total);
            return finish(m_report);
        }
        look();
    }

    /// True when there are no more.
    Result<bool> gatherAll()
    {
        const auto page = store::RunJournal(m_file).done(m_after, pageSize);
        if (!page)
            return page.error();
        for (const store::DoneWrite &done : *page) {
            m_after = done.write.id;
            if (done.write.after.isEmpty() || !m_written.isLast(done.write.id))
                continue;
            if (const auto problem = want(done))
                return *problem;
        }
        return page->isEmpty();
    }

    Result<bool> gatherPicked()
    {
        const qsizetype end = std::min<qsizetype>(m_picked + pageSize / 4, m_written.picked().size());
        for (; m_picked < end; ++m_picked) {
            const auto done = single(m_written.picked().at(m_picked));
            if (!done)
                return done.error();
            if (*done && !(*done)->write.after.isEmpty()) {
                if (const auto problem = want(**done))
                    return *problem;
            }
        }
        return m_picked == m_written.picked().size();
    }

    /// None when it was erased meanwhile.
    Result<std::optional<store::DoneWrite>> single(qint64 write)
    {
        const auto found = store::RunJournal(m_file).done(write - 1, 1);
        if (!found)
            return found.error();
        if (found->isEmpty() || found->constFirst().write.id != write)
            return std::optional<store::DoneWrite>();
        return std::optional(found->constFirst());
    }

    std::optional<Error> want(const store::DoneWrite &done)
    {
        Wanted wanted{.done = done, .cells = {}, .table = m_workplace.surroundings.tableCalled(done.write.table)};
        if (!wanted.table)
            return Error{.kind = Error::Kind::Conflict,
                         .message = Texts::tr("This run wrote the table %1, which the integration does not write any "
                                              "more.")
                                        .arg(done.write.table),
                         .fix = Texts::tr("Open the integration as it was when the run was planned.")};
        for (const qint64 earlier : m_written.before(done.write.id)) {
            const auto one = single(earlier);
            if (!one)
                return one.error();
            const auto cells = cellsOf(*wanted.table, *one ? (*one)->write.after : QByteArray("{}"));
            if (cells)
                wanted.cells = mergedCells(wanted.cells, *cells);
        }
        const auto cells = cellsOf(*wanted.table, done.write.after);
        if (!cells) {
            tellUnread(wanted, cells.error().message);
            return {};
        }
        wanted.cells = mergedCells(wanted.cells, *cells);
        wanted.cells.removeIf([&wanted](const mapping::Cell &cell) {
            const mapping::Column *column = wanted.table->column(cell.column);
            return !column || !column->isValidForRead;
        });
        if (const auto criterion = criterionOf(*wanted.table, done.write); !criterion)
            tellUnread(wanted, criterion.error().message);
        else
            m_wanted << wanted;
        return {};
    }

    // --- reading and comparing them

    /// Those of one table go together; a run has one, as a rule.
    void look()
    {
        m_table = m_wanted.constFirst().table;
        QList<dataverse::Criterion> criteria;
        QStringList columns{m_table->primaryId};
        m_looking.clear();
        QList<Wanted> others;
        for (const Wanted &one : std::as_const(m_wanted)) {
            if (one.table != m_table || m_looking.size() == rowsAtOnce) {
                others << one;
                continue;
            }
            m_looking << one;
            criteria << criterionOf(*m_table, one.done.write).valueOr({});
            columns += columnsOf(one.cells);
        }
        m_wanted = others;
        columns.removeDuplicates();
        bridge::Link &link = m_workplace.link();
        auto *step = new dataverse::ResolveJob(link.dataverseService(), link.tokens(),
                                               link.instance().apiUrl(link.profile().options.apiVersion), *m_table,
                                               criteria, columns, this);
        step->whenDone(this, [this](const Result<QList<Resolved>> &found) {
            if (!found)
                return finish(found.error());
            for (qsizetype i = 0; i < m_looking.size(); ++i)
                compare(m_looking.at(i), found->at(i));
            tell(m_report.rows, std::max(m_total, m_report.rows));
            m_looking.clear();
            gather();
        });
    }

    void compare(const Wanted &wanted, const Resolved &found)
    {
        if (!found)
            return tellUnread(wanted, found.error().message);
        ++m_report.rows;
        if (found->isEmpty()) {
            ++m_report.gone;
            return diverges(wanted, {}, {}, Texts::tr("The row is not there any more."));
        }
        const Row &row = found->constFirst();
        const QStringList names = differingColumns(*wanted.table, row, wanted.cells);
        if (names.isEmpty()) {
            ++m_report.same;
            return;
        }
        ++m_report.differ;
        for (const mapping::Cell &cell : wanted.cells) {
            if (!names.contains(cell.column))
                continue;
            const mapping::Column &column = *wanted.table->column(cell.column);
            diverges(wanted, cell.column, shownCell(column, cell),
                     mapping::shownValue(column, row.values.value(column.readName())));
        }
    }

    void tellUnread(const Wanted &wanted, const QString &why)
    {
        ++m_report.rows;
        ++m_report.unread;
        diverges(wanted, {}, {}, why);
    }

    void diverges(const Wanted &wanted, const QString &column, const QString &wrote, const QString &says)
    {
        if (m_report.divergences.size() == VerifyReport::mostTold)
            return;
        m_report.divergences << Divergence{.write = wanted.done.write.id,
                                           .person = wanted.done.person,
                                           .table = wanted.done.write.table,
                                           .rowId = wanted.done.write.rowId,
                                           .column = column,
                                           .wrote = wrote,
                                           .says = says};
    }

    const Workplace m_workplace;
    store::RunFile &m_file;
    const qint64 m_sample;
    WrittenRows m_written;
    Pace m_pace;
    qint64 m_total = 0;
    qint64 m_after = 0;      ///< The last write that was gathered.
    qsizetype m_picked = 0;  ///< So many of the sample were gathered.
    QList<Wanted> m_wanted;  ///< Gathered.
    QList<Wanted> m_looking; ///< Asked for now, of `m_table`.
    const mapping::Table *m_table = nullptr;
    VerifyReport m_report;
};

} // namespace

VerifyJob *VerifyJob::start(const Workplace &workplace, store::RunFile &file, qint64 sample, QObject *parent)
{
    return new VerifyRunJob(workplace, file, sample, parent);
}

} // namespace engine
