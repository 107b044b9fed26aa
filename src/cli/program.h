#pragma once

#include "cli/command.h"

namespace cli {

/// Runs `consent-bridge-cli` with these arguments (without the program's name). The job ends with the exit code;
/// cancelling it is Ctrl+C.
core::Job<ExitCode> *run(const QStringList &arguments, Console &console, Environment &environment, QObject *parent);

/// Takes `--lang X` or `--lang=X` out of the arguments; empty when there is none.
QString takeLanguage(QStringList &arguments);

} // namespace cli
