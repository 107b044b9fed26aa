// How a plan is made: items are added, replaced, and the whole is finished.
#include "store/bulkinsert.h"
#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runfile.h"
#include "store/runpersons.h"
#include "store/runrows.h"
#include "store/runschema.h"

#include <QCoreApplication>
#include <QSet>

namespace store {

using namespace Qt::StringLiterals;
using namespace runrows;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::Run)
};

/// Cheap, since a million items pass: what is wrong here is wrong in the planner.
bool looksLikeObject(const QByteArray &json)
{
    return json.isEmpty() || (json.front() == '{' && json.back() == '}');
}

std::optional<Error> problemWith(const RunItem &item, qsizetype index)
{
    const auto problem = [index](const QString &message, const QString &field) {
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("Item %1 of this part of the plan is wrong: %2").arg(index + 1).arg(message),
                     .field = field};
    };
    int sent = 0;
    for (const RunWrite &write : item.writes) {
        if (!looksLikeObject(write.before) || !looksLikeObject(write.after) || !looksLikeObject(write.same) ||
            !looksLikeObject(write.absent))
            return problem(Text::tr("the values of a row must be a JSON object."), u"after"_s);
        if (write.action == RunWrite::Action::None)
            continue;
        ++sent;
        if (write.entitySet.isEmpty() || (write.rowId.isEmpty() && write.address.isEmpty()))
            return problem(Text::tr("it does not say which row is written."), u"address"_s);
        if (write.after.isEmpty())
            return problem(Text::tr("it does not say what is written."), u"after"_s);
    }
    if (sent > 0 && !isWrite(item.planned))
        return problem(Text::tr("nothing shall be written, but there are writes."), u"planned"_s);
    if (sent == 0 && isWrite(item.planned))
        return problem(Text::tr("something shall be written, but there are no writes."), u"planned"_s);
    return {};
}

} // namespace

Result<RunFile::Next> RunFile::lockPlanning()
{
    QString state;
    Next next;
    const auto read = m_database->each(u"SELECT state, next_item, next_write FROM progress"_s + m_database->forUpdate(),
                                       {}, [&](const QSqlQuery &row) {
                                           state = row.value(0).toString();
                                           next = {row.value(1).toLongLong(), row.value(2).toLongLong()};
                                       });
    if (!read)
        return read.error();
    if (state != runStateWord(RunState::Planning))
        return Error{
            .kind = Error::Kind::Conflict,
            .message = Text::tr("The plan “%1” is finished: what it says cannot be changed.").arg(m_database->name())};
    if (const auto known = m_persons->catchUp(next.item); !known)
        return known.error();
    return next;
}

template <typename Work>
auto RunFile::plan(Work work)
{
    auto done = m_database->transaction(std::move(work));
    if (!done) { // what they remember may have been rolled back
        m_dictionary->forget();
        m_persons->forget();
    }
    return done;
}

Result<RunFile::Known> RunFile::known(const QString &key)
{
    Known known;
    const QList<qint64> candidates = m_persons->candidates(key);
    for (const qint64 candidate : candidates) {
        const auto read = m_database->each(u"SELECT i.person, coalesce(i.key, i.person) FROM items i WHERE i.id = ?"_s,
                                           {candidate}, [&](const QSqlQuery &row) {
                                               if (row.value(1).toString() == key)
                                                   known = {candidate, row.value(0).toString()};
                                           });
        if (!read)
            return read.error();
        if (known.item > 0)
            break;
    }
    return known;
}

Result<RunFile::Appended> RunFile::append(const QList<RunItem> &items, const QString &mark)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (const auto problem = problemWith(items[i], i))
            return *problem;
    }
    return plan([&]() -> Result<Appended> {
        const auto next = lockPlanning();
        if (!next)
            return next.error();
        const auto appended = insert(items, *next);
        if (!appended)
            return appended;
        QStringList refused;
        for (const int index : appended->refused)
            refused << items[index].person;
        if (const auto noted = noteAgain(refused); !noted)
            return noted.error();
        const auto marked = m_database->command(u"UPDATE progress SET mark = ?"_s, {text(mark)});
        if (!marked)
            return marked.error();
        return appended;
    });
}

