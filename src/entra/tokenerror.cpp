#include "catalogue/entry.h"
#include "core/redactor.h"
#include "entra/tokensource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace entra {

using namespace Qt::StringLiterals;
using catalogue::Entry;
using catalogue::Source;
using core::Error;
using Kind = core::Error::Kind;

namespace {

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

/// By the number; where it says nothing, by the status and by the word of the standard.
Entry entryFor(const net::Reply &reply, const QString &code, const QString &word)
{
    if (const std::optional<Entry> known = catalogue::find(Source::Entra, code); known && code != word)
        return *known;
    const std::optional<Entry> standard = catalogue::find(Source::Entra, word);
    const bool saysStatusMore =
        reply.status == 429 || reply.status >= 500 || (reply.status >= 300 && reply.status < 400);
    if (saysStatusMore || word.isEmpty())
        return catalogue::ofStatus(Source::Entra, reply.status);
    if (standard && (code == word || standard->kind == Kind::Server))
        return *standard;
    return catalogue::unknown(Source::Entra, code, Kind::SignIn);
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
    const QString word = core::redactor::redacted(body.value("error"_L1).toString()).left(100);
    const QString code = number > 0 ? u"AADSTS"_s + QString::number(number) : word;
    const Entry entry = entryFor(reply, code, word);

    QString requestId = body.value("correlation_id"_L1).toString();
    if (requestId.isEmpty())
        requestId = reply.requestId();
    return {.kind = entry.kind,
            .message = entry.cause,
            .fix = entry.fix,
            .field = entry.field,
            .code = code,
            .detail = detailOf(reply, body),
            .httpStatus = reply.status,
            .requestId = core::redactor::redacted(requestId).left(200),
            .retryAfter = net::retryAfter(reply, QDateTime::currentDateTimeUtc())};
}

} // namespace entra
