#pragma once

#include "keychain/secretstore.h"

#include <chrono>

namespace keychain {

/// Finds out whether the system's keychain can be used now, before QtKeychain is asked: a locked one tells it "not
/// found", and opens prompts that nobody may ever answer. Never fails; what is wrong stands in Availability::problem.
core::Job<Availability> *checkKeyring(std::chrono::milliseconds patience, QObject *parent);

} // namespace keychain
