#pragma once

#include "core/result.h"
#include "store/rundata.h"

#include <QVariant>

namespace store {

class RunDictionary;

namespace runfilter {

/// The classes of items that a filter's outcome, reason and effects let through; rising.
core::Result<QList<qint64>> classesOf(const RunFilter &filter, RunDictionary &dictionary);

/// Whether the filter asks how items ended.
bool asksForEnds(const RunFilter &filter);
/// The condition on "<name>.outcome", of the table "ended", that lets through what it asks for.
QString endCondition(const RunFilter &filter, const QString &name);

/// Keys in the table of people that begin with this or later are persons'; those of the nameless come before.
inline constexpr QChar firstKey{0x0b};

} // namespace runfilter

} // namespace store
