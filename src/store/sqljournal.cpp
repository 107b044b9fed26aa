#include "store/sqljournal.h"

#include "core/lowercase.h"
#include "store/files.h"
#include "store/journalschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::Journal)
};

/// Null texts are bound as NULL, which no text of the journal may be.
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

bool isSuccess(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Created:
    case Outcome::Updated:
    case Outcome::Unchanged:
        return true;
    case Outcome::Skipped:
    case Outcome::Invalid:
    case Outcome::Rejected:
    case Outcome::Conflict:
        return false;
    }
    return false;
}

std::optional<Error> problemWith(const Intent &intent)
{
    for (const QByteArray &body : {intent.before, intent.after}) {
        if (!body.isEmpty() && !QJsonDocument::fromJson(body).isObject())
            return Error{.kind = Error::Kind::Invalid,
                         .message = Text::tr("The values of a change must be a JSON object, or the journal cannot tell "
                                             "which columns it writes.")};
    }
    return {};
}

Error noSuchRun(qint64 runId)
{
    return {.kind = Error::Kind::NotFound, .message = Text::tr("The journal knows no run %1.").arg(runId)};
}

const QString itemColumns =
    u"id, run_id, person, regulation, event_time, source_id, table_name, entity_set, address, row_id, is_create, "
    u"before, "
    "after, condition, sent_at, outcome, reason, code, request_id, settled_row_id, settled_at"_s;

JournalItem itemFrom(const QSqlQuery &row)
{
    int column = 0;
    const auto next = [&row, &column] { return row.value(column++); };
    JournalItem item;
    item.id = next().toLongLong();
    item.runId = next().toLongLong();
    item.intent.person = next().toString();
    item.intent.regulation = next().toString();
    item.intent.eventTime = toMoment(next());
    item.intent.sourceId = next().toString();
    item.intent.table = next().toString();
    item.intent.entitySet = next().toString();
    item.intent.address = next().toString();
    item.intent.rowId = next().toString();
    item.intent.isCreate = next().toBool();
    item.intent.before = next().toByteArray();
    item.intent.after = next().toByteArray();
    item.intent.condition = next().toString();
    item.sentAt = toMoment(next());
    const auto outcome = outcomeFromWord(next().toString());
    Settlement settlement;
    settlement.reason = next().toString();
    settlement.code = next().toString();
    settlement.requestId = next().toString();
    settlement.rowId = next().toString();
    if (outcome) {
        settlement.outcome = *outcome;
        item.settlement = settlement;
    }
    item.settledAt = toMoment(next());
    return item;
}

} // namespace

SqlJournal::SqlJournal(const QString &path, core::Clock &clock, const Settings &settings)
    : m_path(path), m_clock(clock), m_sql(path, settings.saboteur), m_applied(m_sql)
{
}

Result<std::unique_ptr<SqlJournal>> SqlJournal::open(const QString &path, core::Clock &clock, const Settings &settings)
{
    std::unique_ptr<SqlJournal> journal(new SqlJournal(path, clock, settings));
    if (const auto prepared = journal->prepare(settings); !prepared)
        return prepared.error();
    return journal;
}

Result<Nothing> SqlJournal::prepare(const Settings &settings)
{
    if (const auto made = files::makeFolder(QFileInfo(m_path).absolutePath()); !made)
        return made;
    // Made before SQLite does, because its "-wal" and "-shm" take over the permissions of the file.
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("The journal “%1” cannot be written.").arg(QDir::toNativeSeparators(m_path)),
                     .fix =
                         Text::tr("Check that you may write the file and its folder, and that the disk is not full."),
                     .detail = file.errorString()};
    file.close();

    if (const auto opened = m_sql.open(settings.patience); !opened)
        return opened;
    for (const QString &setting : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                                   u"PRAGMA foreign_keys = ON"_s, u"PRAGMA secure_delete = ON"_s}) {
        if (const auto done = m_sql.command(setting); !done)
            return done;
    }
    return m_sql.transaction(
        [this] { return migrate(); }); // in a transaction, so that of two programs only one does it
}

