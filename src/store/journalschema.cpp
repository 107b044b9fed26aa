#include "store/journalschema.h"

namespace store {

using namespace Qt::StringLiterals;

const QList<QStringList> &journalMigrations()
{
    // Times are milliseconds since 1970, UTC. Texts are never NULL; NULL means "not yet": ended_at, sent_at, outcome.
    static const QList<QStringList> migrations{
        {
            u"CREATE TABLE runs ("
            "id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id TEXT NOT NULL, kind TEXT NOT NULL, "
            "dataverse_organization TEXT NOT NULL, didomi_organization TEXT NOT NULL, "
            "started_at INTEGER NOT NULL, ended_at INTEGER)"_s,
            u"CREATE TABLE items ("
            "id INTEGER PRIMARY KEY AUTOINCREMENT, run_id INTEGER NOT NULL REFERENCES runs(id), profile_id TEXT NOT "
            "NULL, "
            "person TEXT NOT NULL, regulation TEXT NOT NULL, event_time INTEGER, source_id TEXT NOT NULL, "
            "table_name TEXT NOT NULL, entity_set TEXT NOT NULL, address TEXT NOT NULL, row_id TEXT NOT NULL, "
            "is_create INTEGER NOT NULL, before BLOB NOT NULL, after BLOB NOT NULL, condition TEXT NOT NULL, "
            "sent_at INTEGER, outcome TEXT, reason TEXT NOT NULL DEFAULT '', code TEXT NOT NULL DEFAULT '', "
            "request_id TEXT NOT NULL DEFAULT '', settled_row_id TEXT NOT NULL DEFAULT '', settled_at INTEGER)"_s,
            u"CREATE INDEX items_unsettled ON items(profile_id, id) WHERE outcome IS NULL"_s,
            u"CREATE INDEX items_of_profile ON items(profile_id, id)"_s,
            u"CREATE INDEX items_of_person ON items(person) WHERE person <> ''"_s,
            // What was written last to each cell; row ids and column names in lower case.
            u"CREATE TABLE applied ("
            "dataverse_organization TEXT NOT NULL, table_name TEXT NOT NULL, row_id TEXT NOT NULL, column_name TEXT "
            "NOT NULL, "
            "event_time INTEGER NOT NULL, item_id INTEGER NOT NULL REFERENCES items(id), "
            "PRIMARY KEY (dataverse_organization, table_name, row_id, column_name)) WITHOUT ROWID"_s,
            u"CREATE INDEX applied_by_item ON applied(item_id)"_s,
        },
        {
            // What runs of many have applied, in little space: rows' ids are the 16 bytes of a GUID, or a text where
            // they are none; columns that were written together stand as one number.
            u"CREATE TABLE places (id INTEGER PRIMARY KEY, dataverse_organization TEXT NOT NULL, table_name TEXT NOT "
            "NULL, UNIQUE (dataverse_organization, table_name))"_s,
            u"CREATE TABLE column_sets (id INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE)"_s,
            u"CREATE TABLE merged (place INTEGER NOT NULL, row_id NOT NULL, columns INTEGER NOT NULL, event_time "
            "INTEGER NOT NULL, PRIMARY KEY (place, row_id, columns)) WITHOUT ROWID"_s,
            // Runs whose files still must be asked what they have applied.
            u"CREATE TABLE unmerged (path TEXT PRIMARY KEY, dataverse_organization TEXT NOT NULL, added_at INTEGER NOT "
            "NULL)"_s,
            u"CREATE INDEX items_settled ON items(settled_at) WHERE outcome IS NOT NULL"_s,
        },
    };
    return migrations;
}

} // namespace store
