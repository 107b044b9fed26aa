#include "didomi/errors.h"

#include "catalogue/entry.h"
#include "net/retrypolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace didomi {

using namespace Qt::StringLiterals;
using catalogue::Entry;
using catalogue::Source;
using core::Error;
using Kind = core::Error::Kind;

namespace {

constexpr qsizetype longestWords = 4'000;
constexpr qsizetype longestPage = 500; ///< Of a body that is no JSON.

struct Words {
    Q_DECLARE_TR_FUNCTIONS(didomi::Errors)
};

Error errorOf(const Entry &entry)
{
    return {.kind = entry.kind, .message = entry.cause, .fix = entry.fix, .field = entry.field};
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
    return withCircumstances(errorOf(catalogue::ofStatus(Source::Didomi, reply.status)), reply);
}

Error readSessionError(const net::Reply &reply)
{
    if (reply.status != 400 && reply.status != 401 && reply.status != 403)
        return readError(reply);
    const std::optional<Entry> refused = catalogue::find(Source::Didomi, u"Didomi sign-in"_s);
    return withCircumstances(errorOf(*refused), reply);
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
