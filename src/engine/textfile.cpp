#include "engine/textfile.h"

#include "engine/gzipreader.h"

#include <QCoreApplication>

namespace engine {

using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::FileSource)
};

constexpr qint64 partSize = 256 * 1024;

} // namespace

TextFile::TextFile(const QString &path) : m_file(path)
{
}

TextFile::~TextFile() = default;

Result<core::Nothing> TextFile::open()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return Error{.kind = Error::Kind::Invalid,
                     .message = Texts::tr("The file cannot be read."),
                     .detail = m_file.errorString()};
    if (GzipReader::isGzip(m_file.peek(2)))
        m_gzip = std::make_unique<GzipReader>();
    return core::Nothing{};
}

Result<QByteArray> TextFile::read()
{
    while (true) {
        if (m_gzip) {
            auto text = m_gzip->read();
            if (!text || !text->isEmpty())
                return text;
        }
        const QByteArray bytes = m_file.read(partSize);
        if (bytes.isEmpty() && m_file.error() != QFileDevice::NoError)
            return Error{.kind = Error::Kind::Storage,
                         .message = Texts::tr("The file cannot be read to its end."),
                         .detail = m_file.errorString()};
        if (bytes.isEmpty() && m_gzip && !m_gzip->isAtEnd())
            return Error{.kind = Error::Kind::Invalid,
                         .message = Texts::tr("The compressed file is cut off."),
                         .fix = Texts::tr("Copy or download it again.")};
        if (bytes.isEmpty() || !m_gzip)
            return bytes;
        m_gzip->add(bytes);
    }
}

} // namespace engine
