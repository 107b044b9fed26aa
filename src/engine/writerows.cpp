#include "engine/writerows.h"

#include "dataverse/resolve.h"
#include "engine/rowcheck.h"
#include "net/failure.h"

#include <QCoreApplication>

#include <algorithm>
#include <deque>
#include <map>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using dataverse::BulkWriteJob;
using dataverse::Row;
using dataverse::Write;
using store::Outcome;
using Question = SentRow::Question;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Push)
};

constexpr qsizetype mostTogether = 2'000; ///< Rows that are looked at in one job.
constexpr int mostTries = 4;              ///< Of what was certainly not written, for a reason that passes.
constexpr std::chrono::milliseconds firstWait{500};

class WriteRowsJob final : public core::Job<RowsWritten>
{
public:
    WriteRowsJob(bridge::Link &link, std::vector<SentRow> rows, const WriteRowsOptions &options, QObject *parent)
        : Job(parent)
        , m_link(link)
        , m_api(link.instance().apiUrl(link.profile().options.apiVersion))
        , m_options(options)
        , m_rows(std::move(rows))
        , m_isSent(m_rows.size(), false)
    {
        m_written.messages = options.messages;
        m_written.rowsPerRequest = std::max(1, options.rowsPerRequest);
        lookForMade();
    }

    void cancel() override
    {
        if (isSettled())
            return;
        m_isCancelled = true;
        if (m_isWaiting)
            return conclude();
        if (m_hasBegun) { // what was sent must become known first
            for (BulkWriteJob *job : std::as_const(m_sending))
                job->cancel();
            return;
        }
        deleteSteps();
        finish(Error::cancelled());
    }

private:
    using Rows = QList<Row>;
    using Numbers = std::vector<int>; ///< Of rows.
    using Taker = std::function<void(int row, const dataverse::Resolved &found)>;

    SentRow &row(int number) { return m_rows[size_t(number)]; }

    // --- before anything is sent

    /// Somebody may have made a row while its plan waited; a second one would never be found again.
    void lookForMade()
    {
        Numbers wanted;
        for (int i = 0; i < int(m_rows.size()); ++i) {
            if (row(i).plan.absent && row(i).question == Question::None)
                wanted.push_back(i);
        }
        look(
            wanted, [this](int i) { return *row(i).plan.absent; }, [](const SentRow &) { return QStringList(); },
            [this](int i, const dataverse::Resolved &found) {
                if (!found && found.error().kind != Error::Kind::Conflict)
                    return failBefore(found.error());
                const bool isOurs = found && found->size() == 1 && found->constFirst().id == row(i).write.rowId;
                if (!found || (!found->isEmpty() && !isOurs)) // ours: of an earlier try
                    row(i).end(Outcome::Conflict, Texts::tr("Another row for this person was made after the plan."));
            },
            [this] { compareFirst(); });
    }

    void compareFirst()
    {
        Numbers wanted;
        for (int i = 0; m_options.compareFirst && i < int(m_rows.size()); ++i) {
            const SentRow &one = row(i);
            const bool isGuarded = one.write.condition == Write::Condition::IfUnchanged;
            if (!one.isEnded && one.question == Question::None && !one.isCreate() && !one.write.rowId.isEmpty() &&
                (!isGuarded || !one.plan.permits))
                wanted.push_back(i);
        }
        look(
            wanted, [this](int i) { return row(i).address(); }, [](const SentRow &one) { return one.columnsToJudge(); },
            [this](int i, const dataverse::Resolved &found) {
                if (!found)
                    return failBefore(found.error());
                compare(row(i), *found);
            },
            [this] { begin(); });
    }

    static void compare(SentRow &one, const Rows &found)
    {
        if (found.isEmpty())
            return one.end(Outcome::Conflict, Texts::tr("The row was deleted after the plan was made."));
        if (one.isSaidBy(found.constFirst()))
            return one.end(Outcome::Unchanged, Texts::tr("The row already says so."));
        const QStringList changed = one.changedColumns(found.constFirst());
        if (!changed.isEmpty())
            return one.end(Outcome::Conflict,
                           Texts::tr("Somebody changed %1 after the plan was made.").arg(changed.join(u", "_s)));
        one.write.condition = Write::Condition::UpdateOnly;
        one.write.etag.clear();
    }

    void failBefore(const Error &error)
    {
        if (!isSettled())
            finish(error);
    }

