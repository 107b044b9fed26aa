#include "store/runpages.h"

#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runfile.h"
#include "store/runfilter.h"
#include "store/runrows.h"
#include "store/runschema.h"
#include "store/runstate.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <iterator>

namespace store {

using namespace Qt::StringLiterals;
using namespace runrows;
using core::Error;
using core::Nothing;
using core::Result;
using Found = RunNames::Found;

namespace {

constexpr qint64 anchorDistance = 1024;
constexpr qint64 mostListed = 100'000; ///< By person.

/// The order of Sort::Outcome.
constexpr Planned outcomes[] = {Planned::Conflict, Planned::Invalid,   Planned::Create,
                                Planned::Update,   Planned::Unchanged, Planned::Skipped};

/// The ids of those who were found, rising. They are few numbers between many, or nearly all: a mark for each is
/// quicker than to compare them.
QList<qint64> inOrder(const std::vector<Found> &found)
{
    QList<qint64> ids;
    ids.reserve(qsizetype(found.size()));
    quint32 last = 0;
    for (const Found &one : found)
        last = std::max(last, one.item);
    if (found.size() < last / 64) {
        for (const Found &one : found)
            ids << one.item;
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    std::vector<quint64> marks(last / 64 + 1);
    for (const Found &one : found)
        marks[one.item / 64] |= quint64(1) << one.item % 64;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        for (quint64 rest = marks[i]; rest != 0; rest &= rest - 1)
            ids << qint64(i) * 64 + std::countr_zero(rest);
    }
    return ids;
}

} // namespace

RunPages::RunPages(RunFile &file, RunFilter filter, Sort sort, Qt::SortOrder order, std::shared_ptr<RunNames> names)
    : m_file(file), m_filter(std::move(filter)), m_sort(sort), m_order(order), m_names(std::move(names))
{
}

void RunPages::refresh()
{
    m_isPrepared = false;
}

QString RunPages::classCondition(const QString &kind) const
{
    return m_hasAllClasses ? u"1 = 1"_s : runstate::isOneOf(kind, m_classes);
}

QString RunPages::tickCondition(const QString &item, const QString &kind) const
{
    if (!m_filter.isTicked)
        return u"1 = 1"_s;
    const QString isLeftOut = runstate::isLeftOut(item, kind);
    return *m_filter.isTicked ? u"NOT "_s + isLeftOut : isLeftOut;
}

Result<Nothing> RunPages::prepare()
{
    if (m_isPrepared)
        return Nothing{};
    m_count = 0;
    m_stretches.clear();
    m_anchors.clear();
    m_ids.reset();
    const auto classes = runfilter::classesOf(m_filter, m_file.dictionary());
    if (!classes)
        return classes.error();
    m_classes = *classes;
    m_hasAllClasses = m_filter.planned.isEmpty() && !m_filter.reason && !m_filter.effects;
    const bool needsList = !m_filter.person.isEmpty() || runfilter::asksForEnds(m_filter);
    const auto count = [&]() -> Result<Nothing> {
        if (needsList)
            return listIds();
        if (const auto blocks = countBlocks(); !blocks)
            return blocks;
        // Few among many: to look for each page anew would take longer than to remember them.
        return m_sort == Sort::Person && m_count <= mostListed && m_count > 0 ? listIds() : Nothing{};
    };
    const auto state = m_file.state();
    if (!state)
        return state.error();
    const bool needsPeople = needsList || m_sort == Sort::Person;
    Result<Nothing> counted = Nothing{};
    if (needsPeople && *state == RunState::Planning) { // nobody may come between the one and the other
        counted = m_file.database().transaction([&]() -> Result<Nothing> {
            const auto indexed = m_file.indexPeople();
            return indexed ? count() : indexed;
        });
    } else {
        counted = m_file.database().snapshot(count);
    }
    m_isPrepared = counted.hasValue();
    return counted;
}

Result<Nothing> RunPages::countBlocks()
{
    const QString counted = !m_filter.isTicked   ? u"items"_s
                            : *m_filter.isTicked ? u"items - unticked"_s
                                                 : u"unticked"_s;
    QMap<qint64, QMap<qint64, qint64>> blocks; // counts by block and class
    const auto read = m_file.database().each(
        u"SELECT block, class, %1 FROM totals WHERE %1 > 0 AND %2"_s.arg(counted, classCondition(u"class"_s)), {},
        [&blocks](const QSqlQuery &row) {
            blocks[row.value(0).toLongLong()].insert(row.value(1).toLongLong(), row.value(2).toLongLong());
        });
    if (!read)
        return read;
    const auto add = [this, &blocks](const QList<qint64> &classes) {
        for (auto block = blocks.cbegin(); block != blocks.cend(); ++block) {
            Stretch stretch{.block = block.key(), .classes = classes, .before = m_count};
            for (const qint64 one : classes)
                stretch.count += block->value(one);
            if (stretch.count == 0)
                continue;
            m_count += stretch.count;
            m_stretches << stretch;
        }
    };
    if (m_sort != Sort::Outcome) {
        add(m_classes);
        return Nothing{};
    }
    for (const Planned planned : outcomes) {
        const auto ofOutcome = classesOf(planned);
        if (!ofOutcome)
            return ofOutcome.error();
        add(*ofOutcome);
    }
    return Nothing{};
}

Result<Nothing> RunPages::listIds()
{
    const auto found = findPeople();
    if (!found)
        return found.error();
    m_ids.emplace();
    m_ids->reserve(qsizetype(found->size()));
    if (m_sort == Sort::Outcome) {
        for (const Planned planned : outcomes) {
            const auto classes = classesOf(planned);
            if (!classes)
                return classes.error();
            std::vector<Found> ours;
            std::copy_if(found->cbegin(), found->cend(), std::back_inserter(ours),
                         [&classes](const Found &one) { return classes->contains(one.kind); });
            *m_ids += inOrder(ours);
        }
    } else if (m_sort == Sort::Id) {
        *m_ids = inOrder(*found);
    } else {
        for (const Found &one : *found)
            *m_ids << one.item;
    }
    m_count = m_ids->size();
    return Nothing{};
}

Result<std::vector<Found>> RunPages::findPeople()
{
    if (m_names && !m_filter.person.isEmpty() && !m_filter.isTicked && !runfilter::asksForEnds(m_filter)) {
        const auto areKnown = m_names->isComplete(m_file);
        if (!areKnown)
            return areKnown.error();
        if (*areKnown)
            return m_names->find(m_filter.person.toCaseFolded(), m_classes);
    }
    RunDatabase &database = m_file.database();
    std::vector<Found> found;
    QString condition = classCondition(u"p.class"_s) + u" AND "_s + tickCondition(u"p.item"_s, u"p.class"_s);
    QVariantList values;
    if (!m_filter.person.isEmpty()) {
        condition += u" AND p.key >= ? AND %1(p.key, ?) > 0"_s.arg(database.contains());
        values << QString(runfilter::firstKey) << m_filter.person.toCaseFolded();
    }
    if (runfilter::asksForEnds(m_filter))
        condition +=
            u" AND p.item IN (SELECT e.item FROM ended e WHERE %1)"_s.arg(runfilter::endCondition(m_filter, u"e"_s));
    const auto read = database.each(u"SELECT p.item, p.class FROM people p WHERE %1 ORDER BY p.key"_s.arg(condition),
                                    values, [&found](const QSqlQuery &row) {
                                        found.push_back({row.value(0).toUInt(), row.value(1).toUInt()});
                                    });
    if (!read)
        return read.error();
    return found;
}

Result<QList<qint64>> RunPages::classesOf(Planned planned) const
{
    QList<qint64> ours;
    for (const qint64 one : m_classes) {
        const auto kind = m_file.dictionary().classWith(one);
        if (!kind)
            return kind.error();
        if (kind->planned == planned)
            ours << one;
    }
    return ours;
}

Result<qint64> RunPages::count()
{
    if (const auto prepared = prepare(); !prepared)
        return prepared.error();
    return m_count;
}

Result<QList<RunItem>> RunPages::page(qint64 first, int count, Writes writes)
{
    if (const auto prepared = prepare(); !prepared)
        return prepared.error();
    const qint64 from = std::clamp<qint64>(first, 0, m_count);
    const int wanted = int(std::clamp<qint64>(count, 0, m_count - from));
    if (wanted == 0)
        return QList<RunItem>();
    return m_file.database().snapshot([&]() -> Result<QList<RunItem>> {
        const bool isAscending = m_order == Qt::AscendingOrder;
        auto items = ascending(isAscending ? from : m_count - from - wanted, wanted);
        if (!items)
            return items;
        if (!isAscending)
            std::reverse(items->begin(), items->end());
        if (writes == Writes::All) {
            if (const auto done = readWrites(*items); !done)
                return done.error();
        }
        return items;
    });
}

Result<QList<RunItem>> RunPages::ascending(qint64 first, int count)
{
    if (m_ids)
        return fromList(first, count);
    return m_sort == Sort::Person ? fromPeople(first, count) : fromBlocks(first, count);
}

Result<QList<RunItem>> RunPages::fromBlocks(qint64 first, int count)
{
    auto stretch = std::upper_bound(m_stretches.cbegin(), m_stretches.cend(), first,
                                    [](qint64 position, const Stretch &one) { return position < one.before; });
    if (stretch != m_stretches.cbegin())
        --stretch;
    QList<RunItem> items;
    for (; stretch != m_stretches.cend() && items.size() < count; ++stretch) {
        const auto more =
            read(u"WHERE i.id >= ? AND i.id < ? AND %1 AND %2 ORDER BY i.id LIMIT ? OFFSET ?"_s.arg(
                     runstate::isOneOf(u"i.class"_s, stretch->classes), tickCondition(u"i.id"_s, u"i.class"_s)),
                 {stretch->block * itemsOfBlock, (stretch->block + 1) * itemsOfBlock, count - items.size(),
                  std::max<qint64>(first - stretch->before, 0)});
        if (!more)
            return more;
        items += *more;
    }
    return items;
}

Result<QList<RunItem>> RunPages::fromPeople(qint64 first, int count)
{
    RunDatabase &database = m_file.database();
    const QString condition = classCondition(u"p.class"_s) + u" AND "_s + tickCondition(u"p.item"_s, u"p.class"_s);
    if (m_anchors.isEmpty())
        m_anchors.insert(0, QString());
    const qint64 wanted = first / anchorDistance * anchorDistance;
    // From the nearest place that is known, or from the end, whichever is nearer.
    auto before = std::prev(m_anchors.upperBound(wanted));
    const auto after = m_anchors.lowerBound(wanted);
    const qint64 lastAnchor = (m_count - 1) / anchorDistance * anchorDistance;
    const qint64 nextKnown = after != m_anchors.cend() ? after.key() : m_count;
    qint64 position = before.key();
    QString key = before.value();
    if (wanted - position <= nextKnown - wanted) {
        while (position < wanted) {
            const auto next = database.value(
                u"SELECT p.key FROM people p WHERE p.key >= ? AND %1 ORDER BY p.key LIMIT 1 OFFSET ?"_s.arg(condition),
                {text(key), anchorDistance});
            if (!next)
                return next.error();
            key = next->toString();
            position += anchorDistance;
            m_anchors.insert(position, key);
        }
    } else {
        position = nextKnown;
        key = after != m_anchors.cend() ? after.value() : QString();
        while (position > wanted) {
            const qint64 step = position == m_count ? m_count - lastAnchor - 1 : anchorDistance - 1;
            const auto next =
                position == m_count
                    ? database.value(
                          u"SELECT p.key FROM people p WHERE %1 ORDER BY p.key DESC LIMIT 1 OFFSET ?"_s.arg(condition),
                          {step})
                    : database.value(u"SELECT p.key FROM people p WHERE p.key < ? AND %1 ORDER BY p.key DESC LIMIT 1 "
                                     "OFFSET ?"_s.arg(condition),
                                     {text(key), step});
            if (!next)
                return next.error();
            key = next->toString();
            position -= step + 1;
            m_anchors.insert(position, key);
        }
    }
    QList<RunItem> items;
    return read(
        u"JOIN (SELECT p.key, p.item FROM people p WHERE p.key >= ? AND %1 ORDER BY p.key LIMIT ? OFFSET ?) o ON "
        "o.item = i.id ORDER BY o.key"_s.arg(condition),
        {text(key), count, first - position});
}

Result<QList<RunItem>> RunPages::fromList(qint64 first, int count)
{
    const QList<qint64> ids = m_ids->mid(first, count);
    auto items = read(u"WHERE "_s + runstate::isOneOf(u"i.id"_s, ids), {});
    if (!items)
        return items;
    std::sort(items->begin(), items->end(),
              [&ids](const RunItem &a, const RunItem &b) { return ids.indexOf(a.id) < ids.indexOf(b.id); });
    return items;
}

Result<QList<RunItem>> RunPages::read(const QString &rest, const QVariantList &values)
{
    QList<RunItem> items;
    QMap<qint64, qint64> firstWrites; // by item: of those whose end depends on their batch
    std::optional<Error> problem;
    const auto read =
        m_file.database().each(u"SELECT %1, %2, e.outcome FROM items i LEFT JOIN ended e ON e.item = i.id %3"_s.arg(
                                   itemColumns(), runstate::isLeftOut(u"i.id"_s, u"i.class"_s), rest),
                               values, [&](const QSqlQuery &row) {
                                   auto item = itemFrom(row, 0, m_file.dictionary());
                                   if (!item) {
                                       problem = item.error();
                                       return;
                                   }
                                   item->isTicked = !row.value(itemWidth).toBool();
                                   const QVariant ended = row.value(itemWidth + 1);
                                   if (!ended.isNull())
                                       item->ended = outcomeOf(ended.toInt() == 0 ? Fate::NotSent : Fate(ended.toInt()),
                                                               RunWrite::Action::Update);
                                   else if (isWrite(item->planned) && item->isTicked)
                                       firstWrites.insert(item->id, row.value(5).toLongLong());
                                   items << *item;
                               });
    if (!read)
        return read.error();
    if (problem)
        return *problem;
    if (const auto found = findEnds(items, firstWrites); !found)
        return found.error();
    return items;
}

Result<Nothing> RunPages::readWrites(QList<RunItem> &items)
{
    QHash<qint64, RunItem *> byId;
    QList<qint64> ids; // of those who have some
    for (RunItem &item : items) {
        byId.insert(item.id, &item);
        if (item.writeCount > 0)
            ids << item.id;
    }
    std::optional<Error> problem;
    const auto read = m_file.database().each(
        u"SELECT %1 FROM items i JOIN writes w ON w.id >= i.first_write AND w.id < i.first_write + i.writes WHERE %2 "
        "ORDER BY w.id"_s.arg(writeColumns(), runstate::isOneOf(u"i.id"_s, ids)),
        {}, [&](const QSqlQuery &row) {
            const auto write = writeFrom(row, 0, m_file.dictionary());
            if (!write)
                problem = write.error();
            else if (RunItem *item = byId.value(write->item))
                item->writes << *write;
        });
    if (!read)
        return read;
    return problem ? Result<Nothing>(*problem) : Nothing{};
}

Result<Nothing> RunPages::findEnds(QList<RunItem> &items, const QMap<qint64, qint64> &firstWrites)
{
    const auto claimed = m_file.database().value(u"SELECT claimed FROM progress"_s);
    if (!claimed)
        return claimed.error();
    for (RunItem &item : items) {
        // Of what is not written the plan itself is the end.
        if (!isWrite(item.planned) && !item.ended)
            item.ended = outcomeOf(Fate(runstate::plannedEnd(item.planned)), RunWrite::Action::Update);
        const auto write = firstWrites.constFind(item.id);
        if (write == firstWrites.cend() || *write > claimed->toLongLong())
            continue;
        // All writes of an item are in one first batch; the first of them may be one that is not sent.
        bool isSettled = false;
        const auto read = m_file.database().each(
            u"SELECT last_write, settled_at FROM batches WHERE first_write < ? ORDER BY first_write DESC LIMIT 1"_s,
            {*write + item.writeCount},
            [&](const QSqlQuery &row) { isSettled = row.value(0).toLongLong() >= *write && !row.value(1).isNull(); });
        if (!read)
            return read;
        if (isSettled)
            item.ended = item.planned == Planned::Create ? Outcome::Created : Outcome::Updated;
    }
    return Nothing{};
}

} // namespace store
