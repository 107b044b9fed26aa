#pragma once

#include <QString>

#include <vector>

namespace engine {

/// Remembers of whom a source has told: eight bytes or so for each person, so that ten million fit into memory.
///
/// Only hashes are kept. Two people of one hash (one in a hundred thousand runs of ten million people) are taken for
/// one: then somebody is asked about who need not have been.
class SeenPeople
{
public:
    struct Mark {
        bool wasSeen = false;      ///< Before.
        bool wasSelected = false;  ///< Before; then or at an earlier time.
        bool isNewlyAgain = false; ///< Seen before, selected at least once, and not said so before.
    };

    SeenPeople();

    /// Notes that `id` was told of, and whether the filter lets them through.
    Mark note(const QString &id, bool isSelected);

    qsizetype size() const { return m_size; }

private:
    quint64 &slotOf(quint64 hash);
    void grow();

    std::vector<quint64> m_slots; ///< Open addressing: hash without its lowest bits, which are flags; 0: free.
    qsizetype m_size = 0;
};

} // namespace engine