    void begin()
    {
        if (m_options.beforeSending) {
            if (const auto ready = m_options.beforeSending(); !ready)
                return finish(ready.error());
        }
        m_hasBegun = true;
        Numbers unsent;
        for (int i = 0; i < int(m_rows.size()); ++i) {
            if (!row(i).isEnded && row(i).question == Question::None)
                unsent.push_back(i);
        }
        send(unsent);
    }

    // --- looking rows up

    /// Looks the rows up, those of one table with the same columns together, and calls `then` when all have been
    /// taken; not when the job has ended meanwhile.
    void look(const Numbers &wanted, const std::function<dataverse::Criterion(int)> &criterionOf,
              const std::function<QStringList(const SentRow &)> &columnsOfRow, const Taker &take,
              const std::function<void()> &then)
    {
        if (wanted.empty())
            return then();
        std::map<std::pair<const mapping::Table *, QStringList>, Numbers> groups;
        for (const int i : wanted)
            groups[{row(i).table, columnsOfRow(row(i))}].push_back(i);
        auto open = std::make_shared<qsizetype>(0);
        const auto taken = [this, open, then] {
            if (--*open == 0 && !isSettled())
                then();
        };
        for (const auto &[key, numbers] : groups)
            *open += (qsizetype(numbers.size()) + mostTogether - 1) / mostTogether;
        for (const auto &[key, numbers] : groups) {
            const auto &[table, columns] = key;
            for (size_t from = 0; from < numbers.size(); from += size_t(mostTogether)) {
                const Numbers part(numbers.begin() + qsizetype(from),
                                   numbers.begin() + qsizetype(std::min(numbers.size(), from + size_t(mostTogether))));
                lookAt(*table, columns, part, criterionOf, take, taken);
            }
        }
    }

    void lookAt(const mapping::Table &table, const QStringList &columns, const Numbers &numbers,
                const std::function<dataverse::Criterion(int)> &criterionOf, const Taker &take,
                const std::function<void()> &taken)
    {
        if (numbers.size() == 1) {
            const int only = numbers.front();
            m_link.dataverse()
                .find(table, criterionOf(only), columns, enoughToSeeSeveral, this)
                ->whenDone(this, [take, taken, only](const Result<Rows> &found) {
                    take(only, found);
                    taken();
                });
            return;
        }
        QList<dataverse::Criterion> criteria;
        criteria.reserve(qsizetype(numbers.size()));
        for (const int i : numbers)
            criteria << criterionOf(i);
        auto *job = new dataverse::ResolveJob(m_link.dataverseService(), m_link.tokens(), m_api, table, criteria,
                                              columns, this);
        job->whenDone(this, [numbers, take, taken](const Result<QList<dataverse::Resolved>> &found) {
            for (size_t i = 0; i < numbers.size(); ++i)
                take(numbers[i], found ? found->at(qsizetype(i)) : dataverse::Resolved(found.error()));
            taken();
        });
    }

    // --- sending

    void send(const Numbers &unsent)
    {
        for (const int i : unsent) {
            // Rows of one table go together; in practice there is but one.
            if (m_pieces.empty() || m_pieces.back().size() >= size_t(m_written.rowsPerRequest) ||
                row(m_pieces.back().front()).table != row(i).table)
                m_pieces.emplace_back();
            m_pieces.back().push_back(i);
        }
        sendMore();
    }

    void sendMore()
    {
        while (!m_pieces.empty() && int(m_sending.size()) < std::max(1, m_options.requestsAtOnce)) {
            const Numbers numbers = std::move(m_pieces.front());
            m_pieces.pop_front();
            sendPiece(numbers);
        }
        if (m_sending.empty())
            ask();
    }

    void sendPiece(const Numbers &numbers)
    {
        if (m_isCancelled || m_written.stop) {
            const Error why = m_written.stop ? *m_written.stop : Error::cancelled();
            for (const int i : numbers)
                judgeAnswer(row(i), {.error = why});
            return;
        }
        QList<Write> writes;
        writes.reserve(qsizetype(numbers.size()));
        for (const int i : numbers) {
            writes << row(i).write;
            m_isSent[size_t(i)] = true;
        }
        const dataverse::BulkOptions options{.messages = m_written.messages,
                                             .tag = m_link.profile().options.tag,
                                             .headers = m_options.headers,
                                             .rowsPerMessage = m_written.rowsPerRequest,
                                             .rowsPerBatch =
                                                 std::min(m_written.rowsPerRequest, dataverse::largestBatch)};
        auto *job = new BulkWriteJob(m_link.dataverseService(), m_link.tokens(), m_api,
                                     dataverse::BulkTable::of(*row(numbers.front()).table), writes, options, this);
        m_sending << job;
        job->whenDone(this, [this, job, numbers](const Result<dataverse::BulkReply> &reply) {
            m_sending.removeOne(job);
            take(numbers, reply);
            sendMore();
        });
    }

