#include "dataverse/errors.h"

#include "catalogue/entry.h"
#include "net/retrypolicy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <limits>

namespace dataverse {

using namespace Qt::StringLiterals;
using catalogue::Entry;
using catalogue::Source;
using core::Error;
using Kind = core::Error::Kind;

namespace {

constexpr qsizetype longestWords = 4'000;
constexpr qsizetype longestPage = 500; ///< Of a page in HTML.

struct Words {
    Q_DECLARE_TR_FUNCTIONS(dataverse::Errors)
};

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

/// By the code. Where it says nothing by the status; a code that is not known is told, beside what the status says.
Entry entryFor(const Refusal &refusal, int status)
{
    const QString code = shownCode(refusal);
    const bool isZero =
        code.isEmpty() && !refusal.codeText.isEmpty() && status == 400; // documented for that status only
    if (const std::optional<Entry> known = catalogue::find(Source::Dataverse, isZero ? u"0x0"_s : code))
        return *known;
    Entry byStatus = catalogue::ofStatus(Source::Dataverse, status);
    if (code.isEmpty())
        return byStatus;
    const Entry unknown = catalogue::unknown(Source::Dataverse, code, byStatus.kind);
    if (byStatus.kind == Kind::Rejected) // says no more than that it was refused
        return unknown;
    byStatus.cause += u' ' + unknown.cause;
    byStatus.fix += u' ' + unknown.fix;
    return byStatus;
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
    const Entry entry = entryFor(refusal, reply.status);
    Error error{.kind = entry.kind, .message = entry.cause, .fix = entry.fix, .field = entry.field};
    const quint32 number = refusal.code();
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
