#pragma once

#include "store/sqlstatements.h"

#include <QMutex>

#include <chrono>
#include <memory>

namespace store {

/// One connection to one SQLite file that is not a plan. Private to this room.
class SqlConnection : public SqlStatements
{
public:
    /// What the file is, for the sentences of errors.
    enum class Content { Journal, Inbox };

    explicit SqlConnection(QString path, Saboteur saboteur = {}, Content content = Content::Journal);

    /// `patience`: how long to wait for another program that is writing.
    core::Result<core::Nothing> open(std::chrono::milliseconds patience);

    /// Like change(), for those who do not count.
    core::Result<core::Nothing> command(const QString &statement, const QVariantList &values = {});

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
    core::Error problem(const QSqlError &error) const override;
    core::Error inboxProblem(const QSqlError &error) const;

    QString m_path;
    const std::shared_ptr<QMutex> m_turn; ///< Of all connections of this program to the file.
    const Content m_content;
};

} // namespace store
