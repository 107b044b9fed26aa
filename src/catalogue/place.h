#pragma once

#include "core/error.h"

#include <QString>
#include <QUrl>

namespace catalogue {

/// A place where something is set right: a page of a portal, or of this program.
enum class Portal {
    None,
    ConnectionPage, ///< Of this integration, in Consent Bridge.
    MappingsPage,
    ThisComputer, ///< Its network, its clock, its certificates.
    EntraApplication,
    EntraSecrets,
    EntraEnterpriseApplication,
    EntraTenant,
    ConditionalAccess,
    Environment,
    ApplicationUsers,
    SecurityRoles,
    Columns,
    Keys,
    Rows,            ///< Of the table, in Dynamics 365.
    ConsentSettings, ///< Customer Insights – Journeys: compliance profiles, purposes, topics.
    DidomiKeys,
    DidomiOrganization,
    DidomiPurposes,
    MicrosoftStatus,
    DidomiStatus,
};

/// What a place's link is made with. Empty members give the portal's front page instead of the very page.
struct Surroundings {
    QString tenantId;
    QString clientId;
    QUrl authority; ///< Decides which cloud's portals are meant.
    QUrl instance;
    QString table; ///< Logical name.
};

struct Place {
    QString text; ///< As the portal names it: "Microsoft Entra admin center → App registrations → …"; translated.
    QUrl link;    ///< Empty when nothing can be opened.
    bool operator==(const Place &) const = default;
};

/// Empty for Portal::None.
Place placeOf(Portal portal, const Surroundings &surroundings);

} // namespace catalogue
