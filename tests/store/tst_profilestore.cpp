#include "smalldisk.h"
#include "store/paths.h"
#include "store/profilestore.h"
#include "support/fakeclock.h"

#include <QDir>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace store;
using core::Error;
using profile::Profile;
using profile::SecretRef;

class TestProfileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_folder = m_root->filePath(u"config/integrations"_s);
    }

    void keepsProfiles()
    {
        ProfileStore store(m_folder, m_clock);
        QVERIFY(store.list().isEmpty());
        const Profile zeta = profile::newProfile(u"zeta"_s);
        const Profile alpha = profile::newProfile(u"Alpha"_s);
        QVERIFY(store.save(zeta));
        const auto path = store.save(alpha);
        QVERIFY(path);
        QCOMPARE(*path, store.pathOf(alpha.id));
        const auto all = ProfileStore(m_folder, m_clock).list();
        QCOMPARE(all.size(), 2);
        QVERIFY(all[0].profile == alpha);
        QVERIFY(all[1].profile == zeta);
        QCOMPARE(all[0].path, *path);
    }

    void filesAreTheOwnersOnly()
    {
        ProfileStore store(m_folder, m_clock);
        Profile profile = profile::newProfile(u"a"_s);
        QVERIFY(store.save(profile));
        profile.name = u"b"_s;
        QVERIFY(store.save(profile));
        const QFileDevice::Permissions others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(store.pathOf(profile.id)) & others));
        QVERIFY(!(QFile::permissions(m_folder) & others));
        for (const QString &copy : copies())
            QVERIFY(!(QFile::permissions(m_folder + u"/copies/"_s + copy) & others));
    }

    void keepsTheLastCopies()
    {
        ProfileStore store(m_folder, m_clock);
        Profile profile = profile::newProfile(u"0"_s);
        const Profile other = profile::newProfile(u"other"_s);
        QVERIFY(store.save(other));
        for (int i = 0; i <= ProfileStore::keptCopies + 3; ++i) {
            profile.name = QString::number(i);
            QVERIFY(store.save(profile));
            m_clock.advance(i % 2 ? 0ms : 10ms); // also two within the same millisecond
        }
        QVERIFY(store.save(profile)); // nothing changed, so nothing to keep
        QCOMPARE(copies().size(), ProfileStore::keptCopies);
        QStringList names;
        for (const QString &copy : copies())
            names << readProfileFile(m_folder + u"/copies/"_s + copy)->name;
        names.sort();
        QCOMPARE(names, (QStringList{u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s}));
        QCOMPARE(store.list().size(), 2);
    }

    void setsADamagedFileAside()
    {
        ProfileStore store(m_folder, m_clock);
        Profile profile = profile::newProfile(u"Acme"_s);
        QVERIFY(store.save(profile));
        profile.name = u"Acme 2"_s;
        QVERIFY(store.save(profile));
        const Profile good = profile::newProfile(u"Good"_s);
        QVERIFY(store.save(good));
        const QByteArray broken =
            QByteArray("{\"schema\": 1, \"id\": \"").append(profile.id.toUtf8()).append("\", \"na");
        write(store.pathOf(profile.id), broken);

        auto all = store.list();
        QCOMPARE(all.size(), 2);
        QVERIFY(all[0].profile == good);
        const StoredProfile &damaged = all[1];
        QVERIFY(!damaged.profile);
        QCOMPARE(damaged.path, store.pathOf(profile.id));
        QVERIFY(damaged.setAsidePath.startsWith(damaged.path + u".damaged-2026112"_s));
        QVERIFY(damaged.problem.message.contains(u"Line 1"_s));
        QVERIFY(damaged.problem.message.contains(QDir::toNativeSeparators(damaged.setAsidePath)));
        QCOMPARE(read(damaged.setAsidePath), broken);
        QVERIFY(!QFile::exists(damaged.path));
        // The copy that is named really can be read.
        QVERIFY2(damaged.problem.fix.contains(copies().last()), qPrintable(damaged.problem.fix));
        QCOMPARE(readProfileFile(m_folder + u"/copies/"_s + copies().last())->name, u"Acme"_s);

        QCOMPARE(store.list().size(), 1);        // told once
        write(store.pathOf(profile.id), broken); // the same again, in the same second
        all = store.list();
        QVERIFY(all[1].setAsidePath.endsWith(u"-2"_s));
    }

    void leavesANewerFileAlone()
    {
        ProfileStore store(m_folder, m_clock);
        const Profile profile = profile::newProfile(u"Acme"_s);
        QVERIFY(store.save(profile));
        const QByteArray newer =
            read(store.pathOf(profile.id))
                .replace("\"schema\": " + QByteArray::number(profile::currentSchema), "\"schema\": 999");
        write(store.pathOf(profile.id), newer);
        const auto all = store.list();
        QCOMPARE(all.size(), 1);
        QVERIFY(!all[0].profile);
        QVERIFY(all[0].setAsidePath.isEmpty());
        QVERIFY(all[0].problem.message.contains(u"newer version"_s));
        QCOMPARE(read(store.pathOf(profile.id)), newer);
        QVERIFY(!store.save(profile));
        QCOMPARE(read(store.pathOf(profile.id)), newer);
    }

    void adoptsFilesPutThereByHand()
    {
        ProfileStore store(m_folder, m_clock);
        const Profile profile = profile::newProfile(u"Acme"_s);
        QVERIFY(QDir().mkpath(m_folder));
        write(m_folder + u"/mine.json"_s, profile::writeProfile(profile));
        write(m_folder + u"/notes.txt"_s, "not mine");
        auto all = store.list();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].path, store.pathOf(profile.id));

        write(m_folder + u"/again.json"_s, profile::writeProfile(profile));
        all = store.list();
        QCOMPARE(all.size(), 2);
        QVERIFY(all[0].profile == profile);
        QCOMPARE(all[1].problem.kind, Error::Kind::Conflict);
        QCOMPARE(all[1].path, m_folder + u"/again.json"_s);
        QVERIFY(QFile::exists(all[1].path));
    }

    void removesWithoutDestroying()
    {
        ProfileStore store(m_folder, m_clock);
        Profile profile = profile::newProfile(u"a"_s);
        QVERIFY(store.save(profile));
        profile.name = u"b"_s;
        QVERIFY(store.save(profile));
        QVERIFY(store.remove(profile.id));
        QVERIFY(store.list().isEmpty());
        QVERIFY(copies().isEmpty());
        QCOMPARE(QDir(m_folder + u"/removed"_s).entryList(QDir::Files).size(), 2);
        QVERIFY(store.remove(profile.id)); // already gone
        QVERIFY(store.save(profile));
        QVERIFY(store.remove(profile.id)); // the name is taken there
        QCOMPARE(QDir(m_folder + u"/removed"_s).entryList(QDir::Files).size(), 3);
    }

    void idsDoNotLeadOutOfTheFolder()
    {
        ProfileStore store(m_folder, m_clock);
        Profile profile = profile::newProfile(u"a"_s);
        profile.id = u"../../escaped"_s;
        QCOMPARE(store.save(profile).error().field, u"id"_s);
        QCOMPARE(store.remove(u"*"_s).error().field, u"id"_s);
        QVERIFY(!QFile::exists(m_root->filePath(u"escaped.json"_s)));
    }

    void finds()
    {
        ProfileStore store(m_folder, m_clock);
        const Profile acme = profile::newProfile(u"Acme EU"_s);
        const Profile twin = profile::newProfile(u"Twin"_s);
        const Profile otherTwin = profile::newProfile(u"twin"_s);
        for (const Profile &profile : {acme, twin, otherTwin})
            QVERIFY(store.save(profile));
        QVERIFY(*store.find(acme.id) == acme);
        QVERIFY(*store.find(acme.id.toUpper()) == acme);
        QVERIFY(*store.find(u" acme eu "_s) == acme);
        const auto several = store.find(u"TWIN"_s);
        QCOMPARE(several.error().kind, Error::Kind::Conflict);
        QVERIFY(several.error().fix.contains(twin.id));
        QVERIFY(*store.find(twin.id) == twin);

        const QString path = m_root->filePath(u"elsewhere.json"_s);
        const Profile elsewhere = profile::newProfile(u"Elsewhere"_s);
        write(path, profile::writeProfile(elsewhere));
        QVERIFY(*store.find(path) == elsewhere);
        QCOMPARE(store.find(m_root->filePath(u"missing.json"_s)).error().kind, Error::Kind::NotFound);
        QCOMPARE(store.find(u"nobody"_s).error().kind, Error::Kind::NotFound);
        write(path, "{");
        const auto broken = store.find(path);
        QCOMPARE(broken.error().kind, Error::Kind::Invalid);
        QVERIFY(broken.error().message.contains(QDir::toNativeSeparators(path)));
        QVERIFY(QFile::exists(path)); // a file elsewhere is not ours to move
    }

    void relativeFilesAreBesideTheProfile()
    {
        Profile profile = profile::newProfile(u"a"_s);
        profile.clientSecret = {.kind = SecretRef::Kind::File, .name = u"secrets/client.txt"_s};
        profile.didomi.secret = {.kind = SecretRef::Kind::File, .name = QDir::rootPath() + u"run/didomi"_s};
        const QString path = m_root->filePath(u"p.json"_s);
        write(path, profile::writeProfile(profile));
        const auto found = readProfileFile(path);
        QCOMPARE(found->clientSecret.name, QDir::cleanPath(m_root->filePath(u"secrets/client.txt"_s)));
        QCOMPARE(found->didomi.secret.name, QDir::rootPath() + u"run/didomi"_s);
    }

    void copiesHoldNoSecretOfAHand()
    {
        ProfileStore store(m_folder, m_clock);
        Profile profile = profile::newProfile(u"a"_s);
        QVERIFY(store.save(profile));
        write(store.pathOf(profile.id), read(store.pathOf(profile.id)).replace("your_client_secret", "canary-4711"));
        profile.name = u"b"_s;
        QVERIFY(store.save(profile));
        QVERIFY(!read(store.pathOf(profile.id)).contains("canary"));
        QCOMPARE(copies().size(), 1);
        QVERIFY(!read(m_folder + u"/copies/"_s + copies().first()).contains("canary"));
    }

    void aFailedSaveLeavesTheOldFile()
    {
        if (!SmallDisk::isPossible)
            QSKIP("this system cannot limit the size of files");
        ProfileStore store(m_folder, m_clock);
        Profile profile = profile::newProfile(u"a"_s);
        QVERIFY(store.save(profile));
        const QByteArray before = read(store.pathOf(profile.id));
        profile.name = QString(5000, u'x');
        for (const unsigned long bytes : {100ul, 3000ul}) { // the copy fails; the copy is written, the file is not
            const SmallDisk disk(bytes);
            const auto saved = store.save(profile);
            QVERIFY(!saved);
            QCOMPARE(saved.error().kind, Error::Kind::Storage);
            QVERIFY(saved.error().message.contains(QDir::toNativeSeparators(store.pathOf(profile.id))));
            QVERIFY(!saved.error().fix.isEmpty());
        }
        QCOMPARE(read(store.pathOf(profile.id)), before);
        QCOMPARE(QDir(m_folder).entryList(QDir::Files | QDir::Hidden).size(), 1); // nothing half written beside it
        QVERIFY(store.save(profile));
    }

    void saysWhereItCannotWrite()
    {
        write(m_root->filePath(u"file"_s), "x");
        ProfileStore store(m_root->filePath(u"file/integrations"_s), m_clock);
        const auto saved = store.save(profile::newProfile(u"a"_s));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::Storage);
        QVERIFY(saved.error().message.contains(QDir::toNativeSeparators(m_root->filePath(u"file/integrations"_s))));
        QVERIFY(store.list().isEmpty());
    }

    void saysWhenTheFolderIsReadOnly()
    {
        ProfileStore store(m_folder, m_clock);
        Profile profile = profile::newProfile(u"a"_s);
        QVERIFY(store.save(profile));
        QVERIFY(QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const auto restore = qScopeGuard([this] {
            QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        });
        if (QFileInfo(m_folder).isWritable())
            QSKIP("this user may write everywhere");
        QCOMPARE(store.list().size(), 1);
        profile.name = u"b"_s;
        const auto saved = store.save(profile);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::Storage);
        QVERIFY(!saved.error().fix.isEmpty());
    }

    void knowsItsFolders()
    {
        QCOMPARE(Paths::below(u"/x/"_s).integrations(), u"/x/integrations"_s);
        QCOMPARE(Paths::below(u"/x"_s).journal(), u"/x/journal.sqlite"_s);
        const QByteArray before = qgetenv("CONSENT_BRIDGE_HOME");
        const auto restore = qScopeGuard([&before] {
            before.isEmpty() ? qunsetenv("CONSENT_BRIDGE_HOME") : qputenv("CONSENT_BRIDGE_HOME", before);
        });
        qputenv("CONSENT_BRIDGE_HOME", m_root->path().toLocal8Bit());
        QCOMPARE(Paths::standard().integrations(), m_root->filePath(u"integrations"_s));
        qunsetenv("CONSENT_BRIDGE_HOME");
        QVERIFY(Paths::standard().integrations().endsWith(u"/consent-bridge/integrations"_s));
        QVERIFY(Paths::standard().journal().endsWith(u"/consent-bridge/journal.sqlite"_s));
    }

private:
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test's own file could not be written");
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QStringList copies() const { return QDir(m_folder + u"/copies"_s).entryList(QDir::Files, QDir::Name); }

    support::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_folder;
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
