#include "store/profilestore.h"

#include "store/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QUuid>

namespace store {

using namespace Qt::StringLiterals;
using core::Error;
using core::Nothing;
using core::Result;
using profile::Profile;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::ProfileStore)
};

constexpr qint64 largestFile = 8 * 1024 * 1024;

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

/// A later version's file is whole; only we cannot read it.
bool isOfNewerVersion(const Error &problem)
{
    return problem.field == "schema"_L1;
}

bool isDamaged(const Error &problem)
{
    return problem.kind == Error::Kind::Invalid && !isOfNewerVersion(problem);
}

void resolve(profile::SecretRef &ref, const QDir &folder)
{
    if (ref.kind == profile::SecretRef::Kind::File)
        ref.name = QDir::cleanPath(folder.absoluteFilePath(ref.name));
}

/// Ids name files, so nothing but a UUID may get there.
bool isId(const QString &id)
{
    const QUuid uuid = QUuid::fromString(id);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == id;
}

Error noId()
{
    return {.kind = Error::Kind::Invalid,
            .message = Text::tr("The integration's id is not a UUID, so there is no file for it."),
            .fix = Text::tr("Create the integration anew, or correct “id” in its file."),
            .field = u"id"_s};
}

/// The copies of one integration's file, newest first.
QStringList copiesOf(const QString &copiesFolder, const QString &profileId)
{
    QStringList paths;
    const QDir folder(copiesFolder);
    for (const QString &name : folder.entryList({profileId + u".*"_s}, QDir::Files, QDir::Name | QDir::Reversed))
        paths << folder.filePath(name);
    return paths;
}

/// Keeps what stands in `path` now among the copies. A file that can be read is written anew rather than copied: had a
/// hand put a secret into it, it would live on in the copies.
Result<Nothing> keepCopy(const QString &path, const QByteArray &now, const QString &copiesFolder,
                         const QString &profileId, const QDateTime &time)
{
    if (const auto made = files::makeFolder(copiesFolder); !made)
        return made;
    const auto old = profile::readProfile(now);
    const QString name = u"%1.%2.json"_s.arg(profileId, time.toUTC().toString(u"yyyyMMdd-HHmmss-zzz"_s));
    const auto kept =
        files::writeAtomically(files::firstFree(copiesFolder + u'/' + name), old ? profile::writeProfile(*old) : now);
    if (!kept)
        return Error{
            .kind = Error::Kind::Storage,
            .message =
                Text::tr("“%1” was not saved, because the version before it could not be kept.").arg(shown(path)),
            .fix = kept.error().fix,
            .detail = kept.error().detail};
    const QStringList copies = copiesOf(copiesFolder, profileId);
    for (qsizetype i = ProfileStore::keptCopies; i < copies.size(); ++i)
        QFile::remove(copies[i]); // one too many does no harm
    return Nothing{};
}

/// The newest copy that can still be read.
QString readableCopy(const QString &copiesFolder, const QString &profileId)
{
    for (const QString &path : copiesOf(copiesFolder, profileId)) {
        if (readProfileFile(path))
            return path;
    }
    return {};
}

} // namespace

ProfileStore::ProfileStore(QString folder, core::Clock &clock) : m_folder(QDir::cleanPath(folder)), m_clock(clock)
{
}

QString ProfileStore::pathOf(const QString &profileId) const
{
    return u"%1/%2.json"_s.arg(m_folder, profileId);
}

QString ProfileStore::copiesFolder() const
{
    return m_folder + u"/copies"_s;
}

StoredProfile ProfileStore::setAside(const QString &path, const Error &problem) const
{
    StoredProfile stored{.path = path, .problem = problem};
    const QString aside = files::firstFree(u"%1.damaged-%2"_s.arg(path, files::stamp(m_clock.now())));
    if (files::move(path, aside)) {
        stored.setAsidePath = aside;
        stored.problem.message += u' ' + Text::tr("The file was set aside as “%1”.").arg(shown(aside));
    }
    const QString copy = readableCopy(copiesFolder(), QFileInfo(path).completeBaseName());
    if (!copy.isEmpty())
        stored.problem.fix =
            Text::tr("An earlier version can be read: copy “%1” to “%2”.").arg(shown(copy), shown(path));
    return stored;
}

StoredProfile ProfileStore::readOne(const QString &path) const
{
    auto profile = readProfileFile(path);
    if (profile)
        return {.path = path, .profile = *profile};
    if (isDamaged(profile.error()))
        return setAside(path, profile.error());
    return {.path = path, .problem = profile.error()};
}

