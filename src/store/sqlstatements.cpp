#include "store/sqlstatements.h"

#include <QSqlError>
#include <QSqlResult>

#include <atomic>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

/// Opens what every driver reads its statement's values from.
class BoundValues : public QSqlResult
{
public:
    static QVariantList &of(const QSqlResult &result) { return (result.*&BoundValues::boundValues)(); }
};

/// QSqlQuery::bindValue() makes a name for each value and looks it up: in a statement with a few hundred values that
/// takes as long as the statement. So only a statement's first values go that way.
void bind(QSqlQuery &query, const QVariantList &values)
{
    QVariantList &bound = BoundValues::of(*query.result());
    if (bound.size() == values.size()) {
        bound = values;
        return;
    }
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
}

QString newName(const QString &kind)
{
    static std::atomic<int> number = 0;
    return u"consent-bridge-%1-%2"_s.arg(kind).arg(++number);
}

} // namespace

SqliteCode sqliteCodeOf(const QSqlError &error)
{
    const int primary = error.nativeErrorCode().toInt() & 0xff; // extended codes hold it in their lowest byte
    for (const SqliteCode code :
         {SqliteCode::Busy, SqliteCode::Locked, SqliteCode::ReadOnly, SqliteCode::IoError, SqliteCode::Corrupt,
          SqliteCode::Full, SqliteCode::CannotOpen, SqliteCode::NotADatabase}) {
        if (primary == int(code))
            return code;
    }
    return SqliteCode::Other;
}

SqlStatements::SqlStatements(const QString &kind, Saboteur saboteur)
    : m_name(newName(kind)), m_saboteur(std::move(saboteur))
{
}

SqlStatements::~SqlStatements()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase(); // removeDatabase() complains about objects that still use it
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase &SqlStatements::connection(const QString &driver)
{
    m_database = QSqlDatabase::addDatabase(driver, m_name);
    return m_database;
}

std::optional<Error> SqlStatements::sabotage()
{
    if (!m_saboteur || !m_saboteur(++m_statements))
        return {};
    return problem(QSqlError({}, {}, QSqlError::UnknownError, u"1"_s)); // an error of no particular kind
}

Result<Nothing> SqlStatements::execute(const QString &statement)
{
    if (const auto broken = sabotage())
        return *broken;
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        return problem(query.lastError());
    return Nothing{};
}

Result<QSqlQuery *> SqlStatements::run(const QString &statement, const QVariantList &values)
{
    if (const auto broken = sabotage())
        return *broken;
    auto prepared = m_prepared.find(statement);
    if (prepared == m_prepared.end()) {
        if (m_mostPrepared > 0 && m_prepared.size() >= m_mostPrepared && m_reading == 0)
            m_prepared.clear();
        QSqlQuery query(m_database);
        query.setForwardOnly(m_isForwardOnly);
        if (!query.prepare(statement))
            return problem(query.lastError());
        prepared = m_prepared.emplace(statement, std::move(query)).first;
    }
    QSqlQuery &query = prepared->second;
    bind(query, values);
    if (!query.exec()) {
        const Error error = problem(query.lastError());
        query.finish();
        return error;
    }
    return &query;
}

Result<Nothing> SqlStatements::finished(QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    query.finish(); // an open cursor would keep others from writing
    if (error.type() != QSqlError::NoError)
        return problem(error);
    return Nothing{};
}

Result<qint64> SqlStatements::change(const QString &statement, const QVariantList &values)
{
    const auto query = run(statement, values);
    if (!query)
        return query.error();
    const qint64 changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<Nothing> SqlStatements::each(const QString &statement, const QVariantList &values,
                                    const std::function<void(const QSqlQuery &row)> &take)
{
    const auto query = run(statement, values);
    if (!query)
        return query.error();
    ++m_reading;
    while ((*query)->next())
        take(**query);
    --m_reading;
    return finished(**query);
}

Result<QVariant> SqlStatements::value(const QString &statement, const QVariantList &values)
{
    QVariant first;
    const auto read = each(statement, values, [&first](const QSqlQuery &row) {
        if (!first.isValid())
            first = row.value(0);
    });
    if (!read)
        return read.error();
    return first;
}

void SqlStatements::rollBack()
{
    QSqlQuery(m_database).exec(u"ROLLBACK"_s); // when this fails there is nothing left to undo
}

} // namespace store
