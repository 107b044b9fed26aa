#include "engine/lookuptargets.h"

#include "dataverse/resolve.h"

#include <map>

namespace engine {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

mapping::Table tableOf(const mapping::TargetRow &target)
{
    return {.logicalName = target.table,
            .displayName = target.table,
            .entitySet = target.entitySet,
            .primaryId = target.primaryId,
            .columns = {{.logicalName = target.keyColumn,
                         .displayName = target.keyColumn,
                         .type = target.keyType,
                         .isValidForRead = true}}};
}

dataverse::Criterion criterionOf(const mapping::TargetRow &target)
{
    return {.kind = dataverse::Criterion::Kind::AlternateKey,
            .parts = {{.column = target.keyColumn, .value = target.value}}};
}

/// One look-up for each table, side by side.
class LookupTargets::FindJob final : public core::Job<Nothing>
{
public:
    FindJob(LookupTargets &cache, bridge::Link &link, const QList<mapping::TargetRow> &targets, QObject *parent)
        : Job(parent), m_cache(cache)
    {
        std::map<QString, QList<mapping::TargetRow>> tables;
        for (const mapping::TargetRow &target : targets) {
            if (!cache.of(target))
                tables[target.table + u'|' + target.keyColumn] << target;
        }
        m_open = tables.size();
        if (m_open == 0)
            finish(Nothing{});
        for (const auto &[name, rows] : tables)
            find(link, rows);
    }

private:
    void find(bridge::Link &link, const QList<mapping::TargetRow> &targets)
    {
        QList<dataverse::Criterion> criteria;
        for (const mapping::TargetRow &target : targets)
            criteria << criterionOf(target);
        auto *job = new dataverse::ResolveJob(link.dataverseService(), link.tokens(),
                                              link.instance().apiUrl(link.profile().options.apiVersion),
                                              tableOf(targets.constFirst()), criteria, {}, this);
        job->whenDone(this, [this, targets](const Result<QList<dataverse::Resolved>> &found) {
            if (isSettled())
                return;
            if (!found)
                return finish(found.error());
            for (qsizetype i = 0; i < targets.size(); ++i)
                keep(targets.at(i), found->at(i));
            if (--m_open == 0)
                finish(Nothing{});
        });
    }

    void keep(const mapping::TargetRow &target, const dataverse::Resolved &found)
    {
        QStringList ids;
        for (const dataverse::Row &row : found.valueOr({}))
            ids << row.id;
        m_cache.m_found.insert(nameOf(target), found ? Found(ids) : Found(found.error()));
    }

    LookupTargets &m_cache;
    size_t m_open = 0;
};

QString LookupTargets::nameOf(const mapping::TargetRow &target)
{
    return target.table + u'\n' + target.keyColumn + u'\n' + target.value;
}

const LookupTargets::Found *LookupTargets::of(const mapping::TargetRow &target) const
{
    const auto found = m_found.constFind(nameOf(target));
    return found == m_found.cend() ? nullptr : &*found;
}

core::Job<Nothing> *LookupTargets::find(bridge::Link &link, const QList<mapping::TargetRow> &targets, QObject *parent)
{
    return new FindJob(*this, link, targets, parent);
}

} // namespace engine
