#pragma once

#include "core/clock.h"
#include "profile/profile.h"

#include <QList>

namespace store {

/// One file in the folder of integrations: a profile, or why it is none.
struct StoredProfile {
    QString path;
    std::optional<profile::Profile> profile = {};
    core::Error problem = {};  ///< When there is no profile: what is damaged, and where the file was set aside.
    QString setAsidePath = {}; ///< The damaged file's new place ("….damaged-20261120-101500"); empty for profiles.
};

/// The profile files of one folder. Files are written atomically, the last copies are kept, a damaged file is set
/// aside.
class ProfileStore
{
public:
    static constexpr int keptCopies = 5;

    explicit ProfileStore(QString folder, core::Clock &clock = core::Clock::system());

    /// Every integration, by name. A damaged file does not stop the others: it is moved aside and reported, and where a
    /// previous copy can be read its path is named in the problem's fix. A file of a newer version is left where it is
    /// and reported.
    QList<StoredProfile> list();

    /// Writes `profile` to its file (named after its id) and returns the path. Nothing is half written: on failure
    /// (Kind::Storage) the old file stands.
    core::Result<QString> save(const profile::Profile &profile);

    /// Moves the file and its copies into the folder's "removed"; secrets are the caller's business.
    core::Result<core::Nothing> remove(const QString &profileId);

    QString pathOf(const QString &profileId) const;

    /// Finds by id, by name (case-insensitive; two of the same name are an error) or, when `nameOrPath` is a file,
    /// reads that.
    core::Result<profile::Profile> find(const QString &nameOrPath);

private:
    QString copiesFolder() const;
    StoredProfile readOne(const QString &path) const;
    StoredProfile setAside(const QString &path, const core::Error &problem) const;

    QString m_folder;
    core::Clock &m_clock;
};

/// Reads a profile file anywhere. "file:" secret references that are relative are resolved against the file's folder.
core::Result<profile::Profile> readProfileFile(const QString &path);

} // namespace store
