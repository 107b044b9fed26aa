#include "store/bulkinsert.h"

#include "store/rundatabase.h"

namespace store {

using namespace Qt::StringLiterals;
using core::Nothing;
using core::Result;

BulkInsert::BulkInsert(RunDatabase &database, const QString &table, const QStringList &columns, const QString &tail)
    : m_database(database)
    , m_head(u"INSERT INTO %1 (%2) VALUES "_s.arg(table, columns.join(u", "_s)))
    , m_tail(tail)
    , m_width(columns.size())
{
}

QString BulkInsert::statement(qsizetype rows) const
{
    const QString row = u'(' + QStringList(m_width, u"?"_s).join(u", "_s) + u')';
    return m_head + QStringList(rows, row).join(u", "_s) + u' ' + m_tail;
}

Result<Nothing> BulkInsert::run(const Missing &missing)
{
    constexpr qsizetype most = 32; // more is no faster
    const qsizetype rows = m_values.size() / m_width;
    QString prepared;
    qsizetype preparedRows = 0;
    for (qsizetype from = 0; from < rows;) {
        qsizetype count = most;
        while (count > rows - from)
            count /= 2; // so that few different statements are prepared
        if (count != preparedRows)
            prepared = statement(preparedRows = count);
        const auto inserted = m_database.command(prepared, m_values.mid(from * m_width, count * m_width));
        if (!inserted)
            return inserted.error();
        if (*inserted < count && missing) {
            if (const auto told = missing(from, count); !told)
                return told;
        }
        from += count;
    }
    return Nothing{};
}

} // namespace store