Result<Nothing> SqlJournal::migrate()
{
    const auto version = m_sql.value(u"PRAGMA user_version"_s);
    const auto owner = m_sql.value(u"PRAGMA application_id"_s);
    const auto tables = m_sql.value(u"SELECT count(*) FROM sqlite_master"_s);
    for (const auto *answer : {&version, &owner, &tables}) {
        if (!*answer)
            return answer->error();
    }
    const QString path = QDir::toNativeSeparators(m_path);
    const qint64 newest = journalMigrations().size();
    if (owner->toInt() != journalApplicationId && tables->toInt() > 0)
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("“%1” is a database of another program.").arg(path),
                     .fix = Text::tr("Move it away, so that a journal can be started in its place.")};
    if (version->toLongLong() > newest)
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("The journal “%1” was written by a newer version of this program: its layout "
                                         "is number %2, and this version knows "
                                         "up to %3.")
                                    .arg(path)
                                    .arg(version->toLongLong())
                                    .arg(newest),
                     .fix = Text::tr("Install the newer version. The journal was left as it is.")};
    if (version->toLongLong() == newest)
        return Nothing{};

    for (qint64 step = version->toLongLong(); step < newest; ++step) {
        for (const QString &statement : journalMigrations()[step]) {
            if (const auto done = m_sql.command(statement); !done)
                return done;
        }
    }
    if (const auto done = m_sql.command(u"PRAGMA application_id = %1"_s.arg(journalApplicationId)); !done)
        return done;
    return m_sql.command(u"PRAGMA user_version = %1"_s.arg(newest));
}

Result<qint64> SqlJournal::beginRun(const RunRecord &run)
{
    const auto inserted = m_sql.run(
        u"INSERT INTO runs (profile_id, kind, dataverse_organization, didomi_organization, started_at, ended_at) "
        "VALUES (?, ?, ?, ?, ?, ?)"_s,
        {text(run.profileId), text(run.kind), text(run.dataverseOrganization), text(run.didomiOrganization),
         run.startedAt.isValid() ? run.startedAt.toMSecsSinceEpoch() : now(), moment(run.endedAt)});
    if (!inserted)
        return inserted.error();
    return (*inserted)->lastInsertId().toLongLong();
}

Result<Nothing> SqlJournal::endRun(qint64 runId)
{
    const auto updated = m_sql.run(u"UPDATE runs SET ended_at = coalesce(ended_at, ?) WHERE id = ?"_s, {now(), runId});
    if (!updated)
        return updated.error();
    if ((*updated)->numRowsAffected() == 0)
        return noSuchRun(runId);
    return Nothing{};
}

Result<RunRecord> SqlJournal::run(qint64 runId)
{
    const auto found =
        m_sql.run(u"SELECT profile_id, kind, dataverse_organization, didomi_organization, started_at, ended_at "
                  "FROM runs WHERE id = ?"_s,
                  {runId});
    if (!found)
        return found.error();
    QSqlQuery &row = **found;
    if (!row.next())
        return noSuchRun(runId);
    const RunRecord run{.id = runId,
                        .profileId = row.value(0).toString(),
                        .kind = row.value(1).toString(),
                        .dataverseOrganization = row.value(2).toString(),
                        .didomiOrganization = row.value(3).toString(),
                        .startedAt = toMoment(row.value(4)),
                        .endedAt = toMoment(row.value(5))};
    row.finish();
    return run;
}

Result<qint64> SqlJournal::insertItem(qint64 runId, const Intent &intent, bool isSent)
{
    if (const auto problem = problemWith(intent))
        return *problem;
    const QVariant sentAt = isSent ? QVariant(now()) : moment({});
    const auto inserted = m_sql.run(
        u"INSERT INTO items (run_id, profile_id, person, regulation, event_time, source_id, table_name, entity_set, "
        u"address, "
        "row_id, is_create, before, after, condition, sent_at) "
        "SELECT id, profile_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM runs WHERE id = ?"_s,
        {text(intent.person), text(intent.regulation), moment(intent.eventTime), text(intent.sourceId),
         text(intent.table), text(intent.entitySet), text(intent.address), text(intent.rowId), intent.isCreate ? 1 : 0,
         bytes(intent.before), bytes(intent.after), text(intent.condition), sentAt, runId});
    if (!inserted)
        return inserted.error();
    if ((*inserted)->numRowsAffected() == 0)
        return noSuchRun(runId);
    return (*inserted)->lastInsertId().toLongLong();
}

Result<qint64> SqlJournal::intend(qint64 runId, const Intent &intent)
{
    return insertItem(runId, intent, true); // one statement is a transaction of its own
}

