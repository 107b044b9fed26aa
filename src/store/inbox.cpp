#include "store/inbox.h"

#include "store/files.h"
#include "store/sqlconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::Inbox)
};

/// Marks an SQLite file as ours, in its header ("CBI1").
constexpr int applicationId = 0x43424931;

constexpr auto patience = std::chrono::seconds(10);

constexpr auto columns = "id, profile_id, source, key, person, arrived_at, changed_at, body, state, attempts, "
                         "not_before, problem, outcome, rehearsed"_L1;

/// The n-th list makes user_version n + 1 from n. States are Arrival::State's numbers; times are milliseconds since
/// 1970, UTC. `is_head` is 1 for the first waiting arrival of each person, so that finding what is next costs the same
/// with a million waiting; `totals` for the same reason.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> all{{
        u"CREATE TABLE arrivals (id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id TEXT NOT NULL, source TEXT NOT NULL, "
        "key TEXT NOT NULL, person TEXT NOT NULL, person_key TEXT NOT NULL, arrived_at INTEGER NOT NULL, changed_at "
        "INTEGER, body BLOB NOT NULL, state INTEGER NOT NULL DEFAULT 0, is_head INTEGER NOT NULL DEFAULT 0, attempts "
        "INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL DEFAULT 0, problem TEXT NOT NULL DEFAULT '', outcome "
        "TEXT NOT NULL DEFAULT '', settled_at INTEGER, rehearsed INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE UNIQUE INDEX arrivals_by_key ON arrivals (profile_id, key)"_s,
        u"CREATE INDEX arrivals_by_profile ON arrivals (profile_id, id)"_s,
        u"CREATE INDEX arrivals_heads ON arrivals (profile_id, id) WHERE is_head = 1"_s,
        u"CREATE INDEX arrivals_due ON arrivals (profile_id, not_before) WHERE is_head = 1"_s,
        u"CREATE INDEX arrivals_unrehearsed ON arrivals (profile_id, id) WHERE state = 0 AND rehearsed = 0"_s,
        u"CREATE INDEX arrivals_open ON arrivals (profile_id, person_key, id) WHERE state <> 2"_s,
        u"CREATE INDEX arrivals_parked ON arrivals (profile_id, id) WHERE state = 1"_s,
        u"CREATE INDEX arrivals_done ON arrivals (settled_at) WHERE state = 2"_s,
        u"CREATE TABLE totals (profile_id TEXT NOT NULL, state INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY "
        "(profile_id, state)) WITHOUT ROWID"_s,
        u"CREATE TRIGGER arrivals_added AFTER INSERT ON arrivals BEGIN INSERT INTO totals VALUES (new.profile_id, "
        "new.state, 1) ON CONFLICT DO UPDATE SET count = count + 1; END"_s,
        u"CREATE TRIGGER arrivals_moved AFTER UPDATE OF state ON arrivals WHEN old.state <> new.state BEGIN UPDATE "
        "totals SET count = count - 1 WHERE profile_id = old.profile_id AND state = old.state; INSERT INTO totals "
        "VALUES (new.profile_id, new.state, 1) ON CONFLICT DO UPDATE SET count = count + 1; END"_s,
        u"CREATE TRIGGER arrivals_forgotten AFTER DELETE ON arrivals BEGIN UPDATE totals SET count = count - 1 WHERE "
        "profile_id = old.profile_id AND state = old.state; END"_s,
        u"CREATE TABLE marks (profile_id TEXT NOT NULL, source TEXT NOT NULL, mark TEXT NOT NULL, PRIMARY KEY "
        "(profile_id, source)) WITHOUT ROWID"_s,
    }};
    return all;
}

/// Null texts are bound as NULL, which no text here may be.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QByteArray bytes(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

