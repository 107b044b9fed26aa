#pragma once

#include "core/job.h"
#include "dataverse/api.h"
#include "mapping/consenttree.h"
#include "net/network.h"

#include <QHash>
#include <QUrl>

#include <optional>

namespace dataverse {

/// How an environment answers a request without a token (dataverse-api section 1.3).
struct Challenge {
    QUrl authority;   ///< "https://login.microsoftonline.com"; empty when it did not say.
    QString tenantId; ///< Empty when it did not say, or said "common".
    QString resource; ///< The audience that a token must be for.
};

/// Service protection as the last answer told it (section 6.1); nothing where a header was absent.
struct Budget {
    std::optional<qint64> requests; ///< Left in this window of 300 s, on this server.
    std::optional<double> seconds;  ///< Execution time left.
    int parallelismHint = 0;        ///< x-ms-dop-hint; 0 when absent.
};

struct OrganizationDetail {
    QString id;
    QString friendlyName;
    QString version;
    QString type;          ///< OrganizationType: "Customer", "CustomerTest" …
    QString state;         ///< "Enabled" …
    QString environmentId; ///< A text: may be "Default-<guid>".
    QString tenantId;
    QString geo;
};

struct ApplicationUser {
    QString id;
    QString name;
    QString applicationId;
    bool isDisabled = false;
    int accessMode = -1; ///< 4 = non-interactive, 5 = delegated administrator …; -1 when not told.
};

struct Role {
    QString id;
    QString name;
    QString templateId;
    QString team; ///< The team that it comes through; empty: assigned to the user itself.

    /// By the template, whose id is the same everywhere; the name is translated (section 8.3).
    bool isSystemAdministrator() const;
};

/// How far a privilege reaches (section 8.2), from none to all.
enum class Depth { None, Basic, Local, Deep, Global };

struct Privilege {
    QString name; ///< "prvReadContact"
    Depth depth = Depth::None;
};

using mapping::ConsentTree;

/// What a connection test asks an environment. Reads only.
///
/// An environment that does not have what is asked for (404 without Dataverse's own error, 405, 501) gives
/// Kind::NotFound with an empty code: "not available here".
class Inspector : public QObject
{
    Q_OBJECT

public:
    Inspector(net::Service &service, net::Authorizer &authorizer, QUrl apiUrl, QObject *parent = nullptr);

    /// Without a token. An environment that answers 200 or without a challenge gives an empty one.
    core::Job<Challenge> *challenge(QObject *parent);

    core::Job<Budget> *budget(QObject *parent); ///< By the cheapest call, WhoAmI.
    core::Job<OrganizationDetail> *organization(QObject *parent);
    core::Job<ApplicationUser> *user(const QString &userId, QObject *parent);

    /// Roles of the user itself and through its teams. A refusal to tell of teams is survived.
    core::Job<QList<Role>> *roles(const QString &userId, QObject *parent);

    /// One for each name, in that order; those that the user does not hold have Depth::None.
    core::Job<QList<Privilege>> *privileges(const QString &userId, const QStringList &names, QObject *parent);

    /// Whether rows can be read at all: asks for one id.
    core::Job<core::Nothing> *readOneRow(const QString &entitySet, const QString &primaryId, QObject *parent);

    /// "Contact" of "contact" …: schema names, which privileges are made of, by logical name. Tables that are not there
    /// are left out.
    core::Job<QHash<QString, QString>> *schemaNames(const QStringList &logicalNames, QObject *parent);

    /// Logical names of all tables that begin so.
    core::Job<QStringList> *tablesBeginning(const QString &prefix, QObject *parent);

    core::Job<ConsentTree> *consentTree(QObject *parent);

private:
    net::Service &m_service;
    net::Authorizer &m_authorizer;
    const Api m_api;
};

} // namespace dataverse
