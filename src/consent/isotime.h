#pragma once

#include <QDateTime>
#include <QString>

#include <optional>
#include <string_view>

namespace consent {

/// A date or moment in ISO 8601, with what its text said and what it left open.
struct IsoTime {
    QDateTime utc; ///< Midnight when there is no time of day; read as UTC when there is no zone.
    bool hasTime = false;
    bool hasZone = false; ///< "Z" or an offset.
};

/// Reads "2026-11-20", "2026-11-20T09:58:12", "2026-11-20T09:58:12.345Z", "2026-11-20T10:58:12+01:00" and nothing
/// looser; dates that no calendar has are refused. Digits beyond milliseconds are dropped.
std::optional<IsoTime> readIsoTime(QStringView text);

/// The same, in UTF-8.
std::optional<IsoTime> readIsoTime(std::string_view text);

} // namespace consent
