#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>

/// The few things that this room does with files, each with an error that names the file. Private to this room.
namespace store::files {

/// Kind::NotFound when there is no such file; Kind::Storage when it cannot be read or is larger than `largest` bytes.
core::Result<QByteArray> read(const QString &path, qint64 largest);

/// Writes a file that only its owner can read: whole, or not at all.
core::Result<core::Nothing> writeAtomically(const QString &path, const QByteArray &content);

/// Makes a folder, and those above it, where there is none. A new one is for its owner only.
core::Result<core::Nothing> makeFolder(const QString &path);

/// Moves a file; never over another one.
core::Result<core::Nothing> move(const QString &from, const QString &to);

/// `path`, or with "-2", "-3", … behind it the first that does not exist.
QString firstFree(const QString &path);

/// "20261120-101500", local time: for names of files.
QString stamp(const QDateTime &time);

} // namespace store::files
