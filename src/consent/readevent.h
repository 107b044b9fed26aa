#pragma once

#include "consent/event.h"
#include "consent/jsonmember.h"
#include "consent/readconsents.h"
#include "consent/user.h"

/// The rules by which an event is read, for any view of JSON (consent::QtJson says what that is).
namespace consent::reading {

/// What is said about an event that cannot be read; translated.
QString eventWords();
core::Error deletedEvent();
core::Error notOfAnEvent(const QString &type);
core::Error noEntity(const QString &name);
QString unknownStatus();
QString unknownStatusFix();
QString nobodysEvent();
QString nobodysEventFix();

/// What a webhook's envelope holds, or the object itself when it is no envelope.
template <typename Json>
struct Unwrapped {
    Json event;
    QString regulation; ///< As the envelope says it; empty when there is none.
};

template <typename Json>
core::Result<Unwrapped<Json>> unwrap(const Json &object)
{
    const Json parameters = object.member(QLatin1StringView("parameters"));
    if (!parameters.isThere())
        return Unwrapped<Json>{.event = object, .regulation = {}};

    const QString type = object.member(QLatin1StringView("type")).toText();
    if (type == QLatin1StringView("event.deleted"))
        return deletedEvent();
    if (!type.startsWith(QLatin1StringView("event.")))
        return notOfAnEvent(type);
    const QLatin1StringView name(parameters.member(QLatin1StringView("new_entity")).isThere() ? "new_entity"
                                                                                              : "entity");
    if (!parameters.member(name).isObject())
        return noEntity(name);
    return Unwrapped<Json>{.event = parameters.member(name),
                           .regulation = object.member(QLatin1StringView("regulation")).toText()};
}

/// `owner`: whose the event is where it does not say so itself, as in a record of an export; nullptr: it must.
template <typename Json>
core::Result<Event> readEvent(const Json &object, const User *owner = nullptr)
{
    const core::Result<Unwrapped<Json>> unwrapped = unwrap(object);
    if (!unwrapped)
        return unwrapped.error();

    MemberReader<Json> members(unwrapped->event, core::Error::Kind::Invalid, eventWords);
    // Without the time nobody knows whether the choice is older than what is there.
    members.require(QLatin1StringView("created_at"));
    if (!owner)
        members.require(QLatin1StringView("user"));
    members.require(QLatin1StringView("consents"));
    Event event{
        .id = members.text(QLatin1StringView("id")),
        .organizationId = members.name(QLatin1StringView("organization_id")),
        .createdAt = members.time(QLatin1StringView("created_at")),
        .metadata = members.object(QLatin1StringView("metadata")).toObject(),
        .consents = readConsents(members.object(QLatin1StringView("consents"))),
    };

    const QString regulation = members.name(QLatin1StringView("regulation"));
    if (!regulation.isEmpty())
        event.regulation = regulation;
    else if (!unwrapped->regulation.isEmpty())
        event.regulation = unwrapped->regulation;

    const QString status = members.name(QLatin1StringView("status"));
    if (status == QLatin1StringView("pending_approval"))
        event.status = Event::Status::PendingApproval;
    else if (!status.isEmpty() && status != QLatin1StringView("confirmed"))
        members.refuse(QLatin1StringView("status"), unknownStatus(), unknownStatusFix());

    MemberReader<Json> user(members.object(QLatin1StringView("user")), core::Error::Kind::Invalid, eventWords,
                            QLatin1StringView("user."));
    event.userId = user.text(QLatin1StringView("id"));
    event.organizationUserId = user.text(QLatin1StringView("organization_user_id"));
    event.country = user.name(QLatin1StringView("country"));
    event.lastSeenCountry = user.name(QLatin1StringView("last_seen_country"));
    event.userMetadata = user.object(QLatin1StringView("metadata")).toObject();
    if (owner && event.userId.isEmpty() && event.organizationUserId.isEmpty()) {
        event.userId = owner->id;
        event.organizationUserId = owner->organizationUserId;
    }
    if (event.userId.isEmpty() && event.organizationUserId.isEmpty())
        user.refuse(QLatin1StringView("organization_user_id"), nobodysEvent(), nobodysEventFix());

    if (members.problem())
        return *members.problem();
    if (user.problem())
        return *user.problem();
    return event;
}

} // namespace consent::reading
