#include "store/rundatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::Run)
};

constexpr int patience = 10'000;          ///< Milliseconds to wait for another program that is writing.
constexpr std::size_t mostPrepared = 200; ///< Filters make statements of their own.

/// A name within double quotes, as SQL wants it.
QString quoted(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString RunPlace::name() const
{
    if (!isShared())
        return QDir::toNativeSeparators(path);
    return Text::tr("%1 in the database %2 on %3").arg(schema, database, host);
}

RunDatabase::RunDatabase(RunPlace place, core::Clock &clock, Saboteur saboteur)
    : SqlStatements(u"run"_s, std::move(saboteur)), m_place(std::move(place)), m_clock(clock)
{
    setMostPrepared(mostPrepared);
    setForwardOnly(!isShared());
}

Result<Nothing> RunDatabase::open()
{
    if (!QSqlDatabase::isDriverAvailable(isShared() ? u"QPSQL"_s : u"QSQLITE"_s))
        return Error{.kind = Error::Kind::Storage,
                     .message = isShared() ? Text::tr("Qt's driver for PostgreSQL is missing, so no run can be shared.")
                                           : Text::tr("Qt's driver for SQLite is missing, so no plan can be kept."),
                     .fix = Text::tr("Install it; on Debian and Ubuntu the package is %1.")
                                .arg(isShared() ? u"libqt6sql6-psql"_s : u"libqt6sql6-sqlite"_s)};
    return isShared() ? openShared() : openFile();
}

Result<Nothing> RunDatabase::openFile()
{
    QSqlDatabase &file = connection(u"QSQLITE"_s);
    file.setDatabaseName(m_place.path);
    file.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(patience));
    if (!file.open())
        return problem(file.lastError());
    return Nothing{};
}

Result<Nothing> RunDatabase::openShared()
{
    QSqlDatabase &database = connection(u"QPSQL"_s);
    database.setHostName(m_place.host);
    database.setPort(m_place.port);
    database.setDatabaseName(m_place.database);
    database.setUserName(m_place.user);
    database.setPassword(QString::fromUtf8(m_place.password.reveal()));
    database.setConnectOptions(m_place.options);
    if (!database.open())
        return problem(database.lastError());
    // What is missing there is made by RunFile::create().
    for (const QString &setting : {u"SET search_path TO "_s + quoted(m_place.schema), u"SET synchronous_commit TO on"_s,
                                   u"SET client_min_messages TO warning"_s}) {
        if (const auto done = execute(setting); !done)
            return done;
    }
    return Nothing{};
}

Result<Nothing> RunDatabase::makeSchema()
{
    return execute(u"CREATE SCHEMA "_s + quoted(m_place.schema));
}

Result<qint64> RunDatabase::now()
{
    if (!isShared())
        return m_clock.now().toMSecsSinceEpoch();
    const auto there = value(u"SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"_s);
    if (!there)
        return there.error();
    return there->toLongLong();
}

Result<Nothing> RunDatabase::control(const QString &statement)
{
    if (isShared()) // PostgreSQL prepares only what reads or writes rows
        return execute(statement);
    const auto done = command(statement);
    return done ? Result<Nothing>(Nothing{}) : done.error();
}

Result<Nothing> RunDatabase::forgetOldPages()
{
    if (isShared())
        return Nothing{};
    // Old pages live on in the write-ahead log until it is written over.
    const auto isBusy = value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!isBusy)
        return isBusy.error();
    if (isBusy->toInt() != 0)
        return Error{.kind = Error::Kind::Storage,
                     .message = Text::tr("It was erased, but traces are left in the temporary file of the plan “%1”, "
                                         "which another program is using.")
                                    .arg(name()),
                     .fix = Text::tr("Close the other program and erase it again.")};
    return Nothing{};
}

QString RunDatabase::forUpdate() const
{
    return isShared() ? u" FOR UPDATE"_s : QString(); // a transaction of SQLite locks everything
}

QString RunDatabase::forUpdateSkipLocked() const
{
    return isShared() ? u" FOR UPDATE SKIP LOCKED"_s : QString();
}

QString RunDatabase::contains() const
{
    return isShared() ? u"strpos"_s : u"instr"_s;
}

QString RunDatabase::joined() const
{
    return isShared() ? u"string_agg"_s : u"group_concat"_s;
}

QString RunDatabase::bytesType() const
{
    return isShared() ? u"BYTEA"_s : u"BLOB"_s;
}

QString RunDatabase::idType() const
{
    return isShared() ? u"BIGINT"_s : u"INTEGER"_s; // only this one is SQLite's own row number
}

