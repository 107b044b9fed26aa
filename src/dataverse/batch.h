#pragma once

#include "core/result.h"
#include "net/message.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <vector>

namespace dataverse {

inline constexpr int largestBatch = 1'000; ///< Operations in one $batch (dataverse-api section 5.2).

/// Where one operation stands in a $batch.
struct BatchPlace {
    int item = 0;      ///< Which of the top level's parts; a change set is one of them.
    int contentId = 0; ///< Within a change set, from 1; 0 outside.
    bool operator==(const BatchPlace &) const = default;
};

/// A $batch that is ready to be sent: a POST of `body`, with `contentType` as its Content-Type.
struct Batch {
    QByteArray contentType = {};
    QByteArray body = {};
    QList<BatchPlace> places = {}; ///< Of each operation, in the order of add().
};

/// Puts requests together to the body of one $batch (dataverse-api section 5.2).
///
/// What concerns the whole is told once, by the outer request: Authorization and the OData versions are left out of the
/// parts. Everything is appended to one buffer.
class BatchWriter
{
public:
    /// `expectedBytes`: what will be added, roughly; saves the buffer from growing. `id` is part of the boundaries, and
    /// nothing that is added may hold it: a random one when not given.
    explicit BatchWriter(qsizetype expectedBytes = 0, const QByteArray &id = {});

    /// Adds one operation; its address stands without scheme and host. Kind::Invalid, and nothing added, when the batch
    /// is full, for a GET in a change set, for an address longer than the service takes (65,536 bytes), or for a method
    /// or header that would break the lines.
    std::optional<core::Error> add(const net::Request &request);

    /// The same with another address than the request's, at hand as it shall stand there: "/api/data/v9.2/contacts?…",
    /// percent-encoded. Spares long ones from being taken apart and put together again.
    std::optional<core::Error> add(const net::Request &request, const QByteArray &target);

    /// What is added from now on until endChangeSet() happens wholly or not at all.
    void beginChangeSet();
    void endChangeSet(); ///< A change set without an operation leaves no trace.

    int count() const { return int(m_batch.places.size()); }
    qsizetype bytes() const { return m_batch.body.size(); }

    /// Closes it. The writer is empty afterwards and must not be used again.
    Batch take();

private:
    const QByteArray m_id;
    Batch m_batch;
    int m_items = 0;
    int m_inChangeSet = -1; ///< Operations of the open change set; -1 when none is open.
};

/// One answer of a batch. Its parts point into the body that it was read from.
struct BatchPart {
    int item = 0;                  ///< Which of the top level's parts it stands in.
    bool isInChangeSet = false;    ///< False also for the answer that a change set as a whole was refused with.
    QByteArrayView contentId = {}; ///< Empty when there is none.
    int status = 0;
    QByteArrayView headers = {}; ///< Lines, as they came.
    QByteArrayView body = {};

    QByteArrayView header(QByteArrayView name) const; ///< First of that name, any letter case; trimmed.
    net::Reply toReply() const;                       ///< A copy that stands for itself.
};

/// The parts of a multipart body, in order. Lines may end in CRLF or LF; what stands before the first and after the
/// last boundary is skipped. `body` must outlive the parts.
///
/// Kind::BadReply when it is not closed, or a part is not an HTTP answer.
core::Result<std::vector<BatchPart>> readBatchParts(const QByteArray &body, QByteArrayView contentType);

/// The answers to a batch, by its operations.
class BatchAnswers
{
public:
    /// Reads the reply to `sent`. A refusal of the whole batch (an answer that is not multipart: nothing ran) comes
    /// back as the error that it says; Kind::BadReply for what cannot be read, or has answers that belong to nothing.
    static core::Result<BatchAnswers> read(const net::Reply &reply, const Batch &sent);

    /// The answer to the operation that was added as number `operation`, from 0; nullptr when there is none: where the
    /// whole has a status of 400 or more, it was not executed. A change set that failed has one answer, which stands
    /// for each of its operations: none of them happened.
    const BatchPart *at(int operation) const;

    int status() const { return m_reply.status; } ///< Of the whole.

private:
    BatchAnswers() = default;

    net::Reply m_reply; ///< Keeps the bytes that the parts point to.
    std::vector<BatchPart> m_parts;
    std::vector<int> m_byOperation; ///< Index of the part, or -1.
};

} // namespace dataverse
