#include "store/runschema.h"

#include "store/rundatabase.h"

namespace store {

using namespace Qt::StringLiterals;

QList<QStringList> runMigrations(const RunDatabase &database)
{
    // Times are milliseconds since 1970, UTC. Texts are never NULL; NULL means "not yet" or "none". The enumerations'
    // numbers are those of rundata.h; outcomes stand as the number of their Fate, and 0 for "not reached".
    QList<QStringList> migrations{
        {
            // What the plan is for: RunHead, a row for each member.
            u"CREATE TABLE head (name TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
            // One row. `indexed`: items before this one are in the table of people. `claimed`: up to this write
            // everything that is to be sent was claimed once. `merged`: up to this write the journal of this machine
            // knows what was applied. `resettled` rises when what is known of earlier writes changes.
            u"CREATE TABLE progress (id INTEGER PRIMARY KEY, state TEXT NOT NULL, mark TEXT NOT NULL, next_item BIGINT "
            "NOT NULL, indexed BIGINT NOT NULL, next_write BIGINT NOT NULL, next_batch BIGINT NOT NULL, claimed BIGINT "
            "NOT NULL, merged BIGINT NOT NULL, resettled BIGINT NOT NULL, started_at BIGINT, ended_at BIGINT, stop TEXT NOT NULL)"_s,
            // Dictionaries: what repeats is written once. 0 stands for no reason, or one that is written with the item.
            u"CREATE TABLE reasons (id %serial PRIMARY KEY, text TEXT NOT NULL UNIQUE)"_s,
            u"CREATE TABLE classes (id %serial PRIMARY KEY, planned SMALLINT NOT NULL, reason BIGINT NOT NULL, effects "
            "INTEGER NOT NULL, UNIQUE (planned, reason, effects))"_s,
            u"CREATE TABLE shapes (id %serial PRIMARY KEY, table_name TEXT NOT NULL, entity_set TEXT NOT NULL, action "
            "SMALLINT NOT NULL, condition SMALLINT NOT NULL, id_drawn SMALLINT NOT NULL, permits SMALLINT NOT NULL, "
            "columns "
            "TEXT NOT NULL, UNIQUE (table_name, entity_set, action, condition, id_drawn, permits, columns))"_s,
            // `key` tells people apart where `person` does not; `extra` is JSON of what few items have.
            u"CREATE TABLE items (id %id PRIMARY KEY, person TEXT NOT NULL, key TEXT, source_id TEXT NOT NULL, "
            u"event_time "
            "BIGINT, class BIGINT NOT NULL, first_write BIGINT NOT NULL, writes INTEGER NOT NULL, extra TEXT)"_s,
            // Sorts and searches by person without reading the items. Filled in order when it is wanted, not with each
            // item: they come in no order.
            u"CREATE TABLE people (key %key PRIMARY KEY, item BIGINT NOT NULL, class BIGINT NOT NULL)%clustered"_s,
            // Who must be planned again before the plan is finished, as Didomi writes them; `key` as that of people.
            u"CREATE TABLE again (person %key PRIMARY KEY, key %key NOT NULL)%clustered"_s,
            u"CREATE INDEX again_by_key ON again (key, person)"_s,
            u"CREATE TABLE unticked (item %id PRIMARY KEY)"_s,
            // How many items of a class there are in each block of neighbours: counts, and the way to the n-th item.
            u"CREATE TABLE totals (block BIGINT NOT NULL, class BIGINT NOT NULL, items BIGINT NOT NULL, unticked "
            u"BIGINT "
            "NOT NULL, PRIMARY KEY (block, class))%clustered"_s,
            // The writes of an item follow one another.
            u"CREATE TABLE writes (id %id PRIMARY KEY, item BIGINT NOT NULL, shape BIGINT NOT NULL, row_id TEXT NOT "
            "NULL, etag TEXT NOT NULL, row_name TEXT NOT NULL, before %bytes NOT NULL, after %bytes NOT NULL, same "
            "%bytes NOT NULL, extra TEXT)"_s,

            // The journal. A first attempt's batch is all that is to be sent from first_write to last_write.
            u"CREATE TABLE batches (id %id PRIMARY KEY, first_write BIGINT, last_write BIGINT, creates BIGINT NOT "
            u"NULL, "
            "updates BIGINT NOT NULL, worker TEXT NOT NULL, takeovers INTEGER NOT NULL, claimed_at BIGINT NOT NULL, "
            "lease_until BIGINT NOT NULL, settled_at BIGINT, fate SMALLINT)"_s,
            u"CREATE INDEX batches_open ON batches (id) WHERE settled_at IS NULL"_s,
            u"CREATE INDEX batches_by_write ON batches (first_write)"_s,
            // Later attempts; batch is NULL while one waits.
            u"CREATE TABLE retries (write_id BIGINT NOT NULL, attempt INTEGER NOT NULL, batch BIGINT, "
            "PRIMARY KEY (write_id, attempt))%clustered"_s,
            u"CREATE INDEX retries_waiting ON retries (write_id, attempt) WHERE batch IS NULL"_s,
            u"CREATE INDEX retries_by_batch ON retries (batch) WHERE batch IS NOT NULL"_s,
            // Ends that are not the batch's, or of which more is known.
            u"CREATE TABLE results (write_id BIGINT NOT NULL, attempt INTEGER NOT NULL, fate SMALLINT NOT NULL, reason "
            "BIGINT NOT NULL, note TEXT NOT NULL, code TEXT NOT NULL, request_id TEXT NOT NULL, row_id TEXT NOT NULL, "
            "PRIMARY KEY (write_id, attempt))%clustered"_s,
            u"CREATE INDEX results_by_row ON results (row_id) WHERE row_id <> ''"_s,
            // Items that did not end as planned.
            u"CREATE TABLE ended (item %id PRIMARY KEY, outcome SMALLINT NOT NULL)"_s,
            u"CREATE INDEX ended_by_outcome ON ended (outcome, item)"_s,
            // How many items ended how; a row for each worker, so that none waits for another.
            u"CREATE TABLE tally (worker TEXT NOT NULL, outcome SMALLINT NOT NULL, items BIGINT NOT NULL, "
            "PRIMARY KEY (worker, outcome))"_s,
        },
        {
            // So that very many are left out, or taken in again, at once: an item is left out when its class is, and
            // the other way round when it is an exception. Only of plans that are whole: who comes later is in.
            u"ALTER TABLE classes ADD COLUMN left_out SMALLINT NOT NULL DEFAULT 0"_s,
            u"ALTER TABLE unticked RENAME TO exceptions"_s,
        },
    };
    for (QStringList &statements : migrations) {
        for (QString &statement : statements) {
            statement.replace(u"%bytes"_s, database.bytesType());
            statement.replace(u"%id"_s, database.idType());
            statement.replace(u"%serial"_s, database.serialType());
            statement.replace(u"%key"_s, database.keyType());
            statement.replace(u"%clustered"_s, database.clustered());
        }
    }
    return migrations;
}

} // namespace store