QString RunDatabase::serialType() const
{
    return isShared() ? u"BIGINT GENERATED BY DEFAULT AS IDENTITY"_s : u"INTEGER"_s;
}

QString RunDatabase::keyType() const
{
    return isShared() ? u"TEXT COLLATE \"C\""_s : u"TEXT"_s;
}

QString RunDatabase::clustered() const
{
    return isShared() ? QString() : u" WITHOUT ROWID"_s;
}

Error RunDatabase::damaged(const QString &detail) const
{
    return {.kind = Error::Kind::Storage,
            .message = Text::tr("The plan “%1” is damaged.").arg(name()),
            .fix = Text::tr("Put back a copy of it, or make a new plan."),
            .detail = detail};
}

Error RunDatabase::problem(const QSqlError &error) const
{
    return isShared() ? sharedProblem(error) : fileProblem(error);
}

Error RunDatabase::fileProblem(const QSqlError &error) const
{
    Error problem{.kind = Error::Kind::Storage,
                  .message = Text::tr("The plan “%1” could not be used.").arg(name()),
                  .fix = Text::tr("Check that you may read and write the file and its folder."),
                  .code = error.nativeErrorCode(),
                  .detail = error.text()};
    switch (sqliteCodeOf(error)) {
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        problem.message =
            Text::tr("Another program is writing into the plan “%1” and did not finish in time.").arg(name());
        problem.fix = Text::tr("Wait until it has finished, or close it, and try again.");
        break;
    case SqliteCode::ReadOnly:
        problem.message = Text::tr("The plan “%1” cannot be written.").arg(name());
        problem.fix = Text::tr("Copy it to a folder where you may write, and open the copy.");
        break;
    case SqliteCode::IoError:
    case SqliteCode::Full:
        problem.message =
            Text::tr("The plan “%1” could not be written: the disk is full or does not work.").arg(name());
        problem.fix = Text::tr("Make room on the disk and try again.");
        break;
    case SqliteCode::NotADatabase:
        problem.message = Text::tr("“%1” is not a plan, or it is damaged.").arg(name());
        problem.fix = Text::tr("Choose another file, or put back a copy of it.");
        break;
    case SqliteCode::Corrupt:
        problem = damaged(error.text());
        problem.code = error.nativeErrorCode();
        break;
    case SqliteCode::CannotOpen:
        problem.message = Text::tr("The plan “%1” could not be opened.").arg(name());
        break;
    case SqliteCode::Other:
        break;
    }
    return problem;
}

Error RunDatabase::sharedProblem(const QSqlError &error) const
{
    // The SQLSTATE; its first two letters are the class, https://www.postgresql.org/docs/15/errcodes-appendix.html
    const QString state = error.nativeErrorCode();
    Error problem{.kind = Error::Kind::Storage,
                  .message = Text::tr("The shared run “%1” could not be used.").arg(name()),
                  .fix = Text::tr("Ask whoever looks after the database; the details say what it answered."),
                  .code = state,
                  .detail = error.text()};
    if (state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P"_L1)) {
        problem.kind = Error::Kind::Network;
        problem.message = Text::tr("The database of the shared run “%1” cannot be reached.").arg(name());
        problem.fix = Text::tr("Check that it runs, and its address and port.");
    } else if (state.startsWith("28"_L1)) {
        problem.kind = Error::Kind::SignIn;
        problem.message =
            Text::tr("The database of the shared run “%1” refused the user name or password.").arg(name());
        problem.fix = Text::tr("Check both.");
    } else if (state == "42501"_L1) {
        problem.kind = Error::Kind::Forbidden;
        problem.message = Text::tr("The user may not use the shared run “%1”.").arg(name());
        problem.fix = Text::tr("Ask for the right to create and use schemas in this database.");
    } else if (state == "3D000"_L1 || state == "3F000"_L1 || state == "42P01"_L1) {
        problem.kind = Error::Kind::NotFound;
        problem.message = Text::tr("There is no shared run “%1”.").arg(name());
        problem.fix = Text::tr("Check the names of the database and the run.");
    } else if (state.startsWith("53"_L1)) {
        problem.message =
            Text::tr("The database of the shared run “%1” is out of memory, disk or connections.").arg(name());
    } else if (state.startsWith("40"_L1) || state == "55P03"_L1) {
        problem.kind = Error::Kind::Conflict;
        problem.message =
            Text::tr("Another program works on the shared run “%1” and did not finish in time.").arg(name());
        problem.fix = Text::tr("Try again.");
    }
    return problem;
}

} // namespace store
