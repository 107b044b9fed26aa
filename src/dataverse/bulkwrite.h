#pragma once

#include "core/job.h"
#include "dataverse/batch.h"
#include "dataverse/bulkbody.h"
#include "dataverse/client.h"

#include <QElapsedTimer>

#include <deque>
#include <vector>

namespace dataverse {

struct BulkOptions {
    BulkMessages messages = {}; ///< As probed; none: everything goes by batch.
    QString tag = {};           ///< Sent as ?tag= with each write, unless empty.
    net::Headers headers = {};  ///< For each write besides: MSCRM.BypassBusinessLogicExecution and the like.
    int rowsPerMessage = 100;   ///< Of one bulk message; from 1 to 4,000.
    int rowsPerBatch = 100;     ///< Of one $batch; from 1 to 1,000. 1: everything that no message takes goes alone.
    std::chrono::milliseconds deadline = std::chrono::minutes(4); ///< Of a bulk message or a batch.
};

/// What became of one write.
struct BulkAnswer {
    enum class Fate {
        Done,    ///< `reply` says what it did; it also stands for a condition that did not hold (Missing, …).
        Refused, ///< Not written, and will not be as it is: `error` has this row's own reason.
        Unknown, ///< Sent, but how it ended was not to be heard: look before it is sent again. `error` says why.
        NotSent, ///< Surely not carried out: cancelled, or given up before its turn. `error` says why.
    };
    Fate fate = Fate::NotSent;
    WriteReply reply = {};
    core::Error error = {};
};

struct BulkReply {
    QList<BulkAnswer> answers = {};       ///< One for each write, same order.
    BulkMessages messages = {};           ///< As asked, without those that the service turned out not to have.
    int rowsPerMessage = 0;               ///< As asked, or smaller: as many as worked in the end.
    int rowsPerBatch = 0;                 ///< The same for batches.
    int requests = 0;                     ///< Sent by this job; what the scheduler repeated counts once.
    std::chrono::milliseconds time{0};    ///< From the first request to the last answer, waiting for permits included.
    std::chrono::milliseconds longest{0}; ///< The slowest answer to one of the requests, without the waiting.
    std::optional<core::Error> stop = {}; ///< Why it was given up before the end, if it was.
};

/// Writes many rows in as few requests as their conditions allow, and tells what became of each.
///
/// Each write goes by the best message (wayOf()). Bulk messages are all-or-nothing and do not say which row is to
/// blame. A refused one of n rows is sent again as $batch with "continue on error" where that takes no more requests
/// than bisecting: a batch of b rows tells each row's own reason, so ceil(n / b) requests end it, while bisecting for
/// one bad row down to b rows and a batch for these takes 2 × ceil(log2(n / b)) + 1. Above that (n more than about
/// eight batches) it is halved first. So every row that can be written is written, and the others stand alone with
/// their own reasons.
///
/// Rows that occur several times are written in their order, one after the other. If it is not known how one ended, the
/// next one is not sent: it might be overtaken.
///
/// Too large, SQL's or a plug-in's time-out, a server's fault (500): the piece is sent again in halves, and the smaller
/// size is kept; a server's fault with few rows is left to a batch, as a refusal is. Where an answer leaves open whether
/// something was done (none in time, a proxy's fault), only guarded writes are sent again: the others would set off a
/// second time what hangs on the change, and are Unknown. Three requests in a row without an answer in time, a
/// connection that does not work, 401, 429 beyond the policy's patience, 502 and 503 end the job: what had been sent is
/// Unknown, the rest NotSent.
///
/// WriteReply::attempts is more than one when the row may have been written by an earlier request whose answer was not
/// heard or that was refused as a duplicate: "already there" may then be our own work.
///
/// One request at a time; for more, run several jobs, with each row in one of them only. Cancelling takes nothing back:
/// the request that runs is waited for, and what has not been sent is NotSent.
class BulkWriteJob final : public core::Job<BulkReply>
{
    Q_DECLARE_TR_FUNCTIONS(dataverse::BulkWriteJob)

public:
    BulkWriteJob(net::Service &service, net::Authorizer &authorizer, const QUrl &apiUrl, const BulkTable &table,
                 const QList<Write> &writes, const BulkOptions &options, QObject *parent);

    void cancel() override;

private:
    using Rows = std::vector<int>; ///< Numbers of writes.

    /// Rows that travel together; more than the size that works are cut off in front.
    struct Piece {
        BulkWay way = BulkWay::Batch;
        Rows rows = {};
    };

    void sortIntoWaves();
    void startWave(const Rows &wave);
    void next();
    void send(const net::Request &request, Piece piece, std::function<void(Piece, const net::Reply &)> read);
    void sendMessage(Piece piece);
    void sendBatch(Piece piece);
    void sendAlone(int row);

    void readMessage(Piece piece, const net::Reply &reply);
    void readBatch(Piece piece, const net::Reply &reply, const Batch &sent);
    void readAlone(int row, const core::Result<WriteReply> &reply);
    bool readPart(int row, const BatchPart &part);
    bool endedBefore(const Piece &piece, const net::Reply &reply);

    void late(Piece piece, const core::Error &error);
    void shrink(const Piece &piece);
    void sendGuardedAgain(Piece piece, const core::Error &why);
    bool areGuarded(const Rows &rows) const;
    void splitOrBatch(Piece piece);
    void done(int row, WriteReply reply);
    void settle(int row, BulkAnswer::Fate fate, const core::Error &error);
    void doubt(const Rows &rows);
    void stop(const core::Error &error);
    int roomFor(BulkWay way) const;
    void withdraw(BulkWay way);
    void end();

    net::Service &m_service;
    net::Authorizer &m_authorizer;
    const Api m_api;
    const Client m_client; ///< Makes the requests of single writes; batches hold the same ones.
    const BulkTable m_table;
    const QList<Write> m_writes;
    const BulkOptions m_options;

    std::deque<Rows> m_waves;   ///< Within one, no row occurs twice.
    std::deque<Piece> m_pieces; ///< Of the wave that runs.
    std::vector<int> m_before;  ///< The write before this one of the same row; -1.
    std::vector<bool> m_isSettled;
    std::vector<bool> m_isDoubtful; ///< An earlier request may have written it.
    BulkReply m_reply;
    QElapsedTimer m_running;
    int m_settled = 0;
    int m_lateInARow = 0;
    bool m_isCancelled = false;
};

} // namespace dataverse
