#pragma once

#include "consent/jsonmember.h"
#include "consent/readconsents.h"
#include "consent/user.h"

/// The rules by which a user is read, for any view of JSON (consent::QtJson says what that is).
namespace consent::reading {

QString userWords(); ///< Translated: "consent user".

template <typename Json>
core::Result<User> readUser(const Json &object)
{
    MemberReader<Json> members(object, core::Error::Kind::BadReply, userWords);
    members.require(QLatin1StringView("id"));
    User user{
        .id = members.text(QLatin1StringView("id")),
        .organizationId = members.name(QLatin1StringView("organization_id")),
        .organizationUserId = members.text(QLatin1StringView("organization_user_id")),
        .organizationUserIdType = members.name(QLatin1StringView("organization_user_id_type")),
        .version = members.integer(QLatin1StringView("version")),
        .createdAt = members.time(QLatin1StringView("created_at")),
        .updatedAt = members.time(QLatin1StringView("updated_at")),
        .country = members.name(QLatin1StringView("country")),
        .lastSeenCountry = members.name(QLatin1StringView("last_seen_country")),
        .regulation = members.name(QLatin1StringView("regulation")),
        .metadata = members.object(QLatin1StringView("metadata")).toObject(),
        .consents = readConsents(members.object(QLatin1StringView("consents"))),
    };
    if (members.problem())
        return *members.problem();
    return user;
}

} // namespace consent::reading
