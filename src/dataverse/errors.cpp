#include "dataverse/errors.h"

#include "net/retrypolicy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using Kind = core::Error::Kind;

namespace {

constexpr qsizetype longestWords = 4'000;
constexpr qsizetype longestPage = 500; ///< Of a page in HTML.

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Errors)
};

/// What a code means, and what to do about it. Numbers, names and advice: dataverse-api section 3.3.
struct Meaning {
    quint32 code;
    Kind kind;
    const char *message;
    const char *fix;
};

constexpr Meaning meanings[] = {
    // Who we are and what we may
    {0x80072560, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The application is not a user of this environment."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "In the Power Platform admin center, add the app registration as an application user of "
                       "this environment and give it a security role.")},
    {0x80040225, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "The application user is disabled in this environment, or has no business unit."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Activate the application user in the Power Platform admin center.")},
    {0x8004a112, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The application user is disabled in this environment."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Activate the application user in the Power Platform admin center.")},
    {0x80042f09, Kind::Forbidden, QT_TRANSLATE_NOOP("dataverse::Errors", "The application user has no security role."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "Give the application user a security role that may read and write the table.")},
    {0x8004d24b, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse asks for a license that the user does not have."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Check that the account is an application user; those need no license.")},
    {0x8004a104, Kind::Forbidden, QT_TRANSLATE_NOOP("dataverse::Errors", "The environment is disabled."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Ask the environment's administrator to enable it again.")},
    {0x8004a113, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The environment is in administration mode: only administrators get in."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Wait until the environment's administrator ends administration mode.")},
    {0x8005f101, Kind::SignIn, QT_TRANSLATE_NOOP("dataverse::Errors", "The access token has expired."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Check this computer's clock, then test the connection again.")},
    {0x80040220, Kind::Forbidden, QT_TRANSLATE_NOOP("dataverse::Errors", "The application user lacks a privilege."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "Add the privilege named in the details to a security role of the application user.")},
    {0x80048306, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The application user may not do this to this row."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Give its security role organization-wide access to the table.")},
    {0x80048405, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The application user may not do this to this row."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Give its security role organization-wide access to the table.")},
    {0x80040231, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The application user, or the row's owner, lacks a privilege."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "Check the security roles of both; the privilege is named in the details.")},
    {0x80040256, Kind::Forbidden, QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse's security refused the access."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "Check the application user's security roles and column security profiles.")},
    {0x8004f502, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors", "A column is secured: the application user may not fill it in a new row."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "Add the application user to a column security profile that allows creating.")},
    {0x8004f507, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors", "A column is secured: the application user may not change it."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "Add the application user to a column security profile that allows updating.")},
    {0x8004a110, Kind::Forbidden,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The application user may not act on behalf of another user."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Give its security role the privilege prvActOnBehalfOfAnotherUser.")},

    // Which row
    {code::objectDoesNotExist, Kind::NotFound,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The row does not exist in Dataverse."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "It may have been deleted in the meantime; look the person up again.")},
    {code::recordNotFoundByEntityKey, Kind::NotFound,
     QT_TRANSLATE_NOOP("dataverse::Errors", "No row has this value in the alternate key."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Check the value, or look the person up by another column.")},
    {0x8006089d, Kind::Conflict,
     QT_TRANSLATE_NOOP("dataverse::Errors", "Several rows have this value in the alternate key."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Remove the duplicates in Dynamics, then try again.")},
    {0x80060890, Kind::Rejected,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The match column is not an alternate key of this table."),
     QT_TRANSLATE_NOOP(
         "dataverse::Errors",
         "Match by column search, or have an alternate key defined on the column and wait until it is active.")},
    {code::duplicateRecordEntityKey, Kind::Conflict,
     QT_TRANSLATE_NOOP("dataverse::Errors", "Another row already has this value in an alternate key."),
     QT_TRANSLATE_NOOP(
         "dataverse::Errors",
         "Find the other row in Dynamics (the details may name it) and decide which of the two is right.")},
    {code::duplicateRecord, Kind::Conflict,
     QT_TRANSLATE_NOOP("dataverse::Errors", "A row with this id or unique value is already there."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Find the other row in Dynamics and decide which of the two is right.")},
    {0x80073002, Kind::Conflict,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The value is already taken: a column of the table must be unique."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Find the other row in Dynamics and decide which of the two is right.")},
    {0x80040333, Kind::Conflict,
     QT_TRANSLATE_NOOP("dataverse::Errors", "A duplicate detection rule of the environment found a similar row."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Merge the rows in Dynamics, or change the rule.")},
    {code::concurrencyVersionMismatch, Kind::Conflict,
     QT_TRANSLATE_NOOP("dataverse::Errors", "Somebody else changed the row in the meantime."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Read the row again, then decide.")},
    {0x8006088d, Kind::Rejected,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The table does not support writes that depend on the row's version."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Switch optimistic concurrency on for the table.")},
    {0x80040230, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "The row is inactive and cannot be changed."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Activate the row in Dynamics, or leave it out.")},

    // Which table and columns
    {0x80060888, Kind::Rejected,
     QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse could not make sense of the address or of a column in it."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "A column of the mapping may have been renamed or removed: load the columns again.")},
    {0x8006088a, Kind::NotFound, QT_TRANSLATE_NOOP("dataverse::Errors", "The environment does not know this table."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Check the table's name and the environment's address.")},
    {0x80041102, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "The environment does not have this table."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Check the table's name, then load the columns again.")},
    {0x80041103, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "The table does not have this column."),
     QT_TRANSLATE_NOOP(
         "dataverse::Errors",
         "The column may have been removed since it was mapped: load the columns again and correct the mapping.")},
    {0x80048d19, Kind::Rejected,
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "Dataverse could not read the values: a column does not exist or takes another type."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Load the columns again and correct the mapping.")},

    // Which value
    {0x80040203, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse did not accept a value."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Look at the details, then correct the mapping.")},
    {0x80040200, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "A required column has no value."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Map the column named in the details, or give it a default in Dynamics.")},
    {0x80044331, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "A text is longer than its column allows."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Make the column longer in Dynamics, or map to another one.")},
    {0x80073001, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "A text is longer than its column allows."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Make the column longer in Dynamics, or map to another one.")},
    {0x8004432f, Kind::Rejected,
     QT_TRANSLATE_NOOP("dataverse::Errors", "A whole number is outside the range of its column."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Load the columns again to see the range, then correct the mapping.")},
    {0x80044330, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "A number is outside the range of its column."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Load the columns again to see the range, then correct the mapping.")},
    {0x8004431a, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "The column does not have this option."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "The options have changed: load the columns again and correct the mapping's values.")},
    {0x80040239, Kind::Rejected,
     QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse did not accept a date: its form is wrong or it is before 1753."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Check whether the column takes a date alone or a date with a time.")},
    {0x80040278, Kind::Rejected,
     QT_TRANSLATE_NOOP("dataverse::Errors", "A text holds characters that Dataverse does not take."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Remove control characters from the value in Didomi.")},
    {0x80048408, Kind::Rejected,
     QT_TRANSLATE_NOOP("dataverse::Errors", "This status does not belong to the row's state."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Choose a status reason of the state that the row has.")},
    {0x80048cfb, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "An amount of money needs the row's currency."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "Set the currency of the row in Dynamics, or do not map to a money column.")},

    // The customer's own logic
    {0x80040265, Kind::Rejected,
     QT_TRANSLATE_NOOP("dataverse::Errors", "A plug-in or workflow of the environment refused the write."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Its own words are in the details; ask whoever made it.")},
    {0x80044171, Kind::Server, QT_TRANSLATE_NOOP("dataverse::Errors", "A plug-in of the environment took too long."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again later; if it stays, ask whoever made the plug-in.")},
    {0x80044172, Kind::Server, QT_TRANSLATE_NOOP("dataverse::Errors", "A plug-in of the environment took too long."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again later; if it stays, ask whoever made the plug-in.")},
    {0x80044173, Kind::Server, QT_TRANSLATE_NOOP("dataverse::Errors", "A plug-in of the environment took too long."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again later; if it stays, ask whoever made the plug-in.")},

    // The service's own state
    {0x80040216, Kind::Server, QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse met an unexpected error."),
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "Try again later; give the request id to Microsoft's support if it stays.")},
    {0x80044150, Kind::Server,
     QT_TRANSLATE_NOOP("dataverse::Errors",
                       "Dataverse's database failed; with number 1205 two writes were in each other's way."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again; send fewer requests at once if it stays.")},
    {0x80044151, Kind::Server, QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse's database took too long."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again later; an index on the match column helps searches.")},
    {0x80044339, Kind::Server, QT_TRANSLATE_NOOP("dataverse::Errors", "Somebody else is using the row right now."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again in a moment.")},
    {0x80073000, Kind::Server,
     QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse's database is busy with the same row."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again in a moment.")},
    {0x80044352, Kind::Rejected,
     QT_TRANSLATE_NOOP("dataverse::Errors", "The mark up to which changes were read is too old."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Read everything again once.")},
    {0x80072321, Kind::Throttled,
     QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse asks to slow down: our requests took too much of its time."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again in some minutes, with fewer requests at once.")},
    {0x80072322, Kind::Throttled,
     QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse asks to slow down: too many requests in five minutes."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again in some minutes.")},
    {0x80072326, Kind::Throttled,
     QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse asks to slow down: too many requests at once."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Allow fewer requests at once in the integration's options.")},
    {0x80072323, Kind::Throttled, QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse's database is at its limit."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again later.")},
    {0x80072324, Kind::Throttled, QT_TRANSLATE_NOOP("dataverse::Errors", "Dataverse's database is at its limit."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Try again later.")},
    {0x80072325, Kind::Rejected, QT_TRANSLATE_NOOP("dataverse::Errors", "The environment's storage is full."),
     QT_TRANSLATE_NOOP("dataverse::Errors", "Free or buy storage in the Power Platform admin center.")},
};

const Meaning *meaningOf(quint32 number)
{
    const auto found = std::find_if(std::begin(meanings), std::end(meanings),
                                    [number](const Meaning &meaning) { return meaning.code == number; });
    return found == std::end(meanings) ? nullptr : found;
}

Error fromStatus(int status)
{
    if (status >= 300 && status < 400)
        return {.kind = Kind::BadReply,
                .message = Words::tr(
                    "The address leads to another one (a sign-in page, as it seems), not to Dataverse's Web API."),
                .fix = Words::tr("Check the environment's address: it is the one that the browser shows in Dynamics.")};
    switch (status) {
    case 401:
        return {.kind = Kind::SignIn,
                .message = Words::tr("Dataverse did not accept the sign-in."),
                .fix = Words::tr(
                    "Check the tenant, the client id and the environment's address, then test the connection again.")};
    case 403:
        return {.kind = Kind::Forbidden,
                .message = Words::tr("Dataverse did not allow this."),
                .fix = Words::tr("Check the security roles of the application user; a secured column also needs a "
                                 "column security profile.")};
    case 404:
        return {.kind = Kind::NotFound,
                .message = Words::tr("Dataverse does not have what was asked for."),
                .fix = Words::tr("Check the environment's address and the table's name.")};
    case 408:
        return {.kind = Kind::Timeout,
                .message = Words::tr("Dataverse gave up waiting for the request."),
                .fix = Words::tr("Try again.")};
    case 409:
    case 412:
        return {.kind = Kind::Conflict,
                .message = Words::tr("Dataverse refused the write, because the row is not in the expected state."),
                .fix = Words::tr("Read the row again, then decide.")};
    case 413:
        return {.kind = Kind::Rejected,
                .message = Words::tr("The request is too large for Dataverse."),
                .fix = Words::tr("Map fewer or shorter values.")};
    case 429:
        return {.kind = Kind::Throttled,
                .message = Words::tr("Dataverse asks to slow down."),
                .fix = Words::tr("Try again in some minutes.")};
    default:
        break;
    }
    if (status >= 500)
        return {.kind = Kind::Server,
                .message = Words::tr("Dataverse failed to answer (HTTP %1).").arg(status),
                .fix = Words::tr("Try again later; Microsoft's service health page tells about outages.")};
    return {.kind = Kind::Rejected,
            .message = Words::tr("Dataverse refused the request (HTTP %1).").arg(status),
            .fix = Words::tr("Its own words are in the details.")};
}

/// What a person can read of a page in HTML.
QString textOfPage(QString page)
{
    static const QRegularExpression invisible(uR"(<(script|style)\b.*?(</\1\s*>|$))"_s,
                                              QRegularExpression::CaseInsensitiveOption |
                                                  QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tags(u"<[^>]*>"_s);
    page.truncate(100'000);
    return page.remove(invisible).replace(tags, u" "_s).simplified().left(longestPage);
}

/// The privilege that a refusal names; the text is no contract, so this is a hint at most.
QString privilegeIn(const QString &words)
{
    static const QRegularExpression name(uR"(\bprv[A-Za-z0-9_]+)"_s);
    return name.match(words).captured(0);
}

/// The column that a refusal names; a hint as well.
QString columnIn(const QString &words)
{
    static const QRegularExpression before(uR"('([a-z][a-z0-9_]*)' (?:attribute|property|column|field)\b)"_s);
    static const QRegularExpression after(
        uR"(\b(?:[Aa]ttribute|[Pp]roperty|[Cc]olumn|[Ff]ield)(?: named| name| =)? '([a-z][a-z0-9_]*)')"_s);
    const QString found = before.match(words).captured(1);
    return found.isEmpty() ? after.match(words).captured(1) : found;
}

bool isPrivilegeCode(quint32 number)
{
    return number == 0x80040220 || number == 0x80040231;
}

QString shownCode(const Refusal &refusal)
{
    if (const quint32 number = refusal.code())
        return u"0x%1"_s.arg(number, 8, 16, '0'_L1);
    const bool saysNothing = refusal.codeText.isEmpty() || refusal.codeText == "0x0"_L1 || refusal.codeText == "0"_L1;
    return saysNothing ? QString() : refusal.codeText;
}

Error withCircumstances(Error error, const net::Reply &reply, const Refusal &refusal)
{
    error.code = shownCode(refusal);
    error.detail = refusal.words;
    error.httpStatus = reply.status;
    error.requestId = reply.requestId();
    error.retryAfter = net::retryAfter(reply, QDateTime::currentDateTimeUtc());
    return error;
}

} // namespace

quint32 Refusal::code() const
{
    return readCode(codeText);
}

quint32 readCode(const QString &code)
{
    bool isNumber = false;
    if (code.startsWith("0x"_L1, Qt::CaseInsensitive)) {
        const uint number = code.mid(2).toUInt(&isNumber, 16);
        return isNumber ? number : 0;
    }
    const qint64 number = code.toLongLong(&isNumber);
    const bool fits = number >= std::numeric_limits<qint32>::min() && number <= std::numeric_limits<quint32>::max();
    return isNumber && fits ? quint32(number) : 0;
}

Refusal readRefusal(const net::Reply &reply)
{
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject())
        return {.words = textOfPage(QString::fromUtf8(reply.body))};

    const QJsonObject object = document.object();
    const QJsonValue error = object.value(u"error");
    if (!error.isObject()) {
        const QString message = object.value(u"Message").toString(object.value(u"message").toString());
        return {.words = (message.isEmpty() ? QString::fromUtf8(reply.body) : message).left(longestWords)};
    }
    const QJsonValue codeValue = error[u"code"];
    return {.isODataError = true,
            .codeText = codeValue.isDouble() ? QString::number(codeValue.toInteger()) : codeValue.toString(),
            .words = error[u"message"].toString().left(longestWords)};
}

Error readError(const net::Reply &reply)
{
    const Refusal refusal = readRefusal(reply);
    Error error = fromStatus(reply.status);
    const quint32 number = refusal.code();
    if (const Meaning *meaning = meaningOf(number)) {
        error.kind = meaning->kind;
        error.message = Words::tr(meaning->message);
        error.fix = Words::tr(meaning->fix);
    }
    const QString privilege = isPrivilegeCode(number) ? privilegeIn(refusal.words) : QString();
    if (!privilege.isEmpty())
        error.fix =
            Words::tr("Add the privilege %1, for the whole organization, to a security role of the application user.")
                .arg(privilege);
    if (error.kind == Kind::Rejected)
        error.field = columnIn(refusal.words);
    return withCircumstances(std::move(error), reply, refusal);
}

Error unreadableReply(const net::Reply &reply)
{
    const Error error{.kind = Kind::BadReply,
                      .message =
                          Words::tr("The answer is not one that Dataverse gives; something else may have answered."),
                      .fix = Words::tr("Check the environment's address, and whether a proxy stands in between.")};
    return withCircumstances(error, reply, {.words = textOfPage(QString::fromUtf8(reply.body))});
}

bool saysRowIsMissing(const net::Reply &reply)
{
    if (reply.status != 404)
        return false;
    const Refusal refusal = readRefusal(reply);
    if (!refusal.isODataError)
        return false;
    const quint32 number = refusal.code();
    // Documented answers to an unknown row also have an empty code; "0x0" stands for other things.
    return refusal.codeText.isEmpty() || number == code::objectDoesNotExist ||
           number == code::recordNotFoundByEntityKey;
}

} // namespace dataverse
