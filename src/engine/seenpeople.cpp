#include "engine/seenpeople.h"

#include <QHash>

namespace engine {

namespace {

constexpr quint64 seen = 1; // always set, so that no slot in use is 0
constexpr quint64 selected = 2;
constexpr quint64 again = 4;
constexpr quint64 flags = seen | selected | again;

constexpr std::size_t firstSlots = 1024; // a power of two, as all that follow

} // namespace

SeenPeople::SeenPeople() : m_slots(firstSlots)
{
}

SeenPeople::Mark SeenPeople::note(const QString &id, bool isSelected)
{
    if (std::size_t(m_size) * 3 > m_slots.size() * 2)
        grow();
    quint64 &slot = slotOf(quint64(qHash(id)) & ~flags);
    Mark mark{.wasSeen = (slot & seen) != 0, .wasSelected = (slot & selected) != 0};
    if (!mark.wasSeen)
        ++m_size;
    const bool isAgain = mark.wasSeen && (mark.wasSelected || isSelected);
    mark.isNewlyAgain = isAgain && (slot & again) == 0;
    slot |= (quint64(qHash(id)) & ~flags) | seen | (isSelected ? selected : 0) | (isAgain ? again : 0);
    return mark;
}

quint64 &SeenPeople::slotOf(quint64 hash)
{
    const std::size_t mask = m_slots.size() - 1;
    constexpr quint64 golden = 0x9e3779b97f4a7c15; // spreads the lower bits, some of which are flags
    constexpr int upper = 32;
    for (std::size_t place = std::size_t((hash * golden) >> upper) & mask;; place = (place + 1) & mask) {
        quint64 &slot = m_slots[place];
        if (slot == 0 || (slot & ~flags) == hash)
            return slot;
    }
}

void SeenPeople::grow()
{
    const std::vector<quint64> old = std::exchange(m_slots, std::vector<quint64>(m_slots.size() * 2));
    for (const quint64 slot : old) {
        if (slot != 0)
            slotOf(slot & ~flags) = slot;
    }
}

} // namespace engine
