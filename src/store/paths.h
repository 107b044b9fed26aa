#pragma once

#include <QString>

namespace store {

/// Where the program keeps its files. Made once in the composition root; a test hands in a temporary folder.
struct Paths {
    QString config; ///< Profile files: "…/consent-bridge/integrations" below it.
    QString data;   ///< The journal.
    QString cache;  ///< What may vanish at any time.

    /// The platform's folders; CONSENT_BRIDGE_HOME, when set, holds all instead (portable use, tests).
    static Paths standard();
    /// All below one folder.
    static Paths below(const QString &folder);

    QString integrations() const; ///< Folder of profile files.
    QString journal() const;      ///< The SQLite file.
    QString inbox() const;        ///< The SQLite file of arrived consents.
    QString runs() const;         ///< Folder of plan files.
    QString testHistory() const;  ///< The SQLite file of connection tests.
};

} // namespace store