QList<StoredProfile> ProfileStore::list()
{
    QList<StoredProfile> all;
    QHash<QString, QString> pathOfId;
    const QDir folder(m_folder);
    QStringList names = folder.entryList({u"*.json"_s}, QDir::Files | QDir::Hidden, QDir::Name);
    // Files that are named after their id come first: of two with the same id they are the right ones.
    std::stable_partition(names.begin(), names.end(), [](const QString &name) { return isId(name.chopped(5)); });
    for (const QString &name : std::as_const(names)) {
        StoredProfile stored = readOne(folder.filePath(name));
        if (stored.profile) {
            const QString id = stored.profile->id;
            const QString proper = pathOf(id);
            if (pathOfId.contains(id)) {
                stored.profile.reset();
                stored.problem = {.kind = Error::Kind::Conflict,
                                  .message = Text::tr("“%1” has the same id as “%2”, so it was left out.")
                                                 .arg(shown(stored.path), shown(pathOfId[id])),
                                  .fix = Text::tr("Remove one of the files, or give it another “id”."),
                                  .field = u"id"_s};
            } else if (stored.path != proper && files::move(stored.path, proper)) {
                stored.path = proper; // a file put here by hand gets the name under which it will be saved
            }
            pathOfId.insert(id, stored.path);
        }
        all << stored;
    }
    std::stable_sort(all.begin(), all.end(), [](const StoredProfile &a, const StoredProfile &b) {
        if (a.profile && b.profile)
            return a.profile->name.localeAwareCompare(b.profile->name) < 0;
        return a.profile.has_value() && !b.profile;
    });
    return all;
}

Result<QString> ProfileStore::save(const Profile &profile)
{
    if (!isId(profile.id))
        return noId();
    const QString path = pathOf(profile.id);
    const QByteArray content = profile::writeProfile(profile);
    if (const auto made = files::makeFolder(m_folder); !made)
        return made.error();
    const auto now = files::read(path, largestFile);
    if (!now && now.error().kind != Error::Kind::NotFound)
        return now.error();
    if (now && *now == content)
        return path;
    if (now) {
        if (const auto old = profile::readProfile(*now); !old && isOfNewerVersion(old.error()))
            return old.error(); // what a newer version wrote is not ours to overwrite
        if (const auto kept = keepCopy(path, *now, copiesFolder(), profile.id, m_clock.now()); !kept)
            return kept.error();
    }
    if (const auto written = files::writeAtomically(path, content); !written)
        return written.error();
    return path;
}

Result<Nothing> ProfileStore::remove(const QString &profileId)
{
    if (!isId(profileId))
        return noId();
    QStringList paths = copiesOf(copiesFolder(), profileId);
    if (QFileInfo::exists(pathOf(profileId)))
        paths.prepend(pathOf(profileId));
    if (paths.isEmpty())
        return Nothing{};
    const QString removed = m_folder + u"/removed"_s;
    if (const auto made = files::makeFolder(removed); !made)
        return made;
    for (const QString &path : std::as_const(paths)) {
        if (const auto moved = files::move(path, files::firstFree(removed + u'/' + QFileInfo(path).fileName())); !moved)
            return moved;
    }
    return Nothing{};
}

Result<Profile> ProfileStore::find(const QString &nameOrPath)
{
    const QString wanted = nameOrPath.trimmed();
    QList<Profile> sameName;
    QStringList unreadable;
    for (const StoredProfile &stored : list()) {
        if (!stored.profile) {
            unreadable << shown(stored.setAsidePath.isEmpty() ? stored.path : stored.setAsidePath);
            continue;
        }
        if (stored.profile->id.compare(wanted, Qt::CaseInsensitive) == 0)
            return *stored.profile;
        if (stored.profile->name.trimmed().compare(wanted, Qt::CaseInsensitive) == 0)
            sameName << *stored.profile;
    }
    if (sameName.size() == 1)
        return sameName.first();
    if (sameName.size() > 1) {
        QStringList ids;
        for (const Profile &profile : std::as_const(sameName))
            ids << profile.id;
        return Error{.kind = Error::Kind::Conflict,
                     .message =
                         Text::tr("%n integration(s) have the name “%1”.", nullptr, int(sameName.size())).arg(wanted),
                     .fix = Text::tr("Name the one that you mean by its id: %1.").arg(ids.join(u", "_s))};
    }
    if (QFileInfo(nameOrPath).isFile() || wanted.contains(u'/') || wanted.contains(QDir::separator()))
        return readProfileFile(nameOrPath);
    Error missing{
        .kind = Error::Kind::NotFound,
        .message = Text::tr("There is no integration with the name or id “%1”, and no such file either.").arg(wanted),
        .fix = Text::tr("List the integrations to see their names, or give the path of a profile file.")};
    if (!unreadable.isEmpty())
        missing.fix += u' ' + Text::tr("Some files could not be read: %1.").arg(unreadable.join(u", "_s));
    return missing;
}

Result<Profile> readProfileFile(const QString &path)
{
    const auto content = files::read(path, largestFile);
    if (!content)
        return content.error();
    auto profile = profile::readProfile(*content);
    if (!profile) {
        Error problem = profile.error();
        problem.message = Text::tr("The profile file “%1” cannot be used: %2").arg(shown(path), problem.message);
        return problem;
    }
    const QDir folder = QFileInfo(path).absoluteDir();
    for (profile::SecretRef *ref : profile::secretPlaces(*profile))
        resolve(*ref, folder);
    return profile;
}

} // namespace store
