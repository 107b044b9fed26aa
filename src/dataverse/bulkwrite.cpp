#include "dataverse/bulkwrite.h"

#include "core/lowercase.h"
#include "dataverse/errors.h"
#include "dataverse/writejob.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using Fate = BulkAnswer::Fate;
using Kind = core::Error::Kind;

namespace {

constexpr int mostRowsPerMessage = 4'000;
constexpr int mostLateInARow = 3;
constexpr int bytesPerBatchedRow = 600; ///< About: what stands around a body of a few columns.

constexpr quint32 sqlTimeout = 0x80044151;
constexpr quint32 sqlError = 0x80044150;
constexpr quint32 noLock = 0x80044339;
constexpr quint32 deadlock = 0x80073000;

/// 0x80044171 to …73: a plug-in did not come to its end in time.
bool isTimeout(quint32 number)
{
    return number == sqlTimeout || (number >= 0x80044171 && number <= 0x80044173);
}

/// What the retry table repeats (dataverse-api section 3.4), by itself or as a part of a batch.
bool isPassing(int status, quint32 number)
{
    const bool isDeadlock = number == sqlError || number == noLock || number == deadlock;
    return status == 429 || status == 408 || status == 502 || status == 503 || status == 504 ||
           (status >= 500 && isDeadlock);
}

/// Whoever asks is not let in at all, whatever the row (dataverse-api section 3.3).
bool keepsOut(quint32 number)
{
    constexpr std::array numbers{0x80072560U, 0x80040225U, 0x8004a112U, 0x80042f09U,
                                 0x8004d24bU, 0x8004a104U, 0x8004a113U};
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

bool isGateway(int status)
{
    return status == 502 || status == 503;
}

bool isLate(int status)
{
    return status == 408 || status == 504;
}

bool namesNothing(int status)
{
    return status == 404 || status == 405 || status == 501;
}

/// False when the request surely never left.
bool mayHaveBeenSent(const Error &error)
{
    switch (error.kind) {
    case Kind::SignIn:
    case Kind::Invalid:
    case Kind::Keychain:
    case Kind::Forbidden:
        return false;
    case Kind::Cancelled:
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Tls:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Throttled:
    case Kind::Server:
    case Kind::Rejected:
    case Kind::BadReply:
    case Kind::Storage:
        break;
    }
    return true;
}

int halvings(int rows, int room)
{
    int count = 0;
    for (int size = rows; size > room; size = (size + 1) / 2)
        ++count;
    return count;
}

/// Whether batches of `room` rows end it in no more requests than bisecting for one bad row.
bool isBatchQuicker(int rows, int room)
{
    return (rows + room - 1) / room <= 2 * halvings(rows, room) + 1;
}

} // namespace

BulkWriteJob::BulkWriteJob(net::Service &service, net::Authorizer &authorizer, const QUrl &apiUrl,
                           const BulkTable &table, const QList<Write> &writes, const BulkOptions &options,
                           QObject *parent)
    : Job(parent)
    , m_service(service)
    , m_authorizer(authorizer)
    , m_api(apiUrl)
    , m_client(service, authorizer, apiUrl, options.tag)
    , m_table(table)
    , m_writes(writes)
    , m_options(options)
    , m_before(size_t(writes.size()), -1)
    , m_isSettled(size_t(writes.size()), false)
    , m_isDoubtful(size_t(writes.size()), false)
{
    m_reply.answers.resize(writes.size());
    m_reply.messages = options.messages;
    m_reply.rowsPerMessage = std::clamp(options.rowsPerMessage, 1, mostRowsPerMessage);
    m_reply.rowsPerBatch = std::clamp(options.rowsPerBatch, 1, largestBatch);
    m_running.start();
    sortIntoWaves();
    next();
}

void BulkWriteJob::cancel()
{
    m_isCancelled = true; // next() looks, when what runs has its answer
}

void BulkWriteJob::sortIntoWaves()
{
    struct Last {
        int row = -1;
        size_t wave = 0;
    };
    QHash<QString, Last> lasts;
    lasts.reserve(m_writes.size());
    for (int row = 0; row < m_writes.size(); ++row) {
        const Write &write = m_writes.at(row);
        if (const std::optional<Error> problem = write.problem()) {
            settle(row, Fate::Refused, *problem);
            continue;
        }
        Last &last = lasts[rowIdentity(write)];
        const size_t wave = last.row < 0 ? 0 : last.wave + 1;
        m_before[size_t(row)] = last.row;
        last = {.row = row, .wave = wave};
        if (m_waves.size() <= wave)
            m_waves.resize(wave + 1);
        m_waves[wave].push_back(row);
    }
}

void BulkWriteJob::startWave(const Rows &wave)
{
    std::array<Piece, 4> pieces{Piece{.way = BulkWay::UpdateMultiple}, Piece{.way = BulkWay::CreateMultiple},
                                Piece{.way = BulkWay::UpsertMultiple}, Piece{.way = BulkWay::Batch}};
    for (const int row : wave) {
        const int before = m_before[size_t(row)];
        const Fate fate = before < 0 ? Fate::Done : m_reply.answers.at(before).fate;
        if (fate == Fate::Unknown || fate == Fate::NotSent) {
            settle(row, Fate::NotSent,
                   {.kind = Kind::Conflict,
                    .message = tr("It is not known what became of an earlier change of the same row."),
                    .fix = tr("Look the row up, then write what it still lacks.")});
            continue;
        }
        const BulkWay way = wayOf(m_writes.at(row), m_table, m_reply.messages);
        std::find_if(pieces.begin(), pieces.end(), [way](const Piece &piece) {
            return piece.way == way;
        })->rows.push_back(row);
    }
    for (Piece &piece : pieces) {
        if (!piece.rows.empty())
            m_pieces.push_back(std::move(piece));
    }
}

void BulkWriteJob::next()
{
    if (isSettled())
        return;
    if (m_isCancelled)
        return stop(Error::cancelled());
    while (m_pieces.empty() && !m_waves.empty()) {
        const Rows wave = std::move(m_waves.front());
        m_waves.pop_front();
        startWave(wave);
    }
    if (m_pieces.empty())
        return end();

    Piece piece = std::move(m_pieces.front());
    m_pieces.pop_front();
    const auto room = size_t(roomFor(piece.way));
    if (piece.rows.size() > room) {
        Piece rest{.way = piece.way, .rows = Rows(piece.rows.begin() + qsizetype(room), piece.rows.end())};
        piece.rows.resize(room);
        m_pieces.push_front(std::move(rest));
    }
    if (piece.rows.size() == 1)
        sendAlone(piece.rows.front());
    else if (piece.way == BulkWay::Batch)
        sendBatch(std::move(piece));
    else
        sendMessage(std::move(piece));
    Q_EMIT progressed(m_settled, m_writes.size()); // last: a handler may delete this job
}

int BulkWriteJob::roomFor(BulkWay way) const
{
    return way == BulkWay::Batch ? m_reply.rowsPerBatch : m_reply.rowsPerMessage;
}

void BulkWriteJob::send(const net::Request &request, Piece piece, std::function<void(Piece, const net::Reply &)> read)
{
    ++m_reply.requests;
    net::sendAuthorized(m_service, m_authorizer, request, this)
        ->whenDone(this, [this, piece = std::move(piece), read = std::move(read)](const Result<net::Reply> &reply) {
            if (!reply) {
                const Error &error = reply.error();
                if (error.kind == Kind::Timeout) {
                    late(piece, error);
                    return next();
                }
                if (mayHaveBeenSent(error))
                    doubt(piece.rows);
                return stop(error);
            }
            m_reply.longest = std::max(m_reply.longest, reply->duration);
            if (!isLate(reply->status))
                m_lateInARow = 0;
            if (endedBefore(piece, *reply))
                return;
            read(piece, *reply);
            next();
        });
}

/// What an answer means that says nothing of the rows. True when it ended the job.
bool BulkWriteJob::endedBefore(const Piece &piece, const net::Reply &reply)
{
    const int status = reply.status;
    const Refusal refusal = status == 403 ? readRefusal(reply) : Refusal();
    const bool isOurs = refusal.isODataError && (piece.way == BulkWay::Batch || keepsOut(refusal.code()));
    if (status != 401 && status != 429 && !isGateway(status) && !isOurs)
        return false;
    // A refusal was not carried out; but an earlier attempt, whose answer the scheduler did not get, may have been.
    if (isGateway(status) || reply.attempts > 1)
        doubt(piece.rows);
    stop(readError(reply));
    return true;
}

void BulkWriteJob::sendMessage(Piece piece)
{
    QByteArray path = bulkPath(piece.way, m_table);
    if (!m_options.tag.isEmpty())
        path += "?tag=" + QUrl::toPercentEncoding(m_options.tag);
    net::Request request = m_api.patch(path, bulkBody(piece.way, m_table, m_writes, piece.rows), u"Write many rows"_s);
    request.method = "POST";
    request.headers += m_options.headers;
    request.deadline = m_options.deadline;
    request.isTriedAgainWhenLate = false;
    request.isRepeatable = areGuarded(piece.rows);
    send(request, std::move(piece),
         [this](Piece sent, const net::Reply &reply) { readMessage(std::move(sent), reply); });
}

void BulkWriteJob::sendBatch(Piece piece)
{
    BatchWriter writer(qsizetype(piece.rows.size()) * bytesPerBatchedRow);
    Rows taken;
    for (const int row : piece.rows) {
        net::Request request = m_client.requestFor(m_writes.at(row));
        request.headers += m_options.headers;
        if (const std::optional<Error> problem = writer.add(request))
            settle(row, Fate::Refused, *problem);
        else
            taken.push_back(row);
    }
    piece.rows = std::move(taken);
    if (piece.rows.empty()) {
        QMetaObject::invokeMethod(
            this, [this] { next(); }, Qt::QueuedConnection);
        return;
    }
    const Batch batch = writer.take();
    net::Request request = m_api.patch("$batch", batch.body, u"Write many rows"_s);
    request.method = "POST";
    for (auto &[name, value] : request.headers) {
        if (name == "Content-Type")
            value = batch.contentType;
    }
    request.headers.emplaceBack("Prefer", "odata.continue-on-error");
    request.deadline = m_options.deadline;
    request.isTriedAgainWhenLate = false;
    request.isRepeatable = areGuarded(piece.rows);
    send(request, std::move(piece), [this, places = batch.places](Piece sent, const net::Reply &reply) {
        readBatch(std::move(sent), reply, {.places = places});
    });
}

void BulkWriteJob::sendAlone(int row)
{
    ++m_reply.requests;
    net::Request request = m_client.requestFor(m_writes.at(row));
    request.headers += m_options.headers;
    request.deadline = std::min(request.deadline, m_options.deadline);
    auto *write = new WriteJob(m_service, m_authorizer, request, m_writes.at(row), this);
    write->whenDone(this, [this, row](const Result<WriteReply> &reply) { readAlone(row, reply); });
}

void BulkWriteJob::readMessage(Piece piece, const net::Reply &reply)
{
    if (reply.isSuccess()) {
        // A page in HTML with status 200 is some proxy's: nothing says that the rows have arrived.
        if (reply.status != 204 && !reply.body.isEmpty() && !QJsonDocument::fromJson(reply.body).isObject()) {
            doubt(piece.rows);
            return stop(unreadableReply(reply));
        }
        const bool isCreated = piece.way == BulkWay::CreateMultiple;
        const WriteReply::Effect effect = isCreated ? WriteReply::Effect::Created : WriteReply::Effect::Updated;
        const QString requestId = reply.requestId();
        for (const int row : piece.rows)
            done(row, {.effect = effect,
                       .rowId = core::lowerCase(m_writes.at(row).rowId),
                       .requestId = requestId,
                       .httpStatus = reply.status,
                       .attempts = reply.attempts});
        return;
    }
    const Refusal refusal = readRefusal(reply);
    const quint32 number = refusal.code();
    if (isLate(reply.status))
        return late(std::move(piece), readError(reply));
    if (reply.status == 413 || isTimeout(number)) {
        if (reply.attempts > 1 || !refusal.isODataError)
            doubt(piece.rows);
        shrink(piece);
        m_pieces.push_front(std::move(piece));
        return;
    }
    if (namesNothing(reply.status) && !saysRowIsMissing(reply)) {
        withdraw(piece.way);
        piece.way = BulkWay::Batch;
        m_pieces.push_front(std::move(piece));
        return;
    }
    // Refused, so that nothing of it was written; unless this was the repetition of a request whose answer got lost.
    const bool mayBeEcho = number == code::duplicateRecord || number == code::duplicateRecordEntityKey;
    if (reply.attempts > 1 || mayBeEcho || !refusal.isODataError)
        doubt(piece.rows);
    if (reply.status >= 500 && !refusal.isODataError) { // of something in between: it may have been carried out
        shrink(piece);
        return sendGuardedAgain(std::move(piece), readError(reply));
    }
    // What fails without a reason may be too much at once, or one row: both end with less.
    if (reply.status >= 500 && int(piece.rows.size()) > m_reply.rowsPerBatch) {
        shrink(piece);
        m_pieces.push_front(std::move(piece));
        return;
    }
    splitOrBatch(std::move(piece));
}

void BulkWriteJob::splitOrBatch(Piece piece)
{
    const auto rows = piece.rows.size();
    if (isBatchQuicker(int(rows), m_reply.rowsPerBatch)) {
        piece.way = BulkWay::Batch;
        m_pieces.push_front(std::move(piece));
        return;
    }
    Piece second{.way = piece.way, .rows = Rows(piece.rows.begin() + qsizetype(rows / 2), piece.rows.end())};
    piece.rows.resize(rows / 2);
    m_pieces.push_front(std::move(second));
    m_pieces.push_front(std::move(piece));
}

void BulkWriteJob::readBatch(Piece piece, const net::Reply &reply, const Batch &sent)
{
    const Result<BatchAnswers> answers = BatchAnswers::read(reply, sent);
    if (!answers) {
        if (reply.isSuccess()) { // not a batch's answer: it may have been carried out
            doubt(piece.rows);
            return stop(answers.error());
        }
        if (isLate(reply.status))
            return late(std::move(piece), answers.error());
        if (reply.attempts > 1 || reply.status >= 500)
            doubt(piece.rows);
        if (reply.status == 413 || reply.status >= 500)
            shrink(piece);
        else
            m_reply.rowsPerBatch = 1; // the service, or something before it, takes no batches: not again
        if (reply.status >= 500)
            return sendGuardedAgain(std::move(piece), answers.error());
        m_pieces.push_front(std::move(piece));
        return;
    }
    Piece rest{.way = BulkWay::Batch};
    Piece alone{.way = BulkWay::Batch};
    for (size_t i = 0; i < piece.rows.size(); ++i) {
        const int row = piece.rows[i];
        const BatchPart *part = answers->at(int(i));
        if (part && reply.attempts > 1)
            doubt({row});
        if (!part) {
            if (answers->status() < 400) { // "continue on error" runs all of them: it must have got lost
                doubt({row});
                if (!m_writes.at(row).isGuarded()) {
                    settle(row, Fate::Unknown, unreadableReply(reply));
                    continue;
                }
            }
            rest.rows.push_back(row);
        } else if (!readPart(row, *part)) {
            alone.rows.push_back(row);
        }
    }
    // What is only passing is left to the scheduler's patience, one by one; it holds back everything else meanwhile.
    const bool hasMoved = rest.rows.size() < piece.rows.size();
    for (const int row : alone.rows)
        m_pieces.push_back({.way = BulkWay::Batch, .rows = {row}});
    if (rest.rows.empty())
        return;
    if (hasMoved) {
        m_pieces.push_front(std::move(rest));
    } else {
        for (const int row : rest.rows)
            m_pieces.push_back({.way = BulkWay::Batch, .rows = {row}});
    }
}

/// False when it must be asked again.
bool BulkWriteJob::readPart(int row, const BatchPart &part)
{
    const net::Reply reply = part.toReply();
    if (!reply.isSuccess()) {
        const bool isUnauthorized = reply.status == 401; // in the middle of a batch: a single write renews the token
        if (isUnauthorized || isPassing(reply.status, readRefusal(reply).code())) {
            if (reply.status >= 500 || reply.status == 408)
                doubt({row});
            return false;
        }
    }
    const Result<WriteReply> outcome = readWriteReply(m_writes.at(row), reply);
    if (outcome)
        done(row, *outcome);
    else if (outcome.error().kind == Kind::BadReply && reply.isSuccess())
        settle(row, Fate::Unknown, outcome.error());
    else
        settle(row, Fate::Refused, outcome.error());
    return true;
}

void BulkWriteJob::readAlone(int row, const Result<WriteReply> &reply)
{
    if (reply) {
        m_lateInARow = 0;
        done(row, *reply);
        return next();
    }
    const Error &error = reply.error();
    const int status = error.httpStatus;
    if (status == 0) {
        if (!mayHaveBeenSent(error))
            return stop(error);
        doubt({row});
        if (error.kind != Kind::Timeout)
            return stop(error);
    }
    // Also before it was sent: Entra ID refuses a token with other numbers.
    if (error.kind == Kind::SignIn || status == 429 || keepsOut(readCode(error.code)))
        return stop(error);
    if (isGateway(status)) {
        doubt({row});
        return stop(error);
    }
    if (status == 0 || isLate(status)) {
        settle(row, Fate::Unknown, error);
        if (++m_lateInARow >= mostLateInARow)
            return stop(error);
        return next();
    }
    m_lateInARow = 0;
    settle(row, status < 300 ? Fate::Unknown : Fate::Refused, error);
    next();
}

void BulkWriteJob::late(Piece piece, const Error &error)
{
    doubt(piece.rows);
    if (++m_lateInARow >= mostLateInARow)
        return stop(error);
    shrink(piece);
    if (piece.way == BulkWay::CreateMultiple)
        piece.way = BulkWay::Batch; // one row that is there by now would have all of it refused
    sendGuardedAgain(std::move(piece), error);
}

/// It may have been carried out; nobody knows.
void BulkWriteJob::sendGuardedAgain(Piece piece, const Error &why)
{
    std::erase_if(piece.rows, [&](int row) {
        if (m_writes.at(row).isGuarded())
            return false;
        settle(row, Fate::Unknown, why);
        return true;
    });
    if (!piece.rows.empty())
        m_pieces.push_front(std::move(piece));
}

bool BulkWriteJob::areGuarded(const Rows &rows) const
{
    return std::all_of(rows.begin(), rows.end(), [this](int row) { return m_writes.at(row).isGuarded(); });
}

void BulkWriteJob::shrink(const Piece &piece)
{
    int &room = piece.way == BulkWay::Batch ? m_reply.rowsPerBatch : m_reply.rowsPerMessage;
    room = std::max(1, std::min(room, int(piece.rows.size())) / 2);
}

void BulkWriteJob::withdraw(BulkWay way)
{
    switch (way) {
    case BulkWay::CreateMultiple:
        m_reply.messages.create = false;
        break;
    case BulkWay::UpdateMultiple:
        m_reply.messages.update = false;
        break;
    case BulkWay::UpsertMultiple:
        m_reply.messages.upsert = false;
        break;
    case BulkWay::Batch:
        return;
    }
    for (Piece &piece : m_pieces) {
        if (piece.way == way)
            piece.way = BulkWay::Batch;
    }
}

void BulkWriteJob::doubt(const Rows &rows)
{
    for (const int row : rows)
        m_isDoubtful[size_t(row)] = true;
}

void BulkWriteJob::done(int row, WriteReply reply)
{
    if (m_isDoubtful[size_t(row)])
        ++reply.attempts;
    BulkAnswer &answer = m_reply.answers[row];
    answer.fate = Fate::Done;
    answer.reply = std::move(reply);
    m_isSettled[size_t(row)] = true;
    ++m_settled;
}

void BulkWriteJob::settle(int row, Fate fate, const Error &error)
{
    BulkAnswer &answer = m_reply.answers[row];
    answer.fate = fate;
    answer.error = error;
    m_isSettled[size_t(row)] = true;
    ++m_settled;
}

void BulkWriteJob::stop(const Error &error)
{
    m_reply.stop = error;
    for (int row = 0; row < m_writes.size(); ++row) {
        if (!m_isSettled[size_t(row)])
            settle(row, m_isDoubtful[size_t(row)] ? Fate::Unknown : Fate::NotSent, error);
    }
    m_pieces.clear();
    m_waves.clear();
    end();
}

void BulkWriteJob::end()
{
    m_reply.time = std::chrono::milliseconds(m_running.elapsed());
    finish(std::move(m_reply));
}

} // namespace dataverse
