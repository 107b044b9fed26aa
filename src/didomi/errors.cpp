#include "didomi/errors.h"

#include "net/retrypolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace didomi {

using namespace Qt::StringLiterals;
using core::Error;
using Kind = core::Error::Kind;

namespace {

constexpr qsizetype longestWords = 4'000;
constexpr qsizetype longestPage = 500; ///< Of a body that is no JSON.

struct Words {
    Q_DECLARE_TR_FUNCTIONS(didomi::Errors)
};

Error fromStatus(int status)
{
    if (status >= 300 && status < 400)
        return {.kind = Kind::BadReply,
                .message = Words::tr("The address leads to another one, not to Didomi's API."),
                .fix = Words::tr("Check Didomi's API address; it usually is https://api.didomi.io/v1."),
                .field = u"didomi.api_url"_s};
    switch (status) {
    case 401:
        return {.kind = Kind::SignIn,
                .message = Words::tr("Didomi did not accept the session, not even a new one."),
                .fix = Words::tr("Check in Didomi's console that the private API key is still enabled.")};
    case 403:
        return {.kind = Kind::Forbidden,
                .message = Words::tr(
                    "Didomi does not allow this to the private API key: the feature is not in the contract, or the "
                    "organization is another one."),
                .fix = Words::tr(
                    "Check the organization id, and ask Didomi whether the Consents API is part of the contract."),
                .field = u"didomi.organization_id"_s};
    case 404:
        return {.kind = Kind::NotFound,
                .message = Words::tr("Didomi does not have what was asked for."),
                .fix = Words::tr("Check the organization id and Didomi's API address.")};
    case 408:
        return {.kind = Kind::Timeout,
                .message = Words::tr("Didomi gave up waiting for the request."),
                .fix = Words::tr("Try again.")};
    case 409:
        return {.kind = Kind::Conflict,
                .message = Words::tr("Somebody else changed this in Didomi in the meantime."),
                .fix = Words::tr("Read it again, then decide.")};
    case 413:
        return {.kind = Kind::Rejected,
                .message = Words::tr("The request is too large for Didomi."),
                .fix = Words::tr("Send less at once.")};
    case 429:
        return {.kind = Kind::Throttled,
                .message = Words::tr("Didomi asks to slow down: too many requests for the organization."),
                .fix = Words::tr("Try again in a minute.")};
    default:
        break;
    }
    if (status >= 500)
        return {.kind = Kind::Server,
                .message = Words::tr("Didomi failed to answer (HTTP %1).").arg(status),
                .fix = Words::tr("Try again later; status.didomi.io tells about outages.")};
    return {.kind = Kind::Rejected,
            .message = Words::tr("Didomi refused the request (HTTP %1).").arg(status),
            .fix = Words::tr("Its own words are in the details.")};
}

/// `errors` is an object or an array of anything; empty ones say nothing.
QString textOfErrors(const QJsonValue &errors)
{
    QJsonDocument document;
    if (!errors.toArray().isEmpty())
        document.setArray(errors.toArray());
    else if (!errors.toObject().isEmpty())
        document.setObject(errors.toObject());
    else
        return {};
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

QString textOfPage(QString page)
{
    static const QRegularExpression tags(u"<[^>]*>"_s);
    page.truncate(100'000);
    return page.replace(tags, u" "_s).simplified().left(longestPage);
}

Error withCircumstances(Error error, const net::Reply &reply)
{
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (document.isObject()) {
        QStringList words{document[u"message"].toString(), textOfErrors(document[u"errors"])};
        words.removeAll(QString());
        error.detail = words.join(u'\n').left(longestWords);
        error.code = document[u"name"].toString();
    } else {
        error.detail = textOfPage(QString::fromUtf8(reply.body));
    }
    error.httpStatus = reply.status;
    error.requestId = reply.requestId();
    error.retryAfter = net::retryAfter(reply, QDateTime::currentDateTimeUtc());
    return error;
}

} // namespace

Error readError(const net::Reply &reply)
{
    return withCircumstances(fromStatus(reply.status), reply);
}

Error readSessionError(const net::Reply &reply)
{
    if (reply.status != 400 && reply.status != 401 && reply.status != 403)
        return readError(reply);
    const Error error{
        .kind = Kind::SignIn,
        .message = Words::tr("Didomi does not accept the private API key."),
        .fix = Words::tr(
            "Check the key's id and its secret: both are shown in Didomi's console under Settings, Private API "
            "keys. A disabled key is refused as well."),
        .field = u"didomi.key_id"_s};
    return withCircumstances(error, reply);
}

bool saysNotFound(const net::Reply &reply)
{
    return reply.status == 404 && QJsonDocument::fromJson(reply.body)[u"code"].toInt() == 404;
}

Error unreadableReply(const net::Reply &reply)
{
    Error error{.kind = Kind::BadReply,
                .message = Words::tr("The answer is not one that Didomi gives; something else may have answered."),
                .fix = Words::tr("Check Didomi's API address, and whether a proxy stands in between."),
                .httpStatus = reply.status,
                .requestId = reply.requestId()};
    if (!QJsonDocument::fromJson(reply.body).isObject()) // an object may hold people's data
        error.detail = textOfPage(QString::fromUtf8(reply.body));
    return error;
}

} // namespace didomi
