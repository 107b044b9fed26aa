#include "core/redactor.h"
#include "entra/tokensource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace entra {

using namespace Qt::StringLiterals;
using core::Error;
using Kind = core::Error::Kind;

namespace {

constexpr char context[] = "entra::TokenError";

constexpr char clientId[] = "authentication.client_id";
constexpr char clientSecret[] = "authentication.client_secret";
constexpr char tenantId[] = "authentication.tenant_id";
constexpr char instance[] = "authentication.instance";

/// What is known of a number of Microsoft's (dataverse-api section 1.6).
struct Known {
    int number;
    Kind kind;
    const char *field; ///< The input that causes it, or "".
    const char *message;
    const char *fix;
};

// Texts that several numbers share.
constexpr const char *appGone =
    QT_TRANSLATE_NOOP("entra::TokenError", "The app registration was not found or is disabled.");
constexpr const char *appGoneFix =
    QT_TRANSLATE_NOOP("entra::TokenError", "In the Microsoft Entra admin center, look under Enterprise applications "
                                           "whether the app exists and is enabled for sign-in.");
constexpr const char *otherCloud =
    QT_TRANSLATE_NOOP("entra::TokenError", "The tenant belongs to another national cloud of Microsoft's.");
constexpr const char *otherCloudFix = QT_TRANSLATE_NOOP(
    "entra::TokenError",
    "Set the authority of the cloud that the tenant is in, such as https://login.microsoftonline.us.");
constexpr const char *certificateRefused = QT_TRANSLATE_NOOP(
    "entra::TokenError", "Microsoft Entra ID did not accept the certificate that was used to sign in.");
constexpr const char *certificateRefusedFix = QT_TRANSLATE_NOOP(
    "entra::TokenError",
    "Check that this certificate is uploaded under Certificates & secrets, and that this computer's clock is right.");
constexpr const char *generalTenant =
    QT_TRANSLATE_NOOP("entra::TokenError", "An app cannot sign in to “common”, “organizations” or “consumers”.");
constexpr const char *tenantFix = QT_TRANSLATE_NOOP(
    "entra::TokenError", "Enter the Directory (tenant) ID, which the app registration's overview shows.");
constexpr const char *instanceUnknown = QT_TRANSLATE_NOOP(
    "entra::TokenError", "This tenant does not know the Dynamics 365 environment at the instance URL.");
constexpr const char *instanceFix =
    QT_TRANSLATE_NOOP("entra::TokenError", "Check the instance URL for typing errors, and that the environment belongs "
                                           "to the same tenant as the app registration.");
constexpr const char *badScope =
    QT_TRANSLATE_NOOP("entra::TokenError", "The address that a token was asked for is malformed.");
constexpr const char *badScopeFix = QT_TRANSLATE_NOOP(
    "entra::TokenError", "Enter the instance URL as https://<name>.crm<n>.dynamics.com, without anything after it.");
constexpr const char *badForm = QT_TRANSLATE_NOOP(
    "entra::TokenError", "Microsoft Entra ID says that the sign-in request is incomplete or of a wrong type.");
constexpr const char *badFormFix = QT_TRANSLATE_NOOP(
    "entra::TokenError",
    "Check that the client ID, client secret and tenant ID are filled in, and that the authority is Microsoft's.");
constexpr const char *blocked = QT_TRANSLATE_NOOP(
    "entra::TokenError", "A Conditional Access or security policy of the tenant blocks this sign-in.");
constexpr const char *blockedFix =
    QT_TRANSLATE_NOOP("entra::TokenError", "Ask the tenant's administrator to exclude this app, or the place that it "
                                           "signs in from, from the policy; the sign-in log names it.");
constexpr const char *wrongFlow =
    QT_TRANSLATE_NOOP("entra::TokenError", "Microsoft Entra ID expected a person to sign in, not an app.");
constexpr const char *wrongFlowFix =
    QT_TRANSLATE_NOOP("entra::TokenError", "Check that the client ID is that of an app registration with a client "
                                           "secret, and that its permissions were granted.");
constexpr const char *busy =
    QT_TRANSLATE_NOOP("entra::TokenError", "Microsoft Entra ID is not available at the moment.");
constexpr const char *busyFix =
    QT_TRANSLATE_NOOP("entra::TokenError", "Nothing has to be changed; try again in a few minutes.");
constexpr const char *secretRefused =
    QT_TRANSLATE_NOOP("entra::TokenError", "Microsoft Entra ID did not accept the client ID and client secret.");
constexpr const char *secretRefusedFix =
    QT_TRANSLATE_NOOP("entra::TokenError",
                      "Check both. If in doubt, create a new secret under Certificates & secrets and copy its Value.");

// clang-format off
constexpr Known table[] = {
    {7000215, Kind::SignIn, clientSecret,
     QT_TRANSLATE_NOOP("entra::TokenError", "The client secret is wrong."),
     QT_TRANSLATE_NOOP("entra::TokenError", "Enter the secret's Value, not its Secret ID. The Value is shown only once: if it is lost, create a new secret.")},
    {7000222, Kind::SignIn, clientSecret,
     QT_TRANSLATE_NOOP("entra::TokenError", "Every client secret of the app registration has expired."),
     QT_TRANSLATE_NOOP("entra::TokenError", "Create a new secret under Certificates & secrets and enter its Value here.")},
    {7000218, Kind::SignIn, clientSecret,
     QT_TRANSLATE_NOOP("entra::TokenError", "No client secret arrived at Microsoft Entra ID."),
     QT_TRANSLATE_NOOP("entra::TokenError", "Enter the secret's Value.")},
    {700025, Kind::SignIn, clientId,
     QT_TRANSLATE_NOOP("entra::TokenError", "The app registration is a public client, which must not use a secret."),
     QT_TRANSLATE_NOOP("entra::TokenError", "In the app registration's Authentication page, turn “Allow public client flows” off and use the Web platform, or use another app registration.")},
    {70002, Kind::SignIn, clientSecret, secretRefused, secretRefusedFix},
    {700027, Kind::SignIn, "", certificateRefused, certificateRefusedFix},
    {50012, Kind::SignIn, "", certificateRefused, certificateRefusedFix},
    {700016, Kind::SignIn, clientId,
     QT_TRANSLATE_NOOP("entra::TokenError", "This tenant has no app with this client ID."),
     QT_TRANSLATE_NOOP("entra::TokenError", "Compare the Application (client) ID and the Directory (tenant) ID with the app registration's overview: one of them is wrong, or they do not belong together.")},
    {700011, Kind::SignIn, clientId, appGone, appGoneFix},
    {70001, Kind::SignIn, clientId, appGone, appGoneFix},
    {7000112, Kind::SignIn, clientId,
     QT_TRANSLATE_NOOP("entra::TokenError", "An administrator has disabled the app in this tenant."),
     QT_TRANSLATE_NOOP("entra::TokenError", "In the Microsoft Entra admin center, open the app under Enterprise applications and set “Enabled for users to sign-in” to Yes.")},
    {7000229, Kind::SignIn, clientId,
     QT_TRANSLATE_NOOP("entra::TokenError", "The app has no enterprise application in this tenant."),
     QT_TRANSLATE_NOOP("entra::TokenError", "Ask the tenant's administrator to add the app to the tenant, or check the tenant ID.")},
    {90002, Kind::SignIn, tenantId,
     QT_TRANSLATE_NOOP("entra::TokenError", "There is no such tenant."),
     QT_TRANSLATE_NOOP("entra::TokenError", "Compare the tenant ID with the Directory (tenant) ID of the app registration's overview. If it is right, the tenant may be in another national cloud, and needs its authority.")},
    {900023, Kind::SignIn, tenantId,
     QT_TRANSLATE_NOOP("entra::TokenError", "The tenant is neither an ID nor a domain name."), tenantFix},
    {90038, Kind::SignIn, tenantId, otherCloud, otherCloudFix},
    {900382, Kind::SignIn, tenantId, otherCloud, otherCloudFix},
    {900432, Kind::SignIn, tenantId, otherCloud, otherCloudFix},
    {9001023, Kind::SignIn, tenantId, generalTenant, tenantFix},
    {50194, Kind::SignIn, tenantId, generalTenant, tenantFix},
    {500011, Kind::SignIn, instance, instanceUnknown, instanceFix},
    {50001, Kind::SignIn, instance,
     QT_TRANSLATE_NOOP("entra::TokenError", "This tenant does not know the Dynamics 365 environment, or has it disabled."), instanceFix},
    {650052, Kind::SignIn, instance,
     QT_TRANSLATE_NOOP("entra::TokenError", "The tenant has no subscription to the service that a token was asked for."),
     QT_TRANSLATE_NOOP("entra::TokenError", "Check that the instance URL belongs to this tenant, and that its Dynamics 365 or Power Platform subscription is active.")},
    {650057, Kind::SignIn, clientId,
     QT_TRANSLATE_NOOP("entra::TokenError", "The app registration does not list the service that a token was asked for."),
     QT_TRANSLATE_NOOP("entra::TokenError", "In the app registration's API permissions, add Dynamics CRM, or check the instance URL.")},
    {70011, Kind::SignIn, instance, badScope, badScopeFix},
    {700022, Kind::SignIn, instance, badScope, badScopeFix},
    {1002012, Kind::SignIn, instance, badScope, badScopeFix},
    {900144, Kind::SignIn, "", badForm, badFormFix},
    {90014, Kind::SignIn, "", badForm, badFormFix},
    {70003, Kind::SignIn, "", badForm, badFormFix},
    {53003, Kind::SignIn, "", blocked, blockedFix},
    {530032, Kind::SignIn, "", blocked, blockedFix},
    {530035, Kind::SignIn, "", blocked, blockedFix},
    {65001, Kind::SignIn, "", wrongFlow, wrongFlowFix},
    {50034, Kind::SignIn, "", wrongFlow, wrongFlowFix},
    {90033, Kind::Server, "", busy, busyFix},
    {90006, Kind::Server, "", busy, busyFix},
    {90024, Kind::Server, "", busy, busyFix},
    {90012, Kind::Server, "", busy, busyFix},
    {90090, Kind::Server, "", busy, busyFix},
    {90055, Kind::Throttled, "",
     QT_TRANSLATE_NOOP("entra::TokenError", "Microsoft Entra ID gets too many requests from this tenant."), busyFix},
};
// clang-format on

/// Microsoft's numbers and texts may change, its `error` words are a standard's: they decide when the number says
/// nothing.
constexpr Known generalTable[] = {
    {0, Kind::Server, "", busy, busyFix}, // temporarily_unavailable, server_error
    {0, Kind::SignIn, "", QT_TRANSLATE_NOOP("entra::TokenError", "Microsoft Entra ID refused the sign-in."),
     QT_TRANSLATE_NOOP("entra::TokenError",
                       "Read what it says under Details; its support can look the request up by its ID.")},
    {0, Kind::Throttled, "", QT_TRANSLATE_NOOP("entra::TokenError", "Microsoft Entra ID gets too many requests."),
     busyFix},
    {0, Kind::BadReply, "",
     QT_TRANSLATE_NOOP("entra::TokenError", "The answer to the sign-in is not one of Microsoft Entra ID."),
     QT_TRANSLATE_NOOP("entra::TokenError", "Check the authority's address. A proxy or a sign-in page of the network "
                                            "may also have answered in its place.")},
    {0, Kind::BadReply, "authority",
     QT_TRANSLATE_NOOP("entra::TokenError", "The authority's address leads to another one. It was not followed, "
                                            "because the client secret would have gone there."),
     QT_TRANSLATE_NOOP("entra::TokenError",
                       "Enter the authority without a path, such as https://login.microsoftonline.com.")},
    {0, Kind::SignIn, clientSecret, secretRefused, secretRefusedFix}, // invalid_client without a number
};
enum General { Busy, Refused, Throttled, NotEntra, Redirected, WrongSecret };

const Known &knownFor(const net::Reply &reply, int number, const QString &error)
{
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [number](const Known &known) { return known.number == number; });
    if (number != 0 && found != std::end(table))
        return *found;
    if (reply.status == 429)
        return generalTable[Throttled];
    if (error == "temporarily_unavailable"_L1 || error == "server_error"_L1 || reply.status >= 500)
        return generalTable[Busy];
    if (reply.status >= 300 && reply.status < 400)
        return generalTable[Redirected];
    if (error.isEmpty())
        return generalTable[NotEntra];
    return generalTable[error == "invalid_client"_L1 && number == 0 ? WrongSecret : Refused];
}