    void take(const Numbers &numbers, const Result<dataverse::BulkReply> &reply)
    {
        if (!reply) { // a bulk job always answers; this is the last resort
            for (const int i : numbers)
                judgeAnswer(row(i), {.fate = dataverse::BulkAnswer::Fate::Unknown, .error = reply.error()});
            return;
        }
        for (size_t i = 0; i < numbers.size(); ++i)
            judgeAnswer(row(numbers[i]), reply->answers.at(qsizetype(i)));
        m_written.requests += reply->requests;
        m_written.longest = std::max(m_written.longest, reply->longest);
        m_written.messages.create &= reply->messages.create;
        m_written.messages.update &= reply->messages.update;
        m_written.messages.upsert &= reply->messages.upsert;
        if (numbers.size() > 1)
            m_written.rowsPerRequest =
                std::min({m_written.rowsPerRequest, reply->rowsPerMessage, std::max(reply->rowsPerBatch, 1)});
        if (reply->stop && !m_written.stop)
            m_written.stop = reply->stop;
    }

    // --- what the answers left open

    void ask()
    {
        Numbers open;
        for (int i = 0; i < int(m_rows.size()); ++i) {
            if (row(i).question != Question::None)
                open.push_back(i);
        }
        look(
            open, [this](int i) { return row(i).address(); }, [](const SentRow &one) { return one.columnsToJudge(); },
            [this](int i, const dataverse::Resolved &found) {
                if (found)
                    return judgeRows(row(i), *found);
                m_written.unanswered = found.error();
                row(i).leaveOpen(found.error());
            },
            [this] { sendAgain(); });
    }

    void sendAgain()
    {
        Numbers again;
        bool mustWait = false;
        for (int i = 0; i < int(m_rows.size()); ++i) {
            if (const bool isOver = row(i).isEnded; isOver && mayTryAgain(i))
                mustWait = true;
            else if (isOver)
                continue;
            again.push_back(i);
        }
        if (again.empty())
            return conclude();
        if (!mustWait)
            return send(again);
        m_isWaiting = true;
        m_link.clock().after(firstWait * (1 << m_tries++), this, [this, again] {
            if (isSettled())
                return;
            m_isWaiting = false;
            m_written.stop.reset();
            for (const int i : again) {
                if (row(i).isEnded)
                    row(i).reopen();
            }
            send(again);
        });
    }

    /// Below this nothing is sent twice whose answer was lost: only here it is known that it was not carried out.
    bool mayTryAgain(int number) const
    {
        const auto passes = [](const Error &error) {
            return error.isTransient() && error.kind != Error::Kind::Throttled && !net::isCertainlyUnsent(error);
        };
        const SentRow &one = m_rows[size_t(number)];
        return m_isSent[size_t(number)] && one.report.mayRepeat && one.isAsDecided && passes(one.report.error) &&
               (!m_written.stop || passes(*m_written.stop)) && m_tries + 1 < mostTries && !m_isCancelled;
    }

    void conclude()
    {
        m_written.rows.reserve(qsizetype(m_rows.size()));
        for (SentRow &one : m_rows)
            m_written.rows << std::move(one.report);
        finish(std::move(m_written));
    }

    bridge::Link &m_link;
    const QUrl m_api;
    const WriteRowsOptions m_options;
    std::vector<SentRow> m_rows;
    std::vector<bool> m_isSent;   ///< By this job.
    std::deque<Numbers> m_pieces; ///< Not sent yet.
    QList<BulkWriteJob *> m_sending;
    bool m_hasBegun = false;
    bool m_isCancelled = false;
    bool m_isWaiting = false; ///< Before what was not written is tried again.
    int m_tries = 0;
    RowsWritten m_written;
};

} // namespace

core::Job<RowsWritten> *writeRows(bridge::Link &link, std::vector<SentRow> rows, const WriteRowsOptions &options,
                                  QObject *parent)
{
    return new WriteRowsJob(link, std::move(rows), options, parent);
}

} // namespace engine
