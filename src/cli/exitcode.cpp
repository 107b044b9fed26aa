#include "cli/exitcode.h"

namespace cli {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(cli::ExitCode)
};

} // namespace

ExitCode exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return ExitCode::Interrupted;
    case Error::Kind::Invalid:
        return ExitCode::Invalid;
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::Throttled:
    case Error::Kind::Server:
        return ExitCode::Unreachable;
    case Error::Kind::SignIn:
    case Error::Kind::Keychain:
        return ExitCode::SignIn;
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Rejected:
    case Error::Kind::BadReply:
        return ExitCode::Refused;
    case Error::Kind::Conflict:
        return ExitCode::Conflict;
    case Error::Kind::Storage:
        return ExitCode::Unexpected;
    }
    return ExitCode::Unexpected;
}

ExitCode exitCodeOf(store::Outcome outcome, const Error &error)
{
    switch (outcome) {
    case store::Outcome::Created:
    case store::Outcome::Updated:
    case store::Outcome::Unchanged:
    case store::Outcome::Skipped:
        return ExitCode::Done;
    case store::Outcome::Invalid:
        return ExitCode::Invalid;
    case store::Outcome::Conflict:
        return ExitCode::Conflict;
    case store::Outcome::Rejected:
        return error.message.isEmpty() ? ExitCode::Refused : exitCodeOf(error);
    }
    return ExitCode::Unexpected;
}

QString exitCodeHelp()
{
    struct Line {
        ExitCode code;
        QString text;
    };
    const Line lines[] = {
        {ExitCode::Done, Texts::tr("done; also when nothing had to be written (unchanged, skipped)")},
        {ExitCode::Unexpected, Texts::tr("a local file or the journal failed")},
        {ExitCode::Usage, Texts::tr("wrong command line, or a write to production without --unlock-production")},
        {ExitCode::Invalid, Texts::tr("the profile, a mapping or the input is wrong")},
        {ExitCode::SignIn, Texts::tr("a secret is missing, or a sign-in was refused")},
        {ExitCode::Unreachable, Texts::tr("the other side cannot be reached or is busy; try again later")},
        {ExitCode::Refused, Texts::tr("the other side refused")},
        {ExitCode::Conflict,
         Texts::tr("several rows match, or somebody changed the row meanwhile; nothing was written")},
        {ExitCode::TestFailed, Texts::tr("a step of the connection test failed")},
        {ExitCode::SomeFailed,
         Texts::tr("done, but not for all: some of many were rejected, invalid or in conflict, could not be read, or "
                   "differ")},
        {ExitCode::Declined,
         Texts::tr("declined: the plan is of something else, or what it does was not confirmed; nothing was sent")},
        {ExitCode::Interrupted, Texts::tr("stopped; what was sent is settled")},
    };
    QString help = Texts::tr("Exit codes:") + u'\n';
    for (const Line &line : lines)
        help += u"  %1  %2\n"_s.arg(int(line.code), 3).arg(line.text);
    return help;
}

} // namespace cli