Result<Nothing> SqlJournal::endItem(qint64 itemId, const Settlement &settlement)
{
    const auto updated = m_sql.run(
        u"UPDATE items SET outcome = ?, reason = ?, code = ?, request_id = ?, settled_row_id = ?, settled_at = ? "
        "WHERE id = ? AND outcome IS NULL"_s,
        {outcomeWord(settlement.outcome), text(settlement.reason), text(settlement.code), text(settlement.requestId),
         text(settlement.rowId), now(), itemId});
    if (!updated)
        return updated.error();
    if ((*updated)->numRowsAffected() == 0) {
        const auto there = m_sql.value(u"SELECT count(*) FROM items WHERE id = ?"_s, {itemId});
        if (!there)
            return there.error();
        if (there->toInt() == 0)
            return Error{.kind = Error::Kind::NotFound,
                         .message = Text::tr("The journal knows no item %1.").arg(itemId)};
        return Error{.kind = Error::Kind::Conflict,
                     .message = Text::tr("How item %1 of the journal ended is already known.").arg(itemId)};
    }
    return isSuccess(settlement.outcome) ? m_applied.remember(itemId) : Nothing{};
}

Result<Nothing> SqlJournal::settle(qint64 itemId, const Settlement &settlement)
{
    return m_sql.transaction([&] { return endItem(itemId, settlement); });
}

Result<qint64> SqlJournal::note(qint64 runId, const Intent &intent, const Settlement &settlement)
{
    return m_sql.transaction([&]() -> Result<qint64> {
        const auto itemId = insertItem(runId, intent, false);
        if (!itemId)
            return itemId;
        if (const auto ended = endItem(*itemId, settlement); !ended)
            return ended.error();
        return itemId;
    });
}

Result<QList<JournalItem>> SqlJournal::readItems(const QString &condition, const QVariantList &values)
{
    const auto query = m_sql.run(u"SELECT %1 FROM items WHERE %2"_s.arg(itemColumns, condition), values);
    if (!query)
        return query.error();
    QList<JournalItem> items;
    while ((*query)->next())
        items << itemFrom(**query);
    const auto checked = m_sql.finished(**query); // a damaged page in the middle must not look like the end of the list
    if (!checked)
        return checked.error();
    return items;
}

Result<QList<JournalItem>> SqlJournal::unsettled(const QString &profileId)
{
    return readItems(u"profile_id = ? AND outcome IS NULL ORDER BY id"_s, {text(profileId)});
}

Result<QList<JournalItem>> SqlJournal::items(const QString &profileId, qint64 beforeId, int limit)
{
    const qint64 before = beforeId > 0 ? beforeId : std::numeric_limits<qint64>::max();
    return readItems(u"profile_id = ? AND id < ? ORDER BY id DESC LIMIT ?"_s,
                     {text(profileId), before, std::max(limit, 0)});
}

// --- what was applied ------------------------------------------------------------------------------------------------

Result<QDateTime> SqlJournal::lastApplied(const QString &dataverseOrganization, const QString &table,
                                          const QString &rowId, const QString &column)
{
    const auto times = m_applied.timesOf(dataverseOrganization, table, {rowId});
    if (!times)
        return times.error();
    return times->value(core::lowerCase(rowId)).value(column.section(u'@', 0, 0).toLower());
}

Result<RowTimes> SqlJournal::timesOf(const QString &dataverseOrganization, const QString &table,
                                     const QStringList &rowIds)
{
    return m_applied.timesOf(dataverseOrganization, table, rowIds);
}

template <typename Work>
auto SqlJournal::changeApplied(Work work)
{
    auto done = m_sql.transaction(std::move(work));
    if (!done) // the names that it remembers may have been rolled back
        m_applied.forgetNames();
    return done;
}

Result<Nothing> SqlJournal::mergeApplied(const QString &dataverseOrganization, const QList<AppliedRow> &rows)
{
    return changeApplied([&] { return m_applied.merge(dataverseOrganization, rows); });
}

Result<Nothing> SqlJournal::forgetMerged(const QString &dataverseOrganization, const QString &table,
                                         const QStringList &rowIds)
{
    return changeApplied([&] { return m_applied.forget(dataverseOrganization, table, rowIds); });
}

Result<Nothing> SqlJournal::addUnmerged(const UnmergedRun &run)
{
    return m_sql.command(u"INSERT INTO unmerged (path, dataverse_organization, added_at) VALUES (?, ?, ?) ON CONFLICT "
                         "(path) DO NOTHING"_s,
                         {text(run.path), text(run.dataverseOrganization), now()});
}

