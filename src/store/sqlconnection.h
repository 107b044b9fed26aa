#pragma once

#include "core/result.h"

#include <QMutex>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>

namespace store {

/// One connection to one SQLite file, with a name of its own, closed with the object. Statements are prepared once.
/// Private to this room.
class SqlConnection
{
public:
    /// Asked before each statement with its number, from 1 on; true lets it fail. Statements that undo are never asked
    /// about.
    using Saboteur = std::function<bool(int number)>;

    /// What the file is, for the sentences of errors.
    enum class Content { Journal, Inbox };

    explicit SqlConnection(QString path, Saboteur saboteur = {}, Content content = Content::Journal);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    /// `patience`: how long to wait for another program that is writing.
    core::Result<core::Nothing> open(std::chrono::milliseconds patience);

    /// Runs a statement with its values. The query stays this object's, and is valid until the same statement is run
    /// again.
    core::Result<QSqlQuery *> run(const QString &statement, const QVariantList &values = {});

    /// Like run(), for statements whose rows nobody wants.
    core::Result<core::Nothing> command(const QString &statement, const QVariantList &values = {});

    /// The first column of the first row; invalid when there is no row.
    core::Result<QVariant> value(const QString &statement, const QVariantList &values = {});

    /// Ends the reading of `query`'s rows, and tells whether it really was at its end.
    core::Result<core::Nothing> finished(QSqlQuery &query) const;

    /// Runs `work` in one transaction that no other program can write into: all of it counts, or nothing.
    template <typename Work>
    auto transaction(Work work) -> decltype(work())
    {
        // Two threads of this program take turns: SQLite itself would let the later one sleep, ever longer.
        const QMutexLocker turn(m_turn.get());
        if (const auto begun = command(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return begun.error();
        auto result = work();
        if (!result) {
            rollBack();
            return result;
        }
        if (const auto committed = command(QStringLiteral("COMMIT")); !committed) {
            rollBack();
            return committed.error();
        }
        return result;
    }

private:
    void rollBack();
    core::Error problem(const QSqlError &error) const;
    core::Error inboxProblem(const QSqlError &error) const;

    QString m_path;
    QString m_name;
    const std::shared_ptr<QMutex> m_turn; ///< Of all connections of this program to the file.
    Saboteur m_saboteur;
    const Content m_content;
    int m_statements = 0;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

} // namespace store
