#include "engine/writtenrows.h"

#include "store/runfile.h"
#include "store/runjournal.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>
#include <tuple>

namespace engine {

namespace {

constexpr int pageSize = 2'000;

} // namespace

WrittenRows::Entry WrittenRows::entryOf(const store::RunWrite &write)
{
    // A row id is unique in its environment; what is only known by its key is told apart by that.
    QByteArray bytes = QUuid::fromString(write.rowId).toRfc4122();
    if (QUuid::fromRfc4122(bytes).isNull())
        bytes = QCryptographicHash::hash(write.address.toUtf8(), QCryptographicHash::Sha256);
    const auto number = [&bytes](qsizetype from) {
        quint64 value = 0;
        for (qsizetype i = from; i < from + 8; ++i)
            value = value << 8 | quint8(bytes.at(i));
        return value;
    };
    return {.high = number(0), .low = number(8), .write = write.id};
}

core::Result<bool> WrittenRows::readOn()
{
    const auto page = store::RunJournal(m_file).done(m_after, pageSize);
    if (!page)
        return page.error();
    if (page->isEmpty()) {
        conclude();
        return false;
    }
    for (const store::DoneWrite &done : *page) {
        if (done.write.after.isEmpty())
            ++m_erased;
        else
            m_entries.push_back(entryOf(done.write));
    }
    m_read += page->size();
    m_after = page->constLast().write.id;
    return true;
}

void WrittenRows::conclude()
{
    std::vector<Entry> entries;
    entries.swap(m_entries);
    std::sort(entries.begin(), entries.end(), [](const Entry &one, const Entry &other) {
        return std::tie(one.high, one.low, one.write) < std::tie(other.high, other.low, other.write);
    });
    for (size_t i = 0; i < entries.size();) {
        size_t end = i + 1;
        while (end < entries.size() && entries[end].isSameRow(entries[i]))
            ++end;
        const qint64 last = entries[end - 1].write;
        for (; i < end - 1; ++i) {
            m_superseded << entries[i].write;
            m_before[last] << entries[i].write;
        }
        entries[size_t(m_rows++)] = entries[end - 1]; // never behind what was read
        i = end;
    }
    const qint64 wanted = std::min(m_sample, m_rows);
    if (wanted <= 0)
        return;
    entries.resize(size_t(m_rows));
    std::sort(entries.begin(), entries.end(),
              [](const Entry &one, const Entry &other) { return one.write < other.write; });
    for (qint64 i = 0; i < wanted; ++i) // from the middle of each of as many equal parts
        m_picked << entries[size_t((2 * i + 1) * m_rows / (2 * wanted))].write;
}

} // namespace engine