/// The number by which Microsoft calls it; 0 when there is none. Never by searching the text: AADSTS90002 is the
/// beginning of AADSTS900023.
int numberOf(const QJsonObject &body)
{
    const QJsonValue first = body.value("error_codes"_L1).toArray().at(0);
    const int listed = first.isString() ? first.toString().toInt() : first.toInt();
    if (listed > 0)
        return listed;
    static const QRegularExpression prefix(u"^\\s*AADSTS(\\d{4,9})\\b"_s);
    return prefix.match(body.value("error_description"_L1).toString()).captured(1).toInt();
}

QString detailOf(const net::Reply &reply, const QJsonObject &body)
{
    constexpr qsizetype longest = 2'000;
    QString text = body.value("error_description"_L1).toString().trimmed();
    if (text.isEmpty() && !body.value("error"_L1).toString().isEmpty())
        text = body.value("error"_L1).toString();
    if (text.isEmpty()) { // a page: its words without its tags
        static const QRegularExpression invisible(u"<(script|style)\\b.*?</\\1>|<[^>]*>"_s,
                                                  QRegularExpression::CaseInsensitiveOption |
                                                      QRegularExpression::DotMatchesEverythingOption);
        text = QString::fromUtf8(reply.body.left(16'384)).replace(invisible, u" "_s).simplified();
    }
    if (const QString trace = body.value("trace_id"_L1).toString(); !trace.isEmpty() && !text.contains(trace))
        text += u"\nTrace ID: "_s + trace;
    if (const QString time = body.value("timestamp"_L1).toString(); !time.isEmpty() && !text.contains(time))
        text += u"\nTimestamp: "_s + time;
    return core::redactor::redacted(text).left(longest);
}

} // namespace

Error readTokenError(const net::Reply &reply)
{
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    const int number = numberOf(body);
    const QString error = body.value("error"_L1).toString();
    const Known &known = knownFor(reply, number, error);

    QString requestId = body.value("correlation_id"_L1).toString();
    if (requestId.isEmpty())
        requestId = reply.requestId();
    return {.kind = known.kind,
            .message = QCoreApplication::translate(context, known.message),
            .fix = QCoreApplication::translate(context, known.fix),
            .field = QString::fromLatin1(known.field),
            .code = number > 0 ? u"AADSTS"_s + QString::number(number) : core::redactor::redacted(error).left(100),
            .detail = detailOf(reply, body),
            .httpStatus = reply.status,
            .requestId = core::redactor::redacted(requestId).left(200),
            .retryAfter = net::retryAfter(reply, QDateTime::currentDateTimeUtc())};
}

} // namespace entra
