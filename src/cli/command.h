#pragma once

#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/exitcode.h"
#include "core/job.h"

#include <QJsonObject>

namespace cli {

/// One command of the command line: a job that ends with an exit code. It prints as it goes.
class Command : public core::Job<ExitCode>
{
public:
    /// Starts the command. --help and wrong arguments end it at once.
    void run(const QStringList &arguments);

protected:
    Command(Arguments arguments, int maxNames, Console &console, Environment &environment, QObject *parent);

    /// Does the work; finish() ends it.
    virtual void start() = 0;

    const Arguments &arguments() const { return m_arguments; }
    Environment &environment() { return m_environment; }
    QTextStream &out() { return m_console.out; }
    QTextStream &err() { return m_console.err; }
    Console &console() const { return m_console; }
    bool isJson() const { return m_arguments.isSet(QStringLiteral("json")); }

    /// Whether --json prints many documents, each in a line of its own.
    virtual bool printsLines() const { return false; }
    void printJson(const QJsonObject &document);

    /// The bytes of a file, or of standard input for "-".
    core::Result<QByteArray> read(const QString &path);

    void end(ExitCode code);
    void fail(const core::Error &error); ///< Prints the problem; the code is by its kind.
    void fail(const core::Error &error, ExitCode code);
    void failUsage(const QString &message);
    void warn(const QString &message);

private:
    Arguments m_arguments;
    const int m_maxNames;
    Console &m_console;
    Environment &m_environment;
};

/// An error as the JSON documents hold it: kind, code, message, fix, field, detail, request_id, http_status.
QJsonObject errorAsJson(const core::Error &error);

/// "invalid", "network", …: stable words for scripts.
QString kindWord(core::Error::Kind kind);

} // namespace cli
