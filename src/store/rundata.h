#pragma once

#include "store/outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QFlags>
#include <QHash>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace store {

/// What a plan was made from, and for whom. Does not change once it is made.
struct RunHead {
    QString dataverseOrganization; ///< Organisation ids of both ends: the plan runs nowhere else.
    QString didomiOrganization;
    QString profileId;
    QString profileName;
    QString host;       ///< Of the environment: "org1234.crm4.dynamics.com".
    QString table;      ///< Logical name of the table that is written.
    QString mode;       ///< "legacy" or "current".
    QString regulation; ///< Empty when the plan has those of all.
    QDateTime madeAt;   ///< UTC; set by RunFile::create() when invalid.
    QByteArray scope;   ///< JSON object: whom the plan is about.
    QString source;     ///< Where the consents came from; a sentence.
    /// Of mappings, match and options, so that a changed mapping is noticed.
    QByteArray fingerprint;
    QString kind = QStringLiteral("resync"); ///< What it does: "resync", "undo", "migrate".
    QString undoes = {};                     ///< With "undo": path or name of the run that it takes back.

    bool operator==(const RunHead &) const = default;
};

/// An undo is nobody's choice: its items carry the time of the choice that they take back, less this. What is known of
/// exactly that choice is then not so any more: the same choice, seen once more, is newer than the undo, and every
/// older one is older still.
inline constexpr std::chrono::milliseconds undoneBy{1};

/// True for an undo; false for what writes choices, the undo of an undo too (`"restores": true` in its scope).
bool takesChoicesBack(const RunHead &head);

enum class RunState {
    Planning,
    Planned,
    Running,
    Paused,
    Cancelled,
    Done,
    Undone,
};

QString runStateText(RunState state); ///< Translated: "running".
QString runStateWord(RunState state); ///< For files and JSON: "running".
std::optional<RunState> runStateFromWord(const QString &word);

/// When a run was carried out.
struct RunCourse {
    QDateTime startedAt; ///< UTC; invalid when it was never begun.
    QDateTime endedAt;   ///< UTC; invalid until it is done, cancelled or undone.
    QString stop;        ///< Why it was given up last, a sentence; empty when it was not, or goes on since.

    bool operator==(const RunCourse &) const = default;
};

/// What a plan foresees for one person.
enum class Planned {
    Create,
    Update,
    Unchanged,
    Skipped,
    Invalid,
    Conflict,
};

QString plannedText(Planned planned); ///< Translated: "will be created".
QString plannedWord(Planned planned); ///< For files and JSON: "create".
std::optional<Planned> plannedFromWord(const QString &word);

/// True for those of which something is sent.
constexpr bool isWrite(Planned planned)
{
    return planned == Planned::Create || planned == Planned::Update;
}

/// What is worth knowing about an item before it is written. The numbers are those of files.
enum class Effect {
    NewlyPermits = 1, ///< Somebody becomes contactable.
    NewlyForbids = 2, ///< Somebody stops being contactable.
    CreatesRow = 4,
    LacksRequired = 8, ///< A row that is created lacks a required column.
    HasWarning = 16,
};
Q_DECLARE_FLAGS(Effects, Effect)
Q_DECLARE_OPERATORS_FOR_FLAGS(Effects)

/// One row that an item writes, or has looked at and leaves as it is. Says by itself all that is needed to send it, to
/// judge and to recover it, and to undo it.
struct RunWrite {
    /// The numbers of these two are those of files.
    enum class Action { None = 0, Update = 1, Create = 2 };
    enum class Condition { UpdateOnly = 0, IfUnchanged = 1, CreateOnly = 2, Upsert = 3 };

    qint64 id = 0;   ///< Given by append(); rises.
    qint64 item = 0; ///< Given by append().
    QString table;   ///< Logical name.
    QString entitySet;
    Action action = Action::Update;
    QString rowId;        ///< GUID; for creates the one we chose. Empty only when the row is addressed by key.
    QString address = {}; ///< "contacts(…)" without host. Empty is read as "<entity set>(<row id>)".
    QString etag = {};
    Condition condition = Condition::UpdateOnly;
    bool isIdDrawn = false;   ///< The new row's id was drawn at random: nobody else can have made a row with it.
    QStringList columns = {}; ///< What the plan rests on: where one of these changed since, it is out of date.
    QString rowName = {};     ///< For people.
    QByteArray before = {};   ///< JSON object: the values as found. Empty when there was no row.
    QByteArray after = {};    ///< JSON object: the body that is sent. Empty with Action::None.
    QByteArray same = {};     ///< JSON object: what the row says already.
    /// JSON object: how the row was looked for, and not found, when a new row's id was drawn. The engine's own words.
    QByteArray absent = {};
    QStringList fixed = {}; ///< Columns of a new row that get what every new row gets: nobody's choice.
    bool permits = false;   ///< Makes somebody contactable.
    /// With Action::None: why nothing is sent.
    Outcome outcome = Outcome::Unchanged;
    QString reason = {}; ///< With Action::None.

    bool operator==(const RunWrite &) const = default;
};

