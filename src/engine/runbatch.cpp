#include "engine/runbatch.h"

#include "core/lowercase.h"
#include "engine/askagain.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using store::Fate;
using store::RunItem;
using store::RunWrite;
using store::WriteEnd;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::Run)
};

constexpr int mostLooks = 8; ///< At what could not be found out, with growing waits; about four minutes.
constexpr std::chrono::seconds firstWait{1};
constexpr std::chrono::seconds longestWait{60};

/// What nobody else may write meanwhile.
QStringList namesOf(const RunItem &item)
{
    QStringList names = item.shared;
    for (const RunWrite &write : item.writes) {
        const QString place = write.rowId.isEmpty() ? write.address : core::lowerCase(write.rowId);
        const QString name = write.table + u'/' + place;
        if (!names.contains(name))
            names << name;
    }
    return names;
}

class RunBatchJob final : public core::Job<BatchEnd>
{
public:
    RunBatchJob(bridge::Link &link, const store::RunBatch &batch, RunRows &rows, BusyNames &busy,
                const RunBatchOptions &options, QObject *parent)
        : Job(parent), m_link(link), m_batch(batch), m_rows(rows), m_busy(busy), m_options(options)
    {
        for (int i = 0; i < int(m_batch.items.size()); ++i)
            m_waiting.push_back(i);
        ask();
    }

    ~RunBatchJob() override { m_busy.giveBack(m_held); }

    void cancel() override
    {
        if (isSettled())
            return;
        m_isCancelled = true;
        if (m_writing) // what was sent must become known first
            return m_writing->cancel();
        deleteSteps();
        giveUpRest(Error::cancelled());
        conclude();
    }

private:
    // --- whether the choices still stand

    void ask()
    {
        QList<KnownChoices> people;
        const QDateTime now = m_link.clock().now();
        const bool isOld = !m_options.knownAt.isValid() || m_options.knownAt.addSecs(m_options.trusted.count()) < now;
        for (const RunItem &item : std::as_const(m_batch.items)) {
            // What an earlier worker has sent is only judged.
            if (!m_batch.isTakenOver && item.effects.testFlag(store::Effect::NewlyPermits))
                people << KnownChoices{.person = item.person,
                                       .time = item.eventTime.addMSecs(m_options.undoneBy.count())};
        }
        if (!m_options.isAskingAgain || !isOld || people.isEmpty())
            return writeSome();
        askAgain(m_link, people, this)->whenDone(this, [this](const Result<QHash<QString, QString>> &changed) {
            if (isSettled())
                return;
            if (!changed) {
                giveUpRest(changed.error());
                return conclude();
            }
            leaveOut(*changed);
            writeSome();
        });
    }

    void leaveOut(const QHash<QString, QString> &changed)
    {
        std::erase_if(m_waiting, [&](int index) {
            const RunItem &item = m_batch.items.at(index);
            if (!changed.contains(item.person))
                return false;
            for (const RunWrite &write : item.writes)
                m_end.ends << WriteEnd{.write = write.id, .fate = Fate::Conflict, .reason = changed.value(item.person)};
            return true;
        });
    }

    // --- writing

    /// Those that nobody else is at; the rest waits for the next time.
    void writeSome()
    {
        if (m_waiting.empty())
            return lookAgain();
        std::vector<int> later;
        std::vector<SentRow> rows;
        for (const int index : m_waiting) {
            const RunItem &item = m_batch.items.at(index);
            const QStringList names = namesOf(item);
            if (!m_busy.take(names)) {
                later.push_back(index);
                continue;
            }
            m_held += names;
            for (const RunWrite &write : item.writes)
                add(write, rows);
        }
        m_waiting = std::move(later);
        if (m_held.isEmpty()) { // all of it is at work elsewhere
            m_freed = connect(&m_busy, &BusyNames::freed, this, [this] {
                disconnect(m_freed);
                writeSome();
            });
            return;
        }
        if (rows.empty())
            return endRound();
        m_writing = writeRows(m_link, std::move(rows), m_options.writing, this);
        m_writing->whenDone(this, [this](const Result<RowsWritten> &written) {
            m_writing = nullptr;
            take(written);
            endRound();
        });
    }

    void add(const RunWrite &write, std::vector<SentRow> &rows)
    {
        auto row = m_rows.sentRow(write);
        if (!row) {
            m_end.ends << WriteEnd{.write = write.id, .fate = Fate::Invalid, .reason = row.error().message};
            return;
        }
        if (m_batch.isTakenOver) {
            row->question = SentRow::Question::WasItWritten;
            row->report.error.message = Texts::tr("The program ended while this was sent.");
        }
        rows.push_back(std::move(*row));
        m_sent.push_back(write);
    }

    void endRound()
    {
        m_sent.clear();
        m_busy.giveBack(std::exchange(m_held, {}));
        if (m_isCancelled)
            giveUpRest(Error::cancelled());
        else if (m_end.stop)
            giveUpRest(*m_end.stop);
        writeSome();
    }

