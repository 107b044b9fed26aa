#pragma once

#include <QString>

#include <optional>

namespace engine {

/// How far a source was read, as SourcePart::mark says it: at the end, or somewhere before it.
struct PlaceMark {
    bool isEnd = false;
    qint64 count = 0;   ///< What was read before it, as the source counts.
    QString place = {}; ///< In the source's own words.

    bool isBeginning() const { return !isEnd && count == 0 && place.isEmpty(); }

    /// "" at the beginning, "end", or "<count>:<place>".
    QString toText() const;
    static std::optional<PlaceMark> fromText(const QString &text);
};

} // namespace engine
