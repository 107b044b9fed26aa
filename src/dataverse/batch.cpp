#include "dataverse/batch.h"

#include "dataverse/errors.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <cstring>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Batch)
};

constexpr qsizetype longestAddress = 65'536;
constexpr qsizetype partOverhead = 200; ///< Boundary, headers and the request line's words.

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool beginsWith(QByteArrayView text, QByteArrayView beginning)
{
    return text.size() >= beginning.size() && isSame(text.first(beginning.size()), beginning);
}

/// Headers that the outer request has for all of them.
bool isToldOnce(QByteArrayView name)
{
    return isSame(name, "authorization") || isSame(name, "odata-version") || isSame(name, "odata-maxversion") ||
           isSame(name, "host") || isSame(name, "content-length");
}

Error invalid(const QString &message)
{
    return {.kind = Error::Kind::Invalid, .message = message};
}

Error unreadable(const QString &why)
{
    return {.kind = Error::Kind::BadReply,
            .message = Words::tr("The answer to a batch of requests could not be read: %1").arg(why),
            .fix = Words::tr("Try again. If it happens again and again, something between this computer and Dataverse "
                             "changes the answers: ask who runs the network.")};
}

/// Goes through text line by line, without copying any of it.
class Lines
{
public:
    explicit Lines(QByteArrayView text) : m_text(text) {}

    bool isAtEnd() const { return m_at >= m_text.size(); }
    qsizetype position() const { return m_at; } ///< Where the next line begins.

    /// The next line without its end.
    QByteArrayView next()
    {
        const char *begin = m_text.data() + m_at;
        const qsizetype left = m_text.size() - m_at;
        const void *end = std::memchr(begin, '\n', size_t(left));
        const qsizetype size = end ? static_cast<const char *>(end) - begin : left;
        m_at += end ? size + 1 : size;
        const bool hasReturn = end && size > 0 && begin[size - 1] == '\r';
        return {begin, hasReturn ? size - 1 : size};
    }

    /// Lines up to the empty one, which is skipped; nothing when there is no empty line.
    std::optional<QByteArrayView> takeHeaders()
    {
        const qsizetype begin = m_at;
        while (!isAtEnd()) {
            const qsizetype end = m_at;
            if (next().isEmpty())
                return m_text.sliced(begin, end - begin);
        }
        return std::nullopt;
    }

    QByteArrayView rest() const { return m_text.sliced(m_at); }

private:
    const QByteArrayView m_text;
    qsizetype m_at = 0;
};

QByteArrayView headerIn(QByteArrayView headers, QByteArrayView name)
{
    Lines lines(headers);
    while (!lines.isAtEnd()) {
        const QByteArrayView line = lines.next();
        const bool isIt = beginsWith(line, name) && line.size() > name.size() && line.at(name.size()) == ':';
        if (isIt)
            return line.sliced(name.size() + 1).trimmed();
    }
    return {};
}

/// `multipart/mixed; boundary="x"` → x. Empty when it is no multipart, or names none.
QByteArrayView boundaryOf(QByteArrayView contentType)
{
    if (!beginsWith(contentType.trimmed(), "multipart/"))
        return {};
    QByteArrayView rest = contentType;
    for (qsizetype semicolon = rest.indexOf(';'); semicolon >= 0; semicolon = rest.indexOf(';')) {
        rest = rest.sliced(semicolon + 1).trimmed();
        if (!beginsWith(rest, "boundary="))
            continue;
        rest = rest.sliced(QByteArrayView("boundary=").size());
        if (!rest.startsWith('"'))
            return rest.first(std::min(rest.indexOf(';') < 0 ? rest.size() : rest.indexOf(';'), rest.size())).trimmed();
        const qsizetype quote = rest.indexOf('"', 1);
        return quote < 0 ? QByteArrayView() : rest.sliced(1, quote - 1);
    }
    return {};
}

