#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "store/outcome.h"
#include "store/rundata.h"

#include <QDateTime>
#include <QList>

#include <memory>

namespace store {

/// One execution of a plan, of one person or of thousands.
struct RunRecord {
    qint64 id = 0;
    QString profileId;
    QString kind;                  ///< "push", "live", later "resync", "undo", …
    QString dataverseOrganization; ///< Organisation ids of both ends the plan was made against.
    QString didomiOrganization;
    QDateTime startedAt;
    QDateTime endedAt; ///< Invalid while it runs, or when it was killed.
};

/// What is written down before a write is sent, so that it can be settled after a kill at any instant.
struct Intent {
    QString person; ///< organization_user_id
    QString regulation;
    QDateTime eventTime; ///< When the choice was made, UTC.
    QString sourceId;    ///< Didomi's id of the user or event.
    QString table;
    QString entitySet;
    QString address; ///< How the row is addressed in the URL: "contacts(…)" without host.
    QString rowId;   ///< GUID; for creates the one we chose. Empty only for upserts by key.
    bool isCreate = false;
    QByteArray before; ///< JSON object: the mapped columns' values before (empty object for creates).
    QByteArray after; ///< JSON object: the body sent, and what the row said already: what the row shall say afterwards.
    QString condition; ///< The literal conditional header, or empty: "If-Match: *".
};

/// How an item ended, or {} while it is not known.
struct Settlement {
    Outcome outcome = Outcome::Rejected;
    QString reason; ///< A sentence; what was skipped, refused, or in conflict, and why.
    QString code;   ///< The service's error code.
    QString requestId;
    QString rowId; ///< As the server told.
};

struct JournalItem {
    qint64 id = 0;
    qint64 runId = 0;
    Intent intent;
    QDateTime
        sentAt; ///< When the intent was written, just before sending; invalid for items that never needed a write.
    std::optional<Settlement> settlement = {};
    QDateTime settledAt;
};

/// A run that has begun, and of which the journal does not know yet what it has applied.
struct UnmergedRun {
    QString path; ///< Of its file, absolute.
    QString dataverseOrganization;

    bool operator==(const UnmergedRun &) const = default;
};

/// The SQLite journal of everything that was, or may have been, written to Dataverse. WAL, synchronous FULL: what was
/// told to be noted survives a power cut. Several processes may have it open. Not thread-safe: one object for each
/// thread.
class Journal
{
public:
    /// Opens or creates; migrates older layouts; refuses newer ones (Kind::Storage, telling which program version is
    /// needed).
    static core::Result<std::unique_ptr<Journal>> open(const QString &path, core::Clock &clock = core::Clock::system());
    virtual ~Journal() = default;

    virtual core::Result<qint64> beginRun(const RunRecord &run) = 0;
    virtual core::Result<core::Nothing> endRun(qint64 runId) = 0;

    /// A run by its id: which organisations an item belongs to. Kind::NotFound when there is none.
    virtual core::Result<RunRecord> run(qint64 runId) = 0;

    /// Notes a write that is about to be sent. Returns the item's id. Nothing may be sent when this fails.
    virtual core::Result<qint64> intend(qint64 runId, const Intent &intent) = 0;

    /// Ends an item; the only way an item ends. The first settlement counts: settling twice is Kind::Conflict. A
    /// success (created, updated, unchanged) also remembers the choice's time for each written column (see
    /// lastApplied()).
    virtual core::Result<core::Nothing> settle(qint64 itemId, const Settlement &settlement) = 0;

    /// Notes an item that needs no write (unchanged, skipped, invalid, conflict): intent and settlement at once.
    virtual core::Result<qint64> note(qint64 runId, const Intent &intent, const Settlement &settlement) = 0;

    /// Items that were sent and never settled: the program was killed in between. Oldest first.
    virtual core::Result<QList<JournalItem>> unsettled(const QString &profileId) = 0;

    /// The newest items of a profile, newest first, before `beforeId` (0 = from the newest); pages by key.
    virtual core::Result<QList<JournalItem>> items(const QString &profileId, qint64 beforeId, int limit) = 0;

    /// When the choice that last was written to this column of this row was made; invalid when we never wrote it.
    /// `rowId` without case. `column` is a member's name of the bodies sent, also without its "@odata.bind".
    virtual core::Result<QDateTime> lastApplied(const QString &dataverseOrganization, const QString &table,
                                                const QString &rowId, const QString &column) = 0;

    /// All that lastApplied() knows of these rows, at once.
    virtual core::Result<RowTimes> timesOf(const QString &dataverseOrganization, const QString &table,
                                           const QStringList &rowIds) = 0;

    /// Takes over what a run has applied: all of it, or nothing. Of each column of a row the newest choice counts, so
    /// it does no harm to take over the same again. Fastest in parts of some ten thousands.
    virtual core::Result<core::Nothing> mergeApplied(const QString &dataverseOrganization,
                                                     const QList<AppliedRow> &rows) = 0;

    /// Forgets what was taken over of these rows; traces are gone from the disk after the next erasePerson().
    virtual core::Result<core::Nothing> forgetMerged(const QString &dataverseOrganization, const QString &table,
                                                     const QStringList &rowIds) = 0;

    /// Remembers a run that begins, so that other programs know where to look for what it applies, until it is merged.
    virtual core::Result<core::Nothing> addUnmerged(const UnmergedRun &run) = 0;
    virtual core::Result<core::Nothing> removeUnmerged(const QString &path) = 0;
    /// Oldest first.
    virtual core::Result<QList<UnmergedRun>> unmerged() = 0;

    /// All items of a person, without letter case, newest first.
    virtual core::Result<QList<JournalItem>> itemsOf(const QString &person) = 0;

    /// Forgets items that were settled before `before`, and runs that have none left; what lastApplied() knows stays.
    /// Returns how many items.
    virtual core::Result<qint64> forgetSettled(const QDateTime &before) = 0;

    /// Forgets a person: identity, row ids, before and after values of their items go; counts and times stay. Persons
    /// are told apart without letter case. Returns how many items.
    virtual core::Result<int> erasePerson(const QString &person) = 0;
};

} // namespace store