QVariant moment(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

QDateTime toMoment(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

/// What arrivals of one person share. An id cannot begin with a line break, so nobody is mistaken for somebody.
QString personKeyOf(const Arrival &arrival)
{
    return arrival.person.trimmed().isEmpty() ? u'\n' + arrival.key : arrival.person.toCaseFolded();
}

Arrival arrivalFrom(const QSqlQuery &row)
{
    int column = 0;
    const auto next = [&row, &column] { return row.value(column++); };
    Arrival one;
    one.id = next().toLongLong();
    one.profileId = next().toString();
    one.source = next().toString();
    one.key = next().toString();
    one.person = next().toString();
    one.arrivedAt = toMoment(next());
    one.changedAt = toMoment(next());
    one.body = next().toByteArray();
    one.state = Arrival::State(next().toInt());
    one.attempts = next().toInt();
    const QVariant notBefore = next();
    one.notBefore = notBefore.toLongLong() > 0 ? toMoment(notBefore) : QDateTime();
    one.problem = next().toString();
    one.outcome = next().toString();
    one.isRehearsed = next().toBool();
    return one;
}

class SqlInbox final : public Inbox
{
public:
    SqlInbox(const QString &path, core::Clock &clock)
        : m_path(path), m_clock(clock), m_sql(path, {}, SqlConnection::Content::Inbox)
    {
    }

    Result<Nothing> prepare();

    Result<Added> add(const QList<Arrival> &arrivals) override;
    Result<QList<Arrival>> next(const QString &profileId, int limit) override;
    Result<QList<Arrival>> nextToRehearse(const QString &profileId, int limit) override;
    Result<QList<Arrival>> openOf(const Arrival &arrival, int limit) override;
    Result<QList<Arrival>> newestAfter(const QString &profileId, qint64 id, int limit) override;
    Result<Arrival> arrival(qint64 id) override;
    Result<Nothing> settle(const QList<qint64> &ids, const QString &outcome) override;
    Result<Nothing> retryLater(qint64 id, const QDateTime &notBefore, const QString &problem) override;
    Result<Nothing> park(qint64 id, const QString &problem) override;
    Result<Nothing> markRehearsed(const QList<qint64> &ids) override;
    Result<QList<Arrival>> parked(const QString &profileId, qint64 afterId, int limit) override;
    Result<int> redrive(const QString &profileId, const QList<qint64> &ids) override;
    Result<Counts> counts(const QString &profileId) override;
    Result<QDateTime> nextDue(const QString &profileId) override;
    Result<int> forgetDone(const QDateTime &before) override;
    Result<int> erasePerson(const QString &person) override;
    Result<QString> mark(const QString &profileId, const QString &source) override;
    Result<Nothing> setMark(const QString &profileId, const QString &source, const QString &mark) override;

private:
    Result<Nothing> migrate();
    Result<bool> insert(const Arrival &arrival);
    Result<Nothing> end(qint64 id, const QString &outcome);
    Result<Nothing> refreshHead(const QString &profileId, const QString &personKey);
    Result<Nothing> refreshHeadOf(qint64 id);
    Result<QList<Arrival>> read(const QString &condition, const QVariantList &values);
    qint64 now() const { return m_clock.now().toMSecsSinceEpoch(); }

    const QString m_path; ///< ":memory:" for one that is gone with the object.
    core::Clock &m_clock;
    SqlConnection m_sql;
};

Result<Nothing> SqlInbox::prepare()
{
    if (m_path != ":memory:"_L1) {
        if (const auto made = files::makeFolder(QFileInfo(m_path).absolutePath()); !made)
            return made;
        // Made before SQLite does, because its "-wal" and "-shm" take over the permissions of the file.
        QFile file(m_path);
        if (!file.open(QIODevice::ReadWrite) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return Error{
                .kind = Error::Kind::Storage,
                .message = Text::tr("The queue of arrived consents “%1” cannot be written.")
                               .arg(QDir::toNativeSeparators(m_path)),
                .fix = Text::tr("Check that you may write the file and its folder, and that the disk is not full."),
                .detail = file.errorString()};
    }
    if (const auto opened = m_sql.open(patience); !opened)
        return opened;
    for (const QString &setting :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA secure_delete = ON"_s}) {
        if (const auto done = m_sql.command(setting); !done)
            return done;
    }
    return m_sql.transaction([this] { return migrate(); }); // so that of two programs only one does it
}

Result<Nothing> SqlInbox::migrate()
{
    const auto version = m_sql.value(u"PRAGMA user_version"_s);
    const auto owner = m_sql.value(u"PRAGMA application_id"_s);
    const auto tables = m_sql.value(u"SELECT count(*) FROM sqlite_master"_s);
    for (const auto *answer : {&version, &owner, &tables}) {
        if (!*answer)
            return answer->error();
    }
    const QString path = QDir::toNativeSeparators(m_path);
    const qint64 newest = migrations().size();
    if (owner->toInt() != applicationId && tables->toInt() > 0)
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("“%1” is a database of another program.").arg(path),
                     .fix = Text::tr("Move it away, so that a queue can be started in its place.")};
    if (version->toLongLong() > newest)
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("The queue of arrived consents “%1” was written by a newer version of this "
                                         "program: its layout is number %2, and this version knows up to %3.")
                                    .arg(path)
                                    .arg(version->toLongLong())
                                    .arg(newest),
                     .fix = Text::tr("Install the newer version. The queue was left as it is.")};
    for (qint64 step = version->toLongLong(); step < newest; ++step) {
        for (const QString &statement : migrations()[step]) {
            if (const auto done = m_sql.command(statement); !done)
                return done;
        }
    }
    if (version->toLongLong() == newest)
        return Nothing{};
    if (const auto done = m_sql.command(u"PRAGMA application_id = %1"_s.arg(applicationId)); !done)
        return done;
    return m_sql.command(u"PRAGMA user_version = %1"_s.arg(newest));
}

// --- what comes in
// ----------------------------------------------------------------------------------------------------

Result<Inbox::Added> SqlInbox::add(const QList<Arrival> &arrivals)
{
    if (arrivals.isEmpty())
        return Added{};
    return m_sql.transaction([&]() -> Result<Added> {
        Added added;
        for (const Arrival &one : arrivals) {
            const auto isNew = insert(one);
            if (!isNew)
                return isNew.error();
            if (!*isNew) {
                ++added.known;
                continue;
            }
            ++added.added;
            const auto id = m_sql.value(u"SELECT last_insert_rowid()"_s);
            if (!id)
                return id.error();
            added.lastId = id->toLongLong();
        }
        return added;
    });
}

Result<bool> SqlInbox::insert(const Arrival &arrival)
{
    if (arrival.profileId.isEmpty() || arrival.key.isEmpty())
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("An arrival without an integration or without a key cannot be queued."),
                     .field = u"key"_s};
    const QString personKey = personKeyOf(arrival);
    const auto inserted = m_sql.run(
        u"INSERT OR IGNORE INTO arrivals (profile_id, source, key, person, person_key, arrived_at, changed_at, body, "
        "is_head) SELECT ?, ?, ?, ?, ?, ?, ?, ?, NOT EXISTS (SELECT 1 FROM arrivals WHERE profile_id = ? AND "
        "person_key = ? AND state = 0)"_s,
        {arrival.profileId, text(arrival.source), arrival.key, text(arrival.person), personKey,
         arrival.arrivedAt.isValid() ? arrival.arrivedAt.toMSecsSinceEpoch() : now(), moment(arrival.changedAt),
         bytes(arrival.body), arrival.profileId, personKey});
    if (!inserted)
        return inserted.error();
    return (*inserted)->numRowsAffected() > 0;
}

