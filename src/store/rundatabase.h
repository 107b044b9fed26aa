#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "store/runplace.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <unordered_map>

namespace store {

/// One connection to the database of one run, SQLite or PostgreSQL, with a name of its own, closed with the object.
/// Statements are the same for both, and prepared once; where the two differ, this class knows it. Private to this
/// room.
class RunDatabase
{
public:
    /// Asked before each statement with its number, from 1 on; true lets it fail. Statements that undo are never asked
    /// about.
    using Saboteur = std::function<bool(int number)>;

    RunDatabase(RunPlace place, core::Clock &clock, Saboteur saboteur = {});
    ~RunDatabase();
    Q_DISABLE_COPY_MOVE(RunDatabase)

    core::Result<core::Nothing> open();

    /// With PostgreSQL: the run's own schema.
    core::Result<core::Nothing> makeSchema();

    const RunPlace &place() const { return m_place; }
    bool isShared() const { return m_place.isShared(); }
    QString name() const { return m_place.name(); } ///< For the sentences of errors.

    /// Milliseconds since 1970. With PostgreSQL the server's, since the clocks of several machines differ.
    core::Result<qint64> now();

    /// Runs a statement with its values. Returns how many rows it changed.
    core::Result<qint64> command(const QString &statement, const QVariantList &values = {});

    /// Statements that cannot be prepared, or need not be: they begin, end, define.
    core::Result<core::Nothing> execute(const QString &statement);

    /// The first column of the first row; invalid when there is no row.
    core::Result<QVariant> value(const QString &statement, const QVariantList &values = {});

    /// Calls `take` with each row, in turn; it may run other statements. A damaged page in the middle does not look
    /// like the end.
    core::Result<core::Nothing> each(const QString &statement, const QVariantList &values,
                                     const std::function<void(const QSqlQuery &row)> &take);

    /// Runs `work` in one transaction: all of it counts, or nothing. With SQLite nobody else can write meanwhile; with
    /// PostgreSQL `work` locks what it must (forUpdate()). Within another one it is a part of that.
    template <typename Work>
    auto transaction(Work work) -> decltype(work())
    {
        return within(isShared() ? QStringLiteral("BEGIN") : QStringLiteral("BEGIN IMMEDIATE"), std::move(work));
    }

    /// Runs `work`, which only reads, so that all it sees is of one moment.
    template <typename Work>
    auto snapshot(Work work) -> decltype(work())
    {
        return within(isShared() ? QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ") : QStringLiteral("BEGIN"),
                      std::move(work));
    }

    /// What was overwritten goes from the disk too. With PostgreSQL its own housekeeping does that.
    core::Result<core::Nothing> forgetOldPages();

    QString forUpdate() const;           ///< At the end of a SELECT whose rows only we may change now.
    QString forUpdateSkipLocked() const; ///< The same, but leaves out those that somebody else works on.
    QString contains() const;            ///< Name of the function that finds a text (2nd) in a text (1st), from 1 on.
    QString bytesType() const;           ///< Of columns.
    QString idType() const;              ///< Of a 64-bit key that rises.
    QString serialType() const;          ///< Of a 64-bit key that the database draws when none is given.
    QString keyType() const;             ///< Of texts that are compared byte by byte.
    QString clustered() const;           ///< At the end of CREATE TABLE: rows are kept in the order of their key.

    core::Error damaged(const QString &detail) const;

private:
    template <typename Work>
    auto within(const QString &begin, Work work) -> decltype(work())
    {
        if (m_isInTransaction)
            return work();
        if (const auto begun = control(begin); !begun)
            return begun.error();
        m_isInTransaction = true;
        auto result = work();
        m_isInTransaction = false;
        if (!result) {
            rollBack();
            return result;
        }
        if (const auto committed = control(QStringLiteral("COMMIT")); !committed) {
            rollBack();
            return committed.error();
        }
        return result;
    }

    std::optional<core::Error> sabotage();
    core::Result<core::Nothing> control(const QString &statement); ///< Begins or ends a transaction.
    core::Result<QSqlQuery *> run(const QString &statement, const QVariantList &values);
    void rollBack();
    core::Result<core::Nothing> openFile();
    core::Result<core::Nothing> openShared();
    core::Error problem(const QSqlError &error) const;
    core::Error fileProblem(const QSqlError &error) const;
    core::Error sharedProblem(const QSqlError &error) const;

    const RunPlace m_place;
    const QString m_connection;
    core::Clock &m_clock;
    Saboteur m_saboteur;
    int m_statements = 0;
    int m_reading = 0; ///< Queries whose rows are being taken.
    bool m_isInTransaction = false;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

} // namespace store
