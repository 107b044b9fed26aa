#include "engine/gzipreader.h"

#include <QCoreApplication>

#include <optional>
#include <zlib.h>

namespace engine {

using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::GzipReader)
};

constexpr int gzipOnly = 16 + MAX_WBITS; // zlib's way to say so
constexpr qsizetype partSize = 256 * 1024;

} // namespace

struct GzipReader::State {
    z_stream stream = {};
    QByteArray bytes;
    bool isReady = false;
    bool isAtEnd = true;
    std::optional<Error> problem = {}; ///< Met behind text that was still good.
};

GzipReader::GzipReader() : m(std::make_unique<State>())
{
    m->isReady = inflateInit2(&m->stream, gzipOnly) == Z_OK;
}

GzipReader::~GzipReader()
{
    inflateEnd(&m->stream);
}

bool GzipReader::isGzip(const QByteArray &beginning)
{
    return beginning.startsWith("\x1f\x8b");
}

void GzipReader::add(const QByteArray &bytes)
{
    m->bytes = bytes;
    m->stream.next_in = reinterpret_cast<Bytef *>(m->bytes.data());
    m->stream.avail_in = uInt(m->bytes.size());
}

bool GzipReader::isAtEnd() const
{
    return m->isAtEnd;
}

Result<QByteArray> GzipReader::read()
{
    if (!m->isReady)
        return Error{.kind = Error::Kind::Storage, .message = Texts::tr("There is no memory to decompress a file.")};
    if (m->problem)
        return *m->problem;
    QByteArray text(partSize, Qt::Uninitialized);
    m->stream.next_out = reinterpret_cast<Bytef *>(text.data());
    m->stream.avail_out = uInt(text.size());
    while (m->stream.avail_out > 0) {
        if (m->isAtEnd) {
            if (m->stream.avail_in == 0)
                break;
            if (inflateReset(&m->stream) != Z_OK) // the next member
                m->isReady = false;
            m->isAtEnd = false;
        }
        const int code = inflate(&m->stream, Z_NO_FLUSH);
        if (code == Z_STREAM_END) {
            m->isAtEnd = true;
            continue;
        }
        if (code == Z_BUF_ERROR) // neither more to read nor to write: no fault
            break;
        if (code != Z_OK) {
            m->problem = Error{.kind = Error::Kind::Invalid,
                               .message = Texts::tr("The compressed file is damaged."),
                               .fix = Texts::tr("Copy or download it again."),
                               .detail = QString::fromLatin1(m->stream.msg ? m->stream.msg : "")};
            break;
        }
    }
    text.resize(text.size() - qsizetype(m->stream.avail_out));
    if (text.isEmpty() && m->problem)
        return *m->problem;
    return text;
}

} // namespace engine
