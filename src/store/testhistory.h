#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QDateTime>
#include <QList>

#include <memory>
#include <optional>

namespace store {

/// One connection test as it was. The steps are diagnosis' own text, kept as it came.
struct TestRecord {
    qint64 id = 0;
    QString profileId;
    QString verdict;     ///< diagnosis::stateWord(): "passed", "warning", "failed", "skipped".
    QByteArray report;   ///< JSON, see diagnosis/reportjson.h. Holds no secret and no personal datum.
    QDateTime startedAt; ///< UTC
    bool isWhole = true; ///< False for a single step that was run again, or a test that was stopped.
    bool operator==(const TestRecord &) const = default;
};

/// What became of earlier connection tests, and which organisation an address belonged to at first. An SQLite file of
/// its own; several processes may have it open. Not thread-safe.
class TestHistory
{
public:
    static constexpr int keptTests = 200; ///< For each integration; the last green one is always kept.

    /// Opens or creates; migrates older layouts; refuses newer ones (Kind::Storage).
    static core::Result<std::unique_ptr<TestHistory>> open(const QString &path,
                                                           core::Clock &clock = core::Clock::system());
    virtual ~TestHistory() = default;

    virtual core::Result<qint64> add(const TestRecord &record) = 0;

    /// Newest first.
    virtual core::Result<QList<TestRecord>> tests(const QString &profileId, int limit) = 0;

    /// The last whole test without a failed step (passed or warning), before `before` when that is valid. Nothing when
    /// there was none.
    virtual core::Result<std::optional<TestRecord>> lastGreen(const QString &profileId,
                                                              const QDateTime &before = {}) = 0;

    /// The first whole test that failed since the last green one: since when it is broken. Nothing when the last one
    /// was green, or there was none.
    virtual core::Result<std::optional<TestRecord>> brokenSince(const QString &profileId) = 0;

    /// The Dataverse organisation id that this address had at the first success; empty when none is pinned.
    virtual core::Result<QString> pinnedOrganization(const QString &profileId, const QString &instance) = 0;

    /// Pins, or replaces the pin: the admin has accepted another organisation.
    virtual core::Result<core::Nothing> pinOrganization(const QString &profileId, const QString &instance,
                                                        const QString &organizationId) = 0;

    /// Forgets an integration: its tests and pins.
    virtual core::Result<core::Nothing> forget(const QString &profileId) = 0;
};

} // namespace store
