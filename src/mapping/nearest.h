#pragma once

#include "mapping/column.h"

namespace mapping {

/// Logical names of the columns that `name` may have been meant for, best first, three at most: the same name in
/// another case, the same display name, a name few letters away.
QStringList nearestColumns(const QString &name, const Table &table);

/// That of `candidates` that is few letters away from `name`; empty when none is, or two are equally near.
QString nearestOf(const QString &name, const QStringList &candidates);

/// "Did you mean donotbulkemail or donotemail?", translated; another advice when nothing is near.
QString nearestAdvice(const QString &name, const Table &table);

} // namespace mapping
