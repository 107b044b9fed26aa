#pragma once

#include "core/error.h"
#include "store/outcome.h"

namespace cli {

/// What the program tells its caller. Documented in --help; scripts depend on the numbers.
enum class ExitCode {
    Done = 0,         ///< Did what was asked; also when nothing had to be written (unchanged, skipped).
    Unexpected = 1,   ///< A local file or the journal failed.
    Usage = 2,        ///< The command line is wrong, or a production push was not unlocked.
    Invalid = 3,      ///< The profile, a mapping or the input is wrong.
    SignIn = 4,       ///< A secret is missing, or the sign-in was refused.
    Unreachable = 5,  ///< The other side cannot be reached, is busy or cannot prove who it is; try later.
    Refused = 6,      ///< The other side understood and refused.
    Conflict = 7,     ///< Several rows match, or somebody changed the row meanwhile.
    TestFailed = 8,   ///< A step of the connection test failed.
    SomeFailed = 9,   ///< Done, but not for all: some of many were rejected, invalid or in conflict, or differ.
    Declined = 10,    ///< This program declined: a plan of something else, or not confirmed. Nothing was sent.
    Interrupted = 130 ///< Stopped by Ctrl+C or a signal.
};

ExitCode exitCodeOf(const core::Error &error);

/// `error`: with a rejected outcome, what Dataverse said.
ExitCode exitCodeOf(store::Outcome outcome, const core::Error &error);

/// The table of all codes, for --help; translated, ends with a newline.
QString exitCodeHelp();

} // namespace cli
