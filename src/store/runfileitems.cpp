// Single items of a plan: reading, ticking, forgetting.
#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runfile.h"
#include "store/runfilter.h"
#include "store/runrows.h"
#include "store/runschema.h"
#include "store/runstate.h"
#include "store/runticks.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cstdlib>

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

Error noSuchItem(qint64 id)
{
    return {.kind = Error::Kind::NotFound, .message = Text::tr("The plan has no item %1.").arg(id)};
}

} // namespace

Result<RunItem> RunFile::item(qint64 id)
{
    return m_database->snapshot([&]() -> Result<RunItem> {
        std::optional<Result<RunItem>> item;
        bool isTicked = true;
        QVariant ended;
        const auto read = m_database->each(
            u"SELECT %1, %2, e.outcome FROM items i LEFT JOIN ended e ON e.item = i.id WHERE i.id = ?"_s.arg(
                itemColumns(), runstate::isLeftOut(u"i.id"_s, u"i.class"_s)),
            {id}, [&](const QSqlQuery &row) {
                item = itemFrom(row, 0, *m_dictionary);
                isTicked = !row.value(itemWidth).toBool();
                ended = row.value(itemWidth + 1);
            });
        if (!read)
            return read.error();
        if (!item)
            return noSuchItem(id);
        if (!*item)
            return item->error();
        (*item)->isTicked = isTicked;
        QList<Result<RunWrite>> writes;
        const auto written = m_database->each(
            u"SELECT %1 FROM items i JOIN writes w ON w.id >= i.first_write AND w.id < i.first_write + i.writes "
            "WHERE i.id = ? ORDER BY w.id"_s.arg(writeColumns()),
            {id}, [&](const QSqlQuery &row) { writes << writeFrom(row, 0, *m_dictionary); });
        if (!written)
            return written.error();
        for (const auto &write : writes) {
            if (!write)
                return write.error();
            (*item)->writes << *write;
        }
        const auto end = endOf(**item, ended);
        if (!end)
            return end.error();
        (*item)->ended = *end;
        return **item;
    });
}

Result<std::optional<Outcome>> RunFile::endOf(const RunItem &item, const QVariant &noted)
{
    const int planned = runstate::plannedEnd(item.planned);
    if (!noted.isNull())
        return outcomeOf(noted.toInt() == 0 ? Fate::NotSent : Fate(noted.toInt()), RunWrite::Action::Update);
    if (!isWrite(item.planned))
        return outcomeOf(Fate(planned), RunWrite::Action::Update);
    const auto states = runstate::statesOf(*this, u"i.id = ?"_s, {item.id});
    if (!states)
        return states.error();
    const bool isSettled = !states->isEmpty() && std::all_of(states->cbegin(), states->cend(),
                                                             [](const auto &state) { return state.fate.has_value(); });
    return isSettled ? outcomeOf(Fate(planned), RunWrite::Action::Update) : std::optional<Outcome>();
}

Result<std::optional<RunItem>> RunFile::itemOf(const QString &person)
{
    if (const auto indexed = indexPeople(); !indexed)
        return indexed.error();
    const auto id = m_database->value(u"SELECT item FROM people WHERE key = ?"_s, {text(person.toCaseFolded())});
    if (!id)
        return id.error();
    if (!id->isValid())
        return std::optional<RunItem>();
    const auto found = item(id->toLongLong());
    if (!found)
        return found.error();
    return std::optional<RunItem>(*found);
}

// --- ticking ---------------------------------------------------------------------------------------------------------

Result<Nothing> RunFile::refuseWhenBegun()
{
    const auto batch = m_database->value(u"SELECT next_batch FROM progress"_s + m_database->forUpdate());
    if (!batch)
        return batch.error();
    if (batch->toLongLong() > 1)
        return Error{.kind = Error::Kind::Conflict,
                     .message = Text::tr("The run has begun: what it is about cannot be changed any more.")};
    return Nothing{};
}

Result<qint64> RunFile::setTicked(qint64 item, bool ticked)
{
    return m_database->transaction([&]() -> Result<qint64> {
        if (const auto refused = refuseWhenBegun(); !refused)
            return refused.error();
        const auto kind = m_database->value(u"SELECT class FROM items WHERE id = ?"_s, {item});
        if (!kind)
            return kind.error();
        if (!kind->isValid())
            return noSuchItem(item);
        return runstate::setTicked(*m_database, item, kind->toLongLong(), ticked);
    });
}

Result<qint64> setTicked(RunFile &file, const QList<qint64> &items, bool ticked)
{
    return file.database().transaction([&]() -> Result<qint64> { // once on the disk, not once for each
        qint64 changed = 0;
        for (const qint64 item : items) {
            const auto set = file.setTicked(item, ticked);
            if (!set)
                return set;
            changed += *set;
        }
        return changed;
    });
}

