#include "catalogue/table.h"

#include <QtGlobal>

namespace catalogue {

using Kind = core::Error::Kind;

namespace {

constexpr char clientId[] = "authentication.client_id";
constexpr char clientSecret[] = "authentication.client_secret";
constexpr char certificateFile[] = "credential.certificate_file";
constexpr char tenantId[] = "authentication.tenant_id";
constexpr char instance[] = "authentication.instance";

// Texts that several numbers share.
constexpr const char *appGone =
    QT_TRANSLATE_NOOP("catalogue::Entra", "The app registration was not found or is disabled.");
constexpr const char *appGoneFix =
    QT_TRANSLATE_NOOP("catalogue::Entra", "In the Microsoft Entra admin center, look under Enterprise applications "
                                          "whether the app exists and is enabled for sign-in.");
constexpr const char *otherCloud =
    QT_TRANSLATE_NOOP("catalogue::Entra", "The tenant belongs to another national cloud of Microsoft's.");
constexpr const char *otherCloudFix = QT_TRANSLATE_NOOP(
    "catalogue::Entra",
    "Set the authority of the cloud that the tenant is in, such as https://login.microsoftonline.us.");
constexpr const char *certificateRefused = QT_TRANSLATE_NOOP(
    "catalogue::Entra", "Microsoft Entra ID did not accept the certificate that was used to sign in.");
constexpr const char *certificateRefusedFix = QT_TRANSLATE_NOOP(
    "catalogue::Entra",
    "Check that this certificate is uploaded under Certificates & secrets, and that this computer's clock is right.");
constexpr const char *generalTenant =
    QT_TRANSLATE_NOOP("catalogue::Entra", "An app cannot sign in to “common”, “organizations” or “consumers”.");
constexpr const char *tenantFix = QT_TRANSLATE_NOOP(
    "catalogue::Entra", "Enter the Directory (tenant) ID, which the app registration's overview shows.");
constexpr const char *instanceUnknown = QT_TRANSLATE_NOOP(
    "catalogue::Entra", "This tenant does not know the Dynamics 365 environment at the instance URL.");
constexpr const char *instanceFix =
    QT_TRANSLATE_NOOP("catalogue::Entra", "Check the instance URL for typing errors, and that the environment belongs "
                                          "to the same tenant as the app registration.");
constexpr const char *badScope =
    QT_TRANSLATE_NOOP("catalogue::Entra", "The address that a token was asked for is malformed.");
constexpr const char *badScopeFix = QT_TRANSLATE_NOOP(
    "catalogue::Entra", "Enter the instance URL as https://<name>.crm<n>.dynamics.com, without anything after it.");
constexpr const char *badForm = QT_TRANSLATE_NOOP(
    "catalogue::Entra", "Microsoft Entra ID says that the sign-in request is incomplete or of a wrong type.");
constexpr const char *badFormFix = QT_TRANSLATE_NOOP(
    "catalogue::Entra",
    "Check that the client ID, client secret and tenant ID are filled in, and that the authority is Microsoft's.");
constexpr const char *blocked =
    QT_TRANSLATE_NOOP("catalogue::Entra", "A Conditional Access or security policy of the tenant blocks this sign-in.");
constexpr const char *blockedFix =
    QT_TRANSLATE_NOOP("catalogue::Entra", "Ask the tenant's administrator to exclude this app, or the place that it "
                                          "signs in from, from the policy; the sign-in log names it.");
constexpr const char *wrongFlow =
    QT_TRANSLATE_NOOP("catalogue::Entra", "Microsoft Entra ID expected a person to sign in, not an app.");
constexpr const char *wrongFlowFix =
    QT_TRANSLATE_NOOP("catalogue::Entra", "Check that the client ID is that of an app registration with a client "
                                          "secret, and that its permissions were granted.");
constexpr const char *busy =
    QT_TRANSLATE_NOOP("catalogue::Entra", "Microsoft Entra ID is not available at the moment.");
constexpr const char *busyFix =
    QT_TRANSLATE_NOOP("catalogue::Entra", "Nothing has to be changed; try again in a few minutes.");
constexpr const char *secretRefused =
    QT_TRANSLATE_NOOP("catalogue::Entra", "Microsoft Entra ID did not accept the client ID and client secret.");
constexpr const char *secretRefusedFix =
    QT_TRANSLATE_NOOP("catalogue::Entra",
                      "Check both. If in doubt, create a new secret under Certificates & secrets and copy its Value.");

/// Numbers and advice: dataverse-api section 1.6.
constexpr Line lines[] = {
    {"AADSTS7000215", Kind::SignIn, clientSecret, QT_TRANSLATE_NOOP("catalogue::Entra", "The client secret is wrong."),
     QT_TRANSLATE_NOOP("catalogue::Entra", "Enter the secret's Value, not its Secret ID. The Value is shown only once: "
                                           "if it is lost, create a new secret."),
     Portal::EntraSecrets},
    {"AADSTS7000222", Kind::SignIn, clientSecret,
     QT_TRANSLATE_NOOP("catalogue::Entra", "Every client secret of the app registration has expired."),
     QT_TRANSLATE_NOOP(
         "catalogue::Entra",
         "Create a new secret under Certificates & secrets and enter its Value here, or sign in with a certificate."),
     Portal::EntraSecrets},
    {"AADSTS7000218", Kind::SignIn, clientSecret,
     QT_TRANSLATE_NOOP("catalogue::Entra", "Neither a client secret nor a certificate arrived at Microsoft Entra ID."),
     QT_TRANSLATE_NOOP("catalogue::Entra", "Enter the secret's Value, or choose the certificate's file."),
     Portal::ConnectionPage},
    {"AADSTS700025", Kind::SignIn, clientId,
     QT_TRANSLATE_NOOP("catalogue::Entra", "The app registration is a public client, which must not use a secret."),
     QT_TRANSLATE_NOOP("catalogue::Entra", "In the app registration's Authentication page, turn “Allow public client "
                                           "flows” off and use the Web platform, or use another app registration."),
     Portal::EntraApplication},
    {"AADSTS70002", Kind::SignIn, clientSecret, secretRefused, secretRefusedFix, Portal::EntraSecrets},
    {"AADSTS700027", Kind::SignIn, certificateFile, certificateRefused, certificateRefusedFix, Portal::EntraSecrets},
    {"AADSTS50012", Kind::SignIn, certificateFile, certificateRefused, certificateRefusedFix, Portal::EntraSecrets},
    {"AADSTS700016", Kind::SignIn, clientId,
     QT_TRANSLATE_NOOP("catalogue::Entra", "This tenant has no app with this client ID."),
     QT_TRANSLATE_NOOP("catalogue::Entra",
                       "Compare the Application (client) ID and the Directory (tenant) ID with the app registration's "
                       "overview: one of them is wrong, or they do not belong together."),
     Portal::EntraApplication},
    {"AADSTS700011", Kind::SignIn, clientId, appGone, appGoneFix, Portal::EntraEnterpriseApplication},
    {"AADSTS70001", Kind::SignIn, clientId, appGone, appGoneFix, Portal::EntraEnterpriseApplication},
    {"AADSTS7000112", Kind::SignIn, clientId,
     QT_TRANSLATE_NOOP("catalogue::Entra", "An administrator has disabled the app in this tenant."),
     QT_TRANSLATE_NOOP("catalogue::Entra", "In the Microsoft Entra admin center, open the app under Enterprise "
                                           "applications and set “Enabled for users to sign-in” to Yes."),
     Portal::EntraEnterpriseApplication},
    {"AADSTS7000229", Kind::SignIn, clientId,
     QT_TRANSLATE_NOOP("catalogue::Entra", "The app has no enterprise application in this tenant."),
     QT_TRANSLATE_NOOP("catalogue::Entra",
                       "Ask the tenant's administrator to add the app to the tenant, or check the tenant ID."),
     Portal::EntraEnterpriseApplication},
    {"AADSTS90002", Kind::SignIn, tenantId, QT_TRANSLATE_NOOP("catalogue::Entra", "There is no such tenant."),
     QT_TRANSLATE_NOOP("catalogue::Entra",
                       "Compare the tenant ID with the Directory (tenant) ID of the app registration's overview. If it "
                       "is right, the tenant may be in another national cloud, and needs its authority."),
     Portal::EntraTenant},
    {"AADSTS900023", Kind::SignIn, tenantId,
     QT_TRANSLATE_NOOP("catalogue::Entra", "The tenant is neither an ID nor a domain name."), tenantFix,
     Portal::EntraTenant},
    {"AADSTS90038", Kind::SignIn, tenantId, otherCloud, otherCloudFix, Portal::ConnectionPage},
    {"AADSTS900382", Kind::SignIn, tenantId, otherCloud, otherCloudFix, Portal::ConnectionPage},
    {"AADSTS900432", Kind::SignIn, tenantId, otherCloud, otherCloudFix, Portal::ConnectionPage},
    {"AADSTS9001023", Kind::SignIn, tenantId, generalTenant, tenantFix, Portal::EntraTenant},
    {"AADSTS50194", Kind::SignIn, tenantId, generalTenant, tenantFix, Portal::EntraTenant},
    {"AADSTS500011", Kind::SignIn, instance, instanceUnknown, instanceFix, Portal::Environment},
    {"AADSTS50001", Kind::SignIn, instance,
     QT_TRANSLATE_NOOP("catalogue::Entra",
                       "This tenant does not know the Dynamics 365 environment, or has it disabled."),
     instanceFix, Portal::Environment},
    {"AADSTS650052", Kind::SignIn, instance,
     QT_TRANSLATE_NOOP("catalogue::Entra", "The tenant has no subscription to the service that a token was asked for."),
     QT_TRANSLATE_NOOP("catalogue::Entra", "Check that the instance URL belongs to this tenant, and that its Dynamics "
                                           "365 or Power Platform subscription is active."),
     Portal::Environment},
    {"AADSTS650057", Kind::SignIn, clientId,
     QT_TRANSLATE_NOOP("catalogue::Entra",
                       "The app registration does not list the service that a token was asked for."),
     QT_TRANSLATE_NOOP("catalogue::Entra",
                       "In the app registration's API permissions, add Dynamics CRM, or check the instance URL."),
     Portal::EntraApplication},
    {"AADSTS70011", Kind::SignIn, instance, badScope, badScopeFix, Portal::ConnectionPage},
    {"AADSTS700022", Kind::SignIn, instance, badScope, badScopeFix, Portal::ConnectionPage},
    {"AADSTS1002012", Kind::SignIn, instance, badScope, badScopeFix, Portal::ConnectionPage},
    {"AADSTS900144", Kind::SignIn, "", badForm, badFormFix, Portal::ConnectionPage},
    {"AADSTS90014", Kind::SignIn, "", badForm, badFormFix, Portal::ConnectionPage},
    {"AADSTS70003", Kind::SignIn, "", badForm, badFormFix, Portal::ConnectionPage},
    {"AADSTS53003", Kind::SignIn, "", blocked, blockedFix, Portal::ConditionalAccess},
    {"AADSTS530032", Kind::SignIn, "", blocked, blockedFix, Portal::ConditionalAccess},
    {"AADSTS530035", Kind::SignIn, "", blocked, blockedFix, Portal::ConditionalAccess},
    {"AADSTS65001", Kind::SignIn, "", wrongFlow, wrongFlowFix, Portal::EntraApplication},
    {"AADSTS50034", Kind::SignIn, "", wrongFlow, wrongFlowFix, Portal::EntraApplication},
    {"AADSTS90033", Kind::Server, "", busy, busyFix, Portal::MicrosoftStatus},
    {"AADSTS90006", Kind::Server, "", busy, busyFix, Portal::MicrosoftStatus},
    {"AADSTS90024", Kind::Server, "", busy, busyFix, Portal::MicrosoftStatus},
    {"AADSTS90012", Kind::Server, "", busy, busyFix, Portal::MicrosoftStatus},
    {"AADSTS90090", Kind::Server, "", busy, busyFix, Portal::MicrosoftStatus},
    {"AADSTS90055", Kind::Throttled, "",
     QT_TRANSLATE_NOOP("catalogue::Entra", "Microsoft Entra ID gets too many requests from this tenant."), busyFix,
     Portal::MicrosoftStatus},

    // OAuth's own words: a standard's, where Microsoft's numbers may change
    {"invalid_client", Kind::SignIn, clientSecret, secretRefused, secretRefusedFix, Portal::EntraSecrets},
    {"unauthorized_client", Kind::SignIn, "",
     QT_TRANSLATE_NOOP("catalogue::Entra", "Microsoft Entra ID does not let this app sign in to the tenant."),
     QT_TRANSLATE_NOOP(
         "catalogue::Entra",
         "Compare the Application (client) ID and the Directory (tenant) ID with the app registration's overview."),
     Portal::EntraApplication},
    {"invalid_request", Kind::SignIn, "", badForm, badFormFix, Portal::ConnectionPage},
    {"unsupported_grant_type", Kind::SignIn, "", badForm, badFormFix, Portal::ConnectionPage},
    {"invalid_scope", Kind::SignIn, "", badScope, badScopeFix, Portal::ConnectionPage},
    {"invalid_resource", Kind::SignIn, "", instanceUnknown, instanceFix, Portal::Environment},
    {"access_denied", Kind::SignIn, "", blocked, blockedFix, Portal::ConditionalAccess},
    {"invalid_grant", Kind::SignIn, "",
     QT_TRANSLATE_NOOP("catalogue::Entra", "Microsoft Entra ID refused what the app signs in with."),
     QT_TRANSLATE_NOOP(
         "catalogue::Entra",
         "Its own words, under Details, say whether the credential, a missing consent or a policy is the reason."),
     Portal::EntraApplication},
    {"temporarily_unavailable", Kind::Server, "", busy, busyFix, Portal::MicrosoftStatus},
    {"server_error", Kind::Server, "", busy, busyFix, Portal::MicrosoftStatus},

    // Statuses without any of these
    {"Entra 429", Kind::Throttled, "",
     QT_TRANSLATE_NOOP("catalogue::Entra", "Microsoft Entra ID gets too many requests."), busyFix,
     Portal::MicrosoftStatus},
    {"Entra 3xx", Kind::BadReply, "authority",
     QT_TRANSLATE_NOOP("catalogue::Entra", "The authority's address leads to another one. It was not followed, because "
                                           "the credential would have gone there."),
     QT_TRANSLATE_NOOP("catalogue::Entra",
                       "Enter the authority without a path, such as https://login.microsoftonline.com."),
     Portal::ConnectionPage},
    {"Entra 4xx", Kind::BadReply, "",
     QT_TRANSLATE_NOOP("catalogue::Entra", "The answer to the sign-in is not one of Microsoft Entra ID."),
     QT_TRANSLATE_NOOP("catalogue::Entra", "Check the authority's address. A proxy or a sign-in page of the network "
                                           "may also have answered in its place."),
     Portal::ConnectionPage},
    {"Entra 5xx", Kind::Server, "", busy, busyFix, Portal::MicrosoftStatus},
};

} // namespace

Table entraCodes()
{
    return {.context = "catalogue::Entra", .lines = lines};
}

} // namespace catalogue