Result<RunFile::Appended> RunFile::insert(const QList<RunItem> &items, Next next)
{
    struct Row {
        qint64 id = 0;
        qint64 kind = 0;
        bool hasOwnReason = false;
        bool isRefused = false;
        QString key;
    };
    QList<Row> rows;
    rows.reserve(items.size());
    const qint64 firstItem = next.item;
    const auto isPlanned = [&](const QString &key) -> Result<bool> {
        const QList<qint64> candidates = m_persons->candidates(key);
        if (candidates.isEmpty())
            return false;
        for (const qint64 candidate : candidates) {
            if (candidate >= firstItem && rows[candidate - firstItem].key == key)
                return true;
        }
        const auto there = known(key);
        if (!there)
            return there.error();
        return there->item > 0;
    };
    for (RunItem item : items) {
        item.id = next.item++;
        rows << Row{.id = item.id, .key = keyOf(item)};
        Row &row = rows.last();
        const auto planned = isPlanned(row.key);
        if (!planned)
            return planned.error();
        row.isRefused = *planned;
        if (*planned) {
            row.key.clear();
            continue;
        }
        m_persons->add(row.key, row.id);
        const auto reason = m_dictionary->reasonOf(item.reason);
        if (!reason)
            return reason.error();
        row.hasOwnReason = *reason == 0 && !item.reason.isEmpty();
        const auto kind = m_dictionary->classOf({.planned = item.planned, .reason = *reason, .effects = item.effects});
        if (!kind)
            return kind.error();
        row.kind = *kind;
    }

    Appended appended;
    BulkInsert itemRows(*m_database, u"items"_s,
                        {u"id"_s, u"person"_s, u"key"_s, u"source_id"_s, u"event_time"_s, u"class"_s, u"first_write"_s,
                         u"writes"_s, u"extra"_s});
    BulkInsert writeRows(*m_database, u"writes"_s,
                         {u"id"_s, u"item"_s, u"shape"_s, u"row_id"_s, u"etag"_s, u"row_name"_s, u"before"_s,
                          u"after"_s, u"same"_s, u"extra"_s});
    itemRows.reserve(items.size());
    writeRows.reserve(items.size());
    QMap<std::pair<qint64, qint64>, qint64> totals; // block and class, in the order in which they are locked
    for (qsizetype i = 0; i < items.size(); ++i) {
        const RunItem &item = items[i];
        const Row &row = rows[i];
        if (row.isRefused) {
            appended.refused << int(i);
            continue;
        }
        ++appended.added;
        ++totals[{row.id / itemsOfBlock, row.kind}];
        itemRows << row.id << text(item.person)
                 << (row.key == item.person ? QVariant(QMetaType::fromType<QString>()) : row.key) << text(item.sourceId)
                 << moment(item.eventTime) << row.kind << next.write << int(item.writes.size())
                 << extraOf(item, row.hasOwnReason);
        for (const RunWrite &write : item.writes) {
            const auto shape = m_dictionary->shapeOf(write);
            if (!shape)
                return shape.error();
            writeRows << next.write++ << row.id << *shape << text(write.rowId) << text(write.etag)
                      << text(write.rowName) << bytes(write.before) << bytes(write.after) << bytes(write.same)
                      << extraOf(write);
        }
    }
    BulkInsert totalRows(*m_database, u"totals"_s, {u"block"_s, u"class"_s, u"items"_s, u"unticked"_s},
                         u"ON CONFLICT (block, class) DO UPDATE SET items = totals.items + excluded.items"_s);
    for (auto it = totals.cbegin(); it != totals.cend(); ++it)
        totalRows << it.key().first << it.key().second << it.value() << 0;
    for (BulkInsert *insert : {&itemRows, &writeRows, &totalRows}) {
        if (const auto done = insert->run(); !done)
            return done.error();
    }
    const auto counted =
        m_database->command(u"UPDATE progress SET next_item = ?, next_write = ?"_s, {next.item, next.write});
    if (!counted)
        return counted.error();
    return appended;
}

// --- planning again --------------------------------------------------------------------------------------------------