// --- what is to be done
// -----------------------------------------------------------------------------------------------

Result<QList<Arrival>> SqlInbox::read(const QString &condition, const QVariantList &values)
{
    const auto query = m_sql.run(u"SELECT %1 FROM arrivals WHERE %2"_s.arg(columns, condition), values);
    if (!query)
        return query.error();
    QList<Arrival> found;
    while ((*query)->next())
        found << arrivalFrom(**query);
    if (const auto finished = m_sql.finished(**query); !finished)
        return finished.error();
    return found;
}

Result<QList<Arrival>> SqlInbox::next(const QString &profileId, int limit)
{
    return read(u"profile_id = ? AND is_head = 1 AND not_before <= ? ORDER BY id LIMIT ?"_s, {profileId, now(), limit});
}

Result<QList<Arrival>> SqlInbox::nextToRehearse(const QString &profileId, int limit)
{
    return read(u"profile_id = ? AND state = 0 AND rehearsed = 0 ORDER BY id LIMIT ?"_s, {profileId, limit});
}

Result<QList<Arrival>> SqlInbox::openOf(const Arrival &arrival, int limit)
{
    return read(u"profile_id = ? AND person_key = ? AND state <> 2 ORDER BY id LIMIT ?"_s,
                {arrival.profileId, personKeyOf(arrival), limit});
}

Result<QList<Arrival>> SqlInbox::newestAfter(const QString &profileId, qint64 id, int limit)
{
    auto found = read(u"profile_id = ? AND id > ? ORDER BY id DESC LIMIT ?"_s, {profileId, id, limit});
    if (found)
        std::reverse(found->begin(), found->end());
    return found;
}

