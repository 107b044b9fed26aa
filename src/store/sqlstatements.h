#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <optional>
#include <unordered_map>

namespace store {

/// SQLite's primary result codes that mean something to people, https://sqlite.org/rescode.html
enum class SqliteCode {
    Other = 0,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};
SqliteCode sqliteCodeOf(const QSqlError &error);

/// Runs statements on one connection to a database, which has a name of its own and is closed with the object. They are
/// prepared once. Who derives from it knows the database and the sentences of its errors. Private to this room.
class SqlStatements
{
public:
    /// Asked before each statement with its number, from 1 on; true lets it fail. Statements that undo are never asked
    /// about.
    using Saboteur = std::function<bool(int number)>;

    virtual ~SqlStatements();
    Q_DISABLE_COPY_MOVE(SqlStatements)

    /// Runs a statement with its values. The query stays this object's, and is valid until the same statement is run
    /// again.
    core::Result<QSqlQuery *> run(const QString &statement, const QVariantList &values = {});

    /// Ends the reading of `query`'s rows, and tells whether it really was at its end: a damaged page in the middle
    /// does not look like it.
    core::Result<core::Nothing> finished(QSqlQuery &query) const;

    /// Like run(), for statements whose rows nobody wants. Returns how many rows it changed.
    core::Result<qint64> change(const QString &statement, const QVariantList &values = {});

    /// The first column of the first row; invalid when there is no row.
    core::Result<QVariant> value(const QString &statement, const QVariantList &values = {});

    /// Calls `take` with each row, in turn; it may run other statements.
    core::Result<core::Nothing> each(const QString &statement, const QVariantList &values,
                                     const std::function<void(const QSqlQuery &row)> &take);

    /// Statements that cannot be prepared, or need not be: they begin, end, define.
    core::Result<core::Nothing> execute(const QString &statement);

protected:
    /// `kind`: what the name of the connection begins with.
    SqlStatements(const QString &kind, Saboteur saboteur);

    /// The connection, not opened yet.
    QSqlDatabase &connection(const QString &driver);

    /// More statements than this are not remembered, for where they are made as they are needed; then nobody keeps what
    /// run() returned while others are run. 0: all are.
    void setMostPrepared(std::size_t most) { m_mostPrepared = most; }
    /// QPSQL reads row by row with it, and no other statement may run meanwhile.
    void setForwardOnly(bool on) { m_isForwardOnly = on; }

    void rollBack();

    virtual core::Error problem(const QSqlError &error) const = 0;

private:
    std::optional<core::Error> sabotage();

    const QString m_name;
    Saboteur m_saboteur;
    int m_statements = 0;
    int m_reading = 0; ///< Queries whose rows are being taken.
    std::size_t m_mostPrepared = 0;
    bool m_isForwardOnly = true;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

} // namespace store
