#include "store/runpages.h"

#include "store/rundatabase.h"
#include "store/rundictionary.h"
#include "store/runfile.h"
#include "store/runfilter.h"
#include "store/runrows.h"
#include "store/runschema.h"
#include "store/runstate.h"

#include <algorithm>

namespace store {

using namespace Qt::StringLiterals;
using namespace runrows;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

constexpr qint64 anchorDistance = 1024;
constexpr qint64 mostListed = 100'000; ///< By person.

/// The order of Sort::Outcome.
constexpr Planned outcomes[] = {Planned::Conflict, Planned::Invalid,   Planned::Create,
                                Planned::Update,   Planned::Unchanged, Planned::Skipped};

} // namespace

void RunPages::refresh()
{
    m_isPrepared = false;
}

QString RunPages::classCondition(const QString &kind) const
{
    return m_hasAllClasses ? u"1 = 1"_s : runstate::isOneOf(kind, m_classes);
}

QString RunPages::tickCondition(const QString &item) const
{
    if (!m_filter.isTicked)
        return u"1 = 1"_s;
    return (*m_filter.isTicked ? u"NOT EXISTS (SELECT 1 FROM unticked u WHERE u.item = %1)"_s
                               : u"EXISTS (SELECT 1 FROM unticked u WHERE u.item = %1)"_s)
        .arg(item);
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
        QList<qint64> ofOutcome;
        for (const qint64 one : std::as_const(m_classes)) {
            const auto kind = m_file.dictionary().classWith(one);
            if (!kind)
                return kind.error();
            if (kind->planned == planned)
                ofOutcome << one;
        }
        add(ofOutcome);
    }
    return Nothing{};
}

Result<Nothing> RunPages::listIds()
{
    RunDatabase &database = m_file.database();
    struct Found {
        qint64 item = 0;
        qint64 kind = 0;
    };
    QList<Found> found;
    QString condition = classCondition(u"p.class"_s) + u" AND "_s + tickCondition(u"p.item"_s);
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
                                        found << Found{row.value(0).toLongLong(), row.value(1).toLongLong()};
                                    });
    if (!read)
        return read;
    QMap<qint64, qsizetype> rank; // of a class, when sorted by outcome
    for (const qint64 one : std::as_const(m_classes)) {
        const auto kind = m_file.dictionary().classWith(one);
        if (!kind)
            return kind.error();
        rank.insert(one, m_sort == Sort::Outcome
                             ? std::find(std::begin(outcomes), std::end(outcomes), kind->planned) - std::begin(outcomes)
                             : 0);
    }
    if (m_sort != Sort::Person)
        std::sort(found.begin(), found.end(), [&rank](const Found &a, const Found &b) {
            return std::pair(rank.value(a.kind), a.item) < std::pair(rank.value(b.kind), b.item);
        });
    m_ids.emplace();
    m_ids->reserve(found.size());
    for (const Found &one : std::as_const(found))
        *m_ids << one.item;
    m_count = m_ids->size();
    return Nothing{};
}

Result<qint64> RunPages::count()
{
    if (const auto prepared = prepare(); !prepared)
        return prepared.error();
    return m_count;
}

Result<QList<RunItem>> RunPages::page(qint64 first, int count)
{
    if (const auto prepared = prepare(); !prepared)
        return prepared.error();
    const qint64 from = std::clamp<qint64>(first, 0, m_count);
    const int wanted = int(std::clamp<qint64>(count, 0, m_count - from));
    if (wanted == 0)
        return QList<RunItem>();
    return m_file.database().snapshot([&]() -> Result<QList<RunItem>> {
        if (m_order == Qt::AscendingOrder)
            return ascending(from, wanted);
        auto items = ascending(m_count - from - wanted, wanted);
        if (items)
            std::reverse(items->begin(), items->end());
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
        const auto more = read(u"WHERE i.id >= ? AND i.id < ? AND %1 AND %2 ORDER BY i.id LIMIT ? OFFSET ?"_s.arg(
                                   runstate::isOneOf(u"i.class"_s, stretch->classes), tickCondition(u"i.id"_s)),
                               {stretch->block * itemsOfBlock, (stretch->block + 1) * itemsOfBlock,
                                count - items.size(), std::max<qint64>(first - stretch->before, 0)});
        if (!more)
            return more;
        items += *more;
    }
    return items;
}

Result<QList<RunItem>> RunPages::fromPeople(qint64 first, int count)
{
    RunDatabase &database = m_file.database();
    const QString condition = classCondition(u"p.class"_s) + u" AND "_s + tickCondition(u"p.item"_s);
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
    const auto read = m_file.database().each(
        u"SELECT %1, n.item, e.outcome FROM items i LEFT JOIN unticked n ON n.item = i.id LEFT JOIN ended e ON e.item = i.id %2"_s
            .arg(itemColumns(), rest),
        values, [&](const QSqlQuery &row) {
            auto item = itemFrom(row, 0, m_file.dictionary());
            if (!item) {
                problem = item.error();
                return;
            }
            item->isTicked = row.value(itemWidth).isNull();
            const QVariant ended = row.value(itemWidth + 1);
            if (!ended.isNull())
                item->ended =
                    outcomeOf(ended.toInt() == 0 ? Fate::NotSent : Fate(ended.toInt()), RunWrite::Action::Update);
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
