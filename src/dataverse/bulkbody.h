#pragma once

#include "dataverse/bulkmessages.h"
#include "dataverse/write.h"
#include "mapping/column.h"

#include <QList>

#include <vector>

namespace dataverse {

/// What bulk messages must know of a table.
struct BulkTable {
    QString logicalName; ///< "contact"
    QString entitySet;   ///< "contacts"
    QString primaryId;   ///< "contactid"

    static BulkTable of(const mapping::Table &table);
    bool operator==(const BulkTable &) const = default;
};

/// How several rows travel in one request.
enum class BulkWay {
    CreateMultiple,
    UpdateMultiple,
    UpsertMultiple,
    Batch, ///< $batch with "continue on error": what no bulk message does.
};

/// The best way for a write, so that it does exactly what it would do alone, and may be sent twice (dataverse-api
/// section 5.3).
///
/// UpdateMultiple: updates by row id. CreateMultiple: "create only" under a row id that we have chosen, so that a
/// repetition is refused as a duplicate. UpsertMultiple: upserts by row id, or by a key that stands in an address as it
/// is, whose writer does not ask whether a row was created (Write::primaryId is empty): the message does not tell.
/// Everything else goes by batch, which keeps each write's own condition: an etag, a key with "update only" (a key that
/// UpsertMultiple would create), a body that repeats columns of its key, other tables.
BulkWay wayOf(const Write &write, const BulkTable &table, const BulkMessages &messages);

/// "contacts/Microsoft.Dynamics.CRM.UpdateMultiple"; not for Batch.
QByteArray bulkPath(BulkWay way, const BulkTable &table);

/// `{"Targets":[…]}` of those of `writes` that `rows` names; not for Batch.
QByteArray bulkBody(BulkWay way, const BulkTable &table, const QList<Write> &writes, const std::vector<int> &rows);

/// Equal for writes that address the same row in the same way. The same row by id and by key is not seen as one.
QString rowIdentity(const Write &write);

} // namespace dataverse