Result<Arrival> SqlInbox::arrival(qint64 id)
{
    const auto found = read(u"id = ?"_s, {id});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error{.kind = Error::Kind::NotFound,
                     .message = Text::tr("The queue of arrived consents knows no arrival %1.").arg(id)};
    return found->constFirst();
}

// --- how it ends
// ------------------------------------------------------------------------------------------------------

Result<Nothing> SqlInbox::refreshHead(const QString &profileId, const QString &personKey)
{
    if (const auto done = m_sql.command(u"UPDATE arrivals SET is_head = 0 WHERE profile_id = ? AND person_key = ? AND "
                                        "state <> 2 AND is_head = 1"_s,
                                        {profileId, personKey});
        !done)
        return done;
    return m_sql.command(
        u"UPDATE arrivals SET is_head = 1 WHERE id = (SELECT id FROM arrivals WHERE profile_id = ? AND "
        "person_key = ? AND state <> 2 AND state = 0 ORDER BY id LIMIT 1)"_s,
        {profileId, personKey});
}

Result<Nothing> SqlInbox::refreshHeadOf(qint64 id)
{
    const auto owner = m_sql.run(u"SELECT profile_id, person_key FROM arrivals WHERE id = ?"_s, {id});
    if (!owner)
        return owner.error();
    if (!(*owner)->next()) {
        if (const auto finished = m_sql.finished(**owner); !finished)
            return finished;
        return Error{.kind = Error::Kind::NotFound,
                     .message = Text::tr("The queue of arrived consents knows no arrival %1.").arg(id)};
    }
    const QString profileId = (*owner)->value(0).toString();
    const QString personKey = (*owner)->value(1).toString();
    (*owner)->finish();
    return refreshHead(profileId, personKey);
}

Result<Nothing> SqlInbox::end(qint64 id, const QString &outcome)
{
    // The head is found anew while the person is still known.
    if (const auto done =
            m_sql.command(u"UPDATE arrivals SET state = 2, is_head = 0, outcome = ?, settled_at = ?, body "
                          "= x'', problem = '' WHERE id = ? AND state <> 2"_s,
                          {text(outcome), now(), id});
        !done)
        return done;
    if (const auto done = refreshHeadOf(id); !done)
        return done;
    return m_sql.command(u"UPDATE arrivals SET person = '', person_key = '' WHERE id = ?"_s, {id});
}

Result<Nothing> SqlInbox::settle(const QList<qint64> &ids, const QString &outcome)
{
    return m_sql.transaction([&]() -> Result<Nothing> {
        for (const qint64 id : ids) {
            if (const auto ended = end(id, outcome); !ended)
                return ended;
        }
        return Nothing{};
    });
}

Result<Nothing> SqlInbox::retryLater(qint64 id, const QDateTime &notBefore, const QString &problem)
{
    return m_sql.command(u"UPDATE arrivals SET attempts = attempts + 1, not_before = ?, problem = ? WHERE id = ? AND "
                         "state = 0"_s,
                         {notBefore.toMSecsSinceEpoch(), text(problem), id});
}

Result<Nothing> SqlInbox::park(qint64 id, const QString &problem)
{
    return m_sql.transaction([&]() -> Result<Nothing> {
        if (const auto done = m_sql.command(u"UPDATE arrivals SET state = 1, is_head = 0, attempts = attempts + 1, "
                                            "not_before = 0, problem = ? WHERE id = ? AND state = 0"_s,
                                            {text(problem), id});
            !done)
            return done;
        return refreshHeadOf(id);
    });
}

Result<Nothing> SqlInbox::markRehearsed(const QList<qint64> &ids)
{
    return m_sql.transaction([&]() -> Result<Nothing> {
        for (const qint64 id : ids) {
            if (const auto done = m_sql.command(u"UPDATE arrivals SET rehearsed = 1 WHERE id = ?"_s, {id}); !done)
                return done;
        }
        return Nothing{};
    });
}

Result<QList<Arrival>> SqlInbox::parked(const QString &profileId, qint64 afterId, int limit)
{
    return read(u"profile_id = ? AND state = 1 AND id > ? ORDER BY id LIMIT ?"_s, {profileId, afterId, limit});
}

