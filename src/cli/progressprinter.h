#pragma once

#include "cli/environment.h"
#include "engine/runprogress.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

/// Tells how far a long job is, seldom enough to be read: as lines of JSON on standard output, at most one a second; or
/// for people on standard error, as one line that is rewritten, or as a line every ten seconds where nobody looks.
class ProgressPrinter
{
public:
    /// All must outlive it.
    ProgressPrinter(Console &console, core::Clock &clock, bool isJson);

    void show(const engine::RunProgress &progress);
    void clear(); ///< Takes a rewritten line away: something else is printed next.

private:
    bool isTime(const engine::RunProgress &progress);

    Console &m_console;
    core::Clock &m_clock;
    const bool m_isJson;
    std::optional<engine::RunProgress::Phase> m_phase;
    QString m_waitingFor;
    qsizetype m_refused = 0; ///< Users that were told of.
    std::chrono::milliseconds m_shownAt{0};
    qsizetype m_width = 0; ///< Of the line that stands there.
};

/// {phase, done, total, people, per_second, eta_seconds_soonest, eta_seconds_latest, bottleneck, waiting_for,
/// waiting_until, in_flight, users, refused_users, permits, rows_per_request, requests, throttled, counts}
QJsonObject asJson(const engine::RunProgress &progress);

/// Each as errorAsJson() has it.
QJsonArray asJson(const QList<core::Error> &errors);

/// {planned, created, updated, unchanged, skipped, invalid, rejected, conflict, not_reached, ticked_out, open}
QJsonObject asJson(const store::RunCounts &counts);

/// One line for people: "Writing: 1,200 of 5,000 people; 300 a second; …"
QString progressText(const engine::RunProgress &progress);

/// "12 s", "3 min", "2 h 5 min".
QString durationText(std::chrono::seconds duration);

} // namespace cli
