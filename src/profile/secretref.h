#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QString>

namespace profile {

/// Where a secret is kept. Profile files hold this, never the secret.
///
/// As text: "keychain:<entry>", "session:<entry>", "env:NAME", "file:PATH", or "" when none was entered.
struct SecretRef {
    Q_DECLARE_TR_FUNCTIONS(profile::SecretRef)
public:
    enum class Kind {
        None,
        Keychain, ///< Entry of the system's keychain.
        Session,  ///< Memory of this program until it ends.
        Env,      ///< Environment variable.
        File,     ///< First line of a file.
    };

    Kind kind = Kind::None;
    QString name; ///< Entry, variable or path.

    static core::Result<SecretRef> parse(const QString &text);
    QString toText() const;
    bool operator==(const SecretRef &) const = default;
};

} // namespace profile
