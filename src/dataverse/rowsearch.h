#pragma once

#include "dataverse/client.h"

namespace dataverse {

/// The rows of which any of `searched` (text columns) contains `text`, at most `limit`, newest change first where the
/// table tells. For people who look for somebody: letters' case does not count, and `%` and `_` stand for anything, as
/// they do on the server (dataverse-api section 4.8).
///
/// `read`: logical names of columns to give back; what cannot be read is left out. Fails with Kind::Invalid when
/// `text` is blank or no column can be searched.
core::Job<QList<Row>> *searchRows(net::Service &service, net::Authorizer &authorizer, const QUrl &apiUrl,
                                  const mapping::Table &table, const QStringList &searched, const QStringList &read,
                                  const QString &text, int limit, QObject *parent);

} // namespace dataverse
