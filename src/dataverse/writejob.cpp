#include "dataverse/writejob.h"

#include "dataverse/errors.h"
#include "dataverse/literals.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace dataverse {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using Condition = Write::Condition;
using Effect = WriteReply::Effect;

namespace {

/// "…/contacts(7c0f…)" → the GUID; after an upsert by key the header echoes the key and there is none.
QString idInEntityHeader(const net::Reply &reply)
{
    static const QRegularExpression form(u"\\(([0-9a-fA-F-]{36})\\)$"_s);
    return bareGuid(form.match(QString::fromLatin1(reply.header("OData-EntityId").trimmed())).captured(1));
}

QString idOf(const Write &write, const net::Reply &reply)
{
    const QJsonObject row = QJsonDocument::fromJson(reply.body).object();
    const QString id = write.primaryId.isEmpty() ? QString() : bareGuid(row.value(write.primaryId).toString());
    return id.isEmpty() ? idInEntityHeader(reply) : id;
}

bool hasBinding(const Write &write)
{
    return std::any_of(write.cells.cbegin(), write.cells.cend(),
                       [](const mapping::Cell &cell) { return cell.member.endsWith("@odata.bind"); });
}

/// True when a 404 can only mean the row that was to be updated. A lookup's target that does not exist is told with the
/// same code as a missing row.
bool isMissing(const Write &write, const net::Reply &reply)
{
    if (write.condition != Condition::UpdateOnly || !saysRowIsMissing(reply))
        return false;
    const bool mayBeTheTarget = hasBinding(write) && readRefusal(reply).code() != code::recordNotFoundByEntityKey;
    return !mayBeTheTarget;
}

/// What a 412 means for the condition that the write was sent with; nothing when it is about something else (another
/// row that holds a unique value, a duplicate detection rule).
std::optional<Effect> failedCondition(const Write &write, const net::Reply &reply)
{
    const Refusal refusal = readRefusal(reply);
    if (!refusal.isODataError)
        return std::nullopt;
    const quint32 number = refusal.code();
    const bool isAboutVersion = number == 0 || number == code::concurrencyVersionMismatch;
    switch (write.condition) {
    case Condition::IfUnchanged:
        if (isAboutVersion)
            return Effect::Changed;
        break;
    case Condition::CreateOnly: {
        // By row id, a taken alternate key belongs to some other row.
        const bool isKeyOfThisAddress = number == code::duplicateRecordEntityKey && write.rowId.isEmpty();
        if (isAboutVersion || number == code::duplicateRecord || isKeyOfThisAddress)
            return Effect::AlreadyThere;
        break;
    }
    case Condition::UpdateOnly:
    case Condition::Upsert:
        break;
    }
    return std::nullopt;
}

} // namespace

Result<WriteReply> readWriteReply(const Write &write, const net::Reply &reply)
{
    WriteReply outcome{.requestId = reply.requestId(), .httpStatus = reply.status, .attempts = reply.attempts};
    if (reply.isSuccess()) {
        // A page in HTML with status 200 is some proxy's: nothing says that the write has arrived.
        if (reply.status != 204 && !reply.body.isEmpty() && !QJsonDocument::fromJson(reply.body).isObject())
            return unreadableReply(reply);
        outcome.effect =
            reply.status == 201 || write.condition == Condition::CreateOnly ? Effect::Created : Effect::Updated;
        outcome.rowId = idOf(write, reply);
        return outcome;
    }
    if (isMissing(write, reply)) {
        outcome.effect = Effect::Missing;
        return outcome;
    }
    if (reply.status == 412) {
        if (const std::optional<Effect> effect = failedCondition(write, reply)) {
            outcome.effect = *effect;
            return outcome;
        }
    }
    return readError(reply);
}

WriteJob::WriteJob(net::Service &service, net::Authorizer &authorizer, const net::Request &request, const Write &write,
                   QObject *parent)
    : core::Job<WriteReply>(parent)
{
    net::sendAuthorized(service, authorizer, request, this)
        ->whenDone(this, [this, write](const Result<net::Reply> &reply) {
            if (reply)
                finish(readWriteReply(write, *reply));
            else
                finish(reply.error());
        });
}

} // namespace dataverse
