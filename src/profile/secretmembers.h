#pragma once

#include "core/secret.h"
#include "profile/json.h"

namespace profile {

/// What removeSecrets() took out.
struct RemovedSecrets {
    QStringList paths;           ///< "config.credentials.api_key", …: of members that really held something.
    QList<core::Secret> secrets; ///< In the order of `paths`.
};

/// True for names of members that hold secrets: "client_secret", "apiKey", "private_api_key", "authorization_code", …
bool isSecretName(const std::string &name);

/// What stands where a secret was: "your_client_secret".
std::string placeholderFor(const std::string &name);

/// Puts a placeholder into every member, at any depth, whose name says that it is a secret, and takes those secrets out
/// of all other texts. The redactor is told about each.
RemovedSecrets removeSecrets(json::Value &value);

} // namespace profile
