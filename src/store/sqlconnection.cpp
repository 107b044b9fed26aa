#include "store/sqlconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

#include <atomic>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::SqlConnection)
};

QString newName()
{
    static std::atomic<int> number = 0;
    return u"consent-bridge-journal-%1"_s.arg(++number);
}

/// Databases in memory are each for themselves.
std::shared_ptr<QMutex> turnsAt(const QString &path)
{
    if (path == ":memory:"_L1)
        return std::make_shared<QMutex>();
    static QMutex guard;
    static std::unordered_map<QString, std::weak_ptr<QMutex>> known;
    const QMutexLocker lock(&guard);
    std::weak_ptr<QMutex> &kept = known[QDir::cleanPath(path)];
    std::shared_ptr<QMutex> turns = kept.lock();
    if (!turns) {
        turns = std::make_shared<QMutex>();
        kept = turns;
    }
    return turns;
}

/// SQLite's primary result codes, https://sqlite.org/rescode.html; extended ones hold them in their lowest byte.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

} // namespace

SqlConnection::SqlConnection(QString path, Saboteur saboteur, Content content)
    : m_path(std::move(path))
    , m_name(newName())
    , m_turn(turnsAt(m_path))
    , m_saboteur(std::move(saboteur))
    , m_content(content)
{
}

SqlConnection::~SqlConnection()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase(); // removeDatabase() complains about objects that still use it
    QSqlDatabase::removeDatabase(m_name);
}

Result<Nothing> SqlConnection::open(std::chrono::milliseconds patience)
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("Qt's driver for SQLite is missing, so no journal can be kept."),
                     .fix = Text::tr("Install it; on Debian and Ubuntu the package is libqt6sql6-sqlite.")};
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(patience.count()));
    if (!m_database.open())
        return problem(m_database.lastError());
    return Nothing{};
}

Result<QSqlQuery *> SqlConnection::run(const QString &statement, const QVariantList &values)
{
    if (m_saboteur && m_saboteur(++m_statements))
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("The journal “%1” could not be used.").arg(QDir::toNativeSeparators(m_path))};
    auto prepared = m_prepared.find(statement);
    if (prepared == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(statement))
            return problem(query.lastError());
        prepared = m_prepared.emplace(statement, std::move(query)).first;
    }
    QSqlQuery &query = prepared->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec()) {
        const Error error = problem(query.lastError());
        query.finish();
        return error;
    }
    return &query;
}

Result<Nothing> SqlConnection::command(const QString &statement, const QVariantList &values)
{
    const auto query = run(statement, values);
    if (!query)
        return query.error();
    (*query)->finish(); // an open cursor would keep others from writing
    return Nothing{};
}

Result<QVariant> SqlConnection::value(const QString &statement, const QVariantList &values)
{
    const auto query = run(statement, values);
    if (!query)
        return query.error();
    const QVariant first = (*query)->next() ? (*query)->value(0) : QVariant();
    const auto read = finished(**query);
    if (!read)
        return read.error();
    return first;
}

Result<Nothing> SqlConnection::finished(QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    query.finish();
    if (error.type() != QSqlError::NoError)
        return problem(error);
    return Nothing{};
}

void SqlConnection::rollBack()
{
    QSqlQuery(m_database).exec(u"ROLLBACK"_s); // when this fails there is nothing left to undo
}

Error SqlConnection::inboxProblem(const QSqlError &error) const
{
    const QString path = QDir::toNativeSeparators(m_path);
    Error problem{.kind = Error::Kind::Storage,
                  .message = Text::tr("The queue of arrived consents “%1” could not be used.").arg(path),
                  .fix = Text::tr("Check that you may read and write the file and its folder."),
                  .code = error.nativeErrorCode(),
                  .detail = error.text()};
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        problem.message = Text::tr("Another program is writing into the queue of arrived consents “%1” and did not "
                                   "finish in time.")
                              .arg(path);
        problem.fix = Text::tr("Wait until it has finished, or close it, and try again.");
        break;
    case ReadOnly:
        problem.message = Text::tr("The queue of arrived consents “%1” cannot be written.").arg(path);
        break;
    case IoError:
    case Full:
        problem.message = Text::tr("The queue of arrived consents “%1” could not be written: the disk is full or does "
                                   "not work.")
                              .arg(path);
        problem.fix = Text::tr("Make room on the disk and try again.");
        break;
    case Corrupt:
    case NotADatabase:
        problem.message = Text::tr("The queue of arrived consents “%1” is damaged.").arg(path);
        problem.fix = Text::tr(
            "Put back a copy of the file, or move it away: then a new queue is started, and the consents that still "
            "waited in the old one must be pushed by person or from an export.");
        break;
    case CannotOpen:
        problem.message = Text::tr("The queue of arrived consents “%1” could not be opened.").arg(path);
        break;
    default:
        break;
    }
    return problem;
}

Error SqlConnection::problem(const QSqlError &error) const
{
    if (m_content == Content::Inbox)
        return inboxProblem(error);
    const QString path = QDir::toNativeSeparators(m_path);
    Error problem{.kind = Error::Kind::Storage,
                  .message = Text::tr("The journal “%1” could not be used.").arg(path),
                  .fix = Text::tr("Check that you may read and write the file and its folder."),
                  .code = error.nativeErrorCode(),
                  .detail = error.text()};
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        problem.message =
            Text::tr("Another program is writing into the journal “%1” and did not finish in time.").arg(path);
        problem.fix = Text::tr("Wait until it has finished, or close it, and try again.");
        break;
    case ReadOnly:
        problem.message = Text::tr("The journal “%1” cannot be written.").arg(path);
        break;
    case IoError:
    case Full:
        problem.message =
            Text::tr("The journal “%1” could not be written: the disk is full or does not work.").arg(path);
        problem.fix = Text::tr("Make room on the disk and try again.");
        break;
    case Corrupt:
    case NotADatabase:
        problem.message = Text::tr("The journal “%1” is damaged.").arg(path);
        problem.fix = Text::tr(
            "Put back a copy of the file, or move it away: then a new journal is started, and what the old one knew of "
            "unfinished writes is lost.");
        break;
    case CannotOpen:
        problem.message = Text::tr("The journal “%1” could not be opened.").arg(path);
        break;
    default:
        break;
    }
    return problem;
}

} // namespace store
