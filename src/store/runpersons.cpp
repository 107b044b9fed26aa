#include "store/runpersons.h"

#include "store/rundatabase.h"

#include <QHash>

namespace store {

using namespace Qt::StringLiterals;
using core::Nothing;
using core::Result;

namespace {

/// FNV-1a, mixed once more: the same key has the same hash wherever it is.
quint64 hashOf(const QString &key)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const QChar letter : key) {
        hash ^= letter.unicode();
        hash *= 0x100000001b3ULL;
    }
    hash ^= hash >> 32;
    hash *= 0x9e3779b97f4a7c15ULL;
    return hash ^ (hash >> 29);
}

} // namespace

void RunPersons::Part::insert(Entry entry)
{
    if ((used + 1) * 5 > entries.size() * 4) { // at most four fifths are used
        std::vector<Entry> old(entries.size() + entries.size() / 4 + 16);
        old.swap(entries);
        used = 0;
        for (const Entry &one : old) {
            if (one.item != 0)
                insert(one);
        }
    }
    std::size_t at = place(entry.print);
    while (entries[at].item != 0)
        at = at + 1 == entries.size() ? 0 : at + 1;
    entries[at] = entry;
    ++used;
}

void RunPersons::add(const QString &key, qint64 item)
{
    const quint64 hash = hashOf(key);
    m_parts[hash >> 56].insert({.print = quint32(hash), .item = quint32(item)});
    m_next = std::max(m_next, item + 1);
}

QList<qint64> RunPersons::candidates(const QString &key) const
{
    const quint64 hash = hashOf(key);
    const Part &part = m_parts[hash >> 56];
    QList<qint64> found;
    if (part.entries.empty())
        return found;
    const quint32 print = quint32(hash);
    for (std::size_t at = part.place(print); part.entries[at].item != 0;
         at = at + 1 == part.entries.size() ? 0 : at + 1) {
        if (part.entries[at].print == print)
            found << part.entries[at].item;
    }
    return found;
}

void RunPersons::forget()
{
    m_next = 1;
    m_parts.fill({});
}

Result<Nothing> RunPersons::catchUp(qint64 nextItem)
{
    constexpr qint64 step = 10'000;
    while (m_next < nextItem) {
        const qint64 to = std::min(m_next + step, nextItem);
        const auto read = m_database.each(
            u"SELECT i.id, coalesce(i.key, i.person) FROM items i WHERE i.id >= ? AND i.id < ? ORDER BY i.id"_s,
            {m_next, to}, [this](const QSqlQuery &row) { add(row.value(1).toString(), row.value(0).toLongLong()); });
        if (!read)
            return read;
        m_next = to;
    }
    return Nothing{};
}

} // namespace store
