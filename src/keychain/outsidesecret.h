#pragma once

#include "core/result.h"
#include "core/secret.h"

namespace keychain {

/// The value of an environment variable. Kind::NotFound, naming the variable, when it is not set or empty.
core::Result<core::Secret> secretFromVariable(const QString &name);

/// The first line of a file, which may be up to 64 KB large. Kind::NotFound, naming the file, when there is none or its
/// first line is empty.
core::Result<core::Secret> secretFromFile(const QString &path);

} // namespace keychain
