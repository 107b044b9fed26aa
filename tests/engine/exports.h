#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>

#include <zlib.h>

namespace support {

/// A user as an export tells of them: what they said about the purpose "newsletter".
inline QByteArray userLine(const QByteArray &person, const QByteArray &enabled = "true",
                           const QByteArray &updatedAt = "2026-11-20T09:00:00Z", const QByteArray &userId = {},
                           const QByteArray &regulation = {})
{
    return "{\"id\":\"" + (userId.isEmpty() ? "u-" + person : userId) + "\",\"organization_user_id\":\"" + person +
           "\",\"updated_at\":\"" + updatedAt + "\"" +
           (regulation.isEmpty() ? QByteArray() : ",\"regulation\":\"" + regulation + "\"") +
           ",\"consents\":{\"purposes\":[{\"id\":\"newsletter\",\"enabled\":" + enabled + "}]}}\n";
}

inline QByteArray eventLine(const QByteArray &person, const QByteArray &purpose, const QByteArray &enabled,
                            const QByteArray &createdAt, const QByteArray &status = "confirmed")
{
    return "{\"id\":\"e-" + person + createdAt + purpose + "\",\"created_at\":\"" + createdAt + "\",\"status\":\"" +
           status + "\",\"user\":{\"organization_user_id\":\"" + person + "\"},\"consents\":{\"purposes\":[{\"id\":\"" +
           purpose + "\",\"enabled\":" + enabled + "}]}}\n";
}

inline QByteArray gzip(const QByteArray &text)
{
    z_stream stream = {};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib does not work");
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(text.size()))) + 64, Qt::Uninitialized);
    QByteArray copy = text;
    stream.next_in = reinterpret_cast<Bytef *>(copy.data());
    stream.avail_in = uInt(copy.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

/// Makes the folders above it too.
inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace support
