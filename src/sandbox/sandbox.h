#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/secret.h"
#include "sandbox/access.h"
#include "sandbox/dataverse/limits.h"
#include "sandbox/dataverse/plugin.h"
#include "sandbox/fault.h"
#include "sandbox/people.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace sandbox {

inline constexpr int mostFurtherUsers = 20;

struct Options {
    quint16 port = 0;   ///< 0 = any free one.
    int contacts = 250; ///< Contact rows, and as many Didomi users.
    quint64 seed = 1;
    bool withTls = false;         ///< Also serve over TLS, on another free port.
    int didomiRequestLimit = 100; ///< Requests in 15 s outside /consents, as in the real service; 0 = no limit.
    QStringList faults = {};      ///< "name=value"
    int furtherUsers = 0;         ///< Application users beside the first one, each with an application of its own.
    core::Clock *clock = nullptr; ///< Null = the system's.
};

/// Everything that a client needs.
struct Credentials {
    QString authority = {}; ///< "http://127.0.0.1:8000"; https with TLS.
    QString tenant = {};
    QString clientId = {};
    core::Secret clientSecret = {};
    QString dataverse = {};    ///< The instance address, without a path.
    QString alternateKey = {}; ///< A contact column that is an Active key by itself.
    QString booleanColumn = {};
    QString didomi = {}; ///< "http://127.0.0.1:8000/v1"
    QString organizationId = {};
    QString didomiKey = {};
    core::Secret didomiSecret = {};
    QList<Application> furtherApplications = {}; ///< Each with an application user of its own.
    QByteArray authorityPem = {};                ///< Of the certificates that servers show; empty without TLS.
};

/// Somebody to try things with.
struct SamplePerson {
    Person::Case kind = Person::Case::Plain;
    QString organizationUserId = {};
    QString description = {}; ///< Translated: "has no contact".
};

/// Simulated Entra ID, Dataverse and Didomi on one loopback address. Serves in threads of its own; every member may be
/// called from any thread. The same options give the same people, ids and stream.
class Sandbox
{
public:
    /// Fails with Kind::Network when the port is taken, Kind::Invalid for a fault that does not exist.
    static core::Result<std::unique_ptr<Sandbox>> start(const Options &options);

    /// Closes every connection; a request that is being answered is finished first.
    ~Sandbox();

    const Credentials &credentials() const;

    /// The same, for the port without TLS.
    const Credentials &plainCredentials() const;

    /// A certificate with its key (PEM) that the application may sign in with; made when it is first asked for.
    core::Result<QByteArray> clientCertificate();

    /// See Faults::kinds(). Kind::Invalid names what exists.
    core::Result<core::Nothing> setFault(const QString &name, const QString &value);
    void clearFault(const QString &name);
    void clearFaults();
    QStringList activeFaults() const; ///< "name=value"

    /// As when the network is cut: connections close, and new ones are refused until it is back, at the same port. Not
    /// from a handler, and not with TLS. Fails when another program has taken the port meanwhile.
    core::Result<core::Nothing> setOffline(bool on);

    /// Somebody changes a choice in Didomi, again and again. Zero stops it.
    void setStream(std::chrono::milliseconds interval);

    /// Somebody changes a choice in Didomi now. Returns the consent event as GET /consents/events shows it.
    QByteArray emitConsent();

    /// Gets each event that the stream or emitConsent() makes, in whatever thread makes it. Once this has returned,
    /// no call of the former listener is running any more.
    using Listener = std::function<void(const QByteArray &event)>;
    void setListener(Listener listener);

    /// A contact as it is stored: columns by name, nulls left out. By row id or by the alternate key's value.
    std::optional<QJsonObject> contact(const QString &idOrDidomiId) const;

    /// The same for all rows of a table, in any order.
    QList<QJsonObject> rowsOf(const QString &table) const;

    /// From now on this decides about each row that is written; an empty one: nothing does.
    void setPlugIn(PlugIn plugIn);

    /// How Dataverse's requests have fared with its limits so far, those of all application users.
    webapi::LimitTally limitTally() const;

    /// How often a row was made or changed in Dataverse; what was taken back with the rest of its request is not counted.
    qint64 changes() const;

    /// One of each case, the plain ones first.
    QList<SamplePerson> people() const;

private:
    Sandbox();

    struct State;
    std::unique_ptr<State> m;
};

} // namespace sandbox
