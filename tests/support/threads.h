#pragma once

#include <QDir>

namespace support {

/// How many threads this process has; 0 where the system does not tell.
///
/// A QThread counts as finished a moment before its thread is gone, and what OpenSSL keeps for a thread goes with the
/// thread. A test that ends with TLS waits for that, or the leak checker finds a thread half-way out:
///     QTRY_VERIFY(support::threadCount() <= atFirst);
inline int threadCount()
{
    return int(QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
}

} // namespace support
