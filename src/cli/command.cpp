#include "cli/command.h"

#include "core/redactor.h"

#include <QFile>
#include <QJsonDocument>

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::Command)
};

constexpr qint64 longestInput = 16 * 1024 * 1024;

} // namespace

Command::Command(Arguments arguments, int maxNames, Console &console, Environment &environment, QObject *parent)
    : Job(parent)
    , m_arguments(std::move(arguments))
    , m_maxNames(maxNames)
    , m_console(console)
    , m_environment(environment)
{
}

void Command::run(const QStringList &arguments)
{
    if (const auto parsed = m_arguments.parse(arguments, m_maxNames); !parsed)
        return failUsage(parsed.error().message);
    if (m_arguments.isHelpWanted()) {
        out() << m_arguments.help();
        return end(ExitCode::Done);
    }
    start();
}

void Command::printJson(const QJsonObject &document)
{
    const QJsonDocument::JsonFormat format = printsLines() ? QJsonDocument::Compact : QJsonDocument::Indented;
    out() << QString::fromUtf8(QJsonDocument(document).toJson(format));
    if (!printsLines())
        return;
    out() << u'\n';
    out().flush();
}

core::Result<QByteArray> Command::read(const QString &path)
{
    QFile file(path);
    QIODevice *device = &file;
    if (path == u"-"_s && m_console.in)
        device = m_console.in;
    else if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = Error::Kind::Invalid,
                     .message = Texts::tr("The file %1 cannot be read.").arg(path),
                     .detail = file.errorString()};
    const QByteArray bytes = device->read(longestInput + 1);
    if (bytes.size() > longestInput)
        return Error{.kind = Error::Kind::Invalid, .message = Texts::tr("The file %1 is too large.").arg(path)};
    return bytes;
}

void Command::end(ExitCode code)
{
    out().flush();
    err().flush();
    finish(code);
}

void Command::fail(const Error &error)
{
    fail(error, exitCodeOf(error));
}

void Command::fail(const Error &error, ExitCode code)
{
    if (isJson())
        printJson({{u"error"_s, errorAsJson(error)}});
    err() << Texts::tr("Error: %1").arg(error.toLine()) << u'\n';
    if (!error.detail.isEmpty())
        err() << u"  "_s << Texts::tr("Details: %1").arg(core::redactor::redacted(error.detail)) << u'\n';
    if (!error.fix.isEmpty())
        err() << u"  "_s << error.fix << u'\n';
    end(code);
}

void Command::failUsage(const QString &message)
{
    if (isJson())
        printJson({{u"error"_s, QJsonObject{{u"kind"_s, u"usage"_s}, {u"message"_s, message}}}});
    err() << Texts::tr("Error: %1").arg(message) << u'\n' << Texts::tr("Run it with --help to see what is possible.")
          << u'\n';
    end(ExitCode::Usage);
}

void Command::warn(const QString &message)
{
    err() << Texts::tr("Warning: %1").arg(message) << u'\n';
    err().flush();
}

QString kindWord(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return u"cancelled"_s;
    case Error::Kind::Invalid:
        return u"invalid"_s;
    case Error::Kind::Network:
        return u"network"_s;
    case Error::Kind::Timeout:
        return u"timeout"_s;
    case Error::Kind::Tls:
        return u"tls"_s;
    case Error::Kind::SignIn:
        return u"sign_in"_s;
    case Error::Kind::Forbidden:
        return u"forbidden"_s;
    case Error::Kind::NotFound:
        return u"not_found"_s;
    case Error::Kind::Conflict:
        return u"conflict"_s;
    case Error::Kind::Throttled:
        return u"throttled"_s;
    case Error::Kind::Server:
        return u"server"_s;
    case Error::Kind::Rejected:
        return u"rejected"_s;
    case Error::Kind::BadReply:
        return u"bad_reply"_s;
    case Error::Kind::Storage:
        return u"storage"_s;
    case Error::Kind::Keychain:
        return u"keychain"_s;
    }
    return {};
}

QJsonObject errorAsJson(const Error &error)
{
    return {
        {u"kind"_s, kindWord(error.kind)},  {u"code"_s, error.code},
        {u"message"_s, error.message},      {u"fix"_s, error.fix},
        {u"field"_s, error.field},          {u"detail"_s, core::redactor::redacted(error.detail)},
        {u"request_id"_s, error.requestId}, {u"http_status"_s, error.httpStatus},
    };
}

} // namespace cli
