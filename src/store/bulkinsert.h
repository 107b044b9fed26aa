#pragma once

#include "core/result.h"

#include <QStringList>
#include <QVariant>

#include <functional>

namespace store {

class RunDatabase;

/// Many rows for one table, several with each statement: the cost of a statement, and with PostgreSQL of a round trip,
/// is shared. Private to this room.
class BulkInsert
{
public:
    /// `tail`: what stands behind the values ("ON CONFLICT DO NOTHING").
    BulkInsert(RunDatabase &database, const QString &table, const QStringList &columns, const QString &tail = {});

    void reserve(qsizetype rows) { m_values.reserve(rows * m_width); }
    BulkInsert &operator<<(const QVariant &value)
    {
        m_values << value;
        return *this;
    }

    /// Called after each statement with the rows it had (from, count) when fewer of them were inserted.
    using Missing = std::function<core::Result<core::Nothing>(qsizetype from, qsizetype count)>;

    core::Result<core::Nothing> run(const Missing &missing = {});

private:
    QString statement(qsizetype rows) const;

    RunDatabase &m_database;
    const QString m_head;
    const QString m_tail;
    const qsizetype m_width;
    QVariantList m_values;
};

} // namespace store