/// One person of a plan.
struct RunItem {
    qint64 id = 0;    ///< Given by append(); rises.
    QString person;   ///< organization_user_id; empty when Didomi knows none, or when it was erased.
    QString sourceId; ///< Didomi's id of the user or event.
    QDateTime eventTime;
    Planned planned = Planned::Unchanged;
    QString reason = {}; ///< A translated sentence; those that repeat are kept once.
    Effects effects = {};
    QStringList shared = {}; ///< What items of other people may write too (addresses): one at a time for each.
    bool isTicked = true;
    QList<RunWrite> writes = {}; ///< In the order in which they are sent.
    int writeCount = 0;          ///< How many `writes` there are in the file; pages leave `writes` itself empty.
    /// How it ended; none when it was not reached, or is on its way.
    std::optional<Outcome> ended = {};

    bool operator==(const RunItem &) const = default;
};

/// Which items of a plan. Everything that is said must hold.
struct RunFilter {
    QList<Planned> planned = {};       ///< Any of these; empty: all.
    std::optional<qint64> reason = {}; ///< RunGroup::reasonId.
    Effects effects = {};              ///< All of these.
    std::optional<bool> isTicked = {};
    QString person = {}; ///< Contained in the person's id, without letter case.
    /// Items that ended otherwise than planned, and how.
    std::optional<Outcome> endedAs = {};
    bool failed = false; ///< Items whose writes were rejected, or ended invalid or in conflict.

    bool operator==(const RunFilter &) const = default;
};

/// Items that have outcome, reason and effects in common.
struct RunGroup {
    Planned planned = Planned::Unchanged;
    qint64 reasonId = 0;
    QString reason; ///< Empty with id 0: none, or one of the many that occur too rarely to be counted apart.
    Effects effects;
    qint64 items = 0;
    qint64 ticked = 0;

    bool operator==(const RunGroup &) const = default;
};

/// Where a run stands, in items. planned = the sum of all others but `tickedOut` and `open`.
struct RunCounts {
    qint64 planned = 0;
    qint64 created = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 skipped = 0; ///< Those that were ticked out among them.
    qint64 invalid = 0;
    qint64 rejected = 0;
    qint64 conflict = 0;
    qint64 notReached = 0; ///< Those that are on their way among them.
    qint64 tickedOut = 0;
    qint64 open = 0; ///< Claimed and not settled: on their way, or unknown since a kill.

    bool reconciles() const
    {
        return planned == created + updated + unchanged + skipped + invalid + rejected + conflict + notReached;
    }
    bool operator==(const RunCounts &) const = default;
};

/// How one write ended. The numbers are those of files.
enum class Fate {
    AsPlanned = 0, ///< Created or updated, as its action says.
    Created = 1,
    Updated = 2,
    Unchanged = 3,
    Skipped = 4,
    Invalid = 5,
    Rejected = 6,
    Conflict = 7,
    NotSent = 8, ///< Certainly without effect: may be claimed again.
};

Fate fateOf(Outcome outcome);
/// None for NotSent.
std::optional<Outcome> outcomeOf(Fate fate, RunWrite::Action action);

/// The end of a write that is not its batch's, or of which more is known.
struct WriteEnd {
    qint64 write = 0;
    Fate fate = Fate::AsPlanned;
    QString reason = {}; ///< A sentence.
    QString code = {};   ///< The service's error code.
    QString requestId = {};
    QString rowId = {}; ///< As the server told.

    bool operator==(const WriteEnd &) const = default;
};

/// Some items of which one worker sends the writes; noted before anything is sent.
struct RunBatch {
    qint64 id = 0; ///< Rises.
    QString worker;
    QDateTime claimedAt;
    QDateTime leaseUntil;
    bool isTakenOver = false;  ///< Was somebody else's before: its writes may have been sent.
    QList<RunItem> items = {}; ///< With those writes that are to be sent, and no others.

    qsizetype writeCount() const;
};

/// One attempt at a write that has ended.
struct WriteAttempt {
    int attempt = 0; ///< From 0 on.
    qint64 batch = 0;
    QString worker;
    QDateTime endedAt;
    WriteEnd end;
};

/// A write that was done, with all that an undo needs.
struct DoneWrite {
    RunWrite write; ///< `rowId` as the server told, where it did.
    QString person;
    QDateTime eventTime;
    Outcome outcome = Outcome::Updated;
};

/// When the choice was made that a run wrote into some columns of a row, or found there already.
struct AppliedRow {
    qint64 write = 0;
    QString table;
    QString rowId;       ///< Lower case.
    QStringList columns; ///< Members' names without "@odata.bind", lower case.
    QDateTime eventTime;
    bool takesBack = false; ///< Of an undo, see undoneBy. RunJournal does not tell it.

    bool operator==(const AppliedRow &) const = default;
};

/// When the choices were made that are known of some rows: row id, in lower case → column, in lower case → time. Rows
/// of which nothing is known are left out.
using RowTimes = QHash<QString, QHash<QString, QDateTime>>;

/// One choice more; the newest one of a column counts.
void addTime(RowTimes &times, const QString &rowId, const QString &column, const QDateTime &time);
void addTimes(RowTimes &times, const RowTimes &more);
/// What an undo wrote: in the place of the choice that it took back.
void takeTimesBack(RowTimes &times, const RowTimes &undone);

} // namespace store