Result<int> SqlInbox::redrive(const QString &profileId, const QList<qint64> &ids)
{
    return m_sql.transaction([&]() -> Result<int> {
        QList<qint64> wanted = ids;
        if (wanted.isEmpty()) {
            const auto query =
                m_sql.run(u"SELECT id FROM arrivals WHERE profile_id = ? AND state = 1 ORDER BY id"_s, {profileId});
            if (!query)
                return query.error();
            while ((*query)->next())
                wanted << (*query)->value(0).toLongLong();
            if (const auto finished = m_sql.finished(**query); !finished)
                return finished.error();
        }
        int moved = 0;
        for (const qint64 id : std::as_const(wanted)) {
            const auto updated =
                m_sql.run(u"UPDATE arrivals SET state = 0, attempts = 0, not_before = 0, rehearsed = 0 "
                          "WHERE id = ? AND profile_id = ? AND state = 1"_s,
                          {id, profileId});
            if (!updated)
                return updated.error();
            if ((*updated)->numRowsAffected() == 0)
                continue;
            ++moved;
            if (const auto done = refreshHeadOf(id); !done)
                return done.error();
        }
        return moved;
    });
}

Result<Inbox::Counts> SqlInbox::counts(const QString &profileId)
{
    const auto query = m_sql.run(u"SELECT state, count FROM totals WHERE profile_id = ?"_s, {profileId});
    if (!query)
        return query.error();
    Counts counts;
    while ((*query)->next()) {
        const qint64 count = (*query)->value(1).toLongLong();
        switch (Arrival::State((*query)->value(0).toInt())) {
        case Arrival::State::Waiting:
            counts.waiting = count;
            break;
        case Arrival::State::Parked:
            counts.parked = count;
            break;
        case Arrival::State::Done:
            break;
        }
    }
    if (const auto finished = m_sql.finished(**query); !finished)
        return finished.error();
    return counts;
}

Result<QDateTime> SqlInbox::nextDue(const QString &profileId)
{
    const auto due =
        m_sql.value(u"SELECT min(not_before) FROM arrivals WHERE profile_id = ? AND is_head = 1"_s, {profileId});
    if (!due)
        return due.error();
    return toMoment(*due);
}

Result<int> SqlInbox::forgetDone(const QDateTime &before)
{
    const auto gone =
        m_sql.run(u"DELETE FROM arrivals WHERE state = 2 AND settled_at < ?"_s, {before.toMSecsSinceEpoch()});
    if (!gone)
        return gone.error();
    return (*gone)->numRowsAffected();
}

Result<int> SqlInbox::erasePerson(const QString &person)
{
    if (person.trimmed().isEmpty())
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("It is not said who shall be forgotten."),
                     .field = u"person"_s};
    // Nobody else's head changes: all that is open of the person ends.
    const auto ended =
        m_sql.run(u"UPDATE arrivals SET state = 2, is_head = 0, outcome = 'erased', settled_at = ?, body "
                  "= x'', problem = '', person = '', person_key = '' WHERE person_key = ? AND state <> 2"_s,
                  {now(), person.toCaseFolded()});
    if (!ended)
        return ended.error();
    return (*ended)->numRowsAffected();
}

Result<QString> SqlInbox::mark(const QString &profileId, const QString &source)
{
    const auto mark = m_sql.value(u"SELECT mark FROM marks WHERE profile_id = ? AND source = ?"_s, {profileId, source});
    if (!mark)
        return mark.error();
    return mark->toString();
}

Result<Nothing> SqlInbox::setMark(const QString &profileId, const QString &source, const QString &mark)
{
    return m_sql.command(u"INSERT OR REPLACE INTO marks (profile_id, source, mark) VALUES (?, ?, ?)"_s,
                         {profileId, source, text(mark)});
}

Result<std::unique_ptr<Inbox>> make(const QString &path, core::Clock &clock)
{
    auto inbox = std::make_unique<SqlInbox>(path, clock);
    if (const auto ready = inbox->prepare(); !ready)
        return ready.error();
    return std::unique_ptr<Inbox>(std::move(inbox));
}

} // namespace

Result<std::unique_ptr<Inbox>> Inbox::open(const QString &path, core::Clock &clock)
{
    return make(path, clock);
}

Result<std::unique_ptr<Inbox>> Inbox::inMemory(core::Clock &clock)
{
    return make(u":memory:"_s, clock);
}

} // namespace store