Result<qint64> RunFile::setTicked(const RunFilter &filter, bool ticked)
{
    const auto classes = runfilter::classesOf(filter, *m_dictionary);
    if (!classes)
        return classes.error();
    if (!filter.person.isEmpty()) {
        if (const auto indexed = indexPeople(); !indexed)
            return indexed.error();
    }
    return m_database->transaction([&]() -> Result<qint64> {
        if (const auto refused = refuseWhenBegun(); !refused)
            return refused.error();
        if (filter.isTicked == ticked) // they are so already
            return qint64(0);
        const auto now = state();
        if (!now)
            return now.error();
        const QString leftOut =
            u"SELECT CAST(sum(unticked) AS BIGINT) FROM totals WHERE "_s + runstate::isOneOf(u"class"_s, *classes);
        const auto before = m_database->value(leftOut);
        if (!before)
            return before.error();
        const bool areWholeClasses =
            filter.person.isEmpty() && !runfilter::asksForEnds(filter) && *now != RunState::Planning;
        if (const auto set = areWholeClasses ? tickClasses(*classes, ticked) : tickSome(filter, *classes, ticked); !set)
            return set.error();
        if (const auto counted = countTicks(*classes); !counted)
            return counted.error();
        const auto after = m_database->value(leftOut);
        if (!after)
            return after.error();
        return std::abs(after->toLongLong() - before->toLongLong());
    });
}

/// However many they are: a word for each class, and no exceptions. (SQLite goes through the tables of a CROSS JOIN in
/// their order: there are few exceptions, and very many items.)
Result<Nothing> RunFile::tickClasses(const QList<qint64> &classes, bool ticked)
{
    const QString ours = runstate::isOneOf(u"class"_s, classes);
    const auto others = m_database->value(
        u"SELECT CAST(sum(CASE WHEN class IN (%1) THEN items - unticked ELSE unticked END) AS BIGINT) FROM totals "
        "WHERE NOT (%2)"_s.arg(runstate::classesLeftOut(), ours));
    if (!others)
        return others.error();
    QStringList statements{
        // all of them at once is quicker by far
        others->toLongLong() == 0
            ? u"DELETE FROM exceptions"_s
            : u"DELETE FROM exceptions WHERE item IN (SELECT u.item FROM exceptions u CROSS JOIN items i "
              "WHERE i.id = u.item AND %1)"_s.arg(runstate::isOneOf(u"i.class"_s, classes)),
        u"UPDATE classes SET left_out = %1 WHERE %2"_s.arg(ticked ? 0 : 1).arg(runstate::isOneOf(u"id"_s, classes))};
    if (!ticked) // what has ended already (it was erased) stays as it is
        statements
            << u"INSERT INTO exceptions (item) SELECT i.id FROM ended e CROSS JOIN items i WHERE i.id = e.item AND "_s +
                   runstate::isOneOf(u"i.class"_s, classes);
    for (const QString &statement : std::as_const(statements)) {
        if (const auto done = m_database->command(statement); !done)
            return done.error();
    }
    return Nothing{};
}

Result<Nothing> RunFile::tickSome(const RunFilter &filter, const QList<qint64> &classes, bool ticked)
{
    QSet<qint64> leftOut;
    const auto read = m_database->each(runstate::classesLeftOut(), {},
                                       [&leftOut](const QSqlQuery &row) { leftOut << row.value(0).toLongLong(); });
    if (!read)
        return read;
    for (const bool isLeftOut : {false, true}) {
        QList<qint64> ours = classes;
        ours.removeIf([&](qint64 one) { return leftOut.contains(one) != isLeftOut; });
        if (ours.isEmpty())
            continue;
        QString which = u"SELECT p.item FROM people p WHERE p.key >= ? AND %1(p.key, ?) > 0 AND %2"_s;
        QVariantList values{QString(runfilter::firstKey), filter.person.toCaseFolded()};
        if (filter.person.isEmpty()) { // the nameless too
            which = u"SELECT p.id FROM items p WHERE %2"_s;
            values.clear();
        }
        which.replace(u"%1"_s, m_database->contains()).replace(u"%2"_s, runstate::isOneOf(u"p.class"_s, ours));
        const QString item = filter.person.isEmpty() ? u"p.id"_s : u"p.item"_s;
        if (runfilter::asksForEnds(filter))
            which += u" AND %1 IN (SELECT e.item FROM ended e WHERE %2)"_s.arg(item,
                                                                               runfilter::endCondition(filter, u"e"_s));
        if (!ticked) // what has ended already (it was erased) stays as it is
            which += u" AND NOT EXISTS (SELECT 1 FROM ended e WHERE e.item = %1)"_s.arg(item);
        const auto changed =
            ticked == isLeftOut
                ? m_database->command(
                      u"INSERT INTO exceptions (item) %1 ORDER BY 1 ON CONFLICT (item) DO NOTHING"_s.arg(which), values)
                : m_database->command(u"DELETE FROM exceptions WHERE item IN (%1)"_s.arg(which), values);
        if (!changed)
            return changed.error();
    }
    return Nothing{};
}

Result<Nothing> RunFile::countTicks(const QList<qint64> &classes)
{
    const QString leftOut = runstate::classesLeftOut();
    const auto begun = m_database->command(
        u"UPDATE totals SET unticked = CASE WHEN class IN (%1) THEN items ELSE 0 END WHERE %2"_s.arg(
            leftOut, runstate::isOneOf(u"class"_s, classes)));
    if (!begun)
        return begun.error();
    const auto counted = m_database->command(
        u"INSERT INTO totals (block, class, items, unticked) SELECT i.id / %1, i.class, 0, "
        "CASE WHEN i.class IN (%2) THEN -count(*) ELSE count(*) END FROM exceptions u CROSS JOIN items i "
        "WHERE i.id = u.item AND %3 GROUP BY i.id / %1, i.class "
        "ON CONFLICT (block, class) DO UPDATE SET unticked = totals.unticked + excluded.unticked"_s.arg(itemsOfBlock)
            .arg(leftOut, runstate::isOneOf(u"i.class"_s, classes)));
    if (!counted)
        return counted.error();
    return Nothing{};
}

} // namespace store