bool isBlank(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; });
}

enum class Mark {
    None,
    Next, ///< "--boundary": a part begins.
    Last, ///< "--boundary--"
};

Mark markOf(QByteArrayView line, QByteArrayView boundary)
{
    const bool isOne =
        line.size() >= boundary.size() + 2 && line.startsWith("--") && line.sliced(2, boundary.size()) == boundary;
    if (!isOne)
        return Mark::None;
    const QByteArrayView rest = line.sliced(2 + boundary.size());
    if (isBlank(rest))
        return Mark::Next;
    return rest.startsWith("--") && isBlank(rest.sliced(2)) ? Mark::Last : Mark::None; // else a longer boundary
}

/// What stands between the boundaries; nothing when the last one is missing.
std::optional<std::vector<QByteArrayView>> split(QByteArrayView text, QByteArrayView boundary)
{
    std::vector<QByteArrayView> pieces;
    Lines lines(text);
    qsizetype begin = -1;
    while (!lines.isAtEnd()) {
        const qsizetype lineBegin = lines.position();
        const Mark mark = markOf(lines.next(), boundary);
        if (mark == Mark::None)
            continue;
        if (begin >= 0) {
            // The line's end before a boundary belongs to the boundary.
            QByteArrayView piece = text.sliced(begin, lineBegin - begin);
            if (piece.endsWith('\n'))
                piece.chop(1);
            if (piece.endsWith('\r'))
                piece.chop(1);
            pieces.push_back(piece);
        }
        if (mark == Mark::Last)
            return pieces;
        begin = lines.position();
    }
    return std::nullopt;
}

/// "HTTP/1.1 204 No Content" → 204; 0 when it is no such line.
int statusOf(QByteArrayView line)
{
    if (!beginsWith(line, "HTTP/"))
        return 0;
    const qsizetype space = line.indexOf(' ');
    if (space < 0)
        return 0;
    const QByteArrayView rest = line.sliced(space + 1).trimmed();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool isThree = rest.size() >= 3 && std::all_of(rest.begin(), rest.begin() + 3, isDigit) &&
                         (rest.size() == 3 || !isDigit(rest.at(3)));
    if (!isThree)
        return 0;
    const int status = (rest.at(0) - '0') * 100 + (rest.at(1) - '0') * 10 + (rest.at(2) - '0');
    return status >= 100 && status < 600 ? status : 0;
}

/// The part in `piece`, whose own headers have been taken off.
std::optional<BatchPart> readAnswer(QByteArrayView piece)
{
    Lines lines(piece);
    BatchPart part;
    while (part.status == 0 && !lines.isAtEnd()) {
        const QByteArrayView line = lines.next();
        if (isBlank(line))
            continue;
        part.status = statusOf(line);
        if (part.status == 0)
            return std::nullopt;
    }
    if (part.status == 0)
        return std::nullopt;
    const QByteArrayView rest = lines.rest();
    if (const std::optional<QByteArrayView> headers = lines.takeHeaders()) {
        part.headers = *headers;
        part.body = lines.rest().trimmed(); // JSON, or nothing: blanks around it say nothing
    } else {
        part.headers = rest; // an answer without a body, cut short before the boundary
    }
    return part;
}

