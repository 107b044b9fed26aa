#include "consent/event.h"

#include "consent/jsonmember.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>

namespace consent {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(consent::Event)
};

/// What a webhook's envelope holds, or the object itself when it is no envelope.
struct Unwrapped {
    QJsonObject event;
    QString regulation; ///< As the envelope says it; empty when there is none.
};

Result<Unwrapped> unwrap(const QJsonObject &object)
{
    if (!object.contains(u"parameters"_s))
        return Unwrapped{.event = object, .regulation = {}};

    const QString type = object[u"type"_s].toString();
    if (type == "event.deleted"_L1) {
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("This webhook tells that an event was deleted; its choices no longer count."),
                     .fix = Text::tr("Use the person's current state instead."),
                     .field = u"type"_s};
    }
    if (!type.startsWith("event."_L1)) {
        return Error{.kind = Error::Kind::Invalid,
                     .message =
                         Text::tr("This webhook is not about a consent event: its type is “%1”.").arg(type.left(60)),
                     .fix = Text::tr("Use a webhook of type event.created or event.updated."),
                     .field = u"type"_s};
    }
    const QJsonObject parameters = object[u"parameters"_s].toObject();
    const QString name = parameters.contains(u"new_entity"_s) ? u"new_entity"_s : u"entity"_s;
    if (!parameters[name].isObject()) {
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("The webhook carries no event: “parameters.%1” is missing.").arg(name),
                     .fix = Text::tr("Save the whole body of the webhook, not flattened."),
                     .field = u"parameters."_s + name};
    }
    return Unwrapped{.event = parameters[name].toObject(), .regulation = object[u"regulation"_s].toString()};
}

/// Line and column, from 1, of a byte offset.
std::pair<int, int> placeOf(const QByteArray &json, int offset)
{
    const QByteArray before = json.left(offset);
    const int line = int(before.count('\n')) + 1;
    const int column = int(QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size()) + 1;
    return {line, column};
}

} // namespace

bool Event::isFromDataverse() const
{
    return metadata[u"origin"_s].toString().compare("dataverse"_L1, Qt::CaseInsensitive) == 0;
}

Result<Event> readEvent(const QJsonObject &object)
{
    const Result<Unwrapped> unwrapped = unwrap(object);
    if (!unwrapped)
        return unwrapped.error();

    MemberReader members(unwrapped->event, Error::Kind::Invalid, Text::tr("consent event"));
    members.require(u"created_at"_s); // without it nobody knows whether the choice is older than what is there
    members.require(u"user"_s);
    members.require(u"consents"_s);
    Event event{
        .id = members.text(u"id"_s),
        .organizationId = members.text(u"organization_id"_s),
        .createdAt = members.time(u"created_at"_s),
        .metadata = members.object(u"metadata"_s),
        .consents = readConsents(members.object(u"consents"_s)),
    };

    const QString regulation = members.text(u"regulation"_s);
    if (!regulation.isEmpty())
        event.regulation = regulation;
    else if (!unwrapped->regulation.isEmpty())
        event.regulation = unwrapped->regulation;

    const QString status = members.text(u"status"_s);
    if (status == "pending_approval"_L1) {
        event.status = Event::Status::PendingApproval;
    } else if (!status.isEmpty() && status != "confirmed"_L1) {
        members.refuse(
            u"status"_s,
            Text::tr("The consent event has a status that is not known, so it cannot be told whether it counts."),
            Text::tr("“status” is confirmed or pending_approval."));
    }

    MemberReader user(members.object(u"user"_s), Error::Kind::Invalid, Text::tr("consent event"), u"user."_s);
    event.userId = user.text(u"id"_s);
    event.organizationUserId = user.text(u"organization_user_id"_s);
    event.country = user.text(u"country"_s);
    event.lastSeenCountry = user.text(u"last_seen_country"_s);
    event.userMetadata = user.object(u"metadata"_s);
    if (event.userId.isEmpty() && event.organizationUserId.isEmpty()) {
        user.refuse(u"organization_user_id"_s, Text::tr("The consent event does not say whose it is."),
                    Text::tr("Add “user.organization_user_id”."));
    }

    if (members.problem())
        return *members.problem();
    if (user.problem())
        return *user.problem();
    return event;
}

Result<Event> readEventFile(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto [line, column] = placeOf(json, problem.offset);
        return Error{.kind = Error::Kind::Invalid,
                     .message = Text::tr("The file is not valid JSON: line %1, column %2.").arg(line).arg(column),
                     .fix = Text::tr("Correct the file there, or save the event again."),
                     .detail = problem.errorString()};
    }
    // As it is, as a list of one, or as the list that Didomi answers with.
    const bool isAnswer = document.isObject() && document.object()[u"data"_s].isArray();
    if (!document.isArray() && !isAnswer)
        return readEvent(document.object());
    const QJsonArray events = isAnswer ? document.object()[u"data"_s].toArray() : document.array();
    if (events.size() != 1 || !events.first().isObject()) {
        return Error{.kind = Error::Kind::Invalid,
                     .message =
                         Text::tr("The file holds %n event(s); exactly one is needed.", nullptr, int(events.size())),
                     .fix = Text::tr("Save one event per file.")};
    }
    return readEvent(events.first().toObject());
}

} // namespace consent
