#pragma once

#include "core/job.h"
#include "net/network.h"

namespace dataverse {

/// The messages that write many rows of a table at once, wholly or not at all (dataverse-api section 5.3).
struct BulkMessages {
    bool create = false; ///< CreateMultiple
    bool update = false; ///< UpdateMultiple
    bool upsert = false; ///< UpsertMultiple

    bool operator==(const BulkMessages &) const = default;
};

/// Asks which of them a table supports. UpsertMultiple is not asked for: the service does not list it, and a table that
/// has the other two has it.
///
/// Needs the privileges to read SDK messages: without them it fails with Kind::Forbidden, and none may be used.
/// Kind::Invalid when `table` is no logical name.
core::Job<BulkMessages> *probeBulkMessages(net::Service &service, net::Authorizer &authorizer, const QUrl &apiUrl,
                                           const QString &table, QObject *parent);

} // namespace dataverse
