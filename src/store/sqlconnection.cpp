#include "store/sqlconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

#include <unordered_map>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::SqlConnection)
};

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

} // namespace

SqlConnection::SqlConnection(QString path, Saboteur saboteur, Content content)
    : SqlStatements(u"journal"_s, std::move(saboteur))
    , m_path(std::move(path))
    , m_turn(turnsAt(m_path))
    , m_content(content)
{
}

Result<Nothing> SqlConnection::open(std::chrono::milliseconds patience)
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("Qt's driver for SQLite is missing, so no journal can be kept."),
                     .fix = Text::tr("Install it; on Debian and Ubuntu the package is libqt6sql6-sqlite.")};
    QSqlDatabase &database = connection(u"QSQLITE"_s);
    database.setDatabaseName(m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(patience.count()));
    if (!database.open())
        return problem(database.lastError());
    return Nothing{};
}

Result<Nothing> SqlConnection::command(const QString &statement, const QVariantList &values)
{
    const auto changed = change(statement, values);
    return changed ? Result<Nothing>(Nothing{}) : changed.error();
}

Error SqlConnection::inboxProblem(const QSqlError &error) const
{
    const QString path = QDir::toNativeSeparators(m_path);
    Error problem{.kind = Error::Kind::Storage,
                  .message = Text::tr("The queue of arrived consents “%1” could not be used.").arg(path),
                  .fix = Text::tr("Check that you may read and write the file and its folder."),
                  .code = error.nativeErrorCode(),
                  .detail = error.text()};
    switch (sqliteCodeOf(error)) {
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        problem.message = Text::tr("Another program is writing into the queue of arrived consents “%1” and did not "
                                   "finish in time.")
                              .arg(path);
        problem.fix = Text::tr("Wait until it has finished, or close it, and try again.");
        break;
    case SqliteCode::ReadOnly:
        problem.message = Text::tr("The queue of arrived consents “%1” cannot be written.").arg(path);
        break;
    case SqliteCode::IoError:
    case SqliteCode::Full:
        problem.message = Text::tr("The queue of arrived consents “%1” could not be written: the disk is full or does "
                                   "not work.")
                              .arg(path);
        problem.fix = Text::tr("Make room on the disk and try again.");
        break;
    case SqliteCode::Corrupt:
    case SqliteCode::NotADatabase:
        problem.message = Text::tr("The queue of arrived consents “%1” is damaged.").arg(path);
        problem.fix = Text::tr(
            "Put back a copy of the file, or move it away: then a new queue is started, and the consents that still "
            "waited in the old one must be pushed by person or from an export.");
        break;
    case SqliteCode::CannotOpen:
        problem.message = Text::tr("The queue of arrived consents “%1” could not be opened.").arg(path);
        break;
    case SqliteCode::Other:
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
    switch (sqliteCodeOf(error)) {
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        problem.message =
            Text::tr("Another program is writing into the journal “%1” and did not finish in time.").arg(path);
        problem.fix = Text::tr("Wait until it has finished, or close it, and try again.");
        break;
    case SqliteCode::ReadOnly:
        problem.message = Text::tr("The journal “%1” cannot be written.").arg(path);
        break;
    case SqliteCode::IoError:
    case SqliteCode::Full:
        problem.message =
            Text::tr("The journal “%1” could not be written: the disk is full or does not work.").arg(path);
        problem.fix = Text::tr("Make room on the disk and try again.");
        break;
    case SqliteCode::Corrupt:
    case SqliteCode::NotADatabase:
        problem.message = Text::tr("The journal “%1” is damaged.").arg(path);
        problem.fix = Text::tr(
            "Put back a copy of the file, or move it away: then a new journal is started, and what the old one knew of "
            "unfinished writes is lost.");
        break;
    case SqliteCode::CannotOpen:
        problem.message = Text::tr("The journal “%1” could not be opened.").arg(path);
        break;
    case SqliteCode::Other:
        break;
    }
    return problem;
}

} // namespace store
