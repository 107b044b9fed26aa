#pragma once

#include "core/clock.h"
#include "keychain/secretstore.h"
#include "net/network.h"
#include "store/paths.h"

#include <QIODevice>
#include <QTextStream>

namespace cli {

/// What a command works with; a test hands in its own. Everything must outlive the command.
struct Environment {
    store::Paths paths;
    keychain::SecretStore &secrets;
    net::Network &network;
    core::Clock &clock;
};

/// Where a command reads and writes. Results go to `out`, problems to `err`.
struct Console {
    QTextStream &out;
    QTextStream &err;
    QIODevice *in = nullptr;    ///< For "-" in place of a file; may be null.
    bool isTerminal = false;    ///< `out` is looked at by somebody: colours are welcome.
    bool isErrTerminal = false; ///< `err` is: a line may be rewritten.
};

} // namespace cli
