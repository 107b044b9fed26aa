#pragma once

#include "core/secret.h"

#include <QString>

namespace store {

/// Where a plan and its run are kept: a file, or, when several machines share the run, a schema of a PostgreSQL
/// database.
struct RunPlace {
    QString path = {}; ///< Of the file; empty with PostgreSQL.

    QString host = {};
    int port = 5432;
    QString database = {};
    QString user = {};
    core::Secret password = {};
    QString schema = {};  ///< One for each run.
    QString options = {}; ///< More of libpq's: "sslmode=verify-full".

    static RunPlace file(const QString &path) { return {.path = path}; }

    bool isShared() const { return path.isEmpty(); }
    QString name() const; ///< For people: the path, or "schema of database on host".
};

} // namespace store
