#include "consent/user.h"

#include "consent/jsonmember.h"

namespace consent {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(consent::User)
};

} // namespace

core::Result<User> readUser(const QJsonObject &object)
{
    MemberReader members(object, core::Error::Kind::BadReply, Text::tr("consent user"));
    members.require(u"id"_s);
    User user{
        .id = members.text(u"id"_s),
        .organizationId = members.text(u"organization_id"_s),
        .organizationUserId = members.text(u"organization_user_id"_s),
        .organizationUserIdType = members.text(u"organization_user_id_type"_s),
        .version = members.integer(u"version"_s),
        .createdAt = members.time(u"created_at"_s),
        .updatedAt = members.time(u"updated_at"_s),
        .country = members.text(u"country"_s),
        .lastSeenCountry = members.text(u"last_seen_country"_s),
        .regulation = members.text(u"regulation"_s),
        .metadata = members.object(u"metadata"_s),
        .consents = readConsents(members.object(u"consents"_s)),
    };
    if (members.problem())
        return *members.problem();
    return user;
}

} // namespace consent
