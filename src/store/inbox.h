#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QDateTime>
#include <QList>

#include <memory>

namespace store {

/// One consent as it arrived, from whatever source, and what became of it.
struct Arrival {
    enum class State {
        Waiting, ///< To be pushed; perhaps not before `notBefore`.
        Parked,  ///< Given up, with a reason; somebody may send it on its way again.
        Done,
    };

    qint64 id = 0; ///< Given by add(); rises.
    QString profileId;
    QString source;       ///< "webhook", "poll", "file".
    QString key;          ///< What makes it the same arrival again: type, entity id and version.
    QString person;       ///< organization_user_id; empty when Didomi knows none. Empty again when done.
    QDateTime arrivedAt;  ///< UTC, when we got it; set by add() when invalid.
    QDateTime changedAt;  ///< UTC, when Didomi says it changed; may be invalid.
    QByteArray body = {}; ///< Didomi's JSON. Empty when done.
    State state = State::Waiting;
    int attempts = 0; ///< Those that failed.
    QDateTime notBefore = {};
    QString problem = {};     ///< Why the last attempt failed, or why it is parked; a translated sentence.
    QString outcome = {};     ///< Of done ones: a word such as "updated" or "superseded".
    bool isRehearsed = false; ///< A dry run has shown it; nothing was written.
};

/// Everything that arrived and is not written yet: an SQLite file that only this object writes. WAL, synchronous FULL:
/// what add() has taken survives a kill and a power cut. Several processes and threads may have it open, each with an
/// object of its own; an object is used by one thread at a time.
///
/// One person's arrivals are pushed in the order in which they came. Persons are told apart without letter case. Those
/// without an organization_user_id are nobody's: each is for itself.
class Inbox
{
public:
    struct Added {
        int added = 0;
        int known = 0;     ///< Had arrived before: the same key.
        qint64 lastId = 0; ///< Of the last one added; 0 when there was none.
    };
    struct Counts {
        qint64 waiting = 0;
        qint64 parked = 0;
    };

    /// Opens or creates. Refuses newer layouts and other programs' files (Kind::Storage); says so when it is damaged.
    static core::Result<std::unique_ptr<Inbox>> open(const QString &path, core::Clock &clock = core::Clock::system());
    /// One that is gone with the object: for rehearsals.
    static core::Result<std::unique_ptr<Inbox>> inMemory(core::Clock &clock = core::Clock::system());
    virtual ~Inbox() = default;

    /// Takes all of them, or none. Durable when it returns: only then may a sender be told so.
    virtual core::Result<Added> add(const QList<Arrival> &arrivals) = 0;

    /// The first waiting arrival of each person, oldest first, those that are due now.
    virtual core::Result<QList<Arrival>> next(const QString &profileId, int limit) = 0;
    /// Waiting arrivals that no dry run has shown, oldest first, whether due or not.
    virtual core::Result<QList<Arrival>> nextToRehearse(const QString &profileId, int limit) = 0;
    /// Everything of the person of `arrival` that waits or is parked, oldest first; `arrival` itself among it.
    virtual core::Result<QList<Arrival>> openOf(const Arrival &arrival, int limit) = 0;
    /// The newest ones after `id`, oldest first, at most `limit`, in whatever state.
    virtual core::Result<QList<Arrival>> newestAfter(const QString &profileId, qint64 id, int limit) = 0;
    /// Kind::NotFound when there is none.
    virtual core::Result<Arrival> arrival(qint64 id) = 0;

    /// Ends arrivals: body and person are forgotten at once. Those that are done already stay as they are.
    virtual core::Result<core::Nothing> settle(const QList<qint64> &ids, const QString &outcome) = 0;
    /// One more attempt failed. The person's later arrivals wait too.
    virtual core::Result<core::Nothing> retryLater(qint64 id, const QDateTime &notBefore, const QString &problem) = 0;
    /// Gives up: the person's later arrivals go on.
    virtual core::Result<core::Nothing> park(qint64 id, const QString &problem) = 0;
    virtual core::Result<core::Nothing> markRehearsed(const QList<qint64> &ids) = 0;

    /// Oldest first, those after `afterId`.
    virtual core::Result<QList<Arrival>> parked(const QString &profileId, qint64 afterId, int limit) = 0;
    /// Parked ones wait again, with all their attempts before them; an empty list means all. Returns how many.
    virtual core::Result<int> redrive(const QString &profileId, const QList<qint64> &ids) = 0;

    virtual core::Result<Counts> counts(const QString &profileId) = 0; ///< At once, however many there are.
    /// When the next one that waits for its time is due; invalid when none waits.
    virtual core::Result<QDateTime> nextDue(const QString &profileId) = 0;

    /// Forgets what was done before `before`, keys included: the same would be taken again. Returns how many.
    virtual core::Result<int> forgetDone(const QDateTime &before) = 0;
    /// Forgets a person: what is open of them is ended without a push. Returns how many.
    virtual core::Result<int> erasePerson(const QString &person) = 0;

    /// How far a source has read, in its own words; empty when it never said so.
    virtual core::Result<QString> mark(const QString &profileId, const QString &source) = 0;
    virtual core::Result<core::Nothing> setMark(const QString &profileId, const QString &source,
                                                const QString &mark) = 0;
};

} // namespace store