Result<Nothing> RunFile::noteAgain(const QStringList &persons)
{
    BulkInsert rows(*m_database, u"again"_s, {u"person"_s, u"key"_s}, u"ON CONFLICT (person) DO NOTHING"_s);
    for (const QString &person : persons) {
        const QString key = person.toCaseFolded();
        rows << person << key;
        // The plan may write them otherwise: what is known of both spellings belongs together.
        const auto there = known(key);
        if (!there)
            return there.error();
        if (there->item > 0 && there->person != person)
            rows << there->person << key;
    }
    return rows.run();
}

Result<Nothing> RunFile::addAgain(const QStringList &persons)
{
    if (persons.contains(QString()))
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("It is not said who shall be planned again."),
                     .field = u"person"_s};
    return plan([&]() -> Result<Nothing> {
        if (const auto next = lockPlanning(); !next)
            return next.error();
        return noteAgain(persons);
    });
}

Result<QStringList> RunFile::again(int limit)
{
    return m_database->snapshot([&]() -> Result<QStringList> {
        QStringList persons;
        const auto take = [&persons](const QSqlQuery &row) { persons << row.value(0).toString(); };
        const auto read =
            m_database->each(u"SELECT person FROM again ORDER BY key, person LIMIT ?"_s, {std::max(limit, 1)}, take);
        if (!read)
            return read.error();
        if (persons.isEmpty())
            return persons;
        const QString last = persons.constLast();
        const auto rest = m_database->each(u"SELECT person FROM again WHERE key = ? AND person > ? ORDER BY person"_s,
                                           {last.toCaseFolded(), last}, take);
        if (!rest)
            return rest.error();
        return persons;
    });
}

Result<Nothing> RunFile::replace(const QList<RunItem> &items, const QStringList &leftOut)
{
    const auto wrong = [](const QString &message) {
        return Error{.kind = Error::Kind::Invalid, .message = message, .field = u"person"_s};
    };
    QSet<QString> keys;
    for (const QString &person : leftOut) // perhaps in several spellings
        keys << person.toCaseFolded();
    if (keys.contains(QString()))
        return wrong(Text::tr("It is not said whom the plan shall leave out."));
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (const auto problem = problemWith(items[i], i))
            return *problem;
        if (items[i].person.isEmpty())
            return wrong(Text::tr("Only items of persons can be put in the place of others."));
        const qsizetype before = keys.size();
        keys << items[i].person.toCaseFolded();
        if (keys.size() == before)
            return wrong(Text::tr("One person can have only one item in a plan."));
    }
    return plan([&]() -> Result<Nothing> {
        const auto next = lockPlanning();
        if (!next)
            return next.error();
        for (const QString &key : std::as_const(keys)) {
            if (const auto removed = remove(key); !removed)
                return removed;
        }
        const auto inserted = insert(items, *next);
        if (!inserted)
            return inserted.error();
        return Nothing{};
    });
}

Result<Nothing> RunFile::remove(const QString &key)
{
    if (const auto gone = m_database->command(u"DELETE FROM again WHERE key = ?"_s, {key}); !gone)
        return gone.error();
    const auto there = known(key);
    if (!there)
        return there.error();
    if (there->item == 0)
        return Nothing{};
    const auto kind = m_database->value(u"SELECT class FROM items WHERE id = ?"_s, {there->item});
    if (!kind)
        return kind.error();
    const auto unticked = m_database->command(u"DELETE FROM exceptions WHERE item = ?"_s, {there->item});
    if (!unticked)
        return unticked.error();
    const std::pair<QString, QVariantList> statements[] = {
        {u"UPDATE totals SET items = items - 1, unticked = unticked - ? WHERE block = ? AND class = ?"_s,
         {*unticked, there->item / itemsOfBlock, *kind}},
        {u"DELETE FROM writes WHERE id >= (SELECT i.first_write FROM items i WHERE i.id = ?) AND "
         "id < (SELECT i.first_write + i.writes FROM items i WHERE i.id = ?)"_s,
         {there->item, there->item}},
        {u"DELETE FROM items WHERE id = ?"_s, {there->item}},
        {u"DELETE FROM people WHERE key = ?"_s, {key}},
    };
    for (const auto &[statement, values] : statements) {
        if (const auto done = m_database->command(statement, values); !done)
            return done.error();
    }
    return Nothing{};
}