Result<Nothing> SqlJournal::removeUnmerged(const QString &path)
{
    return m_sql.command(u"DELETE FROM unmerged WHERE path = ?"_s, {text(path)});
}

Result<QList<UnmergedRun>> SqlJournal::unmerged()
{
    const auto query = m_sql.run(u"SELECT path, dataverse_organization FROM unmerged ORDER BY added_at, path"_s);
    if (!query)
        return query.error();
    QList<UnmergedRun> runs;
    while ((*query)->next())
        runs << UnmergedRun{(*query)->value(0).toString(), (*query)->value(1).toString()};
    if (const auto read = m_sql.finished(**query); !read)
        return read.error();
    return runs;
}

// --- people, and forgetting ------------------------------------------------------------------------------------------

Result<QStringList> SqlJournal::spellingsOf(const QString &person)
{
    // SQLite itself knows no letter case but that of ASCII.
    const auto query = m_sql.run(u"SELECT DISTINCT person FROM items WHERE person <> ''"_s);
    if (!query)
        return query.error();
    const QString key = person.toCaseFolded();
    QStringList spellings;
    while ((*query)->next()) {
        const QString one = (*query)->value(0).toString();
        if (one.toCaseFolded() == key)
            spellings << one;
    }
    if (const auto read = m_sql.finished(**query); !read)
        return read.error();
    return spellings;
}

Result<QList<JournalItem>> SqlJournal::itemsOf(const QString &person)
{
    const auto spellings = spellingsOf(person);
    if (!spellings)
        return spellings.error();
    QList<JournalItem> items;
    for (const QString &spelling : *spellings) {
        const auto more = readItems(u"person = ? ORDER BY id DESC"_s, {spelling});
        if (!more)
            return more.error();
        items += *more;
    }
    std::sort(items.begin(), items.end(), [](const JournalItem &a, const JournalItem &b) { return a.id > b.id; });
    return items;
}

Result<qint64> SqlJournal::forgetSettled(const QDateTime &before)
{
    if (!before.isValid())
        return qint64(0);
    const qint64 time = before.toMSecsSinceEpoch();
    return changeApplied([&]() -> Result<qint64> {
        if (const auto detached = m_applied.detach(time); !detached)
            return detached.error();
        const auto gone = m_sql.run(u"DELETE FROM items WHERE outcome IS NOT NULL AND settled_at < ?"_s, {time});
        if (!gone)
            return gone.error();
        const qint64 items = (*gone)->numRowsAffected();
        const auto runs = m_sql.command(u"DELETE FROM runs WHERE coalesce(ended_at, started_at) < ? AND NOT EXISTS "
                                        "(SELECT 1 FROM items WHERE items.run_id = runs.id)"_s,
                                        {time});
        if (!runs)
            return runs.error();
        return items;
    });
}

Result<int> SqlJournal::erasePerson(const QString &person)
{
    if (person.trimmed().isEmpty())
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("It is not said who shall be forgotten."),
                     .field = u"person"_s};
    const auto erased = changeApplied([&]() -> Result<int> {
        const auto spellings = spellingsOf(person);
        if (!spellings)
            return spellings.error();
        int items = 0;
        for (const QString &spelling : *spellings) {
            if (const auto done = m_applied.forgetPerson(spelling); !done)
                return done.error();
            // The reason may name the person too. An item that still was open could never be settled without its
            // address.
            const auto updated = m_sql.run(
                u"UPDATE items SET person = '', source_id = '', address = '', row_id = '', before = x'', after = x'', "
                "settled_row_id = '', reason = CASE WHEN outcome IS NULL THEN ? ELSE '' END, "
                "settled_at = coalesce(settled_at, ?), outcome = coalesce(outcome, ?) WHERE person = ?"_s,
                {Text::tr("The person was erased before it was known how this ended."), now(),
                 outcomeWord(Outcome::Conflict), spelling});
            if (!updated)
                return updated.error();
            items += (*updated)->numRowsAffected();
        }
        return items;
    });
    if (!erased)
        return erased;
    // Old pages live on in the write-ahead log until it is written over.
    const auto isBusy = m_sql.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!isBusy)
        return isBusy.error();
    if (isBusy->toInt() != 0)
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("The person was erased, but traces are left in the journal's temporary file, "
                                         "which another program is using."),
                     .fix = Text::tr("Close the other program and erase the person again.")};
    return erased;
}

} // namespace store
