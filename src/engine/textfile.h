#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFile>

#include <memory>

namespace engine {

class GzipReader;

/// The text of a file in parts; of a compressed one, which is told by its content, as it was before.
class TextFile
{
public:
    explicit TextFile(const QString &path);
    ~TextFile();
    Q_DISABLE_COPY_MOVE(TextFile)

    core::Result<core::Nothing> open(); ///< Kind::Invalid when it cannot be read.

    /// The next part; empty at the end. Kind::Storage, or Kind::Invalid where the compressed file is damaged or cut
    /// off.
    core::Result<QByteArray> read();

    QString path() const { return m_file.fileName(); }
    qint64 position() const { return m_file.pos(); } ///< Bytes of the file itself.

private:
    QFile m_file;
    std::unique_ptr<GzipReader> m_gzip; ///< When the file is compressed.
};

} // namespace engine
