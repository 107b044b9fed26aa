#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "store/runplace.h"
#include "store/sqlstatements.h"

namespace store {

/// One connection to the database of one run, SQLite or PostgreSQL. Statements are the same for both; where the two
/// differ, this class knows it. Private to this room.
class RunDatabase : public SqlStatements
{
public:
    RunDatabase(RunPlace place, core::Clock &clock, Saboteur saboteur = {});

    core::Result<core::Nothing> open();

    /// With PostgreSQL: the run's own schema.
    core::Result<core::Nothing> makeSchema();

    const RunPlace &place() const { return m_place; }
    bool isShared() const { return m_place.isShared(); }
    QString name() const { return m_place.name(); } ///< For the sentences of errors.

    /// Milliseconds since 1970. With PostgreSQL the server's, since the clocks of several machines differ.
    core::Result<qint64> now();

    core::Result<qint64> command(const QString &statement, const QVariantList &values = {})
    {
        return change(statement, values);
    }

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
    QString joined() const;     ///< Name of the function that joins texts (1st) of several rows with a text (2nd).
    QString bytesType() const;  ///< Of columns.
    QString idType() const;     ///< Of a 64-bit key that rises.
    QString serialType() const; ///< Of a 64-bit key that the database draws when none is given.
    QString keyType() const;    ///< Of texts that are compared byte by byte.
    QString clustered() const;  ///< At the end of CREATE TABLE: rows are kept in the order of their key.

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

    core::Result<core::Nothing> control(const QString &statement); ///< Begins or ends a transaction.
    core::Result<core::Nothing> openFile();
    core::Result<core::Nothing> openShared();
    core::Error problem(const QSqlError &error) const override;
    core::Error fileProblem(const QSqlError &error) const;
    core::Error sharedProblem(const QSqlError &error) const;

    const RunPlace m_place;
    core::Clock &m_clock;
    bool m_isInTransaction = false;
};

} // namespace store
