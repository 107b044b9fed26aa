#pragma once

#include "core/result.h"
#include "store/rundata.h"
#include "store/runnames.h"

#include <QMap>
#include <QVariant>

#include <memory>

namespace store {

class RunFile;

/// The items of a plan that a filter lets through, in some order, from any place on: as an item view over a million
/// rows wants them. It remembers where pages begin; refresh() when the plan has changed.
class RunPages
{
public:
    enum class Sort { Id, Person, Outcome /* then by id */ };

    /// `file` must outlive it. `names`: of that file; once complete, searches
    /// use them.
    RunPages(RunFile &file, RunFilter filter, Sort sort = Sort::Id, Qt::SortOrder order = Qt::AscendingOrder,
             std::shared_ptr<RunNames> names = {});

    core::Result<qint64> count();
    enum class Writes { None, All };
    /// From the n-th item (0 = the first) on, at most `count`; fewer only at the end. Without their writes, or with
    /// them.
    core::Result<QList<RunItem>> page(qint64 first, int count, Writes writes = Writes::None);
    void refresh();

private:
    /// Neighbours in the wanted order, of which it is known how many there are.
    struct Stretch {
        qint64 block = 0;
        QList<qint64> classes;
        qint64 before = 0; ///< So many items come before it.
        qint64 count = 0;
    };

    core::Result<core::Nothing> prepare();
    core::Result<core::Nothing> countBlocks();
    core::Result<core::Nothing> listIds();
    core::Result<std::vector<RunNames::Found>> findPeople();
    core::Result<QList<qint64>> classesOf(Planned planned) const;
    core::Result<QList<RunItem>> ascending(qint64 first, int count);
    core::Result<QList<RunItem>> fromBlocks(qint64 first, int count);
    core::Result<QList<RunItem>> fromPeople(qint64 first, int count);
    core::Result<QList<RunItem>> fromList(qint64 first, int count);
    core::Result<QList<RunItem>> read(const QString &rest, const QVariantList &values);
    core::Result<core::Nothing> readWrites(QList<RunItem> &items);
    core::Result<core::Nothing> findEnds(QList<RunItem> &items, const QMap<qint64, qint64> &firstWrites);
    QString classCondition(const QString &kind) const;
    QString tickCondition(const QString &item, const QString &kind) const;

    RunFile &m_file;
    const RunFilter m_filter;
    const Sort m_sort;
    const Qt::SortOrder m_order;
    const std::shared_ptr<RunNames> m_names; ///< Perhaps none.

    bool m_isPrepared = false;
    qint64 m_count = 0;
    QList<qint64> m_classes;
    bool m_hasAllClasses = false;
    QList<Stretch> m_stretches;         ///< In the order of ids, or of outcomes.
    QMap<qint64, QString> m_anchors;    ///< By person: the key of the n-th.
    std::optional<QList<qint64>> m_ids; ///< When only a list can tell.
};

} // namespace store
