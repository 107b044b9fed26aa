#pragma once

#include "bridge/link.h"
#include "mapping/cell.h"

namespace engine {

/// As much of a lookup's target as finding one of its rows needs.
mapping::Table tableOf(const mapping::TargetRow &target);
dataverse::Criterion criterionOf(const mapping::TargetRow &target);

/// Which rows the targets of lookups were found to be. Many people point to the same few rows: each is looked up once.
class LookupTargets
{
public:
    using Found = core::Result<QStringList>; ///< Row ids; or why no row can have such a value.

    /// nullptr when nobody has looked yet.
    const Found *of(const mapping::TargetRow &target) const;

    /// Looks up those that are not known yet. Fails when the environment cannot be read.
    core::Job<core::Nothing> *find(bridge::Link &link, const QList<mapping::TargetRow> &targets, QObject *parent);

private:
    class FindJob;
    static QString nameOf(const mapping::TargetRow &target);

    QHash<QString, Found> m_found;
};

} // namespace engine
