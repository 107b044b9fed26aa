#pragma once

#include "consent/catalogue.h"
#include "consent/event.h"
#include "consent/user.h"
#include "core/clock.h"
#include "core/secret.h"
#include "didomi/api.h"
#include "net/network.h"

namespace didomi {

struct Credentials {
    QUrl apiUrl; ///< "https://api.didomi.io/v1"
    QString keyId;
    core::Secret secret;
    QString organizationId;
};

struct Session {
    QDateTime expiresAt; ///< UTC, from the token's `exp`.
};

struct Organization {
    QString id;
    QString name;
};

/// A part of the contract, as the organisation has it (didomi-api section 2).
struct Feature {
    QString id; ///< "consents_api"
    bool isOn = false;
};

/// The rate limit as an answer told it (didomi-api section 5); -1 where it did not.
struct RateBudget {
    int limit = -1;
    int remaining = -1;
    int resetSeconds = -1;
};

struct Contract {
    QList<Feature> features;
    RateBudget budget; ///< Of the routes that are limited.
};

/// One page of the list of users.
struct UserPage {
    QList<consent::User> users;
    QString nextCursor;   ///< Empty on the last page.
    QStringList problems; ///< Entries that could not be read, each told; the others are still here.
};

/// Didomi's platform API for one organisation, with one private key (didomi-api sections 2 to 5 and 7).
///
/// Jobs finish with errors that carry Didomi's `name` as code and its message as detail. Wrong keys are Kind::SignIn
/// (Didomi says 400), a feature that is not in the contract or another organisation is Forbidden. Both list shapes and
/// both generations of preferences are read.
class Client : public QObject
{
    Q_OBJECT

public:
    Client(net::Service &service, Credentials credentials, core::Clock &clock = core::Clock::system(),
           QObject *parent = nullptr);
    ~Client() override;

    core::Job<Session> *signIn(QObject *parent);
    core::Job<QList<Organization>> *organizations(QObject *parent);

    /// What the contract holds, and how much may still be asked. Kind::NotFound where the route is not known.
    core::Job<Contract> *contract(QObject *parent);

    /// Purposes and preferences, with the configuration tree's order where there is one. Names in the user's language,
    /// else English.
    core::Job<consent::Catalogue> *catalogue(QObject *parent);

    /// One page of users (100); `cursor` empty = from the start. A repeated cursor is Kind::BadReply: it would never
    /// end.
    core::Job<UserPage> *users(const QString &cursor, QObject *parent);
    /// The same of one regulation: what the users chose under it.
    core::Job<UserPage> *users(const QString &cursor, const QString &regulation, QObject *parent);

    /// Everybody who shares that id; none is an empty list. `regulation` empty: Didomi's default.
    ///
    /// Here and in eventsOf() an entry that cannot be read, or of somebody else, is Kind::BadReply: with one answer
    /// missing a refusal could look like a consent.
    core::Job<QList<consent::User>> *usersOf(const QString &organizationUserId, const QString &regulation,
                                             QObject *parent);

    /// The confirmed events of one organization_user_id, newest first.
    core::Job<QList<consent::Event>> *eventsOf(const QString &organizationUserId, const QString &regulation,
                                               QObject *parent);

private:
    class SessionSource; ///< Signs in; shared by all calls.
    net::Service &m_service;
    const Api m_api;
    std::unique_ptr<SessionSource> m_session;
};

} // namespace didomi
