#include "consent/subject.h"

namespace consent {

Subject subjectOf(const User &user)
{
    return subjectOf(User(user));
}

Subject subjectOf(User &&user)
{
    return {
        .origin = Subject::Origin::User,
        .sourceId = user.id,
        .userId = std::move(user.id),
        .organizationId = std::move(user.organizationId),
        .organizationUserId = std::move(user.organizationUserId),
        .regulation = std::move(user.regulation),
        .time = user.updatedAt.isValid() ? user.updatedAt : user.createdAt,
        .country = std::move(user.country),
        .lastSeenCountry = std::move(user.lastSeenCountry),
        .metadata = std::move(user.metadata),
        .isPending = false,
        .isFromDataverse = false, // a merged state has many origins
        .consents = std::move(user.consents),
    };
}

Subject subjectOf(const Event &event)
{
    return {
        .origin = Subject::Origin::Event,
        .sourceId = event.id,
        .userId = event.userId,
        .organizationId = event.organizationId,
        .organizationUserId = event.organizationUserId,
        .regulation = event.regulation,
        .time = event.createdAt,
        .country = event.country,
        .lastSeenCountry = event.lastSeenCountry,
        .metadata = event.userMetadata,
        .isPending = event.status == Event::Status::PendingApproval,
        .isFromDataverse = event.isFromDataverse(),
        .consents = event.consents,
    };
}

} // namespace consent
