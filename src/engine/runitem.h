#pragma once

#include "engine/judge.h"
#include "store/rundata.h"

namespace engine {

/// A planned person as a plan's file keeps them. `table` is the one that is written.
store::RunItem runItemOf(const PlanItem &item, const mapping::Table &table);

/// The other way round, for writes that are to be sent. Keeps what repeats from row to row: columns, members, names.
class RunRows
{
public:
    /// Must outlive it.
    explicit RunRows(const mapping::Table &table) : m_table(table) {}

    /// Kind::Storage when the file holds what cannot be sent: another table, a column that is not there any more.
    core::Result<SentRow> sentRow(const store::RunWrite &write);

private:
    struct Member {
        QString column;
        QByteArray name;
    };
    core::Result<QList<mapping::Cell>> cells(const QByteArray &body);
    core::Result<Member> member(QByteArrayView name);
    core::Result<dataverse::Criterion> absent(const QByteArray &json) const;

    const mapping::Table &m_table;
    QHash<QByteArray, Member> m_members;
};

} // namespace engine
