#pragma once

#include "core/result.h"
#include "store/rundata.h"

#include <QVariant>

#include <chrono>
#include <limits>

namespace store {

class RunFile;

/// The journal of a run, in batches: what is claimed is noted before anything of it is sent, how it ended afterwards,
/// each with one transaction, whatever the number of writes. Several workers, also of several machines, may claim at
/// once: no write is ever two workers'.
///
/// Each worker has a name that no other has or had, also before it was started anew. One that was killed leaves its
/// batch unsettled; when its lease is over somebody takes the batch over, and must find out which of its writes were
/// done. An item's writes are always in one batch, but when only some are tried again.
class RunJournal
{
public:
    /// `file` must outlive it.
    explicit RunJournal(RunFile &file) : m_file(file) {}

    /// Takes the next items with about so many writes, those to be tried again last. Durable when it returns. Without
    /// items when nothing is left to claim. Kind::Conflict when the run is not running.
    core::Result<RunBatch> claim(const QString &worker, int writes, std::chrono::milliseconds lease);
    /// Keeps all that the worker has claimed.
    core::Result<core::Nothing> renew(const QString &worker, std::chrono::milliseconds lease);

    enum class Whose {
        Expired, ///< Of those whose lease is over.
        Anybody, ///< Of any other worker: the caller knows that no other is alive.
    };
    /// Makes one unsettled batch of another worker, the oldest, this worker's. Its writes may have been sent. Without
    /// items when there is none.
    core::Result<RunBatch> takeOver(const QString &worker, std::chrono::milliseconds lease,
                                    Whose whose = Whose::Expired);
    /// Claimed and not settled: on their way, or unknown since a kill. Oldest first.
    core::Result<QList<RunBatch>> unsettled();

    /// Ends a batch: its writes ended as `fate`, but those of `others`. What was not sent can be claimed again.
    /// Kind::Conflict when it is settled already, or is not, or no longer, this worker's; Kind::Invalid when one of
    /// `others` is not in it.
    core::Result<core::Nothing> settle(qint64 batch, const QString &worker, Fate fate,
                                       const QList<WriteEnd> &others = {});

    /// Ends a run that several workers share when nothing is left to claim and nothing is on its way. True when it has
    /// ended, by this or by another worker.
    core::Result<bool> endWhenDone();

    /// Lets writes that failed be claimed again; how they failed is kept. Of rejected, conflict and invalid any may be
    /// given. Returns how many writes.
    core::Result<qint64> retryFailed(const QList<Outcome> &outcomes = {Outcome::Rejected});

    /// At once, however many items there are.
    core::Result<RunCounts> counts();

    /// All ends of a write, oldest first.
    core::Result<QList<WriteAttempt>> attempts(qint64 write);

    /// Writes that were created or updated, after that with the id `afterWrite`, rising.
    core::Result<QList<DoneWrite>> done(qint64 afterWrite, int limit);

    /// The newest choice that this run wrote into the column of the row, or found there. Invalid when it did neither.
    /// `rowId` and `column` without letter case; "@odata.bind" behind the column is left out.
    core::Result<QDateTime> lastApplied(const QString &table, const QString &rowId, const QString &column);

    /// All that lastApplied() knows of these rows, at once.
    core::Result<RowTimes> timesOf(const QString &table, const QStringList &rowIds);

    struct AppliedPage {
        QList<AppliedRow> rows = {};
        qint64 last = 0; ///< The write up to which it goes; 0 at the end.
    };
    /// All that lastApplied() knows, of about so many writes after `afterWrite`, in their order: in that of the rows'
    /// ids each would have to be fetched from another place. Who wants them in order sorts them once. None after the
    /// write `upTo`.
    core::Result<AppliedPage> applied(qint64 afterWrite, int limit, qint64 upTo = std::numeric_limits<qint64>::max());

private:
    struct Batch {
        qint64 id = 0;
        QVariant first; ///< NULL when its writes are those of the retries that name it.
        QVariant last;
        qint64 creates = 0;
        qint64 updates = 0;
        QString worker;
        bool isSettled = false;
    };

    core::Result<RunBatch> claimNext(const QString &worker, int writes, qint64 lease);
    core::Result<RunBatch> claimRetries(const QString &worker, int writes, qint64 lease);
    core::Result<core::Nothing> writeBatch(RunBatch &batch, const QVariant &first, const QVariant &last, qint64 lease);
    core::Result<QList<RunItem>> itemsWhere(const QString &from, const QVariantList &values);
    core::Result<QList<RunItem>> itemsOf(qint64 batch, const QVariant &first, const QVariant &last);
    core::Result<Batch> lock(qint64 batch, const QString &worker);
    core::Result<core::Nothing> noteResults(const Batch &batch, const QList<WriteEnd> &others);
    core::Result<core::Nothing> giveBackRest(const Batch &batch);
    core::Result<core::Nothing> endItems(const Batch &batch, Fate fate, const QList<WriteEnd> &others);

    RunFile &m_file;
};

} // namespace store