Result<bool> RunFile::leaveOutUnchanged()
{
    // A block at a time, so that nobody waits long for the file.
    const QString unchanged = u"SELECT c.id FROM classes c WHERE c.planned = %1 AND c.effects = 0"_s.arg(
        static_cast<int>(Planned::Unchanged));
    return plan([&]() -> Result<bool> {
        if (const auto next = lockPlanning(); !next)
            return next.error();
        const auto found = m_database->value(
            u"SELECT min(t.block) FROM totals t WHERE t.items > 0 AND t.class IN (%1)"_s.arg(unchanged));
        if (!found)
            return found.error();
        if (found->isNull())
            return false;
        const qint64 block = found->toLongLong();
        const QString those =
            u"FROM items i WHERE i.id >= %1 AND i.id < %2 AND i.class IN (%3)"_s.arg(block * itemsOfBlock)
                .arg((block + 1) * itemsOfBlock)
                .arg(unchanged);
        for (const QString &statement :
             {u"DELETE FROM writes WHERE id >= (SELECT min(i.first_write) %1) AND id < (SELECT max(i.first_write + "
              "i.writes) %1) AND item IN (SELECT i.id %1)"_s,
              u"DELETE FROM people WHERE key IN (SELECT coalesce(i.key, i.person) %1)"_s,
              u"DELETE FROM items WHERE id IN (SELECT i.id %1)"_s}) {
            if (const auto gone = m_database->command(QString(statement).replace(u"%1"_s, those)); !gone)
                return gone.error();
        }
        const auto counted = m_database->command(
            u"UPDATE totals SET items = 0 WHERE block = ? AND class IN (%1)"_s.arg(unchanged), {block});
        return counted ? Result<bool>(true) : counted.error();
    });
}

// --- finishing -------------------------------------------------------------------------------------------------------

Result<Nothing> RunFile::indexPeople()
{
    const QString missing = u"SELECT indexed FROM progress WHERE indexed < next_item"_s;
    const auto isMissing = m_database->value(missing);
    if (!isMissing)
        return isMissing.error();
    if (!isMissing->isValid())
        return Nothing{};
    return m_database->transaction([&]() -> Result<Nothing> {
        const auto from = m_database->value(missing + m_database->forUpdate());
        if (!from)
            return from.error();
        if (!from->isValid()) // somebody else was faster
            return Nothing{};
        const auto added =
            m_database->command(u"INSERT INTO people (key, item, class) SELECT coalesce(i.key, i.person), "
                                "i.id, i.class FROM items i WHERE i.id >= ? ORDER BY 1"_s,
                                {*from});
        if (!added)
            return added.error();
        const auto noted = m_database->command(u"UPDATE progress SET indexed = next_item"_s);
        if (!noted)
            return noted.error();
        return Nothing{};
    });
}

Result<Nothing> RunFile::finishPlanning()
{
    return m_database->transaction([this]() -> Result<Nothing> {
        const auto now = state();
        if (!now)
            return now.error();
        if (*now != RunState::Planning)
            return Nothing{};
        const auto again = m_database->value(u"SELECT count(*) FROM again"_s);
        if (!again)
            return again.error();
        if (again->toLongLong() > 0)
            return Error{.kind = Error::Kind::Conflict,
                         .message = Text::tr("The plan “%1” is not finished: %n person(s) must be planned again, since "
                                             "the source told of them more than once.",
                                             nullptr, int(again->toLongLong()))
                                        .arg(m_database->name())};
        if (const auto indexed = indexPeople(); !indexed)
            return indexed;
        // Only now: in the order of the rows' ids it would cost each item more than all the rest.
        if (const auto made =
                m_database->execute(u"CREATE INDEX IF NOT EXISTS writes_by_row ON writes (lower(row_id))"_s);
            !made)
            return made;
        const auto done = m_database->command(u"UPDATE progress SET state = ?"_s, {runStateWord(RunState::Planned)});
        if (!done)
            return done.error();
        m_persons->forget(); // nobody comes any more
        return Nothing{};
    });
}

} // namespace store
