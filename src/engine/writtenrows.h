#pragma once

#include "core/result.h"
#include "store/rundata.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace store {
class RunFile;
}

namespace engine {

/// Which rows a run wrote, and which of its writes was the last to each: of a row that it wrote several times only that
/// one says what the row should say. Takes about 40 bytes for each write while it reads, and next to nothing
/// afterwards.
class WrittenRows
{
public:
    /// `file` must outlive it. `sample`: how many rows are picked, spread over the whole run; 0: none.
    WrittenRows(store::RunFile &file, qint64 sample) : m_file(file), m_sample(sample) {}

    /// Reads some more; false when all is read. What was erased is left out.
    core::Result<bool> readOn();

    qint64 read() const { return m_read; }     ///< Writes, so far.
    qint64 rows() const { return m_rows; }     ///< Afterwards: different ones.
    qint64 erased() const { return m_erased; } ///< Writes of which nothing is known any more.

    /// False when the same run wrote the same row later on.
    bool isLast(qint64 write) const { return !m_superseded.contains(write); }
    /// The writes to the same row before that one, oldest first.
    QList<qint64> before(qint64 write) const { return m_before.value(write); }
    /// Ids of the last writes of the rows that were picked, rising.
    const QList<qint64> &picked() const { return m_picked; }

private:
    struct Entry {
        quint64 high = 0; ///< Of the row's id.
        quint64 low = 0;
        qint64 write = 0;
        bool isSameRow(const Entry &other) const { return high == other.high && low == other.low; }
    };

    static Entry entryOf(const store::RunWrite &write);
    void conclude();

    store::RunFile &m_file;
    const qint64 m_sample;
    std::vector<Entry> m_entries;
    qint64 m_after = 0;
    qint64 m_read = 0;
    qint64 m_rows = 0;
    qint64 m_erased = 0;
    QSet<qint64> m_superseded;
    QHash<qint64, QList<qint64>> m_before;
    QList<qint64> m_picked;
};

} // namespace engine
