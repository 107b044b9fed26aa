#include "keychain/systemsecretstore.h"
#include "support/finish.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVirtualObject>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace keychain;
using core::Error;
using core::Secret;
using profile::SecretRef;
using support::finishOf;

namespace {

const QByteArray canary = "canary-secret-4711";

/// A service that takes every call and never answers.
class SilentService final : public QDBusVirtualObject
{
    Q_OBJECT

public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        ++calls;
        return true;
    }
    int calls = 0;
};

QDBusMessage call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                          u"org.freedesktop.Secret.Service"_s, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

} // namespace

/// Each function runs in surroundings of its own: see surroundings.sh.
class TestKeychainTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locked()
    {
        SystemSecretStore store;
        const auto *bus = QDBusConnection::sessionBus().interface();
        QTRY_VERIFY(bus->isServiceRegistered(u"org.freedesktop.secrets"_s)); // the daemon returns before it is there
        const auto before = finishOf(store.availability(this));
        QVERIFY2(before->isAvailable, qPrintable(before->problem.message));
        QCOMPARE(before->name, u"GNOME Keyring (Secret Service)"_s);
        const auto kept = finishOf(store.keep(u"consent-bridge/locked"_s, Secret("kept before"), this));
        QVERIFY(!kept->isForSessionOnly());

        const QDBusReply<QDBusObjectPath> collection = call(u"ReadAlias"_s, {u"default"_s});
        QVERIFY(collection.isValid());
        const QDBusMessage reply = call(u"Lock"_s, {QVariant::fromValue(QList<QDBusObjectPath>{collection.value()})});
        QCOMPARE(reply.type(), QDBusMessage::ReplyMessage);

        // Said as what it is: not as a missing secret, and without a prompt that hangs.
        const auto read = finishOf(store.read(kept->ref, this));
        QCOMPARE(read.error().kind, Error::Kind::Keychain);
        QVERIFY2(read.error().message.contains(u"locked"_s), qPrintable(read.error().message));
        QCOMPARE(finishOf(store.forget(kept->ref, this)).error().kind, Error::Kind::Keychain);
        expectSessionOnly(store, u"locked"_s, Error::Kind::Keychain);
        QVERIFY(finishOf(store.availability(this))->name.contains(u"GNOME Keyring"_s));
    }

    void noService()
    {
        SystemSecretStore store;
        expectSessionOnly(store, u"No keychain runs"_s, Error::Kind::Keychain);
    }

    void noBus()
    {
        SystemSecretStore store;
        expectSessionOnly(store, u"no session bus"_s, Error::Kind::Keychain);
    }

    void noLibrary()
    {
        SystemSecretStore store;
        expectSessionOnly(store, u"libsecret is missing"_s, Error::Kind::Keychain);
    }

    void silentService()
    {
        SilentService silent;
        QDBusConnection other = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"other"_s);
        QVERIFY(other.registerVirtualObject(u"/"_s, &silent, QDBusConnection::SubPath));
        QVERIFY(other.registerService(u"org.freedesktop.secrets"_s));
        SystemSecretStore store(100ms);
        expectSessionOnly(store, u"does not answer"_s, Error::Kind::Timeout);
        QVERIFY(silent.calls > 0);
    }

private:
    /// Without its keychain the store says why, keeps secrets in memory, and writes them nowhere.
    void expectSessionOnly(SystemSecretStore &store, const QString &reason, Error::Kind kind)
    {
        const auto availability = finishOf(store.availability(this));
        QVERIFY(availability);
        QVERIFY(!availability->isAvailable);
        QCOMPARE(availability->problem.kind, kind);
        QVERIFY2(availability->problem.message.contains(reason), qPrintable(availability->problem.message));
        QVERIFY(!availability->problem.fix.isEmpty());

        const auto kept = finishOf(store.keep(u"consent-bridge/x"_s, Secret(canary), this));
        QVERIFY(kept);
        QVERIFY(kept->isForSessionOnly());
        QCOMPARE(kept->ref.toText(), u"session:consent-bridge/x"_s);
        QVERIFY2(kept->whyOnlySession.message.contains(reason), qPrintable(kept->whyOnlySession.message));
        QCOMPARE(*finishOf(store.read(kept->ref, this)), Secret(canary));

        const auto read =
            finishOf(store.read({.kind = SecretRef::Kind::Keychain, .name = u"consent-bridge/y"_s}, this));
        QCOMPARE(read.error().kind, kind);
        QDirIterator files(qEnvironmentVariable("XDG_DATA_HOME"), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(!file.open(QIODevice::ReadOnly) || !file.readAll().contains(canary), qPrintable(file.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(TestKeychainTrouble)
#include "tst_keychaintrouble.moc"