/// `isNested`: within a change set, where no other may stand.
std::optional<Error> readParts(QByteArrayView text, QByteArrayView contentType, bool isNested, int outerItem,
                               std::vector<BatchPart> &parts)
{
    const QByteArrayView boundary = boundaryOf(contentType);
    if (boundary.isEmpty())
        return unreadable(Words::tr("it names no boundary between its parts."));
    const std::optional<std::vector<QByteArrayView>> pieces = split(text, boundary);
    if (!pieces)
        return unreadable(Words::tr("it ends before its last part does."));
    int item = 0;
    for (const QByteArrayView piece : *pieces) {
        Lines lines(piece);
        const std::optional<QByteArrayView> headers = lines.takeHeaders();
        if (!headers)
            return unreadable(Words::tr("a part has no content."));
        const QByteArrayView type = headerIn(*headers, "content-type");
        if (beginsWith(type, "multipart/")) {
            if (isNested)
                return unreadable(Words::tr("a change set stands within another."));
            if (std::optional<Error> problem = readParts(lines.rest(), type, true, item, parts))
                return problem;
        } else {
            std::optional<BatchPart> part = readAnswer(lines.rest());
            if (!part)
                return unreadable(Words::tr("a part is not an answer."));
            part->item = isNested ? outerItem : item;
            part->isInChangeSet = isNested;
            part->contentId = headerIn(*headers, "content-id");
            if (part->contentId.isEmpty())
                part->contentId = part->header("content-id"); // some put it here
            if (part->contentId.isEmpty() && part->status >= 400)
                part->isInChangeSet = false; // it speaks for the whole change set
            parts.push_back(*part);
        }
        ++item;
    }
    return std::nullopt;
}

/// Which of `places` a part is the answer to.
bool isAnswerTo(const BatchPart &part, const BatchPlace &place)
{
    if (part.item != place.item)
        return false;
    if (!part.isInChangeSet)
        return true; // alone, or the one answer of a change set that failed
    bool isNumber = false;
    return part.contentId.toByteArray().toInt(&isNumber) == place.contentId && isNumber;
}

} // namespace

BatchWriter::BatchWriter(qsizetype expectedBytes, const QByteArray &id)
    : m_id(id.isEmpty() ? QUuid::createUuid().toByteArray(QUuid::Id128) : id)
{
    m_batch.contentType = "multipart/mixed; boundary=\"batch_" + m_id + '"';
    m_batch.body.reserve(expectedBytes);
}

std::optional<Error> BatchWriter::add(const net::Request &request)
{
    const QByteArray target = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    return add(request, request.url.isValid() ? target : QByteArray());
}

