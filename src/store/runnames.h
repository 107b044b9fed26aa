#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace store {

class RunFile;

/// Whom a plan is about, in memory: to look through a million for some letters takes milliseconds then, not the time
/// that a statement needs to pass them all. About 50 bytes for each.
///
/// It learns part by part, ahead of the searches, and forgets all when the file knows better.
class RunNames
{
public:
    /// Learns one part more, which is a matter of some milliseconds. False when nothing is left, or when it is not
    /// worth the while yet: as long as the plan is made people come and go.
    core::Result<bool> learn(RunFile &file);
    /// Whether it knows all whom the file knows now.
    core::Result<bool> isComplete(RunFile &file);

    /// One who was found.
    struct Found {
        quint32 item = 0;
        quint32 kind = 0; ///< Class.
    };
    /// All whose key contains `letters`, which are folded already, in the order of keys.
    std::vector<Found> find(QString letters, const QList<qint64> &classes) const;

private:
    /// Neighbours, and their keys in one text, with a line break behind each.
    struct Part {
        QByteArray keys;
        std::vector<quint32> ends; ///< Of each key: the place of the line break behind it.
        std::vector<Found> people;
    };
    struct Version {
        qint64 indexed = -1; ///< Both as in the table of progress.
        qint64 erased = -1;
        bool operator==(const Version &) const = default;
    };

    core::Result<bool> isPlanned(RunFile &file);
    core::Result<core::Nothing> learnPart(RunFile &file);

    Version m_version;
    QString m_last; ///< The last key that is known.
    bool m_isComplete = false;
    std::vector<Part> m_parts;
};

} // namespace store
