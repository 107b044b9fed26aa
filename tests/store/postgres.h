#pragma once

#include "store/runplace.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

/// A PostgreSQL server of its own in a temporary folder, reached by a socket file there. Gone with the object.
class Postgres
{
public:
    Postgres()
    {
        using namespace Qt::StringLiterals;
        if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s)) {
            m_missing = u"Qt's driver for PostgreSQL is not installed (libqt6sql6-psql)."_s;
            return;
        }
        const QString programs = findPrograms();
        if (programs.isEmpty()) {
            m_missing = u"PostgreSQL is not installed (postgresql)."_s;
            return;
        }
        m_data = m_folder.filePath(u"data"_s);
        m_programs = programs;
        if (!m_folder.isValid() || !own() ||
            !run(u"initdb"_s, {u"-D"_s, m_data, u"-A"_s, u"trust"_s, u"-U"_s, u"tester"_s, u"--no-sync"_s,
                               u"--locale=C.UTF-8"_s, u"--encoding=UTF8"_s}) ||
            !run(u"pg_ctl"_s, {u"-D"_s, m_data, u"-w"_s, u"-l"_s, m_data + u"/log"_s, u"-o"_s,
                               u"-k %1 -c listen_addresses='' -c fsync=off"_s.arg(m_folder.path()), u"start"_s}))
            m_missing = u"PostgreSQL could not be started here."_s;
        else
            m_isRunning = true;
    }
    ~Postgres()
    {
        using namespace Qt::StringLiterals;
        if (m_isRunning)
            run(u"pg_ctl"_s, {u"-D"_s, m_data, u"-m"_s, u"immediate"_s, u"stop"_s});
    }
    Q_DISABLE_COPY_MOVE(Postgres)

    bool isRunning() const { return m_isRunning; }
    QString missing() const { return m_missing; } ///< Why it does not run.

    /// A place where no run is yet.
    store::RunPlace newPlace() const
    {
        using namespace Qt::StringLiterals;
        store::RunPlace place;
        place.host = m_folder.path();
        place.database = u"postgres"_s;
        place.user = u"tester"_s;
        place.schema = u"run-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
        return place;
    }

private:
    static QString findPrograms()
    {
        using namespace Qt::StringLiterals;
        const QDir versions(u"/usr/lib/postgresql"_s);
        for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            const QString programs = versions.filePath(version + u"/bin"_s);
            if (QFile::exists(programs + u"/initdb"_s))
                return programs;
        }
        const QString found = QStandardPaths::findExecutable(u"initdb"_s);
        return found.isEmpty() ? QString() : QFileInfo(found).canonicalPath();
    }

    /// It refuses to run as root: then the folder is the user's that its package made.
    bool own() const
    {
        using namespace Qt::StringLiterals;
        return !isRoot() || QProcess::execute(u"chown"_s, {u"postgres"_s, m_folder.path()}) == 0;
    }

    static bool isRoot()
    {
#ifdef Q_OS_UNIX
        return geteuid() == 0;
#else
        return false;
#endif
    }

    bool run(const QString &program, const QStringList &arguments) const
    {
        using namespace Qt::StringLiterals;
        QProcess process;
        process.setWorkingDirectory(QDir::rootPath());
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        const QString path = m_programs + u'/' + program;
        if (isRoot())
            process.start(u"runuser"_s, QStringList{u"-u"_s, u"postgres"_s, u"--"_s, path} + arguments);
        else
            process.start(path, arguments);
        return process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    QString m_programs;
    QString m_data;
    QString m_missing;
    bool m_isRunning = false;
};
