#include "engine/exportfiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(engine::ExportFiles)
};

const QStringList patterns{u"*.json"_s, u"*.jsonl"_s, u"*.json.gz"_s, u"*.jsonl.gz"_s};
constexpr auto successName = "_SUCCESS"_L1;

/// The end of the day that a folder above the file is named after; invalid when there is none.
QDateTime endOfDay(const QString &path)
{
    static const QRegularExpression form(u"(?:^|/)date=([0-9]{4}-[0-9]{2}-[0-9]{2})(?:/|$)"_s);
    const QDate day = QDate::fromString(form.match(path).captured(1), Qt::ISODate);
    return day.isValid() ? day.addDays(1).startOfDay(Qt::UTC) : QDateTime();
}

/// True when the export that the file belongs to was finished: in its folder, or above it up to `root`.
bool isFinished(const QString &path, const QString &root)
{
    for (QDir folder = QFileInfo(path).dir();;) {
        if (folder.exists(successName))
            return true;
        if (folder.absolutePath().size() <= root.size() || !folder.cdUp())
            return false;
    }
}

Error unfinished(const QString &folder)
{
    return {.kind = Error::Kind::Invalid,
            .message = Texts::tr("The export in %1 has no file _SUCCESS: it may not be complete.").arg(folder),
            .fix = Texts::tr("Copy it again once Didomi has finished it."),
            .field = folder};
}

class Finder
{
public:
    Result<core::Nothing> add(const QString &path)
    {
        const QFileInfo info(path);
        if (path.isEmpty() || !info.exists())
            return Error{.kind = Error::Kind::NotFound,
                         .message = Texts::tr("The file or folder %1 is not there.").arg(path),
                         .fix = Texts::tr("Check the path."),
                         .field = u"files"_s};
        if (info.isDir())
            return addFolder(path, info.absoluteFilePath());
        addFile(info);
        return core::Nothing{};
    }

    ExportFiles found;

private:
    void addFile(const QFileInfo &info)
    {
        const QString canonical = info.canonicalFilePath();
        if (m_known.contains(canonical))
            return;
        m_known.insert(canonical);
        found.files << ExportFiles::File{
            .path = info.filePath(), .size = info.size(), .changedAt = info.lastModified().toUTC()};
    }

    Result<core::Nothing> addFolder(const QString &path, const QString &root)
    {
        QStringList paths;
        for (QDirIterator files(path, patterns, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
             files.hasNext();)
            paths << files.next();
        if (paths.isEmpty())
            return Error{.kind = Error::Kind::Invalid,
                         .message = Texts::tr("The folder %1 holds no exports.").arg(path),
                         .fix = Texts::tr("Choose a folder with files that end in .json, .jsonl or .json.gz."),
                         .field = u"files"_s};
        paths.sort();
        QStringList unfinishedFolders;
        for (const QString &one : std::as_const(paths)) {
            const QString folder = QFileInfo(one).path();
            if (one.endsWith(".gz"_L1) && !unfinishedFolders.contains(folder) && !isFinished(one, root))
                unfinishedFolders << folder;
            addFile(QFileInfo(one));
        }
        for (const QString &folder : std::as_const(unfinishedFolders))
            found.problems << unfinished(folder);
        return core::Nothing{};
    }

    QSet<QString> m_known;
};

} // namespace

qint64 ExportFiles::size() const
{
    return std::accumulate(files.cbegin(), files.cend(), qint64(0),
                           [](qint64 sum, const File &file) { return sum + file.size; });
}

QDateTime ExportFiles::knownAt() const
{
    QDateTime oldest;
    for (const File &file : files) {
        QDateTime time = file.changedAt;
        if (const QDateTime day = endOfDay(file.path); day.isValid() && day < time)
            time = day;
        if (!oldest.isValid() || time < oldest)
            oldest = time;
    }
    return oldest;
}

QString ExportFiles::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const File &file : files) {
        hash.addData(file.path.toUtf8());
        hash.addData(u"|%1|%2|"_s.arg(file.size).arg(file.changedAt.toMSecsSinceEpoch()).toUtf8());
    }
    constexpr int digits = 16;
    return QString::fromLatin1(hash.result().toHex().first(digits));
}

Result<ExportFiles> findExports(const QStringList &paths)
{
    Finder finder;
    for (const QString &path : paths) {
        const auto added = finder.add(path);
        if (!added)
            return added.error();
    }
    return finder.found;
}

} // namespace engine
