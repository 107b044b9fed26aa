#pragma once

#include "profile/contactpoint.h"
#include "profile/integration.h"
#include "profile/secretref.h"

#include <QDate>

namespace profile {

enum class EnvironmentKind { Production, Sandbox, Development, Practice };

QString environmentText(EnvironmentKind kind); ///< Translated, for the badge: "Production".
QString environmentWord(EnvironmentKind kind); ///< For files: "production".

/// Where consent is stored in Dynamics (design: "mode").
enum class Mode {
    Legacy,  ///< Columns of a contact, or of another table.
    Current, ///< Rows of msdynmkt_contactpointconsent4.
};

/// By Didomi's type_id: "microsoft-dynamics-cpc" is Current (didomi-api section 6.2), everything else Legacy.
Mode modeOf(const Integration &integration);
QString modeText(Mode mode); ///< Translated: "Legacy".

/// How the app registration proves who it is. The client secret in use stays `Profile::clientSecret`.
struct Credential {
    enum class Kind { Secret, Certificate };
    Kind kind = Kind::Secret;

    QDate secretExpiresOn; ///< As the admin read it in the portal; invalid = not entered. Nobody else tells it.

    /// The second slot: a new secret that is tested beside the old one, before it takes its place.
    SecretRef nextSecret;
    QDate nextSecretExpiresOn;

    QString certificateFile;         ///< PEM or PFX with its private key.
    SecretRef certificatePassphrase; ///< None: the file needs none.
    bool operator==(const Credential &) const = default;
};

/// One more application user of the same environment: it writes beside the first one where there is much to write.
/// Dataverse limits how much each of them may ask (dataverse-api section 6.1).
struct FurtherUser {
    QString label; ///< What people call it; may be empty.
    QString clientId;
    Credential::Kind kind = Credential::Kind::Secret;
    SecretRef clientSecret;
    QDate secretExpiresOn;           ///< As Credential has it.
    QString certificateFile;         ///< Likewise.
    SecretRef certificatePassphrase; ///< Likewise.
    bool operator==(const FurtherUser &) const = default;

    QString name() const; ///< The label, else the client id.
};

/// How requests of this integration leave this computer.
struct NetworkOptions {
    enum class Proxy { System, None, Manual };
    Proxy proxy = Proxy::System;
    QString proxyHost;
    int proxyPort = 8080;
    QString proxyUser;
    SecretRef proxyPassword;
    QString authorityFile; ///< PEM certificates to trust beside the system's; empty: none.
    bool operator==(const NetworkOptions &) const = default;
};

/// Didomi's end of the link.
struct DidomiEnd {
    QString organizationId;
    QString apiUrl = QStringLiteral("https://api.didomi.io/v1");
    QString keyId;
    SecretRef secret;
    bool operator==(const DidomiEnd &) const = default;
};

/// One more column of the alternate key by which rows are found.
struct KeyPart {
    enum class From {
        Constant, ///< `value` is the text for everybody.
        Metadata, ///< `value` is the key of what Didomi keeps of the person.
    };
    QString column;
    From from = From::Constant;
    QString value;
    bool operator==(const KeyPart &) const = default;
};

/// How an organization_user_id finds its row.
struct MatchRule {
    enum class Kind {
        AlternateKey, ///< `column`, with those of `more`, is an alternate key.
        Column,       ///< Search by `column`; several rows are a conflict.
        RowId,        ///< The id is the row's GUID.
    };
    Kind kind = Kind::Column;
    QString column = QStringLiteral("emailaddress1");
    /// What an organization_user_id goes through to become what the column holds: only kinds that isForIds() says.
    Transforms transforms = {};
    QList<KeyPart> more = {}; ///< The key's other columns; only with AlternateKey.
    bool operator==(const MatchRule &) const = default;
};

/// What a column of every row that we create gets, unless a mapping writes it.
struct Constant {
    QString column; ///< Logical name.
    QString text;
    bool operator==(const Constant &) const = default;
};

struct Options {
    QString table = QStringLiteral("contact");
    QString regulation = QStringLiteral("gdpr"); ///< Consents of other regulations are skipped, never merged.
    QString apiVersion = QStringLiteral("v9.2");
    QString authority; ///< Override of the sign-in host; empty = by cloud.
    QString tag =
        QStringLiteral("consent-bridge"); ///< Sent as ?tag=, so that the customer's plug-ins can tell our writes.
    int livePollSeconds = 15;             ///< How often the live feed asks Didomi.
    bool operator==(const Options &) const = default;
};

/// One integration: a Didomi organisation linked to a Dataverse environment. On disk: a profile file.
struct Profile {
    QString id; ///< A UUID without braces; the file's name and the keychain entries hang on it.
    QString name;
    EnvironmentKind kind = EnvironmentKind::Production;
    Integration integration;
    SecretRef clientSecret;
    Credential credential;
    QList<FurtherUser> furtherUsers;
    NetworkOptions network;
    DidomiEnd didomi;
    MatchRule match;
    QList<Constant> newRow;
    ContactPoints contactPoints; ///< Current mode only.
    Options options;
    QByteArray unknown; ///< Members of the file that this version does not know; written back untouched.

    bool operator==(const Profile &) const = default;
};

/// Where its secrets are kept, those that were entered: what is no longer among them can be forgotten.
QList<SecretRef> secretRefs(const Profile &profile);

/// The same places, entered or not, to be changed: good until the list of further users is.
QList<SecretRef *> secretPlaces(Profile &profile);

/// The same integration, signed in to as one of its further users.
Profile asFurtherUser(const Profile &profile, qsizetype index);

/// As problems name the members of one of them: "further_users[0].client_id".
QString furtherUserField(qsizetype index, const QString &member);

/// Puts the second slot's secret into the place of the one in use, with its date; the slot is empty afterwards.
void switchToNextSecret(Profile &profile);

/// A new profile with an id of its own.
Profile newProfile(const QString &name);

/// One thing that is wrong or unusual with what the user entered.
struct Problem {
    enum class Severity { Warning, Error };
    Severity severity = Severity::Error;
    QString field;   ///< "authentication.client_id", "didomi.organization_id", "mappings[2].value", …
    QString message; ///< What is wrong; translated.
    QString fix;     ///< What to do; translated.
    bool operator==(const Problem &) const = default;
};

/// Everything that can be said without asking anybody, in the order of the form.
QList<Problem> validate(const Profile &profile);

/// The newest layout of profile files that this version writes.
inline constexpr int currentSchema = 2;

/// Reads a profile file's text; older layouts are migrated. Fails with Kind::Invalid naming field, or line and column;
/// a newer schema than ours is refused, never guessed at.
core::Result<Profile> readProfile(const QByteArray &json);

/// A profile file's text; pretty-printed, members in a fixed order, never a secret.
QByteArray writeProfile(const Profile &profile);

} // namespace profile
