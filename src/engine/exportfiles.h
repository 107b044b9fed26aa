#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QStringList>

namespace engine {

/// The files of Didomi's exports that some paths name (didomi-api section 11).
struct ExportFiles {
    struct File {
        QString path;
        qint64 size = 0;
        QDateTime changedAt; ///< UTC
    };
    QList<File> files; ///< Each once; those of a folder by path.
    /// Folders that look as if their export was not finished. `field` is the folder.
    QList<core::Error> problems;

    qint64 size() const; ///< Bytes of all.

    /// When the oldest of them was written, UTC; no later than the day that its folder is named after ("date=…").
    QDateTime knownAt() const;

    /// Changes with every file that comes, goes, or changes.
    QString fingerprint() const;
};

/// Looks into folders and their folders, for `.json`, `.jsonl` and both as `.gz`; files that are named by themselves
/// may be named anything. Kind::NotFound for what is not there, Kind::Invalid where nothing is to be read; `field` is
/// "files".
core::Result<ExportFiles> findExports(const QStringList &paths);

} // namespace engine
