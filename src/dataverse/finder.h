#pragma once

#include "dataverse/client.h"

namespace dataverse {

/// A look-up as a request: its address, and whether it names one row (else it is a list).
struct Lookup {
    QByteArray pathAndQuery;
    bool isSingle = false;
};

/// "$select=contactid,fullname": the primary id and those of the columns that can be read. Fails with Kind::Invalid when
/// a column is not there.
core::Result<QByteArray> selectOf(const mapping::Table &table, const QStringList &columns);

/// Fails with Kind::Invalid when no row can match, or a column is not there.
core::Result<Lookup> lookupOf(const mapping::Table &table, const Criterion &criterion, const QStringList &columns,
                              int limit);

/// The rows of the answer; none when it says that the one row is missing.
core::Result<QList<Row>> readRows(const mapping::Table &table, const Lookup &lookup, int limit,
                                  const net::Reply &reply);

} // namespace dataverse