std::optional<Error> BatchWriter::add(const net::Request &request, const QByteArray &target)
{
    if (count() >= largestBatch)
        return invalid(Words::tr("A batch holds at most %n request(s).", nullptr, largestBatch));
    if (m_inChangeSet >= 0 && request.method == "GET")
        return invalid(Words::tr("Reading is not possible within a change set."));
    const bool isOneWord = std::all_of(target.cbegin(), target.cend(), [](char c) { return c > ' ' && c <= '~'; });
    if (!target.startsWith('/') || target.size() > longestAddress || !isOneWord)
        return invalid(Words::tr("An address does not fit into a batch."));
    const bool isSound = net::isHeaderName(request.method) &&
                         std::all_of(request.headers.cbegin(), request.headers.cend(), [](const auto &header) {
                             return net::isHeaderName(header.first) && net::isHeaderValue(header.second);
                         });
    if (!isSound)
        return invalid(Words::tr("A request's headers cannot stand in a batch."));

    QByteArray &body = m_batch.body;
    body.reserve(std::max(body.capacity(), body.size() + partOverhead + target.size() + request.body.size()));
    BatchPlace place{.item = m_items};
    if (m_inChangeSet >= 0) {
        if (m_inChangeSet == 0)
            body.append("--batch_")
                .append(m_id)
                .append("\r\nContent-Type: multipart/mixed; boundary=\"changeset_")
                .append(m_id)
                .append('-')
                .append(QByteArray::number(m_items))
                .append("\"\r\n\r\n");
        place.contentId = ++m_inChangeSet;
        body.append("--changeset_").append(m_id).append('-').append(QByteArray::number(m_items));
    } else {
        body.append("--batch_").append(m_id);
        ++m_items;
    }
    body.append("\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
    if (place.contentId > 0)
        body.append("Content-ID: ").append(QByteArray::number(place.contentId)).append("\r\n");
    body.append("\r\n").append(request.method).append(' ').append(target).append(" HTTP/1.1\r\n");
    for (const auto &[name, value] : request.headers) {
        if (!isToldOnce(name))
            body.append(name).append(": ").append(value).append("\r\n");
    }
    body.append("\r\n").append(request.body).append("\r\n");
    m_batch.places << place;
    return std::nullopt;
}

void BatchWriter::beginChangeSet()
{
    endChangeSet();
    m_inChangeSet = 0;
}

void BatchWriter::endChangeSet()
{
    if (m_inChangeSet > 0) {
        m_batch.body.append("--changeset_")
            .append(m_id)
            .append('-')
            .append(QByteArray::number(m_items))
            .append("--\r\n\r\n");
        ++m_items;
    }
    m_inChangeSet = -1;
}

Batch BatchWriter::take()
{
    endChangeSet();
    m_batch.body.append("--batch_").append(m_id).append("--\r\n");
    return std::exchange(m_batch, {});
}

QByteArrayView BatchPart::header(QByteArrayView name) const
{
    return headerIn(headers, name);
}

net::Reply BatchPart::toReply() const
{
    net::Reply reply{.status = status, .body = body.toByteArray()};
    Lines lines(headers);
    while (!lines.isAtEnd()) {
        const QByteArrayView line = lines.next();
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            reply.headers.emplaceBack(line.first(colon).trimmed().toByteArray(),
                                      line.sliced(colon + 1).trimmed().toByteArray());
    }
    return reply;
}

Result<std::vector<BatchPart>> readBatchParts(const QByteArray &body, QByteArrayView contentType)
{
    std::vector<BatchPart> parts;
    if (const std::optional<Error> problem = readParts(body, contentType, false, 0, parts))
        return *problem;
    return parts;
}

Result<BatchAnswers> BatchAnswers::read(const net::Reply &reply, const Batch &sent)
{
    const QByteArray type = reply.header("content-type");
    if (!beginsWith(QByteArrayView(type).trimmed(), "multipart/"))
        return reply.isSuccess() ? unreadableReply(reply) : readError(reply);

    BatchAnswers answers;
    answers.m_reply = reply;
    Result<std::vector<BatchPart>> parts = readBatchParts(answers.m_reply.body, type);
    if (!parts) {
        Error error = parts.error();
        error.httpStatus = reply.status;
        error.requestId = reply.requestId();
        return error;
    }
    answers.m_parts = std::move(*parts);

    // Both are in order, so that one walk over the two finds what belongs together.
    const QList<BatchPlace> &places = sent.places;
    answers.m_byOperation.assign(size_t(places.size()), -1);
    qsizetype first = 0; // of the places that belong to the part's item
    for (size_t i = 0; i < answers.m_parts.size(); ++i) {
        const BatchPart &part = answers.m_parts[i];
        while (first < places.size() && places.at(first).item < part.item)
            ++first;
        bool isWanted = false;
        for (qsizetype at = first; at < places.size() && places.at(at).item == part.item; ++at) {
            if (!isAnswerTo(part, places.at(at)))
                continue;
            int &slot = answers.m_byOperation[size_t(at)];
            // One answer for a whole change set can only be that of its failure.
            const bool isFit = slot < 0 && (part.isInChangeSet || places.at(at).contentId == 0 || part.status >= 400);
            if (!isFit)
                return unreadable(Words::tr("its parts are not answers to what was sent."));
            slot = int(i);
            isWanted = true;
        }
        if (!isWanted)
            return unreadable(Words::tr("its parts are not answers to what was sent."));
    }
    return answers;
}

const BatchPart *BatchAnswers::at(int operation) const
{
    if (operation < 0 || size_t(operation) >= m_byOperation.size())
        return nullptr;
    const int part = m_byOperation[size_t(operation)];
    return part < 0 ? nullptr : &m_parts[size_t(part)];
}

} // namespace dataverse
