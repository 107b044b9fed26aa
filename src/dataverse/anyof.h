#pragma once

#include "dataverse/client.h"

namespace dataverse {

/// The rows whose text column `column` is any of `values`, in one request; the letters' case counts as the server has
/// it (usually not). `columns`: logical names to read.
///
/// More than `limit` rows are an error (Kind::Conflict): what is cut off without a word would be taken for "there is
/// none". Fails with Kind::Invalid when a column is not there or a value is empty. No values: no rows, and nobody is
/// asked.
core::Job<QList<Row>> *findAnyOf(net::Service &service, net::Authorizer &authorizer, const QUrl &apiUrl,
                                 const mapping::Table &table, const QString &column, const QStringList &values,
                                 const QStringList &columns, int limit, QObject *parent);

} // namespace dataverse
