// Single items of a plan: reading, ticking, forgetting.
#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runfile.h"
#include "store/runfilter.h"
#include "store/runrows.h"
#include "store/runschema.h"
#include "store/runstate.h"

#include <QCoreApplication>

#include <algorithm>

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
            u"SELECT %1, u.item, e.outcome FROM items i LEFT JOIN unticked u ON u.item = i.id LEFT JOIN ended e ON "
            "e.item = i.id WHERE i.id = ?"_s.arg(itemColumns()),
            {id}, [&](const QSqlQuery &row) {
                item = itemFrom(row, 0, *m_dictionary);
                isTicked = row.value(itemWidth).isNull();
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
        const auto changed =
            ticked ? m_database->command(u"DELETE FROM unticked WHERE item = ?"_s, {item})
                   : m_database->command(u"INSERT INTO unticked (item) VALUES (?) ON CONFLICT (item) DO NOTHING"_s,
                                         {item});
        if (!changed)
            return changed;
        const auto counted =
            m_database->command(u"UPDATE totals SET unticked = unticked + ? WHERE block = ? AND class = ?"_s,
                                {ticked ? -*changed : *changed, item / itemsOfBlock, *kind});
        if (!counted)
            return counted;
        return changed;
    });
}

Result<qint64> RunFile::setTicked(const RunFilter &filter, bool ticked)
{
    const auto classes = runfilter::classesOf(filter, *m_dictionary);
    if (!classes)
        return classes.error();
    QString which = u"SELECT i.id FROM items i WHERE "_s + runstate::isOneOf(u"i.class"_s, *classes);
    QVariantList values;
    if (!filter.person.isEmpty()) {
        if (const auto indexed = indexPeople(); !indexed)
            return indexed.error();
        which += u" AND i.id IN (SELECT p.item FROM people p WHERE p.key >= ? AND %1(p.key, ?) > 0)"_s.arg(
            m_database->contains());
        values << QString(runfilter::firstKey) << filter.person.toCaseFolded();
    }
    if (runfilter::asksForEnds(filter))
        which += u" AND i.id IN (SELECT e.item FROM ended e WHERE %1)"_s.arg(runfilter::endCondition(filter, u"e"_s));
    if (filter.isTicked)
        which += *filter.isTicked ? u" AND NOT EXISTS (SELECT 1 FROM unticked u WHERE u.item = i.id)"_s
                                  : u" AND EXISTS (SELECT 1 FROM unticked u WHERE u.item = i.id)"_s;
    if (!ticked) // what has ended already (it was erased) stays as it is
        which += u" AND NOT EXISTS (SELECT 1 FROM ended e WHERE e.item = i.id)"_s;
    return m_database->transaction([&]() -> Result<qint64> {
        if (const auto refused = refuseWhenBegun(); !refused)
            return refused.error();
        const auto changed =
            ticked ? m_database->command(u"DELETE FROM unticked WHERE item IN (%1)"_s.arg(which), values)
                   : m_database->command(u"INSERT INTO unticked (item) %1 ON CONFLICT (item) DO NOTHING"_s.arg(which),
                                         values);
        if (!changed)
            return changed;
        if (const auto counted = countTicks(*classes); !counted)
            return counted.error();
        return changed;
    });
}

Result<Nothing> RunFile::countTicks(const QList<qint64> &classes)
{
    const QString ours = runstate::isOneOf(u"class"_s, classes);
    if (const auto cleared = m_database->command(u"UPDATE totals SET unticked = 0 WHERE unticked <> 0 AND "_s + ours);
        !cleared)
        return cleared.error();
    const auto counted = m_database->command(
        u"INSERT INTO totals (block, class, items, unticked) "
        "SELECT i.id / %1, i.class, 0, count(*) FROM unticked u JOIN items i ON i.id = u.item WHERE %2 "
        "GROUP BY i.id / %1, i.class ON CONFLICT (block, class) DO UPDATE SET unticked = excluded.unticked"_s
            .arg(itemsOfBlock)
            .arg(ours));
    if (!counted)
        return counted.error();
    return Nothing{};
}

} // namespace store
