#include "store/runstory.h"

#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runfile.h"
#include "store/runrows.h"
#include "store/runstate.h"

#include <QHash>

#include <functional>

namespace store {

using namespace Qt::StringLiterals;
using namespace runrows;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

/// Reads the items of one page, then what belongs to them.
class StoryReader
{
public:
    explicit StoryReader(RunFile &file) : m_file(file) {}

    Result<QList<ItemStory>> read(qint64 afterItem, int limit)
    {
        if (const auto items = readItems(afterItem, limit); !items)
            return items.error();
        if (m_stories.isEmpty())
            return m_stories;
        if (const auto writes = readWrites(); !writes)
            return writes.error();
        if (const auto ends = readEnds(); !ends)
            return ends.error();
        for (ItemStory &story : m_stories)
            endItem(story);
        return m_stories;
    }

private:
    /// Runs a statement about the items of the page; `take` fails when what it reads makes no sense.
    Result<Nothing> each(const QString &statement, const QVariantList &values,
                         const std::function<std::optional<Error>(const QSqlQuery &)> &take)
    {
        std::optional<Error> problem;
        const auto done = m_file.database().each(statement, values, [&](const QSqlQuery &row) {
            if (!problem)
                problem = take(row);
        });
        if (!done)
            return done;
        if (problem)
            return *problem;
        return Nothing{};
    }

    Result<Nothing> readItems(qint64 afterItem, int limit)
    {
        return each(u"SELECT %1, %2, e.outcome FROM items i LEFT JOIN ended e ON e.item = i.id WHERE i.id > ? "
                    "ORDER BY i.id LIMIT ?"_s.arg(itemColumns(), runstate::isLeftOut(u"i.id"_s, u"i.class"_s)),
                    {afterItem, std::max(limit, 1)}, [this](const QSqlQuery &row) -> std::optional<Error> {
                        const auto item = itemFrom(row, 0, m_file.dictionary());
                        if (!item)
                            return item.error();
                        ItemStory story{.item = *item, .writes = {}};
                        story.item.isTicked = !row.value(itemWidth).toBool();
                        const QVariant ended = row.value(itemWidth + 1);
                        if (!ended.isNull() && ended.toInt() != 0)
                            story.item.ended = outcomeOf(Fate(ended.toInt()), RunWrite::Action::Update);
                        m_stories << story;
                        return {};
                    });
    }

    QVariantList ids() const { return {m_stories.constFirst().item.id, m_stories.constLast().item.id}; }

    Result<Nothing> readWrites()
    {
        qsizetype item = 0;
        return each(u"SELECT %1 FROM items i JOIN writes w ON w.id >= i.first_write AND w.id < i.first_write + "
                    "i.writes WHERE i.id >= ? AND i.id <= ? ORDER BY w.id"_s.arg(writeColumns()),
                    ids(), [this, &item](const QSqlQuery &row) -> std::optional<Error> {
                        const auto write = writeFrom(row, 0, m_file.dictionary());
                        if (!write)
                            return write.error();
                        while (item < m_stories.size() && m_stories.at(item).item.id != write->item)
                            ++item;
                        if (item == m_stories.size())
                            return m_file.database().damaged(u"a write belongs to no item"_s);
                        m_places.insert(write->id, {item, m_stories.at(item).writes.size()});
                        m_stories[item].writes << WriteStory{.write = *write};
                        return {};
                    });
    }

    /// The last attempt is the newest retry, else the first batch that holds the write.
    Result<Nothing> readEnds()
    {
        return each(
            u"SELECT w.id, r.attempt, b.id, b.settled_at, coalesce(x.fate, b.fate), x.reason, x.note, x.code, "
            "x.request_id, x.row_id FROM items i JOIN writes w ON w.id >= i.first_write AND w.id < i.first_write + "
            "i.writes JOIN shapes s ON s.id = w.shape "
            "LEFT JOIN retries r ON r.write_id = w.id AND "
            "r.attempt = (SELECT max(q.attempt) FROM retries q WHERE q.write_id = w.id) "
            "LEFT JOIN batches b ON b.id = CASE WHEN r.write_id IS NULL "
            "THEN (SELECT c.id FROM batches c WHERE c.first_write <= w.id ORDER BY c.first_write DESC LIMIT 1) "
            "ELSE r.batch END AND (r.write_id IS NOT NULL OR b.last_write >= w.id) "
            "LEFT JOIN results x ON x.write_id = w.id AND x.attempt = coalesce(r.attempt, 0) "
            "WHERE s.action <> 0 AND NOT %1 AND i.id >= ? AND i.id <= ? ORDER BY w.id"_s.arg(
                runstate::isLeftOut(u"i.id"_s, u"i.class"_s)),
            ids(), [this](const QSqlQuery &row) { return takeEnd(row); });
    }

    std::optional<Error> takeEnd(const QSqlQuery &row)
    {
        const auto place = m_places.constFind(row.value(0).toLongLong());
        const bool isClaimed = !row.value(2).isNull();
        if (place == m_places.cend())
            return {};
        WriteStory &story = m_stories[place->first].writes[place->second];
        story.attempts = row.value(1).toInt() + (isClaimed ? 1 : 0); // a retry that waits is none yet
        if (!isClaimed)
            return {};
        if (row.value(3).isNull()) {
            story.isOpen = true;
            return {};
        }
        story.fate = Fate(row.value(4).toInt());
        story.endedAt = toMoment(row.value(3));
        const auto reason = m_file.dictionary().reason(row.value(5).toLongLong());
        if (!reason)
            return reason.error();
        story.reason = reason->isEmpty() ? row.value(6).toString() : *reason;
        story.code = row.value(7).toString();
        story.requestId = row.value(8).toString();
        if (const QString told = row.value(9).toString(); !told.isEmpty())
            story.write.rowId = told;
        return {};
    }

    /// As RunPages tells it.
    static void endItem(ItemStory &story)
    {
        RunItem &item = story.item;
        if (item.ended)
            return;
        if (!isWrite(item.planned)) {
            item.ended = outcomeOf(Fate(runstate::plannedEnd(item.planned)), RunWrite::Action::Update);
            return;
        }
        QList<std::optional<Outcome>> outcomes;
        for (const WriteStory &write : story.writes) {
            if (write.write.action != RunWrite::Action::None)
                outcomes << write.outcome();
        }
        if (const int end = runstate::endOf(outcomes); end != 0)
            item.ended = outcomeOf(Fate(end), RunWrite::Action::Update);
    }

    RunFile &m_file;
    QList<ItemStory> m_stories;
    QHash<qint64, std::pair<qsizetype, qsizetype>> m_places; ///< Of writes: story, and number in it.
};

} // namespace

std::optional<Outcome> WriteStory::outcome() const
{
    if (write.action == RunWrite::Action::None)
        return write.outcome;
    return fate ? outcomeOf(*fate, write.action) : std::nullopt;
}

bool WriteStory::isDone() const
{
    const auto how = outcome();
    return write.action != RunWrite::Action::None && (how == Outcome::Created || how == Outcome::Updated);
}

Result<QList<ItemStory>> readStories(RunFile &file, qint64 afterItem, int limit)
{
    return file.database().snapshot([&] { return StoryReader(file).read(afterItem, limit); });
}

} // namespace store
