#pragma once

#include "core/clock.h"
#include "httpd/message.h"
#include "sandbox/dataverse/functions.h"
#include "sandbox/dataverse/limits.h"
#include "sandbox/dataverse/plugin.h"
#include "sandbox/dataverse/stage.h"
#include "sandbox/dataverse/store.h"
#include "sandbox/fault.h"
#include "sandbox/people.h"

#include <memory>
#include <optional>
#include <vector>

namespace sandbox {

/// A simulated Dataverse environment: the part of the Web API (v9.0 to v9.2) that a consent integration meets.
///
/// As strict as the service about keys, conditions, column types and lengths, privileges, and CRLF in batches. Sees
/// requests whose token has been checked already; opens no socket; the same requests in the same order get the same
/// answers, apart from the clock's time. Not thread-safe: whoever shares it brings a lock.
class Dataverse
{
public:
    /// The environment holds the contacts of `people`. `clock` must outlive it.
    explicit Dataverse(const QList<Person> &people, core::Clock &clock = core::Clock::system(),
                       const webapi::Environment &environment = {});

    /// True for the paths that this service answers: everything below /api/data/.
    static bool answers(const QByteArray &path);

    /// Answers one request. From `faults` it obeys those that are about the environment: user, roles, privileges,
    /// columns, key, tables, limits. Those that count requests are the caller's; of slow it only counts the time.
    /// `clientId` says which application asks; none: the first one.
    httpd::Response handle(const httpd::Request &request, const Faults &faults = {}, const QUuid &clientId = {});

    /// A contact's columns by name, nulls left out, lookups as "_…_value"; by row id or by column::didomiId.
    /// Reads what is stored: no privilege, secured column or fault stands in the way.
    std::optional<QJsonObject> contact(const QString &idOrDidomiId) const;
    qsizetype contactCount() const;
    QList<QJsonObject> rowsOf(const QString &table) const; ///< The same, of all rows.

    void setPlugIn(PlugIn plugIn);         ///< Takes the former one's place; an empty one is none.
    webapi::LimitTally limitTally() const; ///< Of all application users together.
    qint64 changes() const;                ///< How often a row was made or changed.

    static QString organizationId();
    static QString userId();
    static QString furtherUserId(int index); ///< Of those beside the first one, from 0.

private:
    /// An application user, with what it may ask of the server and what it sees there.
    struct User {
        QUuid id = {};
        webapi::Limits limits;
        std::unique_ptr<webapi::View> view = {}; ///< Kept, for it is costly to make.
        QString viewKey = {};
        qint64 viewRevision = 0;
    };

    User &userOf(const QUuid &clientId);
    QByteArray nextRequestId();
    httpd::Response single(const httpd::Request &request, const Faults &faults, User &user);
    httpd::Response batch(const httpd::Request &request, const Faults &faults, User &user);
    httpd::Response route(const webapi::Call &call);
    const webapi::View &view(const Faults &faults, User &user);
    static void addLimits(httpd::Response &response, bool isLow, const webapi::Limits &limits);

    core::Clock &m_clock;
    webapi::Environment m_environment;
    webapi::Store m_store;
    webapi::Stage m_stage;
    std::vector<User> m_users; ///< The first one leads.
    PlugIn m_plugIn;
    qint64 m_requests = 0;
};

} // namespace sandbox