    void take(const Result<RowsWritten> &written)
    {
        if (!written) { // nothing was sent
            stop(written.error());
            for (const RunWrite &write : m_sent)
                m_end.ends << WriteEnd{.write = write.id, .fate = Fate::NotSent};
            return;
        }
        for (size_t i = 0; i < m_sent.size(); ++i)
            takeRow(m_sent[i], written->rows.at(qsizetype(i)));
        m_end.requests += written->requests;
        if (written->unanswered && isRefusal(*written->unanswered)) // it says more than that to the write
            stop(*written->unanswered);
        if (written->stop)
            stop(*written->stop);
        m_end.last = {.messages = written->messages,
                      .rowsPerRequest = written->rowsPerRequest,
                      .longest = std::max(m_end.last.longest, written->longest)};
    }

    void takeRow(const RunWrite &write, const RowReport &report)
    {
        if (!report.isSettled) {
            m_unknown << write;
            return;
        }
        const bool isForOthers = m_options.hasOthers && report.outcome == store::Outcome::Rejected &&
                                 report.error.kind == Error::Kind::Forbidden;
        if (isForOthers)
            m_forbidden = report.error;
        const Fate fate = report.mayRepeat || isForOthers ? Fate::NotSent : store::fateOf(report.outcome);
        m_hasWritten |= fate == Fate::Created || fate == Fate::Updated;
        const bool isAsPlanned = (fate == Fate::Created && write.action == RunWrite::Action::Create) ||
                                 (fate == Fate::Updated && write.action == RunWrite::Action::Update);
        if (isAsPlanned && report.rowId.compare(write.rowId, Qt::CaseInsensitive) == 0)
            return;
        m_end.ends << WriteEnd{.write = write.id,
                               .fate = fate,
                               .reason = report.reason,
                               .code = report.error.code,
                               .requestId = report.requestId,
                               .rowId = report.rowId};
    }

    // --- what could not be found out

    void lookAgain()
    {
        if (m_unknown.isEmpty())
            return conclude();
        if (m_isCancelled || m_end.isRefused || m_looks == mostLooks) { // who is refused is not answered later either
            m_end.isOpen = true;
            return conclude();
        }
        const auto wait = std::min<std::chrono::seconds>(firstWait * (1 << m_looks), longestWait);
        ++m_looks;
        m_link.clock().after(wait, this, [this] {
            if (isSettled())
                return;
            std::vector<SentRow> rows;
            const QList<RunWrite> unknown = std::exchange(m_unknown, {});
            for (const RunWrite &write : unknown)
                add(write, rows);
            for (SentRow &row : rows) {
                row.question = SentRow::Question::WasItWritten;
                row.report.error.message = Texts::tr("No answer was heard.");
            }
            m_writing = writeRows(m_link, std::move(rows), m_options.writing, this);
            m_writing->whenDone(this, [this](const Result<RowsWritten> &written) {
                m_writing = nullptr;
                if (!written) // cannot be: what has a question is only asked
                    m_end.isOpen = true;
                else
                    take(written);
                m_sent.clear();
                lookAgain();
            });
        });
    }

    static bool isRefusal(const Error &error)
    {
        return error.kind == Error::Kind::SignIn || error.kind == Error::Kind::Forbidden;
    }

    /// Writing came to its end before its time.
    void stop(const Error &why)
    {
        if (m_end.stop)
            return;
        m_end.stop = why;
        m_end.isRefused = isRefusal(why);
    }

    void giveUpRest(const Error &why)
    {
        if (!m_end.stop)
            m_end.stop = why;
        for (const int index : std::exchange(m_waiting, {})) {
            for (const RunWrite &write : m_batch.items.at(index).writes)
                m_end.ends << WriteEnd{.write = write.id, .fate = Fate::NotSent};
        }
        if (m_isCancelled && !m_unknown.isEmpty())
            m_end.isOpen = true;
    }

    void conclude()
    {
        if (isSettled())
            return;
        m_busy.giveBack(std::exchange(m_held, {}));
        if (m_forbidden && !m_hasWritten) // one row may be beyond its reach; this is everything
            stop(*m_forbidden);
        finish(std::move(m_end));
    }

    bridge::Link &m_link;
    const store::RunBatch m_batch;
    RunRows &m_rows;
    BusyNames &m_busy;
    const RunBatchOptions m_options;
    std::vector<int> m_waiting;   ///< Items whose turn has not come.
    std::vector<RunWrite> m_sent; ///< Of this round.
    QStringList m_held;
    QList<RunWrite> m_unknown;
    QMetaObject::Connection m_freed;
    QPointer<core::Job<RowsWritten>> m_writing;
    std::optional<Error> m_forbidden; ///< What was given back for others.
    bool m_hasWritten = false;
    int m_looks = 0;
    bool m_isCancelled = false;
    BatchEnd m_end;
};

} // namespace

bool BusyNames::take(const QStringList &names)
{
    for (const QString &name : names) {
        if (m_names.contains(name))
            return false;
    }
    for (const QString &name : names)
        m_names.insert(name);
    return true;
}

void BusyNames::giveBack(const QStringList &names)
{
    if (names.isEmpty())
        return;
    for (const QString &name : names)
        m_names.remove(name);
    Q_EMIT freed();
}

core::Job<BatchEnd> *runBatch(bridge::Link &link, const store::RunBatch &batch, RunRows &rows, BusyNames &busy,
                              const RunBatchOptions &options, QObject *parent)
{
    return new RunBatchJob(link, batch, rows, busy, options, parent);
}

} // namespace engine
