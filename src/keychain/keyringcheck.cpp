#include "keychain/keyringcheck.h"

#include <QCoreApplication>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#define CB_HAS_SECRET_SERVICE
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>
#include <QLibrary>
#endif

namespace keychain {

using namespace Qt::StringLiterals;
using core::Error;
using core::Job;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(keychain::KeyringCheck)
};

#ifdef CB_HAS_SECRET_SERVICE

constexpr auto secretService = "org.freedesktop.secrets"_L1;

Error problem(const QString &message, const QString &fix, const QString &detail = {},
              Error::Kind kind = Error::Kind::Keychain)
{
    return {.kind = kind, .message = message, .fix = fix, .detail = detail};
}

Error problemOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::UnknownObject:
    case QDBusError::UnknownInterface:
        return problem(
            Text::tr("No keychain runs on this computer: nothing on the session bus offers “org.freedesktop.secrets”."),
            Text::tr("Install GNOME Keyring or KWallet and sign in again; without a desktop, name a variable "
                     "(env:NAME) or a file (file:PATH) "
                     "that holds the secret."),
            error.message());
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return problem(Text::tr("The keychain does not answer."),
                       Text::tr("Look for a window that asks for its password, or sign out and in again."),
                       error.message(), Error::Kind::Timeout);
    default:
        return problem(Text::tr("The keychain could not be reached."),
                       Text::tr("Sign out and in again; the details tell what the session bus said."),
                       error.name() + u": "_s + error.message());
    }
}

/// What people call the program that offers the Secret Service, by the name of its process.
QString serviceName(qint64 processId)
{
    QFile file(u"/proc/%1/comm"_s.arg(processId));
    const QByteArray process = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    if (process.startsWith("gnome-keyring"))
        return Text::tr("GNOME Keyring (Secret Service)");
    if (process.startsWith("kwallet") || process.startsWith("ksecretd"))
        return Text::tr("KWallet (Secret Service)");
    if (process.startsWith("keepassxc"))
        return Text::tr("KeePassXC (Secret Service)");
    return Text::tr("Secret Service");
}

/// Asks the session bus, one question after the other, none of them waited for.
class SecretServiceCheck final : public Job<Availability>
{
public:
    SecretServiceCheck(std::chrono::milliseconds patience, QObject *parent) : Job(parent), m_patience(patience)
    {
        begin();
    }

private:
    void begin()
    {
        if (!QDBusConnection::sessionBus().isConnected())
            return fail(problem(Text::tr("There is no session bus (D-Bus), so the keychain cannot be reached."),
                                Text::tr("Start the program within a desktop session; without one, name a variable "
                                         "(env:NAME) or a file (file:PATH) "
                                         "that holds the secret."),
                                QDBusConnection::sessionBus().lastError().message()));
        // QtKeychain prefers KWallet in a KDE session, and the Secret Service everywhere else.
        if (qEnvironmentVariable("XDG_CURRENT_DESKTOP") == "KDE"_L1)
            askForKWallet();
        else
            askForLibrary();
    }

    template <typename... Types, typename Handler>
    void ask(const QDBusMessage &question, Handler handler)
    {
        auto *watcher = new QDBusPendingCallWatcher(
            QDBusConnection::sessionBus().asyncCall(question, int(m_patience.count())), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [handler](QDBusPendingCallWatcher *done) {
            done->deleteLater();
            const QDBusPendingReply<Types...> reply = *done;
            handler(reply);
        });
    }

    static QDBusMessage question(const QString &path, const QString &interface, const QString &method,
                                 const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createMethodCall(secretService, path, interface, method);
        message.setArguments(arguments);
        return message;
    }

    void askForKWallet()
    {
        const QDBusMessage message = QDBusMessage::createMethodCall(u"org.kde.kwalletd5"_s, u"/modules/kwalletd5"_s,
                                                                    u"org.kde.KWallet"_s, u"networkWallet"_s);
        ask<QString>(message, [this](const QDBusPendingReply<QString> &reply) {
            if (reply.isError())
                return askForLibrary();
            finish(Availability{.isAvailable = true, .name = Text::tr("KWallet")});
        });
    }

    void askForLibrary()
    {
        if (!qEnvironmentVariableIsEmpty("QT_NO_GLIB"))
            return fail(problem(Text::tr("The keychain cannot be used while the variable QT_NO_GLIB is set."),
                                Text::tr("Start the program without that variable.")));
        QLibrary library(u"secret-1"_s, 0);
        if (!library.load()) // as QtKeychain does, which has no words for its absence
            return fail(problem(Text::tr("The library libsecret is missing, so the keychain cannot be used."),
                                Text::tr("Install it; on Debian and Ubuntu the package is libsecret-1-0."),
                                library.errorString()));
        askForCollection();
    }

    void askForCollection()
    {
        const QDBusMessage message = question(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s,
                                              u"ReadAlias"_s, {u"default"_s});
        ask<QDBusObjectPath>(message, [this](const QDBusPendingReply<QDBusObjectPath> &reply) {
            if (reply.isError())
                return fail(problemOf(reply.error()));
            if (reply.value().path() == "/"_L1)
                return fail(problem(
                    Text::tr("The keychain has no keyring for new secrets yet."),
                    Text::tr("Open the program “Passwords and Keys”, create a keyring and make it the default one.")));
            askWhetherLocked(reply.value().path());
        });
    }

    void askWhetherLocked(const QString &collection)
    {
        const QDBusMessage message = question(collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                                              {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
        ask<QDBusVariant>(message, [this](const QDBusPendingReply<QDBusVariant> &reply) {
            if (reply.isError())
                return fail(problemOf(reply.error()));
            m_isLocked = reply.value().variant().toBool();
            askForName();
        });
    }

    void askForName()
    {
        QDBusMessage message =
            QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                           u"org.freedesktop.DBus"_s, u"GetConnectionUnixProcessID"_s);
        message.setArguments({QString(secretService)});
        ask<uint>(message, [this](const QDBusPendingReply<uint> &reply) {
            const QString name = serviceName(reply.isError() ? 0 : reply.value());
            if (!m_isLocked)
                return finish(Availability{.isAvailable = true, .name = name});
            finish(Availability{.isAvailable = false,
                                .name = name,
                                .problem = problem(Text::tr("The keychain is locked: %1.").arg(name),
                                                   Text::tr("Unlock it, for example in the program “Passwords and "
                                                            "Keys” or by signing out and in again, and try "
                                                            "again."))});
        });
    }

    void fail(const Error &why)
    {
        finish(Availability{.isAvailable = false, .name = Text::tr("Secret Service"), .problem = why});
    }

    std::chrono::milliseconds m_patience;
    bool m_isLocked = false;
};

#endif

} // namespace

Job<Availability> *checkKeyring(std::chrono::milliseconds patience, QObject *parent)
{
#ifdef CB_HAS_SECRET_SERVICE
    return new SecretServiceCheck(std::min<std::chrono::milliseconds>(patience, std::chrono::seconds(25)), parent);
#else
    Q_UNUSED(patience)
#ifdef Q_OS_MACOS
    return new core::ReadyJob<Availability>(Availability{.isAvailable = true, .name = Text::tr("macOS Keychain")},
                                            parent);
#else
    return new core::ReadyJob<Availability>(
        Availability{.isAvailable = true, .name = Text::tr("Windows Credential Manager")}, parent);
#endif
#endif
}

} // namespace keychain
