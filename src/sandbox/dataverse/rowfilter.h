#pragma once

#include "sandbox/dataverse/filter.h"
#include "sandbox/dataverse/store.h"

namespace sandbox::webapi {

/// Turns a $filter into a test of a table's rows. "lookup/column" reads through the lookup; a secured column is null.
Predicate parseRowFilter(const QString &filter, const Schema &schema, const Table &table,
                         const QHash<QString, QString> &aliases);

/// Reads the properties that such a test asks for. `row` must outlive it.
Reader readerOf(const Store &store, const Row &row);

} // namespace sandbox::webapi
