#include "store/cache.h"

#include "store/files.h"

#include <QCryptographicHash>
#include <QFile>

namespace store {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largest = 64 * 1024 * 1024;
constexpr qsizetype hashSize = 32;

QByteArray hashOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

} // namespace

QByteArray Cache::read(const QString &name) const
{
    const auto file = files::read(pathOf(name), largest);
    if (!file || file->size() < hashSize)
        return {};
    const QByteArray content = file->sliced(hashSize);
    return hashOf(content) == file->first(hashSize) ? content : QByteArray();
}

core::Result<core::Nothing> Cache::write(const QString &name, const QByteArray &content)
{
    if (const auto made = files::makeFolder(m_folder); !made)
        return made;
    return files::writeAtomically(pathOf(name), hashOf(content) + content);
}

void Cache::forget(const QString &name)
{
    QFile::remove(pathOf(name));
}

/// Whatever the name holds, the file stays in the folder.
QString Cache::pathOf(const QString &name) const
{
    return m_folder + u'/' + QString::fromLatin1(hashOf(name.toUtf8()).toHex().first(32)) + u".cache"_s;
}

} // namespace store
