#pragma once

#include "core/result.h"

#include <QList>

#include <array>
#include <vector>

namespace store {

class RunDatabase;

/// Who is in a plan already, in about 12 bytes each, so that nobody is planned twice: an index on disk would have to be
/// written all over for each part of the plan, since people come in no order. Private to this room.
class RunPersons
{
public:
    explicit RunPersons(RunDatabase &database) : m_database(database) {}

    /// Gets to know the items up to that before `nextItem`.
    core::Result<core::Nothing> catchUp(qint64 nextItem);

    /// Items whose key may be this one: no, one, or hardly ever several.
    QList<qint64> candidates(const QString &key) const;
    void add(const QString &key, qint64 item);

    /// Forgets everything: it was rolled back.
    void forget();

private:
    struct Entry {
        quint32 print = 0;
        quint32 item = 0; ///< 0: free.
    };
    /// A small hash table that grows by itself, so that never all of them are copied at once.
    struct Part {
        std::vector<Entry> entries;
        std::size_t used = 0;

        std::size_t place(quint32 print) const { return std::size_t((quint64(print) * entries.size()) >> 32); }
        void insert(Entry entry);
    };

    RunDatabase &m_database;
    qint64 m_next = 1; ///< The first item that is not known.
    std::array<Part, 256> m_parts;
};

} // namespace store
